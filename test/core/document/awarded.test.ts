/**
 * When a procurement has been decided: until then everything about the bids is secret (OSL 19 kap.
 * 3 §). Of separate contracts every one must have been.
 */
import { isAwarded } from "../../../src/core/document/recorded";
import type { EvaluationDocument, JournalEvent } from "../../../src/core/document/schema";
import { decisionAt } from "../../../src/core/place";
import { document } from "../../small";

type Decision = readonly [id: string, kind: "award" | "cancellation", authority?: string];

/** Norr and Söder, each with a contract of its own or both with one. */
function joint(
  contracts: "common" | "separate",
  types: readonly JournalEvent["type"][],
  decided: readonly Decision[],
): EvaluationDocument {
  const events: JournalEvent[] = types.map((type) => ({ type, time: "2026-03-03", by: "Eva Ek" }));
  const registered = decided.map(([id, kind]): JournalEvent => ({
    ...{ type: kind === "award" ? "awarded" : "cancelled", time: "2026-03-04", by: "Eva Ek" },
    place: decisionAt(id),
  }));
  return {
    ...document({
      model: {
        contracts,
        authorities: [
          { id: "N", name: "Norr" },
          { id: "S", name: "Söder" },
        ],
      },
      bids: [{ id: "A" }],
    }),
    events: [...events, ...registered],
    decisions: decided.map(([id, kind, authority]) => ({
      ...{ id, kind },
      ...(authority === undefined ? {} : { authority }),
    })),
  };
}

// prettier-ignore
test.each<[what: string, contracts: "common" | "separate", events: JournalEvent["type"][], decisions: Decision[], is: boolean]>([
  ["nothing has happened",                       "common",   [],                            [],                                                  false],
  ["published, opened and finalised",            "common",   ["published", "bids-opened", "finalised"], [],                                      false],
  ["awarded",                                    "common",   ["published"],                 [["B1", "award"]],                                   true],
  ["cancelled",                                  "common",   ["published"],                 [["B1", "cancellation"]],                            true],
  ["separate, one of the two is awarded",        "separate", ["published"],                 [["B1", "award", "N"]],                              false],
  ["separate, both are awarded",                 "separate", ["published"],                 [["B1", "award", "N"], ["B2", "award", "S"]],        true],
  ["separate, one is awarded and one cancelled", "separate", ["published"],                 [["B1", "award", "N"], ["B2", "cancellation", "S"]], true],
  ["separate, the whole is cancelled",           "separate", ["published"],                 [["B1", "cancellation"]],                            true],
  ["separate, an award that names no authority", "separate", ["published"],                 [["B1", "award"]],                                   false],
])("%s", (_, contracts, events, decisions, is) => {
  expect(isAwarded(joint(contracts, events, decisions))).toBe(is);
});
