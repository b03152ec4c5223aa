/**
 * A model of the library as a small complete evaluation, with example bids that can be taken away
 * again. Its texts are in the word lists; its figures are made up.
 */
import type { Criterion, EvaluationDocument, Requirement } from "../../core/document/schema";
import type { Words } from "../../words/sv/words";
import type { TemplateModel, TemplateName, Worth } from "./models";
import { templateModels } from "./models";
import type { TemplatePrices } from "./template-prices";
import { templatePrices } from "./template-prices";

/** The template as a document, in these words. */
export function templateDocument(name: TemplateName, words: Words): EvaluationDocument {
  const text = words.pane.template;
  const template = templateModels[name];
  const prices = templatePrices(name, words);
  const requirements = requirementsOf(words);
  return {
    format: "mervarde/1",
    procurement: {
      title: text.title,
      caseNumber: text.caseNumber,
      authority: text.authority,
      regime: "directive",
      procedure: "open",
      currency: "SEK",
      ...template.procurement,
    },
    model: {
      label: text.label[name],
      rounding: { result: template.isExact ? null : { decimals: 2, mode: "half-up" } },
      winners: 1,
      ...template.model,
      ...prices.model,
    },
    evaluators: [],
    requirements,
    criteria: criteriaOf(name, template, words),
    priceItems: [...prices.priceItems],
    bids: bidsOf(template, prices, requirements, words),
  };
}

/** The level that each example bid reaches: usability, then support. */
const reached = { A: ["5", "3"], B: ["3", "3"], C: ["3", "5"] } as const;

function bidsOf(
  template: TemplateModel,
  prices: TemplatePrices,
  requirements: readonly Requirement[],
  words: Words,
): EvaluationDocument["bids"] {
  const { bidders } = words.pane.template;
  return (["A", "B", "C"] as const).map((id, n) => ({
    id,
    bidder: bidders[n] ?? id,
    ...prices.bids[n],
    answers: answersTo(requirements, words),
    scores: template.worth ? scoresOf(reached[id], template, words) : {},
  }));
}

function requirementsOf({ pane: { template } }: Words): Requirement[] {
  return template.requirements.map(([id, area, text]) => ({
    id,
    area,
    text,
    kind: "mandatory" as const,
    verification: "description" as const,
  }));
}

/** Every requirement met. */
function answersTo(requirements: readonly Requirement[], { pane: { template } }: Words) {
  const answer = { answer: "yes", verdict: "met", reference: template.reference } as const;
  return Object.fromEntries(requirements.map(({ id }) => [id, answer]));
}

function scoresOf(
  levels: readonly [usability: string, support: string],
  { scale }: TemplateModel,
  { pane: { template } }: Words,
) {
  const { rationale, reference } = template;
  const [usability, support] = levels.map((level) =>
    scale === "yes-no" ? (level === "5" ? "yes" : "no") : level,
  ) as [string, string];
  return {
    U1: { value: usability, rationale, reference },
    M1: { value: support, rationale, reference },
  };
}

function criteriaOf(
  name: TemplateName,
  { worth, scale, group }: TemplateModel,
  words: Words,
): Criterion[] {
  if (!worth) return [];
  const text = words.pane.template;
  const own: { readonly [name in TemplateName]?: readonly [string, string] } = text.criteriaOf;
  const [usability, support] = own[name] ?? text.criteria;
  const criteria = [
    criterionOf({ id: "U1", name: usability, kind: "usability" }, worth[0], scale, words),
    criterionOf({ id: "M1", name: support, kind: "added-value" }, worth[1], scale, words),
  ];
  return group
    ? [
        {
          id: "K",
          name: text.group,
          kind: "added-value",
          aggregate: "points",
          ...group,
          children: criteria,
        },
      ]
    : criteria;
}

function criterionOf(
  named: Pick<Criterion, "id" | "name" | "kind">,
  worth: Worth,
  scale: TemplateModel["scale"],
  { pane: { template } }: Words,
): Criterion {
  if (scale === "yes-no") return { ...named, ...worth, scale: { type: "yes-no" } };
  if (scale === "points")
    return { ...named, ...worth, scale: { type: "points", max: "5", zero: "0", step: "1" } };
  const levels = ["0", "1", "3", "5"].map((value, n) => ({
    value,
    label: template.levels[n] ?? "",
  }));
  return { ...named, ...worth, scale: { type: "levels", levels } };
}
