/**
 * The price form of one evaluation: what each row's figure is multiplied by, the same for every bid
 * and made once, and what a bid's rows come to: in the evaluated price, for each authority, and over
 * the whole contract. It reads no total and judges no price.
 */
import { difference, negated, partly, product, quotient, sum, weighted } from "./arithmetic";
import type { Span } from "./contract-years";
import { ContractYears } from "./contract-years";
import type { Bid, EvaluationDocument, PriceItem } from "./document/schema";
import { own } from "./document/schema";
import type { Inputs } from "./inputs";
import { Exact } from "./number";
import { bidAt, priceAt, priceItemAt } from "./place";
import { RowQuantities } from "./row-quantities";
import type { About, Step } from "./step";
import { StepsOnce } from "./steps-once";
import { fixed, input } from "./step";

/** Which rows are added up: those of the evaluated price, the whole contract, or one authority. */
export type View = { readonly span: Span; readonly authority?: string };

export const evaluated: View = { span: "evaluated" };
const contract: View = { span: "contract" };

/** What the price form says: the price rows, and what in the model they are counted by. */
export type PublishedForm = Pick<EvaluationDocument, "model" | "priceItems">;

const forms = new WeakMap<Inputs, PriceForm>();

/** The price form of one evaluation. @param inputs the evaluation's own */
export function priceFormOf(document: PublishedForm, inputs: Inputs): PriceForm {
  const form = forms.get(inputs) ?? new PriceForm(document, inputs);
  forms.set(inputs, form);
  return form;
}

/** Whether the figure of a row is per cent of other rows. */
export function isPercentRow({ effect }: PriceItem): boolean {
  return effect === "discount" || effect === "fee-on-top" || effect === "fee-inside";
}

/** Whether a bid of this delivery model has the row. */
export function isInModel({ deliveryModels }: PriceItem, { deliveryModel }: Bid): boolean {
  if (deliveryModels === undefined) return true;
  return deliveryModel !== undefined && deliveryModels.includes(deliveryModel);
}

/** Whether a bid is to price the row: it is of the bid's model, and no published amount stands there. */
export function isAsked(item: PriceItem, bid: Bid): boolean {
  return item.amount === undefined && isInModel(item, bid);
}

/**
 * Whether the row is a cost in kronor that the authority has published, as its own operation: the
 * bidder is not paid it. A published per cent is part of what the bidder is paid.
 */
export function isPublishedCost(item: PriceItem): boolean {
  return item.amount !== undefined && !isPercentRow(item);
}

/** The rule of every row: one object, since a large form has it ten thousands of times. */
const ofFactors = { kind: "product" } as const;

type Multiplier = { readonly steps: readonly Step[]; readonly value: Exact | undefined };

export class PriceForm {
  private readonly years: ContractYears;
  private readonly quantities: RowQuantities;
  private readonly published: ReadonlySet<string>;
  private readonly hasPercentRows: boolean;
  private readonly made = new StepsOnce();
  private readonly multipliers = new Map<View, Map<PriceItem, Multiplier>>();
  private readonly counted = new Map<PriceItem, boolean>();

  constructor(
    private readonly document: PublishedForm,
    private readonly inputs: Inputs,
  ) {
    this.years = new ContractYears(document.model, inputs);
    this.quantities = new RowQuantities(document.model, inputs);
    this.hasPercentRows = document.priceItems.some(isPercentRow);
    this.published = new Set(
      document.priceItems
        .filter((item) => isPublishedCost(item) && this.isCounted(item))
        .map(({ id }) => id),
    );
  }

  /** Whether the authority's own published costs enter the price of any bid. */
  get hasPublishedCosts(): boolean {
    return this.published.size > 0;
  }

  /** Whether a row that is counted is a published cost. */
  isPublished(row: string): boolean {
    return this.published.has(row);
  }

  /** Whether the row enters the evaluated price; a row of years that do not count does not. */
  isCounted(item: PriceItem): boolean {
    const known = this.counted.get(item);
    if (known !== undefined) return known;
    const isCounted =
      item.counted !== false &&
      (item.years === undefined || this.years.of(item, "evaluated").length > 0);
    this.counted.set(item, isCounted);
    return isCounted;
  }

  /** What the row's figure is multiplied by, in the order in which it is said. */
  factors(item: PriceItem, view: View): readonly Step[] {
    const { id, periods } = item;
    const years = this.years.factor(item, view.span);
    return [
      this.quantities.of(item, view.authority),
      ...(periods === undefined
        ? []
        : [this.inputs.number({ what: "periods", id }, priceItemAt(id, "periods"), periods)]),
      ...this.share(item),
      ...this.surcharge(item),
      ...(years ? [years] : []),
    ];
  }

  /** What the rows of a bid come to, in the order of the form; blank optional rows are left out. */
  rows(bid: Bid, view: View): Step[] {
    const items = this.items(bid, view);
    if (!this.hasPercentRows) return items.map((item) => this.amount(item, bid, view));
    const totals = new Map<string, Step>();
    for (const item of items)
      if (!isPercentRow(item)) totals.set(item.id, this.amount(item, bid, view));
    const ofRows = items.filter((item) => isPercentRow(item) && item.on !== undefined);
    for (const item of ofRows)
      totals.set(item.id, this.perCent(item, bid, view, totals.get(item.on ?? "")));
    for (const item of items) {
      if (!isPercentRow(item) || item.on !== undefined) continue;
      const so = { what: "sum-so-far", bid: bid.id, id: item.id, ...detailOf(view) } as const;
      totals.set(item.id, this.perCent(item, bid, view, sum(so, [...totals.values()])));
    }
    return items.flatMap(({ id }) => totals.get(id) ?? []);
  }

  /** The value of each of {@link rows}; a step is made only where a row is made of more than factors. */
  totals(bid: Bid, view: View): (Exact | undefined)[] {
    if (this.hasPercentRows) return this.rows(bid, view).map(({ value }) => value);
    return this.items(bid, view).map((item) =>
      item.amount !== undefined || item.effect === "credit" || this.years.isYearByYear(item)
        ? this.amount(item, bid, view).value
        : this.multiplied(item, this.inputs.unitPriceValue(bid, item.id), view),
    );
  }

  /** The rows that are added up for the bid, in the order of the form. */
  items(bid: Bid, view: View): PriceItem[] {
    return this.document.priceItems.filter((item) => this.isIn(item, bid, view));
  }

  /** What the bid is paid over the whole contract, options included and undiscounted. */
  contractValue(bid: Bid): Step {
    const about = { what: "contract-value", bid: bid.id } as const;
    return sum(about, bid.prices === undefined ? [noRows(bid)] : this.rows(bid, contract));
  }

  /** The bid's own figure in a row, or the published one. */
  figure({ id, amount }: PriceItem, bid: Bid): Step {
    if (amount !== undefined)
      return this.inputs.number(
        { what: "published-amount", id },
        priceItemAt(id, "amount"),
        amount,
      );
    return this.inputs.unitPrice(bid, id);
  }

  /** Whether a figure is there to be counted. */
  hasFigure({ id, amount }: PriceItem, bid: Bid): boolean {
    return (
      amount !== undefined ||
      this.inputs.has(priceAt(bid.id, id), bid.prices && own(bid.prices, id))
    );
  }

  /** Whether the row is one of those that are added up for the bid. */
  isIn(item: PriceItem, bid: Bid, { span, authority }: View): boolean {
    if (!isInModel(item, bid)) return false;
    if (item.required === false && !this.hasFigure(item, bid)) return false;
    if (span === "contract") return !isPublishedCost(item);
    if (!this.isCounted(item)) return false;
    if (authority === undefined || item.authority === undefined || isPercentRow(item)) return true;
    return item.authority === authority;
  }

  private amount(item: PriceItem, bid: Bid, view: View): Step {
    const about = rowAbout(item, bid, view);
    const { steps } = this.multiplier(item, view);
    const figure = this.priced(item, bid, view);
    const isCredit = item.effect === "credit";
    const amount: Step = {
      about: isCredit ? { ...about, what: "before-credit" } : about,
      rule: ofFactors,
      from: [figure, ...steps],
      value: this.multiplied(item, figure.value, view),
    };
    return isCredit ? negated(about, amount) : amount;
  }

  private multiplied(item: PriceItem, figure: Exact | undefined, view: View): Exact | undefined {
    const { value } = this.multiplier(item, view);
    return value && figure?.times(value);
  }

  /** The row's factors and what they come to together: the same for every bid, and made once. */
  private multiplier(item: PriceItem, view: View): Multiplier {
    const ofView = this.multipliers.get(view) ?? new Map<PriceItem, Multiplier>();
    this.multipliers.set(view, ofView);
    const known = ofView.get(item);
    if (known) return known;
    const steps = this.factors(item, view);
    const { value } = product({ what: "own-quantity", id: item.id }, steps);
    const made = { steps, value };
    ofView.set(item, made);
    return made;
  }

  /** The row's figure, or its sum over years that are each rounded. */
  priced(item: PriceItem, bid: Bid, { span }: View): Step {
    const figure = this.figure(item, bid);
    if (!this.years.isYearByYear(item)) return figure;
    const detail = span === "contract" ? { detail: span } : {};
    const about = { what: "priced-over-years", bid: bid.id, id: item.id, ...detail } as const;
    return this.made.once(`priced ${span} ${bid.id} ${item.id}`, () =>
      this.years.overYears(about, item, figure, span),
    );
  }

  /** Per cent of a base: taken off, put on top, or put in so that the fee is per cent of the whole. */
  perCent(item: PriceItem, bid: Bid, view: View, base: Step | undefined): Step {
    const about = rowAbout(item, bid, view);
    const figure = this.figure(item, bid);
    const of = base ?? fixed({ what: "zero-kronor" }, Exact.zero);
    const part = { ...about, what: "per-cent-of-sum" } as const;
    if (item.effect === "discount") return negated(about, weighted(part, [[figure, of]]));
    if (item.effect === "fee-on-top") return weighted(about, [[figure, of]]);
    const whole = fixed({ what: "per-cent" }, Exact.of("100"));
    return quotient(
      about,
      product(part, [figure, of]),
      difference({ ...part, what: "fee-remainder" }, whole, figure),
    );
  }

  /** So much of the quantity as the row prices; nothing where it prices all. */
  private share({ id, share }: PriceItem): Step[] {
    if (share === undefined) return [];
    const perCent = this.inputs.number(
      { what: "row-share", id },
      priceItemAt(id, "share", "percent"),
      share.percent,
    );
    const whole = fixed({ what: "per-cent" }, Exact.of("100"));
    return [
      this.made.once(`share ${id}`, () => quotient({ what: "row-share-part", id }, perCent, whole)),
    ];
  }

  /** What a surcharge on a part of the quantity multiplies all of it by. */
  private surcharge({ id, surcharge }: PriceItem): Step[] {
    if (surcharge === undefined) return [];
    const of = (key: "percent" | "factor") =>
      this.inputs.number(
        { what: key === "percent" ? "surcharge-per-cent" : "surcharge-factor", id },
        priceItemAt(id, "surcharge", key),
        surcharge[key],
      );
    return [
      this.made.once(`surcharge ${id}`, () =>
        partly({ what: "surcharge", id }, of("percent"), of("factor")),
      ),
    ];
  }
}

/** A bid that has not chosen among the delivery models has no rows that can be added up. */
export function missingModel({ id }: Bid): Step {
  return input<Exact>({ what: "delivery-model", bid: id }, bidAt(id, "deliveryModel"), undefined);
}

/** A bid in one total has no rows, so that no part of it can be told. */
export function noRows({ id }: Bid): Step {
  return input<Exact>({ what: "unit-price", bid: id }, bidAt(id, "prices"), undefined);
}

function detailOf({ authority, span }: View): { readonly detail?: string } {
  if (authority !== undefined) return { detail: authority };
  return span === "contract" ? { detail: span } : {};
}

function rowAbout({ id }: PriceItem, bid: Bid, view: View): About {
  if (view.authority !== undefined)
    return { what: "own-rows", bid: bid.id, id: view.authority, detail: id };
  return { what: view.span === "contract" ? "row-value" : "row-total", bid: bid.id, id };
}
