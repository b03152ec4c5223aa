/**
 * What a reader of a sheet cannot see: the sheet itself, rows and columns without room, and filled cells
 * that are hidden to the eye. It is looked for only when it is asked for, and changes nothing.
 */
import type { Area, Concealed } from "../../sheet/workbook";
import { hiddenSheet, markName, runsIn } from "../../sheet/workbook";
import { sheetOf } from "../../sheet/cell-address";
import { plainColours, themeColours } from "./cell-colours";
import { drawnAreas } from "./drawn-areas";
import { mainPart, relationsOf } from "./normalise-parts";
import type { Package } from "./package-check";
import type { ReadSheet } from "./plain-cells";
import type { ReadingCopy } from "./reading-copy";
import type { Coverings } from "./unseen-cells";
import { unseenCells } from "./unseen-cells";
import { attributeIn, textOf } from "./xml-scan";

/** Less room than this shows nothing: a row in points, a column in characters. */
const least = { height: 3, width: 0.5 };

export function concealedOf(sheet: ReadSheet, copy: ReadingCopy, parts: Package): Concealed[] {
  const { name, hidden, veryHidden } = sheet;
  const usual = usualSizes(copy.sheetParts.get(name) ?? "", parts);
  const isHidden = hidden === true || veryHidden === true;
  return [
    ...(isHidden ? [hiddenSheet(name, veryHidden === true)] : []),
    ...runsIn(hiddenRows(sheet, usual.height)).map((run): Concealed => ({
      sheet: name,
      kind: "rows",
      ...run,
    })),
    ...runsIn(hiddenColumns(sheet, usual.width)).map((run): Concealed => ({
      sheet: name,
      kind: "columns",
      ...run,
    })),
    ...unseenCells(sheet, coveringsOf(sheet, copy, parts)),
  ];
}

/** @param usual the height of a row that has none of its own, in points */
function hiddenRows({ rowDefs, rows }: ReadSheet, usual: number): number[] {
  const isLow = (row: number) => {
    const { hidden, height = usual } = rowDefs?.get(row) ?? {};
    return hidden === true || height < least.height;
  };
  const known = [...(rowDefs?.keys() ?? []), ...(usual < least.height ? rows.keys() : [])];
  return [...new Set(known)].filter(isLow).sort((a, b) => a - b);
}

/** @param usual the width of a column that has none of its own, in characters */
function hiddenColumns({ columns = [], rows }: ReadSheet, usual: number): number[] {
  const across =
    usual < least.width ? Math.max(0, ...rows.slice(0, 100).map((row) => row.length)) : 0;
  const count = Math.max(columns.length, across);
  return Array.from({ length: count }, (_, column) => column).filter((column) => {
    const { hidden, width = usual } = columns[column] ?? {};
    return hidden === true || width < least.width;
  });
}

/** The sizes of rows and columns that have none of their own; Excel's, where the sheet says nothing. */
function usualSizes(
  part: string,
  parts: Package,
): { readonly height: number; readonly width: number } {
  // It stands before the cells (ECMA-376 part 1, 18.3.1.99), so that a long sheet need not be decoded.
  const head = new TextDecoder().decode(parts.get(part)?.slice(0, 20_000));
  const said = /<(?:\w+:)?sheetFormatPr\b([^>]*)>/.exec(head)?.[1] ?? "";
  const isZero = /^(?:1|true)$/.test(attributeIn(said, "zeroHeight") ?? "");
  return {
    height: isZero ? 0 : Number(attributeIn(said, "defaultRowHeight") ?? 15),
    width: Number(attributeIn(said, "defaultColWidth") ?? 8.43),
  };
}

function coveringsOf({ name, rows }: ReadSheet, copy: ReadingCopy, parts: Package): Coverings {
  const tables = copy.tables.get(name) ?? [];
  const isResult = copy.names.some(
    (each) => each.name.startsWith(markName("")) && sheetOf(each.range) === name,
  );
  const whole: Area = { top: 0, left: 0, bottom: rows.length, right: Infinity };
  const theme = relationsOf(mainPart, parts).find(
    ({ type, target }) => type === "theme" && parts.has(target),
  )?.target;
  const drawings = relationsOf(copy.sheetParts.get(name) ?? "", parts)
    .filter(({ type }) => type === "drawing")
    .filter(({ target }) => parts.has(target));
  return {
    areas: isResult ? [whole] : tables.map(({ area }) => area),
    painted: tables.flatMap(({ area, style, hasHeaderRow }) =>
      style.startsWith("TableStyleDark")
        ? [area]
        : style !== "" && hasHeaderRow
          ? [{ ...area, bottom: area.top }]
          : [],
    ),
    drawings: drawings.flatMap(({ target }) =>
      drawnAreas(textOf(parts.get(target), target), target),
    ),
    colours: theme ? themeColours(textOf(parts.get(theme), theme), theme) : plainColours,
  };
}
