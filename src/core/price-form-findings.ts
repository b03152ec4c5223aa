/**
 * What in a price form keeps it from being computed as it is published, and prices that stand where
 * the form has none. Whether a form is wise is the laboratory's question; nothing here changes a
 * figure.
 */
import { ContractYears } from "./contract-years";
import type { Bid, ContractPeriod, EvaluationDocument, PriceItem } from "./document/schema";
import { own } from "./document/schema";
import type { Finding } from "./finding";
import { finding } from "./finding";
import { Inputs } from "./inputs";
import { Exact } from "./number";
import { contractPeriodAt, modelAt, priceAt, priceItemAt, quantityAt } from "./place";
import { isAsked, isInModel, isPercentRow, isPublishedCost, PriceForm } from "./price-form";
import { fractionsMeant } from "./rounded-weights";
import { quantityTogether } from "./row-quantities";

/** What is wrong with the published form itself. */
export function priceFormFindings(document: EvaluationDocument): Finding[] {
  const { priceItems, model } = document;
  return [
    ...shareFindings(priceItems),
    ...tierFindings(priceItems),
    ...priceItems.flatMap((item) => [
      ...quantityFindings(item, document),
      ...limitFindings(item),
      ...(model.lifeCycle && item.years === undefined && !isPercentRow(item)
        ? [
            finding("row-without-years", "blocking", priceItemAt(item.id, "years", "from"), {
              id: item.id,
              name: item.name,
            }),
          ]
        : []),
    ]),
    ...overlapFindings(model.contractPeriods ?? []),
    ...factorFindings(document),
  ];
}

/** Shares of one quantity that do not sum to it exactly are mended by the authority, never scaled. */
function shareFindings(items: readonly PriceItem[]): Finding[] {
  return [...grouped(items, ({ share }) => share?.group)].flatMap(([group, rows]) => {
    const shares = rows.flatMap(({ share }) => share?.percent ?? []);
    const total = Exact.sum(shares.map((each) => Exact.of(each)));
    const [first] = rows;
    if (!first || total.equals(Exact.of("100"))) return [];
    return [
      finding("row-shares-not-100", "blocking", priceItemAt(first.id, "share", "percent"), {
        group,
        ids: rows.map(({ id }) => id),
        sum: total.toText(),
        ...fractionsMeant(shares),
      }),
    ];
  });
}

/** Tiers of one quantity begin where the one before ends, and the last has room for the quantity. */
function tierFindings(items: readonly PriceItem[]): Finding[] {
  return [...grouped(items, ({ tier }) => tier?.group)].flatMap(([group, rows]) => {
    const [first, ...more] = rows;
    if (!first) return [];
    const unlike = more.find((each) => !isSameTier(first, each));
    if (unlike)
      return [
        finding("tiers-unlike", "blocking", priceItemAt(unlike.id, "tier", "group"), {
          group,
          id: unlike.id,
          first: first.id,
        }),
      ];
    const sorted = [...rows].sort((a, b) => overOf(a).compare(overOf(b)));
    return [
      ...sorted.flatMap((row, n) => joinFinding(row, sorted[n - 1], group)),
      ...endFinding(sorted.at(-1) ?? first, group),
    ];
  });
}

function joinFinding(row: PriceItem, before: PriceItem | undefined, group: string): Finding[] {
  const end = before ? before.tier?.upTo : "0";
  if (end !== undefined && Exact.of(end).equals(overOf(row))) return [];
  return [
    finding("tiers-not-joined", "blocking", priceItemAt(row.id, "tier", "over"), {
      group,
      id: row.id,
      over: overOf(row).toText(),
      before: before?.id ?? "",
      upTo: end ?? "",
    }),
  ];
}

/** A quantity above the last tier would have no price. */
function endFinding({ id, tier, quantity, quantities }: PriceItem, group: string): Finding[] {
  const upTo = tier?.upTo;
  if (upTo === undefined) return [];
  const above = Object.values(quantities ?? { all: quantityTogether({ quantity }) }).find(
    (each) => Exact.of(each).compare(Exact.of(upTo)) > 0,
  );
  if (above === undefined) return [];
  return [
    finding("tiers-end", "blocking", priceItemAt(id, "tier", "upTo"), {
      group,
      id,
      upTo,
      quantity: above,
    }),
  ];
}

function overOf({ tier }: PriceItem): Exact {
  return Exact.of(tier?.over ?? "0");
}

/** Rows that price the tiers of one and the same quantity. */
function isSameTier(a: PriceItem, b: PriceItem): boolean {
  const about = ({ tier, quantity, quantities = {}, deliveryModels, authority }: PriceItem) =>
    JSON.stringify([
      tier?.counts,
      Exact.of(quantityTogether({ quantity, quantities })).toText(),
      Object.entries(quantities)
        .map(([id, text]) => `${id} ${Exact.of(text).toText()}`)
        .sort(),
      [...(deliveryModels ?? [])].sort(),
      authority,
    ]);
  return about(a) === about(b);
}

/** What the authorities buy of a row is what the row's price is multiplied by. */
function quantityFindings(
  { id, name, quantity, quantities }: PriceItem,
  { model: { authorities = [] } }: EvaluationDocument,
): Finding[] {
  if (quantities === undefined) return [];
  const missing = authorities.filter((each) => own(quantities, each.id) === undefined);
  const [first] = missing;
  if (first)
    return [
      finding("row-quantity-missing", "blocking", quantityAt(id, first.id), {
        id,
        name,
        authorities: missing.map((each) => each.name),
      }),
    ];
  if (quantity === undefined) return [];
  const total = Exact.sum(Object.values(quantities).map((each) => Exact.of(each)));
  return total.equals(Exact.of(quantity))
    ? []
    : [
        finding("row-quantities-differ", "blocking", priceItemAt(id, "quantity"), {
          id,
          name,
          quantity,
          sum: total.toText(),
        }),
      ];
}

/**
 * A lowest price above 0 gives no advantage to a bid below it (HFD 2022 ref. 41), so it blocks; at or
 * below 0 it only says whether a price may be negative.
 */
function limitFindings({ id, name, floor, ceiling }: PriceItem): Finding[] {
  if (floor === undefined) return [];
  const least = Exact.of(floor);
  return [
    ...(least.compare(Exact.zero) > 0
      ? [finding("row-floor-above-zero", "blocking", priceItemAt(id, "floor"), { id, name, floor })]
      : []),
    ...(ceiling !== undefined && least.compare(Exact.of(ceiling)) > 0
      ? [
          finding("row-limits-contradict", "blocking", priceItemAt(id, "floor"), {
            id,
            name,
            floor,
            ceiling,
          }),
        ]
      : []),
  ];
}

/** A published table of discount factors has one for every year in which a row counts. */
function factorFindings({ model, priceItems }: EvaluationDocument): Finding[] {
  const { lifeCycle } = model;
  if (lifeCycle?.factors === undefined) return [];
  const known = new Set(lifeCycle.factors.map(({ year }) => year));
  const years = new ContractYears(model, new Inputs(undefined));
  const needed = new Set(priceItems.flatMap((item) => years.of(item, "evaluated")));
  const missing = [...needed].filter((year) => !known.has(year)).sort((a, b) => a - b);
  return missing.length === 0
    ? []
    : [
        finding("discount-factor-missing", "blocking", modelAt("lifeCycle", "factors"), {
          years: missing.map(String),
        }),
      ];
}

/** A contract year belongs to one period. */
function overlapFindings(periods: readonly ContractPeriod[]): Finding[] {
  return periods.flatMap((period, n) => {
    const other = periods
      .slice(0, n)
      .find(({ from, to }) => from <= period.to && period.from <= to);
    return other
      ? [
          finding("periods-overlap", "blocking", contractPeriodAt(period.id, "from"), {
            id: period.id,
            name: period.name,
            other: other.name,
            year: Math.max(other.from, period.from),
          }),
        ]
      : [];
  });
}

/** Prices where a bid has no row to price, and asked-for rows outside the evaluated price left blank. */
export function pricesOutsideForm(document: EvaluationDocument, bid: Bid): Finding[] {
  const { id: of, bidder, prices } = bid;
  if (prices === undefined || document.priceItems.every(isAlwaysAsked)) return [];
  const isPriced = ({ id }: PriceItem) => own(prices, id) !== undefined;
  const otherwise = document.priceItems.filter((item) => isPriced(item) !== isAsked(item, bid));
  if (otherwise.length === 0) return [];
  const form = new PriceForm(document, new Inputs(undefined));
  return otherwise.flatMap((item) => {
    const { id, name } = item;
    const where = priceAt(of, id);
    const details = { bid: of, bidder, id, name };
    if (isPriced(item)) {
      if (bid.deliveryModel === undefined && item.amount === undefined) return [];
      const because = isInModel(item, bid) ? "published" : "model";
      return [finding("price-outside-form", "blocking", where, { ...details, because })];
    }
    return item.required !== false && !form.isCounted(item)
      ? [finding("price-outside-blank", "warning", where, details)]
      : [];
  });
}

/**
 * A bid in one total has no rows to add the published costs to, and so would be compared without
 * them.
 */
export function costsNotAdded({ priceItems }: EvaluationDocument, bid: Bid): Finding[] {
  const { id, bidder, price, prices } = bid;
  if (prices !== undefined || price === undefined) return [];
  const ids = priceItems
    .filter((item) => isPublishedCost(item) && isInModel(item, bid) && item.counted !== false)
    .map((item) => item.id);
  return ids.length === 0
    ? []
    : [finding("published-costs-not-added", "open", priceAt(id), { bid: id, bidder, ids })];
}

/** Whether every bid is to price the row, and the price is always counted. */
function isAlwaysAsked({ amount, deliveryModels, counted, years }: PriceItem): boolean {
  return [amount, deliveryModels, counted, years].every((key) => key === undefined);
}

function grouped(
  items: readonly PriceItem[],
  of: (item: PriceItem) => string | undefined,
): Map<string, PriceItem[]> {
  const groups = new Map<string, PriceItem[]>();
  for (const item of items) {
    const name = of(item);
    if (name !== undefined) groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return groups;
}
