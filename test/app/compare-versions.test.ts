/**
 * Two versions: what differs, who recorded it, what each difference does by itself; and a copy
 * joined with the file.
 */
import { placedValueText } from "../../src/app/event-lines";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import fc from "fast-check";
import type { Comparison } from "../../src/app/compare-versions";
import { compareVersions } from "../../src/app/compare-versions";
import { differences, filled } from "../../src/core/document/diff";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { recordFigures } from "../../src/scoring/record-scores";
import { mergeCopies } from "../../src/procedure/merge-copies";
import { appendToChain, readChain } from "../../src/journal/hash-chain";
import { documents, runs } from "../documents";
import { changed, typed } from "../scoring/panel";
import { act, worked } from "../sealed";

const rows = ({ changes, effects }: Comparison): string[] => [
  ...changes.map(({ about, differences: own, by, effects: of = [] }) =>
    [
      about,
      own
        .map(({ place, before = "–", after = "–" }) =>
          `${place.slice(about.length).replace(/^\./, "")} ${before}→${after}`.trim(),
        )
        .join(", "),
      by ? `${by.by}: ${by.reason ?? by.type}` : "?",
      of
        .map(
          ({ bid, before, after, rankBefore, rankAfter }) =>
            `${bid} ${before}→${after} ${rankBefore}→${rankAfter}`,
        )
        .join("; ") || "none",
    ].join(" | "),
  ),
  `together: ${effects.map(({ bid, before, after }) => `${bid} ${before}→${after}`).join("; ") || "none"}`,
];
const recordedChange = (value: EvaluationDocument, bid: string, level: string, reason: string) =>
  appendToChain(
    value,
    recordFigures(typed(value, bid, level), act(20, "Per Pil"), reason).document,
  );

describe("what has changed between two versions", () => {
  // A: 10 000 − 1 000 × 3/4 − 500 = 8 750; B: 9 500 − 1 000 × 1/4 = 9 250.
  test.each<[string, EvaluationDocument, string[]]>([
    ["nothing", worked, ["together: none"]],
    [
      "a score, recorded with its reason",
      recordedChange(worked, "B", "4", "Ny visning"),
      [
        "bids[B].scores[S1] | value 1→4 | Per Pil: Ny visning | A 8750.00→8750.00 1→2; B 9250.00→8500.00 2→1",
        "together: A 8750.00→8750.00; B 9250.00→8500.00",
      ],
    ],
    [
      "a score that nobody has recorded",
      typed(worked, "A", "2"),
      ["bids[A].scores[S1] | value 3→2 | ? | A 8750.00→9000.00 1→1", "together: A 8750.00→9000.00"],
    ],
    [
      "a price",
      changed(worked, "B", (bid) => ({ ...bid, price: "9000" })),
      [
        "bids[B].price | 9500→9000 | ? | A 8750.00→8750.00 1→2; B 9250.00→8750.00 2→1",
        "together: A 8750.00→8750.00; B 9250.00→8750.00",
      ],
    ],
    [
      "a verdict",
      changed(worked, "A", (bid) => ({
        ...bid,
        answers: { K1: { ...bid.answers["K1"], verdict: "not-met" as const } },
      })),
      [
        "bids[A].answers[K1] | verdict met→not-met | ? | A 8750.00→8750.00 1→rejected; B 9250.00→9250.00 2→1",
        "together: A 8750.00→8750.00; B 9250.00→9250.00",
      ],
    ],
    [
      "a note that changes nothing",
      changed(worked, "A", (bid) => ({
        ...bid,
        answers: { K1: { ...bid.answers["K1"], verdict: "met" as const, note: "Se s. 5" } },
      })),
      ["bids[A].answers[K1] | note –→Se s. 5 | ? | none", "together: none"],
    ],
    [
      "the model",
      {
        ...worked,
        criteria: worked.criteria.map((each) =>
          each.id === "M1" ? { ...each, deduction: "1500" } : each,
        ),
      },
      [
        "criteria | [M1].deduction 500→1500 | ? | A 8750.00→7750.00 1→1",
        "together: A 8750.00→7750.00",
      ],
    ],
  ])("%s", (_, after, expected) => expect(rows(compareVersions(worked, after))).toEqual(expected));

  test("a bid taken out", () => {
    const found = compareVersions(worked, { ...worked, bids: worked.bids.slice(1) });
    expect(new Set(found.changes.map(({ about }) => about.replace(/\..*/, "")))).toEqual(
      new Set(["bids[A]"]),
    );
    expect(found.effects).toEqual([
      { bid: "A", before: "8750.00", after: "–", rankBefore: "1", rankAfter: "–" },
      { bid: "B", before: "9250.00", after: "9250.00", rankBefore: "2", rankAfter: "1" },
    ]);
  });

  test("a document has no difference from itself, and what differs is reported both ways", () => {
    fc.assert(
      fc.property(documents, documents, (one, two) => {
        expect(differences(one, one)).toEqual([]);
        expect(differences(one, two).length).toBe(differences(two, one).length);
      }),
      runs(40),
    );
  });
});

describe("a copy that someone has worked in", () => {
  const ours = recordedChange(worked, "A", "4", "Visades igen");
  const copy = recordedChange(worked, "B", "2", "Missat moment");
  const both = mergeCopies(ours, copy, act(30));

  test("both journals are there, whole; scores that differ are reported and left", () => {
    if (!both.document) throw new Error(JSON.stringify(both.refused));
    expect(readChain(both.document.events ?? []).state).toBe("whole");
    expect(both.events).toBe(2);
    expect((both.document.events ?? []).map(({ reason }) => reason).filter(Boolean)).toEqual([
      "Visades igen",
      "Missat moment",
    ]);
    expect(
      both.conflicts.map(({ place, before, after }) => `${place} ${before ?? ""}≠${after ?? ""}`),
    ).toEqual(["bids[A].scores[S1].value 4≠3", "bids[B].scores[S1].value 1≠2"]);
    expect(both.document.bids.map(({ scores }) => scores["S1"]?.value)).toEqual(["4", "1"]);
  });

  test("what is blank here and filled in there is filled in, and nothing is written over", () => {
    const noted = changed(worked, "A", (bid) => ({
      ...bid,
      answers: { K1: { ...bid.answers["K1"], verdict: "met" as const, note: "Från kopian" } },
    }));
    const found = mergeCopies(
      worked,
      appendToChain(worked, recordFigures(noted, act(31)).document),
      act(32),
    );
    expect(found.document?.bids[0]?.answers["K1"]).toMatchObject({
      note: "Från kopian",
      verdict: "met",
    });
  });

  test.each<[string, EvaluationDocument, EvaluationDocument, string]>(
    // prettier-ignore
    [
    ["another procurement",       ours, { ...copy, procurement: { ...copy.procurement, caseNumber: "9/99" } },                              "copy-other-case"],
    ["a journal without a chain", ours, { ...copy, events: (copy.events ?? []).map(({ hash: _h, previous: _p, number: _n, ...each }) => each) }, "copy-unbound"],
    ["a broken chain",            ours, { ...copy, events: (copy.events ?? []).slice(1) },                                                    "copy-broken"],
    ["another file's journal",    ours, appendToChain({}, { ...copy, events: [{ type: "score", time: "2026-01-01", by: "X", bid: "A", criterion: "S1" }] }), "copy-unrelated"],
  ],
  )("%s is refused", (_, mine, theirs, code) =>
    expect(mergeCopies(mine, theirs, act(33)).refused?.map((each) => each.code)).toEqual([code]),
  );

  test("filling in twice is filling in once, and never loses what was there", () => {
    fc.assert(
      fc.property(documents, documents, (one, two) => {
        const once = filled(one, two);
        expect(filled(once, two)).toEqual(once);
        expect(
          differences(one, once).filter(
            ({ before, place }) =>
              before !== undefined &&
              !/^(?:bids|criteria|requirements|priceItems|evaluators)$/.test(place) &&
              !place.includes("children"),
          ),
        ).toEqual([]);
      }),
      runs(30),
    );
  });
});

// prettier-ignore
test.each([
  ["a price",          "bids[A].prices[P1]",          "385000", "385 000",      "385,000"],
  ["a verdict",        "bids[A].answers[K1].verdict", "met",    "Uppfyllt",     "Met"],
  ["an answer",        "bids[A].answers[K1].answer",  "yes",    "Ja",           "Yes"],
  ["a score in words", "bids[A].scores[M].value",     "no",     "Nej",          "No"],
  ["a deduction",      "criteria[M].deduction",       "1249.5", "1 249,5",      "1,249.5"],
  ["a name",           "bids[A].bidder",              "Bolaget","Bolaget",      "Bolaget"],
  ["nothing",          "bids[A].price",               undefined, "–",           "–"],
])("a difference shows %s as its reader writes it", (_, place, value, swedish, english) => {
  const shown = [sv, en].map((words) => placedValueText(place, value, words).replaceAll("\u00a0", " "));
  expect(shown).toEqual([swedish, english]);
});
