/**
 * Every value that decides an award, once it has been recorded: a change of it does not count, in the
 * engine or in the live formulas, until it is recorded with a reason. One row an attack.
 */
import { noNames } from "../../src/core/document/names";
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import { effectiveDocument } from "../../src/core/document/effective";
import type { Bid, EvaluationDocument } from "../../src/core/document/schema";
import { unrecordedChanges } from "../../src/core/document/unrecorded-changes";
import type { Evaluation } from "../../src/core/evaluate";
import { evaluate } from "../../src/core/evaluate";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { fingerprintOf } from "../../src/journal/fingerprint";
import { appendToChain } from "../../src/journal/hash-chain";
import { damagedRecords } from "../../src/journal/recorded-content";
import { closeRound } from "../../src/procedure/acts/close-round";
import { finalise } from "../../src/procedure/acts/finalise";
import { fixQuality } from "../../src/procedure/acts/fix-quality";
import { leave } from "../../src/procedure/acts/leave";
import { openBids } from "../../src/procedure/acts/open-bids";
import { recordPrices } from "../../src/procedure/acts/record-prices";
import { mergeCopies } from "../../src/procedure/merge-copies";
import { withEvaluation } from "../../src/procedure/milestones";
import { recordChanges } from "../../src/procedure/record-changes";
import { eventText } from "../../src/procedure/event-text";
import { documentPlaceText } from "../../src/sheet/place-text";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import { findingText } from "../../src/words/sentences";
import { sv } from "../../src/words/sv/words";
import type { Said } from "../bundles";
import { bundleOf, hasPython, verifyInPython } from "../bundles";
import { circumstances } from "../calculator";
import { document } from "../small";

const by = { time: "2026-03-03T10:00:00Z", by: "Eva Ek" };
const opening = { openedAt: "2026-03-02T10:00", openedBy: "Eva Ek, Bo Alm" };

/** A wins with 100 000 kr before B with 120 000 kr; C does not meet K2. */
const entered: EvaluationDocument = {
  ...document({
    requirements: ["K1", "K2"],
    bids: [
      { id: "A", verdicts: { K1: "met", K2: "met" } },
      { id: "B", verdicts: { K1: "met", K2: "met" } },
      { id: "C", verdicts: { K1: "met", K2: "not-met" } },
    ],
  }),
  priceItems: [
    { id: "P1", name: "Licens", category: "licence", unit: "kr/år", quantity: "10" },
    { id: "P2", name: "Stöd", category: "support", unit: "kr", quantity: "1", required: false },
  ],
  lowBids: [{ bid: "B", decision: "explained", reason: "Egen programvara", decidedBy: "Eva Ek" }],
  clarifications: [
    {
      id: "F1",
      bid: "B",
      rule: "clerical-error",
      subject: "price-item",
      of: "P1",
      original: "12000",
      new: "11900",
      reason: "Uppenbar felskrivning",
      decidedBy: "Eva Ek",
      decidedAt: "2026-03-03",
    },
  ],
};
const priced: EvaluationDocument = {
  ...entered,
  bids: entered.bids.map(({ price: _price, ...bid }) => ({
    ...bid,
    receivedAt: "2026-03-01T09:00",
    prices: { P1: { A: "10000", B: "12000", C: "1000" }[bid.id] ?? "" },
  })),
};

const done = ({ document: value, refused }: ReturnType<typeof openBids>): EvaluationDocument => {
  if (!value) throw new Error(JSON.stringify(refused));
  return value;
};
const recorded = [
  (value: EvaluationDocument) => done(openBids(value, by, opening)),
  (value: EvaluationDocument) => done(recordPrices(value, by)),
  (value: EvaluationDocument) => done(fixQuality(value, by, [])),
  (value: EvaluationDocument) =>
    withEvaluation(
      value,
      by,
      { status: "final", text: "A (1)", fingerprint: "r", version: "v" },
      { basis: "b", sheets: "s" },
    ),
].reduce((value, act) => act(value), priced);

const recordFaults = ({ differs }: Said) =>
  differs.filter((each) => each.includes("differs from its record"));

type Change = (value: EvaluationDocument) => EvaluationDocument;
const ofBid =
  (id: string, change: (bid: Bid) => Bid): Change =>
  (value) => ({
    ...value,
    bids: value.bids.map((bid) => (bid.id === id ? change(bid) : bid)),
  });
const price = (id: string, row: string, amount: string | undefined): Change =>
  ofBid(id, ({ prices: { [row]: _row, ...rest } = {}, ...bid }) => ({
    ...bid,
    prices: amount === undefined ? rest : { ...rest, [row]: amount },
  }));
const answer = (id: string, requirement: string, more: Bid["answers"][string]): Change =>
  ofBid(id, (bid) => ({
    ...bid,
    answers: { ...bid.answers, [requirement]: { ...bid.answers[requirement], ...more } },
  }));
const clarification =
  (more: object): Change =>
  (value) => ({
    ...value,
    clarifications: (value.clarifications ?? []).map((each) => ({ ...each, ...more })),
  });

const standing = ({ bids }: Evaluation) =>
  bids
    .map(({ bid, standing: { value }, price: { price: compared } }) =>
      [
        bid.id,
        { standing: "+", rejected: "–", undecided: "?" }[value ?? "undecided"],
        compared.value?.toText() ?? "",
      ].join(""),
    )
    .join(" ");
const codes = ({ findings }: Evaluation) =>
  [...new Set(findings.map(({ code }) => code))].filter((code) => /unrecorded$/.test(code)).join();

/** Every figure in the live formulas as in the engine. */
async function formulasAgree(value: EvaluationDocument): Promise<boolean> {
  const { result } = (await evaluateWorkbook(
    new MemoryWorkbook(writeWorkbook(value, sv)),
    circumstances,
  )) as {
    readonly result: { readonly doubleCheck: { readonly equal: number; readonly of: number } };
  };
  return result.doubleCheck.of > 0 && result.doubleCheck.equal === result.doubleCheck.of;
}

test("as recorded, A is awarded", () => {
  const evaluation = evaluate(recorded);
  expect([standing(evaluation), evaluation.award]).toEqual(["A+100000 B+119000 C–10000", ["A"]]);
  expect(unrecordedChanges(recorded)).toEqual([]);
});

// prettier-ignore
const attacks: readonly (readonly [string, Change, string, string, string])[] = [
  // what is changed                      the change                                            found as               the bids then
  ["the winner's price",                  price("A", "P1", "13000"),                            "price-unrecorded",    "A? B+119000 C–10000",        "A.prices[P1]"],
  ["a loser's price, to win",             price("B", "P1", "9000"),                             "price-unrecorded",    "A+100000 B? C–10000",        "B.prices[P1]"],
  ["a price taken away",                  price("A", "P1", undefined),                          "price-unrecorded",    "A? B+119000 C–10000",        "A.prices[P1]"],
  ["an optional row filled in",           price("B", "P2", "0"),                                "price-unrecorded",    "A+100000 B? C–10000",        "B.prices[P2]"],
  ["a bidder's own sum",                  ofBid("A", (bid) => ({ ...bid, statedTotal: "1" })),  "price-unrecorded",    "A+100000 B+119000 C–10000",  "A.statedTotal"],
  ["a verdict, to be let in",             answer("C", "K2", { verdict: "met" }),                "verdict-unrecorded",  "A+100000 B+119000 C?10000",  "C.answers[K2].verdict"],
  ["a verdict, to be thrown out",         answer("A", "K1", { verdict: "not-met" }),            "verdict-unrecorded",  "A?100000 B+119000 C–10000",  "A.answers[K1].verdict"],
  ["an answer",                           answer("A", "K1", { answer: "no" }),                  "verdict-unrecorded",  "A?100000 B+119000 C–10000",  "A.answers[K1].answer"],
  ["a bidder's name",                     ofBid("A", (bid) => ({ ...bid, bidder: "Nya AB" })),  "register-unrecorded", "A? B+119000 C–10000",        "A.bidder"],
  ["when a bid came in",                  ofBid("B", (bid) => ({ ...bid, receivedAt: "2026-03-02" })), "register-unrecorded", "A+100000 B? C–10000", "B.receivedAt"],
  ["a bid withdrawn in its cell only",    ofBid("A", (bid) => ({ ...bid, withdrawnAt: "2026-03-04" })), "register-unrecorded", "A– B+119000 C–10000", "A.withdrawnAt"],
  ["the time for bids",                   (value) => ({ ...value, award: { ...value.award, deadline: "2026-03-05" } }), "register-unrecorded", "A+100000 B+119000 C–10000", "award.deadline"],
  ["the currency",                        (value) => ({ ...value, procurement: { ...value.procurement, currency: "EUR" } }), "register-unrecorded", "A+100000 B+119000 C–10000", "procurement.currency"],
  ["a correction's amount",               clarification({ new: "9000" }),                       "record-unrecorded",   "A+100000 B? C–10000",        "clarifications[F1].new"],
  ["who decided a correction",            clarification({ decidedBy: "Bo Alm" }),               "record-unrecorded",   "A+100000 B? C–10000",        "clarifications[F1].decidedBy"],
  ["a correction moved to another bid",   clarification({ bid: "A" }),                          "record-unrecorded",   "A? B? C–10000",              "clarifications[F1].bid"],
  ["a decision on a low bid",             (value) => ({ ...value, lowBids: [{ bid: "B", decision: "rejected" as const, reason: "Egen programvara", decidedBy: "Eva Ek" }] }), "record-unrecorded", "A+100000 B+119000 C–10000", "lowBids[0].decision"],
];

describe("a change that is not recorded does not count", () => {
  test.each(attacks)("%s", async (_name, change, code, bids, where) => {
    const tried = change(recorded);
    const evaluation = evaluate(tried);
    expect([codes(evaluation), standing(evaluation)]).toEqual([code, bids]);
    expect(
      unrecordedChanges(tried).map(({ place }) => place.replace(/^bids\[(\w)\]/, "$1")),
    ).toEqual([where]);
    expect([evaluation.status, evaluation.award]).toEqual(["blocked", []]);
    expect(await formulasAgree(tried)).toBe(true);
    // "What if" begins from the same figures.
    expect(standing(evaluate(effectiveDocument(tried)))).toBe(standing(evaluation));
  });

  test.each(attacks)("%s: recorded with a reason it counts", (_name, change) => {
    const tried = change(recorded);
    expect(recordChanges(tried, by, " ").refused.map(({ code }) => code)).toEqual([
      "changes-without-reason",
    ]);
    const after = recordChanges(tried, by, "Felskrivet vid överföringen").document;
    expect([unrecordedChanges(after), codes(evaluate(after))]).toEqual([[], ""]);
    // What counts then is what would have counted had it stood there from the start.
    expect(standing(evaluate(after))).toBe(standing(evaluate(change(priced))));
    expect(after.events?.at(-1)).toMatchObject({
      type: "changed",
      reason: "Felskrivet vid överföringen",
      by: "Eva Ek",
    });
  });

  test.each(attacks)("%s: before it was recorded it is ordinary work", (_name, change) => {
    expect(codes(evaluate(change(priced)))).toBe("");
  });
});

test("a recorded change is reported by its sheet, row and column", () => {
  const after = recordChanges(price("B", "P1", "9000")(recorded), by, "Felskrivet").document;
  const last = after.events?.at(-1);
  if (!last) throw new Error("nothing was recorded");
  const { what, change } = eventText(last, {
    words: sv,
    names: noNames,
    placeText: (place) => documentPlaceText(place, sv),
    isUnread: () => false,
  });
  expect([what, change]).toEqual([
    "Ändring registrerad Pris, rad P1, B à-pris",
    "12 000 → 9 000".replaceAll(" ", "\u00a0").replaceAll("\u00a0→\u00a0", " → "),
  ]);
});

test.each(
  // prettier-ignore
  [
  ["results and ranks",          "A 10150000.50 (1); B rejected", "A 10 150 000,50 (plats 1); B förkastat"],
  ["separate contracts",         "N: A 100 (1); B 90 | S: B 80 (1)", "N: A 100 (plats 1); B 90 | S: B 80 (plats 1)"],
  ["a marker for what is secret", "[sekretess]",                 "[sekretess]"],
],
)("a recorded outcome is told in words and figures: %s", (_, now, expected) => {
  const event = { type: "finalised", ...by, new: now, result: "r1" } as const;
  const { change } = eventText(event, {
    words: sv,
    names: noNames,
    placeText: () => "",
    isUnread: () => false,
  });
  expect(change.replace(/\u00a0/g, " ")).toBe(expected);
});

// prettier-ignore
test.each<[string, Change, string, string]>([
  ["a price",              price("A", "P1", "9000.50"),                                        "Här står ”9 000,50”. Registrerat är ”10 000”",           "“9,000.50” is entered here. “10,000” is recorded"],
  ["a verdict",            answer("C", "K2", { verdict: "met" }),                              "Här står ”Uppfyllt”. Registrerat är ”Ej uppfyllt”",      "“Met” is entered here. “Not met” is recorded"],
  ["when a bid came in",   ofBid("B", (bid) => ({ ...bid, receivedAt: "2026-03-02" })),        "Här står ”2026-03-02”. Registrerat är ”2026-03-01 09:00”", "“2026-03-02” is entered here. “2026-03-01 09:00” is recorded"],
  ["a price taken away",   price("A", "P1", undefined),                                        "Här står inget värde. Registrerat är ”10 000”",              "No value is entered here. “10,000” is recorded"],
])("the reader's words are used for %s", (_name, change, swedish, english) => {
  const [found] = evaluate(change(recorded)).findings.filter(({ code }) => /unrecorded$/.test(code));
  if (!found) throw new Error("nothing was found");
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
  expect([plain(findingText(found, sv)), plain(findingText(found, en))]).toEqual([
    expect.stringContaining(swedish),
    expect.stringContaining(english),
  ]);
});

describe("the list of bids", () => {
  const gone = { ...recorded, bids: recorded.bids.filter(({ id }) => id !== "A") };
  const [first] = recorded.bids;
  const added = first
    ? { ...recorded, bids: [...recorded.bids, { ...first, id: "D", bidder: "Nya AB" }] }
    : recorded;

  test("a bid that is taken out, or added, is reported once and awards nothing", () => {
    for (const tried of [gone, added]) {
      const evaluation = evaluate(tried);
      expect(
        evaluation.findings.filter(({ code }) => /unrecorded$/.test(code)).map(({ code }) => code),
      ).toEqual(["register-unrecorded"]);
      expect(evaluation.award).toEqual([]);
    }
    expect(standing(evaluate(added))).toBe("A+100000 B+119000 C–10000 D?");
  });

  test.each([
    ["withdrawnAt", "bid-withdrawn"],
    ["rejectedAt", "bid-rejected"],
    ["lotLimitAt", "bid-at-lot-limit"],
  ] as const)("a bid that leaves stays in the file, with the reason: %s", async (key, code) => {
    const given = { bid: "A", date: "2026-03-04", reason: "Skäl" };
    const after = done(leave(recorded, key, given, by));
    const evaluation = evaluate(after);
    expect([standing(evaluation), codes(evaluation), evaluation.award]).toEqual([
      "A–100000 B+119000 C–10000",
      "",
      ["B"],
    ]);
    expect(evaluation.bids[0]?.reasons).toEqual([{ code }]);
    expect(await formulasAgree(after)).toBe(true);
    // Taking the date back in its cell brings the bid into nothing.
    const back = ofBid("A", ({ [key]: _at, ...bid }) => bid)(after);
    expect([standing(evaluate(back)), codes(evaluate(back))]).toEqual([
      "A? B+119000 C–10000",
      "register-unrecorded",
    ]);
  });

  // prettier-ignore
  test.each([
    ["a bid that is not there", { bid: "X", date: "", reason: "Sent" }, "bid-unknown"],
    ["no reason",               { bid: "A", date: "", reason: " " },    "departure-without-reason"],
  ])("it does not leave: %s", (_name, given, code) => {
    expect(leave(recorded, "rejectedAt", given, by).refused?.map((each) => each.code)).toEqual([code]);
  });

  test("it leaves once", () => {
    const given = { bid: "A", date: "2026-03-04", reason: "Sent" };
    const left = done(leave(recorded, "rejectedAt", given, by));
    expect(leave(left, "withdrawnAt", given, by).refused?.map(({ code }) => code)).toEqual([
      "bid-left-already",
    ]);
  });
});

describe("opening the bids", () => {
  const deadline = { ...priced, award: { deadline: "2026-03-02T12:00" } };
  // prettier-ignore
  test.each([
    ["by one person",           priced,   { ...opening, openedBy: "Eva Ek" },           "opening-by-one"],
    ["by one, named twice",     priced,   { ...opening, openedBy: "Eva Ek, Eva Ek" },   "opening-by-one"],
    ["by nobody",               priced,   { openedAt: opening.openedAt },               "opening-by-one"],
    ["at no time",              priced,   { openedBy: opening.openedBy },               "opening-without-time"],
    ["before the time is over", deadline, opening,                                      "opened-before-deadline"],
    ["twice",                   recorded, {},                                           "bids-opened-already"],
  ])("is refused %s", (_name, value, given, code) => {
    expect(openBids(value, by, given).refused?.map((each) => each.code)).toEqual([code]);
  });

  test("keeps when the bids were opened, beside when that was recorded", () => {
    expect(done(openBids(priced, by, opening)).events?.at(-1)).toMatchObject({
      type: "bids-opened",
      time: "2026-03-03T10:00:00Z",
      at: "2026-03-02T10:00",
      new: "A, B, C",
    });
  });
});

describe("what is recorded stays small, and is recorded once", () => {
  test("a milestone is one event, whatever it records", () => {
    expect(recorded.events?.map(({ type, recorded: of }) => [type, of !== undefined])).toEqual([
      ["bids-opened", true],
      ["prices-opened", true],
      ["quality-fixed", true],
      ["evaluated", true],
    ]);
  });

  test("evaluating again records nothing that was recorded, and hides no change", () => {
    const outcome = { status: "final", text: "A (1)", fingerprint: "r2", version: "v" };
    const again = withEvaluation(recorded, by, outcome, { basis: "b2", sheets: "s" });
    expect(again.events?.at(-1)?.recorded).toBeUndefined();
    const tried = clarification({ new: "9000" })(recorded);
    expect(
      unrecordedChanges(withEvaluation(tried, by, outcome, { basis: "b2", sheets: "s" })),
    ).toHaveLength(1);
  });

  test("finalising records what no other milestone has", () => {
    const outcome = { status: "final", text: "A (1)", fingerprint: "r", version: "v" };
    const final = done(finalise(priced, by, outcome, []));
    expect(codes(evaluate(price("B", "P1", "9000")(final)))).toBe("price-unrecorded");
    expect(codes(evaluate(answer("C", "K2", { verdict: "met" })(final)))).toBe(
      "verdict-unrecorded",
    );
  });

  test("a new round brings new prices and answers", () => {
    const rounds = { ...recorded, rounds: [{ id: "R1", kind: "initial" as const }] };
    const closed = done(closeRound(rounds, "R1", by));
    expect(codes(evaluate(price("B", "P1", "9000")(closed)))).toBe("");
    expect(codes(evaluate(ofBid("A", (bid) => ({ ...bid, bidder: "Nya AB" }))(closed)))).toBe(
      "register-unrecorded",
    );
  });

  test("of two decisions about one low bid, the one that is changed does not count", () => {
    const begun = { bid: "B", request: "Varför är priset så lågt?" };
    const [first] = priced.lowBids ?? [];
    if (!first) throw new Error("no decision");
    const two = { ...priced, lowBids: [first, begun, { ...first, reason: "Omprövat" }] };
    const outcome = { status: "final", text: "", fingerprint: "r", version: "v" };
    const kept = withEvaluation(two, by, outcome, { basis: "b", sheets: "s" });
    const tried = {
      ...kept,
      lowBids: [first, begun, { ...first, reason: "Omprövat", decision: "rejected" as const }],
    };
    expect(unrecordedChanges(tried).map(({ place }) => place)).toEqual(["lowBids[2].decision"]);
    expect(standing(evaluate(tried))).toBe(standing(evaluate(two)));
    expect(codes(evaluate(tried))).toBe("record-unrecorded");
  });

  test("two copies that each recorded something keep both records when they are joined", () => {
    const shared = appendToChain(priced, done(openBids(priced, by, opening)));
    const ours = appendToChain(shared, done(recordPrices(shared, by)));
    const theirs = appendToChain(shared, done(fixQuality(shared, by, [])));
    const joined = mergeCopies(ours, theirs, by);
    if (!joined.document) throw new Error("refused");
    expect(damagedRecords(joined.document)).toEqual([]);
    expect(joined.document.recorded).toHaveLength(3);
    expect(unrecordedChanges(joined.document)).toEqual([]);
  });

  test("answers that are the same stand once, with their requirements", () => {
    const many = ["K1", "K2", "K3"].map((id) => [id, { answer: "yes", verdict: "met" }] as const);
    const bids = priced.bids.map((bid) => ({ ...bid, answers: Object.fromEntries(many) }));
    const requirements = many.map(([id]) => ({ id, text: id, kind: "mandatory" as const }));
    const fixed = done(fixQuality({ ...priced, requirements, bids }, by, []));
    const texts = (fixed.recorded ?? []).map(({ content }) => content).join("");
    expect(texts).toContain(
      '{"id":"A","answers":[{"answer":"yes","verdict":"met","of":["K1","K2","K3"]}]}',
    );
    const tried = answer("B", "K3", { verdict: "not-met" })(fixed);
    expect(unrecordedChanges(tried).map(({ place }) => place)).toEqual([
      "bids[B].answers[K3].verdict",
    ]);
  });

  test("a record as earlier versions kept it, an answer for each requirement, is read", () => {
    const answers = '{"K1":{"verdict":"met"},"K2":{"verdict":"not-met"}}';
    const content = `{"verdicts":{"bids":[{"id":"C","answers":${answers}}]}}`;
    const record = fingerprintOf(content);
    const older: EvaluationDocument = {
      ...priced,
      events: [{ type: "quality-fixed", ...by, recorded: record }],
      recorded: [{ record, piece: 1, content }],
    };
    const alone = { ...older, bids: older.bids.filter(({ id }) => id === "C") };
    expect([damagedRecords(alone), unrecordedChanges(alone)]).toEqual([[], []]);
    const tried = answer("C", "K2", { verdict: "met" })(alone);
    expect(unrecordedChanges(tried).map(({ place }) => place)).toEqual([
      "bids[C].answers[K2].verdict",
    ]);
    if (hasPython)
      expect(verifyInPython([bundleOf(alone), bundleOf(tried)]).map(recordFaults)).toEqual([
        [],
        [
          "what stands at bids[C].answers[K2].verdict differs from its record, and no event tells of the change",
        ],
      ]);
  });

  test("sorting the rows of a record changes nothing", () => {
    const two = {
      ...priced,
      lowBids: [...(priced.lowBids ?? []), { bid: "A", decision: "not-abnormal" as const }],
    };
    const outcome = { status: "final", text: "", fingerprint: "r", version: "v" };
    const kept = withEvaluation(two, by, outcome, { basis: "b", sheets: "s" });
    expect(unrecordedChanges({ ...kept, lowBids: [...(kept.lowBids ?? [])].reverse() })).toEqual(
      [],
    );
  });

  test("a record that is cut, changed or gone is known by its fingerprint", () => {
    const pieces = recorded.recorded ?? [];
    const cut = { ...recorded, recorded: pieces.slice(1) };
    const forged = {
      ...recorded,
      recorded: pieces.map((piece) => ({
        ...piece,
        content: piece.content.replace('"10000"', '"9000"'),
      })),
    };
    expect(damagedRecords(recorded)).toEqual([]);
    expect(damagedRecords(cut).map(({ type }) => type)).toEqual(["bids-opened"]);
    expect(damagedRecords(forged).map(({ type }) => type)).toEqual(["prices-opened"]);
    // Content that is no JSON records nothing, and breaks nothing.
    expect(
      evaluate({ ...recorded, recorded: pieces.map((piece) => ({ ...piece, content: "{" })) }).bids,
    ).toHaveLength(3);
  });
});
