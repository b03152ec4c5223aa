/**
 * Where the procurement stands, above every step of the pane: true when the pane opens, after an act,
 * after it has been undone, and when a colleague has changed the workbook.
 */
import { swedishDay } from "../../src/core/swedish-time";
import { appendToChain } from "../../src/journal/hash-chain";
import { recordPrices } from "../../src/procedure/acts/record-prices";
import { done, worked } from "../sealed";
import { document, monetary } from "../small";
import { User } from "./user";

const user = new User();
const { press, say, step } = user;
const standing = () => user.frame.locator("#standing li .long").allInnerTexts();
const next = () => user.frame.locator("#standing [aria-current=step] .long").allInnerTexts();
const shows = (text: string) => user.frame.waitForSelector(`#standing >> text=${text}`);
const marks = async (): Promise<{ readonly [step: string]: string | undefined }> =>
  Object.fromEntries(
    await user.frame
      .locator("#steps button")
      .evaluateAll((all) =>
        all.map((each) => [each.textContent, each.getAttribute("title") ?? undefined]),
      ),
  );
const today = swedishDay(new Date().toISOString());

test("the milestones are followed from an evaluation to its reopening", async () => {
  const host = await user.openExcel(worked);
  await shows("Publicerad 2026-03-09");
  expect(await standing()).toEqual([
    "Publicerad 2026-03-09",
    "Anbuden öppnade: inte registrerat",
    "Kvaliteten fastställd 2026-03-09",
    "Priserna är inte öppnade (nästa steg)",
    "Utvärderingen är inte fastställd",
    "Inte beslutad",
  ]);
  expect(await next()).toEqual(["Priserna är inte öppnade (nästa steg)"]);
  await step("Granska");
  await say("Eva Ek");
  await press("Fastställ utvärderingen");
  await press("Ja, fastställ utvärderingen");
  await shows(`Utvärderingen fastställd ${today}`);
  expect(await standing()).toContain("Priserna öppnade: inte registrerat");
  expect(await next()).toEqual(["Inte beslutad (nästa steg)"]);
  await user.frame.click("summary:text-is('Öppna igen')");
  await user.frame.fill(".field:has(label:text-is('Skäl')) textarea:visible", "En poäng var fel");
  await press("Öppna igen");
  await shows(`Utvärderingen fastställd: öppnad igen ${today}`);
  expect(await standing()).toEqual([
    "Publicerad 2026-03-09",
    "Anbuden öppnade: inte registrerat",
    "Kvaliteten fastställd 2026-03-09",
    "Priserna är inte öppnade (nästa steg)",
    `Utvärderingen fastställd: öppnad igen ${today}`,
    "Inte beslutad",
  ]);
  // A colleague changes a recorded score: what stands here is not what is in the workbook.
  const outdated = user.frame.waitForSelector("body[data-outdated] #standing >> text=har ändrats.");
  host.type("Poäng", "G5", 1);
  await outdated;
  // It is marked at once, and read again without a press.
  await shows("Kvaliteten fastställd 2026-03-09, ändrat sedan dess");
  await user.frame.waitForSelector("body:not([data-outdated])");
  expect(await marks()).toMatchObject({ Poäng: "1 fel", Krav: "klart" });
  await user.frame.click("#standing button:has-text('Poäng: 1 ändrad uppgift räknas inte än')");
  await user.frame.waitForSelector("h2:text-is('Poäng')");
});

test("the header tells what is left in words, with the number that the step has, and leads there", async () => {
  await user.openExcel(
    document({
      criteria: [monetary("M", { deduction: "100" })],
      requirements: ["K1", "K2"],
      bids: [
        { id: "A", price: "1000", scores: { M: "5" }, verdicts: { K1: "met" } },
        { id: "B", price: "1100", verdicts: {} },
      ],
    }),
  );
  // A has one requirement left and B two; B's only score is not set.
  await shows("3 krav att pröva");
  const left = () => user.frame.locator("#standing .left button").allInnerTexts();
  expect(await left()).toEqual(["3 krav att pröva", "1 poäng att sätta"]);
  expect(await marks()).toMatchObject({ Krav: "3 återstår", Poäng: "1 återstår" });
  await user.frame.click("#standing button:text-is('1 poäng att sätta')");
  await user.frame.waitForSelector("h2:text-is('Poäng')");
});

test("the next milestone leads to the act that reaches it, in a narrow pane and a wide one", async () => {
  await user.openExcel(document({ bids: [{ id: "A", price: "1000" }] }));
  const reach = (name: string) => user.frame.click(`#standing [data-name='reach ${name}']`);
  await reach("published");
  await user.frame.waitForSelector("main button:text-is('Publicera modellen'):focus");
  await say("Eva Ek");
  await press("Publicera modellen");
  await press("Ja, publicera modellen");
  await user.pane.page.setViewportSize({ width: 1280, height: 900 });
  await reach("bids-opened");
  await user.frame.waitForSelector("h2:text-is('Krav')");
  await user.frame.waitForSelector(".detail h3:text-is('Registrera anbudsöppningen')");
  expect(await user.frame.locator("#standing button").allInnerTexts()).toContain(
    "Anbuden är inte öppnade (nästa steg)",
  );
});

test("a changed price and a changed score are recorded where they are shown, each with its reason", async () => {
  const opened = done(recordPrices(worked, { time: "2026-03-09T10:03:00Z", by: "Eva Ek" }));
  const host = await user.openExcel(appendToChain(worked, opened));
  await shows("Priserna öppnade 2026-03-09");
  host.type("Anbud", "F5", 9000);
  host.type("Anbud", "F6", 9100);
  host.type("Poäng", "G5", 1);
  await user.frame.click(
    "#standing button:text-is('Resultat: 2 ändrade uppgifter räknas inte än')",
  );
  const changes = user.frame.locator(".changes li");
  expect((await changes.allInnerTexts()).map((said) => said.replace(/\s+/g, " "))).toEqual([
    "Anbud, rad Bolaget A (A), Totalpris Registrerat 10 000 (2026-03-09 11:03:00 Eva Ek) Nu 9 000 Anbud!F5",
    "Anbud, rad Bolaget B (B), Totalpris Registrerat 9 500 (2026-03-09 11:03:00 Eva Ek) Nu 9 100 Anbud!F6",
  ]);
  await say("Per Pil");
  await user.frame.fill(
    "main .field:has-text('Varför det ändrats') textarea",
    "Felskrivet vid överföringen",
  );
  await press("Registrera ändringen");
  await user.seen("Markera det som ska registreras först.");
  await changes.nth(1).locator("input").check();
  await press("Registrera ändringen");
  await user.seen("Registrerade 1 uppgift.");
  await shows("Resultat: 1 ändrad uppgift räknas inte än");
  expect(await changes.allInnerTexts()).toHaveLength(1);
  // The first stays as it was typed, and the cell is one press away.
  await user.frame.click(".changes >> text=Anbud!F5");
  await user.until(
    () =>
      host.workbook.selection !== undefined &&
      host.workbook.address(host.workbook.selection) === "Anbud!F5",
  );
  await user.frame.click("#standing button:text-is('Poäng: 1 ändrad uppgift räknas inte än')");
  // A reason is for the change that it was written about.
  await press("Registrera ändringen");
  await user.seen("ändras bara med ett skäl");
  await user.frame.fill(
    "main .field:has-text('Varför det ändrats') textarea",
    "Omprövad efter fråga",
  );
  await press("Registrera ändringen");
  await user.frame.waitForSelector("#standing >> text=Poäng: 1", { state: "detached" });
  expect(host.workbook.sheet("Anbud")?.value(4, 5)).toBe(9000);
});

test("after the time for bids the publication is asked when it took place, and why it is recorded now", async () => {
  await user.openExcel({
    ...document({ bids: [{ id: "A", price: "1000" }] }),
    award: { deadline: "2026-02-01" },
  });
  await shows("Inte publicerad (nästa steg)");
  await step("Modell");
  await say("Eva Ek");
  const publish = async () => {
    await press("Publicera modellen");
    await press("Ja, publicera modellen");
  };
  // What it needs is asked for before "Ja, publicera modellen".
  await press("Publicera modellen");
  await user.seen("anbudstiden har gått ut");
  await user.seen("Fyll i det här fältet.");
  await user.frame.fill(".field:has(label:text-is('Publicerades')) input", "2026-01-12");
  await user.frame.fill(
    ".field:has(label:text-is('Varför det registreras först nu')) textarea",
    "Utvärderingen förs in i efterhand",
  );
  await publish();
  await shows("Publicerad 2026-01-12");
});
