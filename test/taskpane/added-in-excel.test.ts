/**
 * What the pane has added in Excel is taken away again: the columns and rows of bids, evaluators and
 * verdicts, as long as they are as they were written, and with nothing of anyone else's moved.
 */
import type { EvaluationDocument } from "../../src/core/document/schema";
import type { Session } from "../../src/taskpane/session";
import { sv } from "../../src/words/sv/words";
import type { ExcelHost } from "../excel-host/host";
import { picture, settled } from "../host/excel/opened";
import { document as evaluationOf, monetary } from "../small";
import { paneOpened, workbookWith } from "./desk";

const evaluation: EvaluationDocument = {
  ...evaluationOf({
    criteria: [{ ...monetary("M", { deduction: "100" }), panel: "consensus" }],
    requirements: ["K1", "K2"],
    bids: [{ id: "A", price: "1000", verdicts: { K1: "met" } }],
  }),
  evaluators: [{ id: "EE", name: "Eva Ek" }],
};

const add = (session: Session, name: string) =>
  session.ask("perform", { act: "add-bid", by: "Eva Ek", given: { name } }, []);

/** The address of the cell that holds a text, as "H6". */
function cellOf(host: ExcelHost, sheet: string, text: string): string {
  for (let row = 1; row < 40; row += 1)
    for (const column of "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
      if (host.value(sheet, `${column}${row}`) === text) return `${column}${row}`;
  throw new Error(`no ${text} on ${sheet}`);
}

/** The first of them cannot make a table smaller around its cells: what it deletes moves what is beside it. */
const versions = ["1.12", "1.13"];

test.each(versions)(
  "ExcelApi %s: bids are taken away with all their columns and rows, and the workbook looks as it did",
  async (excelApi) => {
    const host = await workbookWith(evaluation, { excelApi });
    const session = await paneOpened();
    const before = picture(host);
    const { known } = await add(session, "Nordlarm AB\t556677-8899\nTrygg & Nära AB");
    expect(known.bids.map(({ name }) => name)).toEqual([
      "Bolaget A (A)",
      "Nordlarm AB (B)",
      "Trygg & Nära AB (C)",
    ]);
    expect(known.undo?.added).toBe("Nordlarm AB (B); Trygg & Nära AB (C)");
    const back = await session.ask("undo");
    await settled();
    expect(back.known.bids.map(({ name }) => name)).toEqual(["Bolaget A (A)"]);
    expect(picture(host)).toEqual(before);
    // And again: nothing of the first time is in the way.
    expect((await add(session, "Nordlarm AB")).known.bids).toHaveLength(2);
  },
);

test("a bid that a verdict has been typed of since is not taken away, and the sentence names the cell", async () => {
  const host = await workbookWith(evaluation);
  const session = await paneOpened();
  await add(session, "Nordlarm AB");
  const header = cellOf(host, "Kravprövning", "B Bedömning");
  const cell = `${header.replace(/\d+/, "")}${Number(/\d+/.exec(header)?.[0]) + 1}`;
  host.type("Kravprövning", cell, "Uppfyllt");
  const typed = picture(host);
  await expect(session.ask("undo")).rejects.toMatchObject({
    code: "undo-changed",
    details: { cell: `Kravprövning!${cell}` },
  });
  expect(picture(host)).toEqual(typed);
});

test("a note below a table stays where it is when the bid's row above it is taken away", async () => {
  const host = await workbookWith(evaluation, { excelApi: "1.13" });
  const session = await paneOpened();
  await add(session, "Nordlarm AB");
  const last = Number(/\d+/.exec(cellOf(host, "Anbud", "Nordlarm AB"))?.[0]);
  host.type("Anbud", `A${last + 3}`, "Egen notering");
  await session.ask("undo");
  expect(host.value("Anbud", `A${last + 3}`)).toBe("Egen notering");
});

test("where this Excel cannot make a table smaller, nothing moves: what stands below it is said to be in the way", async () => {
  const older = await workbookWith(evaluation, { excelApi: "1.12" });
  const session = await paneOpened();
  const before = picture(older);
  await add(session, "Nordlarm AB");
  const last = Number(/\d+/.exec(cellOf(older, "Anbud", "Nordlarm AB"))?.[0]);
  older.type("Anbud", `A${last + 3}`, "Egen notering");
  await expect(session.ask("undo")).rejects.toMatchObject({ code: "excel-cannot-shrink" });
  older.type("Anbud", `A${last + 3}`, "");
  await session.ask("undo");
  await settled();
  expect(picture(older)).toEqual(before);
});

test("evaluators are taken away with their rows in the panel's sheet", async () => {
  const host = await workbookWith(evaluation);
  const session = await paneOpened();
  const given = { name: "Karim Holm\nLena Sol" };
  const { message, known } = await session.ask(
    "perform",
    { act: "add-evaluator", by: "Eva Ek", given },
    [],
  );
  expect(message).toMatch(
    /^Tillagt: Karim Holm \(KH\); Lena Sol \(LS\)\. Bedömarna har fått rader/,
  );
  expect(known.group?.panel.evaluators.map(({ id }) => id)).toEqual(["EE", "KH", "LS"]);
  expect(cellOf(host, "Bedömningar", "Lena Sol")).toBeDefined();
  const { known: back, undone } = await session.ask("undo");
  expect([undone.added, back.group?.panel.evaluators.map(({ id }) => id)]).toEqual([
    "Karim Holm (KH); Lena Sol (LS)",
    ["EE"],
  ]);
  expect(() => cellOf(host, "Bedömningar", "Lena Sol")).toThrow();
});

const judge = (session: Session) =>
  session.ask(
    "enterVerdict",
    {
      bid: "A",
      requirement: "K2",
      reader: "first",
      seen: "",
      verdict: "met",
      reference: "s. 4",
      note: "",
    },
    "Eva Ek",
  );

test("a verdict that needed a column for when it was given is taken back with the column", async () => {
  const host = await workbookWith(evaluation);
  const session = await paneOpened();
  const before = picture(host);
  const look = () => cellOf(host, "Kravprövning", `A ${sv.headers.checks.checkedAt}`);
  expect(look).toThrow();
  await judge(session);
  expect(look).not.toThrow();
  await session.ask("undo");
  await settled();
  expect(picture(host)).toEqual(before);
});

test("a column that someone has filled in since stays, with the verdict, and the sentence names the cell", async () => {
  const host = await workbookWith(evaluation);
  const session = await paneOpened();
  await judge(session);
  const header = cellOf(host, "Kravprövning", `A ${sv.headers.checks.checkedAt}`);
  // The first row below it is the other requirement's.
  const cell = header.replace(/\d+/, (row) => `${Number(row) + 1}`);
  host.type("Kravprövning", cell, "2026-03-01");
  await expect(session.ask("undo")).rejects.toMatchObject({
    code: "undo-changed",
    details: { cell: `Kravprövning!${cell}` },
  });
  expect(cellOf(host, "Kravprövning", "Eva Ek")).toBeDefined();
});
