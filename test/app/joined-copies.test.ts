/**
 * What a copy says otherwise, and what the journal tells of a place: by sheet, row and column as the
 * user knows them, never by a key of the document.
 */
import { noNames } from "../../src/core/document/names";
import { conflictLines } from "../../src/app/perform-act";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { parseWithoutSealedPrices } from "../../src/core/document/sealed-prices";
import { withUnreadPrices } from "../../src/core/document/unread-prices";
import { withNames } from "../../src/core/names-of-findings";
import { mergeCopies } from "../../src/procedure/merge-copies";
import { eventText } from "../../src/procedure/event-text";
import { documentPlaceText } from "../../src/sheet/place-text";
import { findingText } from "../../src/words/sentences";
import { en } from "../../src/words/en/words";
import type { Words } from "../../src/words/sv/words";
import { sv } from "../../src/words/sv/words";
import { document, monetary } from "../small";

const ours = {
  ...document({
    criteria: [monetary("M", { deduction: "100" })],
    requirements: ["K1"],
    bids: [{ id: "A", price: "1000", scores: { M: "5" }, verdicts: { K1: "met" } }],
  }),
  priceItems: [{ id: "P1", name: "Licens", category: "licence", unit: "kr", quantity: "4" }],
} satisfies EvaluationDocument;
const [bid] = ours.bids as [(typeof ours.bids)[number]];
const withBid = (change: object): EvaluationDocument => ({
  ...ours,
  bids: [{ ...bid, ...change }],
});

// prettier-ignore
test.each<[string, EvaluationDocument, string, string]>([
  ["a score",        withBid({ scores: { M: { value: "4" } } }),             "Poäng, rad Bolaget A (A) · M, Poäng: 5 ≠ 4",            "Scores, row Bolaget A (A) · M, Score: 5 ≠ 4"],
  ["a price",        withBid({ price: "1100" }),                             "Anbud, rad Bolaget A (A), Totalpris: 1000 ≠ 1100",       "Bids, row Bolaget A (A), Total price: 1000 ≠ 1100"],
  ["a name",         withBid({ bidder: "Alfa" }),                            "Anbud, rad Bolaget A (A), Anbudsgivare: Bolaget A ≠ Alfa", "Bids, row Bolaget A (A), Bidder: Bolaget A ≠ Alfa"],
  ["a quantity",     { ...ours, priceItems: [{ ...ours.priceItems[0], quantity: "5" }] as never }, "Pris, rad Licens (P1), Mängd: 4 ≠ 5", "Prices, row Licens (P1), Quantity: 4 ≠ 5"],
  ["a deduction",    { ...ours, criteria: [monetary("M", { deduction: "90" })] }, "Kriterier, rad M, Avdrag kr: 100 ≠ 90", "Criteria, row M, Deduction: 100 ≠ 90"],
  ["the title",      { ...ours, procurement: { ...ours.procurement, title: "Annan" } }, "Upphandling, Upphandling: Prov ≠ Annan", "Procurement, Procurement: Prov ≠ Annan"],
])("a copy with another value for %s", (_, copy, swedish, english) => {
  const merged = mergeCopies(ours, copy, { time: "2026-03-04T10:00:00Z", by: "EA" });
  if (!merged.document) throw new Error("refused");
  const lines = (words: Words) => conflictLines({ conflicts: merged.conflicts, document: ours }, words);
  expect([lines(sv), lines(en)]).toEqual([[swedish], [english]]);
});

test("a verdict that the copy has otherwise names the requirement's row and the bid's column", () => {
  const copy = withBid({ answers: { K1: { verdict: "not-met" } } });
  const merged = mergeCopies(ours, copy, { time: "2026-03-04T10:00:00Z", by: "EA" });
  const [line] = conflictLines(
    { conflicts: merged.document && merged.conflicts, document: ours } as never,
    sv,
  );
  expect(line).toMatch(/^Kravprövning, rad K1, Bolaget A \(A\) /);
});

describe("sealed prices", () => {
  const by = { time: "2026-03-04T10:00:00Z", by: "EA" };
  /** Two bids, of which some have a price, as they are read while prices are sealed. */
  const read = (prices: { readonly [bid: string]: string }): EvaluationDocument => {
    const two = document({
      bids: ["A", "B"].map((id) => ({ id, ...(prices[id] && { price: prices[id] }) })),
    });
    const sealed = { ...two, procurement: { ...two.procurement, prices: "sealed" } };
    const parsed = parseWithoutSealedPrices(sealed);
    if (!parsed.document) throw new Error("not read");
    return parsed.document;
  };
  const merged = (own: EvaluationDocument, copy: EvaluationDocument) => {
    const found = mergeCopies(own, copy, by);
    if (!found.document) throw new Error("refused");
    return found;
  };

  test("what stands in the file stays in it, and is still not read", () => {
    const { document: after, findings } = merged(read({ A: "950" }), read({ A: "950" }));
    expect(after.bids.map(({ price }) => price)).toEqual([undefined, undefined]);
    expect(withUnreadPrices(after).bids.map(({ price }) => price)).toEqual(["950", undefined]);
    expect(findings).toEqual([]);
  });

  test("what stands in the copy alone is left there, and told without an amount", () => {
    const { document: after, findings } = merged(read({ A: "950" }), read({ A: "950", B: "870" }));
    expect(withUnreadPrices(after).bids.map(({ price }) => price)).toEqual(["950", undefined]);
    const [told = "", ...more] = withNames(findings, after).map((each) => findingText(each, sv));
    expect(more).toEqual([]);
    expect(told).toMatch(/^Priserna för Bolaget B \(B\) står i kopian och inte här\./);
    expect(told).not.toMatch(/870|950/);
  });
});

test("a comment in the journal says which cell it is about", () => {
  const comment = {
    type: "comment",
    time: "2026-03-04T10:00:00Z",
    by: "EA",
    place: "bids[A].price",
    reason: "Stämmer det?",
  } as const;
  const placed = (words: Words) =>
    eventText(comment, {
      words,
      names: noNames,
      placeText: (place) => documentPlaceText(place, words),
      isUnread: () => false,
    });
  expect([placed(sv).what, placed(en).what]).toEqual([
    `${sv.eventTypes.comment} Anbud, rad A, Totalpris`,
    `${en.eventTypes.comment} Bids, row A, Total price`,
  ]);
});

test.each([
  ["bids", "Anbud"],
  ["criteria", "Kriterier"],
  ["model", "Modell"],
])("%s, a whole sheet, is reported by the sheet's name", (place, swedish) => {
  expect(documentPlaceText(place, sv)).toBe(swedish);
});
