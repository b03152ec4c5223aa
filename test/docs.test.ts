/**
 * The documentation is true: every command, option, script, file and link that README, CONTRIBUTING
 * and docs name exists. It judges no sentence about what they do.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { acts } from "../src/words/sv/acts";
import { pane } from "../src/words/sv/pane";
import { runProgram } from "./cli/run-program";

const root = join(__dirname, "..");
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  ...["docs", "docs/reference"].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith(".md"))
      .map((name) => `${folder}/${name}`),
  ),
];
const textOf = (page: string) => readFileSync(join(root, page), "utf8");
const help = async (...command: readonly string[]) =>
  (await runProgram("--lang", "en", ...command, "--help")).out;
let commands: readonly string[] = [];
beforeAll(async () => {
  const listed = (await help()).matchAll(/^ {2}([a-z][a-z-]+) (?:\[options\]|<)/gm);
  commands = [...listed].map(([, name = ""]) => name);
});
/** The inside of every `code span` and of every line of a fenced block. */
const codeIn = (text: string): string[] => [
  ...[...text.matchAll(/```\w*\n([\s\S]*?)```/g)].flatMap(([, block = ""]) => block.split("\n")),
  ...[...text.replace(/```[\s\S]*?```/g, "").matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code),
];

test("README is one screen of at most 8 kB", () =>
  expect(statSync(join(root, "README.md")).size).toBeLessThanOrEqual(8000));

test("docs/reference/commands.md has every command, and only commands that exist", () => {
  const text = textOf("docs/reference/commands.md");
  const rows = [...text.matchAll(/^\| (`.*?) \| /gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([a-z][a-z-]+)/g)].map(([, name = ""]) => name),
  );
  expect(commands.length).toBeGreaterThan(25);
  expect([...rows].sort()).toEqual([...commands].sort());
});

test("every button, field and step that the user's handbook names in bold is one of the pane's", () => {
  const texts = (value: unknown): string[] =>
    typeof value === "string"
      ? [value]
      : typeof value === "object" && value !== null
        ? Object.values(value).flatMap(texts)
        : [];
  const known = new Set(texts([pane, acts]));
  const named = [...textOf("docs/anvandarhandbok.md").matchAll(/\*\*([^*]+)\*\*/g)]
    .map(([, name = ""]) => name)
    .filter((name) => name.length > 1 && !name.endsWith("."));
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});

test("every option beside a command is an option of that command", async () => {
  const used = new Map<string, Set<string>>();
  for (const page of pages)
    for (const code of codeIn(textOf(page))) {
      const [, name = "", rest = ""] =
        /^(?:mervarde |npm run -s mervarde -- |node dist\/cli\.cjs )?([a-z][a-z-]+)\b(.*)$/.exec(
          code,
        ) ?? [];
      if (!commands.includes(name)) continue;
      for (const [option] of rest.matchAll(/--[a-z][a-z-]*/g))
        used.set(name, (used.get(name) ?? new Set()).add(option));
    }
  const missing: string[] = [];
  for (const [name, options] of used) {
    const text = await help(name);
    for (const option of options) if (!text.includes(option)) missing.push(`${name} ${option}`);
  }
  expect(used.size).toBeGreaterThan(15);
  expect(missing).toEqual([]);
});

describe.each(pages)("%s", (page) => {
  const text = textOf(page);

  test("names scripts that package.json has", () => {
    const { scripts } = JSON.parse(textOf("package.json")) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/`npm run (?:-s )?([a-z:]+)/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test("names files and folders that exist", () => {
    const named = codeIn(text)
      .flatMap(
        (code) => code.match(/(?:src|test|docs|examples|scripts|assets|bench)\/[\w./-]+/g) ?? [],
      )
      .map((name) => name.replace(/[./]+$/, ""));
    expect(named.filter((name) => !existsSync(join(root, name)))).toEqual([]);
  });

  test("links to pages that exist", () => {
    const links = [...text.matchAll(/\]\(([^)#]+)\)|src="([^"]+)"/g)]
      .map(([, a, b]) => a ?? b ?? "")
      .filter((link) => !/^https?:/.test(link));
    expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
  });
});
