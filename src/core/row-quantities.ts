/**
 * The quantity that a price row counts: the published one, one authority's, or what of it lies in
 * the row's tier. Each authority of a joint procurement has its own tier.
 */
import { derived, sum } from "./arithmetic";
import type { Model, PriceItem } from "./document/schema";
import { own } from "./document/schema";
import type { Inputs } from "./inputs";
import { Exact } from "./number";
import { priceItemAt, quantityAt } from "./place";
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
  of(item: PriceItem, authority: string | undefined): Step {
    const { id, tier, quantities } = item;
    if (authority !== undefined && item.authority !== authority)
      return this.ofTier(item, this.quantityOf(item, authority), authority);
    if (tier === undefined || quantities === undefined)
      return this.ofTier(
        item,
        this.inputs.number({ what: "quantity", id }, priceItemAt(id, "quantity"), item.quantity),
      );
    const all = this.model.authorities ?? [];
    return this.made.once(`tiers ${id}`, () =>
      sum(
        { what: "tier-quantity", id },
        all.map((each) => this.ofTier(item, this.quantityOf(item, each.id), each.id)),
      ),
    );
  }

  /** Missing where the row is not split among the authorities: no part of it is guessed. */
  private quantityOf({ id, quantities }: PriceItem, authority: string): Step {
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
