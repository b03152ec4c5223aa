/**
 * What is masked besides what was claimed, so that no reader can work a secret price out from the
 * rest; and when nothing that may be masked protects it. Each row can be checked with a pencil.
 */
import type { Confidential, EvaluationDocument, Model } from "../../../src/core/document/schema";
import { evaluate } from "../../../src/core/evaluate";
import { disclosureFindings, masksOf } from "../../../src/core/secrecy/masks";
import { document, monetary } from "../../small";

type Row = readonly [quantity: string, ofA: string, ofB: string];
/** Bids A and B in rows, each with its quantity and the two unit prices. */
function inRows(rows: { readonly [id: string]: Row }, model: Partial<Model> = {}) {
  const base = document({ model, bids: [{ id: "A" }, { id: "B" }] });
  return {
    ...base,
    priceItems: Object.entries(rows).map(([id, [quantity]]) => ({
      ...{ id, name: id, category: "licence" as const, unit: "kr", quantity, required: true },
    })),
    bids: base.bids.map((bid, n) => ({
      ...bid,
      prices: Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, row[n + 1] ?? ""])),
    })),
  };
}

/** Bids A, B and C in one sum each. */
function inSums(prices: readonly string[], model: Partial<Model> = {}): EvaluationDocument {
  return document({
    model,
    criteria: [monetary("M", model.method ? { weight: "40" } : { deduction: "100" })],
    bids: prices.map((price, n) => ({ id: "ABC"[n] ?? "", price, scores: { M: String(5 - n) } })),
  });
}

/** The same rows, one of them a year of a row that is priced by year. */
function byYear(value: EvaluationDocument, year: string, group: string): EvaluationDocument {
  return {
    ...value,
    priceItems: value.priceItems.map((item) =>
      item.id === year ? { ...item, byYear: group, years: { from: 1, to: 1 } } : item,
    ),
  };
}

const row = (of: string, bid = "A"): Confidential => ({ bid, subject: "price-item", of });
const whole = (bid = "A"): Confidential => ({ bid, subject: "price" });

/** What is masked besides the claims, "–" for nothing, and "!" with what is given away after all. */
function masked(value: EvaluationDocument, confidential: Confidential[], reader?: string): string {
  const claimed = { ...value, confidential };
  const evaluation = evaluate(claimed);
  const { complements } = masksOf(evaluation, claimed, reader);
  const given = disclosureFindings(evaluation, claimed).map(
    ({ details: { bid, row: of = "price", by } }) =>
      `! ${String(bid)} ${String(of)}: ${String(by)}`,
  );
  const shown = complements.map(({ bid, figure, row: of }) => [bid, figure, of].join(" ").trim());
  return [...shown, ...given].join(", ") || "–";
}

const three = inRows({ P1: ["10", "100", "90"], P2: ["1", "700", "800"], P3: ["2", "400", "350"] });
const points = (scale: "relative-lowest" | "relative-mean"): Partial<Model> => ({
  method: {
    type: "points",
    price: {
      weight: "60",
      scale: scale === "relative-mean" ? { type: scale, perPercent: "1" } : { type: scale },
    },
    quality: "as-is",
  },
});

// prettier-ignore
test.each<[string, EvaluationDocument, Confidential[], string]>([
  ["one row of three: the sum gives it away, so the smallest row that hides it goes too",
    three,                                                             [row("P1")],             "A row P2"],
  ["two rows of three: only their sum is known",
    three,                                                             [row("P1"), row("P3")],  "–"],
  ["the other row is a hundredth: the sum would tell the secret one to within one per cent",
    inRows({ P1: ["10", "100", "90"], P2: ["1", "10", "9"] }),         [row("P1")],             "A total, A result"],
  ["two secret rows, one of them a hundredth of the other",
    inRows({ P1: ["10", "100", "90"], P2: ["1", "10", "9"], P3: ["1", "600", "1"] }),
                                                                       [row("P1"), row("P2")],  "A row P3"],
  ["the only row: the sum is the row",
    inRows({ P1: ["10", "100", "90"] }),                               [row("P1")],             "A total, A result"],
  ["a whole price in kronor: the result hides it with it, and no other bid's figure tells it",
    inSums(["1000", "1100", "1200"]),                                  [whole()],               "–"],
  ["a whole price in rows",              three,                        [whole("B")],            "–"],
  ["two bidders, a row each",            three,                        [row("P1"), row("P1", "B")], "A row P2, B row P3"],
  ["the lowest price of a points model: another's price and points tell it",
    inSums(["1000", "1100", "1200"], points("relative-lowest")),       [whole()],               "B result, C result"],
  ["a higher price of the same model enters nobody else's points",
    inSums(["1000", "1100", "1200"], points("relative-lowest")),       [whole("B")],            "–"],
  ["any price of a model with a mean",
    inSums(["1000", "1100", "1200"], points("relative-mean")),         [whole("B")],            "A result, C result"],
  // 1000 − 100 = 900 and 980 − 80 = 900.
  ["a tie tells that the results are equal, and the other's is 900",
    inSums(["1000", "980", "1200"]),                                   [whole()],               "! A price: B"],
  ["a row that is priced by year is each of its years",
    byYear(three, "P1", "L"),                                          [row("L")],              "A row P2"],
  ["a request that was denied",          three,                        [{ ...row("P1"), decision: "denied" }], "–"],
])("%s", (_, value, confidential, expected) => {
  expect(masked(value, confidential)).toBe(expected);
});

test("what is masked for a secret row's sake hides nothing less of what else was claimed", () => {
  const claims: Confidential[] = [
    row("P1"),
    { bid: "A", subject: "requirement", of: "K1" },
    { bid: "A", subject: "criterion", of: "M" },
  ];
  const claimed = { ...three, confidential: claims };
  const { has } = masksOf(evaluate(claimed), claimed);
  const asked = [
    ["price-item", "P1"],
    ["price-item", "P2"],
    ["price-item", "P3"],
    ["requirement", "K1"],
    ["requirement", "P2"],
    ["criterion", "M"],
  ] as const;
  expect(
    asked.filter(([subject, of]) => has("A", subject, of)).map((each) => each.join(" ")),
  ).toEqual(["price-item P1", "price-item P2", "requirement K1", "criterion M"]);
});

test("the whole price is claimed, also where a row is named beside it", () => {
  const claimed = { ...three, confidential: [{ ...whole(), of: "P1" }] };
  const { hasTotal, complements } = masksOf(evaluate(claimed), claimed);
  expect([hasTotal("A"), hasTotal("B"), complements]).toEqual([true, false, []]);
});

// prettier-ignore
test.each<[string, Confidential, string[]]>([
  ["a row that there is none of",           row("P9"),                                            ["secret-of-unknown: confidential[0].of"]],
  ["a row in other letters",                row("p1"),                                            ["secret-of-unknown: confidential[0].of"]],
  ["a criterion that there is none of",     { bid: "A", subject: "criterion", of: "M9" },         ["secret-of-unknown: confidential[0].of"]],
  ["a requirement that there is none of",   { bid: "A", subject: "requirement", of: "S9" },       ["secret-of-unknown: confidential[0].of"]],
  ["a clarification that there is none of", { bid: "A", subject: "clarification", of: "F9" },     ["secret-of-unknown: confidential[0].of"]],
  ["a request that was denied",             { ...row("P9"), decision: "denied" },                 []],
  ["all rows",                              { bid: "A", subject: "price-item" },                  []],
  ["a file, by its name",                   { bid: "A", subject: "file", of: "Bilaga 9" },        []],
])("no paper is written that is to keep %s secret", (_, claim, codes) => {
  const claimed = { ...three, confidential: [claim] };
  const found = disclosureFindings(evaluate(claimed), claimed);
  expect(found.map(({ code, where }) => `${code}: ${where}`)).toEqual(codes);
});

test("a bidder is shown its own rows, and never more of another's", () => {
  const claims = [row("P1"), row("P1", "B")];
  expect(masked(three, claims, "A")).toBe("B row P3");
  expect(masked(three, claims, "B")).toBe("A row P2");
});

test("the sums of two authorities determine two secret rows together", () => {
  // A pays 10x + 10y and the authorities 10x + 3y and 0x + 7y: two equations, two unknowns.
  const split = inRows({
    P1: ["10", "100", "90"],
    P2: ["10", "120", "110"],
    P3: ["1", "900", "1"],
  });
  const joint = {
    ...split,
    model: {
      ...split.model,
      authorities: [
        { id: "N", name: "Norr" },
        { id: "S", name: "Söder" },
      ],
    },
    priceItems: split.priceItems.map((item) => ({
      ...item,
      quantities:
        { P1: { N: "10", S: "0" }, P2: { N: "3", S: "7" }, P3: { N: "1", S: "0" } }[item.id] ?? {},
    })),
  };
  expect(masked(joint, [row("P1"), row("P2")])).toBe("A total, A result");
});

test("a fee in per cent of the rows tells what they are of, and goes too", () => {
  const rows = inRows({ P1: ["10", "100", "90"], P2: ["1", "700", "800"], P3: ["1", "5", "5"] });
  const withFee: EvaluationDocument = {
    ...rows,
    priceItems: rows.priceItems.map((item) =>
      item.id === "P3" ? { ...item, effect: "fee-on-top" as const } : item,
    ),
  };
  expect(masked(withFee, [row("P1")])).toBe("A row P2");
});

test("the sums of three authorities together leave next to nothing of a secret row open", () => {
  // Norr pays x + y + z + w = 1 005, Söder y + z = 300 and Öst w + v = 5: taken together, x is
  // between 700 and 705, while Norr's sum alone leaves it between 400 and 1 005.
  const split = inRows({
    X: ["1", "703", "690"],
    Y: ["2", "140", "150"],
    Z: ["2", "160", "155"],
    W: ["2", "2", "2"],
    V: ["1", "3", "3"],
  });
  const bought = { X: "N", Y: "NS", Z: "NS", W: "NÖ", V: "Ö" } as const;
  const joint = {
    ...split,
    model: {
      ...split.model,
      authorities: [
        { id: "N", name: "Norr" },
        { id: "S", name: "Söder" },
        { id: "Ö", name: "Öst" },
      ],
    },
    priceItems: split.priceItems.map((item) => ({
      ...item,
      quantities: Object.fromEntries(
        ["N", "S", "Ö"].map((id) => [
          id,
          bought[item.id as keyof typeof bought].includes(id) ? "1" : "0",
        ]),
      ),
    })),
  };
  const claims = Object.keys(bought).map((id) => row(id));
  expect(masked(joint, claims)).toBe("A total, A result");
});

test("an authority's sum tells no more than the sum of two secret rows", () => {
  // Norr and Söder each pay 5x + 5y, and Norr z, which is shown.
  const split = inRows({
    X: ["10", "100", "90"],
    Y: ["10", "120", "110"],
    Z: ["1", "300", "310"],
  });
  const joint = {
    ...split,
    model: {
      ...split.model,
      authorities: [
        { id: "N", name: "Norr" },
        { id: "S", name: "Söder" },
      ],
    },
    priceItems: split.priceItems.map((item) => ({
      ...item,
      quantities: item.id === "Z" ? { N: "1", S: "0" } : { N: "5", S: "5" },
    })),
  };
  expect(masked(joint, [row("X"), row("Y")])).toBe("–");
});

test("what is paid over the contract is masked with the price that it is made of", () => {
  const rows = inRows({ P1: ["10", "100", "90"] });
  const withOption: EvaluationDocument = {
    ...rows,
    priceItems: [
      ...rows.priceItems,
      { id: "O1", name: "O1", category: "option", unit: "kr", quantity: "1", counted: false },
    ],
    bids: rows.bids.map((bid) => ({ ...bid, prices: { ...bid.prices, O1: "50" } })),
  };
  const claimed = { ...withOption, confidential: [whole()] };
  const evaluation = evaluate(claimed);
  const { hides } = masksOf(evaluation, claimed);
  const shown = evaluation.bids.map(({ bid, price: { contractValue: value } }) =>
    [bid.id, value?.value?.toText(), hides(value)].join(" "),
  );
  expect(shown).toEqual(["A 1050 true", "B 950 false"]);
});
