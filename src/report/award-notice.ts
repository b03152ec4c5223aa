/**
 * The notice of the decision to one bidder (LOU 12 kap. 12 §, 19 kap. 19 §), and what the bidder may
 * ask for (12 kap. 13 §, 19 kap. 20 §). It states nothing that another bidder has asked to be kept
 * secret.
 */
import type { Block, Paper } from "../content/paper";
import type { EnteredDecision } from "../core/document/decisions";
import { decisionInForce, recipientsOf } from "../core/document/decisions";
import type { EvaluationDocument } from "../core/document/schema";
import type { BidEvaluation } from "../core/evaluate";
import { lawOf } from "../core/law";
import { awardSentence } from "./agreement";
import type { Needed } from "./notice-reasons";
import { reasonsPart, rejectionPart } from "./notice-reasons";
import { advantagePart, scoresPart } from "./notice-scores";
import { codesPart, heading, signatureLines, text } from "./parts/blocks";
import { exclusionReasonsPart, isExclusion } from "./parts/exclusions";
import { takenPart } from "./parts/decisions";
import { contractValues } from "./parts/prices";
import type { ReaderCase } from "./redacted-figures";
import type { Due } from "./standstill-dates";
import { duesOf, standstillWithoutReview } from "./standstill-dates";
import { lawIn, lawText } from "../words/law-text";
import { wordsOfStage } from "../words/words-of-stage";

/** What a notice states besides the evaluation. */
export type NoticeFacts = {
  readonly needed: Needed | undefined;
  /** Whether no decision has been registered yet: everything is secret (OSL 19 kap. 3 §). */
  readonly isSecret: boolean;
  /** The decision that the notice is about; until it is registered the notice is a draft. */
  readonly decision: EnteredDecision | undefined;
  /** The codes of the chain's end, the model, the opening and the result, a line each. */
  readonly codes: readonly string[];
  /** The model in plain sentences, as it was published. */
  readonly modelLines: readonly string[];
};

/** The notice to one bidder. @throws Error when no bid has the id */
export function awardNotice(readerCase: ReaderCase, id: string, facts: NoticeFacts): Paper {
  const { evaluation } = readerCase;
  const { document, bids } = evaluation;
  const words = wordsOfStage(document.procurement, readerCase.words);
  const context: ReaderCase = { ...readerCase, words };
  const say = words.letter;
  const bid = bids.find((each) => each.bid.id === id);
  if (!bid) throw new Error(`no bid ${id}`);
  const { procurement, award = {} } = document;
  const title = procurement.stage === "selection" ? say.selection : say.title;
  return {
    title,
    language: words.language,
    maker: words.maker,
    header: `${procurement.caseNumber} · ${title}`,
    ...(facts.isSecret ? { banner: words.banner } : {}),
    blocks: [
      text(say.dated(sentTo(document, facts.decision, id), procurement.caseNumber)),
      text(say.to(bid.bid.bidder, bid.bid.organisationNumber ?? ""), "strong"),
      text(say.about(procurement.title, procurement.caseNumber, procurement.authority)),
      ...(procurement.lot ? [text(say.lot(procurement.lot.id, procurement.lot.name))] : []),
      heading(say.decision),
      ...decisionPart(context, bid, facts.decision),
      ...outcomePart(context, bid, facts),
      heading(procurement.stage === "selection" ? say.information : say.standstill),
      ...standstillPart(context, bid),
      ...(award.contact === undefined ? [] : [text(say.contact(award.contact))]),
      ...signatureLines(procurement.authority, words),
      ...codesPart(facts.codes, words),
    ],
  };
}

/** The day on which the notice is sent to the bidder; blank while it is not entered. */
export function sentTo(
  document: EvaluationDocument,
  decision: EnteredDecision | undefined,
  bid: string,
): string {
  if (!decision) return "";
  const recipient = recipientsOf(document, decision).find((each) => each.bid === bid);
  return recipient?.sentAt?.slice(0, 10) ?? "";
}

/** Why the bid was rejected, or how it was evaluated. */
function outcomePart(
  context: ReaderCase,
  bid: BidEvaluation,
  { needed, modelLines }: NoticeFacts,
): Block[] {
  const say = context.words.letter;
  if (bid.standing.value === "rejected") return rejectedPart(context, bid);
  return [
    heading(say.reasons),
    ...reasonsPart(context, bid, needed, modelLines),
    ...(hasAdvantages(context.evaluation.document.procurement) ? advantagePart(context, bid) : []),
    ...(context.evaluation.document.criteria.length > 0
      ? [heading(say.scores), ...scoresPart(context, bid)]
      : []),
  ];
}

/** 12 kap. 13 §, 19 kap. 20 §: of bids, and neither of applications nor in a direct award. */
function hasAdvantages(procurement: EvaluationDocument["procurement"]): boolean {
  return procurement.stage !== "selection" && lawOf("reasons", procurement) !== undefined;
}

/** Why a supplier is excluded, and why its bid is rejected: two questions, a heading each. */
function rejectedPart(context: ReaderCase, bid: BidEvaluation): Block[] {
  const { letter, exclusion } = context.words;
  const isOfSupplier = bid.reasons.some(isExclusion);
  const isOfBid = bid.reasons.some((reason) => !isExclusion(reason));
  return [
    ...(isOfSupplier
      ? [heading(exclusion.letter.heading), ...exclusionReasonsPart(context, bid.bid)]
      : []),
    ...(isOfBid ? [heading(leavingHeading(bid.bid, letter)), ...rejectionPart(context, bid)] : []),
  ];
}

function leavingHeading(
  { withdrawnAt, lotLimitAt }: BidEvaluation["bid"],
  { withdrawal, lotLimit, rejection }: ReaderCase["words"]["letter"],
): string {
  if (withdrawnAt !== undefined) return withdrawal;
  return lotLimitAt === undefined ? rejection : lotLimit;
}

function decisionPart(
  context: ReaderCase,
  { bid, standing, reasons }: BidEvaluation,
  decision: EnteredDecision | undefined,
): Block[] {
  const { evaluation, words } = context;
  const { award } = evaluation;
  return [
    ...takenPart(context, decision),
    ...(award.length > 0 ? [text(awardSentence(context, words.protocol.awardTo))] : []),
    ...contractValues(context),
    ...(award.length > 0 || standing.value === "rejected"
      ? [text(verdictText(context, { bid, standing, reasons }), "strong")]
      : []),
  ];
}

/** What became of the bid, or of the application in a selection, in one sentence. */
function verdictText(
  { evaluation: { award, document }, words }: ReaderCase,
  { bid, standing, reasons }: Pick<BidEvaluation, "bid" | "standing" | "reasons">,
): string {
  const say = words.letter;
  if (bid.withdrawnAt !== undefined) return say.withdrawn;
  if (bid.lotLimitAt !== undefined) return say.atLotLimit;
  if (reasons.some(({ code }) => code === "supplier-excluded"))
    return words.exclusion.letter.verdict;
  const isChosen = award.includes(bid.id);
  const verdict = standing.value === "rejected" ? "rejected" : isChosen ? "chosen" : "not-chosen";
  return say.verdicts[document.procurement.stage === "selection" ? "applications" : "bids"][
    verdict
  ];
}

/** The standstill, where to apply for review, and what more may be asked for. */
function standstillPart(context: ReaderCase, bid: BidEvaluation): Block[] {
  const { document } = context.evaluation;
  const { words } = context;
  const say = words.letter;
  const more = morePart(context, bid);
  const [standstill, contract] = (["standstill", "contract"] as const).map((name) =>
    duesOf(document).find((due) => due.name === name),
  );
  // A selection of candidates sets off none.
  if (!standstill) return more;
  const review = text(reviewText(context));
  if (standstill.exempt)
    return [text(say.noStandstill(lawText(standstill.law, words))), review, ...more];
  return [
    ...(standstill.date !== undefined && contract?.date !== undefined
      ? [text(standstillEnd(standstill, standstill.date, contract.date, words))]
      : [
          text(say.standstillDays(say.days[howSent(document)], lawText(["20", "1"], words))),
          ...(standstill.extended
            ? [text(extendedText(standstill, words))]
            : [text(say.standstillMissing, "strong")]),
        ]),
    review,
    ...more,
  ];
}

/**
 * Where and until when review can be applied for: before the standstill from the dispatch or from the
 * notice of intention has ended (LOU 20 kap. 11 §), which one that a court extends does not put off;
 * without one, as long as there is no contract (6 §).
 */
function reviewText({ evaluation: { document }, words }: ReaderCase): string {
  const say = words.letter;
  const { date, exempt } = standstillWithoutReview(document, decisionInForce(document));
  const court = document.award?.court ?? say.noCourt;
  const law = (section: string) =>
    `${lawText(["20", "4"], words)}, ${lawText(["20", section], words)}`;
  if (exempt) return say.reviewUntilContract(court, law("6"));
  return date === undefined ? say.review(court, law("11")) : say.reviewBy(court, date, law("11"));
}

/** While a court handles the case: the standstill goes on, or no contract may be concluded. */
function extendedText({ forbidden, law }: Due, words: ReaderCase["words"]): string {
  const say = words.letter;
  return (forbidden ? say.standstillForbidden : say.standstillExtended)(lawText(law, words));
}

/** Until when, and from what it was counted: a longer one that is stated is not ten days. */
function standstillEnd(due: Due, end: string, first: string, words: ReaderCase["words"]): string {
  const say = words.letter;
  const own = lawText(due.law, words);
  if (due.intention) return say.standstillIntention(end, first, own);
  if (due.waived) return say.standstillWaived(due.from ?? "", own);
  if (due.law?.[1] === "10") return say.standstillAfterReview(end, due.from ?? "", first, own);
  const law = lawText(["20", "1"], words);
  return due.stated || due.days === undefined
    ? say.standstillStated(end, first, law)
    : say.standstillUntil(end, due.days, first, law);
}

/**
 * What a bidder may ask for (12 kap. 13 §, 19 kap. 20 §): of a rejected bid or application the
 * reasons for that, of an acceptable bid the relative advantages of the chosen one. In a direct award,
 * and with a bid that was withdrawn, there is no such right.
 */
function morePart(
  { evaluation: { document, award }, words }: ReaderCase,
  { bid, standing }: BidEvaluation,
): Block[] {
  const say = words.letter;
  const { procurement } = document;
  const law = lawIn("reasons", procurement, words);
  // The one bid that is chosen has no advantages over itself.
  const isChosen =
    award.includes(bid.id) && (award.length === 1 || procurement.stage === "selection");
  if (law === "" || bid.withdrawnAt !== undefined || isChosen) return [text(say.onRequest)];
  if (procurement.stage === "selection") return [text(say.moreApplication(law))];
  return [
    text(
      // A bid that is over the limit on lots is acceptable.
      standing.value === "rejected" && bid.lotLimitAt === undefined
        ? say.moreRejected(law)
        : say.more[procurement.regime](law),
    ),
  ];
}

/** How the decision in force is sent to all; unsaid while it is said for some or none. */
function howSent(document: EvaluationDocument): "electronic" | "other" | "unsaid" {
  const decision = decisionInForce(document);
  const ways = decision ? recipientsOf(document, decision).map(({ sending }) => sending) : [];
  if (ways.includes("other")) return "other";
  return ways.length > 0 && ways.every((way) => way === "electronic") ? "electronic" : "unsaid";
}

/**
 * What a bidder may ask for in writing (12 kap. 13 §, 19 kap. 20 §): the notice's reasons, and how
 * the negotiations proceeded where there were any.
 */
export function requestedInformation(context: ReaderCase, id: string, facts: NoticeFacts): Paper {
  const {
    evaluation: { document },
    words,
  } = context;
  const notice = awardNotice(context, id, facts);
  const rounds = document.rounds ?? [];
  const negotiation: Block[] =
    rounds.length === 0
      ? []
      : [
          heading(words.letter.negotiation),
          {
            kind: "list",
            items: rounds.map(({ kind, name, deadline = "" }) =>
              words.letter.round(name ?? words.roundKinds[kind], deadline),
            ),
          },
        ];
  return {
    ...notice,
    title: words.letter.information,
    header: `${document.procurement.caseNumber} · ${words.letter.information}`,
    blocks: [...notice.blocks, ...negotiation],
  };
}
