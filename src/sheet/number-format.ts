/**
 * Excel's number formats, read for what they make of a number: the section that applies, the text
 * around the digits, thousands left out, per cent, a sign or a number that does not show. It knows
 * no currency and decides nothing about the value.
 */

/** One section of a number format, as it applies to some of the numbers. */
export type FormatSection = {
  /** The condition in brackets, [>=1000]. */
  readonly condition?: { readonly sign: string; readonly bound: number };
  /** The text before and after the digits, as it shows. */
  readonly before: string;
  readonly after: string;
  /** Text other than spaces among the digits, as in 000-000. */
  readonly isBroken: boolean;
  /** False where only text shows. */
  readonly hasDigits: boolean;
  /** Whether a zero shows as a digit: #,### leaves it out. */
  readonly showsZero: boolean;
  /** Decimals that show even when they are zeros. */
  readonly decimals: number;
  /** The commas after the digits; each leaves out three digits. */
  readonly thousands: number;
  readonly isPercent: boolean;
  /** The largest denominator of a fraction, 9 for # ?/?. */
  readonly denominator?: number;
  /** Windows' number of the country that the currency sign is written for: "41D" is Sweden. */
  readonly country?: string;
};

/** What a cell shows of a number. */
export type Shown = {
  readonly section: FormatSection;
  /** True where the section shows negative numbers without a sign of their own. */
  readonly isUnsigned: boolean;
};

const known = new Map<string, readonly FormatSection[]>();

/** The sections of a number format in its en-US form; each format is read once. */
export function sectionsOf(format: string): readonly FormatSection[] {
  const found = known.get(format) ?? splitSections(format).map(sectionOf);
  if (known.size > 1000) known.clear();
  known.set(format, found);
  return found;
}

/** The section of a format that shows this number. */
export function sectionFor(format: string, value: number): Shown | undefined {
  const sections = sectionsOf(format);
  const [first, second, third] = sections;
  if (!first) return undefined;
  if (sections.some(({ condition }) => condition)) {
    const section = sections.slice(0, 3).find((each) => isMet(each, value)) ?? sections.at(-1);
    return section && { section, isUnsigned: false };
  }
  if (value < 0) return second ? { section: second, isUnsigned: true } : signed(first);
  return value === 0 && third && sections.length >= 3 ? signed(third) : signed(first);
}

function signed(section: FormatSection): Shown {
  return { section, isUnsigned: false };
}

/** A section without a condition takes what the others leave. */
function isMet({ condition }: FormatSection, value: number): boolean {
  if (!condition) return true;
  const { sign, bound } = condition;
  switch (sign) {
    case "<":
      return value < bound;
    case "<=":
      return value <= bound;
    case ">":
      return value > bound;
    case ">=":
      return value >= bound;
    case "<>":
      return value !== bound;
    default:
      return value === bound;
  }
}

const part = /"([^"]*)"?|\\(.)|\[([^\]]*)\]|[_*](.)|(General)|([\s\S])/giu;

/** The semicolons inside quotes and brackets divide nothing. */
function splitSections(format: string): string[] {
  const sections = [""];
  for (const [text] of format.matchAll(part)) {
    if (text === ";") sections.push("");
    else sections.push(`${sections.pop() ?? ""}${text}`);
  }
  return sections;
}

/** What stands in a section: text as it shows, and digit placeholders. */
type Pieces = { before: string; digits: string; after: string; between: string };

function sectionOf(text: string): FormatSection {
  const pieces: Pieces = { before: "", digits: "", after: "", between: "" };
  let condition: FormatSection["condition"];
  let country: string | undefined;
  for (const [whole, quoted, escaped, bracket, padding, general, sign] of text.matchAll(part)) {
    if (bracket !== undefined) {
      const [, symbol = "", code] = /^\$([^-]*)(?:-([0-9A-F]+))?/i.exec(bracket) ?? [];
      const [, compared, bound] = /^(<=|>=|<>|<|>|=)(-?[\d.]+)$/.exec(bracket) ?? [];
      if (compared !== undefined) condition = { sign: compared, bound: Number(bound) };
      if (symbol !== "") country = code?.slice(-4).toUpperCase();
      addText(pieces, symbol);
    } else if (padding !== undefined) addText(pieces, whole.startsWith("_") ? " " : "");
    else if (general !== undefined || /^[0#?@]$/.test(sign ?? "")) addDigits(pieces, whole);
    else if (/^[.,/%]$/.test(sign ?? "")) addMark(pieces, whole);
    else addText(pieces, quoted ?? escaped ?? sign ?? "");
  }
  return {
    ...described(pieces),
    ...(condition ? { condition } : {}),
    ...(country === undefined ? {} : { country }),
  };
}

function addText(pieces: Pieces, text: string): void {
  if (pieces.digits === "") pieces.before += text;
  else pieces.after += text;
}

/** Text that turns out to stand among the digits, and not after them. */
function addDigits(pieces: Pieces, digits: string): void {
  pieces.between += pieces.after;
  pieces.after = "";
  pieces.digits += /general|@/i.test(digits) ? "0" : digits;
}

/** A point, comma, fraction bar or per cent sign outside quotes. */
function addMark(pieces: Pieces, mark: string): void {
  if (mark === "%") {
    addText(pieces, "%");
    pieces.digits += "%";
  } else if (pieces.digits === "" && mark !== ".") addText(pieces, mark);
  else pieces.digits += mark;
}

function described({ before, digits, after, between }: Pieces): FormatSection {
  // In 0.00E+00 the sign and the letter are part of the number.
  const isScientific = /^E[+-]?$/i.test(between.trim());
  const bare = digits.replaceAll("%", "");
  const [, denominator] = /\/([?#0]+)/.exec(bare) ?? [];
  return {
    before,
    after,
    isBroken: !isScientific && /\S/.test(between),
    hasDigits: /[0#?]/.test(bare),
    showsZero: bare.includes("0") || denominator !== undefined,
    decimals: isScientific ? 0 : (/\.(0+)/.exec(bare)?.[1]?.length ?? 0),
    thousands: /[0#?](,+)(?:$|\.)/.exec(bare)?.[1]?.length ?? 0,
    isPercent: digits.includes("%"),
    ...(denominator === undefined ? {} : { denominator: 10 ** denominator.length - 1 }),
  };
}
