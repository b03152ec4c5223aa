/**
 * Taking back what the pane wrote last, in the simulated Excel: one undo, which says what it takes back,
 * leads back to it, and says why where it takes nothing back.
 */
import type { ExcelHost } from "../excel-host/host";
import { document as evaluationOf, licenceAndTraining, monetary } from "../small";
import { User } from "./user";

let host: ExcelHost;
const user = new User();
const { seen, step, until } = user;

const evaluation = evaluationOf({
  criteria: [monetary("M", { deduction: "100", name: "Mobilt stöd" })],
  requirements: ["K1", "K2"],
  bids: [
    { id: "A", price: "1000", scores: { M: "5" } },
    { id: "B", price: "950", scores: { M: "0" }, verdicts: { K1: "met", K2: "met" } },
  ],
});

/** The addresses on the sheet of verdicts that hold a value, from the top. */
function holding(value: string): string[] {
  const sheet = host.workbook.sheet("Kravprövning");
  const [rows, columns] = [Array.from({ length: 20 }), Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ")];
  return rows.flatMap((_, row) =>
    columns.flatMap((letter, column) =>
      sheet?.value(row, column) === value ? [`${letter}${row + 1}`] : [],
    ),
  );
}
const undo = (what: string) => `#messages button:text-is("Ångra senaste (${what})")`;
const focusedCard = (id: string) =>
  user.frame.waitForSelector(`.card[aria-label='Krav ${id}']:focus`);
const heard = (text: string) =>
  until(async () => (await user.frame.textContent("#status")) === text);
const note = "[data-name^='check.note'] textarea";

/** K1 is not met, with the reason why; K2 is met. */
async function checkBoth(): Promise<void> {
  host = await user.openExcel(evaluation);
  await step("Krav");
  await user.say("Eva Ek");
  await user.frame.click("summary:has-text('Pröva kraven ett i taget')");
  await user.frame.press(".card[aria-label='Krav K1']", "e");
  await user.frame.fill(note, "Saknas");
  await user.frame.press(note, "Control+Enter");
  await user.frame.press(".card[aria-label='Krav K2']", "u");
  await user.frame.waitForSelector(undo("Bolaget A (A), Krav K2 (K2): Uppfyllt"));
}

test("one undo names bid, requirement and verdict, and leads back to each requirement", async () => {
  await checkBoth();
  expect(await user.frame.locator("button:has-text('Ångra')").count()).toBe(1);
  await user.frame.press("summary:has-text('Pröva kraven ett i taget')", "Control+z");
  await focusedCard("K2");
  await heard("Ångrat: Bolaget A (A), Krav K2 (K2): Uppfyllt.");
  expect(holding("Eva Ek").length).toBe(1);
  // In a field the keys are the browser's own.
  await user.frame.fill(note, "Kanske");
  await user.frame.press(note, "Control+z");
  expect(await user.frame.inputValue(note)).toBe("");
  // The reason was entered after the verdict, and goes first.
  for (const left of [1, 0]) {
    await user.frame.click(undo("Bolaget A (A), Krav K1 (K1): Ej uppfyllt"));
    await until(() => holding("Ej uppfyllt").length === left);
    await focusedCard("K1");
    expect(holding("Saknas")).toEqual([]);
  }
  await user.frame.waitForSelector("#messages button", { state: "detached" });
});

test("a cell that someone has changed since is not taken back, and the sentence names it", async () => {
  await checkBoth();
  const [cell = ""] = holding("Uppfyllt").filter((at) => at.endsWith("6"));
  host.type("Kravprövning", cell, "Ej uppfyllt");
  await user.frame.click(undo("Bolaget A (A), Krav K2 (K2): Uppfyllt"));
  await seen(`Kravprövning!${cell} är inte längre som panelen lämnade den`);
  expect(holding("Eva Ek").length).toBe(2);
  // What was written before it can still be taken back.
  await user.frame.click(undo("Bolaget A (A), Krav K1 (K1): Ej uppfyllt"));
  await until(() => holding("Saknas").length === 0);
});

test("a price row is taken away at a second press, taken back, and stays where a bid has priced it", async () => {
  const rows = evaluationOf({ bids: [{ id: "A" }] });
  const value = {
    ...rows,
    priceItems: licenceAndTraining,
    bids: rows.bids.map((bid) => ({ ...bid, prices: { P1: "1000" } })),
  };
  host = await user.openExcel(value);
  await step("Modell");
  const unfold = async (id: string) => {
    const row = user.frame.locator(`[data-name="row prices ${id}|"]`);
    if ((await row.count()) === 0) await user.frame.click("summary:has-text('Priser')");
    await user.frame.click(`[data-name="row prices ${id}|"]:not([open]) > summary`);
  };
  const pressTwice = async (id: string) => {
    await user.frame.click(`[data-name="ask remove row ${id}"]`);
    await user.frame.waitForSelector(`[data-name="keep remove row ${id}"]:focus`);
    await user.frame.click(`[data-name="remove row ${id}"]`);
  };
  const ids = () => [4, 5].map((row) => host.workbook.sheet("Pris")?.value(row, 1));
  await unfold("P2");
  expect(ids()).toEqual(["P1", "P2"]);
  await pressTwice("P2");
  await heard("Raden Utbildning · 10 kr/dag är borttagen från bladen.");
  await user.frame.waitForSelector('[data-name="row prices P2|"]', { state: "detached" });
  expect(ids()).toEqual(["P1", ""]);
  await user.frame.click("#messages button:has-text('Ångra senaste')");
  await user.frame.waitForSelector('[data-name="row prices P2|"]');
  expect(ids()).toEqual(["P1", "P2"]);
  await unfold("P1");
  await pressTwice("P1");
  await seen("På raden Licens (P1) har anbud lämnat något: Bolaget A (A) 1 000. Inget är ändrat.");
  expect(ids()).toEqual(["P1", "P2"]);
});
