/**
 * One act from what it is done to, through what it does, to what is written: the same for every
 * door. It reads no file and writes none; the door gives the case and writes the cells.
 */
import { caseNames } from "../core/document/names";
import type { Finding } from "../core/finding";
import { withNames } from "../core/names-of-findings";
import { fingerprint } from "../journal/fingerprint";
import type { Act, Done, Given, Subject } from "../procedure/acts/act";
import { conflictText } from "../procedure/event-text";
import { recordableOutcome } from "../report/result";
import type { Signature } from "../scoring/record-scores";
import { documentPlaceText } from "../sheet/place-text";
import type { Words } from "../words/sv/words";
import type { Evaluated } from "./evaluate-workbook";
import { actWarnings } from "./act-warnings";
import type { Judged, Unreadable } from "./assess";
import { assessDocument } from "./assess";
import type { PreparedWrite } from "./prepare-write";
import { prepareWrite } from "./prepare-write";
import type { ReadCase } from "./read-case";
import { withoutFaults } from "./read-case";

/** What an act is done to, with where its cells stand. */
export type ActSubject = Subject & Pick<Judged, "places" | "written">;

/** What an act came to: what is to be written, or why it cannot be done yet. */
export type Performed =
  | {
      readonly done: Done;
      readonly write: Extract<PreparedWrite, { readonly refused?: never }>;
      /** What is wrong or missing in what was done all the same. */
      readonly warnings: readonly Finding[];
      readonly refused?: never;
    }
  | { readonly refused: readonly Finding[]; readonly done?: never };

/**
 * The case with every finding of the evaluation, of the way to an award, of the model and of the
 * self-checks.
 * @param words the reader's
 * @param act that it is assessed for; without one, no cell of it may be unreadable
 */
export function assessCase(
  read: ReadCase,
  words: Words,
  act?: Pick<Act, "restsOn">,
): Judged | Unreadable {
  const { document, findings, places, words: written = words } = withoutFaults(read, act?.restsOn);
  return document
    ? assessDocument({ document, findings, places, written }, words)
    : { findings, places };
}

/** A case that was evaluated twice, for an act that records what the evaluation came to. */
export function withOutcome(evaluated: Evaluated, version: string): ActSubject {
  return { ...evaluated, outcome: recordableOutcome(evaluated.result, version, fingerprint) };
}

export function performAct(act: Act, subject: ActSubject, given: Given, by: Signature): Performed {
  const done = act.perform(subject, given, by);
  if (done.refused) return { refused: withNames(done.refused, subject.document) };
  const write = prepareWrite(subject.document, done.document, subject.places, subject.written);
  if (write.refused) return { refused: write.refused };
  return { done, write, warnings: withNames(actWarnings(act.name, subject), subject.document) };
}

/** The values that stand otherwise already, a line each. */
export function conflictLines({ conflicts = [], document }: Done, words: Words): string[] {
  const names = caseNames(document);
  return conflicts.map((each) =>
    "place" in each
      ? `${documentPlaceText(each.place, words, names)}: ${each.before ?? ""} ≠ ${each.after ?? ""}`
      : conflictText(each, words, names),
  );
}
