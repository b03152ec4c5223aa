/**
 * A sheet of a bidder form as it came back, beside the page that was handed out: its cells by the
 * key of each row, and everything that differs and is not for the bidder to fill in. It decides
 * nothing about a difference.
 */
import { visibleInPaper } from "../../content/visible-text";
import { addressText } from "../cell-address";
import type { CellContent, CellReading, Page, WholeSheet } from "../workbook";

/** Something in the form that is not as it was handed out. */
export type FormChange = {
  readonly kind:
    "text" | "formula" | "row-added" | "row-removed" | "row-hidden" | "sheet" | "extra";
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
      sheets.find(({ rows }) => textOf(rows[0]?.[1]) === title);
    for (const [cell] of page.rows) {
      const key = String(cell?.value);
      this.countOf.set(key, (this.countOf.get(key) ?? 0) + 1);
    }
    for (const [row, [key]] of (this.sheet?.rows ?? []).entries())
      if (textOf(key) !== "" && !this.rowOf.has(textOf(key))) this.rowOf.set(textOf(key), row);
  }

  cell(key: string, column: number): CellReading | undefined {
    return this.sheet?.rows[this.rowOf.get(key) ?? -1]?.[column];
  }

  text(key: string, column: number): string {
    return textOf(this.cell(key, column));
  }

  where(key: string, column: number): string {
    return this.address(this.rowOf.get(key) ?? 0, column);
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
    return Array.from({ length: Math.max(wanted.length, seen.length) }, (_, column) => column)
      .slice(1)
      .flatMap((column): FormChange[] => {
        const [own, cell] = [wanted[column], seen[column]];
        if (isUnlocked(own)) return [];
        const where = this.address(at, column);
        if (own?.formula !== undefined)
          return isSameFormula(own.formula, cell, at === row)
            ? []
            : [
                {
                  kind: "formula",
                  where,
                  seen: cell?.formula ?? textOf(cell),
                  wanted: own.formula,
                },
              ];
        const text = own?.value === undefined || own.value === null ? "" : String(own.value);
        if (isSameText(text, cell)) return [];
        return [{ kind: text === "" ? "extra" : "text", where, seen: textOf(cell), wanted: text }];
      });
  }

  /** Rows that the form does not have, and texts that someone wrote beside its own. */
  private otherRows(expected: ReadonlyMap<string, number>): FormChange[] {
    const { sheet, page } = this;
    const own = new Set(page.rows.flat().map((cell) => String(cell?.value ?? "").trim()));
    return (sheet?.rows ?? []).flatMap((cells, row): FormChange[] => {
      const key = textOf(cells[0]);
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

export function textOf(cell: CellReading | undefined): string {
  return cell === undefined || cell.value === null ? "" : String(cell.value).trim();
}

function rowText(cells: readonly ({ readonly value?: unknown } | null)[] = []): string {
  const texts = cells.slice(1).flatMap((cell) => {
    const { value } = cell ?? {};
    return typeof value === "string" || typeof value === "number" ? [String(value).trim()] : [];
  });
  return visibleInPaper(texts.filter((text) => text !== "").join(" · ")).slice(0, 120);
}

/** Other programs part lines with other signs, and keep a number's digits otherwise. */
function isSameText(text: string, cell: CellReading | undefined): boolean {
  const [wanted, seen] = [text, textOf(cell)].map((each) => each.replace(/\s+/gu, " ").trim());
  return wanted === seen || (wanted !== "" && seen !== "" && Number(wanted) === Number(seen));
}

/** @param isInPlace false for a row that has moved, whose formula has moved with it */
function isSameFormula(wanted: string, cell: CellReading | undefined, isInPlace: boolean): boolean {
  if (cell?.formula === undefined) return false;
  const plain = (text: string) => text.replace(/^=|[\s'$@]|_xlfn\./gu, "").toUpperCase();
  return !isInPlace || plain(cell.formula) === plain(wanted);
}
