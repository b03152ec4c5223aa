/**
 * What a document may not be, row by row: each fault is named at its place, and all are named at
 * once.
 */
import { parseDocument } from "../../../src/core/document/parse";
import { problemFinding } from "../../../src/sheet/document-findings";
import { sv } from "../../../src/words/sv/words";
import { findingText } from "../../../src/words/sentences";
import { document, monetary } from "../../small";

type Loose = { [key: string]: unknown };

const whole = () =>
  JSON.parse(
    JSON.stringify(
      document({
        model: { ties: ["lottery"] },
        requirements: ["K1"],
        criteria: [
          {
            id: "U",
            name: "U",
            kind: "usability",
            deduction: "10",
            children: [monetary("U1", { weight: "100" })],
          },
          monetary("M", { deduction: "5" }),
        ],
        bids: [{ id: "A", price: "100", scores: { U1: "3" }, verdicts: { K1: "met" } }],
      }),
    ),
  ) as Loose;

/** Sets the value at a dotted path; undefined removes it. */
function changed(path: string, value: unknown): Loose {
  const copy = whole();
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const parent = keys.reduce<Loose>((inner, key) => inner[key] as Loose, copy);
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = value;
  return copy;
}

test("the document that every row below starts from is fine", () =>
  expect(parseDocument(whole()).problems).toBeUndefined());

test.each<[string, unknown, string, string]>(
  // prettier-ignore
  [
  // path                               value                    place code
  ["extra",                             1,                       "extra",                                "unknown-key"],
  ["bids.0.prise",                      "1",                     "bids[A].prise",                        "unknown-key"],
  ["bids.0.price",                      9840000,                 "bids[A].price",                        "decimal"],
  ["bids.0.price",                      "1 249,50",              "bids[A].price",                        "decimal"],
  ["bids.0.price",                      "1e600000000",           "bids[A].price",                        "decimal"],
  ["bids.0.prices",                     {},                      "bids[A].price",                        "price-twice"],
  ["bids.0.round",                      "R9",                    "bids[A].round",                        "unknown-round"],
  ["offers",                            [{ bid: "A", round: "R9" }], "offers[0].round",                   "unknown-round"],
  ["adjustments",                       [{ requirement: "K9" }], "adjustments[0].requirement",           "unknown-requirement"],
  ["sessions",                          [{ bid: "Z" }],          "sessions[0].bid",                      "unknown-bid"],
  ["sessions",                          [{ bid: "A", criterion: "X" }], "sessions[0].criterion",         "unknown-criterion"],
  ["clarifications",                    [{ id: "F1", bid: "A", subject: "price-item", of: "P9" }], "clarifications[F1].of", "unknown-price-item"],
  ["clarifications",                    [{ id: "F1", bid: "A" }, { id: "f1", bid: "A" }], "clarifications[f1].id", "id-case"],
  ["events",                            [{ type: "score", time: "i går", by: "EA" }], "events[0].time", "time"],
  ["bids.0.bidder",                     undefined,               "bids[A].bidder",                       "missing"],
  ["bids.0.bidder",                     "",                      "bids[A].bidder",                       "text-empty"],
  ["bids.0.id",                         "A B",                   "bids[A B].id",                         "id"],
  ["bids.0.id",                         "__proto__",             "bids[__proto__].id",                   "id"],
  ["bids.0.answers.K9",                 { verdict: "met" },      "bids[A].answers[K9]",                  "unknown-requirement"],
  ["bids.0.answers.K1.verdict",         "Uppfyllt",              "bids[A].answers[K1].verdict",          "choice"],
  ["bids.0.answers.K1",                 {},                      "bids[A].answers[K1]",                  "object-empty"],
  ["bids.0.scores.U",                   { value: "1" },          "bids[A].scores[U]",                    "unknown-leaf"],
  ["bids.0.scores.U1.value",            3,                       "bids[A].scores[U1].value",             "score"],
  ["bids.0.scores.U1.value",            ["3"],                   "bids[A].scores[U1].value",             "score-figure"],
  ["bids.0.scores.U1.assessments",      [{ evaluator: "X", value: "1" }], "bids[A].scores[U1].assessments[X].evaluator", "unknown-evaluator"],
  ["format",                            "mervarde/2",            "format",                               "format"],
  ["procurement.currency",              "kr",                    "procurement.currency",                 "currency"],
  ["procurement.regime",                "eu",                    "procurement.regime",                   "choice"],
  ["model.winners",                     0,                       "model.winners",                        "whole"],
  ["model.winners",                     1.5,                     "model.winners",                        "whole"],
  ["model.ties",                        ["coin-toss"],           "model.ties[0]",                        "tie-rule"],
  ["model.ties",                        ["criterion:X"],         "model.ties[0]",                        "unknown-criterion"],
  ["model.ties",                        ["lottery", "lottery"],  "model.ties[1]",                        "tie-rule-duplicate"],
  ["model.rounding.result",             { decimals: 2, mode: "nearest" }, "model.rounding.result.mode",  "choice"],
  ["model.method.type",                 "magic",                 "model.method.type",                    "choice"],
  ["criteria.0.children.0.deduction",   "5",                     "criteria[U1].deduction",               "root-only"],
  ["criteria.0.minimum",                "1",                     "criteria[U].minimum",                  "leaf-only"],
  ["criteria.1.aggregate",              "points",                "criteria[M].aggregate",                "group-only"],
  ["criteria.1.perPoint",               "5",                     "criteria[M].perPoint",                 "worth-twice"],
  ["criteria.1.minimum",                "yes",                   "criteria[M].minimum",                  "minimum-figure"],
  ["criteria.1.id",                     "u1",                    "criteria[u1].id",                      "id-case"],
  ["criteria.1.scale.max",              5,                       "criteria[M].scale.max",                "decimal"],
  ["requirements.0.text",               "x".repeat(32768),       "requirements[K1].text",                "text-too-long"],
  ["requirements.0.text",               "\ud800",                "requirements[K1].text",                "text-broken"],
  ["lotteries",                         [{ order: ["A"], time: "igår", witnesses: ["X"] }], "lotteries[0].order", "lottery-order"],
],
)("%s = %j is refused at %s as %s", (path, value, place, code) => {
  const raw = changed(path, value);
  const { problems = [] } = parseDocument(raw);
  const found = problems.map((each) => problemFinding(each, raw));
  expect(found.map(({ where, code: its }) => [where, its])).toContainEqual([
    place,
    `document-${code}`,
  ]);
});

test("all errors at once, each with a Swedish sentence", () => {
  const raw = { ...changed("bids.0.price", 5), procurement: {}, criteria: "none", surplus: 1 };
  const sentences = (parseDocument(raw).problems ?? []).map((each) =>
    findingText(problemFinding(each, raw), sv),
  );
  expect(sentences).toContain(
    '5 är ett JSON-tal, och ett sådant lagras binärt och kan ändra ett belopp. Skriv det som text: "5".',
  );
  expect(sentences).toContain(
    "Nyckeln ”surplus” finns inte i formatet mervarde/1. Ta bort den eller rätta stavningen.",
  );
  expect(sentences).toContain("Upphandling, Valuta: värdet saknas. Fyll i det.");
  expect(sentences).toContain("Här väntades en lista.");
});

test("a choice names what was found and what it can be", () => {
  const raw = changed("model.method.type", "magic");
  const [problem] = parseDocument(raw).problems ?? [];
  expect(problem && findingText(problemFinding(problem, raw), sv)).toBe(
    "”magic” är inget av de värden som gäller här: lowest-price, monetary, percentage, quotient, points, fixed-price, priority-order.",
  );
});

test.each([[null], [[]], ["text"], [5], [{}]])("%j is no document, and does not crash", (value) => {
  expect(parseDocument(value).problems?.length).toBeGreaterThan(0);
});

test("a blank beside what is nested too deep is no fault of its own", () => {
  let deep: unknown = "x";
  for (let n = 0; n < 1000; n += 1) deep = [deep];
  expect(parseDocument({ criteria: deep, bids: null }).problems).toEqual([
    expect.objectContaining({ code: "too-deep" }),
  ]);
});

test("a document nested a hundred thousand deep is refused without recursion", () => {
  let deep: unknown = "x";
  for (let n = 0; n < 100_000; n += 1) deep = [deep];
  expect(parseDocument({ criteria: deep }).problems).toEqual([
    expect.objectContaining({ code: "too-deep" }),
  ]);
});

test('an id may be "constructor": nothing inherited is taken for data', () => {
  const raw = JSON.parse(
    JSON.stringify(
      document({
        requirements: ["constructor", "toString"],
        bids: [{ id: "valueOf", price: "1" }],
      }),
    ),
  ) as unknown;
  expect(parseDocument(raw).problems).toBeUndefined();
});
