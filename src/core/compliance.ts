/**
 * Whether a bid stands: the authority's verdict on every requirement and the published minimums and
 * ceilings, put together. One "not met" rejects the bid, and anything not yet decided leaves it
 * undecided. The bidder's own answer never replaces a verdict. (LOU 4 kap. 10–11 §§: the check comes
 * before the award.)
 */
import type { Answer, Bid, Requirement } from "./document/schema";
import { own } from "./document/schema";
import type { Finding } from "./finding";
import type { Place } from "./place";
import { finding } from "./finding";
import { Exact } from "./number";
import type { Step, Value, What } from "./step";
import { gaps, input } from "./step";
import { MadeOf } from "./made-of";
import { answerAt } from "./place";

export type Standing = "standing" | "rejected" | "undecided";

/** Why a bid is rejected or undecided, with the source and note of the authority. */
export type Reason = {
  readonly code: string;
  readonly id?: string;
  readonly reference?: string;
  readonly note?: string;
  readonly evaluator?: string;
};

export type Compliance = {
  /** The number of requirements that are not met, made from those verdicts. */
  readonly notMet: Step;
  /** The number of requirements without a verdict, or with an open clarification. */
  readonly open: Step;
  readonly reasons: readonly Reason[];
  readonly openReasons: readonly Reason[];
};

const checked = new MadeOf<Bid["answers"], Compliance>();
const toldOf = new MadeOf<Bid["answers"], readonly Requirement[]>();

/** The requirements of which there is more to say than that they are met: few of very many. */
function told(requirements: readonly Requirement[], { answers }: Bid): readonly Requirement[] {
  return toldOf.get(answers, [requirements], () =>
    requirements.filter(({ id }) => {
      const answer = own(answers, id);
      return answer?.verdict !== "met" || answer.answer === "no";
    }),
  );
}

/**
 * The verdicts of one bid over all requirements, counted, with the reasons that they give.
 * @param dropped ids of requirements that no longer apply
 * @param withheld ids of requirements whose verdict on this bid differs from its record
 */
export function checkRequirements(
  requirements: readonly Requirement[],
  bid: Bid,
  dropped: ReadonlySet<string>,
  withheld: ReadonlySet<string>,
): Compliance {
  const from = [requirements, bid.id, [...dropped].join("|"), [...withheld].join("|")];
  return checked.get(bid.answers, from, () => countVerdicts(requirements, bid, dropped, withheld));
}

function countVerdicts(
  requirements: readonly Requirement[],
  bid: Bid,
  dropped: ReadonlySet<string>,
  withheld: ReadonlySet<string>,
): Compliance {
  const failed: Step<string>[] = [];
  const unsure: string[] = [];
  const reasons: Reason[] = [];
  const openReasons: Reason[] = [];
  const more = told(requirements, bid);
  const looked =
    withheld.size === 0
      ? more
      : requirements.filter((each) => withheld.has(each.id) || more.includes(each));
  for (const { id, kind } of looked) {
    const answer = own(bid.answers, id);
    const verdict = answer?.verdict;
    if (dropped.has(id)) continue;
    if (withheld.has(id)) {
      unsure.push(id);
      openReasons.push(reason("verdict-unrecorded", id, answer));
    } else if (verdict === "met") continue;
    else if (verdict === "not-met") {
      failed.push(verdictStep(bid, id, verdict));
      // A ground for exclusion is about the supplier, and is no requirement that a bid meets.
      const code = kind === "exclusion" ? "exclusion-ground" : "requirement-not-met";
      reasons.push(reason(code, id, answer));
    } else if (verdict === "clarification")
      openReasons.push(reason("requirement-clarification", id, answer));
    else openReasons.push(reason("requirement-unchecked", id, answer));
  }
  const count = (what: "not-met" | "open", from: readonly Step<Value>[], number: number): Step => ({
    about: { what, bid: bid.id },
    rule: { kind: "verdicts", verdict: what, dropped: [...dropped], withheld: unsure },
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

function verdictStep(bid: Bid, id: string, verdict: string): Step<string> {
  const about = { what: "verdict", bid: bid.id, id } as const;
  return input(about, answerAt(bid.id, id, "verdict"), verdict);
}

function reason(code: string, id: string, answer: Answer | undefined): Reason {
  return {
    code,
    id,
    ...(answer?.reference ? { reference: answer.reference } : {}),
    ...(answer?.note ? { note: answer.note } : {}),
  };
}

/** A limit that a bid must keep, and the code of the reason when it does not. */
export type Check = { readonly code: string; readonly check: Step<string> };

/** A bid's standing with the reasons for it. */
export type StandingWithReasons = {
  readonly standing: Step<Standing>;
  readonly reasons: readonly Reason[];
};

/**
 * A bid's standing: rejected by one failure, undecided while anything is open or cannot be computed,
 * otherwise standing.
 */
export function judgeStanding(
  bid: Bid,
  met: Compliance,
  checks: readonly Check[],
  result: Step,
): StandingWithReasons {
  const broken = checks.filter(({ check }) => check.value === "not-met");
  const rejections = [
    ...met.reasons,
    ...broken.map(({ code, check }) => ({
      code,
      ...(check.about.id ? { id: check.about.id } : {}),
    })),
  ];
  const undone = [
    ...met.openReasons,
    ...gapReasons(bid, [result, ...checks.map(({ check }) => check)]),
  ];
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

/** The reasons of everything that is missing; a list of scores has one, however much it lacks. */
function gapReasons(bid: Bid, steps: readonly Step<Value>[]): Reason[] {
  const missing = [...new Set(steps.flatMap((step) => gaps(step)))].filter((gap) => isOf(bid, gap));
  const byFigure = new Map(
    missing.map((gap) => {
      const reason = gapReason(gap);
      return [`${reason.code}|${reason.id ?? ""}|${reason.evaluator ?? ""}`, reason];
    }),
  );
  return [...byFigure.values()];
}

/** Whether a gap is this bid's own: another bid has its own reasons, and a rejected one lacks nothing. */
function isOf(bid: Bid, { about, rule }: Step<Value>): boolean {
  return rule.kind !== "compared" && (about.bid === undefined || about.bid === bid.id);
}

/** The reason that a missing value gives. */
function gapReason(gap: Step<Value>): Reason {
  const { what, id, detail } = gap.about;
  const of = id === undefined ? {} : { id };
  const by = what === "given-assessment" && detail ? { evaluator: detail } : {};
  switch (gap.rule.kind) {
    case "withheld":
      return ["offered-price", "corrected-price", "unit-price"].includes(what)
        ? { code: "price-unrecorded", ...of }
        : { code: "score-unrecorded", ...of, ...by };
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
      return what === "offered-price"
        ? { code: "price-missing" }
        : { code: inputCodes[what] ?? "model-incomplete", ...of, ...by };
    default:
      return { code: "model-incomplete", ...of };
  }
}

/** The reason code of a missing input; any other input is a part that the model lacks. */
const inputCodes: { readonly [what in What]?: string } = {
  "delivery-model": "delivery-model-missing",
  "unit-price": "unit-price-missing",
  "given-assessment": "assessment-missing",
  "given-score": "score-missing",
  "given-consultant-score": "score-missing",
  "given-participant-score": "score-missing",
  score: "score-missing",
};

/** The reason code of a divisor that is zero. */
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
 * What someone must do or look at in one bid's checks: one finding for each kind of open
 * requirement, one for each contradiction.
 * @param lost places that are blank only because their cells could not be read
 */
export function complianceFindings(
  requirements: readonly Requirement[],
  bid: Bid,
  reasons: readonly Reason[],
  lost: ReadonlySet<Place>,
): Finding[] {
  const place = (id: string) => answerAt(bid.id, id, "verdict");
  const open = (code: "requirement-unchecked" | "requirement-clarification") => {
    const ids = reasons
      .filter((reason) => reason.code === code)
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
  const against = told(requirements, bid).flatMap(({ id, kind }) => {
    const answer = own(bid.answers, id);
    const code =
      answer?.answer === "no" && answer.verdict === "met"
        ? "met-against-answer"
        : answer?.verdict === "not-met" && !answer.reference && !answer.note
          ? kind === "exclusion"
            ? "exclusion-ground-without-reason"
            : "rejection-without-reason"
          : undefined;
    return code === undefined
      ? []
      : [finding(code, "warning", place(id), { bid: bid.id, bidder: bid.bidder, id })];
  });
  return [...open("requirement-unchecked"), ...open("requirement-clarification"), ...against];
}
