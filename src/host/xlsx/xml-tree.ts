/**
 * XML parts as trees. Foreign parts are read and edited through a parser, never by patterns over
 * their text: a prefix, a quote or an attribute of another program's must not decide what we see.
 * Large sheets are not read this way; see sheet-rows.ts.
 */
import type { Document, Element } from "@xmldom/xmldom";
import { DOMParser, XMLSerializer, onErrorStopParsing } from "@xmldom/xmldom";
import { Failure } from "../failure";

/** @throws Failure that names the part when it is not well-formed */
export function parseXml(part: string, bytes: Uint8Array): Document {
  try {
    return new DOMParser({ onError: onErrorStopParsing }).parseFromString(
      decodeXml(bytes),
      "text/xml",
    );
  } catch {
    throw new Failure("file-unreadable", { why: part });
  }
}

/** The text of a part in the encoding its first bytes show; a byte order mark is no part of it. */
export function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff || (first !== 0 && second === 0))
    return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe || first === 0) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder().decode(bytes);
}

/** The bytes of an edited part, always UTF-8 and declared as that. */
export function xmlBytes(document: Document): Uint8Array {
  // A carriage return that was written as a reference would be read back as a line feed.
  const text = new XMLSerializer().serializeToString(document).replaceAll("\r", "&#13;");
  return new TextEncoder().encode(withUtf8Declared(text));
}

/** An XML declaration of another encoding would contradict the bytes that are written. */
export function withUtf8Declared(xml: string): string {
  return xml.replace(/^<\?xml\s[^>]*\?>/, (declaration) =>
    declaration.replace(/encoding=(["'])[^"']*\1/, 'encoding="UTF-8"'),
  );
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
