/**
 * From an evaluation to `mervarde-result/1`, the public result (format.md): plain text and numbers
 * for programs to read. Printed shares and quotients are cut to 12 decimals here and nowhere
 * earlier; every decision was taken on exact values.
 */
import type { Fulfilment } from "../core/criteria";
import { everyFulfilment } from "../core/criteria";
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import type { Finding } from "../core/finding";
import type { Rounding } from "../core/document";
import type { Step } from "../core/step";
import type { Words } from "../sv";
import { findingText } from "../tell";

export type Result = {
  readonly format: "mervarde-result/1";
  readonly status: Evaluation["status"];
  readonly label: string;
  readonly direction: Evaluation["direction"];
  readonly unit: string;
  readonly bids: readonly object[];
  readonly award: readonly string[];
  readonly ties: readonly (readonly string[])[];
  readonly tieBreaks: readonly object[];
  readonly findings: readonly object[];
  /** How many figures the two computations agree on. */
  readonly doubleCheck: { readonly equal: number; readonly of: number };
  /** What must not matter, changed on the user's own data: which checks held. */
  readonly selfChecks: { readonly passed: number; readonly of: number; readonly failed: readonly string[] };
  readonly fingerprint: string;
};

export type Located = {
  /** The sheet and cell of a finding's place, if the evaluation was read from a workbook. */
  readonly finding: (each: Finding) => string | undefined;
  /** The cell of a bid's live result, if a workbook was written. */
  readonly result: (bid: string) => string | undefined;
};

/** @param fingerprint SHA-256 of the canonical document, 64 hexadecimal digits */
export function publicResult(
  evaluation: Evaluation,
  fingerprint: string,
  located: Located,
  words: Words,
  checked: { readonly doubleCheck: Result["doubleCheck"]; readonly selfChecks: readonly { readonly name: string; readonly holds: boolean }[] },
): Result {
  const held = checked.selfChecks.filter(({ holds }) => holds);
  const failed = checked.selfChecks.filter(({ holds }) => !holds).map(({ name }) => name);
  const { document, status, direction, unit, award, ties, tieBreaks, findings } = evaluation;
  return {
    format: "mervarde-result/1",
    status,
    label: document.model.label,
    direction,
    unit,
    bids: evaluation.bids.map((bid) => bidResult(bid, document.model.rounding.result, located)),
    award,
    ties,
    tieBreaks,
    findings: findings.map((each) => findingResult(each, located, words)),
    doubleCheck: checked.doubleCheck,
    selfChecks: { passed: held.length, of: checked.selfChecks.length, failed },
    fingerprint,
  };
}

function bidResult(bid: BidEvaluation, rounding: Rounding | null | undefined, located: Located): object {
  const cell = located.result(bid.bid.id);
  const result = rounding ? bid.result.value?.toFixed(rounding.decimals) : text(bid.result);
  return {
    id: bid.bid.id,
    bidder: bid.bid.bidder,
    standing: bid.standing.value,
    reasons: bid.reasons,
    price: text(bid.price.price) ?? null,
    criteria: [...everyFulfilment(bid.criteria)].map((each) => criterionResult(each, bid)),
    result: result ?? null,
    rank: bid.rank.value ? Number(bid.rank.value.toText()) : null,
    ...(cell ? { cell } : {}),
  };
}

function criterionResult({ criterion: { id }, share, points }: Fulfilment, bid: BidEvaluation): object {
  const adjustment = bid.adjustmentOf.get(id);
  const [shown, sum, amount] = [text(share), points && text(points), adjustment && text(adjustment)];
  return {
    id,
    ...(shown === undefined ? {} : { share: shown }),
    ...(sum === undefined ? {} : { points: sum }),
    ...(amount === undefined ? {} : { amount }),
  };
}

function text(step: Step): string | undefined {
  return step.value?.toDecimal(12);
}

/** A finding for programs: code, severity, place, cell, and the sentence in the reader's language. */
export function findingResult(each: Finding, located: Located, words: Words): object {
  const cell = located.finding(each);
  return {
    code: each.code,
    severity: each.severity,
    where: each.where,
    ...(cell ? { cell } : {}),
    message: findingText(each, words),
    ...(each.accepted ? { accepted: each.accepted } : {}),
  };
}
