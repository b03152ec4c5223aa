/**
 * Who stands: the authority's verdict on every requirement, the published minimums and ceilings,
 * put together for one bid. Three states and fail closed: one "not met" rejects, anything not yet
 * decided leaves the bid undecided, and the bidder's own answer never stands in for a verdict. (LOU
 * 4 kap. 10–11 §§: the check comes before the award.)
 */
import type { Answer, Bid, Requirement } from "./document/schema";
import { own } from "./document/schema";
import type { Finding, Place } from "./finding";
import { finding } from "./finding";
import { Exact } from "./number";
import type { Step, Value, What } from "./step";
import { gaps, input } from "./step";

export type Standing = "standing" | "rejected" | "undecided";

/** Why a bid is rejected or undecided, with the source that the authority noted. */
export type Reason = {
  readonly code: string;
  readonly id?: string;
  readonly reference?: string;
  readonly note?: string;
  readonly evaluator?: string;
};

export type Compliance = {
  /** How many requirements are not met, from the verdicts that say so. */
  readonly notMet: Step;
  /** How many have no verdict yet, or an open clarification. */
  readonly open: Step;
  readonly reasons: readonly Reason[];
  readonly openReasons: readonly Reason[];
};

/**
 * The verdicts of one bid over all requirements, counted, with the reasons that they give.
 * @param dropped ids of requirements that no longer apply
 */
export function compliance(
  requirements: readonly Requirement[],
  bid: Bid,
  dropped: ReadonlySet<string>,
): Compliance {
  const failed: Step<string>[] = [];
  const reasons: Reason[] = [];
  const openReasons: Reason[] = [];
  for (const { id } of requirements) {
    const answer = own(bid.answers, id);
    const verdict = answer?.verdict;
    if (verdict === "met" || dropped.has(id)) continue;
    if (verdict === "not-met") {
      failed.push(
        input(
          { what: "verdict", bid: bid.id, id },
          `bids[${bid.id}].answers[${id}].verdict`,
          verdict,
        ),
      );
      reasons.push(reason("requirement-not-met", id, answer));
    } else {
      openReasons.push(
        reason(
          verdict === "clarification" ? "requirement-clarification" : "requirement-unchecked",
          id,
          answer,
        ),
      );
    }
  }
  const count = (what: "not-met" | "open", from: readonly Step<Value>[], number: number): Step => ({
    about: { what, bid: bid.id },
    rule: { kind: "verdicts", verdict: what, dropped: [...dropped] },
    from,
    value: Exact.count(number),
  });
  return {
    notMet: count("not-met", failed, failed.length),
    open: count("open", [], openReasons.length),
    reasons,
    openReasons,
  };
}

function reason(code: string, id: string, answer: Answer | undefined): Reason {
  return {
    code,
    id,
    ...(answer?.reference ? { reference: answer.reference } : {}),
    ...(answer?.note ? { note: answer.note } : {}),
  };
}

/** A limit that a bid must keep, and the code of the reason if it does not. */
export type Check = { readonly code: string; readonly check: Step<string> };

export type Verdict = { readonly standing: Step<Standing>; readonly reasons: readonly Reason[] };

/**
 * Rejected by one failure, undecided while anything is open or cannot be computed, otherwise
 * standing.
 */
export function standing(
  bid: Bid,
  met: Compliance,
  checks: readonly Check[],
  result: Step,
): Verdict {
  const broken = checks.filter(({ check }) => check.value === "not-met");
  const rejections = [
    ...met.reasons,
    ...broken.map(({ code, check }) => ({
      code,
      ...(check.about.id ? { id: check.about.id } : {}),
    })),
  ];
  const missing = [
    ...new Set([result, ...checks.map(({ check }) => check)].flatMap((each) => gaps(each))),
  ].filter((gap) => isOf(bid, gap));
  // A list of scores has one reason, however many of its figures are missing.
  const gapReasons = new Map(
    missing
      .map(gapReason)
      .map((each) => [`${each.code}|${each.id ?? ""}|${each.evaluator ?? ""}`, each]),
  );
  const undone = [...met.openReasons, ...gapReasons.values()];
  const value = rejections.length > 0 ? "rejected" : undone.length > 0 ? "undecided" : "standing";
  return {
    standing: {
      about: { what: "standing", bid: bid.id },
      rule: { kind: "standing" },
      from: [
        met.notMet,
        met.open,
        ...checks.map(({ check }) => check),
        ...(value === "rejected" ? [] : [result]),
      ],
      value,
    },
    reasons: value === "rejected" ? rejections : undone,
  };
}

/** What another bid lacks is told there, and a rejected one is merely not compared. */
function isOf(bid: Bid, { about, rule }: Step<Value>): boolean {
  return rule.kind !== "compared" && (about.bid === undefined || about.bid === bid.id);
}

/** What the missing value at the root of a gap is called. */
export function gapReason(gap: Step<Value>): Reason {
  const { what, id, detail } = gap.about;
  const of = id === undefined ? {} : { id };
  switch (gap.rule.kind) {
    case "withheld":
      return {
        code: "score-unrecorded",
        ...of,
        ...(what === "given-assessment" && detail ? { evaluator: detail } : {}),
      };
    case "on-scale":
    case "yes-is-one":
      return { code: "score-outside-scale", ...of };
    case "band":
      return { code: "points-outside-bands", ...of };
    case "price-band":
      return { code: "price-outside-bands" };
    case "quotient":
      return {
        code: divisorCodes[gap.from[1]?.about.what ?? "share"] ?? "scale-without-span",
        ...of,
      };
    case "price-rows":
      return { code: "price-missing" };
    case "input":
      if (what === "unit-price") return { code: "unit-price-missing", ...of };
      if (what === "offered-price") return { code: "price-missing" };
      if (what === "given-assessment")
        return { code: "assessment-missing", ...of, ...(detail ? { evaluator: detail } : {}) };
      if (
        what === "given-score" ||
        what === "given-consultant-score" ||
        what === "given-participant-score" ||
        what === "score"
      )
        return { code: "score-missing", ...of };
      return { code: "model-incomplete", ...of };
    default:
      return { code: "model-incomplete", ...of };
  }
}

/** What it means that this divisor is zero. */
const divisorCodes: { readonly [what in What]?: string } = {
  price: "price-zero",
  quality: "quality-zero",
  "lowest-price": "lowest-price-zero",
  "mean-price": "mean-price-zero",
  "price-span": "prices-equal",
  "price-slope-span": "lowest-price-zero",
  "best-share": "best-share-zero",
  "price-anchor-span": "price-scale-without-span",
};

/**
 * What someone must do or look at in one bid's checks: open requirements counted once a kind,
 * contradictions one by one.
 */
export function complianceFindings(
  requirements: readonly Requirement[],
  bid: Bid,
  reasons: readonly Reason[],
  lost: ReadonlySet<Place>,
): Finding[] {
  const place = (id: string) => `bids[${bid.id}].answers[${id}].verdict`;
  const open = (code: "requirement-unchecked" | "requirement-clarification") => {
    const ids = reasons
      .filter((each) => each.code === code)
      .flatMap(({ id }) => (id === undefined || lost.has(place(id)) ? [] : [id]));
    const [first] = ids;
    if (first === undefined) return [];
    return [
      finding(code, "open", place(first), {
        bid: bid.id,
        bidder: bid.bidder,
        count: ids.length,
        ids,
      }),
    ];
  };
  const against = requirements.flatMap(({ id }) => {
    const answer = own(bid.answers, id);
    const code =
      answer?.answer === "no" && answer.verdict === "met"
        ? "met-against-answer"
        : answer?.verdict === "not-met" && !answer.reference && !answer.note
          ? "rejection-without-reason"
          : undefined;
    return code === undefined
      ? []
      : [finding(code, "warning", place(id), { bid: bid.id, bidder: bid.bidder, id })];
  });
  return [...open("requirement-unchecked"), ...open("requirement-clarification"), ...against];
}
