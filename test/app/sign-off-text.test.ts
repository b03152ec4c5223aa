/**
 * A signed review is bound to the input, the outcome and what the papers state. Where one of them has
 * changed it is shown as lapsed beside the signature, with what has changed: in the pane, the report,
 * the sheet and `verify`.
 */
import { journalReader } from "../../src/app/event-lines";
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import { assessDocument } from "../../src/app/assess";
import { evaluationReportPaper } from "../../src/app/award-papers";
import { signOffText } from "../../src/app/sign-off-text";
import { verifyWorkbook } from "../../src/app/verify";
import { awardAnswer } from "../../src/case/award";
import { basisOf } from "../../src/core/document/recorded";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { fingerprint } from "../../src/journal/fingerprint";
import { appendToChain } from "../../src/journal/hash-chain";
import { signOffs } from "../../src/journal/sign-offs";
import { signOff } from "../../src/procedure/acts/sign-off";
import { withEvaluation } from "../../src/procedure/milestones";
import { recordFigures } from "../../src/scoring/record-scores";
import { Places } from "../../src/sheet/locate";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { calculator } from "../calculator";
import { act, circumstances, done, evaluatedPages, worked } from "../sealed";

const outcome = {
  status: "final",
  text: "A 1 (1)",
  fingerprint: "r1",
  version: circumstances.version,
};
const reasoned: EvaluationDocument = {
  ...worked,
  award: { procedureReason: "Behovet kunde inte beskrivas." },
};
const signed = appendToChain(
  worked,
  done(signOff(reasoned, act(12, "Jurist"), outcome, "Granskad utan anmärkning.")),
);

type Change = (value: EvaluationDocument) => EvaluationDocument;
const scoredAnew: Change = (value) => {
  const bids = value.bids.map((bid) =>
    bid.id === "B"
      ? { ...bid, scores: { ...bid.scores, M1: { ...bid.scores["M1"], value: "yes" } } }
      : bid,
  );
  const scored = recordFigures({ ...value, bids }, act(13), "Bilaga 5").document;
  return appendToChain(value, scored);
};
const typedOver: Change = (value) => ({ ...value, bids: value.bids.slice(0, 1) });
const evaluatedAgain =
  (text: string, result: string): Change =>
  (value) =>
    withEvaluation(
      value,
      act(14),
      { ...outcome, text, fingerprint: result },
      { basis: fingerprint(basisOf(value)), sheets: "s" },
    );
const stands = (value: EvaluationDocument) =>
  signOffs(value, fingerprint(basisOf(value))).map((each) =>
    signOffText(each, journalReader(value, sv)),
  );

// prettier-ignore
test.each<[string, Change, string]>([
  ["nothing has changed",                (value) => value,                               "gäller"],
  ["evaluated again to the same",        evaluatedAgain("A 1 (1)", "r1"),                "gäller"],
  ["decided since",                      (value) => ({ ...value, award: { ...value.award, decidedAt: "2026-03-24" } }), "gäller"],
  ["the checklist answered since",       (value) => ({ ...value, checklist: [{ item: "reviewed", answer: "yes" }] }), "gäller"],
  ["a score recorded anew",              scoredAnew,
    "gäller inte längre: underlaget är ändrat (Bedömning Bolaget B (B) · Mervärde (M1) Nej → Ja Bilaga 5 (2026-03-09 10:13 Eva Ek))"],
  ["a bid taken out, with no event",     typedOver,
    "gäller inte längre: underlaget är ändrat (ändringen är inte registrerad)"],
  ["another outcome of the same input",  evaluatedAgain("B 1 (1); A rejected", "r2"),
    "gäller inte längre: utfallet är ett annat (Bolaget A (A) 1 (plats 1) → Bolaget B (B) 1 (plats 1); Bolaget A (A) förkastat)"],
  ["another reason in the report",       (value) => ({ ...value, award: { procedureReason: "Ett annat skäl." } }),
    "gäller inte längre: skäl eller sekretess är ändrade"],
  ["something kept secret",              (value) => ({ ...value, confidential: [{ bid: "A", subject: "price" }] }),
    "gäller inte längre: skäl eller sekretess är ändrade"],
])("%s", (_name, change, expected) => {
  expect(stands(change(signed))).toEqual([expected]);
});

test("a review of an earlier version is bound to no papers", () => {
  const events = (signed.events ?? []).map(({ sheets, ...event }) =>
    event.type === "signed-off" || sheets === undefined ? event : { ...event, sheets },
  );
  expect(stands({ ...signed, events, award: {} })).toEqual(["gäller"]);
});

describe("a review that has lapsed is shown as lapsed beside the signature", () => {
  const lapsed = scoredAnew(signed);

  test("in the pane", () => {
    const judged = assessDocument(
      { document: lapsed, findings: [], places: new Places({}), written: sv },
      sv,
    );
    const [remark] = awardAnswer(judged, undefined, sv).comments;
    expect(remark?.text).toBe("Granskad utan anmärkning.");
    expect(remark?.review?.stands).toBe(false);
    expect(remark?.review?.text).toMatch(/^gäller inte längre: underlaget är ändrat/);
  });

  test("in the report, on the sheet Spår and in verify", async () => {
    const found = await evaluateWorkbook(
      new MemoryWorkbook(writeWorkbook(lapsed, sv)),
      circumstances,
    );
    if (!found.document) throw new Error("unreadable");
    const report = JSON.stringify(evaluationReportPaper(found, false, sv));
    expect(report).toContain(
      "Granskad utan anmärkning. – gäller inte längre: underlaget är ändrat",
    );
    const trail = found.pages.find(({ mark }) => mark === "audit");
    expect(JSON.stringify(trail?.rows.slice(0, 14))).toContain("Jurist: gäller inte längre");
    const after = { ...circumstances, time: "2026-03-09T10:14" };
    const written = new MemoryWorkbook(await evaluatedPages(lapsed, after));
    const verification = await verifyWorkbook(written, {
      version: circumstances.version,
      words: sv,
      all: [sv, en],
      calculator,
    });
    if (!("checks" in verification)) throw new Error("unreadable");
    expect(
      verification.checks.flatMap(({ findings }) => findings.map(({ code }) => code)),
    ).toContain("review-lapsed");
    expect(verification.checks.filter(({ state }) => state === "fails")).toEqual([]);
  });
});
