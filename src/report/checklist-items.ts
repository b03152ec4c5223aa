/**
 * The questions of the checklist, and what the file knows of each: yes only where something was
 * looked at, nothing where the file cannot know. It never answers for a person.
 */
import { lowBidRecord } from "../core/abnormally-low";
import { exclusionRecord } from "../core/exclusion";
import { isExclusion } from "./parts/exclusions";
import { hasLeft } from "../core/departures";
import type { Reason } from "../core/compliance";
import type { Bid, Criterion, EvaluationDocument } from "../core/document/schema";
import { MadeOf } from "../core/made-of";
import { lastOf } from "../core/document/recorded";
import type { Evaluation } from "../core/evaluate";
import type { FindingCode } from "../core/findings/catalogue";
import { topicOf } from "../core/findings/catalogue";
import type { Place } from "../core/place";
import type { Topic } from "../core/findings/entry";
import { mayNegotiate } from "../core/document/requirements-in-force";
import { signOffs } from "../journal/sign-offs";
import { duesOf } from "./standstill-dates";
import type { Duty } from "../core/law";
import { provisionOf } from "../core/law";
import { isAboutModel } from "../core/place";

export type ChecklistAnswer = "yes" | "no" | "not-applicable";
/** What the evaluation alone does not say. */
export type Beside = {
  readonly seal?: "same" | "changed";
  /** Whether every milestone is anchored outside the file; missing while none has been passed. */
  readonly isAnchored?: boolean;
  /** The fingerprint of what the result rests on; missing where it was not computed. */
  readonly basis?: string;
  /** Missing where nothing was computed twice. */
  readonly figuresAgree?: boolean;
};

export type Known = (evaluation: Evaluation, beside: Beside) => ChecklistAnswer | undefined;

const yes = (holds: boolean): ChecklistAnswer => (holds ? "yes" : "no");
/**
 * Yes where no finding of these topics or codes stands in the way; a decision that accepted one lets
 * it pass.
 * @param isAsked nothing is known where the cell of such a place could not be read
 */
const without =
  (
    asked: { readonly topics?: readonly Topic[]; readonly codes?: readonly FindingCode[] },
    isAsked?: (place: Place) => boolean,
  ): Known =>
  ({ findings }) => {
    const isGathered = (code: FindingCode) =>
      asked.topics?.includes(topicOf(code)) === true || asked.codes?.includes(code) === true;
    const isFound = findings.some(
      ({ code, accepted, severity }) => isGathered(code) && !accepted && severity !== "note",
    );
    const isUnreadable = findings.some(({ isLost, where }) => isLost && isAsked?.(where));
    return isFound ? "no" : isUnreadable ? undefined : "yes";
  };
/** What leaves a criterion, or the price, without a stated worth. */
const withoutWorth: readonly FindingCode[] = [
  "weight-missing",
  "weight-unending",
  "weight-date",
  "weights-not-100",
  "criterion-without-worth",
  "criterion-without-points",
  "criterion-not-in-order",
  "price-not-in-order",
];
/** What keeps a lower price from being better. */
const withoutPriceEffect: readonly FindingCode[] = [
  "price-not-strictly-monotone",
  "price-bands-not-rising",
  "price-bands-end",
  "price-irrelevant-at-full-quality",
  "price-scale-without-span",
];
const has = (
  { document }: Evaluation,
  type: NonNullable<EvaluationDocument["events"]>[number]["type"],
) => document.events?.some((each) => each.type === type) === true;

function checkedKind(kind: "exclusion" | "qualification" | "mandatory"): Known {
  const isChecked = new MadeOf<Bid["answers"], boolean>();
  return ({ document: { requirements, bids }, findings }) => {
    const own = requirements.filter((each) => each.kind === kind);
    if (own.length === 0) return "not-applicable";
    // A bid that has been withdrawn, or rejected by a decision, need not be examined further.
    const remaining = bids.filter((bid) => !hasLeft(bid));
    if (remaining.length === 0) return undefined;
    const withoutSecondReading = findings.flatMap(({ code, details: { ids = [] } }) =>
      topicOf(code) === "second-reading" && Array.isArray(ids) ? (ids as readonly string[]) : [],
    );
    if (own.some(({ id }) => withoutSecondReading.includes(id))) return "no";
    return yes(
      remaining.every(({ answers }) =>
        isChecked.get(answers, [requirements], () =>
          own.every(({ id }) =>
            ["met", "not-met"].includes(
              (Object.hasOwn(answers, id) ? answers[id]?.verdict : undefined) ?? "",
            ),
          ),
        ),
      ),
    );
  };
}

/** A scale that leaves its levels to a description is not described by silence. */
function scalesDescribed(criteria: readonly Criterion[], above = ""): ChecklistAnswer | undefined {
  const answers = criteria.map(({ children, scale, description = "" }) => {
    const text = `${above}${description}`.trim();
    if (children) return scalesDescribed(children, text);
    if (scale === undefined) return "no";
    if (scale.type === "levels") return yes(scale.levels.every(({ label }) => label !== ""));
    const isPlain = scale.type === "yes-no" || scale.type === "sus";
    return isPlain || text !== "" || (scale.type === "measure" && scale.unit !== "")
      ? "yes"
      : undefined;
  });
  return answers.includes("no") ? "no" : answers.includes(undefined) ? undefined : "yes";
}

export const documentItems: { readonly [item: string]: Known } = {
  "basis-stated": () => "yes",
  "criteria-weighted": (evaluation, beside) =>
    evaluation.document.criteria.length === 0
      ? "not-applicable"
      : without({ codes: withoutWorth }, isAboutModel)(evaluation, beside),
  "scales-described": ({ document: { criteria } }) =>
    criteria.length === 0 ? "not-applicable" : scalesDescribed(criteria),
  "lower-price-better": without({ codes: withoutPriceEffect }, isAboutModel),
  "tie-rule": ({ document: { model } }) => yes(model.ties.length > 0),
  "minimum-marked": ({ document }) => (mayNegotiate(document) ? undefined : "not-applicable"),
  "lots-reasoned": ({ document: { procurement, award = {} } }) =>
    provisionOf("lots", procurement) === undefined
      ? "not-applicable"
      : procurement.lot || (award.lotsReason ?? "") !== ""
        ? "yes"
        : undefined,
  "validity-stated": ({ document: { award = {} } }) =>
    award.bidsValidUntil === undefined ? undefined : "yes",
  "model-published": (evaluation) => yes(has(evaluation, "published")),
};

/** How many people a cell names: "EA, UL", "EA och UL". */
function peopleIn(text: string): number {
  return text.split(/[,;&/\n]|\s(?:och|and)\s/).filter((name) => name.trim() !== "").length;
}

/**
 * Someone has stated limits, and every remaining bid has a price to hold against another by them;
 * or someone has recorded an assessment. Silence says neither.
 */
function hasLookedForLow({ document: { procurement, lowBids = [] }, bids }: Evaluation): boolean {
  const { belowMedian, belowNext } = procurement.lowBids ?? {};
  const remaining = bids.filter(({ standing }) => standing.value !== "rejected");
  const isScreened =
    (belowMedian !== undefined || belowNext !== undefined) &&
    remaining.length > 1 &&
    remaining.every(({ price }) => price.offered.value !== undefined);
  return isScreened || lowBids.some(({ decision }) => decision !== undefined);
}

/** Whoever made an assessment has not reviewed it, whatever is signed. */
function reviewed(
  { document }: Evaluation,
  basis: string | undefined,
): ChecklistAnswer | undefined {
  const { events = [], evaluators } = document;
  const last = lastOf(document, "signed-off");
  if (last === undefined) return "no";
  const scorers = new Set([
    ...events.filter(({ type }) => type === "score").map(({ by }) => by),
    ...evaluators.map(({ name }) => name),
  ]);
  if (scorers.has(last.by)) return "no";
  if (basis === undefined) return undefined;
  return yes(signOffs(document, basis).at(-1)?.lapses.length === 0);
}

/**
 * A requirement has its reference and what was found; a low bid and an exclusion the reason of the
 * decision.
 */
function isReasoned(
  { code, reference = "", note = "" }: Reason,
  bid: string,
  document: EvaluationDocument,
): boolean {
  if (code === "requirement-not-met") return reference !== "" && note !== "";
  if (isExclusion({ code })) return (exclusionRecord(document, bid)?.record.reason ?? "") !== "";
  return code !== "abnormally-low" || (lowBidRecord(document, bid)?.record.reason ?? "") !== "";
}

/**
 * Whether everyone that is to be excluded was heard first: known of the suppliers that a ground or a
 * decision is recorded about, and no question where there are none.
 */
const exclusionHeard: Known = ({ bids, document }) => {
  const excluded = bids.filter(({ reasons }) => reasons.some(isExclusion));
  if (excluded.length === 0 || provisionOf("exclusionHearing", document.procurement) === undefined)
    return "not-applicable";
  return yes(
    excluded.every(({ bid }) => {
      const { heardAt, answerBy, answeredAt, decidedAt } =
        exclusionRecord(document, bid.id)?.record ?? {};
      const isOver = answeredAt !== undefined || (decidedAt ?? "") > (answerBy ?? "");
      return heardAt !== undefined && answerBy !== undefined && isOver;
    }),
  );
};

/** A question that only a person can answer, where the law has the duty. */
const askedWhere =
  (duty: Duty): Known =>
  ({ document }) =>
    provisionOf(duty, document.procurement) === undefined ? "not-applicable" : undefined;

/**
 * 15 kap. 4 §: asked of the winner before the award, but not for a call-off without renewed
 * competition; where that is not said, the question stays.
 */
const winnersEvidence: Known = (evaluation, beside) => {
  const { procedure, regime, renewedCompetition } = evaluation.document.procurement;
  const isUnsaid =
    procedure === "call-off" && regime === "directive" && renewedCompetition === undefined;
  return isUnsaid ? undefined : askedWhere("winnersEvidence")(evaluation, beside);
};

/** Reasons are only looked for where scores stand, and a journal or every reason holds them to it. */
function areReasonsAsked({ bids, events }: EvaluationDocument): boolean {
  const given = bids.flatMap(({ scores }) =>
    Object.values(scores).filter(({ value }) => value !== undefined),
  );
  return (
    given.length > 0 &&
    (events !== undefined || given.every(({ rationale = "" }) => rationale.trim() !== ""))
  );
}

export const evaluationItems: { readonly [item: string]: Known } = {
  "opened-by-two": ({ document: { award = {} }, findings }) =>
    award.openedAt === undefined ||
    award.deadline === undefined ||
    peopleIn(award.openedBy ?? "") < 2
      ? undefined
      : yes(!findings.some(({ code }) => code === "opened-before-deadline")),
  "conflicts-declared": ({ document: { evaluators } }) =>
    evaluators.length === 0
      ? undefined
      : yes(
          evaluators.every(
            ({ conflictDeclared, measure = "" }) =>
              conflictDeclared === false || (conflictDeclared === true && measure !== ""),
          ),
        ),
  "exclusion-checked": checkedKind("exclusion"),
  "exclusion-heard": exclusionHeard,
  "relied-on-checked": askedWhere("reliedOn"),
  "winners-evidence": winnersEvidence,
  "qualification-checked": checkedKind("qualification"),
  "mandatory-checked": checkedKind("mandatory"),
  "rejections-reasoned": ({ bids, document }) => {
    const rejected = bids.filter(({ standing }) => standing.value === "rejected");
    if (rejected.length === 0)
      return bids.length > 0 && bids.every(({ standing }) => standing.value === "standing")
        ? "not-applicable"
        : undefined;
    return yes(
      rejected.every(({ bid, reasons }) =>
        reasons.every((reason) => isReasoned(reason, bid.id, document)),
      ),
    );
  },
  "clarifications-decided": ({ document: { clarifications = [] }, findings }) =>
    findings.some(({ code }) => topicOf(code) === "clarifications")
      ? "no"
      : clarifications.length === 0
        ? "not-applicable"
        : "yes",
  "low-bids-handled": (evaluation, beside) => {
    const found = without({ topics: ["low-bids"] })(evaluation, beside);
    return found === "no" || hasLookedForLow(evaluation) ? found : undefined;
  },
  "only-final-bids": (evaluation, beside) =>
    mayNegotiate(evaluation.document)
      ? (evaluation.document.rounds ?? []).length === 0 || evaluation.bids.length === 0
        ? undefined
        : without({ topics: ["final-bids"] })(evaluation, beside)
      : "not-applicable",
  "all-scored": ({ bids, document }) => {
    if (document.criteria.length === 0) return "not-applicable";
    const remaining = bids.filter(({ standing }) => standing.value !== "rejected");
    return remaining.length === 0
      ? undefined
      : yes(
          remaining.every(({ criteria }) =>
            criteria.every(({ share }) => share.value !== undefined),
          ),
        );
  },
  "scores-reasoned": (evaluation, beside) =>
    evaluation.document.criteria.length === 0
      ? "not-applicable"
      : areReasonsAsked(evaluation.document)
        ? without({ topics: ["reasons"] })(evaluation, beside)
        : undefined,
  "quality-before-price": ({ document: { procurement, events = [] } }) => {
    if (procurement.prices !== "sealed") return "not-applicable";
    const at = (type: string) => events.findIndex((each) => each.type === type);
    return at("prices-opened") < 0
      ? "no"
      : yes(at("quality-fixed") >= 0 && at("quality-fixed") < at("prices-opened"));
  },
  "journal-kept": (evaluation, beside) => {
    const { events = [], criteria, bids } = evaluation.document;
    if (events.length === 0) return "no";
    return criteria.length > 0 && bids.every(({ scores }) => Object.keys(scores).length === 0)
      ? undefined
      : without({ topics: ["unrecorded"] })(evaluation, beside);
  },
  anchored: (_, { isAnchored }) => (isAnchored === undefined ? "not-applicable" : yes(isAnchored)),
  "model-unchanged": (_, { seal }) => (seal === undefined ? undefined : yes(seal === "same")),
  "figures-checked": (_, { figuresAgree }) =>
    figuresAgree === undefined ? undefined : yes(figuresAgree),
  // A bid that has no rank yet may still turn out to be tied.
  "ties-resolved": (evaluation, beside) => {
    const remaining = evaluation.bids.filter(({ standing }) => standing.value !== "rejected");
    return remaining.length > 0 && remaining.every(({ rank }) => rank.value !== undefined)
      ? without({ topics: ["ties"] })(evaluation, beside)
      : undefined;
  },
  "secrecy-decided": ({ document: { confidential = [] } }) =>
    confidential.length === 0
      ? "not-applicable"
      : confidential.every(({ decision }) => decision !== undefined)
        ? "yes"
        : undefined,
  reviewed: (evaluation, { basis }) => reviewed(evaluation, basis),
  finalised: ({ document: { events = [] }, findings }) =>
    yes(
      events.filter(({ type }) => type === "finalised" || type === "reopened").at(-1)?.type ===
        "finalised" && !findings.some(({ code }) => code === "finalised-changed"),
    ),
  "valid-past-standstill": ({ document, findings }) => {
    const [standstill, validity] = ["standstill", "validity"].map((name) =>
      duesOf(document).find((each) => each.name === name),
    );
    return standstill?.exempt
      ? "not-applicable"
      : standstill?.date === undefined || validity?.date === undefined
        ? undefined
        : yes(!findings.some(({ code }) => code === "bids-expire-in-standstill"));
  },
};
