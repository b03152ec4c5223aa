/**
 * What a cell of Excel's means to the port, and the two things that cells alone do not say: which
 * day a date is counted from, and which currency a bare $ stands for. Excel is asked only where such
 * a cell has been read. It changes nothing.
 */
import type { CellReading } from "../../sheet/workbook";
import { Failure } from "../failure";
import type { Session } from "./session";
import { failureOf } from "./session";

/** What the cells of a workbook are read by. */
export type Conventions = {
  /** The number that stands for 1 January 1970. */
  readonly dayOf1970: number;
  /** What the computer shows for a bare $ in a number format; nothing where that is a dollar. */
  readonly currency?: string;
};

/** 25,569 days from the beginning of 1900, with Excel's 29 February 1900; 24,107 from 1904. */
const [dayFrom1900, dayFrom1904] = [25_569, 24_107];

export const usualConventions: Conventions = { dayOf1970: dayFrom1900 };

/** @param ranges whose values, formulas and number formats have been loaded */
export async function askConventions(
  session: Session,
  ranges: readonly Excel.Range[],
): Promise<Conventions> {
  const [date, amount] = [firstNumber(ranges, isDateFormat), firstNumber(ranges, hasBareDollar)];
  const dayOf1970 = date ? await askDay(session) : dayFrom1900;
  const currency = amount && (await askCurrency(session, amount));
  return { dayOf1970, ...(currency === undefined ? {} : { currency }) };
}

/** Whether what the cells mean depends on what Excel was asked for. */
export function areReadByConvention(ranges: readonly Excel.Range[]): boolean {
  return [isDateFormat, hasBareDollar].some(
    (isMeant) => firstNumber(ranges, isMeant) !== undefined,
  );
}

type NumberCell = {
  readonly range: Excel.Range;
  readonly row: number;
  readonly column: number;
};

function firstNumber(
  ranges: readonly Excel.Range[],
  isMeant: (format: string) => boolean,
): NumberCell | undefined {
  for (const range of ranges) {
    // Office.js looks after itself each time that a range is asked for its contents.
    const { values, numberFormat } = range;
    for (const [row, formats] of numberFormat.entries())
      for (const [column, format] of (formats as readonly unknown[]).entries())
        if (typeof values[row]?.[column] === "number" && isMeant(String(format)))
          return { range, row, column };
  }
  return undefined;
}

/**
 * Office.js has no property for a workbook's date system, but DATE follows it. An Excel that cannot
 * say counts from 1900, as all do unless someone has set it otherwise.
 */
async function askDay(session: Session): Promise<number> {
  const { functions } = session.context.workbook;
  const found = functions.date(1970, 1, 1).load("value");
  const isTaken = await isSent(session);
  return isTaken && found.value === dayFrom1904 ? dayFrom1904 : dayFrom1900;
}

/**
 * In the en-US form of a number format a bare $ is the sign of the computer's own currency: "kr" in
 * Sweden. The local form says what the cell shows; a dollar that is meant is [$$-409] or "$".
 */
async function askCurrency(
  session: Session,
  { range, row, column }: NumberCell,
): Promise<string | undefined> {
  const cell = range.getCell(row, column).load("numberFormatLocal");
  if (!(await isSent(session))) return undefined;
  const sign = signIn(String(cell.numberFormatLocal[0]?.[0] ?? ""));
  return sign === "" || sign === "$" ? undefined : sign;
}

/** Refusals of an Excel that lacks what it was asked for, and will lack it the next time too. */
const lacking: ReadonlySet<string> = new Set(["excel-old", "excel-refused"]);

/** @returns false for an Excel that cannot answer. @throws Failure for one that cannot now */
async function isSent(session: Session): Promise<boolean> {
  try {
    await session.send();
    return true;
  } catch (error) {
    const failure = failureOf(error);
    if (!(failure instanceof Failure) || !lacking.has(failure.code)) throw failure;
    return false;
  }
}

/** What is text or code of its own in a number format, and a bare $. */
const pieces = /"[^"]*"|\[[^\]]*\]|\\.|_.|\*.|\$/gu;

function hasBareDollar(format: string): boolean {
  return format.includes("$") && [...format.matchAll(pieces)].some(([piece]) => piece === "$");
}

/** The sign that stands beside the digits in the first section of a local number format. */
function signIn(format: string): string {
  return format
    .replace(/\[[^\]]*\]|_.|\*./gu, "")
    .replace(/;.*$/u, "")
    .replace(/[\s\d#?0.,()'"\\+−-]/gu, "");
}

function withCurrency(format: string, currency: string): string {
  return format.replace(pieces, (piece) => (piece === "$" ? `"${currency}"` : piece));
}

export function cellsOf(
  { values, formulas, numberFormat }: Excel.Range,
  conventions: Conventions,
): CellReading[][] {
  return values.map((row: readonly unknown[], n) =>
    rowCells(
      {
        values: row,
        formulas: formulas[n] as readonly unknown[],
        formats: numberFormat[n] as readonly unknown[],
      },
      conventions,
    ),
  );
}

/** A row of cells as Excel gives it: three lists of the same length. */
export function rowCells(
  {
    values,
    formulas,
    formats,
  }: { readonly [part in "values" | "formulas" | "formats"]: readonly unknown[] },
  conventions: Conventions,
): CellReading[] {
  return values.map((value, n) => cellReading(value, formulas[n], String(formats[n]), conventions));
}

/**
 * Excel tells a formula by giving its text beside its value; a date is a number that looks like
 * one.
 */
export function cellReading(
  value: unknown,
  given: unknown,
  format: string,
  { dayOf1970, currency }: Conventions,
): CellReading {
  const formula =
    typeof given === "string" && given.startsWith("=") && given !== value
      ? { formula: given.slice(1) }
      : {};
  // A formula's empty text is a value: Excel has always calculated it.
  if (value === "")
    return formula.formula === undefined
      ? { kind: "blank", value: null }
      : { kind: "text", value, ...formula };
  if (typeof value === "number") {
    if (isDateFormat(format))
      return { kind: "date", value: isoDate(value - dayOf1970), ...formula };
    const shown = currency === undefined ? format : withCurrency(format, currency);
    return {
      kind: "number",
      value,
      ...(format === "General" ? {} : { format: shown }),
      ...formula,
    };
  }
  if (typeof value === "boolean") return { kind: "boolean", value, ...formula };
  const text = String(value);
  return {
    kind: /^#(N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!)$/.test(text)
      ? "error"
      : "text",
    value: text,
    ...formula,
  };
}

/** A format with a day, month, year or hour in it, outside quotes and brackets. */
function isDateFormat(format: string): boolean {
  return format !== "General" && /[dmyhs]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""));
}

/** @param day from 1 January 1970, with the time as a fraction */
function isoDate(day: number): string {
  const [date = "", time = ""] = new Date(Math.round(day * 86_400_000)).toISOString().split("T");
  return time.startsWith("00:00:00") ? date : `${date}T${time.slice(0, 5)}`;
}
