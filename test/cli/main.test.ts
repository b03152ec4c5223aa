/**
 * The command line as a user meets it: real files, exit codes and sentences; and the built program in a
 * process of its own, where that is what can fail.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import { pages } from "../pages";
import { document, monetary } from "../small";
import { runBuilt, runProgram as run } from "./run-program";

const root = join(__dirname, "..", "..");
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mervarde-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string) => join(folder, name);
const put = (name: string, content: unknown) => {
  writeFileSync(
    file(name),
    typeof content === "string" || content instanceof Uint8Array
      ? content
      : JSON.stringify(content),
  );
  return file(name);
};

const two = document({
  model: { rounding: { result: null }, ties: ["lottery"] },
  criteria: [monetary("M", { deduction: "100" })],
  bids: [
    { id: "A", price: "1000.50", scores: { M: "5" } },
    { id: "B", price: "950", scores: { M: "0" } },
  ],
});

const blocked = document({
  criteria: [
    {
      id: "G",
      name: "G",
      kind: "plan",
      deduction: "1",
      children: [monetary("X", { weight: "99" })],
    },
  ],
  bids: [{ id: "A", price: "10", scores: { X: "5" } }],
});

describe("evaluate", () => {
  test("prints the ranking as a table, and the workbook is written with the live cells' addresses", async () => {
    const { code, out, err } = await run(
      "evaluate",
      put("two.json", two),
      "--out",
      file("out/två.xlsx"),
    );
    expect([code, err]).toEqual([0, `Skrev ${file("out/två.xlsx")}\n`]);
    expect(out.replaceAll("\u00a0", " ").split("\n").slice(2, 6)).toEqual([
      "Plats  Anbud  Anbudsgivare  Ställning  Anbudspris (SEK)  Justeringar  Utvärderingspris",
      "─────  ─────  ────────────  ─────────  ────────────────  ───────────  ────────────────",
      "    1  A      Bolaget A     Kvarstår            1 000,5         −100             900,5",
      "    2  B      Bolaget B     Kvarstår                950            0               950",
    ]);
    const { bids } = JSON.parse(
      (await run("evaluate", file("out/två.xlsx"), "--json", "--out", file("out/igen.xlsx"))).out,
    ) as { bids: { cell: string; result: string }[] };
    expect(bids.map(({ cell, result }) => [cell, result])).toEqual([
      ["Utvärdering!J7", "900.5"],
      ["Utvärdering!J8", "950"],
    ]);
  });

  test("cells are named only where there is a sheet to look in", async () => {
    const open = document({ bids: [{ id: "A" }] });
    const cells = async (...args: string[]) => {
      const { bids, findings } = JSON.parse((await run("evaluate", "--json", ...args)).out) as {
        bids: { cell?: string }[];
        findings: { where: string; cell?: string }[];
      };
      return [bids[0]?.cell, findings[0]?.where, findings[0]?.cell];
    };
    expect(await cells(put("utan pris.json", open))).toEqual([
      undefined,
      "bids[A].price",
      undefined,
    ]);
    expect(await cells(file("utan pris.json"), "--out", file("utan pris.xlsx"))).toEqual([
      "Utvärdering!G7",
      "bids[A].price",
      "Anbud!F5",
    ]);
    expect(await cells(file("utan pris.xlsx"))).toEqual([undefined, "bids[A].price", "Anbud!F5"]);
    expect((await run("check", file("utan pris.json"))).out).toContain(
      "bids[A].price (Anbud, rad A, Totalpris)  Återstår: Bolaget A (A) har inget pris.",
    );
  });

  test("--json prints only the result, with the fingerprint of the document", async () => {
    const { code, out, err } = await run("evaluate", put("two.json", two), "--json");
    expect([code, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toMatchObject({
      format: "mervarde-result/1",
      status: "final",
      label: "utvärderingspris",
      direction: "lowest",
      unit: "SEK",
      award: ["A"],
      ties: [],
      bids: [
        {
          id: "A",
          standing: "standing",
          price: "1000.5",
          criteria: [{ id: "M", share: "1", points: "5", amount: "-100" }],
          result: "900.5",
          rank: 1,
        },
        {
          id: "B",
          standing: "standing",
          price: "950",
          criteria: [{ id: "M", share: "0", points: "0", amount: "0" }],
          result: "950",
          rank: 2,
        },
      ],
    });
  });

  test("the fingerprint is SHA-256 over the RFC 8785 form, worked out by another library", async () => {
    const page = pages().find((each) => each.file === "metodhandboken-12.md");
    const expected = createHash("sha256")
      .update(JSON.stringify(sorted(page?.document)))
      .digest("hex");
    const { fingerprint } = JSON.parse(
      (await run("evaluate", put("page.json", page?.document), "--json")).out,
    ) as { fingerprint: string };
    expect(fingerprint).toBe(expected);
  });

  test("many files give one line each, and an unreadable one does not stop the run", async () => {
    const { code, out } = await run(
      "evaluate",
      "--json",
      put("two.json", two),
      put("bad.json", "{"),
      put("none.json", { format: "mervarde/1" }),
    );
    const lines = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { file: string; status?: string; error?: object });
    expect(lines.map((line) => [line.file, line.status ?? "error" in line])).toEqual([
      [file("two.json"), "final"],
      [file("bad.json"), true],
      [file("none.json"), true],
    ]);
    expect(code).toBe(2);
  });

  test("findings that block give exit 1, and the figures all the same", async () => {
    const { code, out } = await run("evaluate", put("blocked.json", blocked));
    expect(code).toBe(1);
    expect(out).toContain("Vikterna under G – X – blir 99 %, inte exakt 100 %. Rätta vikterna.");
    expect(out).toContain("9,01");
    // Of many files the worst decides, whichever comes last.
    const both = [file("blocked.json"), put("two.json", two)];
    expect((await run("evaluate", "--json", ...both)).code).toBe(1);
    expect((await run("evaluate", "--json", ...both.reverse())).code).toBe(1);
  });

  test("in English", async () => {
    expect((await run("--lang", "en", "evaluate", put("two.json", two))).out).toContain(
      "Status: Complete. Everything has been checked and scored.",
    );
    expect((await run("evaluate", put("two.json", two), "--lang", "en")).out).toContain(
      "Proposed for award: Bolaget A",
    );
  });
});

test("an English reader of a Swedish workbook: her words on the screen, the workbook's words in its sheets", async () => {
  const met = document({
    requirements: ["K1"],
    bids: [{ id: "A", price: "1", verdicts: { K1: "met" } }],
  });
  await run("new", file("svensk.xlsx"), "--from", put("met.json", met));
  const { code, out } = await run(
    "evaluate",
    file("svensk.xlsx"),
    "--out",
    file("läst.xlsx"),
    "--lang",
    "en",
  );
  expect([code, out.includes("Cross-check: 7 of 7 agree")]).toEqual([0, true]);
  expect((await run("evaluate", file("läst.xlsx"))).out).toContain("Kontrollräkning: 7 av 7 lika");
});

describe("new and export", () => {
  test("a document becomes a workbook and comes back the same", async () => {
    expect((await run("new", file("ny.xlsx"), "--from", put("two.json", two))).code).toBe(0);
    expect((await run("export", file("ny.xlsx"), "--to", file("back.json"))).code).toBe(0);
    expect(JSON.parse(readFileSync(file("back.json"), "utf8"))).toEqual(
      JSON.parse(readFileSync(file("two.json"), "utf8")),
    );
  });

  test("a model of the library becomes a workbook that evaluates", async () => {
    expect((await run("new", file("urval.xlsx"), "--template", "selection")).code).toBe(0);
    const { code, out } = await run("evaluate", file("urval.xlsx"), "--json");
    expect([code, JSON.parse(out)]).toEqual([0, expect.objectContaining({ status: "final" })]);
  });

  test("an example is emptied into a workbook of one's own, and nothing is written over", async () => {
    const from = put("two.json", two);
    const named = ["--title", "Skolmat", "--case", "7/26", "--authority", "Granvik"];
    const emptied = (to: string, ...more: string[]) =>
      run("empty", from, "--to", file(to), ...named, ...more);
    expect((await emptied("egen.xlsx")).code).toBe(0);
    expect((await run("export", file("egen.xlsx"), "--to", file("egen.json"))).code).toBe(0);
    expect(JSON.parse(readFileSync(file("egen.json"), "utf8"))).toEqual({
      ...two,
      procurement: {
        ...two.procurement,
        title: "Skolmat",
        caseNumber: "7/26",
        authority: "Granvik",
      },
      evaluators: [],
      bids: [],
    });
    const refused = [
      await emptied("egen.xlsx"),
      await emptied("egen.json"),
      await emptied("ny2.xlsx", "--keeps", "allt"),
      await emptied("ny2.xlsx", "--title", " "),
    ];
    expect(refused.map(({ code, err }) => [code, err.split("\n")[0]])).toEqual([
      [2, `${file("egen.xlsx")} finns redan och skrivs inte över. Välj ett annat namn.`],
      [2, expect.stringContaining("xlsx")],
      [
        2,
        expect.stringContaining("--keeps kan inte vara ”allt”. Skriv requirements eller criteria."),
      ],
      [2, expect.stringContaining("Skriv upphandlingens namn, diarienummer och myndighet.")],
    ]);
  });

  test("an existing workbook is never overwritten", async () => {
    put("finns.xlsx", "mitt arbete");
    expect(await run("new", file("finns.xlsx"), "--from", put("two.json", two))).toEqual({
      code: 2,
      out: "",
      err: `${file("finns.xlsx")} finns redan och skrivs inte över. Välj ett annat namn.\n`,
    });
    expect(readFileSync(file("finns.xlsx"), "utf8")).toBe("mitt arbete");
  });

  test("the schema is JSON Schema, and names every top-level key of the format", async () => {
    const schema = JSON.parse((await run("schema")).out) as {
      properties: object;
      additionalProperties: boolean;
    };
    expect(Object.keys(schema.properties)).toEqual([
      "format",
      "procurement",
      "model",
      "evaluators",
      "requirements",
      "criteria",
      "priceItems",
      "bids",
      "lotteries",
      "rounds",
      "offers",
      "adjustments",
      "clarifications",
      "exclusions",
      "lowBids",
      "sources",
      "sessions",
      "published",
      "recorded",
      "confidential",
      "requests",
      "checklist",
      "award",
      "decisions",
      "dispatches",
      "roles",
      "timePlan",
      "anchors",
      "events",
    ]);
    expect(schema.additionalProperties).toBe(false);
  });
});

test("installed as a package, it is a program of its own, with its second engine, fonts and exit codes", () => {
  const program = file("mervarde");
  cpSync(join(root, "dist/cli.cjs"), program);
  for (const beside of readdirSync(join(root, "dist")).filter((name) => name.includes(".")))
    cpSync(join(root, "dist", beside), file(beside));
  chmodSync(program, 0o755);
  const started = (...args: string[]) => {
    const { status, stderr } = spawnSync(program, args, { encoding: "utf8" });
    return [status, stderr];
  };
  const [given, out, paper] = [put("two.json", two), file("installerad.xlsx"), file("p.pdf")];
  expect(started("evaluate", given, "--out", out)).toEqual([0, `Skrev ${out}\n`]);
  expect(started("evaluate", put("blocked.json", blocked))).toEqual([1, ""]);
  expect(started("evaluate", file("saknas.xlsx"))).toEqual([
    2,
    expect.stringContaining("finns inte."),
  ]);
  expect(started("protocol", given, "--to", paper, "--with-blanks")).toEqual([
    0,
    `Skrev ${paper}\n`,
  ]);
});

describe("help", () => {
  test.each<[string, string[], RegExp]>([
    ["all commands", ["--help"], /^ {2}check-forms \[flaggor\] <fil> <formulär\.\.\.> {2}/m],
    ["of a command", ["protocol", "--help"], /^Användning: mervarde protocol \[flaggor\] <fil>$/m],
    ["of a flag's value", ["new", "--help"], /^ {2}--from <dokument\.json> {2}/m],
    ["in English", ["--lang", "en", "new", "--help"], /^ {2}--from <document\.json> {2}/m],
  ])("%s: what stands for a value is in the reader's words", async (_, args, line) => {
    expect((await run(...args)).out).toMatch(line);
  });
});

describe("check", () => {
  test("each finding with sheet and cell, what was seen and what was wanted", async () => {
    const open = document({
      model: { rounding: { result: null } },
      requirements: ["K1"],
      criteria: [monetary("M", { deduction: "100" })],
      bids: [{ id: "A", price: "1000" }],
    });
    await run("new", file("öppen.xlsx"), "--from", put("open.json", open));
    const { code, out } = await run("check", file("öppen.xlsx"));
    expect(code).toBe(0);
    expect(out.trim().split("\n")).toEqual([
      `${file("öppen.xlsx")}: 5 anmärkningar`,
      "Poäng!G5  Återstår: Bolaget A (A) är inte bedömd på M. Skriv bedömningen; tomt räknas aldrig som noll.",
      "Kravprövning!E5  Återstår: Bolaget A (A): 1 krav är inte prövat (K1). Skriv Uppfyllt eller Ej uppfyllt.",
      "Modell!C18  Varning: Modellen säger inte vad som gäller om två anbud får samma resultat. LOU har ingen regel om det. Skriv särskiljningen i upphandlingsdokumenten, till exempel högst avdrag och därefter lottning.",
      "Krav!G5  Upplysning: 1 krav säger inte hur det verifieras (K1). Ange beskrivning, demonstration, dokument, referens eller egen försäkran.",
      "Krav!A4  Upplysning: Kraven per område: – 1. Varje obligatoriskt krav kan leda till att ett anbud förkastas; behövs alla?",
    ]);
  });

  test("nothing to say is said", async () =>
    expect((await run("check", put("two.json", two))).out).toBe(
      `${file("two.json")}: inga anmärkningar.\n`,
    ));
});

describe("wrong input is one clear sentence and exit 2", () => {
  const truncated = async () => {
    await run("new", file("hel.xlsx"), "--from", put("two.json", two));
    return put("halv.xlsx", readFileSync(file("hel.xlsx")).subarray(0, 4000));
  };
  const foreign = () =>
    put(
      "egen.xlsx",
      zipSync({ "[Content_Types].xml": new Uint8Array(), "a.txt": new Uint8Array() }),
    );

  test.each<[string, () => string[] | Promise<string[]>, string]>(
    // prettier-ignore
    [
    ["no such file",        () => ["evaluate", file("saknas.xlsx")],                                 "finns inte. Kontrollera sökvägen."],
    ["a folder",            () => { mkdirSync(file("mapp.xlsx"), { recursive: true }); return ["evaluate", file("mapp.xlsx")]; }, "är en mapp, inte en fil."],
    ["an empty file",       () => ["evaluate", put("tom.xlsx", "")],                                 "är tom."],
    ["not a zip",           () => ["evaluate", put("csv.xlsx", "a;b\n1;2")],                         "är ingen Excel-arbetsbok (.xlsx)."],
    ["cut short",           async () => ["evaluate", await truncated()],                                         "är ofullständig eller skadad. Hämta den på nytt."],
    ["encrypted",           () => ["evaluate", put("lås.xlsx", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))], "är lösenordsskyddad eller i det gamla formatet .xls."],
    ["a zip of another kind", () => ["evaluate", foreign()],                                         "är ingen Excel-arbetsbok (.xlsx)."],
    ["parts that make no sense", () => ["evaluate", put("trasig.xlsx", zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "_rels/.rels": strToU8('<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>'), "xl/workbook.xml": strToU8("<workbook") }))], "trasig.xlsx är skadad i delen ”xl/workbook.xml”. Hämta den på nytt"],
    ["a device",            () => { symlinkSync("/dev/zero", file("enhet.xlsx")); return ["evaluate", file("enhet.xlsx")]; }, "enhet.xlsx är ingen vanlig fil."],
    ["a device as JSON",    () => { symlinkSync("/dev/zero", file("enhet.json")); return ["evaluate", file("enhet.json")]; }, "enhet.json är ingen vanlig fil."],
    ["a huge workbook",     () => { truncateSync(put("stor.xlsx", "PK"), 1.9e9); return ["evaluate", file("stor.xlsx")]; }, "stor.xlsx är större än 200 MB"],
    ["a huge JSON",         () => { truncateSync(put("stor.json", "{}"), 6e8); return ["evaluate", file("stor.json")]; }, "stor.json är större än 200 MB"],
    ["JSON in Latin-1",     () => ["evaluate", put("latin.json", new Uint8Array(Buffer.from('{"a":"å"}', "latin1")))], "latin.json är inte sparad som UTF-8."],
    ["another kind of file", () => ["evaluate", put("brev.docx", "x")],                              "är varken .xlsx eller .json."],
    ["broken JSON",         () => ["evaluate", put("bad.json", '{"format":')],                       "är inte giltig JSON"],
    ["a key twice in JSON", () => ["evaluate", put("dubbel.json", JSON.stringify(two).replace('"bidder":', '"price":"1","bidder":'))], "dubbel.json har nyckeln ”price” två gånger (bids[0].price, rad 1)"],
    ["a JSON number",       () => ["evaluate", put("tal.json", { ...two, bids: [{ ...two.bids[0], price: 5 }] })], "bids[A].price (Anbud, rad A, Totalpris)  Fel: 5 är ett JSON-tal"],
    ["no command",          () => [],                                                                "Inget kommando angavs."],
    ["an unknown command",  () => ["utvärdera"],                                                     "Kommandot ”utvärdera” finns inte."],
    ["an unknown option",   () => ["evaluate", "x.json", "--snabbt"],                                "Flaggan ”--snabbt” finns inte."],
    ["an argument missing", () => ["evaluate"],                                                      "Argumentet ”fil” saknas."],
    ["an option missing",   () => ["export", "x.xlsx"],                                              "Flaggan ”--to <fil>” måste anges."],
    ["new from nothing",    () => ["new", "x.xlsx"],                                                 "Ange antingen --from eller --template."],
    ["an unknown template", () => ["new", "x.xlsx", "--template", "kronor"],                         "Det finns ingen mall som heter ”kronor”."],
    ["a bid not imagined",  () => ["models", "--bid", "12500000"],                                   "Anbud A: kvaliteten saknas. Skriv ett heltal från 0 till 100"],
    ["an unknown language", () => ["--lang", "no", "evaluate", "x.json"],                            "Språket ”no” finns inte; välj sv eller en."],
    ["out over the input",  () => ["evaluate", put("two.json", two), "--out", file("two.json")],     "--out måste vara en annan fil"],
    ["out that is no workbook", () => ["evaluate", put("two.json", two), "--out", file("ut.json")],  "Arbetsboken måste ha ändelsen .xlsx."],
    ["new that is no workbook", () => ["new", file("ny.json"), "--from", put("two.json", two)],      "Arbetsboken måste ha ändelsen .xlsx."],
    ["many without --json", () => ["evaluate", "a.json", "b.json"],                                  "Flera filer på en gång kräver --json."],
  ],
  )("%s", async (_, make, sentence) => {
    const { code, err } = await run(...(await make()));
    expect(err).toContain(sentence);
    expect(code).toBe(2);
    expect(err).not.toMatch(/ at .*\(|Error:/);
  });

  test("a place that cannot be written: a sentence, and nothing half-written", async () => {
    mkdirSync(file("upptagen.xlsx"), { recursive: true });
    const { code, err } = await run(
      "evaluate",
      put("two.json", two),
      "--out",
      file("upptagen.xlsx"),
    );
    expect([code, err]).toEqual([2, expect.stringContaining("ingenting är ändrat.")]);
    expect(readdirSync(folder).filter((name) => name.endsWith("-tmp"))).toEqual([]);
  });

  test("a workbook open in Excel is read with a warning, and never written over", async () => {
    await run("new", file("delad.xlsx"), "--from", put("two.json", two));
    put("~$delad.xlsx", "");
    put("~$mål.xlsx", "");
    expect((await run("evaluate", file("delad.xlsx"))).err).toContain(
      "verkar vara öppen i Excel. Det som inte är sparat är inte med.",
    );
    expect(await run("evaluate", file("delad.xlsx"), "--out", file("mål.xlsx"))).toMatchObject({
      code: 2,
      err: expect.stringContaining("är öppen i ett annat program.") as string,
    });
    expect(existsSync(file("mål.xlsx"))).toBe(false);
  });

  test("the original is left as it was", async () => {
    await run("new", file("orörd.xlsx"), "--from", put("two.json", two));
    cpSync(file("orörd.xlsx"), file("kopia.xlsx"));
    await run("evaluate", file("orörd.xlsx"), "--out", file("resultat.xlsx"));
    expect(readFileSync(file("orörd.xlsx")).equals(readFileSync(file("kopia.xlsx")))).toBe(true);
    expect(Object.keys(unzipSync(readFileSync(file("resultat.xlsx"))))).toContain(
      "xl/worksheets/mervarde1.xml",
    );
  });
});

/**
 * Keys in code unit order, as RFC 8785 wants; the page's document holds only text, so nothing else
 * needs care.
 */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}

describe("the laboratory", () => {
  const sound = { rounding: { result: null }, ties: ["lottery"] };
  const scored = document({
    model: sound,
    criteria: [
      monetary("M", {
        deduction: "100",
        scale: { type: "points", zero: "0", max: "5", step: "1" },
      }),
    ],
    bids: [
      { id: "A", price: "1000", scores: { M: "5" } },
      { id: "B", price: "950", scores: { M: "1" } },
    ],
  });
  const empty = { ...scored, bids: [] };
  const plain = (text: string) => text.replaceAll("\u00a0", " ");

  test("simulate: the same seed gives the same figures on all threads, beside another model or not", () => {
    const ranges = ["--price", "900..1100", "--bids", "3", "--draws", "60000", "--seed", "7"];
    const asked = (...more: string[]) =>
      JSON.parse(
        runBuilt("simulate", put("tom.json", empty), ...ranges, "--json", ...more).out,
      ) as {
        draws: number;
        models: {
          wins: number[];
          lowestPriceWins: number;
          qualityBeatsPrice: number;
          ties: number;
        }[];
      };
    const once = asked();
    expect(once.draws).toBe(60_000);
    const [model] = once.models;
    expect((model?.wins ?? []).reduce((sum, each) => sum + each, 0) + (model?.ties ?? 0)).toBe(
      60_000,
    );
    expect(
      (model?.lowestPriceWins ?? 0) + (model?.qualityBeatsPrice ?? 0) + (model?.ties ?? 0),
    ).toBe(60_000);
    const dearer = { ...empty, criteria: [{ ...scored.criteria[0], deduction: "10" }] };
    expect(asked("--with", put("dyrare.json", dearer)).models[0]).toEqual({
      ...model,
      name: "Mervärden i kronor 1",
    });
  });

  test("simulate: where each authority has its own contract, they stand side by side", async () => {
    const separate = {
      ...empty,
      model: {
        ...empty.model,
        contracts: "separate",
        authorities: [
          { id: "N", name: "Norrvik" },
          { id: "S", name: "Söderby" },
        ],
      },
    };
    const asked = ["--price", "900..1100", "--draws", "200"];
    const { out } = await run("simulate", put("skilda.json", separate), ...asked);
    expect(plain(out)).toMatch(/Anbud +Vinner Norrvik % +Vinner Söderby %/);
    const told = await run("simulate", file("skilda.json"), ...asked, "--json");
    const { contracts } = JSON.parse(told.out) as { contracts: { authority: string }[] };
    expect(contracts.map(({ authority }) => authority)).toEqual(["N", "S"]);
  });

  test("simulate --out adds the sheet with its charts, and evaluating afterwards leaves it where it is", async () => {
    await run("new", file("modell.xlsx"), "--from", put("modell.json", empty));
    expect(
      await run("simulate", file("modell.xlsx"), "--draws", "500", "--out", file("provad.xlsx")),
    ).toMatchObject({ code: 0, err: `Skrev ${file("provad.xlsx")}\n` });
    const names = (name: string) =>
      [
        ...Buffer.from(unzipSync(readFileSync(file(name)))["xl/workbook.xml"] ?? [])
          .toString("utf8")
          .matchAll(/<sheet [^>]*name="([^"]+)"/g),
      ].map(([, sheet]) => sheet);
    expect(names("provad.xlsx").at(-1)).toBe("Modellprov");
    expect((await run("evaluate", file("provad.xlsx"), "--out", file("bedömd.xlsx"))).code).toBe(0);
    expect(names("bedömd.xlsx")).toEqual(expect.arrayContaining(["Modellprov", "Sammanställning"]));
  });

  test.each(
    // prettier-ignore
    [
    [["--price", "-5..10"],                 "simulate.price  Fel: Prisintervallet börjar på −5; ett pris kan inte vara negativt. Ange från noll."],
    [["--score", "M=0..6"],                 "simulate.scores[M]  Fel: Intervallet 0..6 för M ryms inte på skalan 0–5. Ange värden som finns på skalan."],
    [["--score", "M"],                      "”M” är inget intervall för ett kriterium. Skriv till exempel --score U1=2..5. Skriv ”mervarde --help” för hjälp."],
    [["--draws", "många"],                  "--draws ska vara ett heltal större än noll, men är ”många”. Skriv ”mervarde --help” för hjälp."],
    [["--draws", "0"],                      "--draws ska vara ett heltal större än noll, men är ”0”. Skriv ”mervarde --help” för hjälp."],
    [["--out", "x.json"],                   "Arbetsboken måste ha ändelsen .xlsx. Skriv ”mervarde --help” för hjälp."],
  ],
  )("simulate %j is refused in words", async (options, sentence) => {
    expect(await run("simulate", put("tom.json", empty), ...options)).toMatchObject({
      code: 2,
      out: "",
      err: `${sentence}\n`,
    });
  });

  test("whatif: the outcome before and after, and nothing written", async () => {
    const { code, out } = await run("whatif", put("bedömd.json", scored), "--set", "A:M=2");
    // A: 1 000 − 40 = 960; B: 950 − 20 = 930
    expect([code, plain(out).split("\n").slice(0, 6)]).toEqual([
      0,
      [
        "Om det som är tvistigt hade varit annorlunda",
        "Utfallet ändras. Rätten prövar om felet har medfört att leverantören lidit eller kan komma att lida skada (20 kap. 6 § LOU).",
        "",
        "Anbud          Resultat nu  Resultat då  Plats nu  Plats då",
        "─────────────  ───────────  ───────────  ────────  ────────",
        "Bolaget A (A)       900,00       960,00  1         2",
      ],
    ]);
    expect(await run("whatif", file("bedömd.json"), "--set", "A:M=7")).toMatchObject({
      code: 2,
      err: "whatif  Fel: Värdet 7 finns inte på skalan för M (0–5).\n",
    });
    expect(await run("whatif", file("bedömd.json"))).toMatchObject({
      code: 2,
      err: "Ange vad som är tvistigt med --set, --raise, --lower, --strike, --any eller --verdict. Skriv ”mervarde --help” för hjälp.\n",
    });
    expect((await run("whatif", file("bedömd.json"), "--set", "A.M=2")).code).toBe(2);
  });

  // A: 1 000 − 100 × 2,5/5 = 950; with all five points 900, and 200 less where the answer is yes.
  // prettier-ignore
  test.each([
    ["a comma in Swedish",      ["--set", "A:M=2,5"],                   "950"],
    ["a point",                 ["--set", "A:M=2.5"],                   "950"],
    ["yes in Swedish",          ["--set", "A:J=Ja"],                    "700"],
    ["yes in English",          ["--set", "A:J=YES", "--lang=en"],      "700"],
    ["two at once",             ["--set", "A:J=ja", "--set", "A:M=0"],  "800"],
  ])("whatif reads a score as people write it: %s", async (_, options, result) => {
    const answered = document({
      model: sound,
      criteria: [
        monetary("M", { deduction: "100" }),
        monetary("J", { deduction: "200", scale: { type: "yes-no" } }),
      ],
      bids: [
        { id: "A", price: "1000", scores: { M: "5", J: "no" } },
        { id: "B", price: "950", scores: { M: "1", J: "no" } },
      ],
    });
    const { out } = await run("whatif", put("svarad.json", answered), "--json", ...options);
    const { after } = JSON.parse(out) as { after: { bids: { id: string; result: string }[] } };
    expect(after.bids.find(({ id }) => id === "A")?.result).toBe(result);
  });

  test("sensitivity: the exact price that turns the outcome, to the öre", async () => {
    const { prices, scores } = (
      JSON.parse((await run("sensitivity", put("bedömd.json", scored), "--json")).out) as {
        tipping: { prices: object[]; scores: object[] };
      }
    ).tipping;
    // A at 900, B at 930
    expect(prices).toEqual([
      { bid: "A", leads: true, offered: "1000", highest: "1029.99" },
      { bid: "B", leads: false, offered: "950", highest: "919.99" },
    ]);
    expect(scores).toEqual([]);
  });

  test("model: its text is read back, and one changed figure is found", async () => {
    const model = put("bedömd.json", scored);
    expect((await run("model", model, "--to", file("modell.txt"))).code).toBe(0);
    expect(await run("model", model, "--compare", file("modell.txt"))).toMatchObject({
      code: 0,
      out: "Texten och modellen säger samma sak.\n",
    });
    const changed = readFileSync(file("modell.txt"), "utf8").replace(
      "Avdrag vid full uppfyllnad: 100 SEK.",
      "Avdrag vid full uppfyllnad: 110 SEK.",
    );
    expect(await run("model", model, "--compare", put("ändrad.txt", changed))).toMatchObject({
      code: 1,
      out: "Kriterier, rad M: texten säger ”Avdrag vid full uppfyllnad: 110 SEK.”, modellen ”Avdrag vid full uppfyllnad: 100 SEK.”\n",
    });
    expect((await run("model", model, "--lang", "en", "--to", file("model.txt"))).code).toBe(0);
    expect(await run("model", model, "--compare", file("model.txt"))).toMatchObject({
      code: 0,
      out: "Texten och modellen säger samma sak.\n",
    });
    const example = readFileSync(file("modell.txt"), "utf8").replace(
      /(Utvärderingspris: \d+)/,
      "$17",
    );
    expect((await run("model", model, "--compare", put("exempel.txt", example))).out).toContain(
      "Räkneexemplet i texten är inte det som modellen ger.",
    );
    expect(
      (JSON.parse((await run("model", model, "--eforms")).out) as { criteria: object[] }).criteria,
    ).toHaveLength(2);
    expect(plain((await run("model", model)).out)).toContain(
      "Ett steg på M är värt 20 SEK, 2,1 % av lägsta anbudspris.",
    );
  });

  test("a blocking question about the model blocks evaluate and check, and names its cell", async () => {
    const unlawful = document({
      model: { ...sound, method: { type: "percentage" } },
      criteria: [monetary("M", { deductionPercent: "100" })],
      bids: [{ id: "A", price: "1000", scores: { M: "3" } }],
    });
    await run("new", file("procent.xlsx"), "--from", put("procent.json", unlawful));
    const { code, out } = await run("evaluate", file("procent.xlsx"));
    expect([code, plain(out)]).toEqual([
      1,
      expect.stringContaining("Kriterier!A4  Fel: Procentavdragen når 100 %"),
    ]);
    expect(plain(out)).toContain("Egenkontroll 5 av 5");
    expect((await run("check", file("procent.xlsx"))).code).toBe(1);
  });
});

describe("the group's work", () => {
  const levels = ["0", "1", "2", "3", "4"].map((value) => ({ value, label: `nivå ${value}` }));
  const scenario = monetary("S1", {
    name: "Ta emot anmälan",
    deduction: "1000",
    panel: "consensus",
    scale: { type: "levels", levels },
  });
  const started = {
    ...document({
      model: { rounding: { result: null }, ties: ["lowest-price"] },
      criteria: [scenario],
      bids: [{ id: "A" }, { id: "B" }],
    }),
    evaluators: [
      { id: "E1", name: "Eva Ek" },
      { id: "E2", name: "Per Pil" },
    ],
  };
  const blind = { ...started, procurement: { ...started.procurement, prices: "sealed" } };
  const priced = {
    ...blind,
    bids: blind.bids.map((bid, n) => ({ ...bid, price: n === 0 ? "10000" : "9500" })),
  };
  type Sheet = {
    scores: { bid: string; value?: string; rationale?: string; reference?: string }[];
    conflictDeclared?: boolean;
    evaluator: string;
  };

  /** Fills in a sheet that was handed out as JSON. */
  const fill = (name: string, values: readonly string[]) => {
    const sheet = JSON.parse(readFileSync(file(name), "utf8")) as Sheet;
    const scores = sheet.scores.map((score, n) => ({
      ...score,
      value: values[n] ?? "",
      rationale: `Klart i första försöket, ${score.bid} ${sheet.evaluator}`,
      reference: "00:12",
    }));
    return put(name, { ...sheet, conflictDeclared: false, declaredAt: "2026-03-01", scores });
  };

  test.each([["xlsx"], ["json"]])(
    "from the first score to opened prices, with every step in a file of its own (.%s)",
    async (kind) => {
      const at = (name: string) => file(`${kind}-${name}.${kind}`);
      const source = put(`${kind}-bok.json`, blind);
      if (kind === "xlsx") expect((await run("new", at("bok"), "--from", source)).code).toBe(0);
      expect(
        (await run("publish", at("bok"), "--by", "Eva Ek", "--out", at("publicerad"))).code,
      ).toBe(0);
      expect(
        (
          await run(
            "sheets",
            at("publicerad"),
            "--evaluators",
            "--json",
            "--to",
            file(`${kind}-blad`),
          )
        ).code,
      ).toBe(0);
      const sheets = ["Eva-Ek", "Per-Pil"].map((name) =>
        fill(`${kind}-blad/${kind}-publicerad-bedomarblad-${name}.json`, ["2", "1"]),
      );
      const merged = await run(
        "merge",
        at("publicerad"),
        ...sheets,
        "--by",
        "Eva Ek",
        "--out",
        at("inlast"),
      );
      expect([merged.code, merged.out]).toEqual([0, "Läste in 12 uppgifter.\n"]);
      const again = await run(
        "merge",
        at("inlast"),
        ...sheets,
        "--out",
        at("igen"),
        "--by",
        "Eva Ek",
      );
      expect([again.code, again.out, existsSync(at("igen"))]).toEqual([
        0,
        "Inget nytt att läsa in; 12 fanns redan.\n",
        false,
      ]);
      const early = await run(
        "seal-quality",
        at("inlast"),
        "--out",
        at("kvalitet"),
        "--by",
        "Eva Ek",
      );
      expect([early.code, early.err]).toEqual([
        1,
        expect.stringContaining("Bolaget A (A) är inte bedömd på"),
      ]);
      const asJson = await run(
        "seal-quality",
        at("inlast"),
        "--json",
        "--out",
        at("kvalitet"),
        "--by",
        "Eva Ek",
      );
      expect(asJson.code).toBe(1);
      const { error } = JSON.parse(asJson.out) as { error: { findings: { code: string }[] } };
      expect(error.findings.map(({ code }) => code)).toContain("score-missing");
      expect(
        (await run("export", at("inlast").replace(/json$/, "xlsx"), "--to", file("ut.json"))).code,
      ).toBe(kind === "xlsx" ? 0 : 2);
      const scored = JSON.parse(
        readFileSync(kind === "xlsx" ? file("ut.json") : at("inlast"), "utf8"),
      ) as typeof blind;
      const agreedOn = put(`${kind}-enad.json`, {
        ...scored,
        bids: scored.bids.map((bid, n) => ({
          ...bid,
          scores: {
            S1: {
              ...bid.scores["S1"],
              value: n === 0 ? "2" : "1",
              rationale: "Gruppen enades efter genomgång",
              reference: "00:12",
            },
          },
        })),
      });
      const fixed = await run(
        "seal-quality",
        agreedOn,
        "--by",
        "Eva Ek",
        "--out",
        file(`${kind}-kvalitet.json`),
      );
      expect([fixed.code, fixed.err]).toEqual([0, `Skrev ${file(`${kind}-kvalitet.json`)}\n`]);
      const prices = put(`${kind}-priser.json`, priced);
      expect(
        (
          await run(
            "open-prices",
            file(`${kind}-kvalitet.json`),
            "--prices",
            prices,
            "--by",
            "Eva Ek",
            "--out",
            file(`${kind}-oppnad.json`),
          )
        ).code,
      ).toBe(0);
      // A: 10 000 − 1 000 × 2/4 = 9 500. B: 9 500 − 1 000 × 1/4 = 9 250.
      const { status, award, bids } = JSON.parse(
        (await run("evaluate", file(`${kind}-oppnad.json`), "--json")).out,
      ) as { status: string; award: string[]; bids: { result: string }[] };
      expect([status, award, bids.map(({ result }) => result)]).toEqual([
        "final",
        ["B"],
        ["9500", "9250"],
      ]);
      const history = (await run("history", file(`${kind}-oppnad.json`), "--bid", "A")).out
        .split("\n")
        .filter((line) => line !== "");
      expect(history.map((line) => line.replace(/^\S+ \S+ /, ""))).toEqual([
        "Eva Ek  Bedömning Bolaget A (A) · Ta emot anmälan (S1) · Eva Ek (E1)  (tomt) → 2  Klart i första försöket, A E1",
        "Eva Ek  Bedömning Bolaget A (A) · Ta emot anmälan (S1) · Per Pil (E2)  (tomt) → 2  Klart i första försöket, A E2",
        "Eva Ek  Bedömning Bolaget A (A) · Ta emot anmälan (S1)  (tomt) → 2  Gruppen enades efter genomgång",
      ]);
    },
  );

  test("sheets and a price file as workbooks: the price file alone has the prices", async () => {
    expect((await run("new", file("pris.xlsx"), "--from", put("pris.json", priced))).code).toBe(0);
    const { code, err } = await run("sheets", file("pris.xlsx"), "--evaluators", "--prices");
    expect([
      code,
      err
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => line.replace(/.*\//, "")),
    ]).toEqual([
      0,
      ["pris-bedomarblad-Eva-Ek.xlsx", "pris-bedomarblad-Per-Pil.xlsx", "pris-priser.xlsx"],
    ]);
    const texts = (name: string) =>
      Object.entries(unzipSync(readFileSync(file(name))))
        .filter(([part]) => /sheet|sharedStrings/.test(part))
        .map(([, bytes]) => Buffer.from(bytes).toString())
        .join();
    expect([
      texts("pris-bedomarblad-Eva-Ek.xlsx").includes("9500"),
      texts("pris-priser.xlsx").includes("9500"),
      texts("pris-priser.xlsx").includes("Ta emot anmälan"),
    ]).toEqual([false, true, false]);
    const twice = await run("sheets", file("pris.xlsx"), "--evaluators");
    expect([twice.code, twice.err]).toEqual([
      2,
      expect.stringContaining("pris-bedomarblad-Eva-Ek.xlsx"),
    ]);
  });

  test("conflicts and faults end with 1, and are reported with file and cell", async () => {
    const standing = put("stod.json", {
      ...priced,
      evaluators: started.evaluators.map((each) => ({ ...each, conflictDeclared: false })),
      bids: priced.bids.map((bid) => ({
        ...bid,
        scores: {
          S1: {
            assessments: [
              {
                evaluator: "E1",
                value: "3",
                rationale: "Klart direkt utan hjälp",
                reference: "00:12",
              },
            ],
          },
        },
      })),
    });
    expect(
      (await run("sheets", standing, "--evaluators", "--json", "--to", file("stod"))).code,
    ).toBe(0);
    const sheet = fill("stod/stod-bedomarblad-Eva-Ek.json", ["4", "9"]);
    writeFileSync(file("trasig.xlsx"), "inget zip-arkiv");
    const { code, out } = await run(
      "merge",
      standing,
      sheet,
      file("trasig.xlsx"),
      put("ingenting.json", { hej: 1 }),
      "--out",
      file("stod-ut.json"),
      "--by",
      "Eva Ek",
    );
    expect(code).toBe(1);
    expect(
      out
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => line.replaceAll(`${folder}/`, "")),
    ).toEqual([
      "Inget nytt att läsa in; 1 fanns redan; 2 konflikter.",
      "Konflikt Bolaget A (A) · Ta emot anmälan (S1) · Eva Ek (E1), Poäng: 3 står kvar; 4 (stod/stod-bedomarblad-Eva-Ek.json scores[0].value). Inget är skrivet över.",
      "Konflikt Bolaget A (A) · Ta emot anmälan (S1) · Eva Ek (E1), Motivering: Klart direkt utan hjälp står kvar; Klart i första försöket, A E1 (stod/stod-bedomarblad-Eva-Ek.json scores[0].rationale). Inget är skrivet över.",
      "trasig.xlsx  Fel: Filen trasig.xlsx är ingen Excel-arbetsbok (.xlsx). Filen lästes inte in; de andra är inlästa.",
      expect.stringMatching(/^ingenting\.json {2}Fel: .* är inget bedömarblad/),
      "stod/stod-bedomarblad-Eva-Ek.json scores[1].value  Fel: ”9” är ingen nivå på Ta emot anmälan (S1); nivåerna är 0, 1, 2, 3, 4. Raden lästes inte in.",
    ]);
    expect(existsSync(file("stod-ut.json"))).toBe(false);
  });

  const one = () => put("en.json", priced);
  test.each(
    // prettier-ignore
    [
    ["what to make",          () => ["sheets", one()],                                              2, "Ange vad som ska göras"],
    ["no panel",              () => ["sheets", put("två2.json", two), "--evaluators"],              2, "Inget kriterium bedöms av en panel"],
    ["the same file",         () => ["record", one(), "--out", file("en.json"), "--by", "Eva Ek"],                    2, "annan fil"],
    ["another kind of file",  () => ["record", one(), "--out", file("en.xlsx"), "--by", "Eva Ek"],                    2, "samma ändelse"],
    ["a file that is there",  () => ["record", one(), "--out", put("finns.json", "{}"), "--by", "Eva Ek"],            2, "finns.json"],
    ["prices before quality", () => ["open-prices", one(), "--prices", one(), "--out", file("x.json"), "--by", "Eva Ek"], 1, "Kvaliteten är inte fastställd"],
    ["a file of no prices",   () => ["open-prices", put("fast.json", { ...priced, events: [{ type: "quality-fixed", time: "2026-03-02T10:00:00Z", by: "Eva Ek" }] }), "--prices", put("halv.json", { format: "mervarde/1" }), "--out", file("x.json"), "--by", "Eva Ek"], 2, "halv.json går inte att läsa för ”open-prices”"],
    ["no price file",         () => ["open-prices", one(), "--by", "Eva Ek"],                                         2, "--prices"],
    ["an unknown round",      () => ["close-round", one(), "--round", "R9", "--out", file("x.json"), "--by", "Eva Ek"], 1, "Omgång R9 finns inte"],
    ["a selection undecided", () => ["invite", one(), "--selection", put("urval.json", { ...priced, bids: [] }), "--out", file("x.json"), "--by", "Eva Ek"], 1, "Urvalet är inte avgjort"],
    ["nobody's history",      () => ["history", one()],                                             0, ""],
  ],
  )("%s", async (_, args, code, sentence) => {
    const { code: found, err } = await run(...args());
    expect([found, err]).toEqual([code, expect.stringContaining(sentence)]);
  });

  test("a selection's outcome is noted in the file that goes on from it, and nobody else's bid is awarded", async () => {
    const candidates = {
      ...document({
        model: {
          method: { type: "fixed-price", price: "0" },
          winners: 3,
          ties: [],
          rounding: { result: null },
        },
        criteria: [monetary("E", { weight: "100" })],
        bids: ["5", "1", "4", "3"].map((value, n) => ({
          id: "ABCD"[n] ?? "",
          scores: { E: value },
        })),
      }),
    };
    const selection = put("ansok.json", {
      ...candidates,
      procurement: { ...candidates.procurement, stage: "selection", procedure: "negotiated" },
    });
    expect((await run("evaluate", selection)).out).toContain(
      "Bjuds in: Bolaget A, Bolaget C, Bolaget D",
    );
    expect(
      (
        await run(
          "invite",
          put("anbud.json", two),
          "--selection",
          selection,
          "--out",
          file("bjudna.json"),
          "--by",
          "Eva Ek",
        )
      ).code,
    ).toBe(0);
    const { findings } = JSON.parse((await run("evaluate", file("bjudna.json"), "--json")).out) as {
      findings: { code: string; where: string }[];
    };
    expect(
      findings.filter(({ code }) => code === "bid-not-invited").map(({ where }) => where),
    ).toEqual(["bids[B].id"]);
  });

  test("status shows each bid, area and what is open, as text and as JSON", async () => {
    const { code, out } = await run("status", one());
    expect([code, out]).toEqual([0, expect.stringContaining("Panelens bedömningar")]);
    const sections = JSON.parse((await run("status", one(), "--json")).out) as { title: string }[];
    expect(sections.map(({ title }) => title)).toEqual([
      "Panelens bedömningar",
      "Intressekonflikter",
    ]);
  });
});
