/**
 * A question of the checklist as the procurement's stage asks it: of applications in the first of two
 * stages, otherwise of bids. It answers nothing.
 */
import type { Procurement } from "../core/document/schema";
import type { Words } from "./sv/words";

/** @returns undefined for a question that someone has added */
export function checklistQuestion(
  item: string,
  { stage }: Pick<Procurement, "stage">,
  words: Words,
): string | undefined {
  const { text, ofApplications } = words.checklist[item] ?? {};
  return (stage === "selection" ? ofApplications : undefined) ?? text;
}
