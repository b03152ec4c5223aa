/**
 * One workbook with the procurement's sheets and its live formulas, without one calculated value, and
 * the programs that compute it: ours, LibreOffice and Gnumeric where they are installed. Each must
 * have given the right price before its time is taken.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { assessWorkbook } from "../../src/app/assess";
import { calculateAgain } from "../../src/app/double-check";
import { ironCalc } from "../../src/host/ironcalc";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { writeWorkbookBytes } from "../../src/host/xlsx/write-workbook";
import type { Calculator, Page, TableReading } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import type { Contender } from "./contest";
import { isInstalled, program } from "./contest";
import { explained } from "./plain-loops";
import type { Size } from "./sized-procurement";
import { procurementOf } from "./sized-procurement";

const root = join(__dirname, "..", "..");
export const ourProgram = join(root, "dist", "cli.cjs");

export function ours(name: string, ...args: readonly string[]): Contender {
  return program(name, [process.execPath, ourProgram, ...args]);
}

/** What the second engine is given: the tables as they were read, and the sheets of live formulas. */
type Formulas = { readonly tables: readonly TableReading[]; readonly pages: readonly Page[] };

const secondEngine = ironCalc(() =>
  readFile(join(root, "node_modules/@ironcalc/wasm/wasm_bg.wasm")),
);

/** The live formulas of a procurement, and the second engine's work on them alone. */
export async function formulasOf(size: Size): Promise<{
  readonly sheets: readonly Page[];
  readonly formulas: Formulas;
  readonly calculate: () => Promise<readonly Page[]>;
}> {
  const sheets = writeWorkbook(procurementOf(size), sv);
  const assessed = assessWorkbook(await new MemoryWorkbook(sheets).read(), sv, [sv]);
  if (!assessed.document) throw new Error("unreadable");
  let formulas: Formulas = { tables: [], pages: [] };
  const keeping: Calculator = {
    calculate(tables, pages) {
      formulas = { tables, pages };
      return secondEngine.calculate(tables, pages);
    },
  };
  await calculateAgain(assessed, keeping);
  const { tables, pages } = formulas;
  return { sheets, formulas, calculate: () => secondEngine.calculate(tables, pages) };
}

/** Writes the workbook that every program is given. */
export async function writeForEveryone(
  file: string,
  { sheets, formulas }: { readonly sheets: readonly Page[]; readonly formulas: Formulas },
): Promise<void> {
  const pages = formulas.pages.map((page) => ({ ...page, rows: page.rows.map(uncalculated) }));
  writeFileSync(file, await writeWorkbookBytes([...sheets, ...pages]));
}

function uncalculated(row: Page["rows"][number]): Page["rows"][number] {
  return row.map((cell) => (cell?.formula === undefined ? cell : { ...cell, value: null }));
}

/**
 * The spreadsheet programs that are installed, each of which has just given the right prices.
 * @throws where one has not: its time would then say nothing
 */
export async function spreadsheetPrograms(
  file: string,
  folder: string,
  size: Size,
): Promise<Contender[]> {
  const found: Contender[] = [];
  for (const { name, command } of [libreOffice(file, folder), gnumeric(file)]) {
    if (!isInstalled(command[0])) continue;
    const contender = program(name, command);
    await contender.run();
    expectRightPrices(name, outputOf(file, name), size);
    found.push(contender);
  }
  return found;
}

type Command = { readonly name: string; readonly command: readonly [string, ...string[]] };

function libreOffice(file: string, folder: string): Command {
  const name = "LibreOffice";
  // The last number asks for every sheet; values are written whole and not as they are shown.
  const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const to = ["--convert-to", filter, "--outdir", outputOf(file, name)];
  return { name, command: ["soffice", profile, "--headless", ...to, file] };
}

function gnumeric(file: string): Command {
  const name = "Gnumeric";
  const to = join(outputOf(file, name), "sheet.csv");
  return { name, command: ["ssconvert", "--recalc", "-S", file, to] };
}

function outputOf(file: string, name: string): string {
  const output = `${file}-${name}`;
  mkdirSync(output, { recursive: true });
  return output;
}

/**
 * Every price stands twice, to the öre: as the engine wrote it into the sheet, and as the program
 * computed it, which may end in the rest of a float.
 */
function expectRightPrices(name: string, output: string, size: Size): void {
  const count = new Map<string, number>();
  for (const file of readdirSync(output)) {
    const text = readFileSync(join(output, file), "utf8");
    for (const [figure] of text.matchAll(/-?\d+(?:\.\d+)?/g)) {
      const price = Number(figure).toFixed(2);
      count.set(price, (count.get(price) ?? 0) + 1);
    }
  }
  for (const { bid, price } of explained(procurementOf(size)))
    if ((count.get(price) ?? 0) < 2)
      throw new Error(`${name} has not computed ${price} for ${bid}`);
}
