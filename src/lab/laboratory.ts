/**
 * The laboratory's two reports: the test of a model before there are bids, and the robustness of
 * an outcome after scoring. Nothing in them changes or enters the evaluation.
 */
import type { Evaluation } from "../core/evaluate";
import { effectiveDocument } from "../core/document/effective";
import { withWorthsInUse } from "../core/worths-in-use";
import type { Exact } from "../core/number";
import { Variant } from "../core/variant";
import { rankedDocument } from "./ranked-document";
import { plainModel } from "./synthetic-bids";
import type { Outlook } from "./who-can-win";
import { outlooksOf } from "./who-can-win";
import type { Properties } from "./properties";
import { independent, properties } from "./properties";
import type { Reversal } from "./rank-reversal";
import { reversalByAddition, reversalsByAbsence } from "./rank-reversal";
import type { Sensitivity } from "./sensitivity";
import { sensitivities } from "./sensitivity";
import type { Rival } from "./rivals-of-perfect";
import { rivalsOfPerfect } from "./rivals-of-perfect";
import type { TippingPoints } from "./tipping-points";
import type { RowTip } from "./row-tipping-points";
import { rowTips } from "./row-tipping-points";
import { tippingPoints } from "./tipping-points";
import type { StepWorth, Weight } from "./criterion-value";
import { stepWorths, weights } from "./criterion-value";

export type ModelTest = {
  readonly properties: Properties;
  readonly worths: readonly StepWorth[];
  readonly weights: readonly Weight[];
  readonly rivals: readonly Rival[];
};

/**
 * The test of a model; with scored bids also its effective weights.
 * @param expected the price that the user expects, in the procurement's currency
 */
export function modelTest(evaluation: Evaluation, expected?: Exact): ModelTest {
  const document = withWorthsInUse(effectiveDocument(evaluation.document));
  const known = properties(document, evaluation, expected);
  const { price } = known.reference;
  const hasRivals =
    document.model.method.type !== "fixed-price" &&
    document.model.method.type !== "priority-order" &&
    document.criteria.length > 0;
  return {
    properties: known,
    worths: stepWorths(document, price),
    weights: weights(document, evaluation),
    rivals: hasRivals && known.monotone.holds ? rivalsOfPerfect(plainModel(document), price) : [],
  };
}

export type Robustness = {
  readonly tipping: TippingPoints;
  readonly rows: readonly RowTip[];
  readonly reversals: readonly Reversal[];
  readonly added: Reversal | undefined;
  readonly sensitivities: readonly Sensitivity[];
  readonly outlook: readonly Outlook[];
};

/** With more bids than this, leaving out each in turn would take too long. */
const mostLeftOut = 40;

/**
 * The robustness of an outcome. Rank reversals are searched for only where a result depends on
 * other bids.
 */
export function robustness(outcome: Evaluation): Robustness {
  const evaluation = { ...outcome, document: withWorthsInUse(effectiveDocument(outcome.document)) };
  const now = Variant.of(rankedDocument(evaluation));
  const { document } = now;
  const isRelative = !independent(document).holds && document.bids.length <= mostLeftOut;
  const tipping = tippingPoints(evaluation, now);
  return {
    tipping,
    rows: rowTips(evaluation, tipping.prices),
    reversals: isRelative ? reversalsByAbsence(now) : [],
    added: isRelative ? reversalByAddition(now) : undefined,
    sensitivities: sensitivities(evaluation),
    outlook: outlooksOf(evaluation, now),
  };
}
