/**
 * The laboratory on any document there can be: it answers, in words, and never throws. What it says
 * of a model holds when the engine is asked: a claim is tested against drawn bids, not believed.
 */
import fc from "fast-check";
import type { Bid, EvaluationDocument } from "../../src/core/document/schema";
import type { Evaluation } from "../../src/core/evaluate";
import { evaluate, withFindings } from "../../src/core/evaluate";
import { decimalPattern, Exact } from "../../src/core/number";
import { effectiveDocument } from "../../src/core/document/effective";
import { Variant } from "../../src/core/variant";
import { parseDocument } from "../../src/core/document/parse";
import { setUpSimulation } from "../../src/lab/simulation-setup";
import { rankedDocument, withBid } from "../../src/lab/ranked-document";
import { tippingPoints } from "../../src/lab/tipping-points";
import {
  figureAt,
  figuresOn,
  syntheticBid,
  panelScore,
  plainLeaves,
  plainModel,
  evaluateSynthetic,
  withoutLimits,
  withoutRounding,
} from "../../src/lab/synthetic-bids";
import { modelTest, robustness } from "../../src/lab/laboratory";
import { lint } from "../../src/lab/lint";
import { compareModelText } from "../../src/lab/compare-model-text";
import { modelText } from "../../src/lab/model-text";
import { readModelText } from "../../src/lab/read-model-text";
import { properties } from "../../src/lab/properties";
import { requirementLint } from "../../src/lab/requirement-lint";
import { leaders, reversalByAddition, reversalsByAbsence } from "../../src/lab/rank-reversal";
import { outlooksOf } from "../../src/lab/who-can-win";
import { modelSections } from "../../src/lab/model-tables";
import { robustnessSections } from "../../src/lab/robustness-tables";
import { Simulator } from "../../src/lab/simulate";
import { selfChecks } from "../../src/lab/self-checks";
import { workedExample } from "../../src/lab/worked-example";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { findingText } from "../../src/words/sentences";
import { documents, ready, runs } from "../documents";
import { document, monetary } from "../small";

test("whatever the document holds, every question has an answer and every finding its sentence", () => {
  fc.assert(
    fc.property(documents, (value) => {
      const evaluation = evaluate(value);
      const findings = [...lint(value, evaluation), ...requirementLint(value)];
      for (const each of findings)
        for (const words of [sv, en])
          expect(findingText(each, words)).not.toMatch(/undefined|NaN|\[object/);
      const tested = modelTest(evaluation);
      const sections = [
        ...robustnessSections(evaluation, robustness(evaluation), sv),
        ...modelSections(tested.properties, tested, sv),
      ];
      for (const { columns, rows } of sections)
        for (const row of rows) expect(row.length).toBe(columns.length);
      expect(workedExample(value, sv)).not.toMatch(/undefined|NaN/);
      expect(withFindings(evaluation, findings).bids).toBe(evaluation.bids);
    }),
    runs(15),
  );
});

test("every self-check holds on every evaluation", () => {
  let held = 0;
  fc.assert(
    fc.property(documents, (value) => {
      const checks = selfChecks(evaluate(value));
      expect(checks.filter(({ holds }) => !holds)).toEqual([]);
      held += checks.length;
    }),
    runs(80),
  );
  expect(held).toBeGreaterThan(100);
});

/** Two bids alike but for the price, in a model without rounding or limits. */
function pair(value: EvaluationDocument, low: string, high: string, quality: number) {
  const model = withoutRounding(withoutLimits(plainModel(value)));
  const leaves = plainLeaves(model);
  const bids = [low, high].map((price, n) =>
    syntheticBid(["A", "B"][n] ?? "", Exact.of(price), leaves, (leaf) => figureAt(leaf, quality)),
  );
  const evaluation = evaluateSynthetic(model, bids);
  const [a, b] = evaluation.bids.map(({ result }) => result.value);
  return a && b
    ? evaluation.direction === "lowest"
      ? a.compare(b) < 0
      : a.compare(b) > 0
    : undefined;
}

test("where a lower price is said to be always better, no two prices show otherwise", () => {
  fc.assert(
    fc.property(
      documents,
      fc.nat(900_000_000),
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.constantFrom(0.1, 0.5, 1),
      (value, ore, more, quality) => {
        const { monotone } = properties(value);
        fc.pre(monotone.holds && value.model.method.type !== "fixed-price");
        const [low, high] = [ore + 1, ore + 1 + more].map((each) =>
          Exact.of("0.01").times(Exact.count(each)).toText(),
        );
        const positive =
          value.model.method.type !== "quotient" ||
          Exact.sum(
            evaluateSynthetic(withoutLimits(plainModel(value)), [
              syntheticBid("A", Exact.one, plainLeaves(plainModel(value)), (leaf) =>
                figureAt(leaf, quality),
              ),
            ]).bids.flatMap(({ adjustments }) => adjustments.value ?? []),
          ).compare(Exact.zero) > 0;
        fc.pre(positive);
        const ahead = pair(value, low ?? "", high ?? "", quality);
        if (ahead !== undefined) expect(ahead).toBe(true);
      },
    ),
    runs(75),
  );
});

test("where it is said not to be, the example shows two prices that prove it", () => {
  let shown = 0;
  fc.assert(
    fc.property(documents, (value) => {
      const { monotone } = properties(value);
      fc.pre(!monotone.holds);
      if (!monotone.example) return;
      const {
        prices: [low, high],
        results: [first, second],
        quality,
      } = monotone.example;
      expect(low.compare(high)).toBeLessThan(0);
      expect(pair(value, low.toText(), high.toText(), quality)).toBe(false);
      expect(first.toText() + second.toText()).not.toMatch(/undefined/);
      shown += 1;
    }),
    runs(30),
  );
  expect(shown).toBeGreaterThan(10);
});

test("where other bids are said not to matter, leaving out one that does not lead changes no leader", () => {
  fc.assert(
    fc.property(documents, fc.nat(3), (value, n) => {
      fc.pre(properties(value).independent.holds && value.bids.length > 1);
      const whole = evaluate({ ...value, lotteries: [] });
      const first = leaders(whole);
      const left = value.bids[n % value.bids.length];
      fc.pre(left !== undefined && first.length > 0 && !first.includes(left.id));
      expect(
        leaders(evaluate({ ...value, bids: value.bids.filter((bid) => bid !== left) })),
      ).toEqual(first);
    }),
    runs(40),
  );
});

test("a tipping point is one among all bids, and no step by one hand that is one is left out", () => {
  let found = 0;
  fc.assert(
    fc.property(ready, (value) => {
      const evaluation = evaluate(value);
      const whole = rankedDocument(evaluation);
      const now = leaders(evaluate(whole));
      fc.pre(now.length > 0 && whole.bids.length <= 10);
      const { scores, prices } = tippingPoints(evaluation);
      const after = (id: string, change: Partial<Bid>) =>
        leaders(evaluate(withBid(whole, id, (bid) => ({ ...bid, ...change }))));
      const told = scores.map(({ bid, criterion, to, leaders: first }) =>
        [bid, criterion, to, first].join(" "),
      );
      for (const { id, scores: given } of whole.bids) {
        for (const { id: leaf, scale, panel } of plainLeaves(whole)) {
          const figure = given[leaf]?.value;
          if (panel === "mean" || panel === "median") continue;
          if (typeof figure !== "string" || !decimalPattern.test(figure)) continue;
          for (const to of nextTo(figuresOn(scale), figure)) {
            const scored = { ...given, [leaf]: { ...given[leaf], value: to } };
            const first = after(id, { scores: scored });
            const tip = [id, leaf, to, first].join(" ");
            if (first.join() === now.join()) expect(told).not.toContain(tip);
            else expect(told).toContain(tip);
            found += 1;
          }
        }
      }
      for (const { bid, highest } of prices) {
        if (!(highest instanceof Exact)) continue;
        expect(after(bid, { price: highest.toText() })).toEqual([bid]);
        const dearer = highest.plus(Exact.of("0.01")).toText();
        expect(after(bid, { price: dearer })).not.toEqual([bid]);
        found += 1;
      }
    }),
    runs(30),
  );
  expect(found).toBeGreaterThan(20);
});

test("who can still come first is who does, when everything that is missing turns out so", () => {
  let asked = 0;
  fc.assert(
    fc.property(documents, (value) => {
      const evaluation = evaluate(effectiveDocument(value));
      const whole = rankedDocument(evaluation);
      const outlooks = outlooksOf(evaluation);
      fc.pre(outlooks.length > 0);
      const falls = outlooks.filter(({ worst }) => worst === undefined).map(({ bid }) => bid);
      for (const { bid, canWin, best, worst } of outlooks) {
        const isGone = ({ id, price, prices = {} }: Bid) =>
          id !== bid &&
          (falls.includes(id) || (price === undefined && Object.keys(prices).length === 0));
        const among = { ...whole, bids: whole.bids.filter((each) => !isGone(each)) };
        const luckiest = evaluate(decidedFor(among, (id) => id === bid));
        const unluckiest = evaluate(decidedFor(whole, (id) => id !== bid));
        expect([bid, canWin, best]).toEqual([
          bid,
          leaders(luckiest).includes(bid),
          rankIn(luckiest, bid) ?? whole.bids.length,
        ]);
        if (worst !== undefined)
          expect([bid, worst]).toEqual([bid, rankIn(unluckiest, bid) ?? whole.bids.length]);
        asked += 1;
      }
    }),
    runs(40),
  );
  expect(asked).toBeGreaterThan(20);
});

const rankIn = ({ bids }: Evaluation, id: string) => {
  const rank = bids.find(({ bid }) => bid.id === id)?.rank.value;
  return rank && Number(rank.toText());
};

/** Every figure that is missing at the best of its scale for some bids, at the worst for the others. */
function decidedFor(
  value: EvaluationDocument,
  isLucky: (id: string) => boolean,
): EvaluationDocument {
  const bids = value.bids.map((bid): Bid => {
    const scores = plainLeaves(value).map((leaf) => {
      const given = bid.scores[leaf.id];
      const full = panelScore(leaf, figureAt(leaf, isLucky(bid.id) ? 1 : 0), value.evaluators);
      const assessments = full.assessments?.map(
        (filled) =>
          given?.assessments?.find(
            (each) => each.evaluator === filled.evaluator && each.value !== undefined,
          ) ?? filled,
      );
      if (assessments) return [leaf.id, { ...full, assessments }] as const;
      return [leaf.id, given?.value === undefined ? full : given] as const;
    });
    const free =
      isLucky(bid.id) && bid.price === undefined && Object.keys(bid.prices ?? {}).length === 0;
    const { prices: _none, ...unpriced } = bid;
    return { ...(free ? { ...unpriced, price: "0" } : bid), scores: Object.fromEntries(scores) };
  });
  return { ...value, bids };
}

test("a bid that turns the order by being added turns it back by being taken away", () => {
  let turned = 0;
  fc.assert(
    fc.property(relative, (value) => {
      const whole = rankedDocument(evaluate(value));
      const added = reversalByAddition(Variant.of(whole));
      fc.pre(added !== undefined);
      const { id, price, quality = 0 } = added.third;
      const third = syntheticBid(id, price, plainLeaves(whole), (leaf) => figureAt(leaf, quality));
      const among = { ...whole, bids: [...whole.bids, third] };
      expect(leaders(evaluate(among))).toEqual(added.after);
      const told = reversalsByAbsence(Variant.of(among)).find((each) => each.third.id === id);
      expect([told?.before, told?.after]).toEqual([added.before, added.after]);
      turned += 1;
    }),
    runs(40),
  );
  expect(turned).toBeGreaterThan(5);
});

/** Models in which the other bids enter a bid's points, and bids near enough for that to matter. */
const relative = fc
  .tuple(
    fc.constantFrom("relative-lowest", "relative-linear", "relative-range"),
    fc.constantFrom("as-is", "rescaled"),
    fc.array(fc.tuple(fc.integer({ min: 60, max: 140 }), fc.nat(5), fc.nat(5)), {
      minLength: 3,
      maxLength: 6,
    }),
  )
  .map(([type, quality, bids]) =>
    document({
      model: { method: { type: "points", price: { weight: "50", scale: { type } }, quality } },
      criteria: ["K", "L"].map((id) => monetary(id, { weight: "25" })),
      bids: bids.map(([price, k, l], n) => ({
        id: `B${n}`,
        price: String(price),
        scores: { K: String(k), L: String(l) },
      })),
    }),
  );

test("a bid whose absence changes who comes first is told, and no other", () => {
  let [asked, turned] = [0, 0];
  fc.assert(
    fc.property(relative, (value) => {
      const whole = rankedDocument(evaluate(value));
      const first = leaders(evaluate(whole));
      const told = reversalsByAbsence(Variant.of(whole)).map(({ third, before, after }) =>
        [third.id, before.join(), after.join()].join(" "),
      );
      const found = evaluate(whole).bids.flatMap(({ bid: { id }, rank }) => {
        if (!rank.value || first.includes(id)) return [];
        const without = evaluate({ ...whole, bids: whole.bids.filter((bid) => bid.id !== id) });
        const before = leaders(without);
        const isOther = before.length > 0 && before.join() !== first.join();
        return isOther ? [[id, before.join(), first.join()].join(" ")] : [];
      });
      expect(told).toEqual(found);
      const added = reversalByAddition(Variant.of(whole));
      if (added)
        expect([added.before, added.before.join() === added.after.join()]).toEqual([first, false]);
      asked += 1;
      turned += told.length + (added ? 1 : 0);
    }),
    runs(100),
  );
  expect([asked > 50, turned > 10]).toEqual([true, true]);
});

/** The next lower and the next higher of the figures. */
function nextTo(figures: readonly string[], figure: string): string[] {
  const rising = [...figures].sort((a, b) => Exact.of(a).compare(Exact.of(b)));
  const order = (other: string) => Exact.of(other).compare(Exact.of(figure));
  return [
    rising.filter((other) => order(other) < 0).at(-1),
    rising.find((other) => order(other) > 0),
  ].filter((each) => each !== undefined);
}

test.each([
  ["sv", sv],
  ["en", en],
] as const)(
  "the model's text in %s, read back, is the model: nothing differs and nothing is passed over",
  (_, words) => {
    fc.assert(
      fc.property(documents, (value) => {
        const read = readModelText(
          `${modelText(value, words)}\n${workedExample(value, words)}`,
          words,
        );
        expect(read.unknownLines).toEqual([]);
        expect(compareModelText(read, value, words)).toEqual([]);
      }),
      runs(75),
    );
  },
);

test("a text never agrees with a model in which one figure is another", () => {
  let changed = 0;
  fc.assert(
    fc.property(documents, fc.nat(1000), (value, n) => {
      const figures = [
        ...JSON.stringify({ model: value.model, criteria: value.criteria }).matchAll(
          /"(deduction|addition|perPoint|weight|constant|upTo|cap|worst|best|max|minimumShare|decimals)":(?:"([\d.]+)"|(\d+))/g,
        ),
      ];
      fc.pre(figures.length > 0);
      const one = figures[n % figures.length] as RegExpMatchArray;
      const other =
        one[2] === undefined
          ? `"${one[1]}":${(Number(one[3]) + 1) % 10}`
          : `"${one[1]}":"${one[2] === "7" ? "8" : "7"}"`;
      const text = JSON.stringify({ model: value.model, criteria: value.criteria });
      const parsed = parseDocument({
        ...value,
        ...(JSON.parse(
          text.slice(0, one.index) + other + text.slice((one.index ?? 0) + one[0].length),
        ) as object),
      });
      fc.pre(parsed.document !== undefined);
      expect(
        compareModelText(readModelText(modelText(value, sv), sv), parsed.document, sv).length,
      ).toBeGreaterThan(0);
      changed += 1;
    }),
    runs(60),
  );
  expect(changed).toBeGreaterThan(25);
});

/**
 * The document with one key of its model or criteria taken out, wherever it is: incomplete, as a
 * model is while it is written.
 */
const incomplete = fc
  .tuple(documents, fc.nat(10_000))
  .map(([value, n]): EvaluationDocument | undefined => {
    const copy = JSON.parse(JSON.stringify(value)) as EvaluationDocument;
    const places: [object, string][] = [];
    const walk = (each: unknown) => {
      if (typeof each !== "object" || each === null) return;
      for (const [key, child] of Object.entries(each)) {
        if (!Array.isArray(each)) places.push([each, key]);
        walk(child);
      }
    };
    walk(copy.criteria);
    walk(copy.model);
    const [object, key = ""] = places[n % Math.max(1, places.length)] ?? [];
    if (object) Reflect.deleteProperty(object, key);
    return parseDocument(copy).document;
  });

test("an incomplete model gives findings, and every question still has an answer", () => {
  let asked = 0;
  fc.assert(
    fc.property(incomplete, (value) => {
      fc.pre(value !== undefined);
      const evaluation = evaluate(value, lint(value));
      expect(robustnessSections(evaluation, robustness(evaluation), sv)).toBeDefined();
      expect(modelTest(evaluation).properties).toBeDefined();
      expect(selfChecks(evaluation).every(({ holds }) => holds)).toBe(true);
      expect(workedExample(value, sv).length).toBeGreaterThan(0);
      const setup = setUpSimulation(evaluate({ ...value, bids: [] }), [], {
        seed: 1,
        draws: 3,
        bids: 2,
        scores: {},
      });
      if ("slots" in setup) expect(new Simulator(setup).block(0)[0]?.draws).toBe(3);
      asked += 1;
    }),
    runs(15),
  );
  expect(asked).toBeGreaterThan(5);
});

test("sentences that change places are a difference: which level comes first is part of the model", () => {
  fc.assert(
    fc.property(documents, (value) => {
      const lines = modelText(value, sv).split("\n");
      const at = lines.findIndex(
        (line, n) =>
          line.startsWith("Nivå ") &&
          (lines[n + 1] ?? "").startsWith("Nivå ") &&
          line !== lines[n + 1],
      );
      fc.pre(at >= 0);
      const turned = [...lines.slice(0, at), lines[at + 1], lines[at], ...lines.slice(at + 2)].join(
        "\n",
      );
      expect(compareModelText(readModelText(turned, sv), value, sv)).toHaveLength(1);
    }),
    runs(20),
  );
});

describe("the price rows in which the least change decides who is first", () => {
  const base = document({
    model: { method: { type: "lowest-price" }, lifeCycle: { rate: "25", convention: "end" } },
    bids: [{ id: "A" }, { id: "B" }],
  });
  const row = { category: "licence", unit: "kr" } as const;
  // Present value of two years at 25 per cent: 0.8 + 0.64 = 1.44.
  const open: EvaluationDocument = {
    ...base,
    // prettier-ignore
    priceItems: [
      { ...row, id: "P", name: "Start", quantity: "1", years: { from: 0, to: 0 } },
      { ...row, id: "Q", name: "Drift", quantity: "10", years: { from: 1, to: 2 } },
      { ...row, id: "C", name: "Restvärde", quantity: "1", years: { from: 0, to: 0 }, effect: "credit" },
    ],
    // A: 1 000 + 14.4 × 100 − 20 = 2 420. B: 500 + 14.4 × 150 − 150 = 2 510, so that 90 kr decide.
    bids: base.bids.map((bid, n) => ({
      ...bid,
      prices: [
        { P: "1000", Q: "100", C: "20" },
        { P: "500", Q: "150", C: "150" },
      ][n] as { readonly [row: string]: string },
    })),
  };
  const tips = (of: EvaluationDocument) => {
    const found = evaluate(of);
    return robustness(found).rows.map(({ bid, row: id, from, to }) =>
      [bid, id, from.toText(), to.toDecimal(4)].join(" "),
    );
  };

  test("are told with their limits, the least change in per cent first", () => {
    // A leads to 2 509.99 and has 89.99 left; B leads from 2 419.99 and has 90.01 to lose.
    // prettier-ignore
    expect(tips(open)).toEqual([
      "B Q 150 143.7493",  // −90.01 ÷ 14.4 = −6.2507
      "A Q 100 106.2493",  // +89.99 ÷ 14.4 = +6.2493
      "A P 1000 1089.99",
      "B P 500 409.99",
      "B C 150 240.01",
    ]);
  });

  test("turn the outcome where they say, and not before", () => {
    for (const { bid, row: id, to } of robustness(evaluate(open)).rows) {
      const at = (figure: Exact) =>
        evaluate(
          withBid(open, bid, (each) => ({
            ...each,
            prices: { ...each.prices, [id]: figure.toDecimal(10) },
          })),
        ).award;
      const sign = id === "C" ? "-0.02" : "0.02";
      expect(at(to.minus(Exact.of(sign)))).toEqual([bid]);
      expect(at(to.plus(Exact.of(sign)))).not.toEqual([bid]);
    }
  });

  test("end at the row's ceiling, and are not told where rows depend on each other", () => {
    const capped = open.priceItems.map((item) =>
      item.id === "P" ? { ...item, ceiling: "1050" } : item,
    );
    expect(tips({ ...open, priceItems: capped })).toContain("A P 1000 1050");
    const fee = { ...row, id: "F", name: "Avgift", unit: "%", quantity: "1", amount: "1" };
    const paid = {
      ...open,
      priceItems: [...open.priceItems, { ...fee, effect: "fee-on-top" as const }],
    };
    expect(tips(paid)).toEqual([]);
  });
});
