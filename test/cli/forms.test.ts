/**
 * Bidders' forms on the command line: many files at once, some of them broken, and a form that another
 * program has saved. Real files, read from their own bytes.
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { handedIn, licences, well } from "../filled-forms";
import { runProgram as run } from "./run-program";

let folder = "";
const file = (name: string) => join(folder, name);
const good = Array.from({ length: 8 }, (_, n) => `anbud-${n + 1}.xlsx`);
/** Alfa AB's form: 350 000 and the text "22 500,50", opened and saved as .xlsx in LibreOffice 7.4. */
const fromLibreOffice = "form-saved-by-libreoffice.xlsx";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "forms-"));
  writeFileSync(file("case.json"), JSON.stringify({ ...licences, bids: [] }));
  for (const [n, name] of good.entries()) {
    const prices = [{ value: 1000 + n }, { value: 20.5 }];
    const form = await handedIn(name, well(`Bolaget ${n + 1} AB`, `55700${n}-0001`, ...prices));
    writeFileSync(file(name), form.bytes);
  }
  cpSync(join(__dirname, fromLibreOffice), file(fromLibreOffice));
  const { bytes } = await handedIn("x.xlsx", []);
  writeFileSync(file("avhuggen.xlsx"), bytes.subarray(0, 3000));
  writeFileSync(file("gammal.xlsx"), Buffer.from("d0cf11e0a1b11ae1", "hex"));
  writeFileSync(file("kalkyl.ods"), "PK");
});
afterAll(() => rmSync(folder, { recursive: true }));

const taken = ["--into", "case.json", "--out", "inläst.json", "--by", "Eva Ek", "--yes"];
const inFolder = (args: readonly string[]) =>
  args.map((arg) => (/\.(?:xlsx|ods|json)$/.test(arg) ? file(arg) : arg));

test("of twelve forms three are broken: the sound ones are shown, the others named, and nothing is taken", async () => {
  const names = ["avhuggen.xlsx", ...good, "gammal.xlsx", fromLibreOffice, "kalkyl.ods"];
  const { code, out, err } = await run("import", ...inFolder([...names, ...taken]));
  expect([code, existsSync(file("inläst.json"))]).toEqual([1, false]);
  // Each sound form has a row among what was read and one among what would be taken.
  const rowsOf = (name: string) => out.match(new RegExp(`${name} {2,}`, "g"))?.length;
  expect([...good, fromLibreOffice].map((name) => [name, rowsOf(name)])).toEqual(
    [...good, fromLibreOffice].map((name) => [name, 2]),
  );
  expect(err.replaceAll(`${folder}/`, "").trim().split("\n")).toEqual([
    "Filen avhuggen.xlsx är ofullständig eller skadad. Hämta den på nytt.",
    "Filen gammal.xlsx är lösenordsskyddad eller i det gamla formatet .xls. Spara den som .xlsx utan lösenord.",
    "kalkyl.ods är varken .xlsx eller .json. Öppna den i ett kalkylprogram, spara den som Excel-arbetsbok (.xlsx) och försök igen.",
    "Inget är inläst. Åtgärda det som stoppar, eller ta bort de filerna ur kommandot, och försök igen.",
  ]);
});

test("the sound ones alone are taken together, that of LibreOffice with the others", async () => {
  const { code } = await run("import", ...inFolder([...good, fromLibreOffice, ...taken]));
  expect(code).toBe(0);
  const { bids } = JSON.parse(readFileSync(file("inläst.json"), "utf8")) as EvaluationDocument;
  expect(bids.map(({ bidder }) => bidder)).toEqual([
    ...good.map((_, n) => `Bolaget ${n + 1} AB`),
    "Alfa AB",
  ]);
  expect(bids.at(-1)).toMatchObject({
    organisationNumber: "556000-0001",
    prices: { P1: "350000.00", P2: "22500.50" },
    answers: { K1: { answer: "yes", reference: "s. 12" }, K2: { answer: "no" } },
  });
});

test("as JSON the broken files stand beside the checked ones", async () => {
  const { code, out } = await run(
    "check-forms",
    ...inFolder(["case.json", "avhuggen.xlsx", "anbud-1.xlsx"]),
    "--json",
  );
  const { forms, broken } = JSON.parse(out) as { forms: object[]; broken: { file: string }[] };
  expect([code, forms.length, broken.map(({ file: name }) => name)]).toEqual([
    1,
    1,
    [file("avhuggen.xlsx")],
  ]);
});
