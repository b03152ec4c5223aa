/**
 * A value that is read again is put together of the objects of the last one, wherever they say the same:
 * it says what it said, key by key in its own order, and only what has changed is new.
 */
import fc from "fast-check";
import { withSameParts } from "../../src/core/same-parts";

const before = {
  title: "Vårdsystem",
  bids: [
    { id: "A", scores: { K1: { value: "3" } }, answers: { S1: { verdict: "met" } } },
    { id: "B", scores: { K1: { value: "4" } }, answers: { S1: { verdict: "met" } } },
  ],
};

test("what says the same in whole is the earlier value", () =>
  expect(withSameParts(before, structuredClone(before))).toBe(before));

test("of one changed score the other bid and the answers are the earlier objects", () => {
  const now = structuredClone(before);
  const [, b] = now.bids;
  if (!b) throw new Error("no bid");
  b.scores.K1.value = "5";
  const shared = withSameParts(before, now);
  expect(shared).toEqual(now);
  expect(shared.bids[0]).toBe(before.bids[0]);
  expect(shared.bids[1]?.answers).toBe(before.bids[1]?.answers);
  expect(shared.bids[1]?.scores).not.toBe(before.bids[1]?.scores);
});

test("keys in another order, keys that are gone and what only looks alike are new", () => {
  const same = (one: object, other: object) => withSameParts(one, other) === one;
  expect(same({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(false);
  expect(same({ a: 1, b: 2 }, { a: 1 })).toBe(false);
  expect(same({ a: 1 }, { a: 1, b: undefined })).toBe(false);
  expect(same({ a: 1 }, { a: "1" })).toBe(false);
  expect(same({ a: [] }, { a: {} })).toBe(false);
  expect(same([1, 2], [1])).toBe(false);
  expect(same({ constructor: Object }, {})).toBe(false);
});

test("an object that carries something along under a symbol is never the earlier one", () => {
  const unread = Symbol("unread");
  const kept = withSameParts({ [unread]: "100", list: [1] }, { [unread]: "200", list: [1] });
  expect(kept[unread]).toBe("200");
});

test("whatever the two values are, the one that is given says what the new one says", () => {
  const plain = fc.jsonValue({ maxDepth: 4 });
  fc.assert(
    fc.property(plain, plain, (one, other) => {
      for (const [earlier, now] of [
        [one, other],
        [
          { one, other },
          { one: other, other },
        ],
        [
          [one, other],
          [other, other, one],
        ],
      ]) {
        const [text, given] = [JSON.stringify(now), JSON.stringify(earlier)];
        expect(JSON.stringify(withSameParts(earlier, now))).toBe(text);
        expect([JSON.stringify(now), JSON.stringify(earlier)]).toEqual([text, given]);
      }
    }),
  );
});
