/**
 * The .xlsx that the library reads: sheets of cells, texts and styles under names of our own, packed
 * without compression. It checks nothing of what it packs.
 */
import { strToU8, zipSync } from "fflate";
import type { PlainCells } from "./plain-cells";
import { Samples } from "./plain-cells";

/** A sheet as the workbook lists it. */
export type Listed = { readonly name: string; readonly state: string; readonly id: string };

export type PackedCopy = {
  /**
   * An .xlsx with the sheets of cells and nothing else: without their plain cells, and a last sheet
   * with samples of these.
   */
  readonly bytes: Uint8Array;
  /** The plain cells of each sheet in it. */
  readonly plain: readonly PlainCells[];
  readonly samples: Samples;
  /** An .xlsx with one sheet, of this XML, and the styles of the workbook. */
  readonly withStyles: (sheet: string) => Uint8Array;
};

/** A sheet that no workbook has: it is found by its place. */
const sampleSheet: Listed = { name: "samples", state: "", id: "" };

/** @param copied the parts, each under the name it gets */
export function packedCopy(
  shown: readonly Listed[],
  plain: readonly PlainCells[],
  { date1904, copied }: { readonly date1904: boolean; readonly copied: Map<string, Uint8Array> },
): PackedCopy {
  const samples = new Samples(plain);
  copied.set(`sheet${shown.length}.xml`, strToU8(samples.xml));
  const styles = [...copied].filter(([name]) => name === "styles.xml");
  return {
    bytes: packed([...shown, sampleSheet], date1904, copied),
    plain,
    samples,
    withStyles: (xml) =>
      packed([sampleSheet], date1904, new Map([...styles, ["sheet0.xml", strToU8(xml)]])),
  };
}

const namespaces = {
  main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  relations: "http://schemas.openxmlformats.org/package/2006/relationships",
  office: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
};

function packed(
  sheets: readonly Listed[],
  date1904: boolean,
  copied: ReadonlyMap<string, Uint8Array>,
): Uint8Array {
  const attribute = (text: string) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  const relations = (each: readonly (readonly [id: string, type: string, target: string])[]) =>
    strToU8(
      `<Relationships xmlns="${namespaces.relations}">${each
        .map(
          ([id, type, target]) =>
            `<Relationship Id="${id}" Type="${namespaces.office}/${type}" Target="${target}"/>`,
        )
        .join("")}</Relationships>`,
    );
  const listed = sheets.map(
    ({ name, state }, n) =>
      `<sheet name="${attribute(name)}" sheetId="${n + 1}" state="${attribute(state)}" r:id="rId${n}"/>`,
  );
  const lists = ["sharedStrings", "styles"].filter((type) => copied.has(`${type}.xml`));
  const files: { [name: string]: Uint8Array } = {
    "[Content_Types].xml": strToU8("<Types/>"),
    "_rels/.rels": relations([["rId1", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": strToU8(
      `<workbook xmlns="${namespaces.main}" xmlns:r="${namespaces.office}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${listed.join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": relations([
      ...sheets.map((_, n) => [`rId${n}`, "worksheet", `sheet${n}.xml`] as const),
      ...lists.map((type) => [type, type, `${type}.xml`] as const),
    ]),
  };
  for (const [name, bytes] of copied) files[`xl/${name}`] = bytes;
  return zipSync(files, { level: 0 });
}
