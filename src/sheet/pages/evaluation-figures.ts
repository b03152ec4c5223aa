/**
 * Which figures the sheet Utvärdering shows of every bid, in the order of a bid's journey from
 * offered price to rank: how each is headed, which step it is, and how it is shown. It knows no
 * cells.
 */
import type { BidEvaluation, Evaluation } from "../../core/evaluate";
import type { Fulfilment } from "../../core/criteria";
import { everyFulfilment } from "../../core/criteria";
import { namesIn } from "../../core/document/names";
import { Exact } from "../../core/number";
import { priceKind } from "../../core/price-as-offered";
import type { Step, Value, What } from "../../core/step";
import type { Words } from "../../words/sv/words";
import { capital, stepName } from "../../words/sentences";
import { namedId } from "../../words/named-id";
import { decimalFormat } from "../decimal-cells";
import { noise } from "../formulas/formula-text";

/** One column of figures: how to head it, and which step of a bid it shows. */
export type Figure = {
  readonly key: string;
  readonly header: string;
  readonly of: (bid: BidEvaluation) => Step<Value>;
  readonly format: string;
  /**
   * What float noise is measured against: the price it comes from, 1 (points, shares), or itself (a
   * quotient).
   */
  readonly size: "amount" | "one" | "own";
};

/**
 * An amount with every decimal of it: 899.001 must not look like a price of 899.00, nor two results
 * of different rank alike.
 */
export const fullAmount = "#,##0.00########";

const formats = {
  amount: "#,##0.00",
  // "0.####" shows a whole number with a bare decimal sign in Excel: "5,".
  figure: "General",
  quotient: "0.0#########",
  share: "0.0000",
  count: "0",
  unrounded: "#,##0.00######",
};

const thousand = Exact.of("1000");

/**
 * How one live figure is shown. A whole number has a format of its own, which still shows the
 * decimals that a later change of the input may bring.
 */
export function liveFormat(value: Value | undefined): string {
  if (!(value instanceof Exact) || !value.rounded(0, "half-up").equals(value))
    return "#,##0.0#########";
  return value.compare(thousand) < 0 ? formats.figure : fullAmount;
}

/** The look of the figures that a result is made of. */
type Look = Pick<Figure, "format" | "size">;

const amountLook: Look = { format: formats.amount, size: "amount" };
const countLook: Look = { format: formats.count, size: "one" };

/**
 * Points and quotients are small figures made of large ones, so that the noise of a quotient is
 * measured against itself.
 */
function resultLook({ unit, document: { model } }: Evaluation): Look {
  if (unit !== "") return amountLook;
  return model.method.type === "quotient"
    ? { format: formats.quotient, size: "own" }
    : { format: formats.figure, size: "one" };
}

/** The figures in the order of a bid's journey; every bid has the same. */
export function figuresOf(evaluation: Evaluation, words: Words): Figure[] {
  const { notMet, open, price } = words.figures;
  const look = resultLook(evaluation);
  return [
    { key: "not-met", header: notMet, of: ({ compliance }) => compliance.notMet, ...countLook },
    { key: "open", header: open, of: ({ compliance }) => compliance.open, ...countLook },
    ...publishedCostFigures(evaluation, words),
    ...rowFigures(evaluation, words),
    ...partFigures(evaluation, words),
    {
      key: "price",
      header: price,
      of: (bid) => bid.price.price,
      format: fullAmount,
      size: "amount",
    },
    ...criterionFigures(evaluation, look, words),
    ...methodFigures(evaluation, look, words),
    ...resultFigures(evaluation, look, words),
  ];
}

/** From the adjustments to the rank. */
function resultFigures(
  { unit, document: { model } }: Evaluation,
  look: Look,
  words: Words,
): Figure[] {
  const { adjustments, unrounded, standing, rank } = words.figures;
  const rounding = model.rounding.result;
  const figures: Figure[] = [
    { key: "adjustments", header: adjustments, of: (bid) => bid.adjustments, ...look },
  ];
  if (rounding)
    figures.push({
      key: "unrounded",
      header: unrounded,
      of: (bid) => bid.unrounded,
      ...look,
      format: formats.unrounded,
    });
  const plainFormat = unit === "" ? look.format : fullAmount;
  figures.push(
    {
      key: "result",
      header: capital(model.label),
      of: (bid) => bid.result,
      ...look,
      format: rounding ? decimalFormat(rounding.decimals) : plainFormat,
    },
    {
      key: "standing",
      header: standing,
      of: (bid) => bid.standing,
      format: "General",
      size: "one",
    },
    { key: "rank", header: rank, of: (bid) => bid.rank, ...countLook },
  );
  return figures;
}

/** What the bidder asks and the published costs that are added, where the price form has any. */
function publishedCostFigures({ bids }: Evaluation, words: Words): Figure[] {
  if (bids[0]?.price.publishedCosts === undefined) return [];
  const figure = (what: What, of: Figure["of"]): Figure => ({
    key: what,
    header: stepName({ what }, words),
    of,
    format: formats.amount,
    size: "amount",
  });
  return [
    figure(priceKind(bids), ({ price }) => price.offered),
    figure("published-costs", ({ price }) => price.publishedCosts as Step),
  ];
}

/** The price before blank rows, and each optional price row that some bids left blank. */
function rowFigures({ bids, document }: Evaluation, words: Words): Figure[] {
  const names = namesIn(document);
  return (bids[0]?.price.rowFigures ?? []).map(({ about: { what, id } }, n) => ({
    key: `${what} ${id ?? ""}`,
    header: stepName(
      { what: headed(what, bids), ...(id === undefined ? {} : { id }) },
      words,
      names,
    ),
    of: ({ price }) => price.rowFigures[n] as Step,
    format: formats.amount,
    size: "amount",
  }));
}

/** Each authority's own part of the price, and the whole contract's value where that is another. */
function partFigures({ bids, document: { model } }: Evaluation, words: Words): Figure[] {
  const own = (model.authorities ?? []).map(({ id, name }): Figure => ({
    key: `own-price ${id}`,
    header: words.ownPrice(name),
    of: ({ price }) => price.byAuthority.get(id) as Step,
    format: formats.amount,
    size: "amount",
  }));
  if (bids[0]?.price.contractValue === undefined) return own;
  return [
    ...own,
    {
      key: "contract-value",
      header: stepName({ what: "contract-value" }, words),
      of: ({ price }) => price.contractValue as Step,
      format: formats.amount,
      size: "amount",
    },
  ];
}

/** One corrected price makes a column one of prices after corrections, which the others are too. */
function headed(what: What, bids: Evaluation["bids"]): What {
  const isPrice = what === "offered-price" || what === "corrected-price";
  return isPrice ? priceKind(bids) : what;
}

/** Value, points and share of every criterion, and what a root adds to the result. */
function criterionFigures(evaluation: Evaluation, look: Look, words: Words): Figure[] {
  const first = evaluation.bids[0];
  if (!first) return [];
  const unit = evaluation.unit === "" ? "" : `, ${evaluation.unit}`;
  const names = namesIn(evaluation.document);
  return [...everyFulfilment(first.criteria)].flatMap((fulfilment, n) => {
    const { id } = fulfilment.criterion;
    const name = namedId(id, names);
    const figures = fulfilmentFigures(fulfilment, { n, name }, words);
    return first.adjustmentOf.has(id)
      ? [
          ...figures,
          {
            key: `adjustment ${id}`,
            header: `${name}${unit}`,
            of: (bid: BidEvaluation) => bid.adjustmentOf.get(id) as Step,
            ...look,
          },
        ]
      : figures;
  });
}

/** @param n which criterion it is in the order of the model, the same in every bid, and its name */
function fulfilmentFigures(
  { criterion: { id }, value, points, children }: Fulfilment,
  { n, name }: { readonly n: number; readonly name: string },
  words: Words,
): Figure[] {
  const nth = (bid: BidEvaluation) => [...everyFulfilment(bid.criteria)][n] as Fulfilment;
  const look: Look = { format: formats.figure, size: "one" };
  const figures: Figure[] = [];
  if (value)
    figures.push({
      key: `value ${id}`,
      header: `${name}: ${words.figures.value}`,
      of: (bid) => nth(bid).value as Step,
      ...look,
    });
  if (points && children.length > 0)
    figures.push({
      key: `points ${id}`,
      header: `${name}: ${words.figures.points}`,
      of: (bid) => nth(bid).points as Step,
      ...look,
    });
  figures.push({
    key: `share ${id}`,
    header: `${name}: ${words.figures.share}`,
    of: (bid) => nth(bid).share,
    format: formats.share,
    size: "one",
  });
  return figures;
}

/**
 * The method's own figures on the way: prices and shares that are compared, grades, the price's
 * points.
 */
function methodFigures({ bids, document }: Evaluation, result: Look, words: Words): Figure[] {
  const names = namesIn(document);
  return (bids[0]?.figures ?? []).map(({ about }, n) => ({
    key: `${about.what} ${about.id ?? ""}`,
    header: stepName(
      { what: about.what, ...(about.id === undefined ? {} : { id: about.id }) },
      words,
      names,
    ),
    of: ({ figures }) => figures[n] as Step,
    ...(about.what === "compared-price"
      ? { format: formats.amount, size: "amount" }
      : about.what.endsWith("share")
        ? { format: formats.share, size: "one" }
        : result),
  }));
}

/**
 * How far a figure may lie from another and still be float noise, as a formula over its own cell
 * and the price.
 */
export function slackOf(size: Figure["size"], own: string, price: string): string {
  return {
    amount: `${noise}*MAX(1,ABS(N(${price})))`,
    one: `${noise}*MAX(1,ABS(N(${own})))`,
    own: `${noise}*ABS(N(${own}))`,
  }[size];
}
