/**
 * The linter of a published model: what a court has struck down or is likely to ask about, as
 * findings with place, reason and source. A blocking one keeps an award from being named until it
 * is mended or accepted by a recorded decision. It never changes a figure; where the law is silent
 * it warns and does not block.
 */
import type { EvaluationDocument } from "../core/document/schema";
import { everyCriterion } from "../core/document/schema";
import { effectiveDocument } from "../core/document/effective";
import { withWorthsInUse } from "../core/worths-in-use";
import type { Evaluation } from "../core/evaluate";
import { evaluate } from "../core/evaluate";
import type { Finding } from "../core/finding";
import { anchorFindings } from "./anchors";
import { announcedFindings } from "./announced";
import { bandFindings, minimumFindings } from "./bands";
import {
  priceFindings,
  quotientFindings,
  relativeFindings,
  slopeFindings,
  zeroFindings,
} from "./price-lint";
import { contractQuestions } from "./contract-lint";
import { priceRowFindings } from "./price-row-lint";
import { properties } from "./properties";
import { blankRowFindings, roundingFindings, tieFindings } from "./rule-lint";
import { alikeFindings, capFindings, worthFindings } from "./worth-lint";

/**
 * Lints a document's model, with its corrections and clarifications applied.
 * @param evaluation of the same document, if it is at hand
 */
export function lint(
  published: EvaluationDocument,
  evaluation: Evaluation = evaluate(published),
): Finding[] {
  const document = withWorthsInUse(effectiveDocument(published));
  const known = properties(document, evaluation);
  return [
    ...priceFindings(document, known),
    ...quotientFindings(document),
    ...relativeFindings(document, known),
    ...slopeFindings(document),
    ...anchorFindings(evaluation),
    ...zeroFindings(document, known),
    ...roundingFindings(document, known),
    ...blankRowFindings(document),
    ...priceRowFindings(document),
    ...contractQuestions(document),
    ...tieFindings(document),
    ...[...everyCriterion(document.criteria)].flatMap((criterion) => [
      ...bandFindings(criterion),
      ...minimumFindings(criterion),
      ...announcedFindings(criterion),
    ]),
    ...(document.model.method.type === "monetary" ? document.criteria.flatMap(capFindings) : []),
    ...worthFindings(document, known, evaluation),
    ...alikeFindings(evaluation),
  ];
}
