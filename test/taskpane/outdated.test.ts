/**
 * Between a colleague's edit and the next reading nothing in the pane looks settled without a word that it
 * is outdated: every step and part, folded and unfolded, in a narrow pane and a wide one. The views, the
 * worker and the workbook are real; the page is jsdom, which does not draw.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import type { EvaluationDocument } from "../../src/core/document/schema";
import type { Child } from "../../src/taskpane/element";
import { h, restartIds } from "../../src/taskpane/element";
import { outdated } from "../../src/taskpane/outdated";
import type { Session } from "../../src/taskpane/session";
import { partsOf, steps } from "../../src/taskpane/steps";
import { contentView, stepsView } from "../../src/taskpane/views/content";
import { standingView } from "../../src/taskpane/views/standing";
import { sv } from "../../src/words/sv/words";
import { procedureOf, entered } from "../attacked-case";
import type { CellOf } from "../excel-host/attack";
import { colleagueTypes } from "../excel-host/attack";
import { settled } from "../host/excel/opened";
import { agreed, panel } from "../scoring/panel";
import { document as evaluationOf, monetary } from "../small";
import { paneOpened, workbookWith } from "./desk";

const awarded = procedureOf(entered).get("awarded");
const unanimous = panel({ A: agreed("A", "2", "2", "2"), B: agreed("B", "1", "1", "1") });
const complete = evaluationOf({
  criteria: [monetary("M", { deduction: "100" })],
  requirements: ["K1"],
  bids: [
    { id: "A", price: "1000", scores: { M: "5" }, verdicts: { K1: "met" } },
    { id: "B", price: "950", scores: { M: "0" }, verdicts: { K1: "met" } },
  ],
});

/** What the style sheet gives the colour of what is well, but for the bars of a chart. */
const greenLooks = [
  ...readFileSync(join(__dirname, "../../src/taskpane/pane.css"), "utf8")
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .matchAll(/([^{}]+)\{[^{}]*var\(--good[^{}]*\}/g),
].flatMap(([, selectors = ""]) =>
  selectors
    .split(",")
    .map((each) => each.trim().replace(/::\w+$/, ""))
    .filter((each) => !/deduction/.test(each)),
);
const final = sv.status.final;

function sitDown(isWide: boolean): void {
  const { window } = new JSDOM("<div id=status></div>", { url: "https://localhost:3000/" });
  for (const name of ["document", "Node", "HTMLElement", "HTMLAnchorElement"] as const)
    Object.assign(globalThis, { [name]: window[name as "document"] });
  Object.assign(globalThis, { matchMedia: () => ({ matches: isWide }), scrollTo: () => undefined });
}

/** The whole page as it is drawn, when everything that is looked up for it has come. */
async function drawn(session: Session): Promise<HTMLElement> {
  for (let turn = 0; turn < 10_000; turn += 1) {
    restartIds();
    const part = (id: string, child: Child) => h("div", { id }, outdated(session, child));
    const page = h(
      "body",
      {},
      part("steps", stepsView(session)),
      part("standing", standingView(session)),
      h("main", {}, outdated(session, contentView(session))),
    );
    if (!session.tasks.isWorking) return page;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error("what is looked up never comes");
}

/** The same with every fold open. */
async function unfolded(session: Session): Promise<HTMLElement> {
  for (let turn = 0; turn < 100; turn += 1) {
    const page = await drawn(session);
    const closed = [...page.querySelectorAll<HTMLElement>("details:not([open])")]
      .map(({ dataset }) => dataset["name"] ?? "")
      .filter((name) => !session.drafts.isUnfolded(name));
    if (closed.length === 0) return page;
    for (const name of closed) session.drafts.unfold(name, true);
  }
  throw new Error("there is always one fold more");
}

/** What looks settled in a page: green, done, awarded, or called complete. */
function settledIn(page: HTMLElement): Element[] {
  const looks = [...page.querySelectorAll([...greenLooks, ".award", ".settled"].join(", "))];
  const called = [...page.querySelectorAll("main p, main li, main span")].filter(
    ({ children, textContent }) => children.length === 0 && textContent.includes(final),
  );
  return [...new Set([...looks, ...called])].filter((each) => !each.closest(".outcome"));
}

const isMarked = (each: Element) =>
  each.closest("main [data-outdated], #steps [data-outdated], #standing [data-outdated]") !== null;

/** Every part of every step, as the reader comes to it. */
async function everywhere(
  session: Session,
  look: (page: HTMLElement, where: string) => void,
): Promise<void> {
  for (const step of steps) {
    session.step = step;
    session.firstShown = undefined;
    const first = await unfolded(session);
    look(first, step);
    const parts = [...first.querySelectorAll<HTMLElement>("[data-name^='show part ']")];
    for (const { dataset } of parts) {
      const part = dataset["name"]?.slice("show part ".length) ?? "";
      session.chosen.set(partsOf(step), part);
      look(await unfolded(session), `${step} ${part}`);
    }
  }
}

const B: CellOf = ["bids", "B", "Anbudsgivare"];

// prettier-ignore
describe.each<[string, EvaluationDocument, readonly string[]]>([
  ["a case that is decided", awarded ?? complete, ["good", "award", "reached", "done"]],
  ["a panel that agrees",    unanimous,           ["seat", "good"]],
  ["a case that is complete", complete,           ["good", "award", "settled", "done"]],
])("%s", (_, value, kinds) => {
  test.each([["narrow", false], ["wide", true]])("in a %s pane", async (_width, isWide) => {
    const host = await workbookWith(value);
    const session = await paneOpened();
    await session.evaluate();
    sitDown(isWide);
    const seen: string[] = [];
    await everywhere(session, (page, where) => {
      const found = settledIn(page);
      seen.push(...found.map(({ className, outerHTML }) => `${className} ${outerHTML}`));
      expect([where, found.filter(isMarked).length]).toEqual([where, 0]);
    });
    expect(kinds.filter((kind) => !seen.some((each) => each.includes(kind)))).toEqual([]);
    colleagueTypes(host, B, "Kollegans AB");
    await settled();
    expect(session.isStale).toBe(true);
    await everywhere(session, (page, where) => {
      const bare = settledIn(page).filter((each) => !isMarked(each));
      expect([where, bare.map(({ outerHTML }) => outerHTML)]).toEqual([where, []]);
    });
  });
});
