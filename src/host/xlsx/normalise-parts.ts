/**
 * One step between the zip and everyone who reads or writes in it: the parts get the names their
 * relations call them by (names of parts do not tell case), backslashes become slashes, the main
 * part is `xl/workbook.xml`, and XML is UTF-8. What a part says is never changed; a part that needs
 * none of this is passed on as the same bytes.
 */
import { strToU8 } from "fflate";
import { Failure } from "../failure";
import { attributeIn, damaged, scanXml, textOf } from "./xml-scan";

export const mainPart = "xl/workbook.xml";
const types = "[Content_Types].xml";

/** Excel lets a sheet have 65,530 links, each a relation of its own. */
const mostRelations = 100_000;

/** A relation from one part to another; targets outside the file are left out. */
export type Relation = { readonly id: string; readonly type: string; readonly target: string };

/** @throws Failure when the parts are no workbook */
export function normaliseParts(given: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const parts = new Map([...given].map(([name, bytes]) => [name, inUtf8(name, bytes)]));
  const byKey = new Map([...parts.keys()].map((name) => [keyOf(name), name]));
  if (!byKey.has(keyOf(types)) || !byKey.has(keyOf("_rels/.rels")))
    throw new Failure("file-not-zip");
  const spelled = spelledNames(parts, byKey);
  const named = new Map(
    [...parts].map(([name, bytes]): [string, Uint8Array] => [
      spelled.get(name) ?? name,
      name.toLowerCase().endsWith(".rels") ? withSlashes(name, bytes) : bytes,
    ]),
  );
  return withMain(named);
}

/** The relations of a part; "" is the package itself. */
export function relationsOf(part: string, parts: ReadonlyMap<string, Uint8Array>): Relation[] {
  const name = relationsName(part);
  const bytes = parts.get(name);
  if (!bytes) return [];
  const found: Relation[] = [];
  let elements = 0;
  scanXml(textOf(bytes, name), name, {
    open: ({ name: element, attributes }) => {
      elements += 1;
      if (elements > mostRelations)
        throw new Failure("file-hostile", { hostile: "size", part: name });
      if (element !== "Relationship") return;
      if (attributeIn(attributes, "TargetMode")?.toLowerCase() === "external") return;
      found.push({
        id: attributeIn(attributes, "Id") ?? "",
        type: attributeIn(attributes, "Type")?.split("/").at(-1) ?? "",
        target: targetFrom(part, attributeIn(attributes, "Target") ?? ""),
      });
    },
  });
  return found;
}

/** The name of the part that lists a part's relations. */
export function relationsName(part: string): string {
  return part === "" ? "_rels/.rels" : part.replace(/([^/]+)$/, "_rels/$1.rels");
}

/** The part that a relation from another leads to. */
export function targetFrom(part: string, target: string): string {
  const slashed = target.replaceAll("\\", "/");
  const path = slashed.startsWith("/") ? [] : part.split("/").slice(0, -1);
  for (const step of slashed.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}

/** Names of parts are compared without case, and "%20" is a space (ECMA-376 part 2, 6.2.2). */
function keyOf(name: string): string {
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    return name.toLowerCase();
  }
}

/** What each part is called by the relations that lead to it, from the package inwards. */
function spelledNames(
  parts: ReadonlyMap<string, Uint8Array>,
  byKey: ReadonlyMap<string, string>,
): Map<string, string> {
  const spelled = new Map<string, string>([[byKey.get(keyOf(types)) ?? types, types]]);
  const queue = [""];
  for (const part of queue) {
    const name = relationsName(part);
    const actual = byKey.get(keyOf(name));
    const bytes = actual === undefined ? undefined : parts.get(actual);
    if (actual === undefined || !bytes || (part !== "" && spelled.has(actual))) continue;
    spelled.set(actual, name);
    for (const { target } of relationsOf(part, new Map([[name, bytes]]))) {
      const there = byKey.get(keyOf(target));
      if (there === undefined || spelled.has(there)) continue;
      spelled.set(there, target);
      queue.push(target);
    }
  }
  return spelled;
}

/** Relations with slashes in the targets inside the file. */
function withSlashes(name: string, bytes: Uint8Array): Uint8Array {
  // 92 is the backslash; most files have none, and stay the same bytes.
  if (!bytes.includes(92)) return bytes;
  return strToU8(
    edited(textOf(bytes, name), name, (element, tag) =>
      element === "Relationship" && !/TargetMode\s*=\s*["']External/i.test(tag)
        ? tag.replace(
            /(\sTarget\s*=\s*)("[^"]*"|'[^']*')/,
            (_, before: string, value: string) => `${before}${value.replaceAll("\\", "/")}`,
          )
        : tag,
    ),
  );
}

/** The package with its main part, wherever it lay, as `xl/workbook.xml`. */
function withMain(parts: Map<string, Uint8Array>): Map<string, Uint8Array> {
  const main = relationsOf("", parts).find(({ type }) => type === "officeDocument")?.target;
  const bytes = main === undefined ? undefined : parts.get(main);
  if (main === undefined || !bytes) throw new Failure("file-not-zip");
  if (!/\.xml$/i.test(main) || rootOf(main, bytes) !== "workbook")
    throw new Failure("file-not-zip");
  if (main === mainPart) return parts;
  if (parts.has(mainPart)) throw new Failure("file-hostile", { hostile: "twice", part: mainPart });
  const [from, to] = [relationsName(main), relationsName(mainPart)];
  const renamed = new Map(
    [...parts].map(([name, part]): [string, Uint8Array] => [
      name === main ? mainPart : name === from ? to : name,
      part,
    ]),
  );
  const put = (name: string, change: (element: string, tag: string) => string) =>
    renamed.set(name, strToU8(edited(textOf(renamed.get(name), name), name, change)));
  put(relationsName(""), (_, tag) =>
    /\/officeDocument["']/.test(tag) ? withAttribute(tag, "Target", mainPart) : tag,
  );
  put(types, (_, tag) =>
    keyOf(attributeIn(tag, "PartName") ?? "") === keyOf(`/${main}`)
      ? withAttribute(tag, "PartName", `/${mainPart}`)
      : tag,
  );
  if (renamed.has(to))
    put(to, (element, tag) =>
      element === "Relationship" && !/TargetMode\s*=\s*["']External/i.test(tag)
        ? withAttribute(tag, "Target", `/${targetFrom(main, attributeIn(tag, "Target") ?? "")}`)
        : tag,
    );
  return renamed;
}

function rootOf(part: string, bytes: Uint8Array): string {
  let root = "";
  scanXml(textOf(bytes, part), part, {
    open: ({ name, depth }) => {
      if (depth === 0) root = name;
    },
  });
  return root;
}

function withAttribute(tag: string, name: string, value: string): string {
  const text = value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return tag.replace(
    new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`),
    (_, before: string) => `${before}"${text}"`,
  );
}

/** The text with each opening tag replaced by what `change` makes of it. */
function edited(
  xml: string,
  part: string,
  change: (element: string, tag: string) => string,
): string {
  const pieces: string[] = [];
  let last = 0;
  scanXml(xml, part, {
    open: ({ name, start, end }) => {
      pieces.push(xml.slice(last, start), change(name, xml.slice(start, end)));
      last = end;
    },
  });
  return [...pieces, xml.slice(last)].join("");
}

/** The XML of a workbook in UTF-8, whatever it was written in; other parts as they are. */
function inUtf8(name: string, bytes: Uint8Array): Uint8Array {
  const isOurs = /^(xl|_rels)\/|^\[content_types\]/i.test(name) && /\.(xml|rels)$/i.test(name);
  const encoding = isOurs ? encodingOf(bytes) : undefined;
  if (encoding === undefined) return bytes;
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return strToU8(text.replace(/^(<\?xml[^>]*?)\s+encoding\s*=\s*(["'])[^"']*\2/, "$1"));
  } catch {
    throw damaged(name);
  }
}

/** What the part is written in, or nothing for UTF-8. */
function encodingOf(bytes: Uint8Array): string | undefined {
  const [first = 0, second = 0] = bytes;
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 60)) return "utf-16be";
  if ((first === 0xff && second === 0xfe) || (first === 60 && second === 0)) return "utf-16le";
  if (first !== 60 || second !== 63) return undefined;
  const declaration = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)["']/.exec(declaration)?.[1];
  return declared === undefined || /^(utf-?(8|16)|us-ascii)$/i.test(declared)
    ? undefined
    : declared;
}
