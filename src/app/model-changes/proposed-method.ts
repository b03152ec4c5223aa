/**
 * The rows of the sheet Modell that a way needs, with what is proposed where a row says nothing yet. What
 * stands in a row stays, save the choices that are the change itself. It writes nothing.
 */
import type { EvaluationDocument } from "../../core/document/schema";
import { Exact } from "../../core/number";
import { fullWorths } from "../../lab/full-worth";
import type { ReferencePrice } from "../../lab/synthetic-bids";
import { worthInKronor } from "../../lab/worth-in-kronor";
import { fieldOf } from "../../sheet/fields";
import type { FoundTable } from "../../sheet/locate";
import type { TypedRow } from "../../sheet/typed-rows";
import type { Words } from "../../words/sv/words";
import { typedText } from "./typed-text";
import type { Way } from "./ways";
import { isMethodOf, specOfWay } from "./ways";

/** What a proposal is made from. `words` are the language in which it is typed. */
export type Basis = {
  readonly document: EvaluationDocument;
  readonly reference: ReferencePrice;
  /** Per cent; what the sheet says, or else what is proposed. */
  readonly priceWeight: Exact;
  readonly words: Words;
};

/** A row's key, its value, and whether it replaces what stands there. */
type FieldValue = readonly [key: string, value: string, isForced?: boolean];

/** @param model the sheet Modell as it was found */
export function methodRows(way: Way, basis: Basis, model: FoundTable): TypedRow[] {
  const { document, words } = basis;
  if (isMethodOf(way, document.model)) return [];
  return [...common(way, basis), ...ofWay(way, basis)].flatMap(([key, value, isForced]) => {
    const field = fieldOf("model", key);
    const row = model.rowOf.get(key);
    const isFilled = row !== undefined && model.cell(row, "value").kind !== "blank";
    if (!field || (isFilled && !isForced)) return [];
    const text = field.words?.(words)[value] ?? typedText(value, field.kind, words);
    return [
      row === undefined
        ? { table: "model", texts: { key, value: text } }
        : { table: "model", row: key, texts: { value: text } },
    ];
  });
}

function common(way: Way, { document: { model }, words }: Basis): FieldValue[] {
  const { type } = specOfWay(way);
  const isPriceOnly = type === "lowest-price";
  // Cost is a ground of its own, whether or not quality is weighed (LOU 16 kap. 1 §).
  const basis = isPriceOnly ? "price" : "best-price-quality";
  const label = labelFor(way, model.label, words);
  return [
    ["method.type", type, true],
    ...(model.basis === "cost" ? [] : [["basis", basis, true] as const]),
    ...(label === undefined ? [] : [["label", label, true] as const]),
  ];
}

/** The name of the result in the way, where the name that it has is one of another way's. */
function labelFor(way: Way, label: string, words: Words): string | undefined {
  const { labels } = words.pane.modelChanges;
  const isOwn = !Object.values(labels).includes(label);
  return isOwn || labels[way] === label ? undefined : labels[way];
}

function ofWay(way: Way, basis: Basis): FieldValue[] {
  const { document, reference, priceWeight } = basis;
  const weighed: readonly FieldValue[] = [
    ["method.price.weight", priceWeight.toText()],
    ["method.quality", "as-is"],
  ];
  switch (way) {
    case "points": {
      const { best, worst } = anchors(basis);
      return [
        ...weighed,
        ["method.price.scale.type", "absolute-linear", true],
        ["method.price.scale.best", best.toText()],
        ["method.price.scale.worst", worst.toText()],
      ];
    }
    case "relative":
      return [...weighed, ["method.price.scale.type", "relative-lowest", true]];
    case "quotient":
      return [
        ["method.form", "quality-per-price"],
        ["method.multiplier", "1000000"],
      ];
    case "fixed-price":
      return [["method.price", reference.price.rounded(0, "half-up").toText()]];
    case "priority-order":
      return orderOf(document);
    default:
      return [];
  }
}

const hundred = Exact.of("100");
const half = Exact.of("0.5");

/**
 * The prices that give all points and none. They lie so far apart that the criteria are worth as many
 * kronor as before, where that is known and leaves prices above zero; the dearest is the ceiling.
 */
function anchors({ document, reference, priceWeight }: Basis): Record<"best" | "worst", Exact> {
  const { price, from } = reference;
  const left = hundred.minus(priceWeight);
  const all = worthInKronor(fullWorths(document).total, document, price);
  const same =
    all && all !== "any-price" && left.compare(Exact.zero) > 0
      ? all.amount.times(priceWeight).over(left)
      : price;
  const span = same.compare(price) < 0 ? same : price.times(half);
  const worst = from === "ceiling" ? price : price.plus(span.times(half));
  const [high, low] = [worst, worst.minus(span)].map((each) => each.rounded(0, "half-up"));
  return { best: low ?? price, worst: high ?? price };
}

/** Every criterion, and the price last; candidates in a selection state none (LOU 4 kap. 6 §). */
function orderOf({ criteria, procurement }: EvaluationDocument): FieldValue[] {
  const keys = [
    ...criteria.map(({ id }) => id),
    ...(procurement.stage === "selection" ? [] : ["price"]),
  ];
  return keys.map((key, n) => [`method.order[${n}]`, key]);
}
