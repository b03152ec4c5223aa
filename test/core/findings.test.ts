/**
 * The catalogue of findings: every code has one topic, and every language a sentence for it, in which
 * bidders, criteria, price rows, evaluators and authorities have their names.
 */
import type { Finding } from "../../src/core/finding";
import type { FindingCode } from "../../src/core/findings/catalogue";
import { findingCodes, idDetailsOf, topicOf } from "../../src/core/findings/catalogue";
import { documentFindings } from "../../src/core/findings/document";
import type { Entry } from "../../src/core/findings/entry";
import { evaluationFindings } from "../../src/core/findings/evaluation";
import { laboratoryFindings } from "../../src/core/findings/laboratory";
import { procedureFindings } from "../../src/core/findings/procedure";
import { recordFindings } from "../../src/core/findings/record";
import { workbookFindings } from "../../src/core/findings/workbook";
import { withNames } from "../../src/core/names-of-findings";
import type { PriceItem } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { en } from "../../src/words/en/words";
import { findingText } from "../../src/words/sentences";
import { sv } from "../../src/words/sv/words";
import { document, monetary } from "../small";

test.each([
  ["sv", sv],
  ["en", en],
])("%s has a sentence for every code, and no other", (_, words) => {
  expect(Object.keys(words.findings).sort()).toEqual([...findingCodes].sort());
});

// prettier-ignore
test.each<[FindingCode, ReturnType<typeof topicOf>]>([
  ["low-bid-flagged",          "low-bids"],
  ["clarification-undecided",  "clarifications"],
  ["second-reading-missing",   "second-reading"],
  ["verdict-unsigned",         "signatures"],
  ["score-without-rationale",  "reasons"],
  ["score-unrecorded",         "unrecorded"],
  ["bid-not-final",            "final-bids"],
  ["self-check-fails",         "arithmetic"],
])("%s is about %s", (code, topic) => expect(topicOf(code)).toBe(topic));

/** A case in which everything that has an id has a name. */
const named = {
  ...document({
    criteria: [monetary("U", { name: "Användbarhet" })],
    bids: [{ id: "A" }],
    model: { authorities: [{ id: "SN", name: "Socialnämnden", inhabitants: "1" }] },
  }),
  priceItems: [{ id: "L", name: "Licens", category: "licence" as const, unit: "st" }],
  evaluators: [{ id: "ea", name: "Ellen Ask" }],
};
const told = {
  bids: ["A", "Bolaget A (A)"],
  criteria: ["U", "Användbarhet (U)"],
  priceItems: ["L", "Licens (L)"],
  evaluators: ["ea", "Ellen Ask (ea)"],
  authorities: ["SN", "Socialnämnden (SN)"],
} as const;
const entries = {
  ...documentFindings,
  ...workbookFindings,
  ...evaluationFindings,
  ...procedureFindings,
  ...laboratoryFindings,
  ...recordFindings,
};

/** Details of a code: its ids those of the case, and something of its kind for the rest. */
function detailsOf(code: FindingCode): Finding["details"] {
  const { details }: { readonly details: Entry } = entries[code];
  const ids = new Map(idDetailsOf(code).map(([detail, list]) => [detail, told[list][0]]));
  return Object.fromEntries(
    Object.entries(details).map(([detail, given]): [string, string | number | string[]] => {
      const kind = typeof given === "string" ? given : given.optional;
      const id = ids.get(detail) ?? "x";
      if (kind === "count" || kind === "text-or-count") return [detail, 2];
      return [detail, kind === "texts" || kind.endsWith("s") || kind === "criteria" ? [id] : id];
    }),
  );
}

const withIds = findingCodes.filter((code) => idDetailsOf(code).length > 0);

test.each(withIds)("%s tells what it is about by name, with the id beside it", (code) => {
  const details = detailsOf(code);
  const [found] = withNames([{ code, severity: "note", where: "", details }], named);
  for (const words of [sv, en]) {
    const sentence = found === undefined ? "" : findingText(found, words);
    for (const [, list] of idDetailsOf(code)) expect(sentence).toContain(told[list][1]);
  }
});

/** Sentences about an id that nothing has. */
const nameless: ReadonlySet<string> = new Set([
  "bid-unknown",
  "ballot-unknown-evaluator",
  "ballot-unknown-bid",
  "ballot-unknown-criterion",
]);

test("no sentence has the id of a bid, a criterion or an evaluator without its name", () => {
  const bare = findingCodes.filter((code) => {
    const { details }: { readonly details: Entry } = entries[code];
    const has = (detail: string) => Object.hasOwn(details, detail);
    return (["bid", "criterion", "evaluator"] as const).some(
      (detail) => details[detail] === "text" && !has("bidder") && !has("name"),
    );
  });
  expect(bare.filter((code) => !nameless.has(code))).toEqual([]);
});

// prettier-ignore
test.each([
  ["sv", sv, "Bolaget A (A) har ett negativt pris på rad Gräsklippning, år 2 (P1.2): −2. Kontrollera att det ska vara så."],
  ["en", en, "Bolaget A (A) has a negative price on row Gräsklippning, year 2 (P1.2): −2. Check that this is correct."],
])("a price of one contract year is told with its year: %s", (_, words, said) => {
  const mown = (year: number): PriceItem => ({
    ...{ id: `P1.${year}`, name: "Gräsklippning", category: "other", unit: "kr", quantity: "1" },
    ...{ byYear: "P1", years: { from: year, to: year } },
  });
  const [bid, ...none] = document({ bids: [{ id: "A" }] }).bids;
  const bids = bid ? [{ ...bid, prices: { "P1.1": "2", "P1.2": "-2" } }] : none;
  const { findings } = evaluate({ ...document({ bids: [] }), bids, priceItems: [mown(1), mown(2)] });
  const negative = findings.filter(({ code }) => code === "price-negative");
  expect(negative.map((each) => findingText(each, words))).toEqual([said]);
});
