/**
 * The group at the pane: scoring sheets out and in, the journal, a change that needs a reason, and
 * prices that come last. In Excel, and in the page by itself.
 */
import { readFile } from "node:fs/promises";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { pricesApart } from "../../src/procedure/price-file";
import { recordFigures } from "../../src/scoring/record-scores";
import { readParts } from "../../src/host/xlsx/read-workbook";
import { writeWorkbookBytes } from "../../src/host/xlsx/write-workbook";
import { openPackage } from "../../src/host/xlsx/package-check";
import { priceTables } from "../../src/sheet/table-keys";
import { readScoreSheets } from "../../src/sheet/pages/read-score-sheet";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import type { ExcelHost } from "../excel-host/host";
import { openAlone } from "../excel-host/transports/pane";
import { agreed, panel, scenario } from "../scoring/panel";
import { User } from "./user";

let host: ExcelHost;
const user = new User();
const { step, press, say, seen, until } = user;

const whole = panel({ A: agreed("A", "2", "2", "2"), B: agreed("B", "1", "1", "1") });
const kept = recordFigures(whole, { time: "2026-03-09T10:00", by: "Eva Ek" }).document;
const blank = panel({ A: {}, B: {} });

async function openExcel(value: EvaluationDocument): Promise<void> {
  host = await user.openExcel(value);
}
const cell = (sheet: string, address: string) => {
  const found = host.workbook.sheet(sheet);
  const [, letters = "A", row = "1"] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  return found?.value(Number(row) - 1, letters.charCodeAt(0) - 65);
};

test("what an act needs is asked for first: whose name", async () => {
  await openExcel(whole);
  await step("Poäng");
  await press("Registrera");
  await seen("Skriv ditt namn först.");
});

test("scores are recorded in the journal of the workbook, with who and when", async () => {
  await openExcel(whole);
  await step("Poäng");
  await seen("6 bedömningar är inte registrerade.");
  await say("Eva Ek");
  await press("Registrera");
  await seen("Registrerade 6 uppgifter.");
  expect(host.workbook.sheet("Händelser")).toBeDefined();
  expect([
    cell("Händelser", "B5"),
    cell("Händelser", "E5"),
    cell("Händelser", "F5"),
    cell("Händelser", "J5"),
  ]).toEqual([1, "Eva Ek", "A", "2"]);
});

test("where nobody scores, the panel's criterion leads to the form that adds evaluators, a name a line", async () => {
  await openExcel({ ...blank, evaluators: [] });
  await step("Poäng");
  await say("Moderatorn");
  await user.frame.click("[data-name='go add-evaluator']");
  const names = "[data-name='add-evaluator.name'] textarea";
  await user.frame.fill(names, "Anna Berg\nAgneta Boll\nanna berg\n");
  await seen("Blir 3 bedömare:");
  await user.frame.waitForSelector(
    "[data-name='becomes add-evaluator.name'] li:text-is('Agneta Boll (AB2)')",
  );
  await user.frame.press(names, "Control+Enter");
  await user.frame.waitForSelector(
    "[data-name='add-evaluator.name'] .failure:has-text('anna berg finns redan')",
  );
  await user.frame.fill(names, "Anna Berg\nAgneta Boll");
  await user.frame.press(names, "Control+Enter");
  await seen("Tillagt: Anna Berg (AB); Agneta Boll (AB2). Bedömarna har fått rader");
  await user.frame.waitForSelector(
    "[data-name='evaluator AB2']:has-text('har inte svarat om intressekonflikt')",
  );
  await user.frame.waitForSelector("[data-name='evaluators lacking']", { state: "detached" });
  expect(["B5", "C5", "B6", "C6"].map((at) => cell("Bedömare", at))).toEqual([
    "AB",
    "Anna Berg",
    "AB2",
    "Agneta Boll",
  ]);
  await user.frame.click(
    "#messages button:has-text('Ångra senaste (Anna Berg (AB); Agneta Boll (AB2))')",
  );
  await user.frame.waitForSelector("[data-name='evaluators lacking']");
});

test("where the page is scrolled to what an act came to, the keyboard goes on from there", async () => {
  await openExcel(blank);
  await user.pane.page.setViewportSize({ width: 340, height: 420 });
  await step("Poäng");
  await say("Moderatorn");
  await press("Lägg till blad i arbetsboken");
  const name = "Bedömarblad_1_Eva_Ek";
  await until(() => host.workbook.sheet(name) !== undefined);
  host.type(name, "G5", 3);
  await user.frame.press("main button:text-is('Läs in bladen i arbetsboken')", "Enter");
  await seen("Läste in 1 uppgift.");
  const focused = () =>
    user.frame.evaluate(() => {
      const at = document.activeElement;
      const { top = -1, bottom = -1 } = at?.getBoundingClientRect() ?? {};
      return [at?.getAttribute("data-name"), top >= 0 && bottom <= innerHeight];
    });
  expect(await focused()).toEqual(["outcome", true]);
});

test("a recorded score that is changed does not count until it is recorded with a reason", async () => {
  await openExcel(kept);
  await step("Resultat");
  // B: 9 500 − 1 000 × 1/4 = 9 250; A: 10 000 − 1 000 × 2/4 = 9 500, and with level 4 it would be 9
  // 000.
  expect(await user.frame.textContent(".award")).toBe("Föreslås tilldelas: Bolaget B (B)");
  host.type("Poäng", "G5", 4);
  await step("Granska");
  await press("Kontrollera");
  await seen("är ändrad sedan den registrerades och räknas inte");
  await step("Resultat");
  expect(await user.frame.locator(".award").count()).toBe(0);
  expect(await user.frame.locator("text=9 000").count()).toBe(0);
  await step("Poäng");
  await say("Per Pil");
  await press("Registrera");
  await seen("En registrerad bedömning ändras bara med ett skäl.");
  await user.frame.fill(
    "main .field:has-text('Skäl till ändringen') textarea",
    "Inspelningen visar hela uppgiften",
  );
  await press("Registrera");
  await seen("Registrerade 1 uppgift.");
  await step("Resultat");
  expect(await user.frame.textContent(".award")).toBe("Föreslås tilldelas: Bolaget A (A)");
  await step("Poäng");
  await user.frame.click(".seat:has-text('A')");
  await seen("Inspelningen visar hela uppgiften");
});

test("what all agree on is accepted at once; for another the level is set with its reason by the keyboard", async () => {
  const differing = panel({
    A: agreed("A", undefined, "2", "2"),
    B: agreed("B", undefined, "3", "1"),
  });
  await openExcel(differing);
  await step("Poäng");
  await press("Godta 1 enhällig bedömning");
  await seen("1 av 2");
  expect(["G5", "H5", "I5"].map((at) => cell("Poäng", at))).toEqual([
    2,
    "Uppgiften blev klar utan avbrott i första försöket. A E1. Uppgiften blev klar utan avbrott i första försöket. A E2.",
    "Demo 00:12",
  ]);
  await press("Nästa oenighet (1)");
  await user.frame.waitForSelector(".own");
  expect(await user.frame.locator("input[name=agreed-level]:checked").count()).toBe(0);
  const { keyboard } = user.pane.page;
  await user.frame.check("label:has-text('2 – nivå 2')");
  await user.frame.fill(".discussion textarea", "Två av tre moment klarades");
  await keyboard.press("Control+Enter");
  await seen("Alla gemensamma nivåer är satta.");
  expect(["G6", "H6"].map((at) => cell("Poäng", at))).toEqual([2, "Två av tre moment klarades"]);
  await keyboard.press("Escape");
  await user.frame.waitForSelector(".discussion", { state: "detached" });
  expect(await user.frame.textContent(".seat:focus")).toBe(
    "B Bolaget B, Scenario S1: 3 1 = 2 satt",
  );
});

test("a reason without a level enters nothing: the level says that it is missing, and what was typed stays", async () => {
  await openExcel(
    panel({ A: agreed("A", undefined, "2", "1"), B: agreed("B", undefined, "3", "1") }),
  );
  await step("Poäng");
  await press("Nästa oenighet (2)");
  await user.frame.waitForSelector(".own");
  const { keyboard } = user.pane.page;
  const missing = ".discussion fieldset .failure:has-text('Ingen nivå är angiven')";
  await user.frame.fill(".discussion textarea", "Två av tre moment klarades");
  await keyboard.press("Control+Enter");
  await user.frame.waitForSelector(missing);
  await user.frame.waitForSelector(".discussion[aria-label='S1, Bolaget A']");
  expect(await user.frame.inputValue(".discussion textarea")).toBe("Två av tre moment klarades");
  expect(["G5", "H5"].map((at) => cell("Poäng", at) ?? "")).toEqual(["", ""]);
  await user.frame.check("label:has-text('2 – nivå 2')");
  await user.frame.waitForSelector(missing, { state: "detached" });
  await user.frame.fill(".discussion textarea", "Två av tre moment klarades");
  await keyboard.press("Control+Enter");
  await user.frame.waitForSelector(".discussion[aria-label='S1, Bolaget B']");
  expect(["G5", "H5"].map((at) => cell("Poäng", at))).toEqual([2, "Två av tre moment klarades"]);
});

test("a sheet for each evaluator in the workbook, filled in there and merged; a second try changes nothing", async () => {
  await openExcel(blank);
  await step("Poäng");
  await say("Moderatorn");
  await press("Lägg till blad i arbetsboken");
  await seen("Lägg till blad i arbetsboken");
  const name = "Bedömarblad_1_Eva_Ek";
  await until(() => host.workbook.sheet(name) !== undefined);
  host.type(name, "G5", 3);
  host.type(name, "H5", "Klart i första försöket utan hjälp");
  host.type(name, "I5", "Demo 00:12");
  await press("Läs in bladen i arbetsboken");
  await seen("Läste in 3 uppgifter.");
  await press("Läs in bladen i arbetsboken");
  await seen("Inget nytt att läsa in; 3 fanns redan.");
  // Whose score of which bid on what, by name.
  expect(["C5", "D5", "E5", "G5"].map((at) => cell("Bedömningar", at))).toEqual([
    "Scenario S1",
    "Bolaget A",
    "Eva Ek",
    3,
  ]);
});

test("a question to a bidder becomes a row with the price as it stands", async () => {
  await openExcel(whole);
  await step("Krav");
  await say("Eva Ek");
  await user.frame.click("summary:has-text('Begär förtydligande')");
  await press("Lägg till raden");
  await seen("Välj något under ”Anbud” först.");
  await user.frame.selectOption("[data-name='clarify.bid'] select", "A");
  await user.frame.selectOption("[data-name='clarify.subject'] select", "price");
  await press("Lägg till raden");
  await seen("Fyll i det här fältet.");
  expect(cell("Förtydliganden", "B5")).toBe("");
  // What was refused is still as she chose it; only what was wrong is mended.
  await user.frame.fill("main .field:has-text('Fråga') textarea", "Gäller priset utan moms?");
  await press("Lägg till raden");
  await seen("Väntar på svar");
  expect(["B5", "C5", "G5", "H5", "L5"].map((at) => cell("Förtydliganden", at))).toEqual([
    "F1",
    "A",
    "Gäller priset utan moms?",
    "Eva Ek",
    10000,
  ]);
});

test("in a wide pane the acts are listed, and the chosen one's form stands beside the list", async () => {
  await openExcel(whole);
  await user.pane.page.setViewportSize({ width: 1280, height: 900 });
  await step("Krav");
  await user.frame.click("[data-name='show part bids']");
  await user.frame.click(".list [data-name='reject'] button");
  await user.frame.selectOption(".detail [data-name='reject.bid'] select", "A");
  await user.frame.fill(".detail [data-name='reject.reason'] textarea", "Kom in för sent");
  await user.frame.press(".detail [data-name='reject.reason'] textarea", "Control+Enter");
  await seen("Skriv ditt namn först.");
  // The keyboard is where the name is written.
  await user.frame.waitForSelector("[data-name='who'] input:focus");
  await user.frame.page().keyboard.type("Eva Ek");
  await press("Registrera att anbudet förkastats");
  await seen("Beslutet att förkasta är registrerat.");
  expect(await user.frame.locator(".detail details, .list details").count()).toBe(0);
});

test("the model is published after a second press, and a change is reported at once", async () => {
  const { events: _events, ...unscored } = kept;
  await openExcel(unscored);
  await step("Modell");
  await say("Eva Ek");
  await press("Publicera modellen");
  await seen("En senare ändring spärrar tilldelningen.");
  await press("Ja, publicera modellen");
  await seen("Publicerad 20");
  // A criterion is read, with why it is fixed, and nothing of it can be typed in or moved.
  const first = user.frame.locator(".criteria > li").first();
  await first.locator("summary").first().click();
  await first.locator("dt:text-is('Avdrag kr') + dd:text-is('1 000')").waitFor();
  await first.locator("dt:text-is('4') + dd:text-is('nivå 4')").waitFor();
  expect(await first.innerText()).toMatch(/Publicerat 20.* av Eva Ek\. Kriterierna ligger fast/);
  expect(await user.frame.locator(".criteria :is(input, select, textarea, .handle)").count()).toBe(
    0,
  );
  // So is the model, with the way to another one.
  const form = user.frame.locator("[data-name='section Modellen']");
  expect(await form.innerText()).toContain("börja en ny utvärdering från den här filen");
  await form.locator("dt:text-is('Metod') + dd:text-is('Mervärden i kronor')").waitFor();
  expect(await form.locator("input, select, textarea").count()).toBe(0);
  // What is copied into the procurement documents has the code with it.
  await user.frame.click("summary:has-text('Modellen på klarspråk')");
  await user.frame.waitForSelector(
    "pre.words >> text=/Modellens kod: ([0-9A-Z]{4}-){5}[0-9A-Z]{4}$/",
  );
  host.type("Kriterier", "H5", 2000);
  await step("Granska");
  await press("Kontrollera");
  await seen("Kriterierna är inte längre vad som publicerades");
});

test("a negotiation: the round is closed with its prices kept, the selection noted, a low price asked about", async () => {
  const negotiated: EvaluationDocument = {
    ...panel({ A: agreed("A", "2", "2", "2"), B: agreed("B", "1", "1", "1") }),
    procurement: { ...whole.procurement, procedure: "negotiated", lowBids: { belowNext: "5" } },
    rounds: [
      { id: "R0", kind: "initial" },
      { id: "R1", kind: "final" },
    ],
  };
  await openExcel(negotiated);
  await step("Krav");
  await say("Eva Ek");
  await user.frame.click("summary:has-text('Avsluta en omgång')");
  await user.frame.selectOption("[data-name='close-round.round'] select", "R0");
  await press("Avsluta en omgång");
  await seen("Omgång avslutad");
  expect(["B5", "C5", "E5", "B6", "E6"].map((at) => cell("TidigarePriser", at))).toEqual([
    "A",
    "R0",
    10000,
    "B",
    9500,
  ]);
  const criteria = [
    scenario("E", { panel: "single", deduction: undefined, weight: "100" } as object),
  ].map(({ deduction: _deduction, ...rest }) => rest);
  const candidates = {
    ...whole,
    evaluators: [],
    criteria,
    procurement: { ...whole.procurement, stage: "selection", procedure: "negotiated" },
    model: { ...whole.model, method: { type: "fixed-price", price: "0" }, winners: 3, ties: [] },
    bids: ["A", "C", "D"].map((id, n) => ({
      id,
      bidder: id,
      answers: {},
      scores: { E: { value: String(n) } },
    })),
  };
  await user.frame.setInputFiles("main .field:has-text('Läs in urvalet') input", {
    name: "urval.json",
    mimeType: "",
    buffer: Buffer.from(JSON.stringify(candidates)),
  });
  await seen("Urvalet är antecknat 20");
  await user.frame.click("summary:has-text('Begär förklaring av ett lågt pris')");
  await user.frame.selectOption("[data-name='ask-low-bid.bid'] select", "B");
  await user.frame.locator("details:has-text('Begär förklaring') textarea").fill("Hur räknar ni?");
  await user.frame
    .locator("details:has-text('Begär förklaring') button:text-is('Lägg till raden')")
    .click();
  await seen("En rad är tillagd på bladet LågaAnbud.");
  expect([cell("LågaAnbud", "B5"), cell("LågaAnbud", "C5"), cell("LågaAnbud", "E5")]).toEqual([
    "B",
    "Eva Ek",
    "Hur räknar ni?",
  ]);
  await step("Granska");
  await seen("Bolaget B (B) bjöds inte in");
});

describe("the page by itself", () => {
  const choose = (files: { name: string; mimeType: string; buffer: Buffer }[], field: string) =>
    user.frame.setInputFiles(`main .field:has-text('${field}') input[type=file]`, files);
  const asFile = (name: string, value: unknown) => ({
    name,
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(value)),
  });

  test("sheets handed out as files, merged back with a conflict, quality fixed, prices opened", async () => {
    const sealed: EvaluationDocument = {
      ...whole,
      procurement: { ...whole.procurement, prices: "sealed" },
      bids: whole.bids.map(({ price: _price, ...bid }) => bid),
    };
    user.pane = await openAlone(user.browser);
    await choose([asFile("anbud.json", sealed)], "fil");
    await seen("Prov");
    await step("Poäng");
    await say("Moderatorn");
    const downloads: Buffer[] = [];
    user.pane.page.on(
      "download",
      (download) =>
        void download
          .path()
          .then((path) => readFile(path))
          .then((bytes) => downloads.push(bytes)),
    );
    await press("Gör en fil per bedömare");
    await seen("Sparat: bedomarblad-Eva-Ek.xlsx, bedomarblad-Per-Pil.xlsx");
    await until(() => downloads.length === 2);
    const [first] = await Promise.all(
      downloads.map(async (bytes) =>
        readScoreSheets(
          { name: "", reading: await readParts(openPackage(new Uint8Array(bytes))) },
          whole,
          [sv],
        ),
      ),
    );
    const scoreSheet = first?.[0]?.scoreSheet;
    expect(scoreSheet?.scores.map(({ bid, value }) => [bid, value])).toEqual([
      ["A", "2"],
      ["B", "1"],
    ]);
    await choose(
      [
        asFile("e1.json", {
          ...scoreSheet,
          scores: scoreSheet?.scores.map((score) => ({ ...score, value: "4" })),
        }),
        { name: "trasig.xlsx", mimeType: "", buffer: Buffer.from("inget zip-arkiv") },
      ],
      "Läs in ifyllda filer",
    );
    await seen("2 konflikter; det som stod står kvar");
    await seen("Filen trasig.xlsx är ingen Excel-arbetsbok (.xlsx). Filen lästes inte in");
    await press("Fastställ kvaliteten");
    await press("Ja, fastställ kvaliteten");
    await seen("Kvaliteten fastställd 20");
    const prices = Buffer.from(
      await writeWorkbookBytes(writeWorkbook(pricesApart(whole), sv, priceTables)),
    );
    await choose([{ name: "priser.xlsx", mimeType: "", buffer: prices }], "Öppna priserna");
    await seen("Priserna öppnade 20");
    await step("Resultat");
    expect(await user.frame.textContent(".award")).toBe("Föreslås tilldelas: Bolaget B (B)");
  });
});
