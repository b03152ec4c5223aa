/**
 * Verdicts on requirements and agreed scores that someone enters in a form, from the form to the cells
 * to write: stamped with who and when by the act of entering. What has been entered by someone else
 * since the form was shown is never overwritten. It writes nothing.
 */
import type { Answer, Bid, EvaluationDocument, Score } from "../core/document/schema";
import { everyCriterion, own } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { withNames } from "../core/names-of-findings";
import type { Place } from "../core/place";
import { answerAt, scoreAt } from "../core/place";
import { swedishDay } from "../core/swedish-time";
import type { Signature } from "../scoring/record-scores";
import type { Places } from "../sheet/locate";
import { readWorkbook } from "../sheet/read";
import type { Amendment, Entered, WorkbookReading } from "../sheet/workbook";
import type { Words } from "../words/sv/words";
import { prepareWrite } from "./prepare-write";

/** What is entered about one requirement of one bid; a blank verdict takes it back. */
export type VerdictEntry = {
  readonly bid: string;
  readonly requirement: string;
  readonly reader: "first" | "second";
  /** The verdict that the form showed, "" for none. */
  readonly seen: string;
  readonly verdict: "met" | "not-met" | "clarification" | "";
  readonly reference: string;
  readonly note: string;
};

/** The agreed score of a bid on a criterion, with its reason. */
export type AgreedEntry = {
  readonly bid: string;
  readonly criterion: string;
  /** The agreed score that the form showed, "" for none. */
  readonly seen: string;
  readonly value: string;
  readonly rationale: string;
  readonly reference: string;
};

/** The cells to write, or why nothing is. */
export type JudgementEntered =
  | { readonly amendment: Amendment; readonly refused?: never }
  | { readonly refused: readonly Finding[]; readonly amendment?: never };

/** The document with what was entered, and the columns of the bid's row whose text was taken away. */
type Changed =
  | {
      readonly document: EvaluationDocument;
      readonly emptied?: readonly string[];
      readonly refused?: never;
    }
  | { readonly refused: readonly Finding[] };

/** @param all every language that a workbook may be in, the reader's first */
export function enterVerdict(
  reading: WorkbookReading,
  entry: VerdictEntry,
  by: Signature,
  all: readonly [Words, ...Words[]],
): JudgementEntered {
  return enter(
    reading,
    (document) => withVerdict(document, entry, by),
    (places, emptied) => emptiedCells(places, entry, emptied),
    all,
  );
}

/** All are entered, or none. */
export function enterAgreed(
  reading: WorkbookReading,
  entries: readonly AgreedEntry[],
  all: readonly [Words, ...Words[]],
): JudgementEntered {
  return enter(
    reading,
    (document) => withAgreed(document, entries),
    () => [],
    all,
  );
}

function enter(
  reading: WorkbookReading,
  change: (document: EvaluationDocument) => Changed,
  emptied: (places: Places, columns: readonly string[]) => readonly Entered[],
  all: readonly [Words, ...Words[]],
): JudgementEntered {
  const { document, findings, places, words = all[0] } = readWorkbook(reading, all);
  if (!document) return { refused: findings.filter(({ severity }) => severity === "blocking") };
  const changed = change(document);
  if (changed.refused) return { refused: withNames(changed.refused, document) };
  const write = prepareWrite(document, changed.document, places, words);
  if (write.refused) return { refused: write.refused };
  const { amendment } = write;
  const entries = [...amendment.entries, ...emptied(places, changed.emptied ?? [])];
  return { amendment: { ...amendment, entries } };
}

function withVerdict(document: EvaluationDocument, entry: VerdictEntry, by: Signature): Changed {
  const { bid: id, requirement, reader, seen } = entry;
  const place = answerAt(id, requirement);
  const bid = document.bids.find((each) => each.id === id);
  if (!bid || !document.requirements.some((each) => each.id === requirement))
    return { refused: [gone(place, requirement, id)] };
  const before: Answer = own(bid.answers, requirement) ?? {};
  const now = (reader === "first" ? before.verdict : before.secondVerdict) ?? "";
  if ((now === "unchecked" ? "" : now) !== (seen === "unchecked" ? "" : seen))
    return { refused: [changedSince(place, requirement, id)] };
  const after = defined({ ...before, ...stamped(entry, by) });
  const { [requirement]: _, ...others } = bid.answers;
  const answers = Object.keys(after).length === 0 ? others : { ...others, [requirement]: after };
  return {
    document: withBid(document, { ...bid, answers }),
    emptied: Object.keys(before).filter((key) => !(key in after)),
  };
}

/** What the entry says, with who entered it and when; a verdict that is taken back has neither. */
function stamped(
  { reader, verdict, reference, note }: VerdictEntry,
  { time, by }: Signature,
): { readonly [key in keyof Answer]: Answer[key] | undefined } {
  const isGiven = verdict !== "";
  if (reader === "first")
    return {
      reference: textOf(reference),
      note: textOf(note),
      verdict: isGiven ? verdict : undefined,
      checkedBy: isGiven ? by : undefined,
      checkedAt: isGiven ? swedishDay(time) : undefined,
    };
  // The source and the note are the first reader's.
  return {
    secondVerdict: verdict === "met" || verdict === "not-met" ? verdict : undefined,
    secondReader: isGiven ? by : undefined,
  };
}

function withAgreed(document: EvaluationDocument, entries: readonly AgreedEntry[]): Changed {
  const criteria = new Set([...everyCriterion(document.criteria)].map(({ id }) => id));
  let after = document;
  for (const entry of entries) {
    const bid = after.bids.find(({ id }) => id === entry.bid);
    const place = scoreAt(entry.bid, entry.criterion);
    if (!bid || !criteria.has(entry.criterion))
      return { refused: [gone(place, entry.criterion, entry.bid)] };
    const before: Score = own(bid.scores, entry.criterion) ?? {};
    if ((before.value ?? "") !== entry.seen)
      return { refused: [changedSince(place, entry.criterion, entry.bid)] };
    const { value, rationale, reference } = entry;
    const said = {
      value,
      rationale: textOf(rationale) ?? before.rationale,
      reference: textOf(reference) ?? before.reference,
    };
    const scores = { ...bid.scores, [entry.criterion]: defined({ ...before, ...said }) };
    after = withBid(after, { ...bid, scores });
  }
  return { document: after };
}

function gone(place: Place, of: string, bid: string): Finding {
  return finding("judgement-row-gone", "blocking", place, { of, bid });
}

function changedSince(place: Place, of: string, bid: string): Finding {
  return finding("judgement-changed", "blocking", place, { of, bid });
}

function textOf(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === "" ? undefined : trimmed;
}

function withBid(document: EvaluationDocument, bid: Bid): EvaluationDocument {
  return {
    ...document,
    bids: document.bids.map((each) => (each.id === bid.id ? bid : each)),
  };
}

/** An object without what is undefined, so that nothing is entered as blank. */
function defined<Value extends object>(value: {
  readonly [key in keyof Value]: Value[key] | undefined;
}): Value {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined),
  ) as Value;
}

/** The cells of the bid's answer whose text was taken away. */
function emptiedCells(
  { tables: { checks } }: Places,
  { bid, requirement }: VerdictEntry,
  emptied: readonly string[],
): Entered[] {
  const row = checks?.rowOf.get(requirement);
  if (!checks || row === undefined) return [];
  return emptied.flatMap((key) => {
    const address = checks.address(row, `${bid} ${key}`);
    return address ? [{ address, content: { value: null } }] : [];
  });
}
