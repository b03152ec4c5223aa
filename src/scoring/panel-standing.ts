/**
 * How a panel stands on one bid and one criterion before a level is agreed: who has scored, whether
 * they say the same, and how far apart they are. It agrees on nothing.
 */
import type { Bid, Criterion, Evaluator, Score } from "../core/document/schema";
import { leaves, own } from "../core/document/schema";
import { Exact } from "../core/number";
import { figureNumber, scaleSpan } from "./scale-figures";
import { panelLeaves } from "./score-sheet";

/**
 * - `computed`: the published rule makes the value of the evaluators' own; nothing is agreed
 * - `agreed`: a level has been agreed
 * - `missing`: nothing is agreed, and some evaluator has not scored or none scores by herself
 * - `unanimous`: all have scored alike
 * - `apart`: all have scored, and not alike
 */
export type PanelState = "computed" | "agreed" | "missing" | "unanimous" | "apart";

export type PanelStanding = {
  readonly state: PanelState;
  /** Of a panel: each evaluator's own value, in their order; undefined where there is none. */
  readonly values: readonly (string | undefined)[];
  /** From the lowest to the highest, in per cent of the scale; of two values or more. */
  readonly spread?: Exact;
};

const hundred = Exact.of("100");

export function panelStanding(
  leaf: Criterion,
  bid: Bid,
  evaluators: readonly Evaluator[],
): PanelStanding {
  const score = own(bid.scores, leaf.id);
  const scoring = leaf.panel === undefined || leaf.panel === "single" ? [] : evaluators;
  const values = scoring.map(
    ({ id }) => score?.assessments?.find(({ evaluator }) => evaluator === id)?.value,
  );
  const spread = spreadOf(leaf, values);
  return {
    state: stateOf(leaf, score, values),
    values,
    ...(spread === undefined ? {} : { spread }),
  };
}

/** Whether people agree on one value; a list of them, or a published rule, leaves nothing to agree. */
export function isAgreedOn({ panel, scale, perConsultant, perParticipant }: Criterion): boolean {
  const isList = perConsultant === true || perParticipant === true || scale?.type === "sus";
  return panel !== "mean" && panel !== "median" && scale !== undefined && !isList;
}

/** The criteria that have one value for each bid, agreed on or made by a panel's rule. */
export function moderatedLeaves(criteria: readonly Criterion[]): Criterion[] {
  const byPanel = new Set(panelLeaves(criteria));
  return leaves(criteria).filter((leaf) => byPanel.has(leaf) || isAgreedOn(leaf));
}

function stateOf(
  leaf: Criterion,
  score: Score | undefined,
  values: PanelStanding["values"],
): PanelState {
  if (!isAgreedOn(leaf)) return "computed";
  if (score?.value !== undefined) return "agreed";
  if (leaf.panel !== "consensus" || values.length === 0 || values.includes(undefined))
    return "missing";
  return isOneValue(values) ? "unanimous" : "apart";
}

/** "3" and "3.0" are one value. */
function isOneValue([first, ...rest]: PanelStanding["values"]): boolean {
  return rest.every((each) => each === first || isSameNumber(each, first));
}

export function isSameNumber(a = "", b = ""): boolean {
  const [one, other] = [figureNumber(a), figureNumber(b)];
  return one !== undefined && other !== undefined && one.equals(other);
}

function spreadOf(leaf: Criterion, values: PanelStanding["values"]): Exact | undefined {
  const span = scaleSpan(leaf);
  const [first, ...rest] = values.flatMap((value) =>
    value === undefined ? [] : (figureNumber(value) ?? []),
  );
  if (!span || !first || rest.length === 0) return undefined;
  const spread = Exact.largest(first, ...rest).minus(Exact.smallest(first, ...rest));
  return spread.over(span).times(hundred);
}

/** The evaluators' own reasons for a score, each once and without names. */
export function ownReasons(score: Score | undefined): {
  readonly rationale: string;
  readonly reference: string;
} {
  const all = score?.assessments ?? [];
  return {
    rationale: distinct(all.map(({ rationale = "" }) => rationale))
      .map((text) => (/[.!?]$/u.test(text) ? text : `${text}.`))
      .join(" "),
    reference: distinct(all.map(({ reference = "" }) => reference)).join("; "),
  };
}

/** Texts that say the same but for case, spaces and a full stop are one. */
function distinct(texts: readonly string[]): string[] {
  const known = new Map<string, string>();
  for (const text of texts.map((each) => each.trim())) {
    const folded = text.toLowerCase().replace(/\s+/gu, " ").replace(/\.$/u, "");
    if (folded !== "" && !known.has(folded)) known.set(folded, text);
  }
  return [...known.values()];
}
