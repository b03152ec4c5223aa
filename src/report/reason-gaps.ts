/**
 * Reasons that a report or a notice has to give and that nobody has written: of a score, of a verdict
 * that rejects a bid, of a rejection. It asks for them whether or not the file has a journal, and
 * writes none.
 */
import { decisionInForce } from "../core/document/decisions";
import type { Criterion, EvaluationDocument, Score } from "../core/document/schema";
import { leaves, own } from "../core/document/schema";
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import { exclusionRecord } from "../core/exclusion";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { answerAt, bidAt, exclusionAt, lowBidAt, scoreAt } from "../core/place";
import { isExclusion } from "./parts/exclusions";

/** The recorded reason for a score: the agreed one, else what each evaluator wrote; "" for none. */
export function rationaleOf(score: Score | undefined): string {
  const agreed = score?.rationale?.trim() ?? "";
  if (agreed !== "") return agreed;
  return (score?.assessments ?? []).flatMap(({ rationale }) => rationale ?? []).join(" ");
}

/** A text, or the visible blank in its place. */
export function orBlank(text: string | undefined, blank: string): string {
  return text === undefined || text.trim() === "" ? blank : text;
}

/** Whether a score is somebody's judgement; a measured figure speaks for itself. */
export function isJudged({ scale }: Criterion): boolean {
  return scale?.type !== "measure" && scale?.type !== "sus";
}

/** Missing reasons, each with its cell; a cancellation tells of no evaluation and needs none. */
export function reasonGaps({ document, bids }: Pick<Evaluation, "document" | "bids">): Finding[] {
  if (decisionInForce(document)?.kind === "cancellation") return [];
  const isRejected = ({ standing }: BidEvaluation) => standing.value === "rejected";
  return [
    ...scoreGaps(
      document,
      bids.filter((bid) => !isRejected(bid)),
    ),
    ...bids.filter(isRejected).flatMap((bid) => rejectionGaps(document, bid)),
    ...bids
      .filter((bid) => isRejected(bid) && bid.reasons.some(isExclusion))
      .flatMap((bid) => exclusionGaps(document, bid)),
  ];
}

function scoreGaps(document: EvaluationDocument, bids: readonly BidEvaluation[]): Finding[] {
  const judged = leaves(document.criteria).filter(isJudged);
  return judged.flatMap(({ id, name }) => {
    const without = bids.filter(({ bid }) => {
      const score = own(bid.scores, id);
      const isGiven = score?.value !== undefined || (score?.assessments ?? []).length > 0;
      return isGiven && rationaleOf(score) === "";
    });
    const [first] = without;
    if (!first) return [];
    return [
      finding("paper-rationale-missing", "blocking", scoreAt(first.bid.id, id, "rationale"), {
        criterion: id,
        name,
        who: without.map(({ bid }) => `${bid.bidder} (${bid.id})`),
      }),
    ];
  });
}

/** A supplier of whom a ground was found is excluded by a decision with its reasons, and by nothing less. */
function exclusionGaps(document: EvaluationDocument, { bid }: BidEvaluation): Finding[] {
  const found = exclusionRecord(document, bid.id);
  const { decision, reason = "" } = found?.record ?? {};
  if (decision === "excluded" && reason.trim() !== "") return [];
  const key = decision === "excluded" ? "reason" : "decision";
  const place = found ? exclusionAt(found.n, key) : "exclusions";
  const bidder = `${bid.bidder} (${bid.id})`;
  return [finding("paper-exclusion-undecided", "blocking", place, { bidder })];
}

/** What was found, and where, of each requirement that is not met; why of every other rejection. */
function rejectionGaps(document: EvaluationDocument, { bid, reasons }: BidEvaluation): Finding[] {
  const named = { bidder: `${bid.bidder} (${bid.id})` };
  return reasons.flatMap(({ code, id = "" }): Finding[] => {
    if (code === "requirement-not-met") {
      const { note = "", reference = "" } = own(bid.answers, id) ?? {};
      const missing = note.trim() === "" ? "note" : reference.trim() === "" ? "reference" : "";
      if (missing === "") return [];
      const details = { ...named, id, missing };
      return [
        finding("paper-verdict-unreasoned", "blocking", answerAt(bid.id, id, missing), details),
      ];
    }
    if (code === "bid-rejected" && (bid.reason ?? "").trim() === "")
      return [finding("paper-rejection-unreasoned", "blocking", bidAt(bid.id, "reason"), named)];
    const lowBids = document.lowBids ?? [];
    const low = lowBids.findLastIndex((each) => each.bid === bid.id);
    if (code === "abnormally-low" && (lowBids[low]?.reason ?? "").trim() === "")
      return [finding("paper-rejection-unreasoned", "blocking", lowBidAt(low, "reason"), named)];
    return [];
  });
}
