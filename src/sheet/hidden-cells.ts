/**
 * What someone who reviews the workbook cannot see: sheets, rows and columns that are hidden, by
 * hand or by a filter, and cells that are hidden to the eye. What is hidden counts all the same, and
 * that is the danger. The columns that keep a row's identity, and the sheets that only the program
 * reads, are hidden by us and are no news; it judges nothing else.
 */
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import type { FoundTable, Places } from "./locate";
import { columns } from "./layout";
import { technicalTables } from "./table-keys";
import type { Concealed, HiddenCells, HiddenLines, SheetReading } from "./workbook";
import { addressText, cellName, columnLetters } from "./cell-address";
import { runsIn } from "./workbook";

export function hiddenCellFindings(
  concealed: readonly Concealed[],
  { tables }: Places,
  results: readonly SheetReading[],
): Finding[] {
  const inputs = Object.values(tables);
  const isResult = (sheet: string) => results.some(({ name }) => name === sheet);
  return concealed.flatMap((each) => {
    const onSheet = inputs.filter(({ reading }) => reading.sheet === each.sheet);
    if (each.kind === "cells")
      return isResult(each.sheet) || onSheet.some((table) => holdsCells(table, each))
        ? [unseenFinding(each)]
        : [];
    if (each.kind === "sheet") {
      const isOurs = onSheet.length > 0 || isResult(each.sheet);
      const isForReaders =
        onSheet.some(({ key }) => !technicalTables.has(key)) ||
        results.some(({ name, mark }) => name === each.sheet && mark !== "imprint");
      return isOurs && (each.isVeryHidden === true || isForReaders)
        ? [hiddenFinding(each, each.first, each.last)]
        : [];
    }
    if (isResult(each.sheet)) return [hiddenFinding(each, each.first, each.last)];
    return onSheet.flatMap((table) =>
      within(each, table).map(({ first, last }) => hiddenFinding(each, first, last)),
    );
  });
}

function hiddenFinding({ sheet, kind }: HiddenLines, first: number, last: number): Finding {
  const name = (at: number) => (kind === "rows" ? String(at + 1) : columnLetters(at));
  const cell = { row: kind === "rows" ? first : 0, column: kind === "columns" ? first : 0 };
  return finding("verify-concealed", "blocking", "", {
    kind,
    sheet,
    count: last - first + 1,
    first: name(first),
    last: name(last),
    cell: addressText({ sheet, ...cell }),
  });
}

function unseenFinding({ sheet, how, area }: HiddenCells): Finding {
  const { top, left, bottom, right } = area;
  const [first, last] = [cellName(top, left), cellName(bottom, right)];
  return finding("verify-unseen-cells", "blocking", "", {
    how,
    sheet,
    area: first === last ? first : `${first}:${last}`,
    cell: addressText({ sheet, row: top, column: left }),
  });
}

/** Whether any of the cells is the table's, its header row among them. */
function holdsCells({ reading }: FoundTable, { area }: HiddenCells): boolean {
  const { top, left, headers, rows } = reading;
  const isAbove = area.bottom < top || area.top > top + rows.length;
  return !isAbove && area.right >= left && area.left < left + headers.length;
}

/** The part of a run that is the table's, without the columns that we hide ourselves. */
function within(
  { kind, first, last }: HiddenLines,
  { key, reading, columnOf }: FoundTable,
): ReturnType<typeof runsIn> {
  const { top, left, headers, rows } = reading;
  const [from, to] = kind === "rows" ? [top, top + rows.length] : [left, left + headers.length - 1];
  const own =
    kind === "rows"
      ? []
      : columns[key]
          .filter((each) => each.kind === "order" || each.kind === "key")
          .flatMap((each) => columnOf.get(each.key) ?? [])
          .map((n) => left + n);
  const [begin, end] = [Math.max(first, from), Math.min(last, to)];
  return runsIn(
    Array.from({ length: Math.max(0, end - begin + 1) }, (_, n) => begin + n).filter(
      (at) => !own.includes(at),
    ),
  );
}
