/**
 * The templates that a new evaluation begins from, worked out by hand. Price items: implementation
 * once and 48 months of licence. A 350 000 + 48 · 22 500 = 1 430 000; B 1 326 200; C 1 346 000.
 */
import type { TemplateName } from "../../src/app/templates";
import { templateDocument } from "../../src/app/templates";
import { evaluate } from "../../src/core/evaluate";
import { sv } from "../../src/words/sv/words";

test.each<[TemplateName, string[]]>(
  // prettier-ignore
  [
  // Usability up to 300 000 and support up to 150 000: A 5 and 3 of 5, B 3 and 3, C 3 and 5.
  ["monetary",     ["A 1040000.00", "B 1056200.00", "C 1016000.00"]],
  ["lowest-price", ["A 1430000.00", "B 1326200.00", "C 1346000.00"]],
  // Six years count. A 3 · 200 000 + 25 000 · 12 · 6 + 300 · 1 100; B 450 000 + 900 000 + 300 000 and the
  // municipalities' own 3 · 90 000 · 6; C 750 000 + 1 575 000 + 360 000.
  ["joint",        ["A 2730000.00", "B 3270000.00", "C 2685000.00"]],
  ],
)("the bids of the template %s come to %j", (name, expected) => {
  const { bids } = evaluate(templateDocument(name, sv));
  expect(bids.map(({ bid, result }) => `${bid.id} ${result.value?.toFixed(2)}`)).toEqual(expected);
});
