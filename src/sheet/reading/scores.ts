/**
 * Scores of bids on criteria, with the evaluators' own assessments and the lists of consultants,
 * test persons and respondents. It judges no score; rows of a bid that is not there are reported.
 */
import { assessmentAt, scoreAt } from "../../core/place";
import type { Level } from "../answer-text";
import { readTrimmedText } from "../cells";
import type { FoundTable } from "../locate";
import { rowPlace } from "../locate";
import type { Plain } from "../nesting";
import { append } from "../nesting";
import { joinedKey } from "../table-keys";
import type { RowReader } from "./row-reader";

type ScoreTable = "scores" | "assessments" | "consultants" | "participants" | "survey";

/** One row of a score table: the values beside the names of its bid and criterion. */
type ScoreRow = {
  readonly bid: string;
  readonly criterion: string;
  readonly values: Plain;
  readonly table: FoundTable;
  readonly row: number;
};

export type ScoresRead = {
  /** Scores by criterion, for each bid that a row names. */
  readonly scores: ReadonlyMap<string, Plain>;
  readonly rows: readonly ScoreRow[];
};

/** The columns that only name a row, beside its criterion and its bid. */
const namingColumns: { readonly [key in ScoreTable]: readonly string[] } = {
  scores: [],
  assessments: ["evaluator"],
  consultants: ["number"],
  participants: ["number"],
  survey: ["number"],
};

/** How many questions the System Usability Scale has. */
const susQuestions = 10;

/** @param levels the levels by which a score may be named, by criterion */
export function readScores(
  rows: RowReader,
  levels: ReadonlyMap<string, readonly Level[]>,
): ScoresRead {
  const scores = new Map<string, Plain>();
  const read: ScoreRow[] = [];
  for (const key of Object.keys(namingColumns) as ScoreTable[])
    for (const scoreRow of scoreRows(rows, key, levels)) {
      const { bid, criterion } = scoreRow;
      const ofBid = scores.get(bid) ?? {};
      scores.set(bid, ofBid);
      addToScore((ofBid[criterion] ??= {}) as Plain, key, scoreRow.values);
      read.push(scoreRow);
    }
  return { scores, rows: read };
}

function addToScore(score: Plain, key: ScoreTable, values: Plain): void {
  switch (key) {
    case "scores":
      Object.assign(score, values);
      return;
    case "assessments":
      append(score, "assessments", values);
      return;
    case "consultants":
    case "participants":
      append(score, "value", values["value"]);
      return;
    case "survey":
      append(score, "value", respondentAnswers(values));
  }
}

/** A respondent's answers in the questions' order; a blank one is null, never left out. */
function respondentAnswers(values: Plain): (string | null)[] {
  return Array.from({ length: susQuestions }, (_, question) => {
    const answer = values[`q${question + 1}`];
    return typeof answer === "number" || typeof answer === "string" ? String(answer) : null;
  });
}

/** The rows of a table that hold more than their own names. */
function* scoreRows(
  rows: RowReader,
  key: ScoreTable,
  levels: ReadonlyMap<string, readonly Level[]>,
): Generator<ScoreRow> {
  const table = rows.tables[key];
  if (!table) return;
  const remembered = rows.remembering<OwnRow | undefined>(table, [JSON.stringify([...levels])]);
  const counts = new Map<string, number>();
  for (const row of inListOrder(table, rows.filledRows(table))) {
    const own = remembered(row, () => {
      const named = rowNames(rows, table, row);
      if (!named) return undefined;
      const pair = joinedKey(named.bid, named.criterion);
      const at = counts.get(pair) ?? 0;
      const identity = rowIdentity(key, named, at);
      const values = rows.readObject(table, row, identity.place, {
        except: ["criterion", "bid"],
        levels: levels.get(named.criterion) ?? [],
      });
      const naming = namingColumns[key];
      const isFilled = Object.keys(values).some((column) => !naming.includes(column));
      return { named, pair, at, identity, values, isFilled };
    });
    if (!own) continue;
    const { named, pair, values } = own;
    const at = counts.get(pair) ?? 0;
    counts.set(pair, at + 1);
    const { id, claimed } = at === own.at ? own.identity : rowIdentity(key, named, at);
    rows.claim(table, id, row, claimed);
    if (own.isFilled) yield { bid: named.bid, criterion: named.criterion, values, table, row };
  }
}

/** All that a row of a score table says by itself, at the position where it was first read. */
type OwnRow = {
  readonly named: RowNames;
  readonly pair: string;
  readonly at: number;
  readonly identity: ReturnType<typeof rowIdentity>;
  readonly values: Plain;
  readonly isFilled: boolean;
};

type RowNames = { readonly bid: string; readonly criterion: string; readonly evaluator: string };

/** What a row is about; a filled row that does not say so is reported. */
function rowNames(rows: RowReader, table: FoundTable, row: number): RowNames | undefined {
  const text = (column: string) => readTrimmedText(table.cell(row, column)).value ?? "";
  const [criterion, bid] = [text("criterion"), text("bid")];
  if (criterion !== "" && bid !== "") return { bid, criterion, evaluator: text("evaluator") };
  if (rows.isFilled(table, row, ["criterion", "bid", ...namingColumns[table.key as ScoreTable]]))
    rows.passOverWithoutId(table, row, criterion === "" ? "criterion" : "bid");
  return undefined;
}

/**
 * A row's stable id, the place at which it is claimed, and the place of its values.
 * @param at the row's position among those of its bid and criterion, from 0
 */
function rowIdentity(key: ScoreTable, { bid, criterion, evaluator }: RowNames, at: number) {
  const score = scoreAt(bid, criterion);
  if (key === "scores") return { id: joinedKey(bid, criterion), claimed: score, place: score };
  if (key === "assessments") {
    const assessment = assessmentAt(bid, criterion, evaluator);
    return { id: joinedKey(bid, criterion, evaluator), claimed: assessment, place: assessment };
  }
  return { id: joinedKey(bid, criterion, at), claimed: score, place: `${score}.value[${at}]` };
}

/** Lists of persons stand by the persons' numbers, other tables as they are. */
function inListOrder(table: FoundTable, filled: readonly number[]): number[] {
  if (!table.columnOf.has("number")) return [...filled];
  const position = (row: number) => Number(table.cell(row, "number").value ?? Infinity);
  return [...filled].sort((a, b) => position(a) - position(b));
}

/** Reports, once for each bid, scores of a bid that is not among the bids: they go nowhere. */
export function reportUnknownBids(
  rows: RowReader,
  { rows: scored }: ScoresRead,
  bids: readonly string[],
): void {
  const known = new Set(bids);
  const stray = scored.filter(({ bid }) => !known.has(bid));
  for (const id of new Set(stray.map(({ bid }) => bid))) {
    const ofBid = stray.filter(({ bid }) => bid === id);
    const [first] = ofBid;
    if (!first) continue;
    rows.isIncomplete = true;
    rows.report("bid-not-listed", "blocking", rowPlace(first.table.key, first.row, "bid"), {
      id,
      sheets: [...new Set(ofBid.map(({ table }) => table.reading.sheet))],
      count: ofBid.length,
    });
  }
}
