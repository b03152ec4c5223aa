/**
 * What the content of one cell means, by its column's kind: a decimal, a weight, a choice, a time. It
 * knows the words that a kind may be written with in each language. It reports no finding and knows
 * no table.
 */
import type { Words } from "../words/sv/words";
import { readMoment, readText, readTrimmedText, readValue } from "./cells";
import type { Read } from "./cell-value";
import { mapped } from "./cell-value";
import type { FigureWords } from "./choice-cells";
import { ChoiceList, readChoice, readFigure } from "./choice-cells";
import { readDecimal, readShare, readWhole } from "./decimal-cells";
import type { FieldLayout } from "./fields";
import type { ColumnLayout } from "./layout";
import type { Money } from "./number-meaning";
import { readRounding, readTie } from "./rule-cells";
import { readWeight } from "./weight-cells";
import type { CellReading } from "./workbook";

const flags = (words: Words): Words["flags"] => words.flags;

export type CellLayout = Pick<ColumnLayout, "words" | "also"> & {
  readonly kind: ColumnLayout["kind"] | FieldLayout["kind"];
};

/** What a cell may hold beside its value: a score's levels, a reference after an answer. */
export type Beside = FigureWords & { readonly takesReference?: true };

export class CellDecoder {
  private readonly lists = new Map<unknown, ChoiceList>();
  private readonly money: Money;
  private readonly dates: Parameters<typeof readMoment>[1];

  /**
   * @param all the product's languages, the workbook's own first
   * @param currency the procurement's
   */
  constructor(
    private readonly all: readonly Words[],
    currency: string | undefined,
  ) {
    const money = all.map(({ cells }) => cells.money);
    this.dates = all.map(({ cells }) => cells.dates);
    this.money = {
      ...(currency === undefined ? {} : { currency }),
      words: {
        currencies: merged(money.map(({ currencies }) => currencies)),
        scales: merged(money.map(({ scales }) => scales)),
        prefixes: merged(money.map(({ prefixes }) => prefixes)),
      },
    };
  }

  /** A cell's value, or what is wrong with it. */
  decode(
    { kind, words, also }: CellLayout,
    cell: CellReading,
    { takesReference, ...beside }: Beside,
  ): Read<unknown> {
    const references = takesReference ? this.all.map(({ cells }) => cells.references) : [];
    switch (kind) {
      case "decimal":
        return readDecimal(cell, false, this.money);
      case "percent":
        return readDecimal(cell, true, this.money);
      case "weight":
        return readWeight(cell, this.money);
      case "share":
        return readShare(cell, this.money);
      case "whole":
        return readWhole(cell, this.money);
      case "flag":
        return mapped(readChoice(cell, this.choices(flags)), (value) => value === "yes");
      case "choice":
        return mapped(readChoice(cell, this.choices(words ?? flags, also), references), (value) =>
          value === "null" ? null : value,
        );
      case "figure":
        return readFigure(cell, this.choices(flags), { ...beside, references, money: this.money });
      case "moment":
        return readMoment(cell, this.dates);
      case "value":
      case "spelled":
        return readValue(cell, this.money);
      case "rounding":
        return readRounding(cell, this.all);
      case "tie":
        return readTie(cell, this.all);
      case "id":
        return readTrimmedText(cell);
      default:
        return readText(cell);
    }
  }

  /** The words that a cell of this kind may hold; undefined for a kind without such a list. */
  choicesOf({ kind, words: list, also }: CellLayout): ChoiceList | undefined {
    if (kind === "choice" && list) return this.choices(list, also);
    return kind === "flag" || kind === "figure" ? this.choices(flags) : undefined;
  }

  private choices(list: NonNullable<CellLayout["words"]>, also?: CellLayout["also"]): ChoiceList {
    const known =
      this.lists.get(list) ??
      new ChoiceList(
        this.all.map((words) => list(words)),
        also ? this.all.map((words) => also(words)) : [],
      );
    this.lists.set(list, known);
    return known;
  }
}

function merged<V>(lists: readonly { readonly [word: string]: V }[]): {
  readonly [word: string]: V;
} {
  return Object.fromEntries(lists.flatMap((list) => Object.entries(list)));
}
