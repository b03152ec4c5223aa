/**
 * The cell that adds up a row over the columns of the authorities, wherever they stand on the sheet. It
 * is there for the reader: nothing is computed from it, and it is never read.
 */
import { Exact } from "../../core/number";
import { cellName } from "../cell-address";
import { writeDecimal } from "../decimal-cells";
import type { ColumnLayout } from "../layout";
import type { CellContent } from "../workbook";
import { runsIn } from "../workbook";
import type { Row } from "./written-columns";

/** Where a row is written: the row on its sheet, and the sheet's columns by their keys, from 0. */
export type RowPlace = {
  readonly row: number;
  readonly columns: ReadonlyMap<string, number>;
};

/** Without any quantity the cell shows nothing, since blank is not zero. */
export function sumContent(
  { kind }: ColumnLayout,
  row: Row,
  { row: at, columns }: RowPlace,
): CellContent {
  if (kind !== "sum") return {};
  const quantities = [...columns].filter(([key]) => key.endsWith(" quantity"));
  if (quantities.length === 0) return {};
  const places = quantities.map(([, column]) => column).sort((a, b) => a - b);
  const cells = runsIn(places)
    .map(({ first, last }) =>
      first === last ? cellName(at, first) : `${cellName(at, first)}:${cellName(at, last)}`,
    )
    .join(",");
  const known = quantities.flatMap(([key]) => (row[key] === undefined ? [] : [String(row[key])]));
  const sum = Exact.sum(known.map((each) => Exact.of(each))).toText();
  return {
    formula: `IF(COUNT(${cells})=0,"",SUM(${cells}))`,
    ...(known.length === 0 ? { value: null } : writeDecimal(sum)),
  };
}
