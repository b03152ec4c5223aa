/**
 * The findings that have exactly one remedy, each with the act that mends it: which rows are typed, or
 * which column is put back. What takes a judgement is not here, and has no button. It writes nothing.
 */
import type { Criterion, EvaluationDocument } from "../../core/document/schema";
import { everyCriterion } from "../../core/document/schema";
import type { Finding } from "../../core/finding";
import type { FindingCode } from "../../core/findings/catalogue";
import { methodOf } from "../../core/methods/registry";
import { Exact } from "../../core/number";
import type { FoundTables } from "../../sheet/locate";
import type { TypedRow } from "../../sheet/typed-rows";
import type { Words } from "../../words/sv/words";
import { spotIn } from "../arranged-criteria";
import { newIdRows, restoredKeyRows } from "./free-ids";
import { typedText } from "./typed-text";

/** What a remedy is found from; the document is left out while the workbook cannot be read. */
export type Sick = {
  readonly document?: EvaluationDocument | undefined;
  readonly tables: FoundTables;
  readonly words: Words;
};

type Remedy = (finding: Finding, sick: Sick) => readonly TypedRow[];

/** Of a column that is missing, the header is put back; see restored-column. */
export const restoresColumn: FindingCode = "column-missing";

const remedies: { readonly [code in FindingCode]?: Remedy } = {
  "weight-missing": ({ details: { id } }, { document, words }) =>
    restOfGroup(String(id), document, words),
  "criterion-without-worth": ({ details: { id } }, { document, words }) =>
    restOfRoots(String(id), document, words),
  "weights-not-100": fractions,
  "row-shares-not-100": shareFractions,
  "rounding-without-effect": () => [
    { table: "model", row: "rounding.grades", texts: { value: "" } },
  ],
  "row-without-id": ({ where }, { tables }) => [
    ...newIdRows(where, tables),
    ...restoredKeyRows(where, tables),
  ],
  "row-twice": ({ where }, { tables }) => newIdRows(where, tables),
};

/** The rows that mend a finding; none where it has no remedy, or more than one. */
export function remedyRows(finding: Finding, sick: Sick): readonly TypedRow[] {
  return remedies[finding.code]?.(finding, sick) ?? [];
}

const hundred = Exact.of("100");

/** What the siblings leave of 100, where one weight alone is missing and they leave anything. */
function restOfGroup(
  id: string,
  document: EvaluationDocument | undefined,
  words: Words,
): TypedRow[] {
  return rest(id, document && spotIn(document.criteria, id)?.siblings, Exact.zero, words);
}

function restOfRoots(
  id: string,
  document: EvaluationDocument | undefined,
  words: Words,
): TypedRow[] {
  const method = document?.model.method;
  if (!document || !method || !methodOf(method.type).worth.needs.includes("weight")) return [];
  const price = method.type === "points" ? Exact.of(method.price.weight) : Exact.zero;
  return rest(id, document.criteria, price, words);
}

function rest(
  id: string,
  siblings: readonly Criterion[] = [],
  price: Exact,
  words: Words,
): TypedRow[] {
  const others = siblings.filter((each) => each.id !== id);
  const given = others.flatMap(({ weight }) => (weight === undefined ? [] : [Exact.of(weight)]));
  const left = hundred.minus(Exact.sum([price, ...given]));
  if (given.length < others.length || left.compare(Exact.zero) <= 0) return [];
  return [weightRow(id, left.toText(), words)];
}

function weightRow(row: string, weight: string, words: Words): TypedRow {
  return { table: "criteria", row, texts: { weight: typedText(weight, "weight", words) } };
}

/** The fractions that the weights are rounded from; the price's comes last. */
function fractions({ details }: Finding, { document, words }: Sick): TypedRow[] {
  const { ids, fractions: meant, price } = details;
  if (!Array.isArray(ids) || !Array.isArray(meant) || !document) return [];
  const weights = meant as readonly string[];
  const known = new Set([...everyCriterion(document.criteria)].map(({ id }) => id));
  const rows = (ids as readonly string[])
    .filter((id) => known.has(id))
    .map((id, n) => weightRow(id, weights[n] ?? "", words));
  const last = weights.at(-1) ?? "";
  return price === undefined
    ? rows
    : [
        ...rows,
        {
          table: "model",
          row: "method.price.weight",
          texts: { value: typedText(last, "weight", words) },
        },
      ];
}

function shareFractions(
  { details: { ids, fractions: meant } }: Finding,
  { words }: Sick,
): TypedRow[] {
  if (!Array.isArray(ids) || !Array.isArray(meant)) return [];
  return (ids as readonly string[]).map((row, n) => ({
    table: "prices",
    row,
    texts: {
      "share.percent": typedText((meant as readonly string[])[n] ?? "", "weight", words),
    },
  }));
}
