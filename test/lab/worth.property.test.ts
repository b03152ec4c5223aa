/**
 * What the laboratory says that quality is worth in kronor, held against bids that the engine
 * evaluates: at the price that is named a bid is still ahead, and an öre above it no longer.
 */
import fc from "fast-check";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { methodOf } from "../../src/core/methods/registry";
import { Exact } from "../../src/core/number";
import { stepWorths } from "../../src/lab/criterion-value";
import { properties } from "../../src/lab/properties";
import { rivalsOfPerfect } from "../../src/lab/rivals-of-perfect";
import {
  figureAt,
  figuresOn,
  plainLeaves,
  plainModel,
  syntheticBid,
  withoutLimits,
  withoutRounding,
} from "../../src/lab/synthetic-bids";
import { documents, runs } from "../documents";

const ore = Exact.of("0.01");
const price = Exact.of("100000");
const endless = Exact.of("99999999999");

/** A bid as it is tried: its price, and its figure on each criterion. */
type Tried = { readonly at: Exact; readonly figure: (leaf: { readonly id: string }) => string };

/** How far the first is ahead of the second by the engine: above 0, 0 or below; nothing where either has no result. */
function ahead(model: EvaluationDocument, first: Tried, second: Tried): number | undefined {
  const leaves = plainLeaves(model);
  const bids = [first, second].map(({ at, figure }, n) =>
    syntheticBid(["A", "B"][n] ?? "", at, leaves, figure),
  );
  const evaluation = evaluate({ ...model, bids });
  const [one, other] = evaluation.bids.map(({ result }) => result.value);
  if (!one || !other) return undefined;
  return evaluation.direction === "lowest" ? other.compare(one) : one.compare(other);
}

test("a rival wins over a perfect bid at the price that is named, and not an öre above it", () => {
  let asked = 0;
  fc.assert(
    fc.property(documents, (value) => {
      fc.pre(properties(value).monotone.holds);
      const model = withoutLimits(plainModel(value));
      const of = (part: number) => {
        const figures = new Map(plainLeaves(model).map((leaf) => [leaf.id, figureAt(leaf, part)]));
        return ({ id }: { readonly id: string }) => figures.get(id) ?? "";
      };
      const perfect = { at: price, figure: of(1) };
      for (const { quality, price: named } of rivalsOfPerfect(plainModel(value), price)) {
        if (!(named instanceof Exact)) continue;
        const rival = (at: Exact) => ahead(model, { at, figure: of(quality) }, perfect);
        // At the price nothing a quotient may have no value, and is as far ahead as can be.
        if (!named.isZero()) expect([quality, rival(named)]).toEqual([quality, 1]);
        const above = rival(named.plus(ore));
        if (above !== undefined) expect([quality, above <= 0]).toEqual([quality, true]);
        asked += 1;
      }
    }),
    runs(40),
  );
  expect(asked).toBeGreaterThan(20);
});

/** A document's model with nothing that hides a step, and a bid midway on everything but one criterion. */
function tried(value: EvaluationDocument) {
  const model = withoutRounding(withoutLimits(plainModel(value)));
  const leaves = plainLeaves(model);
  const half = new Map(leaves.map((leaf) => [leaf.id, figureAt(leaf, 0.5)]));
  return {
    model,
    leaves,
    figuresOf: (id: string) => {
      const leaf = leaves.find((each) => each.id === id);
      return leaf ? figuresOn(leaf.scale) : [];
    },
    midwayBut: (id: string, figure: string) => (other: { readonly id: string }) =>
      other.id === id ? figure : (half.get(other.id) ?? ""),
  };
}

test("no step of a criterion is worth less than is said, none more, and some are worth just that", () => {
  let asked = 0;
  fc.assert(
    fc.property(documents, (value) => {
      fc.pre(methodOf(value.model.method.type).inCurrency);
      const { model, leaves, figuresOf, midwayBut } = tried(value);
      for (const { id, least, most } of stepWorths(value, price)) {
        const figures = figuresOf(id);
        // Of a scale with many figures some steps are asked, since they are alike.
        if (figures.length > 12) continue;
        const results = figures.map((figure) => {
          const [bid] = evaluate({
            ...model,
            bids: [syntheticBid("A", price, leaves, midwayBut(id, figure))],
          }).bids;
          return bid?.result.value;
        });
        const worths = results.flatMap((result, n) => {
          const next = results[n + 1];
          return result && next ? [result.minus(next)] : [];
        });
        expect([id, worths.every((worth) => worth.compare(least) >= 0)]).toEqual([id, true]);
        expect([id, worths.every((worth) => worth.compare(most) <= 0)]).toEqual([id, true]);
        expect([id, worths.some((worth) => worth.equals(least))]).toEqual([id, true]);
        expect([id, worths.some((worth) => worth.equals(most))]).toEqual([id, true]);
        asked += 1;
      }
    }),
    runs(40),
  );
  expect(asked).toBeGreaterThan(10);
});

test("where quality is divided by or added to the price, a better bid may cost so much more for a step", () => {
  let asked = 0;
  fc.assert(
    fc.property(documents, (value) => {
      fc.pre(!methodOf(value.model.method.type).inCurrency && properties(value).monotone.holds);
      const { model, figuresOf, midwayBut } = tried(value);
      for (const { id, least, most } of stepWorths(value, price)) {
        const figures = figuresOf(id);
        if (figures.length > 4) continue;
        const bid = (figure: string, at: Exact) => ({ at, figure: midwayBut(id, figure) });
        const steps = figures.slice(1).map((figure, n) => (more: Exact) => {
          const base = bid(figures[n] ?? "", price);
          return ahead(model, bid(figure, price.plus(more)), base) ?? 1;
        });
        // Where the better bid is ahead at every price, or at none, a step has no worth in kronor.
        const bounded = steps.filter((step) => step(price.negated()) >= 0 && step(endless) < 0);
        expect([id, bounded.every((step) => step(least) >= 0)]).toEqual([id, true]);
        expect([id, bounded.some((step) => step(least.plus(ore)) < 0)]).toEqual([id, true]);
        expect([id, bounded.every((step) => step(most.plus(ore)) < 0)]).toEqual([id, true]);
        asked += 1;
      }
    }),
    runs(40),
  );
  expect(asked).toBeGreaterThan(5);
});
