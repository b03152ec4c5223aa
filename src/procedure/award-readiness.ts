/**
 * What stands between the group's work and an award: everything of it that is open, that does not
 * go together, or that the law asks about. Each is a finding with its place. It decides nothing:
 * what counts is core's, and what is lawful is the user's to answer.
 */
import type { CodesOf } from "../core/findings/catalogue";
import type { Clarification, Criterion, EvaluationDocument } from "../core/document/schema";
import { leaves, own } from "../core/document/schema";
import { clarifiedPlace, isDecided } from "../core/document/corrections";
import type { Evaluation } from "../core/evaluate";
import type { Finding, Place, Severity } from "../core/finding";
import { finding } from "../core/finding";
import { lowBidRecord } from "../core/abnormally-low";
import { decimalPattern, Exact } from "../core/number";
import { basisOf, figurePlace, hasJournal } from "../core/document/recorded";
import { isAllowed, requirementsInForce } from "../core/document/requirements-in-force";
import { qualityOf } from "./acts/fix-quality";
import { finalisation } from "./milestones";
import { panelLeaves } from "../scoring/score-sheet";
import { unrecorded } from "../scoring/record-scores";
import { screenAbnormallyLow } from "./abnormally-low-screen";
import { tokenPrices } from "./token-prices";
import { secondReading } from "./check-progress";
import { notFinal } from "./rounds";
import { uneven } from "../scoring/usability";
import { lastOf } from "../core/document/recorded";
import { sealOf } from "../journal/published";
import { fingerprint } from "../journal/fingerprint";

/** @param evaluation of the document as it is, before these findings */
export function awardReadiness(evaluation: Evaluation): Finding[] {
  const { document } = evaluation;
  return [
    ...publicationFindings(document),
    ...finalisedFindings(document),
    ...orderFindings(document),
    ...readingFindings(document),
    ...(document.clarifications ?? []).flatMap((each) => clarificationFindings(each, document)),
    ...unexplainedFindings(document),
    ...evaluatorFindings(document),
    ...panelFindings(evaluation),
    ...reasonFindings(document),
    ...journalFindings(document),
    ...uneven(document).map(({ criterion, bid, why }) =>
      finding("session-uneven", "warning", `bids[${bid}].scores[${criterion}].value`, {
        bid,
        criterion,
        why,
      }),
    ),
    ...lowBidFindings(evaluation),
    ...tokenFindings(evaluation),
    ...roundFindings(document),
    ...selectionFindings(document),
    ...priceFindings(document),
  ];
}

/**
 * A document with a journal is held to what it takes to justify a decision; without one, it is
 * told.
 */
function mandatory(document: EvaluationDocument): Severity {
  return hasJournal(document) ? "open" : "warning";
}

/** Minimum requirements and criteria cannot change once they are published (LOU 6 kap. 8 §). */
function publicationFindings(document: EvaluationDocument): Finding[] {
  const seal = sealOf(document);
  if (!seal) return [];
  const {
    at: { time, by },
    parts,
    differences,
  } = seal;
  const places = {
    model: "model.method.type",
    criteria: "criteria",
    requirements: "requirements",
    negotiable: "requirements",
    priceItems: "priceItems",
  } as const;
  const names = new Map(
    [...everyCriterion(document.criteria), ...document.priceItems].map(({ id, name }) => [
      id,
      name,
    ]),
  );
  return parts.map((part) => {
    const own = (differences ?? []).filter(({ place }) =>
      new RegExp(`^${part}(?![A-Za-z])`).test(place),
    );
    const where =
      own[0]?.place
        .replace(/^negotiable/, "requirements")
        .replace(/^criteria\[.*\.children\[([^\]]*)\]/, "criteria[$1]") ?? places[part];
    return finding("published-changed", "blocking", where, {
      part,
      time,
      by,
      places: own.map(({ place }) => place),
      names: own.map(({ place }) => names.get(lastId(place)) ?? ""),
      values: own.map(({ before = "–", after = "–" }) => `${before} → ${after}`),
    });
  });
}

/** The id of the innermost criterion, or of the row, that a place is inside of. */
function lastId(place: Place): string {
  return /.*(?:criteria|children|priceItems)\[([^\]]*)\]/.exec(place)?.[1] ?? "";
}

function everyCriterion(criteria: readonly Criterion[]): Criterion[] {
  return criteria.flatMap((each) => [each, ...everyCriterion(each.children ?? [])]);
}

/**
 * After the evaluation was finalised nothing it rests on may differ, until it is reopened with a
 * reason.
 */
function finalisedFindings(document: EvaluationDocument): Finding[] {
  const at = finalisation(document);
  return at && at.fingerprint !== fingerprint(basisOf(document))
    ? [finding("finalised-changed", "blocking", "bids", { time: at.time, by: at.by })]
    : [];
}

/** LOU 4 kap. 12 §: in an open procedure bids may be evaluated before the supplier is checked. */
function orderFindings(document: EvaluationDocument): Finding[] {
  const {
    procurement: { checkOrder, procedure, regime },
    bids,
  } = document;
  if (checkOrder === "bid-first")
    return procedure === "open" || regime === "national"
      ? []
      : [finding("check-order-not-open", "blocking", "procurement.checkOrder")];
  if (checkOrder !== "supplier-first") return [];
  const supplier = requirementsInForce(document).filter(({ kind }) => kind !== "mandatory");
  return bids.flatMap(({ id, bidder, answers, scores }) => {
    const open = supplier.filter(
      (each) => !["met", "not-met"].includes(own(answers, each.id)?.verdict ?? ""),
    );
    const [first] = open;
    const isScored = Object.values(scores).some(
      ({ value, assessments }) => value !== undefined || assessments !== undefined,
    );
    return first && isScored
      ? [
          finding("scored-before-check", "warning", `bids[${id}].answers[${first.id}].verdict`, {
            bid: id,
            bidder,
            count: open.length,
          }),
        ]
      : [];
  });
}

/**
 * Second readings where they are required; in a document with a journal, verdicts that nobody has
 * signed.
 */
function readingFindings(document: EvaluationDocument): Finding[] {
  const { bids } = document;
  const requirements = requirementsInForce(document);
  const isHeld = hasJournal(document);
  return bids.flatMap(({ id: bid, bidder, answers }) => {
    const found = new Map<CodesOf<"second-reading" | "signatures">, string[]>();
    const note = (code: CodesOf<"second-reading" | "signatures">, id: string) => {
      const known = found.get(code);
      if (known) known.push(id);
      else found.set(code, [id]);
    };
    for (const requirement of requirements) {
      const answer = own(answers, requirement.id);
      const second = secondReading(requirement, answer);
      if (second)
        note(
          (
            {
              missing: "second-reading-missing",
              differs: "second-reading-differs",
              "same-person": "second-reading-same-person",
            } as const
          )[second],
          requirement.id,
        );
      if (
        isHeld &&
        answer?.verdict !== undefined &&
        answer.verdict !== "unchecked" &&
        ((answer.checkedBy ?? "") === "" || answer.checkedAt === undefined)
      )
        note("verdict-unsigned", requirement.id);
    }
    const column: { readonly [code in CodesOf<"second-reading" | "signatures">]: string } = {
      "second-reading-missing": "secondReader",
      "second-reading-differs": "secondVerdict",
      "second-reading-same-person": "secondReader",
      "verdict-unsigned": "checkedBy",
    };
    return [...found].map(([code, ids]) =>
      finding(
        code,
        code === "verdict-unsigned" ? "warning" : "open",
        `bids[${bid}].answers[${ids[0] ?? ""}].${column[code]}`,
        { bid, bidder, count: ids.length, ids },
      ),
    );
  });
}

/** LOU 4 kap. 9 §, 19 kap. 15 §: asked, answered, decided, and fair to the others. */
function clarificationFindings(each: Clarification, document: EvaluationDocument): Finding[] {
  const { id, bid } = each;
  const of = { id, bid };
  const at = (column: keyof Clarification) => `clarifications[${id}].${column}`;
  const place = clarifiedPlace(each);
  const standing = place === undefined ? undefined : priceAt(document, each);
  const isSame =
    standing === undefined ||
    (decimalPattern.test(each.original ?? "") &&
      Exact.of(standing).equals(Exact.of(each.original ?? "")));
  const hasNew = (each.new ?? "") !== "";
  return [
    ...(each.answer === undefined && each.answeredAt === undefined && !hasNew
      ? [finding("clarification-unanswered", "open", at("answer"), of)]
      : []),
    ...(hasNew && !isDecided(each)
      ? [finding("clarification-undecided", "open", at("reason"), of)]
      : []),
    ...(hasNew && place !== undefined && !decimalPattern.test(each.new ?? "")
      ? [
          finding("clarification-not-number", "blocking", at("new"), {
            ...of,
            seen: each.new ?? "",
          }),
        ]
      : []),
    ...(hasNew && place !== undefined && !isSame
      ? [
          finding("clarification-original-differs", "blocking", at("original"), {
            ...of,
            seen: standing,
            original: each.original ?? "",
          }),
        ]
      : []),
    ...(hasNew && place !== undefined && isOtherForm(document, each)
      ? [
          finding("clarification-other-form", "blocking", at("subject"), {
            ...of,
            subject: each.subject ?? "",
          }),
        ]
      : []),
    ...(hasNew && (each.equalTreatment ?? "") === ""
      ? [
          finding("clarification-without-equal-treatment", "warning", at("equalTreatment"), {
            ...of,
            regime: document.procurement.regime,
          }),
        ]
      : []),
  ];
}

/**
 * A record about a total of a bid that is priced in rows, or about a row of one that states a
 * total: it would change nothing.
 */
function isOtherForm({ bids }: EvaluationDocument, { bid, subject }: Clarification): boolean {
  const hasRows = bids.find(({ id }) => id === bid)?.prices !== undefined;
  return subject === "price" ? hasRows : !hasRows;
}

/** What stands in the bid where a record about a price says that it was. */
function priceAt(
  { bids }: EvaluationDocument,
  { bid, subject, of }: Clarification,
): string | undefined {
  const its = bids.find(({ id }) => id === bid);
  return subject === "price" ? its?.price : its?.prices && own(its.prices, of ?? "");
}

/** "Clarification requested" on a requirement, and no record of the request. */
function unexplainedFindings(document: EvaluationDocument): Finding[] {
  const { bids, clarifications = [] } = document;
  const requirements = requirementsInForce(document);
  const asked = new Set(clarifications.map(({ bid, of }) => `${bid}|${of ?? ""}`));
  return bids.flatMap(({ id: bid, bidder, answers }) => {
    const ids = requirements
      .filter(
        ({ id }) => own(answers, id)?.verdict === "clarification" && !asked.has(`${bid}|${id}`),
      )
      .map(({ id }) => id);
    return ids.length === 0
      ? []
      : [
          finding(
            "clarification-without-record",
            "warning",
            `bids[${bid}].answers[${ids[0] ?? ""}].verdict`,
            { bid, bidder, ids },
          ),
        ];
  });
}

/**
 * Declarations before scoring (LOU 12 kap. 16 § p. 6: conflicts of interest and measures belong in
 * the report).
 */
function evaluatorFindings(document: EvaluationDocument): Finding[] {
  const scoring = new Set(
    document.bids.flatMap(({ scores }) =>
      Object.values(scores).flatMap(({ assessments = [] }) =>
        assessments.map(({ evaluator }) => evaluator),
      ),
    ),
  );
  return document.evaluators
    .filter(({ id }) => scoring.has(id))
    .flatMap(({ id, name, conflictDeclared, measure = "" }) => {
      if (conflictDeclared === undefined)
        return [
          finding(
            "declaration-missing",
            mandatory(document),
            `evaluators[${id}].conflictDeclared`,
            { evaluator: id, name },
          ),
        ];
      return conflictDeclared && measure === ""
        ? [
            finding("conflict-unhandled", mandatory(document), `evaluators[${id}].measure`, {
              evaluator: id,
              name,
            }),
          ]
        : [];
    });
}

/**
 * By consensus too every evaluator scores every bid; where values are computed, core says the same
 * bid by bid.
 */
function panelFindings({ document, bids }: Evaluation): Finding[] {
  const compared = bids.filter(({ standing }) => standing.value !== "rejected");
  return panelLeaves(document.criteria)
    .filter(({ panel }) => panel === "consensus")
    .flatMap(({ id: criterion, name }) => {
      const missing = document.evaluators.flatMap(({ id, name: who }) => {
        const those = compared
          .filter(
            ({ bid }) =>
              !own(bid.scores, criterion)?.assessments?.some(
                ({ evaluator, value }) => evaluator === id && value !== undefined,
              ),
          )
          .map(({ bid }) => bid.id);
        return those.length === 0
          ? []
          : [{ id, text: `${who} (${those.join(", ")})`, bid: those[0] ?? "" }];
      });
      const [first] = missing;
      return first
        ? [
            finding(
              "panel-incomplete",
              "open",
              figurePlace({ bid: first.bid, criterion, evaluator: first.id }),
              { criterion, name, who: missing.map(({ text }) => text) },
            ),
          ]
        : [];
    });
}

/**
 * Scores without reasons, or without the place in the bid or the demonstration that they rest on.
 */
function reasonFindings(document: EvaluationDocument): Finding[] {
  const panels = new Set(panelLeaves(document.criteria).map(({ id }) => id));
  const asked = hasJournal(document)
    ? leaves(document.criteria)
    : leaves(document.criteria).filter(({ id }) => panels.has(id));
  return asked.flatMap((criterion) =>
    (["rationale", "reference"] as const).flatMap((column) => lacking(criterion, column, document)),
  );
}

function lacking(
  { id: criterion, name, panel }: Criterion,
  column: "rationale" | "reference",
  document: EvaluationDocument,
): Finding[] {
  const isComputed = panel === "mean" || panel === "median";
  const found = document.bids.flatMap(({ id: bid, scores }) => {
    const score = own(scores, criterion);
    const agreed =
      !isComputed && score?.value !== undefined && (score[column] ?? "").trim() === ""
        ? [{ bid, who: bid, place: figurePlace({ bid, criterion }) }]
        : [];
    const single = (score?.assessments ?? []).filter(
      (each) => each.value !== undefined && (each[column] ?? "").trim() === "",
    );
    return [
      ...agreed,
      ...single.map(({ evaluator }) => ({
        bid,
        who: `${bid} · ${evaluator}`,
        place: figurePlace({ bid, criterion, evaluator }),
      })),
    ];
  });
  const [first] = found;
  return first
    ? [
        finding(
          column === "rationale" ? "score-without-rationale" : "score-without-reference",
          mandatory(document),
          first.place.replace(/value$/, column),
          { criterion, name, count: found.length, who: found.map(({ who }) => who) },
        ),
      ]
    : [];
}

/** What has been entered since the journal was last written, and since quality was fixed. */
function journalFindings(document: EvaluationDocument): Finding[] {
  if (!hasJournal(document)) return [];
  const waiting = unrecorded(document);
  const consensus = new Set(
    panelLeaves(document.criteria)
      .filter(({ panel }) => panel === "consensus")
      .map(({ id }) => id),
  );
  // A changed figure that enters a result is withheld in core and told there.
  const aside = waiting.filter(
    ({ kind, criterion, evaluator }) =>
      kind === "changed" && evaluator !== undefined && consensus.has(criterion),
  );
  const rest = waiting.filter(({ kind }) => kind !== "changed");
  const [first, aChange] = [rest[0], aside[0]];
  const fixed = lastOf(document, "quality-fixed");
  const since = fixed
    ? (document.events ?? [])
        .slice((document.events ?? []).lastIndexOf(fixed) + 1)
        .filter(({ type }) => type === "score").length
    : 0;
  return [
    ...(aChange
      ? [finding("assessment-unrecorded", "open", figurePlace(aChange), { count: aside.length })]
      : []),
    ...(first
      ? [finding("scores-unrecorded", "warning", figurePlace(first), { count: rest.length })]
      : []),
    ...(fixed && fixed.fingerprint !== fingerprint(qualityOf(document))
      ? [
          finding("quality-changed", "warning", "bids", {
            time: fixed.time,
            by: fixed.by,
            count: since,
          }),
        ]
      : []),
  ];
}

/**
 * "Ska" in the directive's regime, "får" in the national one; in neither does a figure reject
 * anyone.
 */
function lowBidFindings(evaluation: Evaluation): Finding[] {
  const { document } = evaluation;
  const { regime } = document.procurement;
  const bidderOf = (bid: string) => document.bids.find(({ id }) => id === bid)?.bidder ?? bid;
  const flaggedNow = screenAbnormallyLow(evaluation).filter(
    ({ isFlagged, record }) => isFlagged && record === undefined,
  );
  return [
    ...flaggedNow.map(({ bid, belowMedian, belowNext }) =>
      finding(
        "low-bid-flagged",
        regime === "directive" ? "open" : "warning",
        `bids[${bid}].price`,
        {
          bid,
          bidder: bidderOf(bid),
          regime,
          belowMedian: belowMedian?.toDecimal(1) ?? "",
          belowNext: belowNext?.toDecimal(1) ?? "",
        },
      ),
    ),
    ...document.bids.flatMap(({ id: bid, bidder }) => {
      const found = lowBidRecord(document, bid);
      if (!found) return [];
      const { record, n } = found;
      const place = `lowBids[${n}]`;
      if (record.decision === undefined)
        return [finding("low-bid-undecided", "open", `${place}.decision`, { bid, bidder, regime })];
      if ((record.reason ?? "") === "" || (record.decidedBy ?? "") === "")
        return [finding("low-bid-without-reason", "open", `${place}.reason`, { bid, bidder })];
      return record.decision === "rejected" && record.requestedAt === undefined
        ? [
            finding("low-bid-without-request", "blocking", `${place}.requestedAt`, {
              bid,
              bidder,
              regime,
            }),
          ]
        : [];
    }),
  ];
}

/**
 * Asked once a bid until its assessment is recorded; a bid that the stated limits flag has its
 * question already.
 */
function tokenFindings(evaluation: Evaluation): Finding[] {
  const { document } = evaluation;
  const flagged = new Set(
    screenAbnormallyLow(evaluation).flatMap((each) => (each.isFlagged ? each.bid : [])),
  );
  const found = tokenPrices(evaluation);
  return document.bids.flatMap(({ id: bid, bidder }) => {
    const own = found.filter((each) => each.bid === bid);
    const [first] = own;
    if (!first || flagged.has(bid) || lowBidRecord(document, bid)) return [];
    const { item, price, median } = first;
    return [
      finding(
        "low-bid-token-price",
        "open",
        item ? `bids[${bid}].prices[${item.id}]` : `bids[${bid}].price`,
        {
          bid,
          bidder,
          regime: document.procurement.regime,
          name: item?.name ?? "",
          price: price.toText(),
          median: median?.toText() ?? "",
          items: own.flatMap((each) => each.item?.id ?? []),
        },
      ),
    ];
  });
}

/** Only final bids are awarded on, and only negotiable requirements may be adjusted. */
function roundFindings(document: EvaluationDocument): Finding[] {
  const { adjustments = [], requirements } = document;
  const early = notFinal(document);
  const [first] = early;
  return [
    ...(first
      ? [
          finding("bid-not-final", "open", `bids[${first.id}].round`, {
            ids: early.map(({ id }) => id),
          }),
        ]
      : []),
    ...adjustments.flatMap(({ requirement, reason = "", date, text, dropped }, n) => {
      const its = requirements.find(({ id }) => id === requirement);
      const place = `adjustments[${n}]`;
      if (!isAllowed(document, its))
        return [
          finding(
            its?.negotiable === true ? "adjustment-not-negotiated" : "adjustment-of-minimum",
            "blocking",
            `${place}.requirement`,
            { id: requirement },
          ),
        ];
      const isWhole =
        reason !== "" && date !== undefined && (text !== undefined || dropped !== undefined);
      return isWhole
        ? []
        : [finding("adjustment-incomplete", "open", `${place}.reason`, { id: requirement })];
    }),
  ];
}

/** The least numbers that may be invited (LOU 4 kap. 7 §), and bids from anyone who was not. */
function selectionFindings(document: EvaluationDocument): Finding[] {
  const {
    procurement: { stage, regime, procedure, leastInvited },
    model: { winners },
  } = document;
  const least =
    regime !== "directive" ? 1 : procedure === "selective" ? 5 : procedure === "negotiated" ? 3 : 1;
  const few =
    stage === "selection" &&
    (winners < least || (leastInvited ?? least) < least || winners < (leastInvited ?? 1));
  const invited = lastOf(document, "invited");
  const chosen = new Set(invited?.new?.split("; "));
  return [
    ...(few
      ? [
          finding("selection-too-few", "blocking", "model.winners", {
            least: Math.max(least, leastInvited ?? 1),
            winners,
            invited: leastInvited ?? "",
          }),
        ]
      : []),
    ...(invited
      ? document.bids
          .filter(({ id }) => !chosen.has(id))
          .map(({ id, bidder }) =>
            finding("bid-not-invited", "blocking", `bids[${id}].id`, {
              bid: id,
              bidder,
              time: invited.time,
            }),
          )
      : []),
  ];
}

/** Prices that were to be kept apart and stand beside scores that are not fixed yet. */
function priceFindings(document: EvaluationDocument): Finding[] {
  if (document.procurement.prices !== "sealed") return [];
  const seen = document.bids.filter(
    ({ price, prices = {} }) => price !== undefined || Object.keys(prices).length > 0,
  );
  const [first] = seen;
  if (!first) return [finding("prices-sealed", "note", "procurement.prices")];
  return lastOf(document, "quality-fixed")
    ? []
    : [
        finding("prices-visible", "warning", `bids[${first.id}].price`, {
          ids: seen.map(({ id }) => id),
        }),
      ];
}
