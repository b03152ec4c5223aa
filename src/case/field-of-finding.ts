/**
 * Which field of an act's form a refusal is about, so that the pane can say it beside the field. It
 * refuses nothing.
 */
import type { Finding } from "../core/finding";
import { partsOf } from "../core/place";
import type { Act } from "../procedure/acts/act";
import type { Words } from "../words/sv/words";
import type { FindingAnswer } from "./answers";

/** The fields of refusals whose place is no value of the act's own. */
const fieldsOfCodes: { readonly [code: string]: string } = {
  "bidder-missing": "name",
  "bids-share-id": "name",
  "bid-id-taken": "id",
  "bidder-two-numbers": "organisationNumber",
  "evaluator-missing": "name",
  "evaluator-listed": "name",
  "evaluators-share-id": "name",
  "evaluator-id-taken": "id",
  "publication-late": "at",
};

/** @param answers those of the findings, in the same order */
export function withFields(
  act: Act,
  findings: readonly Finding[],
  answers: readonly FindingAnswer[],
  words: Words,
): FindingAnswer[] {
  return answers.map((answer, n) => {
    const [finding] = findings.slice(n);
    const field = finding && fieldOf(act, finding, words);
    return field === undefined ? answer : { ...answer, field };
  });
}

function fieldOf(act: Act, { code, where, details }: Finding, words: Words): string | undefined {
  const texts: { readonly [field: string]: { readonly label: string } } =
    words.acts[act.name].fields;
  const named = Object.keys(texts).find((field) => texts[field]?.label === details["field"]);
  const field = named ?? fieldsOfCodes[code] ?? partsOf(where).at(-1)?.key ?? "";
  return act.takes[field]?.kind === "text" ? field : undefined;
}
