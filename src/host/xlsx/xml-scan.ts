/**
 * Walks through the tags of an XML text in one pass and in bounded time, and refuses a text that
 * does not close what it opens: a part that has been cut off has lost rows. It builds no tree,
 * resolves no entity of a DOCTYPE and knows nothing of workbooks.
 */
import { Failure } from "../failure";

/** A tag: its name without prefix, and where its text begins and ends. */
export type Tag = {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** How many elements are open around it; the root stands at 0. */
  readonly depth: number;
  /** The raw text between the name and the end of the tag. */
  readonly attributes: string;
};

export type Visitor = {
  /**
   * Asked before each opening tag, with how many elements are open around it: the end of an element
   * that the visitor has looked at by itself, which is then passed over; 0 for none.
   */
  skip?(start: number, depth: number): number;
  open?(tag: Tag): void;
  close?(name: string, start: number, end: number, depth: number): void;
  /** Text between two tags, as it stands; also the inside of a CDATA section. */
  text?(start: number, end: number): void;
};

const [bang, question, slash, more, quote, apostrophe, colon] = [33, 63, 47, 62, 34, 39, 58];

/** @throws Failure that names the part when the text is no well-formed XML */
export function scanXml(xml: string, part: string, visitor: Visitor): void {
  const stack: string[] = [];
  let at = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
  let roots = 0;
  for (;;) {
    const start = xml.indexOf("<", at);
    const until = start === -1 ? xml.length : start;
    if (until > at && stack.length > 0) visitor.text?.(at, until);
    else if (until > at && /\S/.test(xml.slice(at, until))) throw damaged(part);
    if (start === -1) break;
    const next = xml.charCodeAt(start + 1);
    if (next === bang) at = afterMarkup(xml, start, part, visitor);
    else if (next === question) at = after(xml, "?>", start, part);
    else if (next === slash) {
      at = after(xml, ">", start, part);
      const name = xml.slice(start + 2, at - 1).trimEnd();
      if (stack.pop() !== name) throw damaged(part);
      visitor.close?.(local(name), start, at, stack.length);
    } else {
      at = visitor.skip?.(start, stack.length) ?? 0;
      if (at > 0) continue;
      at = tagEnd(xml, start, part);
      const isEmpty = xml.charCodeAt(at - 2) === slash;
      const [name, attributes] = named(xml, start + 1, at - (isEmpty ? 2 : 1));
      if (stack.length === 0) roots += 1;
      visitor.open?.({ name: local(name), attributes, start, end: at, depth: stack.length });
      if (isEmpty) visitor.close?.(local(name), start, at, stack.length);
      else stack.push(name);
    }
  }
  if (stack.length > 0 || roots !== 1) throw damaged(part);
}

export function damaged(part: string, details: { readonly [name: string]: string } = {}): Failure {
  return new Failure("file-damaged", { part, ...details });
}

function named(xml: string, from: number, to: number): [string, string] {
  let at = from;
  while (at < to && xml.charCodeAt(at) > 32) at += 1;
  return [xml.slice(from, at), xml.slice(at, to)];
}

function local(name: string): string {
  for (let at = 0; at < name.length; at += 1)
    if (name.charCodeAt(at) === colon) return name.slice(at + 1);
  return name;
}

function after(xml: string, mark: string, start: number, part: string): number {
  const at = xml.indexOf(mark, start);
  if (at === -1) throw damaged(part);
  return at + mark.length;
}

/** Characters of the longest tag: a rule for thousands of areas is a hundredth of it. */
const longestTag = 1_000_000;

/** A ">" inside quotes ends no tag. */
function tagEnd(xml: string, start: number, part: string): number {
  const last = Math.min(xml.length, start + longestTag);
  let open = 0;
  for (let at = start + 1; at < last; at += 1) {
    const code = xml.charCodeAt(at);
    if (open !== 0) {
      if (code === open) open = 0;
    } else if (code === more) return at + 1;
    else if (code === quote || code === apostrophe) open = code;
  }
  throw damaged(part);
}

function afterMarkup(xml: string, start: number, part: string, visitor: Visitor): number {
  if (xml.startsWith("<!--", start)) return after(xml, "-->", start + 4, part);
  if (!xml.startsWith("<![CDATA[", start))
    throw new Failure("file-hostile", { hostile: "doctype", part });
  const end = after(xml, "]]>", start, part);
  visitor.text?.(start + "<![CDATA[".length, end - "]]>".length);
  return end;
}

/** The value of an attribute, by its name without prefix; entities resolved. */
export function attributeIn(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(
    attributes,
  );
  return found ? resolvedEntities(found[1] ?? found[2] ?? "") : undefined;
}

const entities: { readonly [name: string]: string } = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** Text with XML's own five entities and character references resolved. */
export function resolvedEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (typeof name === "string") return entities[name] ?? whole;
    const code = typeof hex === "string" ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The text as UTF-8. @throws Failure when the bytes are not what they say they are */
export function textOf(bytes: Uint8Array | undefined, part: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes ?? new Uint8Array());
  } catch {
    throw damaged(part);
  }
}
