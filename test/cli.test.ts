/** The command line as a user meets it: the built program, real files, exit codes and sentences. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import { pages } from "./pages";
import { document, monetary } from "./small";

const root = join(__dirname, "..");
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mervarde-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string) => join(folder, name);
const put = (name: string, content: unknown) => {
  writeFileSync(file(name), typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content));
  return file(name);
};
function run(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "dist/cli.cjs"), ...args], { encoding: "utf8" });
  return { code: status, out: stdout, err: stderr };
}

const two = document({ model: { rounding: { result: null }, ties: ["lottery"] }, criteria: [monetary("M", { deduction: "100" })], bids: [{ id: "A", price: "1000.50", scores: { M: "5" } }, { id: "B", price: "950", scores: { M: "0" } }] });

describe("evaluate", () => {
  test("prints the ranking as a table, and the workbook is written with the live cells' addresses", () => {
    const { code, out, err } = run("evaluate", put("two.json", two), "--out", file("out/två.xlsx"));
    expect([code, err]).toEqual([0, `Skrev ${file("out/två.xlsx")}\n`]);
    expect(out.replaceAll("\u00a0", " ").split("\n").slice(2, 6)).toEqual([
      "Plats  Anbud  Anbudsgivare  Ställning  Anbudspris (SEK)  Justeringar  Utvärderingspris",
      "─────  ─────  ────────────  ─────────  ────────────────  ───────────  ────────────────",
      "    1  A      Bolaget A     Kvar                1 000,5         −100             900,5",
      "    2  B      Bolaget B     Kvar                    950            0               950",
    ]);
    const { bids } = JSON.parse(run("evaluate", file("out/två.xlsx"), "--json", "--out", file("out/igen.xlsx")).out) as { bids: { cell: string; result: string }[] };
    expect(bids.map(({ cell, result }) => [cell, result])).toEqual([["Utvärdering!J7", "900.5"], ["Utvärdering!J8", "950"]]);
  });

  test("cells are named only where there is a sheet to look in", () => {
    const open = document({ bids: [{ id: "A" }] });
    const cells = (...args: string[]) => {
      const { bids, findings } = JSON.parse(run("evaluate", "--json", ...args).out) as { bids: { cell?: string }[]; findings: { where: string; cell?: string }[] };
      return [bids[0]?.cell, findings[0]?.where, findings[0]?.cell];
    };
    expect(cells(put("utan pris.json", open))).toEqual([undefined, "bids[A].price", undefined]);
    expect(cells(file("utan pris.json"), "--out", file("utan pris.xlsx"))).toEqual(["Utvärdering!G7", "bids[A].price", "Anbud!F5"]);
    expect(cells(file("utan pris.xlsx"))).toEqual([undefined, "bids[A].price", "Anbud!F5"]);
    expect(run("check", file("utan pris.json")).out).toContain("bids[A].price  Öppet: Bolaget A (A) har inget pris.");
  });

  test("--json prints only the result, with the fingerprint of the document", () => {
    const { code, out, err } = run("evaluate", put("two.json", two), "--json");
    expect([code, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toMatchObject({
      format: "mervarde-result/1", status: "final", label: "utvärderingspris", direction: "lowest", unit: "SEK", award: ["A"], ties: [],
      bids: [
        { id: "A", standing: "standing", price: "1000.5", criteria: [{ id: "M", share: "1", points: "5", amount: "-100" }], result: "900.5", rank: 1 },
        { id: "B", standing: "standing", price: "950", criteria: [{ id: "M", share: "0", points: "0", amount: "0" }], result: "950", rank: 2 },
      ],
    });
  });

  test("the fingerprint is SHA-256 over the RFC 8785 form, worked out by another library", () => {
    const page = pages().find((each) => each.file === "metodhandboken-12.md");
    const expected = createHash("sha256").update(JSON.stringify(sorted(page?.document))).digest("hex");
    const { fingerprint } = JSON.parse(run("evaluate", put("page.json", page?.document), "--json").out) as { fingerprint: string };
    expect(fingerprint).toBe(expected);
  });

  test("many files give one line each, and an unreadable one does not stop the run", () => {
    const { code, out } = run("evaluate", "--json", put("two.json", two), put("bad.json", "{"), put("none.json", { format: "mervarde/1" }));
    const lines = out.trim().split("\n").map((line) => JSON.parse(line) as { file: string; status?: string; error?: object });
    expect(lines.map((line) => [line.file, line.status ?? "error" in line])).toEqual([[file("two.json"), "final"], [file("bad.json"), true], [file("none.json"), true]]);
    expect(code).toBe(2);
  });

  test("findings that block give exit 1, and the figures all the same", () => {
    const blocked = document({ criteria: [{ id: "G", name: "G", kind: "plan", deduction: "1", children: [monetary("X", { weight: "99" })] }], bids: [{ id: "A", price: "10", scores: { X: "5" } }] });
    const { code, out } = run("evaluate", put("blocked.json", blocked));
    expect(code).toBe(1);
    expect(out).toContain("Vikterna under G (X) blir 99 %, inte exakt 100 %. Rätta vikterna.");
    expect(out).toContain("9,01");
  });

  test("in English", () => {
    expect(run("--lang", "en", "evaluate", put("two.json", two)).out).toContain("Status: Final. Everything is checked and scored.");
    expect(run("evaluate", put("two.json", two), "--lang", "en").out).toContain("Awarded to: Bolaget A");
  });
});

test("an English reader of a Swedish workbook: her words on the screen, the workbook's words in its sheets", () => {
  const met = document({ requirements: ["K1"], bids: [{ id: "A", price: "1", verdicts: { K1: "met" } }] });
  run("new", file("svensk.xlsx"), "--from", put("met.json", met));
  const { code, out } = run("evaluate", file("svensk.xlsx"), "--out", file("läst.xlsx"), "--lang", "en");
  expect([code, out.includes("Double computation: 7 of 7 agree")]).toEqual([0, true]);
  expect(run("evaluate", file("läst.xlsx")).out).toContain("Dubbelräkning: 7 av 7 lika");
});

describe("new and export", () => {
  test("a document becomes a workbook and comes back the same", () => {
    expect(run("new", file("ny.xlsx"), "--from", put("two.json", two)).code).toBe(0);
    expect(run("export", file("ny.xlsx"), "--to", file("back.json")).code).toBe(0);
    expect(JSON.parse(readFileSync(file("back.json"), "utf8"))).toEqual(JSON.parse(readFileSync(file("two.json"), "utf8")));
  });

  test("an existing workbook is never overwritten", () => {
    put("finns.xlsx", "mitt arbete");
    expect(run("new", file("finns.xlsx"), "--from", put("two.json", two))).toEqual({ code: 2, out: "", err: `${file("finns.xlsx")} finns redan och skrivs inte över. Välj ett annat namn.\n` });
    expect(readFileSync(file("finns.xlsx"), "utf8")).toBe("mitt arbete");
  });

  test("the schema is JSON Schema, and names every top-level key of the format", () => {
    const schema = JSON.parse(run("schema").out) as { properties: object; additionalProperties: boolean };
    expect(Object.keys(schema.properties)).toEqual(["format", "procurement", "model", "evaluators", "requirements", "criteria", "priceItems", "bids", "lotteries", "rounds", "offers", "adjustments", "clarifications", "lowBids", "sessions", "events"]);
    expect(schema.additionalProperties).toBe(false);
  });
});

test("installed as a package, it is a program of its own", () => {
  const program = file("mervarde");
  cpSync(join(root, "dist/cli.cjs"), program);
  cpSync(join(root, "dist/wasm_bg.wasm"), file("wasm_bg.wasm"));
  chmodSync(program, 0o755);
  expect(spawnSync(program, ["evaluate", put("two.json", two), "--json"], { encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
});

describe("check", () => {
  test("each finding with sheet and cell, what was seen and what was wanted", () => {
    const open = document({ model: { rounding: { result: null } }, requirements: ["K1"], criteria: [monetary("M", { deduction: "100" })], bids: [{ id: "A", price: "1000" }] });
    run("new", file("öppen.xlsx"), "--from", put("open.json", open));
    const { code, out } = run("check", file("öppen.xlsx"));
    expect(code).toBe(0);
    expect(out.trim().split("\n")).toEqual([
      `${file("öppen.xlsx")}: 5 anmärkningar`,
      "Poäng!G5  Öppet: Bolaget A (A) är inte bedömd på M. Skriv bedömningen; tomt räknas aldrig som noll.",
      "Kravprövning!E5  Öppet: Bolaget A (A): 1 krav är inte prövade (K1). Skriv Uppfyllt eller Ej uppfyllt.",
      "Modell!C14  Varning: Modellen säger inte vad som gäller om två anbud får samma resultat. LOU har ingen regel om det. Skriv särskiljningen i upphandlingsdokumenten, till exempel högst avdrag och därefter lottning.",
      "Krav!G5  Upplysning: 1 krav säger inte hur de verifieras (K1). Ange beskrivning, demonstration, dokument, referens eller egen försäkran.",
      "Krav!A4  Upplysning: Kraven per område: – 1. Varje obligatoriskt krav kan fälla ett anbud; behövs alla?",
    ]);
  });

  test("nothing to say is said", () => expect(run("check", put("two.json", two)).out).toBe(`${file("two.json")}: inga anmärkningar.\n`));
});

describe("wrong input is one clear sentence and exit 2", () => {
  const truncated = () => {
    run("new", file("hel.xlsx"), "--from", put("two.json", two));
    return put("halv.xlsx", readFileSync(file("hel.xlsx")).subarray(0, 4000));
  };
  const foreign = () => put("egen.xlsx", zipSync({ "[Content_Types].xml": new Uint8Array(), "a.txt": new Uint8Array() }));

  test.each<[string, () => string[], string]>([
    ["no such file",        () => ["evaluate", file("saknas.xlsx")],                                 "finns inte. Kontrollera sökvägen."],
    ["a folder",            () => { mkdirSync(file("mapp.xlsx"), { recursive: true }); return ["evaluate", file("mapp.xlsx")]; }, "är en mapp, inte en fil."],
    ["an empty file",       () => ["evaluate", put("tom.xlsx", "")],                                 "är tom."],
    ["not a zip",           () => ["evaluate", put("csv.xlsx", "a;b\n1;2")],                         "är ingen Excel-arbetsbok (.xlsx)."],
    ["cut short",           () => ["evaluate", truncated()],                                         "är avhuggen eller skadad. Hämta den på nytt."],
    ["encrypted",           () => ["evaluate", put("lås.xlsx", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))], "är lösenordsskyddad eller i det gamla formatet .xls."],
    ["a zip of another kind", () => ["evaluate", foreign()],                                         "är ingen Excel-arbetsbok (.xlsx)."],
    ["parts that make no sense", () => ["evaluate", put("trasig.xlsx", zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "xl/workbook.xml": strToU8("<workbook") }))], "trasig.xlsx går inte att läsa som arbetsbok"],
    ["another kind of file", () => ["evaluate", put("brev.docx", "x")],                              "är varken .xlsx eller .json."],
    ["broken JSON",         () => ["evaluate", put("bad.json", '{"format":')],                       "är inte giltig JSON"],
    ["a JSON number",       () => ["evaluate", put("tal.json", { ...two, bids: [{ ...two.bids[0], price: 5 }] })], "bids[A].price  Hindrar: 5 är ett JSON-tal"],
    ["no command",          () => [],                                                                "Inget kommando angavs."],
    ["an unknown command",  () => ["utvärdera"],                                                     "Kommandot ”utvärdera” finns inte."],
    ["an unknown option",   () => ["evaluate", "x.json", "--snabbt"],                                "Flaggan ”--snabbt” finns inte."],
    ["an argument missing", () => ["evaluate"],                                                      "Argumentet ”file” saknas."],
    ["an option missing",   () => ["new", "x.xlsx"],                                                 "måste anges."],
    ["an unknown language", () => ["--lang", "no", "evaluate", "x.json"],                            "Språket ”no” finns inte; välj sv eller en."],
    ["out over the input",  () => ["evaluate", put("two.json", two), "--out", file("two.json")],     "--out måste vara en annan fil"],
    ["out that is no workbook", () => ["evaluate", put("two.json", two), "--out", file("ut.json")],  "Arbetsboken måste ha ändelsen .xlsx."],
    ["new that is no workbook", () => ["new", file("ny.json"), "--from", put("two.json", two)],      "Arbetsboken måste ha ändelsen .xlsx."],
    ["many without --json", () => ["evaluate", "a.json", "b.json"],                                  "Flera filer på en gång kräver --json."],
  ])("%s", (_, make, sentence) => {
    const { code, err } = run(...make());
    expect(err).toContain(sentence);
    expect(code).toBe(2);
    expect(err).not.toMatch(/ at .*\(|Error:/);
  });

  test("a place that cannot be written: a sentence, and nothing half-written", () => {
    mkdirSync(file("upptagen.xlsx"), { recursive: true });
    const { code, err } = run("evaluate", put("two.json", two), "--out", file("upptagen.xlsx"));
    expect([code, err]).toEqual([2, expect.stringContaining("ingenting är ändrat.")]);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  test("a workbook open in Excel is read with a warning, and never written over", () => {
    run("new", file("delad.xlsx"), "--from", put("two.json", two));
    put("~$delad.xlsx", "");
    put("~$mål.xlsx", "");
    expect(run("evaluate", file("delad.xlsx")).err).toContain("verkar vara öppen i Excel. Det som inte är sparat är inte med.");
    expect(run("evaluate", file("delad.xlsx"), "--out", file("mål.xlsx"))).toMatchObject({ code: 2, err: expect.stringContaining("är öppen i ett annat program.") as string });
    expect(existsSync(file("mål.xlsx"))).toBe(false);
  });

  test("the original is left as it was", () => {
    run("new", file("orörd.xlsx"), "--from", put("two.json", two));
    cpSync(file("orörd.xlsx"), file("kopia.xlsx"));
    run("evaluate", file("orörd.xlsx"), "--out", file("resultat.xlsx"));
    expect(readFileSync(file("orörd.xlsx")).equals(readFileSync(file("kopia.xlsx")))).toBe(true);
    expect(Object.keys(unzipSync(readFileSync(file("resultat.xlsx"))))).toContain("xl/worksheets/mervarde1.xml");
  });
});

/** Keys in code unit order, as RFC 8785 wants; the page's document holds only text, so nothing else needs care. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]));
}

describe("the laboratory", () => {
  const sound = { rounding: { result: null }, ties: ["lottery"] };
  const scored = document({
    model: sound,
    criteria: [monetary("M", { deduction: "100", scale: { type: "points", zero: "0", max: "5", step: "1" } })],
    bids: [{ id: "A", price: "1000", scores: { M: "5" } }, { id: "B", price: "950", scores: { M: "1" } }],
  });
  const empty = { ...scored, bids: [] };
  const plain = (text: string) => text.replaceAll("\u00a0", " ");

  test("simulate: the same seed gives the same figures, on one thread and on all of them", () => {
    const asked = (draws: string, ...more: string[]) => JSON.parse(run("simulate", put("tom.json", empty), "--price", "900..1100", "--bids", "3", "--draws", draws, "--seed", "7", "--json", ...more).out) as { draws: number; models: { wins: number[]; lowestPriceWins: number; qualityBeatsPrice: number; ties: number }[] };
    const [once, again] = [asked("60000"), asked("60000")];
    expect(once).toEqual(again);
    expect(once.draws).toBe(60_000);
    const [model] = once.models;
    expect((model?.wins ?? []).reduce((sum, each) => sum + each, 0) + (model?.ties ?? 0)).toBe(60_000);
    expect((model?.lowestPriceWins ?? 0) + (model?.qualityBeatsPrice ?? 0) + (model?.ties ?? 0)).toBe(60_000);
    expect(asked("60000", "--with", put("dyrare.json", { ...empty, criteria: [{ ...scored.criteria[0], deduction: "10" }] })).models[0]).toEqual({ ...model, name: "Mervärden i kronor 1" });
  });

  test("simulate --out adds the sheet with its charts, and evaluating afterwards leaves it where it is", () => {
    run("new", file("modell.xlsx"), "--from", put("modell.json", empty));
    expect(run("simulate", file("modell.xlsx"), "--draws", "500", "--out", file("provad.xlsx"))).toMatchObject({ code: 0, err: `Skrev ${file("provad.xlsx")}\n` });
    const names = (name: string) => [...Buffer.from(unzipSync(readFileSync(file(name)))["xl/workbook.xml"] ?? []).toString("utf8").matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, sheet]) => sheet);
    expect(names("provad.xlsx").at(-1)).toBe("Modellprov");
    expect(run("evaluate", file("provad.xlsx"), "--out", file("bedömd.xlsx")).code).toBe(0);
    expect(names("bedömd.xlsx")).toEqual(expect.arrayContaining(["Modellprov", "Sammanställning"]));
  });

  test.each([
    [["--price", "-5..10"],                 "simulate.price  Hindrar: Prisintervallet börjar på −5; ett pris kan inte vara negativt. Ange från noll."],
    [["--score", "M=0..6"],                 "simulate.scores[M]  Hindrar: Intervallet 0..6 för M ryms inte på skalan 0–5. Ange värden som finns på skalan."],
    [["--score", "M"],                      "”M” är inget intervall för ett kriterium. Skriv till exempel --score U1=2..5. Skriv ”mervarde --help” för hjälp."],
    [["--draws", "många"],                  "--draws ska vara ett heltal större än noll, men är ”många”. Skriv ”mervarde --help” för hjälp."],
    [["--draws", "0"],                      "--draws ska vara ett heltal större än noll, men är ”0”. Skriv ”mervarde --help” för hjälp."],
    [["--out", "x.json"],                   "Arbetsboken måste ha ändelsen .xlsx. Skriv ”mervarde --help” för hjälp."],
  ])("simulate %j is refused in words", (options, sentence) => {
    expect(run("simulate", put("tom.json", empty), ...options)).toMatchObject({ code: 2, out: "", err: `${sentence}\n` });
  });

  test("whatif: the outcome before and after, and nothing written", () => {
    const { code, out } = run("whatif", put("bedömd.json", scored), "--set", "A:M=2");
    // A: 1 000 − 40 = 960; B: 950 − 20 = 930
    expect([code, plain(out).split("\n").slice(0, 6)]).toEqual([0, [
      "Om det som är tvistigt hade varit annorlunda",
      "Utfallet ändras. Rätten prövar om felet har medfört att leverantören lidit eller kan komma att lida skada (20 kap. 6 § LOU).",
      "",
      "Anbud  Resultat nu  Resultat då  Plats nu  Plats då",
      "─────  ───────────  ───────────  ────────  ────────",
      "A           900,00       960,00  1         2",
    ]]);
    expect(run("whatif", file("bedömd.json"), "--set", "A:M=7")).toMatchObject({ code: 2, err: "whatif  Hindrar: Värdet 7 finns inte på skalan för M (0–5).\n" });
    expect(run("whatif", file("bedömd.json"))).toMatchObject({ code: 2, err: "Säg vad som är tvistigt med --set, --raise, --lower, --strike, --any eller --verdict. Skriv ”mervarde --help” för hjälp.\n" });
    expect(run("whatif", file("bedömd.json"), "--set", "A.M=2").code).toBe(2);
  });

  test("sensitivity: the exact price that turns the outcome, to the öre", () => {
    const { prices, scores } = (JSON.parse(run("sensitivity", put("bedömd.json", scored), "--json").out) as { tipping: { prices: object[]; scores: object[] } }).tipping;
    // A at 900, B at 930
    expect(prices).toEqual([{ bid: "A", leads: true, offered: "1000", highest: "1029.99" }, { bid: "B", leads: false, offered: "950", highest: "919.99" }]);
    expect(scores).toEqual([]);
  });

  test("model: its text is read back, and one changed figure is found", () => {
    const model = put("bedömd.json", scored);
    expect(run("model", model, "--to", file("modell.txt")).code).toBe(0);
    expect(run("model", model, "--compare", file("modell.txt"))).toMatchObject({ code: 0, out: "Texten och modellen säger samma sak.\n" });
    const changed = readFileSync(file("modell.txt"), "utf8").replace("Avdrag vid full uppfyllnad: 100 kr.", "Avdrag vid full uppfyllnad: 110 kr.");
    expect(run("model", model, "--compare", put("ändrad.txt", changed))).toMatchObject({ code: 1, out: "criteria[M]: texten säger ”Avdrag vid full uppfyllnad: 110 kr.”, modellen ”Avdrag vid full uppfyllnad: 100 kr.”\n" });
    expect(run("model", model, "--lang", "en", "--to", file("model.txt")).code).toBe(0);
    expect(run("model", model, "--compare", file("model.txt"))).toMatchObject({ code: 0, out: "Texten och modellen säger samma sak.\n" });
    const example = readFileSync(file("modell.txt"), "utf8").replace(/(Utvärderingspris: \d+)/, "$17");
    expect(run("model", model, "--compare", put("exempel.txt", example)).out).toContain("Räkneexemplet i texten är inte det som modellen ger.");
    expect((JSON.parse(run("model", model, "--eforms").out) as { criteria: object[] }).criteria).toHaveLength(2);
    expect(plain(run("model", model).out)).toContain("Ett steg på M är värt 20 kr, 2,1 % av lägsta anbudspris.");
  });

  test("a blocking question about the model blocks evaluate and check, and names its cell", () => {
    const unlawful = document({ model: { ...sound, method: { type: "percentage" } }, criteria: [monetary("M", { deductionPercent: "100" })], bids: [{ id: "A", price: "1000", scores: { M: "3" } }] });
    run("new", file("procent.xlsx"), "--from", put("procent.json", unlawful));
    const { code, out } = run("evaluate", file("procent.xlsx"));
    expect([code, plain(out)]).toEqual([1, expect.stringContaining("Kriterier!A4  Hindrar: Procentavdragen når 100 %")]);
    expect(plain(out)).toContain("Egenkontroll 5 av 5");
    expect(run("check", file("procent.xlsx")).code).toBe(1);
  });
});
