/**
 * What the model does, before any bid and on drawn ones, as tables for the pane. It draws from a
 * fixed seed, so that the same model gives the same figures.
 */
import type { Section } from "../content/table";
import type { Evaluation } from "../core/evaluate";
import { everyCriterion } from "../core/document/schema";
import { Exact } from "../core/number";
import { modelTest } from "../lab/laboratory";
import { modelSections } from "../lab/model-tables";
import { blocksOf, Simulator } from "../lab/simulate";
import { setUpSimulation } from "../lab/simulation-setup";
import type { Range } from "../lab/simulation-wishes";
import { modelColumns, simulationSections } from "../lab/simulation-tables";
import { added } from "../lab/tally";
import { nameAmong } from "../words/named-id";
import type { Words } from "../words/sv/words";

/** Draws enough to tell one model from another by a per cent or so, in a fraction of a second. */
const draws = 10_000;

/** Prices are drawn so far below and above the one that the user expects, as factors. */
const [least, most] = [Exact.of("0.8"), Exact.of("1.2")];

/**
 * The tests of a model; without the drawn bids where the model cannot be simulated.
 * @param expected the price that the user expects; without it one is found in the document
 */
export function modelTestSections(
  evaluation: Evaluation,
  words: Words,
  expected?: Exact,
): Section[] {
  const test = modelTest(evaluation, expected);
  const sections = modelSections(
    test.properties,
    test,
    words,
    nameAmong([...everyCriterion(evaluation.document.criteria)]),
  );
  const wishes = { draws, bids: 5, seed: 1, scores: {} };
  const setup = setUpSimulation(
    evaluation,
    [],
    expected ? { ...wishes, price: around(expected) } : wishes,
  );
  if (!("slots" in setup)) return sections;
  const simulator = new Simulator(setup);
  const tallies = Array.from({ length: blocksOf(setup) }, (_, block) =>
    simulator.block(block),
  ).reduce((sum, counts) => sum.map((tally, n) => added(tally, counts[n] ?? tally)));
  return [...sections, ...simulationSections(modelColumns(setup, tallies, words), words)];
}

function around(expected: Exact): Range {
  const bound = (factor: Exact) => expected.times(factor).rounded(0, "half-up").toText();
  return { from: bound(least), to: bound(most) };
}
