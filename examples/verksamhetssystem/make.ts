/**
 * Writes the example from its sources, as it stands when the prices have been opened and, evaluated,
 * after its second award: `npm run example`.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseDocument } from "../../src/core/document/parse";
import { ironCalc } from "../../src/host/ironcalc";
import { writeWorkbookBytes } from "../../src/host/xlsx/write-workbook";
import type { Page } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { document } from "./document";
import { evaluatedAfterAward } from "./evaluated";

async function make(folder: string): Promise<void> {
  const plain = checked(document());
  await writeFile(join(folder, "verksamhetssystem.json"), `${JSON.stringify(plain, null, 1)}\n`);
  await writePages(join(folder, "verksamhetssystem.xlsx"), writeWorkbook(plain, sv));
  const engine = require.resolve("@ironcalc/wasm/wasm_bg.wasm");
  const { document: last, pages } = await evaluatedAfterAward(ironCalc(() => readFile(engine)));
  checked(last);
  await writePages(join(folder, "verksamhetssystem-beslut.xlsx"), pages);
}

function checked(made: EvaluationDocument): EvaluationDocument {
  const { document: found, problems } = parseDocument(made);
  if (!found) throw new Error(JSON.stringify(problems, null, 2));
  return found;
}

async function writePages(file: string, pages: readonly Page[]): Promise<void> {
  await writeFile(file, await writeWorkbookBytes(pages));
}

void make(join(__dirname, ".."));
