/**
 * A cell or a published part of the document in the reader's words: sheet, row and column. It finds no
 * cell in a workbook.
 */
import type { CaseNames } from "../core/document/names";
import { noNames } from "../core/document/names";
import type { Place } from "../core/place";
import { ofInnermostCriterion, rootOf } from "../core/place";
import { namedId, withId } from "./named-id";
import type { Words } from "./sv/words";

type NamedSpot = {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly name?: string;
};

/** Of which kind each id is that a row is known by, in the order of the key. */
const idsOfRows: { readonly [table: string]: readonly Exclude<keyof CaseNames, "withdrawn">[] } = {
  bids: ["bids"],
  evaluators: ["evaluators"],
  criteria: ["rows"],
  levels: ["rows"],
  bands: ["rows"],
  prices: ["rows"],
  authorityQuantities: ["rows"],
  scores: ["bids", "rows"],
  assessments: ["bids", "rows", "evaluators"],
  participants: ["bids", "rows"],
  consultants: ["bids", "rows"],
  survey: ["bids", "rows"],
};

/** The label of a row of a form, such as the field that says whether prices are sealed. */
export function fieldLabel({ table, row }: Pick<NamedSpot, "table" | "row">, words: Words) {
  const fields: { readonly [table: string]: { readonly [field: string]: readonly string[] } } =
    words.fields;
  const plain = row.replace(/\[\d+\]/g, "[]");
  // A whole list, such as the tie chain, has the label of its rows.
  return (fields[table]?.[plain] ?? fields[table]?.[`${plain}[]`])?.[0];
}

/** A row by the names of what its key is put together of: "Norrvik AB (A) · Användbarhet (U)". */
export function rowNames(
  { table, row, name }: Pick<NamedSpot, "table" | "row" | "name">,
  names: CaseNames,
): string {
  const kinds = idsOfRows[table] ?? [];
  // A name that comes with the place is that of the criterion, requirement or price row.
  const named = Math.max(0, kinds.indexOf("rows"));
  return row
    .split(/\|| · /)
    .map((id, n) => {
      if (name !== undefined && n === named) return withId({ id, name });
      const kind = kinds[n];
      return kind === undefined ? id : namedId(id, names[kind]);
    })
    .join(" · ");
}

/**
 * A cell in the user's words: "Pris, rad Licens (P1), Mängd"; a row of a form is its label.
 * @param names of the case, where the reader has it
 */
export function spotText(spot: NamedSpot, words: Words, names: CaseNames = noNames): string {
  const { table, column } = spot;
  const key = table as keyof Words["headers"];
  const sheet = words.sheets[key];
  const label = fieldLabel(spot, words);
  if (label !== undefined) return words.placeOf(sheet, label);
  const headers: { readonly [column: string]: string } = words.headers[key];
  const [, bid, own = ""] = /^(?:(\S+) )?(\S+)$/.exec(column) ?? [];
  const header =
    headers[own] === undefined
      ? undefined
      : [bid && namedId(bid, names.bids), headers[own]].filter(Boolean).join(" ");
  return words.placeOf(sheet, header, rowNames(spot, names));
}

/** The sheet of each published list. */
const publishedTables: { readonly [list: string]: string } = {
  criteria: "criteria",
  requirements: "requirements",
  negotiable: "requirements",
  priceItems: "prices",
};

/** Whether a place is in a part of the document that is published. */
export function isPublishedPlace(place: Place): boolean {
  const root = rootOf(place);
  return root === "model" || Object.hasOwn(publishedTables, root);
}

/**
 * A place of what was published in the reader's words: sheet, row and column.
 * @param name what the row is called, where it is known
 */
export function publishedPlaceText(
  place: Place,
  words: Words,
  name?: string,
  names: CaseNames = noNames,
): string {
  const plain = ofInnermostCriterion(place);
  const listed = priceSpot(plain);
  if (listed) return spotText(name === undefined ? listed : { ...listed, name }, words, names);
  const [, field] = /^model\.(.+?)(?:\.decimals|\.mode)?$/.exec(plain) ?? [];
  if (field !== undefined) return spotText({ table: "model", row: field, column: "value" }, words);
  const [, list = "", id, rest = ""] = /^(\w+)(?:\[([^\]]+)\])?\.?(.*)$/.exec(plain) ?? [];
  const table = publishedTables[list] ?? "model";
  if (id === undefined) return words.sheets[table as keyof Words["sheets"]];
  const [, part, n, column = ""] = /^(?:scale\.)?(levels|bands)\[(\d+)\]\.?(.*)$/.exec(rest) ?? [];
  const spot =
    part === undefined
      ? { table, row: id, column: rest }
      : { table: part, row: `${id} · ${Number(n) + 1}`, column };
  return spotText(name === undefined ? spot : { ...spot, name }, words, names);
}

/** A place in the lists that prices are counted by: an authority, an index, a quantity. */
function priceSpot(place: Place): NamedSpot | undefined {
  const [, list, id = "", key = "id"] =
    /^model\.(authorities|contractPeriods|deliveryModels|indexes)\[([^\]]+)\](?:\.(\w+))?/.exec(
      place,
    ) ?? [];
  const [, n, column = "value"] = /\.values\[(\d+)\](?:\.(\w+))?$/.exec(place) ?? [];
  if (n !== undefined) return { table: "indexValues", row: `${id} · ${Number(n) + 1}`, column };
  if (list !== undefined) return { table: list, row: id, column: key };
  const [, row, authority] = /^priceItems\[([^\]]+)\]\.quantities\[([^\]]+)\]$/.exec(place) ?? [];
  return row === undefined
    ? undefined
    : { table: "authorityQuantities", row, column: `${authority ?? ""} quantity` };
}
