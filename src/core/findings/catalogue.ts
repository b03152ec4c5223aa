/**
 * Every finding there is, by its code. What the entries say is turned into types, so that a finding
 * is made with the details of its code and each language has a sentence for it.
 */
import type { DetailsOf, Entry, NamedList, Topic } from "./entry";
import { listOfDetail } from "./entry";
import { documentFindings } from "./document";
import { evaluationFindings } from "./evaluation";
import { laboratoryFindings } from "./laboratory";
import { procedureFindings } from "./procedure";
import { recordFindings } from "./record";
import { workbookFindings } from "./workbook";

const catalogue = {
  ...documentFindings,
  ...workbookFindings,
  ...evaluationFindings,
  ...procedureFindings,
  ...laboratoryFindings,
  ...recordFindings,
};

export type FindingCode = keyof typeof catalogue;

/** The codes of the findings about a topic. */
export type CodesOf<T extends Topic> = {
  readonly [Code in FindingCode]: (typeof catalogue)[Code]["topic"] extends T ? Code : never;
}[FindingCode];

/** What the sentence of a finding needs; of several codes, the details of one of them. */
export type FindingDetails<Code extends FindingCode> = Code extends FindingCode
  ? DetailsOf<(typeof catalogue)[Code]["details"]>
  : never;

export const findingCodes = Object.keys(catalogue) as readonly FindingCode[];

export function topicOf(code: FindingCode): Topic {
  return catalogue[code].topic;
}

/** The details of a code that hold ids, each with the list that they are of. */
export function idDetailsOf(code: FindingCode): readonly (readonly [string, NamedList])[] {
  const { details }: { readonly details: Entry } = catalogue[code];
  return Object.entries(details).flatMap(([detail, kind]) => {
    const list = listOfDetail(kind);
    return list === undefined ? [] : [[detail, list] as const];
  });
}
