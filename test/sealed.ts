/**
 * A small case on its way to a decision: published, scored, recorded, fixed, chained and evaluated.
 */
import type { EvaluationDocument } from "../src/core/document/schema";
import { fixQuality } from "../src/procedure/acts/fix-quality";
import { publish } from "../src/procedure/acts/publish";
import { recordFigures } from "../src/scoring/record-scores";
import { evaluateWorkbook } from "../src/app/evaluate-workbook";
import { MemoryWorkbook } from "../src/host/memory-workbook";
import type { Page } from "../src/sheet/workbook";
import { writeWorkbook } from "../src/sheet/write";
import { sv } from "../src/words/sv/words";
import { appendToChain } from "../src/journal/hash-chain";
import { circumstances as plain } from "./calculator";
import { agreed, panel, scenario } from "./scoring/panel";

/** The program as it is called when it is released. */
export const circumstances = {
  ...plain,
  version: "mervarde 0.1.0",
  time: "2026-03-09T10:09:30",
};

export const act = (minute: number, by = "Eva Ek") => ({
  time: `2026-03-09T10:${String(minute).padStart(2, "0")}`,
  by,
});

export function done({
  document,
  refused,
}: {
  readonly document?: EvaluationDocument;
  readonly refused?: readonly object[];
}): EvaluationDocument {
  if (!document) throw new Error(JSON.stringify(refused));
  return document;
}

const answer = {
  answer: "yes",
  verdict: "met",
  reference: "s. 4",
  checkedBy: "Eva Ek",
  checkedAt: "2026-03-02",
} as const;

/** Bid A at 10 000 kr with the better scenario comes first: 10 000 − 750 against 9 500 − 250. */
export const scored: EvaluationDocument = panel(
  { A: agreed("A", "3", "2", "4"), B: agreed("B", "1", "1", "1") },
  {
    requirements: [
      { id: "K1", area: "Drift", text: "Systemet ska gå att nå dygnet runt.", kind: "mandatory" },
    ],
    criteria: [
      scenario("S1"),
      {
        id: "M1",
        name: "Mervärde",
        kind: "added-value",
        deduction: "500",
        scale: { type: "yes-no" },
      },
    ],
  },
);
const answered: EvaluationDocument = {
  ...scored,
  bids: scored.bids.map((bid) => ({
    ...bid,
    answers: { K1: { ...answer } },
    scores: {
      ...bid.scores,
      M1: {
        value: bid.id === "A" ? "yes" : "no",
        rationale: `Utfästelse i anbudet från ${bid.id}.`,
        reference: "Bilaga 4",
      },
    },
  })),
};

/** The case as the work left it, before any result. */
export const worked: EvaluationDocument = (() => {
  const published = done(
    publish({ ...answered, bids: answered.bids.map((bid) => ({ ...bid, scores: {} })) }, act(0)),
  );
  const recorded = recordFigures({ ...published, bids: answered.bids }, act(1)).document;
  return appendToChain({}, done(fixQuality(recorded, act(2), [])));
})();

/** Its workbook with the results in it, as pages. */
export async function evaluatedPages(
  document: EvaluationDocument = worked,
  { time } = circumstances,
): Promise<Page[]> {
  const found = await evaluateWorkbook(new MemoryWorkbook(writeWorkbook(document, sv)), {
    ...circumstances,
    time,
  });
  if (!found.document) throw new Error(JSON.stringify(found.findings));
  return [...writeWorkbook(found.document, sv), ...found.pages];
}
