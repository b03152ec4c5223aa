/**
 * Findings about the scores: reasons and references that are missing, scores that the journal has
 * not recorded, demonstrations that were not alike. No score is judged or changed here.
 */
import type { Criterion, EvaluationDocument, Score } from "../../core/document/schema";
import { leaves, own } from "../../core/document/schema";
import { figurePlace, hasJournal } from "../../core/document/recorded";
import type { Finding } from "../../core/finding";
import type { Place } from "../../core/place";
import { finding } from "../../core/finding";
import { panelLeaves } from "../../scoring/score-sheet";
import { unrecorded } from "../../scoring/record-scores";
import { uneven } from "../../scoring/usability";
import { severityOfGap } from "./severity-of-gap";
import { scoreAt } from "../../core/place";

type ReasonColumn = "rationale" | "reference";

/**
 * Scores without reasons, or without the place in the bid or the demonstration that they rest on.
 */
export function reasonFindings(document: EvaluationDocument): Finding[] {
  const panels = new Set(panelLeaves(document.criteria).map(({ id }) => id));
  const judged = leaves(document.criteria).filter(
    ({ id }) => hasJournal(document) || panels.has(id),
  );
  return judged.flatMap((criterion) =>
    (["rationale", "reference"] as const).flatMap((column) => {
      const gaps = gapsIn(document, criterion, column);
      const [first] = gaps;
      if (!first) return [];
      return [
        finding(
          column === "rationale" ? "score-without-rationale" : "score-without-reference",
          severityOfGap(document),
          first.place.replace(/value$/, column),
          {
            criterion: criterion.id,
            name: criterion.name,
            count: gaps.length,
            who: gaps.map(({ who }) => who),
          },
        ),
      ];
    }),
  );
}

/** A score that lacks a reason or a reference, and whose score it is. */
type Gap = { readonly who: string; readonly place: Place };

function gapsIn(
  { bids, evaluators }: EvaluationDocument,
  { id: criterion, panel }: Criterion,
  column: ReasonColumn,
): Gap[] {
  const isComputed = panel === "mean" || panel === "median";
  const people = new Map(evaluators.map(({ id, name }) => [id, name]));
  return bids.flatMap(({ id: bid, bidder, scores }) => {
    const score = own(scores, criterion);
    const who = `${bidder} (${bid})`;
    const lacksReason = (given: Pick<Score, ReasonColumn> & { readonly value?: unknown }) =>
      given.value !== undefined && (given[column] ?? "").trim() === "";
    const agreed =
      !isComputed && score && lacksReason(score)
        ? [{ who, place: figurePlace({ bid, criterion }) }]
        : [];
    const individual = (score?.assessments ?? []).filter(lacksReason).map(({ evaluator }) => ({
      who: `${who} · ${people.get(evaluator) ?? evaluator}`,
      place: figurePlace({ bid, criterion, evaluator }),
    }));
    return [...agreed, ...individual];
  });
}

/** Scores that were entered or changed since the journal was last written. */
export function journalFindings(document: EvaluationDocument): Finding[] {
  if (!hasJournal(document)) return [];
  const waiting = unrecorded(document);
  const consensus = new Set(
    panelLeaves(document.criteria)
      .filter(({ panel }) => panel === "consensus")
      .map(({ id }) => id),
  );
  // Core withholds a changed score that enters a result, and has the finding for it.
  const changed = waiting.filter(
    ({ kind, criterion, evaluator }) =>
      kind === "changed" && evaluator !== undefined && consensus.has(criterion),
  );
  const entered = waiting.filter(({ kind }) => kind !== "changed");
  const [firstChanged, firstEntered] = [changed[0], entered[0]];
  return [
    ...(firstChanged
      ? [
          finding("assessment-unrecorded", "open", figurePlace(firstChanged), {
            count: changed.length,
          }),
        ]
      : []),
    ...(firstEntered
      ? [
          finding("scores-unrecorded", "warning", figurePlace(firstEntered), {
            count: entered.length,
          }),
        ]
      : []),
  ];
}

/** Bids whose demonstration or test differs from that of the others without a reason. */
export function sessionFindings(document: EvaluationDocument): Finding[] {
  return uneven(document).map(({ criterion, bid, why }) =>
    finding("session-uneven", "warning", scoreAt(bid, criterion, "value"), {
      bid,
      criterion,
      why,
    }),
  );
}
