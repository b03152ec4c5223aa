/**
 * Where the procurement stands, above every step: its milestones, how much remains, and that the
 * workbook has been changed since it was read. It judges nothing.
 */
import type { ChangeStep } from "../../case/answers";
import { action, button } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";

/** Nothing where no case could be read: no milestone is then known. */
export function standingView(session: Session): Child {
  const { known } = session;
  if (known?.state !== "read") return undefined;
  return [
    h(
      "ol",
      { class: "milestones" },
      known.milestones.map(({ name, state, text: said, isNext }) =>
        h(
          "li",
          {
            class: state,
            "data-name": `milestone ${name}`,
            "aria-current": isNext ? "step" : undefined,
          },
          said,
        ),
      ),
    ),
    session.isStale ? stale(session) : remaining(session, known.remaining),
    changeSteps.map((step) => changed(session, step, known.changes[step].count)),
  ];
}

const changeSteps = ["requirements", "scores", "result"] as const;

/** The way to a step where recorded values have been changed. */
function changed(session: Session, step: ChangeStep, count: number): Child {
  if (count === 0) return undefined;
  const label = session.text.standing.changed(session.text.steps[step], count);
  return button(`changed ${step}`, label, () => session.go(step), "link");
}

function stale(session: Session): HTMLElement {
  const { text } = session;
  return h(
    "div",
    { class: "open", "data-name": "standing stale" },
    h("span", {}, text.standing.stale),
    action(session, { name: "refresh standing", label: text.readAgain, kind: "link" }, () =>
      session.refresh(),
    ),
  );
}

function remaining(session: Session, count: number): Child {
  if (count === 0) return undefined;
  const label = session.text.standing.remaining(count);
  return button("remaining", label, () => session.go("review"), "link");
}
