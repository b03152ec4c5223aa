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
  { checks, fingerprint }: Assessed,
  freshness: Freshness,
  checked: DoubleChecked | undefined,
  words: Words,
): Check[] {
  const text = words.pane.review;
  const failed = checks.filter(({ holds }) => !holds);
  const count = `${checks.length - failed.length} ${words.of} ${checks.length}`;
  const named = failed.length > 0 ? failed : checks;
  return [
    {
      title: text.freshness,
      text: text.freshnessText[freshness],
      state: freshnessStates[freshness],
    },
    doubleCheck(checked, words),
    {
      title: words.selfCheck,
      count,
      text: `${count}: ${named.map(({ name }) => words.selfChecks[name]).join("; ")}`,
      state: failed.length === 0 ? "good" : "bad",
    },
    { title: text.fingerprint, text: fingerprint, state: "open" },
  ];
}

function doubleCheck(checked: DoubleChecked | undefined, words: Words): Check {
  const text = words.pane.review;
  if (!checked) return { title: text.double, text: text.doubleNotYet, state: "open" };
  const { equal, of } = checked.doubleCheck;
  return {
    title: text.double,
    text: text.doubleText(equal, of),
    state: equal === of ? "good" : "bad",
    count: `${equal} ${words.of} ${of}`,
  };
}
