/**
 * The pane in Excel, and the same page without Excel. It finds out where it is, opens the line to
 * the worker and shows one step at a time. It computes nothing, connects to nothing and opens no
 * window: everything is shown in the pane.
 */
import type { CaseAnswer } from "../case/answers";
import { ExcelWorkbook } from "../host/excel/workbook";
import type { Child } from "./element";
import { h, restartIds } from "./element";
import { excelHandlers } from "./excel-handlers";
import { FollowChanges } from "./follow-changes";
import { FollowMarked } from "./follow-marked";
import { listenForKeys } from "./keys";
import { watchExcel } from "./watch-excel";
import { openWithWorkbook } from "./office";
import { Panes } from "./panes";
import { outdated } from "./outdated";
import { redraw } from "./redraw";
import "./pane.css";
import { Session } from "./session";
import { startWorker } from "./start-worker";
import type { StepName } from "./steps";
import { followExcel, followSystem } from "./theme";
import { markedView } from "./views/cell";
import { menuView } from "./views/menu";
import { wideView } from "./views/parts";
import { contentView, stepsView } from "./views/content";
import { standingView } from "./views/standing";
import { beginFirstTour, markStop, tourView } from "./views/tour";
import { undoView } from "./views/undo";
import { wayToForm } from "./views/way-to-form";

/** Draws the whole pane from the session. */
function draw(session: Session): void {
  const { text, step, known } = session;
  redraw(element("case"), caseTitle(known, text.product));
  element("case").title = element("case").textContent;
  document.body.toggleAttribute("data-outdated", session.isStale);
  document.title = text.title(text.steps[step]);
  element("language-label").textContent = text.language;
  (element("language") as HTMLSelectElement).value = session.language;
  restartIds();
  const view = element("view");
  const focused = namesOfFocused(view);
  redraw(element("steps"), outdated(session, stepsView(session)));
  showStepInBar(step);
  redraw(element("standing"), outdated(session, standingView(session)));
  element("standing").setAttribute("aria-label", text.standing.label);
  element("steps").setAttribute("aria-label", text.stepsLabel);
  session.shownInView.clear();
  redraw(view, outdated(session, contentView(session)));
  redraw(element("menu"), menuView(session));
  redraw(element("tour"), tourView(session));
  element("tour").setAttribute("aria-label", text.help.tour.title);
  markStop(session);
  redraw(element("messages"), [
    secondView(session),
    markedView(session),
    undoView(session),
    messagesView(session),
  ]);
  drawWork(session);
  reach(session, focused);
}

/** Where the steps are wider than the pane, the one that has been gone to is scrolled to. */
function showStepInBar(step: StepName): void {
  const bar = element("steps");
  const chosen = bar.querySelector<HTMLElement>(":scope > [aria-current]");
  if (!chosen || bar.dataset["shown"] === step) return;
  bar.dataset["shown"] = step;
  bar.scrollLeft = chosen.offsetLeft - (bar.clientWidth - chosen.offsetWidth) / 2;
}

/** The title of the case, and its number, which is kept together. */
function caseTitle(known: CaseAnswer | undefined, product: string): Child {
  const { title = "", caseNumber = "" } = known ?? {};
  if (caseNumber === "") return title || product;
  return [title && `${title} · `, h("span", {}, caseNumber)];
}

function secondView({ panes, text }: Session): Child {
  return panes?.isSecond && h("p", { class: "bad", role: "alert" }, text.secondPane);
}

/** The messages of tasks that have no place in the view that is shown. */
function messagesView(session: Session): Child {
  return session.tasks.messages
    .filter(({ name, message }) => message.kind !== "note" && !session.shownInView.has(name))
    .map(({ name, label, message }) =>
      h(
        "div",
        {
          class: message.kind === "failure" ? "failure" : "open warning",
          role: "alert",
          "data-name": name,
        },
        name === opening ? message.text : `${label}: ${message.text}`,
      ),
    );
}

function drawWork({ isBusyShown, progress, text }: Session): void {
  element("work").toggleAttribute("hidden", !isBusyShown);
  element("working").textContent = text.working;
  element("cancel").textContent = text.cancel;
  if (progress === undefined) element("progress").removeAttribute("value");
  else element("progress").setAttribute("value", String(progress));
}

/** The names that what has the focus in the view is drawn by, from the inside out; none elsewhere. */
function namesOfFocused(view: HTMLElement): readonly string[] {
  const names: string[] = [];
  const { activeElement } = document;
  if (!view.contains(activeElement)) return names;
  for (let at = activeElement; at && at !== view; at = at.parentElement)
    if (at instanceof HTMLElement && at.dataset["name"]) names.push(at.dataset["name"]);
  return [...names, "view"];
}

/**
 * Brings the reader to where the session says. Where what had the focus is gone, the keyboard goes
 * on from the fold that it stood in, or else from the top of the view and not from the top of the
 * page, until the same thing is drawn again.
 */
function reach(session: Session, focused: readonly string[]): void {
  const [own] = focused;
  if (own !== undefined && document.activeElement === document.body) {
    session.aim ??= { name: own, isFocused: true };
    const folds = focused.map((name) =>
      named(name)?.querySelector<HTMLElement>(":scope > summary"),
    );
    const fold = folds.find((each) => each);
    // What the reader is brought to, such as the reasons of a refusal, is where she goes on.
    const news = session.aim.block && named(session.aim.name);
    (fold ?? news ?? element("view")).focus({ preventScroll: true });
  }
  const { aim } = session;
  const found = aim && named(aim.name);
  if (!aim || !found) return;
  session.aim = undefined;
  if (aim.block) found.scrollIntoView({ block: aim.block });
  if (aim.isFocused || isFocusOutOfSight()) focusable(found).focus({ preventScroll: true });
}

/**
 * Whether the page has been scrolled away from what has the focus, so that nobody sees where it is. Who
 * types in a field goes on there, whatever another act came to meanwhile.
 */
function isFocusOutOfSight(): boolean {
  const { activeElement } = document;
  if (!activeElement || !element("view").contains(activeElement)) return false;
  if (activeElement.matches("input, select, textarea")) return false;
  const { top, bottom } = activeElement.getBoundingClientRect();
  return bottom <= 0 || top >= window.innerHeight;
}

function named(name: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-name="${CSS.escape(name)}"]`);
}

/** A named element, or the control in it. */
function focusable(named: HTMLElement): HTMLElement {
  const [fields, buttons] = ["input, select, textarea", "button, summary"];
  if (named.matches(`${fields}, ${buttons}, [tabindex]`)) return named;
  // The "?" of a field stands before its control.
  return named.querySelector<HTMLElement>(fields) ?? named.querySelector(buttons) ?? named;
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

/** The name of the task of opening the workbook. */
const opening = "open";

async function begin(where: "excel" | "file", spoken: string): Promise<void> {
  const session: Session = new Session(where, spoken, draw);
  const { text } = session;
  const workbook = new ExcelWorkbook(watchExcel(session));
  document.documentElement.lang = session.language;
  session.wayToForm = (place) => wayToForm(session, place);
  wire(session);
  beginFirstTour(session);
  draw(session);
  performance.mark("interactive");
  await session.run(opening, text.reading, async () => {
    session.line = await startWorker(where === "excel" ? excelHandlers(workbook, session) : {});
    await session.ask("begin", session.language, where);
  });
  const changes = new FollowChanges(session);
  session.noteChange = () => changes.noteChange();
  const marked = new FollowMarked(session, () => workbook.activeCell());
  session.open = async () => {
    await session.refresh();
    await workbook.onChange(session.noteChange);
    await marked.begin((listener) => workbook.onSelect(listener));
  };
  if (where === "excel") {
    session.claim = () => {
      if (!session.panes?.isSecond) openWithWorkbook();
    };
    session.drafts.keepFor(Office.context.document.url);
    const panes = new Panes(Office.context.document.url, () => session.show());
    session.panes = panes;
    window.addEventListener("pagehide", () => panes.close());
    await session.run(opening, text.readAgain, session.open);
  }
  performance.mark("read");
  document.body.dataset["ready"] = "";
}

/**
 * What is brought into view stops below the bar of steps, which stays at the top and is as high as
 * its words make it (WCAG 2.2, 2.4.11).
 */
function keepClearOfSteps(): void {
  const bar = element("steps");
  new ResizeObserver(() => {
    document.documentElement.style.scrollPaddingTop = `${bar.offsetHeight + 8}px`;
  }).observe(bar);
}

function wire(session: Session): void {
  keepClearOfSteps();
  const language = element("language") as HTMLSelectElement;
  language.addEventListener("change", () => {
    const chosen = language.value === "en" ? "en" : "sv";
    void session.run("language", session.text.language, () => session.setLanguage(chosen));
  });
  element("cancel").addEventListener("click", () => session.tasks.cancel());
  // A reader who has gone on is not called back.
  for (const event of ["keydown", "pointerdown"])
    document.addEventListener(event, () => (session.aim = session.sought = undefined), {
      capture: true,
    });
  listenForKeys(session);
  wireHelp(session);
  // Excel keeps its workbook. What this page alone has is gone with it, so the browser asks first.
  window.addEventListener("beforeunload", (event) => {
    if (session.isUnsaved || (session.where === "file" && session.drafts.isUnsent))
      event.preventDefault();
  });
  matchMedia(wideView).addEventListener("change", () => session.show());
  // A file dropped beside the zone must not make the browser leave the page.
  for (const event of ["dragover", "drop"])
    document.addEventListener(event, (each) => each.preventDefault());
}

/** A press elsewhere closes the menu. */
function wireHelp(session: Session): void {
  document.addEventListener("pointerdown", ({ target }) => {
    if (!session.help.isMenuOpen || element("menu").contains(target as Node)) return;
    session.help.isMenuOpen = false;
    session.show();
  });
}

/**
 * The page by itself has no office.js in it. The pane's page has, and where there is no Excel
 * around it, office.js would talk to services of its own (the page's policy stops it): it gives way
 * to the other.
 */
async function start(): Promise<void> {
  if (!("Office" in globalThis)) {
    followSystem();
    return begin("file", navigator.language);
  }
  const { host } = (await Office.onReady()) as { readonly host: unknown };
  if (host !== Office.HostType.Excel) return location.replace("index.html");
  followExcel();
  return begin("excel", Office.context.displayLanguage || navigator.language);
}

void start();
