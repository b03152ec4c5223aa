/**
 * The few controls that every view is made of: a button with what came of it, one that asks twice,
 * a link to a cell, a list that folds, a field. Each has a name, by which the session knows what is
 * written in it, whether it is at work and what it has to tell; no control keeps that itself.
 */
import type { FindingAnswer, Pointer } from "../case/answers";
import { bytesOf as bytesOfFile } from "../host/file-bytes";
import type { FieldName } from "./drafts";
import type { Child } from "./element";
import { h, newId } from "./element";
import type { CaseCalls } from "./rpc-contract";
import type { LookUp, Session } from "./session";
import { lookUpName } from "./session";

type Kind = "primary" | "plain" | "subtle" | "link";

/** What a task has to tell, beside its button or field. */
export function told(session: Session, name: string): HTMLElement | undefined {
  session.toldInView.add(name);
  const telling = session.tasks.of(name)?.telling;
  if (!telling) return undefined;
  return h(
    "div",
    telling.kind === "failure"
      ? { class: "failure", role: "alert", "data-name": `told ${name}` }
      : telling.kind === "warning"
        ? { class: "open warning", role: "alert", "data-name": `told ${name}` }
        : { class: "open note", role: "status", "data-name": `told ${name}` },
    telling.text,
  );
}

/** A button whose work may take time; its failure is told right below it. */
export function action(
  session: Session,
  name: string,
  label: string,
  work: () => Promise<void>,
  kind: Kind = "plain",
): HTMLElement {
  const isUnderWay = session.tasks.isUnderWay(name);
  return h(
    "div",
    { class: "action", "data-name": name },
    h(
      "button",
      {
        type: "button",
        class: kind,
        // Not `disabled`, which would take the focus from it.
        "aria-disabled": isUnderWay ? "true" : undefined,
        onclick: () => session.press(name, label, work),
      },
      label,
    ),
    told(session, name),
  );
}

/** A button that only changes what is shown. */
export function button(
  name: string,
  label: string,
  run: () => void,
  kind: Kind = "plain",
): HTMLElement {
  return h("button", { type: "button", class: kind, "data-name": name, onclick: run }, label);
}

/** For what cannot be undone: the first press says what will happen, the second does it. */
export function twice(
  session: Session,
  name: string,
  label: string,
  warning: string,
  work: () => Promise<void>,
): HTMLElement {
  const arm = (isArmed: boolean) => {
    if (isArmed) session.armed.add(name);
    else session.armed.delete(name);
    session.bringTo({ name: `${isArmed ? "keep" : "ask"} ${name}`, isFocused: true });
  };
  const isArmed = session.armed.has(name) || session.tasks.isUnderWay(name);
  return h(
    "div",
    { class: "twice", "data-name": `twice ${name}` },
    isArmed
      ? [
          h("p", { role: "alert" }, warning),
          action(
            session,
            name,
            session.text.confirm(label),
            async () => {
              await work();
              session.armed.delete(name);
            },
            "primary",
          ),
          button(`keep ${name}`, session.text.keep, () => arm(false)),
        ]
      : button(`ask ${name}`, label, () => arm(true)),
  );
}

/**
 * A link to the cell of a place. Without Excel around it there is no cell to go to, and its name is
 * shown.
 * @param of what the link stands beside, which tells it from another link to the same cell
 */
export function cellLink(
  session: Session,
  { place, cell }: Pick<Pointer, "place" | "cell">,
  of: string,
): Child {
  if (cell === undefined) return undefined;
  if (session.where === "file") return h("span", { class: "cell" }, cell);
  const [name, label] = [`go to ${place} ${of}`, session.text.goTo(cell)];
  return [
    h(
      "button",
      {
        type: "button",
        class: "link",
        "aria-label": label,
        "data-name": name,
        onclick: () => session.press(name, label, () => session.ask("goTo", place)),
      },
      cell,
    ),
    told(session, name),
  ];
}

export function pointers(session: Session, list: readonly Pointer[]): HTMLElement {
  return h(
    "ul",
    { class: "pointers" },
    list.map((each) =>
      h("li", {}, h("span", {}, each.text), " ", cellLink(session, each, each.text)),
    ),
  );
}

/** Findings, the gravest first, each with its cell. */
export function findings(
  session: Session,
  list: readonly FindingAnswer[],
  empty = session.text.noFindings,
): HTMLElement {
  if (list.length === 0) return h("p", { class: "good" }, empty);
  return h(
    "ul",
    { class: "findings" },
    list.map((each) =>
      h(
        "li",
        { class: each.severity },
        h("strong", { class: "badge" }, each.word),
        " ",
        h("span", {}, each.text),
        " ",
        cellLink(session, each, each.text),
      ),
    ),
  );
}

/**
 * Something that folds; what is inside is drawn while it is open.
 * @param name what it is, in whatever language: it stays open when the view is drawn again
 */
export function fold(
  session: Session,
  name: string,
  title: Child,
  inside: Child | (() => Child),
): HTMLElement {
  const isOpen = session.drafts.isUnfolded(name);
  const set = (open: boolean) => {
    if (session.drafts.isUnfolded(name) !== open) session.unfold(name, open);
  };
  return h(
    "details",
    {
      open: isOpen,
      "data-name": name,
      // The browser's own search unfolds too.
      ontoggle: (event: Event) => set((event.currentTarget as HTMLDetailsElement).open),
    },
    h(
      "summary",
      {
        onclick: (event: Event) => {
          event.preventDefault();
          set(!session.drafts.isUnfolded(name));
        },
      },
      title,
    ),
    h(
      "div",
      { class: "inside" },
      isOpen && h("div", {}, typeof inside === "function" ? inside() : inside),
    ),
  );
}

/** An answer that is looked up in the case when it is drawn, or why it did not come. */
export function lookedUp<Name extends LookUp>(
  session: Session,
  label: string,
  asked: readonly [Name, ...Parameters<CaseCalls[Name]>],
  view: (answer: ReturnType<CaseCalls[Name]>) => Child,
): Child {
  const [name, ...args] = asked;
  const answer = session.lookUp(label, name, ...(args as Parameters<CaseCalls[Name]>));
  const failure = told(session, lookUpName(name, ...args));
  if (answer !== undefined) return view(answer);
  return failure ?? h("p", { class: "hint" }, session.text.working);
}

/** A bar of how much is done, with the figures in words beside it. */
export function meter(label: string, done: number, total: number, words: string): HTMLElement {
  const id = newId();
  return h(
    "div",
    { class: "meter" },
    h("span", { id }, label),
    h("progress", { value: done, max: Math.max(total, 1), "aria-labelledby": id }),
    h("span", { class: "count" }, words),
  );
}

export function section(title: string, ...children: readonly Child[]): HTMLElement {
  const id = newId();
  return h(
    "section",
    { "aria-labelledby": id, "data-name": `section ${title}` },
    h("h3", { id }, title),
    children,
  );
}

/** A choice of a file, or of several at once. */
export function fileInput(
  session: Session,
  name: string,
  { label, isSeveral = false }: { readonly label: string; readonly isSeveral?: boolean },
  work: (...files: readonly [File, ...File[]]) => Promise<void>,
): HTMLElement {
  const id = newId();
  return h(
    "div",
    { class: "field", "data-name": name },
    h("label", { for: id }, label),
    h("input", {
      type: "file",
      id,
      accept: ".xlsx,.xlsm,.json",
      multiple: isSeveral,
      onchange: (event: Event) => {
        const input = event.currentTarget as HTMLInputElement;
        const [first, ...rest] = input.files ?? [];
        if (first) void session.run(name, label, () => work(first, ...rest));
        // The same file, mended, can then be chosen again.
        input.value = "";
      },
    }),
    told(session, name),
  );
}

/**
 * The bytes of a chosen or dropped file.
 * @throws Failure that says why it is not read
 */
export function bytesOf(file: File): Promise<Uint8Array> {
  return bytesOfFile(file);
}

/** What a field shows and what stands in it, to be asked for when it is needed. */
export type Field = { readonly view: HTMLElement; readonly value: () => string };

/** A field with its label; what is typed is a draft until its form is sent. */
export function textField(
  session: Session,
  name: FieldName,
  label: string,
  { begins = "", hint }: { readonly begins?: string; readonly hint?: string } = {},
): Field {
  const [id, hintId] = [newId(), newId()];
  const value = () => session.drafts.entry(name, begins);
  const view = h(
    "div",
    { class: "field", "data-name": name },
    h("label", { for: id }, label),
    h("input", {
      type: "text",
      id,
      value: value(),
      autocomplete: "off",
      "aria-describedby": hint === undefined ? undefined : hintId,
      oninput: drafting(session, name, begins),
    }),
    hint !== undefined && h("p", { class: "hint", id: hintId }, hint),
  );
  return { view, value: () => value().trim() };
}

/** A choice among words; the first stands until another is chosen. */
export function choiceField(
  session: Session,
  name: FieldName,
  label: string,
  options: readonly { readonly code: string; readonly word: string }[],
): Field {
  const id = newId();
  const begins = options[0]?.code ?? "";
  const value = () => {
    const chosen = session.drafts.entry(name, begins);
    // A choice that is no longer offered is none.
    return options.some(({ code }) => code === chosen) ? chosen : begins;
  };
  const view = h(
    "div",
    { class: "field", "data-name": name },
    h("label", { for: id }, label),
    h(
      "select",
      { id, oninput: drafting(session, name, begins) },
      options.map(({ code, word }) =>
        h("option", { value: code, selected: code === value() }, word),
      ),
    ),
  );
  return { view, value };
}

/** Notes what is entered in a control as it is entered. */
export function drafting(
  session: Session,
  name: FieldName,
  begins: string,
): (event: Event) => void {
  return (event) => {
    const { value } = event.currentTarget as HTMLInputElement | HTMLSelectElement;
    session.drafts.enter(name, value, begins);
  };
}
