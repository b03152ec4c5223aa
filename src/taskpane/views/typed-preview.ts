/**
 * What a text would become in a field of an act, shown before it is done: how many lines, and each of
 * them. It adds nothing.
 */
import type { ActForm, ActFormField } from "../../case/act-requests";
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";

export function typedPreviewView(
  session: Session,
  act: ActForm["act"],
  { name, label }: Pick<ActFormField, "name" | "label">,
  typed: string,
): Child {
  if (typed === "") return undefined;
  const field = `${act}.${name}`;
  const now = session.lookUp(label, "previewTyped", act, name, typed);
  if (now) session.toAdd.set(field, now);
  // The last answer stays until the next one comes, at each key.
  const { said = "", lines = [] } = session.toAdd.get(field) ?? {};
  return h(
    "div",
    { role: "status", "data-name": `becomes ${field}` },
    h("p", { class: "hint" }, said),
    h(
      "ul",
      {},
      lines.map((line) => h("li", {}, line)),
    ),
  );
}
