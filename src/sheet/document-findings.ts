/**
 * Faults in a document as findings, each at its place by ids instead of positions, with the table,
 * row and column that a user knows the place by. It reads no workbook and checks no document itself.
 */
import type { EvaluationDocument } from "../core/document/schema";
import { parseDocument } from "../core/document/parse";
import type { Path, Problem } from "../core/document/problem";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import type { Place } from "../core/place";
import { ofInnermostCriterion } from "../core/place";
import { withoutEchoes } from "./lost-rows";
import type { Plain } from "./nesting";
import { rowText, spotOf } from "./spots";
import type { TableKey } from "./table-keys";

/** What would keep a document from being read again; asked before an act is written. */
export function documentFindings(document: EvaluationDocument): Finding[] {
  return problemFindings(parseDocument(document).problems ?? [], document);
}

/** Everything that keeps a value from being a document, each cause once. */
export function problemFindings(problems: readonly Problem[], document: unknown): Finding[] {
  const lost = new Map<TableKey, number>();
  const findings = oncePerLine(problems, document).map((each) => problemFinding(each, document));
  for (const { code, where } of findings) {
    const spot = spotOf(where);
    if (code === "document-missing" && spot?.column === "id")
      lost.set(spot.table, (lost.get(spot.table) ?? 0) + 1);
  }
  return withoutEchoes(findings, lost);
}

/**
 * The faults with those of a price line once: what one of its years lacks, the others lack in the same
 * cell.
 */
export function oncePerLine(problems: readonly Problem[], document: unknown): readonly Problem[] {
  const told = new Set<string>();
  return problems.filter((problem) => {
    const line = lineOf(problem, document);
    if (line === undefined) return true;
    const fault = JSON.stringify([line, problem.code, ...problem.path.slice(2)]);
    const isFirst = !told.has(fault);
    told.add(fault);
    return isFirst;
  });
}

/** The id of the line that has the fault in all its years; nothing where a row has it by itself. */
function lineOf({ path, code }: Problem, document: unknown): string | undefined {
  const [list, position, key] = path;
  // Which of the years it is, each row says by itself.
  if (list !== "priceItems" || code === "year-row" || key === "years") return undefined;
  const items = (document as Plain | null)?.[list] as readonly Plain[] | undefined;
  const line = items?.[Number(position)]?.["byYear"];
  return typeof line === "string" ? line : undefined;
}

/** A fault in a document as a blocking finding, with its place by ids instead of positions. */
export function problemFinding(problem: Problem, document: unknown): Finding {
  const { path, code, found, allowed } = problem;
  const place = placeOf(path, document);
  const line = lineOf(problem, document);
  return finding(`document-${code}`, "blocking", place, {
    place,
    ...cellWords(place, document),
    ...(line === undefined ? {} : { row: line }),
    found: foundText(found),
    foundType: found === null ? "null" : Array.isArray(found) ? "list" : typeof found,
    key: String(path.at(-1) ?? ""),
    ...(allowed ? { allowed } : {}),
  });
}

function foundText(found: unknown): string {
  if (found === undefined) return "";
  return typeof found === "string" ? found : JSON.stringify(found).slice(0, 120);
}

/**
 * What a user calls a place: the table, the row by its id and name, the column. A place that has no
 * cell of its own has its row alone.
 */
function cellWords(place: Place, document: unknown): Finding["details"] {
  const spot = spotOf(place);
  const name = nameAt(place, document);
  if (!spot) return name === undefined ? {} : { row: idIn(place), name };
  const [, list = "", position = ""] = /^(\w+)\[(\d+)\]/.exec(place) ?? [];
  const object = ((document as Plain | null)?.[list] as Plain[] | undefined)?.[Number(position)];
  // A row that lacks the id it should have is named by its number in the list, counted from 1.
  const isNumber = position !== "" && object !== undefined && typeof object["id"] !== "string";
  return {
    table: spot.table,
    row: isNumber ? String(Number(position) + 1) : rowText(spot),
    column: spot.column,
    ...(name === undefined ? {} : { name }),
  };
}

/** The name that an object of a list carries beside its id: what the user calls the row. */
function nameAt(place: Place, document: unknown): string | undefined {
  const [list = ""] = /^\w+/.exec(place) ?? [];
  const objects = (document as Plain | null)?.[list];
  const named = (Array.isArray(objects) ? withChildren(objects) : []).find(
    (object) => object["id"] === idIn(place),
  );
  const name = named?.["name"] ?? named?.["bidder"] ?? named?.["text"];
  return typeof name === "string" && name !== "" ? name.slice(0, 60) : undefined;
}

/** "U1" of `criteria[U1].scale.levels`. */
function idIn(place: Place): string {
  return /^\w+\[([^\]]+)\]/.exec(place)?.[1] ?? "";
}

/** Objects with the objects inside them: criteria stand in a forest. */
function withChildren(list: readonly unknown[]): Plain[] {
  return list.flatMap((value) => {
    if (typeof value !== "object" || value === null) return [];
    const object = value as Plain;
    const { children } = object;
    return [object, ...(Array.isArray(children) ? withChildren(children) : [])];
  });
}

/** Objects whose keys are ids of other lists, so that a place has the key in brackets. */
const keyedByIds: readonly string[] = ["answers", "prices", "quantities", "scores"];

/**
 * `["bids", 0, "scores", "U1", "value"]` → `bids[A].scores[U1].value`, as findings and steps name
 * places.
 */
function placeOf(path: Path, document: unknown): Place {
  let value: unknown = document;
  let place = "";
  let list = "";
  for (const key of path) {
    const inner: unknown =
      typeof value === "object" && value !== null ? (value as Plain)[String(key)] : undefined;
    if (typeof key === "number") place += `[${idOf(inner) ?? key}]`;
    else if (keyedByIds.includes(list)) place += `[${key}]`;
    else place += place === "" ? key : `.${key}`;
    list = typeof key === "string" && !keyedByIds.includes(list) ? key : "";
    value = inner;
  }
  return ofInnermostCriterion(place);
}

/** An object's id, or the evaluator's where the object is an assessment. */
function idOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const id = (value as Plain)["id"] ?? (value as Plain)["evaluator"];
  return typeof id === "string" ? id : undefined;
}
