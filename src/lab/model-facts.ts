/**
 * A model as facts, each a sentence of the word list and what fills it. The published text is
 * written from these facts and compared with them, so that text and model cannot say different
 * things. It judges nothing and computes nothing.
 */
import { worthNumberKeys } from "../core/document/worth-keys";
import { namesIn } from "../core/document/names";
import type { Criterion, MethodSpec, EvaluationDocument, Rounding } from "../core/document/schema";
import type { Words } from "../words/sv/words";
import { tieText } from "../words/sentences";
import { namedId } from "../words/named-id";

export type FactKey = keyof Words["modelText"]["sentences"];
type Slots = { readonly [slot: string]: string };

/** One fact: a sentence of the word list, and what fills its slots. */
export type Fact = { readonly key: FactKey; readonly slots: Slots };

export const fact = (key: FactKey, slots: Slots = {}): Fact => ({ key, slots });

/** The fact with a number in it, if the number is given. */
function decimalFacts(key: FactKey, decimal: string | undefined, { number }: Words): Fact[] {
  return decimal === undefined ? [] : [fact(key, { decimal: number(decimal) })];
}

/** A fact as its sentence, without the space that an empty slot leaves at the end. */
export function factSentence({ key, slots }: Fact, words: Words): string {
  return words.modelText.sentences[key]
    .replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? "")
    .trimEnd();
}

/** Puts a text on one line: a line break or a run of spaces says the same as one space. */
export function onOneLine(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, " ").trim();
}

/** The facts with the currency where their sentence states an amount. */
function inCurrency(facts: readonly Fact[], currency: string, words: Words): Fact[] {
  return facts.map(({ key, slots }) =>
    fact(
      key,
      words.modelText.sentences[key].includes("{currency}") ? { ...slots, currency } : slots,
    ),
  );
}

/** The facts of the model itself, in the order of its text. */
export function modelFacts(document: EvaluationDocument, words: Words): Fact[] {
  return inCurrency(ownFacts(document, words), document.procurement.currency, words);
}

function ownFacts(document: EvaluationDocument, words: Words): Fact[] {
  const { model, procurement } = document;
  const names = namesIn(document);
  // The basis of award (LOU 16 kap. 1 §) is of bids, and not of how candidates are chosen.
  const isOfSelection = procurement.stage === "selection";
  return [
    ...(isOfSelection ? [] : [fact("basis", { basis: words.bases[model.basis] })]),
    ...methodFacts(document, words),
    ...decimalFacts("ceiling", model.priceCeiling, words),
    ...(model.priceDecimals === undefined
      ? []
      : [fact("priceDecimals", { count: String(model.priceDecimals) })]),
    ...(model.zeroPrice === undefined
      ? []
      : [fact(model.zeroPrice === "allowed" ? "zeroAllowed" : "zeroForbidden")]),
    ...(model.contracts === undefined ? [] : [fact(`contracts-${model.contracts}`)]),
    ...(model.blankOptional === undefined ? [] : [fact(`blank-${model.blankOptional}`)]),
    ...roundingFacts("Price", model.rounding.price, words),
    ...roundingFacts("Grades", model.rounding.grades, words),
    ...roundingFacts("Result", model.rounding.result, words),
    model.ties.length === 0
      ? fact("noTies")
      : fact("ties", {
          ties: onOneLine(model.ties.map((rule) => tieText(rule, words, names)).join(", ")),
        }),
    fact(isOfSelection ? "invited" : "winners", { count: String(model.winners) }),
  ];
}

/** @param rounding null where the model says that nothing is rounded, undefined where it is silent */
function roundingFacts(
  figure: "Price" | "Grades" | "Result",
  rounding: Rounding | null | undefined,
  { roundingModes }: Words,
): Fact[] {
  if (rounding === undefined) return [];
  if (rounding === null) return [fact(`exact${figure}`)];
  const { decimals, mode } = rounding;
  return [fact(`rounded${figure}`, { count: String(decimals), mode: roundingModes[mode] })];
}

function methodFacts(document: EvaluationDocument, words: Words): Fact[] {
  const { method, label: name } = document.model;
  const decimal = words.number;
  const label = onOneLine(name);
  switch (method.type) {
    case "lowest-price":
    case "percentage":
      return [fact(method.type, { label })];
    case "monetary":
      return [fact("monetary", { label }), ...decimalFacts("constant", method.constant, words)];
    case "quotient":
      return [
        fact(method.form, { label }),
        ...decimalFacts("multiplier", method.multiplier, words),
      ];
    case "fixed-price":
      return [fact("fixed-price", { label, decimal: decimal(method.price) })];
    case "priority-order": {
      const { priceKey } = words.modelText;
      const names = namesIn(document);
      const ids = method.order.map((id) => (id === "price" ? priceKey : namedId(id, names)));
      return [
        fact("priority-order", { label, ids: onOneLine(ids.join(", ")) }),
        ...(method.order.includes("price") ? [fact("lowerPriceFirst")] : []),
      ];
    }
    case "points":
      return [
        fact("points", { label, decimal: decimal(method.maximum ?? "100") }),
        fact("priceWeight", { decimal: decimal(method.price.weight) }),
        ...priceScaleFacts(method.price.scale, words),
        fact(method.quality),
      ];
  }
}

type PriceScale = Extract<MethodSpec, { type: "points" }>["price"]["scale"];

function priceScaleFacts(scale: PriceScale, { number: decimal }: Words): Fact[] {
  switch (scale.type) {
    case "relative-mean":
      return [fact(scale.type, { decimal: decimal(scale.perPercent) })];
    case "relative-slope":
      return [
        fact(scale.type, { decimal: decimal(scale.zeroAt) }),
        ...(scale.wider === undefined
          ? []
          : [
              fact("wider-slope", {
                decimal: decimal(scale.zeroAt),
                second: decimal(scale.wider),
              }),
            ]),
      ];
    case "absolute-linear":
      return [fact(scale.type, { decimal: decimal(scale.best), second: decimal(scale.worst) })];
    case "absolute-ratio":
      return [fact(scale.type, { decimal: decimal(scale.reference) })];
    case "bands":
      return [
        fact("bands"),
        ...scale.bands.map(({ upTo, share }) =>
          fact("priceBand", { decimal: decimal(upTo), second: decimal(share) }),
        ),
      ];
    default:
      return [fact(scale.type)];
  }
}

/** What a criterion can be worth and must reach, each a number, in the order of its text. */
const numberKeys = [...worthNumberKeys, "minimumShare", "minimumPoints"] as const;

/** The facts of every criterion, in the order of their text. */
export function criterionFacts(
  { criteria, procurement }: Pick<EvaluationDocument, "criteria" | "procurement">,
  words: Words,
): Fact[] {
  return inCurrency(factsBelow(criteria, "", words), procurement.currency, words);
}

/** @param outline what the criteria's numbers begin with: "" for root criteria, "2." below the second */
function factsBelow(criteria: readonly Criterion[], outline: string, words: Words): Fact[] {
  return criteria.flatMap((criterion, n) => {
    const number = `${outline}${n + 1}`;
    const { id, name, description = "", children, aggregate } = criterion;
    return [
      fact("criterion", { outline: number, name: onOneLine(name), id }),
      ...(onOneLine(description) === ""
        ? []
        : [fact("description", { name: onOneLine(description) })]),
      ...worthFacts(criterion, words),
      ...scoringFacts(criterion, words),
      ...(children
        ? [
            fact(aggregate === "points" ? "aggregatePoints" : "aggregateWeights"),
            ...factsBelow(children, `${number}.`, words),
          ]
        : []),
    ];
  });
}

function worthFacts(criterion: Criterion, words: Words): Fact[] {
  const { bands = [], minimum } = criterion;
  const decimal = words.number;
  const figure =
    minimum === "yes" || minimum === "no" ? words.answers[minimum] : decimal(minimum ?? "0");
  return [
    ...numberKeys.flatMap((key) => decimalFacts(key, criterion[key], words)),
    ...bands.map(({ from, to, deduction }) =>
      fact("band", { decimal: decimal(from), second: decimal(to), third: decimal(deduction) }),
    ),
    ...(minimum === undefined ? [] : [fact("minimum", { figure })]),
  ];
}

/** The scale, who scores, and for whom. */
function scoringFacts(criterion: Criterion, words: Words): Fact[] {
  const { panel, perConsultant, perParticipant } = criterion;
  return [
    ...leafScaleFacts(criterion, words),
    ...(panel === undefined || panel === "single" ? [] : [fact(panel)]),
    ...(perConsultant ? [fact("perConsultant")] : []),
    ...(perParticipant ? [fact("perParticipant")] : []),
  ];
}

function leafScaleFacts({ scale }: Criterion, { number: decimal }: Words): Fact[] {
  switch (scale?.type) {
    case undefined:
      return [];
    case "yes-no":
    case "sus":
      return [fact(scale.type)];
    case "levels":
      return [
        fact("levels"),
        ...scale.levels.map(({ value, label }) =>
          fact("level", { decimal: decimal(value), name: onOneLine(label) }),
        ),
      ];
    case "points":
      return [
        fact("pointsScale", { decimal: decimal(scale.zero), second: decimal(scale.max) }),
        ...(scale.step === undefined ? [] : [fact("step", { decimal: decimal(scale.step) })]),
      ];
    case "measure":
      return [
        fact("measure", {
          decimal: decimal(scale.worst),
          second: decimal(scale.best),
          name: onOneLine(scale.unit),
        }),
      ];
  }
}
