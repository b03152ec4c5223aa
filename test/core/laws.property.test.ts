/** Laws that hold for every evaluation, tried on generated ones. */
import fc from "fast-check";
import type { Bid, Criterion, EvaluationDocument } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { Exact } from "../../src/core/number";
import { complete, runs } from "../documents";

const ranks = (value: EvaluationDocument) =>
  Object.fromEntries(
    evaluate(value).bids.map(({ bid, rank }) => [bid.id, rank.value?.toText() ?? "–"]),
  );

test("the order in which bids are listed changes nothing", () => {
  fc.assert(
    fc.property(
      complete.chain((value) =>
        fc.tuple(
          fc.constant(value),
          fc.shuffledSubarray(value.bids, { minLength: value.bids.length }),
        ),
      ),
      ([value, shuffled]) => {
        expect(ranks({ ...value, bids: shuffled })).toEqual(ranks(value));
        expect([...evaluate({ ...value, bids: shuffled }).award].sort()).toEqual(
          [...evaluate(value).award].sort(),
        );
      },
    ),
    runs(200),
  );
});

test("a lower price is strictly better for its bid, and never worse for its rank", () => {
  fc.assert(
    fc.property(complete, fc.nat(10_000), (value, less) => {
      const exact = { ...value, model: { ...value.model, rounding: {} } };
      const [first, ...rest] = exact.bids as [Bid, ...Bid[]];
      const price = Exact.of(first.price ?? "0").minus(Exact.of(String(less + 1)));
      fc.pre(!/\d{16}/.test(price.toText()) && (price.toText().split(".")[1]?.length ?? 0) <= 10);
      const cheaper = { ...exact, bids: [{ ...first, price: price.toText() }, ...rest] };
      const [before, after] = [evaluate(exact).bids[0], evaluate(cheaper).bids[0]];
      fc.pre(before?.result.value !== undefined && after?.result.value !== undefined);
      expect(after.result.value.compare(before.result.value)).toBeLessThan(0);
      if (before.rank.value)
        expect(after.rank.value?.compare(before.rank.value) ?? 1).toBeLessThanOrEqual(0);
    }),
    runs(200),
  );
});

test("deduction and addition of the same amounts rank alike, the sum of the amounts apart", () => {
  fc.assert(
    fc.property(complete, fc.integer({ min: 1, max: 5_000_000 }), (value, amount) => {
      const worth = (how: "deduction" | "addition") =>
        value.criteria.map(
          ({
            deduction: _d,
            addition: _a,
            perPoint: _p,
            bands: _b,
            cap: _c,
            ...rest
          }): Criterion => ({ ...rest, [how]: String(amount) }),
        );
      const exact = { ...value, model: { ...value.model, rounding: {} } };
      const [less, more] = [
        evaluate({ ...exact, criteria: worth("deduction") }),
        evaluate({ ...exact, criteria: worth("addition") }),
      ];
      const apart = Exact.count(amount).times(Exact.count(value.criteria.length));
      for (const [n, bid] of less.bids.entries()) {
        const other = more.bids[n]?.result.value;
        if (bid.result.value && other)
          expect(other.minus(bid.result.value).toText()).toBe(apart.toText());
        expect(more.bids[n]?.rank.value?.toText()).toBe(bid.rank.value?.toText());
      }
    }),
    runs(200),
  );
});

test("a losing bid that is taken away never changes the order of the others", () => {
  fc.assert(
    fc.property(complete, fc.nat(3), (value, n) => {
      const rest = value.bids.filter((_, index) => index !== n % value.bids.length);
      const order = (of: EvaluationDocument) =>
        evaluate(of)
          .bids.filter(({ rank, bid }) => rank.value && rest.some(({ id }) => id === bid.id))
          .sort(
            (a, b) =>
              (a.rank.value as Exact).compare(b.rank.value as Exact) ||
              a.bid.id.localeCompare(b.bid.id),
          )
          .map(({ bid }) => bid.id);
      expect(order({ ...value, bids: rest })).toEqual(order(value));
    }),
    runs(200),
  );
});

test("evaluating twice gives the same, and changes nothing in the document", () => {
  fc.assert(
    fc.property(complete, (value) => {
      const before = JSON.stringify(value);
      expect(ranks(value)).toEqual(ranks(value));
      expect(JSON.stringify(value)).toBe(before);
    }),
    runs(200),
  );
});
