/**
 * A panel's work as a moderator sees it: every bid on every criterion at a glance, and one of them with
 * all that was said about it. It agrees on nothing.
 */
import type { Bid, Criterion, EvaluationDocument, Evaluator, Score } from "../core/document/schema";
import { leaves, own } from "../core/document/schema";
import type { Figure } from "../core/document/recorded";
import { figurePlace } from "../core/document/recorded";
import { MadeOf } from "../core/made-of";
import type { Place } from "../core/place";
import { evaluatorAt } from "../core/place";
import { limits } from "../scoring/flags";
import { isAgreedOn, moderatedLeaves, ownReasons, panelStanding } from "../scoring/panel-standing";
import { scaleText } from "../sheet/writing/criterion-rows";
import type { Words } from "../words/sv/words";
import type { PointTo } from "./finding-answers";
import { historyLines } from "./history-lines";
import type {
  DiscussionAnswer,
  OwnScore,
  PanelAnswer,
  PanelEvaluator,
  PanelScore,
} from "./panel-answers";

/** A value as a person reads it: a word for yes and no, else the number. */
function valueWord(value: string | undefined, words: Words): string {
  if (value === undefined) return "";
  return value === "yes" || value === "no" ? words.flags[value] : words.number(value);
}

export type OutsideScores = {
  /** Bids that nobody need score any more. */
  readonly rejected: ReadonlySet<string>;
  /** Places whose cells hold something that cannot be read. */
  readonly unreadable: ReadonlySet<Place>;
};

export function panelAnswer(
  document: EvaluationDocument,
  { rejected, unreadable }: OutsideScores,
  pointTo: PointTo,
  words: Words,
): PanelAnswer {
  const { bids, evaluators, criteria } = document;
  return {
    evaluators: evaluators.map((each) => panelEvaluator(each, pointTo, words)),
    criteria: moderatedLeaves(criteria).map((leaf) => ({
      id: leaf.id,
      name: leaf.name,
      form: leaf.panel === undefined || leaf.panel === "single" ? "" : words.panels[leaf.panel],
      // Objects spread into one take forty times as long, and there are thousands of scores.
      bids: bids
        .filter(isScored)
        .map((bid) =>
          Object.assign(
            pointTo("", figurePlace({ bid: bid.id, criterion: leaf.id })),
            panelScore({ evaluators, leaf, bid }, words),
            withStanding(
              bid,
              readability(evaluators, { bid: bid.id, criterion: leaf.id }, unreadable, pointTo),
              rejected,
            ),
          ),
        ),
    })),
  };
}

function withStanding(
  { id, withdrawnAt }: Bid,
  read: Readability,
  rejected: OutsideScores["rejected"],
): Readability & Pick<PanelScore, "isWithdrawn"> {
  if (!rejected.has(id) && withdrawnAt === undefined) return read;
  return {
    ...read,
    ...(rejected.has(id) ? { state: "rejected" } : {}),
    ...(withdrawnAt === undefined ? {} : { isWithdrawn: true }),
  };
}

function panelEvaluator(
  { id, name, conflictDeclared, measure }: Evaluator,
  pointTo: PointTo,
  { declarations }: Words,
): PanelEvaluator {
  const isHandled = conflictDeclared !== true || (measure ?? "").trim() !== "";
  const said =
    conflictDeclared === undefined
      ? declarations.none
      : !conflictDeclared
        ? declarations.clear
        : isHandled
          ? declarations.handled
          : declarations.declared;
  return {
    id,
    name,
    isOpen: conflictDeclared === undefined || !isHandled,
    ...pointTo(said, evaluatorAt(id, isHandled ? "conflictDeclared" : "measure")),
  };
}

/** A bid that was withdrawn before anyone scored it has nothing to show. */
function isScored({ withdrawnAt, scores }: Bid): boolean {
  return withdrawnAt === undefined || Object.keys(scores).length > 0;
}

type Readability = Pick<PanelScore, "unreadable"> & Partial<Pick<PanelScore, "state">>;

/** What cannot be read is blank in the document, and is not taken for a score that is missing. */
function readability(
  evaluators: EvaluationDocument["evaluators"],
  score: Pick<Figure, "bid" | "criterion">,
  unreadable: OutsideScores["unreadable"],
  pointTo: PointTo,
): Readability {
  if (unreadable.size === 0) return { unreadable: [] };
  const agreed = { name: "", place: figurePlace(score) };
  const own = evaluators.map(({ id, name }) => ({
    name,
    place: figurePlace({ ...score, evaluator: id }),
  }));
  const cells = [agreed, ...own].filter(({ place }) => unreadable.has(place));
  return {
    unreadable: cells.map(({ name, place }) => pointTo(name, place)),
    ...(cells.length > 0 ? { state: "unreadable" } : {}),
  };
}

/** A bid's score on a criterion, and who gives scores. */
type Scored = {
  readonly evaluators: EvaluationDocument["evaluators"];
  readonly leaf: Criterion;
  readonly bid: Bid;
};

type ScoreAnswer = Omit<PanelScore, "text" | "place" | "cell" | "unreadable">;

const answersOfScores = new MadeOf<Score, ScoreAnswer>();

/** Made once for a score that is the same object. */
function panelScore(scored: Scored, words: Words): ScoreAnswer {
  const { evaluators, leaf, bid } = scored;
  const score = own(bid.scores, leaf.id);
  if (!score) return readPanelScore(scored, words);
  return answersOfScores.get(score, [evaluators, leaf, bid.id, bid.bidder, words], () =>
    readPanelScore(scored, words),
  );
}

function readPanelScore({ evaluators, leaf, bid }: Scored, words: Words): ScoreAnswer {
  const { state, values, spread } = panelStanding(leaf, bid, evaluators);
  const agreed = own(bid.scores, leaf.id)?.value;
  return {
    bid: bid.id,
    bidder: bid.bidder,
    values: values.map((value) => valueWord(value, words)),
    agreed: typeof agreed === "string" ? valueWord(agreed, words) : "",
    unanimous: state === "unanimous" ? (values[0] ?? "") : "",
    state,
    spread: spread === undefined ? "" : words.number(spread.toFixed(0)),
    isFarApart: spread !== undefined && spread.compare(limits.spread) > 0,
  };
}

/** @returns undefined where the bid or the criterion is no longer there */
export function discussionAnswer(
  document: EvaluationDocument,
  of: { readonly bid: string; readonly criterion: string },
  pointTo: PointTo,
  words: Words,
): DiscussionAnswer | undefined {
  const bid = document.bids.find(({ id }) => id === of.bid);
  const leaf = leaves(document.criteria).find(({ id }) => id === of.criterion);
  if (!bid || !leaf) return undefined;
  const score = own(bid.scores, leaf.id);
  const { value, rationale = "", reference = "" } = score ?? {};
  const agreed = typeof value === "string" ? value : "";
  const levels = levelChoices(leaf, words);
  return {
    ...pointTo("", figurePlace({ bid: bid.id, criterion: leaf.id })),
    bid: bid.id,
    bidder: bid.bidder,
    criterion: leaf.id,
    name: leaf.name,
    description: leaf.description ?? "",
    form: words.panels[leaf.panel ?? "single"],
    levels,
    scale: scaleText(leaf, words),
    scores: ownScores(document, leaf, bid, words),
    isAgreedOn: isAgreedOn(leaf),
    seen: { value: agreed, rationale, reference },
    agreed: {
      value: levels.length > 0 ? agreed : valueWord(agreed === "" ? undefined : agreed, words),
      rationale,
      reference,
    },
    own: ownReasons(score),
    others: othersAgreed(document, leaf, bid, words),
    history: historyLines(document, bid.id, leaf.id, words),
  };
}

/** The levels with what they mean; yes and no; none of a scale of numbers. */
function levelChoices({ scale }: Criterion, words: Words): DiscussionAnswer["levels"] {
  if (scale?.type === "yes-no")
    return (["yes", "no"] as const).map((code) => ({ code, word: words.flags[code] }));
  if (scale?.type !== "levels") return [];
  return scale.levels.map(({ value, label }) => ({
    code: value,
    word: [words.number(value), label].filter(Boolean).join(" – "),
  }));
}

function ownScores(
  { evaluators }: EvaluationDocument,
  leaf: Criterion,
  bid: Bid,
  words: Words,
): OwnScore[] {
  const { scale } = leaf;
  const given = own(bid.scores, leaf.id)?.assessments ?? [];
  const scoring = leaf.panel === undefined || leaf.panel === "single" ? [] : evaluators;
  return scoring.map(({ id, name }) => {
    const {
      value,
      rationale = "",
      reference = "",
    } = given.find(({ evaluator }) => evaluator === id) ?? {};
    const level =
      scale?.type === "levels" ? scale.levels.find((each) => each.value === value) : undefined;
    return {
      name,
      code: value ?? "",
      value: valueWord(value, words),
      level: level?.label ?? "",
      rationale,
      reference,
    };
  });
}

function othersAgreed(
  { bids }: EvaluationDocument,
  leaf: Criterion,
  bid: Bid,
  words: Words,
): DiscussionAnswer["others"] {
  return bids.flatMap(({ id, bidder, scores }) => {
    const value = own(scores, leaf.id)?.value;
    return id === bid.id || typeof value !== "string"
      ? []
      : [{ bidder, agreed: valueWord(value, words) }];
  });
}
