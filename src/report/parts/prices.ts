/**
 * What each bid offered, what the evaluation used, and the rows that it is the sum of; in a joint
 * procurement also what each authority pays of it.
 */
import type { BidEvaluation } from "../../core/evaluate";
import type { PriceItem } from "../../core/document/schema";
import { own } from "../../core/document/schema";
import { authorityValues, contractValue, hasUncounted } from "../../core/contract-values";
import { rowTotals } from "../../core/price";
import { priceCorrections } from "../../core/price-as-offered";
import { isInModel, isPercentRow } from "../../core/price-form";
import type { Exact } from "../../core/number";
import type { Step, Value, What } from "../../core/step";
import { quantityTogether } from "../../core/row-quantities";
import type { Block } from "../../content/paper";
import { amountText, stepName, valueText } from "../../words/sentences";
import type { ReaderCase } from "../redacted-figures";
import { correctionText, offeredPriceText, priceChanges, usedPriceText } from "../price-as-used";
import { hiddenText, nameOf } from "../redacted-figures";
import { heading } from "./blocks";

export function pricesPart(readerCase: ReaderCase): Block[] {
  const { bids } = readerCase.evaluation;
  const say = readerCase.words.protocol;
  const changed = bids.some((each) => priceChanges(each, readerCase).length > 0);
  const totals: Block = {
    kind: "table",
    caption: say.headings.prices,
    columns: [say.bidder, say.price, ...(changed ? [say.usedPrice, say.priceChange] : [])],
    figures: changed ? [1, 2] : [1],
    rows: bids.map((each) => [
      nameOf(each.bid.id, readerCase),
      offeredPriceText(each, readerCase),
      ...(changed
        ? [usedPriceText(each, readerCase), priceChanges(each, readerCase).join("; ")]
        : []),
    ]),
  };
  return [totals, ...priceParts(bids, readerCase), ...contractValues(readerCase)];
}

/**
 * What each authority pays the awarded or proposed bid over the contract, with every option as if it
 * were used (LOU 5 kap. 3 §); without those that are not counted in a column of its own. Nothing where
 * one authority buys alone.
 */
export function contractValues(readerCase: ReaderCase): Block[] {
  const { evaluation, secrets, words } = readerCase;
  const { award, document } = evaluation;
  const { contracts: say, protocol } = words;
  const rowsOf = (bid: string) => {
    const together = contractValue(document, bid);
    const values = authorityValues(document, bid);
    const rows = values.map((each) => [each.authority.name, each] as const);
    if (together && rows.length > 1) return [...rows, [protocol.total, together] as const];
    return document.model.contracts === "separate" ? rows : [];
  };
  return award.flatMap((bid): Block[] => {
    const rows = rowsOf(bid);
    if (rows.length === 0) return [];
    const isSecret = secrets.bids.has(bid);
    const told = (value: Exact | undefined) =>
      isSecret ? words.secret : partText(value, readerCase);
    const isSplit = hasUncounted(rows.map(([, value]) => value));
    return [
      {
        kind: "table",
        caption: say.values(nameOf(bid, readerCase)),
        columns: [say.authority, ...(isSplit ? [say.valueCounted, say.valueWhole] : [say.value])],
        figures: isSplit ? [1, 2] : [1],
        rows: rows.map(([name, { counted, whole }]) => [
          name,
          ...(isSplit ? [told(counted)] : []),
          told(whole),
        ]),
      },
    ];
  });
}

/** The price rows of each bid that has any, with their sum; nothing where bids have a total only. */
export function priceRowsPart(readerCase: ReaderCase): Block[] {
  const say = readerCase.words.protocol;
  return readerCase.evaluation.bids
    .filter(({ bid }) => bid.prices !== undefined)
    .flatMap((each) => [
      heading(say.priceRows(each.bid.bidder), 2),
      priceRowsTable(each, readerCase),
    ]);
}

/**
 * What the prices of these bids are made of: each authority's own part, the published costs that are
 * added to them, and the contract value where it is another sum. Nothing where a price has no parts.
 */
export function priceParts(bids: readonly BidEvaluation[], readerCase: ReaderCase): Block[] {
  const { document } = readerCase.evaluation;
  const { protocol: say, ownPrice, names } = readerCase.words;
  const { authorities = [] } = document.model;
  const ofStep = (step: Step | undefined) =>
    hiddenText(step, readerCase) ?? partText(step?.value, readerCase);
  const columns: readonly (readonly [string, (each: BidEvaluation) => string])[] = [
    ...authorities.map(
      ({ id, name }) =>
        [ownPrice(name), ({ price }: BidEvaluation) => ofStep(price.byAuthority.get(id))] as const,
    ),
    ...(bids.some(({ price }) => price.publishedCosts !== undefined)
      ? [[say.publishedCosts, ({ price }: BidEvaluation) => ofStep(price.publishedCosts)] as const]
      : []),
    ...(bids.some(({ price }) => price.contractValue !== undefined)
      ? [
          [
            names["contract-value"],
            ({ price }: BidEvaluation) => ofStep(price.contractValue),
          ] as const,
        ]
      : []),
  ];
  if (columns.length === 0) return [];
  return [
    {
      kind: "table",
      caption: say.priceParts,
      columns: [say.bidder, ...columns.map(([header]) => header)],
      figures: columns.map((_, n) => n + 1),
      rows: bids.map((each) => [
        nameOf(each.bid.id, readerCase),
        ...columns.map(([, of]) => of(each)),
      ]),
    },
  ];
}

function partText(sum: Exact | undefined, { words }: ReaderCase): string {
  return sum ? amountText(sum, undefined, words) : "–";
}

/** One bid's price rows; a corrected one shows both prices, and the last row is their sum. */
function priceRowsTable(evaluated: BidEvaluation, readerCase: ReaderCase): Block {
  const say = readerCase.words.protocol;
  const { whole } = evaluated.price;
  const rows = priceRows(evaluated, readerCase);
  const hasNotes = rows.some(({ note }) => note !== "");
  const noted = (cells: readonly string[], note: string) => (hasNotes ? [...cells, note] : cells);
  const sumRow = (name: string, step: Step) =>
    noted(
      ["", name, "", "", "", hiddenText(step, readerCase) ?? partText(step.value, readerCase)],
      "",
    );
  const sum = sumRow(say.total, whole);
  // Blank rows and rounding change the sum; the price that was compared then has a row of its own.
  const used = sumRow(say.usedPrice, evaluated.price.price);
  return {
    kind: "table",
    caption: say.priceRows(evaluated.bid.bidder),
    columns: noted(
      [
        say.row,
        readerCase.words.headers.prices.name,
        say.unitPrice,
        say.quantity,
        say.periods,
        say.rowTotal,
      ],
      say.countedAs,
    ),
    figures: [2, 3, 4, 5],
    rows: [
      ...rows.map(({ cells, note }) => noted(cells, note)),
      sum,
      ...(used[5] === sum[5] ? [] : [used]),
    ],
  };
}

type NotedRow = { readonly cells: readonly string[]; readonly note: string };

function priceRows({ bid, price }: BidEvaluation, readerCase: ReaderCase): NotedRow[] {
  const { evaluation, words } = readerCase;
  const { document } = evaluation;
  const corrections = new Map(
    priceCorrections(document, bid.id).map((record) => [record.of ?? "", record]),
  );
  const rows = new Map(rowTotals(price).map((step) => [step.about.id ?? "", step]));
  const offeredRows = document.priceItems.filter((item) => isInModel(item, bid));
  return offeredRows.map((item) => {
    const { id, name, unit, periods, amount } = item;
    const offered = amount ?? (bid.prices && own(bid.prices, id));
    const offeredText = offered === undefined ? "–" : words.number(offered);
    const correction = corrections.get(id);
    const hidden = hiddenRow(bid.id, id, readerCase);
    const total = rows.get(id);
    const unitPrice = correction
      ? words.protocol.correctedTo(offeredText, words.number(correction.new), correction.id)
      : offeredText;
    return {
      cells: [
        id,
        `${name} (${unit})`,
        hidden ?? unitPrice,
        isPercentRow(item) ? "" : words.number(quantityTogether(item)),
        isPercentRow(item) ? "" : words.number(periods ?? "1"),
        hidden ?? partText(total?.value, readerCase),
      ],
      note: [
        noteOf(item, total, readerCase),
        correction && hidden === undefined ? correctionText(correction, readerCase) : "",
      ]
        .filter(Boolean)
        .join("; "),
    };
  });
}

/** The marker in place of a row that may not be shown; nothing where it may. */
function hiddenRow(bid: string, row: string, { secrets, words }: ReaderCase): string | undefined {
  if (!secrets.has(bid, "price") && !secrets.has(bid, "price-item", row)) return undefined;
  const isComplement = secrets.complements.some(
    (each) => each.figure === "row" && each.bid === bid && each.row === row,
  );
  return isComplement ? words.masked : words.secret;
}

/** What the table has columns for already. */
const ownColumns: ReadonlySet<What> = new Set<What>([
  "unit-price",
  "quantity",
  "quantities-together",
  "periods",
]);

/** What else the row is multiplied by, what it does to the sum, and whose figure it is. */
function noteOf(item: PriceItem, total: Step | undefined, readerCase: ReaderCase): string {
  const { words, evaluation } = readerCase;
  const { effect, on, amount, source, authority, counted } = item;
  const product = total?.rule.kind === "negated" ? total.from[0] : total;
  const factors: readonly Step<Value>[] = product?.rule.kind === "product" ? product.from : [];
  const publisher = evaluation.document.model.authorities?.find(({ id }) => id === authority);
  return [
    ...(effect === undefined || effect === "price" ? [] : [words.rowEffects[effect]]),
    ...(on === undefined ? [] : [`${words.headers.prices.on} ${on}`]),
    ...(amount === undefined ? [] : [words.headers.prices.amount]),
    ...(source === undefined ? [] : [source]),
    ...(publisher ? [publisher.name] : []),
    ...(counted === false || (total === undefined && item.years !== undefined)
      ? [words.protocol.notCounted]
      : []),
    ...factors
      .filter(({ about }) => !ownColumns.has(about.what) && about.what !== "published-amount")
      .map((factor) => {
        const { about, rule, value } = factor;
        const named = stepName({ what: about.what }, words);
        // An indexed unit price is made of the bid's own.
        return `${named} ${hiddenText(factor as Step, readerCase) ?? valueText(rule, value, words)}`;
      }),
  ].join("; ");
}
