/**
 * The pane on the page by itself, without its page: a file is open, there is no Excel to tell of an edit,
 * and what is shown follows what the pane itself writes.
 */
import type { EvaluationDocument } from "../../src/core/document/schema";
import { FollowChanges } from "../../src/taskpane/follow-changes";
import type { Session } from "../../src/taskpane/session";
import { document as evaluationOf } from "../small";
import { pageOpened } from "./desk";

const evaluation = evaluationOf({
  requirements: ["K1", "K2"],
  bids: [{ id: "A", price: "1000" }],
});

/** Enters a verdict as the card of the requirement does: written first, read later. */
async function judge(session: Session, requirement: string): Promise<void> {
  const entry = { bid: "A", requirement, reader: "first", seen: "", verdict: "met" } as const;
  await session.ask("enterVerdict", { ...entry, reference: "", note: "" }, "Eva Ek");
  session.noteChange();
}

const checked = ({ known }: Session) => known?.requirements.map(({ met }) => met);

async function opened(value: EvaluationDocument): Promise<Session> {
  const session = await pageOpened(value);
  const changes = new FollowChanges(session);
  session.noteChange = () => changes.noteChange();
  return session;
}

test("a verdict is shown soon after it is written, and what is shown is then no longer marked as outdated", async () => {
  const session = await opened(evaluation);
  expect(checked(session)).toEqual([0]);
  await judge(session, "K1");
  await judge(session, "K2");
  expect([session.isStale, checked(session)]).toEqual([true, [0]]);
  for (let turn = 0; session.isStale && turn < 500; turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect([session.isStale, checked(session)]).toEqual([false, [2]]);
});
