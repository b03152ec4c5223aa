/**
 * Values that differ from their record, at the step that they belong to: each with its cell, what was
 * recorded and what stands there now, and one reason with the button that records those that are
 * marked. It changes no value and judges none.
 */
import type { ChangeAnswer, ChangeStep } from "../../case/answers";
import { action, button, cellLink, form, section } from "../controls";
import type { Child } from "../element";
import { h, newId } from "../element";
import { textField } from "../fields";
import { RpcFailure } from "../rpc";
import type { Session } from "../session";
import { nameView, perform } from "./acts";

/** Whether a step has changed values: their form then has the user's name. */
export function hasChanges({ known }: Session, step: ChangeStep): boolean {
  return (known?.changes[step].count ?? 0) > 0;
}

export function changesView(session: Session, step: ChangeStep): Child {
  const { known, text } = session;
  if (!known || !hasChanges(session, step)) return undefined;
  const { count, shown } = known.changes[step];
  const reason = textField(session, `changes ${step}.reason`, text.changes.reason, { rows: 2 });
  const wanted = shown.filter(({ keys }) => isMarked(session, keys, shown));
  const label = text.changes.record(Math.max(wanted.length, 1));
  return section(
    text.changes.title(count),
    h("p", { class: "bad" }, text.changes.hints[step]),
    h(
      "ul",
      { class: "changes" },
      shown.map((change) => changeView(session, change, shown)),
    ),
    count > shown.length && h("p", {}, text.more(count - shown.length)),
    shown.length > 1 &&
      button(`mark all ${step}`, text.changes.markAll, () => {
        for (const { keys } of shown) session.marked.add(keys);
        session.show();
      }),
    nameView(session),
    form(
      `changes ${step}`,
      reason.view,
      action(session, { name: `changes ${step}`, label, kind: "primary" }, () => {
        if (wanted.length === 0) throw new RpcFailure("unmarked", {}, text.changes.markFirst);
        const only = wanted.map(({ keys }) => keys).join("|");
        const given = { reason: reason.value(), only };
        return perform(session, { act: "record", given }, [], `changes ${step}`);
      }),
    ),
  );
}

/** The only change there is needs no mark. */
function isMarked(session: Session, keys: string, shown: readonly ChangeAnswer[]): boolean {
  return shown.length === 1 || session.marked.has(keys);
}

function changeView(
  session: Session,
  change: ChangeAnswer,
  shown: readonly ChangeAnswer[],
): HTMLElement {
  const { text } = session;
  const { keys, text: where, recorded, now, since, others } = change;
  const id = newId();
  const title = h("strong", {}, where);
  return h(
    "li",
    { "data-name": `change ${keys.slice(0, 200)}` },
    h(
      "p",
      { class: "check" },
      shown.length > 1 && [mark(session, keys, id), " "],
      shown.length > 1 ? h("label", { for: id }, title) : title,
    ),
    h(
      "dl",
      {},
      h("dt", {}, text.changes.recorded),
      h("dd", {}, recorded, h("span", { class: "hint" }, ` (${since})`)),
      h("dt", {}, text.changes.now),
      h("dd", {}, now, others > 0 && ` ${text.changes.others(others)}`),
    ),
    cellLink(session, change, `${where} ${now}`),
  );
}

function mark(session: Session, keys: string, id: string): HTMLElement {
  return h("input", {
    type: "checkbox",
    id,
    checked: session.marked.has(keys),
    onchange: (event: Event) => {
      if ((event.currentTarget as HTMLInputElement).checked) session.marked.add(keys);
      else session.marked.delete(keys);
      session.show();
    },
  });
}
