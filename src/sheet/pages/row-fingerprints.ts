/**
 * The sheet Avtryck: of every row of the input tables a few digits of its fingerprint, as it stood
 * when the results were computed. The whole document's fingerprint proves that something has
 * changed since; these say which row. It holds no figure and no text of any bid.
 */
import type { EvaluationDocument } from "../../core/document/schema";
import { visibleInPaper } from "../../content/visible-text";
import type { Words } from "../../words/sv/words";
import type { FoundTable, Places } from "../locate";
import { columns } from "../layout";
import type { TableKey } from "../table-keys";
import type { CellAddress, CellContent, CellReading, Page, SheetReading } from "../workbook";

/**
 * Six digits tell a changed row from 16 million others; what they miss, the whole fingerprint does
 * not.
 */
const digits = 6;

/** A cell holds more, but a row as high as a page is hard to read. */
const longest = 4000;

/**
 * Tables that change without any result being of another input: the journal has a chain of its own.
 */
const aside: ReadonlySet<TableKey> = new Set([
  "events",
  "recorded",
  "award",
  "decisions",
  "dispatches",
  "confidential",
  "requests",
  "checklist",
  "roles",
  "timePlan",
  "anchors",
]);

const header = 3;

/** @param digest SHA-256 of a text, in hexadecimal digits */
export function rowFingerprintsPage(
  places: Places,
  document: EvaluationDocument,
  digest: (text: string) => string,
  words: Words,
): Page {
  const name = words.sheets.imprint;
  const text = words.trail.imprint;
  const rows = Object.values(places.tables)
    .filter(({ key }) => !aside.has(key))
    .flatMap((table): CellContent[][] => {
      const found = [...imprintsOf(table, digest)].map(([id, imprint]) => `${id}=${imprint}`);
      return packed(found).map((cell) => [
        { value: words.sheets[table.key], style: "text" },
        { value: table.key, style: "note" },
        { value: cell, style: "note" },
      ]);
    });
  return {
    name,
    role: "result",
    mark: "imprint",
    isHidden: true,
    rows: [
      // The rows below are read back as they stand; title and header are only shown.
      [{ value: visibleInPaper(`${name} – ${document.procurement.title}`), style: "title" }],
      [{ value: text.guide, style: "guide" }],
      [],
      [text.sheet, text.table, text.rows].map((value) => ({ value, style: "header" })),
      ...rows,
    ],
    widths: [22, 18, 120],
    hiddenColumns: [],
    freeze: { rows: header + 1, columns: 0 },
    choices: [],
    highlights: [],
    header: visibleInPaper(`${document.procurement.caseNumber} · ${name}`),
  };
}

/** As many as fit in a cell, in as many cells as it takes; a line's ids hold no space. */
function packed(found: readonly string[]): string[] {
  const cells: string[] = [];
  for (const each of found) {
    const last = cells.at(-1);
    if (last !== undefined && last.length + each.length < longest)
      cells[cells.length - 1] = `${last} ${each}`;
    else cells.push(each);
  }
  return cells;
}

/**
 * Of each row, and of each bid's cells in it, by the row's stable id: every column of ours, read or
 * only shown.
 */
function* imprintsOf(
  table: FoundTable,
  digest: (text: string) => string,
): Generator<[string, string]> {
  const groups = new Map<string, string[]>();
  const repeated = new Set(columns[table.key].flatMap(({ key, perBid }) => (perBid ? [key] : [])));
  const sums = new Set(
    columns[table.key].flatMap(({ key, kind }) => (kind === "sum" ? [key] : [])),
  );
  for (const column of [...table.columnOf.keys()].sort()) {
    const at = column.lastIndexOf(" ");
    const bid = at >= 0 && repeated.has(column.slice(at + 1)) ? `/${column.slice(0, at)}` : "";
    groups.set(bid, [...(groups.get(bid) ?? []), column]);
  }
  for (const [id, row] of table.rowOf) {
    for (const [bid, own] of groups) {
      const cells = own.flatMap((column) => {
        const { kind, value, formula } = table.cell(row, column);
        // A sum is a formula of its place on the sheet, and the same number wherever it is sorted to.
        if (sums.has(column)) return kind === "number" ? [[column, kind, asSaved(value)]] : [];
        return kind === "blank" && formula === undefined
          ? []
          : [[column, kind, asSaved(value), formula ?? null]];
      });
      if (cells.length > 0 || bid === "")
        yield [`${id.replaceAll(" ", "_")}${bid}`, digest(JSON.stringify(cells)).slice(0, digits)];
    }
  }
}

/**
 * A number as every program saves it: Excel keeps 17 digits of a third, LibreOffice 15, and neither
 * computes with more than 15.
 */
function asSaved(value: CellReading["value"]): CellReading["value"] {
  return typeof value === "number" ? Number(value.toPrecision(15)) : value;
}

/** A row that is not what it was when the results were computed; no address where it is gone. */
export type ChangedRow = {
  readonly table: TableKey;
  readonly id: string;
  readonly address?: CellAddress;
};

type Imprints = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What such a sheet says of each row of each table. */
function imprintsIn(
  rows: readonly (readonly ({ readonly value?: CellContent["value"] } | null)[])[],
): Imprints {
  const found = new Map<string, Map<string, string>>();
  for (const [, table, cell] of rows.slice(header + 1)) {
    const key = String(table?.value);
    const known = found.get(key) ?? new Map<string, string>();
    found.set(key, known);
    for (const each of String(cell?.value ?? "").split(" "))
      known.set(each.slice(0, each.lastIndexOf("=")), each.slice(each.lastIndexOf("=") + 1));
  }
  return found;
}

/**
 * The rows that have changed, come or gone since the sheet was written. @param now the sheet as it
 * would be written now
 */
export function changedRows(
  { rows }: Pick<SheetReading, "rows">,
  now: Pick<Page, "rows">,
  places: Places,
): ChangedRow[] {
  const [then, since] = [imprintsIn(rows), imprintsIn(now.rows)];
  return Object.values(places.tables).flatMap((table): ChangedRow[] => {
    const [before, after] = [then.get(table.key), since.get(table.key)];
    const changed = [...(after ?? [])]
      .filter(([id, imprint]) => before?.get(id) !== imprint)
      .map(([id]) => id);
    const gone = [...(before?.keys() ?? [])].filter((id) => id !== "" && after?.has(id) !== true);
    return [
      ...changed.map((id): ChangedRow => ({ table: table.key, id, ...addressOf(table, id) })),
      ...gone.map((id): ChangedRow => ({ table: table.key, id })),
    ];
  });
}

/** The first cell of the row that is of the bid, or of the row itself. */
function addressOf(table: FoundTable, imprinted: string): { readonly address?: CellAddress } {
  const [id = "", bid] = imprinted.split("/");
  const row = [...table.rowOf].find(([each]) => each.replaceAll(" ", "_") === id)?.[1];
  const column = [...table.columnOf.keys()].find((each) =>
    bid === undefined ? !["order", "key"].includes(each) : each.startsWith(`${bid} `),
  );
  const address =
    row === undefined || column === undefined ? undefined : table.address(row, column);
  return address ? { address } : {};
}
