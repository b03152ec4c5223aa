/**
 * The requirements of one bid as someone checks them, one after the other: what each asks, what the
 * bidder answered and where, and what has been found so far. It judges nothing; an answer that cannot be
 * read is given as it stands in its cell.
 */
import type { Answer, EvaluationDocument, Requirement } from "../core/document/schema";
import { own } from "../core/document/schema";
import { requirementsInForce } from "../core/document/requirements-in-force";
import type { Place } from "../core/place";
import { answerAt } from "../core/place";
import { seenIn } from "../sheet/decimal-cells";
import type { Places } from "../sheet/locate";
import type { Words } from "../words/sv/words";
import type { PlacedField } from "./answers";
import { answerField } from "./bid-form";

/** A requirement of a bid, with what has been found about it; "" for what is not there. */
export type CheckAnswer = {
  readonly id: string;
  readonly kind: string;
  readonly area: string;
  readonly text: string;
  /** How the bidder proves that it is met, in words. */
  readonly verification: string;
  /** The bidder's own, in the word of the list where it is one of those. */
  readonly answer: string;
  /** The answer as a field to type it in; its place is that of findings about it. */
  readonly answerField: PlacedField;
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
  places: Places,
  words: Words,
): readonly CheckAnswer[] {
  const answers = document.bids.find(({ id }) => id === bid)?.answers ?? {};
  return requirementsInForce(document).map((requirement) => {
    const found = own(answers, requirement.id) ?? {};
    const place = answerAt(bid, requirement.id, "answer");
    const { answer } = found;
    const said = answer === undefined ? typedAt(place, places) : words.answers[answer ?? "null"];
    return checkAnswer(requirement, found, answerField(place, said, document, words), words);
  });
}

/** What stands in the cell of a bidder's answer, whatever it is; "" where nothing does. */
function typedAt(place: Place, places: Places): string {
  const cell = places.cell(place);
  return cell ? seenIn(cell).trim() : "";
}

function checkAnswer(
  { id, kind, area = "", text, verification, secondReader: isReadTwice = false }: Requirement,
  found: Answer,
  answerField: PlacedField,
  words: Words,
): CheckAnswer {
  const { verdict = "", reference = "", note = "", checkedBy = "" } = found;
  const { checkedAt = "", secondVerdict = "", secondReader = "" } = found;
  return {
    id,
    kind: words.requirementKinds[kind],
    area,
    text,
    verification: verification === undefined ? "" : words.verifications[verification],
    answer: answerField.value,
    answerField,
    reference,
    note,
    verdict: verdict === "unchecked" ? "" : verdict,
    checkedBy: [checkedBy, checkedAt.slice(0, 10)].filter(Boolean).join(" "),
    isReadTwice,
    secondVerdict,
    secondReader,
  };
}
