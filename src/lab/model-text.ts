/**
 * The model in plain words, to paste into the procurement documents, and the same text read back,
 * so that text and model cannot say different things. One sentence is one fact; the sentences are
 * in the word list, and both directions go by them. It judges nothing and computes nothing.
 */
import type {
  Criterion,
  EvaluationDocument,
  MethodSpec,
  Model,
  Rounding,
} from "../core/document/schema";
import { Exact, fractionPattern } from "../core/number";
import type { Words } from "../words/sv/words";
import { tieText } from "../words/sentences";

type Key = keyof Words["modelText"]["sentences"];
type Slots = { readonly [slot: string]: string };
/** One fact: which sentence, and what fills it. */
type Fact = { readonly key: Key; readonly slots: Slots };

const fact = (key: Key, slots: Slots = {}): Fact => ({ key, slots });

/** The text, one sentence a line; criteria are numbered by where they stand. */
export function modelText(document: EvaluationDocument, words: Words): string {
  const { title, criteria } = words.modelText;
  const lines = [
    title,
    "",
    ...modelFacts(document.model, words).map((each) => sentence(each, words)),
  ];
  const own = criterionFacts(document.criteria, "", words).map((each) =>
    each.key === "criterion" ? `\n${sentence(each, words)}` : sentence(each, words),
  );
  return [...lines, ...(own.length === 0 ? [] : ["", criteria, ...own]), ""].join("\n");
}

function sentence({ key, slots }: Fact, words: Words): string {
  return words.modelText.sentences[key]
    .replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? "")
    .trimEnd();
}

function modelFacts(model: Model, words: Words): Fact[] {
  const decimal = words.number;
  const rounding = (
    of: "Price" | "Grades" | "Result",
    value: Rounding | null | undefined,
  ): Fact[] => {
    if (value === undefined) return [];
    return [
      value
        ? fact(`rounded${of}`, {
            count: String(value.decimals),
            mode: words.roundingModes[value.mode],
          })
        : fact(`exact${of}`),
    ];
  };
  return [
    fact("basis", { basis: words.bases[model.basis] }),
    ...methodFacts(model, words),
    ...(model.priceCeiling === undefined
      ? []
      : [fact("ceiling", { decimal: decimal(model.priceCeiling) })]),
    ...(model.priceDecimals === undefined
      ? []
      : [fact("priceDecimals", { count: String(model.priceDecimals) })]),
    ...(model.zeroPrice === undefined
      ? []
      : [fact(model.zeroPrice === "allowed" ? "zeroAllowed" : "zeroForbidden")]),
    ...(model.blankOptional === undefined ? [] : [fact(`blank-${model.blankOptional}`)]),
    ...rounding("Price", model.rounding.price),
    ...rounding("Grades", model.rounding.grades),
    ...rounding("Result", model.rounding.result),
    model.ties.length === 0
      ? fact("noTies")
      : fact("ties", { ties: model.ties.map((rule) => tieText(rule, words)).join(", ") }),
    fact("winners", { count: String(model.winners) }),
  ];
}

function methodFacts({ method, label }: Model, words: Words): Fact[] {
  const decimal = words.number;
  const name = plain(label);
  switch (method.type) {
    case "lowest-price":
    case "percentage":
      return [fact(method.type, { label: name })];
    case "monetary":
      return [
        fact("monetary", { label: name }),
        ...(method.constant === undefined
          ? []
          : [fact("constant", { decimal: decimal(method.constant) })]),
      ];
    case "quotient":
      return [
        fact(method.form, { label: name }),
        ...(method.multiplier === undefined
          ? []
          : [fact("multiplier", { decimal: decimal(method.multiplier) })]),
      ];
    case "fixed-price":
      return [fact("fixed-price", { label: name, decimal: decimal(method.price) })];
    case "priority-order":
      return [
        fact("priority-order", {
          label: name,
          ids: method.order
            .map((id) => (id === "price" ? words.modelText.priceKey : id))
            .join(", "),
        }),
      ];
    case "points":
      return [
        fact("points", { label: name, decimal: decimal(method.maximum ?? "100") }),
        fact("priceWeight", { decimal: decimal(method.price.weight) }),
        ...scaleFacts(method.price.scale, words),
        fact(method.quality),
      ];
  }
}

type PriceScale = Extract<MethodSpec, { type: "points" }>["price"]["scale"];

function scaleFacts(scale: PriceScale, { number: decimal }: Words): Fact[] {
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

const worths = [
  "weight",
  "deduction",
  "addition",
  "perPoint",
  "cap",
  "deductionPercent",
  "additionPercent",
  "minimumShare",
  "minimumPoints",
] as const;

function criterionFacts(criteria: readonly Criterion[], outline: string, words: Words): Fact[] {
  return criteria.flatMap((criterion, n) => {
    const own = `${outline}${n + 1}`;
    const {
      id,
      name,
      description,
      bands = [],
      children,
      aggregate,
      panel,
      perConsultant,
      perParticipant,
      minimum,
    } = criterion;
    const decimal = words.number;
    return [
      fact("criterion", { outline: own, name: plain(name), id }),
      ...(description === undefined || plain(description) === ""
        ? []
        : [fact("description", { name: plain(description) })]),
      ...worths.flatMap((key) =>
        criterion[key] === undefined ? [] : [fact(key, { decimal: decimal(criterion[key]) })],
      ),
      ...bands.map(({ from, to, deduction }) =>
        fact("band", { decimal: decimal(from), second: decimal(to), third: decimal(deduction) }),
      ),
      ...(minimum === undefined
        ? []
        : [
            fact("minimum", {
              figure:
                minimum === "yes" || minimum === "no" ? words.answers[minimum] : decimal(minimum),
            }),
          ]),
      ...leafScaleFacts(criterion, words),
      ...(panel === undefined || panel === "single" ? [] : [fact(panel)]),
      ...(perConsultant ? [fact("perConsultant")] : []),
      ...(perParticipant ? [fact("perParticipant")] : []),
      ...(children
        ? [
            fact(aggregate === "points" ? "aggregatePoints" : "aggregateWeights"),
            ...criterionFacts(children, `${own}.`, words),
          ]
        : []),
    ];
  });
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
          fact("level", { decimal: decimal(value), name: plain(label) }),
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
          name: plain(scale.unit),
        }),
      ];
  }
}

/** Text on one line: what a line break or a run of spaces says is the same as one space. */
function plain(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, " ").trim();
}

/** What a text says of a model: its facts, in order, and the lines that are none. */
export type Read = {
  readonly facts: readonly Fact[];
  readonly unread: readonly { readonly line: number; readonly text: string }[];
};

/** What each kind of slot can hold. */
const slotPatterns: { readonly [slot: string]: string } = {
  outline: "\\d+(?:\\.\\d+)*",
  id: "[\\p{L}\\d._-]{1,40}",
  decimal: "[-−]?\\d(?:[\\d ,.]*\\d)?(?:/\\d+)?",
  count: "\\d+",
};

/** Reads the sentences back; what stands after the worked example's heading is not the model. */
export function readModelText(text: string, words: Words): Read {
  const templates = Object.entries(words.modelText.sentences).map(([key, template]) => ({
    key: key as Key,
    ...pattern(template),
  }));
  const headings = new Set([words.modelText.title, words.modelText.criteria]);
  const facts: Fact[] = [];
  const unread: { line: number; text: string }[] = [];
  for (const [n, raw] of text.split(/\r?\n/).entries()) {
    const line = plain(raw.replace(/^[\s#*•–-]+(?=\p{L}|\d)/u, ""));
    if (line === words.modelText.example) break;
    if (line === "" || headings.has(line)) continue;
    const found = templates.flatMap(({ key, expression, slots }) => {
      const match = expression.exec(line);
      return match
        ? [{ key, slots: Object.fromEntries(slots.map((slot, s) => [slot, match[s + 1] ?? ""])) }]
        : [];
    })[0];
    if (found) facts.push(found);
    else unread.push({ line: n + 1, text: line.slice(0, 80) });
  }
  return { facts, unread };
}

/**
 * A sentence as an expression that its own filled-in text matches; a slot that comes twice must
 * hold the same twice.
 */
function pattern(template: string): { expression: RegExp; slots: string[] } {
  const slots: string[] = [];
  const source = plain(template)
    .split(/(\{\w+\})/)
    .map((part) => {
      const slot = /^\{(\w+)\}$/.exec(part)?.[1];
      if (slot === undefined) return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      if (slots.includes(slot)) return `\\${slots.indexOf(slot) + 1}`;
      slots.push(slot);
      return `(${slotPatterns[["second", "third"].includes(slot) ? "decimal" : slot] ?? ".*"})`;
    })
    .join("");
  // A free text may be nothing, and the space before or after it is then gone.
  return {
    expression: new RegExp(
      `^${source.replace(/ \(\.\*\)$/, " ?(.*)").replace(" (.*) ", " (?:(.*) )?")}$`,
      "u",
    ),
    slots,
  };
}

/** One thing that the text and the model do not say alike; either side may say nothing. */
export type ModelTextDifference = {
  readonly place: string;
  readonly text: string;
  readonly model: string;
};

/**
 * Compares a text with a model, sentence by sentence within each criterion; a number is compared as
 * the number it is.
 */
export function compareModelText(
  read: Read,
  document: EvaluationDocument,
  words: Words,
): ModelTextDifference[] {
  const expected = grouped(
    [...modelFacts(document.model, words), ...criterionFacts(document.criteria, "", words)],
    words,
  );
  const found = grouped(read.facts, words);
  const places = [...new Set([...expected.keys(), ...found.keys()])];
  return places.flatMap((place) => {
    const [theirs, ours] = [found.get(place) ?? [], expected.get(place) ?? []];
    const missing = ours.filter((each) => !theirs.includes(each));
    const foreign = theirs.filter((each) => !ours.includes(each));
    const inOrder =
      missing.length === 0 && foreign.length === 0 && theirs.join("\n") !== ours.join("\n");
    const count = Math.max(missing.length, foreign.length);
    if (inOrder) return [{ place, text: theirs.join(" "), model: ours.join(" ") }];
    return Array.from({ length: count }, (_, n) => ({
      place,
      text: foreign[n] ?? "",
      model: missing[n] ?? "",
    }));
  });
}

/**
 * The sentences of the model and of each criterion, in one spelling, under "model" or the
 * criterion's id.
 */
function grouped(facts: readonly Fact[], words: Words): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  let place = "model";
  for (const each of facts) {
    if (each.key === "criterion") place = `criteria[${each.slots["id"] ?? ""}]`;
    groups.set(place, [...(groups.get(place) ?? []), sentence(spelled(each, words), words)]);
  }
  return groups;
}

/** Numbers in one spelling: "75000", "75 000" and "75 000,00" say the same. */
function spelled({ key, slots }: Fact, words: Words): Fact {
  const numeric = new Set(["decimal", "second", "third", "figure"]);
  return fact(
    key,
    Object.fromEntries(
      Object.entries(slots).map(([slot, text]) => {
        const bare = text.replace(/[\s\u00a0\u202f]/g, "").replace("−", "-");
        const decimal = words.language === "en" ? bare.replaceAll(",", "") : bare.replace(",", ".");
        const isFraction = numeric.has(slot) && fractionPattern.test(decimal);
        if (isFraction) return [slot, Exact.of(decimal).toText()];
        const isNumber = numeric.has(slot) && /^-?\d{1,15}(?:\.\d{1,10})?$/.test(decimal);
        return [
          slot,
          isNumber
            ? words.number(
                Exact.of(decimal.replace(/^(-?)0+(?=\d)/, "$1").replace(/^-0$/, "0")).toText(),
              )
            : plain(text),
        ];
      }),
    ),
  );
}
