/**
 * Our result sheets as they stand in a workbook, held against what they should be, cell by cell:
 * formulas by their text, figures by their value, words by their letters. It explains nothing and
 * mends nothing.
 */
import type { CellAddress, CellContent, CellReading, Page, SheetReading } from "./workbook";

/**
 * - `formula`: another formula, or a value where a formula should be
 * - `value`: another value, or none
 * - `extra`: something where there should be nothing
 */
export type SheetDifference = {
  readonly address: CellAddress;
  readonly kind: "formula" | "value" | "extra";
  readonly seen: string;
  readonly wanted: string;
};

/**
 * A formula's value was calculated by whatever program saved the file last, and programs differ in
 * the last digits of a double; twelve significant ones are more than any figure here is shown with.
 */
const significant = 12;

/**
 * A workbook shows and accepts no more significant digits than these, and some programs save no
 * more.
 */
const kept = 15;

/** What has become of each page: its differences, or that it is not there. */
export function compareResultSheets(
  pages: readonly Page[],
  found: readonly SheetReading[],
): { readonly differences: SheetDifference[]; readonly missing: string[]; readonly cells: number } {
  const byMark = new Map(found.map((each) => [each.mark, each]));
  const missing = pages.filter(({ mark = "" }) => !byMark.has(mark)).map(({ name }) => name);
  const there = pages.flatMap((page) => {
    const sheet = byMark.get(page.mark ?? "");
    return sheet ? [{ page, sheet }] : [];
  });
  return {
    missing,
    cells: there.reduce(
      (sum, { page: { rows } }) =>
        sum + rows.reduce((inRow, row) => inRow + row.filter((cell) => cell !== null).length, 0),
      0,
    ),
    differences: there.flatMap(({ page, sheet }) => pageDifferences(page, sheet)),
  };
}

/**
 * Everything that stands on a sheet as one text, to be hashed: the same of a page and of the sheet
 * that was made of it.
 */
export function contentsOf(
  sheets: readonly {
    readonly mark?: string;
    readonly rows: readonly (readonly ({
      readonly value?: CellContent["value"];
      readonly formula?: string;
    } | null)[])[];
  }[],
): string {
  const cells = sheets.map(
    ({ mark = "", rows }) =>
      [
        mark,
        rows.flatMap((row, r) =>
          row.flatMap((cell, c) => {
            const { value = null, formula = null } = cell ?? {};
            return (value === null || value === "") && formula === null
              ? []
              : [[r, c, value, formula]];
          }),
        ),
      ] as const,
  );
  return JSON.stringify([...cells].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function pageDifferences({ rows }: Page, { name, rows: found }: SheetReading): SheetDifference[] {
  const differences: SheetDifference[] = [];
  for (let row = 0; row < Math.max(rows.length, found.length); row++) {
    for (
      let column = 0;
      column < Math.max(rows[row]?.length ?? 0, found[row]?.length ?? 0);
      column++
    ) {
      const difference = cellDifference(
        rows[row]?.[column] ?? {},
        found[row]?.[column] ?? { kind: "blank", value: null },
      );
      if (difference) differences.push({ address: { sheet: name, row, column }, ...difference });
    }
  }
  return differences;
}

function cellDifference(
  wanted: CellContent,
  seen: CellReading,
): Omit<SheetDifference, "address"> | undefined {
  const differing = (
    kind: SheetDifference["kind"],
    want: CellContent["value"],
    see: CellContent["value"],
  ) => ({ kind, wanted: String(want ?? ""), seen: String(see ?? "") });
  // A link to a cell is a hyperlink in a file and a formula in Excel; its words are the same.
  if (
    wanted.formula !== undefined &&
    plainFormula(seen.formula ?? "") !== plainFormula(wanted.formula)
  )
    return differing(
      "formula",
      `=${wanted.formula}`,
      seen.formula === undefined ? seen.value : `=${seen.formula}`,
    );
  if (wanted.formula === undefined && wanted.link === undefined && seen.formula !== undefined)
    return differing("formula", wanted.value, `=${seen.formula}`);
  const shown =
    wanted.link && wanted.formula === undefined && seen.formula !== undefined
      ? linkText(seen.formula)
      : seen.value;
  const [want, see] = [plainValue(wanted.value, wanted.formula), plainValue(shown, wanted.formula)];
  if (want === see) return undefined;
  return differing(want === "" ? "extra" : "value", wanted.value, shown);
}

/** The words of HYPERLINK("#'Anbud'!F5","Anbud!F5"), which not every program can calculate. */
function linkText(formula: string): string {
  const [, text = ""] = /^=?HYPERLINK\(.*,\s*"((?:[^"]|"")*)"\)$/i.exec(formula) ?? [];
  return text.replaceAll('""', '"');
}

/**
 * A formula as it means: programs write spaces, capitals, quotes about a sheet's name that needs
 * none, numbers and the prefix of newer functions in ways of their own, and $ only says what a copy
 * would point at. What stands between quotation marks is left alone.
 */
function plainFormula(formula: string): string {
  return unwrapped(formula.replace(/^=/, ""))
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*'(?=!))/)
    .map((part, n) => (n % 2 === 1 ? plainName(part) : plainCode(part)))
    .join("");
}

/**
 * Without the sign of implicit intersection, which Excel puts before a lookup when it loads a file
 * from another program: IF(@INDEX(…, or _xlfn.SINGLE(INDEX(…)) in the file. It changes nothing
 * there, since INDEX with a row gives one cell; before a range it would, and stays.
 */
function unwrapped(formula: string): string {
  const wrap = [...formula.matchAll(/"(?:[^"]|"")*"|_xlfn\.SINGLE\((?=INDEX\()/gi)].find(
    ([found]) => !found.startsWith('"'),
  );
  if (!wrap) return formula;
  const inner = formula.slice(wrap.index + wrap[0].length);
  const end = closing(inner);
  return end < 0
    ? formula
    : unwrapped(`${formula.slice(0, wrap.index)}${inner.slice(0, end)}${inner.slice(end + 1)}`);
}

/** Where the parenthesis closes that was open before the text; -1 where it never does. */
function closing(text: string): number {
  let depth = 1;
  let quote = "";
  for (const [at, sign] of Array.from(text).entries()) {
    if (quote !== "") quote = sign === quote ? "" : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === "(") depth += 1;
    else if (sign === ")") depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** A sheet's name without the quotes that it does not need; a text as it is. */
function plainName(quotedPart: string): string {
  return quotedPart.startsWith("'")
    ? quotedPart.replace(/^'([\p{L}_][\p{L}\p{N}_.]*)'$/u, "$1").toUpperCase()
    : quotedPart;
}

function plainCode(code: string): string {
  return code
    .replace(/@(?=INDEX\()/gi, "")
    .replace(/_xlfn\.(?:_xlws\.)?|_xlws\./gi, "")
    .replace(/[\s$]+/g, "")
    .toUpperCase()
    .replace(/(?<![\p{L}\p{N}_.!])\d+(?:\.\d+)?(?:E[+-]?\d+)?(?![\p{L}\p{N}_(!:])/giu, (number) =>
      String(Number(number)),
    );
}

/**
 * A blank and an empty text are one; of a number the digits that a workbook keeps, and of a
 * formula's those that programs agree on.
 */
function plainValue(value: CellContent["value"], formula: string | undefined): string {
  if (value === undefined || value === null || value === "") return "";
  if (typeof value !== "number") return `${typeof value} ${String(value)}`;
  if (formula === undefined) return `number ${value.toPrecision(kept)}`;
  // Noise about zero has no digits to agree on: a millionth is less than any amount or share that
  // is shown.
  return Math.abs(value) < 1e-6 ? "number 0" : `number ${value.toPrecision(significant)}`;
}
