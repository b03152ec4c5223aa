/**
 * What is done once: publishing, fixing quality, opening prices, closing a round, inviting. Each in
 * its order, and nothing written over.
 */
import type { EvaluationDocument } from "../../../src/core/document/schema";
import { evaluate } from "../../../src/core/evaluate";
import type { NewBid } from "../../../src/procedure/acts/add-bid";
import { addBidAct, bidsToAdd, addBids } from "../../../src/procedure/acts/add-bid";
import type { Done, Refused, Subject } from "../../../src/procedure/acts/act";
import { closeRound } from "../../../src/procedure/acts/close-round";
import { fixQuality, qualityOpen } from "../../../src/procedure/acts/fix-quality";
import { invite } from "../../../src/procedure/acts/invite";
import { leave } from "../../../src/procedure/acts/leave";
import { openBids } from "../../../src/procedure/acts/open-bids";
import { openPrices, openPricesAct } from "../../../src/procedure/acts/open-prices";
import { publish, publishAct } from "../../../src/procedure/acts/publish";
import { pricesApart } from "../../../src/procedure/price-file";
import { awardReadiness } from "../../../src/procedure/award-readiness";
import { screenAbnormallyLow } from "../../../src/procedure/abnormally-low-screen";
import { publicationFindings } from "../../../src/procedure/readiness/sealed-parts";
import { progress } from "../../../src/procedure/check-progress";
import { offersByRound } from "../../../src/procedure/rounds";
import { samples, uneven } from "../../../src/scoring/usability";
import { sv } from "../../../src/words/sv/words";
import { document, monetary } from "../../small";
import { agreed, panel, typed } from "../../scoring/panel";

const act = { time: "2026-03-09T10:00", by: "Eva Ek" };
const codes = ({
  refused = [],
}: {
  readonly refused?: readonly { readonly code: string }[] | undefined;
}) => refused.map(({ code }) => code);
const done = ({ document: value, refused }: ReturnType<typeof publish>): EvaluationDocument => {
  if (!value) throw new Error(JSON.stringify(refused));
  return value;
};
const whole = panel({ A: agreed("A", "2", "2", "2"), B: agreed("B", "1", "1", "1") });
const sealed = (value: EvaluationDocument): EvaluationDocument => ({
  ...value,
  procurement: { ...value.procurement, prices: "sealed" },
});
const blind = { ...whole, bids: whole.bids.map(({ price: _price, ...bid }) => bid) };

describe("prices after quality", () => {
  const fixed = done(fixQuality(blind, act, []));

  test("fixing quality records what was not recorded, and then itself", () => {
    expect(fixed.events?.map(({ type }) => type)).toEqual([
      ...Array.from({ length: 6 }, () => "score"),
      "quality-fixed",
    ]);
    expect(fixed.events?.at(-1)?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  test("it waits for what is missing, and a changed score for its reason", () => {
    const missing = panel({ A: agreed("A", "2", "2"), B: agreed("B", undefined, "1", "1") });
    const evaluation = evaluate(missing);
    expect(
      qualityOpen([...evaluation.findings, ...awardReadiness(evaluation)]).map(({ code }) => code),
    ).toEqual(["score-missing", "panel-incomplete"]);
    expect(codes(fixQuality(typed(fixed, "A", "4"), act, []))).toEqual(["change-without-reason"]);
    expect(
      fixQuality(typed(fixed, "A", "4"), act, [], "Omprövad").document?.events?.at(-1),
    ).toMatchObject({ type: "quality-fixed", reason: "Omprövad" });
  });

  const prices = pricesApart(whole);
  test("a price file has no requirement, score or evaluator in it", () => {
    expect([
      prices.requirements,
      prices.criteria,
      prices.evaluators,
      prices.bids.map(({ scores, answers }) => [scores, answers]),
    ]).toEqual([
      [],
      [],
      [],
      [
        [{}, {}],
        [{}, {}],
      ],
    ]);
  });

  test("opened, the document is what it would have been, and says when", () => {
    const opened = done(openPrices(fixed, prices, { ...act, time: "2026-03-13T09:00" }));
    expect(opened.bids).toEqual(whole.bids);
    expect(opened.events?.at(-1)).toMatchObject({
      type: "prices-opened",
      time: "2026-03-13T09:00",
      by: "Eva Ek",
    });
  });

  type Change = (value: EvaluationDocument) => EvaluationDocument;
  const price =
    (id: string, to: string): Change =>
    (value) => ({
      ...value,
      bids: value.bids.map((bid) => (bid.id === id ? { ...bid, price: to } : bid)),
    });
  test.each<[string, EvaluationDocument, Change, string[]]>(
    // prettier-ignore
    [
    ["before quality is fixed",           blind,                        (value) => value,                                                                                     ["quality-not-fixed"]],
    ["of another case",                   fixed,                        (value) => ({ ...value, procurement: { ...value.procurement, caseNumber: "2/26" } }),                 ["prices-other-case"]],
    ["on another price form",             fixed,                        (value) => ({ ...value, priceItems: [{ id: "P1", name: "x", category: "other", unit: "kr", quantity: "1" }] }), ["prices-other-form"]],
    ["from a bid that is not here",       fixed,                        (value) => ({ ...value, bids: [...value.bids, { id: "Z", bidder: "Z", price: "1", answers: {}, scores: {} }] }), ["prices-unknown-bid"]],
    ["where another price stands",        price("A", "9999")(fixed),    (value) => value,                                                                                     ["prices-differ"]],
    ["where the same price stands",       price("A", "10000")(fixed),   (value) => value,                                                                                     []],
  ],
  )("%s", (_, into, change, refused) =>
    expect(codes(openPrices(into, change(prices), act))).toEqual(refused),
  );
});

test.each<[what: string, value: EvaluationDocument, isOffered: boolean]>([
  ["prices that stand with the bids", fixQuality(whole, act, []).document ?? whole, false],
  ["sealed prices, quality not fixed", sealed(blind), false],
  ["sealed prices, quality fixed", sealed(fixQuality(blind, act, []).document ?? blind), true],
])("a price file is asked for: %s", (_, value, isOffered) => {
  expect(openPricesAct.isOffered?.({ document: value } as Subject)).toBe(isOffered);
});

test.each<
  [what: string, more: Partial<EvaluationDocument>, now: string | undefined, isAsked: boolean]
>(
  // prettier-ignore
  [
  ["a day before the deadline",  { award: { deadline: "2026-03-10T12:00" } },                  "2026-03-09T12:00", false],
  ["a day after it",             { award: { deadline: "2026-03-10T12:00" } },                  "2026-03-11T12:00", true],
  ["no deadline",                {},                                                           "2026-03-11T12:00", false],
  ["no known time",              { award: { deadline: "2026-03-10T12:00" } },                  undefined,          false],
  ["the bids have been opened",  { events: [{ ...act, type: "bids-opened" }] },                "2026-03-09T12:00", true],
  ],
)("a late publication is asked for its day and reason: %s", (_, more, now, isAsked) => {
  const subject = { document: { ...whole, ...more }, now } as Subject;
  const { at, reason } = publishAct.takes;
  expect([at, reason].map((field) => field?.kind === "text" && field.isAsked?.(subject))).toEqual([
    isAsked,
    isAsked,
  ]);
});

describe("what is published stays", () => {
  const value = document({
    criteria: [{ ...monetary("M", { deduction: "100" }), name: "Miljö" }],
    bids: [{ id: "A" }],
  });
  const found = (document: EvaluationDocument) =>
    publicationFindings(document).map(({ code, details: { names, values, number } }) =>
      [code, number ?? `${String(names)}: ${String(values)}`].join(" "),
    );
  const published = done(publish({ ...value, bids: [] }, act));

  test("a change is told by the criterion's name, with what it was", () => {
    const [criterion] = value.criteria;
    if (!criterion) throw new Error("no criterion");
    expect(found({ ...published, criteria: [{ ...criterion, deduction: "200" }] })).toEqual([
      "published-changed Miljö: 100 → 200",
    ]);
  });

  test("the currency that bidders were told to price in, until the record tells of it", () => {
    const euro = { ...published, procurement: { ...published.procurement, currency: "EUR" } };
    const told = (of: EvaluationDocument) =>
      publicationFindings(of).map(({ where, details }) => [where, details["values"]]);
    expect(told(published)).toEqual([]);
    expect(told(euro)).toEqual([["procurement.currency", ["SEK → EUR"]]]);
    const entered = { openedAt: "2026-03-10T10:00", openedBy: "Eva Ek, Bo Alm" };
    const opened = done(openBids(published, act, entered));
    expect(told({ ...opened, procurement: euro.procurement })).toEqual([]);
    // What was published before the currency was kept says nothing of it.
    const events = (published.events ?? []).map(({ new: parts = "", ...event }) => ({
      ...event,
      new: parts.replace(/; currency=.*$/, ""),
    }));
    expect(told({ ...euro, events })).toEqual([]);
  });

  test("a second publication of something else is told with its place in the journal", () => {
    const comment = { ...act, type: "comment" as const, reason: "Klart." };
    const again = { ...act, type: "published" as const, fingerprint: "e".repeat(64) };
    const events = [
      ...(published.events ?? []).map(({ number: _, ...event }) => event),
      comment,
      again,
    ];
    expect(found({ ...published, events })).toContain("published-twice 3");
    expect(found({ ...published, events: events.slice(0, 2) })).toEqual([]);
  });
});

test("a bidder that leaves: the journal has what stood there when the bids were opened", () => {
  const value = document({ bids: [{ id: "A" }, { id: "B" }] });
  const noted = { ...value, bids: value.bids.map((bid) => ({ ...bid, reason: "Kom sent" })) };
  const opened = done(
    openBids(noted, act, { openedAt: "2026-03-09T09:00", openedBy: "Eva Ek, Bo Alm" }),
  );
  const left = done(
    leave(opened, "withdrawnAt", { bid: "A", reason: "Återtogs", date: "2026-03-10" }, act),
  );
  expect(left.events?.slice(-2).map(({ place, old, new: now }) => [place, old, now])).toEqual([
    ["bids[A].reason", "Kom sent", "Återtogs"],
    ["bids[A].withdrawnAt", undefined, "2026-03-10"],
  ]);
});

test.each<[name: string, id: string, organisationNumber: string, done: string]>([
  ["Bolaget C", "", "", "A B C"],
  ["Bolaget C", "X", "", "A B X"],
  ["Bolaget C", "", "5590000001", "A B C"],
  ["Bolaget C; Bolaget D", "", "", "A B C D"],
  ["Bolaget C\nBolaget D\r\n\nBolaget E\n", "", "", "A B C D E"],
  ["Bolaget C\n Bolaget D; Bolaget E", "", "", "A B C D E"],
  ["Bolaget C; Bolaget D", "X", "", "bids-share-id"],
  ["Bolaget C; Bolaget D", "", "5590000001", "bids-share-id"],
])(
  "bids added: %s, with the id '%s' and the number '%s'",
  (name, id, organisationNumber, expected) => {
    const subject = { document: document({ bids: [{ id: "A" }, { id: "B" }] }) } as Subject;
    const made = addBidAct.perform(subject, { name, id, organisationNumber, receivedAt: "" }, act);
    const { document: after, refused } = made as {
      document?: EvaluationDocument;
      refused?: Refused["refused"];
    };
    expect(after?.bids.map((bid) => bid.id).join(" ") ?? codes({ refused }).join()).toBe(expected);
  },
);

// prettier-ignore
test.each([
  ["as it is written",              "556000-1116",    false],
  ["without its hyphen",            "5560001116",     false],
  ["with its century",              "165560001116",   false],
  ["a foreign one",                 "NO 923 609 016", false],
  ["a digit too few",               "556677-889",     true],
  ["two digits in the wrong order", "556000-1161",    true],
])("an organisation number that may be mistyped is asked about: %s", (_, organisationNumber, isAsked) => {
  const { findings = [] } = addBids(document({ bids: [] }), [
    { id: "", bidder: "Ny AB", organisationNumber, receivedAt: "" },
  ]) as Done;
  expect(findings.map(({ code, where }) => [code, where])).toEqual(
    isAsked ? [["organisation-number-odd", "bids[A].organisationNumber"]] : [],
  );
});

// prettier-ignore
test.each([
  ["rows of a sheet",                  "Nordlarm AB\r\nTrygg & Nära AB\r\n",            "C: Nordlarm AB | D: Trygg & Nära AB"],
  ["a number in the next column",      "Nordlarm AB\t556000-1116\nTrygg AB\t5560001116",  "C: Nordlarm AB, 556000-1116 | D: Trygg AB, 5560001116"],
  ["a number after a semicolon",       "Nordlarm AB; 556000-1116\nTrygg AB",              "C: Nordlarm AB, 556000-1116 | D: Trygg AB"],
  ["semicolons between all of them",   "Nordlarm AB;556000-1116;Trygg AB",                "C: Nordlarm AB, 556000-1116 | D: Trygg AB"],
  ["a number before its name",         "556000-1116\tNordlarm AB\n556000-1116;Trygg AB",  "C: Nordlarm AB, 556000-1116 | D: Trygg AB, 556000-1116"],
  ["a number from another country",    "Nordlarm AS\tNO 923 609 016",                     "C: Nordlarm AS, NO 923 609 016"],
  ["something else beside a name",     "Nordlarm AB\tUppsala",                            "C: Nordlarm AB Uppsala"],
  ["figures that belong to a name",    "3 Kronor AB; Byrå 24",                            "C: 3 Kronor AB | D: Byrå 24"],
  ["a number by itself",               "556000-1116",                                     "C: 556000-1116"],
  ["nothing",                          " ;\n ",                                           ""],
])("a text is shown as the bids that it would become: %s", (_, text, shown) => {
  const bids = bidsToAdd(text, [{ id: "A" }, { id: "B" }]);
  const line = ({ id, bidder, organisationNumber: number }: (typeof bids)[number]) =>
    `${id}: ${[bidder, number].filter((each) => each !== "").join(", ")}`;
  expect(bids.map(line).join(" | ")).toBe(shown);
});

test("a number that cannot be one is asked about where the text is shown, and once it is added", () => {
  const subject = { document: document({ bids: [{ id: "A" }] }) } as Subject;
  const { name } = addBidAct.takes;
  const text = "Nordlarm AB\t556000-1161\nTrygg AB\t556000-1116";
  expect(name?.kind === "text" && name.becomes?.(text, subject.document, sv)).toEqual([
    "Nordlarm AB, 556000-1161 (B) – kontrollera numret, som inte kan vara ett svenskt organisationsnummer",
    "Trygg AB, 556000-1116 (C)",
  ]);
  const given = { name: text, id: "", organisationNumber: "", receivedAt: "" };
  const { document: after, findings = [] } = addBidAct.perform(subject, given, act) as Done;
  expect(after.bids.map((bid) => bid.organisationNumber)).toEqual([
    undefined,
    "556000-1161",
    "556000-1116",
  ]);
  expect(findings.map(({ code, where }) => [code, where])).toEqual([
    ["organisation-number-odd", "bids[B].organisationNumber"],
  ]);
});

// prettier-ignore
test.each([
  ["the same, written otherwise", "5560001116",  "556000-1116"],
  ["another",                     "556000-2221", "bidder-two-numbers"],
])("a number in the field and one beside the name: %s", (_, beside, expected) => {
  const subject = { document: document({ bids: [] }) } as Subject;
  const given = { name: `Ny AB\t${beside}`, id: "", organisationNumber: "556000-1116", receivedAt: "" };
  const made = addBidAct.perform(subject, given, act) as {
    document?: EvaluationDocument;
    refused?: Refused["refused"];
  };
  expect(made.document?.bids[0]?.organisationNumber ?? codes(made).join()).toBe(expected);
});

test("a model is published once", () => {
  const published = done(publish(whole, act));
  expect(codes(publish(published, act))).toEqual(["published-already"]);
});

describe("rounds", () => {
  const negotiated: EvaluationDocument = {
    ...document({ bids: [{ id: "A" }, { id: "B", price: "900" }] }),
    priceItems: [
      { id: "P1", name: "Licens", category: "licence", unit: "kr", quantity: "10", periods: "2" },
      { id: "P2", name: "Option", category: "option", unit: "kr", quantity: "1", required: false },
    ],
    rounds: [
      { id: "R0", kind: "initial" },
      { id: "R1", kind: "final" },
    ],
  };
  const first = {
    ...negotiated,
    bids: negotiated.bids.map((bid) =>
      bid.id === "A" ? { ...bid, prices: { P1: "50", P2: "7" } } : bid,
    ),
  };
  const closed = done(closeRound(first, "R0", act));

  test("closing a round keeps every price beside, and leaves the bids", () => {
    expect(closed.offers).toEqual([
      { bid: "A", round: "R0", item: "P1", price: "50" },
      { bid: "A", round: "R0", item: "P2", price: "7" },
      { bid: "B", round: "R0", price: "900" },
    ]);
    expect(closed.bids).toEqual(first.bids);
  });

  test("side by side: 50 × 10 × 2 + 7 = 1 007, then 40 × 10 × 2 = 800, which is 207 less", () => {
    const final: EvaluationDocument = {
      ...closed,
      bids: closed.bids.map(({ price: _price, ...bid }) =>
        bid.id === "A"
          ? { ...bid, round: "R1", prices: { P1: "40" } }
          : { ...bid, round: "R1", price: "950" },
      ),
    };
    expect(
      offersByRound(evaluate(final)).map(({ bid, round, total, change }) =>
        [bid, round, total?.toText(), change?.toText() ?? "–"].join(" "),
      ),
    ).toEqual(["A R0 1007 –", "A R1 800 -207", "B R0 900 –", "B R1 950 50"]);
  });

  test.each<[string, EvaluationDocument, string]>([
    ["R9", first, "round-unknown"],
    ["R0", closed, "round-closed-already"],
    ["R0", { ...first, bids: [] }, "round-without-prices"],
  ])("%s", (round, value, code) => {
    expect(codes(closeRound(value, round, act))).toEqual([code]);
  });
});

test("who was invited is noted with the selection's fingerprint, and a selection without an outcome is not", () => {
  expect(invite(whole, ["A", "C"], "f".repeat(64), act).document?.events).toEqual([
    { type: "invited", ...act, new: "A; C", fingerprint: "f".repeat(64) },
  ]);
  expect(codes(invite(whole, [], "", act))).toEqual(["selection-not-final"]);
});

test("a selection is ranked by the same engine: the number that was announced is invited, and a tie at the edge is a tie", () => {
  const candidates = (scores: readonly string[]): EvaluationDocument => {
    const value = document({
      model: { method: { type: "fixed-price", price: "0" }, winners: 3, ties: [] },
      criteria: [monetary("E", { weight: "100" })],
      bids: scores.map((score, n) => ({ id: "ABCDE"[n] ?? "", scores: { E: score } })),
    });
    return {
      ...value,
      procurement: { ...value.procurement, stage: "selection", procedure: "negotiated" },
    };
  };
  expect(evaluate(candidates(["5", "3", "4", "1", "2"])).award).toEqual(["A", "C", "B"]);
  const tied = evaluate(candidates(["5", "3", "4", "3", "2"]));
  expect([tied.status, tied.award, tied.ties]).toEqual(["provisional", [], [["B", "D"]]]);
});

describe("abnormally low: the user's own limits, on prices 600, 900, 1 000 and 1 100", () => {
  // Median 950: 600 is (950 − 600)/950 = 36.8 % below it, and (900 − 600)/900 = 33.3 % below the
  // next.
  const four = document({
    bids: [
      { id: "A", price: "600" },
      { id: "B", price: "900" },
      { id: "C", price: "1000" },
      { id: "D", price: "1100" },
    ],
  });
  const flagged = (
    lowBids: EvaluationDocument["procurement"]["lowBids"],
    regime: "directive" | "national" = "directive",
  ) => {
    const value: EvaluationDocument = {
      ...four,
      procurement: { ...four.procurement, regime, ...(lowBids ? { lowBids } : {}) },
    };
    return awardReadiness(evaluate(value)).map(({ severity, code, details }) =>
      [severity, code, details["bid"], details["belowMedian"], details["belowNext"]].join(" "),
    );
  };
  test.each(
    // prettier-ignore
    [
    ["no rule stated",                    undefined,                                      []],
    ["36 % below the median",             { belowMedian: "36" },                          ["open low-bid-flagged A 36.8 33.3"]],
    ["37 % below the median",             { belowMedian: "37" },                          []],
    ["33 % below the next",               { belowNext: "33" },                            ["open low-bid-flagged A 36.8 33.3"]],
    ["exactly 10 % below the next",       { belowNext: "10" },                            ["open low-bid-flagged A 36.8 33.3", "open low-bid-flagged B 5.3 10"]],
    ["either is enough",                  { belowMedian: "99", belowNext: "33" },         ["open low-bid-flagged A 36.8 33.3"]],
  ] as const,
  )("%s", (_, rule, findings) => expect(flagged(rule)).toEqual(findings));

  test("each is told by its bidder's name", () => {
    const { procurement } = four;
    const value = { ...four, procurement: { ...procurement, lowBids: { belowNext: "10" } } };
    expect(awardReadiness(evaluate(value)).map(({ details }) => details["bidder"])).toEqual([
      "Bolaget A",
      "Bolaget B",
    ]);
  });

  test("in the national regime it is a warning: rejecting is allowed, asking is not a duty", () => {
    expect(flagged({ belowNext: "33" }, "national")).toEqual([
      "warning low-bid-flagged A 36.8 33.3",
    ]);
  });

  test("nobody is rejected by it, and exact thirds are exact", () => {
    const value: EvaluationDocument = {
      ...four,
      procurement: { ...four.procurement, lowBids: { belowNext: "33" } },
    };
    expect(evaluate(value).bids.map(({ standing }) => standing.value)).toEqual([
      "standing",
      "standing",
      "standing",
      "standing",
    ]);
    expect(screenAbnormallyLow(evaluate(value))[0]?.belowNext?.toText()).toBe("100/3");
  });

  const handled = (record: object) =>
    awardReadiness(
      evaluate({
        ...four,
        procurement: { ...four.procurement, lowBids: { belowNext: "33" } },
        lowBids: [{ bid: "A", ...record }],
      }),
    ).map(({ severity, code, where }) => `${severity} ${code} ${where}`);
  const asked = {
    requestedBy: "EA",
    requestedAt: "2026-03-02",
    answer: "Vi har eget bibliotek",
    decidedBy: "EA",
    reason: "Visat med kalkyl",
  };
  test.each(
    // prettier-ignore
    [
    ["asked, not decided",                 { requestedAt: "2026-03-02" },                          ["open low-bid-undecided lowBids[0].decision"]],
    ["explained",                          { ...asked, decision: "explained" },                    []],
    ["rejected after a request",           { ...asked, decision: "rejected" },                     []],
    ["rejected without a request",         { decision: "rejected", reason: "x", decidedBy: "EA" }, ["blocking low-bid-without-request lowBids[0].requestedAt"]],
    ["decided without a reason",           { ...asked, reason: "", decision: "explained" },        ["open low-bid-without-reason lowBids[0].reason"]],
  ],
  )("%s", (_, record, findings) => expect(handled(record)).toEqual(findings));
});

test("the dashboard counts each bid, stage and area in the law's order, and leaves out what was dropped", () => {
  const value: EvaluationDocument = {
    ...document({ bids: [{ id: "A" }] }),
    procurement: { ...document({ bids: [] }).procurement, procedure: "negotiated" },
    requirements: [
      { id: "K1", area: "Teknik", text: "a", kind: "mandatory", secondReader: true },
      { id: "K2", area: "Teknik", text: "b", kind: "mandatory" },
      { id: "K3", area: "Teknik", text: "c", kind: "mandatory", negotiable: true },
      { id: "U1", text: "d", kind: "exclusion" },
      { id: "Q1", text: "e", kind: "qualification" },
    ],
    bids: [
      {
        id: "A",
        bidder: "A",
        scores: {},
        answers: {
          K1: { verdict: "met", checkedBy: "EA" },
          K2: { verdict: "clarification" },
          U1: { verdict: "not-met" },
          Q1: { verdict: "unchecked" },
        },
      },
    ],
    adjustments: [{ requirement: "K3", dropped: true, reason: "x", date: "2026-03-02" }],
  };
  expect(
    progress(value).map(
      ({ stage, area, total, met, notMet, clarification, open, secondReadingMissing }) =>
        [stage, area, total, met, notMet, clarification, open, secondReadingMissing].join(" "),
    ),
  ).toEqual([
    "exclusion  1 0 1 0 0 0",
    "qualification  1 0 0 0 1 0",
    "mandatory Teknik 2 1 0 1 0 1",
  ]);
});

describe("usability", () => {
  const sus = document({
    criteria: [monetary("S", { deduction: "1", scale: { type: "sus" } })],
    bids: [{ id: "A", price: "1" }],
  });
  // All threes: (5 × 2 + 5 × 2) × 2.5 = 50. Fives on odd items, ones on even: (5 × 4 + 5 × 4) × 2.5
  // = 100.
  const answered = {
    ...sus,
    bids: sus.bids.map((bid) => ({
      ...bid,
      scores: {
        S: {
          value: [
            Array.from({ length: 10 }, () => "3"),
            Array.from({ length: 10 }, (_, n) => (n % 2 === 0 ? "5" : "1")),
          ],
        },
      },
    })),
  } as EvaluationDocument;
  test("SUS shows how many answered and how far they lie apart", () => {
    expect(
      samples(answered).map(({ count, mean, lowest, highest }) => [
        count,
        mean.toText(),
        lowest.toText(),
        highest.toText(),
      ]),
    ).toEqual([[2, "75", "50", "100"]]);
  });

  const shown = (sessions: EvaluationDocument["sessions"]) =>
    uneven({
      ...document({
        criteria: [monetary("U1", { minutes: 10 })],
        bids: [{ id: "A" }, { id: "B" }, { id: "C" }],
      }),
      ...(sessions ? { sessions } : {}),
    }).map(({ criterion, bid, why }) => `${criterion} ${bid} ${why}`);
  const at = (bid: string, more: object = {}) => ({
    bid,
    criterion: "U1",
    number: 1,
    minutes: 10,
    ...more,
  });
  test.each(
    // prettier-ignore
    [
    ["the same for all",             [at("A"), at("B"), at("C")],                                            []],
    ["nothing recorded at all",      undefined,                                                              []],
    ["one bid without",              [at("A"), at("B")],                                                     ["U1 C missing"]],
    ["one in another order",         [at("A"), at("B"), at("C", { number: 2 })],                             ["U1 C order"]],
    ["one in another time",          [at("A"), at("B", { minutes: 12 }), at("C")],                           ["U1 B minutes"]],
    ["with the reason",              [at("A"), at("B", { minutes: 12, deviation: "Nätet låg nere" }), at("C")], []],
  ],
  )("%s", (_, sessions, found) => expect(shown(sessions)).toEqual(found));

  test("a bid that was withdrawn is not looked for", () => {
    const value = document({ criteria: [monetary("U1")], bids: [{ id: "A" }, { id: "B" }] });
    const [first, second] = value.bids.map((bid) => ({ ...bid }));
    if (!first || !second) throw new Error("two bids");
    const bids = [first, { ...second, withdrawnAt: "2026-03-01" }];
    expect(uneven({ ...value, bids, sessions: [at("A")] })).toEqual([]);
  });
});

describe("bids that are added", () => {
  const added = (
    given: Partial<NewBid>[],
    before = whole,
  ): Partial<Omit<Done, "refused">> & Partial<Omit<Refused, "document">> =>
    addBids(
      before,
      given.map((each) => ({
        id: "",
        bidder: "Ny AB",
        organisationNumber: "",
        receivedAt: "",
        ...each,
      })),
    );

  test("each has the next free id, what is known of it, and nothing else", () => {
    const { document: after, findings } = added([
      { bidder: "Ny AB", organisationNumber: "556000-1116", receivedAt: "2026-03-02 14:10" },
      { bidder: "Nyare AB" },
    ]);
    expect(after?.bids.slice(2)).toEqual([
      {
        id: "C",
        bidder: "Ny AB",
        organisationNumber: "556000-1116",
        receivedAt: "2026-03-02T14:10",
        answers: {},
        scores: {},
      },
      { id: "D", bidder: "Nyare AB", answers: {}, scores: {} },
    ]);
    expect(findings).toEqual([]);
  });

  test("once every letter is taken, ids go on with a number", () => {
    const { document: after } = added(Array.from({ length: 26 }, (_, n) => ({ bidder: `${n}` })));
    expect(after?.bids.slice(-3).map(({ id }) => id)).toEqual(["Z", "A2", "B2"]);
  });

  test.each<[string, Partial<NewBid>[], string[]]>(
    // prettier-ignore
    [
    ["an id that stands, in whatever case", [{ id: "a" }],    ["bid-id-taken"]],
    ["no name",                             [{ bidder: "" }], ["bidder-missing"]],
    ["nobody",                              [],               ["bidder-missing"]],
  ],
  )("%s is refused", (_, given, refused) => expect(codes(added(given))).toEqual(refused));

  test.each<[string, Partial<NewBid>, Partial<NewBid>, boolean]>(
    // prettier-ignore
    [
    ["one name, spelled otherwise",                { bidder: "Ny  ab" },                               { bidder: "Ny AB" },                                    true],
    ["one number, under another name",             { organisationNumber: "5560001116" },               { bidder: "Ny Holding", organisationNumber: "556000-1116" }, true],
    ["one name, and two numbers",                  { organisationNumber: "556000-1116" },              { organisationNumber: "556000-2221" },                  false],
    ["two names",                                  { bidder: "Ny AB" },                                { bidder: "Nyare AB" },                                 false],
  ],
  )("a bidder that has a bid already is asked about: %s", (_, first, second, isAsked) => {
    const { document: after, findings = [] } = added([first, second]);
    expect(after?.bids).toHaveLength(4);
    expect(findings.map(({ code, where }) => [code, where])).toEqual(
      isAsked ? [["bidder-twice", "bids[D]"]] : [],
    );
  });
});
