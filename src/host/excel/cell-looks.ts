/**
 * How the cells of one of our pages look: styles, painted on as few rectangles as have one style,
 * and number formats in one grid. It writes no contents.
 */
import type { Area, Page, StyleName } from "../../sheet/workbook";
import { cellName } from "../../sheet/cell-address";
import { styles } from "../xlsx/styles";

/** The cells of each style, as rectangles: stretches of a row, joined with the same right above. */
export function styledAreas({ rows }: Page): Map<StyleName, Area[]> {
  const areasOf = new Map<StyleName, Area[]>();
  const lowest = new Map<string, { readonly area: Area; readonly at: number }>();
  for (const [r, row] of rows.entries()) {
    for (let left = 0; left < row.length; left++) {
      const style = row[left]?.style;
      if (style === undefined) continue;
      let right = left;
      while (row[right + 1]?.style === style) right += 1;
      const areas = areasOf.get(style) ?? [];
      const stretch = `${left} ${right} ${style}`;
      const above = lowest.get(stretch);
      const isRightBelow = above?.area.bottom === r - 1;
      const area = { top: isRightBelow ? above.area.top : r, left, bottom: r, right };
      const at = isRightBelow ? above.at : areas.length;
      areas[at] = area;
      lowest.set(stretch, { area, at });
      areasOf.set(style, areas);
      left = right;
    }
  }
  return areasOf;
}

/** The number formats in one grid over the cells that have any. */
export function formatGrid({
  rows,
}: Page): { readonly area: Area; readonly grid: (string | null)[][] } | undefined {
  const cells = rows.flatMap((row, r) =>
    row.flatMap((cell, c) => (cell?.format === undefined ? [] : [{ r, c }])),
  );
  if (cells.length === 0) return undefined;
  const [top, bottom] = [cells[0]?.r ?? 0, cells.at(-1)?.r ?? 0];
  const [left, right] = cells.reduce(
    ([least, most], { c }) => [Math.min(least, c), Math.max(most, c)],
    [Infinity, 0],
  );
  const grid = Array.from({ length: bottom - top + 1 }, (_, r) =>
    Array.from({ length: right - left + 1 }, (_, c) => rows[top + r]?.[left + c]?.format ?? null),
  );
  return { area: { top, left, bottom, right }, grid };
}

/** Gives areas a style. */
export function paint(sheet: Excel.Worksheet, areas: readonly Area[], name: StyleName): void {
  const { font, fill, alignment, border, protection } = styles[name];
  for (const area of areas) {
    const { format } = sheet.getRange(areaName(area));
    if (font?.bold) format.font.bold = true;
    if (font?.italic) format.font.italic = true;
    if (font?.underline) format.font.underline = "Single";
    if (font?.size !== undefined) format.font.size = font.size;
    if (font?.color) format.font.color = colour({ color: font.color });
    if (fill) format.fill.color = colour(fill);
    if (alignment?.vertical === "top") format.verticalAlignment = "Top";
    if (alignment?.horizontal === "right") format.horizontalAlignment = "Right";
    if (alignment?.horizontal === "left") format.horizontalAlignment = "Left";
    if (alignment?.indent !== undefined) format.indentLevel = alignment.indent;
    if (alignment?.wrapText) format.wrapText = true;
    if (protection?.locked === false) format.protection.locked = false;
    if (border) outline(format, area, colour({ color: border.top?.color }));
  }
}

/**
 * A line round every cell. Only an area of several rows, or columns, has lines inside it to set.
 */
function outline({ borders }: Excel.RangeFormat, area: Area, line: string): void {
  const { edgeTop, edgeRight, edgeBottom, edgeLeft, insideHorizontal, insideVertical } =
    Excel.BorderIndex;
  const sides = [
    edgeTop,
    edgeRight,
    edgeBottom,
    edgeLeft,
    ...(area.bottom > area.top ? [insideHorizontal] : []),
    ...(area.right > area.left ? [insideVertical] : []),
  ];
  for (const side of sides) {
    const border = borders.getItem(side);
    border.style = "Continuous";
    border.color = line;
  }
}

type Coloured =
  { readonly color?: unknown; readonly fgColor?: unknown; readonly bgColor?: unknown } | undefined;

/**
 * "#0F548C" of a font, a fill or a conditional fill, which each have their colour under another
 * name.
 */
export function colour(of: object | undefined): string {
  const { color, fgColor, bgColor } = (of ?? {}) as NonNullable<Coloured>;
  return `#${((color ?? fgColor ?? bgColor) as { readonly rgb?: string } | undefined)?.rgb ?? "000000"}`;
}

/** "A1:C4". */
export function areaName({ top, left, bottom, right }: Area): string {
  return `${cellName(top, left)}:${cellName(bottom, right)}`;
}
