/** The laboratory's words in English; see ../sv/lab.ts. */
import { list, number, plural } from "./numbers";
import type { Finding } from "../../core/finding";
import type { Widened } from "../shape";
import type * as sv from "../sv/lab";

type Details = Finding["details"];

const d = (details: Details, key: string): string => String(details[key] ?? "");
const n = (details: Details, key: string): string => number(d(details, key));

export const claims: Widened<typeof sv.claims> = {
  "monotone-lowest-price": "The result is the price.",
  "monotone-monetary": "The result is the price plus amounts that do not depend on the price.",
  "monotone-percentage": "The price is multiplied by a factor that is always above zero.",
  "monotone-price-per-quality": "The price is divided by a quality above zero.",
  "monotone-quality-per-price":
    "The quality is divided by the price; with quality above zero a lower price always gives a larger quotient.",
  "monotone-fixed-price": "The price is fixed and not evaluated.",
  "monotone-priority-order":
    "The price is one of the factors; where bids are equal on those before it, any difference in price decides.",
  "monotone-relative-lowest":
    "The ratio lowest price ÷ price falls with every krona, as long as the lowest price is above zero.",
  "monotone-relative-linear": "The share falls linearly with the price and is never clipped.",
  "monotone-relative-range": "The share falls linearly with the price and is never clipped.",
  "monotone-relative-mean":
    "The share falls as the price rises, even allowing for the effect of the bid's own price on the mean.",
  "monotone-relative-slope":
    "Of two bids of the same quality the one with the lower price always gets the higher share, whichever slope applies.",
  "monotone-absolute-linear": "The share falls linearly with the price and is never clipped.",
  "monotone-absolute-ratio": "The ratio reference price ÷ price falls with every krona.",
  "irrelevant-percentage":
    "The deductions reach 100% at full quality; the result is then zero at any price.",
  "reversed-percentage":
    "The deductions exceed 100% at full quality; a higher price is then better.",
  "reversed-quotient": "The quality can be negative; a higher price is then better.",
  "price-never-read": "The price is not in the order of priority.",
  "price-without-weight": "The price, or the maximum grade, has the weight zero.",
  "price-steps": "The price gives points by bands; within a band a lower price is worth nothing.",
  "reversed-scale": "The price scale is reversed: a higher price gives more, or the same.",
  "independent-own": "Each bid's result is calculated only from that bid and the model.",
  "dependent-price": "The price grade is calculated relative to the other bids' prices.",
  "dependent-quality": "The quality is calculated relative to the best bid's.",
  "defined-at-zero": "Nothing is divided by the price.",
  "zero-forbidden": "The method divides by the price, but a price of zero may not be offered.",
  "divides-by-price": "The method divides by the price, which may be zero.",
};

const because = (x: Details): string =>
  (claims as { readonly [key: string]: string })[d(x, "because")] ?? "";

const pair = (x: Details): string =>
  x["low"] === undefined
    ? ""
    : ` Example: two bids with ${n(x, "quality")}% of the quality, priced ${n(x, "low")} and ${n(x, "high")}, get the results ${n(x, "first")} and ${n(x, "second")}.`;

const bid = (x: Details, key: string): string => {
  const [price = "", quality = ""] = (x[key] ?? []) as readonly string[];
  return `price ${number(price)}, ${quality}% quality`;
};

const reversal = (x: Details): string =>
  x["a"] === undefined
    ? ""
    : ` Example with imagined bids: A (${bid(x, "a")}) and B (${bid(x, "b")}) put ${list(x["before"])} first. Add C (${bid(x, "c")}), which does not win, and ${list(x["after"])} is first.`;

export const labFindings: Widened<typeof sv.labFindings> = {
  "simulate-too-few": (x) =>
    `A simulation needs at least two bids in each draw; there is ${x.count}. Raise --bids.`,
  "simulate-too-many": (x) => `${x.count} bids in each draw are more than ${x.most}. Lower --bids.`,
  "simulate-negative-price": (x) =>
    `The price range begins at ${number(x.from)}; a price cannot be negative. Begin at zero.`,
  "simulate-unknown-criterion": (x) =>
    `${x.id} is not a scored criterion. The scored criteria are: ${list(x.known, 20)}.`,
  "simulate-not-a-range": (x) =>
    `“${x.from}..${x.to}” for ${x.field} is not a range of numbers. Write, for example, 1000000..2500000.`,
  "simulate-range-turned": (x) =>
    `The range for ${x.field} goes from ${x.from} down to ${x.to}. Write the lowest first.`,
  "simulate-off-scale": (x) =>
    `The range ${x.from}..${x.to} for ${x.id} does not fit the scale ${x.lowest}–${x.highest}. Enter values that are on the scale.`,
  "simulate-models-differ": (x) =>
    `The models do not score the same criteria on the same scales (${list(x.ids)}), so the same draws cannot be tried in both.`,
  "whatif-unknown-bid": (x) => `There is no bid ${x.id}. The bids are: ${list(x.known, 20)}.`,
  "whatif-unknown-criterion": (x) =>
    `${x.id} is not a criterion of the model. The scored criteria are: ${list(x.known, 20)}.`,
  "whatif-unknown-requirement": (x) => `There is no requirement ${x.id}.`,
  "whatif-off-scale": (x) =>
    `The value ${x.value} is not on the scale of ${x.id} (${x.lowest}–${x.highest}).`,
  "price-not-strictly-monotone": (x) =>
    `A lower price is not always better in this model. ${because(x)}${pair(x)} ${x.because === "price-steps" ? "Price bands were struck down in HFD 2022 ref. 41." : "Compare HFD 2022 ref. 41, where a model was struck down because, among other things, a lower price did not always give an advantage."} Choose another price scale, or accept this issue with a reason.`,
  "price-irrelevant-at-full-quality": (x) =>
    `The percentage deductions reach 100%, so at full quality the price is irrelevant.${pair(x)} Lower the deductions, or state them in kronor.`,
  "price-bands-not-rising": () =>
    "The price bands are not in rising order, or overlap. Order them from the lowest “up to” to the highest.",
  "price-bands-end": (x) =>
    `A price above ${number(x.last)} is in no price band and gives no result. Set a price ceiling, or a last band that is wide enough.`,
  "price-zero-undefined": () =>
    "The price scale divides by the price, and 0 may be offered; no result can then be calculated. State in the procurement documents how a zero price is handled, and enter it in the field Zero price.",
  "price-undefined-when-equal": () =>
    "The price scale divides by the difference between the highest and the lowest price. When prices are equal, or there is only one bid, no result can be calculated. Choose a scale with fixed prices.",
  "quotient-zero-possible": (x) =>
    x.divisor === "price"
      ? "The quotient divides by the price, and 0 may be offered; no result can then be calculated. State in the procurement documents that a price of zero may not be offered, and enter it in the field Zero price."
      : "The quotient divides by the quality, and the quality can be zero; no result can then be calculated. Set a minimum on at least one criterion.",
  "rank-depends-on-other-bids": (x) =>
    `The order of two bids can be changed by a third that does not win. ${because(x)}${reversal(x)} Lunander (Konkurrensverket 2009:12) advises against relative price points. Choose a scale with fixed prices, or be prepared to justify the choice.`,
  "slope-rewards-higher-price": (x) =>
    `A bid just above the lowest price + ${number(x.zeroAt)}% gets ${number(x.share)}% of the maximum grade on the wider slope, but none if it cuts its price to the limit. A lower price can thus give fewer points (compare HFD 2022 ref. 41). Choose a single slope or a scale with fixed prices, or be prepared to justify the choice.`,
  "anchor-equals-lowest-bid": (x) =>
    `The fixed value ${number(x.value)} of the price scale equals the lowest price offered. Was it typed after the opening? Compare it with the procurement documents, and correct it if it is not what was published.`,
  "optional-row-rule-missing": (x) =>
    `${Array.isArray(x.ids) && x.ids.length === 1 ? `The price row ${list(x.ids)} is` : `The price rows ${list(x.ids)} are`} optional, but the model does not state what applies when a bid leaves such a row blank. State it in the procurement documents and enter it in the row “Blank optional price row”, or make ${Array.isArray(x.ids) && x.ids.length === 1 ? "the row" : "the rows"} required.`,
  "tie-rule-missing": () =>
    "The model does not say what happens if two bids get the same result. LOU has no rule for it. State the tie-break in the procurement documents, such as the highest deduction and then a drawing of lots.",
  "tie-rule-without-effect": () =>
    "A tie-break by the highest deduction has no effect in this method, which has no deductions in kronor. Choose a criterion, the lowest price or a drawing of lots.",
  "tie-chain-may-end": () =>
    "The tie-break rules may be exhausted without resolving a tie. Add a drawing of lots last, if that is what the documents say.",
  "rounding-rule-missing": () =>
    "The model does not state whether the result is rounded. Here it is calculated exactly. State a rounding, or “Exact”, so that the documents and the calculation agree.",
  "rounding-hides-price": (x) =>
    `The rounding hides differences in price: at ${number(x.price)} the price must be cut by ${number(x.cut)} before the result changes. Round to more decimals, or not at all.`,
  "bands-have-gap": (x) =>
    `The point bands of ${x.name} (${x.id}) leave gaps: ${list(x.gaps)}. ${x.averaged === "yes" ? "The points are a mean and can fall between whole points. " : ""}For such points the deduction is not defined. Let the bands cover the whole scale without gaps.`,
  "bands-overlap": (x) =>
    `The point bands of ${x.name} (${x.id}) overlap (${list(x.overlaps)}); both ends are included. For such points there are two deductions. Separate the bands.`,
  "bands-between-points": (x) =>
    `The bands of ${x.name} (${x.id}) go between whole points, but the scale allows decimals. Set the step 1 on the scale if only whole points are given.`,
  "minimum-contradicts-bands": (x) =>
    `The bands ${list(x.bands)} of ${x.name} (${x.id}) lie below the fewest points a bid may have (${number(x.least)}); such a bid is rejected. Correct the minimum or the bands.`,
  "minimum-in-two-ways": (x) =>
    `${x.name} (${x.id}) has both a lowest sum (${number(x.whole)}) and lowest values on ${list(x.ids)}. Here both must be met. Do the documents say “and” or “or”? Word the rule so that it can be read in only one way.`,
  "minimum-between-points": (x) =>
    `The lowest sum for ${x.name} (${x.id}) is ${number(x.whole)}, but points can be decimals. “At least ${number(x.whole)}” and “more than ${number(x.whole)} minus one” are then different rules. Check the wording of the documents.`,
  "announced-maximum-differs": (x) =>
    `The text of ${x.name} (${x.id}) says “${x.announced}”, but the formula uses at most ${number(x.used)}. A formula with 16 where 15 was announced has led to an annulled award (Kontich, RvS 266.216). Correct the text or the model.`,
  "cap-without-effect": (x) =>
    `The highest deduction for ${x.name} (${x.id}) is ${number(x.cap)}, but the deduction can be at most ${number(x.most)}. The cap has no effect; remove it or correct the amounts.`,
  "criterion-cannot-matter": (x) =>
    `The criterion ${x.name} (${x.id}) is worth zero and cannot affect the ranking. Give it a value, or remove it.`,
  "criterion-same-for-all": (x) =>
    `All ${x.count} bids get the same on ${x.name} (${x.id}), so the criterion does not distinguish between them. Check that it was scored bid by bid.`,
  "many-small-deductions": (x) =>
    `The model has ${plural(x.count, "criterion", "criteria")} with separate deductions. Many small deductions are hard to follow; collect them as points under a few criteria and set amounts for those.`,
  "deductions-exceed-price": (x) =>
    `The added values total ${number(x.total)}, more than the ${x.from === "ceiling" ? "price ceiling" : "lowest price"} ${number(x.price)}. Quality then decides almost alone. Is that intended?`,
  "deductions-below-price-gap": (x) =>
    `The added values total ${number(x.total)}, less than the ${number(x.gap)} between the two lowest prices. Quality can then not change who wins.`,
  "deductions-too-small": (x) =>
    `The added values total ${number(x.total)}, less than one per cent of the ${x.from === "ceiling" ? "price ceiling" : "lowest price"} ${number(x.price)}. They will probably never decide. Is that intended?`,
  "self-check-fails": (x) =>
    `The self-check “${x.name}” does not hold. This is an error in the program, not in the bids. Do not use the result; report the error.`,
  "requirement-absolute": (x) =>
    `“${x.word}” in requirement ${x.id}: does it apply without exception, and how is that shown? A single case that fails means that the bid must be rejected.`,
  "requirement-near-duplicate": (x) =>
    x.ids.length === 2
      ? `Requirements ${x.ids.join(" and ")} are almost the same (${x.share}% of the words). Are both needed?`
      : `${plural(x.ids.length, "requirement is", "requirements are")} almost the same (at least ${x.share}% of the words): ${list(x.ids)}. Are all of them needed?`,
  "requirement-contradiction": (x) =>
    `${x.ids.length === 2 ? `Requirements ${x.ids.join(" and ")}` : `${plural(x.ids.length, "requirement", "requirements")} (${list(x.ids)})`} are worded almost the same but ${[
      ...(x.figures.length === 0 ? [] : [`have different figures (${list(x.figures)})`]),
      ...(x.negation === "differs" ? ["differ in whether something shall or shall not apply"] : []),
    ].join(" and ")}. Which applies?`,
  "requirement-detail": (x) =>
    `“${x.word}” in requirement ${x.id} describes what the solution looks like, not what it should achieve. Would it be enough to describe the function?`,
  "requirement-twice": (x) =>
    `Requirement ${x.id} contains several requirements in one sentence (“${x.words}”). Split it, so that each can be checked separately.`,
  "requirement-without-verification": (x) =>
    `${plural(x.count, "requirement does not say how it is verified", "requirements do not say how they are verified")} (${list(x.ids)}). State description, demonstration, document, reference or self-declaration.`,
  "requirements-per-area": (x) =>
    `Requirements by area: ${list(x.areas, 30)}. Every mandatory requirement can lead to a bid being rejected; are all of them needed?`,
};

export const looksFor: Widened<typeof sv.looksFor> = {
  maximum:
    "(?:max(?:imum)?|at most|up to)\\.?\\s+(\\d[\\d \\u00a0\\u202f]*(?:\\.\\d+)?)\\s*(points?|p\\b|kr\\b|kronor|sek\\b|%|per cent)",
  worth: "\\b(deduct\\p{L}*|addition\\p{L}*|added value\\p{L}*|worth|weigh\\p{L}*)\\b",
  absolute: "\\b(all|every|full|fully|always|never|none|completely|entirely)\\b",
  detail:
    "\\b(button|buttons|click(?:s|ing)?|right-click\\p{L}*|drop-down\\p{L}*|checkbox\\p{L}*|tab|tabs|icon|icons|menu bar|pop-?up\\p{L}*|font|colou?r)\\b",
  obligation: "\\b(shall|must)\\b",
  and: "\\b(and|as well as)\\b",
  negation: "\\b(not|never|without)\\b",
  common:
    "\\b(and|to|in|on|of|for|with|which|that|the|a|an|shall|must|can|be|is|are|from|at|or|system|supplier|bidder|by|per)\\b",
};

/** What the laboratory says on its sheets and in a terminal. */
export const lab: Widened<typeof sv.lab> = {
  yes: "Yes",
  no: "No",
  any: "any price",
  none: "no price",
  everyone: "all",
  percent: (part) => `${part}%`,
  robustness:
    "Shows how robust the outcome is. It is never advice to change a score, and none of it is written into the evaluation.",
  properties: {
    title: "Properties of the model",
    property: "Property",
    answer: "Answer",
    why: "Why",
    monotone: "A lower price is always better",
    independent: "Other bids cannot change the order of two",
    definedAtZero: "The result can be calculated at the price zero",
    direction: "The best result is the",
    lowest: "lowest",
    highest: "highest",
  },
  worth: {
    title: "What one step is worth",
    criterion: "Criterion",
    least: (currency) => `Least (${currency})`,
    most: (currency) => `Most (${currency})`,
    share: "Most, % of the price",
    note: (price, from) =>
      `How much the price may rise for one step better, calculated at ${from} ${number(price)}.`,
    from: {
      stated: "the expected price",
      "lowest-bid": "the lowest bid price",
      ceiling: "the price ceiling",
      scale: "the price scale's price",
      assumed: "an assumed price of",
    },
    sentence: (name, amount, share, from) =>
      `One step on ${name} is worth ${amount}, ${number(share)}% of ${from}.`,
  },
  weights: {
    title: "Weights",
    price: "Price",
    nominal: "Nominal weight %",
    effective: "Effective weight %",
    note: "The nominal weight is the published one. The effective weight is the part of the differences between results that the criterion causes (largest minus smallest contribution); it is available once bids have been scored.",
  },
  rivals: {
    title: "Price to beat a perfect bid",
    quality: "The competitor's quality",
    highest: (currency) => `Highest price that wins (${currency})`,
    note: (price) =>
      `A bid with full quality at ${number(price)}. Where no price is shown, no price reduction can win.`,
  },
  simulation: {
    title: "Simulation",
    measure:
      "Measured in {name}; {decimal} is no and {second} full fulfilment, in a straight line between.",
    model: (count) => `Model ${count}`,
    draws: "Draws",
    seed: "Seed",
    bids: "Bids in a draw",
    imagined: (id) => `Imagined bid (${id})`,
    prices: "Prices",
    drawn: "Price that is drawn",
    drawnTotals: "one total for each imagined bid, not row by row",
    lowest: "Lowest price wins",
    quality: "Quality beats lowest price",
    ties: "First place shared",
    nobody: "No bid can win",
    confirmed: "Decided by exact calculation",
    stopped: "stopped",
    wins: "Who wins",
    bid: "Bid",
    won: "Wins",
    rejected: "Rejected",
    decides: "How often each criterion decides",
    decidesNote:
      "Share of draws in which another bid would have won if every bid had been given full marks on the criterion.",
    note: "Imagined bids, drawn evenly at random within the stated limits. The same seed gives the same figures on every computer. It tests the model; it is not a forecast.",
    progress: (bar, percent) => `Simulating ${bar} ${percent}%`,
  },
  questions: {
    title: "Questions about the model",
    severity: "Severity",
    question: "Issue",
    none: "No issues with the model.",
  },
  outcome: {
    title: "The parts of each result",
    bid: "Bid",
    result: "Result",
    conclusion: (first, second) => `${first} is first, then ${second}.`,
  },
  scoreTips: {
    title: "A single step that changes who comes first",
    bid: "Bid",
    criterion: "Criterion",
    by: "Evaluator",
    from: "From",
    to: "To",
    leader: "Then first",
    none: "No single step of any score changes who is first.",
    conclusion: (count) =>
      count === 1
        ? "1 single step of a score changes who is first."
        : `${count} single steps of scores change who is first.`,
  },
  rowTips: {
    title: "Price rows where the least change decides who is first",
    note: "All else equal, the bid is the sole first up to and including the limit. A bid that is first can raise its price to it; one that is not must lower its price to it. Where the row's ceiling is nearer, that is the limit, since a bid above it is rejected. Rows where the bid cannot be first even at zero are not shown.",
    bid: "Bid",
    row: "Price row",
    from: "Unit price",
    to: "Limit",
    change: "Change %",
  },
  priceTips: {
    title: "Highest price to be the sole first",
    bid: "Bid",
    highest: "Highest price",
    change: "Change",
    conclusion: (bid, cut) =>
      `The nearest is bid ${bid}, which would have had to be ${number(cut)} lower.`,
  },
  reversals: {
    title: "If a bid were absent, or added",
    third: "Bid",
    before: "First without it",
    after: "First with it",
    absent: "left out",
    added: "imagined bid",
    none: "No bid that does not win changes who is first.",
    conclusion: (count) =>
      `${plural(count, "bid that does not win", "bids that do not win")} would change who is first.`,
  },
  sensitivity: {
    title: "If a criterion had been worth more or less",
    criterion: "Criterion",
    low: "Down to (× published worth)",
    lowBid: "Tied with at the lower bound",
    high: "Up to (× published worth)",
    highBid: "Tied with at the upper bound",
    line: (name) => `Results as the worth of ${name} changes`,
    times: "× published worth",
    noBound: "no bound",
    conclusion: (names) =>
      names.length === 0
        ? "The same bid is first whatever the criteria are worth."
        : `Another worth of ${list(names, 4)} can change who is first.`,
  },
  outlook: {
    title: "Can still win",
    bid: "Bid",
    can: "Can win",
    best: "Best rank",
    worst: "Worst rank",
    rejected: "may be rejected",
    conclusion: (bids) => (bids.length === 0 ? "No bid can win." : `Can win: ${list(bids)}.`),
    relative:
      "The model compares bids with each other. Who can still win cannot be determined until everything has been scored.",
  },
  whatIf: {
    title: "If the disputed points had been different",
    bid: "Bid",
    before: "Result now",
    after: "Result then",
    rankBefore: "Rank now",
    rankAfter: "Rank then",
    changes: "The outcome changes.",
    stands: "The outcome stands.",
    none: "There is no outcome to try yet: no bid has a result.",
    canLead: (bids) => `With some allowed score on the disputed points, ${bids} can come first.`,
    cannot: "No allowed score on the disputed points changes who is first.",
    law: "The court examines whether the error has caused or may cause the supplier harm (LOU Chapter 20, Section 6).",
  },
};

export const modelText: Widened<typeof sv.modelText> = {
  title: "How bids are evaluated",
  criteria: "Criteria",
  example: "Worked example",
  exampleNote: "Imagined bids, computed by the same program that evaluates.",
  priceKey: "the price",
  sentences: {
    basis: "Basis of award: {basis}.",
    "lowest-price": "A bid's {label} is its price. The lowest {label} wins.",
    monetary:
      "A bid's {label} is its price less the deductions and plus the additions below, in {currency}. The lowest {label} wins.",
    constant: "{decimal} {currency} is added to every bid.",
    percentage:
      "A bid's {label} is its price less the deductions and plus the additions below, in per cent of its own price. The lowest {label} wins.",
    "price-per-quality":
      "A bid's {label} is its price divided by its quality. The lowest {label} wins. Quality is the sum of weight times fulfilment share.",
    "quality-per-price":
      "A bid's {label} is its quality divided by its price. The highest {label} wins. Quality is the sum of weight times fulfilment share.",
    multiplier: "The quotient is multiplied by {decimal}.",
    points:
      "A bid's {label} is the sum of weight times grade for the price and the criteria. The highest {label} wins. The maximum grade is {decimal}.",
    priceWeight: "The weight of the price is {decimal}%.",
    "relative-lowest":
      "The price gets the maximum grade times the lowest price divided by the price.",
    "relative-linear":
      "The price gets the maximum grade times one less its difference to the lowest price divided by the lowest price.",
    "relative-range":
      "The price gets the maximum grade times one less its difference to the lowest price divided by the difference between the highest and the lowest price.",
    "relative-mean":
      "The price gets half the maximum grade at the mean price, and {decimal} percentage points less for every per cent above it.",
    "relative-slope":
      "The price gets the maximum grade at the lowest price and zero at the lowest price plus {decimal}%, in a straight line between and beyond.",
    "wider-slope":
      "If any bid is more than {decimal}% above the lowest price, every bid gets zero at the lowest price plus {second}% instead.",
    "absolute-linear":
      "The price gets the maximum grade at {decimal} {currency} and zero at {second} {currency}, in a straight line between and beyond.",
    "absolute-ratio":
      "The price gets the maximum grade times {decimal} {currency} divided by the price.",
    bands: "The price gets a grade by bands.",
    priceBand: "A price up to {decimal} {currency} gets {second} times the maximum grade.",
    "as-is": "A criterion's grade is the maximum grade times its fulfilment share.",
    rescaled:
      "A criterion's grade is the maximum grade times its fulfilment share divided by the best bid's.",
    "fixed-price":
      "The price is fixed at {decimal} {currency} and not evaluated. A bid's {label} is the sum of weight times grade 0–100 for the criteria. The highest {label} wins.",
    "priority-order":
      "The result ({label}) is the place in a comparison in this order, where the first difference decides: {ids}. A higher degree of fulfilment is better.",
    lowerPriceFirst: "A lower price is better.",
    ceiling: "A bid priced above {decimal} {currency} is rejected.",
    "contracts-common": "The authorities award one common contract on their common sum.",
    "contracts-separate":
      "Each authority awards a contract of its own on its own sum. The amounts in {currency} hold for each contract by itself.",
    "blank-highest":
      "An optional price row that a bid leaves blank counts at the highest price among the other compared bids.",
    "blank-left-out":
      "An optional price row that any compared bid leaves blank is left out for every bid.",
    "blank-rejected":
      "A bid that leaves an optional price row blank is rejected if another bid prices it.",
    priceDecimals: "Prices are stated with at most {count} decimals.",
    zeroAllowed: "A price of zero may be offered.",
    zeroForbidden: "A bid priced at zero or lower is rejected.",
    roundedPrice: "The price is rounded to {count} decimals, {mode}.",
    exactPrice: "The price is not rounded.",
    roundedGrades: "Grades are rounded to {count} decimals, {mode}.",
    exactGrades: "Grades are not rounded.",
    roundedResult: "The result is rounded to {count} decimals, {mode}.",
    exactResult: "The result is not rounded.",
    ties: "Where bids get the same result, in turn: {ties}.",
    noTies: "The model does not say what happens where bids get the same result.",
    winners: "Number of bids accepted: {count}.",
    invited: "Number of candidates invited: {count}.",
    criterion: "{outline} {name} ({id})",
    description: "Description: {name}",
    weight: "Weight: {decimal}%.",
    deduction: "Deduction at full fulfilment: {decimal} {currency}.",
    addition: "Addition at no fulfilment: {decimal} {currency}.",
    perPoint: "Deduction per point: {decimal} {currency}.",
    band: "From {decimal} up to {second} points: deduction {third} {currency}.",
    cap: "The deduction is at most {decimal} {currency}.",
    deductionPercent: "Deduction at full fulfilment: {decimal}% of the price.",
    additionPercent: "Addition at no fulfilment: {decimal}% of the price.",
    aggregateWeights: "The parts are weighed together by their weights.",
    aggregatePoints: "The points of the parts are added up.",
    "yes-no": "Scored yes or no; yes is full fulfilment.",
    levels: "Scored in levels; the highest level is full fulfilment:",
    level: "Level {decimal}: {name}",
    pointsScale: "Scored with points from {decimal} to {second}; the highest is full fulfilment.",
    step: "Points are given in steps of {decimal}.",
    measure:
      "Measured; {decimal} is no and {second} full fulfilment, in a straight line between. Unit: {name}",
    sus: "Measured with a SUS survey; 100 is full fulfilment.",
    minimum: "Lowest accepted value: {figure}. A bid below it is rejected.",
    minimumShare: "Lowest accepted fulfilment: {decimal}%. A bid below it is rejected.",
    minimumPoints: "Lowest accepted points: {decimal}. A bid below it is rejected.",
    consensus: "The evaluators agree on one value.",
    mean: "The value is the mean of the evaluators'.",
    median: "The value is the median of the evaluators'.",
    perParticipant: "Each test person gives a value; the value is the mean over the test persons.",
    perConsultant:
      "Each person offered is scored; the value is the mean, and the weakest must reach the lowest accepted value.",
  },
  differs: (place, text, model) => `${place}: the text says “${text}”, the model “${model}”`,
  exampleDiffers:
    "The worked example in the text is not the one that the model gives. Print it again.",
  unknownLine: (line, text) =>
    `Line ${line} is no sentence of the model's text and was not read: “${text}”`,
  agrees: "The text and the model say the same.",
};
