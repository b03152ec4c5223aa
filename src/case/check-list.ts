/**
 * The requirements of one bid as someone checks them, one after the other: what each asks, what the
 * bidder answered and where, and what has been found so far. It judges nothing and reads no cell.
 */
import type { Answer, EvaluationDocument, Requirement } from "../core/document/schema";
import { own } from "../core/document/schema";
import { requirementsInForce } from "../core/document/requirements-in-force";
import type { Words } from "../words/sv/words";

/** A requirement of a bid, with what has been found about it; "" for what is not there. */
export type CheckAnswer = {
  readonly id: string;
  readonly kind: string;
  readonly area: string;
  readonly text: string;
  /** How the bidder proves that it is met, in words. */
  readonly verification: string;
  readonly answer: string;
  readonly reference: string;
  readonly note: string;
  readonly verdict: "met" | "not-met" | "clarification" | "";
  /** Who checked it, and when. */
  readonly checkedBy: string;
  /** Whether a second reader is to read it, and what that reader found. */
  readonly isReadTwice: boolean;
  readonly secondVerdict: "met" | "not-met" | "";
  readonly secondReader: string;
};

export function checkList(
  document: EvaluationDocument,
  bid: string,
  words: Words,
): readonly CheckAnswer[] {
  const answers = document.bids.find(({ id }) => id === bid)?.answers ?? {};
  return requirementsInForce(document).map((requirement) =>
    checkAnswer(requirement, own(answers, requirement.id) ?? {}, words),
  );
}

function checkAnswer(
  { id, kind, area = "", text, verification, secondReader: isReadTwice = false }: Requirement,
  found: Answer,
  words: Words,
): CheckAnswer {
  const { answer, verdict = "", reference = "", note = "", checkedBy = "" } = found;
  const { checkedAt = "", secondVerdict = "", secondReader = "" } = found;
  return {
    id,
    kind: words.requirementKinds[kind],
    area,
    text,
    verification: verification === undefined ? "" : words.verifications[verification],
    answer: answer === undefined || answer === null ? "" : words.answers[answer],
    reference,
    note,
    verdict: verdict === "unchecked" ? "" : verdict,
    checkedBy: [checkedBy, checkedAt.slice(0, 10)].filter(Boolean).join(" "),
    isReadTwice,
    secondVerdict,
    secondReader,
  };
}
