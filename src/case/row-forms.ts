/**
 * The price rows and what they name as forms: which fields a row has, and what they hold. It reads no
 * cell and enters nothing.
 */
import type { EvaluationDocument } from "../core/document/schema";
import { priceLines } from "../core/document/year-rows";
import { indexValueAt, modelAt, priceItemAt, quantityAt } from "../core/place";
import type { Choice } from "../procedure/acts/act";
import { lineColumns, priceModelRows } from "../sheet/writing/price-model-rows";
import type { Row } from "../sheet/writing/written-columns";
import type { Words } from "../words/sv/words";
import type { PriceFormAnswer, RowField, RowForm, RowList } from "./row-answers";
import { rowTables } from "./row-answers";
import { cellValueText, columnField } from "./row-fields";
import { whyFixed } from "./why-fixed";

/** The sheets of prices. */
export type PriceTable = (typeof rowTables)[number];

type GroupName = keyof Words["rowForms"]["groups"];

/** The columns of each form; the first group is what most rows need. */
const groups: {
  readonly [table in PriceTable]: readonly (readonly [
    name: GroupName | "",
    columns: readonly string[],
  ])[];
} = {
  prices: [
    ["", ["name", "category", "unit", "quantity", "years.from", "years.to", "byYear"]],
    ["limits", ["id", "periods", "required", "counted", "ceiling", "floor"]],
    ["buyers", ["deliveryModels", "authority", "per", "quantities"]],
    ["index", ["index"]],
    ["tier", ["tier.group", "tier.counts", "tier.over", "tier.upTo"]],
    ["share", ["share.group", "share.percent"]],
    ["surcharge", ["surcharge.percent", "surcharge.factor"]],
    ["effect", ["effect", "on", "amount", "source"]],
  ],
  authorities: [
    ["", ["name", "inhabitants"]],
    ["more", ["id"]],
  ],
  contractPeriods: [
    ["", ["name", "from", "to", "counted"]],
    ["more", ["id"]],
  ],
  deliveryModels: [
    ["", ["name"]],
    ["more", ["id"]],
  ],
  indexes: [
    ["", ["name", "type", "baseDate"]],
    ["rate", ["rate", "firstYear"]],
    ["values", ["base", "values", "share", "threshold"]],
    ["more", ["rounding", "id"]],
  ],
};

/** What the ids that are proposed begin with. */
const idLetters: { readonly [table in PriceTable]: string } = {
  prices: "P",
  authorities: "M",
  contractPeriods: "T",
  deliveryModels: "L",
  indexes: "I",
};

/** The document as it is read, and the words of the reader. */
type Setting = { readonly document: EvaluationDocument; readonly words: Words };

/** Every list of rows, in a line each. */
export function priceFormAnswer(document: EvaluationDocument, words: Words): PriceFormAnswer {
  return {
    fixed: whyFixed("priceForm", document, words),
    lists: rowTables.map((table) => rowList(table, { document, words })),
  };
}

function rowList(table: PriceTable, setting: Setting): RowList {
  const { words } = setting;
  return {
    table,
    title: words.rowForms.titles[table],
    hint: words.guides[table],
    add: words.rowForms.newRow[table],
    rows: rowsIn(table, setting).map((row) => ({
      id: String(row["id"]),
      text: lineOf(table, row, words),
    })),
  };
}

function rowsIn(table: PriceTable, { document, words }: Setting): readonly Row[] {
  return table === "prices"
    ? priceLines(document.priceItems).map(lineColumns)
    : priceModelRows(document, words)[table];
}

function lineOf(table: PriceTable, row: Row, words: Words): string {
  const { years, periods, notCounted } = words.rowForms;
  const [from, to] =
    table === "prices" ? [row["years.from"], row["years.to"]] : [row["from"], row["to"]];
  const parts = [
    String(row["name"]),
    table === "prices"
      ? `${cellValueText(row["quantity"], "decimal", words)} ${String(row["unit"])}`.trim()
      : "",
    row["periods"] === undefined
      ? ""
      : periods(cellValueText(row["periods"], "decimal", words), Number(row["periods"])),
    from === undefined ? "" : years(Number(from), Number(to)),
    row["counted"] === false ? notCounted : "",
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

/** @param id "" for a new row */
export function priceRowForm(table: PriceTable, id: string, setting: Setting): RowForm {
  const rows = rowsIn(table, setting);
  const row = rows.find((each) => each["id"] === id) ?? {};
  const made = groups[table].map(([name, keys]) => ({
    title: name === "" ? "" : setting.words.rowForms.groups[name],
    fields: keys.flatMap((key) => fieldsOf(key, { table, id, row, ...setting })),
  }));
  return { table, id, groups: made.filter(({ fields }) => fields.length > 0) };
}

type RowSetting = Setting & { readonly table: PriceTable; readonly id: string; readonly row: Row };

/** The fields of a column: none where there is nothing that it could name. */
function fieldsOf(column: string, setting: RowSetting): RowField[] {
  const { table, id, row, document, words } = setting;
  if (column === "quantities") return quantityFields(setting);
  if (column === "values") return indexValueFields(setting);
  if (column === "id" && id !== "") return [];
  const named = idChoices(column, setting);
  if (named?.length === 0 && row[column] === undefined) return [];
  return [
    columnField(
      {
        table,
        column,
        value: column === "id" ? freeId(table, document) : row[column],
        place: id === "" ? "" : placeOf(table, id, column),
        ...(named ? { options: named } : {}),
      },
      { words, document },
    ),
  ];
}

/** The ids that a column may name; nothing for a column that names none. */
function idChoices(
  column: string,
  { table, document: { model, priceItems }, id }: RowSetting,
): Choice[] | undefined {
  const list = {
    index: model.indexes ?? [],
    authority: model.authorities ?? [],
    deliveryModels: model.deliveryModels ?? [],
    on: priceItems.filter((item) => item.id !== id),
  }[column];
  return table !== "prices" || !list
    ? undefined
    : list.map(({ id: code, name }) => ({ code, word: `${name} (${code})` }));
}

/** A field for each authority's part of the quantity. */
function quantityFields({ id, document: { model, priceItems }, words }: RowSetting): RowField[] {
  const quantities = priceItems.find((item) => item.id === id)?.quantities ?? {};
  return (model.authorities ?? []).map(({ id: authority, name }) => ({
    column: `quantities.${authority}`,
    label: words.rowForms.quantityOf(name),
    hint: "",
    value: cellValueText(quantities[authority], "decimal", words),
    kind: "number",
    options: [],
    place: id === "" ? "" : quantityAt(id, authority),
  }));
}

/** Year and value of each published value of an index, and of one more. */
function indexValueFields({ id, document: { model }, words }: RowSetting): RowField[] {
  const index = model.indexes?.find((each) => each.id === id);
  const values: readonly { readonly year: number; readonly value: string }[] =
    index?.type === "values" ? index.values : [];
  const { indexYear, indexValue } = words.rowForms;
  return Array.from({ length: values.length + 1 }, (_, n) =>
    (["year", "value"] as const).map((key): RowField => ({
      column: `values.${n}.${key}`,
      label: (key === "year" ? indexYear : indexValue)(n + 1),
      hint: "",
      value: cellValueText(values[n]?.[key], key === "year" ? "whole" : "decimal", words),
      kind: "number",
      options: [],
      place: id === "" ? "" : indexValueAt(id, n, key),
    })),
  ).flat();
}

function placeOf(table: PriceTable, id: string, column: string): string {
  const row = table === "prices" ? priceItemAt(id) : `${modelAt(table)}[${id}]`;
  return `${row}.${column}`;
}

/** An id that no row has: one more than the last, as the others are written. */
function freeId(table: PriceTable, { model, priceItems }: EvaluationDocument): string {
  const ids = (table === "prices" ? priceItems : (model[table] ?? [])).map(({ id }) => id);
  const [, letters = idLetters[table], last = "0"] = /^(\D*)(\d+)$/.exec(ids.at(-1) ?? "") ?? [];
  let number = Number(last) + 1;
  while (ids.includes(`${letters}${number}`)) number += 1;
  return `${letters}${number}`;
}
