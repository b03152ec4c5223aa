/**
 * Updates the page to a new drawing, and keeps each element that stands for the same thing in
 * both. A press that has begun, the focus, the caret, an open list and the scroll position then
 * survive. It knows nothing of what is drawn, and no state is read back from the page.
 */
import type { Child } from "./element";
import { append, listeners } from "./element";

/** Two siblings of the same name stand for the same thing, at any position. */
const nameOf = (node: Node): string | undefined =>
  node instanceof Element ? (node.getAttribute("data-name") ?? undefined) : undefined;

/** Makes the content of an element on the page equal to the drawing. */
export function redraw(place: Element, ...children: readonly Child[]): void {
  const drawing = place.cloneNode(false) as Element;
  append(drawing, children);
  replaceChildren(place, drawing);
}

function replaceChildren(place: Element, drawing: Element): void {
  const drawn = [...drawing.childNodes];
  const wanted = new Set(drawn.map(nameOf));
  // Named elements that are no longer drawn are removed first, so that those after them need not
  // be moved.
  for (const node of [...place.childNodes]) {
    const name = nameOf(node);
    if (name !== undefined && !wanted.has(name)) node.remove();
  }
  let at = place.firstChild;
  for (const node of drawn) {
    const same = counterpart(node, at, place);
    if (!same) {
      place.insertBefore(node, at);
      continue;
    }
    at = moveUpTo(same, at, place);
    update(same, node);
  }
  while (at) {
    const { nextSibling } = at;
    at.remove();
    at = nextSibling;
  }
}

/** The node on the page that corresponds to a drawn one, from `at` on. */
function counterpart(
  drawn: ChildNode,
  at: ChildNode | null,
  place: Element,
): ChildNode | undefined {
  const name = nameOf(drawn);
  for (let node = at; node; node = node.nextSibling)
    if (node.nodeName === drawn.nodeName && nameOf(node) === name) return node;
  if (name === undefined) return undefined;
  return [...place.childNodes].find(
    (node) => node.nodeName === drawn.nodeName && nameOf(node) === name,
  );
}

/**
 * Brings a kept node to its position. Moving an element takes the focus from it, so unnamed nodes
 * before it are removed instead.
 * @returns the node after it
 */
function moveUpTo(same: ChildNode, at: ChildNode | null, place: Element): ChildNode | null {
  while (at && at !== same && nameOf(at) === undefined) {
    const { nextSibling }: ChildNode = at;
    at.remove();
    at = nextSibling;
  }
  if (at === same) return same.nextSibling;
  place.insertBefore(same, at);
  return at;
}

function update(shown: Node, drawn: Node): void {
  if (!(shown instanceof Element) || !(drawn instanceof Element)) {
    if (shown.nodeValue !== drawn.nodeValue) shown.nodeValue = drawn.nodeValue;
    return;
  }
  for (const { name } of [...shown.attributes])
    if (!drawn.hasAttribute(name)) shown.removeAttribute(name);
  for (const { name, value } of drawn.attributes)
    if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  for (const name of listeners)
    Object.assign(shown, { [name]: (drawn as unknown as { [name: string]: unknown })[name] });
  replaceChildren(shown, drawn);
  enter(shown, drawn);
}

/** Sets the value of a field: once someone has typed there, it no longer follows the attribute. */
function enter(shown: Element, drawn: Element): void {
  if (shown instanceof HTMLInputElement && drawn instanceof HTMLInputElement) {
    if (["checkbox", "radio"].includes(shown.type)) shown.checked = drawn.checked;
    else if (shown.type !== "file" && shown.value !== drawn.value) shown.value = drawn.value;
  }
  if (shown instanceof HTMLTextAreaElement && drawn instanceof HTMLTextAreaElement) {
    if (shown.value !== drawn.value) shown.value = drawn.value;
  }
  if (shown instanceof HTMLSelectElement && drawn instanceof HTMLSelectElement) {
    if (shown.value !== drawn.value) shown.value = drawn.value;
  }
}
