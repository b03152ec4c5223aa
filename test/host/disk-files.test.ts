/**
 * What stands on the disk after a write that was met by another: a name that is taken, a second run,
 * a run that was killed.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readText, writeText } from "../../src/host/disk-files";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "disk-"));
  file = join(folder, "resultat.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

const hourAgo = new Date(Date.now() - 3_600_000);
const aside = () => join(folder, ".resultat.json.mervarde-tmp");

/** Puts a file there as another program would. */
function put(path: string, text: string, when?: Date): void {
  writeFileSync(path, text);
  if (when) utimesSync(path, when, when);
}

/** "written", or the code of the failure. */
async function outcome(write: Promise<void>): Promise<string> {
  return write.then(
    () => "written",
    (error: unknown) => (error as { code: string }).code,
  );
}

// prettier-ignore
test.each<[string, () => void, "new" | "replaced", string, string]>([
  // what stands there before                 written as   the outcome                the file afterwards
  ["nothing",                () => undefined,                              "new",      "written",                "efter"],
  ["nothing",                () => undefined,                              "replaced", "written",                "efter"],
  ["an older file",          () => { put(file, "före", hourAgo); },        "new",      "file-exists",            "före"],
  ["an older file",          () => { put(file, "före", hourAgo); },        "replaced", "written",                "efter"],
  ["a file of this moment",  () => { put(file, "annans"); },               "replaced", "file-written-meanwhile", "annans"],
  ["another run's beginning", () => { put(file, "före", hourAgo); put(aside(), "hal"); }, "replaced", "file-being-written", "före"],
  ["a killed run's rest",    () => { put(aside(), "hal", hourAgo); },      "new",      "written",                "efter"],
  ["Excel's lock",           () => { put(file, "före", hourAgo); put(join(folder, "~$resultat.json"), ""); }, "replaced", "file-open-elsewhere", "före"],
])("%s", async (_, before, onto, expected, after) => {
  before();
  expect(await outcome(writeText(file, "efter", onto))).toBe(expected);
  expect(readFileSync(file, "utf8")).toBe(after);
});

test("nothing is left beside the file, whether it was written or not", async () => {
  await writeText(file, "första");
  await outcome(writeText(file, "andra"));
  expect(readdirSync(folder)).toEqual(["resultat.json"]);
});

test("of ten at once one is written, whole, and the nine others say why not", async () => {
  const texts = Array.from({ length: 10 }, (_, at) => `${at} `.repeat(100_000));
  const outcomes = await Promise.all(texts.map((text) => outcome(writeText(file, text))));
  const [winner] = outcomes.flatMap((each, at) => (each === "written" ? [at] : []));
  expect(outcomes.filter((each) => each === "written")).toHaveLength(1);
  expect(
    outcomes.filter((each) => each === "file-being-written" || each === "file-exists"),
  ).toHaveLength(9);
  expect(await readText(file)).toBe(texts[winner ?? -1]);
});

test("a run may write its own file again", async () => {
  await writeText(file, "första", "replaced");
  await writeText(file, "andra", "replaced");
  expect(await readText(file)).toBe("andra");
});
