/**
 * Where a procurement stands, a row for each moment of its work: what is registered, what has been
 * undone or changed since, what was passed over, and what comes next.
 */
import type { EvaluationDocument, JournalEvent } from "../../src/core/document/schema";
import { isDecided } from "../../src/core/document/decisions";
import { evaluate, withFindings } from "../../src/core/evaluate";
import { basisFingerprint, fingerprint } from "../../src/journal/fingerprint";
import { finalise } from "../../src/procedure/acts/finalise";
import { fixQuality } from "../../src/procedure/acts/fix-quality";
import { publish } from "../../src/procedure/acts/publish";
import { recordPrices } from "../../src/procedure/acts/record-prices";
import { awardReadiness } from "../../src/procedure/award-readiness";
import { registeredContent } from "../../src/procedure/decisions";
import { milestoneLine } from "../../src/procedure/milestone-line";
import { fixedQualityFindings } from "../../src/procedure/readiness/quality-before-prices";
import { recordFigures } from "../../src/scoring/record-scores";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import type { Words } from "../../src/words/sv/words";
import { typed } from "../scoring/panel";
import { done, scored } from "../sealed";
import { document } from "../small";

type Type = JournalEvent["type"];

const entered = document({ bids: [{ id: "A", price: "1000" }] });
/** Kept apart until quality is fixed. */
const apart: EvaluationDocument = {
  ...entered,
  procurement: { ...entered.procurement, prices: "sealed" },
};
const selection: EvaluationDocument = {
  ...entered,
  procurement: { ...entered.procurement, stage: "selection" },
};

/** One event a day from the first of March. */
const on = (types: readonly Type[], value = entered): EvaluationDocument => ({
  ...value,
  events: types.map((type, n) => ({ type, time: `2026-03-0${n + 1}T10:00:00Z`, by: "Eva Ek" })),
});

function line(value: EvaluationDocument, words: Words = sv): string {
  const evaluation = evaluate(value);
  return milestoneLine(withFindings(evaluation, awardReadiness(evaluation)), words);
}

const whole: readonly Type[] = [
  "published",
  "bids-opened",
  "quality-fixed",
  "prices-opened",
  "finalised",
  "awarded",
];

// prettier-ignore
test.each<[what: string, value: EvaluationDocument, said: string]>([
  ["nothing is registered",       entered,
   "Inte publicerad (nästa steg) · Anbuden är inte öppnade · Kvaliteten är inte fastställd · Priserna är inte öppnade · Utvärderingen är inte fastställd · Inte beslutad"],
  ["published",                   on(["published"]),
   "Publicerad 2026-03-01 · Anbuden är inte öppnade (nästa steg) · Kvaliteten är inte fastställd · Priserna är inte öppnade · Utvärderingen är inte fastställd · Inte beslutad"],
  ["opened without publication",  on(["bids-opened"]),
   "Publicerad: inte registrerat · Anbuden öppnade 2026-03-01 · Kvaliteten är inte fastställd (nästa steg) · Priserna är inte öppnade · Utvärderingen är inte fastställd · Inte beslutad"],
  ["prices with the bids, opened before quality is fixed", on(["published", "bids-opened", "prices-opened"]),
   "Publicerad 2026-03-01 · Anbuden öppnade 2026-03-02 · Kvaliteten är inte fastställd (nästa steg) · Priserna öppnade 2026-03-03 · Utvärderingen är inte fastställd · Inte beslutad"],
  ["prices kept apart, opened before quality is fixed", on(["published", "bids-opened", "prices-opened"], apart),
   "Publicerad 2026-03-01 · Anbuden öppnade 2026-03-02 · Kvaliteten fastställd: inte registrerat · Priserna öppnade 2026-03-03 · Utvärderingen är inte fastställd (nästa steg) · Inte beslutad"],
  ["a new round after the prices", on(["published", "bids-opened", "quality-fixed", "prices-opened", "round-closed"]),
   "Publicerad 2026-03-01 · Anbuden öppnade 2026-03-02 · Kvaliteten fastställd 2026-03-03 · Priserna öppnade: ny omgång 2026-03-05, nästa steg · Utvärderingen är inte fastställd · Inte beslutad"],
  ["everything",                  on(whole),
   "Publicerad 2026-03-01 · Anbuden öppnade 2026-03-02 · Kvaliteten fastställd 2026-03-03 · Priserna öppnade 2026-03-04 · Utvärderingen fastställd 2026-03-05 · Beslutad 2026-03-06"],
  ["reopened after the decision", on([...whole, "reopened"]),
   "Publicerad 2026-03-01 · Anbuden öppnade 2026-03-02 · Kvaliteten fastställd 2026-03-03 · Priserna öppnade 2026-03-04 · Utvärderingen fastställd: öppnad igen 2026-03-07, nästa steg · Beslutad: öppnad igen 2026-03-07"],
  ["finalised anew, not decided", on([...whole, "reopened", "finalised"]),
   "Publicerad 2026-03-01 · Anbuden öppnade 2026-03-02 · Kvaliteten fastställd 2026-03-03 · Priserna öppnade 2026-03-04 · Utvärderingen fastställd 2026-03-08 · Beslutad: öppnad igen 2026-03-07, nästa steg"],
  ["a selection has no prices and no award", on(["published"], selection),
   "Publicerad 2026-03-01 · Anbuden är inte öppnade (nästa steg) · Kvaliteten är inte fastställd · Utvärderingen är inte fastställd"],
])("%s", (_, value, said) => {
  // What the events of these rows fix is not in them, so that nothing here says that it has changed.
  expect(line(value).replaceAll(", ändrat sedan dess", "")).toBe(`Läget: ${said}`);
});

describe("quality that was changed after it was fixed", () => {
  const day = (n: number) => ({ time: `2026-03-${n}T10:00:00Z`, by: "Eva Ek" });
  const fixed = done(fixQuality(scored, day(10), []));
  const changed = typed(fixed, "A", "2");
  const recorded = recordFigures(changed, day(12), "Protokollet säger två.").document;
  const outcome = { status: "final", text: "A", fingerprint: "", version: "mervarde 0.1.0" };
  const finalised = (value: EvaluationDocument) => done(finalise(value, day(14), outcome, []));

  // prettier-ignore
  test.each<[what: string, value: EvaluationDocument, said: string]>([
    ["nothing is changed",                       fixed,                                    "Kvaliteten fastställd 2026-03-10"],
    ["nobody has recorded it",                   changed,                                  "Kvaliteten fastställd 2026-03-10, ändrat sedan dess"],
    ["recorded, and not finalised since",        recorded,                                 "Kvaliteten fastställd 2026-03-10, ändrat sedan dess"],
    ["recorded with a reason, and finalised since", finalised(recorded),                   "Kvaliteten fastställd 2026-03-10, ändrad 2026-03-12 med skäl"],
    ["changed again after that",                 typed(finalised(recorded), "A", "1"),     "Kvaliteten fastställd 2026-03-10, ändrat sedan dess"],
    ["a change that nobody recorded was finalised on", finalised(changed),                 "Kvaliteten fastställd 2026-03-10, ändrat sedan dess"],
  ])("%s", (_, value, said) => expect(line(value).split(" · ")[2]).toBe(said));

  test("the finding says how many changes, and when the last was made", () => {
    const [told] = fixedQualityFindings(finalised(recorded));
    expect(told && sv.findings[told.code](told.details as never)).toBe(
      "1 ändring av poäng eller krav är registrerad med skäl sedan kvaliteten fastställdes 2026-03-10 11:00:00 av Eva Ek, 2026-03-12 11:00:00. Utvärderingen är fastställd därefter. Skälen står på bladet Händelser.",
    );
  });
});

const by = { time: "2026-03-01T10:00:00Z", by: "Eva Ek" };

/** Awarded on the seventh of April, and registered two days later. */
function decided(value: EvaluationDocument): EvaluationDocument {
  const award = { decidedAt: "2026-04-07", decidedBy: "Nämnden" };
  const event = {
    type: "awarded" as const,
    time: "2026-04-09T08:00:00Z",
    by: "Eva Ek",
    fingerprint: fingerprint(registeredContent({ award }, {})),
  };
  return { ...value, award, events: [...(value.events ?? []), event] };
}

test("a decision that is another than the one registered has changed since", () => {
  const value = decided(entered);
  const other = { ...value, award: { ...value.award, decidedAt: "2026-04-08" } };
  expect([value, other].map((each) => line(each).split(" · ").at(-1))).toEqual([
    "Beslutad 2026-04-07",
    "Beslutad 2026-04-08, ändrat sedan dess",
  ]);
});

test("a finalised evaluation whose input is another has changed since", () => {
  const finalised = (value: EvaluationDocument) => ({
    ...value,
    events: [
      {
        ...{ type: "finalised" as const, time: "2026-03-05T10:00:00Z", by: "Eva Ek" },
        fingerprint: basisFingerprint(value),
      },
    ],
  });
  const value = finalised(entered);
  const other = { ...value, model: { ...value.model, winners: 2 } };
  expect([value, other].map((each) => line(each).split(" · ").at(-2))).toEqual([
    "Utvärderingen fastställd 2026-03-05",
    "Utvärderingen fastställd 2026-03-05, ändrat sedan dess",
  ]);
});

test("it was published earlier than it was registered, and decided on the day that the decision says", () => {
  const earlier = done(
    publish(entered, by, { at: "2026-02-02", reason: "Registreras i efterhand" }),
  );
  expect(line(decided(earlier))).toMatch(
    /^Läget: Publicerad 2026-02-02 · .* · Beslutad 2026-04-07$/,
  );
});

test("a decision that has been corrected keeps its day", () => {
  const value = {
    ...on(whole),
    award: { decidedAt: "2026-03-06" },
    decisions: [{ id: "B2", kind: "correction" as const, decidedAt: "2026-03-20" }],
  };
  const event = {
    type: "award-corrected" as const,
    time: "2026-03-20T10:00:00Z",
    by: "Eva Ek",
    place: "decisions[B2]",
  };
  expect(line({ ...value, events: [...(value.events ?? []), event] })).toMatch(
    /Beslutad 2026-03-06/,
  );
});

// prettier-ignore
test.each<[what: string, change: Partial<EvaluationDocument>, said: readonly string[]]>([
  ["nothing",   {},                                          ["Publicerad 2026-03-01", "Priserna öppnade 2026-03-01"]],
  ["a price",   { bids: document({ bids: [{ id: "A", price: "900" }] }).bids }, ["Publicerad 2026-03-01", "Priserna öppnade 2026-03-01, ändrat sedan dess"]],
  ["the model", { model: { ...entered.model, winners: 2 } }, ["Publicerad 2026-03-01, ändrat sedan dess", "Priserna öppnade 2026-03-01"]],
])("changed since it was registered: %s", (_, change, said) => {
  const priced = done(recordPrices(done(publish(entered, by)), by));
  const parts = line({ ...priced, ...change }).replace("Läget: ", "").split(" · ");
  expect([parts[0], parts[3]]).toEqual(said);
});

// prettier-ignore
test.each<[what: string, decisions: EvaluationDocument["decisions"], registered: Type, said: string]>([
  ["a correction that is entered and not registered", [{ id: "B1", kind: "correction", decidedAt: "2026-04-20" }],   "awarded",   "Beslutad 2026-04-07"],
  ["a registered cancellation",                       [{ id: "B1", kind: "cancellation", decidedAt: "2026-04-20" }], "cancelled", "Upphandlingen avbruten 2026-04-20"],
])("the last registered decision stands: %s", (_, decisions, type, said) => {
  const value: EvaluationDocument = {
    ...entered,
    award: { decidedAt: "2026-04-07" },
    ...(decisions ? { decisions } : {}),
    events: [
      { type: "awarded", time: "2026-04-09T08:00:00Z", by: "Eva Ek" },
      ...(type === "cancelled" ? [{ type, time: "2026-04-21T08:00:00Z", by: "Eva Ek", place: "decisions[B1]" }] : []),
    ],
  };
  // The events of these rows do not have what they registered.
  expect(line(value).split(" · ").at(-1)?.replace(", ändrat sedan dess", "")).toBe(said);
  expect(isDecided(value)).toBe(type === "awarded");
});

test("in English", () => {
  expect(line(on(["published"]), en)).toBe(
    "Progress: Published 2026-03-01, changed since · Bids are not opened (next step) · Quality is not fixed · Prices are not opened · Evaluation is not finalised · Not decided",
  );
});
