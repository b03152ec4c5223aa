/**
 * The slope from the lowest price: which slope holds at, below and above its end, and that the
 * workbook's formulas take the same one.
 */
import { evaluateWorkbook } from "../../../src/app/evaluate-workbook";
import { evaluate } from "../../../src/core/evaluate";
import type { MethodSpec } from "../../../src/core/document/schema";
import { MemoryWorkbook } from "../../../src/host/memory-workbook";
import { writeWorkbook } from "../../../src/sheet/write";
import { sv } from "../../../src/words/sv/words";
import { circumstances } from "../../calculator";
import { document, monetary } from "../../small";

const slope = (zeroAt: string, wider?: string): MethodSpec => ({
  type: "points",
  price: {
    weight: "100",
    scale: { type: "relative-slope", zeroAt, ...(wider === undefined ? {} : { wider }) },
  },
  quality: "as-is",
});

const priced = (method: MethodSpec, prices: readonly string[], rejected = -1) =>
  document({
    model: { method, ties: ["lottery"], rounding: { result: null } },
    criteria: [monetary("K", { weight: "0" })],
    requirements: ["R"],
    bids: prices.map((price, n) => ({
      id: `B${n + 1}`,
      price,
      scores: { K: "0" },
      verdicts: { R: n === rejected ? "not-met" : "met" },
    })),
  });

type Row = [
  what: string,
  method: MethodSpec,
  prices: readonly string[],
  grades: readonly (string | undefined)[],
  rejected?: number,
];

// prettier-ignore
const rows: readonly Row[] = [
  // what                                 slope               prices                       grades of
  // 100
  ["half way",                            slope("40"),        ["1000", "1200"],            ["100", "50"]],
  ["at its end",                          slope("40"),        ["1000", "1400"],            ["100", "0"]],
  ["beyond its end",                      slope("40"),        ["1000", "1600"],            ["100", "-50"]],
  ["a wider one that is not needed",      slope("40", "80"),  ["1000", "1200"],            ["100", "50"]],
  ["a bid just at the end",               slope("40", "80"),  ["1000", "1200", "1400"],    ["100", "50", "0"]],
  ["one öre beyond it",                   slope("40", "80"),  ["1000", "1200", "1400.01"], ["100", "75", "49.99875"]],
  ["at the end of an uneven slope",       slope("35", "75"),  ["899.10", "1213.785"],      ["100", "0"]],
  ["at its end, under a krona",           slope("35", "75"),  ["0.3", "0.405"],            ["100", "0"]],
  ["beyond it, but rejected",             slope("40", "80"),  ["1000", "1200", "9000"],    ["100", "50", "-1900"], 2],
  ["a lowest price of zero",              slope("40", "80"),  ["0", "1200"],               [undefined, undefined]],
  ["alone",                               slope("40", "80"),  ["1000"],                    ["100"]],
];

test.each(rows.map((row) => [row[0], row] as const))("%s", async (_, row) => {
  const [, method, prices, grades, rejected] = row;
  const value = priced(method, prices, rejected);
  expect(evaluate(value).bids.map(({ result }) => result.value?.toText())).toEqual(grades);
  const outcome = await evaluateWorkbook(
    new MemoryWorkbook(writeWorkbook(value, sv)),
    circumstances,
  );
  if (!outcome.document) throw new Error("unreadable");
  const { result } = outcome;
  expect(result.doubleCheck.equal).toBe(result.doubleCheck.of);
});

test.each([
  ["zero", slope("0"), "blocking price-slope-unusable model.method.price.scale.zeroAt"],
  ["no wider", slope("35", "35"), "blocking price-slope-unusable model.method.price.scale.wider"],
  ["narrower", slope("35", "20"), "blocking price-slope-unusable model.method.price.scale.wider"],
])("a slope of %s cannot be used", (_, method, finding) => {
  const findings = evaluate(priced(method, [])).findings.map(
    ({ code, severity, where }) => `${severity} ${code} ${where}`,
  );
  expect(findings).toContain(finding);
});
