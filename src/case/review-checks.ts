/**
 * The checks that the pane shows beside a result: whether the result sheets are of the input as it
 * is, whether both computations agree, whether the self-checks hold, and the fingerprint. It checks
 * nothing itself.
 */
import type { Assessed } from "../app/assess";
import type { Result } from "../report/result";
import type { Words } from "../words/sv/words";
import type { Check, Freshness } from "./answers";

/** What a double computation came to. */
export type DoubleChecked = Pick<Result, "doubleCheck" | "selfChecks">;

const freshnessStates = { none: "open", current: "good", changed: "bad" } as const;

/** @param checked undefined until the case has been evaluated twice */
export function reviewChecks(
  { checks }: Pick<Assessed, "checks">,
  freshness: Freshness,
  checked: DoubleChecked | undefined,
  words: Words,
): Check[] {
  const text = words.pane.review;
  return [
    {
      title: text.freshness,
      text: text.freshnessText[freshness],
      state: freshnessStates[freshness],
    },
    doubleCheck(checked, freshness, words),
    selfCheck(checks, words),
    { title: text.fingerprint, text: "", state: "open", isFingerprint: true },
  ];
}

function doubleCheck(
  checked: DoubleChecked | undefined,
  freshness: Freshness,
  words: Words,
): Check {
  const text = words.pane.review;
  const before = freshness === "current" ? text.doubleBefore : text.doubleNotYet;
  if (!checked) return { title: text.double, text: before, state: "open" };
  const { equal, of } = checked.doubleCheck;
  return compared({ title: text.double, text: text.doubleText(equal, of) }, equal, of, words);
}

function selfCheck(checks: Assessed["checks"], words: Words): Check {
  const failed = checks.filter(({ holds }) => !holds);
  const names = (failed.length > 0 ? failed : checks).map(({ name }) => words.selfChecks[name]);
  const passed = checks.length - failed.length;
  const text = `${passed} ${words.of} ${checks.length}: ${names.join("; ")}`;
  return compared({ title: words.selfCheck, text }, passed, checks.length, words);
}

/** Good where all are equal; where nothing was compared, nothing is known to be equal. */
function compared(
  check: Pick<Check, "title" | "text">,
  equal: number,
  of: number,
  words: Words,
): Check {
  if (of === 0) return { ...check, text: words.pane.review.nothingCompared, state: "open" };
  return {
    ...check,
    state: equal === of ? "good" : "bad",
    count: `${equal} ${words.of} ${of}`,
  };
}
