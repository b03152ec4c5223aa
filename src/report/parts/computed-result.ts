/**
 * How a bid's result and the chosen bids' came about, beside each other in one table: the price, what
 * each criterion is worth, what each bid was given, and what that did to the result. With the model's
 * sentences it is all that is needed to compute the results again. A secret price, and what it could be
 * worked out from, is left out.
 */
import type { Block } from "../../content/paper";
import type { Criterion } from "../../core/document/schema";
import { own } from "../../core/document/schema";
import type { Fulfilment } from "../../core/criteria";
import { everyFulfilment } from "../../core/criteria";
import type { BidEvaluation } from "../../core/evaluate";
import { Exact } from "../../core/number";
import type { Rule, Step, Value } from "../../core/step";
import { capital, sixDecimals, stepName } from "../../words/sentences";
import { isPriced, offeredPriceText, priceChanges, usedPriceText } from "../price-as-used";
import type { ReaderCase } from "../redacted-figures";
import { figureText, nameOf, resultText } from "../redacted-figures";
import { figure } from "./scores";
import { namesIn } from "../../core/document/names";
import { withWorthsInUse } from "../../core/worths-in-use";

/** A table of the bid and of the chosen ones, a row each for price, criteria, sums and result. */
export function computedResultPart(context: ReaderCase, bid: BidEvaluation): Block[] {
  const {
    evaluation: { award, bids, document },
    words,
  } = context;
  const say = words.letter.computed;
  const chosen = bids.filter((each) => award.includes(each.bid.id) && each !== bid);
  const beside = [bid, ...chosen];
  const row = (name: string, worth: string, of: (each: BidEvaluation) => string) => [
    name,
    worth,
    ...beside.map(of),
  ];
  const isChanged = beside.some((each) => priceChanges(each, context).length > 0);
  const isAdjusted = beside.some((each) => each.adjustmentOf.size > 0);
  return [
    {
      kind: "table",
      caption: chosen.length === 0 ? say.titleAlone : say.title,
      columns: ["", say.worth, say.yours, ...chosen.map((each) => nameOf(each.bid.id, context))],
      figures: beside.map((_, n) => n + 2),
      rows: [
        ...(isPriced(context.evaluation)
          ? [row(words.protocol.price, "", (each) => offeredPriceText(each, context))]
          : []),
        ...(isChanged
          ? [row(words.protocol.usedPrice, "", (each) => usedPriceText(each, context))]
          : []),
        ...fieldFigureRows(beside, context, row),
        ...priceFigureRows(beside, context, row),
        ...givenRows(withWorthsInUse(document).criteria, context, row),
        ...(isAdjusted ? [row(say.sum, "", (each) => figureText(each.adjustments, context))] : []),
        row(capital(document.model.label), "", (each) => resultText(each, context)),
      ],
    },
  ];
}

type Row = (name: string, worth: string, of: (each: BidEvaluation) => string) => string[];

/** What all compared bids determine together: the lowest price, the mean, the best share of a criterion. */
const ofField: ReadonlySet<Rule["kind"]> = new Set<Rule["kind"]>([
  "lowest-compared",
  "highest-compared",
  "mean-compared",
]);

/** A row for each figure that the results rest on and that is no bid's own: without it none can be computed again. */
function fieldFigureRows(
  beside: readonly BidEvaluation[],
  context: ReaderCase,
  row: Row,
): string[][] {
  const seen = new Set<Step<Value>>();
  const visit = (step: Step<Value>): Step[] => {
    if (seen.has(step)) return [];
    seen.add(step);
    const isOfField = ofField.has(step.rule.kind) && step.about.bid === undefined;
    // What it was made from is other bids' own.
    return isOfField ? [step as Step] : step.from.flatMap(visit);
  };
  const found = new Map(
    beside
      .flatMap(({ result }) => visit(result))
      .map(
        (step) =>
          [
            capital(stepName(step.about, context.words, namesIn(context.evaluation.document))),
            step,
          ] as const,
      ),
  );
  return [...found].map(([name, step]) => row(name, "", () => figureText(step, context)));
}

/** What the price itself gives, and the method's own figures on the way, where it has any. */
function priceFigureRows(
  beside: readonly BidEvaluation[],
  context: ReaderCase,
  row: Row,
): string[][] {
  const { words, evaluation } = context;
  const { method } = evaluation.document.model;
  const weight =
    method.type === "points" ? words.letter.computed.weight(words.number(method.price.weight)) : "";
  const [first] = beside;
  return [
    // Where the result is an amount, what comes from the price is the price itself.
    ...(first?.fromPrice && evaluation.unit === ""
      ? [
          row(words.letter.computed.fromPrice, weight, (each) =>
            each.fromPrice ? figureText(each.fromPrice, context) : "",
          ),
        ]
      : []),
    ...(first?.figures ?? []).map(({ about: { bid: _bid, ...about } }, n) =>
      row(capital(stepName(about, words, namesIn(evaluation.document))), "", (each) => {
        const step = each.figures[n];
        return step ? figureText(step, context) : "";
      }),
    ),
  ];
}

/** What each criterion is worth and what each bid was given on it, the parts of one below it. */
function givenRows(criteria: readonly Criterion[], context: ReaderCase, row: Row): string[][] {
  return criteria.flatMap((root) =>
    criterionRows(root, 0).map(({ criterion, depth }) =>
      row(
        `${"– ".repeat(depth)}${criterion.name} (${criterion.id})`,
        worthText(criterion, context),
        (each) => givenText(each, criterion, depth, context),
      ),
    ),
  );
}

/** A criterion with those that it is made up of, each with how deep it lies. */
function criterionRows(
  criterion: Criterion,
  depth: number,
): { readonly criterion: Criterion; readonly depth: number }[] {
  return [
    { criterion, depth },
    ...(criterion.children ?? []).flatMap((child) => criterionRows(child, depth + 1)),
  ];
}

/** What the model publishes that a criterion is worth, and how its scale gives a share of that. */
function worthText(criterion: Criterion, context: ReaderCase): string {
  const { words } = context;
  const say = words.letter.computed;
  const number = (text: string) => words.number(text);
  const amount = (text: string) => inCurrency(text, context);
  const { deduction, addition, perPoint, cap, bands } = criterion;
  const { deductionPercent, additionPercent, weight } = criterion;
  return [
    weight === undefined ? undefined : say.weight(number(weight)),
    deduction === undefined ? undefined : say.deduction(amount(deduction)),
    addition === undefined ? undefined : say.addition(amount(addition)),
    perPoint === undefined ? undefined : say.perPoint(amount(perPoint)),
    bands === undefined ? undefined : bandsText(bands, context),
    cap === undefined ? undefined : say.cap(amount(cap)),
    deductionPercent === undefined ? undefined : say.deductionPercent(number(deductionPercent)),
    additionPercent === undefined ? undefined : say.additionPercent(number(additionPercent)),
    scaleText(criterion, words),
  ]
    .filter((part) => part !== undefined)
    .join(", ");
}

function bandsText(bands: NonNullable<Criterion["bands"]>, context: ReaderCase): string {
  const { letter, number } = context.words;
  const { computed: say } = letter;
  const each = bands.map(({ from, to, deduction }) =>
    say.band(number(from), number(to), inCurrency(deduction, context)),
  );
  return `${say.bands}: ${each.join("; ")}`;
}

/** An amount of the model, as it is published. */
function inCurrency(amount: string, { words, evaluation }: ReaderCase): string {
  return `${words.number(amount)} ${evaluation.document.procurement.currency}`;
}

/** What gives nothing and what gives all, of a scale that "3 of 4" does not say it of. */
function scaleText({ scale }: Criterion, words: ReaderCase["words"]): string | undefined {
  const say = words.letter.computed;
  const ends = (none: string, all: string, unit: string) =>
    say.ends(
      [words.number(none), unit].filter(Boolean).join(" "),
      [words.number(all), unit].filter(Boolean).join(" "),
    );
  if (scale?.type === "measure") return ends(scale.worst, scale.best, scale.unit);
  if (scale?.type === "sus") return ends("0", "100", "SUS");
  const isFromZero = scale?.type !== "points" || Exact.of(scale.zero).isZero();
  return isFromZero ? undefined : ends(scale.zero, scale.max, "");
}

/** What a bid was given on a criterion, and of a root also what that does to the result. */
function givenText(
  each: BidEvaluation,
  criterion: Criterion,
  depth: number,
  context: ReaderCase,
): string {
  const { words } = context;
  const node = [...everyFulfilment(each.criteria)].find(
    (fulfilment) => fulfilment.criterion.id === criterion.id,
  );
  const given = node ? (scoreText(each, node, words) ?? shareText(node, words)) : words.missing;
  const step = depth === 0 ? each.adjustmentOf.get(criterion.id) : undefined;
  return step === undefined ? given : words.letter.computed.gives(given, figureText(step, context));
}

/** "3 av 4", "Ja": the score on its scale, and the most that the scale gives. */
function scoreText(
  { bid }: BidEvaluation,
  { criterion, fullPoints }: Fulfilment,
  words: ReaderCase["words"],
): string | undefined {
  const { id, scale } = criterion;
  const value = own(bid.scores, id)?.value;
  if (typeof value !== "string" || !scale) return undefined;
  const shown = figure(value, criterion, words);
  if (scale.type === "measure") return [shown, scale.unit].filter(Boolean).join(" ");
  const isOfMost = scale.type === "levels" || scale.type === "points";
  return isOfMost && fullPoints?.value
    ? words.letter.computed.of(shown, words.number(fullPoints.value.toText()))
    : shown;
}

/** The sum of points of a group, or the fulfilment of a criterion in per cent. */
function shareText({ criterion, points, share }: Fulfilment, words: ReaderCase["words"]): string {
  if (criterion.aggregate === "points" && points?.value)
    return words.letter.computed.points(sixDecimals(points.value, words));
  return share.value
    ? words.lab.percent(sixDecimals(share.value.times(Exact.of("100")), words))
    : words.missing;
}
