/**
 * A row that is published, read field by field as its form would have it: only what it holds, and the
 * levels and intervals each in a line. Nothing in it can be typed in.
 */
import type { RowField, RowForm } from "../../case/row-answers";
import { lookUpView } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";
import type { ShownForm } from "./row-form";
import { isShown, linesOf } from "./row-form";

export function readRowView(session: Session, { table, id, add }: ShownForm): Child {
  return lookUpView(session, add, ["rowForm", table, id, ""], (form) =>
    form.groups.map((group) => groupView(session, form, group)),
  );
}

function groupView(
  session: Session,
  form: RowForm,
  { title, fields }: RowForm["groups"][number],
): Child {
  const held = fields.filter((field) => field.value !== "" && isShown(session, form, field));
  if (held.length === 0) return undefined;
  return [
    title !== "" && h("h4", {}, title),
    h(
      "dl",
      { class: "held" },
      linesOf(held).map((line) => lineView(line)),
    ),
  ];
}

/** A field with its label; of a row of a list, what its last field is said to be by those before it. */
function lineView(line: readonly RowField[]): Child {
  const before = line.slice(0, -1);
  const [last] = line.slice(-1);
  if (!last) return undefined;
  const term = before.length === 0 ? last.label : before.map(shownValue).join("–");
  return [h("dt", {}, term), h("dd", {}, shownValue(last))];
}

function shownValue({ value, options }: RowField): string {
  return options.find(({ code }) => code === value)?.word ?? value;
}
