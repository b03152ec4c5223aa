/**
 * From a workbook to the document it holds, with a finding for every cell that could not be read
 * and the address of every value that could. Nothing is guessed, repaired or dropped in silence: an
 * unreadable cell is blank in the document and blocks the award until someone mends it.
 */
import type { FindingCode } from "../core/findings/catalogue";
import type { Answer, EvaluationDocument } from "../core/document/schema";
import type { Finding, Severity, DetailsGiven } from "../core/finding";
import type { Place } from "../core/place";
import { withoutEffects } from "../core/causes";
import { finding, resting } from "../core/finding";
import type { Path, Problem } from "../core/document/problem";
import { parseDocument } from "../core/document/parse";
import type { Words } from "../words/sv/words";
import type { Level } from "./answer-text";
import type { Read } from "./cell-value";
import { readText } from "./cells";
import { seenIn } from "./decimal-cells";
import type { Search } from "./find-tables";
import { findTables } from "./find-tables";
import type { FoundTable } from "./locate";
import { Places, rowPlace } from "./locate";
import type { FieldKey, RecordKey, TableKey } from "./table-keys";
import { isOwn } from "./headers";
import { columns } from "./layout";
import { spotOf } from "./spots";
import { joinedKey, recordKeys, tableKeys } from "./table-keys";
import { append, compacted, forest, place, withoutKeys } from "./nesting";
import type { Plain } from "./nesting";
import { withoutEchoes } from "./lost-rows";
import { sumRow } from "./sum-rows";
import { fieldOf } from "./write";
import type { CellSpot } from "./read-cell";
import { CellReader, trimmed } from "./read-cell";
import type { WorkbookReading } from "./workbook";
import {
  answerAt,
  assessmentAt,
  bandAt,
  bidAt,
  criterionAt,
  levelAt,
  lotteryAt,
  ofInnermostCriterion,
  priceAt,
  requirementAt,
  rootOf,
  scoreAt,
} from "../core/place";

export type ReadWorkbook = {
  /** Nothing when the workbook has no complete document in it; the findings say why. */
  readonly document?: EvaluationDocument;
  readonly findings: readonly Finding[];
  readonly places: Places;
  /** The language the workbook is written in, if it could be told. */
  readonly words?: Words;
};

/**
 * @param all the product's languages; a workbook in any of them is read
 * @param keys the tables to look for: a price file has only some of them
 */
export function readWorkbook(
  workbook: WorkbookReading,
  all: readonly Words[],
  keys: readonly TableKey[] = tableKeys,
): ReadWorkbook {
  const search = findTables(workbook, all, keys);
  const places = new Places(search.tables);
  if (search.findings.some(({ severity }) => severity === "blocking"))
    return { findings: search.findings, places };
  const reader = new Reader(search, all, workbook);
  const raw = reader.document();
  const parsed = parseDocument(raw);
  const told = new Set(reader.findings.map(({ where }) => where));
  const problems = (parsed.problems ?? [])
    .map((each) => problemFinding(each, raw))
    .filter(({ where }) => !told.has(where))
    .map((each) => resting(each, each.where));
  const findings = withoutEffects([
    ...search.findings,
    ...withoutEchoes([...reader.findings, ...problems], reader.passedOver()),
  ]);
  const language = search.words ? { words: search.words } : {};
  return parsed.document && !reader.isBroken && !reader.hasLostParent
    ? { document: parsed.document, findings, places, ...language }
    : { findings, places, ...language };
}

/** What keeps a document from being read again, if anything: asked before an act is written. */
export function documentFindings(document: EvaluationDocument): Finding[] {
  return problemFindings(parseDocument(document).problems ?? [], document);
}

/** Everything that keeps a value from being a document, each cause once. */
export function problemFindings(problems: readonly Problem[], document: unknown): Finding[] {
  const lost = new Map<TableKey, number>();
  const findings = problems.map((each) => problemFinding(each, document));
  for (const { code, where } of findings) {
    const spot = spotOf(where);
    if (code === "document-missing" && spot?.column === "id")
      lost.set(spot.table, (lost.get(spot.table) ?? 0) + 1);
  }
  return withoutEchoes(findings, lost);
}

/** A problem with the document as a finding: its place by ids instead of positions. */
export function problemFinding(problem: Problem, document: unknown): Finding {
  const { path, code, found, allowed } = problem;
  const place = placeOf(path, document);
  return finding(`document-${code}`, "blocking", place, {
    place,
    ...cellWords(place, document),
    found:
      found === undefined
        ? ""
        : typeof found === "string"
          ? found
          : JSON.stringify(found).slice(0, 120),
    foundType: found === null ? "null" : Array.isArray(found) ? "list" : typeof found,
    key: String(path.at(-1) ?? ""),
    ...(allowed ? { allowed } : {}),
  });
}

/**
 * What a place is called by a user: the table, the row by its id and name, the column; nothing for
 * a place that has no cell of its own.
 */
function cellWords(place: Place, document: unknown): Finding["details"] {
  const spot = spotOf(place);
  if (!spot) return {};
  const name = nameAt(place, document);
  const [, list = "", position = ""] = /^(\w+)\[(\d+)\]/.exec(place) ?? [];
  const at = ((document as Plain | null)?.[list] as Plain[] | undefined)?.[Number(position)];
  // A row without an id is named by its number in the list, counted from 1.
  const isNumber = position !== "" && at !== undefined && typeof at["id"] !== "string";
  return {
    table: spot.table,
    row: isNumber ? String(Number(position) + 1) : spot.row,
    column: spot.column,
    ...(name === undefined ? {} : { name }),
  };
}

/** The name that the object of a list carries beside its id: a row's name in the user's words. */
function nameAt(place: Place, document: unknown): string | undefined {
  const [, list = "", id = ""] = /^(\w+)\[([^\]]+)\]/.exec(place) ?? [];
  const all = (document as Plain | null)?.[list];
  const named = (Array.isArray(all) ? flattened(all) : []).find((each) => each["id"] === id);
  const name = named?.["name"] ?? named?.["bidder"] ?? named?.["text"];
  return typeof name === "string" && name !== "" ? name.slice(0, 60) : undefined;
}

/** Objects with those inside them: criteria stand in a forest. */
function flattened(list: readonly unknown[]): Plain[] {
  return list.flatMap((each) => {
    if (typeof each !== "object" || each === null) return [];
    const object = each as Plain;
    const { children } = object;
    return [object, ...(Array.isArray(children) ? flattened(children) : [])];
  });
}

/**
 * `["bids", 0, "scores", "U1", "value"]` → `bids[A].scores[U1].value`, as findings and steps name
 * places.
 */
export function placeOf(path: Path, document: unknown): Place {
  let value: unknown = document;
  let place = "";
  let list = "";
  for (const key of path) {
    const inner: unknown =
      typeof value === "object" && value !== null ? (value as Plain)[String(key)] : undefined;
    const id =
      typeof inner === "object" && inner !== null
        ? ((inner as Plain)["id"] ?? (inner as Plain)["evaluator"])
        : undefined;
    if (typeof key === "number") place += `[${typeof id === "string" ? id : key}]`;
    else if (["answers", "prices", "scores"].includes(list)) place += `[${key}]`;
    else place += place === "" ? key : `.${key}`;
    list = typeof key === "string" && !["answers", "prices", "scores"].includes(list) ? key : "";
    value = inner;
  }
  return ofInnermostCriterion(place);
}

/** Reads each table into plain objects; a fault in one cell never stops the rest. */
class Reader {
  readonly findings: Finding[];
  private readonly tables: Search["tables"];
  /** Whether a row could not be given its place, so that there is no whole document. */
  isBroken = false;
  private readonly lostRows = new Map<TableKey, number>();
  private bidIds: ReadonlySet<string> = new Set();
  private readonly strayRows: {
    readonly bid: string;
    readonly table: FoundTable;
    readonly row: number;
  }[] = [];
  private readonly cells: CellReader;
  private levels: ReadonlyMap<string, readonly Level[]> = new Map();
  private readonly all: readonly Words[];

  constructor({ tables, words }: Search, all: readonly Words[], workbook: WorkbookReading) {
    this.tables = tables;
    const own = words ? [words, ...all.filter((each) => each !== words)] : all;
    this.all = own;
    this.cells = new CellReader(own, workbook, this.currency());
    this.findings = this.cells.findings;
  }

  /** What amounts are counted in, looked up before any amount is read. */
  private currency(): string | undefined {
    const table = this.tables.procurement;
    const row = table?.reading.rows.findIndex(
      (_, n) => readText(table.cell(n, "key")).value?.trim() === "currency",
    );
    const text = table && readText(table.cell(row ?? -1, "value")).value?.trim();
    return text !== undefined && /^[A-Z]{3}$/.test(text) ? text : undefined;
  }

  document(): Plain {
    const bids = this.list("bids", "bids");
    const ids = bids.map(({ id }) => String(id));
    this.bidIds = new Set(ids);
    const prices = this.list("prices", "priceItems", ids);
    const criteria = this.list("criteria", "criteria");
    const levels = this.children("levels", levelAt);
    this.levels = new Map(
      [...levels].map(([id, rows]) => [
        id,
        rows.map(({ value, label }) => ({
          value: typeof value === "string" ? value : "",
          label: typeof label === "string" ? label : "",
        })),
      ]),
    );
    const bands = this.children("bands", bandAt);
    const requirements = this.list("requirements", "requirements").map((each) =>
      withoutKeys(each, ["order"]),
    );
    const scores = this.scores();
    this.reportStrays();
    const known = new Set(criteria.map(({ id }) => String(id)));
    this.reportHomeless("levels", levels, known);
    this.reportHomeless("bands", bands, known);
    const answers = this.answers(ids);
    const lotteries = this.lotteries();
    const award = this.fields("award");
    this.rowsMissing(requirements);
    return {
      format: "mervarde/1",
      procurement: this.fields("procurement"),
      model: this.fields("model"),
      evaluators: this.list("evaluators", "evaluators").map((each) => withoutKeys(each, ["order"])),
      requirements,
      criteria: forest(criteria, levels, bands, (id, parent) => this.orphan(id, parent)),
      priceItems: prices.map((item) =>
        withoutKeys(item, ["order", ...ids.map((id) => `${id} unitPrice`)]),
      ),
      bids: bids.map((bid) =>
        this.bid(
          bid,
          prices,
          answers.get(String(bid["id"])) ?? {},
          scores.get(String(bid["id"])) ?? {},
        ),
      ),
      ...(lotteries.length > 0 ? { lotteries } : {}),
      ...(Object.keys(award).length > 0 ? { award } : {}),
      ...Object.fromEntries(
        recordKeys.flatMap((key) => {
          const found = this.records(key);
          return found.length > 0 ? [[key, found]] : [];
        }),
      ),
    };
  }

  private report<Code extends FindingCode>(
    code: Code,
    severity: Severity,
    where: Place,
    ...details: DetailsGiven<Code>
  ): void {
    this.cells.report(code, severity, where, ...details);
  }

  /** Where a criterion belongs decides what every weight around it means. */
  get hasLostParent(): boolean {
    return this.findings.some(
      ({ where, isLost }) =>
        isLost === true && rootOf(where) === "criteria" && where.endsWith(".parent"),
    );
  }

  /** How many rows of each table were passed over because something in them is lost. */
  passedOver(): ReadonlyMap<TableKey, number> {
    return this.lostRows;
  }

  /**
   * Rows with something of ours in them, in the document's order; new rows come last, as they
   * stand.
   */
  private rows(table: FoundTable): number[] {
    const own = columns[table.key].filter(isOwn).map(({ key }) => key);
    const content = [...table.columnOf.keys()].filter((key) => !own.includes(key));
    const filled = table.reading.rows
      .map((_, row) => row)
      .filter((row) => content.some((key) => table.cell(row, key).kind !== "blank"));
    const orderOf = (row: number) => {
      const { kind, value } = table.cell(row, "order");
      return kind === "number" ? Number(value) : Infinity;
    };
    return filled.sort((a, b) => orderOf(a) - orderOf(b) || a - b);
  }

  /** Notes which row an id stands on; a second row with the same id is told, with both. */
  private claim(table: FoundTable, id: string, row: number, where: Place): void {
    const earlier = table.rowOf.get(id);
    table.rowOf.set(id, row);
    if (earlier === undefined) return;
    const rows = [earlier, row].map((each) => String(table.reading.top + 2 + each));
    this.report("row-twice", "blocking", where, {
      id: id.replaceAll("|", " · "),
      sheet: table.reading.sheet,
      rows,
    });
  }

  /** The rows that have an id; one without it is told and left out, and so is a row of sums. */
  private identified(table: FoundTable): { readonly row: number; readonly id: string }[] {
    return this.rows(table).flatMap((row) => {
      const sum = sumRow(table, row, this.all);
      const { value: id } = trimmed(readText(table.cell(row, "id")));
      if (sum === undefined && id !== undefined) return [{ row, id }];
      if (sum === "certain") this.reportRow("row-sum", "warning", table, row, "id");
      else this.reportRow(sum ? "row-sum-perhaps" : "row-without-id", "blocking", table, row, "id");
      return [];
    });
  }

  /** A row that is no row of the document, told at the cell in which it lacks what names it. */
  private reportRow(
    code: "row-sum" | "row-sum-perhaps" | "row-without-id",
    severity: Severity,
    table: FoundTable,
    row: number,
    column: string,
  ): void {
    table.passedOver.add(row);
    if (severity === "blocking") {
      this.isBroken = true;
      this.lostRows.set(table.key, (this.lostRows.get(table.key) ?? 0) + 1);
    }
    const name = ["name", "bidder", "text", "label"]
      .map((key) => seenIn(table.cell(row, key)))
      .find((text) => text !== "");
    this.report(code, severity, rowPlace(table.key, row, column), {
      sheet: table.reading.sheet,
      row: table.reading.top + 2 + row,
      header: table.reading.headers[table.columnOf.get(column) ?? -1] ?? column,
      ...(name === undefined ? {} : { name: name.slice(0, 60) }),
    });
  }

  /** The objects of one list, each under its id. */
  private list(key: TableKey, list: string, bids: readonly string[] = []): Plain[] {
    const table = this.tables[key];
    if (!table) return [];
    return this.identified(table).map(({ row, id }) => {
      const name = `${list}[${id}]`;
      this.claim(table, id, row, name);
      const object = this.object(table, row, name);
      for (const bid of bids) {
        const column = `${bid} unitPrice`;
        const where = priceAt(bid, id);
        const price = this.cells.read({ kind: "decimal" }, { table, row, column, where }).value;
        if (price !== undefined) object[`${bid} unitPrice`] = price;
      }
      return object;
    });
  }

  private object(
    table: FoundTable,
    row: number,
    name: Place,
    except: readonly string[] = [],
  ): Plain {
    const object: Plain = {};
    const criterion = trimmed(readText(table.cell(row, "criterion"))).value ?? "";
    const levels = this.levels.get(criterion) ?? [];
    for (const layout of columns[table.key]) {
      const { key, kind, perBid } = layout;
      if (perBid || kind === "order" || kind === "key" || kind === "shown" || except.includes(key))
        continue;
      // An answer to a questionnaire is one of a respondent's list.
      const [, item] = table.key === "survey" ? (/^q(\d+)$/.exec(key) ?? []) : [];
      const where = item === undefined ? `${name}.${key}` : `${name}[${Number(item) - 1}]`;
      const spot = { table, row, column: key, where };
      const takesReference = kind === "figure" && table.columnOf.has("reference");
      const read = this.cells.read(layout, spot, {
        levels,
        ...(takesReference ? { takesReference } : {}),
      });
      this.keep(object, read, spot, { key, free: ["reference"] });
    }
    return object;
  }

  /** Levels and bands: rows by the criterion they belong to, in the order of their stable ids. */
  private children(
    key: "levels" | "bands",
    place: (id: string, n: number) => Place,
  ): Map<string, Plain[]> {
    const table = this.tables[key];
    const groups = new Map<string, number[]>();
    if (!table) return new Map();
    for (const row of this.rows(table)) {
      const { value: id } = trimmed(readText(table.cell(row, "criterion")));
      if (id === undefined) {
        this.reportRow("row-without-id", "blocking", table, row, "criterion");
        continue;
      }
      groups.set(id, [...(groups.get(id) ?? []), row]);
    }
    const position = (row: number) =>
      Number(/\|(\d+)$/.exec(readText(table.cell(row, "key")).value ?? "")?.[1] ?? Infinity);
    return new Map(
      [...groups].map(([id, rows]) => {
        const sorted = [...rows].sort((a, b) =>
          position(a) === position(b) ? a - b : position(a) - position(b),
        );
        return [
          id,
          sorted.map((row, n) => {
            table.rowOf.set(joinedKey(id, n), row);
            return this.object(table, row, place(id, n), ["criterion"]);
          }),
        ];
      }),
    );
  }

  /** Levels or bands of a criterion that is not there: they would go nowhere. */
  private reportHomeless(
    key: "levels" | "bands",
    groups: ReadonlyMap<string, readonly Plain[]>,
    known: ReadonlySet<string>,
  ): void {
    for (const [id, rows] of groups) {
      const table = this.tables[key];
      if (known.has(id) || !table) continue;
      this.isBroken = true;
      const row = table.rowOf.get(joinedKey(id, 0)) ?? 0;
      this.report("criterion-not-listed", "blocking", rowPlace(key, row, "criterion"), {
        id,
        sheet: table.reading.sheet,
        count: rows.length,
      });
    }
  }

  /** Puts a value under its key, and a reference that stood after it in a blank column's place. */
  private keep(
    object: Plain,
    read: Read<unknown>,
    spot: CellSpot,
    { key, free }: { readonly key: string; readonly free: readonly string[] },
  ): void {
    if (read.value === undefined) return;
    if (read.reference !== undefined) {
      const column = this.cells.placeForReference(
        read,
        spot,
        free.filter((each) => object[each] === undefined),
      );
      if (column === undefined) return;
      object[column] = read.reference;
    }
    object[key] = read.value;
  }

  private fields(key: FieldKey): Plain {
    const table = this.tables[key];
    const object: Plain = {};
    if (!table) return object;
    for (const [row] of table.reading.rows.entries()) {
      const { value: name } = trimmed(readText(table.cell(row, "key")));
      const field = name === undefined ? undefined : fieldOf(key, name);
      if (name === undefined || !field) {
        if (table.cell(row, "value").kind !== "blank") this.reportField(table, key, row);
        continue;
      }
      table.rowOf.set(name, row);
      const { value } = this.cells.read(field, {
        table,
        row,
        column: "value",
        where: `${key}.${name}`,
      });
      if (value !== undefined) place(object, name, value);
    }
    if (key === "model") {
      object["rounding"] ??= {};
      object["ties"] ??= [];
    }
    return compacted(object);
  }

  /**
   * A value beside a key that is lost, or is none of ours; with a label of ours it was one of our
   * rows, and what it said is missing.
   */
  private reportField(table: FoundTable, key: FieldKey, row: number): void {
    const label = seenIn(table.cell(row, "label"));
    const [lost] = this.all.flatMap(({ fields }) => {
      const texts: { readonly [key: string]: readonly string[] } = fields[key];
      return Object.keys(texts).filter((each) => texts[each]?.[0] === label);
    });
    this.reportRow("row-without-id", lost ? "blocking" : "warning", table, row, "key");
    const told = this.findings.at(-1);
    if (lost !== undefined && told)
      this.findings.splice(-1, 1, { ...told, where: `${key}.${lost}`, isLost: true });
    if (lost !== undefined) table.rowOf.set(lost, row);
  }

  private orphan(id: string, parent: string): void {
    this.report("parent-unknown", "blocking", criterionAt(id, "parent"), { id, parent });
  }

  private bid(bid: Plain, prices: readonly Plain[], answers: Plain, scores: Plain): Plain {
    const { priceForm, price, order: _order, ...rest } = bid;
    const id = String(bid["id"]);
    const rows = prices.flatMap((item) =>
      item[`${id} unitPrice`] === undefined
        ? []
        : [[String(item["id"]), item[`${id} unitPrice`]] as const],
    );
    if (priceForm === "total" && rows.length > 0)
      this.report("price-form-total-with-rows", "blocking", bidAt(id, "priceForm"), { bid: id });
    if (priceForm === "rows" && price !== undefined)
      this.report("price-form-rows-with-total", "blocking", priceAt(id), { bid: id });
    const byRows = priceForm === "rows" || (priceForm === undefined && rows.length > 0);
    return {
      ...rest,
      ...(byRows ? { prices: Object.fromEntries(rows) } : price === undefined ? {} : { price }),
      answers,
      scores,
    };
  }

  private answers(bids: readonly string[]): Map<string, Plain> {
    const table = this.tables.checks;
    const byBid = new Map<string, Plain>(bids.map((bid) => [bid, {}]));
    if (!table) return byBid;
    const own = columns.checks.filter(({ perBid }) => perBid);
    for (const [row] of table.reading.rows.entries()) {
      const { value: id } = trimmed(readText(table.cell(row, "id")));
      if (id === undefined) {
        const isFilled = bids.some((bid) =>
          own.some(({ key }) => table.cell(row, `${bid} ${key}`).kind !== "blank"),
        );
        if (isFilled) this.reportRow("row-without-id", "blocking", table, row, "id");
        continue;
      }
      this.claim(table, id, row, requirementAt(id));
      this.sameText(table, row, id);
      for (const [bid, answers] of byBid) {
        const answer = this.answer(table, row, bid, id);
        if (Object.keys(answer).length > 0) answers[id] = answer;
      }
    }
    return byBid;
  }

  /** What stands about one bid on one row of the compliance sheet. */
  private answer(table: FoundTable, row: number, bid: string, id: string): Plain {
    const answer: Plain = {};
    for (const layout of columns.checks) {
      const { key, kind, perBid } = layout;
      if (!perBid) continue;
      const where = answerAt(bid, id, key as keyof Answer);
      const spot = { table, row, column: `${bid} ${key}`, where };
      const read = this.cells.read(layout, spot, kind === "choice" ? { takesReference: true } : {});
      this.keep(answer, read, spot, { key, free: ["reference", "note"] });
    }
    return answer;
  }

  /**
   * A requirement that was added to the list but not to the compliance sheet has nowhere to be
   * checked.
   */
  private rowsMissing(requirements: readonly Plain[]): void {
    const checks = this.tables.checks;
    const missing = requirements
      .map(({ id }) => String(id))
      .filter((id) => checks && !checks.rowOf.has(id));
    const [first] = missing;
    if (checks && first !== undefined)
      this.report("check-row-missing", "warning", requirementAt(first), {
        ids: missing,
        sheet: checks.reading.sheet,
      });
  }

  /**
   * The requirement's text stands on two sheets; a verdict given against another text must not pass
   * unseen.
   */
  private sameText(table: FoundTable, row: number, id: string): void {
    const source = this.tables.requirements;
    const there = source?.rowOf.get(id);
    const shown = seenIn(table.cell(row, "text"));
    if (!source || there === undefined || shown === "") return;
    if (source.cell(there, "text").kind === "error") return;
    if (shown !== seenIn(source.cell(there, "text")))
      this.report("requirement-text-differs", "warning", requirementAt(id, "text"), {
        id,
        sheet: table.reading.sheet,
      });
  }

  /** Scores with their assessments, consultants and respondents, by bid and criterion. */
  private scores(): Map<string, Plain> {
    const scores = new Map<string, Plain>();
    const scoreOf = (bid: string, criterion: string): Plain => {
      const ofBid = scores.get(bid) ?? {};
      scores.set(bid, ofBid);
      return (ofBid[criterion] ??= {}) as Plain;
    };
    this.scoreRows("scores", [], (bid, criterion, _row, values) =>
      Object.assign(scoreOf(bid, criterion), values),
    );
    this.scoreRows("assessments", ["evaluator"], (bid, criterion, _row, values) => {
      append(scoreOf(bid, criterion), "assessments", values);
    });
    for (const list of ["consultants", "participants"] as const) {
      this.scoreRows(list, ["number"], (bid, criterion, _row, values) =>
        append(scoreOf(bid, criterion), "value", values["value"]),
      );
    }
    this.scoreRows("survey", ["number"], (bid, criterion, _row, values) => {
      append(
        scoreOf(bid, criterion),
        "value",
        Array.from({ length: 10 }, (_, q) =>
          values[`q${q + 1}`] === undefined ? null : String(values[`q${q + 1}`]),
        ),
      );
    });
    return scores;
  }

  /**
   * Calls `keep` for every row that holds more than its own names; `named` are the columns that
   * only name it.
   */
  private scoreRows(
    key: "scores" | "assessments" | "consultants" | "participants" | "survey",
    named: readonly string[],
    keep: (bid: string, criterion: string, row: number, values: Plain) => void,
  ): void {
    const table = this.tables[key];
    if (!table) return;
    const isList = key === "consultants" || key === "participants" || key === "survey";
    const position = (row: number) =>
      isList ? Number(table.cell(row, "number").value ?? Infinity) : 0;
    const counts = new Map<string, number>();
    for (const row of this.rows(table).sort((a, b) => position(a) - position(b))) {
      const text = (column: string) => trimmed(readText(table.cell(row, column))).value ?? "";
      const [criterion, bid] = [text("criterion"), text("bid")];
      const lacks = criterion === "" ? "criterion" : bid === "" ? "bid" : undefined;
      if (lacks !== undefined) {
        if (this.isFilled(table, row, ["criterion", "bid", ...named]))
          this.reportRow("row-without-id", "blocking", table, row, lacks);
        continue;
      }
      const base = joinedKey(bid, criterion);
      const n = counts.get(base) ?? 0;
      counts.set(base, n + 1);
      const own =
        key === "scores" ? base : joinedKey(base, key === "assessments" ? text("evaluator") : n);
      const place =
        key === "assessments"
          ? assessmentAt(bid, criterion, text("evaluator"))
          : scoreAt(bid, criterion);
      this.claim(table, own, row, place);
      const values = this.object(table, row, isList ? `${place}.value[${n}]` : place, [
        "criterion",
        "bid",
      ]);
      if (!Object.keys(values).some((each) => !named.includes(each))) continue;
      keep(bid, criterion, row, values);
      if (!this.bidIds.has(bid)) this.strayRows.push({ bid, table, row });
    }
  }

  /** Whether a row holds more than what names it. */
  private isFilled(table: FoundTable, row: number, named: readonly string[]): boolean {
    return columns[table.key].some(
      (layout) =>
        !isOwn(layout) &&
        !named.includes(layout.key) &&
        table.cell(row, layout.key).kind !== "blank",
    );
  }

  /** Scores of a bid that is not among the bids: they would go nowhere, so each such bid is told. */
  private reportStrays(): void {
    for (const id of new Set(this.strayRows.map(({ bid }) => bid))) {
      const rows = this.strayRows.filter(({ bid }) => bid === id);
      const [first] = rows;
      if (!first) continue;
      this.isBroken = true;
      this.report("bid-not-listed", "blocking", rowPlace(first.table.key, first.row, "bid"), {
        id,
        sheets: [...new Set(rows.map(({ table }) => table.reading.sheet))],
        count: rows.length,
      });
    }
  }

  /**
   * A list of flat objects, each of them a row: by its id where it has one, and else by its place
   * in the list.
   */
  private records(key: RecordKey): Plain[] {
    const table = this.tables[key];
    if (!table) return [];
    const hasId = columns[key].some((column) => column.key === "id");
    // A question of the checklist stands there to be answered; until it is, it says nothing.
    const isSaid = (row: number) =>
      key !== "checklist" ||
      ["answer", "responsible", "note"].some((column) => table.cell(row, column).kind !== "blank");
    const rows = hasId
      ? this.identified(table)
      : this.rows(table).map((row) => ({ row, id: undefined }));
    return rows
      .filter(({ row }) => isSaid(row))
      .map(({ row, id }, n) => {
        this.claim(table, id ?? String(n), row, `${key}[${id ?? n}]`);
        return this.object(table, row, `${key}[${id ?? n}]`);
      });
  }

  private lotteries(): Plain[] {
    const table = this.tables.lotteries;
    if (!table) return [];
    return this.rows(table).map((row, n) => {
      table.rowOf.set(String(n), row);
      const { order, time, method, ...witnesses } = this.object(table, row, lotteryAt(n));
      return {
        order: (typeof order === "string" ? order : "").split(/\s*;\s*/).filter((id) => id !== ""),
        ...(time === undefined ? {} : { time }),
        witnesses: Object.keys(witnesses)
          .sort()
          .map((key) => witnesses[key]),
        ...(method === undefined ? {} : { method }),
      };
    });
  }
}
