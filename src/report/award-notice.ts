/**
 * The notice of the decision to one bidder (LOU 12 kap. 12 §, 19 kap. 19 §), and what she may ask
 * for (12 kap. 13 §, 19 kap. 20 §): the reasons in words, built from the rationales that were
 * recorded when the bids were scored, never points alone. It says nothing that another bidder has
 * asked to be kept secret, and it adds no reason that nobody has written.
 */
import type { BidEvaluation } from "../core/evaluate";
import type { Criterion } from "../core/document/schema";
import { own } from "../core/document/schema";
import type { Exact } from "../core/number";
import { isPriceSecret } from "../core/document/redact";
import { valueText } from "../core/document/recorded";
import type { Block, Paper } from "../content/paper";
import { amountText, reasonText } from "../words/sentences";
import { relativeAdvantages, leavesOf } from "./relative-advantages";
import { duesOf, lawsOf, lawText } from "./standstill-dates";
import type { Case } from "./redacted-figures";
import { offeredPriceText, priceChanges, usedPriceText } from "./price-as-used";
import { money, nameOf, resultText } from "./redacted-figures";

/** What it would have taken for a bid to come first, with all else as it is. */
export type Needed = {
  /** The highest price; nothing where no price would have done, or none can be said. */
  readonly price?: { readonly offered: Exact; readonly highest: Exact | undefined };
  /** Criteria on which one step more would have done. */
  readonly steps: readonly string[];
};

const heading = (text: string): Block => ({ kind: "heading", level: 1, text });
const text = (of: string, look?: "note" | "strong"): Block => ({
  kind: "text",
  text: of,
  ...(look ? { look } : {}),
});

/**
 * @param modelLines the model in plain sentences, as it was published
 * @param isAwarded whether the decision has been registered; until then this is a draft, and
 *   everything in it is secret
 */
export function awardNotice(
  its: Case,
  id: string,
  needed: Needed | undefined,
  isAwarded: boolean,
  modelLines: readonly string[],
): Paper {
  const { evaluation, words } = its;
  const { document, bids } = evaluation;
  const say = words.letter;
  const bid = bids.find((each) => each.bid.id === id);
  if (!bid) throw new Error(`no bid ${id}`);
  const { procurement, award = {} } = document;
  const title = procurement.stage === "selection" ? say.selection : say.title;
  const isRejected = bid.standing.value === "rejected";
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
      ...decisionPart(its, bid, isAwarded),
      ...(isRejected
        ? [heading(say.rejection), ...rejectionPart(its, bid)]
        : [
            heading(say.reasons),
            ...reasonsPart(its, bid, needed, modelLines),
            ...advantagePart(its, bid),
            heading(say.scores),
            ...scoresPart(its, bid),
          ]),
      heading(say.standstill),
      ...standstillPart(its),
      ...(award.contact === undefined ? [] : [text(say.contact(award.contact))]),
    ],
  };
}

function decisionPart(its: Case, { bid, standing }: BidEvaluation, isAwarded: boolean): Block[] {
  const {
    evaluation: {
      document: { award: entered = {} },
      award,
    },
    words,
  } = its;
  const say = words.letter;
  const verdict =
    standing.value === "rejected" ? say.rejected : award.includes(bid.id) ? say.won : say.lost;
  return [
    isAwarded && entered.decidedAt !== undefined
      ? text(say.decided(entered.decidedAt, entered.decidedBy ?? "", entered.decision ?? ""))
      : text(say.draft, "strong"),
    ...(award.length > 0
      ? [text(say.awarded(award.map((each) => nameOf(each, its)).join(", ")))]
      : []),
    ...(award.length > 0 || standing.value === "rejected" ? [text(verdict, "strong")] : []),
  ];
}

/**
 * The requirement, what was found and where, and whether the bid could have been mended (LOU 4 kap.
 * 9 §, 19 kap. 15 §).
 */
function rejectionPart(its: Case, { bid, reasons }: BidEvaluation): Block[] {
  const {
    evaluation: { document },
    words,
  } = its;
  const say = words.letter;
  const law = lawText(lawsOf(document.procurement).correction, words);
  return reasons.flatMap(({ code, id = "" }): Block[] => {
    const requirement = document.requirements.find((each) => each.id === id);
    if (!requirement)
      return [text(reasonText({ code, id }, words)), ...lowBidReason(its, bid.id, code)];
    const answer = own(bid.answers, id);
    const asked = (document.clarifications ?? []).filter(
      (each) => each.bid === bid.id && each.of === id,
    );
    const found = say.foundIn(answer?.reference ?? "", answer?.note ?? "");
    const considered = asked.map((each) =>
      say.considered(
        law,
        each.id,
        [each.question, each.answer, each.reason].filter(Boolean).join(" "),
      ),
    );
    return [
      text(say.rejectedFor(id, requirement.text), "strong"),
      ...(found === "" ? [] : [text(found)]),
      ...(considered.length > 0 ? considered : [say.notConsidered(law)]).map((each) => text(each)),
    ];
  });
}

/** A bid that was rejected as abnormally low is told why its explanation was not enough. */
function lowBidReason({ evaluation: { document } }: Case, bid: string, code: string): Block[] {
  if (code !== "abnormally-low") return [];
  const record = document.lowBids?.filter((each) => each.bid === bid).at(-1);
  return [record?.request, record?.answer, record?.reason].flatMap((each) =>
    each === undefined || each === "" ? [] : [text(each)],
  );
}

function reasonsPart(
  its: Case,
  each: BidEvaluation,
  needed: Needed | undefined,
  modelLines: readonly string[],
): Block[] {
  const {
    evaluation: { award, bids, order },
    words,
  } = its;
  const say = words.letter;
  const isWinner = award.includes(each.bid.id);
  const winners = bids.filter(({ bid }) => award.includes(bid.id) && bid.id !== each.bid.id);
  return [
    text(say.model),
    { kind: "list", items: modelLines },
    ...(each.rank.value
      ? [text(say.ranked(each.rank.value.toText(), String(order.flat().length)))]
      : []),
    text(say.yours(...priceAndResult(each, its))),
    ...winners.map((winner) =>
      text(say.winners(nameOf(winner.bid.id, its), ...priceAndResult(winner, its))),
    ),
    ...(isWinner || !needed ? [] : neededPart(its, needed)),
  ];
}

/** Offered price, the price used where it is another and why, what the result is called, result. */
function priceAndResult(
  each: BidEvaluation,
  its: Case,
): [offered: string, used: string, changes: string, label: string, result: string] {
  return [
    offeredPriceText(each, its),
    usedPriceText(each, its),
    priceChanges(each, its).join(", "),
    its.evaluation.document.model.label,
    resultText(each, its),
  ];
}

/**
 * How much cheaper or better; from how much cheaper, another's secret price could be worked out.
 */
function neededPart(its: Case, { price, steps }: Needed): Block[] {
  const {
    evaluation: { award },
    secrets,
    words,
  } = its;
  const say = words.letter;
  const isSecret = award.some((id) => isPriceSecret(secrets, id));
  return [
    ...(price === undefined || isSecret
      ? []
      : [
          text(
            price.highest
              ? say.cheaper(
                  money(price.offered.minus(price.highest), its),
                  money(price.highest, its),
                )
              : say.neverCheaper,
          ),
        ]),
    ...(steps.length === 0 ? [] : [text(say.better(steps.join(", ")))]),
  ];
}

/** "3 – Slutfördes utan störningar": a value with the words that it stands for. */
function levelText(each: BidEvaluation, { id, scale }: Criterion, words: Case["words"]): string {
  const value = valueText(own(each.bid.scores, id)?.value);
  const say = words.letter;
  if (value === undefined) {
    const share = leavesOf(each).find(({ criterion }) => criterion.id === id)?.share.value;
    return share ? `${words.protocol.share} ${amountText(share, undefined, words)}` : words.missing;
  }
  if (value === "yes" || value === "no") return words.answers[value];
  return say.of(
    scale?.type === "sus" ? value : words.number(value),
    scale?.type === "levels"
      ? (scale.levels.find((level) => level.value === value)?.label ?? "")
      : "",
  );
}

/** Of each chosen bid, where it was scored higher, and the recorded reasons for both scores. */
function advantagePart(its: Case, each: BidEvaluation): Block[] {
  const {
    evaluation: { bids, award },
    words,
  } = its;
  const say = words.letter;
  return bids
    .filter(({ bid }) => award.includes(bid.id) && bid.id !== each.bid.id)
    .flatMap((winner): Block[] => {
      const { higher, lower, equal } = relativeAdvantages(winner, each);
      const named = ({ id, name }: Criterion) => `${id} ${name}`;
      return [
        heading(say.advantages(nameOf(winner.bid.id, its))),
        text(higher.length === 0 ? say.noAdvantage : say.advantageNote, "note"),
        ...higher.flatMap((criterion): Block[] => [
          text(
            say.advantage(
              named(criterion),
              levelText(winner, criterion, words),
              levelText(each, criterion, words),
            ),
            "strong",
          ),
          text(say.because(rationaleOf(winner, criterion.id, words))),
          text(say.ownBecause(rationaleOf(each, criterion.id, words))),
        ]),
        ...(lower.length === 0 ? [] : [text(say.ownAdvantages(lower.map(named).join(", ")))]),
        ...(equal.length === 0 ? [] : [text(say.equal(equal.map(named).join(", ")))]),
      ];
    });
}

function rationaleOf({ bid }: BidEvaluation, criterion: string, words: Case["words"]): string {
  const score = own(bid.scores, criterion);
  const given =
    score?.rationale ??
    (score?.assessments ?? []).flatMap(({ rationale }) => rationale ?? []).join(" ");
  return given === "" ? words.letter.noRationale : given;
}

function scoresPart({ words }: Case, each: BidEvaluation): Block[] {
  const say = words.protocol;
  return [
    {
      kind: "table",
      caption: words.letter.scores,
      columns: [say.criterion, words.letter.level, say.rationale, say.reference],
      rows: leavesOf(each).map(({ criterion }) => [
        `${criterion.id} ${criterion.name}`,
        levelText(each, criterion, words),
        rationaleOf(each, criterion.id, words),
        own(each.bid.scores, criterion.id)?.reference ?? "",
      ]),
    },
  ];
}

function standstillPart({ evaluation: { document }, words }: Case): Block[] {
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
export function requestedInformation(
  its: Case,
  id: string,
  needed: Needed | undefined,
  isAwarded: boolean,
  modelLines: readonly string[],
): Paper {
  const {
    evaluation: { document },
    words,
  } = its;
  const notice = awardNotice(its, id, needed, isAwarded, modelLines);
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
