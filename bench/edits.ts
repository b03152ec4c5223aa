/**
 * What one edit in the workbook costs the case service until it has answered the pane again, in CPU
 * time: a verdict, a requirement's text, a score, a price and the name of a price row are changed and
 * changed back, in the example with its journal and in larger procurements. The host's own reading is
 * not in the figures. Then one fingerprint. Run by `npx tsx bench/edits.ts`, and part of
 * `npm run bench`; it asserts nothing.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { document } from "../examples/verksamhetssystem/document";
import { CaseService } from "../src/case/case-service";
import { LooseWorkbook } from "../src/host/xlsx/browser-workbook";
import { nativeHash } from "../src/host/native-hash";
import { documentFingerprint, hashWith } from "../src/journal/fingerprint";
import type { CellReading, WorkbookReading } from "../src/sheet/workbook";
import { writeWorkbook } from "../src/sheet/write";
import { en } from "../src/words/en/words";
import { sv } from "../src/words/sv/words";
import type { Held } from "./goals";
import { goalTable, heldTo } from "./goals";
import { enlarged, median, report } from "./measure";

const now = "2026-11-28T00:00:00Z";

/** The cells that are edited: by table and header, on the third row. */
// prettier-ignore
const edits = [
  { name: "a verdict", table: "Mervarde_checks",       header: /bedömning/i,   values: ["Uppfyllt", "Ej uppfyllt"] },
  { name: "a text",    table: "Mervarde_requirements", header: /^krav$/i,      values: ["Systemet ska a.", "Systemet ska b."] },
  { name: "a score",   table: "Mervarde_scores",       header: /poäng|värde/i, values: [2, 3] },
  { name: "a price",   table: "Mervarde_prices",       header: /à-pris/i,      values: [1290000, 1290001] },
  { name: "a row's name", table: "Mervarde_prices",    header: /^prisrad$/i,   values: ["Rad a", "Rad b"] },
] as const;

/** The reading with one cell changed: a new reading whose other rows are the same objects, as Excel's are. */
function withCell(
  reading: WorkbookReading,
  { table: name, header }: (typeof edits)[number],
  value: string | number,
): WorkbookReading {
  const cell: CellReading = { kind: typeof value === "number" ? "number" : "text", value };
  return {
    ...reading,
    tables: reading.tables.map((given) => {
      const table = { ...given, headers: [...given.headers], rows: [...given.rows] };
      if (table.name !== name) return table;
      const at = table.headers.findIndex((each) => header.test(each));
      if (at < 0) throw new Error(`${name} has no such column: ${table.headers.join(", ")}`);
      const change = (row: readonly CellReading[]) =>
        row.map((each, n) => (n === at ? cell : each));
      return { ...table, rows: table.rows.map((row, n) => (n === 2 ? change(row) : row)) };
    }),
  };
}

async function take(service: CaseService, reading: WorkbookReading): Promise<number> {
  const workbook = { read: () => Promise.resolve(reading), writeResults: () => Promise.resolve() };
  const before = process.cpuUsage();
  await service.take(workbook, now);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const calculator = {
  calculate: () => Promise.reject(new Error("nothing is calculated here")),
};

function example(): Promise<WorkbookReading> {
  const path = join(__dirname, "..", "examples", "verksamhetssystem.xlsx");
  return LooseWorkbook.ofBytes(path, new Uint8Array(readFileSync(path)), calculator).read();
}

function large(requirements: number, bids: number): Promise<WorkbookReading> {
  const pages = writeWorkbook(enlarged(requirements, bids), sv);
  return LooseWorkbook.ofPages("", pages, calculator).read();
}

/** @returns what each edit took, in ms of CPU time, by the name of what was changed */
async function measure(
  size: string,
  reading: WorkbookReading,
): Promise<ReadonlyMap<string, number>> {
  const begin = () => new CaseService(sv, [sv, en], "bench");
  const fresh: number[] = [];
  for (let n = 0; n < 5; n += 1) fresh.push(await take(begin(), reading));
  report(`${size}: read for the first time`, `${median(fresh).toFixed(0)} ms`, "");
  const service = begin();
  await take(service, reading);
  const taken = new Map<string, number>();
  for (const edit of edits) {
    const given = edit.values.map((value) => withCell(reading, edit, value));
    const times: number[] = [];
    for (let n = 0; n < 10; n += 1) times.push(await take(service, given[n % 2] ?? reading));
    const most = `most ${Math.max(...times).toFixed(0)} ms`;
    report(`${size}: ${edit.name} changed`, `${median(times).toFixed(0)} ms`, most);
    taken.set(edit.name, median(times));
  }
  return taken;
}

/** The document's and its evaluation's, made of a document that has not been seen. */
function fingerprintOfExample(): number {
  const times = [1, 2, 3, 4, 5].map(() => {
    const unseen = document();
    const before = process.cpuUsage();
    documentFingerprint(unseen);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return median(times);
}

async function main(): Promise<void> {
  hashWith(nativeHash);
  const held: Held[] = [heldTo("one fingerprint of the example", fingerprintOfExample())];
  await measure("the example", await example());
  for (const bids of [10, 100] as const) {
    const taken = await measure(`1,500 × ${bids}`, await large(1500, bids));
    const price = taken.get("a price") ?? NaN;
    held.push(heldTo(`one edit of a price in the desk, 1,500 × ${bids}`, price));
  }
  process.stdout.write(`\n${goalTable(held)}\n`);
}

void main();
