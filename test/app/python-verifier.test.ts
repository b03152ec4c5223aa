/**
 * The verifier in Python decides for itself: bundles of every method hold by it, step by step, and
 * what a forger changes is reported, whichever hashes were made anew afterwards.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { parseDocument } from "../../src/core/document/parse";
import type { EvaluationDocument, JournalEvent } from "../../src/core/document/schema";
import { fingerprint } from "../../src/journal/fingerprint";
import { headOf } from "../../src/journal/hash-chain";
import { publishedRecords } from "../../src/journal/published";
import { shortCode } from "../../src/journal/short-code";
import { fixQuality } from "../../src/procedure/acts/fix-quality";
import { pricesOf } from "../../src/procedure/price-file";
import { recordFigures, withEvents } from "../../src/scoring/record-scores";
import {
  bundleOf,
  chainedAnew,
  finalised,
  hashedAnew,
  hasPython,
  publishedOnly,
  runVerifier,
  unchained,
  verifyInPython,
} from "../bundles";
import type { Json } from "../bundles";
import { documents, runs } from "../documents";
import { pages } from "../pages";
import { ofEachAuthority, ofTheirQuantities } from "../price-forms";
import { act, done } from "../sealed";
import { document, monetary } from "../small";

const withPython = hasPython ? describe : describe.skip;

/**
 * Four bids at 10 × the unit price. B comes first at 10 300 − 1 500 = 8 800 kr; A and D tie at 10 000
 * − 1 100 = 8 900 and lots were drawn; C does not meet R1. B's price is a corrected one.
 */
const drafted: EvaluationDocument = (() => {
  const base = document({
    model: { ties: ["lottery"], rounding: { result: { decimals: 2, mode: "half-up" } } },
    criteria: [
      monetary("K1", { deduction: "1000", minimum: "1" }),
      monetary("K2", { deduction: "500", scale: { type: "yes-no" } }),
    ],
    requirements: ["R1"],
    // prettier-ignore
    bids: [
      { id: "A", scores: { K1: "3", K2: "yes" }, verdicts: { R1: "met" } },
      { id: "B", scores: { K1: "5", K2: "yes" }, verdicts: { R1: "met" } },
      { id: "C", scores: { K1: "5", K2: "yes" }, verdicts: { R1: "not-met" } },
      { id: "D", scores: { K1: "3", K2: "yes" }, verdicts: { R1: "met" } },
    ],
  });
  const prices: { readonly [bid: string]: string } = { A: "1000", B: "1040", C: "900", D: "1000" };
  const reasons = { rationale: "Utfästelse i anbudet.", reference: "Bilaga 4" };
  return {
    ...base,
    evaluators: [{ id: "E1", name: "Eva Ek", conflictDeclared: false }],
    priceItems: [{ id: "P1", name: "Licens", category: "licence", unit: "st", quantity: "10" }],
    bids: base.bids.map((bid) => ({
      ...bid,
      prices: { P1: prices[bid.id] ?? "" },
      scores: Object.fromEntries(
        Object.entries(bid.scores).map(([id, score]) => [id, { ...score, ...reasons }]),
      ),
    })),
    // prettier-ignore
    clarifications: [
      { id: "F1", bid: "B", subject: "price-item", of: "P1", rule: "clerical-error", new: "1030",
        reason: "Skrivfel.", decidedBy: "Eva Ek", decidedAt: "2026-03-08" },
    ],
    lotteries: [{ order: ["D", "A"], time: "2026-03-08T10:00", witnesses: ["Eva Ek", "Per Pil"] }],
  };
})();

/** Its work recorded: published, scored, fixed, opened, evaluated and finalised. */
const recorded: EvaluationDocument = (() => {
  const published = publishedOnly({
    ...drafted,
    bids: drafted.bids.map((bid) => ({ ...bid, scores: {} })),
  });
  const scored = recordFigures({ ...published, bids: drafted.bids }, act(1)).document;
  const fixed = done(fixQuality(scored, act(2), []));
  const opened = fingerprint({ bids: fixed.bids.map(pricesOf) });
  return finalised(withEvents(fixed, [{ type: "prices-opened", ...act(3), fingerprint: opened }]));
})();

const whole = bundleOf(recorded);

/** Points by the lowest price, which is A's and secret. */
const inPoints: EvaluationDocument = {
  ...document({
    model: {
      method: {
        type: "points",
        price: { weight: "60", scale: { type: "relative-linear" } },
        quality: "as-is",
      },
    },
    criteria: [monetary("K1", { weight: "40" })],
    bids: [
      { id: "A", price: "1000", scores: { K1: "3" } },
      { id: "B", price: "1100", scores: { K1: "5" } },
    ],
  }),
  confidential: [{ bid: "A", subject: "price" }],
};

type Path = readonly (string | number)[];
const set = (value: Json, path: Path, to: unknown): Json => {
  const copy = structuredClone(value);
  const holder = path
    .slice(0, -1)
    .reduce<Json>((inner, key) => (inner as { [key: string | number]: Json })[key] ?? {}, copy);
  holder[path.at(-1) ?? ""] = to;
  return copy;
};
const stepAt = (what: string, bid: string) =>
  (whole["computation"] as Json[]).findIndex(
    (step) => step["what"] === what && step["bid"] === bid,
  );
const step = (what: string, bid: string, key: string, to: unknown) =>
  hashedAnew(set(whole, ["computation", stepAt(what, bid), key], to));
const partsOf = (what: string, bid: string) =>
  (whole["computation"] as { readonly from: number[] }[])[stepAt(what, bid)]?.from ?? [];
const result = (path: Path, to: unknown) => hashedAnew(set(whole, ["result", ...path], to));
const inDocument = (path: Path, to: unknown) => hashedAnew(set(whole, ["document", ...path], to));
const changed = (path: Path, to: unknown) =>
  set(recorded, path, to) as unknown as EvaluationDocument;
/** The document changed and exported anew by the program: only the journal knows better. */
const exported = (path: Path, to: unknown) => bundleOf(changed(path, to));
const events = whole["events"] as JournalEvent[];
const withJournal = (journal: readonly JournalEvent[]) => hashedAnew({ ...whole, events: journal });
const withChain = (journal: readonly JournalEvent[]) => chainedAnew({ ...whole, events: journal });

/** What the verifier finds, without the numbers of steps. */
const plain = (sentences: readonly string[]) =>
  sentences.map((each) => each.replace(/step \d+/, "step"));

withPython("what holds", () => {
  test("a finalised bundle: every step is computed, and nothing is left", () => {
    const count = (whole["computation"] as Json[]).length;
    expect(verifyInPython([whole])).toEqual([
      { exit: 0, steps: [count, count], differs: [], unchecked: [] },
    ]);
  });

  test("every worked example of a method, finalised", () => {
    const examples = pages().flatMap(({ document: its }) => parseDocument(its).document ?? []);
    const documents = [...examples, ofEachAuthority, ofTheirQuantities];
    const said = verifyInPython(documents.map((each) => bundleOf(finalised(publishedOnly(each)))));
    expect(said.map(({ differs, steps: [computed, of] }) => [differs, computed - of])).toEqual(
      documents.map(() => [[], 0]),
    );
  });

  test("each separate contract is computed anew: its prices, its ranks and the journal's line", () => {
    const [, page] = pages().flatMap(({ document: its, contracts }) =>
      contracts.length === 0 ? [] : (["", parseDocument(its).document] as const),
    );
    if (!page) throw new Error("no page with separate contracts");
    const bundle = bundleOf(finalised(publishedOnly(page)));
    const contract = (path: Path, to: unknown) =>
      hashedAnew(set(bundle, ["result", "contracts", 2, ...path], to));
    const said = verifyInPython([
      contract(["bids", 0, "rank"], 2),
      contract(["bids", 0, "price"], "1"),
      contract(["award"], ["B"]),
      hashedAnew(set(bundle, ["document", "model", "authorities", 2, "inhabitants"], "9000")),
    ]);
    expect(said.map(({ differs }) => differs[0])).toEqual([
      "bid A: rank: the bundle says 2, computed 1",
      "bid A: price: the bundle says 1, computed 1009520",
      'the award: the bundle says ["B"], computed ["A"]',
      "the document is not what was published: model",
    ]);
  });

  test("bundles of documents drawn at random", () => {
    const drawn = fc.array(documents, { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(drawn, (some) => {
        const bare = some.map(({ events: _events, published: _published, ...rest }) => rest);
        const said = verifyInPython(bare.map((each) => bundleOf(finalised(publishedOnly(each)))));
        expect(
          said.map(({ exit, steps: [computed, of], differs }) => [exit, computed - of, differs]),
        ).toEqual(some.map(() => [0, 0, []]));
      }),
      // Each try starts a Python: what is drawn is small enough to be read as it is.
      { ...runs(1), endOnFailure: true },
    );
  });

  test("documents with any journal: whatever it says, the figures come out the same", () => {
    const drawn = fc.array(documents, { minLength: 40, maxLength: 40 });
    const isFigure = (each: string) =>
      /^(?:step|bid|the (?:award|ties|status|computation))/.test(each);
    fc.assert(
      fc.property(drawn, (some) => {
        const said = verifyInPython(some.map((each) => bundleOf(each)));
        expect(
          said.map(({ unreadable, steps: [computed, of], differs }) => [
            unreadable,
            computed - of,
            differs.filter(isFigure),
          ]),
        ).toEqual(some.map(() => [undefined, 0, []]));
      }),
      // Each try starts a Python: what is drawn is small enough to be read as it is.
      { ...runs(1), endOnFailure: true },
    );
  });
});

const documentChanged =
  "the document was changed after event 13 (finalised), and no event tells of the change";

// prettier-ignore
const attacks: readonly (readonly [what: string, bundle: Json, sentence: string])[] = [
  // In the document only, with every hash of the bundle made anew.
  ["a price",                            inDocument(["bids", 0, "prices", "P1"], "999"),                       "step (unit-price of A) at bids[A].prices[P1]: the bundle says 1000, computed 999"],
  ["a quantity",                         inDocument(["priceItems", 0, "quantity"], "11"),                      "step (quantity) at priceItems[P1].quantity: the bundle says 10, computed 11"],
  ["a verdict",                          inDocument(["bids", 2, "answers", "R1", "verdict"], "met"),           "step (verdict of C) at bids[C].answers[R1].verdict: the bundle says not-met, computed met"],
  ["a score",                            inDocument(["bids", 0, "scores", "K1", "value"], "5"),                "step (given-score of A) at bids[A].scores[K1].value: the bundle says 3, computed 5"],
  ["a deduction",                        inDocument(["criteria", 0, "deduction"], "2000"),                     "the document is not what was published: criteria"],
  ["a corrected price",                  inDocument(["clarifications", 0, "new"], "1000"),                     "step (clarified of B) at clarifications[F1].new: the bundle says 1030, computed 1000"],
  ["a correction that nobody decided",   inDocument(["clarifications", 0, "decidedBy"], ""),                   "step (unit-price of B) is no correction that was decided"],
  ["the order of the lots",              inDocument(["lotteries", 0, "order"], ["A", "D"]),                    "bid A: rank: the bundle says 3, computed 2"],
  ["a bidder's name",                    inDocument(["bids", 0, "bidder"], "Bolaget B"),                       "bid A: bidder: the bundle says Bolaget A, computed Bolaget B"],
  // In the result only.
  ["the award",                          result(["award"], ["A"]),                                             'the award: the bundle says ["A"], computed ["B"]'],
  ["no award",                           result(["award"], []),                                                'the award: the bundle says [], computed ["B"]'],
  ["a rejected bid made standing",       result(["bids", 2, "standing"], "standing"),                          "bid C: standing: the bundle says standing, computed rejected"],
  ["why a bid is rejected",              result(["bids", 2, "reasons"], []),                                   'bid C: reasons: the bundle says [], computed [{"code":"requirement-not-met","id":"R1"}]'],
  ["a result",                           result(["bids", 0, "result"], "8700.00"),                             "bid A: result: the bundle says 8700, computed 8900"],
  ["a price in the result",              result(["bids", 0, "price"], "9999"),                                 "bid A: price: the bundle says 9999, computed 10000"],
  ["a share",                            result(["bids", 0, "criteria", 0, "share"], "1"),                     "bid A: share of criterion K1: the bundle says 1, computed 0.6"],
  ["an amount",                          result(["bids", 0, "criteria", 0, "amount"], "-1000"),                "bid A: amount of criterion K1: the bundle says -1000, computed -600"],
  ["a rank",                             result(["bids", 0, "rank"], 1),                                       "bid A: rank: the bundle says 1, computed 3"],
  ["a rank that is yes",                 result(["bids", 1, "rank"], true),                                    "bid B: rank: the bundle says true, computed 1"],
  ["how a tie was broken",               result(["tieBreaks", 0, "order"], [["A"], ["D"]]),                    'the ties that were broken: the bundle says [{"bids":["A","D"],"order":[["A"],["D"]],"rule":"lottery"}], computed [{"bids":["A","D"],"order":[["D"],["A"]],"rule":"lottery"}]'],
  ["when it was published",              result(["published", "time"], "2026-01-01T08:00"),                    "the time of the publication: the bundle says 2026-01-01T08:00, computed 2026-01-12T08:30"],
  ["which direction wins",               result(["direction"], "highest"),                                     "the direction of the result: the bundle says highest, computed lowest"],
  ["the unit",                           result(["unit"], "EUR"),                                              "the unit of the result: the bundle says EUR, computed SEK"],
  ["the status",                         result(["status"], "provisional"),                                    "the status, by the findings of the result: the bundle says provisional, computed final"],
  ["a bid taken out of the result",      result(["bids"], (whole["result"] as { bids: Json[] }).bids.slice(1)), 'the bids of the result: the bundle says ["B","C","D"], computed ["A","B","C","D"]'],
  // In the computation only.
  ["a step's value",                     step("result-unrounded", "A", "value", "8000"),                       "step (result-unrounded of A): the bundle says 8000, computed 8900"],
  ["a step left without a value",        step("result-unrounded", "A", "value", undefined),                    "step (result-unrounded of A): the bundle says nothing, computed 8900"],
  ["a sum with a part left out",         step("adjustments", "A", "from", [stepAt("adjustment", "A") + 1]),    "step (adjustments of A): its steps come to -600, the document to -1100"],
  ["an input from another place",        step("unit-price", "A", "place", "bids[C].prices[P1]"),               "step (unit-price of A) at bids[C].prices[P1]: the bundle says 1000, computed 900"],
  ["a rounding",                         step("result", "A", "decimals", 0),                                   "step (result of A) is not rounded as the model declares"],
  ["a standing",                         step("standing", "C", "value", "standing"),                           "step (standing of C): the bundle says standing, computed rejected"],
  ["a number of failed requirements",    step("not-met", "C", "value", "0"),                                   "step (not-met of C): the bundle says 0, computed 1"],
  ["a rank among the steps",             step("rank", "B", "value", "2"),                                      "step (rank of B): the bundle says 2, computed 1"],
  ["a rule that cannot be",              step("standing", "C", "rule", "quotient"),                            "step (standing of C) cannot be computed from the steps that it names"],
  ["an input by another name",           step("unit-price", "A", "what", "offered-price"),                     "step (offered-price of A) at bids[A].prices[P1] is not what stands at its place"],
  ["a sum with another bid's part",      step("adjustments", "D", "from", partsOf("adjustments", "D").with(0, stepAt("adjustment", "A") + 1)), "step (adjustments of D) comes from steps of another bid"],
  ["steps in another order",             hashedAnew({ ...whole, computation: [...(whole["computation"] as Json[])].reverse() }), "step is not numbered 1, or comes from steps that do not stand before it"],
  ["no steps",                           hashedAnew({ ...whole, computation: [] }),                            "the computation has no result of bid B"],
  // Everything but the journal: the document is changed and exported anew by the program.
  ["a price, exported anew",             exported(["bids", 0, "prices", "P1"], "900"),                         "the prices are not those that were opened"],
  ["a price, exported anew",             exported(["bids", 0, "prices", "P1"], "900"),                         documentChanged],
  ["a verdict, exported anew",           exported(["bids", 2, "answers", "R1", "verdict"], "met"),             "scores and verdicts are not those that were fixed, and no event tells of the change"],
  ["a score's reason, exported anew",    exported(["bids", 0, "scores", "K1", "rationale"], "Annat."),         "scores and verdicts are not those that were fixed, and no event tells of the change"],
  ["a bidder's name, exported anew",     exported(["bids", 0, "bidder"], "Bolaget B"),                         documentChanged],
  ["a correction, exported anew",        exported(["clarifications", 0, "new"], "1000"),                       documentChanged],
  ["the lots, exported anew",            exported(["lotteries", 0, "order"], ["A", "D"]),                      documentChanged],
  ["an interest, exported anew",         exported(["evaluators", 0, "conflictDeclared"], true),                documentChanged],
  ["a date, exported anew",              exported(["lotteries", 0, "time"], "2026-03-07T10:00"),               documentChanged],
  ["a requirement's text, exported anew", exported(["requirements", 0, "text"], "Krav som inte ställdes"),     "the document is not what was published: requirements"],
  ["a criterion, exported anew",         exported(["criteria", 0, "name"], "Annat"),                           "the document is not what was published: criteria"],
  ["a deduction, in the kept record too", bundleOf({ ...changed(["criteria", 0, "deduction"], "2000"), published: publishedRecords(changed(["criteria", 0, "deduction"], "2000")) }), "what was published is not what its fingerprint is of"],
  ["a deduction, in the kept record too", bundleOf({ ...changed(["criteria", 0, "deduction"], "2000"), published: publishedRecords(changed(["criteria", 0, "deduction"], "2000")) }), "the document is not what was published: criteria"],
  // In the journal, with the bundle's hashes made anew.
  ["an event taken out",                 withJournal(events.toSpliced(4, 1)),                                  "event 6 does not follow what is before it"],
  ["two events swapped",                 withJournal([...events.slice(0, 3), ...[events[4], events[3]].flatMap((each) => each ?? []), ...events.slice(5)]), "event 5 does not follow what is before it"],
  ["an event put in",                    withJournal([...events, { type: "score", ...act(9), bid: "A", criterion: "K1", new: "5" }]), "event 14 has no hash"],
  ["an event twice",                     withJournal([...events, ...events.slice(-1)]),                        "event 13 stands twice"],
  ["an event's date",                    withJournal(events.with(0, { ...events[0], time: "2026-01-01T08:00" } as JournalEvent)), "event 1 is not what was hashed"],
  // In the journal, with the whole chain made anew.
  ["a score and its event",              chainedAnew(set(set(whole, ["events", 1, "new"], "5"), ["document", "bids", 0, "scores", "K1", "value"], "5")), "the evaluation was finalised on another basis (event 13)"],
  ["another outcome recorded",           withChain(events.with(12, { ...events[12], result: "0".repeat(64) } as JournalEvent)), "event 13 (finalised) records another outcome of the same basis"],
  ["another outcome in words",           withChain(events.with(12, { ...events[12], new: "A 1.00 (1)" } as JournalEvent)), "event 13 (finalised) records another outcome of the same basis"],
  ["a publication of something else",    withChain([...events, { ...events[0], fingerprint: "0".repeat(64) } as JournalEvent]), "what was published is not what its fingerprint is of"],
];

withPython("what a forger changes is reported, though the hashes were made anew", () => {
  const said = hasPython ? verifyInPython(attacks.map(([, bundle]) => bundle)) : [];
  test.each(attacks.map(([what, , sentence], n) => ({ what, sentence, n })))(
    "$what",
    ({ sentence, n }) => {
      expect(said[n]?.exit).toBe(1);
      expect(plain(said[n]?.differs ?? [])).toContain(sentence);
    },
  );

  test("a journal made anew from the start is found only by a code that was registered", () => {
    const forged = bundleOf(
      finalised({
        ...changed(["bids", 0, "bidder"], "Bolaget B"),
        events: unchained(events.slice(0, -2)),
      }),
    );
    const code = shortCode(headOf(recorded) ?? "");
    expect(runVerifier(JSON.stringify(forged)).exit).toBe(0);
    expect(runVerifier(JSON.stringify(whole), code).exit).toBe(0);
    const { exit, lines } = runVerifier(JSON.stringify(forged), code);
    expect([exit, lines[1]]).toEqual([
      1,
      `  differs: the code ${code} is of no event in the journal: events were taken away, or the journal was made anew`,
    ]);
  });
});

withPython("what cannot be checked is said, and nothing holds", () => {
  const { events: _events, published: _published, ...alone } = recorded;
  // prettier-ignore
  const rows: readonly (readonly [what: string, bundle: Json, sentence: string])[] = [
    ["no journal",                    bundleOf(alone),                                          "the journal is empty, so nothing shows that anything is as it was recorded"],
    ["no chain",                      bundleOf({ ...recorded, events: unchained(events) }),     "the journal has no hashes, so nothing shows that it is whole"],
    ["nothing published",             bundleOf(finalised({ ...alone, events: [{ type: "comment", ...act(0) }] })), "nothing was published, so nothing shows that the model is the one that bidders were told"],
    ["nothing evaluated",             bundleOf({ ...recorded, events: events.slice(0, -2) }),   "no event records an evaluation, so a change that no event tells of cannot be seen"],
    ["a rule of a later program",     step("price", "A", "rule", "indexed"),                    '1 steps by the rule indexed, which this verifier does not know'],
    ["a secret price",                bundleOf({ ...recorded, confidential: [{ bid: "A", subject: "price" }] }, true), 'results, ranks and award: what the prices of ["A"] rest on was removed'],
    // The lowest price: without it no points for price can be computed again, of any bid.
    ["a secret price that is the lowest", bundleOf(inPoints, true), 'results, ranks and award: what the prices of ["A","B"] rest on was removed'],
    ["a secret reason",               bundleOf({ ...recorded, confidential: [{ bid: "A", subject: "criterion", of: "K1" }] }, true), "what was removed from the bundle, the basis that it is a part of, and the award"],
  ];
  const said = hasPython ? verifyInPython(rows.map(([, bundle]) => bundle)) : [];
  test.each(rows.map(([what, , sentence], n) => ({ what, sentence, n })))(
    "$what",
    ({ sentence, n }) => {
      expect(said[n]).toMatchObject({ exit: 3, differs: [] });
      expect(said[n]?.unchecked).toContain(sentence);
    },
  );

  test("a score recorded after the last evaluation: no outcome is recorded of it", () => {
    const later = changed(["bids", 0, "scores", "K1", "value"], "4");
    const { document: rescored } = recordFigures(later, act(59), "Omprövad efter fråga.");
    const [found] = verifyInPython([chainedAnew(bundleOf(rescored))]);
    expect(found?.unchecked).toContain(
      "the document was changed after event 13 (finalised), and no later evaluation is recorded",
    );
  });
});

/** A text that is kept in the document, with a key of it twice: which of them holds depends on the reader. */
const keyTwice = (list: "published" | "recorded", from: string, to: string) => {
  const rows = (whole["document"] as { readonly [key: string]: Json[] })[list] ?? [];
  const at = rows.findIndex(({ content }) => String(content).includes(from));
  return set(
    whole,
    ["document", list, at, "content"],
    String(rows[at]?.["content"]).replace(from, to),
  );
};

withPython("what is no bundle is reported in one sentence", () => {
  const text = JSON.stringify(whole);
  // prettier-ignore
  test.each<[string, string | Uint8Array, string]>([
    ["nothing",                    "",                                                       "the file is no bundle: it is not JSON in UTF-8; export the bundle anew"],
    ["cut off",                    text.slice(0, 999),                                       "the file is no bundle: it is not JSON in UTF-8; export the bundle anew"],
    ["another encoding",           Buffer.from(text.replace("Bolaget", "Åkeriet"), "utf16le"), "the file is no bundle: it is not JSON in UTF-8; export the bundle anew"],
    ["a list",                     "[]",                                                     "not a bundle that this verifier knows: the format is nothing, not mervarde-bundle/1"],
    ["a later format",             text.replace("mervarde-bundle/1", "mervarde-bundle/2"),   "not a bundle that this verifier knows: the format is mervarde-bundle/2, not mervarde-bundle/1"],
    ["objects without end",        "[".repeat(100_000),                                      "the file is no bundle: its objects stand too deep inside each other"],
    ["a key twice",                text.replace('"bidder":"Bolaget A"', '"bidder":"X","bidder":"Bolaget A"'), 'the key "bidder" stands twice in one object, so the bundle can be read in two ways; make it anew'],
    ["a key twice in the kept model", JSON.stringify(keyTwice("published", '"label":"utvärderingspris"', '"label":"pris","label":"utvärderingspris"')), 'the key "label" stands twice in one object, so the bundle can be read in two ways; make it anew'],
    ["a key twice in a kept record", JSON.stringify(keyTwice("recorded", '"verdict":"not-met"', '"verdict":"met","verdict":"not-met"')), 'the key "verdict" stands twice in one object, so the bundle can be read in two ways; make it anew'],
    ["a number with decimals",     text.replace('"rank":1', '"rank":1.0'),                   "the number 1.0 is not whole, so readers can differ on it; export the bundle anew"],
    ["no number",                  text.replace('"rank":1', '"rank":NaN'),                   "the number NaN is not whole, so readers can differ on it; export the bundle anew"],
    ["no events",                  JSON.stringify({ ...whole, events: null }),               "the bundle has no readable part events; export it anew"],
    ["a price in words",           JSON.stringify(set(whole, ["document", "bids", 0, "prices", "P1"], "tusen")), "tusen stands where a number has to stand"],
    ["an exponent",                JSON.stringify(set(whole, ["document", "bids", 0, "prices", "P1"], "1e999999999")), "1e999999999 stands where a number has to stand"],
    ["digits without end",         JSON.stringify(set(whole, ["computation", 3, "value"], "9".repeat(50_000))), `${"9".repeat(80)}… stands where a number has to stand`],
    ["a bid that is a list",       JSON.stringify(set(whole, ["document", "bids", 1], [])),  "the document cannot be read, since it is not what a bundle holds there; export the bundle anew"],
    ["a bid without scores",       JSON.stringify(set(whole, ["document", "bids", 1, "scores"], "none")), "the document cannot be read, since it is not what a bundle holds there; export the bundle anew"],
    ["a scale of another kind",    JSON.stringify(set(whole, ["document", "criteria", 0, "scale"], [])), "bid number 1 of the document cannot be read, since it is not what a bundle holds there; export the bundle anew"],
    ["another method",             JSON.stringify(set(whole, ["document", "model", "method", "type"], "auction")), "the method auction is none that this verifier knows"],
    ["a step that is a word",      JSON.stringify(set(whole, ["computation", 3], "x")),      "step number 4 of the computation cannot be read, since it is not what a bundle holds there; export the bundle anew"],
    ["a result without bids",      JSON.stringify(set(whole, ["result", "bids"], 3)),        "the result cannot be read, since it is not what a bundle holds there; export the bundle anew"],
    ["decimals without end",       JSON.stringify(set(whole, ["document", "model", "rounding", "result", "decimals"], 1_000_000_000)), "1000000000 decimals cannot be rounded to"],
  ])("%s", (_, content, sentence) =>
    expect(runVerifier(content)).toEqual({ exit: 2, lines: [sentence] }),
  );

  test("a bidder's name cannot write over what the verifier says", () => {
    const named = result(["bids", 0, "bidder"], "\u001b[2KAllt stämmer\nEverything holds");
    expect(runVerifier(JSON.stringify(named)).lines).toContain(
      "  differs: bid A: bidder: the bundle says ?[2KAllt stämmer?Everything holds, computed Bolaget A",
    );
  });
});

test("it is one file that someone can read: short functions, and Python's own library", () => {
  const source = readFileSync(join(__dirname, "..", "..", "examples", "verify.py"), "utf8");
  const lines = source.split("\n");
  const starts = lines.flatMap((line, n) => (/^(?:def|class|[A-Z#])/.test(line) ? [n] : []));
  const lengths = starts.map((start, n) => (starts[n + 1] ?? lines.length) - start);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(40);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
  expect(source.match(/^(?:import|from) \w+/gm)).toEqual([
    "import hashlib",
    "import json",
    "import re",
    "import sys",
    "from fractions",
  ]);
});
