/**
 * The pane on the page by itself, without its page: a file is open, there is no Excel to tell of an edit,
 * and what is shown follows what the pane itself writes.
 */
import type { EvaluationDocument } from "../../src/core/document/schema";
import { openPackage } from "../../src/host/xlsx/package-check";
import { readParts } from "../../src/host/xlsx/read-workbook";
import type { TableReading } from "../../src/sheet/workbook";
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

async function savedTables(session: Session): Promise<readonly TableReading[]> {
  const { bytes } = await session.ask("save");
  return (await readParts(openPackage(bytes))).tables;
}

const add = (session: Session, name: string) =>
  session.ask("perform", { act: "add-bid", by: "Eva Ek", given: { name } }, []);

test("bids that were added are taken back, with all their columns and rows, and so is what was written before them", async () => {
  const session = await opened(evaluation);
  const begun = session.known?.bids.map(({ name }) => name);
  await judge(session, "K1");
  const judged = await savedTables(session);
  const { message, known } = await add(session, "Nordlarm AB\nTrygg & Nära AB");
  expect(message).toMatch(/^Tillagt: Nordlarm AB \(B\); Trygg & Nära AB \(C\)\. Anbuden har fått/);
  expect(known.bids.map(({ name }) => name)).toEqual([
    ...(begun ?? []),
    "Nordlarm AB (B)",
    "Trygg & Nära AB (C)",
  ]);
  expect(known.undo?.added).toBe("Nordlarm AB (B); Trygg & Nära AB (C)");
  const back = await session.ask("undo");
  expect([back.known.bids.map(({ name }) => name), back.known.undo?.verdict?.requirement]).toEqual([
    begun,
    "K1",
  ]);
  expect(await savedTables(session)).toEqual(judged);
});

test("a verdict that needed columns of its own is taken back with them", async () => {
  const session = await opened(evaluation);
  const before = await savedTables(session);
  await judge(session, "K1");
  expect(await savedTables(session)).not.toEqual(before);
  expect((await session.ask("undo")).undone.verdict?.requirement).toBe("K1");
  expect(await savedTables(session)).toEqual(before);
});

test("evaluators that were added are taken back", async () => {
  const session = await opened(evaluation);
  const given = { name: "Karim Holm\nLena Sol" };
  const { known } = await session.ask("perform", { act: "add-evaluator", by: "Eva Ek", given }, []);
  expect(known.group?.panel.evaluators.map(({ id, text }) => `${id}: ${text}`)).toEqual([
    "KH: har inte svarat om intressekonflikt",
    "LS: har inte svarat om intressekonflikt",
  ]);
  const back = await session.ask("undo");
  expect([back.undone.added, back.known.group?.panel.evaluators]).toEqual([
    "Karim Holm (KH); Lena Sol (LS)",
    [],
  ]);
});

test("a bid that something has been entered of since is taken back only after that", async () => {
  const session = await opened(evaluation);
  expect((await add(session, "Test AB")).message).toMatch(/^Tillagt: Test AB \(B\)\. Anbudet har/);
  const entry = { bid: "B", requirement: "K1", reader: "first", seen: "", verdict: "met" } as const;
  await session.ask("enterVerdict", { ...entry, reference: "", note: "" }, "Eva Ek");
  expect((await session.ask("undo")).undone.verdict?.bid).toBe("B");
  expect((await session.ask("undo")).known.bids.map(({ name }) => name)).toEqual(["Bolaget A (A)"]);
});

test("a bid of which something has been recorded is not taken back", async () => {
  const session = await opened(evaluation);
  await add(session, "Test AB");
  const given = { openedAt: "2026-03-03 10:00", openedBy: "Eva Ek, Karim Holm" };
  const { message, known } = await session.ask(
    "perform",
    { act: "open-bids", by: "Eva Ek", given },
    [],
  );
  expect([message, known.undo]).toEqual([expect.stringMatching(/./), undefined]);
  await expect(session.ask("undo")).rejects.toMatchObject({ code: "undo-recorded" });
});

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
