/**
 * Puts our result sheets into a workbook that someone already has, part by part. Their sheets,
 * charts, comments and custom parts stay byte for byte what they were; only the workbook's own
 * lists (sheets, names, styles, content types) get our entries added at the end, and a result sheet
 * from an earlier run is replaced where it stands. No library rewrites a legal original.
 */
import { strFromU8 } from "fflate";
import type { Page } from "../../sheet/workbook";
import { markName, quoted, sheetOf } from "../../sheet/workbook";
import { Failure } from "../failure";
import type { Package } from "./package-check";
import type { Put, Text } from "./package-xml";
import {
  appended,
  attribute,
  children,
  dropOverrides,
  editable,
  escaped,
  forgetCalculationChain,
  insertedAtEnd,
  main,
  packed,
  partOfSheet,
  partOfType,
  recalculated,
  relsOf,
  resolved,
  unescaped,
} from "./package-xml";
import { writeWorkbookParts } from "./read-write";

const officeRels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRels = "http://schemas.openxmlformats.org/package/2006/relationships";
const contentTypes = {
  sheet: "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
  drawing: "application/vnd.openxmlformats-officedocument.drawing+xml",
  chart: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
  table: "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml",
};

/** @returns the bytes of the same workbook with these result sheets in it */
export async function graft(original: Package, pages: readonly Page[]): Promise<Uint8Array> {
  return packed(await graftParts(original, pages));
}

/** @returns the parts of the same workbook with these sheets in it */
export async function graftParts(original: Package, pages: readonly Page[]): Promise<Package> {
  const donor = await writeWorkbookParts(pages, true);
  const parts = new Map(original);
  const { text, put } = editable(parts);
  const stylesPart = partOfType(text("xl/_rels/workbook.xml.rels"), "styles") ?? "xl/styles.xml";
  const grown = graftStyles(
    text(stylesPart),
    strFromU8(donor["xl/styles.xml"] ?? new Uint8Array()),
  );
  put(stylesPart, grown.xml);
  for (const [n, page] of pages.entries()) {
    const donorSheet = `xl/worksheets/sheet${n + 1}.xml`;
    refuseTakenName(page, text("xl/workbook.xml"));
    const sheet = sheetPart(page.name, parts, text, put);
    put(sheet, restyled(strFromU8(donor[donorSheet] ?? new Uint8Array()), grown));
    graftRelations(donor, donorSheet, { sheet, parts, text, put });
    marked(page, text, put);
    printTitles(page, strFromU8(donor["xl/workbook.xml"] ?? new Uint8Array()), text, put);
  }
  forgetCalculationChain(parts, text, put);
  put("xl/workbook.xml", recalculated(text("xl/workbook.xml")));
  return parts;
}

/** The part that holds the sheet of this name, added to the workbook at the end if it has none. */
function sheetPart(
  name: string,
  parts: ReadonlyMap<string, Uint8Array>,
  text: Text,
  put: Put,
): string {
  const existing = partOfSheet(name, text);
  if (existing !== undefined) return existing;
  const workbook = text("xl/workbook.xml");
  const rels = text("xl/_rels/workbook.xml.rels");
  const number = firstFree((n) => parts.has(`xl/worksheets/mervarde${n}.xml`));
  const part = `xl/worksheets/mervarde${number}.xml`;
  const relId = firstFree((n) => rels.includes(`"mervarde${n}"`));
  const sheetIds = [...workbook.matchAll(/\bsheetId="(\d+)"/g)].map(([, id]) => Number(id));
  const sheet = `<sheet xmlns="${main}" xmlns:r="${officeRels}" name="${escaped(name)}" sheetId="${Math.max(0, ...sheetIds) + 1}" r:id="mervarde${relId}"/>`;
  put("xl/workbook.xml", insertedAtEnd(workbook, "sheets", sheet));
  put(
    "xl/_rels/workbook.xml.rels",
    withRelation(rels, `mervarde${relId}`, "worksheet", part.slice("xl/".length)),
  );
  put("[Content_Types].xml", withOverride(text("[Content_Types].xml"), part, contentTypes.sheet));
  return part;
}

/** What a result sheet brings with it: its tables, and its drawing with the charts on it. */
type Load = {
  readonly sheet: string;
  readonly parts: Map<string, Uint8Array>;
  readonly text: Text;
  readonly put: Put;
};

/**
 * The donor sheet's tables and drawing under names and ids of their own; those of an earlier run
 * are taken over.
 */
function graftRelations(
  donor: { readonly [name: string]: Uint8Array },
  donorSheet: string,
  load: Load,
): void {
  const { sheet, parts, put } = load;
  const donorRels = donor[relsOf(donorSheet)];
  const rels = relsOf(sheet);
  dropEarlier(load);
  if (!donorRels) return void parts.delete(rels);
  let relations = strFromU8(donorRels);
  for (const [element] of relations.matchAll(/<Relationship\s[^>]*>/g)) {
    const target = attribute(element, "Target");
    const from = resolved(donorSheet, target);
    const moved = attribute(element, "Type").endsWith("/drawing")
      ? graftDrawing(donor, from, load)
      : graftTable(donor, from, load);
    relations = relations.replace(target, moved);
  }
  put(rels, relations);
}

/** The parts that our sheet of an earlier run pointed to, and the charts of its drawing. */
function dropEarlier({ sheet, parts, text, put }: Load): void {
  const pointed = (part: string) =>
    [...text(relsOf(part)).matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].map(([element]) =>
      resolved(part, attribute(element, "Target")),
    );
  const own = pointed(sheet).filter((part) => /^xl\/(tables|drawings)\//.test(part));
  const all = [
    ...own,
    ...own
      .filter((part) => part.startsWith("xl/drawings/"))
      .flatMap((part) => pointed(part).filter((chart) => chart.startsWith("xl/charts/"))),
  ];
  for (const part of all) {
    parts.delete(part);
    parts.delete(relsOf(part));
  }
  dropOverrides(all, text, put);
}

function graftTable(
  donor: { readonly [name: string]: Uint8Array },
  from: string,
  { parts, text, put }: Load,
): string {
  const number = firstFree((n) => parts.has(`xl/tables/mervarde${n}.xml`));
  const part = `xl/tables/mervarde${number}.xml`;
  const ids = [...parts]
    .filter(([name]) => /^xl\/tables\//.test(name))
    .map(([, bytes]) =>
      Number(/<(?:\w+:)?table\s[^>]*?\bid="(\d+)"/.exec(strFromU8(bytes))?.[1] ?? 0),
    );
  put(
    part,
    strFromU8(donor[from] ?? new Uint8Array()).replace(
      /(<table\s[^>]*?\bid=")\d+"/,
      `$1${Math.max(0, ...ids) + 1}"`,
    ),
  );
  put("[Content_Types].xml", withOverride(text("[Content_Types].xml"), part, contentTypes.table));
  return `../tables/mervarde${number}.xml`;
}

/** A drawing and its charts; a chart part may hold nothing that points further. */
function graftDrawing(
  donor: { readonly [name: string]: Uint8Array },
  from: string,
  { parts, text, put }: Load,
): string {
  const number = firstFree((n) => parts.has(`xl/drawings/mervarde${n}.xml`));
  const part = `xl/drawings/mervarde${number}.xml`;
  put(part, strFromU8(donor[from] ?? new Uint8Array()));
  let relations = strFromU8(donor[relsOf(from)] ?? new Uint8Array());
  for (const [element] of relations.matchAll(/<Relationship\s[^>]*>/g)) {
    const target = attribute(element, "Target");
    const chart = `xl/charts/mervarde${firstFree((n) => parts.has(`xl/charts/mervarde${n}.xml`))}.xml`;
    put(chart, strFromU8(donor[resolved(from, target)] ?? new Uint8Array()));
    put(
      "[Content_Types].xml",
      withOverride(text("[Content_Types].xml"), chart, contentTypes.chart),
    );
    relations = relations.replace(`"${target}"`, `"../charts/${chart.replace("xl/charts/", "")}"`);
  }
  put(relsOf(part), relations);
  put("[Content_Types].xml", withOverride(text("[Content_Types].xml"), part, contentTypes.drawing));
  return `../drawings/mervarde${number}.xml`;
}

/** Where our formats begin in the grown style sheet. */
type Grown = { readonly xml: string; readonly xf: number; readonly dxf: number };

/**
 * Appends the donor's fonts, fills, borders, number formats, cell formats and conditional formats
 * to the style sheet. What was there keeps its index, so no cell of theirs changes its look.
 */
function graftStyles(original: string, donor: string): Grown {
  if (original === "") throw new Failure("file-unreadable", { why: "xl/styles.xml" });
  const offset = {
    font: children(original, "fonts").length,
    fill: children(original, "fills").length,
    border: children(original, "borders").length,
  };
  const formats = new Map<string, number>();
  const used = [...original.matchAll(/\bnumFmtId="(\d+)"/g)].map(([, id]) => Number(id));
  let next = Math.max(199, ...used) + 1;
  const numFmts = children(donor, "numFmts").map((element) => {
    formats.set(attribute(element, "numFmtId"), next);
    return element.replace(/numFmtId="\d+"/, `numFmtId="${next++}"`);
  });
  const shift = (element: string, name: string, by: number) =>
    element.replace(
      new RegExp(`\\b${name}="(\\d+)"`),
      (_, id: string) => `${name}="${Number(id) + by}"`,
    );
  const xfs = children(donor, "cellXfs").map((element) => {
    const placed = shift(
      shift(shift(element, "fontId", offset.font), "fillId", offset.fill),
      "borderId",
      offset.border,
    );
    return placed.replace(/\bnumFmtId="(\d+)"/, (whole, id: string) =>
      formats.has(id) ? `numFmtId="${formats.get(id)}"` : whole,
    );
  });
  let xml = original;
  for (const [list, elements] of [
    ["numFmts", numFmts],
    ["fonts", children(donor, "fonts")],
    ["fills", children(donor, "fills")],
    ["borders", children(donor, "borders")],
    ["cellXfs", xfs],
    ["dxfs", children(donor, "dxfs")],
  ] as const) {
    xml = appended(xml, list, elements);
  }
  return { xml, xf: children(original, "cellXfs").length, dxf: children(original, "dxfs").length };
}

/**
 * The donor sheet with its formats moved to where they now stand. Style 0 is the donor's default.
 */
function restyled(xml: string, { xf, dxf }: Grown): string {
  return xml
    .replace(
      /(<(?:c|row|col)\s[^>]*?\b(?:s|style)=")(\d+)"/g,
      (_, before: string, id: string) => `${before}${Number(id) + xf}"`,
    )
    .replace(/(<c\s(?:(?!\bs=)[^>])*?)(\/?>)/g, (whole, before: string, end: string) =>
      /\bs="/.test(before) ? whole : `${before} s="${xf}"${end}`,
    )
    .replace(/\bdxfId="(\d+)"/g, (_, id: string) => `dxfId="${Number(id) + dxf}"`);
}

/**
 * A sheet that only happens to be called what ours is called is the user's own, and is not
 * replaced.
 */
function refuseTakenName({ name, mark = "" }: Page, workbook: string): void {
  const exists = sheetNames(workbook).includes(name.toLowerCase());
  if (!exists || markedSheet(mark, workbook)?.toLowerCase() === name.toLowerCase()) return;
  throw new Failure("sheet-name-taken", { sheet: name });
}

function sheetNames(workbook: string): string[] {
  return [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([element]) =>
    unescaped(attribute(element, "name")).toLowerCase(),
  );
}

function markPattern(mark: string): RegExp {
  return new RegExp(
    `<(?:\\w+:)?definedName\\s[^>]*name="${markName(mark)}"[^>]*>([^<]*)</(?:\\w+:)?definedName>`,
  );
}

function markedSheet(mark: string, workbook: string): string | undefined {
  const [, range] = markPattern(mark).exec(workbook) ?? [];
  return range === undefined ? undefined : sheetOf(unescaped(range));
}

function marked({ name, mark }: Page, text: Text, put: Put): void {
  if (mark === undefined) return;
  const cleared = text("xl/workbook.xml").replace(markPattern(mark), "");
  put(
    "xl/workbook.xml",
    withDefinedName(
      cleared,
      `<definedName xmlns="${main}" name="${markName(mark)}">${escaped(quoted(name))}!$A$1</definedName>`,
    ),
  );
}

function withDefinedName(workbook: string, name: string): string {
  if (/<(?:\w+:)?definedNames\b[^>]*[^/]>/.test(workbook))
    return insertedAtEnd(workbook, "definedNames", name);
  const after =
    /<\/(?:\w+:)?externalReferences>|<\/(?:\w+:)?functionGroups>/.exec(workbook) ??
    /<\/(?:\w+:)?sheets>/.exec(workbook);
  const at = (after?.index ?? 0) + (after?.[0].length ?? 0);
  return `${workbook.slice(0, at)}<definedNames xmlns="${main}">${name}</definedNames>${workbook.slice(at)}`;
}

/**
 * What is repeated on every printed page of the sheet, as the donor has it; an earlier run's is
 * replaced.
 */
function printTitles(page: Page, donor: string, text: Text, put: Put): void {
  const workbook = text("xl/workbook.xml");
  const index = sheetNames(workbook).indexOf(page.name.toLowerCase());
  const named = (n: number) =>
    new RegExp(
      `<(?:\\w+:)?definedName\\s[^>]*name="_xlnm.Print_Titles"[^>]*localSheetId="${n}"[^>]*>([^<]*)</(?:\\w+:)?definedName>`,
    );
  const cleared = workbook.replace(named(index), "");
  const titles = named(donorIndex(page, donor)).exec(donor)?.[1];
  if (titles === undefined) return put("xl/workbook.xml", cleared);
  put(
    "xl/workbook.xml",
    withDefinedName(
      cleared,
      `<definedName xmlns="${main}" name="_xlnm.Print_Titles" localSheetId="${index}">${titles}</definedName>`,
    ),
  );
}

function donorIndex(page: Page, donor: string): number {
  return [...donor.matchAll(/<sheet\s[^>]*>/g)].findIndex(
    ([element]) => unescaped(attribute(element, "name")) === page.name,
  );
}

function withRelation(rels: string, id: string, type: string, target: string): string {
  return insertedAtEnd(
    rels,
    "Relationships",
    `<Relationship xmlns="${packageRels}" Id="${id}" Type="${officeRels}/${type}" Target="${target}"/>`,
  );
}

function withOverride(types: string, part: string, type: string): string {
  if (types.includes(`"/${part}"`)) return types;
  return insertedAtEnd(
    types,
    "Types",
    `<Override xmlns="http://schemas.openxmlformats.org/package/2006/content-types" PartName="/${part}" ContentType="${type}"/>`,
  );
}

function firstFree(taken: (n: number) => boolean): number {
  let n = 1;
  while (taken(n)) n += 1;
  return n;
}
