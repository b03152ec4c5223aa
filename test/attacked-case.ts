/**
 * A case with something of everything that decides an award, step by step through the procedure: each
 * step is the document as it stood after it. Nothing here is an attack.
 */
import type { EvaluationDocument } from "../src/core/document/schema";
import { basisOf } from "../src/core/document/recorded";
import { fingerprint } from "../src/journal/fingerprint";
import { appendToChain } from "../src/journal/hash-chain";
import { registerAward } from "../src/procedure/acts/award";
import { finalise } from "../src/procedure/acts/finalise";
import { fixQuality } from "../src/procedure/acts/fix-quality";
import { openBids } from "../src/procedure/acts/open-bids";
import { publish } from "../src/procedure/acts/publish";
import { recordPrices } from "../src/procedure/acts/record-prices";
import { withEvaluation } from "../src/procedure/milestones";
import { recordFigures } from "../src/scoring/record-scores";
import { recordedOutcome } from "./bundles";
import { act, done } from "./sealed";
import { document, monetary } from "./small";

/**
 * Four bids at 10 × the unit price. A and D tie at 10 000 − 1 100 = 8 900 and lots were drawn: D comes
 * first. B's price is a corrected one, C does not meet R1, and E was withdrawn.
 */
export const entered: EvaluationDocument = (() => {
  const base = document({
    model: { ties: ["lottery"], rounding: { result: { decimals: 2, mode: "half-up" } } },
    criteria: [
      monetary("K1", { deduction: "1000", minimum: "1" }),
      monetary("K2", {
        deduction: "500",
        scale: {
          type: "levels",
          levels: [
            { value: "0", label: "Stöd på vardagar" },
            { value: "1", label: "Stöd dygnet runt" },
          ],
        },
      }),
    ],
    requirements: ["R1", "R2"],
    // prettier-ignore
    bids: [
      { id: "A", scores: { K1: "3", K2: "1" }, verdicts: { R1: "met",     R2: "met" } },
      { id: "B", scores: { K1: "5", K2: "1" }, verdicts: { R1: "met",     R2: "met" } },
      { id: "C", scores: { K1: "5", K2: "1" }, verdicts: { R1: "not-met", R2: "met" } },
      { id: "D", scores: { K1: "3", K2: "1" }, verdicts: { R1: "met",     R2: "met" } },
      { id: "E", scores: { K1: "5", K2: "1" }, verdicts: { R1: "met",     R2: "met" } },
    ],
  });
  const prices: { readonly [bid: string]: string } = {
    A: "1000",
    B: "1070",
    C: "900",
    D: "1000",
    E: "900",
  };
  const reasons = { rationale: "Utfästelse i anbudet.", reference: "Bilaga 4" };
  return {
    ...base,
    award: {
      deadline: "2026-02-20T23:59",
      openedAt: "2026-02-23T09:00",
      openedBy: "Eva Ek, Bo Alm",
    },
    evaluators: [{ id: "E1", name: "Eva Ek", conflictDeclared: false }],
    priceItems: [
      { id: "P1", name: "Licens", category: "licence", unit: "st", quantity: "10" },
      { id: "P2", name: "Stöd", category: "support", unit: "st", quantity: "1", required: false },
    ],
    bids: base.bids.map((bid) => ({
      ...bid,
      receivedAt: "2026-02-20T10:00",
      ...(bid.id === "E" ? { withdrawnAt: "2026-02-21", reason: "Återkallat per e-post" } : {}),
      prices: { P1: prices[bid.id] ?? "" },
      answers: Object.fromEntries(
        Object.entries(bid.answers).map(([id, given]) => [
          id,
          {
            ...given,
            answer: "yes" as const,
            reference: "s. 4",
            checkedBy: "Eva Ek",
            checkedAt: "2026-02-24",
          },
        ]),
      ),
      scores: Object.fromEntries(
        Object.entries(bid.scores).map(([id, score]) => [id, { ...score, ...reasons }]),
      ),
    })),
    // prettier-ignore
    clarifications: [
      { id: "F1", bid: "B", subject: "price-item", of: "P1", rule: "clerical-error", new: "1060", original: "1070",
        reason: "Skrivfel.", decidedBy: "Eva Ek", decidedAt: "2026-03-02" },
    ],
    // prettier-ignore
    lowBids: [
      { bid: "B", decision: "explained", reason: "Egen programvara.", decidedBy: "Eva Ek" },
    ],
    lotteries: [{ order: ["D", "A"], time: "2026-03-02T10:00", witnesses: ["Eva Ek", "Per Pil"] }],
  };
})();

/** The steps of the procedure, from nothing recorded. */
export const steps = [
  "entered",
  "published",
  "opened",
  "scored",
  "fixed",
  "priced",
  "evaluated",
  "finalised",
  "awarded",
] as const;
export type Step = (typeof steps)[number];

/** What the program does at each step; each act is bound into the chain before the next. */
const acts: { readonly [step in Step]: (value: EvaluationDocument) => EvaluationDocument } = {
  entered: (value) => value,
  published: (value) => {
    const bare = { ...value, bids: value.bids.map((bid) => ({ ...bid, scores: {} })) };
    const { events, published } = done(publish(bare, { ...act(0), time: "2026-01-12T08:30" }));
    return { ...value, ...(events && { events }), ...(published && { published }) };
  },
  opened: (value) => done(openBids(value, { ...act(0), time: "2026-02-23T09:30" }, {})),
  scored: (value) => recordFigures(value, act(1)).document,
  fixed: (value) => done(fixQuality(value, act(2), [])),
  priced: (value) => done(recordPrices(value, act(3))),
  evaluated: (value) =>
    withEvaluation(value, act(6), recordedOutcome(value), {
      basis: fingerprint(basisOf(value)),
      sheets: "",
    }),
  finalised: (value) => done(finalise(value, act(7), recordedOutcome(value), [])),
  awarded: (value) =>
    done(registerAward(value, act(8), { decidedAt: "2026-03-10", decidedBy: "Nämnden" }, ["A"])),
};

/** The case after each step, until the last one that is asked for. */
export function procedureOf(
  begun: EvaluationDocument,
  until: Step = "awarded",
): ReadonlyMap<Step, EvaluationDocument> {
  const stages = new Map<Step, EvaluationDocument>();
  let now = begun;
  for (const step of steps.slice(0, steps.indexOf(until) + 1)) {
    const then = acts[step](now);
    now = step === "entered" ? then : appendToChain(now, then);
    stages.set(step, now);
  }
  return stages;
}
