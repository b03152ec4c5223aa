/** The house's rules about its own files, and that the rules on imports bite. */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

const root = join(__dirname, "..");
const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) =>
    statSync(join(folder, name)).isDirectory() ? files(join(folder, name)) : [join(folder, name)],
  );
const ours = ["src", "test", "examples", "bench", "fuzz", "assets", "scripts"]
  .flatMap((folder) => files(join(root, folder)))
  .filter((name) => name.endsWith(".ts"));

describe.each(ours.map((name) => [relative(root, name), readFileSync(name, "utf8")] as const))(
  "%s",
  (name, text) => {
    test("opens with what it is", () => expect(text).toMatch(/^(#!.*\n)?\/\*\*/));
    test("has nothing left to do and nothing put aside", () => {
      if (name !== join("test", "house.test.ts"))
        expect(text).not.toMatch(/TODO|FIXME|XXX|eslint-disable|@ts-(ignore|expect-error)/);
    });
    test("is no barrel and no drawer", () =>
      expect(name).not.toMatch(/(index|utils?|helpers?|common)\.ts$/));
    if (name.startsWith("src/core"))
      test("uses no clock, chance or float", () =>
        expect(text).not.toMatch(/\bDate\b|Math\.random|parseFloat|\basync\b/));
    if (name.startsWith("src/") && !/src.words.(sv|en)./.test(name))
      test("leaves Swedish words to the word lists", () =>
        expect(
          text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "").replace(/ÅÄÖåäö|"(SANT|FALSKT)"/g, ""),
        ).not.toMatch(/[åäöÅÄÖ]/));
  },
);

/** Breaking each rule on purpose, in a copy: a file in the room, and what it must not import. */
// prettier-ignore
const broken = [
  ["core",     "../words/sv/words",       "core-imports-nothing-outside"],
  ["core",     "fflate",                  "core-knows-one-library"],
  ["sheet",    "decimal.js",              "numbers-are-exact"],
  ["journal",  "../scoring/flags",        "journal-knows-core-only"],
  ["words",    "../sheet/layout",         "words-and-content-know-core-only"],
  ["content",  "../words/../report/result", "words-and-content-know-core-only"],
  ["sheet",    "../lab/lint",             "sheet-keeps-to-itself"],
  ["report",   "../sheet/layout",         "report-keeps-to-itself"],
  ["exchange", "../report/result",        "exchange-keeps-to-itself"],
  ["lab",      "../sheet/layout",         "lab-keeps-to-itself"],
  ["scoring",  "../procedure/acts/act",   "scoring-keeps-to-itself"],
  ["procedure", "../report/result",       "procedure-keeps-to-itself"],
  ["render",   "../report/checklist",     "render-keeps-to-itself"],
  ["report",   "../host/memory-workbook", "rooms-know-no-host"],
  ["case",     "../host/memory-workbook", "rooms-know-no-host"],
  ["host",     "../sheet/read",           "hosts-know-the-port"],
  ["host",     "../cli/main",             "nothing-imports-a-door"],
  ["lab",      "../cli/laboratory",       "nothing-imports-a-door"],
  ["cli",      "../taskpane/rpc",         "doors-do-not-meet"],
  ["journal",  "../app/verify",           "only-doors-know-the-journey"],
  ["lab",      "../case/case-service",    "only-doors-know-the-journey"],
  ["app",      "../case/case-service",    "app-knows-no-case"],
  ["taskpane", "../core/evaluate",        "the-pane-shows-answers"],
  ["taskpane/views", "../../host/excel/workbook", "views-keep-to-the-pane"],
  ["report",   "hucre/xlsx",              "hucre-and-ironcalc-behind-the-port"],
  ["journal",  "pkijs",                   "signatures-are-read-in-one-folder"],
  ["lab",      "./random-words",          "draws-come-from-one-place"],
  ["lab",      "pure-rand/generator/xoroshiro128plus", "draws-come-from-one-place"],
  ["host",     "../../test/small",        "no-test-in-the-product"],
] as const;

/** Docstrings show a place in back-ticks; code must not make one so. */
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, "");
const madeByHand =
  /[`"](?:bids|criteria|requirements|priceItems|evaluators|events|clarifications|lowBids|lotteries|adjustments|requests)\[/;

test.each([
  ["const where = `bids[${id}].price`;", true],
  ["// such as bids[A].price", false],
  ["const where = priceAt(id);", false],
])("%s is a place made by hand: %s", (line, isByHand) =>
  expect(madeByHand.test(line)).toBe(isByHand),
);

test("places are made in core/place alone, so that the compiler knows their keys", () => {
  const found = ours
    .filter((name) => /^src\/(?!core\/place|words\/)/.test(relative(root, name)))
    .filter((name) => madeByHand.test(withoutComments(readFileSync(name, "utf8"))));
  expect(found).toEqual([]);
});

test("the rules on imports bite", () => {
  const copy = mkdtempSync(join(tmpdir(), "mervarde-house-"));
  try {
    for (const name of ["src", "test", "package.json", "tsconfig.json", ".dependency-cruiser.cjs"])
      cpSync(join(root, name), join(copy, name), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
    for (const [n, [room, target]] of broken.entries())
      writeFileSync(join(copy, "src", room, `broken${n}.ts`), `import "${target}";`);
    const { stdout } = spawnSync(
      process.execPath,
      [
        join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs"),
        "src",
        "--config",
        ".dependency-cruiser.cjs",
        "--output-type",
        "json",
      ],
      { cwd: copy, encoding: "utf8", maxBuffer: 256e6 },
    );
    const { summary } = JSON.parse(stdout) as {
      summary: { violations: { from: string; rule: { name: string } }[] };
    };
    const found = broken.map(([room, target], n) => [
      room,
      target,
      summary.violations
        .filter(({ from }) => from === `src/${room}/broken${n}.ts`)
        .map(({ rule }) => rule.name),
    ]);
    expect(found).toEqual(
      broken.map(([room, target, rule]): unknown[] => [
        room,
        target,
        expect.arrayContaining([rule]),
      ]),
    );
  } finally {
    rmSync(copy, { recursive: true });
  }
});

test("every rule says why", () => {
  const config = readFileSync(join(root, ".dependency-cruiser.cjs"), "utf8");
  const [names, reasons] = [
    config.match(/name: /g)?.length,
    config.match(/comment:\s*"so that /g)?.length,
  ];
  expect(reasons).toBe(names);
});

test("every version is pinned, and every direct dependency has its reason in docs/dependencies.md", () => {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  const all = { ...manifest.dependencies, ...manifest.devDependencies };
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  const reasons = readFileSync(join(root, "docs/dependencies.md"), "utf8");
  expect(Object.keys(all).filter((name) => !reasons.includes(`\`${name}\``))).toEqual([]);
});
