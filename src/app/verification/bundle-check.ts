/**
 * Whether the bundle that a document came in holds together. What was redacted cannot be verified, so a
 * redacted bundle never holds as a whole.
 */
import { finding } from "../../core/finding";
import type { Bundle, Recomputed } from "../verification-bundle";
import { bundleFindings } from "../verification-bundle";
import type { VerifyCheck } from "./check";
import { check } from "./check";

/** @param recomputed what comes out of the bundle's document now */
export function bundleCheck(bundle: Bundle, recomputed: Recomputed): VerifyCheck {
  const { redacted, computation, made, madeWith } = bundle;
  const aside = redacted
    ? [
        finding("bundle-redacted", "warning", "redacted", {
          count: redacted.of.length,
          events: redacted.events.length,
        }),
      ]
    : [];
  return check(
    "bundle",
    [...bundleFindings(bundle, recomputed), ...aside],
    { steps: computation.length, made, madeWith },
    redacted ? "unknown" : "holds",
  );
}
