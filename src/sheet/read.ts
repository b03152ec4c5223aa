/**
 * From a workbook to the document it holds, with a finding for every cell that could not be read
 * and the address of every value that could. Nothing is guessed, repaired or dropped in silence: an
 * unreadable cell is blank in the document and blocks the award until someone mends it.
 */
import { withoutEffects } from "../core/causes";
import { parseDocument } from "../core/document/parse";
import { parseWithoutSealedPrices } from "../core/document/sealed-prices";
import type { EvaluationDocument } from "../core/document/schema";
import type { WellFormed } from "../core/document/well-formed";
import type { Finding } from "../core/finding";
import { resting } from "../core/finding";
import { rootOf } from "../core/place";
import type { Words } from "../words/sv/words";
import { readTrimmedText } from "./cells";
import { oncePerLine, problemFinding } from "./document-findings";
import type { Search } from "./find-tables";
import { findTables } from "./find-tables";
import type { FoundTables } from "./locate";
import { Places } from "./locate";
import { withoutEchoes } from "./lost-rows";
import type { Plain } from "./nesting";
import { CellReader } from "./read-cell";
import { readAnswers, reportUnexamined } from "./reading/answers";
import { bidWithPrice, readPriceRows } from "./reading/bids";
import {
  criteriaForest,
  levelNames,
  readCriterionRows,
  reportUnknownCriteria,
} from "./reading/criteria";
import { readFields, readModel } from "./reading/field-tables";
import { readModelLists } from "./reading/price-model";
import { readAllRecords, readLotteries } from "./reading/records";
import type { RowMemory } from "./reading/row-memory";
import { RowReader } from "./reading/row-reader";
import { readScores, reportUnknownBids } from "./reading/scores";
import { leavePricesUnread, withoutPriceCells } from "./unread-cells";
import type { TableKey } from "./table-keys";
import { tableKeys } from "./table-keys";
import type { WorkbookReading } from "./workbook";

export type ReadWorkbook = {
  /** Undefined when the workbook has no complete document in it; the findings say why. */
  readonly document?: EvaluationDocument;
  readonly findings: readonly Finding[];
  readonly places: Places;
  /** The language the workbook is written in; undefined where no header shows it. */
  readonly words?: Words;
};

/**
 * Reads the document of a workbook. It never throws on what people have typed.
 * @param languages all the product's languages; a workbook in any of them is read
 * @param keys the tables to look for: a price file has only some of them
 * @param memory what rows were read to before, for a workbook that is read again and again
 */
export function readWorkbook(
  workbook: WorkbookReading,
  languages: readonly Words[],
  keys: readonly TableKey[] = tableKeys,
  memory?: RowMemory,
): ReadWorkbook {
  const search = findTables(workbook, languages, keys);
  const places = new Places(search.tables, search.words);
  if (search.findings.some(({ severity }) => severity === "blocking"))
    return { findings: search.findings, places };
  const rows = rowReader(search, languages, workbook, memory);
  const read = readDocument(rows);
  const raw = memory ? memory.wellFormed.likeTheLast(read) : read;
  const parsed = parseWhatIsRead(raw, rows.findings, keys, memory?.wellFormed);
  if (parsed.areSealed) leavePricesUnread(places, raw);
  // A warning, as of a number that stands as text, says nothing of a fault that the value has.
  const reported = new Set(
    rows.findings.flatMap(({ where, severity }) => (severity === "blocking" ? [where] : [])),
  );
  const problems = oncePerLine(parsed.problems ?? [], raw)
    .map((problem) => problemFinding(problem, raw))
    .filter(({ where }) => !reported.has(where))
    .map((each) => resting(each, each.where));
  const told = withoutEffects([
    ...search.findings,
    ...withoutEchoes([...rows.findings, ...problems], rows.lostRows),
  ]);
  const findings = parsed.areSealed ? withoutPriceCells(told, places) : told;
  const language = search.words ? { words: search.words } : {};
  const isWhole = !rows.isIncomplete && !hasLostParent(rows.findings);
  return parsed.document && isWhole
    ? { document: parsed.document, findings, places, ...language }
    : { findings, places, ...language };
}

/**
 * Parses a workbook's document, prices that are kept apart left out. A price file says nothing of
 * that: the act that it is given to opens it.
 */
function parseWhatIsRead(
  raw: Plain,
  findings: readonly Finding[],
  keys: readonly TableKey[],
  known: WellFormed | undefined,
): ReturnType<typeof parseWithoutSealedPrices> {
  if (!keys.includes("events")) return { ...parseDocument(raw, known), areSealed: false };
  const isUnknown = findings.some(
    ({ where, severity }) => where === "procurement.prices" && severity === "blocking",
  );
  return parseWithoutSealedPrices(raw, isUnknown, known);
}

function rowReader(
  { tables, words }: Search,
  languages: readonly Words[],
  workbook: WorkbookReading,
  memory: RowMemory | undefined,
): RowReader {
  const ownFirst = words ? [words, ...languages.filter((other) => other !== words)] : languages;
  const cells = new CellReader(ownFirst, workbook, currencyOf(tables));
  return new RowReader(tables, ownFirst, cells, memory);
}

/** The currency of the procurement's amounts, looked up before any amount is read. */
function currencyOf({ procurement: table }: FoundTables): string | undefined {
  const row = table?.reading.rows.findIndex(
    (_, n) => readTrimmedText(table.cell(n, "key")).value === "currency",
  );
  const text = table && readTrimmedText(table.cell(row ?? -1, "value")).value;
  return text !== undefined && /^[A-Z]{3}$/.test(text) ? text : undefined;
}

/**
 * The document as the rows say it, not yet checked. Findings come in the order of the reading here:
 * scores need the levels of their criteria, and what belongs to nothing is reported after the lists
 * that it could belong to.
 */
function readDocument(rows: RowReader): Plain {
  const bidRows = rows.listObjects("bids", "bids");
  const bidIds = bidRows.map(({ id }) => String(id));
  const priceRows = readPriceRows(rows, bidIds);
  const criterionRows = readCriterionRows(rows);
  const requirements = rows.listRemembered("requirements", "requirements");
  const read = readScores(rows, levelNames(criterionRows));
  reportUnknownBids(rows, read, bidIds);
  reportUnknownCriteria(rows, criterionRows);
  const answers = readAnswers(rows, bidIds);
  const lotteries = readLotteries(rows);
  const award = readFields(rows, "award");
  reportUnexamined(rows, requirements);
  return {
    format: "mervarde/1",
    procurement: readFields(rows, "procurement"),
    model: { ...readModel(rows), ...readModelLists(rows) },
    evaluators: rows.listObjects("evaluators", "evaluators"),
    requirements,
    criteria: criteriaForest(rows, criterionRows),
    priceItems: priceRows.map(({ item }) => item),
    bids: bidRows.map((bid) => ({
      ...bidWithPrice(rows, bid, priceRows),
      answers: answers.get(String(bid["id"])) ?? {},
      scores: read.scores.get(String(bid["id"])) ?? {},
    })),
    ...(lotteries.length > 0 ? { lotteries } : {}),
    ...(Object.keys(award).length > 0 ? { award } : {}),
    ...readAllRecords(rows),
  };
}

/** Whether a criterion's parent is lost: where it belongs decides what every weight around it means. */
function hasLostParent(findings: readonly Finding[]): boolean {
  return findings.some(
    ({ where, isLost }) =>
      isLost === true && rootOf(where) === "criteria" && where.endsWith(".parent"),
  );
}
