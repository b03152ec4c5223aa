/**
 * Someone changes the journal itself: events changed, dropped, swapped, inserted, dated back, repeated
 * or published anew, with the chain as it was and with a chain made anew. docs/attacks.md is the same
 * table in words.
 */
import type { EvaluationDocument, JournalEvent } from "../../../src/core/document/schema";
import { appendToChain } from "../../../src/journal/hash-chain";
import { partsText, publishedFingerprint, publishedRecords } from "../../../src/journal/published";
import { comment } from "../../../src/procedure/acts/comment";
import { publish } from "../../../src/procedure/acts/publish";
import { mergeCopies } from "../../../src/procedure/merge-copies";
import { recordChanges } from "../../../src/procedure/record-changes";
import { entered, procedureOf } from "../../attacked-case";
import type { Step } from "../../attacked-case";
import { bundleOf, hasPython, unchained, verifyInPython } from "../../bundles";
import { act, done } from "../../sealed";
import { anchoredAs, evaluatedSheets, obstacle, verifiedAlone } from "./asking";

type Events = readonly JournalEvent[];
type Change = (events: Events) => JournalEvent[];
type Type = JournalEvent["type"];

const stages = procedureOf(entered);
const at = (step: Step): EvaluationDocument => {
  const found = stages.get(step);
  if (!found) throw new Error(step);
  return found;
};

const first = (events: Events, type: Type) => events.findIndex((each) => each.type === type);
const dropped =
  (type: Type): Change =>
  (events) =>
    events.toSpliced(first(events, type), 1);
/** The first event of the type, and the one after it, in the other order. */
const swapped =
  (type: Type): Change =>
  (events) => {
    const n = first(events, type);
    return events.toSpliced(n, 2, ...events.slice(n, n + 2).reverse());
  };
const twice =
  (type: Type): Change =>
  (events) => {
    const n = first(events, type);
    return events.toSpliced(n, 0, ...events.slice(n, n + 1));
  };
const inserted =
  (before: Type, event: Partial<JournalEvent> & { readonly type: Type }): Change =>
  (events) => {
    const n = first(events, before);
    return events.toSpliced(n, 0, { by: "Bo Alm", time: events[n - 1]?.time ?? "", ...event });
  };
const changed =
  (type: Type, more: Partial<JournalEvent>): Change =>
  (events) =>
    events.map((each, n) => (n === first(events, type) ? { ...each, ...more } : each));

const withEvents = (document: EvaluationDocument, change: Change): EvaluationDocument => ({
  ...document,
  events: change(document.events ?? []),
});
/** The same change in a chain that is bound anew, as anyone can who has the program. */
const rechained = (document: EvaluationDocument, change: Change): EvaluationDocument =>
  appendToChain({}, { ...document, events: change(unchained(document.events ?? [])) });

/**
 * - chain: what `verify` says fails while the chain is as it was, and the exit code of verify.py
 * - anew: what keeps it from an award once it is evaluated and once it is finalised, as `asking.ts` has
 *   it; what `verify` says fails, and the exit code of verify.py
 */
type Attack = readonly [
  what: string,
  change: Change,
  chain: readonly [fails: string, exit: number],
  anew: readonly [letters: string, fails: string, exit: number],
];

// prettier-ignore
const attacks: readonly Attack[] = [
  // what is done                               the change                                                chain as it was                    chain made anew
  ["a score dropped",                           dropped("score"),                                         ["trail records", 1],             ["·f", "records", 1]],
  ["the opening of bids dropped",               dropped("bids-opened"),                                   ["trail records", 1],             ["·f", "records", 1]],
  ["the opening of prices dropped",             dropped("prices-opened"),                                 ["trail records", 1],             ["·f", "records", 1]],
  ["fixed quality dropped",                     dropped("quality-fixed"),                                 ["trail records", 1],             ["·f", "records", 1]],
  ["the publication dropped",                   dropped("published"),                                     ["trail records", 1],             ["·f", "records", 1]],
  ["two scores swapped",                        swapped("score"),                                         ["trail records", 1],             ["·f", "records", 1]],
  ["fixing and opening swapped",                swapped("quality-fixed"),                                 ["trail records", 1],             ["·f", "records chronology", 1]],
  ["a score twice",                             twice("score"),                                           ["trail records", 1],             ["·f", "records", 1]],
  ["the evaluation twice",                      twice("evaluated"),                                       ["trail", 1],                     ["··", "", 0]],
  ["a recorded change inserted",                inserted("evaluated", { type: "changed", place: "bids[A].prices[P1]", old: "1000", new: "1000", reason: "Prövat" }), ["trail records", 1], ["·f", "records", 1]],
  ["a comment inserted",                        inserted("score", { type: "comment", place: "bids[A].bidder", reason: "Prövat" }), ["trail", 1], ["··", "", 0]],
  ["the opening dated back",                    changed("bids-opened", { time: "2026-01-01T09:00" }),     ["trail records chronology", 1],  ["·f", "records chronology", 1]],
  ["the evaluation dated back",                 changed("evaluated", { time: "2026-02-01T09:00" }),       ["trail chronology", 1],          ["··", "chronology", 1]],
  ["a time moved among its neighbours'",        changed("prices-opened", { time: "2026-03-09T10:02" }),   ["trail records", 1],             ["·f", "records", 1]],
  ["another name on an act",                    changed("quality-fixed", { by: "Bo Alm" }),               ["trail records", 1],             ["·f", "records", 1]],
];

test("nothing is found where nothing was changed", async () => {
  const same = rechained(at("evaluated"), (events) => [...events]);
  expect([obstacle(same), (await verifiedAlone(same)).fails]).toEqual(["·", ""]);
  expect(await anchoredAs(at("evaluated"), same)).toBe("holds");
});

describe.each(attacks)("%s", (what, change, chain, anew) => {
  test("while the chain is as it was", async () => {
    expect((await verifiedAlone(withEvents(at("evaluated"), change))).fails).toBe(chain[0]);
  });

  test("with the chain made anew", async () => {
    const tried = rechained(at("evaluated"), change);
    const letters = obstacle(tried) + obstacle(rechained(at("finalised"), change));
    expect([letters, (await verifiedAlone(tried)).fails]).toEqual([anew[0], anew[1]]);
    // What comes before the anchored event is another history; a repeated last event is not.
    const isAfter = what === "the evaluation twice";
    expect(await anchoredAs(at("evaluated"), tried)).toBe(isAfter ? "holds" : "fails");
  });
});

(hasPython ? describe : describe.skip)("the verifier in Python", () => {
  const bundles = attacks.flatMap(([, change]) => [
    bundleOf(withEvents(at("evaluated"), change)),
    bundleOf(rechained(at("evaluated"), change)),
  ]);
  const said = hasPython ? verifyInPython(bundles) : [];
  test.each(attacks.map(([what, , chain, anew], n) => ({ what, chain, anew, n })))(
    "$what",
    ({ chain, anew, n }) => {
      expect([said[2 * n]?.exit, said[2 * n + 1]?.exit]).toEqual([chain[1], anew[2]]);
    },
  );

  test("the last event taken off: nothing differs, and it is said that nothing was evaluated", () => {
    const [found] = verifyInPython([bundleOf(withEvents(at("evaluated"), dropped("evaluated")))]);
    expect(found).toMatchObject({ exit: 3, differs: [] });
  });
});

describe("a score and its event, the chain made anew and the recorded outcomes kept", () => {
  const forged = (step: Step): EvaluationDocument => {
    const value = at(step);
    const bids = value.bids.map((bid) =>
      bid.id === "A"
        ? { ...bid, scores: { ...bid.scores, K1: { ...bid.scores["K1"], value: "5" } } }
        : bid,
    );
    return rechained({ ...value, bids }, changed("score", { new: "5" }));
  };

  test("the program finds that it is not what was fixed, evaluated and finalised", async () => {
    expect(forged("evaluated").events?.find(({ type }) => type === "score")).toMatchObject({
      bid: "A",
      criterion: "K1",
    });
    expect([obstacle(forged("evaluated")), obstacle(forged("finalised"))]).toEqual(["q", "f"]);
    expect((await verifiedAlone(forged("evaluated"))).fails).toBe("records");
  });

  test("evaluated again, only fixed quality and an anchor show it", async () => {
    const { document } = await evaluatedSheets(forged("evaluated"));
    expect([obstacle(document), (await verifiedAlone(document)).fails]).toEqual(["q", ""]);
    expect(await anchoredAs(at("evaluated"), document)).toBe("fails");
  });
});

test("the last events taken off a document: only an anchor shows it", async () => {
  const cut = withEvents(at("evaluated"), dropped("evaluated"));
  expect((await verifiedAlone(cut)).fails).toBe("");
  expect(await anchoredAs(at("evaluated"), cut)).toBe("fails");
});

test("evaluated again with the program, a history without its opening is found by the anchor alone", async () => {
  const { document } = await evaluatedSheets(rechained(at("evaluated"), dropped("bids-opened")));
  expect((await verifiedAlone(document)).fails).toBe("");
  if (hasPython) expect(verifyInPython([bundleOf(document)])[0]?.exit).toBe(0);
  expect(await anchoredAs(at("evaluated"), document)).toBe("fails");
});

test("a key that stands twice in what was published is not what was published", async () => {
  const { published = [], ...value } = at("evaluated");
  const tried = published.map(({ content, ...piece }) => ({
    ...piece,
    content: content.replace('"deduction":', '"deduction":"2000","deduction":'),
  }));
  expect((await verifiedAlone({ ...value, published: tried })).fails).toBe("model records");
});

describe("a publication", () => {
  const other: EvaluationDocument = {
    ...at("evaluated"),
    criteria: entered.criteria.map((each, n) => (n === 0 ? { ...each, deduction: "2000" } : each)),
  };
  const again = (more: Partial<JournalEvent>) =>
    appendToChain(other, {
      ...other,
      published: publishedRecords(other),
      events: [
        ...(other.events ?? []),
        {
          type: "published",
          ...act(20),
          ...more,
          new: partsText(other),
          fingerprint: publishedFingerprint(other),
        },
      ],
    });

  // prettier-ignore
  test.each([
    ["as it is",                        {}],
    ["with an earlier time and a reason", { at: "2026-01-13T09:00", reason: "Glömt" }],
  ])("made again of another model, %s: no award, and verify says so", async (_, more) => {
    const { document } = await evaluatedSheets(again(more));
    expect(obstacle(document)).toBe("p");
    expect((await verifiedAlone(document)).fails.split(" ")).toContain("model");
    const said = hasPython ? verifyInPython([bundleOf(document)])[0]?.differs : undefined;
    if (said)
      expect(said).toContain("event 16 publishes something else than the first publication");
  });

  test("recorded late with an earlier date is accepted, and found by the anchor alone", async () => {
    const late = (document: EvaluationDocument) => {
      const given = { at: "2026-01-12T08:30", reason: "Registreringen glömdes." };
      return appendToChain({}, done(publish({ ...document, award: {} }, act(0), given)));
    };
    const change = entered.criteria.map((each) => ({ ...each, minimumShare: "10" }));
    const [honest, forged] = [late(entered), late({ ...entered, criteria: change })];
    expect([obstacle(forged), (await verifiedAlone(forged)).fails]).toEqual(["·", ""]);
    expect(await anchoredAs(honest, forged)).toBe("fails");
  });
});

test("an act in another person's name counts, and the journal has that name", async () => {
  const tried = appendToChain(
    at("evaluated"),
    done(comment(at("evaluated"), act(30, "Justitierådet"), "Prövat.", "bids[A].bidder")),
  );
  expect([obstacle(tried), (await verifiedAlone(tried)).fails]).toEqual(["·", ""]);
  expect(tried.events?.at(-1)?.by).toBe("Justitierådet");
});

describe("a second file joined", () => {
  const lowered = (document: EvaluationDocument): EvaluationDocument => ({
    ...document,
    bids: document.bids.map((bid) => (bid.id === "B" ? { ...bid, prices: { P1: "900" } } : bid)),
  });

  test("a copy with a price changed and no reason: its price is not taken", () => {
    const theirs = appendToChain(
      at("priced"),
      done(comment(lowered(at("priced")), act(5, "Bo Alm"), "Läst.", "bids[B].bidder")),
    );
    const { document, refused } = mergeCopies(at("priced"), theirs, act(6));
    expect([refused, document && obstacle(document)]).toEqual([undefined, "·"]);
  });

  test("a copy with the change recorded with a reason: it stands in the journal, under its name", () => {
    const tried = recordChanges(lowered(at("priced")), act(5, "Bo Alm"), "Felskrivet").document;
    const { document } = mergeCopies(at("priced"), appendToChain(at("priced"), tried), act(6));
    expect(document?.events?.filter(({ type }) => type === "changed").map(({ by }) => by)).toEqual([
      "Bo Alm",
    ]);
  });

  test("a file whose history was made anew is no copy of the case", () => {
    const remade = rechained(at("priced"), changed("published", { by: "Bo Alm" }));
    expect(mergeCopies(at("priced"), remade, act(6)).refused?.map(({ code }) => code)).toEqual([
      "copy-unrelated",
    ]);
  });
});
