/**
 * A workbook's package while it is edited: parts, relationships and content types as the Open
 * Packaging Conventions have them (ISO/IEC 29500-2), in a package whose parts have the names that
 * their relationships use. Parts that nobody changes keep their bytes.
 */
import type { Document, Element } from "@xmldom/xmldom";
import { Failure } from "../failure";
import { relationsName, targetFrom } from "./normalise-parts";
import type { Package } from "./package-check";
import { childElements, newElement, parseXml, rootOf, xmlBytes } from "./xml-tree";

export const officeRels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRels = "http://schemas.openxmlformats.org/package/2006/relationships";
const contentTypes = "[Content_Types].xml";

/** The package itself, as that which its first relationships start from. */
const packageRoot = "";

export type Relation = {
  readonly id: string;
  /** The last word of the type: "worksheet", "table". */
  readonly type: string;
  /** The part it leads to, by its name in the package; of an external one, its address. */
  readonly target: string;
  readonly isExternal: boolean;
  readonly element: Element;
};

export class PackageEditor {
  private readonly parts: Map<string, Uint8Array>;
  private readonly trees = new Map<string, Document>();
  private readonly changed = new Set<string>();

  constructor(original: Package) {
    this.parts = new Map(original);
  }

  has(part: string): boolean {
    return this.parts.has(part);
  }

  /** @throws Failure that names the part when it is missing */
  bytes(part: string): Uint8Array {
    const bytes = this.parts.get(part);
    if (!bytes) throw new Failure("file-unreadable", { why: part });
    return bytes;
  }

  /** The part's tree, to read. @throws Failure that names a part that is missing or no XML */
  tree(part: string): Document {
    const known = this.trees.get(part);
    if (known) return known;
    const parsed = parseXml(part, this.bytes(part));
    this.trees.set(part, parsed);
    return parsed;
  }

  /** The part's tree, to change: it is written anew by {@link finish}. */
  edit(part: string): Document {
    const tree = this.tree(part);
    this.changed.add(part);
    return tree;
  }

  /** A part with these bytes, new or in the place of one that is there. */
  put(part: string, bytes: Uint8Array): void {
    this.parts.set(part, bytes);
    this.trees.delete(part);
    this.changed.delete(part);
  }

  /** Takes a part away, with its relationships and its content type. */
  remove(part: string): void {
    for (const name of [part, relationsName(part)]) {
      this.parts.delete(name);
      this.trees.delete(name);
      this.changed.delete(name);
    }
    const override = this.override(part);
    if (override) {
      this.edit(contentTypes);
      override.parentNode?.removeChild(override);
    }
  }

  /** Takes a part's relationships away, and leaves the part. */
  removeRelations(part: string): void {
    this.remove(relationsName(part));
  }

  /** Takes away the relationships of a part that lead to another, and that part with them. */
  removeRelated(part: string, type: string): void {
    for (const each of this.relations(part).filter((relation) => relation.type === type)) {
      this.edit(relationsName(part));
      each.element.parentNode?.removeChild(each.element);
      if (!each.isExternal) this.remove(each.target);
    }
  }

  /** The first name like "xl/tables/mervarde1.xml" that no part has. */
  freeName(folder: string): string {
    const taken = new Set([...this.parts.keys()].map((name) => name.toLowerCase()));
    let n = 1;
    while (taken.has(`${folder}/mervarde${n}.xml`.toLowerCase())) n += 1;
    return `${folder}/mervarde${n}.xml`;
  }

  private override(part: string): Element | undefined {
    const wanted = `/${part}`.toLowerCase();
    return childElements(rootOf(this.tree(contentTypes)), "Override").find(
      (each) => each.getAttribute("PartName")?.toLowerCase() === wanted,
    );
  }

  contentType(part: string): string {
    const own = this.override(part);
    if (own) return own.getAttribute("ContentType") ?? "";
    const extension = part.split(".").at(-1)?.toLowerCase();
    return (
      childElements(rootOf(this.tree(contentTypes)), "Default")
        .find((each) => each.getAttribute("Extension")?.toLowerCase() === extension)
        ?.getAttribute("ContentType") ?? ""
    );
  }

  declare(part: string, contentType: string): void {
    if (this.contentType(part) === contentType) return;
    const root = rootOf(this.edit(contentTypes));
    const known = this.override(part);
    if (known) known.setAttribute("ContentType", contentType);
    else
      root.appendChild(
        newElement(root, "Override", { PartName: `/${part}`, ContentType: contentType }),
      );
  }

  /** Where a part's relationships lead, in their order. @param part a part, or nothing for the package */
  relations(part = packageRoot): Relation[] {
    const name = relationsName(part);
    if (!this.has(name)) return [];
    return childElements(rootOf(this.tree(name)), "Relationship").map((element) => {
      const target = element.getAttribute("Target") ?? "";
      const isExternal = element.getAttribute("TargetMode") === "External";
      return {
        id: element.getAttribute("Id") ?? "",
        type: element.getAttribute("Type")?.split("/").at(-1) ?? "",
        target: isExternal ? target : targetFrom(part, target),
        isExternal,
        element,
      };
    });
  }

  /** The part that the first relationship of this type leads to. */
  related(part: string, type: string): string | undefined {
    return this.relations(part).find((each) => each.type === type)?.target;
  }

  /** Points from a part to another. @returns the relationship's id */
  relate(part: string, type: string, target: string, id = this.freeId(part)): string {
    const name = relationsName(part);
    if (!this.has(name))
      this.put(
        name,
        new TextEncoder().encode(`${declaration}<Relationships xmlns="${packageRels}"/>`),
      );
    const root = rootOf(this.edit(name));
    root.appendChild(
      newElement(root, "Relationship", {
        Id: id,
        Type: `${officeRels}/${type}`,
        Target: relativePath(part, target),
      }),
    );
    return id;
  }

  private freeId(part: string): string {
    const taken = new Set(this.relations(part).map(({ id }) => id));
    let n = 1;
    while (taken.has(`mervarde${n}`)) n += 1;
    return `mervarde${n}`;
  }

  /** The parts that can be reached from the package's relationships. */
  reachable(): Set<string> {
    const found = new Set<string>();
    const waiting = [packageRoot];
    for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
      for (const { target, isExternal } of this.relations(part)) {
        if (isExternal || found.has(target)) continue;
        found.add(target);
        waiting.push(target);
      }
    }
    return found;
  }

  /** The package's parts as they now are. */
  finish(): Map<string, Uint8Array> {
    for (const part of this.changed) this.parts.set(part, xmlBytes(this.tree(part)));
    this.changed.clear();
    return new Map(this.parts);
  }
}

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** One part's name as another points to it. */
function relativePath(from: string, to: string): string {
  const [here, there] = [from.split("/").slice(0, -1), to.split("/")];
  let shared = 0;
  while (shared < here.length && here[shared] === there[shared]) shared += 1;
  return [...here.slice(shared).map(() => ".."), ...there.slice(shared)].join("/");
}
