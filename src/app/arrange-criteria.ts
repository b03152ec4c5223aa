/**
 * A criterion moved, nested, divided or taken away in the workbook, with the rows of every sheet that
 * has rows of criteria. A published model is fixed, and a criterion that has been scored is neither
 * divided nor taken away. It writes nothing.
 */
import { lastOf } from "../core/document/recorded";
import type { Bid, Criterion, EvaluationDocument } from "../core/document/schema";
import { everyCriterion, own } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { criterionAt } from "../core/place";
import { emptiedCells, orderCells } from "../sheet/emptied-cells";
import { readWorkbook } from "../sheet/read";
import type { Amendment, WorkbookReading } from "../sheet/workbook";
import type { Words } from "../words/sv/words";
import type { Arrangement, LeftOut, Target } from "./arranged-criteria";
import { arranged, movedTo, spotIn } from "./arranged-criteria";
import { prepareWrite } from "./prepare-write";

/** What is done to a criterion, or where it is put. */
export type ArrangeRequest =
  | { readonly id: string; readonly arrangement: Arrangement; readonly to?: never }
  | { readonly id: string; readonly to: Target; readonly arrangement?: never };

/** The cells to write and the values that were left out; or why nothing is done. */
export type CriteriaArranged =
  | {
      readonly amendment: Amendment;
      readonly leftOut: readonly LeftOut[];
      readonly refused?: never;
    }
  | { readonly refused: readonly Finding[]; readonly amendment?: never };

/** @param all every language that a workbook may be in, the reader's first */
export function arrangeCriteria(
  reading: WorkbookReading,
  request: ArrangeRequest,
  all: readonly [Words, ...Words[]],
): CriteriaArranged {
  const { document, findings, places, words = all[0] } = readWorkbook(reading, all);
  if (!document) return { refused: findings.filter(({ severity }) => severity === "blocking") };
  const obstacle = obstacleTo(request, document);
  if (obstacle) return { refused: [obstacle] };
  const { id, arrangement, to } = request;
  const { criteria } = document;
  const done = to ? movedTo(criteria, id, to) : arranged(criteria, id, arrangement);
  if (!done) return { refused: [finding("criterion-stays", "blocking", criterionAt(id), { id })] };
  const after = { ...document, criteria: [...done.criteria] };
  const write = prepareWrite(document, after, places, words);
  if (write.refused) return { refused: write.refused };
  const { amendment } = write;
  const entries = [
    ...amendment.entries,
    ...emptiedCells(document, after, places, words),
    ...orderCells("criteria", after, places, words),
  ];
  return { amendment: { ...amendment, entries }, leftOut: done.leftOut };
}

function obstacleTo(
  { id, arrangement }: ArrangeRequest,
  document: EvaluationDocument,
): Finding | undefined {
  const place = criterionAt(id);
  const published = lastOf(document, "published");
  if (published) {
    const { time, by } = published;
    return finding("criteria-published", "blocking", place, { time, by });
  }
  const spot = spotIn(document.criteria, id);
  const criterion = spot?.siblings[spot.at];
  if (!criterion) return finding("criterion-gone", "blocking", place, { id });
  if (arrangement !== "remove" && arrangement !== "split") return undefined;
  const bids = bidsScoredOn(criterion, document);
  return bids.length === 0
    ? undefined
    : finding("criterion-scored", "blocking", place, {
        id,
        name: criterion.name,
        bids: bids.map((bid) => bid.id),
      });
}

/** The bids that have a score, or anything said of one, on a criterion or under it. */
export function bidsScoredOn(criterion: Criterion, { bids }: EvaluationDocument): Bid[] {
  const ids = [...everyCriterion([criterion])].map((each) => each.id);
  return bids.filter(({ scores }) => ids.some((id) => own(scores, id) !== undefined));
}
