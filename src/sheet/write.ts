/**
 * From a document to the input sheets of a new workbook: every value of it in a cell of its own, so
 * that reading gives the same document back. It writes no results, and it never writes into a
 * workbook that someone already has.
 */
import type { EvaluationDocument } from "../core/document/schema";
import { leaves } from "../core/document/schema";
import { withUnreadPrices } from "../core/document/unread-prices";
import type { Words } from "../words/sv/words";
import type { TableKey } from "./table-keys";
import { optionalTables, tableKeys } from "./table-keys";
import type { Page } from "./workbook";
import { inputPage } from "./writing/input-page";
import { rowsOf } from "./writing/table-rows";

/**
 * The input sheets of a new workbook, in the order in which they are worked with.
 * @param words the language of the sheets
 * @param keys the tables that are wanted; an optional one without rows is left out unless expected
 */
export function writeWorkbook(
  document: EvaluationDocument,
  words: Words,
  keys: readonly TableKey[] = tableKeys,
): Page[] {
  const whole = withUnreadPrices(document);
  const rows = rowsOf(whole, words);
  const written = keys.filter(
    (key) =>
      isMadeAnew(key, () => false) &&
      (!optionalTables.has(key) || rows[key].length > 0 || isExpected(key, whole)),
  );
  return written.map((key) => inputPage(key, rows[key], whole, words));
}

/** The list of quantities, which stays where a workbook has it; a new one has a column an authority. */
const olderLayout: TableKey = "quantities";

/** Whether a table is made for a workbook that lacks it: quantities stand in one of two tables. */
export function isMadeAnew(key: TableKey, has: (key: TableKey) => boolean): boolean {
  return key !== olderLayout && !(key === "authorityQuantities" && has(olderLayout));
}

/** The tables that a document has a sheet for after an act and had none for before. */
export function newlyExpectedTables(
  before: EvaluationDocument,
  after: EvaluationDocument,
): ReadonlySet<TableKey> {
  return new Set(tableKeys.filter((key) => isExpected(key, after) && !isExpected(key, before)));
}

/** Whether a sheet is there to be filled in before it has any row. */
function isExpected(
  key: TableKey,
  { procurement: { procedure, lowBids }, criteria, bids, decisions = [] }: EvaluationDocument,
): boolean {
  switch (key) {
    case "evaluators":
    case "levels":
      return true;
    case "clarifications":
    case "award":
    case "decisions":
    case "confidential":
    case "requests":
    case "checklist":
      return bids.length > 0;
    case "dispatches":
      return decisions.length > 0;
    case "lowBids":
      return lowBids !== undefined && bids.length > 0;
    case "sessions":
      return (
        bids.length > 0 &&
        leaves(criteria).some(
          ({ examined }) => examined === "demonstration" || examined === "user-test",
        )
      );
    case "rounds":
    case "adjustments":
      return procedure === "negotiated" || procedure === "negotiated-without-notice";
    default:
      return false;
  }
}
