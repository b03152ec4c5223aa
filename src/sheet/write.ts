/**
 * From a document to the input sheets of a new workbook: every value of it in a cell of its own, so
 * that reading gives the same document back. It writes no results, and it never writes into a
 * workbook that someone already has.
 */
import type {
  Bid,
  Criterion,
  EvaluationDocument,
  JournalEvent,
  Scale,
} from "../core/document/schema";
import { everyCriterion, leaves, own } from "../core/document/schema";
import { hasJournal, payloadOf } from "../core/document/recorded";
import type { Words } from "../words/sv/words";
import { tieText } from "../words/sentences";
import { writeDecimal } from "./decimal-cells";
import { writeMoment, writeText, writeValue } from "./cells";
import type { ColumnLayout } from "./layout";
import type { FieldLayout } from "./fields";
import type { FieldKey, RecordKey, TableKey } from "./table-keys";
import { columns } from "./layout";
import { fieldOf, fields } from "./fields";
import {
  isFields,
  joinedKey,
  optionalTables,
  recordKeys,
  tableKeys,
  tableName,
} from "./table-keys";
import type { CellContent, Choice, Page } from "./workbook";
import { cellName, quoted } from "./cell-address";
import { writeWeight } from "./weight-cells";

/** A row as plain values by column key; `undefined` is a blank cell. */
export type Row = { readonly [column: string]: string | number | boolean | null | undefined };

/** Rows above a table's header: title, guidance, and the bidders' names over their columns. */
export const headerRow = 3;

/** The most characters that a cell holds. */
const longestCell = 32_767;

/** Room that the sheets leave for typing more, in rows of the drop-downs below the table. */
const roomBelow = 200;

/**
 * The input sheets of a new workbook, in the order in which they are worked with.
 * @param keys the tables that are wanted
 */
export function writeWorkbook(
  document: EvaluationDocument,
  words: Words,
  keys: readonly TableKey[] = tableKeys,
): Page[] {
  const rows = rowsOf(document, words);
  const kept = keys.filter(
    (key) => !optionalTables.has(key) || rows[key].length > 0 || isAwaited(key, document),
  );
  return kept.map((key) => inputPage(key, rows[key], document, words));
}

/** Sheets that are there to be filled in, before anything stands in them. */
function isAwaited(
  key: TableKey,
  { procurement: { procedure, lowBids }, criteria, bids }: EvaluationDocument,
): boolean {
  switch (key) {
    case "evaluators":
    case "levels":
      return true;
    case "clarifications":
    case "award":
    case "confidential":
    case "requests":
    case "checklist":
      return bids.length > 0;
    case "lowBids":
      return lowBids !== undefined && bids.length > 0;
    case "sessions":
      return (
        bids.length > 0 &&
        leaves(criteria).some(
          ({ examined }) => examined === "demonstration" || examined === "user-test",
        )
      );
    case "rounds":
    case "adjustments":
      return procedure === "negotiated" || procedure === "negotiated-without-notice";
    default:
      return false;
  }
}

export type Tables = { readonly [key in TableKey]: readonly Row[] };

/** Every table's rows, as they are to be written. */
export function rowsOf(document: EvaluationDocument, words: Words): Tables {
  const scored = leaves(document.criteria);
  const eachScore = <R>(make: (leaf: Criterion, bid: Bid) => readonly R[]) =>
    scored.flatMap((leaf) => document.bids.flatMap((bid) => make(leaf, bid)));
  return {
    procurement: fieldRows(
      fields.procurement,
      document.procurement,
      words.fields.procurement,
      words,
    ),
    model: fieldRows(fields.model, document.model, words.fields.model, words),
    evaluators: numbered(document.evaluators),
    criteria: numbered(criterionRows(document.criteria)),
    levels: [...everyCriterion(document.criteria)].flatMap(levelRows),
    bands: [...everyCriterion(document.criteria)].flatMap(bandRows),
    requirements: numbered(document.requirements),
    bids: numbered(document.bids.map(bidRow)),
    prices: numbered(
      document.priceItems.map((item) => ({
        ...item,
        ...perBid(document, (bid) => ({ unitPrice: bid.prices && own(bid.prices, item.id) })),
      })),
    ),
    checks: document.requirements.map(({ id, area, text }) => ({
      id,
      area,
      text,
      ...perBid(document, (bid) => ({ ...own(bid.answers, id) })),
    })),
    scores: eachScore((leaf, bid) => [scoreRow(leaf, bid, words)]),
    assessments: numbered(eachScore((leaf, bid) => assessmentRows(leaf, bid, document, words))),
    consultants: eachScore((leaf, bid) => (leaf.perConsultant ? listedRows(leaf, bid, words) : [])),
    participants: eachScore((leaf, bid) =>
      leaf.perParticipant ? listedRows(leaf, bid, words) : [],
    ),
    survey: eachScore(surveyRows),
    lotteries: (document.lotteries ?? []).map(({ order, time, witnesses, method }, n) => ({
      key: String(n),
      order: order.join("; "),
      time,
      method,
      ...Object.fromEntries(witnesses.map((witness, w) => [`witness${w + 1}`, witness])),
    })),
    ...recordRows(document),
    award:
      document.award || document.bids.length > 0
        ? fieldRows(fields.award, document.award ?? {}, words.fields.award, words)
        : [],
    checklist: numbered(checklistRows(document, words)),
    events: numbered(
      (document.events ?? []).map((each) => ({ ...each, payload: payloadCell(each) })),
    ),
  };
}

function recordRows(document: EvaluationDocument): { readonly [key in RecordKey]: readonly Row[] } {
  return Object.fromEntries(
    recordKeys.map((key) => [key, numbered(document[key] ?? [])]),
  ) as unknown as { readonly [key in RecordKey]: readonly Row[] };
}

/** What has been answered, and after it every question that has not been, to be answered there. */
function checklistRows({ checklist = [], bids }: EvaluationDocument, words: Words): Row[] {
  const answered = new Set(checklist.map(({ item }) => item));
  const waiting =
    bids.length === 0
      ? []
      : Object.keys(words.checklist)
          .filter((item) => !answered.has(item))
          .map((item) => ({ item }));
  return [...checklist, ...waiting].map((each) => ({
    ...each,
    text: words.checklist[each.item]?.text,
  }));
}

/**
 * What was hashed, for those who want to hash it themselves; longer than a cell holds, it is only
 * computed.
 */
function payloadCell(event: JournalEvent): string | undefined {
  const payload = payloadOf(event);
  return event.hash === undefined || payload.length > longestCell ? undefined : payload;
}

function numbered(rows: readonly object[]): Row[] {
  return rows.map((row, n) => ({ ...row, order: n + 1 }));
}

function perBid(document: EvaluationDocument, values: (bid: Bid) => Row): Row {
  return Object.fromEntries(
    document.bids.flatMap((bid) =>
      Object.entries(values(bid)).map(([key, value]) => [`${bid.id} ${key}`, value]),
    ),
  );
}

function criterionRows(criteria: readonly Criterion[], parent?: string): Row[] {
  return criteria.flatMap(({ children, scale, bands: _bands, ...criterion }) => [
    { ...criterion, parent, ...scaleColumns(scale) },
    ...criterionRows(children ?? [], criterion.id),
  ]);
}

function scaleColumns(scale: Scale | undefined): Row {
  return Object.fromEntries(
    Object.entries(scale ?? {}).flatMap(([key, value]) =>
      typeof value === "string" ? [[`scale.${key}`, value]] : [],
    ),
  );
}

function levelRows({ id, name, scale }: Criterion): Row[] {
  if (scale?.type !== "levels") return [];
  return scale.levels.map((level, n) => ({ key: joinedKey(id, n), criterion: id, name, ...level }));
}

function bandRows({ id, name, bands }: Criterion): Row[] {
  return (bands ?? []).map((band, n) => ({ key: joinedKey(id, n), criterion: id, name, ...band }));
}

function bidRow({ id, bidder, organisationNumber, price, prices, statedTotal, round }: Bid): Row {
  const priceForm = prices ? "rows" : price === undefined ? undefined : "total";
  return { id, bidder, organisationNumber, priceForm, price, statedTotal, round };
}

function scoreRow(leaf: Criterion, bid: Bid, words: Words): Row {
  const score = own(bid.scores, leaf.id);
  const value = typeof score?.value === "string" ? score.value : undefined;
  const shown = {
    criterion: leaf.id,
    name: leaf.name,
    bid: bid.id,
    bidder: bid.bidder,
    levels: scaleText(leaf, words),
  };
  return {
    key: joinedKey(bid.id, leaf.id),
    ...shown,
    value,
    rationale: score?.rationale,
    reference: score?.reference,
  };
}

/**
 * A row for every evaluator where a panel scores, and for every assessment that exists, in its
 * order.
 */
function assessmentRows(
  leaf: Criterion,
  bid: Bid,
  document: EvaluationDocument,
  words: Words,
): Row[] {
  const given = own(bid.scores, leaf.id)?.assessments ?? [];
  const isPanel = leaf.panel !== undefined && leaf.panel !== "single";
  const awaited = isPanel
    ? document.evaluators.filter(({ id }) => !given.some(({ evaluator }) => evaluator === id))
    : [];
  return [...given, ...awaited.map(({ id }) => ({ evaluator: id }))].map((assessment) => ({
    key: joinedKey(bid.id, leaf.id, assessment.evaluator),
    criterion: leaf.id,
    name: leaf.name,
    bid: bid.id,
    levels: scaleText(leaf, words),
    ...assessment,
  }));
}

/** A row for each person of a score that is a list, and one to begin with. */
function listedRows(leaf: Criterion, bid: Bid, words: Words): Row[] {
  const value = own(bid.scores, leaf.id)?.value;
  const figures: readonly unknown[] = Array.isArray(value) ? value : [undefined];
  return figures.map((figure, n) => ({
    key: joinedKey(bid.id, leaf.id, n),
    criterion: leaf.id,
    name: leaf.name,
    bid: bid.id,
    number: n + 1,
    levels: scaleText(leaf, words),
    value: typeof figure === "string" ? figure : undefined,
  }));
}

function surveyRows(leaf: Criterion, bid: Bid): Row[] {
  if (leaf.scale?.type !== "sus") return [];
  const value = own(bid.scores, leaf.id)?.value;
  const respondents: readonly unknown[] = Array.isArray(value) ? value : [[]];
  return respondents.map((answers, n) => ({
    key: joinedKey(bid.id, leaf.id, n),
    criterion: leaf.id,
    name: leaf.name,
    bid: bid.id,
    number: n + 1,
    ...Object.fromEntries(
      (Array.isArray(answers) ? answers : []).map((answer, q) => [`q${q + 1}`, Number(answer)]),
    ),
  }));
}

/** What the scale says, to stand beside the score: "0 Ej visat · 3 God · 5 Utmärkt". */
export function scaleText({ scale }: Criterion, words: Words): string {
  switch (scale?.type) {
    case undefined:
      return "";
    case "yes-no":
      return `${words.answers.yes} / ${words.answers.no}`;
    case "levels":
      return scale.levels.map(({ value, label }) => `${words.number(value)} = ${label}`).join("\n");
    case "points":
      return words.pointsScale(scale.zero, scale.max, scale.step);
    case "measure":
      return words.measureScale(scale.worst, scale.best, scale.unit);
    case "sus":
      return words.susScale;
  }
}

/** Keys and values of an object as rows: nested keys joined by dots, list positions in brackets. */
function fieldRows(
  layouts: readonly FieldLayout[],
  object: object,
  texts: { readonly [key: string]: readonly [label: string, hint: string] },
  words: Words,
): Row[] {
  const values = new Map(flattened(object));
  return layouts.flatMap((field) => {
    const given = [...values.keys()].filter((key) => key.replace(/\[\d+\]/g, "[]") === field.key);
    const keys = field.always ? [...given, ...blankKeys(field, given.length)] : given;
    const [label, hint] = texts[field.key] ?? [field.key, ""];
    return keys.map((key) => ({
      key,
      label: field.key.includes("[]")
        ? `${label} ${Number(/\[(\d+)\]/.exec(key)?.[1] ?? 0) + 1}`
        : label,
      value: values.has(key) ? fieldText(field, values.get(key), words) : undefined,
      hint,
    }));
  });
}

function blankKeys(field: FieldLayout, given: number): string[] {
  if (!field.key.includes("[]")) return given === 0 ? [field.key] : [];
  const room = field.key.startsWith("ties") ? 4 : 1;
  return Array.from({ length: Math.max(0, room - given) }, (_, n) =>
    field.key.replace("[]", `[${given + n}]`),
  );
}

type Scalar = string | number | boolean | null;

function flattened(value: object, prefix = ""): [string, Scalar | object][] {
  return Object.entries(value as { [key: string]: unknown }).flatMap(
    ([key, each]): [string, Scalar | object][] => {
      const path = Array.isArray(value)
        ? `${prefix}[${key}]`
        : prefix === ""
          ? key
          : `${prefix}.${key}`;
      if (/^rounding\.\w+$/.test(path)) return [[path, each as object | null]];
      return typeof each === "object" && each !== null
        ? flattened(each, path)
        : [[path, each as Scalar]];
    },
  );
}

/**
 * A field's value in the form its cell takes; decimals stay decimal text and become numbers in
 * {@link contentOf}.
 */
function fieldText(field: FieldLayout, value: unknown, words: Words): string | number {
  if (field.kind === "rounding")
    return roundingText(
      value as { decimals: number; mode: keyof Words["roundingModes"] } | null,
      words,
    );
  if (field.kind === "tie") return tieText(String(value), words);
  return typeof value === "number" ? value : String(value);
}

/** "2 decimals – half up", or "Exact" for none. */
export function roundingText(
  rounding: { decimals: number; mode: keyof Words["roundingModes"] } | null,
  words: Words,
): string {
  return rounding
    ? `${rounding.decimals} ${words.decimals} – ${words.roundingModes[rounding.mode]}`
    : words.exact;
}

/** The columns of a table in one workbook, the bids' own columns written out. */
export function columnsFor(
  key: TableKey,
  bids: readonly string[],
): (ColumnLayout & { readonly bid?: string })[] {
  const fixed = columns[key].filter((column) => !column.perBid);
  const repeated = columns[key].filter((column) => column.perBid);
  return [
    ...fixed,
    ...bids.flatMap((bid) =>
      repeated.map((column) => ({ ...column, key: `${bid} ${column.key}`, bid })),
    ),
  ];
}

/** A column's header as written: the word for it, after the bid's id where it is the bid's own. */
export function headerOf(
  table: TableKey,
  column: ColumnLayout & { readonly bid?: string },
  words: Words,
): string {
  const headers: { readonly [key: string]: string } = words.headers[table];
  const plain = column.bid === undefined ? column.key : column.key.slice(column.bid.length + 1);
  const word = headers[plain] ?? plain;
  return column.bid === undefined ? word : `${column.bid} ${word}`;
}

/** One table on a sheet of its own. */
export function inputPage(
  key: TableKey,
  rows: readonly Row[],
  document: EvaluationDocument,
  words: Words,
): Page {
  const layouts = columnsFor(
    key,
    document.bids.map(({ id }) => id),
  ).filter(
    ({ optional, key: column, bid }) =>
      optional !== "when-used" ||
      isUsed(key, bid === undefined ? column : column.slice(bid.length + 1), rows, document),
  );
  const filled: readonly Row[] = rows.length > 0 ? rows : [{}];
  const bottom = headerRow + filled.length;
  const firstVisible = layouts.findIndex(({ kind }) => kind !== "order" && kind !== "key");
  const inTitle = (content: CellContent) =>
    layouts.map((_, n) => (n === firstVisible ? content : null));
  return {
    name: words.sheets[key],
    role: "input",
    rows: [
      inTitle({ value: `${words.sheets[key]} – ${document.procurement.title}`, style: "title" }),
      inTitle({ value: words.guides[key], style: "guide" }),
      layouts.map(({ bid, key: column }) =>
        bid && column.endsWith(` ${columns[key].find((each) => each.perBid)?.key ?? ""}`)
          ? { value: bidderOf(document, bid), style: "bidder" }
          : null,
      ),
      layouts.map((column) => ({ value: headerOf(key, column, words), style: "header" })),
      ...filled.map((row) => layouts.map((column) => contentOf(column, row, key, words))),
    ],
    table: {
      name: tableName(key),
      area: { top: headerRow, left: 0, bottom, right: layouts.length - 1 },
    },
    widths: layouts.map(({ width }) => width),
    hiddenColumns: layouts.flatMap(({ kind }, n) =>
      kind === "order" || kind === "key" ? [n] : [],
    ),
    freeze: { rows: headerRow + 1, columns: frozenColumns[key] ?? 0 },
    choices: [...choicesFor(key, filled, layouts, document, words)],
    highlights: [],
    header: `${document.procurement.caseNumber} · ${words.sheets[key]}`,
  };
}

/** Whether something stands in a column, of any bid's, or is to stand there. */
function isUsed(
  table: TableKey,
  column: string,
  rows: readonly Row[],
  document: EvaluationDocument,
): boolean {
  const { requirements, rounds } = document;
  const perBid = columns[table].some(({ key, perBid: own }) => key === column && own);
  if (
    rows.some((row) =>
      perBid
        ? Object.keys(row).some((key) => key.endsWith(` ${column}`) && row[key] !== undefined)
        : row[column] !== undefined,
    )
  )
    return true;
  if (table === "checks")
    return column === "checkedAt"
      ? hasJournal(document)
      : requirements.some(({ secondReader }) => secondReader);
  return table === "bids" && column === "round" && rounds !== undefined;
}

/** What stays in view when scrolling right: what the row is about. */
const frozenColumns: { readonly [key in TableKey]?: number } = {
  criteria: 4,
  requirements: 2,
  prices: 3,
  checks: 3,
  scores: 5,
  assessments: 6,
  bids: 3,
  clarifications: 3,
  lowBids: 2,
};

function bidderOf(document: EvaluationDocument, id: string): string {
  return document.bids.find((bid) => bid.id === id)?.bidder ?? id;
}

/** A row's cell in a column, as it is written. */
export function contentOf(
  column: ColumnLayout,
  row: Row,
  table: TableKey,
  words: Words,
): CellContent {
  const value = row[column.key];
  const style =
    column.kind === "shown" ? "display" : column.kind === "long-text" ? "input-text" : "input";
  const field = column.key === "value" && isFields(table) ? fieldOf(table, row["key"]) : undefined;
  return {
    style,
    ...encoded(field?.kind ?? column.kind, value, column.words ?? field?.words, words),
  };
}

function encoded(
  kind: ColumnLayout["kind"] | FieldLayout["kind"],
  value: Row[string],
  list: ColumnLayout["words"],
  words: Words,
): CellContent {
  if (value === undefined) return kind === "decimal" ? { format: "#,##0.00" } : {};
  switch (kind) {
    case "decimal":
    case "percent":
    case "share":
      return writeDecimal(String(value));
    case "weight":
      return writeWeight(String(value));
    case "figure":
      return value === "yes" || value === "no"
        ? { value: words.answers[value] }
        : writeDecimal(String(value));
    case "order":
    case "whole":
      return { value: Number(value) };
    case "flag":
      return { value: value ? words.answers.yes : words.answers.no };
    case "moment":
      return writeMoment(String(value));
    case "value":
      return writeValue(String(value));
    case "choice":
      return { value: list?.(words)[value === null ? "null" : String(value)] ?? String(value) };
    default:
      return writeText(String(value));
  }
}

/**
 * Drop-downs for every enumerated value, from words or from the cells that hold a criterion's
 * levels; for numbers and ids, how they are written.
 */
function* choicesFor(
  key: TableKey,
  rows: readonly Row[],
  layouts: readonly (ColumnLayout & { readonly bid?: string })[],
  document: EvaluationDocument,
  words: Words,
): Generator<Choice> {
  const top = headerRow + 1;
  const all = (column: number) => ({
    top,
    left: column,
    bottom: top + rows.length - 1 + roomBelow,
    right: column,
  });
  for (const [n, { kind, words: list }] of layouts.entries()) {
    if (kind === "choice" && list) yield { area: all(n), values: Object.values(list(words)) };
    if (kind === "flag") yield { area: all(n), values: [words.answers.yes, words.answers.no] };
    // What stands in a list, or beside the cell, need not be said again at it.
    if (
      kind === "id" ||
      kind === "decimal" ||
      kind === "percent" ||
      kind === "weight" ||
      kind === "whole" ||
      kind === "moment"
    )
      yield { area: all(n), message: words.prompts[kind] };
    if (kind === "figure" && key !== "criteria") yield* scoreChoices(rows, n, document, words);
    if (n === 2 && isFields(key)) yield* fieldChoices(key, rows, n, words);
  }
}

function* fieldChoices(
  key: FieldKey,
  rows: readonly Row[],
  column: number,
  words: Words,
): Generator<Choice> {
  for (const [n, row] of rows.entries()) {
    const field = fieldOf(key, row["key"]);
    const area = { top: headerRow + 1 + n, left: column, bottom: headerRow + 1 + n, right: column };
    if (field?.words) yield { area, values: Object.values(field.words(words)) };
    if (field?.kind === "rounding") {
      const common = [0, 2].map((decimals) => roundingText({ decimals, mode: "half-up" }, words));
      yield { area, values: [words.exact, ...common] };
    }
  }
}

/** Rows of one criterion stand together, so that one drop-down serves them. */
function* scoreChoices(
  rows: readonly Row[],
  column: number,
  document: EvaluationDocument,
  words: Words,
): Generator<Choice> {
  const levels = [...everyCriterion(document.criteria)].flatMap(levelRows);
  for (const { id, scale } of leaves(document.criteria)) {
    const own = rows.flatMap((row, n) => (row["criterion"] === id ? [headerRow + 1 + n] : []));
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) continue;
    const area = { top: first, left: column, bottom: last, right: column };
    if (scale?.type === "yes-no") yield { area, values: [words.answers.yes, words.answers.no] };
    if (scale?.type === "levels") {
      const from = headerRow + 1 + levels.findIndex((level) => level["criterion"] === id);
      const valueColumn = columns.levels.findIndex((each) => each.key === "value");
      const to = from + scale.levels.length - 1;
      yield {
        area,
        source: `${quoted(words.sheets.levels)}!${cellName(from, valueColumn, true)}:${cellName(to, valueColumn, true)}`,
      };
    }
  }
}
