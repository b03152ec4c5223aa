/**
 * The library of models as tables, for the terminal and the pane: the models beside each other, and
 * how each ranks the imagined bids. It computes nothing but percentages.
 */
import type { Entry, Section } from "../../content/table";
import type { BidEvaluation } from "../../core/evaluate";
import { Exact } from "../../core/number";
import { figure, percentage } from "../../lab/table-figures";
import type { Words } from "../../words/sv/words";
import type { TemplateName } from "./models";
import type { ImaginedBid, ModelBeside } from "./side-by-side";

/** What the models of the library count in. */
export const libraryCurrency = "SEK";

/** @param bids the imagined bids that the models were asked about; may be empty */
export function libraryTables(
  models: readonly ModelBeside[],
  bids: readonly ImaginedBid[],
  words: Words,
): Section[] {
  return [
    ...(bids.length > 0 ? [rankedTable(models, bids, words)] : []),
    propertyTable(models, words),
  ];
}

function propertyTable(models: readonly ModelBeside[], words: Words): Section {
  const { library, begin } = words.pane;
  const said = (holds: boolean) => (holds ? words.lab.yes : words.lab.no);
  return {
    title: library.models,
    note: library.modelsNote,
    columns: [...library.modelColumns],
    rows: models.map(({ name, test: { properties, worths } }) => {
      const [first, ...rest] = worths.map(({ most }) => most);
      const most = first && Exact.largest(first, ...rest);
      return [
        begin.templates[name][0],
        evaluatesPrice(name) ? said(properties.monotone.holds) : "–",
        said(properties.independent.holds),
        most ? figure(most, 0) : "–",
        most ? percentage(most, properties.reference.price) : "–",
        name,
      ];
    }),
  };
}

/** At a fixed price, and before anyone has bid, no price can be better than another. */
function evaluatesPrice(name: TemplateName): boolean {
  return name !== "fixed-price" && name !== "selection";
}

function rankedTable(
  models: readonly ModelBeside[],
  bids: readonly ImaginedBid[],
  words: Words,
): Section {
  const { library, begin } = words.pane;
  return {
    title: library.ranked,
    note: library.rankedNote,
    columns: [
      library.modelColumns[0],
      ...bids.map(({ name, price, quality }) =>
        library.bid(
          name,
          `${words.number(price.toDecimal(0))} ${libraryCurrency}`,
          Math.round(quality * 100),
        ),
      ),
    ],
    rows: models.flatMap(({ name, ranked, test: { properties } }) =>
      ranked
        ? [
            [
              begin.templates[name][0],
              ...ranked.bids.map((bid) => placed(bid, properties.unit, words)),
            ],
          ]
        : [],
    ),
  };
}

/**
 * "1: 10 150 000 SEK", "2: 3,75"
 * @param unit the currency; "" where results are no amounts
 */
function placed({ rank, result }: BidEvaluation, unit: string, words: Words): Entry {
  if (!rank.value || !result.value) return "–";
  const figure = words.number(result.value.toDecimal(decimalsOf(result.value)));
  return words.pane.library.placed(rank.value.toText(), `${figure} ${unit}`.trim());
}

/** Kronor are told whole; points and quotients with decimals enough to part the bids. */
function decimalsOf(result: Exact): number {
  return result.compare(Exact.of("1000")) >= 0 ? 0 : 4;
}
