/**
 * The style sheet of a workbook that someone already has. Its lists only grow, at their ends: what
 * was there keeps its index, so no cell of theirs changes its look; and what is there already is
 * used again, so evaluating many times does not use up Excel's 512 fonts and 65,490 formats.
 */
import type { Document, Element } from "@xmldom/xmldom";
import { mainPart } from "./normalise-parts";
import type { PackageEditor } from "./package-editor";
import { declaration } from "./package-editor";
import { main } from "./workbook-lists";
import {
  adopted,
  childElement,
  childElements,
  ensureChild,
  meaningOf,
  newElement,
  rootOf,
} from "./xml-tree";

/** A style sheet's lists in the order the schema wants them (ECMA-376 part 1, 18.8.39). */
const order = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];

/** The least that Excel opens, for a workbook without a style sheet. */
const leastSheet = `${declaration}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`;

const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

/** Number formats up to here are Excel's own, or other programs' (ECMA-376 part 1, 18.8.30). */
const lastTakenFormat = 199;

/** Where another style sheet's formats stand after they have been added, by their old index. */
export type Placed = {
  readonly formats: readonly number[];
  readonly conditional: readonly number[];
};

export class StyleSheet {
  private readonly part: string;
  /** The index of each element of a list by what it says, built when the list is first added to. */
  private readonly known = new Map<string, Map<string, number>>();

  constructor(private readonly editor: PackageEditor) {
    const related = editor.related(mainPart, "styles");
    this.part = related ?? "xl/styles.xml";
    if (related !== undefined) return;
    editor.put(this.part, new TextEncoder().encode(leastSheet));
    editor.declare(this.part, sheetType);
    editor.relate(mainPart, "styles", this.part);
  }

  /** Adds all formats of another style sheet. */
  addAll(donor: Document): Placed {
    const from = (list: string) => {
      const found = childElement(rootOf(donor), list);
      return found ? childElements(found) : [];
    };
    const numbers = new Map(
      from("numFmts").map((element) => [
        element.getAttribute("numFmtId") ?? "",
        this.numberFormat(element.getAttribute("formatCode") ?? ""),
      ]),
    );
    const [fonts, fills, borders] = ["fonts", "fills", "borders"].map((list) =>
      from(list).map((element) => this.add(list, element)),
    );
    const moved = (element: Element, attribute: string, to: readonly number[] | undefined) => {
      const index = to?.[Number(element.getAttribute(attribute) ?? 0)];
      if (index !== undefined) element.setAttribute(attribute, String(index));
    };
    const formats = from("cellXfs").map((original) => {
      const format = original.cloneNode(true) as Element;
      moved(format, "fontId", fonts);
      moved(format, "fillId", fills);
      moved(format, "borderId", borders);
      const number = numbers.get(format.getAttribute("numFmtId") ?? "");
      if (number !== undefined) format.setAttribute("numFmtId", number);
      if (!childElement(rootOf(this.editor.tree(this.part)), "cellStyleXfs"))
        format.removeAttribute("xfId");
      return this.add("cellXfs", format);
    });
    return { formats, conditional: from("dxfs").map((element) => this.add("dxfs", element)) };
  }

  /**
   * @param format an index in cellXfs, blank for a cell that names none
   * @returns the index of a format that differs from it only in how a number is written
   */
  like(format: string, numberFormat: string | undefined): string {
    if (numberFormat === undefined) return format;
    const list = this.list("cellXfs");
    const base = childElements(list)[Number(format === "" ? 0 : format)];
    const made = (base?.cloneNode(true) as Element | undefined) ?? newElement(list, "xf");
    made.setAttribute("numFmtId", this.numberFormat(numberFormat));
    made.setAttribute("applyNumberFormat", "1");
    return String(this.add("cellXfs", made));
  }

  /** @returns the number of a format with this code, made if there is none */
  private numberFormat(code: string): string {
    const list = childElement(rootOf(this.editor.tree(this.part)), "numFmts");
    const formats = list ? childElements(list) : [];
    const same = formats.find((each) => each.getAttribute("formatCode") === code);
    if (same) return same.getAttribute("numFmtId") ?? "";
    const used = formats.map((each) => Number(each.getAttribute("numFmtId")));
    const id = String(Math.max(lastTakenFormat, ...used) + 1);
    const grown = this.list("numFmts");
    grown.appendChild(newElement(grown, "numFmt", { numFmtId: id, formatCode: code }));
    count(grown);
    return id;
  }

  /** @returns the index of the element in the list, where it is added unless it is there already */
  private add(name: string, element: Element): number {
    const list = this.list(name);
    const known = this.known.get(name) ?? indexOf(list);
    this.known.set(name, known);
    const meaning = meaningOf(element);
    const same = known.get(meaning);
    if (same !== undefined) return same;
    list.appendChild(adopted(list, element));
    const index = count(list) - 1;
    known.set(meaning, index);
    return index;
  }

  private list(name: string): Element {
    return ensureChild(rootOf(this.editor.edit(this.part)), name, order);
  }
}

/** The first of equal elements counts. */
function indexOf(list: Element): Map<string, number> {
  const found = new Map<string, number>();
  for (const [n, element] of childElements(list).entries()) {
    const meaning = meaningOf(element);
    if (!found.has(meaning)) found.set(meaning, n);
  }
  return found;
}

function count(list: Element): number {
  const { length } = childElements(list);
  list.setAttribute("count", String(length));
  return length;
}
