/**
 * What a price form comes to, row by row, where the worked pages do not say it: fees, thresholds,
 * conventions of discounting, what a form must not hold, and what is missing.
 */
import fc from "fast-check";
import { parseDocument } from "../../src/core/document/parse";
import type { Bid, EvaluationDocument, Model, PriceItem } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { Inputs } from "../../src/core/inputs";
import { Exact } from "../../src/core/number";
import { priceAsOffered } from "../../src/core/price-as-offered";
import { PriceForm } from "../../src/core/price-form";
import { documents, runs } from "../documents";
import * as forms from "../price-forms";
import { document } from "../small";

type Row = Partial<PriceItem> & { readonly id: string };

const form = (
  rows: readonly Row[],
  bids: readonly Partial<Bid>[],
  model: Partial<Model> = {},
): EvaluationDocument => {
  const base = document({
    model: { method: { type: "lowest-price" }, ...model },
    bids: bids.map((_, n) => ({ id: "ABCD"[n] ?? "" })),
  });
  return {
    ...base,
    priceItems: rows.map((row) => ({
      name: `Rad ${row.id}`,
      category: "other",
      unit: "kr",
      quantity: "1",
      ...row,
    })),
    bids: base.bids.map((bid, n) => ({ ...bid, ...bids[n] })),
  };
};
const one = (rows: readonly Row[], prices: { [row: string]: string }, model: Partial<Model> = {}) =>
  form(rows, [{ prices }], model);
const priceOf = (value: EvaluationDocument) =>
  evaluate(value).bids[0]?.price.price.value?.toText() ?? "–";
const codes = (value: EvaluationDocument) =>
  evaluate(value).findings.map(({ code, severity, where }) => `${severity} ${code} ${where}`);

const isNegative = (found: string) => found.includes("negative");

const values = (value: string, more: object = {}) => ({
  indexes: [
    {
      id: "I",
      name: "Index",
      type: "values" as const,
      base: "118.4",
      values: [{ year: 1, value }],
      share: "70",
      ...more,
    },
  ],
});
const indexed: Row = { id: "P", index: "I", years: { from: 1, to: 1 } };
const at = (rate: string, convention: "start" | "end") => ({ lifeCycle: { rate, convention } });
const tier = (id: string, more: object): Row => ({
  id,
  quantity: "140",
  tier: { group: "T", counts: "marginal", ...more },
});
const options = (counted: boolean) => ({
  contractPeriods: [
    { id: "G", name: "Grundavtal", from: 1, to: 3 },
    { id: "O", name: "Option", from: 4, to: 6, counted },
  ],
});

describe("a price form comes to", () => {
  // prettier-ignore
  test.each<readonly [what: string, document: EvaluationDocument, price: string]>([
    // 1 000 + 1 000 × 2 %
    ["a fee on top",              one([{ id: "P" }, { id: "F", effect: "fee-on-top", amount: "2" }], { P: "1000" }), "1020"],
    // 980 ÷ 0.98
    ["a fee inside",              one([{ id: "P" }, { id: "F", effect: "fee-inside", amount: "2" }], { P: "980" }), "1000"],
    // 1 000 − 10 %, then 2 % on top of 900
    ["per cent in their order",   one([{ id: "P" }, { id: "D", effect: "discount" }, { id: "F", effect: "fee-on-top", amount: "2" }], { P: "1000", D: "10" }), "918"],
    // 2 % on 1 000, then 10 % off 1 020: the same here, since both multiply
    ["the other order",           one([{ id: "P" }, { id: "F", effect: "fee-on-top", amount: "2" }, { id: "D", effect: "discount" }], { P: "1000", D: "10" }), "918"],
    // The discount on P comes before the fee on everything, wherever it stands: (1 000 − 100 + 500) × 1.02
    ["per cent of one row first", one([{ id: "F", effect: "fee-on-top", amount: "2" }, { id: "P" }, { id: "Q" }, { id: "D", effect: "discount", on: "P" }], { P: "1000", Q: "500", D: "10" }), "1428"],
    ["a credit",                  one([{ id: "P" }, { id: "R", effect: "credit", quantity: "2" }], { P: "1000", R: "150" }), "700"],
    // 125.9 is 6.33 % above 118.4
    ["an index below threshold",  one([indexed], { P: "820000" }, values("125.9", { threshold: "7" })), "820000"],
    // 112.48 is exactly 5 % below: 100 × (1 − 0.7 × 0.05)
    ["a fall by the threshold",   one([indexed], { P: "100" }, values("112.48", { threshold: "5" })), "96.5"],
    ["an index without share",    one([indexed], { P: "1184" }, values("125.9", { share: "100" })), "1259"],
    // Year 0 comes before the first value
    ["a year before the index",   one([{ ...indexed, years: { from: 0, to: 1 } }], { P: "1184" }, values("125.9", { share: "100" })), "2443"],
    // 100 + 100 ÷ 1.25 at the end, 100 + 100 at the start
    ["payments at the end",       one([{ id: "P", years: { from: 0, to: 1 } }], { P: "100" }, at("25", "end")), "180"],
    ["payments at the start",     one([{ id: "P", years: { from: 0, to: 1 } }], { P: "100" }, at("25", "start")), "200"],
    // 100 + 100 × 0.9713
    ["published factors",         one([{ id: "P", years: { from: 0, to: 1 } }], { P: "100" }, { lifeCycle: { factors: [{ year: 0, factor: "1" }, { year: 1, factor: "0.9713" }] } }), "197.13"],
    ["no interest",               one([{ id: "P", years: { from: 1, to: 7 } }], { P: "100" }, at("0", "end")), "700"],
    // Indexed 10 % from year 2, discounted 25 %: 100 ÷ 1.25 + 110 ÷ 1.5625
    ["index and discount",        one([{ id: "P", index: "U", years: { from: 1, to: 2 } }], { P: "100" },
      { ...at("25", "end"), indexes: [{ id: "U", name: "U", type: "rate", rate: "10", firstYear: 2 }] }), "150.4"],
    ["years that count",          one([{ id: "P", years: { from: 0, to: 6 } }], { P: "10" }, options(false)), "40"],
    ["all years",                 one([{ id: "P", years: { from: 0, to: 6 } }], { P: "10" }, options(true)), "70"],
    // 140 of 100 and 200 at 40 and 30 kr, whole quantity at the tier's price
    ["a whole band",              one([tier("T1", { counts: "band-unit", upTo: "100" }), tier("T2", { counts: "band-unit", over: "100" })], { T1: "40", T2: "30" }), "4200"],
    ["a band's own price",        one([tier("T1", { counts: "band-price", upTo: "140" }), tier("T2", { counts: "band-price", over: "140" })], { T1: "40", T2: "30" }), "40"],
    ["thirds of a quantity",      one(["A", "B", "C"].map((id) => ({ id, quantity: "90", share: { group: "g", percent: "100/3" } })), { A: "1", B: "2", C: "3" }), "180"],
    ["an unpriced row of a later option", one([{ id: "P" }, { id: "O", years: { from: 4, to: 6 } }], { P: "10" }, options(false)), "10"],
  ])("%s", (_, value, price) => {
    expect(parseDocument(value).problems).toBeUndefined();
    expect(priceOf(value)).toBe(price);
  });
});

const joint = {
  authorities: [
    { id: "X", name: "Xby" },
    { id: "Y", name: "Yby" },
  ],
};
const models = {
  deliveryModels: [
    { id: "S", name: "Tjänst" },
    { id: "E", name: "Egen drift" },
  ],
};
const ownRow: Row = { id: "D", amount: "500", source: "Budget", deliveryModels: ["E"] };

describe("a row whose quantity is left blank", () => {
  const blank = ({ priceItems, ...rest }: EvaluationDocument): EvaluationDocument => ({
    ...rest,
    priceItems: priceItems.map(({ quantity: _quantity, ...item }) => item),
  });
  const split: Row = { id: "P", quantities: { X: "4", Y: "5.5" } };

  // prettier-ignore
  test.each<readonly [what: string, document: EvaluationDocument, price: string]>([
    // (4 + 5.5) × 100
    ["counts what its authorities buy together",  one([split], { P: "100" }, joint), "950"],
    ["times its periods and years",               one([{ ...split, periods: "12", years: { from: 1, to: 2 } }], { P: "1" }, joint), "228"],
    // What lies above 4 of each authority's own: 0 and 1.5
    ["has each authority's part in a tier",       one([{ ...split, tier: { group: "T", counts: "marginal", over: "4" } }], { P: "100" }, joint), "150"],
    // 0 is a quantity
    ["takes 0 for what it is",                    one([{ id: "P", quantities: { X: "4", Y: "0" } }], { P: "100" }, joint), "400"],
    ["has no price while one quantity is missing", one([{ id: "P", quantities: { X: "4" } }], { P: "100" }, joint), "–"],
  ])("%s", (_, value, price) => {
    expect(parseDocument(blank(value)).problems).toBeUndefined();
    expect(priceOf(blank(value))).toBe(price);
  });

  test("says so in its steps, down to each authority's cell", () => {
    const [bid] = evaluate(blank(one([split], { P: "100" }, joint))).bids;
    const [row] = bid?.price.offered.from ?? [];
    const together = row?.from.find(({ about }) => about.what === "quantities-together");
    expect(together?.from.map(({ rule }) => rule)).toMatchObject([
      { kind: "input", place: "priceItems[P].quantities[X]" },
      { kind: "input", place: "priceItems[P].quantities[Y]" },
    ]);
  });

  // prettier-ignore
  test.each<readonly [what: string, document: EvaluationDocument]>([
    ["nothing that could be summed",           one([{ id: "P" }], { P: "100" })],
    ["no authority's quantity",                one([{ id: "P", quantities: {} }], { P: "100" }, joint)],
    ["a number of inhabitants to multiply by", one([{ id: "P", per: "inhabitant" }], { P: "100" }, joint)],
  ])("is missing where there is %s", (_, value) => {
    expect(parseDocument(blank(value)).problems).toEqual([
      { path: ["priceItems", 0, "quantity"], code: "missing" },
    ]);
  });
});

describe("a price form that cannot be used", () => {
  // prettier-ignore
  test.each<readonly [what: string, document: EvaluationDocument, found: string]>([
    ["shares of 99",          one([{ id: "P", share: { group: "g", percent: "45" } }, { id: "Q", share: { group: "g", percent: "54" } }], { P: "1", Q: "1" }), "blocking row-shares-not-100 priceItems[P].share.percent"],
    ["shares of 101",         one([{ id: "P", share: { group: "g", percent: "101" } }], { P: "1" }), "blocking row-shares-not-100 priceItems[P].share.percent"],
    ["a floor above zero",    one([{ id: "P", floor: "0.01" }], { P: "1" }), "blocking row-floor-above-zero priceItems[P].floor"],
    ["a floor above ceiling", one([{ id: "P", floor: "0", ceiling: "0" }, { id: "Q", floor: "5", ceiling: "4" }], { P: "0", Q: "4" }), "blocking row-limits-contradict priceItems[Q].floor"],
    ["overlapping tiers",     one([tier("T1", { upTo: "100" }), tier("T2", { over: "99" })], { T1: "1", T2: "1" }), "blocking tiers-not-joined priceItems[T2].tier.over"],
    ["a gap between tiers",   one([tier("T1", { upTo: "100" }), tier("T2", { over: "101" })], { T1: "1", T2: "1" }), "blocking tiers-not-joined priceItems[T2].tier.over"],
    ["a first tier above 0",  one([tier("T1", { over: "1" })], { T1: "1" }), "blocking tiers-not-joined priceItems[T1].tier.over"],
    ["tiers that end",        one([tier("T1", { upTo: "100" })], { T1: "1" }), "blocking tiers-end priceItems[T1].tier.upTo"],
    ["tiers of two amounts",  one([tier("T1", { upTo: "100" }), { ...tier("T2", { over: "100" }), quantity: "141" }], { T1: "1", T2: "1" }), "blocking tiers-unlike priceItems[T2].tier.group"],
    ["tiers of two buyers",   one([{ ...tier("T1", { upTo: "100" }), authority: "X" }, { ...tier("T2", { over: "100" }), authority: "Y" }], { T1: "1", T2: "1" }, joint), "blocking tiers-unlike priceItems[T2].tier.group"],
    ["tiers of two models",   form([{ ...tier("T1", { upTo: "100" }), deliveryModels: ["S"] }, { ...tier("T2", { over: "100" }), deliveryModels: ["E"] }], [{ deliveryModel: "S", prices: { T1: "1" } }], models), "blocking tiers-unlike priceItems[T2].tier.group"],
    ["tiers of two kinds",    one([tier("T1", { upTo: "100" }), { ...tier("T2", { over: "100" }), tier: { group: "T", counts: "band-unit", over: "100" } }], { T1: "1", T2: "1" }), "blocking tiers-unlike priceItems[T2].tier.group"],
    ["a split that differs",  one([{ id: "P", quantity: "9", quantities: { X: "4", Y: "4" } }], { P: "1" }, joint), "blocking row-quantities-differ priceItems[P].quantity"],
    ["a blank quantity",      one([{ id: "P", quantity: "9", quantities: { X: "9" } }], { P: "1" }, joint), "blocking row-quantity-missing priceItems[P].quantities[Y]"],
    ["a year in two periods", one([{ id: "P" }], { P: "1" }, { contractPeriods: [{ id: "G", name: "G", from: 1, to: 3 }, { id: "O", name: "O", from: 3, to: 4 }] }), "blocking periods-overlap model.contractPeriods[O].from"],
    ["no years to discount",  one([{ id: "P" }], { P: "1" }, at("4", "end")), "blocking row-without-years priceItems[P].years.from"],
    ["a year without factor", one([{ id: "P", years: { from: 0, to: 1 } }], { P: "1" }, { lifeCycle: { factors: [{ year: 0, factor: "1" }] } }), "blocking discount-factor-missing model.lifeCycle.factors"],
    ["a price beside an amount", form([{ id: "P" }, ownRow], [{ deliveryModel: "E", prices: { P: "1", D: "1" } }], models), "blocking price-outside-form bids[A].prices[D]"],
    ["a price of another model", form([{ id: "P" }, { id: "H", deliveryModels: ["E"] }], [{ deliveryModel: "S", prices: { P: "1", H: "1" } }], models), "blocking price-outside-form bids[A].prices[H]"],
    ["no delivery model",     form([{ id: "P" }, ownRow], [{ prices: { P: "1" } }], models), "open delivery-model-missing bids[A].deliveryModel"],
    ["a blank row beside",    one([{ id: "P" }, { id: "Q", counted: false }], { P: "1" }), "warning price-outside-blank bids[A].prices[Q]"],
  ])("%s", (_, value, found) => {
    expect(parseDocument(value).problems).toBeUndefined();
    expect(codes(value)).toContain(found);
  });

  test("tiers name their delivery models in any order", () => {
    const first = { ...tier("T1", { upTo: "100" }), deliveryModels: ["S", "E"] };
    const second = { ...tier("T2", { over: "100" }), deliveryModels: ["E", "S"] };
    const value = form(
      [first, second],
      [{ deliveryModel: "S", prices: { T1: "1", T2: "1" } }],
      models,
    );
    expect(codes(value).filter((each) => each.includes("tiers-"))).toEqual([]);
  });

  test("a blank price, and a bid without delivery model, have no price", () => {
    expect(priceOf(one([{ id: "P" }, { id: "Q", effect: "discount" }], { P: "1" }))).toBe("–");
    expect(priceOf(form([{ id: "P" }, ownRow], [{ prices: { P: "1" } }], models))).toBe("–");
  });

  test("a negative price is told, whether the form allows it or not", () => {
    const rows = [{ id: "P" }, { id: "Q", floor: "-50" }];
    const value = (price: string) => codes(one(rows, { P: price, Q: price })).filter(isNegative);
    expect(value("-50")).toEqual([
      "warning price-negative bids[A].prices[P]",
      "note price-negative-allowed bids[A].prices[Q]",
    ]);
    // One below what the form allows rejects the bid, which says more.
    expect(value("-50.01")).toEqual(["warning price-negative bids[A].prices[P]"]);
    expect(value("0")).toEqual([]);
  });

  test("a price at the floor stands, and one below it rejects", () => {
    const at0 = form(
      [{ id: "P", floor: "0" }],
      [{ prices: { P: "0" } }, { prices: { P: "-0.01" } }],
    );
    expect(evaluate(at0).bids.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      [],
      ["unit-price-below-floor"],
    ]);
  });
});

const byYear = (year: number): Row => ({
  id: `P.${year}`,
  name: "Stöd",
  byYear: "P",
  years: { from: year, to: year },
});

describe("a document is refused for", () => {
  const path = (value: EvaluationDocument) =>
    parseDocument(value).problems?.map((problem) => `${problem.path.join(".")} ${problem.code}`);
  // prettier-ignore
  test.each<readonly [what: string, document: EvaluationDocument, problem: string]>([
    ["an index that is not there", one([indexed], { P: "1" }), "priceItems.0.index unknown-index"],
    ["an index without years",     one([{ id: "P", index: "I" }], { P: "1" }, values("1")), "priceItems.0.index price-row-key"],
    ["years that run backwards",   one([{ id: "P", years: { from: 2, to: 1 } }], { P: "1" }), "priceItems.0.years.to years-reversed"],
    ["an unknown authority",       one([{ id: "P", authority: "Z" }], { P: "1" }, joint), "priceItems.0.authority unknown-authority"],
    ["a quantity of nobody",       one([{ id: "P", quantities: { Z: "1" } }], { P: "1" }, joint), "priceItems.0.quantities.Z unknown-authority"],
    ["an unknown delivery model",  form([{ id: "P" }], [{ deliveryModel: "Z", prices: { P: "1" } }], models), "bids.0.deliveryModel unknown-delivery-model"],
    ["per cent of two",            one([{ id: "P" }, { id: "D", effect: "discount", quantity: "2" }], { P: "1", D: "1" }), "priceItems.1.quantity price-row-key"],
    ["per cent of a year",         one([{ id: "P" }, { id: "D", effect: "discount", years: { from: 1, to: 2 } }], { P: "1", D: "1" }), "priceItems.1.years price-row-key"],
    ["kronor of a row",            one([{ id: "P" }, { id: "Q", on: "P" }], { P: "1", Q: "1" }), "priceItems.1.on price-row-key"],
    ["a source of no amount",      one([{ id: "P", source: "Budget" }], { P: "1" }), "priceItems.0.source price-row-key"],
    ["a gap between the years",    one([byYear(1), byYear(3)], {}), "priceItems.1.years year-row"],
    ["two years in one row",       one([{ ...byYear(1), years: { from: 1, to: 2 } }], {}), "priceItems.0.years year-row"],
    ["a year beyond the sheet's",  one([byYear(16)], {}), "priceItems.0.years year-row"],
    ["a year under another name",  one([{ ...byYear(1), id: "P1" }], {}), "priceItems.0.id year-row"],
    ["years of other quantities",  one([byYear(1), { ...byYear(2), quantity: "7" }], {}), "priceItems.1.quantity year-row"],
    ["a ceiling in one year only", one([byYear(1), { ...byYear(2), ceiling: "7" }], {}), "priceItems.1.ceiling year-row"],
    ["a row between two years",    one([byYear(1), { id: "Q" }, byYear(2)], {}), "priceItems.2.byYear year-row"],
    ["a row named as the line",    one([byYear(1), { id: "P" }], {}), "priceItems.0.byYear year-row"],
    ["an amount by year",          one([{ ...byYear(1), amount: "5" }], {}), "priceItems.0.byYear price-row-key"],
    ["per cent by year",           one([{ ...byYear(1), effect: "discount" }], {}), "priceItems.0.byYear price-row-key"],
    ["an optional row with a fee", one([{ id: "P", required: false }, { id: "F", effect: "fee-on-top", amount: "1" }], { P: "1" }), "priceItems.0.required price-row-key"],
    ["a base of zero",             one([indexed], { P: "1" }, values("1", { base: "0.00" })), "model.indexes.0.base decimal-zero"],
    ["rate and factors",           one([{ id: "P" }], { P: "1" }, { lifeCycle: { rate: "1", factors: [{ year: 0, factor: "1" }] } }), "model.lifeCycle.rate discount-form"],
    ["a rate without convention",  one([{ id: "P" }], { P: "1" }, { lifeCycle: { rate: "1" } }), "model.lifeCycle.rate discount-form"],
    ["a factor of one year twice", one([{ id: "P" }], { P: "1" }, { lifeCycle: { factors: [{ year: 1, factor: "1" }, { year: 1, factor: "2" }] } }), "model.lifeCycle.factors.1.year year-twice"],
    ["an index year twice",        one([indexed], { P: "1" }, values("1", { values: [{ year: 1, value: "1" }, { year: 1, value: "2" }] })), "model.indexes.0.values.1.year year-twice"],
    ["two periods of one id",      one([{ id: "P" }], { P: "1" }, { contractPeriods: [{ id: "G", name: "G", from: 1, to: 1 }, { id: "G", name: "G", from: 2, to: 2 }] }), "model.contractPeriods.1.id id-duplicate"],
  ])("%s", (_, value, problem) => {
    expect(path(value)).toContain(problem);
  });
});

describe("the authority's published costs", () => {
  const own = { deliveryModel: "E" };
  const rows: readonly Row[] = [{ id: "P", quantity: "3" }, ownRow];
  const pricesOf = (value: EvaluationDocument) =>
    evaluate(value).bids.map(({ price: { offered, publishedCosts, whole, price } }) =>
      [offered, publishedCosts, whole, price].map((step) => step?.value?.toText()).join(" "),
    );
  const reasonsOf = (value: EvaluationDocument) =>
    evaluate(value).bids.map(({ reasons }) => reasons.map(({ code }) => code).join(" "));

  test("are added to what the bidder asks, of the bids that they are for", () => {
    const value = form(
      rows,
      [
        { ...own, prices: { P: "100" } },
        { deliveryModel: "S", prices: { P: "200" } },
      ],
      models,
    );
    expect(pricesOf(value)).toEqual(["300 500 800 800", "600 0 600 600"]);
  });

  test("are not asked for by the bidder: ceiling, forbidden zero and stated sum are of the offer", () => {
    const value = (price: string, model: Partial<Model>) =>
      form(rows, [{ ...own, prices: { P: price }, statedTotal: "300" }], { ...models, ...model });
    expect(reasonsOf(value("100", { priceCeiling: "300" }))).toEqual([""]);
    expect(reasonsOf(value("100.01", { priceCeiling: "300" }))).toEqual(["price-above-ceiling"]);
    expect(reasonsOf(value("0", { zeroPrice: "forbidden" }))).toEqual(["price-zero-forbidden"]);
    expect(codes(value("100", {})).join()).not.toContain("stated-total-differs");
    expect(codes(value("101", {}))).toContain("warning stated-total-differs bids[A].statedTotal");
  });

  test("a row outside the evaluated price adds nothing, and a published fee is the bidder's", () => {
    const uncounted = { ...ownRow, counted: false };
    expect(
      pricesOf(form([{ id: "P" }, uncounted], [{ ...own, prices: { P: "7" } }], models)),
    ).toEqual(["7  7 7"]);
    // 2 % on 500 + 100
    const fee: Row = { id: "F", effect: "fee-on-top", amount: "2" };
    expect(
      pricesOf(form([ownRow, { id: "P" }, fee], [{ ...own, prices: { P: "100" } }], models)),
    ).toEqual(["112 500 612 612"]);
  });

  test("a bid in one total is compared without them, which is left open", () => {
    const value = (deliveryModel: string) => form(rows, [{ deliveryModel, price: "900" }], models);
    expect(pricesOf(value("E"))).toEqual(["900 0 900 900"]);
    expect(codes(value("E"))).toContain("open published-costs-not-added bids[A].price");
    expect(codes(value("S")).join()).not.toContain("published-costs-not-added");
  });
});

test("authorities' own parts come to the common price, discounts included", () => {
  const value = one(
    [
      { id: "P", quantity: "9", quantities: { X: "4", Y: "5" } },
      { id: "Q", authority: "Y" },
      { id: "D", effect: "discount" },
    ],
    { P: "100", Q: "60", D: "10" },
    joint,
  );
  const [bid] = evaluate(value).bids;
  // (4 × 100) × 0.9, (5 × 100 + 60) × 0.9
  expect([...(bid?.price.byAuthority.values() ?? [])].map((part) => part.value?.toText())).toEqual([
    "360",
    "504",
  ]);
  expect(priceOf(value)).toBe("864");
});

test("a row that nobody has split leaves the authorities' parts unknown, and the sum known", () => {
  const value = one([{ id: "P" }], { P: "100" }, joint);
  const [bid] = evaluate(value).bids;
  expect([...(bid?.price.byAuthority.values() ?? [])].map((part) => part.value)).toEqual([
    undefined,
    undefined,
  ]);
  expect(priceOf(value)).toBe("100");
});

test("a corrected price goes into the discount, and what was offered stays", () => {
  const value: EvaluationDocument = {
    ...one(
      [
        { id: "P", years: { from: 1, to: 2 } },
        { id: "D", effect: "discount" },
      ],
      { P: "100", D: "10" },
    ),
    // prettier-ignore
    clarifications: [{ id: "F1", bid: "A", subject: "price-item", of: "P", rule: "clerical-error", new: "1000", reason: "Skrivfel", decidedBy: "Eva Ek", decidedAt: "2026-03-08" }],
  };
  const [bid] = evaluate(value).bids;
  expect(priceOf(value)).toBe("1800");
  expect(bid && priceAsOffered(bid)?.toText()).toBe("180");
});

/** What every row of every bid comes to, in the evaluated price, the contract and each authority's. */
function rowsAndTotals(value: EvaluationDocument): (readonly [rows: string[], totals: string[]])[] {
  const said = (total: Exact | undefined) => total?.toText() ?? "–";
  const ofAuthorities = (value.model.authorities ?? []).map(({ id }) => ({ authority: id }));
  const views = [{}, ...ofAuthorities].map((of) => ({ ...of, span: "evaluated" as const }));
  return [...views, { span: "contract" as const }].flatMap((view) =>
    value.bids
      .filter(({ prices }) => prices !== undefined)
      .map((bid) => {
        const rows = new PriceForm(value, new Inputs(value)).rows(bid, view);
        const totals = new PriceForm(value, new Inputs(value)).totals(bid, view);
        return [rows.map((row) => said(row.value)), totals.map(said)] as const;
      }),
  );
}

test.each(Object.entries(forms))(
  "%s: a total alone is that of its row, as it is explained",
  (_, value) => {
    const compared = rowsAndTotals(value);
    expect(compared.length).toBeGreaterThan(0);
    for (const [rows, totals] of compared) expect(totals).toEqual(rows);
  },
);

test("a price is the sum of the rows that explain it, and they stay the same rows", () => {
  let seen = 0;
  fc.assert(
    fc.property(documents, (value) => {
      for (const [rows, totals] of rowsAndTotals(value)) expect(totals).toEqual(rows);
      for (const { price } of evaluate(value).bids) {
        const { offered } = price;
        if (offered.rule.kind !== "price-rows") continue;
        const parts = offered.from.map((part) => part.value);
        const known = parts.filter((part) => part instanceof Exact);
        const sum =
          known.length === parts.length && parts.length > 0 ? Exact.sum(known) : undefined;
        expect(offered.value?.toText()).toBe(sum?.toText());
        expect(offered.from).toBe(offered.from);
        seen += parts.length;
      }
    }),
    runs(150),
  );
  expect(seen).toBeGreaterThan(0);
});

test("a price that was clarified is the new one in the total alone too", () => {
  const asked = form([{ id: "P", quantity: "2" }], [{ prices: { P: "100" } }]);
  const clarifications = [
    {
      id: "F1",
      bid: "A",
      subject: "price-item",
      of: "P",
      question: "Är priset per månad?",
      rule: "clerical-error",
      reason: "Uppenbart skrivfel",
      decidedBy: "Moderatorn",
      decidedAt: "2026-03-09",
      new: "90",
    } as const,
  ];
  for (const compared of rowsAndTotals({ ...asked, clarifications }))
    expect(compared).toEqual([["180"], ["180"]]);
});
