/**
 * Writes the example from its sources, as it stands when the prices have been opened and after its
 * second award: `npm run example`.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseDocument } from "../../src/core/document/parse";
import { writeWorkbookBytes } from "../../src/host/xlsx/write-workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { document } from "./document";
import { decided } from "./procedure";

async function make(folder: string): Promise<void> {
  const plain = checked(document());
  await writeFile(join(folder, "verksamhetssystem.json"), `${JSON.stringify(plain, null, 1)}\n`);
  await writeWorkbookTo(join(folder, "verksamhetssystem.xlsx"), plain);
  await writeWorkbookTo(join(folder, "verksamhetssystem-beslut.xlsx"), checked(decided()));
}

function checked(made: EvaluationDocument): EvaluationDocument {
  const { document: found, problems } = parseDocument(made);
  if (!found) throw new Error(JSON.stringify(problems, null, 2));
  return found;
}

async function writeWorkbookTo(file: string, value: EvaluationDocument): Promise<void> {
  await writeFile(file, await writeWorkbookBytes(writeWorkbook(value, sv)));
}

void make(join(__dirname, ".."));
