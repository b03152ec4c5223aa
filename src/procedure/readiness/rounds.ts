/**
 * Findings about a procedure in stages: how many are invited and who they are, bids that are not
 * final, and adjustments of requirements between rounds. It invites and adjusts nothing.
 */
import type { Adjustment, EvaluationDocument } from "../../core/document/schema";
import { lastOf } from "../../core/document/recorded";
import { isAllowed } from "../../core/document/requirements-in-force";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { notFinal } from "../rounds";
import { adjustmentAt, bidAt } from "../../core/place";

/** Only final bids are awarded on, and only negotiable requirements may be adjusted. */
export function roundFindings(document: EvaluationDocument): Finding[] {
  const early = notFinal(document);
  const [first] = early;
  return [
    ...(first
      ? [
          finding("bid-not-final", "open", bidAt(first.id, "round"), {
            ids: early.map(({ id }) => id),
          }),
        ]
      : []),
    ...(document.adjustments ?? []).flatMap((adjustment, n) =>
      adjustmentFindings(adjustment, n, document),
    ),
  ];
}

function adjustmentFindings(
  { requirement: id, reason = "", date, text, dropped }: Adjustment,
  at: number,
  document: EvaluationDocument,
): Finding[] {
  const requirement = document.requirements.find((candidate) => candidate.id === id);
  if (!isAllowed(document, requirement))
    return [
      finding(
        requirement?.negotiable === true ? "adjustment-not-negotiated" : "adjustment-of-minimum",
        "blocking",
        adjustmentAt(at, "requirement"),
        { id },
      ),
    ];
  const isWhole =
    reason !== "" && date !== undefined && (text !== undefined || dropped !== undefined);
  return isWhole
    ? []
    : [finding("adjustment-incomplete", "open", adjustmentAt(at, "reason"), { id })];
}

/** The least number that may be invited (LOU 4 kap. 7 §), and bids from others than the invited. */
export function selectionFindings(document: EvaluationDocument): Finding[] {
  return [...invitedNumberFindings(document), ...uninvitedFindings(document)];
}

/** LOU 4 kap. 7 §: five in a selective procedure, three in a negotiated one; none below the thresholds. */
function leastLawful({ regime, procedure }: EvaluationDocument["procurement"]): number {
  if (regime !== "directive") return 1;
  if (procedure === "selective") return 5;
  return procedure === "negotiated" ? 3 : 1;
}

function invitedNumberFindings({ procurement, model }: EvaluationDocument): Finding[] {
  const { winners } = model;
  const { leastInvited } = procurement;
  const lawful = leastLawful(procurement);
  const isTooFew =
    winners < lawful || (leastInvited ?? lawful) < lawful || winners < (leastInvited ?? 1);
  return procurement.stage === "selection" && isTooFew
    ? [
        finding("selection-too-few", "blocking", "model.winners", {
          least: Math.max(lawful, leastInvited ?? 1),
          winners,
          invited: leastInvited ?? "",
        }),
      ]
    : [];
}

function uninvitedFindings(document: EvaluationDocument): Finding[] {
  const invitation = lastOf(document, "invited");
  if (!invitation) return [];
  const invited = new Set(invitation.new?.split("; "));
  return document.bids
    .filter(({ id }) => !invited.has(id))
    .map(({ id, bidder }) =>
      finding("bid-not-invited", "blocking", bidAt(id, "id"), {
        bid: id,
        bidder,
        time: invitation.time,
      }),
    );
}
