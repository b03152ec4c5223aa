/** Writes the example's document and workbook from their sources: `npm run example`. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseDocument } from "../../src/core/document/parse";
import { writeWorkbookBytes } from "../../src/host/xlsx/write-workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import { document } from "./document";

async function make(folder: string): Promise<void> {
  const { document: checked, problems } = parseDocument(document());
  if (!checked) throw new Error(JSON.stringify(problems, null, 2));
  await writeFile(join(folder, "verksamhetssystem.json"), `${JSON.stringify(checked, null, 1)}\n`);
  await writeFile(
    join(folder, "verksamhetssystem.xlsx"),
    await writeWorkbookBytes(writeWorkbook(checked, sv)),
  );
}

void make(join(__dirname, ".."));
