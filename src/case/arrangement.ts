/**
 * A criterion arranged in the pane: the cells to write with a sentence on what was left out, or why
 * nothing is done. It writes nothing.
 */
import type { ArrangeRequest } from "../app/arrange-criteria";
import { arrangeCriteria } from "../app/arrange-criteria";
import type { LeftOut } from "../app/arranged-criteria";
import { columns } from "../sheet/layout";
import type { Amendment, WorkbookReading } from "../sheet/workbook";
import { findingTexts } from "../words/sentences";
import type { Words } from "../words/sv/words";
import { cellValueText } from "./row-fields";

/** `said` is "" where everything that the criterion had is still there. */
export type PreparedArrangement =
  | { readonly amendment: Amendment; readonly said: string; readonly why?: never }
  | { readonly why: string; readonly said?: never; readonly amendment?: never };

/** @param all every language that a workbook may be in; the first is the reader's */
export function prepareArrangement(
  request: ArrangeRequest,
  reading: WorkbookReading,
  all: readonly [Words, ...Words[]],
): PreparedArrangement {
  const [words] = all;
  const done = arrangeCriteria(reading, request, all);
  if (done.refused) return { why: findingTexts(done.refused, words) };
  return { amendment: done.amendment, said: leftOutText(done.leftOut, words) };
}

function leftOutText(leftOut: readonly LeftOut[], words: Words): string {
  if (leftOut.length === 0) return "";
  return words.rowForms.tree.leftOut(
    leftOut.map(({ id, key, value }) => {
      const layout = columns.criteria.find((each) => each.key === key);
      if (!layout) return `${id} ${words.sheets.bands}`;
      const headers: { readonly [column: string]: string } = words.headers.criteria;
      return `${id} ${headers[key] ?? key} ${cellValueText(value, layout.kind, words, layout.words)}`;
    }),
  );
}
