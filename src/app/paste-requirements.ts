/**
 * Requirements pasted from Word or Excel, read into rows: numbering, headings as rows, blank lines,
 * demands and wishes, how each is verified, several columns and merged cells. Each line is kept, made into
 * a section, or skipped with the reason, and a cell that becomes nothing is told. It writes nothing and
 * changes no requirement that is there.
 */
import type { Requirement } from "../core/document/schema";
import type { PastingWords } from "../words/sv/pasting";
import type { Words } from "../words/sv/words";

/** Why a line is no requirement. */
export type SkipReason = "header" | "should" | "known" | "twice";

export type PastedRequirement = {
  readonly id: string;
  /** Whether the id was made here, since the line had none that could be used. */
  readonly isIdMade: boolean;
  /** The line's own number, where another requirement has it. */
  readonly takenNumber?: string;
  readonly area: string;
  readonly text: string;
  readonly verification?: Requirement["verification"];
};

export type Pasted = {
  readonly rows: readonly PastedRequirement[];
  readonly sections: readonly string[];
  readonly skipped: readonly {
    readonly line: number;
    readonly text: string;
    readonly reason: SkipReason;
    /** The id of the requirement that has the same text. */
    readonly like?: string;
  }[];
  /** Cells that become nothing, of the lines that are kept. */
  readonly left: readonly { readonly line: number; readonly text: string }[];
};

/** A line as it was pasted: its number, the numbering before the text, and the text. */
type Line = {
  readonly line: number;
  readonly number: string;
  /** "a)" or "•" before the text: an item of a list, which may belong to the requirement above. */
  readonly item: string;
  readonly area: string;
  /** Whether the cell of the area is blank, as in the rows that a merged cell reaches down to. */
  readonly isAreaBlank: boolean;
  readonly text: string;
  readonly isAlone: boolean;
  /** Whether every cell is a heading of a column, and whether a cell says that it is a wish. */
  readonly isHeader: boolean;
  readonly isWish: boolean;
  readonly verification?: Requirement["verification"];
  /** Cells that are none of these. */
  readonly left: readonly string[];
};

/**
 * @param known the requirements that are there already
 * @param all every language that the lines may be in
 */
export function pastedRequirements(
  pasted: string,
  known: readonly Pick<Requirement, "id" | "text">[],
  all: readonly Words[],
): Pasted {
  const marks = marksOf(all);
  const lines = readLines(cellsOf(pasted), marks);
  const numbers = lines.map(({ number }) => number);
  const reader = new Reader(known, numbers, marks);
  for (const [n, line] of lines.entries()) reader.take(line, { n, next: lines[n + 1] });
  const { rows, sections, skipped, left } = reader;
  return { rows, sections, skipped, left };
}

/** Takes one line after the other; a heading is the area of those that follow. */
class Reader {
  readonly rows: PastedRequirement[] = [];
  readonly sections: string[] = [];
  readonly skipped: Pasted["skipped"][number][] = [];
  readonly left: Pasted["left"][number][] = [];
  private readonly ids: Ids;
  private readonly known: ReadonlyMap<string, string>;
  private readonly pasted = new Map<string, string>();
  private area = "";
  /** The area of the row before, which a merged cell gives to the rows below it. */
  private merged = "";

  constructor(
    known: readonly Pick<Requirement, "id" | "text">[],
    numbers: readonly string[],
    private readonly marks: Marks,
  ) {
    this.ids = new Ids(
      known.map(({ id }) => id),
      numbers,
    );
    this.known = new Map(known.map(({ id, text }) => [plain(text), id]));
  }

  take(each: Line, { n, next }: { readonly n: number; readonly next: Line | undefined }): void {
    const { text, number } = each;
    const [known, twice] = [this.known.get(plain(text)), this.pasted.get(plain(text))];
    const above = this.rows.at(-1);
    if (each.isHeader || isHeader(each, n, this.marks)) this.skip(each, "header");
    else if (above && isItemOf(each, this.marks)) this.lengthen(above, each);
    else if (isHeading(each, next, this.marks)) this.begin(text.replace(/:$/, "").trim());
    else if (known !== undefined) this.skip(each, "known", known);
    else if (twice !== undefined) this.skip(each, "twice", twice);
    else if (isShould(each, this.marks)) this.skip(each, "should");
    else {
      if (!each.isAreaBlank || each.area !== "") this.merged = each.area;
      const { verification } = each;
      const row: PastedRequirement = {
        ...this.ids.take(number),
        area: this.merged || this.area,
        text,
        ...(verification === undefined ? {} : { verification }),
      };
      this.left.push(...each.left.map((cell) => ({ line: each.line, text: cell })));
      this.pasted.set(plain(text), row.id);
      this.rows.push(row);
    }
  }

  private begin(section: string): void {
    this.merged = "";
    this.sections.push((this.area = section));
  }

  /** An item of a list goes on with the requirement that the list is in. */
  private lengthen(above: PastedRequirement, { item, text }: Line): void {
    const longer = { ...above, text: `${above.text}\n${item} ${text}` };
    this.rows[this.rows.length - 1] = longer;
    this.pasted.set(plain(longer.text), longer.id);
  }

  private skip({ line, text }: Line, reason: SkipReason, like?: string): void {
    this.skipped.push({ line, text, reason, ...(like === undefined ? {} : { like }) });
  }
}

/** The cells of a paste, as Excel and Word put them: tabs between, quotes round a cell with breaks. */
function cellsOf(pasted: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let isQuoted = false;
  const end = () => rows.at(-1)?.push(cell);
  const text = pasted.replace(/\r\n?/g, "\n");
  for (let n = 0; n < text.length; n += 1) {
    const character = text.charAt(n);
    if (isQuoted && character === '"' && text[n + 1] === '"') cell += text.charAt((n += 1));
    else if (isQuoted && character === '"') isQuoted = false;
    else if (cell === "" && isQuotedCell(text.slice(n, n + longestCell))) isQuoted = true;
    else if (!isQuoted && (character === "\t" || character === "\n")) {
      end();
      cell = "";
      if (character === "\n") rows.push([]);
    } else cell += character;
  }
  end();
  return rows;
}

/** The most that a cell of Excel holds, in characters. */
const longestCell = 32_767;

/** Whether a cell begins that Excel has put in quotes, and not a text that begins with a quotation. */
function isQuotedCell(rest: string): boolean {
  return /^"(?:[^"]|"")*"(?=\t|\n|$)/.test(rest);
}

const numbering = /^(?:\p{L}{1,6}[-. ]?\d+(?:[.-]\d+)*|\d+(?:\.\d+)*)[.):]?$/u;
/** A number before the text, which then begins with a capital letter: "24 months" is no number. */
const leading = /^((?:\p{L}{1,6}-?\d+(?:[.-]\d+)*|\d+(?:\.\d+)*)[.):]?)\s+(?=["”»]?\p{Lu})/u;
/** A mark or a letter before an item of a list, in a cell of its own or before its text. */
const bullet = /^([•●▪·–—*-]|\p{L}\))\s+/u;
const bulletCell = /^(?:[•●▪·–—*-]|\p{L}\))$/u;

/** Lines with anything in them. The text is the longest cell; short cells before it are number and area. */
function readLines(cells: readonly (readonly string[])[], marks: Marks): Line[] {
  let areaColumn = -1;
  return cells.flatMap((row, n): Line[] => {
    const filled = row.map(plainCell).filter((cell) => cell !== "");
    const read = readLine(
      filled.filter((cell) => !bulletCell.test(cell)),
      marks,
    );
    if (!read) return [];
    const item = filled.find((cell) => bulletCell.test(cell)) ?? read.item;
    const area = read.area === "" ? -1 : row.findIndex((cell) => plainCell(cell) === read.area);
    if (area >= 0) areaColumn = area;
    const text = row.findIndex((cell) => plainCell(cell).endsWith(read.text));
    const isAreaBlank = areaColumn < text && plainCell(row[areaColumn] ?? "") === "";
    return [{ ...read, line: n + 1, item, isAreaBlank: areaColumn >= 0 && isAreaBlank }];
  });
}

function plainCell(cell: string): string {
  return cell.replace(/\s+/g, " ").trim();
}

/** @param filled the cells with anything in them, without the marks of a list */
function readLine(
  filled: readonly string[],
  marks: Marks,
): Omit<Line, "line" | "isAreaBlank"> | undefined {
  const { kind, wish, verifications } = marks;
  const at = textAt(filled, marks);
  const longest = filled[at] ?? "";
  if (longest === "") return undefined;
  const before = filled.slice(0, at);
  const number = before.find((cell) => numbering.test(cell)) ?? "";
  const [mark = "", item = ""] = bullet.exec(longest) ?? [];
  const bare = longest.slice(mark.length);
  const [whole = "", own = ""] = number === "" ? (leading.exec(bare) ?? []) : [];
  const area = before.find((cell) => cell !== number && !kind.test(cell)) ?? "";
  const others = filled.filter((cell, n) => n !== at && cell !== number && cell !== area);
  const way = others.find((cell) => verifications.has(cell.toLowerCase()));
  const verification = verifications.get(way?.toLowerCase() ?? "");
  return {
    number: (number || own).replace(/[.):]$/, ""),
    item,
    area,
    text: bare.slice(whole.length).trim(),
    isAlone: filled.length === 1,
    isHeader: isHeaderRow(filled, marks),
    isWish: filled.some((cell) => cell !== longest && kind.test(cell) && wish.test(cell)),
    ...(verification === undefined ? {} : { verification }),
    left: others.filter((cell) => cell !== way && !kind.test(cell)),
  };
}

/** The first of the longest; of a heading, what follows the number, however long its area's name is. */
function textAt(filled: readonly string[], { kind, demand, wish }: Marks): number {
  const first = (cells: readonly string[]) =>
    cells.findIndex((cell) => cells.every((other) => other.length <= cell.length));
  const at = first(filled);
  const text = filled[at] ?? "";
  const number = filled.findIndex((cell) => numbering.test(cell));
  const after = filled.slice(number + 1).map((cell) => (kind.test(cell) ? "" : cell));
  const isHeading = number > at && !demand.test(text) && !wish.test(text);
  return isHeading && after.some((cell) => cell !== "") ? number + 1 + first(after) : at;
}

/**
 * Most cells are headings of columns, and none is a sentence; a table has also columns that nobody can
 * foresee, and some of their words stand in its rows too.
 */
function isHeaderRow(filled: readonly string[], { header }: Marks): boolean {
  const headings = filled.filter((cell) => header.test(cell)).length;
  const isSentence = filled.some((cell) => cell.length > 60 || /[.;]$/.test(cell));
  return filled.length > 1 && headings * 2 > filled.length && !isSentence;
}

/** How lines are told apart, in every language that they may be in. */
type Marks = {
  readonly kind: RegExp;
  readonly header: RegExp;
  readonly demand: RegExp;
  readonly wish: RegExp;
  /** How a requirement is verified, by the word in small letters. */
  readonly verifications: ReadonlyMap<string, Requirement["verification"]>;
};

function marksOf(all: readonly Words[]): Marks {
  const verifications = all.flatMap(({ verifications: words }) =>
    (Object.entries(words) as [Requirement["verification"], string][]).map(
      ([way, word]) => [word.toLowerCase(), way] as const,
    ),
  );
  const oneOf = (key: keyof PastingWords) =>
    all
      .flatMap(({ pasting }) => pasting[key])
      .map((word) => word.replaceAll(".", "\\."))
      .join("|");
  // A letter such as the last of a Swedish word is no letter to \b.
  const among = (words: string) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, "iu");
  return {
    kind: new RegExp(`^(?:${oneOf("kinds")})$`, "iu"),
    header: new RegExp(`^(?:${oneOf("headers")})$`, "iu"),
    demand: among(oneOf("demands")),
    wish: among(oneOf("wishes")),
    verifications: new Map(verifications),
  };
}

/** The first line may be the table's own header. */
function isHeader({ text }: Line, n: number, { header }: Marks): boolean {
  return n === 0 && header.test(text);
}

/** An item without a number and a demand of its own. */
function isItemOf({ item, number, text }: Line, { demand, wish }: Marks): boolean {
  return item !== "" && number === "" && !demand.test(text) && !wish.test(text);
}

/** A short line without a demand: a heading, unless it is numbered as deep as the line after it. */
function isHeading(
  { number, text, isAlone }: Line,
  next: Line | undefined,
  { demand, wish }: Marks,
): boolean {
  if (demand.test(text) || wish.test(text) || text.length > 90 || /[.;]$/.test(text)) return false;
  if (number === "") return isAlone;
  return next !== undefined && next.number.startsWith(`${number}.`);
}

/** What a bid should do, by its text or by its column, is no requirement that it can fail. */
function isShould({ text, isWish }: Line, { demand, wish }: Marks): boolean {
  return isWish || (wish.test(text) && !demand.test(text));
}

/** A text to be compared with others: without case, spaces and punctuation at its ends. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/^[\s.,;:]+|[\s.,;:]+$/g, "");
}

/** Ids that no other requirement has, in whatever case: the line's own number where it can be used. */
class Ids {
  private readonly taken: Set<string>;
  private readonly reserved: ReadonlySet<string>;
  private last = 0;

  /** @param numbers those that stand in the lines, which are made for no other */
  constructor(known: readonly string[], numbers: readonly string[]) {
    this.taken = new Set(known.map((id) => id.toLowerCase()));
    this.reserved = new Set(numbers.map((number) => number.toLowerCase()));
  }

  take(number: string): Pick<PastedRequirement, "id" | "isIdMade" | "takenNumber"> {
    const own = number.replace(/\s+/g, "");
    const isFree = own !== "" && !this.taken.has(own.toLowerCase());
    const id = isFree ? own : this.next();
    this.taken.add(id.toLowerCase());
    return { id, isIdMade: !isFree, ...(isFree || own === "" ? {} : { takenNumber: own }) };
  }

  private next(): string {
    do this.last += 1;
    while (this.isTaken(`k${this.last}`));
    return `K${this.last}`;
  }

  private isTaken(id: string): boolean {
    return this.taken.has(id) || this.reserved.has(id);
  }
}
