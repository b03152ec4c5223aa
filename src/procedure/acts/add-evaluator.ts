/**
 * Adding evaluators: a row for each in the list of those who score, with the rows that a panel's sheets
 * have for each of them. Nobody has declared or scored anything yet, and nothing is entered as if they had.
 */
import type { EvaluationDocument, Evaluator } from "../../core/document/schema";
import { leaves } from "../../core/document/schema";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { evaluatorAt } from "../../core/place";
import type { Acted, Done } from "./act";
import { act, optional, required } from "./act";

/** Who is to score; a blank id is made of the initials. */
export type NewEvaluator = Pick<Evaluator, "id" | "name">;

/** @returns the document with the evaluators last */
export function addEvaluators(document: EvaluationDocument, added: readonly NewEvaluator[]): Acted {
  const refused = refusals(document.evaluators, added);
  if (refused.length > 0) return { refused };
  const evaluators = [...document.evaluators];
  for (const { id, name } of added)
    evaluators.push({ id: id === "" ? freeEvaluatorId(name, idsOf(evaluators)) : id, name });
  return { document: { ...document, evaluators }, counts: { added: added.length } };
}

function refusals(known: readonly Evaluator[], added: readonly NewEvaluator[]): Finding[] {
  if (added.length === 0) return [finding("evaluator-missing", "blocking", "evaluators")];
  return added.flatMap(({ id, name }, n) => {
    const taken = known.find((each) => isSame(each.id, id));
    if (taken)
      return [finding("evaluator-id-taken", "blocking", evaluatorAt(taken.id), { ...taken, id })];
    // Two people may have one name; an id of her own says that the second is another.
    const same = [...known, ...added.slice(0, n)].find((each) => isSame(each.name, name));
    return same && id === ""
      ? [finding("evaluator-listed", "blocking", "evaluators", { name, id: same.id })]
      : [];
  });
}

function isSame(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, " ").trim().toLowerCase();
}

function idsOf(evaluators: readonly NewEvaluator[]): string[] {
  return evaluators.map(({ id }) => id);
}

/**
 * The initials of a name, with a number after them where another has them, in whatever case. A name in
 * letters that no id can have gets E.
 */
function freeEvaluatorId(name: string, ids: readonly string[]): string {
  const taken = new Set(ids.map((id) => id.toUpperCase()));
  const initials = initialsOf(name);
  let [id, n] = [initials, 1];
  while (taken.has(id)) id = `${initials}${(n += 1)}`;
  return id;
}

/** An id is at most so long, and there must be room for a number. */
const mostInitials = 8;

function initialsOf(name: string): string {
  const letters = name
    .normalize("NFC")
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map(initialOf)
    .join("");
  return letters.slice(0, mostInitials) || "E";
}

/** The first letter of a word, without a mark that ids do not have; "" where they do not have the letter. */
function initialOf(word: string): string {
  const [first = ""] = word;
  const letter = /[ÅÄÖåäö]/.test(first) ? first : first.normalize("NFKD").replace(/\p{M}/gu, "");
  return /^[A-Z0-9ÅÄÖåäö]$/.test(letter) ? letter : "";
}

/** The names of a text: one on each line, as cells are copied from a sheet, or with semicolons between. */
export function typedEvaluators(text: string): string[] {
  return text
    .split(/[;\r\n]/)
    .map((each) => each.replace(/\s+/gu, " ").trim())
    .filter((each) => each !== "");
}

/** The evaluators that a text would add, with the ids that they would get. */
function evaluatorsToAdd(text: string, known: readonly Evaluator[]): NewEvaluator[] {
  const taken = idsOf(known);
  return typedEvaluators(text).map((name) => {
    const id = freeEvaluatorId(name, taken);
    taken.push(id);
    return { id, name };
  });
}

function line({ id, name }: NewEvaluator): string {
  return `${name} (${id})`;
}

function addedLines({ document, counts }: Done): string[] {
  return document.evaluators.slice(-(counts?.["added"] ?? 0)).map(line);
}

/** Whether an evaluator has rows to score in. */
function isPanelAwaited({ criteria, bids }: EvaluationDocument): boolean {
  const byPanel = ({ panel = "single" }: { readonly panel?: string | undefined }) =>
    panel !== "single";
  return bids.length > 0 && leaves(criteria).some(byPanel);
}

export const addEvaluatorAct = act({
  name: "add-evaluator",
  phase: "panel",
  takes: {
    name: required({
      option: "--name <names>",
      isLong: true,
      becomes: (text, { evaluators }) => evaluatorsToAdd(text, evaluators).map(line),
    }),
    id: optional(),
  },
  perform: ({ document }, { name, id }) => {
    const names = typedEvaluators(name);
    if (names.length > 1 && id !== "")
      return { refused: [finding("evaluators-share-id", "blocking", "evaluators")] };
    return addEvaluators(
      document,
      names.map((each) => ({ id, name: each })),
    );
  },
  added: addedLines,
  tell: (done, words) =>
    words.cli.group.evaluatorsAdded(addedLines(done), isPanelAwaited(done.document)),
});
