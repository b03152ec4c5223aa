/**
 * How a finding is entered in the catalogue: its topic, and what its sentence needs. Types follow
 * from the entries, so that the compiler finds a sentence that lacks a detail and a finding without a
 * sentence. It holds no finding and no sentence.
 */

/** What a finding is about, by which a checklist or a verification gathers them. */
export type Topic =
  | "document"
  | "tables"
  | "references"
  | "cells"
  | "model"
  | "interests"
  | "prices"
  | "scores"
  | "requirements"
  | "ties"
  | "bids"
  | "arithmetic"
  | "published"
  | "register"
  | "chronology"
  | "check-order"
  | "second-reading"
  | "signatures"
  | "clarifications"
  | "panel"
  | "reasons"
  | "unrecorded"
  | "changed-since"
  | "low-bids"
  | "exclusion"
  | "law"
  | "final-bids"
  | "selection"
  | "secrecy"
  | "price-secrecy"
  | "rounds"
  | "decision"
  | "score-sheets"
  | "forms"
  | "lots"
  | "copies"
  | "price-behaviour"
  | "other-bids"
  | "published-rules"
  | "worth"
  | "requirement-texts"
  | "trials"
  | "dates"
  | "verification"
  | "bundle"
  | "redaction"
  | "paper-reasons"
  | "anchor"
  | "chain";

export const text = "text" as const;
export const texts = "texts" as const;
export const count = "count" as const;
/** A number, or a word where there is none. */
export const textOrCount = "text-or-count" as const;
/** Ids, which a sentence shows with the name of what they stand for. */
export const bidId = "bid" as const;
export const bidIds = "bids" as const;
export const criterionId = "criterion" as const;
export const criterionIds = "criteria" as const;
export const priceRowId = "price-row" as const;
export const priceRowIds = "price-rows" as const;
export const evaluatorId = "evaluator" as const;
export const evaluatorIds = "evaluators" as const;
export const authorityId = "authority" as const;
export const authorityIds = "authorities" as const;

/** The kinds of one id, each with what it is the id of. */
const idKinds = {
  [bidId]: "bids",
  [criterionId]: "criteria",
  [priceRowId]: "priceItems",
  [evaluatorId]: "evaluators",
  [authorityId]: "authorities",
} as const;
/** The kinds of several ids. */
const idsKinds = {
  [bidIds]: "bids",
  [criterionIds]: "criteria",
  [priceRowIds]: "priceItems",
  [evaluatorIds]: "evaluators",
  [authorityIds]: "authorities",
} as const;
type Id = keyof typeof idKinds;
type Ids = keyof typeof idsKinds;
/** A list of the document whose members have an id and a name. */
export type NamedList = (typeof idKinds)[Id];

type Kind = typeof text | typeof texts | typeof count | typeof textOrCount | Id | Ids;
type Optional<K extends Kind> = { readonly optional: K };
const lists: { readonly [kind in Kind]?: NamedList } = { ...idKinds, ...idsKinds };
export type Entry = { readonly [detail: string]: Kind | Optional<Kind> };

/** A detail that only some findings of the code have. */
export function optional<K extends Kind>(kind: K): Optional<K> {
  return { optional: kind };
}

type ValueOf<K> = K extends typeof text | Id
  ? string
  : K extends typeof count
    ? number
    : K extends typeof texts | Ids
      ? readonly string[]
      : string | number;

/** The details of an entry, by their names. */
export type DetailsOf<E> = {
  readonly [D in keyof E as E[D] extends Kind ? D : never]: ValueOf<E[D]>;
} & {
  readonly [D in keyof E as E[D] extends Kind ? never : D]?: E[D] extends Optional<infer K>
    ? ValueOf<K>
    : never;
};

/** The list that a detail's id or ids are of; undefined where it is no id. */
export function listOfDetail(detail: Kind | Optional<Kind>): NamedList | undefined {
  return lists[typeof detail === "string" ? detail : detail.optional];
}

/** Entries of one topic. */
export function about<T extends Topic, Entries extends { readonly [code: string]: Entry }>(
  topic: T,
  entries: Entries,
): { readonly [Code in keyof Entries]: { readonly topic: T; readonly details: Entries[Code] } } {
  return Object.fromEntries(
    Object.entries(entries).map(([code, details]) => [code, { topic, details }]),
  ) as never;
}
