/**
 * "Varför?": a figure unfolded into the steps it was made of, down to the cell where someone typed.
 */
import type { FigureAnswer, StepAnswer } from "../../case/answers";
import { cellLink, fold } from "../controls";
import { h } from "../element";
import type { Session } from "../session";

/**
 * A figure that answers "why?" when it is opened.
 * @param name which figure it is
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
    (body) => operands(session, name, step, body),
  );
}

function operands(session: Session, name: string, step: number, body: HTMLElement): void {
  void session.run(body, async () => {
    body.append(
      h(
        "ul",
        { class: "steps" },
        (await session.ask("why", step)).map((each, n) =>
          h("li", {}, stepView(session, `${name} ${n}`, each)),
        ),
      ),
    );
  });
}

function stepView(session: Session, name: string, each: StepAnswer): HTMLElement {
  const title = h(
    "span",
    { class: "figure" },
    h("span", {}, each.name),
    h("span", { class: "value" }, each.value),
  );
  const made = h("p", { class: "hint" }, each.rule);
  if (each.operands > 0)
    return fold(session, name, title, (body) => {
      body.append(made);
      const inner = h("div");
      body.append(inner);
      operands(session, name, each.step, inner);
    });
  return h(
    "div",
    { class: "leaf" },
    title,
    h(
      "p",
      { class: "hint" },
      each.rule,
      " ",
      each.place === undefined
        ? undefined
        : cellLink(session, {
            place: each.place,
            ...(each.cell === undefined ? {} : { cell: each.cell }),
          }),
    ),
  );
}
