/**
 * Whether the model is the published one, and whether every figure comes out the same each time it is
 * computed. It computes nothing: it judges what the evaluation and its double computation found.
 */
import type { Evaluation } from "../../core/evaluate";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { topicOf } from "../../core/findings/catalogue";
import type { Seal } from "../../journal/published";
import { shortCode } from "../../journal/short-code";
import type { Result } from "../../report/result";
import type { VerifyCheck } from "./check";
import { check } from "./check";

/** Whether the evaluation runs on the published model (LOU 4 kap. 1 §, 6 kap. 8 §). */
export function modelCheck(findings: readonly Finding[], seal: Seal | undefined): VerifyCheck {
  if (!seal)
    return check("model", [finding("verify-unpublished", "warning", "model")], {}, "aside");
  const kept = seal.differences
    ? []
    : [finding("verify-published-not-kept", "blocking", "published")];
  const own = findings.filter(({ code }) => /^published-(?:changed|twice)$/.test(code));
  return check("model", [...own, ...kept], {
    code: shortCode(seal.at.fingerprint ?? ""),
    time: seal.at.time,
    ...(seal.at.at === undefined ? {} : { at: seal.at.at }),
    by: seal.at.by,
  });
}

/**
 * Whether the double computation and the self-checks agree. Without a figure there is nothing to
 * compute twice, and the check proves nothing.
 */
export function arithmeticCheck(
  { findings, bids }: Evaluation,
  { doubleCheck: { equal, of }, selfChecks: { passed, of: checks } }: Result,
): VerifyCheck {
  const own = findings.filter(({ code }) => topicOf(code) === "arithmetic");
  const hasFigure = bids.some(({ price, result }) => price.price.value ?? result.value);
  // A difference that follows from an unreadable cell has no finding of its own.
  const isWhole = equal === of && passed === checks;
  const counts = { equal, of, passed, checks, figures: hasFigure ? 1 : 0 };
  return check("arithmetic", own, counts, hasFigure ? (isWhole ? "holds" : "unknown") : "aside");
}
