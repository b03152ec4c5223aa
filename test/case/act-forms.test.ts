/**
 * Which acts a pane offers, and what each form asks for: rows of a case's state and the forms that
 * follow from it.
 */
import { actForms } from "../../src/case/act-forms";
import type { EvaluationDocument, JournalEvent } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { recordFigures } from "../../src/scoring/record-scores";
import { sv } from "../../src/words/sv/words";
import { agreed, panel, typed } from "../scoring/panel";

const by = { time: "2026-03-09T10:00:00Z", by: "Eva Ek" };
const whole = panel({ A: agreed("A", "2", "2", "2"), B: agreed("B", "1", "1", "1") });
const recorded = recordFigures(whole, by).document;
const event = (type: JournalEvent["type"]): JournalEvent => ({ type, ...by });
const withEvent = (...types: JournalEvent["type"][]): EvaluationDocument => ({
  ...whole,
  events: types.map(event),
});
const negotiated = (more: Partial<EvaluationDocument>): EvaluationDocument => ({
  ...whole,
  procurement: { ...whole.procurement, procedure: "negotiated", lowBids: { belowNext: "5" } },
  rounds: [{ id: "R0", kind: "initial" }],
  ...more,
});
const sealed: EvaluationDocument = {
  ...whole,
  procurement: { ...whole.procurement, prices: "sealed" },
};
const forms = (document: EvaluationDocument) =>
  actForms({ document, evaluation: evaluate(document) }, sv);
const form = (document: EvaluationDocument, act: string) =>
  forms(document).find((each) => each.act === act);

// prettier-ignore
test.each([
  ["scores that are not recorded",        whole,                                     "record",      true],
  ["every score recorded",                recorded,                                  "record",      false],
  ["no panel",                            { ...whole, criteria: [] },                "merge",       false],
  ["a panel",                             whole,                                     "merge",       true],
  ["not finalised",                       whole,                                     "reopen",      false],
  ["finalised",                           withEvent("finalised"),                    "reopen",      true],
  ["finalised, then reopened",            withEvent("finalised", "reopened"),        "reopen",      false],
  ["not finalised",                       whole,                                     "award",       false],
  ["finalised",                           withEvent("finalised"),                    "award",       true],
  ["a round whose prices are not kept",   negotiated({}),                            "close-round", true],
  ["every round kept",                    negotiated({ offers: [{ bid: "A", round: "R0", price: "1" }] }), "close-round", false],
  ["an open procedure",                   whole,                                     "invite",      false],
  ["a negotiated procedure",              negotiated({}),                            "invite",      true],
  ["prices in the file",                  whole,                                     "open-prices", false],
  ["prices apart, quality not fixed",     sealed,                                    "open-prices", false],
  ["prices apart, quality fixed",         { ...sealed, events: [event("quality-fixed")] }, "open-prices", true],
  ["no bids",                             { ...whole, bids: [] },                    "clarify",     false],
])("%s: %3$s is offered or not", (_, document, act, isOffered) => {
  expect(form(document, act) !== undefined).toBe(isOffered);
});

const cheap: EvaluationDocument = {
  ...whole,
  bids: whole.bids.map((bid) => (bid.id === "B" ? { ...bid, price: "0" } : bid)),
};
const askedOf = (bid: string) => [
  { bid, requestedBy: "E", requestedAt: "2026-03-09", request: "?" },
];

// prettier-ignore
test.each<[what: string, document: EvaluationDocument, bids: readonly string[] | undefined]>([
  ["no limit is stated",              whole,                                          ["A", "B"]],
  ["B is below the limit",            negotiated({}),                                 ["B", "A"]],
  ["B asks for nothing",              cheap,                                          ["B", "A"]],
  ["B has been asked",                { ...cheap, lowBids: askedOf("B") },            ["A"]],
  ["nobody has a price yet",          { ...whole, bids: whole.bids.map(({ price: _, ...bid }) => bid) }, undefined],
  ["A is withdrawn",                  { ...whole, bids: whole.bids.map((bid) => bid.id === "A" ? { ...bid, withdrawnAt: "2026-03-08", reason: "Återkallat" } : bid) }, ["B"]],
])("a low price is asked about, most striking first: %s", (_, document, bids) => {
  const options = form(document, "ask-low-bid")?.fields.find(({ name }) => name === "bid")?.options;
  expect(options?.map(({ code }) => code)).toEqual(bids);
});

test("what has been done says so, by whom and when, and is not asked for again", () => {
  expect(form(withEvent("published"), "publish")?.done).toBe(
    "Publicerad 2026-03-09 11:00:00 av Eva Ek.",
  );
  expect(form(whole, "publish")?.done).toBe("");
});

test("a reason is asked for when a recorded score has been changed, and only then", () => {
  const asked = (document: EvaluationDocument) =>
    form(document, "record")?.fields.map(({ name }) => name);
  expect([asked(whole), asked(typed(recorded, "A", "1"))]).toEqual([[], ["reason"]]);
});

test("a form of choices has the case's own bids, by name and id", () => {
  expect(form(whole, "clarify")?.fields.find(({ name }) => name === "bid")?.options).toEqual(
    whole.bids.map(({ id, bidder }) => ({ code: id, word: `${bidder} (${id})` })),
  );
});

test("a question is about something that is chosen by its name, what awaits clarification first", () => {
  const requirements = ["K1", "K2"].map((id) => ({ id, text: `Krav ${id}`, kind: "mandatory" }));
  const answers = { K2: { verdict: "clarification" } };
  const asked = { ...whole, requirements, bids: whole.bids.map((bid) => ({ ...bid, answers })) };
  const of = (document: EvaluationDocument) =>
    form(document, "clarify")?.fields.find(({ name }) => name === "of");
  expect(of(asked as EvaluationDocument)?.options.map(({ code, word }) => [code, word])).toEqual([
    ["", "Inget särskilt"],
    ["K2", "Krav: Krav K2 (K2)"],
    ["S1", "Kriterium: Scenario S1 (S1)"],
    ["K1", "Krav: Krav K1 (K1)"],
  ]);
  // Of a thousand requirements nobody finds one in a list.
  const many = Array.from({ length: 1000 }, (_, n) => ({
    id: `K${n}`,
    text: "",
    kind: "mandatory",
  }));
  expect(of({ ...whole, requirements: many } as EvaluationDocument)?.kind).toBe("text");
});

test("a reason, a question and a comment are written on several lines, a name and a day on one", () => {
  const kinds = (act: string) =>
    form(whole, act)?.fields.map(({ name, kind }) => `${name}: ${kind}`);
  expect(kinds("comment")).toEqual(["text: long", "place: text"]);
  expect(kinds("withdraw")).toEqual(["bid: choice", "date: text", "reason: long"]);
  expect(kinds("clarify")).toContain("question: long");
});

test("only a bid that is still in can be withdrawn or rejected", () => {
  const [a, b] = whole.bids;
  if (!a || !b) throw new Error("two bids");
  const withdrawn = { ...whole, bids: [{ ...a, withdrawnAt: "2026-03-02", reason: "Brev" }, b] };
  for (const act of ["withdraw", "reject"])
    expect(
      form(withdrawn, act)
        ?.fields.find(({ name }) => name === "bid")
        ?.options.map(({ code }) => code),
    ).toEqual(["B"]);
});

test("a decision that is entered on its sheet already stands in the form", () => {
  const entered = { ...withEvent("finalised"), award: { decidedBy: "Kommunstyrelsen" } };
  expect(form(entered, "award")?.fields.map(({ name, begins }) => [name, begins])).toEqual([
    ["decidedAt", ""],
    ["decidedBy", "Kommunstyrelsen"],
    ["decision", ""],
  ]);
});

const due = (deadline: string, ...types: JournalEvent["type"][]): EvaluationDocument => ({
  ...withEvent(...types),
  award: { deadline },
});

// prettier-ignore
test.each<[what: string, document: EvaluationDocument, fields: readonly string[]]>([
  ["nothing has begun, no deadline",      whole,                                   []],
  ["before the deadline",                 due("2026-03-10"),                       []],
  ["on the day of the deadline",          due("2026-03-09"),                       []],
  ["an hour before the deadline",         due("2026-03-09T12:00"),                 []],
  ["after the deadline",                  due("2026-03-08"),                       ["at", "reason"]],
  ["an hour after the deadline",          due("2026-03-09T09:00:00Z"),             ["at", "reason"]],
  ["the same by the clock in Sweden",     due("2026-03-09T10:00"),                 ["at", "reason"]],
  ["scores are recorded",                 recorded,                                ["at", "reason"]],
  ["the bids are opened",                 due("2026-03-10", "bids-opened"),        ["at", "reason"]],
  ["the prices are opened",               withEvent("prices-opened"),              ["at", "reason"]],
  ["published already",                   withEvent("published"),                  []],
])("publication asks when it took place, and why it is recorded now: %s", (_, document, fields) => {
  const found = actForms({ document, evaluation: evaluate(document), now: by.time }, sv);
  expect(found.find(({ act }) => act === "publish")?.fields.map(({ name }) => name)).toEqual(fields);
});
