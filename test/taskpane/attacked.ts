/**
 * Attacks an act of the pane in its middle: between what its author was shown and the press, a
 * colleague edits the very cell, another cell, inserts a row above, deletes the sheet, or does the same
 * first; Excel loses its session in each batch that writes, or refuses a call in the middle of one.
 * Nothing of the colleague's is written over and nothing is half-written: the act is done whole, or not at
 * all and with a sentence. What is shown then is what is in the cells, or is marked as outdated.
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
import type { ExcelHost } from "../excel-host/host";
import { picture, settled } from "../host/excel/opened";
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

/** All of it as if alone, all of it as the workbook is now, or nothing of it. */
type Outcome = "whole" | "anew" | "nothing";
export type Edit = readonly [cell: CellOf, value: string | number];
export type Attacked = {
  readonly on: EvaluationDocument;
  /** The cell that the act writes, or rests on, and what a colleague types in it; what then comes of the act. */
  readonly own: readonly [...Edit, Outcome];
  readonly other: readonly [...Edit, Outcome];
  /** What comes of it with a row inserted above. */
  readonly row: Outcome;
  readonly act: (session: Session) => Promise<void>;
  /** What its author has done before. */
  readonly before?: (session: Session) => Promise<void>;
  /** What comes of it when a colleague has just done the same: once as if alone, unless it says more. */
  readonly twice?: "both";
};

/** As the views do: what is not entered is told, and what is entered has been read. */
type Entry = {
  readonly kept: boolean;
  readonly why?: string;
  readonly problems?: readonly { readonly text: string }[];
  readonly known?: CaseAnswer | undefined;
};
export const entered = (ask: (session: Session) => Promise<Entry>) => (session: Session) =>
  session.renew(async () => {
    const entry = await ask(session);
    const { why = "", problems = [] } = entry;
    const told = [why, ...problems.map(({ text }) => text)].filter((each) => each !== "");
    if (!entry.kept) throw new RpcFailure("not-entered", {}, told.join(" "));
    return entry.known ?? session.ask("take");
  });
/** A verdict is read after it is written, while the next requirement is shown. */
export const verdict =
  (entry: Parameters<CaseCalls["enterVerdict"]>[0]) => async (session: Session) => {
    const written = await session.ask("enterVerdict", entry, "Eva Ek");
    if (!written.kept) throw new RpcFailure("not-entered", {}, written.why);
    session.noteChange();
    await session.follow();
  };
export const row = (...[request]: Parameters<CaseCalls["enterRow"]>) =>
  entered((session) => session.ask("enterRow", request));
export const act =
  (name: ActRequest["act"], given: ActRequest["given"] = {}) =>
  (session: Session) =>
    perform(session, { act: name, given });

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
  await each.before?.(session);
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

export function attackedInTurn(acts: { readonly [name: string]: Attacked }): void {
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
      if (outcome === "anew") expect(now.length).toBeGreaterThan(0);
      else expect(now).toEqual(outcome === "whole" ? whole : []);
      // What is evaluated says what is wrong as findings.
      const told = said === "" ? (session.known?.findings[0]?.text ?? "") : said;
      if (outcome === "nothing") expect(told).toMatch(/^\p{Lu}.*\.$/u);
      else expect(said).toBe("");
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
      expectOutcome(
        (excel) => excel.deleteSheet(spotOf(excel, each.own[0]).sheet.name),
        "nothing",
      ));

    test("a colleague renames the sheet", async () => {
      const { session, said, now } = await attacked(each, (excel) =>
        excel.renameSheet(spotOf(excel, each.own[0]).sheet.name, "Omdöpt"),
      );
      if (now.length === 0) expect(said).toMatch(/^\p{Lu}.*\.$/u);
      else expect([now.length, said]).toEqual([whole.length, ""]);
      await expectHonest(session);
    });

    // What one has written is for oneself to undo.
    if (!each.before)
      test("a colleague does the same first, in another pane", async () => {
        const { host, session, before } = await opened(each);
        const other = await paneOpened();
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
}
