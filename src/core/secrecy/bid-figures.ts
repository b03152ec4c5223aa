/**
 * One bid's price as groups of figures that are shown or masked together: each of its rows, what the
 * rows are added up to, and what is made of the price in its own result, in other bids' results and
 * in the figures that all bids have in common.
 */
import type { BidEvaluation } from "../evaluate";
import type { What } from "../step";
import type { Step } from "../step";
import type { FigureGraph } from "./figure-graph";
import { beneath, isFigure } from "./figure-graph";

/** What is masked for one bid's sake. */
export type Cover = {
  /** Ids of the bid's own price rows. */
  readonly rows: ReadonlySet<string>;
  /** Whether the price as a whole is masked, with its parts by authority. */
  readonly total: boolean;
  /** Bids whose results are masked, with the figures on the way; "" is what all bids share. */
  readonly results: ReadonlySet<string>;
};

/** Figures of one row that carry another id than the row's. */
const sums: ReadonlySet<What> = new Set<What>(["own-price", "contract-value"]);

export class BidFigures {
  readonly rows = new Map<string, Set<Step>>();
  private readonly total = new Set<Step>();
  private readonly results = new Map<string, Set<Step>>();
  /** Every figure that depends on the bid's price, each after those it was made from. */
  readonly all: readonly Step[];
  /** The price as offered and in use, and the unit price of each row. */
  readonly whole: readonly Step[];
  readonly unitPrices = new Map<string, Step>();

  constructor(
    graph: FigureGraph,
    readonly bid: BidEvaluation,
  ) {
    const roots = graph.priceRoots(bid);
    const ofPrice = new Set(roots.flatMap((root) => [...beneath(root)]));
    for (const step of ofPrice) if (this.isUnitPrice(step)) this.unitPrices.set(idOf(step), step);
    const isInRows = bid.bid.prices !== undefined;
    this.whole = isInRows ? [bid.price.offered] : roots.slice(0, 2);
    const own = isInRows ? [...this.unitPrices.values()] : roots.slice(0, 2);
    const inputs = new Set(own.flatMap((step) => [...beneath(step)]));
    const dependent = graph.dependents(inputs);
    this.all = [...dependent];
    for (const step of dependent) this.group(step, ofPrice);
  }

  /** The other bids that the price is part of a figure of; "" where it is in one that all share. */
  get others(): string[] {
    return [...this.results.keys()].filter((id) => id !== this.bid.bid.id);
  }

  /** What a cover masks. */
  hiddenBy({ rows, total, results }: Cover): Set<Step> {
    return new Set([
      ...[...rows].flatMap((id) => [...(this.rows.get(id) ?? [])]),
      ...(total ? this.total : []),
      ...[...results].flatMap((id) => [...(this.results.get(id) ?? [])]),
    ]);
  }

  private isUnitPrice({ about: { what, bid } }: Step): boolean {
    return what === "unit-price" && bid === this.bid.bid.id;
  }

  private group(step: Step, ofPrice: ReadonlySet<Step>): void {
    const { bid = "", what } = step.about;
    const isOwn = bid === this.bid.bid.id;
    const row = idOf(step);
    if (isOwn && this.unitPrices.has(row) && !sums.has(what) && isOfRow(step, ofPrice))
      addTo(this.rows, row, step);
    else if (isOwn && ofPrice.has(step)) this.total.add(step);
    else addTo(this.results, bid, step);
  }
}

/** The row that a figure is of: an authority's part of a row has the row in its detail. */
function idOf({ about: { what, id = "", detail = "" } }: Step): string {
  return what === "own-rows" ? detail : id;
}

function isOfRow(step: Step, ofPrice: ReadonlySet<Step>): boolean {
  return (
    ofPrice.has(step) ||
    ["compared-unit-price", "filled-row", "left-out-row"].includes(step.about.what)
  );
}

function addTo(groups: Map<string, Set<Step>>, key: string, step: Step): void {
  const group = groups.get(key) ?? new Set<Step>();
  groups.set(key, group.add(step));
}

/** What a row comes to in the price, in the procurement's currency; nothing where it is blank. */
export function rowTotal({ price }: BidEvaluation, row: string): Step | undefined {
  const total = price.offered.from.find(({ about: { id } }) => id === row);
  return total && isFigure(total) ? total : undefined;
}
