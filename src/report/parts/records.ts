/**
 * What was asked of bidders and decided about their answers: corrections, clarifications, low bids.
 */
import { namesIn } from "../../core/document/names";
import { decimalPattern } from "../../core/number";
import type { Block } from "../../content/paper";
import type { ReaderCase } from "../redacted-figures";
import { nameOf } from "../redacted-figures";
import { text } from "./blocks";
import { momentText } from "../../words/time";
import { namedId } from "../../words/named-id";

export function clarificationsPart(readerCase: ReaderCase): Block[] {
  const {
    evaluation: { document },
    words,
  } = readerCase;
  const say = words.protocol;
  const { clarifications = [] } = document;
  if (clarifications.length === 0) return [text(say.none)];
  const names = namesIn(document);
  return [
    {
      kind: "table",
      caption: say.headings.clarifications,
      columns: [say.number, say.bidder, say.about, say.question, say.answer, say.now, say.decided],
      rows: clarifications.map((each) => [
        each.id,
        nameOf(each.bid, readerCase),
        [
          each.rule ? words.clarificationRules[each.rule] : "",
          each.subject ? words.clarificationSubjects[each.subject] : "",
          each.of && namedId(each.of, names),
        ]
          .filter(Boolean)
          .join(" "),
        signed(each.question, personNamed(each.askedBy, document), each.askedAt),
        signed(each.answer, undefined, each.answeredAt),
        each.new === undefined
          ? say.noNewValue
          : [each.original, each.new].map((value) => valueOrDash(value, words)).join(" → "),
        [
          signed(each.reason, personNamed(each.decidedBy, document), each.decidedAt),
          each.equalTreatment ? `${say.equal}: ${each.equalTreatment}` : "",
        ]
          .filter(Boolean)
          .join(" "),
      ]),
    },
  ];
}

/** A value as it is written: a number grouped, a text as it is, "–" where there is none. */
function valueOrDash(value: string | undefined, words: ReaderCase["words"]): string {
  if (value === undefined) return "–";
  return decimalPattern.test(value) ? words.number(value) : value;
}

/** The name of an evaluator whose id stands for who did something; another name as it is written. */
export function personNamed(
  who: string | undefined,
  { evaluators }: Pick<ReaderCase["evaluation"]["document"], "evaluators">,
): string | undefined {
  return evaluators.find(({ id }) => id === who)?.name ?? who;
}

/** A text with who and when. */
export function signed(
  what: string | undefined,
  by: string | undefined,
  at: string | undefined,
): string {
  const who = [by, at && momentText(at)].filter(Boolean).join(" ");
  return [what, who === "" ? "" : `(${who})`].filter(Boolean).join(" ");
}

export function lowBidsPart(readerCase: ReaderCase): Block[] {
  const {
    evaluation: { document },
    words,
  } = readerCase;
  const say = words.protocol;
  const { lowBids = [] } = document;
  // "None" would say that someone looked.
  if (lowBids.length === 0)
    return [text(document.procurement.lowBids ? say.noLowBidRecord : say.notScreened)];
  return [
    {
      kind: "table",
      caption: say.headings.lowBids,
      columns: [say.bidder, say.lowRequest, say.lowAnswer, say.lowDecision, say.reason],
      rows: lowBids.map((each) => [
        nameOf(each.bid, readerCase),
        signed(each.request, personNamed(each.requestedBy, document), each.requestedAt),
        signed(each.answer, undefined, each.answeredAt),
        each.decision ? words.lowBidDecisions[each.decision] : "",
        signed(each.reason, personNamed(each.decidedBy, document), each.decidedAt),
      ]),
    },
  ];
}
