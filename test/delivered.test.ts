/**
 * What is delivered beside the product's own code: the licence of every library that the builds
 * contain, and no address but Microsoft's that a page could load anything from.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import about from "../package.json";

const dist = join(__dirname, "..", "dist");
const pane = join(dist, "pane");
const textOf = (...path: string[]) => readFileSync(join(...path), "utf8");

test("each build has the licence text of every library in it", () => {
  const named = (folder: string) =>
    textOf(folder, "licences.txt")
      .split(`\n${"-".repeat(80)}\n\n`)
      .map((each) => [/^(\S+) \S+ \(/.exec(each)?.[1] ?? each, each.length > 500] as const);
  const [program, page] = [named(dist), named(pane)];
  // These are published with the name of their licence and without its text.
  const nameOnly = ["@ironcalc/wasm", "brotli", "dfa", "fontkit"];
  const lacking = program.filter(([name, hasText]) => !hasText && !nameOnly.includes(name));
  expect(lacking).toEqual([]);
  // The command line has all that the package depends on.
  const names = new Set(program.map(([name]) => name));
  expect(Object.keys(about.dependencies).filter((name) => !names.has(name))).toEqual([]);
  expect(page.map(([name]) => name)).toEqual(
    expect.arrayContaining(["@ironcalc/wasm", "docx", "hucre", "zod"]),
  );
});

test("no page names an address of others but office.js", () => {
  const loaded = readdirSync(pane)
    .filter((file) => file.endsWith(".html"))
    .flatMap((file) =>
      [...textOf(pane, file).matchAll(/<(?:script|link|img|iframe)[^>]+(?:src|href)="?([^" >]+)/g)]
        .map(([, address]) => `${file} ${address ?? ""}`)
        .filter((each) => / (?:\w+:|\/\/)/.test(each)),
    );
  expect(loaded).toEqual([
    "taskpane.html https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  ]);
});

test("what stands in the pane's code as an address is a name in a file format, or a library's help", () => {
  // Names of XML, JSON and PDF formats, and the page to which docx refers in a message of its own.
  const names = [
    "answers.microsoft.com",
    "json-schema.org",
    "ns.adobe.com",
    "purl.oclc.org",
    "purl.org",
    "schemas.microsoft.com",
    "schemas.openxmlformats.org",
    "tools.ietf.org",
    "www.aiim.org",
    "www.w3.org",
    "www.wps.cn",
  ];
  const hosts = readdirSync(pane)
    .filter((file) => file.endsWith(".js"))
    .flatMap((file) => [...textOf(pane, file).matchAll(/https?:\/\/([\w.-]+\.\w+)/g)])
    .map(([, host]) => host);
  expect([...new Set(hosts)].filter((host) => !names.includes(host ?? ""))).toEqual([]);
});
