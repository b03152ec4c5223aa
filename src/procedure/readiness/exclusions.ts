/**
 * Findings about the exclusion of suppliers (LOU 13 kap., 19 kap. 17 §): a ground that nobody has
 * decided on, a decision before the supplier was heard, one that lacks its ground or reason, one
 * against what is entered about reliability. The law of direct awards has no such gate. It excludes
 * nobody and lets nobody back.
 */
import type { Bid, EvaluationDocument, Exclusion } from "../../core/document/schema";
import { exclusionRecord, groundsFound } from "../../core/exclusion";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { lawOf } from "../../core/law";
import { answerAt, exclusionAt } from "../../core/place";

export function exclusionFindings(document: EvaluationDocument): Finding[] {
  if (lawOf("exclusion", document.procurement) === undefined) return [];
  return document.bids.flatMap((bid) => {
    const found = exclusionRecord(document, bid.id);
    return found
      ? recordFindings(bid, found.record, found.n, document)
      : groundFindings(bid, document);
  });
}

/** A ground that was found on a supplier whom no record is about. */
function groundFindings(bid: Bid, document: EvaluationDocument): Finding[] {
  const grounds = groundsFound(document, bid);
  const [first] = grounds;
  if (!first || bid.withdrawnAt !== undefined || bid.rejectedAt !== undefined) return [];
  const details = { bid: bid.id, bidder: bid.bidder, ids: grounds.map(({ id }) => id) };
  return [
    finding("exclusion-without-decision", "open", answerAt(bid.id, first.id, "verdict"), details),
  ];
}

/** What the last record about a supplier lacks or contradicts. */
function recordFindings(
  bid: Bid,
  record: Exclusion,
  n: number,
  document: EvaluationDocument,
): Finding[] {
  const about = { bid: bid.id, bidder: bid.bidder };
  if (record.decision === undefined)
    return [finding("exclusion-undecided", "open", exclusionAt(n, "decision"), about)];
  const { reason = "", decidedBy = "", decidedAt = "" } = record;
  const isReasoned = reason !== "" && decidedBy !== "" && decidedAt !== "";
  return [
    ...(record.ground === undefined
      ? [finding("exclusion-without-ground", "open", exclusionAt(n, "ground"), about)]
      : []),
    ...(isReasoned
      ? []
      : [finding("exclusion-without-reason", "open", exclusionAt(n, "reason"), about)]),
    ...(record.decision === "excluded"
      ? [...hearingFindings(about, record, n), ...excludedFindings(about, record, n, document)]
      : keptFindings(bid, record, n, document)),
  ];
}

type About = { readonly bid: string; readonly bidder: string };

/** The supplier is heard within a set time, and that time has to end before it is excluded. */
function hearingFindings(
  about: About,
  { heardAt, answerBy, answeredAt, answer = "", decidedAt }: Exclusion,
  n: number,
): Finding[] {
  if (heardAt === undefined || answerBy === undefined)
    return [finding("exclusion-without-hearing", "blocking", exclusionAt(n, "heardAt"), about)];
  const hasAnswered = answeredAt !== undefined || answer !== "";
  const isEarly = decidedAt !== undefined && decidedAt.slice(0, 10) <= answerBy.slice(0, 10);
  return isEarly && !hasAnswered
    ? [
        finding("exclusion-before-answer", "blocking", exclusionAt(n, "decidedAt"), {
          ...about,
          until: answerBy,
        }),
      ]
    : [];
}

function excludedFindings(
  about: About,
  { ground, occurredAt, decidedAt, reliability, notifiedAt }: Exclusion,
  n: number,
  { procurement }: EvaluationDocument,
): Finding[] {
  const has = (duty: Parameters<typeof lawOf>[0]) => lawOf(duty, procurement) !== undefined;
  const isOld =
    ground === "misconduct" &&
    occurredAt !== undefined &&
    decidedAt !== undefined &&
    yearsLater(occurredAt, 3) < decidedAt.slice(0, 10);
  return [
    ...(ground === "stated" && procurement.regime === "directive"
      ? [finding("exclusion-ground-elsewhere", "blocking", exclusionAt(n, "ground"), about)]
      : []),
    ...(isOld && has("exclusionAge")
      ? [
          finding("exclusion-event-old", "blocking", exclusionAt(n, "occurredAt"), {
            ...about,
            at: occurredAt,
          }),
        ]
      : []),
    ...(has("reliability") && reliability === undefined
      ? [finding("exclusion-reliability-unsaid", "open", exclusionAt(n, "reliability"), about)]
      : []),
    ...(has("reliability") && reliability === "shown"
      ? [finding("exclusion-against-reliability", "blocking", exclusionAt(n, "decision"), about)]
      : []),
    ...(has("exclusionNotice") && notifiedAt === undefined
      ? [finding("exclusion-not-notified", "warning", exclusionAt(n, "notifiedAt"), about)]
      : []),
  ];
}

/** "2023-03-02" and 3 is "2026-03-02": the same day of a later year, as dates are compared. */
function yearsLater(date: string, years: number): string {
  return `${String(Number(date.slice(0, 4)) + years).padStart(4, "0")}${date.slice(4, 10)}`;
}

/** A supplier that is kept: a ground that must exclude it, and verdicts that say otherwise. */
function keptFindings(
  bid: Bid,
  { ground, reliability }: Exclusion,
  n: number,
  document: EvaluationDocument,
): Finding[] {
  const about = { bid: bid.id, bidder: bid.bidder };
  const isMandatory = ground === "crime" || ground === "taxes-established";
  const grounds = groundsFound(document, bid);
  const [first] = grounds;
  return [
    ...(isMandatory &&
    reliability !== "shown" &&
    lawOf("publicInterest", document.procurement) !== undefined
      ? [finding("exclusion-mandatory-left", "warning", exclusionAt(n, "decision"), about)]
      : []),
    ...(first
      ? [
          finding("exclusion-verdict-differs", "open", answerAt(bid.id, first.id, "verdict"), {
            ...about,
            ids: grounds.map(({ id }) => id),
          }),
        ]
      : []),
  ];
}
