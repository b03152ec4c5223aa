/** The house's rules about its own files, and that the rules on imports bite. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

const root = join(__dirname, "..");
const files = (folder: string): string[] => readdirSync(folder).flatMap((name) => (statSync(join(folder, name)).isDirectory() ? files(join(folder, name)) : [join(folder, name)]));
const ours = ["src", "test", "examples", "bench"].flatMap((folder) => files(join(root, folder))).filter((name) => name.endsWith(".ts"));

describe.each(ours.map((name) => [relative(root, name), readFileSync(name, "utf8")] as const))("%s", (name, text) => {
  test("opens with what it is", () => expect(text).toMatch(/^(#!.*\n)?\/\*\*/));
  test("has nothing left to do and nothing put aside", () => {
    if (name !== join("test", "house.test.ts")) expect(text).not.toMatch(/TODO|FIXME|XXX|eslint-disable|@ts-(ignore|expect-error)/);
  });
  test("is no barrel and no drawer", () => expect(name).not.toMatch(/(index|utils?|helpers?|common)\.ts$/));
  if (name.startsWith("src/core")) test("uses no clock, chance or float", () => expect(text).not.toMatch(/\bDate\b|Math\.random|parseFloat|\basync\b/));
  if (name.startsWith("src/") && !/src\/(sv|en)\.ts/.test(name)) test("leaves Swedish words to sv.ts", () => expect(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "").replace(/ÅÄÖåäö|"(SANT|FALSKT)"/g, "")).not.toMatch(/[åäöÅÄÖ]/));
});

/** Breaking a rule on purpose: a file in the room, and what it must not import. */
test.each([
  ["core",   'import "../sv";',                            "core-imports-nothing-outside"],
  ["core",   'import "fflate";',                           "core-knows-two-libraries"],
  ["sheet",  'import "decimal.js";',                       "decimals-live-in-number"],
  ["sheet",  'import "../trail/fingerprint";',             "sheet-keeps-to-itself"],
  ["report", 'import "../host/memory";',                   "rooms-know-no-host"],
  ["host",   'import "../sheet/read";',                    "hosts-know-the-port"],
  ["trail",  'import "../app";',                           "only-doors-know-the-journey"],
  ["report", 'import "hucre/xlsx";',                       "hucre-and-ironcalc-behind-the-port"],
  ["host",   'import "../../test/small";',                 "no-test-in-the-product"],
])("%s may not: %s", (room, line, rule) => {
  const folder = mkdtempSync(join(root, "src", room, "broken-"));
  try {
    writeFileSync(join(folder, "broken.ts"), line.replace('"../', '"../../'));
    const { stdout, status } = spawnSync("npx", ["depcruise", relative(root, folder), "--config", ".dependency-cruiser.cjs", "--output-type", "json"], { cwd: root, encoding: "utf8", maxBuffer: 64e6 });
    const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
    expect(summary.violations.map((each) => each.rule.name)).toContain(rule);
    expect(status).toBeGreaterThan(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 30_000);

test("every rule says why", () => {
  const config = readFileSync(join(root, ".dependency-cruiser.cjs"), "utf8");
  const [names, reasons] = [config.match(/name: /g)?.length, config.match(/comment: "so that /g)?.length];
  expect(reasons).toBe(names);
});

test("every version is pinned, and every direct dependency has its because in README", () => {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { dependencies: Record<string, string>; devDependencies: Record<string, string> };
  const all = { ...manifest.dependencies, ...manifest.devDependencies };
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  const readme = readFileSync(join(root, "README.md"), "utf8");
  expect(Object.keys(all).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
