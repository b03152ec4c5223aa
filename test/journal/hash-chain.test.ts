/**
 * The chain, row by row: what is found, what it is called, and what it is honest about not finding.
 */
import canonicalize from "canonicalize";
import fc from "fast-check";
import type { JournalEvent } from "../../src/core/document/schema";
import { payloadOf } from "../../src/core/document/recorded";
import {
  boundBy,
  hashOf,
  headOf,
  joinedEvents,
  appendToChain,
  readChain,
} from "../../src/journal/hash-chain";
import { isCodeOf, shortCode } from "../../src/journal/short-code";
import { documents, runs } from "../documents";
import { document } from "../small";

const plain = document({ bids: [{ id: "A" }] });
const event = (n: number, by = "EA"): JournalEvent => ({
  type: "score",
  time: `2026-03-09T10:${String(n).padStart(2, "0")}`,
  by,
  bid: "A",
  criterion: "U1",
  new: String(n),
});
const chained = (...events: readonly JournalEvent[]): JournalEvent[] =>
  appendToChain({}, { ...plain, events: [...events] }).events ?? [];
const added = (before: readonly JournalEvent[], ...more: readonly JournalEvent[]): JournalEvent[] =>
  appendToChain({ events: [...before] }, { ...plain, events: [...before, ...more] }).events ?? [];
const five = chained(event(1), event(2), event(3), event(4), event(5));
const other = chained(event(7, "OD"), event(8, "OD"));
const without = (at: number) => five.filter((_, n) => n !== at);
const changed = (at: number, more: Partial<JournalEvent>) =>
  five.map((each, n) => (n === at ? { ...each, ...more } : each));
const chainFaults = (events: readonly JournalEvent[]) => {
  const { state, faults } = readChain(events);
  return [
    state,
    ...faults.map(
      ({ kind, at, missing }) => `${kind} ${at + 1}${missing === undefined ? "" : ` (${missing})`}`,
    ),
  ];
};

describe("what is found in a trail", () => {
  const [first, second, third, fourth, fifth] = five as [
    JournalEvent,
    JournalEvent,
    JournalEvent,
    JournalEvent,
    JournalEvent,
  ];
  const forked = added(five.slice(0, 3), event(9, "OD"));
  const { hash: _hash, previous: _previous, number: _number, ...byHand } = fourth;
  const { number: _third, hash: _anew, ...unnumbered } = third;
  const numberless = { ...unnumbered, hash: hashOf(unnumbered) };
  test.each<[string, readonly JournalEvent[], string[]]>(
    // prettier-ignore
    [
    ["nothing at all",                              [],                                                       ["none"]],
    ["no hashes",                                   [event(1), event(2)],                                     ["unbound"]],
    ["as it was made",                              five,                                                     ["whole"]],
    ["a value changed",                             changed(2, { new: "9" }),                                 ["broken", "changed 3"]],
    ["a time changed",                              changed(0, { time: "2026-03-09T09:00" }),                 ["broken", "changed 1"]],
    ["something added to an event",                 changed(1, { reason: "efteråt" }),                        ["broken", "changed 2"]],
    ["an event taken out",                          without(2),                                               ["broken", "gap 3 (1)"]],
    ["two events taken out",                        [first, fourth, fifth],                                   ["broken", "gap 2 (2)"]],
    ["the first events taken out",                  [third, fourth, fifth],                                   ["broken", "gap 1 (2)"]],
    ["an event written in by hand",                 [first, second, third, byHand, fourth, fifth],            ["broken", "unbound 4"]],
    ["an event written in last",                    [...five, event(6)],                                      ["broken", "unbound 6"]],
    ["the same event twice",                        [first, second, second, third, fourth, fifth],            ["broken", "twice 3"]],
    ["rows in another order",                       [second, first, third, fourth, fifth],                    ["broken", "disordered 1"]],
    ["another file's events at the end",            [...five, ...other],                                      ["broken", "foreign 6"]],
    ["another file's events at the beginning",      [...other, ...five],                                      ["broken", "foreign 1"]],
    ["a copy's events that were never joined",      [...five, ...forked.slice(3)],                            ["broken", "fork 6"]],
    ["an event hashed anew after a change",         changed(2, { new: "9", hash: hashOf({ ...third, new: "9" }) }), ["broken", "gap 4"]],
    ["an event hashed anew without its number, and the next taken out", [first, second, numberless, fifth], ["broken", "misnumbered 3", "gap 4 (2)"]],
    // Honest about what it cannot show: for this the code of the end is registered elsewhere.
    ["the last events taken off",                   five.slice(0, 3),                                         ["whole"]],
  ],
  )("%s", (_, events, expected) => expect(chainFaults(events)).toEqual(expected));

  test("every event but the last can be taken out of any chain, and it shows", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.nat(), (count, pick) => {
        const events = chained(...Array.from({ length: count }, (_, n) => event(n)));
        const at = pick % (count - 1);
        expect(readChain(events.filter((_, n) => n !== at)).state).toBe("broken");
      }),
    );
  });

  test("an event is hashed by its form under RFC 8785", () => {
    fc.assert(
      fc.property(documents, ({ events = [] }) => {
        for (const each of events) {
          const { hash: _own, ...rest } = each;
          expect(payloadOf(each)).toBe(canonicalize(rest));
        }
      }),
      runs(40),
    );
  });
});

describe("two people in copies of one file", () => {
  const start = five.slice(0, 3);
  const [ours, theirs] = [added(start, event(11), event(12)), added(start, event(21, "OD"))];
  const join: JournalEvent = { type: "joined", time: "2026-03-10T08:00", by: "EA" };

  test("nobody's events are lost, and the chain is whole", () => {
    const both = joinedEvents(ours, theirs, join);
    if (!Array.isArray(both)) throw new Error("not joined");
    expect(both.map(({ number, by, type }) => `${number ?? ""} ${type} ${by}`)).toEqual([
      "1 score EA",
      "2 score EA",
      "3 score EA",
      "4 score EA",
      "5 score EA",
      "4 score OD",
      "6 joined EA",
    ]);
    expect(chainFaults(both as JournalEvent[])).toEqual(["whole"]);
    // Both codes that were printed before are still in the file.
    for (const end of [headOf({ events: ours }), headOf({ events: theirs })])
      expect((both as JournalEvent[]).map(({ hash }) => hash)).toContain(end);
  });

  test("what a code binds: its own branch, and both of them after the joint", () => {
    const both = joinedEvents(ours, theirs, join) as JournalEvent[];
    const bound = (events: readonly JournalEvent[], head = headOf({ events: [...events] }) ?? "") =>
      [...boundBy(both, head)]
        .map((position) => position + 1)
        .sort()
        .join(" ");
    expect([bound(start), bound(ours), bound(theirs), bound(both), bound(both, "0")]).toEqual([
      "1 2 3",
      "1 2 3 4 5",
      "1 2 3 6",
      "1 2 3 4 5 6 7",
      "",
    ]);
  });

  test("work goes on after the joint, and an event cannot be taken out on either side of it", () => {
    const both = joinedEvents(ours, theirs, join) as JournalEvent[];
    const on = added(both, event(30));
    expect(chainFaults(on)).toEqual(["whole"]);
    for (const at of [3, 4, 5])
      expect(readChain(on.filter((_, n) => n !== at)).state).toBe("broken");
  });

  test.each<[string, readonly JournalEvent[], readonly JournalEvent[], unknown]>(
    // prettier-ignore
    [
    ["the copy has nothing new",          ours,  start,  undefined],
    ["the copy only went further",        start, theirs, "1 2 3 4"],
    ["another file",                      ours,  other,  "unrelated"],
  ],
  )("%s", (_, mine, copy, expected) => {
    const both = joinedEvents(mine, copy, join);
    expect(
      both === undefined || both === "unrelated"
        ? both
        : both.map(({ number }) => number).join(" "),
    ).toEqual(expected);
  });
});

describe("what is bound", () => {
  test("a journal from before the chain is bound whole when something is next recorded", () => {
    expect(
      chainFaults(
        appendToChain(
          { events: [event(1), event(2)] },
          { ...plain, events: [event(1), event(2), event(3)] },
        ).events ?? [],
      ),
    ).toEqual(["whole"]);
  });
  test("an event written in by hand is not made good by the next act", () => {
    const tampered = [...five, event(6)];
    expect(chainFaults(added(tampered, event(7)))).toEqual(["broken", "unbound 6"]);
  });
});

describe("the short code", () => {
  const print = "0123456789abcdef".repeat(4);
  test("is the first 120 bits in Crockford's letters", () =>
    expect(shortCode(print)).toBe("04HM-ASW9-NF6Y-Y093-8NKR-KAYD"));
  test.each(
    // prettier-ignore
    [
    ["as printed",                 "04HM-ASW9-NF6Y-Y093-8NKR-KAYD", true],
    ["in small letters, spaces",   "04hm asw9 nf6y y093 8nkr kayd", true],
    ["O typed for 0",              "O4HM-ASW9-NF6Y-YO93-8NKR-KAYD", true],
    ["the fingerprint's beginning", "0123456789abcdef",             true],
    ["too short a beginning",      "01234567",                      false],
    ["another code",               "14HM-ASW9-NF6Y-Y093-8NKR-KAYD", false],
    ["nothing",                    "",                              false],
  ],
  )("%s", (_, typed, expected) => expect(isCodeOf(typed, print)).toBe(expected));
});
