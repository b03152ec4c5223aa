/**
 * A field for one row of a sheet that has one for each key. Leaving it sends what was typed to its cell;
 * what cannot be entered stays as it was typed, with the reason beside it. It knows no sheet and decides
 * nothing.
 */
import type { CaseAnswer, FieldAnswer, FindingAnswer } from "../../case/answers";
import { button, taskMessage } from "../controls";
import type { FieldName } from "../drafts";
import type { Child } from "../element";
import { h, newId } from "../element";
import { noteDraft } from "../fields";
import { labelWithHelp } from "../help";
import type { Session } from "../session";
import { findingsBeside } from "./finding-list";

export type SheetField = {
  readonly name: FieldName;
  /** The findings about the value. */
  readonly found: readonly FindingAnswer[];
  /**
   * Enters the text, and answers with the case as it is with it.
   * @throws RpcFailure with why it is not entered
   */
  readonly send: (text: string) => Promise<CaseAnswer>;
};

export function sheetFieldView(
  session: Session,
  field: FieldAnswer,
  sheetField: SheetField,
): HTMLElement {
  const { text, drafts, tasks } = session;
  const { key, label, hint, value } = field;
  const { name, found } = sheetField;
  const [id, hintId] = [newId(), newId()];
  const isUnsent = drafts.entry(name, value) !== value && !tasks.isUnderWay(name);
  return h(
    "div",
    {
      class: "field",
      "data-key": key,
      "data-name": name,
      "aria-busy": tasks.isUnderWay(name) ? "true" : undefined,
    },
    labelWithHelp(session, id, { name, label }),
    control(session, field, sheetField, { id, "aria-describedby": hintId }),
    h("p", { class: "hint", id: hintId }, hint),
    taskMessage(session, name),
    isUnsent && h("p", { class: "open" }, text.model.notKept(value)),
    findingsBeside(session, found),
  );
}

function control(
  session: Session,
  field: FieldAnswer,
  sheetField: SheetField,
  named: { readonly id: string; readonly "aria-describedby": string },
): Child {
  const { text, drafts } = session;
  const { value, kind } = field;
  const { name } = sheetField;
  const shown = drafts.entry(name, value);
  const common = {
    ...named,
    "aria-invalid": session.tasks.of(name)?.message ? "true" : undefined,
    oninput: noteDraft(session, name, value),
    onchange: () => enter(session, field, sheetField),
    // The browser sends no change event for a draft that was restored after a reload.
    onblur: () => !session.tasks.of(name) && enter(session, field, sheetField),
    onkeydown: ({ key }: KeyboardEvent) => key === "Enter" && enter(session, field, sheetField),
  };
  if (kind === "choice" || (kind === "open-choice" && !drafts.isUnfolded(otherName(name))))
    return choiceView(session, field, sheetField, common);
  return [
    h("input", {
      ...common,
      type: "text",
      inputmode: kind === "number" ? "decimal" : "text",
      value: shown,
      autocomplete: "off",
    }),
    kind === "open-choice" &&
      button(
        `listed ${name}`,
        text.details.listed,
        () => {
          drafts.enter(name, value, value);
          session.unfold(otherName(name), false);
        },
        "link",
      ),
  ];
}

/** The choice that leads to a field for another text; no cell holds it. */
const other = "\u0000other";

function otherName(name: FieldName): string {
  return `other ${name}`;
}

function choiceView(
  session: Session,
  { kind, options, value }: FieldAnswer,
  { name }: SheetField,
  common: Parameters<typeof h>[1] & { readonly onchange: () => void },
): Child {
  const { text, drafts } = session;
  const shown = drafts.entry(name, value);
  const isListed = shown === "" || options.some(({ code }) => code === shown);
  const chosen = (event: Event) => {
    if ((event.currentTarget as HTMLSelectElement).value !== other) return common.onchange();
    drafts.enter(name, value, value);
    drafts.unfold(otherName(name), true);
    session.bringTo({ name, isFocused: true });
  };
  return h(
    "select",
    { ...common, onchange: chosen, ...(kind === "open-choice" ? { onblur: undefined } : {}) },
    h("option", { value: "" }, text.model.blank),
    !isListed && h("option", { value: shown, selected: true }, shown),
    options.map(({ code, word }) => h("option", { value: code, selected: code === shown }, word)),
    kind === "open-choice" && h("option", { value: other }, text.details.other),
  );
}

/** Sends the text of a field to its cell, unless the cell already has it. */
function enter(session: Session, { label, value }: FieldAnswer, { name, send }: SheetField): void {
  const sent = session.drafts.entry(name, value);
  // Enter gives two events: the key, and the change.
  if (session.sending.get(name) === sent) return;
  if (sent === value && !session.tasks.isUnderWay(name)) {
    session.tasks.forget((task) => task.name === name);
    return session.show();
  }
  session.sending.set(name, sent);
  void session.run(name, label, async () => {
    try {
      await session.renew(() => send(sent));
    } finally {
      if (session.sending.get(name) === sent) session.sending.delete(name);
    }
    session.announce(session.text.model.kept(label));
  });
}

/** What is fixed, as it stands on the sheet: nothing in it can be typed in. */
export function readFields(fields: readonly FieldAnswer[]): Child {
  return h(
    "dl",
    { class: "held" },
    fields
      .filter(({ value }) => value !== "")
      .map(({ label, value, options }) => [
        h("dt", {}, label),
        h("dd", {}, options.find(({ code }) => code === value)?.word ?? value),
      ]),
  );
}
