/**
 * Those who score, in the step Poäng: each with her id and what she has answered about a conflict of
 * interest, and the form that adds others. It declares nothing for anyone.
 */
import type { PanelAnswer } from "../../case/panel-answers";
import { button, placeLink } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";
import { actViews } from "./acts";
import { goToAct, offeredAct } from "./go-to-act";

export function evaluatorsView(session: Session, evaluators: PanelAnswer["evaluators"]): Child {
  const { text } = session;
  return [
    h(
      "p",
      { class: "hint" },
      evaluators.length === 0 ? text.evaluators.none : text.evaluators.hint,
    ),
    evaluators.length > 0 &&
      h(
        "ul",
        { class: "pointers" },
        evaluators.map((each) =>
          h(
            "li",
            { "data-name": `evaluator ${each.id}` },
            `${each.name} (${each.id}) `,
            h("span", { class: each.isOpen ? "open" : "hint" }, each.text),
            " ",
            placeLink(session, each, each.name),
          ),
        ),
      ),
    actViews(session, "panel"),
  ];
}

/** What a panel scores waits for evaluators: the way to the form that adds them. */
export function evaluatorsLacking(session: Session, { evaluators, criteria }: PanelAnswer): Child {
  if (evaluators.length > 0 || criteria.every(({ form }) => form === "")) return undefined;
  const { text } = session;
  const form = offeredAct(session, ["add-evaluator"]);
  return [
    h("p", { class: "open", "data-name": "evaluators lacking" }, text.evaluators.lacking),
    form && button("go add-evaluator", text.evaluators.add, () => goToAct(session, form)),
  ];
}
