/**
 * Refuses to write what Excel would not open: every host asks here before it writes the first cell,
 * so that nothing is half written. It cuts nothing and mends nothing.
 */
import { amendmentBreach, firstBreach } from "../sheet/excel-limits";
import type { Amendment, Page } from "../sheet/workbook";
import { Failure } from "./failure";

/** @throws Failure with the first sheet, cell and limit that the pages are over */
export function expectWithinExcel(pages: readonly Page[], amendment?: Amendment): void {
  const breach = firstBreach(pages) ?? (amendment && amendmentBreach(amendment));
  if (!breach) return;
  const { limit, sheet, cell = "", found, most } = breach;
  throw new Failure("beyond-excel", { limit, sheet, cell, found, most });
}
