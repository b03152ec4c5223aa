/** "Varför?": a figure unfolded into its computation steps, down to the input cells. */
import type { FigureAnswer, StepAnswer } from "../../case/answers";
import { cellLink, fold, lookUpView } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";

/**
 * A figure that answers "why?" when it is opened.
 * @param name the name of the figure in the drawing
 */
export function whyView(
  session: Session,
  name: string,
  { label, text, step }: FigureAnswer,
): HTMLElement {
  return fold(
    session,
    name,
    h("span", { class: "figure" }, h("span", {}, label), h("span", { class: "value" }, text)),
    () => operands(session, name, label, step),
  );
}

function operands(session: Session, name: string, label: string, step: number): Child {
  return lookUpView(session, label, ["why", step], (steps) =>
    h(
      "ul",
      { class: "steps" },
      steps.map((each, n) => h("li", {}, stepView(session, `${name} ${n}`, each))),
    ),
  );
}

function stepView(session: Session, name: string, each: StepAnswer): HTMLElement {
  const title = h(
    "span",
    { class: "figure", title: each.id },
    h("span", {}, each.name),
    h("span", { class: "value" }, each.value),
  );
  const { exact } = each;
  const rule = [
    h("p", { class: "hint" }, each.rule),
    exact !== undefined && h("p", { class: "hint" }, session.text.result.exactly(exact)),
  ];
  if (each.operands > 0)
    return fold(session, name, title, () => [
      ...rule,
      operands(session, name, each.name, each.step),
    ]);
  const { place, cell } = each;
  return h(
    "div",
    { class: "leaf" },
    title,
    ...rule,
    place !== undefined &&
      cellLink(session, { place, ...(cell === undefined ? {} : { cell }) }, name),
  );
}
