/**
 * The lawyer and the officer at the pane: whether the file holds, comments and signatures, the
 * decision, and the papers. In Excel, and in the page by itself.
 */
import { swedishDay } from "../../src/core/swedish-time";
import { readFile } from "node:fs/promises";
import { openPackage } from "../../src/host/xlsx/package-check";
import { readParts } from "../../src/host/xlsx/read-workbook";
import { writeWorkbookBytes } from "../../src/host/xlsx/write-workbook";
import { readWorkbook } from "../../src/sheet/read";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import { openInExcel } from "../excel-host/from-xlsx";
import { ExcelHost } from "../excel-host/host";
import { openAlone, openInDesktop } from "../excel-host/transports/pane";
import { typed } from "../scoring/panel";
import { readPdf } from "../pdf-reader";
import { anchoredCase, replyFile } from "../journal/anchored";
import { evaluatedPages, worked } from "../sealed";
import { User } from "./user";

const user = new User();
const { step, press, say, seen, until } = user;
const unfold = (text: string) => user.frame.click(`summary:text-is("${text}")`);
const fill = (label: string, value: string) =>
  user.frame.fill(`.field:has(label:text-is("${label}")) :is(input, textarea)`, value);
const verdict = async () => {
  // What was found before is gone when the button is pressed: it is no answer to what is asked now.
  await press("Granska filen");
  await user.frame.waitForSelector(".verdict");
  return user.frame.textContent(".verdict > p");
};

test("in Excel: evaluated, verified, finalised, commented, reviewed, decided, and the report as a sheet", async () => {
  const host = await user.openExcel(worked);
  await step("Granska");
  await seen("Upphandlingssekretess, OSL 19 kap. 3 §");
  expect(await verdict()).toBe(
    "KAN INTE GRANSKAS HELT: något saknas eller är inte klart; se nedan.",
  );
  await say("Eva Ek");
  await step("Resultat");
  await press("Utvärdera");
  await seen("Resultatbladen stämmer med underlaget.");
  await step("Granska");
  expect(await verdict()).toBe("Inga avvikelser hittades i det som granskats.");
  await press("Fastställ utvärderingen");
  await press("Ja, fastställ utvärderingen");
  await user.frame.waitForSelector("main p.good:has-text('Fastställd 20')");
  await unfold("Skriv en kommentar");
  await fill("Kommentar", "Är K1 prövat?");
  await press("Lägg till");
  await seen("Är K1 prövat?");
  await unfold("Intyga granskning");
  await press("Intyga granskning");
  await seen("Granskad utan anmärkning.");
  await unfold("Registrera tilldelningsbeslutet");
  await fill("Beslutet fattades", swedishDay(new Date().toISOString()));
  await press("Registrera tilldelningsbeslutet");
  await seen("Tilldelningsbeslutet registrerat ");
  await press("Lägg till protokollet som blad");
  await user.frame.waitForSelector(
    ".outcome p:text-is('Bladet Protokoll är tillagt i arbetsboken.')",
  );
  expect(host.workbook.sheet("Protokoll")?.value(0, 0)).toBe("Utvärderingsprotokoll – Prov");
  // The files come out of the pane too, where Excel lets them; beside them stand the other ways.
  await Promise.all([
    user.pane.page.waitForEvent("download"),
    press("Spara protokoll, underrättelser, granskningsfil och uppföljning"),
  ]);
  await user.frame.waitForSelector(".elsewhere:has-text('Kom ingen fil?')");
  // What was recorded since is no change of what was evaluated; the report beside the results is
  // none either.
  expect(await verdict()).toBe("Inga avvikelser hittades i det som granskats.");
  expect(await user.frame.locator(".banner").count()).toBe(0);
  // A cell that someone types over is reported with its name, and so is what it should be.
  host.type("Sammanställning", "C5", "Godkänd");
  expect(await verdict()).toBe("Avvikelser hittades: se nedan.");
  await seen("Här står ”Godkänd”");
  await user.frame.click(".verdict >> text=Sammanställning!C5");
  await until(
    () =>
      host.workbook.selection !== undefined &&
      host.workbook.address(host.workbook.selection) === "Sammanställning!C5",
  );
});

test("what is asked for while something else is being done waits for it, and the journal has no fork", async () => {
  await user.openExcel(worked);
  await step("Granska");
  await say("Eva Ek");
  await step("Resultat");
  await press("Utvärdera");
  await seen("Resultatbladen stämmer med underlaget.");
  await step("Granska");
  await unfold("Skriv en kommentar");
  await fill("Kommentar", "Är K1 prövat?");
  await press("Fastställ utvärderingen");
  await user.frame.evaluate(() => {
    // Both in one moment, before either has been answered.
    for (const label of ["Ja, fastställ utvärderingen", "Lägg till"])
      [...document.querySelectorAll<HTMLButtonElement>("main button")]
        .find(({ textContent }) => textContent === label)
        ?.click();
  });
  await user.frame.waitForSelector(".history >> text=Är K1 prövat?");
  await user.frame.waitForSelector("main p.good:has-text('Fastställd 20')");
  expect(await verdict()).toBe("Inga avvikelser hittades i det som granskats.");
});

test("a lawyer walks through the file part by part, can change nothing, and remarks on a part", async () => {
  const host = new ExcelHost();
  await openInExcel(host, await writeWorkbookBytes(writeWorkbook(worked, sv)));
  const before = JSON.stringify(host.workbook.sheets.map(({ name, cells }) => [name, [...cells]]));
  user.pane = await openInDesktop(user.browser, host);
  await step("Granska");
  await say("Jurist");
  await press("Börja genomgången");
  const parts: string[] = [];
  const texts: string[] = [];
  for (const title of ["Modellen", "Prövningen", "Bedömningen", "Utfallet", "Ändringarna"]) {
    await user.frame.waitForSelector(`.walk h4:has-text("av 5: ${title}")`);
    parts.push((await user.frame.textContent(".walk h4")) ?? "");
    texts.push(await user.frame.innerText(".walk"));
    // Nothing to write in but the remark, which is folded.
    expect(
      await user.frame.locator(".walk input:visible, .walk select, .walk textarea").count(),
    ).toBe(0);
    if (title !== "Ändringarna")
      await user.frame.click(".walk .ways >> nth=0 >> button:text-is('Nästa')");
  }
  expect(parts).toEqual([
    "1 av 5: Modellen",
    "2 av 5: Prövningen",
    "3 av 5: Bedömningen",
    "4 av 5: Utfallet",
    "5 av 5: Ändringarna",
  ]);
  expect([
    texts[0]?.includes("Avdrag vid full uppfyllnad"),
    texts[2]?.includes(worked.bids[0]?.scores["S1"]?.rationale ?? "no rationale"),
    texts[4]?.includes("Inga registrerade uppgifter är ändrade"),
  ]).toEqual([true, true, true]);
  expect(JSON.stringify(host.workbook.sheets.map(({ name, cells }) => [name, [...cells]]))).toBe(
    before,
  );
  // Every part is listed, and gone to at once.
  await user.frame.click(".walk .stations button:text-is('Prövningen')");
  await user.frame.waitForSelector(".walk h4:has-text('2 av 5: Prövningen')");
  expect(await user.frame.textContent(".stations [aria-current=step]")).toBe("Prövningen");
  await user.frame.click(".walk .stations button:text-is('Ändringarna')");
  await user.frame.click(".walk .ways >> nth=0 >> button:text-is('Föregående')");
  await unfold("Kommentera den här delen");
  await user.frame.fill(".walk .field textarea", "Hur räknades M1?");
  // A comment may have several lines, and the field is as high as they are.
  const height = () => user.frame.locator(".walk textarea").evaluate((at) => at.clientHeight);
  const low = await height();
  await user.frame.press(".walk textarea", "End");
  for (const line of ["Och M2?", "Svara här.", "Tack."]) {
    await user.frame.press(".walk textarea", "Enter");
    await user.frame.page().keyboard.type(line);
  }
  expect(await height()).toBeGreaterThan(low);
  await user.frame.click(".walk button:text-is('Lägg till')");
  await user.frame.waitForSelector(".history >> text=Hur räknades M1?");
  expect(await user.frame.textContent(".history")).toContain("Och M2?\nSvara här.\nTack.");
  expect(await user.frame.textContent(".history .cell")).toBe(" Utfallet");
  // She is still where she was.
  await user.frame.waitForSelector('.walk h4:has-text("4 av 5: Utfallet")');
  await press("Avsluta genomgången");
  await user.frame.waitForSelector("main button:text-is('Börja genomgången')");
});

test("what someone has begun stays while a colleague works, in other steps and in another language, until it is sent", async () => {
  const host = await user.openExcel(worked);
  await step("Resultat");
  await press("Utvärdera");
  await seen("Resultatbladen stämmer med underlaget.");
  await step("Granska");
  await say("Jurist");
  expect(await verdict()).toBe("Inga avvikelser hittades i det som granskats.");
  await unfold("Skriv en kommentar");
  await fill("Kommentar", "Är K1 prövat?");
  await user.frame.press(".field:has(label:text-is('Kommentar')) textarea", "ArrowLeft");
  // A colleague writes in the sheet: the view is made anew around her.
  host.type("Anbud", "C5", "Bolaget Å");
  await seen("Underlaget har ändrats sedan");
  const stands = (label: string) =>
    user.frame.inputValue(`.field:has(label:text-is("${label}")) :is(input, textarea):visible`);
  expect([await stands("Kommentar"), await user.frame.locator(".verdict").count()]).toEqual([
    "Är K1 prövat?",
    1,
  ]);
  await user.frame.page().keyboard.type(" av nämnden");
  expect(await stands("Kommentar")).toBe("Är K1 prövat av nämnden?");
  await step("Krav");
  await user.frame.selectOption("#language", "en");
  await user.frame.click("#steps button:text-is('Review')");
  expect(await stands("Comment")).toBe("Är K1 prövat av nämnden?");
  await user.frame.selectOption("#language", "sv");
  await seen("Skriv en kommentar");
  await press("Lägg till");
  await user.frame.waitForSelector(".history >> text=Är K1 prövat av nämnden?");
  expect(
    await user.frame.locator(".field:has(label:text-is('Kommentar')) textarea:visible").count(),
  ).toBe(0);
  await unfold("Skriv en kommentar");
  expect(await stands("Kommentar")).toBe("");
});

test("without Excel: what only the page has is reported, another file must wait, and a saved copy has it", async () => {
  user.pane = await openAlone(user.browser);
  const choose = () =>
    user.frame.setInputFiles("input[type=file]", {
      name: "ärende.json",
      mimeType: "",
      buffer: Buffer.from(JSON.stringify(worked)),
    });
  /** Whether the browser would ask before the page is left. */
  const asks = () =>
    user.frame.evaluate(
      () => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })),
    );
  const unsaved = () =>
    user.frame.locator("text=Det som har gjorts finns bara på den här sidan än.").count();
  await choose();
  await seen("Prov");
  expect(await asks()).toBe(false);
  await step("Granska");
  await say("Jurist");
  await unfold("Skriv en kommentar");
  await fill("Kommentar", "Är K1 prövat?");
  expect([await asks(), await unsaved()]).toEqual([true, 0]);
  await press("Lägg till");
  await user.frame.waitForSelector(".history >> text=Är K1 prövat?");
  expect([await asks(), await unsaved()]).toEqual([true, 1]);
  await step("Start");
  await choose();
  await seen("Spara arbetsboken först");
  await step("Granska");
  const [download] = await Promise.all([
    user.pane.page.waitForEvent("download"),
    press("Spara utvärderad arbetsbok"),
  ]);
  const { document } = readWorkbook(
    await readParts(openPackage(new Uint8Array(await readFile(await download.path())))),
    [sv],
  );
  expect(document?.events?.map(({ type, reason }) => [type, reason])).toContainEqual([
    "comment",
    "Är K1 prövat?",
  ]);
  await until(async () => (await unsaved()) === 0);
  expect(await asks()).toBe(false);
  await step("Start");
  await choose();
  await seen("Prov");
});

test("without Excel: the file is dropped and verified, and the papers are saved", async () => {
  user.pane = await openAlone(user.browser);
  await user.frame.setInputFiles("input[type=file]", {
    name: "ärende.xlsx",
    mimeType: "",
    buffer: Buffer.from(await writeWorkbookBytes(await evaluatedPages())),
  });
  await seen("Prov");
  await step("Granska");
  expect(await verdict()).toBe("Inga avvikelser hittades i det som granskats.");
  await unfold("Datum");
  await seen("Avtalsspärrens sista dag");
  await user.frame.setInputFiles(".field:has-text('Den tidigare versionen') input", {
    name: "förra.json",
    mimeType: "",
    buffer: Buffer.from(JSON.stringify(typed(worked, "B", "4"))),
  });
  await seen("Poäng, rad Bolaget B (B) · ");
  await say("Jurist");
  const saved = new Map<string, Promise<string>>();
  user.pane.page.on("download", (download) =>
    saved.set(download.suggestedFilename(), download.path()),
  );
  await user.frame.check("text=Också som PDF för arkivet");
  await press("Spara protokoll, underrättelser, granskningsfil och uppföljning");
  await user.frame.waitForSelector(".outcome");
  await until(() => saved.size >= 9);
  expect([...saved.keys()].sort()).toEqual([
    "Protokoll.docx",
    "Protokoll.html",
    "Protokoll.pdf",
    "Uppföljning.xlsx",
    "bundle.json",
    "underrattelse-A.docx",
    "underrattelse-A.pdf",
    "underrattelse-B.docx",
    "underrattelse-B.pdf",
  ]);
  // The page connects to nothing: the fonts have come with its own scripts.
  const file = await readFile((await saved.get("Protokoll.pdf")) ?? "");
  const { pages } = await readPdf(new Uint8Array(file));
  expect(pages.flatMap(({ missingFonts }) => missingFonts)).toEqual([]);
});

test("without Excel: a bundle is verified, and one from a newer program is reported as that", async () => {
  user.pane = await openAlone(user.browser);
  const choose = (text: string) =>
    user.frame.setInputFiles("input[type=file]", {
      name: "bundle.json",
      mimeType: "",
      buffer: Buffer.from(text),
    });
  await choose('{"format":"mervarde-bundle/9"}');
  await seen("Granskningsfilen har formatet mervarde-bundle/9");
  await choose('{"format":"mervarde-bundle/1","document":{}}');
  await seen("är inte fullständig");
});

test("in Excel: the anchor file is handed out, a reply is noted and checked, a poor one is reported", async () => {
  await user.openExcel(anchoredCase);
  await step("Granska");
  await say("Eva Ek");
  await Promise.all([user.pane.page.waitForEvent("download"), press("Hämta förankringsfilen")]);
  await seen("Slutkod (händelse 4): HVP2-GPSW-TN2X-PGND-2WQ6-R0JN");
  await unfold("Anteckna svaret eller diarienumret");
  const choose = (name: string) =>
    user.frame.setInputFiles('[data-name="anchor.reply"] input', {
      name,
      mimeType: "application/octet-stream",
      buffer: Buffer.from(replyFile(name)),
    });
  await choose("signed-expired.p7s");
  await seen("Certifikatet för Eva Ek, utgånget, Exempelmyndigheten gällde från");
  await choose("stamped.tsr");
  await seen("Förankrad utanför filen");
  await press("Granska filen");
  await seen("1 förankring, 1 svar prövat; händelse 1 till 4 av 5 är förankrade");
  await unfold("Anteckna svaret eller diarienumret");
  await fill("Diarienummer", "KS 2026/123");
  await press("Anteckna förankringen");
  await seen("Datum för registreringen saknas.");
});

test("in a narrow pane the last part of the review is two presses away, and the keyboard follows", async () => {
  await user.openExcel(worked);
  await step("Granska");
  await seen("Upphandlingssekretess, OSL 19 kap. 3 §");
  await user.frame.press("summary:has-text('Gå till en del av steget')", "Enter");
  await user.frame.press(".contents button:text-is('Handlingar')", "Enter");
  const part = user.frame.locator("[data-name='section Handlingar']");
  await until(() => part.evaluate((at) => at.contains(document.activeElement)));
  expect(await part.evaluate((at) => at.getBoundingClientRect().top < innerHeight)).toBe(true);
  await user.frame.waitForSelector(".contents", { state: "detached" });
});
