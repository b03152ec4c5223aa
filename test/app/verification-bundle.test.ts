/**
 * The bundle: whole, truncated, changed, from a newer program; verified by the program, and as the
 * program makes it by the one in Python. What that one finds is in python-verifier.test.ts.
 */
import { assessWorkbook } from "../../src/app/assess";
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import { makeBundle, readBundle } from "../../src/app/verification-bundle";
import { parseDocument } from "../../src/core/document/parse";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { verifyAssessed } from "../../src/app/verify";
import { hasPython, verifyInPython } from "../bundles";
import type { Json } from "../bundles";
import { calculator } from "../calculator";
import { circumstances, worked } from "../sealed";

const bundleOf = async (isRedacted = false, document = worked): Promise<Json> => {
  const found = await evaluateWorkbook(new MemoryWorkbook(writeWorkbook(document, sv)), {
    ...circumstances,
    getsResultSheets: false,
  });
  if (!found.document) throw new Error("unreadable");
  return JSON.parse(
    JSON.stringify(
      makeBundle(
        found,
        { madeWith: circumstances.version, made: "2026-03-24T10:00:00Z", isRedacted },
        sv,
      ),
    ),
  ) as Json;
};

/** What the program says of a bundle: the questions that do not hold, or what it is not. */
const verdict = async (value: unknown): Promise<string[]> => {
  const read = readBundle(value);
  if (!read) return ["no bundle"];
  if (read.problem) return [read.problem.code];
  const parsed = parseDocument(read.document);
  if (!parsed.document) return ["no document"];
  const assessed = assessWorkbook(
    await new MemoryWorkbook(writeWorkbook(parsed.document, sv)).read(),
    sv,
    [sv, en],
  );
  if (!assessed.document) return ["unreadable"];
  const { holds, checks } = await verifyAssessed(assessed, undefined, {
    version: circumstances.version,
    words: sv,
    all: [sv, en],
    calculator,
    bundle: read.bundle,
  });
  return [
    holds ? "holds" : "does not hold",
    ...checks
      .filter(({ state }) => state !== "holds" && state !== "aside")
      .flatMap(({ name, state, findings }) => [
        `${name} ${state}`,
        ...findings.map(({ code, where }) => `${code} ${where}`),
      ]),
  ];
};

const at = (value: Json, path: readonly (string | number)[]): Json =>
  path.reduce<Json>((inner, key) => (inner as { [key: string | number]: Json })[key] ?? {}, value);
const changed = (value: Json, path: readonly (string | number)[], to: unknown): Json => {
  const copy = structuredClone(value);
  at(copy, path.slice(0, -1))[path.at(-1) ?? ""] = to;
  return copy;
};

test("a whole bundle holds, by both programs", async () => {
  const bundle = await bundleOf();
  expect(await verdict(bundle)).toEqual(["holds"]);
  if (hasPython)
    expect(verifyInPython([bundle])).toMatchObject([
      {
        exit: 3,
        differs: [],
        unchecked: [expect.stringContaining("no event records an evaluation")],
      },
    ]);
});

describe("a bundle that was changed", () => {
  test.each<[string, (bundle: Json) => Json, string[]]>(
    // prettier-ignore
    [
    ["a price",                 (value) => changed(value, ["document", "bids", 0, "price"], "9000"),                                        ["bundle-hash-differs hashes.document", "bundle-result-differs result"]],
    ["a result",                (value) => changed(value, ["result", "bids", 0, "result"], "1.00"),                                         ["bundle-hash-differs hashes.result", "bundle-result-differs result"]],
    ["a rank",                  (value) => changed(value, ["result", "bids", 0, "rank"], 2),                                                ["bundle-result-differs result"]],
    ["a step",                  (value) => changed(value, ["computation", 5, "value"], "77"),                                               ["bundle-computation-differs computation"]],
    ["an event's reason",       (value) => changed(value, ["events", 2, "rationale"], "något annat"),                                       ["trail-event-changed events[2].type"]],
    ["an event taken out",      (value) => ({ ...value, events: (value["events"] as Json[]).filter((_, n) => n !== 2) }),                   ["trail-gap events[2].type"]],
    ["the last event taken out", (value) => ({ ...value, events: (value["events"] as Json[]).slice(0, -1) }),                               ["bundle-hash-differs hashes.head"]],
    ["what was published",      (value) => changed(value, ["document", "published", 0, "content"], "{}"),                                   ["verify-published-not-kept published"]],
  ],
  )("%s", async (_, change, expected) => {
    const tampered = change(await bundleOf());
    expect(await verdict(tampered)).toEqual(expect.arrayContaining(["does not hold", ...expected]));
  });
});

describe("what is no whole bundle is told apart", () => {
  test.each<[string, (bundle: Json) => unknown, string[]]>(
    // prettier-ignore
    [
    ["a newer format",      (value) => ({ ...value, format: "mervarde-bundle/2" }),                        ["bundle-newer"]],
    ["no events",           ({ events: _events, ...value }) => value,                                      ["bundle-incomplete"]],
    ["no hashes",           ({ hashes: _hashes, ...value }) => value,                                      ["bundle-incomplete"]],
    ["a document",          ({ document }) => document,                                                    ["no bundle"]],
    ["nothing of ours",     () => ({ format: "x" }),                                                       ["no bundle"]],
    ["a document cut off",  (value) => ({ ...value, document: { format: "mervarde/1" } }),                 ["no document"]],
  ],
  )("%s", async (_, change, expected) =>
    expect(await verdict(change(await bundleOf()))).toEqual(expected),
  );
});

test("a redacted bundle is never said to hold: what was taken out cannot be verified", async () => {
  const bundle = await bundleOf(true, {
    ...worked,
    confidential: [{ bid: "A", subject: "criterion", of: "M1" }],
  });
  expect(await verdict(bundle)).toEqual([
    "does not hold",
    "bundle unknown",
    "bundle-redacted redacted",
  ]);
  expect(JSON.stringify(bundle)).not.toContain("Utfästelse i anbudet från A.");
  if (hasPython) expect(verifyInPython([bundle])).toMatchObject([{ exit: 3, differs: [] }]);
});
