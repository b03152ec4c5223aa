/**
 * The bundle: whole, truncated, changed, from a newer program; verified by the program and by the
 * one in Python.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assessWorkbook, evaluateWorkbook } from "../../src/app/evaluate-workbook";
import { makeBundle, readBundle } from "../../src/app/verification-bundle";
import { parseDocument } from "../../src/core/document/parse";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { verifyAssessed } from "../../src/app/verify";
import { calculator } from "../calculator";
import { circumstances, worked } from "../sealed";

type Json = { [key: string]: unknown };
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

const hasPython = spawnSync("python3", ["--version"]).status === 0;
const folder = mkdtempSync(join(tmpdir(), "bundle-"));
/** What the verifier in Python says: its exit code, and its faults. */
const python = (value: unknown): string[] => {
  const file = join(folder, "bundle.json");
  writeFileSync(file, JSON.stringify(value));
  const { status, stdout } = spawnSync(
    "python3",
    [join(__dirname, "..", "..", "examples", "verify.py"), file],
    { encoding: "utf8" },
  );
  return [
    String(status),
    ...stdout
      .split("\n")
      .slice(1)
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  ];
};

/** The same of a file that is no longer what a program of ours writes. */
const pythonOfText = (text: string): readonly [status: number | null, said: string] => {
  const file = join(folder, "text.json");
  writeFileSync(file, text);
  const { status, stdout } = spawnSync(
    "python3",
    [join(__dirname, "..", "..", "examples", "verify.py"), file],
    { encoding: "utf8" },
  );
  return [status, stdout.trim()];
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
  if (hasPython) expect(python(bundle)).toEqual(["0"]);
});

test("a key that stands twice is refused, whatever its two values are", async () => {
  const text = JSON.stringify(await bundleOf()).replace(
    '"price":"10000"',
    '"price":"1","price":"10000"',
  );
  if (hasPython)
    expect(pythonOfText(text)).toEqual([
      2,
      'the key "price" stands twice in one object, so the bundle can be read in two ways; make it anew',
    ]);
});

describe("a bundle that was changed", () => {
  test.each<[string, (bundle: Json) => Json, string[], RegExp | undefined]>(
    // prettier-ignore
    [
    ["a price",                 (value) => changed(value, ["document", "bids", 0, "price"], "9000"),                                        ["bundle-hash-differs hashes.document", "bundle-result-differs result"], /hash of the document/],
    ["a result",                (value) => changed(value, ["result", "bids", 0, "result"], "1.00"),                                         ["bundle-hash-differs hashes.result", "bundle-result-differs result"],  /hash of the result/],
    ["a rank",                  (value) => changed(value, ["result", "bids", 0, "rank"], 2),                                                ["bundle-result-differs result"],                                       /has rank 2/],
    ["a step",                  (value) => changed(value, ["computation", 5, "value"], "77"),                                               ["bundle-computation-differs computation"],                             /hash of the computation/],
    ["an event's reason",       (value) => changed(value, ["events", 2, "rationale"], "något annat"),                                       ["trail-event-changed events[2].type"],                                 /is not what was hashed/],
    ["an event taken out",      (value) => ({ ...value, events: (value["events"] as Json[]).filter((_, n) => n !== 2) }),                   ["trail-gap events[2].type"],                                           /does not follow/],
    ["the last event taken out", (value) => ({ ...value, events: (value["events"] as Json[]).slice(0, -1) }),                               ["bundle-hash-differs hashes.head"],                                    /does not end in the head/],
    ["what was published",      (value) => changed(value, ["document", "published", 0, "content"], "{}"),                                   ["verify-published-not-kept published"],                                /what was published/],
  ],
  )("%s", async (_, change, expected, said) => {
    const tampered = change(await bundleOf());
    expect(await verdict(tampered)).toEqual(expect.arrayContaining(["does not hold", ...expected]));
    if (hasPython && said)
      expect(python(tampered)).toEqual(expect.arrayContaining(["1", expect.stringMatching(said)]));
  });

  test("and every hash made anew: the arithmetic still shows it", async () => {
    const bundle = await bundleOf();
    const steps = bundle["computation"] as Json[];
    const sum = steps.findIndex(({ what }) => what === "result");
    const tampered = changed(bundle, ["computation", sum, "value"], "1");
    if (hasPython)
      expect(python(tampered)).toEqual(
        expect.arrayContaining([expect.stringMatching(/step \d+ \(result\): 1, computed/)]),
      );
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

  test("Python too knows only its own format", async () => {
    if (hasPython)
      expect(python({ ...(await bundleOf()), format: "mervarde-bundle/2" })[0]).toBe("2");
  });
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
  if (hasPython)
    expect(python(bundle)).toEqual(["0", "redacted: what was removed could not be verified"]);
});

test("the verifier in Python is one that someone can read", () => {
  expect(
    execFileSync("wc", ["-l", join(__dirname, "..", "..", "examples", "verify.py")], {
      encoding: "utf8",
    }),
  ).toMatch(/^\s*1[0-5]\d /);
});
