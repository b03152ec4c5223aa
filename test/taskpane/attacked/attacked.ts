/**
 * Attacks an act of the pane in its middle: between what its author was shown and the press, a
 * colleague edits the very cell, another cell, inserts a row above, deletes the sheet, or does the same
 * first; Excel loses its session in each batch that writes, or refuses a call in the middle of one.
 * Nothing of the colleague's is written over and nothing is half-written: the act is done whole, or not at
 * all and with a sentence. What is shown then is what is in the cells, or is marked as outdated. So it is
 * too when what was done is taken back.
 */
import type { CaseAnswer } from "../../../src/case/answers";
import { CaseService } from "../../../src/case/case-service";
import { ExcelWorkbook } from "../../../src/host/excel/workbook";
import type { Session } from "../../../src/taskpane/session";
import { en } from "../../../src/words/en/words";
import { sv } from "../../../src/words/sv/words";
import type { Writing } from "../../excel-host/attack";
import {
  cellsOf,
  colleagueInsertsRow,
  colleagueTypes,
  colleagueTypesOver,
  excelIsLost,
  excelRefuses,
  spotOf,
  valueAt,
  written,
} from "../../excel-host/attack";
import type { ExcelHost } from "../../excel-host/host";
import { picture, settled } from "../../host/excel/opened";
import { paneOpened, workbookWith } from "../desk";
import type { Attacked, AttackedActs, Outcome } from "./pressed";
import { callOf, takenBack } from "./pressed";

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

const sentence = /^\p{Lu}.*\.$/u;

/** Presses, and gives what is told. */
async function pressed(session: Session, { act: work }: Pick<Attacked, "act">): Promise<string> {
  await session.run("act", "Akten", () => work(session));
  await settled();
  const { message, findings = [] } = session.outcome ?? {};
  const refused = message === "" ? findings.map(({ text }) => text).join(" ") : "";
  return session.tasks.of("act")?.message?.text ?? refused;
}

/** What is shown, without the way back. */
function shownOf(known: CaseAnswer | undefined): object {
  const { undo: _, ...shown } = known ?? {};
  return shown;
}

/** What is shown is what is in the workbook, or is marked as outdated. */
async function expectHonest(session: Session): Promise<void> {
  if (session.isStale) return;
  const service = new CaseService(sv, [sv, en], "test");
  // What was computed twice is known to the pane that had it computed.
  const isTwice = session.known?.checks.some(({ count }) => count !== undefined);
  const now = isTwice
    ? await session.ask("take")
    : await service.take(new ExcelWorkbook(), new Date().toISOString());
  expect(shownOf(session.known)).toEqual(JSON.parse(JSON.stringify(shownOf(now))));
}

/** A pane on a workbook that nobody has done anything to. */
async function opened(each: Attacked) {
  const host = await workbookWith(each.on);
  const session = await paneOpened();
  await each.before?.(session);
  await each.shown?.(session);
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
  const { host, session } = await opened(each);
  attack(host);
  await settled();
  const isMarked = session.isStale;
  const before = cellsOf(host);
  const said = await pressed(session, each);
  return { host, session, isMarked, said, now: written(before, cellsOf(host)) };
}

/** The act as if alone: what it writes, and what it asks Excel for. */
async function undisturbed(each: Attacked): Promise<{
  readonly whole: readonly string[];
  readonly asked: Writing;
  readonly session: Session;
}> {
  let counted: () => Writing = () => ({ calls: 0, batches: [] });
  const { now, session } = await attacked(each, (host) => {
    counted = excelRefuses(host, Infinity);
  });
  return { whole: now, asked: counted(), session };
}

/** Pressed with something in the way each time: nothing of it stays, with a sentence, or all of it. */
async function expectWholeOrNothing(
  each: Attacked,
  whole: readonly string[],
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
      expect.stringMatching(/^$|^Det är (?:infört|gjort)|^Talen är på plats/),
    ]);
    if (at === Infinity) expect(said).toBe("");
    await expectHonest(session);
    desk = undefined;
  }
}

function expectLostWhole(each: Attacked, whole: readonly string[], { batches }: Writing) {
  const times = [0, ...batches, Math.max(...batches) + 1];
  return expectWholeOrNothing(each, whole, times, excelIsLost);
}

export function attackedInTurn(acts: AttackedActs): void {
  describe.each(Object.entries(acts))("%s", (_, each) => {
    let whole: readonly string[] = [];
    let asked: Writing = { calls: 0, batches: [] };
    let isUndoable = false;
    beforeAll(async () => {
      const alone = await undisturbed({
        ...each,
        act: async (session) => {
          const ask = jest.spyOn(session, "ask");
          await each.act(session);
          expect(ask.mock.calls.map(([name, ...args]) => callOf(name, args))).toContain(each.asks);
        },
      });
      whole = alone.whole;
      asked = alone.asked;
      isUndoable = alone.session.known?.undo !== undefined;
      expect(Math.min(whole.length, asked.calls)).toBeGreaterThan(0);
    });

    /** A colleague's doing is seen at once; the act is whole or nothing, and nothing comes with a sentence. */
    async function expectOutcome(attack: (host: ExcelHost) => void, outcome: Outcome) {
      const { host, session, isMarked, said, now } = await attacked(each, attack);
      expect(isMarked).toBe(true);
      if (outcome === "anew") expect(now.length).toBeGreaterThan(0);
      else expect(now).toEqual(outcome === "whole" ? whole : []);
      // What is evaluated says what is wrong as findings.
      const told = said === "" ? (session.known?.findings[0]?.text ?? "") : said;
      if (outcome === "nothing") expect(told).toMatch(sentence);
      else expect(said).toBe("");
      expect(said).not.toContain("Ett fel i programmet");
      await expectHonest(session);
      return host;
    }

    if (each.edits) {
      const { own, other, row } = each.edits;
      test("a colleague edits its own cell", async () => {
        const [cell, value, outcome] = own;
        const host = await expectOutcome((excel) => colleagueTypes(excel, cell, value), outcome);
        expect(valueAt(host, cell)).toBe(String(value));
      });

      test("a colleague edits another cell", async () => {
        const [cell, value, outcome] = other;
        const host = await expectOutcome((excel) => colleagueTypes(excel, cell, value), outcome);
        expect(valueAt(host, cell)).toBe(String(value));
      });

      test("a colleague inserts a row above", () =>
        expectOutcome((excel) => colleagueInsertsRow(excel, own[0]), row));

      test("a colleague deletes the sheet", () =>
        expectOutcome((excel) => excel.deleteSheet(spotOf(excel, own[0]).sheet.name), "nothing"));

      test("a colleague renames the sheet", async () => {
        const { session, said, now } = await attacked(each, (excel) =>
          excel.renameSheet(spotOf(excel, own[0]).sheet.name, "Omdöpt"),
        );
        if (now.length === 0) expect(said).toMatch(sentence);
        else expect([now.length, said]).toEqual([whole.length, ""]);
        await expectHonest(session);
      });
    }

    // What one has written is for oneself to undo.
    if (!each.before)
      test("a colleague does the same first, in another pane", async () => {
        const { host, session, before } = await opened(each);
        const other = await paneOpened();
        await each.shown?.(other);
        host.isElsewhere = true;
        expect(await pressed(other, each)).toBe("");
        const once = written(before, cellsOf(host));
        host.isElsewhere = false;
        await settled();
        const said = await pressed(session, each);
        const now = written(before, cellsOf(host));
        if (each.twice === "both") expect([now.length > once.length, said]).toEqual([true, ""]);
        else expect(now).toEqual(once);
        expect(said).not.toContain("Ett fel i programmet");
        await expectHonest(session);
      });

    test("Excel is lost when it begins, when it writes, and after", () =>
      expectLostWhole(each, whole, asked));

    test("Excel refuses something in the middle of it", () =>
      expectWholeOrNothing(each, whole, stepsOf(asked.calls), excelRefuses));

    if (!each.before) {
      test("it is taken back whole, or not at all and with a sentence", async () => {
        const { host, session } = await opened(each);
        const before = shownOf(session.known);
        await pressed(session, each);
        const done = cellsOf(host);
        const said = await pressed(session, takenBack(each));
        if (isUndoable) expect([said, shownOf(session.known)]).toEqual(["", before]);
        else {
          expect(said).toMatch(sentence);
          expect(written(done, cellsOf(host))).toEqual([]);
        }
        await expectHonest(session);
      });

      test("what a colleague has typed over since is not taken back", async () => {
        if (!isUndoable) return;
        const { host, session, before } = await opened(each);
        await pressed(session, each);
        colleagueTypesOver(host, before);
        await settled();
        const done = cellsOf(host);
        const said = await pressed(session, takenBack(each));
        expect([written(done, cellsOf(host)), said]).toEqual([[], expect.stringMatching(sentence)]);
        await expectHonest(session);
      });

      test("Excel is lost while it is taken back", async () => {
        if (!isUndoable) return;
        const back = takenBack(each);
        const alone = await undisturbed(back);
        await expectLostWhole(back, alone.whole, alone.asked);
      });
    }
  });
}
