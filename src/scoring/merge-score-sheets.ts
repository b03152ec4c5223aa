/**
 * Merges evaluators' score sheets into the document, in any order and any number of times. A blank
 * is filled in, equal entries are left, and entries that differ are listed as a conflict. Nothing
 * that was entered is ever overwritten.
 */
import { figureKey, recordedFigures } from "../core/document/recorded";
import type { Recorded } from "../core/document/recorded";
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
import { withNames } from "../core/names-of-findings";
import type { Expected, Field, ReceivedSheet } from "./received-sheets";
import {
  expectedOf,
  repeatedSheets,
  rowProblem,
  scoreSheetFields,
  sheetRefusal,
} from "./received-sheets";
import type { Signature } from "./record-scores";
import { pricesKnown, scoreEvent, withEvents } from "./record-scores";
import type { ScoreSheet, ScoreSheetScore } from "./score-sheet";

/** A text with the file and the cell that it came from. */
type Offered = { readonly text: string; readonly name: string; readonly cell?: string };

/** Different entries for one field: `kept` stands in the document, if anything does. */
export type Conflict = {
  readonly bid: string;
  readonly criterion: string;
  readonly evaluator: string;
  readonly field: Field;
  readonly kept?: string;
  readonly offered: readonly Offered[];
};

/** The merged document, how many entries were taken and were there already, and what was not taken. */
export type Merged = {
  readonly document: EvaluationDocument;
  readonly taken: number;
  readonly same: number;
  readonly conflicts: readonly Conflict[];
  readonly findings: readonly Finding[];
};

/** What the sheets say of one evaluator's figure: one bid, one criterion. */
type Pile = {
  readonly score: ScoreSheetScore;
  readonly evaluator: string;
  readonly texts: { readonly [field in Field]: Offered[] };
};

/**
 * Merges the sheets that fit what is published, and lists why others were not merged.
 * @param rejected bids that are no longer scored
 */
export function mergeScoreSheets(
  document: EvaluationDocument,
  received: readonly ReceivedSheet[],
  act: Signature,
  rejected: ReadonlySet<string>,
): Merged {
  const expected = expectedOf(document, rejected);
  const findings: Finding[] = [...repeatedSheets(received)];
  const piles = new Map<string, Pile>();
  const declared = new Map<string, ScoreSheet>();
  for (const each of received) {
    const refusal = sheetRefusal(each, expected);
    if (refusal) {
      findings.push(refusal);
      continue;
    }
    const { sheet } = each;
    if (sheet.conflictDeclared !== undefined && !declared.has(sheet.evaluator))
      declared.set(sheet.evaluator, sheet);
    for (const score of sheet.scores) {
      const problem = hasEntry(score) ? rowProblem(each, score, expected) : undefined;
      if (problem) findings.push(problem);
      if (!problem || problem.severity === "open") addToPile(each, score, piles);
    }
  }
  return {
    ...settlePiles(expected, piles, declared, act),
    findings: withNames(findings, document),
  };
}

function entriesOf(score: ScoreSheetScore): Field[] {
  return scoreSheetFields.filter((field) => score[field] !== undefined && score[field] !== "");
}

function hasEntry(score: ScoreSheetScore): boolean {
  return entriesOf(score).length > 0;
}

/** Adds a row's entries to the pile of its figure; an equal text counts once. */
function addToPile(
  received: ReceivedSheet,
  score: ScoreSheetScore,
  piles: Map<string, Pile>,
): void {
  const entries = entriesOf(score);
  if (entries.length === 0) return;
  const { evaluator } = received.sheet;
  const key = figureKey({ ...score, evaluator });
  const pile = piles.get(key) ?? {
    score,
    evaluator,
    texts: { value: [], rationale: [], reference: [] },
  };
  piles.set(key, pile);
  for (const field of entries) {
    const text = score[field] ?? "";
    const cell = received.cell?.(score, field);
    if (!pile.texts[field].some((offered) => offered.text === text))
      pile.texts[field].push({
        text,
        name: received.isOwn === true ? "" : received.name,
        ...(cell === undefined ? {} : { cell }),
      });
  }
}

/** Merges each pile into its bid: one pass over the bids, whatever the number of sheets. */
function settlePiles(
  { document }: Expected,
  piles: ReadonlyMap<string, Pile>,
  declared: ReadonlyMap<string, ScoreSheet>,
  act: Signature,
): Omit<Merged, "findings"> {
  const ofBid = new Map<string, Pile[]>();
  for (const pile of piles.values()) {
    const known = ofBid.get(pile.score.bid);
    if (known) known.push(pile);
    else ofBid.set(pile.score.bid, [pile]);
  }
  const tally: Tally = {
    taken: 0,
    same: 0,
    conflicts: [],
    events: [],
    priceKnown: pricesKnown(document),
    recorded: recordedFigures(document),
    act,
  };
  const bids = document.bids.map((bid) => withPiles(bid, ofBid.get(bid.id) ?? [], tally));
  const evaluators = document.evaluators.map((evaluator) =>
    withDeclaration(evaluator, declared.get(evaluator.id)),
  );
  const { taken, same, conflicts, events } = tally;
  return {
    document: withEvents({ ...document, evaluators, bids }, events),
    taken,
    same,
    conflicts,
  };
}

/** Counts, conflicts and events of one merge, gathered bid by bid. */
type Tally = {
  taken: number;
  same: number;
  readonly conflicts: Conflict[];
  readonly events: JournalEvent[];
  readonly priceKnown: boolean;
  readonly recorded: ReadonlyMap<string, Recorded>;
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
        ? assessments.map((assessment) => (assessment === known ? merged : assessment))
        : [...assessments, merged],
    };
  }
  return { ...bid, scores };
}

/** Each field by itself: a blank is filled in, equal texts are left, different texts are a conflict. */
function withTexts(
  known: Assessment,
  { score: { bid, criterion }, evaluator, texts }: Pile,
  tally: Tally,
): Assessment {
  const added: { [field in Field]?: string } = {};
  const recorded = tally.recorded.get(figureKey({ bid, criterion, evaluator }));
  for (const field of scoreSheetFields) {
    // Emptying the cell of a recorded value and merging another one does not change the record.
    const isHeld = field === "value" && known.value === undefined && recorded?.hadValue === true;
    const kept = isHeld ? recorded.last.new : known[field];
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
      { bid, criterion, ...merged, ...(recorded ? { before: recorded.last } : {}) },
      tally.act,
      tally.priceKnown,
    ),
  );
  return merged;
}

/** Takes the declaration of a sheet where the document has none; an existing one stays. */
function withDeclaration(evaluator: Evaluator, sheet: ScoreSheet | undefined): Evaluator {
  if (!sheet || evaluator.conflictDeclared !== undefined) return evaluator;
  const { conflictDeclared, declaredAt, interests } = sheet;
  return {
    ...evaluator,
    ...(conflictDeclared === undefined ? {} : { conflictDeclared }),
    ...(evaluator.declaredAt !== undefined || declaredAt === undefined ? {} : { declaredAt }),
    ...(evaluator.interests !== undefined || interests === undefined ? {} : { interests }),
  };
}
