/**
 * Which faults of a verification tell what someone changed, and which only follow from that: the cause is
 * read first, and the hundreds of cells that another input gives are read when someone asks for them. It
 * drops no fault and changes no verdict.
 */
import { topicOf } from "../../core/findings/catalogue";
import type { Finding } from "../../core/finding";
import { isOpen } from "../../core/finding";
import type { VerifyCheck } from "./check";

export type Causes = {
  /** Values that differ from what was recorded or published, and events from what was hashed. */
  readonly causes: readonly Finding[];
  readonly follows: (found: Finding) => boolean;
};

export function causesIn(checks: readonly Pick<VerifyCheck, "findings">[]): Causes {
  const all = checks.flatMap(({ findings }) => findings);
  const causes = all.filter(isCause);
  const isOtherInput = all.some(({ code }) => code === "verify-input-changed");
  return {
    causes,
    follows: ({ code }) =>
      causes.length > 0 &&
      (consequences.has(code) || (isOtherInput && code === "verify-cell-differs")),
  };
}

const consequences: ReadonlySet<string> = new Set([
  "verify-input-changed",
  "verify-basis-changed",
  "finalised-changed",
  "quality-changed",
]);

function isCause(found: Finding): boolean {
  const { code } = found;
  if (!isOpen(found)) return false;
  return (
    topicOf(code) === "unrecorded" || code === "published-changed" || code === "trail-cell-changed"
  );
}
