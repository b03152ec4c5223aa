/**
 * A bidder's answer to a question, and what is decided on it (LOU 4 kap. 9 §, 19 kap. 15 §): on the row
 * that the question has. The bid is not touched, and no answer or decision that stands there is
 * written over.
 */
import { isDecided } from "../../core/document/corrections";
import type { Clarification, EvaluationDocument } from "../../core/document/schema";
import { isAboutUnreadPrice } from "../../core/document/unread-prices";
import { swedishDay } from "../../core/swedish-time";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { clarificationAt } from "../../core/place";
import { writtenNumber } from "../../core/written-number";
import type { Signature } from "../../scoring/record-scores";
import { withId } from "../../words/named-id";
import type { Acted, Choice, Given, Subject } from "./act";
import { act, optional, required } from "./act";
import { shortened } from "./clarify";

const answering = {
  clarification: required({
    option: "--clarification <id>",
    choices: (subject) => questions(subject, isUnanswered),
  }),
  answer: required({ isLong: true }),
  answeredBy: optional({ option: "--answered-by <name>" }),
  date: optional({ option: "--date <date>", isMoment: true }),
  reference: optional(),
};

const deciding = {
  clarification: required({
    option: "--clarification <id>",
    choices: (subject) => questions(subject, isUndecided),
  }),
  rule: required({
    choices: (_, words) =>
      Object.entries(words.clarificationRules).map(([code, word]) => ({ code, word })),
  }),
  value: optional(),
  reason: required({ isLong: true }),
  equalTreatment: optional({ isLong: true, option: "--equal-treatment <text>" }),
};

/** @param given the question, the answer, and when it came (blank for today), from whom and where it is */
export function answerClarification(
  document: EvaluationDocument,
  { clarification: id, answer, answeredBy, date, reference }: Given<typeof answering>,
  { time }: Signature,
): Acted {
  const found = questionAsked(document, id);
  if (found.refused) return found;
  const { record } = found;
  if (answer.trim() === "") return refusedAt(record, "answer", "answer-missing");
  if (!isUnanswered(record)) return refusedAt(record, "answer", "clarification-answered-already");
  return withRecord(document, record, {
    answer,
    answeredAt: date === "" ? swedishDay(time) : date,
    ...(answeredBy === "" ? {} : { answeredBy }),
    ...(reference === "" ? {} : { answerReference: reference }),
  });
}

/** @param given the question, and what holds from now on: the rule, a new value if any, and why */
export function decideClarification(
  document: EvaluationDocument,
  { clarification: id, rule, value, reason, equalTreatment }: Given<typeof deciding>,
  { time, by }: Signature,
): Acted {
  const found = questionAsked(document, id);
  if (found.refused) return found;
  const { record } = found;
  if (!isUndecided(record)) return refusedAt(record, "reason", "clarification-decided-already");
  if (reason.trim() === "") return refusedAt(record, "reason", "clarification-without-reason");
  const isPrice = record.subject === "price" || record.subject === "price-item";
  const typed = isPrice ? value.trim() : value;
  const { value: now } = isPrice && typed !== "" ? writtenNumber(typed) : { value: typed };
  if (now === undefined)
    return {
      refused: [
        finding("clarification-not-number", "blocking", clarificationAt(record.id, "new"), {
          id: record.id,
          seen: value,
        }),
      ],
    };
  return withRecord(document, record, {
    // What is not one of the rules is refused with them when the document is read again.
    rule: rule as Clarification["rule"],
    ...(now === "" ? {} : { new: now }),
    reason,
    decidedBy: by,
    decidedAt: swedishDay(time),
    ...(equalTreatment === "" ? {} : { equalTreatment }),
  });
}

function isUnanswered({ answer, answeredAt }: Clarification): boolean {
  return (answer ?? "") === "" && answeredAt === undefined;
}

/** Nothing of a decision stands on the row; a decision that someone has begun is completed there. */
function isUndecided(record: Clarification): boolean {
  const { rule, reason, decidedBy, decidedAt, new: now, equalTreatment } = record;
  const begun = [rule, reason, decidedBy, decidedAt, now, equalTreatment];
  return !isDecided(record) && begun.every((each) => (each ?? "") === "");
}

type Asked =
  | { readonly record: Clarification; readonly refused?: never }
  | { readonly refused: readonly Finding[]; readonly document?: never };

/** The row of a question; one about a price that is kept apart waits until prices are opened. */
function questionAsked(document: EvaluationDocument, id: string): Asked {
  const { clarifications = [] } = document;
  const record = clarifications.find((each) => each.id === id);
  const known = clarifications.map((each) => each.id);
  if (!record)
    return {
      refused: [finding("clarification-unknown", "blocking", "clarifications", { id, known })],
    };
  return isAboutUnreadPrice(record, document)
    ? { refused: [finding("quality-not-fixed", "blocking", "bids")] }
    : { record };
}

function refusedAt(
  { id }: Clarification,
  column: "answer" | "reason",
  code:
    | "answer-missing"
    | "clarification-answered-already"
    | "clarification-decided-already"
    | "clarification-without-reason",
): Acted {
  return { refused: [finding(code, "blocking", clarificationAt(id, column), { id })] };
}

function withRecord(
  document: EvaluationDocument,
  record: Clarification,
  more: Partial<Clarification>,
): Acted {
  const { clarifications = [] } = document;
  return {
    document: {
      ...document,
      clarifications: clarifications.map((each) => (each === record ? { ...each, ...more } : each)),
    },
  };
}

/** The questions of one kind: of which bid each is, and how it begins. */
function questions({ document }: Subject, isWanted: (record: Clarification) => boolean): Choice[] {
  const names = new Map(document.bids.map(({ id, bidder }) => [id, bidder]));
  return (document.clarifications ?? [])
    .filter((record) => isWanted(record) && !isAboutUnreadPrice(record, document))
    .map(({ id, bid, question = "" }) => ({
      code: id,
      word: [id, withId({ id: bid, name: names.get(bid) ?? bid }), shortened(question)]
        .filter((part) => part !== "")
        .join(" · "),
    }));
}

export const answerClarificationAct = act({
  name: "answer-clarification",
  phase: "checks",
  takes: answering,
  perform: ({ document }, given, by) => answerClarification(document, given, by),
  tell: (_, words) => words.cli.group.rowFilledIn(words.sheets.clarifications),
});

export const decideClarificationAct = act({
  name: "decide-clarification",
  phase: "checks",
  takes: deciding,
  perform: ({ document }, given, by) => decideClarification(document, given, by),
  tell: (_, words) => words.cli.group.rowFilledIn(words.sheets.clarifications),
});
