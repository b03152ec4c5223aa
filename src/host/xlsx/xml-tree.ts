/**
 * XML parts as trees. Foreign parts are read and edited through a parser, never by patterns over
 * their text: a prefix, a quote or an attribute of another program's must not decide what we see.
 * Sheets are not read this way; see sheet-rows.ts.
 */
import type { Document, Element } from "@xmldom/xmldom";
import { DOMParser, XMLSerializer, onErrorStopParsing } from "@xmldom/xmldom";
import { damaged, textOf } from "./xml-scan";

/** @throws Failure that names the part when it is not well-formed */
export function parseXml(part: string, bytes: Uint8Array): Document {
  try {
    return new DOMParser({ onError: onErrorStopParsing }).parseFromString(
      textOf(bytes, part),
      "text/xml",
    );
  } catch {
    throw damaged(part);
  }
}

/** The bytes of an edited part. */
export function xmlBytes(document: Document): Uint8Array {
  // A carriage return that was written as a reference would be read back as a line feed.
  const text = new XMLSerializer().serializeToString(document).replaceAll("\r", "&#13;");
  return new TextEncoder().encode(text);
}

export function rootOf(document: Document): Element {
  if (!document.documentElement) throw new Error("a parsed document has a root");
  return document.documentElement;
}

/** The elements directly inside another, in order; of one name if it is given, whatever prefix. */
export function childElements(parent: Element, name?: string): Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node.nodeType !== 1) continue;
    if (name === undefined || (node as Element).localName === name) found.push(node as Element);
  }
  return found;
}

export function childElement(parent: Element, name: string): Element | undefined {
  return childElements(parent, name)[0];
}

/** A new element in its parent's namespace and under its parent's prefix, not yet placed. */
export function newElement(
  parent: Element,
  name: string,
  attributes: { readonly [name: string]: string } = {},
): Element {
  const prefix = parent.prefix ? `${parent.prefix}:` : "";
  const document = parent.ownerDocument;
  if (!document) throw new Error("a parsed element has a document");
  const made = document.createElementNS(parent.namespaceURI, `${prefix}${name}`);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}

/**
 * The child of this name, made where the schema's order wants it if there is none.
 * @param order the schema's order of the parent's children
 */
export function ensureChild(parent: Element, name: string, order: readonly string[]): Element {
  const known = childElement(parent, name);
  if (known) return known;
  const earlier = new Set(order.slice(0, order.indexOf(name)));
  // Another program's elements may stand between: after the last that has to come before.
  const before = childElements(parent).filter(({ localName }) => earlier.has(localName ?? ""));
  const made = newElement(parent, name);
  const last = before.at(-1);
  parent.insertBefore(made, last ? last.nextSibling : parent.firstChild);
  return made;
}

/** An element of another document as a child here, under the prefix and namespace of its parent. */
export function adopted(parent: Element, element: Element): Element {
  const made = newElement(parent, element.localName ?? element.nodeName);
  for (const attribute of Array.from(element.attributes)) {
    if (attribute.name !== "xmlns" && attribute.prefix !== "xmlns")
      made.setAttribute(attribute.name, attribute.value);
  }
  for (const child of childElements(element)) made.appendChild(adopted(made, child));
  return made;
}

/** What an element says, whatever its prefix and the order of its attributes. */
export function meaningOf(element: Element): string {
  const attributes = Array.from(element.attributes)
    .filter(({ name, prefix }) => name !== "xmlns" && prefix !== "xmlns")
    .map(({ name, value }) => `${name}=${JSON.stringify(value)}`)
    .sort();
  const inside = childElements(element).map(meaningOf);
  return `${element.localName ?? ""}[${attributes.join(",")}](${inside.join(",")})`;
}
