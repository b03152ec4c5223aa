/** What is entered in the pane, attacked in its middle: whole, or not at all and with a sentence. */
import { valueAt } from "../../excel-host/attack";
import { paneOpened, workbookWith } from "../desk";
import { attackedInTurn } from "./attacked";
import { bids, enteredActs } from "./entered";

attackedInTurn(enteredActs);

test("a requirement judged twice in a row, read in between by nobody: one's own verdict is no one else's", async () => {
  const host = await workbookWith(bids);
  const session = await paneOpened();
  const verdict = {
    bid: "B",
    requirement: "K2",
    reader: "first",
    verdict: "not-met",
    reference: "",
  } as const;
  const first = await session.ask("enterVerdict", { ...verdict, seen: "", note: "" }, "Eva Ek");
  const second = await session.ask(
    "enterVerdict",
    { ...verdict, seen: "not-met", note: "Saknas" },
    "Eva Ek",
  );
  expect([first.kept, second.kept, valueAt(host, ["checks", "K2", "B Anteckning"])]).toEqual([
    true,
    true,
    "Saknas",
  ]);
});
