/**
 * Evaluators' sheets back into the document: in any order, any number of times. What is blank is
 * filled in, what is the same is left, and what differs is a conflict that is listed; nothing is
 * ever written over. A fault in one cell or one sheet never keeps the rest from being read.
 */
import type { CodesOf } from "../core/findings/catalogue";
import type {
  Assessment,
  Bid,
  EvaluationDocument,
  Evaluator,
  JournalEvent,
  Score,
} from "../core/document/schema";
import { own } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { Inputs } from "../core/inputs";
import type { Leaf } from "../core/panel";
import { accepted } from "../core/panel";
import type { ScoreSheet, ScoreSheetScore } from "./score-sheet";
import { panelLeaves } from "./score-sheet";
import type { Signature } from "./record-scores";
import { pricesKnown, scoreEvent, withEvents } from "./record-scores";
import type { Recorded } from "../core/document/recorded";
import { figureKey, recordedFigures } from "../core/document/recorded";

/** A sheet with the name of its file, and where in it each thing stands. */
export type ReceivedSheet = {
  readonly name: string;
  readonly ballot: ScoreSheet;
  readonly cell?: (score: ScoreSheetScore, field: Field) => string | undefined;
};

export const scoreSheetFields = ["value", "rationale", "reference"] as const;
export type Field = (typeof scoreSheetFields)[number];

/** Two figures or texts for one thing: `kept` stands in the document, if anything does. */
export type Conflict = {
  readonly bid: string;
  readonly criterion: string;
  readonly evaluator: string;
  readonly field: Field;
  readonly kept?: string;
  readonly offered: readonly {
    readonly text: string;
    readonly name: string;
    readonly cell?: string;
  }[];
};

export type Merged = {
  readonly document: EvaluationDocument;
  readonly taken: number;
  readonly same: number;
  readonly conflicts: readonly Conflict[];
  readonly findings: readonly Finding[];
};

type Setting = {
  readonly document: EvaluationDocument;
  /** Of what is published now. */
  readonly model: string;
  readonly rejected: ReadonlySet<string>;
  readonly evaluators: ReadonlyMap<string, Evaluator>;
  readonly leaves: ReadonlyMap<string, Leaf>;
  readonly bids: ReadonlySet<string>;
  readonly inputs: Inputs;
  /** Whether a scale has a value, asked once for each of the few values there are. */
  readonly known: Map<string, boolean>;
};

/** What sheets say of one thing, by evaluator, bid and criterion. */
type Pile = {
  readonly score: ScoreSheetScore;
  readonly evaluator: string;
  readonly texts: {
    readonly [field in Field]: {
      readonly text: string;
      readonly name: string;
      readonly cell?: string;
    }[];
  };
};

/** @param model the fingerprint of what is published, which every sheet must carry */
export function mergeScoreSheets(
  document: EvaluationDocument,
  handed: readonly ReceivedSheet[],
  act: Signature,
  model: string,
  rejected: ReadonlySet<string>,
): Merged {
  const setting: Setting = {
    document,
    model,
    rejected,
    evaluators: new Map(document.evaluators.map((each) => [each.id, each])),
    leaves: new Map(panelLeaves(document.criteria).map((leaf) => [leaf.id, leaf as Leaf])),
    bids: new Set(document.bids.map(({ id }) => id)),
    inputs: new Inputs({ bids: [] }),
    known: new Map(),
  };
  const findings: Finding[] = [...twice(handed)];
  const piles = new Map<string, Pile>();
  const declared = new Map<string, ScoreSheet>();
  for (const each of handed) {
    const [refusal] = refusals(each, setting);
    if (refusal) {
      findings.push(refusal);
      continue;
    }
    if (each.ballot.conflictDeclared !== undefined && !declared.has(each.ballot.evaluator))
      declared.set(each.ballot.evaluator, each.ballot);
    for (const score of each.ballot.scores) pileUp(each, score, setting, piles, findings);
  }
  return { ...settle(setting, piles, declared, act), findings };
}

/** Two sheets from one evaluator: both are read, and where they differ neither is taken. */
function twice(handed: readonly ReceivedSheet[]): Finding[] {
  const names = new Map<string, string[]>();
  for (const {
    name,
    ballot: { evaluator },
  } of handed)
    names.set(evaluator, [...(names.get(evaluator) ?? []), name]);
  return [...names]
    .filter(([, files]) => files.length > 1)
    .map(([evaluator, files]) =>
      finding("ballot-evaluator-twice", "warning", files.join(", "), { evaluator, files }),
    );
}

/** Why a whole sheet is not merged. */
function refusals(
  { name, ballot }: ReceivedSheet,
  { document, model, evaluators }: Setting,
): Finding[] {
  const { caseNumber, lot } = document.procurement;
  const refuse = (code: CodesOf<"score-sheets">, details: object = {}) => [
    finding(code, "blocking", name, { file: name, evaluator: ballot.evaluator, ...details }),
  ];
  if (ballot.caseNumber !== caseNumber || ballot.lot !== lot?.id)
    return refuse("ballot-other-case", { seen: ballot.caseNumber, wanted: caseNumber });
  if (ballot.model !== model)
    return refuse("ballot-other-model", {
      seen: ballot.model.slice(0, 8),
      wanted: model.slice(0, 8),
    });
  const evaluator = evaluators.get(ballot.evaluator);
  if (!evaluator) return refuse("ballot-unknown-evaluator", { known: [...evaluators.keys()] });
  const hasScores = ballot.scores.some(({ value }) => value !== undefined);
  const conflict = evaluator.conflictDeclared ?? ballot.conflictDeclared;
  if (hasScores && conflict === undefined) return refuse("ballot-undeclared", {});
  return hasScores &&
    (conflict === true || ballot.conflictDeclared === true) &&
    (evaluator.measure ?? "") === ""
    ? refuse("ballot-conflict-of-interest", {})
    : [];
}

function pileUp(
  handed: ReceivedSheet,
  score: ScoreSheetScore,
  setting: Setting,
  piles: Map<string, Pile>,
  findings: Finding[],
): void {
  const given = scoreSheetFields.filter(
    (field) => score[field] !== undefined && score[field] !== "",
  );
  if (given.length === 0) return;
  const problem = scoreProblem(handed, score, setting);
  if (problem) findings.push(problem);
  if (problem && problem.severity !== "open") return;
  const { evaluator } = handed.ballot;
  const key = figureKey({ ...score, evaluator });
  const pile = piles.get(key) ?? {
    score,
    evaluator,
    texts: { value: [], rationale: [], reference: [] },
  };
  piles.set(key, pile);
  for (const field of given) {
    const text = score[field] ?? "";
    const cell = handed.cell?.(score, field);
    if (!pile.texts[field].some((each) => each.text === text))
      pile.texts[field].push({ text, name: handed.name, ...(cell === undefined ? {} : { cell }) });
  }
}

/**
 * What is wrong with one row: an `open` one is taken and to be completed, any other is left out.
 */
function scoreProblem(
  handed: ReceivedSheet,
  score: ScoreSheetScore,
  setting: Setting,
): Finding | undefined {
  const { leaves, bids, rejected } = setting;
  const { bid, criterion, value, rationale = "", reference = "" } = score;
  const told = (
    code: CodesOf<"score-sheets">,
    severity: Finding["severity"],
    field: Field,
    more: object = {},
  ) => {
    const cell = handed.cell?.(score, field);
    return finding(code, severity, cell === undefined ? handed.name : `${handed.name} ${cell}`, {
      file: handed.name,
      evaluator: handed.ballot.evaluator,
      bid,
      criterion,
      ...more,
    });
  };
  const leaf = leaves.get(criterion);
  if (!bids.has(bid)) return told("ballot-unknown-bid", "blocking", "value");
  if (!leaf) return told("ballot-unknown-criterion", "blocking", "value");
  if (rejected.has(bid)) return told("ballot-rejected-bid", "warning", "value");
  if (value !== undefined && !isOnScale(leaf, value, setting)) {
    return leaf.scale.type === "levels"
      ? told("ballot-level-unlisted", "blocking", "value", {
          value,
          levels: leaf.scale.levels.map((level) => level.value),
        })
      : told("ballot-outside-scale", "blocking", "value", { value });
  }
  if (value !== undefined && rationale.trim() === "")
    return told("ballot-rationale-missing", "open", "rationale");
  return value !== undefined && reference.trim() === ""
    ? told("ballot-reference-missing", "open", "reference")
    : undefined;
}

function isOnScale(leaf: Leaf, value: string, { inputs, known }: Setting): boolean {
  const key = `${leaf.id}|${value}`;
  const found =
    known.get(key) ??
    accepted(leaf, { what: "assessment" }, "", value, inputs, { bid: "", criterion: "" }).value !==
      undefined;
  known.set(key, found);
  return found;
}

/** Puts each pile where it belongs: one pass over the bids, whatever the number of sheets. */
function settle(
  setting: Setting,
  piles: ReadonlyMap<string, Pile>,
  declared: ReadonlyMap<string, ScoreSheet>,
  act: Signature,
): Omit<Merged, "findings"> {
  const { document } = setting;
  const ofBid = new Map<string, Pile[]>();
  for (const pile of piles.values()) {
    const own = ofBid.get(pile.score.bid);
    if (own) own.push(pile);
    else ofBid.set(pile.score.bid, [pile]);
  }
  const tally: Tally = {
    taken: 0,
    same: 0,
    conflicts: [],
    events: [],
    priceKnown: pricesKnown(document),
    journal: recordedFigures(document),
    act,
  };
  const bids = document.bids.map((bid) => withPiles(bid, ofBid.get(bid.id) ?? [], tally));
  const evaluators = document.evaluators.map((each) =>
    withDeclaration(each, declared.get(each.id)),
  );
  const { taken, same, conflicts, events } = tally;
  return {
    document: withEvents({ ...document, evaluators, bids }, events),
    taken,
    same,
    conflicts,
  };
}

type Tally = {
  taken: number;
  same: number;
  readonly conflicts: Conflict[];
  readonly events: JournalEvent[];
  readonly priceKnown: boolean;
  readonly journal: ReadonlyMap<string, Recorded>;
  readonly act: Signature;
};

function withPiles(bid: Bid, piles: readonly Pile[], tally: Tally): Bid {
  if (piles.length === 0) return bid;
  const scores: { [criterion: string]: Score } = { ...bid.scores };
  for (const pile of piles) {
    const score = own(scores, pile.score.criterion) ?? {};
    const assessments = score.assessments ?? [];
    const known = assessments.find(({ evaluator }) => evaluator === pile.evaluator);
    const merged = withTexts(known ?? { evaluator: pile.evaluator }, pile, tally);
    if (merged === known) continue;
    scores[pile.score.criterion] = {
      ...score,
      assessments: known
        ? assessments.map((each) => (each === known ? merged : each))
        : [...assessments, merged],
    };
  }
  return { ...bid, scores };
}

/**
 * Each field by itself: blank is filled, the same is the same, and two different ones are a
 * conflict.
 */
function withTexts(
  known: Assessment,
  { score: { bid, criterion }, evaluator, texts }: Pile,
  tally: Tally,
): Assessment {
  const added: { [field in Field]?: string } = {};
  const journal = tally.journal.get(figureKey({ bid, criterion, evaluator }));
  for (const field of scoreSheetFields) {
    // A value that was recorded is not changed by emptying its cell and merging another.
    const isHeld = field === "value" && known.value === undefined && journal?.hadValue === true;
    const kept = isHeld ? journal.last.new : known[field];
    const different = texts[field].filter(({ text }) => text !== kept);
    const [first] = different;
    if (!first) tally.same += texts[field].length;
    else if (kept === undefined && different.length === 1 && !isHeld) added[field] = first.text;
    else
      tally.conflicts.push({
        bid,
        criterion,
        evaluator,
        field,
        ...(kept === undefined ? {} : { kept }),
        offered: different,
      });
  }
  if (Object.keys(added).length === 0) return known;
  tally.taken += Object.keys(added).length;
  const merged = { ...known, ...added };
  tally.events.push(
    scoreEvent(
      { bid, criterion, ...merged, ...(journal ? { before: journal.last } : {}) },
      tally.act,
      tally.priceKnown,
    ),
  );
  return merged;
}

/** A declaration that is not there yet; one that is stays as it is. */
function withDeclaration(evaluator: Evaluator, ballot: ScoreSheet | undefined): Evaluator {
  if (!ballot || evaluator.conflictDeclared !== undefined) return evaluator;
  const { conflictDeclared, declaredAt, interests } = ballot;
  return {
    ...evaluator,
    ...(conflictDeclared === undefined ? {} : { conflictDeclared }),
    ...(evaluator.declaredAt !== undefined || declaredAt === undefined ? {} : { declaredAt }),
    ...(evaluator.interests !== undefined || interests === undefined ? {} : { interests }),
  };
}
