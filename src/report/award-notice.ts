/**
 * The notice of the decision to one bidder (LOU 12 kap. 12 §, 19 kap. 19 §), and what the bidder may
 * ask for (12 kap. 13 §, 19 kap. 20 §). It states nothing that another bidder has asked to be kept
 * secret.
 */
import type { Block, Paper } from "../content/paper";
import type { BidEvaluation } from "../core/evaluate";
import type { Needed } from "./notice-reasons";
import { advantagePart, reasonsPart, rejectionPart, scoresPart } from "./notice-reasons";
import { codesPart, heading, text } from "./parts/blocks";
import type { ReaderCase } from "./redacted-figures";
import { nameOf } from "./redacted-figures";
import { duesOf, lawsOf } from "./standstill-dates";
import { lawText } from "./due-text";

/** What a notice states besides the evaluation. */
export type NoticeFacts = {
  readonly needed: Needed | undefined;
  /** Whether the decision is registered; until then the notice is a draft and secret. */
  readonly isAwarded: boolean;
  /** The codes of the chain's end, the model, the opening and the result, a line each. */
  readonly codes: readonly string[];
  /** The model in plain sentences, as it was published. */
  readonly modelLines: readonly string[];
};

/** The notice to one bidder. @throws Error when no bid has the id */
export function awardNotice(context: ReaderCase, id: string, facts: NoticeFacts): Paper {
  const { evaluation, words } = context;
  const { document, bids } = evaluation;
  const say = words.letter;
  const bid = bids.find((each) => each.bid.id === id);
  if (!bid) throw new Error(`no bid ${id}`);
  const { procurement, award = {} } = document;
  const { isAwarded } = facts;
  const title = procurement.stage === "selection" ? say.selection : say.title;
  return {
    title,
    language: words.language,
    maker: words.maker,
    header: `${procurement.caseNumber} · ${title}`,
    ...(isAwarded ? {} : { banner: words.banner }),
    blocks: [
      text(say.to(bid.bid.bidder, bid.bid.organisationNumber ?? ""), "strong"),
      text(say.about(procurement.title, procurement.caseNumber, procurement.authority)),
      ...(procurement.lot ? [text(say.lot(procurement.lot.id, procurement.lot.name))] : []),
      heading(say.decision),
      ...decisionPart(context, bid, isAwarded),
      ...outcomePart(context, bid, facts),
      heading(say.standstill),
      ...standstillPart(context),
      ...(award.contact === undefined ? [] : [text(say.contact(award.contact))]),
      ...codesPart(facts.codes, words),
    ],
  };
}

/** Why the bid was rejected, or how it was evaluated. */
function outcomePart(
  context: ReaderCase,
  bid: BidEvaluation,
  { needed, modelLines }: NoticeFacts,
): Block[] {
  const say = context.words.letter;
  if (bid.standing.value === "rejected")
    return [heading(say.rejection), ...rejectionPart(context, bid)];
  return [
    heading(say.reasons),
    ...reasonsPart(context, bid, needed, modelLines),
    ...advantagePart(context, bid),
    heading(say.scores),
    ...scoresPart(context, bid),
  ];
}

function decisionPart(
  context: ReaderCase,
  { bid, standing }: BidEvaluation,
  isAwarded: boolean,
): Block[] {
  const {
    evaluation: {
      document: { award: entered = {} },
      award,
    },
    words,
  } = context;
  const say = words.letter;
  const verdict =
    standing.value === "rejected" ? say.rejected : award.includes(bid.id) ? say.won : say.lost;
  return [
    isAwarded && entered.decidedAt !== undefined
      ? text(say.decided(entered.decidedAt, entered.decidedBy ?? "", entered.decision ?? ""))
      : text(say.draft, "strong"),
    ...(award.length > 0
      ? [text(say.awarded(award.map((each) => nameOf(each, context)).join(", ")))]
      : []),
    ...(award.length > 0 || standing.value === "rejected" ? [text(verdict, "strong")] : []),
  ];
}

function standstillPart({ evaluation: { document }, words }: ReaderCase): Block[] {
  const say = words.letter;
  const [standstill, contract] = (["standstill", "contract"] as const).map((name) =>
    duesOf(document).find((due) => due.name === name),
  );
  const { reasons } = lawsOf(document.procurement);
  const isDirect = document.procurement.procedure === "direct";
  const more = isDirect ? text(say.moreDirect) : text(say.more(lawText(reasons, words)));
  if (standstill?.exempt) return [text(say.noStandstill(lawText(standstill.law, words))), more];
  const law = lawText(["20", "1"], words);
  return [
    ...(standstill?.date !== undefined && contract?.date !== undefined
      ? [text(say.standstillUntil(standstill.date, standstill.days ?? 10, contract.date, law))]
      : [
          text(say.standstillDays(say.days[document.award?.sending ?? "unsaid"], law)),
          text(say.standstillMissing, "strong"),
        ]),
    text(
      say.review(
        document.award?.court ?? say.noCourt,
        `${lawText(["20", "4"], words)}, ${lawText(["20", "11"], words)}`,
      ),
    ),
    more,
  ];
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
