/** The provision of a duty in a procurement, in the reader's language. It knows no provision itself. */
import type { Duty, Setting } from "../core/law";
import { lawOf } from "../core/law";
import type { Words } from "./sv/words";

/** "12 kap. 16 § LOU"; "" where the law has no provision for it. */
export function lawIn(duty: Duty, setting: Setting, words: Words): string {
  const law = lawOf(duty, setting);
  return law === undefined ? "" : words.law(...law);
}
