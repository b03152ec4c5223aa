/**
 * What each authority of a joint procurement pays of a bid's evaluated price: its own quantities of
 * the rows, each discount and fee in its turn. A row that is not split leaves the parts unknown; the
 * common price is never made of them. Where one authority buys alone, the whole price is its own.
 */
import { negated, product, same, sum, sumOfProducts } from "./arithmetic";
import type { Bid, PriceItem } from "./document/schema";
import type { PriceForm, PublishedForm, View } from "./price-form";
import { evaluated, isPercentRow, noRows } from "./price-form";
import type { Step } from "./step";

/** A row with its figure; one in per cent has no figure in kronor. */
type PricedRow = readonly [item: PriceItem, figure: Step | undefined];

export class OwnPrices {
  /** Each authority's quantities, by row and authority: a large form asks for them often. */
  private readonly owned = new Map<PriceItem, Map<string, Step>>();
  private readonly bases: ReadonlySet<string>;

  constructor(
    private readonly document: PublishedForm,
    private readonly form: PriceForm,
  ) {
    this.bases = new Set(document.priceItems.flatMap(({ on }) => on ?? []));
  }

  /**
   * What each authority pays of the evaluated price, by its id.
   * @param whole the price of the bid for all of them
   */
  of(bid: Bid, whole: Step): Map<string, Step> {
    const { authorities } = this.document.model;
    if (authorities === undefined) return new Map();
    const [only, ...others] = authorities;
    if (only && others.length === 0 && whole.value && bid.prices !== undefined)
      return new Map([[only.id, same({ what: "own-price", bid: bid.id, id: only.id }, whole)]]);
    const items = this.document.priceItems.filter((item) => this.form.isIn(item, bid, evaluated));
    const rows: readonly PricedRow[] =
      bid.prices === undefined
        ? []
        : items.map((item) => [
            item,
            isPercentRow(item) ? undefined : this.form.priced(item, bid, evaluated),
          ]);
    return new Map(
      authorities.map(({ id }) => [
        id,
        sum(
          { what: "own-price", bid: bid.id, id },
          bid.prices === undefined ? [noRows(bid)] : this.ownRows(bid, id, rows),
        ),
      ]),
    );
  }

  /** An authority's rows in kronor as one sum, and then each row in per cent. */
  private ownRows(bid: Bid, authority: string, rows: readonly PricedRow[]): Step[] {
    const pairs: (readonly [Step, Step])[] = [];
    const byRow = new Map<string, readonly [Step, Step]>();
    for (const [item, figure] of rows) {
      if (!figure || (item.authority ?? authority) !== authority) continue;
      const pair = [figure, this.ownQuantity(item, authority)] as const;
      pairs.push(pair);
      if (this.bases.has(item.id)) byRow.set(item.id, pair);
    }
    const about = { bid: bid.id, id: authority } as const;
    const steps = [sumOfProducts({ ...about, what: "own-rows" }, pairs)];
    const view: View = { span: "evaluated", authority };
    const inPerCent = rows.flatMap(([item, figure]) => (figure ? [] : [item]));
    for (const item of inPerCent.filter(({ on }) => on !== undefined)) {
      const base = byRow.get(item.on ?? "");
      const of = { ...about, what: "own-rows", detail: item.on ?? "" } as const;
      steps.push(this.form.perCent(item, bid, view, base && sumOfProducts(of, [base])));
    }
    for (const item of inPerCent.filter(({ on }) => on === undefined)) {
      const so = { what: "sum-so-far", bid: bid.id, id: item.id, detail: authority } as const;
      steps.push(this.form.perCent(item, bid, view, sum(so, [...steps])));
    }
    return steps;
  }

  /** What one authority's price of a row is multiplied by, below zero where the row is taken off. */
  private ownQuantity(item: PriceItem, authority: string): Step {
    const known = this.owned.get(item) ?? new Map<string, Step>();
    this.owned.set(item, known);
    const before = known.get(authority);
    if (before) return before;
    const about = { what: "own-quantity", id: item.id, detail: authority } as const;
    const factors = product(about, this.form.factors(item, { span: "evaluated", authority }));
    const made = item.effect === "credit" ? negated(about, factors) : factors;
    known.set(authority, made);
    return made;
  }
}
