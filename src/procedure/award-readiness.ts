/**
 * What stands between the group's work and an award: everything that is open, that contradicts
 * itself, or that the law asks about. Each is a finding with its place. It decides nothing: core
 * decides what counts, and the user answers what is lawful.
 */
import type { ContractEvaluation, Evaluation } from "../core/evaluate";
import type { Finding } from "../core/finding";
import { lowBidFindings, tokenFindings } from "./readiness/abnormally-low";
import { exclusionFindings } from "./readiness/exclusions";
import { orderFindings, readingFindings } from "./readiness/checks";
import { registerFindings } from "./readiness/register";
import { clarificationFindings, unexplainedFindings } from "./readiness/clarifications";
import { decisionFindings, outcomeFindings } from "./readiness/decision";
import { evaluatorFindings, panelFindings } from "./readiness/panel";
import { fixedQualityFindings, sealedPriceFindings } from "./readiness/quality-before-prices";
import { roundFindings, selectionFindings } from "./readiness/rounds";
import { journalFindings, reasonFindings, sessionFindings } from "./readiness/scores";
import { finalisedFindings, publicationFindings } from "./readiness/sealed-parts";

/**
 * The findings in the order of the procedure.
 * @param evaluation of the document as it is, before these findings
 */
export function awardReadiness(evaluation: Evaluation): Finding[] {
  const { document } = evaluation;
  return [
    ...publicationFindings(document),
    ...registerFindings(document),
    ...finalisedFindings(document),
    ...orderFindings(document),
    ...readingFindings(document),
    ...clarificationFindings(evaluation),
    ...unexplainedFindings(document),
    ...evaluatorFindings(document),
    ...panelFindings(evaluation),
    ...reasonFindings(document),
    ...journalFindings(document),
    ...fixedQualityFindings(document),
    ...sessionFindings(document),
    ...exclusionFindings(document),
    ...(evaluation.contracts.length === 0 ? lowBidFindings(evaluation) : []),
    ...tokenFindings(evaluation),
    ...roundFindings(document),
    ...selectionFindings(document),
    ...sealedPriceFindings(document),
    ...decisionFindings(evaluation),
  ];
}

/** What stands between one separate contract and its award, beside what is found of the whole. */
export function contractReadiness({ evaluation }: ContractEvaluation): Finding[] {
  return [...lowBidFindings(evaluation), ...outcomeFindings(evaluation)];
}
