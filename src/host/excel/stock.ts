/**
 * What is in the workbook that is open in Excel, without any contents: its sheets, our tables, the
 * marks of our result sheets. It changes nothing.
 */
import { markName, markOf, ours } from "../../sheet/workbook";
import { sheetOf } from "../../sheet/cell-address";
import type { Session } from "./session";

export type Stock = {
  readonly sheets: readonly Excel.Worksheet[];
  readonly tables: readonly Excel.Table[];
  /** Defined names and what they stand for. */
  readonly names: ReadonlyMap<string, string>;
  readonly calculatesByHand: boolean;
};

/** The stock, in one batch. */
export async function takeStock(session: Session): Promise<Stock> {
  const { workbook, application } = session.context;
  const sheets = workbook.worksheets.load("items/id,items/name,items/visibility");
  const tables = workbook.tables.load(
    "items/id,items/name,items/showTotals,items/worksheet/name,items/worksheet/id",
  );
  const names = workbook.names.load("items/name,items/formula");
  application.load("calculationMode");
  await session.send();
  return {
    sheets: sheets.items,
    tables: tables.items.filter(({ name }) => name.startsWith(ours)),
    names: new Map(names.items.map(({ name, formula }) => [name, String(formula)])),
    calculatesByHand: application.calculationMode === "Manual",
  };
}

/** Our result sheets that are still there, by their marks. */
export function resultSheets(stock: Stock): { readonly mark: string; readonly name: string }[] {
  return [...stock.names.keys()].flatMap((defined) => {
    const mark = markOf(defined);
    const name = mark === undefined ? undefined : markedSheet(mark, stock);
    return mark === undefined || name === undefined ? [] : [{ mark, name }];
  });
}

/** The sheet that carries a mark of ours, if it is still there. */
export function markedSheet(mark: string, { names, sheets }: Stock): string | undefined {
  const name = sheetOf(names.get(markName(mark)) ?? "");
  return sheets.find((sheet) => sheet.name === name)?.name;
}
