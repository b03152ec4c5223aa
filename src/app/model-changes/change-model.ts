/**
 * Another way to turn scores into a result, or another scale, as rows of every sheet that it touches and
 * the cells to write. What the new way does not read stays where it is and is told. It writes nothing.
 */
import type { Criterion, EvaluationDocument } from "../../core/document/schema";
import { everyCriterion, leaves } from "../../core/document/schema";
import { evaluate } from "../../core/evaluate";
import type { Finding } from "../../core/finding";
import { finding, newSince } from "../../core/finding";
import { methodOf } from "../../core/methods/registry";
import { modelFindings } from "../../core/model-findings";
import { Exact } from "../../core/number";
import { criterionAt } from "../../core/place";
import { referencePrice } from "../../lab/synthetic-bids";
import type { FoundTables } from "../../sheet/locate";
import { readWorkbook } from "../../sheet/read";
import type { TypedRow } from "../../sheet/typed-rows";
import { readWeight } from "../../sheet/weight-cells";
import type { WorkbookReading } from "../../sheet/workbook";
import type { Words } from "../../words/sv/words";
import { bidsScoredOn } from "../arrange-criteria";
import { enterRows } from "../enter-row";
import { changedRows } from "./changed-rows";
import type { FindingAsked } from "./mend-finding";
import { mendFinding } from "./mend-finding";
import type { ModelChanged } from "./model-changed";
import { scaleRows, worthRows } from "./criterion-changes";
import type { Basis } from "./proposed-method";
import { methodRows } from "./proposed-method";
import { proposedWorths } from "./proposed-worths";
import type { ScaleWay, TypedMeasure } from "./proposed-scale";
import type { Way } from "./ways";
import { isMethodOf } from "./ways";

/** @see Way, ScaleWay; `criterion` is the only one to change, and all where it is left out */
export type ModelChange =
  | WayOrScale
  /** The one remedy of a finding. */
  | ({ readonly kind: "remedy" } & FindingAsked);

type WayOrScale =
  | { readonly kind: "way"; readonly way: Way; readonly criterion?: string }
  | {
      readonly kind: "scale";
      readonly scale: ScaleWay;
      readonly criterion?: string;
      readonly measure?: TypedMeasure;
    };

/** @param all every language that a workbook may be in, the reader's first */
export function changeModel(
  reading: WorkbookReading,
  change: ModelChange,
  all: readonly [Words, ...Words[]],
): ModelChanged {
  if (change.kind === "remedy") return mendFinding(reading, change, all);
  const { document, findings, places, words = all[0] } = readWorkbook(reading, all);
  if (!document) return { refused: findings.filter(isBlocking) };
  const typed = rowsOf(change, document, places.tables, words);
  if (typed.refused) return { refused: typed.refused };
  const entered = enterRows(reading, typed.rows, all);
  if (entered.refused) return { refused: entered.refused };
  const { amendment, document: after } = entered;
  const found = modelFindingsOf(after);
  // A worth by points, for one, has no use of a measure.
  const unfit = newSince(modelFindingsOf(document), found).filter(isBlocking);
  if (change.kind === "scale" && unfit.length > 0) return { refused: unfit };
  return {
    amendment,
    rows: changedRows(typed.rows, places.tables, words),
    before: document,
    after,
    kept: newSince(findings, [...entered.findings, ...found]).filter(({ code }) =>
      keptCodes.has(code),
    ),
  };
}

const keptCodes: ReadonlySet<string> = new Set<Finding["code"]>([
  "key-without-effect",
  "field-laid-aside",
  "scale-laid-aside",
  "levels-laid-aside",
]);

function modelFindingsOf(document: EvaluationDocument): Finding[] {
  return modelFindings(document, methodOf(document.model.method.type));
}

function isBlocking({ severity }: Finding): boolean {
  return severity === "blocking";
}

type Rows =
  | { readonly rows: readonly TypedRow[]; readonly refused?: never }
  | { readonly refused: readonly Finding[]; readonly rows?: never };

function rowsOf(
  change: WayOrScale,
  document: EvaluationDocument,
  tables: FoundTables,
  words: Words,
): Rows {
  const { criterion: id } = change;
  const { criteria } = document;
  const candidates = change.kind === "way" ? criteria : leaves(criteria);
  const chosen = id === undefined ? candidates : candidates.filter((each) => each.id === id);
  if (id !== undefined && chosen.length === 0) return { refused: [gone(id, document)] };
  const scored = change.kind === "scale" ? scoredFindings(chosen, document) : [];
  if (scored.length > 0) return { refused: scored };
  if (change.kind === "scale")
    return { rows: chosen.flatMap((each) => scaleRows(change, each, tables, words)) };
  return wayRows(change.way, chosen, id !== undefined, basisOf(document, tables, words), tables);
}

/** A score is a figure on its scale, and says nothing on another. */
function scoredFindings(criteria: readonly Criterion[], document: EvaluationDocument): Finding[] {
  return criteria.flatMap((criterion) => {
    const { id, name } = criterion;
    const bids = bidsScoredOn(criterion, document).map((bid) => bid.id);
    return bids.length === 0
      ? []
      : [finding("criterion-scored", "blocking", criterionAt(id), { id, name, bids })];
  });
}

/** A criterion that is not there, or that is none of those that can be changed so. */
function gone(id: string, { criteria }: EvaluationDocument): Finding {
  const isThere = [...everyCriterion(criteria)].some((each) => each.id === id);
  return finding(isThere ? "criterion-stays" : "criterion-gone", "blocking", criterionAt(id), {
    id,
  });
}

function basisOf(document: EvaluationDocument, tables: FoundTables, words: Words): Basis {
  return {
    document,
    reference: referencePrice(document, evaluate(document)),
    priceWeight: priceWeightIn(tables) ?? Exact.of("50"),
    words,
  };
}

/** The weight of the price as the sheet says it, whether or not the method reads it. */
function priceWeightIn({ model }: FoundTables): Exact | undefined {
  const row = model?.rowOf.get("method.price.weight");
  if (!model || row === undefined) return undefined;
  const { value } = readWeight(model.cell(row, "value"));
  return value === undefined ? undefined : Exact.of(value);
}

function wayRows(
  way: Way,
  roots: readonly Criterion[],
  isOne: boolean,
  basis: Basis,
  tables: FoundTables,
): Rows {
  // One criterion alone keeps the method of the model.
  if (isOne && !isMethodOf(way, basis.document.model))
    return {
      refused: roots.map(({ id }) => finding("way-of-method", "blocking", criterionAt(id), { id })),
    };
  const worths = proposedWorths(way, roots, basis);
  const impossible = roots.filter(({ id }) => worths.get(id)?.isImpossible);
  if (impossible.length > 0)
    return {
      refused: impossible.map(({ id, name }) =>
        finding("criterion-without-points", "blocking", criterionAt(id), { id, name }),
      ),
    };
  return {
    rows: [
      ...(isOne || !tables.model ? [] : methodRows(way, basis, tables.model)),
      ...roots.flatMap((root) => worthRows(root, worths.get(root.id), basis.words)),
    ],
  };
}
