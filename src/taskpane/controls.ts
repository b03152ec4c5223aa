/**
 * The few controls that every view is made of: a button that tells its own failure, one that asks
 * twice, a link to a cell, a list that folds. No view makes its own.
 */
import type { FindingAnswer, Pointer } from "../case/answers";
import type { FieldName } from "./drafts";
import type { Child } from "./element";
import { h, newId } from "./element";
import type { Session } from "./session";

/** A button whose work may take time; its failure is told right below it. */
export function action(
  session: Session,
  label: string,
  work: () => Promise<void>,
  kind: "primary" | "plain" | "subtle" = "plain",
): HTMLElement {
  const told = h("div", { class: "told" });
  const button = h("button", { type: "button", class: kind }, label);
  button.addEventListener("click", () => {
    button.disabled = true;
    void session.run(told, work).finally(() => (button.disabled = false));
  });
  return h("div", { class: "action" }, button, told);
}

/** For what cannot be undone: the first press says what will happen, the second does it. */
export function twice(
  session: Session,
  label: string,
  warning: string,
  work: () => Promise<void>,
): HTMLElement {
  const place = h("div", { class: "twice" });
  const first = h("button", { type: "button", class: "plain" }, label);
  const back = () => {
    place.replaceChildren(first);
    first.focus();
  };
  first.addEventListener("click", () => {
    const cancel = h("button", { type: "button", class: "plain" }, session.text.keep);
    cancel.addEventListener("click", back);
    place.replaceChildren(
      h("p", { role: "alert" }, warning),
      action(session, session.text.confirm(label), work, "primary"),
      cancel,
    );
    cancel.focus();
  });
  place.append(first);
  return place;
}

/**
 * A link to the cell of a place. Without Excel around it there is no cell to go to, and its name is
 * shown.
 */
export function cellLink(
  session: Session,
  { place, cell }: Pick<Pointer, "place" | "cell">,
): Child {
  if (cell === undefined) return undefined;
  if (session.where === "file") return h("span", { class: "cell" }, cell);
  const told = h("span", { class: "told" });
  const button = h(
    "button",
    { type: "button", class: "link", "aria-label": session.text.goTo(cell) },
    cell,
  );
  button.addEventListener("click", () => void session.run(told, () => session.ask("goTo", place)));
  return [button, told];
}

export function pointers(session: Session, list: readonly Pointer[]): HTMLElement {
  return h(
    "ul",
    { class: "pointers" },
    list.map((each) => h("li", {}, h("span", {}, each.text), " ", cellLink(session, each))),
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
        cellLink(session, each),
      ),
    ),
  );
}

/**
 * Something that folds; what is inside is put there when it is first opened.
 * @param name what it is, in whatever language: it stays open when the view is made anew
 */
export function fold(
  session: Session,
  name: string,
  title: Child,
  inside: Child | ((body: HTMLElement) => void),
): HTMLElement {
  const body = h("div", { class: "inside" });
  const details = h(
    "details",
    { open: session.begun.isUnfolded(name) },
    h("summary", { "data-begun": name }, title),
    body,
  );
  let isFilled = false;
  const fill = () => {
    if (isFilled) return;
    isFilled = true;
    if (typeof inside === "function") inside(body);
    else body.append(h("div", {}, inside));
  };
  details.addEventListener("toggle", () => {
    if (details.open) fill();
    if (session.begun.isUnfolded(name) === details.open) return;
    session.begun.unfold(name, details.open);
    // The view was made anew in the very moment of the click.
    if (!details.isConnected) session.show();
  });
  if (details.open) fill();
  return details;
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
  return h("section", { "aria-labelledby": id }, h("h3", { id }, title), children);
}

/** A choice of a file, or of several at once. */
export function fileInput(
  session: Session,
  label: string,
  accept: string,
  work: (...files: readonly [File, ...File[]]) => Promise<void>,
  several = false,
): HTMLElement {
  const id = newId();
  const told = h("div", { class: "told" });
  const input = h("input", { type: "file", id, accept, multiple: several });
  input.addEventListener("change", () => {
    const [first, ...rest] = input.files ?? [];
    if (first) void session.run(told, () => work(first, ...rest));
    // The same file, mended, can then be chosen again.
    input.value = "";
  });
  return h("div", { class: "field" }, h("label", { for: id }, label), input, told);
}

export async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

/** Hands bytes to the browser as a file to save. */
export function handOut(name: string, bytes: Uint8Array): void {
  const kind = {
    xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    html: "text/html",
    json: "application/json",
  }[name.split(".").at(-1) ?? ""];
  const url = URL.createObjectURL(
    new Blob([bytes as BlobPart], { type: kind ?? "application/octet-stream" }),
  );
  h("a", { href: url, download: name }).click();
  // The browser has taken the bytes when the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * A field with its label; what is typed is asked for when it is needed, and until then it is begun.
 */
export function textField(
  session: Session,
  name: FieldName,
  label: string,
  value = "",
  hint?: string,
): { readonly view: HTMLElement; readonly input: HTMLInputElement } {
  const [id, hintId] = [newId(), newId()];
  const input = begun(
    session,
    name,
    h("input", {
      type: "text",
      id,
      value: session.begun.entry(name, value),
      autocomplete: "off",
      "aria-describedby": hint === undefined ? undefined : hintId,
    }),
  );
  return {
    view: h(
      "div",
      { class: "field" },
      h("label", { for: id }, label),
      input,
      hint !== undefined && h("p", { class: "hint", id: hintId }, hint),
    ),
    input,
  };
}

/** A choice among words. */
export function choiceField(
  session: Session,
  name: FieldName,
  label: string,
  options: readonly { readonly code: string; readonly word: string }[],
): { readonly view: HTMLElement; readonly input: HTMLSelectElement } {
  const id = newId();
  const chosen = session.begun.entry(name, "");
  const input = begun(
    session,
    name,
    h(
      "select",
      { id },
      options.map(({ code, word }) =>
        h("option", { value: code, selected: code === chosen }, word),
      ),
    ),
  );
  return { view: h("div", { class: "field" }, h("label", { for: id }, label), input), input };
}

/** Notes what is entered in a control as it is entered. */
export function begun<Control extends HTMLInputElement | HTMLSelectElement>(
  session: Session,
  name: FieldName,
  control: Control,
): Control {
  control.setAttribute("data-begun", name);
  control.addEventListener("input", () => session.begun.enter(name, control.value));
  return control;
}
