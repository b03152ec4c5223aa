/**
 * A bid's offered price: the total it states, or the sum of its price rows. Prices are read as offered; a bidder's own sum is compared and never used, and a blank row
 * is never a zero.
 */
import type { Bid, EvaluationDocument, Model, PriceItem } from "./document/schema";
import { own } from "./document/schema";
import { Exact } from "./number";
import { OwnPrices } from "./own-prices";
import type { PublishedForm } from "./price-form";
import { evaluated, isAsked, missingModel, priceFormOf } from "./price-form";
import { hasSeparateContracts } from "./document/contracts";
import { corrections } from "./document/corrections";
import type { Finding } from "./finding";
import type { Place } from "./place";
import { finding } from "./finding";
import { Inputs } from "./inputs";
import type { Step } from "./step";
import { derived, derivedLater, rounded, same, sum, within } from "./arithmetic";
import { fixed } from "./step";
import { bidAt, priceAt, priceItemAt } from "./place";

export type OfferedPrice = {
  /** What the bidder asks, before any rounding. */
  readonly offered: Step;
  /** The authority's own published costs for the bid; only where the price form has any. */
  readonly publishedCosts?: Step;
  /** The offered price with the published costs; the offered price itself where there are none. */
  readonly whole: Step;
  /** That whole with optional rows that were left blank seen to as the model says. */
  readonly evaluated: Step;
  /** P: that price after the declared `rounding.price`. */
  readonly price: Step;
  /** The figures of the blank rows, the same for every bid; none where no row is uneven. */
  readonly rowFigures: readonly Step[];
  /** What each authority of a joint procurement pays of the offered price, by its id. */
  readonly byAuthority: ReadonlyMap<string, Step>;
  /** What the bid is paid over the whole contract, where that is not what is evaluated. */
  readonly contractValue?: Step;
  /** Published limits: takpris on the whole and on single rows, and whether 0 kr may be offered. */
  readonly limits: readonly {
    readonly code:
      | "price-above-ceiling"
      | "unit-price-above-ceiling"
      | "unit-price-below-floor"
      | "price-zero-forbidden";
    readonly check: Step<string>;
  }[];
};

export type AsOffered = Omit<OfferedPrice, "evaluated" | "price" | "rowFigures">;

/**
 * A bid's price in the procurement's currency, as offered and with the published costs, and the
 * limits that the offered price is held against.
 */
export function offeredPrice(document: EvaluationDocument, bid: Bid, inputs: Inputs): AsOffered {
  const { offered, published } =
    bid.prices === undefined ? inTotal(bid, inputs) : fromRows(document, bid, inputs);
  const form = priceFormOf(document, inputs);
  const priced = form.hasPublishedCosts ? wholePrice(bid, offered, published) : { whole: offered };
  return {
    offered,
    ...priced,
    byAuthority: ownPricesOf(document, inputs).of(bid, priced.whole),
    ...(hasOtherContractValue(document) ? { contractValue: form.contractValue(bid) } : {}),
    limits: [
      // Limits of the whole price are those of each contract, not of their sum.
      ...(hasSeparateContracts(document)
        ? []
        : [
            ...totalCeiling(document.model, bid, offered, inputs),
            ...zeroLimit(document.model, bid, offered),
          ]),
      ...rowLimits(document, bid, inputs),
    ],
  };
}

/** What the bidder asks, and the rows of the bid whose figures the authority has published. */
type Parts = { readonly offered: Step; readonly published: readonly Step[] };

/** Every bid has published costs where the form has any: 0 where none of them is for this bid. */
function wholePrice(
  { id: bid }: Bid,
  offered: Step,
  published: readonly Step[],
): Pick<OfferedPrice, "publishedCosts" | "whole"> {
  const publishedCosts = sum({ what: "published-costs", bid }, published);
  const whole = sum({ what: "price-with-published-costs", bid }, [offered, publishedCosts]);
  return { publishedCosts, whole };
}

/** What each row comes to in a bid's price: those that the bidder prices, then the published ones. */
export function rowTotals({
  offered,
  publishedCosts,
}: Pick<OfferedPrice, "offered" | "publishedCosts">): Step[] {
  const priced = offered.rule.kind === "price-rows" ? offered.from : [];
  return [...priced, ...(publishedCosts?.from ?? [])] as Step[];
}

const owners = new WeakMap<Inputs, OwnPrices>();

/** The authorities' own prices of one evaluation. */
function ownPricesOf(document: PublishedForm, inputs: Inputs): OwnPrices {
  const known = owners.get(inputs) ?? new OwnPrices(document, priceFormOf(document, inputs));
  owners.set(inputs, known);
  return known;
}

/** Whether a row, a period or a discount makes the contract worth another sum than is evaluated. */
function hasOtherContractValue({ model, priceItems }: EvaluationDocument): boolean {
  return (
    model.lifeCycle !== undefined ||
    model.contractPeriods?.some(({ counted }) => counted === false) === true ||
    priceItems.some(({ counted, amount }) => counted === false || amount !== undefined)
  );
}

function inTotal(bid: Bid, inputs: Inputs): Parts {
  const place = priceAt(bid.id);
  const what = inputs.isCorrected(place) ? "corrected-price" : "offered-price";
  return { offered: inputs.number({ what, bid: bid.id }, place, bid.price), published: [] };
}

/** What the bidder asks in the rows as they stand: no correction is looked for, and nothing is withheld. */
export function priceInRows(form: PublishedForm, bid: Bid): Step {
  return fromRows(form, bid, new Inputs(undefined)).offered;
}

/** Rows the procurement does not require may be left blank; they are then outside the sum. */
function fromRows(document: PublishedForm, bid: Bid, inputs: Inputs): Parts {
  const form = priceFormOf(document, inputs);
  const isCorrected =
    inputs.hasCorrections &&
    form
      .items(bid, evaluated)
      .some(({ id }) => !form.isPublished(id) && inputs.isCorrected(priceAt(bid.id, id)));
  const about = { what: isCorrected ? "corrected-price" : "offered-price", bid: bid.id } as const;
  const isChosen = bid.deliveryModel !== undefined || document.model.deliveryModels === undefined;
  const unchosen = isChosen ? [] : [missingModel(bid)];
  if (!form.hasPublishedCosts) {
    const totals = [...unchosen.map(({ value }) => value), ...form.totals(bid, evaluated)];
    const made = () => [...unchosen, ...form.rows(bid, evaluated)];
    return { offered: derivedLater(about, ofRows, totals, made, added), published: [] };
  }
  const [published, asked] = [[] as Step[], [...unchosen]];
  for (const row of form.rows(bid, evaluated))
    (form.isPublished(row.about.id ?? "") ? published : asked).push(row);
  return { offered: derived(about, ofRows, asked, added), published };
}

const ofRows = { kind: "price-rows" } as const;

function added(totals: readonly Exact[]): Exact | undefined {
  return totals.length === 0 ? undefined : Exact.sum(totals);
}

/** P: what is compared, after the declared rounding of prices. */
export function roundedPrice(model: Model, bid: Bid, evaluated: Step): Step {
  const about = { what: "price", bid: bid.id } as const;
  return model.rounding.price
    ? rounded(about, evaluated, model.rounding.price)
    : same(about, evaluated);
}

/**
 * Takpris is held against the price as it was offered, so that rounding can neither save nor sink a
 * bid.
 */
function totalCeiling(
  model: Model,
  bid: Bid,
  offered: Step,
  inputs: Inputs,
): OfferedPrice["limits"] {
  if (model.priceCeiling === undefined) return [];
  const ceiling = inputs.number(
    { what: "price-ceiling" },
    "model.priceCeiling",
    model.priceCeiling,
  );
  const about = { what: "limit-check", bid: bid.id, detail: "price" } as const;
  return [{ code: "price-above-ceiling", check: within(about, "at-most", offered, ceiling) }];
}

/** Zero is a price like any other unless the procurement documents forbid it. */
function zeroLimit(model: Model, bid: Bid, offered: Step): OfferedPrice["limits"] {
  if (model.zeroPrice !== "forbidden") return [];
  const about = { what: "limit-check", bid: bid.id, detail: "zero" } as const;
  return [
    {
      code: "price-zero-forbidden",
      check: within(about, "above", offered, fixed({ what: "zero-kronor" }, Exact.zero)),
    },
  ];
}

/** The highest and the lowest unit price that each row accepts, both included. */
function rowLimits(document: EvaluationDocument, bid: Bid, inputs: Inputs): OfferedPrice["limits"] {
  const form = priceFormOf(document, inputs);
  const limited = document.priceItems.filter(({ ceiling, floor }) => ceiling ?? floor);
  return limited.flatMap((item) => {
    const { id, ceiling, floor } = item;
    if (!isAsked(item, bid) || !form.hasFigure(item, bid)) return [];
    const about = { what: "limit-check", bid: bid.id, id, detail: "unit-price" } as const;
    const limit = (key: "ceiling" | "floor", text: string) =>
      inputs.number({ what: `unit-price-${key}`, id }, priceItemAt(id, key), text);
    const figure = form.figure(item, bid);
    return [
      ...(ceiling === undefined
        ? []
        : [
            {
              code: "unit-price-above-ceiling" as const,
              check: within(about, "at-most", figure, limit("ceiling", ceiling)),
            },
          ]),
      ...(floor === undefined
        ? []
        : [
            {
              code: "unit-price-below-floor" as const,
              check: within(
                { ...about, detail: "unit-price-floor" },
                "at-least",
                figure,
                limit("floor", floor),
              ),
            },
          ]),
    ];
  });
}

/** A price as it stands, with the row that it is of; a total has no row. */
type OfferedText = { readonly text: string; readonly item?: PriceItem };

function placeIn({ id }: Bid, { item }: OfferedText): Place {
  return priceAt(id, item?.id);
}

function rowIn({ item }: OfferedText): { readonly row?: string } {
  return item ? { row: item.id } : {};
}

/** What someone must know about how a bid is priced; none of it is by itself a reason to reject. */
export function priceFindings(document: EvaluationDocument, bid: Bid, offered: Step): Finding[] {
  const { id, bidder } = bid;
  // A large form has thousands of prices, of which as a rule nothing is to be told.
  const isTold = (text: string) =>
    document.model.priceDecimals !== undefined || text.startsWith("-");
  const prices: readonly OfferedText[] = [
    ...(bid.price === undefined ? [] : [{ text: bid.price }]),
    ...document.priceItems.flatMap((item) => {
      const text = bid.prices && own(bid.prices, item.id);
      return text === undefined || !isTold(text) ? [] : [{ text, item }];
    }),
  ];
  const negative = prices
    .filter(({ text }) => text.startsWith("-"))
    .flatMap((price) => negativeFinding(bid, price));
  const precise = tooPrecise(document, bid, prices);
  const stated = bid.statedTotal === undefined ? undefined : Exact.of(bid.statedTotal);
  const differs =
    stated !== undefined && offered.value !== undefined && !stated.equals(offered.value);
  const ofSum = differs
    ? [
        finding("stated-total-differs", "warning", bidAt(id, "statedTotal"), {
          bid: id,
          bidder,
          stated: stated.toText(),
          sum: offered.value.toText(),
        }),
      ]
    : [];
  return [...negative, ...precise, ...ofSum];
}

/** A negative price that the form allows is told too; one below the row's floor rejects the bid. */
function negativeFinding(of: Bid, price: OfferedText): Finding[] {
  const { id: bid, bidder } = of;
  const { text, item } = price;
  const place = placeIn(of, price);
  if (item?.floor === undefined)
    return [
      finding("price-negative", "warning", place, { bid, bidder, ...rowIn(price), price: text }),
    ];
  if (Exact.of(text).compare(Exact.of(item.floor)) < 0) return [];
  const { id, name } = item;
  return [finding("price-negative-allowed", "note", place, { bid, bidder, id, name, price: text })];
}

/**
 * Prices with more decimals than the price form takes. Whether such a bid is clarified or rejected is
 * the authority's decision (LOU 4 kap. 9 §, 19 kap. 15 §), so the price counts as it stands; where it
 * has been clarified, the price that holds now is looked at.
 */
function tooPrecise(
  { model: { priceDecimals: most }, clarifications }: EvaluationDocument,
  bid: Bid,
  prices: readonly OfferedText[],
): Finding[] {
  if (most === undefined) return [];
  const { id, bidder } = bid;
  const decided = corrections({ clarifications });
  return prices.flatMap((offered) => {
    const place = placeIn(bid, offered);
    const price = decided.get(place)?.new ?? offered.text;
    const decimals = price.split(".")[1]?.replace(/0+$/, "").length ?? 0;
    if (decimals <= most) return [];
    const details = { bid: id, bidder, ...rowIn(offered), price, most };
    return [finding("price-too-precise", "warning", place, details)];
  });
}
