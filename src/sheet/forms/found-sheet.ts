/**
 * A sheet of a bidder form as it came back, beside the page that was handed out: its cells by the
 * key of each row, and everything that differs and is not for the bidder to fill in. It decides
 * nothing about a difference.
 */
import { visibleInPaper } from "../../content/visible-text";
import { addressText, cellName, columnLetters } from "../cell-address";
import type { Area, CellContent, CellReading, Page, WholeSheet } from "../workbook";
import type { FoundColumns } from "./found-columns";
import { findColumns } from "./found-columns";
import { isSameText, textOf } from "./found-text";

/** Something in the form that is not as it was handed out. */
export type FormChange = {
  readonly kind:
    | "text"
    | "formula"
    | "row-added"
    | "row-removed"
    | "row-hidden"
    | "column-moved"
    | "column-removed"
    | "merged"
    | "sheet"
    | "extra";
  /** The cell, the row's sheet or the sheet. */
  readonly where: string;
  readonly seen: string;
  readonly wanted: string;
};

/** What a bidder wrote in a cell beside a row. */
export type FormText = { readonly id: string; readonly where: string; readonly text: string };

/** A page of the form and the sheet that it came back as, row by row. */
export class FoundSheet {
  readonly sheet: WholeSheet | undefined;
  private readonly columns: FoundColumns;
  private readonly rowOf = new Map<string, number>();
  /** How many rows of the page have each key. */
  private readonly countOf = new Map<string, number>();

  constructor(
    readonly page: Page,
    sheets: readonly WholeSheet[],
  ) {
    const title = String(page.rows[0]?.[1]?.value);
    this.sheet =
      sheets.find(({ name }) => name === page.name) ??
      sheets.find(({ rows }) => rows[0]?.some((cell) => textOf(cell) === title));
    this.columns = findColumns(page, this.sheet?.rows ?? []);
    for (const [cell] of page.rows) {
      const key = String(cell?.value);
      this.countOf.set(key, (this.countOf.get(key) ?? 0) + 1);
    }
    for (const [row, cells] of (this.sheet?.rows ?? []).entries()) {
      const key = textOf(cells[this.columns.keys]);
      if (key !== "" && !this.rowOf.has(key)) this.rowOf.set(key, row);
    }
  }

  cell(key: string, column: number): CellReading | undefined {
    return this.sheet?.rows[this.rowOf.get(key) ?? -1]?.[this.columns.places[column] ?? -1];
  }

  text(key: string, column: number): string {
    return textOf(this.cell(key, column));
  }

  where(key: string, column: number): string {
    return this.address(this.rowOf.get(key) ?? 0, this.columns.places[column] ?? column);
  }

  /** The rows of the form with an unlocked cell, by their keys, once each. */
  keys(ids: readonly (string | undefined)[]): string[] {
    return ids.flatMap((id, row) =>
      id !== undefined && this.page.rows[row]?.some((cell) => isUnlocked(cell)) ? [id] : [],
    );
  }

  /** The texts that stand in a column of these rows. */
  texts(keys: readonly string[], column: number): FormText[] {
    return keys.flatMap((id) => {
      const text = this.text(id, column);
      return text === "" ? [] : [{ id, where: this.where(id, column), text }];
    });
  }

  /** Everything that differs from what was handed out, and is not for the bidder to fill in. */
  changes(): FormChange[] {
    const { sheet, page } = this;
    if (!sheet) return [{ kind: "sheet", where: page.name, seen: "", wanted: page.name }];
    const expected = new Map<string, number>();
    for (const [row, [key]] of page.rows.entries())
      if (isKeyed(key) && !expected.has(String(key?.value))) expected.set(String(key?.value), row);
    const hidden = sheet.hiddenRows.filter((row) =>
      sheet.rows[row]?.some((cell) => textOf(cell) !== ""),
    );
    return [
      ...this.columnChanges(),
      ...this.merged(),
      ...[...expected].flatMap(([key, row]): FormChange[] =>
        this.isRepeated(key) || row < firstKeyed(page)
          ? []
          : this.rowOf.has(key)
            ? this.rowChanges(key, row)
            : [
                {
                  kind: "row-removed",
                  where: sheet.name,
                  seen: "",
                  wanted: rowText(page.rows[row]),
                },
              ],
      ),
      ...this.otherRows(expected),
      ...hidden.map((row): FormChange => ({
        kind: "row-hidden",
        where: this.address(row, 1),
        seen: rowText(sheet.rows[row]),
        wanted: "",
      })),
    ];
  }

  /** The cells of a row that has kept its key. */
  private rowChanges(key: string, row: number): FormChange[] {
    const [wanted = [], at = 0] = [this.page.rows[row], this.rowOf.get(key)];
    const seen = this.sheet?.rows[at] ?? [];
    const isInPlace = at === row && this.columns.changes.length === 0;
    const changes = this.columns.places.flatMap((place, column): FormChange[] => {
      if (column === 0 || place === undefined) return [];
      return cellChange(wanted[column], seen[place], this.address(at, place), isInPlace);
    });
    return [...changes, ...this.strangeIn(at)];
  }

  /** Texts in a row of the form's own, in columns that the form does not have. */
  private strangeIn(row: number): FormChange[] {
    const own = new Set(this.columns.places);
    return (this.sheet?.rows[row] ?? []).flatMap((cell, column): FormChange[] =>
      own.has(column) || textOf(cell) === ""
        ? []
        : [{ kind: "extra", where: this.address(row, column), seen: textOf(cell), wanted: "" }],
    );
  }

  /** Columns that have moved or are gone, and headings that say something else. */
  private columnChanges(): FormChange[] {
    const { headingRow, changes, places } = this.columns;
    const row = headingRow ?? 0;
    const moved = changes.map(({ heading, column, place }): FormChange => {
      const where = this.address(row, place ?? column);
      return place === undefined
        ? { kind: "column-removed", where: this.sheet?.name ?? "", seen: "", wanted: heading }
        : { kind: "column-moved", where, seen: columnLetters(place), wanted: heading };
    });
    if (headingRow === undefined) return moved;
    const headings = this.page.rows[this.page.repeatedRow ?? 0] ?? [];
    const cells = this.sheet?.rows[row] ?? [];
    const rewritten = places.flatMap((place, column): FormChange[] =>
      column === 0 || place === undefined
        ? []
        : cellChange(headings[column], cells[place], this.address(row, place), true),
    );
    return [...moved, ...rewritten, ...this.strangeIn(row)];
  }

  /** Joined cells, of which the bidder can have filled in the first alone. */
  private merged(): FormChange[] {
    const { sheet, page } = this;
    const rowOf = new Map(page.rows.map(([key], row) => [String(key?.value ?? ""), row]));
    const isFilledIn = (row: number, place: number) => {
      const key = textOf(sheet?.rows[row]?.[this.columns.keys]);
      const own = page.rows[key === "" ? -1 : (rowOf.get(key) ?? -1)];
      return own !== undefined && isUnlocked(own[this.columns.places.indexOf(place)]);
    };
    return (sheet?.merges ?? []).flatMap((area): FormChange[] =>
      cellsOf(area).some(([row, place]) => isFilledIn(row, place))
        ? [
            {
              kind: "merged",
              where: this.address(area.top, area.left),
              seen: `${cellName(area.top, area.left)}:${cellName(area.bottom, area.right)}`,
              wanted: "",
            },
          ]
        : [],
    );
  }

  /** Rows that the form does not have, and texts that someone wrote beside its own. */
  private otherRows(expected: ReadonlyMap<string, number>): FormChange[] {
    const { sheet, page } = this;
    const own = new Set(page.rows.flat().map((cell) => String(cell?.value ?? "").trim()));
    return (sheet?.rows ?? []).flatMap((cells, row): FormChange[] => {
      const key = textOf(cells[this.columns.keys]);
      if (expected.has(key) && this.rowOf.get(key) === row) return [];
      const strange = cells.flatMap((cell, column) =>
        textOf(cell) === "" || cell.formula !== undefined || own.has(textOf(cell))
          ? []
          : [{ column, text: textOf(cell) }],
      );
      const [first] = strange;
      if (!first && !(expected.has(key) && !this.isRepeated(key))) return [];
      return [
        {
          kind: strange.length > 1 || key !== "" ? "row-added" : "extra",
          where: this.address(row, first?.column ?? 1),
          seen: rowText(cells),
          wanted: "",
        },
      ];
    });
  }

  /** Keys of headers and of checks stand on several rows. */
  private isRepeated(key: string): boolean {
    return (this.countOf.get(key) ?? 0) > 1;
  }

  private address(row: number, column: number): string {
    return addressText({ sheet: this.sheet?.name ?? this.page.name, row, column });
  }
}

function isKeyed(cell: CellContent | null | undefined): boolean {
  return typeof cell?.value === "string";
}

/** Where the header's own key stands, the rows with keys begin below. */
function firstKeyed({ repeatedRow }: Page): number {
  return repeatedRow === undefined ? 0 : repeatedRow + 1;
}

function isUnlocked(cell: CellContent | null | undefined): boolean {
  return cell?.style === "input" || cell?.style === "input-text";
}

function rowText(cells: readonly ({ readonly value?: unknown } | null)[] = []): string {
  const texts = cells.slice(1).flatMap((cell) => {
    const { value } = cell ?? {};
    return typeof value === "string" || typeof value === "number" ? [String(value).trim()] : [];
  });
  return visibleInPaper(texts.filter((text) => text !== "").join(" · ")).slice(0, 120);
}

/** How a cell that the bidder does not fill in differs from the one that was handed out. */
function cellChange(
  own: CellContent | null | undefined,
  cell: CellReading | undefined,
  where: string,
  isInPlace: boolean,
): FormChange[] {
  if (isUnlocked(own)) return [];
  const seen = textOf(cell);
  if (own?.formula !== undefined)
    return isSameFormula(own.formula, cell, isInPlace)
      ? []
      : [{ kind: "formula", where, seen: cell?.formula ?? seen, wanted: own.formula }];
  const wanted = own?.value === undefined || own.value === null ? "" : String(own.value);
  return isSameText(wanted, cell)
    ? []
    : [{ kind: wanted === "" ? "extra" : "text", where, seen, wanted }];
}

/** The cells of an area, the first ones of a very large one. */
function cellsOf({ top, left, bottom, right }: Area): (readonly [row: number, column: number])[] {
  const [height, width] = [Math.min(bottom - top + 1, 500), Math.min(right - left + 1, 30)];
  return Array.from(
    { length: height * width },
    (_, n) => [top + Math.floor(n / width), left + (n % width)] as const,
  );
}

/** @param isInPlace false for a row that has moved, whose formula has moved with it */
function isSameFormula(wanted: string, cell: CellReading | undefined, isInPlace: boolean): boolean {
  if (cell?.formula === undefined) return false;
  const plain = (text: string) => text.replace(/^=|[\s'$@]|_xlfn\./gu, "").toUpperCase();
  return !isInPlace || plain(cell.formula) === plain(wanted);
}
