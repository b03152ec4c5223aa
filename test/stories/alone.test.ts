/**
 * The page by itself: no Excel, no office.js, no network. A lawyer drops a workbook, reads every
 * "varför?" and saves the evaluated copy. Nothing but the page's own files may be asked for.
 */
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { openPackage } from "../../src/host/xlsx/package-check";
import { readParts } from "../../src/host/xlsx/read-workbook";
import { writeWorkbookBytes } from "../../src/host/xlsx/write-workbook";
import { readWorkbook } from "../../src/sheet/read";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import { basisOf } from "../../src/core/document/recorded";
import { fingerprint } from "../../src/journal/fingerprint";
import { openAlone } from "../excel-host/transports/pane";
import { handedIn, licences, well } from "../filled-forms";
import { worked } from "../sealed";
import { document as evaluationOf, monetary } from "../small";
import { User } from "./user";

const user = new User();
const { step, press, seen } = user;

const unpublished = evaluationOf({ bids: [{ id: "A", price: "1000" }] });
const example = "examples/verksamhetssystem.xlsx";
const choose = (file: string | { name: string; mimeType: string; buffer: Buffer }) =>
  user.frame.setInputFiles("input[type=file]", file);

async function saved(button: string): Promise<Uint8Array> {
  const [download] = await Promise.all([user.pane.page.waitForEvent("download"), press(button)]);
  expect(download.suggestedFilename()).toMatch(/-mervarde\.xlsx$/);
  return new Uint8Array(await readFile(await download.path()));
}

test("a workbook: evaluated by two engines, every why, and a saved copy with the original's own parts untouched", async () => {
  user.pane = await openAlone(user.browser);
  await choose(example);
  await seen("Verksamhetssystem för socialtjänsten");
  await press("Till resultatet");
  await press("Utvärdera");
  await seen("Resultatbladen stämmer med underlaget.");
  expect(await user.frame.textContent(".award")).toBe(
    "Föreslås tilldelas: Norrvik Verksamhetssystem AB (A)",
  );
  const first = user.frame.locator(".chosen").first();
  await first.locator("summary:has-text('Anbudspris')").first().click();
  await first.locator(".steps .leaf, .steps details").first().waitFor();
  // There is no cell to jump to; its name is there to be read.
  expect(await user.frame.locator(".steps button.link").count()).toBe(0);
  await step("Granska");
  await seen("265 av 265 tal är lika");
  await step("Start");
  const bytes = await saved("Spara utvärderad arbetsbok");
  const original = openPackage(new Uint8Array(await readFile(example)));
  const copy = openPackage(bytes);
  const sheets = [...original.keys()].filter((name) => name.startsWith("xl/worksheets/sheet"));
  expect(
    sheets.filter(
      (name) =>
        Buffer.compare(Buffer.from(original.get(name) ?? []), Buffer.from(copy.get(name) ?? [])) !==
        0,
    ),
  ).toEqual([]);
  const reading = await readParts(copy);
  expect(reading.sheets).toEqual(
    expect.arrayContaining(["Sammanställning", "Utvärdering", "Spår", "Känslighet"]),
  );
  const { document: saves } = readWorkbook(reading, [sv]);
  expect(saves && reading.evaluated === fingerprint(basisOf(saves))).toBe(true);
});

test("what is saved once more keeps its name", async () => {
  user.pane = await openAlone(user.browser);
  const value = JSON.stringify(worked);
  for (const [name, saves] of [
    ["Skolskjuts.json", "Skolskjuts-mervarde.xlsx"],
    ["Skolskjuts-mervarde-mervarde.json", "Skolskjuts-mervarde.xlsx"],
  ] as const) {
    await choose({ name, mimeType: "", buffer: Buffer.from(value) });
    await seen(`${worked.procurement.authority} · `);
    const [download] = await Promise.all([
      user.pane.page.waitForEvent("download"),
      press("Spara utvärderad arbetsbok"),
    ]);
    expect(download.suggestedFilename()).toBe(saves);
  }
});

test("a lawyer is given the decided example: nothing in it differs, and nothing is left unverified", async () => {
  user.pane = await openAlone(user.browser);
  await choose("examples/verksamhetssystem-beslut.xlsx");
  await seen("Verksamhetssystem för socialtjänsten");
  await step("Granska");
  await press("Granska filen");
  await user.frame.waitForSelector(".verdict");
  expect(await user.frame.textContent(".verdict > p")).toBe(
    "Inga avvikelser hittades i det som granskats.",
  );
});

test("a lawyer tries a disputed score, and nothing of the file changes", async () => {
  user.pane = await openAlone(user.browser);
  await choose(example);
  await seen("Verksamhetssystem för socialtjänsten");
  await step("Känslighet");
  await user.frame.click("summary:has-text('Pröva en omtvistad bedömning')");
  await user.frame.selectOption("[data-name='dispute.criterion'] select", "U1");
  await user.frame.selectOption("[data-name='dispute.bid'] select", "A");
  // Ta emot en orosanmälan is worth 600 000, and the first two bids are 40 875 apart.
  await user.frame.waitForSelector("[role=status]:has-text('Utfallet ändras.')");
  await user.frame.selectOption("[data-name='dispute.bid'] select", "E");
  await user.frame.waitForSelector("[role=status]:has-text('Utfallet står sig.')");
  expect(await user.frame.locator("button:has-text('Spara utvärderad')").count()).toBe(0);
});

test("what cannot be seen in a bidder's name is shown as signs, wherever the pane writes the name", async () => {
  user.pane = await openAlone(user.browser);
  const hidden = {
    ...worked,
    bids: worked.bids.map((bid, n) => (n === 0 ? { ...bid, bidder: "Alfa\u0007 \u202eAB" } : bid)),
  };
  await choose({ name: "anbud.json", mimeType: "", buffer: Buffer.from(JSON.stringify(hidden)) });
  await seen(`${worked.procurement.authority} · `);
  for (const name of ["Poäng", "Resultat"]) {
    await step(name);
    await user.frame.waitForSelector("main >> text=Alfa␇ [U+202E]AB");
    expect(await user.frame.innerText("body")).not.toMatch(/[\u0007\u202e]/);
  }
});

test("a dropped file is opened, and never leaves the page", async () => {
  user.pane = await openAlone(user.browser);
  const bytes = Buffer.from(await writeWorkbookBytes(writeWorkbook(worked, sv))).toString("base64");
  const transfer = await user.frame.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(
      new File([Uint8Array.from(atob(text), (character) => character.charCodeAt(0))], "anbud.xlsx"),
    );
    return data;
  }, bytes);
  await user.frame.dispatchEvent(".drop", "drop", { dataTransfer: transfer });
  await seen(`${worked.procurement.authority} · `);
});

test("a document (.json) becomes a workbook with its results", async () => {
  user.pane = await openAlone(user.browser);
  await choose({ name: "anbud.json", mimeType: "", buffer: Buffer.from(JSON.stringify(worked)) });
  await seen(`${worked.procurement.authority} · `);
  const bytes = await saved("Spara utvärderad arbetsbok");
  const read = readWorkbook(await readParts(openPackage(bytes)), [sv]);
  expect(fingerprint(read.document ?? {})).toBe(fingerprint(worked));
});

test("what the procurement is called, is in and ends with is typed on the page; what is no date stays with its reason", async () => {
  user.pane = await openAlone(user.browser);
  await choose({ name: "ny.json", mimeType: "", buffer: Buffer.from(JSON.stringify(unpublished)) });
  await seen("Prov");
  await user.frame.click("summary:has-text('Uppgifter om upphandlingen')");
  const typed = async (place: string, text: string) => {
    const field = user.frame.locator(`[data-name='details ${place}'] input`);
    await field.fill(text);
    await field.press("Enter");
  };
  await typed("award.deadline", "i mars");
  await seen("”i mars” är inget datum");
  expect(await user.frame.inputValue("[data-name='details award.deadline'] input")).toBe("i mars");
  await typed("award.deadline", "2 mars 2026");
  await user.frame.waitForSelector("[data-name='details award.deadline']:not(:has(.failure))");
  await user.frame.selectOption("[data-name='details procurement.currency'] select", {
    label: "Annan valuta …",
  });
  await typed("procurement.currency", "chf");
  await typed("procurement.title", "Hemtjänst 2027");
  await user.frame.waitForSelector("main h3:has-text('Hemtjänst 2027')");
  const { document } = readWorkbook(
    await readParts(openPackage(await saved("Spara utvärderad arbetsbok"))),
    [sv],
  );
  expect(document?.procurement).toMatchObject({ title: "Hemtjänst 2027", currency: "CHF" });
  expect(document?.award).toEqual({ deadline: "2026-03-02" });
});

test("on the page a finding leads to the form that mends it, and to the cell in the file where there is none", async () => {
  user.pane = await openAlone(user.browser);
  const value = evaluationOf({
    requirements: ["K1"],
    criteria: [
      monetary("M1", { deduction: "500", scale: { type: "points", max: "5", zero: "5" } }),
    ],
    bids: [{ id: "A" }],
  });
  const evaluators = [{ id: "EA", name: "Eva Ek", conflictDeclared: true }];
  await choose({
    name: "ny.json",
    mimeType: "",
    buffer: Buffer.from(JSON.stringify({ ...value, evaluators })),
  });
  await seen("Prov");
  const focus = async (finding: string) => {
    await step("Granska");
    await user.frame.click(
      `main .findings > li:has-text("${finding}") > button:text-is("Till uppgiften")`,
    );
    return async (name: string) =>
      user.frame.waitForSelector(`[data-name="${name}"]:focus, [data-name="${name}"] :focus`);
  };
  await (
    await focus("K1")
  )("check card");
  await (
    await focus("avrundas")
  )("model.rounding.result");
  await (
    await focus("Skalan för M1")
  )("row criteria M1|.scale.type");
  await (
    await focus("har inget pris")
  )("offered bids[A].price");
  await step("Granska");
  expect(
    await user.frame.textContent('main .findings > li:has-text("intressekonflikt") > .cell'),
  ).toBe("I filen: Bedömare!D5");
});

test("bidders pasted from a sheet are shown as the bids that they become, added, and taken back", async () => {
  user.pane = await openAlone(user.browser);
  await choose({ name: "ny.json", mimeType: "", buffer: Buffer.from(JSON.stringify(unpublished)) });
  await press("Lägg till anbud");
  const names = "[data-name='add-bid.name'] textarea";
  await user.frame.fill(names, "Nordlarm AB\nTrygg & Nära AB\t556677-8899\nCarelink AB\n");
  await seen("Blir 3 anbud:");
  const becomes = "[data-name='becomes add-bid.name'] li";
  await user.frame.waitForSelector(`${becomes}:text-is('Carelink AB (D)')`);
  await user.frame.waitForSelector(`${becomes}:text-is('Trygg & Nära AB, 556677-8899 (C)')`);
  await user.say("Eva Ek");
  await user.frame.press(names, "Control+Enter");
  await seen("Tillagt: Nordlarm AB (B); Trygg & Nära AB (C); Carelink AB (D).");
  const listed = (bid: string) => `main .folded:text-is("${bid}")`;
  await user.frame.waitForSelector(listed("Carelink AB (D)"));
  await user.frame.click("#messages button:has-text('Ångra senaste (Nordlarm AB (B);')");
  await user.frame.waitForSelector(listed("Carelink AB (D)"), { state: "detached" });
  await user.frame.waitForSelector(listed("Bolaget A (A)"));
});

test("what is wrong in a form is said beside each field, and before anything is asked", async () => {
  user.pane = await openAlone(user.browser);
  await choose({ name: "ny.json", mimeType: "", buffer: Buffer.from(JSON.stringify(unpublished)) });
  await press("Lägg till anbud");
  await user.say("Eva Ek");
  const beside = (field: string, said: string) =>
    user.frame.waitForSelector(`[data-name='${field}'] .failure:has-text('${said}')`);
  await user.frame.fill("[data-name='add-bid.receivedAt'] input", "i går");
  await user.frame.press("[data-name='add-bid.receivedAt'] input", "Enter");
  await beside("add-bid.name", "Fyll i det här fältet.");
  await user.frame.fill("[data-name='add-bid.name'] textarea", "Test AB");
  await user.frame.press("[data-name='add-bid.name'] textarea", "Control+Enter");
  await beside("add-bid.receivedAt", "”i går” är inget datum");
  await seen("Inget är registrerat. Rätta det som står vid fälten.");
  await user.frame.click("summary:has-text('Registrera anbudsöppningen')");
  const ask = "[data-name='ask open-bids']";
  await user.frame.click(ask);
  await beside("open-bids.openedAt", "Fyll i det här fältet.");
  await beside("open-bids.openedBy", "Fyll i det här fältet.");
  expect(await user.frame.locator("button:has-text('Ja, registrera')").count()).toBe(0);
  await user.frame.fill("[data-name='open-bids.openedAt'] input", "2026-03-03 10:00");
  await user.frame.fill("[data-name='open-bids.openedBy'] input", "Eva Ek");
  await user.frame.click(ask);
  await press("Ja, registrera anbudsöppningen");
  await beside("open-bids.openedBy", "Anbuden öppnas av minst två personer");
});

test("a new evaluation from a template can be changed and saved", async () => {
  user.pane = await openAlone(user.browser);
  await press("Skapa med exempeldata");
  await seen("Det här är exemplet.");
  await step("Modell");
  const ceiling = user.frame.locator("[data-key='priceCeiling'] input");
  await ceiling.fill("2 000 000");
  await ceiling.press("Tab");
  await user.frame.waitForFunction(
    () =>
      document.querySelector<HTMLInputElement>("[data-key='priceCeiling'] input")?.value ===
      "2 000 000",
  );
  await step("Start");
  const { document: kept } = readWorkbook(
    await readParts(openPackage(await saved("Spara utvärderad arbetsbok"))),
    [sv],
  );
  expect(kept?.model.priceCeiling).toBe("2000000");
});

test("a finding that comes while a criterion is typed leaves its form where it is, in a wide page", async () => {
  user.pane = await openAlone(user.browser, { width: 1280 });
  await press("Skapa med exempeldata");
  await seen("Det här är exemplet.");
  await step("Modell");
  const worth = user.frame.locator(".detail [data-name$='.deduction'] input").first();
  await worth.fill("");
  await user.frame.locator(".detail button:text-is('Spara')").click();
  await user.frame.waitForSelector("#steps button:text-is('Vad som behöver ses över (1)')");
  await user.frame.waitForSelector(".detail [data-name$='.name'] input");
  // Who comes to the step anew begins with what is wrong.
  await step("Start");
  await step("Modell");
  await seen("är inte värt något i modellen");
});

test("what was taken back is no longer said to have been done", async () => {
  user.pane = await openAlone(user.browser);
  await press("Skapa med exempeldata");
  await seen("Det här är exemplet.");
  await step("Krav");
  await user.frame.click("summary:text-is('Klistra in krav')");
  await user.frame.fill(
    "[data-name='paste.text'] textarea",
    "Leverantören ska ha en kontaktperson.",
  );
  await press("Förhandsgranska");
  await press("Lägg till 1 krav");
  await seen("1 krav har lagts till");
  await user.frame.click("#messages button:has-text('Ångra senaste')");
  await user.frame.waitForFunction(
    () => !document.body.innerText.includes("1 krav har lagts till"),
  );
});

test("without Excel nothing is said of sheets in a workbook, and the library of models is folded", async () => {
  user.pane = await openAlone(user.browser, { width: 340 });
  expect(await user.frame.innerText("main")).toContain("En ny arbetsbok, ifylld med ett exempel");
  await user.frame.click("summary:text-is('Jämför modellerna på tänkta anbud')");
  for (const [bid, price, quality] of [
    ["A", "1 000 000", "50"],
    ["B", "1 100 000", "70"],
  ] as const) {
    await user.frame.fill(`[data-name='models.price ${bid}'] input`, price);
    await user.frame.fill(`[data-name='models.quality ${bid}'] input`, quality);
  }
  await press("Jämför modellerna");
  await user.frame.waitForSelector("main td:text-matches('^1: 1.000.000 SEK')");
  expect(await user.frame.locator(".cards dt").count()).toBe(0);
  await user.frame.click(".cards summary:text-is('Lägsta pris')");
  await user.frame.waitForSelector(".cards dt:text-is('Oberoende av andra anbud') + dd");
});

test("every imagined price and quality that cannot be read is told beside its field, all at once", async () => {
  user.pane = await openAlone(user.browser, { width: 340 });
  await user.frame.click("summary:text-is('Jämför modellerna på tänkta anbud')");
  const field = (name: string) => user.frame.locator(`[data-name='models.${name}']`);
  await field("price A").locator("input").fill("38.000");
  await field("quality A").locator("input").fill("80");
  await field("price B").locator("input").fill("1 100 000");
  await field("quality B").locator("input").fill("101");
  await press("Jämför modellerna");
  await seen("2 fält går inte att läsa. Rätta dem och tryck igen.");
  expect(await field("price A").innerText()).toContain("”38.000” är inget pris i kronor");
  expect(await field("quality B").innerText()).toContain("”101” är ingen kvalitet i procent");
  await user.frame.waitForSelector("[data-name='models.price A'] input:focus");
  // What was typed stays, and what is corrected loses its reason at once.
  expect(await field("price A").locator("input").inputValue()).toBe("38.000");
  await field("price A").locator("input").fill("1 000 000");
  await user.frame.waitForSelector("[data-name='models.price A'] .failure", { state: "detached" });
  await field("quality B").locator("input").fill("70");
  await press("Jämför modellerna");
  await user.frame.waitForSelector("main td:text-matches('^1: 1.000.000 SEK')");
  expect(await user.frame.locator(".failure").count()).toBe(0);
});

test("what is changed in the model of a workbook goes to the copy that is saved", async () => {
  user.pane = await openAlone(user.browser);
  await choose({
    name: "anbud.xlsx",
    mimeType: "",
    buffer: Buffer.from(await writeWorkbookBytes(writeWorkbook(unpublished, sv))),
  });
  await step("Modell");
  await user.frame.locator("[data-key='label'] input").fill("jämförelsetal");
  await user.frame.locator("[data-key='label'] input").press("Tab");
  await seen("Jämförelsetal = anbudspris");
});

test.each([
  ["en bild.xlsx", "inte en arbetsbok", "är ingen Excel-arbetsbok"],
  ["tom.xlsx", "", "är tom"],
  ["trasig.json", "{", "är inte giltig JSON"],
  ["annat.json", "{}", "är inget utvärderingsdokument"],
  ["gammal.json", Buffer.from('{"Å": 1}', "latin1"), "är inte sparad som UTF-8"],
])("%s is refused in words, and the next file is taken", async (name, contents, sentence) => {
  user.pane = await openAlone(user.browser);
  await choose({ name, mimeType: "", buffer: Buffer.from(contents) });
  await seen(sentence);
  await choose(example);
  await seen("Verksamhetssystem för socialtjänsten");
  expect(await user.frame.locator(".failure").count()).toBe(0);
});

test("a workbook without an evaluation in it offers to begin one", async () => {
  user.pane = await openAlone(user.browser);
  await choose({
    name: "anteckningar.xlsx",
    mimeType: "",
    buffer: Buffer.from(await plainWorkbook()),
  });
  await seen("Ny utvärdering");
});

async function plainWorkbook(): Promise<Uint8Array> {
  const { writeWorkbookBytes } = await import("../../src/host/xlsx/write-workbook");
  return writeWorkbookBytes([
    {
      name: "Blad1",
      role: "input",
      rows: [[{ value: "hej" }]],
      widths: [],
      hiddenColumns: [],
      freeze: { rows: 0, columns: 0 },
      choices: [],
      highlights: [],
      header: "",
    },
  ]);
}

test("the pane's own address, opened without Excel, gives way to the page without office.js", async () => {
  const opened = await openAlone(user.browser, {}, "taskpane.html");
  await opened.page.waitForURL("**/index.html");
  await opened.page.waitForSelector("body[data-ready]");
  // What office.js tries on its own, a frame for telemetry among it, is stopped by the policy
  // before it is a request.
  expect(
    opened.errors.filter(
      (error) => !error.includes("violates the following Content Security Policy"),
    ),
  ).toEqual([]);
  user.pane = { ...opened, errors: [] };
  await choose(example);
  await seen("Verksamhetssystem för socialtjänsten");
});

test("opened straight from a disk, where a page may have no threads", async () => {
  const context = await user.browser.newContext({ locale: "sv-SE" });
  const errors: string[] = [];
  const page = await context.newPage();
  page.on("console", (message) => void (message.type() === "error" && errors.push(message.text())));
  user.pane = { page, frame: page.mainFrame(), context, refused: [], errors };
  await page.goto(pathToFileURL(join(__dirname, "..", "..", "dist", "pane", "index.html")).href);
  await page.waitForSelector("body[data-ready]");
  await choose(example);
  await press("Till resultatet");
  await press("Utvärdera");
  await seen("Resultatbladen stämmer med underlaget.");
});

test("bidders' forms: a broken one keeps all out, a word is decided with a reason, and then all are taken", async () => {
  const alfa = await handedIn(
    "alfa.xlsx",
    well("Alfa AB", "556000-0001", { value: 1000 }, { value: 20 }),
  );
  const beta = await handedIn(
    "beta.xlsx",
    well("Beta AB", "556000-0002", { value: 900 }, { value: "ingår" }),
  );
  user.pane = await openAlone(user.browser);
  await choose({
    name: "upphandling.json",
    mimeType: "",
    buffer: Buffer.from(JSON.stringify({ ...licences, bids: [] })),
  });
  await step("Krav");
  await user.frame.click("summary:text-is('Läs in anbudsformulär')");
  const give = (...files: { name: string; bytes: Uint8Array }[]) =>
    user.frame.setInputFiles(
      '[data-name="choose forms"] input',
      files.map(({ name, bytes }) => ({ name, mimeType: "", buffer: Buffer.from(bytes) })),
    );
  await give(alfa, { name: "trasig.xlsx", bytes: new Uint8Array([1, 2, 3]) });
  await seen("trasig.xlsx");
  await seen("Inget kan läsas in förrän felen ovan är rättade.");
  await give(alfa, beta);
  await seen("Beta AB, Licens (P2): ”ingår”");
  await user.frame.selectOption('[data-name="import.meaning beta.xlsx P2"] select', "price");
  await user.frame.waitForSelector('[data-name="import.price beta.xlsx P2"] input');
  await press("Förhandsgranska igen");
  await seen("Inget kan läsas in förrän felen ovan är rättade.");
  await user.frame.fill('[data-name="import.reason"] textarea', "Priset ingår i införandet, s. 3");
  // Enter shows what it comes to, and takes nothing.
  await user.frame.press('[data-name="import.reason"] textarea', "Control+Enter");
  await user.frame.waitForSelector("button:text-is('Läs in 2 formulär')");
  await user.say("Eva Ek");
  await press("Läs in 2 formulär");
  await seen("2 formulär är inlästa.");
  const { document } = readWorkbook(
    await readParts(openPackage(await saved("Spara utvärderad arbetsbok"))),
    [sv],
  );
  expect(document?.bids.map(({ bidder, prices }) => [bidder, prices])).toEqual([
    ["Alfa AB", { P1: "1000.00", P2: "20.00" }],
    ["Beta AB", { P1: "900.00", P2: "0" }],
  ]);
});
