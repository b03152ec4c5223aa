/**
 * The award file from a terminal, start to end: sealed, evaluated, finalised, reviewed, decided,
 * verified, written; and wrong input.
 */
import { swedishDay } from "../../src/core/swedish-time";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { runProgram as run } from "../cli/run-program";
import { worked } from "../sealed";

const before = process.cwd();
let folder = "";
const file = (name: string) => join(folder, name);
const codes = async (...runs: readonly (readonly string[])[]) => {
  const ended: (number | null)[] = [];
  for (const args of runs) ended.push((await run(...args)).code);
  return ended;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "award-"));
  process.chdir(folder);
  writeFileSync(
    file("case.json"),
    JSON.stringify({
      ...worked,
      confidential: [{ bid: "A", subject: "criterion", of: "M1", reason: "Egen teknik." }],
    }),
  );
  expect(
    await codes(
      ["new", "case.xlsx", "--from", "case.json"],
      ["evaluate", "case.xlsx", "--out", "1.xlsx", "--by", "Eva Ek"],
    ),
  ).toEqual([0, 0]);
});
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

/** A decision is never dated before the evaluation that it rests on was finalised. */
const today = swedishDay(new Date().toISOString());

test("the road to a decision, each step a new file, and it holds at the end", async () => {
  expect(
    await codes(
      ["award", "1.xlsx", "--decided", "2026-03-24", "--by", "Eva Ek"],
      ["finalise", "1.xlsx", "--by", "Eva Ek", "--out", "2.xlsx"],
      ["finalise", "2.xlsx", "--by", "Eva Ek", "--out", "x.xlsx"],
      [
        "comment",
        "2.xlsx",
        "--by",
        "Jurist",
        "--text",
        "Är K1 prövat?",
        "--place",
        "bids[A].answers[K1]",
        "--out",
        "3.xlsx",
      ],
      [
        "sign-off",
        "3.xlsx",
        "--by",
        "Jurist",
        "--text",
        "Granskad utan anmärkning.",
        "--out",
        "4.xlsx",
      ],
      [
        "award",
        "4.xlsx",
        "--by",
        "Eva Ek",
        "--decided",
        today,
        "--decided-by",
        "Nämnden",
        "--decision",
        "§ 12",
        "--out",
        "5.xlsx",
      ],
      ["award", "5.xlsx", "--by", "Eva Ek", "--decided", "2026-03-25", "--out", "x.xlsx"],
      ["reopen", "5.xlsx", "--by", "Eva Ek", "--reason", " ", "--out", "x.xlsx"],
    ),
  ).toEqual([1, 0, 1, 0, 0, 0, 1, 1]);
  expect(existsSync(file("x.xlsx"))).toBe(false);
  const verified = await run("verify", "5.xlsx");
  expect([verified.code, verified.out.split("\n")[0]]).toEqual([
    0,
    "Granskning: Inga avvikelser hittades i det som granskats.",
  ]);
  const review = (await run("review", "5.xlsx")).out;
  expect(review).toContain("Är K1 prövat?");
  expect(review).toMatch(/Jurist  Granskad utan anmärkning\.  gäller/);
  // The code of the end, as it would be typed from a printed report.
  const [, code = ""] = /slutkod ((?:[0-9A-Z]{4}-?){6})/.exec(verified.out) ?? [];
  expect(
    await codes(
      ["verify", "5.xlsx", "--head", code.toLowerCase()],
      ["verify", "1.xlsx", "--head", code],
    ),
  ).toEqual([0, 1]);
});

describe("a file that someone has changed", () => {
  /** The file with one part of it changed, as a text. */
  const tampered = async (
    from: string,
    name: string,
    part: RegExp,
    how: (xml: string) => string,
  ) => {
    const parts = unzipSync(new Uint8Array(readFileSync(file(from))));
    const found = Object.keys(parts).filter(
      (each) =>
        part.test(each) &&
        how(strFromU8(parts[each] ?? new Uint8Array())) !==
          strFromU8(parts[each] ?? new Uint8Array()),
    );
    expect(found.length).toBeGreaterThan(0);
    const [first = ""] = found;
    parts[first] = strToU8(how(strFromU8(parts[first] ?? new Uint8Array())));
    writeFileSync(file(name), zipSync(parts));
    return await run("verify", name);
  };

  test.each<[string, RegExp, (xml: string) => string, string]>(
    // prettier-ignore
    [
    ["a price in the file's own text",    /worksheets\/sheet/, (xml) => xml.replace("<v>9500</v>", "<v>9400</v>"),                    "Raden Bolaget B (B) är ändrad sedan utvärderingen"],
    ["the cached value of a formula",     /worksheets\/mervarde/, (xml) => xml.replace(/(<f>[^<]*<\/f><v>)9250(<\/v>)/, "$18250$2"),   "det ska vara ”9250”"],
    ["the formula itself",                /worksheets\/mervarde/, (xml) => xml.replace(/<f>([^<]*SUM[^<]*)<\/f>/, "<f>$1*1</f>"),      "Formeln är en annan"],
    ["a reason in the journal",           /sharedStrings/, (xml) => xml.replace("Uppgiften blev klar utan avbrott i första försöket. A E1", "Uppgiften misslyckades. A E1"), "Motivering: här står ”Uppgiften misslyckades. A E1”. Registrerat är ”Uppgiften blev klar utan avbrott i första försöket. A E1”"],
  ],
  )("%s: exit 1, and where", async (_, part, how, said) => {
    const { code, out } = await tampered("1.xlsx", "tampered.xlsx", part, how);
    expect([code, out.includes("Avvikelser hittades")]).toEqual([1, true]);
    expect(out).toContain(said);
  });
});

describe("papers", () => {
  test("report in three forms and as a sheet in the workbook, notices in one run, dates and checklist", async () => {
    expect(
      await codes(
        ["protocol", "1.xlsx", "--to", "p.pdf"],
        ["protocol", "1.xlsx", "--to", "p.html", "--redacted"],
        ["protocol", "1.xlsx", "--to", "p.xlsx"],
        ["protocol", "1.xlsx", "--out", "med.xlsx"],
        ["letters", "1.xlsx", "--to", "brev"],
        ["letters", "1.xlsx", "--to", "brev", "--format", "html", "--information"],
        ["dates", "1.xlsx"],
        ["checklist", "1.xlsx"],
      ),
    ).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
    expect(readdirSync(file("brev")).sort()).toEqual([
      "underrattelse-A.docx",
      "underrattelse-B.docx",
      "upplysningar-A.html",
      "upplysningar-B.html",
    ]);
    expect(readFileSync(file("p.pdf"), "latin1").slice(0, 8)).toBe("%PDF-1.7");
    expect(readFileSync(file("p.html"), "utf8")).not.toContain("Utfästelse i anbudet från A.");
    expect(readFileSync(file("brev/upplysningar-B.html"), "utf8")).not.toContain(
      "Utfästelse i anbudet från A.",
    );
    // The workbook with the report in it is still one that holds.
    expect((await run("verify", "med.xlsx")).code).toBe(0);
  });

  test("a report in parts: each appendix a file of its own, and none beside a workbook", async () => {
    expect(
      await codes(
        ["protocol", "1.xlsx", "--to", "delar.html", "--appendices", "bilagor"],
        ["protocol", "1.xlsx", "--to", "delar.xlsx", "--appendices", "bilagor2"],
      ),
    ).toEqual([0, 2]);
    const names = readdirSync(file("bilagor")).sort();
    expect(names).toEqual(names.map((_, n) => `bilaga-${n + 1}.html`));
    expect(names.length).toBeGreaterThan(2);
    const report = readFileSync(file("delar.html"), "utf8");
    for (const name of names) {
      const [, title = "?"] = /<h1>([^<]*)/.exec(readFileSync(join("bilagor", name), "utf8")) ?? [];
      expect(report.split(title)).toHaveLength(2);
    }
    expect(existsSync(file("bilagor2"))).toBe(false);
  });

  test("the case in other forms, by the name of the file or as it is said", async () => {
    expect(
      await codes(
        ["export", "1.xlsx", "--to", "a.json"],
        ["export", "1.xlsx", "--to", "a-bundle.json"],
        ["export", "1.xlsx", "--to", "a-ocds.json"],
        ["export", "1.xlsx", "--to", "n.json", "--as", "eforms"],
        ["export", "1.xlsx", "--to", "a.xlsx"],
        ["export", "1.xlsx", "--to", "r.json", "--redacted"],
      ),
    ).toEqual([0, 0, 0, 0, 0, 0]);
    const format = (name: string) =>
      Object.keys(JSON.parse(readFileSync(file(name), "utf8")) as object)[0];
    expect([
      format("a.json"),
      format("a-bundle.json"),
      format("a-ocds.json"),
      format("n.json"),
    ]).toEqual(["format", "format", "uri", "secrecy"]);
    expect(readFileSync(file("r.json"), "utf8")).not.toContain("Utfästelse i anbudet från A.");
    expect(
      await codes(
        ["verify", "a-bundle.json"],
        ["evaluate", "a-bundle.json"],
        ["evaluate", "a.json"],
        ["compare", "a.json", "1.xlsx"],
        ["join", "1.xlsx", "1.xlsx", "--out", "j.xlsx", "--by", "Eva Ek"],
      ),
    ).toEqual([0, 0, 0, 0, 0]);
  });
});

describe("wrong input is one clear sentence", () => {
  const bundle = () => readFileSync(file("a-bundle.json"), "utf8");
  test.each<[string, () => readonly string[], number, string]>(
    // prettier-ignore
    [
    ["a bundle cut off in the middle",   () => (writeFileSync(file("cut.json"), bundle().slice(0, 5000)), ["verify", "cut.json"]), 2, "cut.json"],
    ["a bundle from a newer program",    () => (writeFileSync(file("new.json"), bundle().replace("mervarde-bundle/1", "mervarde-bundle/7")), ["verify", "new.json"]), 2, "Granskningsfilen har formatet mervarde-bundle/7"],
    ["a file without results",           () => ["verify", "case.xlsx"], 1, ""],
    ["no such kind",                     () => ["export", "1.xlsx", "--to", "x.json", "--as", "pdf"], 2, "”pdf” finns inte; välj document, bundle, ocds, eforms eller follow-up."],
    ["a report without a name",          () => ["protocol", "1.xlsx"], 2, "Ange vart protokollet ska skrivas, med --to eller --out."],
    ["a report as plain text",           () => ["protocol", "1.xlsx", "--to", "p.txt"], 2, ".docx, .html, .pdf eller .xlsx"],
    ["a report that is there already",   () => ["protocol", "1.xlsx", "--to", "case.json"], 2, ".docx, .html, .pdf eller .xlsx"],
    ["notices to nobody",                () => ["letters", "1.xlsx", "--to", ".", "--bid", "Z"], 2, "Anbud ”Z” finns inte. Här finns: A, B."],
    ["a law that is not known here",     () => (writeFileSync(file("luf.json"), JSON.stringify({ ...worked, procurement: { ...worked.procurement, law: "LUF" } })), ["letters", "luf.json", "--to", "luf"]), 1, "Upphandlingen är angiven enligt LUF."],
    ["dates of a law not known here",    () => ["dates", "luf.json"], 1, "inga handlingar, lagrum eller frister skrivs"],
    ["lots that may be combined",        () => (writeFileSync(file("lots.json"), JSON.stringify({ ...worked, procurement: { ...worked.procurement, lotLimits: { combined: "yes" } } })), ["protocol", "lots.json", "--to", "lots.html"]), 1, "Delarna är angivna som att de får tilldelas kombinerade (4 kap. 16 § LOU)."],
    ["notices as text",                  () => ["letters", "1.xlsx", "--to", ".", "--format", "txt"], 2, "”txt” finns inte; välj docx, html eller pdf."],
    ["a decision before finalising",     () => ["award", "1.xlsx", "--decided", "2026-03-24", "--by", "X"], 1, "Utvärderingen är inte fastställd."],
    ["an account that no person is",     () => ["comment", "1.xlsx", "--text", "Prövat", "--by", "Root"], 2, "journalen ska innehålla namnet på en person."],
    ["an empty comment",                 () => ["comment", "1.xlsx", "--text", " ", "--by", "X"], 1, "Kommentaren är tom."],
    ["a copy of another procurement",    () => (writeFileSync(file("other.json"), JSON.stringify({ ...worked, procurement: { ...worked.procurement, caseNumber: "9" } })), ["join", "case.json", "other.json", "--by", "X"]), 1, "Kopian hör till ”9”"],
  ],
  )("%s", async (_, args, code, said) => {
    const { code: own, out, err } = await run(...args());
    expect([own, `${out}${err}`]).toEqual([code, expect.stringContaining(said)]);
    expect(`${out}${err}`).not.toMatch(/ {4}at |undefined|\[object/);
  });
});
