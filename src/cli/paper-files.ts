/**
 * Papers as files: Word, HTML, PDF or a sheet, as the name of the file asks for. It never writes over
 * a file.
 */
import bold from "@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf";
import italic from "@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf";
import regular from "@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf";
import { readFile } from "node:fs/promises";
import { extname, resolve } from "node:path";
import type { Paper } from "../content/paper";
import { Failure } from "../host/failure";
import { exists, writeBytes, writeText } from "../host/disk-files";
import { createWorkbook } from "../host/xlsx/file-workbook";
import { docx } from "../render/docx";
import { html } from "../render/html";
import { pdf } from "../render/pdf";
import type { PaperFonts } from "../render/pdf-document";
import { paperPage } from "../sheet/pages/printable";
import type { Words } from "../words/sv/words";
import { isWorkbookName } from "./files";
import { complain } from "./terminal";

/** The kinds of files that a notice may be; a report may be a workbook too. */
const formats: readonly string[] = ["docx", "html", "pdf"];

export function isPaperFormat(format: string): boolean {
  return formats.includes(format);
}

export function isPaperName(file: string): boolean {
  return isWorkbookName(file) || isPaperFormat(extname(file).toLowerCase().slice(1));
}

/** Writes a paper in the form that its name asks for. @throws Failure where the file is there already */
export async function writePaper(paper: Paper, file: string, words: Words): Promise<void> {
  if (exists(file)) throw new Failure("file-exists", { file });
  const kind = extname(file).toLowerCase();
  if (isWorkbookName(file))
    await createWorkbook(file, [paperPage(paper, words.sheets.protocol, "protocol")]);
  else if (kind === ".docx") await writeBytes(file, await docx(paper));
  else if (kind === ".pdf") await writeBytes(file, await pdf(paper, await readFonts()));
  else await writeText(file, html(paper));
  complain(words.cli.wrote(file));
}

/** Reads the fonts of a PDF, which lie beside the program. */
async function readFonts(): Promise<PaperFonts> {
  const beside = (name: string) => readFile(resolve(__dirname, name));
  return {
    regular: await beside(regular),
    bold: await beside(bold),
    italic: await beside(italic),
  };
}
