/**
 * What is typed in the form of the procurement, from its fields to the cells to write; or why it cannot be
 * entered, beside the fields it is about. It is read as the sheets would be with it: an entry that could
 * not be read, or that leaves the workbook unreadable, is not made. It writes nothing.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { Finding } from "../core/finding";
import type { Place } from "../core/place";
import { heldByFinalisation } from "../procedure/milestones";
import { readTrimmedText } from "../sheet/cells";
import { CellDecoder } from "../sheet/decode-cell";
import type { FieldLayout } from "../sheet/fields";
import { fieldOf } from "../sheet/fields";
import type { ReadWorkbook } from "../sheet/read";
import { readWorkbook } from "../sheet/read";
import type { FieldKey } from "../sheet/table-keys";
import { withTypedRows } from "../sheet/typed-rows";
import type { Amendment, CellContent, Page, WorkbookReading } from "../sheet/workbook";
import { inputPage } from "../sheet/writing/input-page";
import { rowsOf } from "../sheet/writing/table-rows";
import { typedText } from "../words/sentences";
import type { Words } from "../words/sv/words";
import type { ProcurementRequest } from "./answers";
import type { FieldWrite } from "./field-form";
import { enteredContent, fieldWrite } from "./field-form";
import { lockOf, procurementPlaces, sheetKeyOf } from "./procurement-form";
import type { RowRefused } from "./row-answers";
import type { PreparedRow } from "./row-entry";

type Languages = readonly [Words, ...Words[]];

/** One typed value, with where it belongs and what its cell is to hold. */
type TypedField = {
  readonly place: Place;
  readonly name: FieldKey;
  readonly key: string;
  readonly field: FieldLayout;
  readonly content: CellContent;
};

/**
 * @param all every language that a workbook may be in; the first is the reader's
 * @throws where a place is none of the form's, which no form offers
 */
export function prepareProcurement(
  { texts }: ProcurementRequest,
  reading: WorkbookReading,
  all: Languages,
): PreparedRow {
  const before = readWorkbook(reading, all);
  const [words] = all;
  // What is recorded of a workbook that cannot be read is not known: only what is wrong is mended.
  if (!before.document && !isAboutFault(Object.keys(texts), before))
    return { refused: { kept: false, why: words.procurementForm.unreadable, problems: [] } };
  const typed: TypedField[] = [];
  const problems: RowRefused["problems"][number][] = [];
  for (const [place, text] of Object.entries(texts)) {
    const why = before.document && refusalOf(place, before.document, words);
    const entered = typedField(place, text, before, all);
    if (why !== undefined) problems.push({ column: place, text: why });
    else if ("problem" in entered) problems.push({ column: place, text: entered.problem });
    else typed.push(entered);
  }
  if (problems.length > 0) return refused(problems);
  return checked(typed, { reading, before }, all);
}

function isAboutFault(places: readonly Place[], { findings }: ReadWorkbook): boolean {
  return findings.some(({ severity, where }) => severity === "blocking" && places.includes(where));
}

function refusalOf(place: Place, document: EvaluationDocument, words: Words): string | undefined {
  const lock = lockOf(place, document, words);
  return lock && !lock.isCorrectable ? lock.why : undefined;
}

function typedField(
  place: Place,
  text: string,
  { places }: ReadWorkbook,
  all: Languages,
): TypedField | { readonly problem: string } {
  const { name, key } = sheetKeyOf(place);
  const field = procurementPlaces.includes(place) ? fieldOf(name, key) : undefined;
  if (!field) throw new Error(`no field ${place}`);
  // A code of three letters is the same currency however it is typed.
  const said = place === "procurement.currency" ? text.trim().toUpperCase() : text;
  const currency = places.cell("procurement.currency");
  const decoder = new CellDecoder(all, currency && readTrimmedText(currency).value);
  const content = enteredContent(field, said, decoder, all[0]);
  return "problem" in content ? content : { place, name, key, field, content };
}

/** The workbook as it reads with the entry decides whether it is made. */
function checked(
  typed: readonly TypedField[],
  { reading, before }: { readonly reading: WorkbookReading; readonly before: ReadWorkbook },
  all: Languages,
): PreparedRow {
  const [words] = all;
  const written = before.words ?? words;
  const rows = typed.map(({ name, key, content }) => ({
    table: name,
    row: key,
    texts: { key, value: String(content.value ?? "") },
  }));
  const after = readWorkbook(withTypedRows(reading, before.places.tables, rows, written), all);
  const faults = faultsOf(typed, before, after);
  if (faults.length > 0)
    return refused(faults.map((each) => ({ column: each.where, text: typedText(each, words) })));
  return { amendment: amendmentOf(typed, before, after, written) };
}

/**
 * What is wrong with the values themselves; and where the workbook could be read before and cannot any
 * more, everything that keeps it from that.
 */
function faultsOf(
  typed: readonly TypedField[],
  before: ReadWorkbook,
  after: ReadWorkbook,
): Finding[] {
  const own = new Set(typed.map(({ place }) => place));
  const blocking = after.findings.filter(({ severity }) => severity === "blocking");
  const faults = blocking.filter(({ where }) => own.has(where));
  if (faults.length > 0 || !before.document) return faults;
  if (after.document) return heldByFinalisation(before.document, after.document);
  const known = new Set(before.findings.map(identity));
  return blocking.filter((each) => !known.has(identity(each)));
}

function identity({ code, where }: Finding): string {
  return `${code} ${where}`;
}

function amendmentOf(
  typed: readonly TypedField[],
  { places }: ReadWorkbook,
  { document }: ReadWorkbook,
  written: Words,
): Amendment {
  const writes = typed.flatMap(({ name, key, field, content }): FieldWrite[] => {
    const table = places.tables[name];
    return table ? [fieldWrite({ name, table }, { field, key }, content, written)] : [];
  });
  const lacking = new Set(typed.flatMap(({ name }) => (places.tables[name] ? [] : [name])));
  return {
    entries: writes.flatMap((each) => ("cell" in each ? [each.cell] : [])),
    appended: writes.flatMap((each) =>
      "row" in each ? [{ table: each.table, rows: [each.row] }] : [],
    ),
    pages: [...lacking].flatMap((name): Page[] =>
      document ? [inputPage(name, rowsOf(document, written)[name], document, written)] : [],
    ),
  };
}

/** What is about no field of the form is said of the entry as a whole. */
function refused(problems: RowRefused["problems"]): PreparedRow {
  const isOwn = ({ column }: { readonly column: string }) => procurementPlaces.includes(column);
  return {
    refused: {
      kept: false,
      why: problems.flatMap((each) => (isOwn(each) ? [] : [each.text])).join(" "),
      problems: problems.filter(isOwn),
    },
  };
}
