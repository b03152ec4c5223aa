/**
 * What the model does, before any bid and on drawn ones, as tables for the pane. It draws from a
 * fixed seed, so that the same model gives the same figures.
 */
import type { Section } from "../content/table";
import type { Evaluation } from "../core/evaluate";
import { modelTest } from "../lab/laboratory";
import { modelSections } from "../lab/model-tables";
import { added, blocksOf, Simulator } from "../lab/simulate";
import { setUpSimulation } from "../lab/simulation-setup";
import { modelColumns, simulationSections } from "../lab/simulation-tables";
import type { Words } from "../words/sv/words";

/** Draws enough to tell one model from another by a per cent or so, in a fraction of a second. */
const draws = 10_000;

/** The tests of a model; without the drawn bids where the model cannot be simulated. */
export function modelTestSections(evaluation: Evaluation, words: Words): Section[] {
  const test = modelTest(evaluation);
  const sections = modelSections(test.properties, test, words);
  const setup = setUpSimulation(evaluation, [], { draws, bids: 5, seed: 1, scores: {} });
  if (!("slots" in setup)) return sections;
  const simulator = new Simulator(setup);
  const tallies = Array.from({ length: blocksOf(setup) }, (_, block) =>
    simulator.block(block),
  ).reduce((sum, counts) => sum.map((tally, n) => added(tally, counts[n] ?? tally)));
  return [...sections, ...simulationSections(modelColumns(setup, tallies, words), words)];
}
