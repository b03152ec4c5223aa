/**
 * The pane, and the same page by itself without Excel around it. It finds out where it is, opens
 * the
 * line to the desk and shows one step at a time. It computes nothing, connects to nothing and shows
 * no window of its own: everything stands in the pane.
 */
import { ExcelWorkbook } from "../host/excel/workbook";
import type { ExcelHandlers } from "./rpc-contract";
import { h } from "./element";
import type { Child } from "./element";
import "./pane.css";
import type { StepName } from "./session";
import { Session, steps } from "./session";
import { openLine } from "./start-worker";
import { beginView, unsavedView } from "./views/begin";
import { modelView } from "./views/model";
import { evaluate, resultView } from "./views/result";
import { reviewView, sensitivityView } from "./views/review";
import { requirementsView, scoresView } from "./views/work";

const views: { readonly [step in StepName]: (session: Session) => Child } = {
  begin: beginView,
  model: modelView,
  requirements: requirementsView,
  scores: scoresView,
  result: resultView,
  sensitivity: sensitivityView,
  review: reviewView,
};

/** What a ribbon button opens the pane to do, by the address it opens. */
const errands: { readonly [errand: string]: StepName } = {
  new: "begin",
  check: "review",
  evaluate: "result",
};

function render(session: Session): void {
  const { text, step } = session;
  document.title = text.title(text.steps[step]);
  element("language-label").textContent = text.language;
  element("cancel").textContent = text.cancel;
  element("working").textContent = text.working;
  element("steps").setAttribute("aria-label", text.stepsLabel);
  element("steps").replaceChildren(...steps.map((each) => stepButton(session, each)));
  const view = element("view");
  const back = wayBack(view);
  view.replaceChildren(
    h("h2", {}, text.steps[step]),
    h("div", {}, unsavedView(session), views[step](session)),
  );
  back();
}

/**
 * Whoever is on her way through a form with the keyboard stays where she was, in the middle of a
 * word too.
 */
function wayBack(view: HTMLElement): () => void {
  const { activeElement: at } = document;
  const controls = () => [...view.querySelectorAll<HTMLElement>("button, input, select, summary")];
  const place = controls().findIndex((each) => each === at);
  const name = at?.getAttribute("data-begun");
  const caret =
    at instanceof HTMLInputElement && at.type === "text"
      ? ([at.selectionStart, at.selectionEnd] as const)
      : undefined;
  return () => {
    const same = name
      ? controls().find((each) => each.getAttribute("data-begun") === name)
      : controls()[place];
    same?.focus({ preventScroll: true });
    if (caret && same instanceof HTMLInputElement) same.setSelectionRange(...caret);
  };
}

function stepButton(session: Session, step: StepName): HTMLElement {
  const isCurrent = session.step === step;
  const button = h(
    "button",
    { type: "button", "aria-current": isCurrent ? "step" : undefined },
    session.text.steps[step],
  );
  button.addEventListener("click", () => session.go(step));
  return button;
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

/** What the desk asks of Excel, answered by Office.js. */
function excelHandlers(workbook: ExcelWorkbook): ExcelHandlers {
  return {
    read: () => workbook.read(),
    readResults: () => workbook.readResults(),
    concealed: () => workbook.concealed(),
    writeResults: (pages, amendment) => workbook.writeResults(pages, amendment),
    calculate: (pages) => workbook.calculate([], pages),
    select: (address) => workbook.select(address),
    amend: (amendment) => workbook.amend(amendment),
    addPages: (pages) => workbook.addPages(pages),
    removePages: (names) => workbook.removePages(names),
  };
}

async function begin(where: "excel" | "file", spoken: string): Promise<void> {
  const session: Session = new Session(where, spoken, render);
  const workbook = new ExcelWorkbook(session.watch);
  document.documentElement.lang = session.language;
  wire(session);
  session.show();
  performance.mark("interactive");
  await session.run(element("told"), async () => {
    session.line = await openLine(where === "excel" ? excelHandlers(workbook) : {});
    await session.ask("begin", session.language, where);
  });
  session.open = async () => {
    await session.refresh();
    element("told").replaceChildren();
    await workbook.onChange(() => {
      if (session.isStale) return;
      session.isStale = true;
      if (session.step === "result" || session.step === "review") session.show();
    });
    await errand(session);
  };
  if (where === "excel") await session.run(element("told"), session.open);
  performance.mark("read");
  document.body.dataset["ready"] = "";
}

/** A ribbon button has opened the pane to have something done. */
async function errand(session: Session): Promise<void> {
  const name = new URLSearchParams(location.search).get("do") ?? "";
  const step = errands[name];
  if (step) session.go(step);
  if (name === "evaluate" && session.known?.state === "read") await evaluate(session);
}

function wire(session: Session): void {
  const language = element("language") as HTMLSelectElement;
  language.value = session.language;
  language.addEventListener(
    "change",
    () =>
      void session.run(element("told"), () => session.speak(language.value === "en" ? "en" : "sv")),
  );
  element("cancel").addEventListener("click", () => session.cancel());
  // Excel keeps its workbook. What this page alone has is gone with it, so the browser asks first.
  window.addEventListener("beforeunload", (event) => {
    if (session.isUnsaved || (session.where === "file" && session.begun.isUnsent))
      event.preventDefault();
  });
  // A file dropped beside the zone must not make the browser leave the page.
  for (const event of ["dragover", "drop"])
    document.addEventListener(event, (each) => each.preventDefault());
}

/** The system's theme, now and when it changes. */
function followSystem(): void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = () =>
    (document.documentElement.dataset["theme"] = dark.matches ? "dark" : "light");
  dark.addEventListener("change", follow);
  follow();
}

/**
 * Excel may have a theme of its own, darker or lighter than the system's; older versions tell
 * nothing of it.
 */
function followExcel({
  officeTheme,
}: {
  readonly officeTheme?: Partial<Office.OfficeTheme> | undefined;
}): void {
  const background = officeTheme?.bodyBackgroundColor;
  if (background === undefined) return followSystem();
  const [red = 255, green = 255, blue = 255] = (/^#?(..)(..)(..)/.exec(background) ?? [])
    .slice(1)
    .map((part) => parseInt(part, 16));
  document.documentElement.dataset["theme"] = red + green + blue < 384 ? "dark" : "light";
}

/**
 * The page by itself has no office.js in it. The pane's page has, and where there is no Excel
 * around
 * it, office.js would talk to services of its own (the page's policy stops it): it gives way to the
 * other.
 */
async function start(): Promise<void> {
  if (!("Office" in globalThis)) {
    followSystem();
    return begin("file", navigator.language);
  }
  const { host } = (await Office.onReady()) as { readonly host: unknown };
  if (host !== Office.HostType.Excel) return location.replace("index.html");
  followExcel(Office.context);
  return begin("excel", Office.context.displayLanguage || navigator.language);
}

void start();
