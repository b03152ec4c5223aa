/**
 * Cells that hold a word of a closed list, alone or in place of a number: answers, verdicts, levels
 * of a scale. A word that is not on the list is a problem with the words it may be; none is guessed.
 */
import type { Level, ReferenceWords } from "./answer-text";
import { answerWithReference, levelNamed } from "./answer-text";
import type { Money } from "./number-meaning";
import type { CellReading } from "./workbook";
import { readDecimal, seenIn, swedish } from "./decimal-cells";
import type { Read } from "./cell-value";

/** By code, words that mean it beside the one that is offered: a short form, an earlier name. */
export type OtherWords = { readonly [code: string]: readonly string[] };

/** The codes of a closed list, by every word they go by, and the words to offer. */
export class ChoiceList {
  private readonly codes = new Map<string, string>();

  /**
   * @param all the lists of every language a workbook may be written in; the first is the one to
   *   offer
   * @param also what else is read, though it is not offered
   */
  constructor(
    private readonly all: readonly { readonly [code: string]: string }[],
    private readonly also: readonly OtherWords[] = [],
  ) {
    for (const list of also)
      for (const [code, words] of Object.entries(list))
        for (const word of words) this.codes.set(folded(word), code);
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
    return [...this.all, ...this.also].some((list) =>
      Object.values<string | readonly string[]>(list)
        .flat()
        .some((word) => word.toLowerCase() === text.toLowerCase()),
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
