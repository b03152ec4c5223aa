/**
 * Findings about clarifications and corrections of bids (LOU 4 kap. 9 §, 19 kap. 15 §): whether each
 * is answered, decided, about what the bid says, and fair to the other bidders. Whether a change is
 * lawful stays with the user.
 */
import type {
  Bid,
  Clarification,
  EvaluationDocument,
  Requirement,
} from "../../core/document/schema";
import { own } from "../../core/document/schema";
import { clarifiedPlace, isDecided } from "../../core/document/corrections";
import { departureReasons } from "../../core/departures";
import { isAboutUnreadPrice } from "../../core/document/unread-prices";
import { requirementsInForce } from "../../core/document/requirements-in-force";
import { MadeOf } from "../../core/made-of";
import type { Reason } from "../../core/compliance";
import type { Evaluation } from "../../core/evaluate";
import type { Finding } from "../../core/finding";
import type { Place } from "../../core/place";
import { finding } from "../../core/finding";
import { decimalPattern, Exact } from "../../core/number";
import { answerAt, clarificationAt } from "../../core/place";

/** The findings of every record, in the order of the records. */
export function clarificationFindings({ document, bids }: Evaluation): Finding[] {
  const records = (document.clarifications ?? []).filter(
    (record) => !isAboutUnreadPrice(record, document),
  );
  const out = new Map(bids.map(({ bid, reasons }) => [bid.id, reasons]));
  return records.flatMap((record) => {
    const { id, bid } = record;
    const hasNew = (record.new ?? "") !== "";
    const isUnanswered = record.answer === undefined && record.answeredAt === undefined && !hasNew;
    if ((isUnanswered || (hasNew && !isDecided(record))) && isMoot(record, out.get(bid) ?? []))
      return [finding("clarification-moot", "warning", columnOf(record, "answer"), { id, bid })];
    return [
      ...(isUnanswered
        ? [finding("clarification-unanswered", "open", columnOf(record, "answer"), { id, bid })]
        : []),
      ...(hasNew ? newValueFindings(record, document) : []),
    ];
  });
}

/**
 * Whether the bid is out whatever is answered: of one reason at least that the question is not about.
 * Nothing in the law makes the award wait for such an answer; a question about the very reason why the
 * bid was rejected is another matter (LOU 4 kap. 1 and 9 §§).
 */
function isMoot({ subject, of }: Clarification, reasons: readonly Reason[]): boolean {
  return reasons.some(({ code, id }) => {
    if (departureReasons.has(code) || code === "supplier-excluded") return true;
    if (subject === "requirement" || subject === "criterion") return id !== of;
    const isAboutPrice = subject === "price" || subject === "price-item";
    return isAboutPrice && (code === "requirement-not-met" || code === "exclusion-ground");
  });
}

function columnOf({ id }: Clarification, column: keyof Clarification): Place {
  return clarificationAt(id, column);
}

/** A record that states what holds from now on: a decision, a price, and equal treatment. */
function newValueFindings(record: Clarification, document: EvaluationDocument): Finding[] {
  const { id, bid, equalTreatment = "" } = record;
  const about = { id, bid };
  return [
    ...(isDecided(record)
      ? []
      : [finding("clarification-undecided", "open", columnOf(record, "reason"), about)]),
    ...(clarifiedPlace(record) === undefined ? [] : newPriceFindings(record, document)),
    ...(equalTreatment === ""
      ? [
          finding(
            "clarification-without-equal-treatment",
            "warning",
            columnOf(record, "equalTreatment"),
            { ...about, regime: document.procurement.regime },
          ),
        ]
      : []),
  ];
}

function newPriceFindings(record: Clarification, document: EvaluationDocument): Finding[] {
  const { id, bid, original = "", subject = "", new: now = "" } = record;
  const about = { id, bid };
  const standing = standingPrice(document, record);
  const isSame =
    standing === undefined ||
    (decimalPattern.test(original) && Exact.of(standing).equals(Exact.of(original)));
  return [
    ...(decimalPattern.test(now)
      ? []
      : [
          finding("clarification-not-number", "blocking", columnOf(record, "new"), {
            ...about,
            seen: now,
          }),
        ]),
    ...(isSame
      ? []
      : [
          finding("clarification-original-differs", "blocking", columnOf(record, "original"), {
            ...about,
            seen: standing,
            original,
          }),
        ]),
    ...(isOtherForm(document, record)
      ? [
          finding("clarification-other-form", "blocking", columnOf(record, "subject"), {
            ...about,
            subject,
          }),
        ]
      : []),
  ];
}

/**
 * A record about the total of a bid that is priced in rows, or about a row of a bid that states a
 * total, would change nothing.
 */
function isOtherForm({ bids }: EvaluationDocument, { bid, subject }: Clarification): boolean {
  const hasRows = bids.find(({ id }) => id === bid)?.prices !== undefined;
  return subject === "price" ? hasRows : !hasRows;
}

/** The price that the bid itself states where the record says that it states `original`. */
function standingPrice(
  { bids }: EvaluationDocument,
  { bid: id, subject, of }: Clarification,
): string | undefined {
  const bid = bids.find((candidate) => candidate.id === id);
  return subject === "price" ? bid?.price : bid?.prices && own(bid.prices, of ?? "");
}

const unclear = new MadeOf<Bid["answers"], readonly Requirement[]>();

/** Requirements with the verdict "clarification" and no record of the request. */
export function unexplainedFindings(document: EvaluationDocument): Finding[] {
  const { bids, clarifications = [] } = document;
  const requirements = requirementsInForce(document);
  const asked = new Set(clarifications.map(({ bid, of }) => `${bid}|${of ?? ""}`));
  return bids.flatMap(({ id: bid, bidder, answers }) => {
    const ids = unclear
      .get(answers, [requirements], () =>
        requirements.filter(({ id }) => own(answers, id)?.verdict === "clarification"),
      )
      .map(({ id }) => id)
      .filter((id) => !asked.has(`${bid}|${id}`));
    return ids.length === 0
      ? []
      : [
          finding(
            "clarification-without-record",
            "warning",
            answerAt(bid, ids[0] ?? "", "verdict"),
            { bid, bidder, ids },
          ),
        ];
  });
}
