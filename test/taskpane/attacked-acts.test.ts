/**
 * Every act of the pane, attacked in its middle: between what its author was shown and the press, a
 * colleague edits the very cell, another cell, inserts a row above, or deletes the sheet; Excel loses its
 * session in each batch that writes, or refuses a call in the middle of one. Nothing of the colleague's is written over and nothing is half-written: the act is done whole, or
 * not at all and with a sentence. What is shown then is what is in the cells, or is marked as outdated.
 */
import type { ActRequest } from "../../src/case/act-requests";
import type { CaseAnswer } from "../../src/case/answers";
import { CaseService } from "../../src/case/case-service";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { ExcelWorkbook } from "../../src/host/excel/workbook";
import { RpcFailure } from "../../src/taskpane/rpc";
import type { CaseCalls } from "../../src/taskpane/rpc-contract";
import type { Session } from "../../src/taskpane/session";
import { perform } from "../../src/taskpane/views/acts";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { procedureOf } from "../attacked-case";
import type { ExcelHost } from "../excel-host/host";
import { picture, settled } from "../host/excel/opened";
import { agreed, panel } from "../scoring/panel";
import { document, monetary } from "../small";
import type { CellOf, Writing } from "./attack";
import {
  cellsOf,
  colleagueInsertsRow,
  colleagueTypes,
  excelIsLost,
  excelRefuses,
  spotOf,
  valueAt,
  written,
} from "./attack";
import { paneOpened, workbookWith } from "./desk";

// One time for all, so that a journal says the same each time.
jest.useFakeTimers({
  now: new Date("2026-03-12T10:00:00Z"),
  doNotFake: [
    "setTimeout",
    "clearTimeout",
    "setImmediate",
    "queueMicrotask",
    "performance",
    "nextTick",
  ],
});

const model: EvaluationDocument = {
  ...document({
    criteria: [
      monetary("M", { deduction: "100", name: "Mobilt stöd" }),
      monetary("L", {
        deduction: "200",
        name: "Larm",
        scale: {
          type: "levels",
          levels: [
            { value: "0", label: "Nej" },
            { value: "5", label: "Alltid" },
          ],
        },
      }),
    ],
    requirements: ["K1", "K2"],
    bids: [],
  }),
  priceItems: [
    { id: "P1", name: "Licens", category: "licence", unit: "kr/år", quantity: "4" },
    { id: "P2", name: "Stöd", category: "support", unit: "kr/år", quantity: "4" },
  ],
};
const bids = document({
  criteria: [monetary("M", { deduction: "100", name: "Mobilt stöd" })],
  requirements: ["K1", "K2"],
  bids: [
    { id: "A", price: "1000", scores: { M: "5" }, verdicts: { K1: "met" } },
    { id: "B", price: "950", scores: { M: "0" } },
  ],
});
const apart = panel({ A: agreed("A", undefined, "2", "3"), B: agreed("B", undefined, "1", "1") });
const together = panel({ A: agreed("A", "2", "2", "3"), B: agreed("B", "1", "1", "1") });
const met = {
  answer: "yes",
  verdict: "met",
  reference: "s. 4",
  checkedBy: "Eva Ek",
  checkedAt: "2026-02-24",
} as const;
const finalised = procedureOf(
  {
    ...bids,
    award: {
      deadline: "2026-02-20T23:59",
      openedAt: "2026-02-23T09:00",
      openedBy: "Eva Ek, Bo Alm",
    },
    bids: bids.bids.map((bid) => ({
      ...bid,
      receivedAt: "2026-02-20T10:00",
      answers: { K1: met, K2: met },
      scores: { M: { ...bid.scores["M"], rationale: "Utfästelse.", reference: "s. 4" } },
    })),
  },
  "finalised",
).get("finalised");

type Outcome = "whole" | "nothing";
type Edit = readonly [cell: CellOf, value: string | number];
type Attacked = {
  readonly on: EvaluationDocument;
  /** The cell that the act writes, or rests on, and what a colleague types in it; what then comes of the act. */
  readonly own: readonly [...Edit, Outcome];
  readonly other: readonly [...Edit, Outcome];
  /** What comes of it with a row inserted above. */
  readonly row: Outcome;
  readonly act: (session: Session) => Promise<void>;
};

/** As the views do: what is not entered is told, and what is entered has been read. */
type Entry = {
  readonly kept: boolean;
  readonly why?: string;
  readonly problems?: readonly { readonly text: string }[];
  readonly known?: CaseAnswer | undefined;
};
const entered = (ask: (session: Session) => Promise<Entry>) => (session: Session) =>
  session.renew(async () => {
    const entry = await ask(session);
    const { why = "", problems = [] } = entry;
    const told = [why, ...problems.map(({ text }) => text)].filter((each) => each !== "");
    if (!entry.kept) throw new RpcFailure("not-entered", {}, told.join(" "));
    return entry.known ?? session.ask("take");
  });
/** A verdict is read after it is written, while the next requirement is shown. */
const verdict = (entry: Parameters<CaseCalls["enterVerdict"]>[0]) => async (session: Session) => {
  const written = await session.ask("enterVerdict", entry, "Eva Ek");
  if (!written.kept) throw new RpcFailure("not-entered", {}, written.why);
  session.noteChange();
  await session.follow();
};
const row = (...[request]: Parameters<CaseCalls["enterRow"]>) =>
  entered((session) => session.ask("enterRow", request));
const act =
  (name: ActRequest["act"], given: ActRequest["given"] = {}) =>
  (session: Session) =>
    perform(session, { act: name, given });

const [M, K1, K2]: readonly [Edit, Edit, Edit] = [
  [["criteria", "M", "Kriterium"], "Kollegans"],
  [["requirements", "K1", "Krav"], "Kollegans krav"],
  [["requirements", "K2", "Krav"], "Kollegans krav"],
];
const bidder: Edit = [["bids", "A", "Anbudsgivare"], "Kollegans AB"];
const evaluator: Edit = [["evaluators", "E2", "Namn"], "Per Palm"];

// prettier-ignore
const acts: { readonly [name: string]: Attacked } = {
  "a field of the model": {
    on: model, own: [["model", "priceCeiling", "Värde"], 777, "nothing"], other: [...K2, "whole"], row: "whole",
    act: entered((session) => session.ask("enter", "priceCeiling", "1250")) },
  "a criterion's form": {
    on: model, own: [...M, "nothing"], other: [["criteria", "M", "Avdrag kr"], 777, "whole"], row: "whole",
    act: row({ table: "criteria", id: "M", texts: { name: "Mobilitet" } }) },
  "a new criterion": {
    on: model, own: [...M, "whole"], other: [...K2, "whole"], row: "whole",
    act: row({ table: "criteria", id: "", texts: { id: "N", name: "Nytt", kind: "Mervärde", deduction: "50", "scale.type": "Poäng", "scale.max": "5", "scale.zero": "0" } }) },
  "a price row's form": {
    on: model, own: [["prices", "P1", "Mängd"], 9, "nothing"], other: [["prices", "P2", "Mängd"], 9, "whole"], row: "whole",
    act: row({ table: "prices", id: "P1", texts: { quantity: "5" } }) },
  "pasted levels": {
    on: model, own: [["levels", "Alltid|Kollegans", "Beskrivning"], "Kollegans", "nothing"], other: [...M, "whole"], row: "whole",
    act: entered((session) => session.ask("replaceLevels", "L", [{ value: "0", label: "Inget" }, { value: "3", label: "Delvis" }])) },
  "another way to evaluate": {
    on: model, own: [["criteria", "M", "Avdrag kr"], 777, "nothing"], other: [...K2, "whole"], row: "whole",
    act: entered((session) => session.ask("changeModel", { kind: "way", way: "deductionPercent" })) },
  "a criterion that is taken away": {
    on: model, own: [...M, "nothing"], other: [...K2, "whole"], row: "whole",
    act: entered((session) => session.ask("arrange", { id: "M", arrangement: "remove" })) },
  "a criterion that is moved": {
    on: model, own: [...M, "whole"], other: [...K2, "whole"], row: "whole",
    act: entered((session) => session.ask("arrange", { id: "M", arrangement: "down" })) },
  "pasted requirements": {
    on: model, own: [...K1, "whole"], other: [...M, "whole"], row: "whole",
    act: entered((session) => session.ask("enterRequirements", { text: "K3 Systemet ska logga.\nK4 Systemet ska larma.", kind: "mandatory" })) },
  "a verdict": {
    on: bids, own: [["checks", "K1", "A Anteckning"], "Kollegans", "nothing"], other: [["checks", "K2", "A Anteckning"], "Kollegans", "whole"], row: "whole",
    act: verdict({ bid: "A", requirement: "K1", reader: "first", seen: "met", verdict: "not-met", reference: "s. 9", note: "Saknas" }) },
  "an agreed level": {
    on: apart, own: [["scores", "A", "Motivering"], "Kollegans", "nothing"], other: [["scores", "B", "Motivering"], "Kollegans", "whole"], row: "whole",
    act: entered((session) => session.ask("enterAgreed", { bid: "A", criterion: "S1", seen: { value: "", rationale: "", reference: "" }, value: "2", rationale: "Gemensamt", reference: "" })) },
  "what all agree on": {
    on: apart, own: [["scores", "B", "Motivering"], "Kollegans", "nothing"], other: [["scores", "A", "Motivering"], "Kollegans", "whole"], row: "whole",
    act: entered((session) => session.ask("enterUnanimous", { shown: [{ bid: "B", criterion: "S1", value: "1" }], withReasons: true })) },
  "publishing":      { on: model, own: [...M, "nothing"], other: [...K2, "nothing"], row: "whole", act: act("publish") },
  "recording":       { on: together, own: [["scores", "A", "Poäng"], 4, "nothing"], other: [...evaluator, "nothing"], row: "whole", act: act("record") },
  "sealing quality": { on: together, own: [["scores", "A", "Poäng"], 4, "nothing"], other: [...evaluator, "nothing"], row: "whole", act: act("seal-quality") },
  "an award":        { on: finalised ?? bids, own: [["bids", "A", "Totalpris"], 777, "nothing"], other: [...bidder, "nothing"], row: "whole", act: act("award", { decidedAt: "2026-03-10", decidedBy: "Nämnden" }) },
  "a withdrawal":    { on: bids, own: [...bidder, "whole"], other: [...K2, "whole"], row: "whole", act: act("withdraw", { bid: "A", reason: "Brev" }) },
  "a question":      { on: bids, own: [...bidder, "whole"], other: [...K2, "whole"], row: "whole", act: act("clarify", { bid: "A", subject: "requirement", of: "K1", question: "Hur?" }) },
  "a new bid":       { on: bids, own: [...bidder, "whole"], other: [...K2, "whole"], row: "whole", act: act("add-bid", { name: "Gamma AB" }) },
  "a comment":       { on: bids, own: [...bidder, "whole"], other: [...K2, "whole"], row: "whole", act: act("comment", { text: "Läst" }) },
  "the example taken away": { on: model, own: [...M, "nothing"], other: [...K2, "nothing"], row: "nothing", act: async (session) => session.take(await session.ask("removeSample")) },
  "the example emptied":    { on: bids, own: [...M, "nothing"], other: [...K2, "nothing"], row: "nothing",
    act: async (session) => session.take(await session.ask("emptySample", { title: "Ny", caseNumber: "2/26", authority: "Regionen", keeps: "criteria" })) },
};

/** Presses, and gives what is told. */
async function pressed(session: Session, { act: work }: Attacked): Promise<string> {
  await session.run("act", "Akten", () => work(session));
  await settled();
  const { message, findings = [] } = session.outcome ?? {};
  const refused = message === "" ? findings.map(({ text }) => text).join(" ") : "";
  return session.tasks.of("act")?.message?.text ?? refused;
}

/** What is shown is what is in the workbook, or is marked as outdated. */
async function expectHonest(session: Session): Promise<void> {
  if (session.isStale) return;
  const service = new CaseService(sv, [sv, en], "test");
  const now = await service.take(new ExcelWorkbook(), new Date().toISOString());
  const { undo: _, ...shown } = session.known ?? {};
  expect(shown).toEqual(JSON.parse(JSON.stringify(now)));
}

/** A pane on a workbook that nobody has done anything to. */
async function opened(each: Attacked) {
  const host = await workbookWith(each.on);
  const session = await paneOpened();
  return { host, session, before: cellsOf(host), clean: picture(host) };
}

type Desk = Awaited<ReturnType<typeof opened>>;

/** Some of so many steps: the first, the last, and others between them. */
function stepsOf(count: number): number[] {
  const most = Math.min(count, 5);
  return Array.from({ length: most }, (_, n) =>
    most === 1 ? 0 : Math.floor((n * (count - 1)) / (most - 1)),
  );
}

/** The act on a workbook that someone has done something to, and what was written. */
async function attacked(each: Attacked, attack: (host: ExcelHost) => void) {
  const host = await workbookWith(each.on);
  const session = await paneOpened();
  attack(host);
  await settled();
  const isMarked = session.isStale;
  const before = cellsOf(host);
  const said = await pressed(session, each);
  return { host, session, isMarked, said, now: written(before, cellsOf(host)) };
}

describe.each(Object.entries(acts))("%s", (_, each) => {
  let whole: readonly string[] = [];
  let asked: Writing = { calls: 0, batches: [] };
  beforeAll(async () => {
    let counted = () => asked;
    const undisturbed = await attacked(each, (host) => {
      counted = excelRefuses(host, Infinity);
    });
    whole = undisturbed.now;
    asked = counted();
    expect(Math.min(whole.length, asked.calls)).toBeGreaterThan(0);
  });

  /** A colleague's doing is seen at once; the act is whole or nothing, and nothing comes with a sentence. */
  async function expectOutcome(attack: (host: ExcelHost) => void, outcome: Outcome) {
    const { host, session, isMarked, said, now } = await attacked(each, attack);
    expect(isMarked).toBe(true);
    expect(now).toEqual(outcome === "whole" ? whole : []);
    if (outcome === "whole") expect(said).toBe("");
    else expect(said).toMatch(/^\p{Lu}.*\.$/u);
    expect(said).not.toContain("Ett fel i programmet");
    await expectHonest(session);
    return host;
  }

  test("a colleague edits its own cell", async () => {
    const [cell, value, outcome] = each.own;
    const host = await expectOutcome((excel) => colleagueTypes(excel, cell, value), outcome);
    expect(valueAt(host, cell)).toBe(String(value));
  });

  test("a colleague edits another cell", async () => {
    const [cell, value, outcome] = each.other;
    const host = await expectOutcome((excel) => colleagueTypes(excel, cell, value), outcome);
    expect(valueAt(host, cell)).toBe(String(value));
  });

  test("a colleague inserts a row above", () =>
    expectOutcome((excel) => colleagueInsertsRow(excel, each.own[0]), each.row));

  test("a colleague deletes the sheet", () =>
    expectOutcome((excel) => excel.deleteSheet(spotOf(excel, each.own[0]).sheet.name), "nothing"));

  /** Pressed with something in the way each time: nothing of it stays, with a sentence, or all of it. */
  async function expectWholeOrNothing(
    times: readonly number[],
    hinder: (host: ExcelHost, at: number) => () => unknown,
  ) {
    let desk: Desk | undefined;
    for (const at of [...times, Infinity]) {
      desk ??= await opened(each);
      const { host, session, before, clean } = desk;
      await settled();
      const clear = hinder(host, at);
      const said = await pressed(session, each);
      clear();
      const now = written(before, cellsOf(host));
      expect([at, now]).toEqual([at, now.length === 0 ? [] : whole]);
      if (now.length === 0) {
        const nothing = expect.stringMatching(/^\p{Lu}.*ingenting är ändrat.*\.$/u) as string;
        expect([at, picture(host), said]).toEqual([at, clean, nothing]);
        continue;
      }
      expect([at, said]).toEqual([
        at,
        expect.stringMatching(/^$|^Det är infört|^Talen är på plats/),
      ]);
      if (at === Infinity) expect(said).toBe("");
      await expectHonest(session);
      desk = undefined;
    }
  }

  test("Excel is lost when it begins, when it writes, and after", () => {
    const { batches } = asked;
    return expectWholeOrNothing([0, ...batches, Math.max(...batches) + 1], excelIsLost);
  });

  test("Excel refuses something in the middle of it", () =>
    expectWholeOrNothing(stepsOf(asked.calls), excelRefuses));
});

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
