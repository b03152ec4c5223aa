/**
 * A paper as a PDF for an archive (PDF/A-2a, ISO 19005-2): fonts in the file, headings, lists and
 * tables tagged for screen readers, bookmarks, the case number and page number on every page. The
 * library is loaded only when a document is made.
 */
import type { Paper } from "../content/paper";
import { isWide } from "../content/paper";
import { drawBlocks } from "./pdf-blocks";
import type { PaperFonts } from "./pdf-document";
import { bytesOf, openDocument } from "./pdf-document";
import { drawFurniture, furnitureOf, PageFlow } from "./pdf-page";

/** @returns the bytes of a .pdf */
export async function pdf(paper: Paper, fonts: PaperFonts): Promise<Uint8Array> {
  const document = await openDocument(paper, isWide(paper), fonts);
  const root = document.struct("Document");
  document.addStructure(root);
  document.addPage();
  const { width, margins } = document.page;
  const furniture = furnitureOf(paper, width - margins.left - margins.right, document);
  const flow = new PageFlow(document, furniture.top, root);
  drawBlocks(paper.title, paper.blocks, flow);
  root.end();
  drawFurniture(furniture, document);
  return bytesOf(document);
}
