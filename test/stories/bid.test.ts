/**
 * A bid on the page by itself: what its bidder is called, when it came in and what it costs is typed in its
 * form, and the saved file has it. What cannot be read stays as it was typed, with the reason beside it.
 */
import { readFile } from "node:fs/promises";
import { openPackage } from "../../src/host/xlsx/package-check";
import { readParts } from "../../src/host/xlsx/read-workbook";
import { readWorkbook } from "../../src/sheet/read";
import { sv } from "../../src/words/sv/words";
import { openAlone } from "../excel-host/transports/pane";
import { document, licenceAndTraining } from "../small";
import { User } from "./user";

const user = new User();
const { step, press, seen } = user;

const tendered = {
  ...document({ bids: [{ id: "A" }, { id: "B" }] }),
  priceItems: licenceAndTraining,
};

async function savedDocument() {
  const [download] = await Promise.all([
    user.pane.page.waitForEvent("download"),
    press("Spara utvärderad arbetsbok"),
  ]);
  const bytes = new Uint8Array(await readFile(await download.path()));
  return readWorkbook(await readParts(openPackage(bytes)), [sv]).document;
}

const field = (place: string) => `[data-name='offered ${place}']`;

test("a bid's time of arrival and prices are typed on the page, and a word in a price stays with its reason", async () => {
  user.pane = await openAlone(user.browser, { width: 340, height: 900 });
  await user.frame.setInputFiles("input[type=file]", {
    name: "anbud.json",
    mimeType: "",
    buffer: Buffer.from(JSON.stringify(tendered)),
  });
  await seen("Kommunen · ");
  await step("Krav");
  await user.frame.click("[data-name='bid A'] > summary:has-text('1 av 2 priser återstår')");
  await user.frame.fill(`${field("bids[A].receivedAt")} input`, "2026-03-02 11:40");
  await user.frame.press(`${field("bids[A].receivedAt")} input`, "Tab");
  await user.frame.fill(`${field("bids[A].prices[P1]")} input`, "8 900 000,50");
  // Enter sends what was typed, as leaving the field does.
  await user.frame.press(`${field("bids[A].prices[P1]")} input`, "Enter");
  await user.frame.waitForSelector(
    "[data-name='bid A'] > summary:has-text('alla priser är ifyllda')",
  );
  await user.frame.fill(`${field("bids[A].prices[P2]")} input`, "ingår");
  await user.frame.press(`${field("bids[A].prices[P2]")} input`, "Tab");
  await user.frame.waitForSelector(`${field("bids[A].prices[P2]")} [role=alert]:has-text('ingår')`);
  expect(await user.frame.inputValue(`${field("bids[A].prices[P1]")} input`)).toBe("8 900 000,50");
  expect(await user.frame.inputValue(`${field("bids[A].prices[P2]")} input`)).toBe("ingår");
  const [first, second] = (await savedDocument())?.bids ?? [];
  expect(first).toMatchObject({ receivedAt: "2026-03-02T11:40", prices: { P1: "8900000.50" } });
  expect(first?.prices).not.toHaveProperty("P2");
  expect(second).toEqual(tendered.bids[1]);
});

test("sealed prices have no field, and the form says why", async () => {
  user.pane = await openAlone(user.browser, { width: 1280, height: 900 });
  const sealed = { ...tendered, procurement: { ...tendered.procurement, prices: "sealed" } };
  await user.frame.setInputFiles("input[type=file]", {
    name: "anbud.json",
    mimeType: "",
    buffer: Buffer.from(JSON.stringify(sealed)),
  });
  await seen("Kommunen · ");
  await step("Krav");
  await user.frame.click("[data-name='show part bids']");
  await user.frame.waitForSelector(`${field("bids[A].bidder")} input`);
  await seen("Priserna är förslutna tills kvaliteten är fastställd.");
  expect(await user.frame.locator("[data-name^='offered bids[A].price']").count()).toBe(0);
});

test("what a bidder answers is typed on the requirement's card, and a letter in the choice judges nothing", async () => {
  user.pane = await openAlone(user.browser, { width: 340, height: 900 });
  await user.frame.setInputFiles("input[type=file]", {
    name: "anbud.json",
    mimeType: "",
    buffer: Buffer.from(JSON.stringify(document({ requirements: ["K1"], bids: [{ id: "A" }] }))),
  });
  await seen("Kommunen · ");
  await step("Krav");
  await user.say("Eva Ek");
  await user.frame.click("summary:has-text('Pröva kraven ett i taget')");
  const answer = `${field("bids[A].answers[K1].answer")} select`;
  await user.frame.press(answer, "u");
  await user.frame.selectOption(answer, "Ja");
  await seen("Det som har gjorts finns bara på den här sidan än.");
  expect((await savedDocument())?.bids[0]?.answers).toEqual({ K1: { answer: "yes" } });
});

test("a finding about a price leads to its field, wherever it is folded", async () => {
  user.pane = await openAlone(user.browser, { width: 340, height: 900 });
  const priceItems = Array.from({ length: 100 }, (_, n) => ({
    id: `P${n + 1}`,
    name: `Rad ${n + 1}`,
    category: "licence",
    unit: "st",
    quantity: "1",
  }));
  const prices = Object.fromEntries(priceItems.map(({ id }) => [id, id === "P90" ? "-5" : "10"]));
  const [bid] = tendered.bids;
  await user.frame.setInputFiles("input[type=file]", {
    name: "anbud.json",
    mimeType: "",
    buffer: Buffer.from(JSON.stringify({ ...tendered, priceItems, bids: [{ ...bid, prices }] })),
  });
  await seen("Kommunen · ");
  await step("Granska");
  await user.frame.click("li:has-text('negativt pris på rad') button.link");
  await user.frame.waitForSelector(`${field("bids[A].prices[P90]")} input:focus`);
});
