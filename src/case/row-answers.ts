/**
 * The price rows, and what they name, as the pane shows and asks for them: plain data that can cross
 * to another thread. Nothing here is computed.
 */
import type { Choice } from "../procedure/acts/act";

/** The sheets whose rows have forms in the pane, in the order they are shown. */
export const rowTables = [
  "prices",
  "authorities",
  "contractPeriods",
  "deliveryModels",
  "indexes",
] as const;

/** The sheets whose rows have forms: those of prices, and the criteria, which stand in a tree. */
export type RowTable = (typeof rowTables)[number] | "criteria";

/** The rows of a sheet, each in a line. */
export type RowList = {
  readonly table: RowTable;
  readonly title: string;
  readonly hint: string;
  /** The words on the form for a new row. */
  readonly add: string;
  readonly rows: readonly { readonly id: string; readonly text: string }[];
};

/** What is priced and how it is counted. */
export type PriceFormAnswer = {
  /** Why it can be read and not changed; "" while it can be changed. */
  readonly fixed: string;
  readonly lists: readonly RowList[];
};

export type RowField = {
  /** The column of the sheet; one of an authority or an index value has its name or number after. */
  readonly column: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly kind: "text" | "long" | "number" | "choice";
  readonly options: readonly Choice[];
  /** By ids; "" in the form for a new row. */
  readonly place: string;
  /** The field is there only while another column holds one of these values. */
  readonly shownFor?: { readonly column: string; readonly values: readonly string[] };
};

/** A row's fields, those of most rows first, under "" */
export type RowForm = {
  readonly table: RowTable;
  readonly id: string;
  /** The group that a new criterion comes under. */
  readonly parent?: string;
  readonly groups: readonly { readonly title: string; readonly fields: readonly RowField[] }[];
};

/** What was typed for a row: the texts of the fields that were changed, by column. */
export type RowRequest = {
  readonly table: RowTable;
  /** "" for a new row. */
  readonly id: string;
  readonly texts: { readonly [column: string]: string };
};

/** Why a row is not entered: in general, and beside fields. */
export type RowRefused = {
  readonly kept: false;
  readonly why: string;
  readonly problems: readonly { readonly column: string; readonly text: string }[];
};
