/**
 * A finding in the pane: a blocking one that a recorded decision has accepted no longer blocks, and
 * says who decided.
 */
import { findingAnswers } from "../../src/case/finding-answers";
import type { Severity } from "../../src/core/finding";
import { finding } from "../../src/core/finding";
import { nowhere } from "../../src/sheet/locate";
import { sv } from "../../src/words/sv/words";

const decision = { reason: "Prövat av juristen", by: "Eva Ek" };

// prettier-ignore
test.each<[Severity, typeof decision | undefined, Severity]>([
  ["blocking", undefined, "blocking"],
  ["blocking", decision,  "note"],
  ["open",     undefined, "open"],
  ["warning",  undefined, "warning"],
  ["note",     undefined, "note"],
])("%s, accepted by %j: shown as %s", (severity, accepted, shown) => {
  const found = { ...finding("price-scale-without-span", severity, "model"), ...(accepted ? { accepted } : {}) };
  const [answer] = findingAnswers([found], nowhere, sv);
  expect(answer?.severity).toBe(shown);
  expect(answer?.text.includes("Godtagen: Prövat av juristen (Eva Ek).")).toBe(accepted !== undefined);
});

test("of very many findings the first two thousand are handed on", () => {
  const all = Array.from({ length: 2001 }, (_, n) =>
    finding("price-scale-without-span", "open", `criteria[${n}]`),
  );
  const shown = findingAnswers(all, nowhere, sv);
  expect([shown.length, shown.at(-1)?.place]).toEqual([2000, "criteria[1999]"]);
});
