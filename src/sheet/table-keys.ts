/**
 * The tables of our workbooks by their keys: which hold one object's fields, which a list of records,
 * which a workbook may lack, and how rows are identified. It knows no columns and no cells.
 */
import { ours } from "./workbook";

export const tableKeys = [
  "procurement",
  "model",
  "evaluators",
  "criteria",
  "levels",
  "bands",
  "requirements",
  "bids",
  "authorities",
  "contractPeriods",
  "deliveryModels",
  "indexes",
  "indexValues",
  "prices",
  "quantities",
  "authorityQuantities",
  "checks",
  "scores",
  "assessments",
  "consultants",
  "participants",
  "survey",
  "lotteries",
  "rounds",
  "offers",
  "adjustments",
  "clarifications",
  "exclusions",
  "lowBids",
  "sessions",
  "sources",
  "award",
  "decisions",
  "dispatches",
  "confidential",
  "requests",
  "checklist",
  "roles",
  "timePlan",
  "events",
  "published",
  "anchors",
  "recorded",
] as const;

export type TableKey = (typeof tableKeys)[number];

/**
 * The document's records: each a list of flat objects, and one row of one table for each of them.
 */
export const recordKeys = [
  "rounds",
  "offers",
  "adjustments",
  "clarifications",
  "exclusions",
  "lowBids",
  "sessions",
  "sources",
  "decisions",
  "dispatches",
  "confidential",
  "requests",
  "checklist",
  "roles",
  "timePlan",
  "events",
  "published",
  "anchors",
  "recorded",
] as const satisfies readonly TableKey[];

export type RecordKey = (typeof recordKeys)[number];

/** The lists of the model that have a table of their own, a row for each. */
export const modelListKeys = [
  "authorities",
  "contractPeriods",
  "deliveryModels",
  "indexes",
] as const satisfies readonly TableKey[];

/** Tables with a row for each key of one object. */
export const fieldKeys = ["procurement", "model", "award"] as const satisfies readonly TableKey[];

export type FieldKey = (typeof fieldKeys)[number];

export function isFields(key: TableKey): key is FieldKey {
  return (fieldKeys as readonly string[]).includes(key);
}

export function isRecord(key: TableKey): key is RecordKey {
  return (recordKeys as readonly string[]).includes(key);
}

/** Tables that a workbook may lack, because most evaluations have nothing to put in them. */
export const optionalTables: ReadonlySet<TableKey> = new Set([
  "evaluators",
  "levels",
  "bands",
  "assessments",
  "consultants",
  "participants",
  "survey",
  "lotteries",
  "award",
  "quantities",
  "authorityQuantities",
  "indexValues",
  ...modelListKeys,
  ...recordKeys,
]);

/**
 * Tables that the program writes and checks for itself: their sheets are made hidden, so that a
 * reader meets only what concerns the award. Anyone can unhide them.
 */
export const technicalTables: ReadonlySet<TableKey> = new Set(["events", "published", "recorded"]);

/** The Excel table's name: the same in every language, and never shown to the user. */
export function tableName(key: TableKey): string {
  return `${ours}${key}`;
}

/** Ids contain no "|", so a joined key is never ambiguous. */
export function joinedKey(...ids: readonly (string | number)[]): string {
  return ids.join("|");
}

/** The tables of a file that holds the prices and nothing else. */
export const priceTables = [
  "procurement",
  "model",
  "bids",
  ...modelListKeys,
  "indexValues",
  "prices",
  "quantities",
  "authorityQuantities",
] as const satisfies readonly TableKey[];
