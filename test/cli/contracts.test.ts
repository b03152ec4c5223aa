/**
 * The commands about an award, where each authority has a contract of its own: one section for each, the
 * chosen one alone, or which one has to be chosen.
 */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pages } from "../pages";
import { runProgram as run } from "./run-program";

let folder = "";
const file = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "contracts-"));
  const page = pages().find(({ contracts }) => contracts.length > 0);
  writeFileSync(file("avtal.json"), JSON.stringify(page?.document));
});
afterAll(() => rmSync(folder, { recursive: true }));

const headings = (out: string) => [...out.matchAll(/^Kontrakt: .*\((.*)\)$/gm)].map(([, id]) => id);
const every = ["GR", "LI", "ST", "EK", "NO"];

test.each([
  ["dates", 0],
  ["checklist", 1],
])("%s: a section for each contract, and one alone without a heading", async (command, code) => {
  const all = await run(command, file("avtal.json"));
  expect([all.code, headings(all.out), all.err]).toEqual([code, every, ""]);
  const one = await run(command, file("avtal.json"), "--authority", "ST");
  expect([one.code, headings(one.out)]).toEqual([code, []]);
  // What stands under a heading is what stands alone.
  const [title = ""] = one.out.split("\n");
  expect(all.out.split("\n").filter((line) => line === title)).toHaveLength(every.length);
  const told = JSON.parse((await run(command, file("avtal.json"), "--json")).out) as {
    authority: string;
    rows: object[];
  }[];
  expect(told.map(({ authority }) => authority)).toEqual(every);
  const alone = await run(command, file("avtal.json"), "--authority", "ST", "--json");
  expect(told[2]?.rows).toEqual(JSON.parse(alone.out));
});

test("the report of all contracts comes with the appendices of each", async () => {
  const asked = ["--to", file("rapport.html"), "--appendices", file("bilagor"), "--with-blanks"];
  expect(await run("protocol", file("avtal.json"), ...asked)).toMatchObject({ code: 0 });
  const names = readdirSync(file("bilagor"));
  const numbers = [1, 2, 3, 4, 5];
  expect(names.sort()).toEqual(
    every.flatMap((id) => numbers.map((n) => `bilaga-${id}-${n}.html`)).sort(),
  );
});

test.each([["review"], ["export", "--to", "meddelande.json", "--as", "eforms"]])(
  "%s is about one contract, and says which there are",
  async (command, ...options) => {
    const { code, err } = await run(
      command,
      file("avtal.json"),
      ...options.map((option) => (option.endsWith(".json") ? file(option) : option)),
    );
    expect([code, err]).toEqual([
      2,
      expect.stringContaining("Välj ett med --authority: GR, LI, ST, EK, NO."),
    ]);
  },
);
