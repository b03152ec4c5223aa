/** The library of models in English. */
import type { LibraryWords, TemplatesWords, TemplateWords } from "../sv/templates";

export const templates: TemplatesWords = {
  monetary: [
    "Added value in kronor, by level",
    "Each criterion gives a price deduction in kronor for the level that the bid reaches. The lowest evaluation price wins.",
    "Suits a purchase where you can say what each added value is worth in kronor. The result of one bid does not depend on the others.",
  ],
  items: [
    "Added value in kronor, by item",
    "Each added value is offered or not, and then gives its whole price deduction. The lowest evaluation price wins.",
    "Suits added values that are functions or undertakings which can be checked with yes or no.",
  ],
  "per-point": [
    "Kronor per point",
    "Each point gives the same price deduction in kronor. The lowest evaluation price wins.",
    "Suits scores in even steps where each step is worth the same.",
  ],
  bands: [
    "Price deduction by band",
    "The points are summed, and the sum gives the price deduction of the band that it falls in. The lowest evaluation price wins.",
    "Suits a purchase where small differences in points should not show. At a limit a single point can decide.",
  ],
  constant: [
    "Added value in kronor, with a constant",
    "As added value in kronor, but the same amount is added to every bid. The ranking is the same as without the constant.",
    "Suits a purchase where the evaluation price should be above zero even for a low price with high added value.",
  ],
  surcharge: [
    "Price surcharge",
    "What is missing in quality is added to the price in kronor. Full quality gives no surcharge. The lowest evaluation price wins.",
    "Suits a purchase where it is easier to say what a shortcoming costs than what an added value is worth.",
  ],
  percentage: [
    "Price deduction in per cent",
    "Each criterion gives a deduction in per cent of the bid's own price. The lowest evaluation price wins.",
    "Suits a purchase whose price level is hard to judge. A dear bid gets a larger deduction in kronor than a cheap one for the same quality.",
  ],
  points: [
    "Points between fixed prices",
    "The price gets points between two published prices and is weighed together with the criteria. The highest points win.",
    "Suits a purchase where price and quality are weighed in per cent and the price level is known. The points of one bid do not depend on the others.",
  ],
  relative: [
    "Points relative to the lowest price",
    "The lowest price gets full points and the others points in proportion to it. The highest points win.",
    "Suits a purchase whose price level is unknown. A bid that cannot itself win may change the order of the others.",
  ],
  quotient: [
    "Quality per krona",
    "Quality is divided by price. The highest quotient wins.",
    "Suits a purchase where twice the quality may cost twice as much.",
  ],
  "fixed-price": [
    "Fixed price",
    "The price is set beforehand, and bids are compared on quality only. The highest points win.",
    "Suits a purchase whose budget is given, where the question is how much quality it buys.",
  ],
  "lowest-price": [
    "Lowest price",
    "All requirements must be met. The lowest price wins.",
    "Suits a purchase whose requirements describe the whole need.",
  ],
  "life-cycle": [
    "Life-cycle cost",
    "Costs are laid out year by year and converted to present value. The lowest cost wins.",
    "Suits a purchase where operation, maintenance or phase-out cost much compared with the purchase itself.",
  ],
  joint: [
    "Joint procurement",
    "Several municipalities, option years, and a choice between a service and own operation. The lowest price wins.",
    "Suits several authorities that buy together, each with its own quantities.",
  ],
  selection: [
    "Selection of candidates",
    "The first stage of two: candidates are ranked on experience and resources, and the best are invited to bid.",
    "Suits a purchase where you want to limit how many may bid.",
  ],
};

export const library: LibraryWords = {
  models: "Models to begin from",
  modelsNote:
    "The properties are tested with the engine. What a step is worth holds for the amounts of the example, or for amounts converted to the prices of the imagined bids.",
  modelColumns: [
    "Model",
    "Lower price always better",
    "Independent of other bids",
    "Most that a step is worth, SEK",
    "Per cent of the price",
    "Template",
  ],
  ranked: "The same imagined bids in each model",
  rankedNote:
    "Place and result. The amounts of the models in kronor are converted to the price level of the bids. Quality is the same part of full marks on each criterion.",
  bid: (name, price, quality) => `${name} (${price}, ${quality}%)`,
  placed: (place, result) => `${place}: ${result}`,
  asks: (question) => `The linter: ${question}`,
  command:
    "shows the models that a new evaluation can begin from, by themselves and on imagined bids",
  bidOption:
    "an imagined bid: price in kronor and quality in per cent, as 12500000:80; may be given several times",
  beside: "Compare the models on imagined bids",
  refused: (count) =>
    count === 1
      ? "One field cannot be read. Correct it and press again."
      : `${count} fields cannot be read. Correct them and press again.`,
  besideHint:
    "Type some bids that you think may come: price in kronor, and quality in per cent of full marks. Blank rows are left out.",
  price: (bid) => `Bid ${bid}: price in kronor`,
  quality: (bid) => `Bid ${bid}: quality in per cent`,
  compare: "Compare the models",
  templateOption: "one of the models that the command models shows, with sample data",
  badTemplate: (name, names) => `There is no template called “${name}”. Choose one of: ${names}.`,
  oneOrigin: "Give either --from or --template.",
};

export const template: TemplateWords = {
  title: "Example: case management system",
  caseNumber: "EXAMPLE-1",
  authority: "The Example Municipality",
  label: {
    monetary: "evaluation price",
    items: "evaluation price",
    "per-point": "evaluation price",
    bands: "evaluation price",
    constant: "evaluation price",
    surcharge: "evaluation price",
    percentage: "evaluation price",
    points: "total points",
    relative: "total points",
    quotient: "quality per million kronor",
    "fixed-price": "quality points",
    "lowest-price": "tender price",
    "life-cycle": "life-cycle cost",
    joint: "tender price",
    selection: "place",
  },
  requirements: [
    ["K1", "Security", "The system shall support log-in with two-factor authentication."],
    ["K2", "Security", "The supplier shall have a documented routine for backups."],
    ["K3", "Function", "The system shall be able to export all cases in an open format."],
  ],
  rationale: "Shown in the demonstration according to scenario 1.",
  reference: "Bid p. 4",
  criteria: ["Usability in demonstration", "Support during implementation"],
  criteriaOf: {
    items: ["Log-in with electronic identification", "Support day and night"],
    selection: ["Experience of similar contracts", "Resources for the contract"],
  },
  group: "Quality",
  levels: [
    "Shows nothing of what was asked for",
    "Shows parts",
    "Shows most, with minor faults",
    "Shows everything, without faults",
  ],
  prices: ["Implementation", "Licence per month"],
  units: ["fixed price", "per month"],
  joint: {
    authorities: ["Example municipality", "Neighbour municipality", "Byköping municipality"],
    periods: ["Base contract", "Option 1", "Option 2"],
    deliveryModels: ["Service", "Own operation"],
    prices: [
      "Implementation for each",
      "Licence per inhabitant",
      "Consulting hours",
      "Own operation",
    ],
    units: ["fixed price", "per inhabitant and year", "per hour", "per municipality and year"],
    source: "Budgets of the municipalities",
  },
  lifeCycle: {
    prices: ["Implementation", "Licence and operation", "Phase-out and export of data"],
    units: ["fixed price", "per year", "fixed price"],
  },
  bidders: ["Example Company Alpha", "Example Company Beta", "Example Company Gamma"],
};
