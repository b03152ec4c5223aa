/**
 * Findings by kind: what is gathered under one, and what is always read by itself.
 */
import { groupFindings } from "../../src/content/finding-groups";

/** Each finding as "code severity place". */
const grouped = (...findings: readonly string[]) =>
  groupFindings(findings, (text) => {
    const [code = "", severity = "", ...where] = text.split(" ");
    return { code, severity, where: where.join(" ") };
  }).map(({ first, others }) => `${first.split(" ").at(-1)} +${others.length}`.trim());

const prices = (...bids: readonly string[]) => bids.map((id) => `no-price open bids[${id}].price`);

// prettier-ignore
test.each<[string, readonly string[], readonly string[]]>([
  ["three of a kind are read one by one",  prices("A", "B", "C"),                            ["bids[A].price +0", "bids[B].price +0", "bids[C].price +0"]],
  ["four of a kind are one with three",    prices("A", "B", "C", "D"),                       ["bids[A].price +3"]],
  ["a kind stands where its first stood",  [...prices("A"), "late open bids[Z].at", ...prices("B", "C", "D")], ["bids[A].price +3", "bids[Z].at +0"]],
  ["another severity is another kind",     [...prices("A", "B", "C"), "no-price warning bids[D].price"], ["bids[A].price +0", "bids[B].price +0", "bids[C].price +0", "bids[D].price +0"]],
  ["another column is another kind",       [...prices("A", "B", "C", "D"), "no-price open bids[E].sum"], ["bids[A].price +3", "bids[E].sum +0"]],
  ["cells of a column are of a kind",      ["Ut!F5", "Ut!F6", "Ut!F7", "Ut!F8", "Ut!G8"].map((cell) => `changed open ${cell}`), ["Ut!F5 +3", "Ut!G8 +0"]],
  ["of several files a column is a kind",  ["Ek.xlsx", "Bo.xlsx", "Cia.json", "Dag.xlsx"].map((file) => `no-reason open ${file} Poäng!H8`), ["Poäng!H8 +3"]],
  ["without a row nothing is gathered",    ["gone open ", "gone open ", "gone open ", "gone open "], ["+0", "+0", "+0", "+0"]],
])("%s", (_, findings, expected) => expect(grouped(...findings)).toEqual(expected));
