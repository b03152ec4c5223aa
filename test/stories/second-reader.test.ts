/**
 * The second, independent reader at the pane: she sees how far the checking has come, and nothing of what
 * the first reader found, until she reads as the first again.
 */
import type { EvaluationDocument } from "../../src/core/document/schema";
import { document } from "../small";
import { User } from "./user";

const user = new User();
const { step, seen } = user;

const base = document({
  requirements: ["K1", "K2"],
  bids: [{ id: "A", price: "1000", verdicts: { K1: "not-met", K2: "met" } }],
});
const readTwice: EvaluationDocument = {
  ...base,
  requirements: base.requirements.map((each) => ({
    ...each,
    text: "Loggen ska sparas i 24 månader.",
    secondReader: true,
  })),
};

test("what the first reader found is not seen while the second reads", async () => {
  await user.openExcel(readTwice);
  await step("Krav");
  await user.frame.click("summary:has-text('Pröva kraven ett i taget')");
  const found = async () =>
    (await user.frame.innerText("main")).match(/motivering återstår|uppfylls inte|Vad den första/g);
  expect(await found()).toEqual(["motivering återstår", "uppfylls inte"]);
  await user.frame.selectOption('[data-name="choose check.reader"] select', "second");
  await seen("Vad den första läsaren kom fram till visas när Första är vald under Läsning.");
  expect(await found()).toEqual(["Vad den första"]);
  await user.say("Per Pil");
  await user.frame.press(".card[aria-label='Krav K1']", "u");
  // The requirement is named by its text, without the full stop that would end the sentence.
  await user.frame.waitForSelector(
    '#messages button:text-is("Ångra senaste (Bolaget A (A), Loggen ska sparas i 24 månader (K1): Uppfyllt, andra läsningen)")',
  );
  await user.frame.selectOption('[data-name="choose check.reader"] select', "first");
  await seen("Inte uppfyllt: motivering återstår");
});
