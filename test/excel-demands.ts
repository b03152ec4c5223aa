/**
 * What Excel demands of a workbook beyond the schema, and answers with "We found a problem with
 * some content": names that clash, indexes that point at nothing, relationships that lead nowhere.
 * Read with a parser of its own, so that it shares no fault with the program.
 */
import type { Element } from "@xmldom/xmldom";
import { DOMParser, onErrorStopParsing } from "@xmldom/xmldom";
import { strFromU8, unzipSync } from "fflate";

const parser = new DOMParser({ onError: onErrorStopParsing });

type Parts = { readonly [name: string]: Uint8Array };

/** A sheet with what its checks need. */
type Sheet = {
  readonly name: string;
  readonly part: string;
  readonly root: Element;
  readonly tables: readonly Element[];
};

class Workbook {
  readonly sheets: readonly Sheet[];
  readonly root: Element;

  constructor(readonly parts: Parts) {
    const main = this.relations("").find(({ type }) => type === "officeDocument")?.target ?? "";
    this.root = this.tree(main);
    const leads = new Map(this.relations(main).map((each) => [each.id, each.target]));
    this.sheets = all(this.root, "sheet").map((element) => {
      const part = leads.get(attribute(element, "r:id") || idOf(element)) ?? "";
      const tables = this.relations(part)
        .filter(({ type }) => type === "table")
        .map(({ target }) => this.tree(target));
      return { name: attribute(element, "name"), part, root: this.tree(part), tables };
    });
  }

  tree(part: string): Element {
    const bytes = this.parts[part];
    const root = bytes && parser.parseFromString(strFromU8(bytes), "text/xml");
    if (!root?.documentElement) throw new Error(`no part ${part}`);
    return root.documentElement;
  }

  relations(part: string): { id: string; type: string; target: string }[] {
    const name = part.replace(/[^/]*$/, "_rels/$&.rels");
    if (!this.parts[name]) return [];
    return all(this.tree(name), "Relationship")
      .filter((each) => attribute(each, "TargetMode") !== "External")
      .map((each) => ({
        id: attribute(each, "Id"),
        type: attribute(each, "Type").split("/").at(-1) ?? "",
        target: new URL(attribute(each, "Target"), `x:/${part}`).pathname.slice(1),
      }));
  }
}

function idOf(element: Element): string {
  return (
    element.getAttributeNS(
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      "id",
    ) ?? ""
  );
}

function attribute(element: Element, name: string): string {
  return element.getAttribute(name) ?? "";
}

/** Every element of a name inside another; of all names for "*". */
function all(element: Element, name: string, found: Element[] = []): Element[] {
  for (const child of childrenOf(element)) {
    if (name === "*" || child.localName === name) found.push(child);
    all(child, name, found);
  }
  return found;
}

function one(element: Element, name: string): Element[] {
  return all(element, name).slice(0, 1);
}

/** @returns what Excel would call damaged, in words; nothing when it opens the workbook */
export function excelDemands(bytes: Uint8Array): string[] {
  const workbook = new Workbook(unzipSync(bytes));
  return [
    ...packageFaults(workbook.parts, workbook),
    ...nameFaults(workbook),
    ...tableFaults(workbook),
    ...styleFaults(workbook),
    ...workbook.sheets.flatMap((sheet) => sheetFaults(sheet, workbook)),
    ...countFaults(workbook),
  ];
}

function packageFaults(parts: Parts, workbook: Workbook): string[] {
  const types = workbook.tree("[Content_Types].xml");
  const overrides = all(types, "Override").map((each) => attribute(each, "PartName").slice(1));
  const defaults = all(types, "Default").map((each) => attribute(each, "Extension"));
  const names = Object.keys(parts).filter((name) => name !== "[Content_Types].xml");
  const sources = ["", ...names.filter((name) => !name.endsWith(".rels"))];
  return [
    ...twice(overrides).map((name) => `content type of ${name} given twice`),
    ...overrides.filter((name) => !parts[name]).map((name) => `content type of ${name}, no part`),
    ...names
      .filter(
        (name) => !overrides.includes(name) && !defaults.includes(name.split(".").at(-1) ?? ""),
      )
      .map((name) => `no content type for ${name}`),
    ...sources.flatMap((from) => [
      ...workbook
        .relations(from)
        .filter(({ target }) => !parts[target])
        .map(({ target }) => `${from} leads to ${target}, no part`),
      ...twice(workbook.relations(from).map(({ id }) => id)).map((id) => `${from}: ${id} twice`),
    ]),
  ];
}

/** A name that could be a cell in either notation is none to Excel. */
const likeCell = /^([A-Z]{1,3}\d{1,7}|R\d*C\d*|R|C)$/i;
const wellFormed = /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u;

function nameFaults({ root, sheets }: Workbook): string[] {
  const elements = all(root, "sheet");
  const ids = elements.map((each) => attribute(each, "sheetId"));
  const defined = all(root, "definedName");
  const keys = defined.map(
    (each) => `${attribute(each, "name")}/${attribute(each, "localSheetId")}`,
  );
  const own = defined
    .map((each) => attribute(each, "name"))
    .filter((name) => !name.startsWith("_xlnm."));
  const known = new Set(sheets.map(({ name }) => name.toLowerCase()));
  return [
    ...twice(sheets.map(({ name }) => name)).map((name) => `two sheets ${name}`),
    ...sheets
      .map(({ name }) => name)
      .filter((name) => name.length > 31 || /[[\]:*?/\\]|^'|'$|^$/.test(name))
      .map((name) => `sheet name ${name}`),
    ...twice(ids).map((id) => `two sheets with id ${id}`),
    ...ids.filter((id) => !(Number(id) >= 1 && Number(id) < 65_535)).map((id) => `sheet id ${id}`),
    ...twice(keys).map((key) => `two names ${key}`),
    ...own
      .filter((name) => likeCell.test(name) || !wellFormed.test(name))
      .map((name) => `name ${name}`),
    ...defined
      .map((each) => attribute(each, "localSheetId"))
      .filter((id) => id !== "" && Number(id) >= sheets.length)
      .map((id) => `name of sheet ${id}, no sheet`),
    ...defined.flatMap((each) => {
      const [, quoted, bare] =
        /^(?:'((?:[^']|'')+)'|([^'!#[]+))!/.exec(each.textContent ?? "") ?? [];
      const sheet = quoted?.replaceAll("''", "'") ?? bare;
      return sheet === undefined || known.has(sheet.toLowerCase())
        ? []
        : [`${attribute(each, "name")} names ${sheet}, no sheet`];
    }),
  ];
}

function tableFaults({ root, sheets, parts }: Workbook): string[] {
  const tables = sheets.flatMap((each) => each.tables);
  const names = tables.map((each) => attribute(each, "displayName"));
  const defined = all(root, "definedName").map((each) => attribute(each, "name"));
  return [
    ...twice([...names, ...new Set(defined)]).map((name) => `two tables or names ${name}`),
    ...names
      .filter((name) => likeCell.test(name) || !wellFormed.test(name))
      .map((name) => `table ${name}`),
    ...twice(tables.map((each) => attribute(each, "id"))).map((id) => `two tables with id ${id}`),
    ...sheets.flatMap((sheet) =>
      sheet.tables.flatMap((table) => columnFaults(table, textsOf(sheet, parts))),
    ),
    ...sheets.flatMap((sheet) => overlapFaults(sheet)),
  ];
}

function columnFaults(table: Element, texts: ReadonlyMap<string, string>): string[] {
  const name = attribute(table, "displayName");
  const columns = all(table, "tableColumn").map((each) => attribute(each, "name"));
  const area = areaOf(attribute(table, "ref"));
  const headers = columns.map((_, n) => texts.get(`${area.top},${area.left + n}`) ?? "");
  return [
    ...(columns.length === area.right - area.left + 1 ? [] : [`${name}: columns and width differ`]),
    ...twice(columns).map((column) => `${name}: two columns ${column}`),
    ...columns
      .filter((column, n) => column.replaceAll("_x000a_", "\n") !== headers[n])
      .map((column) => `${name}: the header is not ${column}`),
  ];
}

function overlapFaults({ name, tables, root }: Sheet): string[] {
  const areas = [
    ...tables.map((table) => attribute(table, "ref")),
    ...all(root, "mergeCell").map((merge) => attribute(merge, "ref")),
  ];
  return areas.flatMap((one, n) =>
    areas
      .slice(n + 1)
      .filter((other) => {
        const [a, b] = [areaOf(one), areaOf(other)];
        return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
      })
      .map((other) => `${name}: ${one} and ${other} overlap`),
  );
}

function styleFaults(workbook: Workbook): string[] {
  const main = workbook.relations("").find(({ type }) => type === "officeDocument")?.target ?? "";
  const part = workbook.relations(main).find(({ type }) => type === "styles")?.target ?? "";
  const root = workbook.tree(part);
  const sizes = new Map(childrenOf(root).map((list) => [list.localName, childrenOf(list).length]));
  const size = (list: string) => sizes.get(list) ?? 0;
  const pointing: readonly (readonly [string, string])[] = [
    ["fontId", "fonts"],
    ["fillId", "fills"],
    ["borderId", "borders"],
    ["xfId", "cellStyleXfs"],
  ];
  return [
    ...one(root, "cellXfs")
      .flatMap((list) => childrenOf(list))
      .flatMap((xf) =>
        pointing
          .filter(
            ([name, list]) => Number(attribute(xf, name)) >= size(list) && xf.hasAttribute(name),
          )
          .map(([name, list]) => `${name} ${attribute(xf, name)} is not in ${list}`),
      ),
    ...twice(all(root, "numFmt").map((each) => attribute(each, "numFmtId"))).map(
      (id) => `two number formats ${id}`,
    ),
    ...workbook.sheets.flatMap((sheet) => [
      ...all(sheet.root, "c")
        .filter((cell) => Number(attribute(cell, "s") || 0) >= size("cellXfs"))
        .map((cell) => `${sheet.name}!${attribute(cell, "r")}: no format ${attribute(cell, "s")}`),
      ...all(sheet.root, "cfRule")
        .filter((rule) => Number(attribute(rule, "dxfId") || 0) >= size("dxfs"))
        .map((rule) => `${sheet.name}: no conditional format ${attribute(rule, "dxfId")}`),
    ]),
  ];
}

function sheetFaults({ name, root }: Sheet, workbook: Workbook): string[] {
  const rows = all(root, "row").map((row) => Number(attribute(row, "r")));
  const known = new Set(workbook.sheets.map((sheet) => sheet.name.toLowerCase()));
  const long = (element: string, most: number) =>
    all(root, element)
      .filter(({ textContent }) => (textContent ?? "").length > most)
      .map(() => `${name}: <${element}> is longer than ${most}`);
  return [
    ...rows
      .filter((row, n) => n > 0 && row <= (rows[n - 1] ?? 0))
      .map((row) => `${name}: row ${row} out of order`),
    ...all(root, "row").flatMap((row) => {
      const columns = all(row, "c").map((cell) => areaOf(attribute(cell, "r")).left);
      return columns
        .filter((column, n) => n > 0 && column <= (columns[n - 1] ?? 0))
        .map((column) => `${name}: row ${attribute(row, "r")}, cell ${column} out of order`);
    }),
    ...long("f", 8192),
    ...long("t", 32_767),
    ...["oddHeader", "oddFooter"].flatMap((each) => long(each, 255)),
    ...all(root, "dataValidation").flatMap((each) =>
      (["prompt", "error"] as const)
        .filter((text) => attribute(each, text).length > 255)
        .map((text) => `${name}: a ${text} is longer than 255`),
    ),
    ...all(root, "formula1")
      .filter(({ textContent }) => /^".{256,}"$/.test(textContent ?? ""))
      .map(() => `${name}: a list of choices is longer than 255`),
    ...all(root, "hyperlink")
      .map((link) => attribute(link, "location"))
      .filter((location) => location !== "" && !known.has(sheetIn(location)))
      .map((location) => `${name}: a link to ${location}, no sheet`),
  ];
}

function sheetIn(location: string): string {
  return location
    .replace(/![^!]*$/, "")
    .replace(/^'(.*)'$/, "$1")
    .replaceAll("''", "'")
    .toLowerCase();
}

/** Lists that say how many they hold must be right, and one sheet at most may be selected. */
function countFaults({ parts, sheets }: Workbook): string[] {
  const selected = sheets.filter(({ root }) =>
    all(root, "sheetView").some((view) => /^(1|true)$/.test(attribute(view, "tabSelected"))),
  );
  const strings = sheets.flatMap(({ root }) =>
    all(root, "c").filter((cell) => attribute(cell, "t") === "s"),
  );
  const counted = Object.keys(parts)
    .filter((part) => /^xl\/.*\.xml$/.test(part) && !part.includes("/theme/"))
    .flatMap((part) =>
      lists(
        parser.parseFromString(strFromU8(parts[part] ?? new Uint8Array()), "text/xml")
          .documentElement,
        part,
        strings.length,
      ),
    );
  return [...(selected.length > 1 ? ["several sheets are selected"] : []), ...counted];
}

const listNames =
  /^(numFmts|fonts|fills|borders|cellStyleXfs|cellXfs|cellStyles|dxfs|mergeCells|dataValidations|tableParts|tableColumns|sst)$/;

function lists(root: Element | null, part: string, strings: number): string[] {
  if (!root) return [];
  return [root, ...all(root, "*")]
    .filter((each) => listNames.test(each.localName ?? "") && each.hasAttribute("count"))
    .filter((each) => {
      const size = each.localName === "sst" ? strings : childrenOf(each).length;
      return Number(attribute(each, "count")) !== size;
    })
    .map((each) => `${part}: <${each.localName ?? ""}> counts ${attribute(each, "count")}`);
}

/** The texts of a sheet's cells, by row and column. */
function textsOf({ root }: Sheet, parts: Parts): Map<string, string> {
  const shared = parts["xl/sharedStrings.xml"];
  const strings = shared
    ? all(parser.parseFromString(strFromU8(shared), "text/xml").documentElement as Element, "si")
    : [];
  return new Map(
    all(root, "c").map((cell) => {
      const { top, left } = areaOf(attribute(cell, "r"));
      const index = Number(one(cell, "v")[0]?.textContent);
      const holder = attribute(cell, "t") === "s" ? strings[index] : cell;
      const text = holder
        ? all(holder, "t")
            .map((each) => each.textContent ?? "")
            .join("")
        : "";
      return [`${top},${left}`, text] as const;
    }),
  );
}

function childrenOf(element: Element): Element[] {
  const found: Element[] = [];
  for (let node = element.firstChild; node; node = node.nextSibling)
    if (node.nodeType === 1) found.push(node as Element);
  return found;
}

function areaOf(reference: string): { top: number; left: number; bottom: number; right: number } {
  const corner = (name: string) => {
    const [, letters = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(name) ?? [];
    const column = Array.from(letters).reduce(
      (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
      0,
    );
    return { row: Number(row), column };
  };
  const [from = "", to = from] = reference.split(":");
  const [first, last] = [corner(from), corner(to)];
  return { top: first.row, left: first.column, bottom: last.row, right: last.column };
}

/** What stands more than once, whatever its case. */
function twice(names: readonly string[]): string[] {
  const folded = names.map((name) => name.toLowerCase());
  return names.filter((_, n) => folded.indexOf(folded[n] ?? "") !== n);
}
