/**
 * Filled cells that no eye sees although their rows and columns are shown: tiny text, text in the
 * colour of its background, a format that shows nothing, a cell merged into another, a drawing over
 * it. It judges no value.
 */
import type { CellStyle } from "hucre/xlsx";
import type { Area, HiddenCells } from "../../sheet/workbook";
import { runsIn } from "../../sheet/workbook";
import { Failure } from "../failure";
import type { ThemeColours } from "./cell-colours";
import { isTextUnseen } from "./cell-colours";
import type { ReadSheet } from "./plain-cells";

/** What can hide the cells of a sheet. */
export type Coverings = {
  /** Where the values stand that count: the tables of an input sheet, the whole of a result sheet. */
  readonly areas: readonly Area[];
  /** Where a table paints its own dark background, text may be white. */
  readonly painted: readonly Area[];
  readonly drawings: readonly Area[];
  readonly colours: ThemeColours;
};

type How = HiddenCells["how"];

/** In points: the least that Excel lets anyone choose is 1. */
const tiny = 2;

export function unseenCells(sheet: ReadSheet, coverings: Coverings): HiddenCells[] {
  const { areas, painted, drawings, colours } = coverings;
  const styles = new Map<CellStyle, How | undefined>();
  const merged = (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
    top: startRow,
    left: startCol,
    bottom: endRow,
    right: endCol,
  }));
  const found = new Map<
    string,
    { readonly how: How; readonly column: number; readonly rows: number[] }
  >();
  const add = (how: How, row: number, column: number) => {
    const key = `${how} ${column}`;
    const known = found.get(key) ?? { how, column, rows: [] };
    found.set(key, known);
    known.rows.push(row);
  };
  const isMerged = lookUp(merged, sheet);
  const isDrawnOver = lookUp(drawings, sheet);
  const isPainted = lookUp(painted, sheet);
  for (const { row, column, value } of filledCells(sheet, areas)) {
    const style = sheet.detailAt(row, column)?.style;
    const how =
      style && (isHidingValue(style, value) ? "blank-format" : hidingOf(style, colours, styles));
    if (how && !(how === "same-colour" && isPainted(row, column))) add(how, row, column);
    const joined = isMerged(row, column);
    if (joined && (row > joined.top || column > joined.left)) add("merge", row, column);
    if (isDrawnOver(row, column)) add("drawing", row, column);
  }
  return [...found.values()].flatMap(({ how, column, rows }) =>
    runsIn(rows).map(({ first, last }): HiddenCells => ({
      sheet: sheet.name,
      kind: "cells",
      how,
      area: { top: first, left: column, bottom: last, right: column },
    })),
  );
}

type Filled = { readonly row: number; readonly column: number; readonly value: unknown };

function* filledCells({ rows }: ReadSheet, areas: readonly Area[]): Generator<Filled> {
  for (const [row, cells] of rows.entries()) {
    const across = areas.filter(({ top, bottom }) => row >= top && row <= bottom);
    if (across.length === 0) continue;
    for (const [column, value] of cells.entries()) {
      if (value === null || value === "") continue;
      if (across.some(({ left, right }) => column >= left && column <= right))
        yield { row, column, value };
    }
  }
}

/** Rows of all areas of a kind; no workbook that people have made has a tenth of it. */
const mostRows = 2e6;

/** The area that a cell is in, looked for among those of its row. @throws Failure if they are too many */
function lookUp(
  areas: readonly Area[],
  { name: sheet, rows }: ReadSheet,
): (row: number, column: number) => Area | undefined {
  const byRow = new Map<number, Area[]>();
  let left = mostRows;
  for (const area of areas)
    for (let row = Math.max(0, area.top); row <= Math.min(area.bottom, rows.length - 1); row += 1) {
      left -= 1;
      if (left < 0) throw new Failure("file-hostile", { hostile: "cells", sheet });
      const known = byRow.get(row);
      if (known) known.push(area);
      else byRow.set(row, [area]);
    }
  return (row, column) =>
    byRow.get(row)?.find((area) => column >= area.left && column <= area.right);
}

/** A style is looked at once, however many cells have it. */
function hidingOf(
  style: CellStyle,
  colours: ThemeColours,
  known: Map<CellStyle, How | undefined>,
): How | undefined {
  if (known.has(style)) return known.get(style);
  const how =
    (style.font?.size ?? 11) <= tiny
      ? "tiny-text"
      : isTextUnseen(style, colours)
        ? "same-colour"
        : undefined;
  known.set(style, how);
  return how;
}

/**
 * Whether the format's section for a value shows nothing: ";;;" hides everything, ";;" every number.
 * A format of one section shows what has none of its own.
 */
function isHidingValue({ numFmt }: CellStyle, value: unknown): boolean {
  if (numFmt?.includes(";") !== true) return false;
  const sections = sectionsOf(numFmt);
  const number = typeof value === "number" ? value : undefined;
  const at = number === undefined ? 3 : number > 0 ? 0 : number < 0 ? 1 : 2;
  const section = number === undefined ? sections[3] : (sections[at] ?? sections[0]);
  return section !== undefined && shownBy(section) === "";
}

/** The sections of a format; a semicolon in a quoted text parts none. */
function sectionsOf(format: string): string[] {
  return format.replace(/"[^"]*"|\\./g, (quoted) => quoted.replaceAll(";", ",")).split(";");
}

/** What a section shows besides colours, blanks of a width and quoted blanks. */
function shownBy(section: string): string {
  return section.replace(/\[[^\]]*\]|_.|\*.|"\s*"|\s/g, "");
}
