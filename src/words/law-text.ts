/** Provisions of law in the reader's language. It knows no provision itself. */
import type { Duty, Law, Setting } from "../core/law";
import { lawOf } from "../core/law";
import type { Words } from "./sv/words";

/** "12 kap. 12 § LOU"; "" where the law has no provision. */
export function lawText(law: Law | undefined, words: Words): string {
  return law === undefined ? "" : words.law(...law);
}

/** The provision of a duty in a procurement; "" where the law has none for it. */
export function lawIn(duty: Duty, setting: Setting, words: Words): string {
  return lawText(lawOf(duty, setting), words);
}
