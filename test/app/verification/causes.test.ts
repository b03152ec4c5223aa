/**
 * What someone changed is read before what follows from it: of a price that was typed over, the price
 * first, and the hundreds of cells that another input gives folded under it.
 */
import { causesIn } from "../../../src/app/verification/causes";
import type { FindingCode } from "../../../src/core/findings/catalogue";
import type { Finding } from "../../../src/core/finding";

const blocking = (code: FindingCode): Finding => ({
  code,
  severity: "blocking",
  where: "",
  details: {},
});

// prettier-ignore
test.each<[string, FindingCode[], FindingCode[], FindingCode[]]>([
  ["a price typed over after the evaluation was finalised",
    ["verify-input-changed", "verify-row-changed", "verify-cell-differs", "price-unrecorded", "finalised-changed"],
    ["price-unrecorded"],
    ["verify-input-changed", "verify-cell-differs", "finalised-changed"]],
  ["a result sheet typed over, beside an event: it is no other input, so the cell is a fault of its own",
    ["verify-cell-differs", "trail-cell-changed"],
    ["trail-cell-changed"],
    []],
  ["an input that differs, and no record that says in what: nothing is folded",
    ["verify-input-changed", "verify-row-changed", "verify-cell-differs"],
    [],
    []],
  ["a weight that is not the published one, and a row that is hidden: that follows from nothing",
    ["published-changed", "verify-input-changed", "verify-concealed"],
    ["published-changed"],
    ["verify-input-changed"]],
])("%s", (_, codes, first, folded) => {
  const findings = codes.map(blocking);
  const { causes, follows } = causesIn([{ findings }]);
  expect(causes.map(({ code }) => code)).toEqual(first);
  expect(findings.filter(follows).map(({ code }) => code)).toEqual(folded);
});
