/**
 * What full marks are worth, in words: of each criterion and of all of them, in kronor and in per cent,
 * and at which price the kronor hold where they depend on one. It computes nothing itself.
 */
import type { Criterion, EvaluationDocument } from "../core/document/schema";
import { everyCriterion } from "../core/document/schema";
import { Exact } from "../core/number";
import type { ExampleWorth } from "../lab/example-worth";
import { exampleWorth } from "../lab/example-worth";
import type { FullWorth, FullWorths } from "../lab/full-worth";
import { fullWorths } from "../lab/full-worth";
import type { ReferencePrice } from "../lab/synthetic-bids";
import { worthInKronor } from "../lab/worth-in-kronor";
import type { Words } from "../words/sv/words";

/** Of each criterion by its id, and of all of them. */
export type WorthAnswer = {
  readonly of: { readonly [id: string]: string };
  readonly sums: readonly string[];
};

type Setting = {
  readonly document: EvaluationDocument;
  readonly reference: ReferencePrice;
  readonly words: Words;
};

const hundred = Exact.of("100");

export function worthAnswer(
  document: EvaluationDocument,
  reference: ReferencePrice,
  words: Words,
): WorthAnswer {
  const worths = fullWorths(document);
  const setting = { document, reference, words };
  return {
    of: Object.fromEntries(
      [...everyCriterion(document.criteria)].map((criterion) => [
        criterion.id,
        worthLine(criterion, worths, setting),
      ]),
    ),
    sums: document.criteria.length === 0 ? [] : sumLines(worths, setting),
  };
}

/** "500 000 SEK · 5,6 % av priset · 10,2 % av allt", and of a group what the weights under it come to. */
function worthLine(criterion: Criterion, { of }: FullWorths, setting: Setting): string {
  const { words } = setting;
  const worth = of.get(criterion.id) ?? {};
  const share = worth.share && percent(worth.share, words);
  const isWeighed = worth.amount === undefined && worth.ofPrice === undefined;
  const parts = [
    ...(isWeighed ? [share ? words.lab.percent(share) : ""] : []),
    amountIn(worth, setting),
    besidePrice(worth, setting),
    ...(isWeighed || !share ? [] : [words.rowForms.tree.ofAll(share)]),
    weightsUnder(criterion, words),
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

/** The amount that is published, or the per cent of the price. */
function amountIn({ amount, ofPrice }: FullWorth, { document, words }: Setting): string {
  if (amount) return money(amount, document, words);
  return ofPrice ? words.rowForms.tree.ofPrice(percent(ofPrice, words)) : "";
}

/** The other way to say it, at the reference price: the per cent of an amount, the amount of the rest. */
function besidePrice(worth: FullWorth, { document, reference, words }: Setting): string {
  const { tree } = words.rowForms;
  const { price, from } = reference;
  if (worth.amount)
    return from === "assumed" || price.isZero()
      ? ""
      : tree.ofPrice(percent(worth.amount.times(hundred).over(price), words));
  const kronor = worthInKronor(worth, document, price);
  if (kronor === undefined)
    return exampleText(exampleWorth(worth, document, price), { document, reference, words });
  return kronor === "any-price"
    ? tree.anyPrice
    : tree.asKronor(money(kronor.amount, document, words));
}

/** An amount that the model does not fix is told as what it is: an example, and what it turns on. */
function exampleText(example: ExampleWorth | undefined, { document, words }: Setting): string {
  const { tree } = words.rowForms;
  if (example === undefined) return "";
  if (example === "any-price") return tree.anyPrice;
  return tree.example[example.by](money(example.amount, document, words));
}

function weightsUnder({ children, aggregate }: Criterion, words: Words): string {
  const weights = (children ?? []).flatMap(({ weight }) => weight ?? []);
  if (!children || aggregate === "points" || weights.length === 0) return "";
  const sum = Exact.sum(weights.map((weight) => Exact.of(weight)));
  return words.rowForms.tree.weightsUnder(percent(sum, words));
}

function sumLines(worths: FullWorths, setting: Setting): string[] {
  const { words, document } = setting;
  const { tree } = words.rowForms;
  const names = document.criteria
    .filter(({ id }) => worths.unknown.includes(id))
    .map(({ name }) => name);
  return [
    ...totalLine(worths, setting),
    ...(names.length > 0 ? [tree.unknown(names)] : []),
    ...priceLine(worths, setting),
    ...exampleLine(worths, setting),
  ];
}

function totalLine({ total }: FullWorths, setting: Setting): string[] {
  const { document, words } = setting;
  const { tree } = words.rowForms;
  const { method } = document.model;
  if (total.share) {
    const price = method.type === "points" ? words.number(method.price.weight) : undefined;
    return [tree.sumOfWeights(percent(total.share, words), price)];
  }
  const sum = amountIn(total, setting);
  const beside = besidePrice(total, setting);
  return sum === "" ? [] : [tree.sum([sum, beside].filter((part) => part !== "").join(", "))];
}

/** At which price the kronor hold, or the per cent, where any are said. */
function priceLine({ of, total }: FullWorths, { document, reference, words }: Setting): string[] {
  const { tree } = words.rowForms;
  const { price, from } = reference;
  const isSaid = [...of.values()].some((worth) => worthInKronor(worth, document, price));
  if (!isSaid || (total.amount && from === "assumed")) return [];
  const told = tree.prices[from](money(price, document, words));
  const { type } = document.model.method;
  if (type === "monetary" || type === "percentage") return [tree.atPrice(told)];
  return [tree.kronorAt(told, type === "quotient")];
}

/** What the amounts that the model does not fix were worked out with, where any are said. */
function exampleLine({ of }: FullWorths, { document, reference, words }: Setting): string[] {
  const { example, prices } = words.rowForms.tree;
  const { price, from } = reference;
  for (const worth of of.values()) {
    const told = exampleWorth(worth, document, price);
    if (told === undefined || told === "any-price") continue;
    const lowest = prices[from](money(price, document, words));
    return [
      told.by === "spread"
        ? example.spreadNote(lowest, money(told.highest, document, words))
        : example.bandsNote(lowest),
    ];
  }
  return [];
}

function money(
  amount: Exact,
  { procurement: { currency } }: EvaluationDocument,
  words: Words,
): string {
  return `${words.number(amount.toDecimal(2))} ${currency}`;
}

function percent(value: Exact, words: Words): string {
  return words.number(value.toDecimal(1));
}
