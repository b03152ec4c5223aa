/**
 * What a journal tells of prices that were sealed after it was written: the document that leaves the
 * program has none of it, and all the rest.
 */
import { parseWithoutSealedPrices } from "../../../src/core/document/sealed-prices";
import type { EvaluationDocument } from "../../../src/core/document/schema";
import { withoutUnreadHistory } from "../../../src/core/document/unread-events";
import { recordParts } from "../../../src/journal/recorded-content";
import { withEvents } from "../../../src/scoring/record-scores";
import { document } from "../../small";

const by = { time: "2026-03-09T10:00", by: "Eva Ek" };
const bids = [
  { id: "A", price: "777" },
  { id: "B", price: "950" },
];
const priced = recordParts(document({ bids }), ["prices"]);
const outcome = { new: "A 777.00 (1); B 950.00 (2)", result: "f", version: "m" };
const change = { bid: "A", place: "bids[A].price", old: "7770", new: "777", reason: "Fel" };
const told: EvaluationDocument = withEvents(priced.document, [
  { type: "finalised", ...by, ...outcome, ...priced.event },
  { type: "changed", ...by, ...change },
  { type: "comment", ...by, reason: "Läst i sin helhet" },
]);

/** The document as the program has it, with its prices sealed or not. */
function read(prices: "sealed" | "open"): EvaluationDocument {
  const procurement = { ...told.procurement, prices };
  const found = parseWithoutSealedPrices({ ...told, procurement }).document;
  if (!found) throw new Error("not read");
  return found;
}

test("sealed prices are in no outcome, change or record of the journal that leaves the program", () => {
  const text = JSON.stringify(withoutUnreadHistory(read("sealed")));
  expect(text).not.toMatch(/777|950/);
  expect(text).toContain("Läst i sin helhet");
});

test("of prices that are open everything is told", () => {
  const open = read("open");
  expect(withoutUnreadHistory(open)).toBe(open);
  expect(JSON.stringify(open)).toMatch(/777\.00 \(1\)/);
});
