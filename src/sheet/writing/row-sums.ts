/**
 * The cell that adds up a row over the columns of the authorities, or over a bid's prices by year,
 * wherever they stand on the sheet. It is there for the reader: nothing is computed from it, and it is
 * never read.
 */
import { Exact } from "../../core/number";
import { cellName } from "../cell-address";
import { writeDecimal } from "../decimal-cells";
import type { CellContent } from "../workbook";
import { runsIn } from "../workbook";
import type { Row, WrittenColumn } from "./written-columns";

/** Where a row is written: the row on its sheet, and the sheet's columns by their keys, from 0. */
export type RowPlace = {
  readonly row: number;
  readonly columns: ReadonlyMap<string, number>;
};

/** Without any figure to add up the cell shows nothing, since blank is not zero. */
export function sumContent(
  layout: WrittenColumn,
  row: Row,
  { row: at, columns }: RowPlace,
): CellContent {
  if (layout.kind !== "sum") return {};
  const figures = [...columns].filter(([key]) => isAddedUp(key, layout, row));
  if (figures.length === 0) return {};
  const places = figures.map(([, column]) => column).sort((a, b) => a - b);
  const cells = runsIn(places)
    .map(({ first, last }) =>
      first === last ? cellName(at, first) : `${cellName(at, first)}:${cellName(at, last)}`,
    )
    .join(",");
  const known = figures.flatMap(([key]) => (row[key] === undefined ? [] : [String(row[key])]));
  const sum = Exact.sum(known.map((each) => Exact.of(each))).toText();
  return {
    formula: `IF(COUNT(${cells})=0,"",SUM(${cells}))`,
    ...(known.length === 0 ? { value: null } : writeDecimal(sum)),
  };
}

/** A bid's sum is of its prices by year, on a row that has them; any other is of quantities. */
function isAddedUp(key: string, { bid }: WrittenColumn, row: Row): boolean {
  if (bid === undefined) return key.endsWith(" quantity");
  return row["byYear"] === true && key.startsWith(`${bid} year`) && !key.endsWith("Sum");
}
