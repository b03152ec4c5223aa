/**
 * The controls that every view is made of: buttons, links to cells, folds and meters.
 * Each is drawn from the session's task of its name; no control has a state of its own. Fields
 * are in ./fields.
 */
import type { Pointer } from "../case/pointer";
import type { Child } from "./element";
import { h, newId } from "./element";
import type { CaseCalls } from "./rpc-contract";
import type { LookUp } from "./look-ups";
import { lookUpName } from "./look-ups";
import type { Session } from "./session";

type Kind = "primary" | "plain" | "subtle" | "link";

/** A button that is pressed for a task: the task's name, and the words on the button. */
type Pressed = { readonly name: string; readonly label: string };

/** The message of a task, beside its button or field. */
export function taskMessage(session: Session, name: string): HTMLElement | undefined {
  session.shownInView.add(name);
  const message = session.tasks.of(name)?.message;
  if (!message) return undefined;
  return h(
    "div",
    message.kind === "failure"
      ? { class: "failure", role: "alert", "data-name": `message ${name}` }
      : message.kind === "warning"
        ? { class: "open warning", role: "alert", "data-name": `message ${name}` }
        : { class: "open note", role: "status", "data-name": `message ${name}` },
    message.text,
  );
}

/** A button whose work may take time; its failure is shown right below it. */
export function action(
  session: Session,
  { name, label, kind = "plain" }: Pressed & { readonly kind?: Kind },
  work: () => Promise<void>,
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
    taskMessage(session, name),
  );
}

/**
 * Fields with the button that Enter presses from them; the keys are in ./keys.
 * @param name of the button
 */
export function form(name: string, ...children: readonly Child[]): HTMLElement {
  return h("div", { class: "form", "data-enter": name }, children);
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

/**
 * A button for work that cannot be undone: the first press warns, the second does it. Nothing is asked
 * before what it needs is there.
 */
export function confirmedAction(
  session: Session,
  {
    name,
    label,
    warning,
    isReady = () => true,
  }: Pressed & { readonly warning: string; readonly isReady?: () => boolean },
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
            { name, label: session.text.confirm(label), kind: "primary" },
            async () => {
              await work();
              session.armed.delete(name);
            },
          ),
          button(`keep ${name}`, session.text.keep, () => arm(false)),
        ]
      : button(`ask ${name}`, label, () => {
          if (isReady()) arm(true);
        }),
  );
}

/** A place of the document, as a view points to it. */
type PointedTo = Pick<Pointer, "place" | "cell" | "source">;

/**
 * A link to where a value is mended: its cell. Without Excel it is the form that the value is typed in,
 * and where there is none the cell's name says where in the file.
 * @param beside the text beside the link, which distinguishes it from other links to the same
 *   cell
 */
export function placeLink(session: Session, pointer: PointedTo, beside: string): Child {
  const { place, cell, source } = pointer;
  if (session.where !== "file" || source !== undefined) return cellLink(session, pointer, beside);
  const way = session.wayToForm(place);
  const { toForm, inFile } = session.text;
  if (!way) return cell === undefined ? undefined : h("span", { class: "cell" }, inFile(cell));
  return [
    h(
      "button",
      {
        type: "button",
        class: "link",
        "aria-label": `${toForm}: ${beside}`,
        "data-name": `to form ${place} ${beside}`,
        onclick: way,
      },
      toForm,
    ),
    cell !== undefined && [" ", h("span", { class: "cell" }, cell)],
  ];
}

/**
 * A link to the cell of a place. Without Excel there is no cell to go to, and the cell's name is
 * shown instead; of a file that was given, where in it.
 * @param beside as of a link to where a value is mended
 */
export function cellLink(
  session: Session,
  { place, cell, source }: PointedTo,
  beside: string,
): Child {
  if (source !== undefined) return h("span", { class: "source" }, source);
  if (cell === undefined) return undefined;
  if (session.where === "file") return h("span", { class: "cell" }, cell);
  const [name, label] = [`go to ${place} ${beside}`, session.text.goTo(cell)];
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
    taskMessage(session, name),
  ];
}

export function pointers(session: Session, list: readonly Pointer[]): HTMLElement {
  return h(
    "ul",
    { class: "pointers" },
    list.map((pointer) =>
      h("li", {}, h("span", {}, pointer.text), " ", placeLink(session, pointer, pointer.text)),
    ),
  );
}

/**
 * A part that folds; its inside is drawn only while it is open.
 * @param name the same in every language, so that the part stays open when the view is drawn again
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

/** An answer that is looked up in the case when it is drawn, or the failure to look it up. */
export function lookUpView<Name extends LookUp>(
  session: Session,
  label: string,
  asked: readonly [Name, ...Parameters<CaseCalls[Name]>],
  view: (answer: ReturnType<CaseCalls[Name]>) => Child,
): Child {
  const [name, ...args] = asked;
  const answer = session.lookUp(label, name, ...(args as Parameters<CaseCalls[Name]>));
  const failure = taskMessage(session, lookUpName(name, ...args));
  if (answer !== undefined) return view(answer);
  return failure ?? h("p", { class: "hint" }, session.text.working);
}

/** A bar of the share that is done, with the figures in words beside it. */
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
