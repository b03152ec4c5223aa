/**
 * Puts steps, rules, findings and failures into the reader's language: looks up the sentence that
 * the word list has for each and fills in its values. It makes up no words of its own.
 */
import { namedId } from "./named-id";
import type { Reason } from "../core/compliance";
import type { DecidingPart } from "../core/document/deciding-values";
import { isDecided } from "../core/document/decisions";
import { arePricesSealed } from "../core/document/sealed-prices";
import type { Origins } from "../core/document/origins";
import type { EvaluationDocument, Source } from "../core/document/schema";
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import type { Finding } from "../core/finding";
import { isComparedAsOffered, priceAsOffered, priceKind } from "../core/price-as-offered";
import { partsOf } from "../core/law";
import type { About, Rule, Step, Value } from "../core/step";
import { Exact } from "../core/number";
import type { Words } from "./sv/words";
import { fieldLabel, publishedPlaceText, spotText } from "./place-text";
import { recordedText } from "./recorded-text";
import { momentText } from "./time";
import type { Names } from "../core/document/names";
import { namesIn } from "../core/document/names";

type Sentences = { readonly [code: string]: ((details: Finding["details"]) => string) | undefined };

/** A finding as one sentence: in which contract, what was seen, and what to do about it. */
export function findingText(
  { contract, ...found }: Pick<Finding, "code" | "details" | "provision" | "contract" | "names">,
  words: Words,
): string {
  const text = sentenceOfFinding(found, words);
  return contract === undefined ? text : words.contractOf(contract.name, text);
}

/** A finding about what was typed in a form: there is then no cell to look at. */
export function typedText(found: Pick<Finding, "code" | "details">, words: Words): string {
  const typed: { readonly [code: string]: unknown } = words.typedFindings;
  const sentence = typed[found.code] as ((details: Finding["details"]) => string) | undefined;
  return sentence?.(found.details) ?? findingText(found, words);
}

/** Several findings, a sentence each, as they stand beside what was pressed. */
export function findingTexts(
  findings: readonly Parameters<typeof findingText>[0][],
  words: Words,
): string {
  return findings.map((each) => findingText(each, words)).join(" ");
}

function sentenceOfFinding(
  {
    code,
    details,
    provision,
    names = [],
  }: Pick<Finding, "code" | "details" | "provision" | "names">,
  words: Words,
): string {
  const { table, row, column, name } = details;
  const spot = { table: String(table), row: String(row), column: String(column) };
  const named = name === undefined ? spot : { ...spot, name: String(name) };
  const cell = table === undefined || column === undefined ? {} : { cell: spotText(named, words) };
  // The details are those of the code; the compiler's view of a union of codes cannot say so.
  const sentence = words.findings[code] as (details: Finding["details"]) => string;
  return sentence({
    ...details,
    ...namedWords(details, names, words),
    ...cell,
    ...(provision === undefined ? {} : { law: words.law(...partsOf(provision)) }),
    ...modelWords(details, words),
    ...changeWords(details, words),
    ...recordedWords(code, details, words),
    ...changedRowWords(code, details, words),
  });
}

/** The ids in the details with their names: "Användbarhet (U)", "Gräsklippning, år 2 (P1.2)". */
function namedWords(
  details: Finding["details"],
  names: NonNullable<Finding["names"]>,
  words: Words,
): Finding["details"] {
  const named = (detail: string) => {
    const known = new Map(
      names.flatMap(([of, id, name, year]) =>
        of === detail
          ? [[id, year === undefined ? name : words.nameInYear(name, year)] as const]
          : [],
      ),
    );
    const value = details[detail];
    return Array.isArray(value)
      ? (value as readonly string[]).map((id) => namedId(id, known))
      : namedId(String(value), known);
  };
  return Object.fromEntries(names.map(([detail]) => [detail, named(detail)]));
}

/** The findings about values that differ from their record, and the part that each is about. */
const unrecordedParts: { readonly [code: string]: DecidingPart | undefined } = {
  "register-unrecorded": "register",
  "price-unrecorded": "prices",
  "verdict-unrecorded": "verdicts",
  // A score of yes or no is written as an answer is.
  "score-unrecorded": "verdicts",
  "record-unrecorded": "records",
};

/** What was recorded and what stands, as the reader would write it. */
function recordedWords(
  code: string,
  { key, recorded, seen = "" }: Finding["details"],
  words: Words,
): Finding["details"] {
  if (recorded === undefined) return {};
  if (code === "trail-cell-changed") {
    const headers: { readonly [key: string]: string } = words.headers.events;
    const column = String(key);
    const shown = (text: string) => journalCell(column, text, words);
    return {
      key: headers[column] ?? column,
      recorded: shown(String(recorded)),
      seen: shown(String(seen)),
    };
  }
  const part = unrecordedParts[code];
  if (part === undefined) return {};
  const inWords = (text: string) => (text === "" ? "" : recordedText(text, part, words));
  return { recorded: inWords(String(recorded)), seen: inWords(String(seen)) };
}

/** A changed row of a form by its label, which only the reader's words have. */
function changedRowWords(
  code: string,
  { table, id }: Finding["details"],
  words: Words,
): Finding["details"] {
  if (code !== "verify-row-changed") return {};
  const label = fieldLabel({ table: String(table), row: String(id) }, words);
  return label === undefined ? {} : { id: label };
}

/** What a cell of the journal holds, as its sheet shows it. */
function journalCell(column: string, text: string, words: Words): string {
  const types: { readonly [type: string]: string } = words.eventTypes;
  if (column === "type") return types[text] ?? text;
  return column === "time" || column === "at" ? momentText(text) : text;
}

/** What differs from the published model: each place in words, what was published and what stands. */
function changeWords(
  { places, names = [], values = [] }: Finding["details"],
  words: Words,
): Finding["details"] {
  if (!Array.isArray(places)) return {};
  return {
    changes: (places as readonly string[]).map((place, n) => {
      const name = (names as readonly string[])[n] ?? "";
      const text = publishedPlaceText(place, words, name === "" ? undefined : name);
      return `${text}: ${(values as readonly string[])[n] ?? ""}`;
    }),
  };
}

/** The header that a criterion's key stands under, and the method as the sheet Modell calls it. */
function modelWords({ key, method }: Finding["details"], words: Words): Finding["details"] {
  const headers: { readonly [key: string]: string } = words.headers.criteria;
  const methods: { readonly [type: string]: string } = words.methodTypes;
  const [header, name] = [headers[String(key)], methods[String(method)]];
  return {
    ...(header === undefined ? {} : { header }),
    ...(name === undefined ? {} : { methodName: name }),
  };
}

/** The same with the decision that accepted it, where there is one. */
export function acceptedText(each: Finding, words: Words): string {
  const { accepted } = each;
  return (
    findingText(each, words) +
    (accepted ? ` ${words.overview.accepted}: ${accepted.reason} (${accepted.by}).` : "")
  );
}

/**
 * An amount with its declared decimals, or with all that it has, so that nothing shown can
 * contradict the ranking.
 */
export function amountText(value: Exact, decimals: number | undefined, words: Words): string {
  return words.number(decimals === undefined ? value.toDecimal(12) : value.toFixed(decimals));
}

/**
 * An amount in the currency as people write it: one with more than six decimals, as a present value
 * has, is told to the hundredth with "≈" before it.
 */
export function shortAmountText(value: Exact, words: Words): string {
  return value.equals(value.rounded(6, "half-up"))
    ? amountText(value, undefined, words)
    : `≈ ${words.number(value.toFixed(2))}`;
}

/** A figure with at most six decimals; "≈" says that there are more. */
export function sixDecimals(value: Exact, words: Words): string {
  const shown = value.rounded(6, "half-up");
  return `${shown.equals(value) ? "" : "≈\u00a0"}${words.number(shown.toText())}`;
}

/** The name of the prices that the bids are compared by, which may be the offered ones. */
export function comparedPriceName(
  bids: readonly Pick<BidEvaluation, "price">[],
  words: Words,
): string {
  return bids.every(isComparedAsOffered) ? words.overview.price : words.protocol.usedPrice;
}

/** The name of the prices before blank rows and rounding are seen to. */
export function uncomparedPriceName(
  bids: readonly Pick<BidEvaluation, "price">[],
  words: Words,
): string {
  const kind = priceKind(bids);
  return kind === "corrected-price" ? words.names[kind] : words.overview.price;
}

/**
 * Each price that a published rule changed on the way to the result, "Ask AB (A) 899,1 → 899": at
 * most 20, and how many more.
 * @param step a decided correction, published costs that are added, rounding, or optional rows that
 *   were left blank and are counted as the model says
 */
function changedPriceTexts(
  { bids }: Pick<Evaluation, "bids">,
  step: "correction" | "published-costs" | "rounding" | "blank-rows",
  words: Words,
): string[] {
  const changed = bids.flatMap((each) => {
    const {
      bid,
      price: { offered, whole, evaluated, price },
    } = each;
    const [before, after] = {
      correction: [priceAsOffered(each), offered.value],
      "published-costs": [offered.value, whole.value],
      "blank-rows": [whole.value, evaluated.value],
      rounding: [evaluated.value, price.value],
    }[step];
    if (!before || !after || before.equals(after)) return [];
    const [from, to] = [before, after].map((each) => shortAmountText(each, words));
    return [`${bid.bidder} (${bid.id}) ${from} → ${to}`];
  });
  const more = changed.length - 20;
  return more > 0 ? [...changed.slice(0, 20), words.cli.more(more)] : changed;
}

/** Those changes as lines with what made them; none where every price counts as it was offered. */
export function changedPriceLines(
  evaluation: Pick<Evaluation, "bids">,
  words: Words,
): (readonly [label: string, prices: string])[] {
  const labels = [
    [words.overview.correctedPrices, changedPriceTexts(evaluation, "correction", words)],
    [words.overview.publishedCostPrices, changedPriceTexts(evaluation, "published-costs", words)],
    [words.overview.blankRowPrices, changedPriceTexts(evaluation, "blank-rows", words)],
    [words.overview.roundedPrices, changedPriceTexts(evaluation, "rounding", words)],
  ] as const;
  return labels.flatMap(([label, prices]) =>
    prices.length === 0 ? [] : [[label, prices.join("; ")] as const],
  );
}

/** A failure of the world as one sentence with its remedy. */
export function failureText(code: string, details: Finding["details"], words: Words): string {
  const hostile =
    details["hostile"] === undefined
      ? {}
      : { why: sentenceOf(words.hostile, String(details["hostile"]))(details) };
  return sentenceOf(words.failures, code)({ ...details, ...hostile });
}

/** A code without a sentence is our bug, and a user must never be shown a bare code. */
function sentenceOf(sentences: Sentences, code: string): (details: Finding["details"]) => string {
  const sentence = sentences[code];
  if (!sentence) throw new Error(`no words for ${code}`);
  return sentence;
}

const unnamed: Names = new Map();

/**
 * Why a bid is rejected or undecided: "krav K7 uppfylls inte", "bedömning saknas på Användbarhet
 * (U)".
 */
export function reasonText(
  { code, id = "" }: Pick<Reason, "code" | "id">,
  words: Words,
  names: Names,
): string {
  const sentences: { readonly [code: string]: ((id: string) => string) | undefined } =
    words.reasons;
  const sentence = sentences[code];
  if (!sentence) throw new Error(`no words for the reason ${code}`);
  return sentence(namedId(id, names));
}

/**
 * The bids with their reasons as they are told: prices that are kept apart are one reason, however
 * many rows they have.
 */
export function withToldReasons(
  bids: readonly BidEvaluation[],
  document: EvaluationDocument,
): readonly BidEvaluation[] {
  if (!arePricesSealed(document)) return bids;
  const isUnread = ({ code }: Reason) => code === "price-missing" || code === "unit-price-missing";
  return bids.map((bid) =>
    bid.reasons.some(isUnread)
      ? {
          ...bid,
          reasons: [
            ...bid.reasons.filter((each) => !isUnread(each)),
            { code: "price-sealed" } as const,
          ],
        }
      : bid,
  );
}

/** "Prisavdrag Användbarhet (U)", or "Prisavdrag U" where no names are given. */
export function stepName(
  { what, id, detail }: About,
  words: Words,
  names: Names = unnamed,
): string {
  const named = id === undefined ? undefined : namedId(id, names);
  return [words.names[what], named, what === "limit-check" ? undefined : detail]
    .filter(Boolean)
    .join(" ");
}

/** How a step was made, in words. */
export function ruleText({ rule, from }: Step<Value>, words: Words, names: Names): string {
  if (rule.kind === "rounded") return words.roundedTo(rule.decimals, rule.mode);
  if (rule.kind !== "rank") return expression(rule.kind, from, words) ?? words.rules[rule.kind];
  const among = words.rankedAmong(rule.direction, rule.among);
  return rule.ties.length === 0
    ? among
    : `${among}; ${words.tiesBrokenBy(rule.ties.map((tie) => tieText(tie, words, names)).join(", "))}`;
}

/** More operands than this are not written out. */
const mostOperands = 4;

/** "poäng ÷ högsta poäng": the rule with its operands, where it says which is which. */
function expression(
  kind: Rule["kind"],
  from: readonly Step<Value>[],
  words: Words,
): string | undefined {
  const written = words.expressions[kind as keyof Words["expressions"]] as
    ((operands: readonly string[]) => string) | undefined;
  return written && from.length <= mostOperands
    ? written(from.map(({ about }) => words.names[about.what].toLowerCase()))
    : undefined;
}

/**
 * The rule of a step; of an entered value, also the cell of the form that it was taken from; of a
 * verdict, the cells that it was to judge.
 */
export function ruleWithOrigin(
  step: Step<Value>,
  { origins, names }: { readonly origins: Origins; readonly names: Names },
  words: Words,
): string {
  const { rule } = step;
  const found = rule.kind === "input" ? (origins.get(rule.place) ?? []) : [];
  return [ruleText(step, words, names), ...found.map((source) => originText(source, words))].join(
    "; ",
  );
}

function originText(source: Source, words: Words): string {
  const { subject, cell, seen = "", comment = "", meaning, decidedBy = "", reason = "" } = source;
  const decided = [meaning && words.sourceMeanings[meaning], decidedBy, reason];
  const decision = decided.filter((text) => text !== undefined && text !== "").join(", ");
  const judged: { readonly [subject: string]: string | undefined } = words.forms.judged;
  const what = judged[subject ?? ""];
  const text = seen === "" && subject === "requirement" ? comment : seen;
  const taken = words.forms.takenFrom(cell, text, decision);
  return what === undefined ? taken : `${what} ${taken}`;
}

/**
 * A step's value in full: exact decimals or a fraction, a word for a verdict, nothing for what is
 * missing.
 */
export function valueText(rule: Rule, value: Value | undefined, words: Words): string {
  if (value === undefined) return words.missing;
  if (value instanceof Exact) return words.number(value.toText());
  if (rule.kind === "at-least" || rule.kind === "at-most")
    return words.limits[value as "met" | "not-met"];
  const known: { readonly [word: string]: string } = {
    ...words.verdicts,
    ...words.standings,
    ...words.flags,
  };
  return known[value] ?? value;
}

/**
 * Where a bid stands, in a word; one that its bidder has withdrawn, or that is passed over for its
 * bidder's other lots, is not called rejected.
 */
export function standingText(
  { bid, standing, reasons }: Pick<BidEvaluation, "bid" | "standing" | "reasons">,
  words: Words,
): string {
  if (standing.value !== "rejected") return words.standings[standing.value ?? "undecided"];
  if (bid.withdrawnAt !== undefined) return words.withdrawn;
  if (bid.lotLimitAt !== undefined) return words.atLotLimit;
  if (reasons.some(({ code }) => code === "supplier-excluded")) return words.exclusion.excluded;
  return reasons.every(({ code }) => code === "exclusion-ground")
    ? words.exclusion.standing
    : words.standings.rejected;
}

/** A tie rule in words: "högst avdrag", "kriterium: Användbarhet (U)"; a sheet that is filled in has the id. */
export function tieText(rule: string, words: Words, names: Names = unnamed): string {
  const [name = "", criterion] = rule.split(":");
  const word = words.tieRules[name as keyof Words["tieRules"]];
  return criterion === undefined ? word : `${word}: ${namedId(criterion, names)}`;
}

/**
 * What the best bids get: the award, which is only proposed until it is decided, or in the first of two
 * stages an invitation.
 */
export function awardWord(
  document: Pick<EvaluationDocument, "procurement" | "award" | "decisions" | "events">,
  words: Words,
): string {
  if (document.procurement.stage === "selection") return words.overview.invited;
  return isDecided(document) ? words.overview.award : words.overview.proposed;
}

/** A line of the outcome: who is awarded, an unresolved tie, or how one was resolved. */
export type AwardLine = {
  readonly kind: "award" | "tie" | "tie-break";
  readonly label: string;
  readonly text: string;
};

/**
 * The award, the ties and how they were resolved: of the whole, or of each separate contract after its
 * authority's name.
 * @param named a bid by its id
 */
export function awardLines(
  { document, award, ties, tieBreaks, contracts }: Evaluation,
  named: (id: string) => string,
  words: Words,
): AwardLine[] {
  if (contracts.length > 0)
    return contracts.flatMap(({ authority: { name }, evaluation }) =>
      awardLines(evaluation, named, words).map((line) => ({
        ...line,
        text: `${name}: ${line.text}`,
      })),
    );
  const { tie, tieBreak, noAward } = words.overview;
  return [
    {
      kind: "award",
      label: awardWord(document, words),
      text: award.length === 0 ? noAward : award.map(named).join(", "),
    },
    ...ties.map((tied) => ({
      kind: "tie" as const,
      label: tie,
      text: tied.map(named).join(", "),
    })),
    ...tieBreaks.map(({ rule, order }) => ({
      kind: "tie-break" as const,
      label: tieBreak,
      text: `${tieText(rule, words, namesIn(document))}: ${order.map((group) => group.map(named).join(" = ")).join(", ")}`,
    })),
  ];
}

/** The procurement's own word for its result, as a heading. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
