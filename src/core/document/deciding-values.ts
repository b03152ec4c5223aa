/**
 * Every value of a document that decides an award, under a key of its own: the register of bids,
 * prices, verdicts, and the records of the group's decisions. Scores have the journal's own lines,
 * and the model what was published. It says what the values are, never whether they may change.
 */
import type { Place } from "../place";
import { bidAt, bidOf, keyOfBid, partsOf, rootOf } from "../place";
import { isDecided } from "./corrections";
import type { Bid, EvaluationDocument } from "./schema";

/**
 * What is recorded together.
 * - `register`: who has handed in a bid, when, and whether it is still there (LOU 12 kap. 10 §)
 * - `prices`: prices row by row, and totals
 * - `verdicts`: answers and verdicts on requirements
 * - `records`: clarifications, rounds, adjustments, exclusions, low bids, lotteries, interests
 */
export const decidingParts = ["register", "prices", "verdicts", "records"] as const;
export type DecidingPart = (typeof decidingParts)[number];

/** The part of the document that is recorded under each name, as it is kept. */
export function decidingContent(document: EvaluationDocument, part: DecidingPart): object {
  switch (part) {
    case "register":
      return registerOf(document);
    case "prices":
    case "verdicts":
      return { bids: document.bids.map((bid) => decidingOfBid(bid, part)) };
    case "records":
      return recordsOf(document);
  }
}

/** The parts that each bid has its own values of. */
export type PartOfBid = Extract<DecidingPart, "prices" | "verdicts">;

function decidingOfBid({ id, price, prices, statedTotal, answers }: Bid, part: PartOfBid): object {
  return part === "prices"
    ? { id, price, prices, statedTotal }
    : { id, answers: decidingOf(answers) };
}

/** The values of such a part, bid by bid, with what the keys call the bid. */
export function valuesByBid({ bids }: EvaluationDocument, part: PartOfBid): ValuesOfBid[] {
  const names = rowNamesIn(bids, "bids");
  return bids.map((bid, n): ValuesOfBid => {
    const name = names[n] ?? "";
    return { bid, name, values: () => [...valuesOf(decidingOfBid(bid, part), bidAt(name))] };
  });
}

export type ValuesOfBid = {
  readonly bid: Bid;
  readonly name: string;
  readonly values: () => (readonly [Place, string])[];
};

/**
 * The answers and verdicts alone: the source, the note and the reader of a verdict explain it, and are
 * held by the fingerprint of fixed quality.
 */
function decidingOf(answers: Bid["answers"]): object {
  return Object.fromEntries(
    Object.entries(answers).map(([id, { answer, verdict, secondVerdict }]) => [
      id,
      { answer: answer ?? undefined, verdict, secondVerdict },
    ]),
  );
}

/** The procurement, its time for bids, and who has handed in a bid. */
function registerOf({ procurement, award = {}, bids }: EvaluationDocument): object {
  const { deadline, openedAt, openedBy } = award;
  return {
    procurement,
    award: { deadline, openedAt, openedBy },
    bids: bids.map(
      ({ price: _price, prices: _prices, statedTotal: _total, answers: _, scores: _s, ...bid }) =>
        bid,
    ),
  };
}

/** Records that decide something: one that is only begun can still be filled in. */
function recordsOf(document: EvaluationDocument): object {
  const {
    clarifications,
    exclusions,
    lowBids,
    lotteries,
    adjustments,
    rounds,
    offers,
    evaluators,
  } = document;
  return {
    clarifications: clarifications?.filter(isDecided),
    exclusions: exclusions
      ?.filter(({ decision }) => decision !== undefined)
      // When the supplier was told comes after the decision.
      .map(({ notifiedAt: _notified, ...decided }) => decided),
    lowBids: lowBids?.filter(({ decision }) => decision !== undefined),
    lotteries,
    adjustments,
    rounds,
    offers,
    evaluators: evaluators.filter(({ conflictDeclared }) => conflictDeclared !== undefined),
  };
}

/** What tells the rows of a list apart, where they have no id of their own. */
const rowNames: { readonly [list: string]: readonly string[] } = {
  exclusions: ["bid"],
  lowBids: ["bid"],
  lotteries: ["order"],
  adjustments: ["requirement", "round"],
  offers: ["bid", "round", "item"],
};

/** Objects whose keys are ids. */
const byId: ReadonlySet<string> = new Set(["answers", "prices"]);

/**
 * The values of a part, each under its key: a place, but with what names a row instead of its
 * position, so that sorting a sheet changes nothing. Takes any JSON, since it may come from a file.
 */
export function* valuesOf(
  content: unknown,
  key: Place = "",
  list = "",
): Generator<readonly [Place, string]> {
  if (content === undefined || content === null) return;
  if (list === "answers" && Array.isArray(content)) {
    yield* groupedValuesOf(content, key);
    return;
  }
  if (Array.isArray(content)) {
    if (!content.every(isObject)) yield [key, JSON.stringify(content)];
    else yield* rowsOf(content, key, list);
    return;
  }
  if (!isObject(content)) {
    yield [key, typeof content === "string" ? content : JSON.stringify(content)];
    return;
  }
  for (const [name, value] of Object.entries(content)) {
    // A row's id is in its key already.
    if (name === "id" && key.endsWith("]")) continue;
    if (byId.has(list)) yield* valuesOf(value, `${key}[${name}]`);
    else yield* valuesOf(value, joined(key, name), name);
  }
}

/** Answers that are the same, with the ids of the requirements they are to. */
type AnswerGroup = { readonly of: readonly string[] };

/**
 * The content as it is kept: answers that are the same stand once, with the ids of their requirements, so
 * that thousands of verdicts stay small in the file.
 */
export function keptContent(document: EvaluationDocument, part: DecidingPart): object {
  return part === "verdicts"
    ? { bids: document.bids.map(({ id, answers }) => ({ id, answers: grouped(answers) })) }
    : decidingContent(document, part);
}

function grouped(answers: Bid["answers"]): AnswerGroup[] {
  const groups = new Map<string, { readonly said: object; readonly of: string[] }>();
  for (const [id, said] of Object.entries(decidingOf(answers))) {
    const text = JSON.stringify(said);
    const known = groups.get(text);
    if (known) known.of.push(id);
    else groups.set(text, { said: said as object, of: [id] });
  }
  return [...groups.values()].map(({ said, of }) => ({ ...said, of }));
}

function* groupedValuesOf(
  groups: readonly unknown[],
  key: Place,
): Generator<readonly [Place, string]> {
  for (const group of groups) {
    if (!isObject(group)) continue;
    const { of, ...said } = group;
    if (Array.isArray(of)) for (const id of of) yield* valuesOf(said, `${key}[${String(id)}]`);
  }
}

function* rowsOf(
  rows: readonly { readonly [key: string]: unknown }[],
  key: Place,
  list: string,
): Generator<readonly [Place, string]> {
  const names = rowNamesIn(rows, list);
  for (const [n, row] of rows.entries()) yield* valuesOf(row, `${key}[${names[n] ?? ""}]`);
}

/** What each row of a list is called: of several with one name, the later ones are numbered. */
function rowNamesIn(rows: readonly { readonly [key: string]: unknown }[], list: string): string[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const name = nameOf(row, list);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} ${count}`;
  });
}

function nameOf(row: { readonly [key: string]: unknown }, list: string): string {
  return (rowNames[list] ?? ["id"])
    .flatMap((name) => row[name] ?? [])
    .map((value) =>
      Array.isArray(value) ? value.join(" ") : typeof value === "string" ? value : "",
    )
    .join(" ");
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function joined(key: Place, name: string): Place {
  return key === "" ? name : `${key}.${name}`;
}

const priceKeys: ReadonlySet<string> = new Set(["price", "prices", "statedTotal"]);

/** The part that a key belongs to. */
export function partOf(key: Place): DecidingPart {
  if (bidOf(key) !== undefined) {
    const inner = keyOfBid(key) ?? "";
    if (inner === "answers") return "verdicts";
    return priceKeys.has(inner) ? "prices" : "register";
  }
  return ["procurement", "award", "bids"].includes(rootOf(key)) ? "register" : "records";
}

/** Where a value stands in the document now: the position of its row in place of its name. */
export function placeOf(key: Place, document: EvaluationDocument): Place {
  const [root, inner] = partsOf(key);
  if (root?.id === undefined || rowNames[root.key] === undefined) return key;
  const { [root.key]: decided } = recordsOf(document) as { readonly [list: string]: unknown };
  const all: unknown = document[root.key as keyof EvaluationDocument];
  if (!isList(decided) || !isList(all)) return root.key;
  // Only decided rows have names, and undecided ones may stand between them.
  const row = decided[rowNamesIn(decided, root.key).indexOf(root.id)];
  return row === undefined
    ? root.key
    : joined(`${root.key}[${all.indexOf(row)}]`, inner?.key ?? "");
}

function isList(value: unknown): value is readonly { readonly [key: string]: unknown }[] {
  return Array.isArray(value) && value.every(isObject);
}
