/**
 * Elements of the page, made from data: text is always text, never markup, and characters that would
 * be invisible or turn the writing direction are shown as signs. What stands in a field is left as it
 * is, since it is sent as it stands. It knows nothing of what is shown.
 */
import { visibleInPaper } from "../content/visible-text";

/** What the page is listened to for; `redraw` carries exactly these over to the element that stays. */
export const listeners = [
  "onclick",
  "oninput",
  "onchange",
  "onblur",
  "onkeydown",
  "ontoggle",
  "onpointerdown",
  "onpointermove",
  "onpointerup",
  "onpointercancel",
  "ondragover",
  "ondragleave",
  "ondrop",
] as const;

// A listener takes the event of its own kind; which one, its name says.
type Listener = (event: never) => void;
type Attributes = { readonly [name: string]: string | number | boolean | Listener | undefined };
export type Child = Node | string | undefined | false | readonly Child[];

/**
 * An element with attributes; `true` is an attribute without value, `false` and `undefined` none. A
 * listener reads what it needs from its event or from the session: the element made here is only a
 * drawing, and the one on the page may be another.
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  return filled(document.createElement(tag), attributes, children);
}

/** The same for drawings. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Tag] {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function filled<Made extends Element>(
  element: Made,
  attributes: Attributes,
  children: readonly Child[],
): Made {
  for (const [name, value] of Object.entries(attributes)) {
    // A listener that returned false would stop the key that was pressed.
    if (typeof value === "function")
      Object.assign(element, { [name]: (event: never) => void value(event) });
    else if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? "" : attributeText(name, String(value)));
  }
  append(element, children);
  return element;
}

/** A name for a screen reader is text like any other; other attributes are data. */
function attributeText(name: string, value: string): string {
  return name === "aria-label" ? visibleInPaper(value) : value;
}

/** "2026-03-02", and the time of day after it where there is one. */
const date = /(\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}(?::\d{2})?)?)/;

/** What can hold text only; a drawing shows none but its own elements. */
const textOnly: ReadonlySet<string> = new Set(["OPTION", "TEXTAREA", "TITLE"]);

/** A date is kept on one line: a browser would break it at its hyphens. */
function textParts(text: string, { tagName, namespaceURI }: Element): (Node | string)[] {
  const shown = visibleInPaper(text);
  const isPlain = textOnly.has(tagName) || namespaceURI?.endsWith("svg") === true;
  if (isPlain || !date.test(shown)) return [shown];
  return shown.split(date).map((part, n) => {
    if (n % 2 === 0) return part;
    const kept = document.createElement("span");
    kept.className = "date";
    kept.textContent = part;
    return kept;
  });
}

export function append(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === undefined || child === false) continue;
    if (typeof child === "string") element.append(...textParts(child, element));
    else if (child instanceof Node) element.append(child);
    else append(element, child);
  }
}

let lastId = 0;

/** Ids are counted from the start of each drawing, so that what is drawn alike keeps its id. */
export function restartIds(): void {
  lastId = 0;
}

/** An id that no other element of this drawing has. */
export function newId(): string {
  lastId += 1;
  return `e${lastId}`;
}
