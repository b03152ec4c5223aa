/**
 * One cell ⇄ one value of the document. Reading gives the exact value, nothing for a blank, or a
 * problem that says what was seen and what was wanted; it never guesses, never rounds, and a blank
 * is never zero. Writing is its exact inverse.
 */
import { isMoment } from "../core/moment";
import { decimalPattern, Exact } from "../core/number";
import type { Level, ReferenceWords } from "./answer-text";
import { answerWithReference, levelNamed } from "./answer-text";
import type { MoneyMark } from "./money-marks";
import type { CellProblem, Money } from "./number-meaning";
import { amountInText, formatProblem, markProblem } from "./number-meaning";
import { sectionFor, sectionsOf } from "./number-format";
import type { CellContent, CellReading } from "./workbook";
import type { DateWords } from "./written-moment";
import { dayOrMoment, readWrittenMoment } from "./written-moment";

/** `reference` is what stood after an answer: "se bilaga 3". */
export type Read<V> =
  | { readonly value: V; readonly reference?: string; readonly problem?: never }
  | { readonly problem: CellProblem; readonly value?: never; readonly reference?: never }
  | { readonly value?: never; readonly problem?: never; readonly reference?: never };

/** Spaces that Swedish numbers are grouped with: plain, no-break, narrow no-break, thin. */
const groupSpaces = /[ \u00a0\u202f\u2009]/g;
const grouped = /^\d{1,3}(?: \d{3})+$/;

/**
 * Excel keeps a number as a double but shows and accepts at most 15 significant digits, so the
 * decimal a person typed is the double written with 15 significant digits: 0.30000000000000004
 * (from =0,1+0,2) is 0.3. Zeros that the cell's number format shows are kept: 31,5 shown as 31,50
 * is "31.50". Nothing is rounded: more decimals than a document holds is a problem, not a cut.
 */
export function readDecimal(
  cell: CellReading,
  percent = false,
  money: Money = unknownMoney,
): Read<string> {
  const seen = seenIn(cell);
  switch (cell.kind) {
    case "blank":
      return {};
    case "number":
      return ofDouble(cell.value as number, cell.format ?? "", percent, money);
    case "text":
      return ofText(String(cell.value), percent, money);
    case "date":
      return { problem: { code: "cell-date", seen } };
    case "boolean":
      return { problem: { code: "cell-not-number", seen } };
    case "error":
      return { problem: { code: "cell-error", seen } };
  }
}

/**
 * A share that is entered as a part: 0.6, or 60 % in a per cent cell or as text, which is the same
 * part.
 */
export function readShare(cell: CellReading, money?: Money): Read<string> {
  const isShownAsPercent =
    cell.kind === "number"
      ? isPercent(cell.format ?? "")
      : cell.kind === "text" && String(cell.value).includes("%");
  const read = readDecimal(cell, isShownAsPercent, money);
  if (!isShownAsPercent || read.value === undefined) return read;
  const value = Exact.of(read.value).over(Exact.of("100")).toText();
  return decimalPattern.test(value)
    ? { value }
    : { problem: { code: "cell-too-many-decimals", seen: seenIn(cell) } };
}

/** Where no currency is known: only what hides a number or scales it is heard. */
const unknownMoney: Money = { words: { currencies: {}, scales: {}, prefixes: {} } };

function ofDouble(double: number, format: string, percent: boolean, money: Money): Read<string> {
  const section = format === "" ? undefined : sectionFor(format, double)?.section;
  const shift = section?.isPercent === true ? 2 : 0;
  const showsPercent = shift > 0 || /%/.test(`${section?.before ?? ""}${section?.after ?? ""}`);
  const digits = plainDigits(double, shift);
  const seen = `${swedish(digits)}${showsPercent ? " %" : ""}`;
  if (showsPercent && !percent) return { problem: { code: "cell-percent", seen } };
  const problem = formatProblem(double, plainDigits(double, 0), format, money);
  if (problem) return { problem };
  const decimals = digits.split(".")[1]?.length ?? 0;
  const shown = section?.decimals ?? 0;
  const padded =
    shown > decimals && shown <= 10
      ? `${digits}${decimals === 0 ? "." : ""}${"0".repeat(shown - decimals)}`
      : digits;
  if (decimalPattern.test(padded)) return { value: padded };
  return { problem: { code: decimals > 10 ? "cell-too-many-decimals" : "cell-too-large", seen } };
}

/**
 * The double's 15 significant digits without exponent, moved `shift` places to the left of the
 * point.
 */
function plainDigits(double: number, shift: number): string {
  const [mantissa = "", exponent = "0"] = Math.abs(double).toExponential(14).split("e");
  const digits = mantissa.replace(".", "");
  const point = Number(exponent) + 1 + shift;
  const whole = point <= 0 ? "0" : digits.slice(0, point).padEnd(point, "0");
  const rest = (point < 0 ? "0".repeat(-point) : "") + digits.slice(Math.max(point, 0));
  const decimals = rest.replace(/0+$/, "");
  const text = (whole.replace(/^0+(?=\d)/, "") || "0") + (decimals === "" ? "" : `.${decimals}`);
  return double < 0 && text !== "0" ? `-${text}` : text;
}

/** A number in text, and an amount with its mark: "25 kr", where kronor are what is counted in. */
function ofText(text: string, percent: boolean, money: Money): Read<string> {
  const amount = /^[-−–]?[\d., ]*$/.test(text)
    ? undefined
    : amountInText(text.replace(groupSpaces, " ").trim(), money);
  if (!amount) return ofFigure(text, percent, text);
  const read = ofFigure(amount.figure, percent, text);
  return read.value === undefined ? read : marked(read.value, text, amount.mark, money);
}

function marked(value: string, text: string, mark: MoneyMark, money: Money): Read<string> {
  const problem = markProblem(text.trim(), value, mark, money);
  return problem ? { problem } : { value };
}

/**
 * A number as people write it in Swedish text: "1 249,50", "1249.5", "−3", "12 %". A mark followed
 * by exactly three digits after one to three ("1.249", "1,249") can mean a thousand or a decimal,
 * and "1.249,50" mixes both: they are refused, not guessed.
 */
function ofFigure(text: string, percent: boolean, seen: string): Read<string> {
  const problem = (code: CellProblem["code"]): Read<string> => ({ problem: { code, seen } });
  const bare = text.replace(groupSpaces, " ").trim().replace(/^[−–]/, "-");
  if (bare === "") return {};
  const withoutSign = bare.replace(/^- ?/, "");
  const isPercentText = withoutSign.endsWith("%");
  if (isPercentText && !percent) return problem("cell-percent");
  const number = withoutSign.replace(/ ?%$/, "");
  if (/[.,].*[.,]/.test(number) || /^[1-9]\d{0,2}[.,]\d{3}$/.test(number)) {
    return problem(/^[\d., ]+$/.test(number) ? "cell-ambiguous" : "cell-not-number");
  }
  const [whole = "", decimals] = number.split(/[.,]/);
  if (!/^\d+$/.test(whole) && !grouped.test(whole)) return problem("cell-not-number");
  const digits =
    whole.replaceAll(" ", "").replace(/^0+(?=\d)/, "") +
    (decimals === undefined ? "" : `.${decimals}`);
  const value = bare.startsWith("-") && /[1-9]/.test(digits) ? `-${digits}` : digits;
  if (decimalPattern.test(value)) return { value };
  if (!/^-?\d+(?:\.\d+)?$/.test(value)) return problem("cell-not-number");
  return problem((decimals?.length ?? 0) > 10 ? "cell-too-many-decimals" : "cell-too-large");
}

/**
 * A decimal as a number cell that shows every digit of it, or as text where a double would lose
 * one.
 */
export function writeDecimal(text: string): CellContent {
  const decimals = text.split(".")[1]?.length ?? 0;
  const format = decimalFormat(decimals);
  const back = ofDouble(Number(text), format, false, unknownMoney);
  return back.value === text ? { value: Number(text), format } : { value: text.replace(".", ",") };
}

/** Whether a number format shows a hundredth as one per cent. */
export function isPercent(format: string): boolean {
  return format !== "" && sectionsOf(format)[0]?.isPercent === true;
}

/** The number format that shows exactly so many decimals. */
export function decimalFormat(decimals: number): string {
  return decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
}

/** A whole number such as a number of winners; a document writes it as a JSON number. */
export function readWhole(cell: CellReading, money?: Money): Read<number> {
  const { value, problem } = readDecimal(cell, false, money);
  if (problem) return { problem };
  if (value === undefined) return {};
  return /^\d+(?:\.0+)?$/.test(value)
    ? { value: Number(value) }
    : { problem: { code: "cell-not-whole", seen: seenIn(cell) } };
}

/**
 * Text as it stands. An empty text is not a blank, and a sheet has no other way to hold it: it is
 * written as two quotation marks, and quotation marks alone get two more.
 */
export function readText(cell: CellReading): Read<string> {
  if (cell.kind === "blank") return {};
  if (cell.kind === "error") return { problem: { code: "cell-error", seen: seenIn(cell) } };
  if (cell.kind === "number") return { value: plainDigits(cell.value as number, 0) };
  const text = String(cell.value);
  return { value: /^"{2,}$/.test(text) ? text.slice(2) : text };
}

/** Text as a text cell; the inverse of {@link readText}. */
export function writeText(text: string): CellContent {
  return { value: /^(?:|"{2,})$/.test(text) ? `""${text}` : text };
}

/**
 * A date, or a date and a time of day: a date cell, or text as people write dates. One day has one
 * text, however the cell keeps it: midnight without a zone is the day itself in a date cell and in
 * one that another program kept as ISO text.
 */
export function readMoment(cell: CellReading, dates: readonly DateWords[] = []): Read<string> {
  if (cell.kind === "blank") return {};
  const seen = seenIn(cell);
  const problem = (code: CellProblem["code"]): Read<string> => ({ problem: { code, seen } });
  if (cell.kind === "error") return problem("cell-error");
  if (cell.kind === "date" || (cell.kind === "text" && /^\d{4}-\d\d-\d\dT\S+$/.test(seen.trim()))) {
    const moment = dayOrMoment(seen.trim());
    // Excel's day 0 is 1899: a time of day without a date.
    return isMoment(moment) && !/^1[0-8]/.test(moment)
      ? { value: moment }
      : problem("cell-not-moment");
  }
  if (cell.kind !== "text") return problem("cell-not-moment");
  const { moment, isAmbiguous } = readWrittenMoment(seen, dates);
  if (moment !== undefined) return { value: moment };
  return problem(isAmbiguous ? "cell-moment-ambiguous" : "cell-not-moment");
}

export function writeMoment(moment: string): CellContent {
  return { value: moment.replace("T", " ") };
}

/** A number cell as the decimal it shows, any other as text. */
export function readValue(cell: CellReading, money?: Money): Read<string> {
  return cell.kind === "number" ? readDecimal(cell, false, money) : readText(cell);
}

/**
 * A decimal as a number where a cell can hold it, and else the text as it stands; the inverse of
 * {@link readValue}.
 */
export function writeValue(text: string): CellContent {
  const number = decimalPattern.test(text) ? writeDecimal(text) : undefined;
  return typeof number?.value === "number" ? number : writeText(text);
}

/** The codes of a closed list, by every word they go by, and the words to offer. */
export class ChoiceList {
  private readonly codes = new Map<string, string>();

  /**
   * @param all the lists of every language a workbook may be written in; the first is the one to
   *   offer
   */
  constructor(private readonly all: readonly { readonly [code: string]: string }[]) {
    for (const list of all)
      for (const [code, word] of Object.entries(list)) this.codes.set(folded(word), code);
  }

  get words(): string[] {
    return Object.values(this.all[0] ?? {});
  }

  /** The word to offer for a code: the workbook's own. */
  wordOf(code: string): string {
    return this.all[0]?.[code] ?? code;
  }

  codeOf(word: string): string | undefined {
    return this.codes.get(folded(word));
  }

  /** Whether yes and no are what is chosen between, which a true or false answers too. */
  get isYesOrNo(): boolean {
    const { yes, no } = this.all[0] ?? {};
    return yes !== undefined && no !== undefined;
  }

  /** Whether the text is a word of some language, letter by letter. */
  isWord(text: string): boolean {
    return this.all.some((list) =>
      Object.values(list).some((word) => word.toLowerCase() === text.toLowerCase()),
    );
  }

  /**
   * Whether a formula that looks for the workbook's own word would find this text: case is free,
   * spaces and languages are not.
   */
  isExact(text: string): boolean {
    return Object.values(this.all[0] ?? {}).some(
      (word) => word.toLowerCase() === text.toLowerCase(),
    );
  }
}

/**
 * A word from a closed set. "Ja, se bilaga 3" is a yes with a reference where there is room for
 * one; "Ja, men …" is asked about, and so is a "Jа" with a Cyrillic letter. Compared after NFKC,
 * without case, outer spaces and a full stop at the end. TRUE and FALSE answer yes or no.
 * @param references the words that point to a document; none where nothing may follow an answer
 */
export function readChoice(
  cell: CellReading,
  choices: ChoiceList,
  references: readonly ReferenceWords[] = [],
): Read<string> {
  if (cell.kind === "blank") return {};
  const seen = seenIn(cell);
  if (folded(seen) === "") return {};
  if (cell.kind === "boolean" && choices.isYesOrNo) return { value: cell.value ? "yes" : "no" };
  const read = cell.kind === "text" ? chosen(seen, choices, references) : undefined;
  if (read) return read;
  const foreign = /[^\p{Script=Latin}\p{Script=Common}]/u.test(seen);
  return {
    problem: {
      code: foreign ? "cell-foreign-letter" : "cell-not-choice",
      seen,
      allowed: choices.words,
    },
  };
}

function chosen(
  text: string,
  choices: ChoiceList,
  references: readonly ReferenceWords[],
): Read<string> | undefined {
  const code = choices.codeOf(text);
  if (code !== undefined) return { value: code };
  const parted = references.length > 0 ? answerWithReference(text, references) : undefined;
  const answered = parted && choices.codeOf(parted.answer);
  return answered === undefined
    ? undefined
    : { value: answered, reference: parted?.reference ?? "" };
}

/** What a score's cell may hold beside a number. */
export type FigureWords = {
  readonly references?: readonly ReferenceWords[];
  /** The levels of the criterion's scale, by number and description. */
  readonly levels?: readonly Level[];
  readonly money?: Money;
};

/** yes or no where the cell holds a word, a level's number where it names a level, else a number. */
export function readFigure(
  cell: CellReading,
  flags: ChoiceList,
  { references = [], levels = [], money }: FigureWords = {},
): Read<string> {
  if (cell.kind === "boolean") return readChoice(cell, flags);
  const text = cell.kind === "text" ? String(cell.value) : "";
  const word = text === "" ? undefined : chosen(text, flags, references);
  if (word) return word;
  const level = text === "" ? undefined : levelNamed(text, levels);
  if (level !== undefined) return { value: level };
  const read = readDecimal(cell, false, money);
  return read.problem?.code === "cell-not-number" && levels.length > 0
    ? { problem: { ...read.problem, code: "cell-not-level", allowed: levels.map(levelText) } }
    : read;
}

function levelText({ value, label }: Level): string {
  const [heading = ""] = label.split(/[:.;\n]/u);
  return heading.length > 40 ? swedish(value) : `${swedish(value)} – ${heading.trim()}`;
}

function folded(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/(?<=\p{L})\.$/u, "")
    .toLowerCase();
}

/** What stands in a cell, for a person. */
export function seenIn(cell: CellReading): string {
  if (cell.kind === "number") return swedish(plainDigits(cell.value as number, 0));
  if (cell.kind === "boolean") return cell.value ? "TRUE" : "FALSE";
  return String(cell.value ?? "");
}

function swedish(digits: string): string {
  return digits.replace(".", ",");
}
