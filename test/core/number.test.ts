/**
 * Exact numbers, row by row, and on drawn numbers against decimal.js. The expected values are worked
 * out by hand or by Python's decimal module.
 */
import { Decimal } from "decimal.js";
import fc from "fast-check";
import { amount, runs } from "../documents";
import { decimalPattern, Exact, fractionPattern } from "../../src/core/number";

const of = (text: string) => Exact.of(text);

test.each(
  // prettier-ignore
  [
  // value     decimals  half-up  half-even  half-down   up      down
  ["2.5",       0,        "3",     "2",       "2",        "3",    "2"],
  ["3.5",       0,        "4",     "4",       "3",        "4",    "3"],
  ["-2.5",      0,        "-3",    "-2",      "-2",       "-3",   "-2"],
  ["1.005",     2,        "1.01",  "1",       "1",        "1.01", "1"],
  ["1.015",     2,        "1.02",  "1.02",    "1.01",     "1.02", "1.01"],
  ["0.0000001", 2,        "0",     "0",       "0",        "0.01", "0"],
  ["-0.4",      0,        "0",     "0",       "0",        "-1",   "0"],
  ["7",         2,        "7",     "7",       "7",        "7",    "7"],
],
)("%s rounded to %i decimals", (value, decimals, ...expected) => {
  const modes = ["half-up", "half-even", "half-down", "up", "down"] as const;
  expect(modes.map((mode) => of(value).rounded(decimals, mode).toText())).toEqual(expected);
});

test.each([
  ["100/3", "100/3"],
  ["200/6", "100/3"],
  ["100/4", "25"],
  ["7/1", "7"],
])("the fraction %s is %s", (text, value) => {
  expect(of(text).toText()).toBe(value);
});

test.each(["1/0", "1/-3", "1.5/3", "1/", "/3", "1/3/3"])("%s is no fraction", (text) => {
  expect(() => of(text)).toThrow("not a decimal");
});

test.each(["1/0", "0/3", "-1/3", "01/3", "1/1234567"])("no document writes %s", (text) => {
  expect(fractionPattern.test(text)).toBe(false);
});

test.each([
  ["1/3", "1/3"],
  ["-12.50", "-125/10"],
  ["0", "0/1"],
])("%s over whole numbers is %s, and is read back", (text, ratio) => {
  expect(of(text).toRatio()).toBe(ratio);
  expect(of(ratio).equals(of(text))).toBe(true);
});

test("a fraction of more digits than a document has is read back whole", () => {
  const long = Array.from({ length: 12 }).reduce<Exact>(
    (each) => each.over(of("1.035")),
    Exact.one,
  );
  expect(of(long.negated().toRatio()).equals(long.negated())).toBe(true);
});

test("three thirds are one", () => {
  const third = of("1").over(of("3"));
  expect(third.toText()).toBe("1/3");
  expect(third.plus(third).plus(third).equals(Exact.one)).toBe(true);
});

test.each([
  ["0.1", "plus", "0.2", "0.3"],
  ["1000.01", "minus", "1000.02", "-0.01"],
  ["12345678901234.1234", "times", "1.0001", "12346913469124.24681234"],
  ["9", "over", "7", "9/7"],
  ["7", "over", "8", "0.875"],
  ["-1", "over", "-6.5", "2/13"],
  ["1", "over", "-3", "-1/3"],
] as const)("%s %s %s = %s", (left, operation, right, expected) => {
  expect(of(left)[operation](of(right)).toText()).toBe(expected);
});

test("a sum of many fractions keeps every digit", () => {
  const terms = Array.from({ length: 999 }, () => of("1").over(of("999")));
  expect(Exact.sum(terms).toText()).toBe("1");
});

test("printing rounds half-up and keeps no trailing zeros; fixed decimals keep them", () => {
  expect(of("2").over(of("3")).toDecimal(12)).toBe("0.666666666667");
  expect(of("1.50").toDecimal(12)).toBe("1.5");
  expect(of("8040000").toFixed(2)).toBe("8040000.00");
});

test.each(["0", "-3", "0.10", "999999999999999.9999999999"])("%s is a decimal", (text) =>
  expect(text).toMatch(decimalPattern),
);

test.each([
  "1e5",
  "1e600000000",
  "+1",
  "-0",
  "-0.00",
  "007",
  "1.",
  ".5",
  "1,5",
  "1 000",
  "",
  "NaN",
  "1234567890123456",
  "0.12345678901",
  "٣",
])("%s is not", (text) => {
  expect(text).not.toMatch(decimalPattern);
  expect(() => of(text)).toThrow();
});

test("division by zero is never answered", () =>
  expect(() => of("1").over(of("0"))).toThrow("division by zero"));

// prettier-ignore
test.each([
  [[],                                        "0"],
  [["2", "3", "0.5", "0.25"],                 "6.125"],
  [["-1.5", "4", "100/3", "3"],               "94"],
  [["100/3", "1", "100/7", "1"],              "1000/21"],
  [["0.1", "100/3", "1", "20/3"],             "10"],
  [["999999999999999.9999999999", "10", "1", "-1"], "9999999999999998.999999999"],
] as const)("the products of %j come to %s", (factors, total) => {
  expect(Exact.sumOfProducts(factors.map(of)).toText()).toBe(total);
});

test("fractions that are added up stand in lowest terms", () => {
  const parts = ["100/3", "100/6", "100/2"].map(of);
  expect(Exact.sum(parts).toText()).toBe("100");
  expect(Exact.sum([of("100/7"), of("0.5")]).toText()).toBe("207/14");
});

const Wide = Decimal.clone({ defaults: true, precision: 200, toExpNeg: -9e15, toExpPos: 9e15 });
const signed = fc
  .tuple(amount, fc.boolean())
  .map(([value, minus]) => (minus && /[1-9]/.test(value) ? `-${value}` : value));

test("sums, products, comparisons and roundings are those of decimal.js", () => {
  fc.assert(
    fc.property(signed, signed, signed, fc.nat(10), (one, other, factor, decimals) => {
      const [a, b, c] = [new Wide(one), new Wide(other), new Wide(factor)];
      const value = of(one).minus(of(other)).times(of(factor)).plus(of(one));
      const judge = a.minus(b).times(c).plus(a);
      // decimal.js has a zero below zero.
      expect(value.toText()).toBe(judge.plus(0).toFixed().replace(/^-0$/, "0"));
      expect(Math.sign(of(one).compare(of(other)))).toBe(a.cmp(b));
      expect(value.rounded(decimals, "half-even").toText()).toBe(
        judge.toDecimalPlaces(decimals, Decimal.ROUND_HALF_EVEN).toFixed().replace(/^-0$/, "0"),
      );
      expect(value.toFixed(decimals)).toBe(
        judge.toFixed(decimals, Decimal.ROUND_HALF_UP).replace(/^-(0(\.0*)?)$/, "$1"),
      );
    }),
    runs(300),
  );
});

test("fractions are what they were divided from", () => {
  fc.assert(
    fc.property(signed, signed, signed, (one, other, third) => {
      fc.pre(!of(other).isZero() && !of(third).isZero());
      const [a, b, c] = [of(one), of(other), of(third)];
      expect(a.over(b).times(b).toText()).toBe(a.toText());
      // a/b + a/c = a (b + c) / bc, and a/b is above a/c where the difference says so.
      const sum = a.over(b).plus(a.over(c));
      expect(sum.toText()).toBe(a.times(b.plus(c)).over(b.times(c)).toText());
      const less = a.over(b).minus(a.over(c));
      expect(a.over(b).compare(a.over(c)) < 0).toBe(less.isNegative());
      expect(of(less.toRatio()).equals(less)).toBe(true);
    }),
    runs(300),
  );
});
