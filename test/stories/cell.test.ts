/**
 * The cell that is marked in Excel, shown in the pane: opened by its line or by Ctrl+M, followed from
 * cell to cell as a right-click marks them, and left with Esc.
 */
import type { ExcelHost } from "../excel-host/host";
import { document as evaluationOf, monetary } from "../small";
import { User } from "./user";

let host: ExcelHost;
const user = new User();
const { press, seen, step } = user;

const evaluation = evaluationOf({
  model: { rounding: { result: { decimals: 2, mode: "half-up" } }, ties: ["lowest-price"] },
  criteria: [monetary("M", { deduction: "100", name: "Mobilt stöd" })],
  requirements: ["K1", "K2"],
  bids: [
    { id: "A", price: "1000", scores: { M: "2" }, verdicts: { K1: "met" } },
    { id: "B", price: "950", scores: { M: "0" }, verdicts: { K1: "met", K2: "met" } },
  ],
});

const heading = (text: string) => user.frame.waitForSelector(`#view section h3:text-is("${text}")`);
const score = "Poäng, rad Bolaget A (A) · Mobilt stöd (M), Poäng";

test("a marked score: what it is, why, its history, and the way to where it is recorded", async () => {
  host = await user.openExcel(evaluation);
  const { keyboard } = user.pane.page;
  host.mark("Poäng", "G5");
  await user.frame.press(`button:text-is("Markerad cell: ${score}")`, "Enter");
  await heading(score);
  await seen("Inte registrerad än.");
  await seen("Inga händelser i journalen har rört den.");
  // Two of five points of 100 kronor are 40, and 1,000 less 40 is 960.
  await user.frame.waitForSelector("summary:has-text('Resultat'):has-text('960,00')");
  // Another cell is marked while it is shown, by a right-click for instance.
  host.mark("Anbud", "F5");
  await heading("Anbud, rad Bolaget A (A), Totalpris");
  host.mark("Anbud", "F40");
  await seen("Anbud!F40 hör inte till utvärderingens tabeller.");
  host.mark("Kravprövning", "E6");
  await heading("Kravprövning, rad K2, Bolaget A (A) Bedömning");
  await seen("Tomt. Tomt räknas aldrig som noll.");
  await press("Pröva kravet");
  await user.frame.waitForSelector(".card[aria-label='Krav K2']:focus");
  // Esc leaves the cell, and the focus goes back to where the keys were pressed.
  await step("Poäng");
  await user.frame.focus("[data-name='seat M A']");
  await keyboard.press("Control+m");
  await heading("Kravprövning, rad K2, Bolaget A (A) Bedömning");
  await keyboard.press("Escape");
  await user.frame.waitForSelector("[data-name='seat M A']:focus");
});

test("a cell that is typed in is shown as it is then", async () => {
  host = await user.openExcel(evaluation);
  host.mark("Poäng", "G5");
  await user.frame.press("#view", "Control+m");
  await heading(score);
  host.type("Poäng", "G5", 4);
  await user.frame.waitForSelector("summary:has-text('Resultat'):has-text('920,00')");
});
