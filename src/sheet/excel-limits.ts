/**
 * What Excel takes, for everything that is written: the same limits for a file and for an open
 * workbook, checked where cells are written. A breach is never mended by cutting; it names
 * the sheet, the cell and the limit. Source: support.microsoft.com, "Excel specifications
 * and limits" and "Rename a worksheet"; a text in a formula: "Error: Text values in formulas are
 * limited to 255 characters".
 */
import type { Amendment, CellContent, Page } from "./workbook";
import { cellName } from "./cell-address";

export const excelLimits = {
  /** Characters in a formula, without its equals sign. */
  formula: 8192,
  /** Characters between two quotation marks in a formula. */
  literal: 255,
  /** Functions inside functions. */
  nesting: 64,
  /** Arguments of one function. */
  functionArguments: 255,
  /** Characters in a cell. */
  text: 32_767,
  /** Hyperlinks on a sheet. */
  links: 65_530,
  /** Characters in the name of a sheet. */
  sheetName: 31,
} as const;

/**
 * - `formula`, `literal`, `nesting`, `functionArguments`, `text`: what is too long or too much in a cell
 * - `links`: too many hyperlinks on a sheet
 * - `sheetName`: too long, blank, or with a character that a sheet's name cannot have
 */
export type LimitName = keyof typeof excelLimits;

export type LimitBreach = {
  readonly limit: LimitName;
  readonly sheet: string;
  /** "B5"; nothing where the breach is the sheet's. */
  readonly cell?: string;
  readonly found: number;
  readonly most: number;
};

/** The first thing on these sheets that Excel would not take; nothing when it takes all. */
export function firstBreach(pages: readonly Page[]): LimitBreach | undefined {
  for (const page of pages) {
    const breach = nameBreach(page.name) ?? cellBreach(page) ?? linkBreach(page);
    if (breach) return breach;
  }
  return undefined;
}

function nameBreach(sheet: string): LimitBreach | undefined {
  const most = excelLimits.sheetName;
  const isNamed = sheet !== "" && !/[[\]:*?/\\]|^'|'$/.test(sheet) && !/^history$/i.test(sheet);
  return sheet.length <= most && isNamed
    ? undefined
    : { limit: "sheetName", sheet, found: sheet.length, most };
}

function cellBreach({ name, rows }: Page): LimitBreach | undefined {
  for (const [r, row] of rows.entries()) {
    for (const [c, cell] of row.entries()) {
      const own = cell ? contentBreach(cell) : undefined;
      if (own) return { ...own, sheet: name, cell: cellName(r, c), most: excelLimits[own.limit] };
    }
  }
  return undefined;
}

type ContentBreach = { readonly limit: LimitName; readonly found: number };

function contentBreach({ value, formula }: CellContent): ContentBreach | undefined {
  if (typeof value === "string" && value.length > excelLimits.text)
    return { limit: "text", found: value.length };
  return formula === undefined ? undefined : formulaBreach(formula);
}

/** The first thing that an amendment would write and Excel would not take; a new row has no cell yet. */
export function amendmentBreach({
  entries,
  columns = [],
  appended,
  pages,
}: Amendment): LimitBreach | undefined {
  for (const { address, content } of entries) {
    const own = contentBreach(content);
    const { sheet, row, column } = address;
    if (own) return { ...own, sheet, cell: cellName(row, column), most: excelLimits[own.limit] };
  }
  const added = columns.map(({ table, added: own }) => ({
    table,
    rows: own.map(({ cells }) => cells),
  }));
  for (const { table, rows } of [...added, ...appended]) {
    const own = rows.flat().map(contentBreach).find(Boolean);
    if (own) return { ...own, sheet: table, most: excelLimits[own.limit] };
  }
  return firstBreach(pages);
}

function linkBreach({ name, rows }: Page): LimitBreach | undefined {
  const found = rows.reduce((sum, row) => sum + row.filter((cell) => cell?.link).length, 0);
  const most = excelLimits.links;
  return found > most ? { limit: "links", sheet: name, found, most } : undefined;
}

/** Which limit a formula breaks, without its equals sign, and by how much it is there. */
function formulaBreach(formula: string): ContentBreach | undefined {
  const over = (limit: LimitName, found: number) =>
    found > excelLimits[limit] ? { limit, found } : undefined;
  const tooLong = over("formula", formula.length);
  // A short formula has no room for sixty-four functions, which take two characters each.
  if (tooLong || formula.length <= 2 * excelLimits.nesting) return tooLong;
  const { literal, nesting, functionArguments } = shapeOf(formula);
  return (
    over("literal", literal) ??
    over("nesting", nesting) ??
    over("functionArguments", functionArguments)
  );
}

/** The longest literal, the deepest nesting and the most arguments of a formula. */
function shapeOf(formula: string): {
  readonly literal: number;
  readonly nesting: number;
  readonly functionArguments: number;
} {
  const most = { literal: 0, nesting: 0, functionArguments: 0 };
  // One entry for each open bracket: a function's with its arguments so far, a plain one's
  // undefined.
  const open: (number | undefined)[] = [];
  const tokens = formula.matchAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|([A-Za-z_.][\w.]*)?\(|\)|,/g);
  for (const [token, name] of tokens) {
    if (token.startsWith('"'))
      most.literal = Math.max(most.literal, token.slice(1, -1).replaceAll('""', '"').length);
    else if (token.endsWith("(")) open.push(name === undefined ? undefined : 1);
    else if (token === ")") open.pop();
    else if (token === ",") {
      const counted = open.at(-1);
      if (counted !== undefined) open[open.length - 1] = counted + 1;
    }
    const depth = open.filter((each) => each !== undefined).length;
    most.nesting = Math.max(most.nesting, depth);
    most.functionArguments = Math.max(most.functionArguments, open.at(-1) ?? 0);
  }
  return most;
}
