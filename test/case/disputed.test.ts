/**
 * A disputed score tried as a lawyer would: does the outcome stand? A bids 1 000 with full marks worth 100,
 * and B 950 with none, so that A is first by 50 and may lose at most two steps of five.
 */
import { disputedAnswer } from "../../src/case/disputed";
import { evaluate } from "../../src/core/evaluate";
import { sv } from "../../src/words/sv/words";
import { document, monetary } from "../small";

const evaluation = evaluate(
  document({
    criteria: [
      monetary("M", {
        deduction: "100",
        name: "Mobilt stöd",
        scale: { type: "points", zero: "0", max: "5", step: "1" },
      }),
    ],
    bids: [
      { id: "A", price: "1000", scores: { M: "5" } },
      { id: "B", price: "950", scores: { M: "0" } },
    ],
  }),
);

// prettier-ignore
test.each([
  ["strike", "A", "M", /^Utfallet ändras\./,                        ["900", "1 000"]],
  ["lower",  "A", "M", /^Utfallet står sig\./,                      ["900", "920"]],
  ["any",    "A", "M", /^Utfallet ändras\. .* kan .*B.* komma först/, ["900", "900"]],
  ["raise",  "B", "M", /^Utfallet står sig\./,                      ["900", "900"]],
  ["strike", "A", "X", /X/,                                         undefined],
] as const)("%s %s on %s: %s", (kind, bid, criterion, note, first) => {
  const [section] = disputedAnswer(evaluation, { kind, bid, criterion }, sv);
  expect(section?.note).toMatch(note);
  const figures = section?.rows[0]?.slice(1, 3).map(({ text }) => text.replaceAll("\u00a0", " "));
  expect(figures?.map((text) => text.replace(/,00$/, ""))).toEqual(first);
});
