/**
 * The steps with their marks, and the one that is shown, with its heading and help or what is read in its
 * place. It draws from the session and decides nothing about the case.
 */
import type { CaseAnswer } from "../../case/answers";
import { button } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import { helpButton, helpPanel, readingView } from "../help";
import type { Session } from "../session";
import { stepMark } from "../step-marks";
import type { StepName } from "../steps";
import { steps } from "../steps";
import { outcomeView } from "./acts";
import { beginView, unreadableView, unsavedView } from "./begin";
import { cellView } from "./cell";
import { modelFormView, modelParts, modelView } from "./model";
import type { Parts } from "./parts";
import { partsList } from "./parts";
import { resultView } from "./result";
import { reviewParts, reviewView, sensitivityView } from "./review";
import { requirementParts, requirementsView, scoreParts, scoresView } from "./work";

const views: { readonly [step in StepName]: (session: Session) => Child } = {
  begin: beginView,
  model: modelView,
  requirements: requirementsView,
  scores: scoresView,
  result: resultView,
  sensitivity: sensitivityView,
  review: reviewView,
};

/** The parts of each step that has several. */
const parts: {
  readonly [step in StepName]?: (session: Session, known: CaseAnswer) => Parts;
} = {
  model: modelParts,
  requirements: requirementParts,
  scores: scoreParts,
  review: reviewParts,
};

/** The steps in their order, and under the one that is shown its parts, where there is room. */
export function stepsView(session: Session): Child {
  const { known, step } = session;
  return steps.map((each) => [
    stepButton(session, each),
    each === step &&
      known?.state === "read" &&
      partsList(session, parts[each]?.(session, known) ?? []),
  ]);
}

function stepButton(session: Session, step: StepName): HTMLElement {
  const { text } = session;
  const mark = stepMark(session.known, step);
  const found =
    mark && (mark.state === "done" ? text.marks.done : text.marks[mark.state](mark.count));
  const said = found && (session.isStale ? `${found}, ${text.outdated}` : found);
  return h(
    "button",
    {
      type: "button",
      "data-name": `step ${step}`,
      "aria-current": session.step === step ? "step" : undefined,
      "aria-label": said === undefined ? undefined : `${text.steps[step]}, ${said}`,
      title: said,
      "data-mark": mark?.state,
      "data-count": mark?.count?.toLocaleString(session.language === "sv" ? "sv-SE" : "en-GB"),
      onclick: () => session.go(step),
    },
    session.text.steps[step],
  );
}

/** The step with its heading and help, or what is read in its place. */
export function contentView(session: Session): Child {
  const { step, text, help, marking } = session;
  if (marking.isShown) return [h("h2", {}, text.cell.title), cellView(session)];
  if (help.reading !== undefined)
    return [h("h2", {}, text.help.titles[help.reading]), readingView(session, help.reading)];
  const [name, label] = [`step ${step}` as const, text.steps[step]];
  return [
    h("div", { class: "title" }, h("h2", {}, label), helpButton(session, { name, label })),
    helpPanel(session, name),
    h("div", { "data-name": step }, unsavedView(session), outcomeView(session), stepView(session)),
  ];
}

/** A step of a workbook that holds no readable evaluation claims nothing, and leads to the start. */
function stepView(session: Session): Child {
  const { step, known, text } = session;
  if (step === "begin" || known?.state === "read") return views[step](session);
  if (known?.state === "unreadable")
    return [
      unreadableView(session, known),
      step === "model" && known.fields.length > 0 && modelFormView(session, known.fields),
    ];
  return [
    h("p", {}, text.result.none),
    button("to start", text.steps.begin, () => session.go("begin"), "primary"),
  ];
}
