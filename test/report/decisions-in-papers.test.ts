/**
 * The notice of a cancellation, as a bidder reads it, and what the report says of decisions: its first
 * lines and its table.
 */
import { awardNoticePapers } from "../../src/app/award-papers";
import type { Block } from "../../src/content/paper";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { registerDecision } from "../../src/procedure/decisions";
import { noMasks } from "../../src/core/secrecy/masks";
import { decisionsSection } from "../../src/report/parts/decisions";
import { organisationPart } from "../../src/report/parts/organisation";
import { losersPart } from "../../src/report/parts/ranking";
import { summaryPart } from "../../src/report/parts/summary";
import { sv } from "../../src/words/sv/words";
import { document } from "../small";

const by = { time: "2026-03-01T10:00:00Z", by: "Eva Ek" };
const plain = document({ bids: [{ id: "A" }, { id: "B" }] });
const given = {
  decidedAt: "2026-03-02",
  decidedBy: "Nämnden",
  designation: "§ 12",
  reason: "Medel saknas.",
};
const cancelled = (value: EvaluationDocument) => {
  const { document: done, refused } = registerDecision(value, by, "cancellation", given);
  if (!done) throw new Error(JSON.stringify(refused));
  return done;
};
const waiting: EvaluationDocument = {
  ...plain,
  decisions: [{ id: "B1", kind: "cancellation", decidedAt: "2026-03-02" }],
};
const lines = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === "text" ? [block.text] : []));
const noticeTo = (value: EvaluationDocument) => {
  const evaluation = evaluate(value);
  const [first] = awardNoticePapers(
    { evaluation, document: value, result: {}, checks: [] } as never,
    { isRedacted: false, isInformation: false },
    sv,
  );
  return first?.paper;
};

test("it says what was decided, when, by whom, why, and until when review is applied for", () => {
  const dispatches = ["A", "B"].map((bid) => ({
    decision: "B1",
    bid,
    sentAt: "2026-03-03",
    sending: "electronic" as const,
  }));
  const notice = noticeTo({ ...cancelled(plain), dispatches });
  expect(notice?.banner).toBeUndefined();
  expect(lines(notice?.blocks ?? []).slice(3, 7)).toEqual([
    "Beslutet fattades 2026-03-02 av Nämnden (§ 12).",
    "Medel saknas.",
    "(12 kap. 12 § LOU)",
    "En ansökan om överprövning av beslutet ska ha kommit in till den förvaltningsrätt i vars domkrets myndigheten har sin hemvist senast 2026-03-13 (20 kap. 12 § LOU).",
  ]);
});

test("below the thresholds it rests on another clause", () => {
  const national = { ...plain, procurement: { ...plain.procurement, regime: "national" as const } };
  expect(lines(noticeTo(cancelled(national))?.blocks ?? [])).toContain("(19 kap. 21 § LOU)");
});

test("until it is registered it is a draft, secret, and asks for the reasons", () => {
  const notice = noticeTo(waiting);
  expect(notice?.banner).toBe("Upphandlingssekretess, OSL 19 kap. 3 §");
  expect(lines(notice?.blocks ?? [])).toEqual(
    expect.arrayContaining([
      "Utkast: beslutet är inte registrerat.",
      "[Skriv skälen på bladet Beslut, så står de här.]",
    ]),
  );
});

test("the table of decisions tells each with its own dispatch and what holds", () => {
  const value: EvaluationDocument = {
    ...plain,
    decisions: [
      { id: "B1", kind: "award", awarded: "A", decidedAt: "2026-03-02" },
      { id: "B2", kind: "correction", of: "B1", decidedAt: "2026-03-04", reason: "Skrivfel" },
    ],
    dispatches: [{ decision: "B1", bid: "A", sentAt: "2026-03-03", sending: "electronic" }],
    events: [
      { type: "awarded", ...by, place: "decisions[B1]" },
      { type: "award-corrected", ...by, place: "decisions[B2]" },
    ],
  };
  expect(decisionsSection(value, sv).rows).toEqual([
    [
      "Tilldelning (B1)",
      "2026-03-02",
      "Bolaget A (A)",
      "",
      "gäller, med rättelse",
      "till 1 av 2, senast 2026-03-03",
    ],
    ["Rättelse av beslut (B2)", "2026-03-04", "", "Skrivfel", "gäller", "inte skickat"],
  ]);
});

describe("the first lines of the report", () => {
  const summaryOf = (value: EvaluationDocument) =>
    lines(summaryPart({ evaluation: evaluate(value), secrets: noMasks, words: sv })).map((line) =>
      line.replace(/[\u00a0\u202f]/g, " "),
    );
  const priced = document({
    bids: [
      { id: "A", price: "900" },
      { id: "B", price: "1000" },
    ],
  });

  test("before a decision: who is proposed, and what decided it", () =>
    expect(summaryOf(priced)).toEqual([
      "Kontraktet föreslås tilldelas Bolaget A (A).",
      "Utkast: tilldelningsbeslutet är inte registrerat.",
      "Lägst utvärderingspris: Bolaget A (A), 900 SEK.",
      "Närmast därefter: Bolaget B (B), 1 000 SEK.",
    ]));

  test("once it is cancelled: that, when, by whom and why", () =>
    expect(summaryOf(cancelled(priced))).toEqual([
      "Upphandlingen är avbruten.",
      "Beslutet fattades 2026-03-02 av Nämnden (§ 12).",
      "Medel saknas.",
    ]));

  test("the reasons why no supplier is awarded it are the decision's, and until then the checks", () => {
    const losers = (value: EvaluationDocument) =>
      lines(losersPart({ evaluation: evaluate(value), secrets: noMasks, words: sv }));
    const unchecked = document({ requirements: ["K1"], bids: [{ id: "A", price: "900" }] });
    expect(losers(unchecked)).toEqual(["Ingen tilldelning är möjlig än; se Kontroller."]);
    expect(losers(cancelled(unchecked))).toEqual(["Upphandlingen är avbruten. Medel saknas."]);
  });
});

test("who took part, and each planned step with the day it was done", () => {
  const value: EvaluationDocument = {
    ...plain,
    roles: [{ group: "steering", name: "Eva Ek", role: "Ordförande" }],
    timePlan: [
      { step: "Annonsera", plannedAt: "2026-01-12", milestone: "published", doneAt: "2026-01-30" },
      { step: "Visa systemen", plannedAt: "2026-02-10", doneAt: "2026-02-11" },
      { step: "Besluta", plannedAt: "2026-03-01", milestone: "decided", responsible: "Nämnden" },
    ],
  };
  const part = organisationPart({ evaluation: evaluate(value), words: sv, secrets: noMasks }, {
    reachedAt: new Map([["published", "2026-01-13T08:00"]]),
  } as never);
  // prettier-ignore
  expect(part.flatMap((block) => (block.kind === "table" ? block.rows : []))).toEqual([
    ["Styrgrupp",     "Eva Ek",     "Ordförande",       ""],
    ["Annonsera",     "2026-01-12", "2026-01-13 08:00", ""],
    ["Visa systemen", "2026-02-10", "2026-02-11",       ""],
    ["Besluta",       "2026-03-01", "",                 "Nämnden"],
  ]);
});
