/**
 * Fixing quality before prices are opened: every score and verdict is recorded, and changes after
 * that are told. It waits for everything open that is no price.
 */
import { MadeOf } from "../../core/made-of";
import type { Bid, EvaluationDocument } from "../../core/document/schema";
import { everyStand, lastOf, plainNumbers } from "../../core/document/recorded";
import type { Finding } from "../../core/finding";
import { isOpen } from "../../core/finding";
import { topicOf } from "../../core/findings/catalogue";
import { fingerprint } from "../../journal/fingerprint";
import { recordParts } from "../../journal/recorded-content";
import type { Signature } from "../../scoring/record-scores";
import { recordFigures, withEvents } from "../../scoring/record-scores";
import type { Acted } from "./act";
import { act, optional } from "./act";
import { recordChanges } from "../record-changes";
import { isReasonAsked } from "./record";
import { partsOf } from "../../core/place";

/**
 * Everything that was scored and checked, without a price in it: a line for each figure and each
 * verdict, each list sorted.
 */
export function qualityOf({ bids }: EvaluationDocument): QualityLines {
  // A line begins with its bid, so that the lines of the bids one after the other are sorted too.
  const inOrder = bids
    .map((bid) => ({ bid, start: startOf(bid) }))
    .sort((one, other) => (one.start < other.start ? -1 : 1));
  return {
    figures: inOrder.flatMap(({ bid }) =>
      figuresOfBids.get(bid.scores, [bid.id], figureLines(bid)),
    ),
    verdicts: inOrder.flatMap(({ bid }) =>
      verdictsOfBids.get(bid.answers, [bid.id], verdictLines(bid)),
    ),
  };
}

type QualityLines = { readonly figures: readonly string[]; readonly verdicts: readonly string[] };

const figuresOfBids = new MadeOf<Bid["scores"], readonly string[]>();
const verdictsOfBids = new MadeOf<Bid["answers"], readonly string[]>();

/** What every line of a bid begins with, and no line of another. */
function startOf({ id }: Bid): string {
  return `[${JSON.stringify(id)},`;
}

function figureLines(of: Bid): () => readonly string[] {
  return () =>
    [...everyStand({ bids: [of] })]
      .map(({ bid, criterion, evaluator, value, rationale, reference }) =>
        JSON.stringify([
          bid,
          criterion,
          evaluator ?? null,
          value === undefined ? null : plainNumbers(value),
          rationale ?? null,
          reference ?? null,
        ]),
      )
      .sort();
}

function verdictLines({ id, answers }: Bid): () => readonly string[] {
  return () =>
    Object.entries(answers)
      .map(([requirement, answer]) =>
        JSON.stringify([id, requirement, Object.entries(answer).sort()]),
      )
      .sort();
}

const fingerprintsOfQuality = new MadeOf<Bid["answers"], string>();

/** The fingerprint of that; made once for scores and answers that are the same objects. */
export function qualityFingerprint(document: EvaluationDocument): string {
  const make = () => fingerprint(qualityOf(document));
  const [first] = document.bids;
  if (!first) return make();
  const from = document.bids.flatMap(({ id, answers, scores }) => [id, answers, scores]);
  return fingerprintsOfQuality.get(first.answers, from, make);
}

/** What keeps quality from being fixed: everything open among scores and checks, and no price. */
export function qualityOpen(findings: readonly Finding[]): Finding[] {
  return findings.filter((each) => isOpen(each) && isQuality(each));
}

function isQuality({ where, code }: Finding): boolean {
  const [root, part] = partsOf(where);
  const isOfBid = root?.key === "bids" && (part?.key === "answers" || part?.key === "scores");
  const isOfWork = root?.key === "evaluators" || root?.key === "clarifications";
  return (isOfBid || isOfWork) && topicOf(code) !== "unrecorded";
}

/**
 * Records what is not in the journal yet, and then that quality is fixed.
 * @param open findings that say quality is not finished
 */
export function fixQuality(
  document: EvaluationDocument,
  by: Signature,
  open: readonly Finding[],
  reason?: string,
): Acted {
  if (open.length > 0) return { refused: open };
  const changes = recordChanges(document, by, reason ?? "");
  const figures = recordFigures(changes.document, by, reason);
  const refused = [...changes.refused, ...figures.refused];
  if (refused.length > 0) return { refused };
  const fixed = recordParts(figures.document, ["verdicts"]);
  const text = reason === undefined || reason === "" ? {} : { reason };
  return {
    document: withEvents(fixed.document, [
      {
        type: "quality-fixed",
        ...by,
        ...text,
        ...fixed.event,
        fingerprint: qualityFingerprint(document),
      },
    ]),
  };
}

export const fixQualityAct = act({
  name: "seal-quality",
  phase: "scores",
  recordsWhatStands: true,
  takes: { reason: optional({ isLong: true, isAsked: isReasonAsked }) },
  isFinal: true,
  doneBy: (document) => lastOf(document, "quality-fixed"),
  perform: ({ document, evaluation }, { reason }, by) =>
    fixQuality(document, by, qualityOpen(evaluation.findings), reason),
  tell: (_, words) => words.eventTypes["quality-fixed"],
});
