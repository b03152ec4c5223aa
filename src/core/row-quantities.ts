/**
 * The quantity that a price row counts: the published one, one authority's, or what of it lies in
 * the row's tier. Each authority of a joint procurement has its own tier, and a row per inhabitant
 * follows from each one's published number.
 */
import { derived, product, sum } from "./arithmetic";
import type { Model, PriceItem } from "./document/schema";
import { own } from "./document/schema";
import type { Inputs } from "./inputs";
import { Exact } from "./number";
import { authorityAt, priceItemAt, quantityAt } from "./place";
import type { About, Step } from "./step";
import { StepsOnce } from "./steps-once";
import { fixed } from "./step";

/** The quantities of one price form; each is made once, however many bids it enters. */
export class RowQuantities {
  private readonly made = new StepsOnce();

  constructor(
    private readonly model: Model,
    private readonly inputs: Inputs,
  ) {}

  /** @param authority whose quantity it is; all of them together without one */
  of(item: PriceItem, authority: string | undefined = this.only()): Step {
    const { id, tier } = item;
    if (authority !== undefined && item.authority !== authority)
      return this.ofTier(item, this.quantityOf(item, authority), authority);
    if (tier === undefined || !isSplit(item)) return this.ofTier(item, this.whole(item));
    const all = this.model.authorities ?? [];
    return this.made.once(`tiers ${id}`, () =>
      sum(
        { what: "tier-quantity", id },
        all.map((each) => this.ofTier(item, this.quantityOf(item, each.id), each.id)),
      ),
    );
  }

  /** Where one authority buys alone, what it buys of a row that is split is all of it. */
  private only(): string | undefined {
    const [first, ...others] = this.model.authorities ?? [];
    return others.length === 0 ? first?.id : undefined;
  }

  /** The quantity of all who buy the row. */
  private whole(item: PriceItem): Step {
    const published = this.published(item);
    if (item.per === undefined) return published;
    const { id } = item;
    const { authorities = [] } = this.model;
    const buyers = authorities.filter((each) => (item.authority ?? each.id) === each.id);
    return this.made.once(`per inhabitant ${id}`, () =>
      product({ what: "quantity-per-inhabitants", id }, [
        published,
        sum(
          { what: "inhabitants-together", id },
          buyers.length === 0
            ? [this.inhabitants("")]
            : buyers.map((each) => this.inhabitants(each.id)),
        ),
      ]),
    );
  }

  /** A row whose quantity was left blank counts what its authorities buy together. */
  private published({ id, quantity, quantities }: PriceItem): Step {
    const { authorities = [] } = this.model;
    if (quantity === undefined && quantities !== undefined && authorities.length > 0)
      return this.made.once(`together ${id}`, () =>
        sum(
          { what: "quantities-together", id },
          authorities.map((each) => this.ofAuthority({ id, quantities }, each.id)),
        ),
      );
    return this.inputs.number({ what: "quantity", id }, priceItemAt(id, "quantity"), quantity);
  }

  private inhabitants(authority: string): Step {
    const known = this.model.authorities?.find(({ id }) => id === authority);
    return this.inputs.number(
      { what: "inhabitants", id: authority },
      authorityAt(authority, "inhabitants"),
      known?.inhabitants,
    );
  }

  /**
   * Missing where the row is not split among the authorities: no part of it is guessed. A row of one
   * quantity for an only authority is not split either, but needs not be.
   */
  private quantityOf(item: PriceItem, authority: string): Step {
    const { id, per, quantities } = item;
    if (per !== undefined)
      return this.made.once(`per inhabitant ${id} ${authority}`, () =>
        product({ what: "quantity-per-inhabitants", id, detail: authority }, [
          this.published(item),
          this.inhabitants(authority),
        ]),
      );
    if (quantities === undefined && this.only() === authority) return this.published(item);
    return this.ofAuthority(item, authority);
  }

  private ofAuthority(
    { id, quantities }: Pick<PriceItem, "id" | "quantities">,
    authority: string,
  ): Step {
    const about = { what: "quantity-of-authority", id, detail: authority } as const;
    const text = quantities && own(quantities, authority);
    return this.inputs.number(about, quantityAt(id, authority), text);
  }

  private ofTier({ id, tier }: PriceItem, quantity: Step, authority?: string): Step {
    if (tier === undefined) return quantity;
    const { counts, over, upTo } = tier;
    return this.made.once(`tier ${id} ${authority ?? ""}`, () => {
      const limit = (what: "tier-over" | "tier-up-to", key: string, text: string) =>
        this.inputs.number({ what, id }, priceItemAt(id, "tier", key), text);
      const from = [
        quantity,
        over === undefined
          ? fixed({ what: "zero-kronor" }, Exact.zero)
          : limit("tier-over", "over", over),
        ...(upTo === undefined ? [] : [limit("tier-up-to", "upTo", upTo)]),
      ];
      const about: About =
        authority === undefined
          ? { what: "tier-quantity", id }
          : { what: "tier-quantity-of-authority", id, detail: authority };
      return derived(about, { kind: "within-tier", counts }, from, (values) =>
        withinTier(counts, values),
      );
    });
  }
}

/** What all who buy a row buy of it, as decimal text: its quantity, or the sum of the authorities'. */
export function quantityTogether({
  quantity,
  quantities = {},
}: Pick<PriceItem, "quantity" | "quantities">): string {
  const parts = Object.values(quantities).map((each) => Exact.of(each));
  return quantity ?? Exact.sum(parts).toText();
}

/** Whether each authority's part of the quantity is known. */
export function isSplit({ per, quantities }: PriceItem): boolean {
  return per !== undefined || quantities !== undefined;
}

/** @param values the quantity, the limit it must be above, and where there is one its highest */
function withinTier(
  counts: "marginal" | "band-unit" | "band-price",
  [quantity, over, upTo]: readonly Exact[],
): Exact | undefined {
  if (!quantity || !over) return undefined;
  if (counts === "marginal")
    return Exact.largest(
      Exact.zero,
      (upTo ? Exact.smallest(quantity, upTo) : quantity).minus(over),
    );
  const isIn = quantity.compare(over) > 0 && (!upTo || quantity.compare(upTo) <= 0);
  if (!isIn) return Exact.zero;
  return counts === "band-unit" ? quantity : Exact.one;
}
