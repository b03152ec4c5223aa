/**
 * A change of the model as the pane shows it before it is made, and the cells that make it: what is
 * written in each row, what full marks are worth before and after, and what stays unread. It writes
 * nothing.
 */
import type { ModelChange } from "../app/model-changes/change-model";
import { changeModel } from "../app/model-changes/change-model";
import type { ChangedRow } from "../app/model-changes/changed-rows";
import { everyCriterion } from "../core/document/schema";
import type { EvaluationDocument } from "../core/document/schema";
import { referencePrice } from "../lab/synthetic-bids";
import type { Amendment, WorkbookReading } from "../sheet/workbook";
import { findingText, findingTexts } from "../words/sentences";
import type { Words } from "../words/sv/words";
import { worthAnswer } from "./worth-answer";

/** What a change comes to; `why` where it cannot be made. */
export type ChangePreview =
  | {
      readonly rows: readonly ChangedRow[];
      /** Of the criteria whose full marks are worth something else after the change. */
      readonly worths: readonly {
        readonly name: string;
        readonly before: string;
        readonly after: string;
      }[];
      readonly kept: readonly string[];
      readonly why?: never;
    }
  | { readonly why: string; readonly rows?: never };

/** @param all every language that a workbook may be in; the first is the reader's */
export function changePreview(
  change: ModelChange,
  reading: WorkbookReading,
  all: readonly [Words, ...Words[]],
): ChangePreview {
  const [words] = all;
  const changed = changeModel(reading, change, all);
  if (changed.refused) return { why: findingTexts(changed.refused, words) };
  const { rows, before, after } = changed;
  return {
    rows,
    worths: before && after ? changedWorths(before, after, words) : [],
    kept: changed.kept.map((each) => findingText(each, words)),
  };
}

export function prepareChange(
  change: ModelChange,
  reading: WorkbookReading,
  all: readonly [Words, ...Words[]],
):
  | { readonly amendment: Amendment; readonly why?: never }
  | { readonly why: string; readonly amendment?: never } {
  const changed = changeModel(reading, change, all);
  return changed.refused
    ? { why: findingTexts(changed.refused, all[0]) }
    : { amendment: changed.amendment };
}

function changedWorths(before: EvaluationDocument, after: EvaluationDocument, words: Words) {
  // The same price before and after, so that only the change is seen.
  const reference = referencePrice(before);
  const [old, now] = [before, after].map((document) => worthAnswer(document, reference, words).of);
  return [...everyCriterion(after.criteria)]
    .map(({ id, name }) => ({ name, before: old?.[id] ?? "", after: now?.[id] ?? "" }))
    .filter((each) => each.before !== each.after);
}
