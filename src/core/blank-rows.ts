/**
 * Price rows that a bid may leave blank, when others price them: bids that offer different things
 * are compared as the model says, or not at all. What was offered stays as it was; only the price
 * that is compared changes, and nothing here guesses what a blank row means.
 */
import type { Bid, EvaluationDocument, Model, PriceItem } from "./document/schema";
import { own } from "./document/schema";
import type { Finding } from "./finding";
import { finding } from "./finding";
import type { Inputs } from "./inputs";
import type { Entrant } from "./methods/compared-bids";
import { ComparedBids } from "./methods/compared-bids";
import { Exact } from "./number";
import type { Check } from "./compliance";
import type { About, Step } from "./step";
import { sum } from "./arithmetic";
import { evaluated, priceFormOf } from "./price-form";
import { fixed } from "./step";
import { priceAt } from "./place";

/** What is compared for one bid: its price with the blank rows seen to, and the figures of that. */
export type ComparedPrice = { readonly evaluated: Step; readonly figures: readonly Step[] };

const place = (bid: Bid, item: PriceItem) => priceAt(bid.id, item.id);

function isPriced(bid: Bid, item: PriceItem, inputs: Inputs): boolean {
  return inputs.has(place(bid, item), bid.prices && own(bid.prices, item.id));
}

/** Optional rows that some of the bids price and others leave blank; totals have no rows. */
function unevenRows(
  document: EvaluationDocument,
  bids: readonly Bid[],
  inputs: Inputs,
): PriceItem[] {
  const inRows = bids.filter(({ prices }) => prices !== undefined);
  const form = priceFormOf(document, inputs);
  return document.priceItems.filter(
    (item) =>
      item.required === false &&
      form.isCounted(item) &&
      inRows.some((bid) => isPriced(bid, item, inputs)) &&
      inRows.some((bid) => !isPriced(bid, item, inputs)),
  );
}

/** Held against a bid only where the model says that a blank row rejects, and others price it. */
export function blankRowChecks(document: EvaluationDocument, bid: Bid, inputs: Inputs): Check[] {
  const { model, bids } = document;
  if (model.blankOptional !== "rejected" || bid.prices === undefined) return [];
  return unevenRows(document, bids, inputs).map((item) => {
    const { id } = item;
    const priced = bids.filter((each) => isPriced(each, item, inputs)).length;
    const count: Step = {
      about: { what: "bids-pricing-row", id },
      rule: { kind: "count" },
      from: bids.map((each) => inputs.unitPrice(each, item.id)),
      value: Exact.count(priced),
    };
    const isKept = isPriced(bid, item, inputs);
    const about = { what: "limit-check", bid: bid.id, id, detail: "blank-row" } as const;
    return {
      code: "optional-row-blank",
      check: {
        about,
        rule: { kind: "priced" },
        from: [inputs.unitPrice(bid, item.id), count],
        value: isKept ? "met" : "not-met",
      },
    };
  });
}

/**
 * Each bid's price as it is compared, by bid id; none where that is its own.
 * @param entrants with their prices as offered
 */
export function comparedPrices(
  document: EvaluationDocument,
  entrants: readonly Entrant[],
  inputs: Inputs,
): ReadonlyMap<string, ComparedPrice> {
  const { model } = document;
  const compared = entrants.filter(({ isRejected }) => !isRejected).map(({ bid }) => bid);
  const rule = model.blankOptional;
  const uneven =
    rule === "highest" || rule === "left-out" ? unevenRows(document, compared, inputs) : [];
  if (uneven.length === 0) return new Map();
  const form = priceFormOf(document, inputs);
  const rows = uneven.map((item) => ({ item, times: form.factors(item, evaluated) }));
  const field = new ComparedBids(entrants, model, inputs);
  return new Map(
    entrants.map((entrant) => [
      entrant.bid.id,
      comparedPrice(entrant, rows, rule === "highest" ? filledRow : leftOutRow, field),
    ]),
  );
}

/** A row's effect on one bid's compared price, and the figure of every bid that it rests on. */
type RowEffect = { readonly effect: Step; readonly figure: Step };
/** An optional row, and what its price is multiplied by. */
type OptionalRow = { readonly item: PriceItem; readonly times: readonly Step[] };
type RowRule = (entrant: Entrant, row: OptionalRow, field: ComparedBids) => RowEffect;

function comparedPrice(
  entrant: Entrant,
  rows: readonly OptionalRow[],
  rule: RowRule,
  field: ComparedBids,
): ComparedPrice {
  const { bid, price } = entrant;
  const effects = rows.map((row) => rule(entrant, row, field));
  // A total says nothing about single rows, so nothing can be added to it or taken from it.
  const added = bid.prices === undefined ? [] : effects.map(({ effect }) => effect);
  return {
    evaluated: sum({ what: "price-with-blank-rows", bid: bid.id }, [price, ...added]),
    figures: [price, ...effects.map(({ figure }) => figure)],
  };
}

/** A row that was not offered counts at the highest price among the compared bids. */
function filledRow(entrant: Entrant, { item, times }: OptionalRow, field: ComparedBids): RowEffect {
  const { inputs } = field;
  const { id } = item;
  const figureOf = (each: Entrant) =>
    field.compared(
      { what: "compared-unit-price", bid: each.bid.id, id },
      each,
      inputs.unitPrice(each.bid, id),
    );
  const highest = field.over({ what: "highest-unit-price", id }, "highest-compared", figureOf);
  const isBlank = !isPriced(entrant.bid, item, inputs);
  const effect = rowStep(
    { what: "filled-row", bid: entrant.bid.id, id },
    "filled-row",
    [inputs.unitPrice(entrant.bid, id), highest, ...times],
    // Nobody's price of the row counts while the only one is withheld.
    isBlank && highest.value !== undefined ? multiplied([highest, ...times]) : Exact.zero,
  );
  return { effect, figure: figureOf(entrant) };
}

/** A row that any compared bid leaves blank is taken out of every bid's compared price. */
function leftOutRow(
  entrant: Entrant,
  { item, times }: OptionalRow,
  field: ComparedBids,
): RowEffect {
  const { inputs } = field;
  const { id } = item;
  const figureOf = (each: Entrant) =>
    field.compared(
      { what: "row-is-blank", bid: each.bid.id, id },
      each,
      field.once({ what: "blank-row", bid: each.bid.id, id }, () => blankMark(each, item, inputs)),
    );
  const any = field.over({ what: "row-left-out", id }, "highest-compared", figureOf);
  const unit = inputs.unitPrice(entrant.bid, id);
  const isCounted = unit.value !== undefined && any.value?.isZero() === false;
  const effect = rowStep(
    { what: "left-out-row", bid: entrant.bid.id, id },
    "left-out-row",
    [unit, any, ...times],
    isCounted ? multiplied([unit, ...times])?.negated() : Exact.zero,
  );
  return { effect, figure: figureOf(entrant) };
}

/** 1 where the bid leaves the row blank; a total leaves none blank. */
function blankMark({ bid }: Entrant, item: PriceItem, inputs: Inputs): Step {
  const about = { what: "blank-row", bid: bid.id, id: item.id } as const;
  if (bid.prices === undefined) return fixed(about, Exact.zero);
  return rowStep(
    about,
    "blank-row",
    [inputs.unitPrice(bid, item.id)],
    isPriced(bid, item, inputs) ? Exact.zero : Exact.one,
  );
}

function rowStep(
  about: About,
  kind: "filled-row" | "left-out-row" | "blank-row",
  from: readonly Step[],
  value: Exact | undefined,
): Step {
  return { about, rule: { kind }, from, value };
}

function multiplied(steps: readonly Step[]): Exact | undefined {
  return steps.reduce<Exact | undefined>(
    (total, { value }) => total && value && total.times(value),
    Exact.one,
  );
}

/**
 * Optional rows left blank: a blocking finding while the model does not say how such bids are
 * compared, otherwise one for each row with what was done.
 */
export function blankRowFindings(
  document: EvaluationDocument,
  entrants: readonly Entrant[],
  inputs: Inputs,
): Finding[] {
  const { model, priceItems } = document;
  const bids = entrants.filter(({ isRejected }) => !isRejected).map(({ bid }) => bid);
  const inRows = bids.filter(({ prices }) => prices !== undefined);
  const blank = (item: PriceItem) => inRows.filter((bid) => !isPriced(bid, item, inputs));
  const uneven = unevenRows(document, bids, inputs);
  const by = (item: PriceItem) => blank(item).map(({ id }) => id);
  const undecided =
    uneven.length > 0 && model.blankOptional === undefined
      ? [
          finding("optional-rows-compare-unlike", "blocking", "model.blankOptional", {
            rows: uneven.map(({ id }) => id),
            bids: [...new Set(uneven.flatMap(by))],
          }),
        ]
      : [];
  // Before any price is read, as while they are kept apart, no row is known to be left blank.
  const hasPrices = priceItems.some((item) => blank(item).length < inRows.length);
  const untouched = priceItems.filter(
    (item) => item.required === false && hasPrices && blank(item).length === inRows.length,
  );
  return [
    ...undecided,
    ...(model.blankOptional === undefined ? [] : uneven).map((item) =>
      rowFinding("optional-row-blank", item, by(item), model.blankOptional),
    ),
    ...untouched.map((item) => rowFinding("optional-row-unpriced", item, by(item))),
    ...totalFindings(priceItems, bids, inputs),
  ];
}

/**
 * Bids with one total beside bids in rows. Nobody can see which rows a total covers, so where others
 * price optional rows the bids may offer different things, and no rule about blank rows reaches it.
 */
function totalFindings(
  items: readonly PriceItem[],
  bids: readonly Bid[],
  inputs: Inputs,
): Finding[] {
  const inRows = bids.filter(({ prices }) => prices !== undefined);
  if (items.length === 0 || inRows.length === 0) return [];
  const optional = items.filter(
    (item) => item.required === false && inRows.some((bid) => isPriced(bid, item, inputs)),
  );
  return bids
    .filter(({ price, prices }) => prices === undefined && price !== undefined)
    .map(({ id, bidder }) => {
      const details = { bid: id, bidder, rows: optional.map((item) => item.id) };
      return optional.length > 0
        ? finding("total-hides-optional-rows", "open", priceAt(id), details)
        : finding("total-beside-rows", "warning", priceAt(id), details);
    });
}

function rowFinding(
  code: "optional-row-blank" | "optional-row-unpriced",
  { id, name }: PriceItem,
  bids: readonly string[],
  rule?: Model["blankOptional"],
): Finding {
  const where = priceAt(bids[0] ?? "", id);
  return finding(code, "warning", where, { item: id, name, ids: bids, rule: rule ?? "" });
}
