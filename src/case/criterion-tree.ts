/**
 * The criteria as a tree for the pane: each in a line with what full marks on it are worth, and what
 * they come to together, as the sheets say or as the form says while it is typed in. It enters nothing.
 */
import type { Arrangement } from "../app/arranged-criteria";
import { arrangementsOf, spotIn } from "../app/arranged-criteria";
import { bidsScoredOn } from "../app/arrange-criteria";
import { lastOf } from "../core/document/recorded";
import type { Criterion, EvaluationDocument } from "../core/document/schema";
import { everyCriterion } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { Exact } from "../core/number";
import { criterionAt } from "../core/place";
import type { FullWorth, FullWorths } from "../lab/full-worth";
import { fullWorths } from "../lab/full-worth";
import type { ReferencePrice } from "../lab/synthetic-bids";
import { referencePrice } from "../lab/synthetic-bids";
import type { Words } from "../words/sv/words";
import { withTyped } from "./typed-worth";
import type { RowRequest } from "./row-answers";

/** A criterion in its line of the tree. */
export type CriterionLine = {
  readonly id: string;
  readonly name: string;
  /** By ids, where findings about it are. */
  readonly place: string;
  /** How deep in the tree, from 0. */
  readonly depth: number;
  readonly isGroup: boolean;
  readonly scale: string;
  /** Scored in some bid, it is neither divided nor taken away. */
  readonly isScored: boolean;
  readonly arrangements: readonly Arrangement[];
};

/** What full marks are worth, in words: of each criterion by its id, and of all of them. */
export type WorthAnswer = {
  readonly of: { readonly [id: string]: string };
  readonly sums: readonly string[];
};

export type CriteriaAnswer = {
  /** Published, they can be read and not changed. */
  readonly isPublished: boolean;
  readonly lines: readonly CriterionLine[];
  readonly worth: WorthAnswer;
};

export function criteriaAnswer(evaluation: Evaluation, words: Words): CriteriaAnswer {
  const { document } = evaluation;
  return {
    isPublished: lastOf(document, "published") !== undefined,
    lines: linesOf(document.criteria, { document, words }),
    worth: worthAnswer(document, referencePrice(document, evaluation), words),
  };
}

/** The worths as they would be with what is typed in a criterion's form. */
export function typedWorth(
  evaluation: Evaluation,
  request: RowRequest,
  parent: string,
  words: Words,
): WorthAnswer {
  const { document } = evaluation;
  const typed = withTyped(document, request, parent);
  return worthAnswer(typed, referencePrice(document, evaluation), words);
}

function linesOf(
  criteria: readonly Criterion[],
  setting: { readonly document: EvaluationDocument; readonly words: Words },
  depth = 0,
): CriterionLine[] {
  const { document, words } = setting;
  return criteria.flatMap((criterion) => {
    const { id, name, children = [] } = criterion;
    const spot = spotIn(document.criteria, id);
    const isScored = bidsScoredOn(criterion, document).length > 0;
    return [
      {
        id,
        name,
        place: criterionAt(id),
        depth,
        isGroup: criterion.children !== undefined,
        scale: scaleLine(criterion, words),
        isScored,
        arrangements: (spot ? arrangementsOf(spot) : []).filter(
          (each) => !isScored || (each !== "split" && each !== "remove"),
        ),
      },
      ...linesOf(children, setting, depth + 1),
    ];
  });
}

/** The scale in few words: "Nivåer 0–3", "Poäng 0–10", "Ja/nej". */
function scaleLine({ scale, children }: Criterion, words: Words): string {
  if (children) return "";
  const { noScale, range } = words.rowForms.tree;
  if (!scale) return noScale;
  const name = words.scaleTypes[scale.type];
  const ends = endsOf(scale);
  return ends ? `${name} ${range(words.number(ends[0]), words.number(ends[1]))}` : name;
}

function endsOf(scale: NonNullable<Criterion["scale"]>): readonly [string, string] | undefined {
  if (scale.type === "points") return [scale.zero, scale.max];
  if (scale.type === "measure") return [scale.worst, scale.best];
  if (scale.type !== "levels") return undefined;
  const [first = Exact.zero, ...rest] = scale.levels.map(({ value }) => Exact.of(value));
  return [Exact.smallest(first, ...rest).toText(), Exact.largest(first, ...rest).toText()];
}

type WorthSetting = {
  readonly currency: string;
  readonly reference: ReferencePrice;
  readonly words: Words;
};

function worthAnswer(
  document: EvaluationDocument,
  reference: ReferencePrice,
  words: Words,
): WorthAnswer {
  const worths = fullWorths(document);
  const setting = { currency: document.procurement.currency, reference, words };
  return {
    of: Object.fromEntries(
      [...everyCriterion(document.criteria)].map((criterion) => [
        criterion.id,
        worthLine(criterion, worths, setting),
      ]),
    ),
    sums: sumLines(document, worths, setting),
  };
}

/** "500 000 SEK · 10,2 %", and of a group what the weights under it come to. */
function worthLine(criterion: Criterion, { of }: FullWorths, setting: WorthSetting): string {
  const { words } = setting;
  const { share, ...worth } = of.get(criterion.id) ?? {};
  const parts = [
    amountOf(worth, setting),
    share ? `${percent(share, words)} %` : "",
    weightsUnder(criterion, words),
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

function amountOf({ amount, ofPrice }: FullWorth, { currency, words }: WorthSetting): string {
  if (amount) return `${words.number(amount.toDecimal(2))} ${currency}`;
  return ofPrice ? words.rowForms.tree.ofPrice(percent(ofPrice, words)) : "";
}

function weightsUnder({ children, aggregate }: Criterion, words: Words): string {
  const weights = (children ?? []).flatMap(({ weight }) => weight ?? []);
  if (!children || aggregate === "points" || weights.length === 0) return "";
  const sum = Exact.sum(weights.map((weight) => Exact.of(weight)));
  return words.rowForms.tree.weightsUnder(percent(sum, words));
}

function sumLines(
  { criteria, model: { method } }: EvaluationDocument,
  { total }: FullWorths,
  setting: WorthSetting,
): string[] {
  const { words, reference } = setting;
  const { tree } = words.rowForms;
  if (criteria.length === 0) return [];
  if (total.share) {
    const price = method.type === "points" ? words.number(method.price.weight) : undefined;
    return [tree.sumOfWeights(percent(total.share, words), price)];
  }
  const sum = amountOf(total, setting);
  if (sum === "") return [];
  if (reference.from === "assumed" || reference.price.isZero()) return [tree.sum(sum)];
  const price = `${words.number(reference.price.toDecimal(2))} ${setting.currency}`;
  const hundred = Exact.of("100");
  // For a per cent of the price, the amount that it is at the reference price.
  const beside = total.amount
    ? `${percent(total.amount.times(hundred).over(reference.price), words)} %`
    : amountOf(
        { amount: (total.ofPrice ?? Exact.zero).times(reference.price).over(hundred) },
        setting,
      );
  return [tree.sumBeside(sum, beside, tree.prices[reference.from], price)];
}

function percent(value: Exact, words: Words): string {
  return words.number(value.toDecimal(1));
}
