/**
 * Where the procurement stands, above every step of the pane: true when the pane opens, after an act,
 * after it has been undone, and when a colleague has changed the workbook.
 */
import { worked } from "../sealed";
import { User } from "./user";

const user = new User();
const { press, say, step } = user;
const standing = () => user.frame.locator("#standing li").allInnerTexts();
const next = () => user.frame.locator("#standing [aria-current=step]").allInnerTexts();
const shows = (text: string) => user.frame.waitForSelector(`#standing >> text=${text}`);
const today = new Date().toISOString().slice(0, 10);

test("the milestones are followed from an evaluation to its reopening", async () => {
  const host = await user.openExcel(worked);
  await shows("Publicerad 2026-03-09");
  expect(await standing()).toEqual([
    "Publicerad 2026-03-09",
    "Anbuden öppnade: inte registrerat",
    "Kvaliteten fastställd 2026-03-09",
    "Priserna öppnade: nästa",
    "Utvärderingen fastställd: inte än",
    "Beslutad: inte än",
  ]);
  expect(await next()).toEqual(["Priserna öppnade: nästa"]);
  await step("Granska");
  await say("Eva Ek");
  await press("Fastställ utvärderingen");
  await press("Ja, fastställ utvärderingen");
  await shows(`Utvärderingen fastställd ${today}`);
  expect(await standing()).toContain("Priserna öppnade: inte registrerat");
  expect(await next()).toEqual(["Beslutad: nästa"]);
  await user.frame.click("summary:text-is('Öppna igen')");
  await user.frame.fill(".field:has(label:text-is('Skäl')) input:visible", "En poäng var fel");
  await press("Öppna igen");
  await shows(`Utvärderingen fastställd: öppnad igen ${today}`);
  expect(await standing()).toEqual([
    "Publicerad 2026-03-09",
    "Anbuden öppnade: inte registrerat",
    "Kvaliteten fastställd 2026-03-09",
    "Priserna öppnade: nästa",
    `Utvärderingen fastställd: öppnad igen ${today}`,
    "Beslutad: inte än",
  ]);
  // A colleague changes a recorded score: what stands here is not what is in the workbook.
  host.type("Poäng", "G5", 1);
  await shows("Arbetsboken har ändrats sedan den lästes.");
  await user.frame.click("#standing button:text-is('Läs arbetsboken igen')");
  await shows("Kvaliteten fastställd 2026-03-09, ändrat sedan dess");
  await user.frame.click("#standing button:has-text('Kvarstår')");
  await user.frame.waitForSelector("h2:text-is('Granska')");
});
