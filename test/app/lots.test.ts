/**
 * Lots of one procurement beside each other: what keeps them from being decided together, and the one
 * notice that a supplier gets about all of them.
 */
import { lotsNotices } from "../../src/app/lots";
import { lotFindings } from "../../src/procedure/lots";
import type { EvaluatedLot } from "../../src/app/lots";
import type { Paper } from "../../src/content/paper";
import { joinedPaper } from "../../src/report/joined-paper";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { findingText } from "../../src/words/sentences";
import { sv } from "../../src/words/sv/words";
import { document } from "../small";

type Offer = readonly [id: string, bidder: string, number: string, price: string, more?: object];
type Limits = NonNullable<EvaluationDocument["procurement"]["lotLimits"]>;
type More = { readonly limits?: Limits; readonly caseNumber?: string; readonly date?: string };

const order = "Den största delen först.";

function lot(id: string, offers: readonly Offer[], more: More = {}): EvaluatedLot {
  const { limits = { awards: 1, order }, caseNumber = "UPH 7", date } = more;
  const plain = document({ bids: offers.map(([each]) => ({ id: each })) });
  const value: EvaluationDocument = {
    ...plain,
    model: { ...plain.model, method: { type: "lowest-price" } },
    procurement: {
      ...plain.procurement,
      caseNumber,
      ...(id === "" ? {} : { lot: { id, name: `Område ${id}` } }),
      lotLimits: limits,
    },
    bids: offers.map(([each, bidder, organisationNumber, price, also]) => ({
      id: each,
      bidder,
      organisationNumber,
      price,
      answers: {},
      scores: {},
      ...also,
    })),
    ...(date === undefined ? {} : { decisions: [{ id: "B1", kind: "award", decidedAt: date }] }),
  };
  const about = { evaluation: evaluate(value), document: value, result: {}, checks: [] };
  return { ...about, file: `del${id}.xlsx` } as never;
}

const rent: Offer = ["A", "Rent AB", "559000-0001", "100"];
const borsten: Offer = ["B", "Borsten AB", "559000-0002", "120"];
const rentAsX: Offer = ["X", "Rent aktiebolag", "5590000001", "80"];
const moppen: Offer = ["C", "Moppen AB", "559000-0003", "90"];
const stopped: Offer = [
  ...rent.slice(0, 4),
  { lotLimitAt: "2026-03-01", reason: "Får del 2." },
] as never;
const one = lot("1", [rent, borsten]);
const free = { limits: {} };

// prettier-ignore
const rows: readonly (readonly [case_: string, lots: readonly EvaluatedLot[], codes: readonly string[]])[] = [
  ["two suppliers win one lot each",                     [one, lot("2", [moppen, borsten])],                              []],
  ["one wins both, under two names, and may have one",   [one, lot("2", [rentAsX, moppen])],                              ["lot-too-many-awards"]],
  ["the same, where there is no limit",                  [lot("1", [rent], free), lot("2", [rentAsX], free)],             []],
  ["the same, stopped in lot 1",                         [lot("1", [stopped, borsten]), lot("2", [rentAsX, moppen])],     []],
  ["stopped in lot 1 without winning another",           [lot("1", [stopped, borsten]), lot("2", [moppen])],              ["lot-limit-unreached"]],
  ["a limit without its order",                          [lot("1", [rent], { limits: { awards: 1 } }), lot("2", [moppen], { limits: { awards: 1 } })], ["lot-order-missing"]],
  ["bids for two lots, and may bid for one",             [lot("1", [rent], { limits: { bids: 1 } }), lot("2", [rentAsX, ["C", "Moppen AB", "559000-0003", "70"]], { limits: { bids: 1 } })], ["lot-too-many-bids"]],
  ["a file that is no lot",                              [one, lot("", [moppen])],                                        ["lot-unnamed"]],
  ["the same lot twice",                                 [one, one],                                                      ["lot-twice"]],
  ["another case number",                                [one, lot("2", [moppen], { caseNumber: "UPH 8" })],              ["lot-other-procurement"]],
  ["other limits",                                       [one, lot("2", [moppen], { limits: { awards: 2, order } })],     ["lot-limits-differ"]],
  ["decided on two days",                                [lot("1", [rent], { date: "2026-03-01" }), lot("2", [moppen], { date: "2026-03-02" })], ["lot-decisions-differ"]],
];

test.each(rows)("%s", (_, lots, codes) => {
  expect(lotFindings(lots).map(({ code }) => code)).toEqual(codes);
});

test("who comes first in too many lots is named, with the lots, the limit and the order", () => {
  const [found] = lotFindings([one, lot("2", [rentAsX, moppen])]);
  expect(found && findingText(found, sv)).toBe(
    "Rent AB kommer först i delarna 1, 2, men får tilldelas högst 1. Avgör vilka enligt den publicerade ordningen, och registrera i de andra delarna med ”mervarde lot-limit” att högsta antalet är nått. Ordningen: Den största delen först.",
  );
});

test("one notice to each supplier, with a heading for each lot that it has bid for", () => {
  const lots = [lot("1", [stopped, borsten]), lot("2", [rentAsX, moppen])];
  const notices = lotsNotices(lots, { isRedacted: false, isInformation: false }, sv);
  const said = notices.map(({ name, paper: { blocks } }) => [
    name,
    ...blocks.flatMap((block) =>
      (block.kind === "heading" && block.level === 1) ||
      (block.kind === "text" && block.look === "strong" && block.text.startsWith("Ert anbud"))
        ? [block.text]
        : [],
    ),
  ]);
  // prettier-ignore
  expect(said).toEqual([
    ["1-A", "Del 1: Område 1", "Ert anbud tilldelas inte den här delen.", "Del 2: Område 2", "Ert anbud har antagits."],
    ["1-B", "Del 1: Område 1", "Ert anbud har antagits."],
    ["2-C", "Del 2: Område 2", "Ert anbud har inte antagits."],
  ]);
  expect(JSON.stringify(notices[0]?.paper.blocks)).toContain("Får del 2.");
});

test("what papers begin with stands once, and a part with a heading under each of them", () => {
  const paper = (last: string): Paper => ({
    title: "Protokoll",
    language: "sv",
    maker: "Mervärde",
    header: "UPH 7",
    blocks: [
      { kind: "text", text: "Till alla" },
      { kind: "heading", level: 1, text: "1 Jäv" },
      { kind: "text", text: "Inga." },
      { kind: "heading", level: 1, text: "2 Priser" },
      { kind: "text", text: last },
    ],
  });
  const { blocks } = joinedPaper(
    [
      { heading: "Del 1", paper: paper("100") },
      { heading: "Del 2", paper: paper("200") },
    ],
    [{ kind: "text", text: "Delarna" }],
  );
  // prettier-ignore
  expect(blocks.map((block) => ("text" in block ? block.text : ""))).toEqual([
    "Till alla", "Delarna",
    "Del 1", "1 Jäv", "Inga.", "2 Priser", "100",
    "Del 2", "1 Jäv", "Inga.", "2 Priser", "200",
  ]);
});
