/**
 * What the dates around a decision say against each other or the law, and what a notice lacks that is
 * written now. It warns, and corrects no date.
 */
import { namesIn } from "../core/document/names";
import type { EnteredDecision, Recipient } from "../core/document/decisions";
import {
  contractDate,
  decisionInForce,
  decisionsOf,
  placeOfDecision,
  recipientsOf,
} from "../core/document/decisions";
import type { EvaluationDocument } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { lawOf } from "../core/law";
import { withNames } from "../core/names-of-findings";
import { swedishDay } from "../core/swedish-time";
import { withProvisions } from "../core/provisions-of-findings";
import type { Place } from "../core/place";
import { awardAt, confidentialAt, requestAt } from "../core/place";
import { namedId } from "../words/named-id";
import { dateOrderFindings } from "./date-orders";
import type { Due } from "./standstill-dates";
import { duesOf, standstillOf, standstillWithoutReview } from "./standstill-dates";
import { workingDayFrom } from "./working-days";
import { dateOf, dayOf } from "../core/calendar";

/**
 * Dates that contradict each other or the law, as warnings: dates that are none, dates within the
 * standstill, acts in the wrong order, and requests that were answered late.
 */
export function dateFindings(document: EvaluationDocument): Finding[] {
  const decision = decisionInForce(document);
  const found = [
    ...calendarFindings(document),
    ...dateOrderFindings(document),
    ...openingFindings(document),
    ...decidedAhead(document),
    ...(decision
      ? [...standstillFindings(document, decision), ...dispatchFindings(document, decision)]
      : []),
    ...requestFindings(document),
  ];
  return withNames(withProvisions(found, document.procurement), document);
}

/** Whether both days are entered and the first comes before the second; the hour is left out. */
function isDayBefore(first: string | undefined, second: string | undefined): boolean {
  return first !== undefined && second !== undefined && first.slice(0, 10) < second.slice(0, 10);
}

function calendarFindings(document: EvaluationDocument): Finding[] {
  const { award = {} } = document;
  const facts = (["deadline", "openedAt", "bidsValidUntil", "intentionAt", "sentAt"] as const).map(
    (key) => [awardAt(key), award[key]] as const,
  );
  const decided = decisionsOf(document).flatMap((decision) =>
    (
      ["decidedAt", "standstillUntil", "reviewAppliedAt", "reviewEndedAt", "contractAt"] as const
    ).map((key) => [placeOfDecision(decision, key), decision[key]] as const),
  );
  return [...facts, ...decided].flatMap(([place, seen]) =>
    seen === undefined || dayOf(seen) !== undefined
      ? []
      : [finding("date-not-in-calendar", "warning", place, { seen })],
  );
}

/** Bids that expire, a stated end and a contract that come before the standstill has ended. */
function standstillFindings(document: EvaluationDocument, decision: EnteredDecision): Finding[] {
  const { award = {} } = document;
  const dues = duesOf(document);
  const [standstill, contract] = (["standstill", "contract"] as const).map((name) =>
    dues.find((due) => due.name === name),
  );
  const end = standstill?.date ?? "";
  const at = contractDate(document, decision) ?? "";
  const where = placeOfDecision(decision, "contractAt");
  return [
    ...(isDayBefore(award.bidsValidUntil, standstill?.date)
      ? [
          finding("bids-expire-in-standstill", "warning", "award.bidsValidUntil", {
            until: award.bidsValidUntil ?? "",
            end,
          }),
        ]
      : []),
    ...statedTooShort(document, decision),
    ...(at !== "" && isDayBefore(at, contract?.date) ? [inContract(contract, where, at)] : []),
    ...exemptionFindings(document, decision),
    ...(at !== "" && standstill?.extended
      ? [finding("contract-during-review", "warning", where, { at })]
      : []),
    ...(decision.kind === "correction" && decision.standstill === undefined
      ? [
          finding(
            "correction-standstill-unsaid",
            "warning",
            placeOfDecision(decision, "standstill"),
          ),
        ]
      : []),
  ];
}

/** A stated end before that of the standstill from the dispatch, or from a notice of intention. */
function statedTooShort(document: EvaluationDocument, decision: EnteredDecision): Finding[] {
  const { standstillUntil: stated = "" } = decision;
  const least = standstillWithoutReview(document, decision);
  if (stated === "" || !isDayBefore(stated, least.date)) return [];
  const place = placeOfDecision(decision, "standstillUntil");
  const details = { stated, end: least.date ?? "" };
  return [withLaw(finding("standstill-stated-too-short", "warning", place, details), least)];
}

function openingFindings({ award = {} }: EvaluationDocument): Finding[] {
  return isDayBefore(award.openedAt, award.deadline)
    ? [
        finding("opened-before-deadline", "warning", "award.openedAt", {
          at: award.openedAt ?? "",
          deadline: award.deadline ?? "",
        }),
      ]
    : [];
}

/**
 * A decision that bears a day that had not come when it was registered. Whether the day is wrong or the
 * registration too early is for people to say.
 */
function decidedAhead(document: EvaluationDocument): Finding[] {
  return decisionsOf(document).flatMap((decision) => {
    const { decidedAt: at, registered } = decision;
    if (at === undefined || !registered || !isDayBefore(swedishDay(registered.time), at)) return [];
    const details = { at, time: registered.time, by: registered.by };
    return [finding("decided-ahead", "warning", placeOfDecision(decision, "decidedAt"), details)];
  });
}

/** Notices sent before the decision, in a way that is not said, or to some bidders only. */
function dispatchFindings(document: EvaluationDocument, decision: EnteredDecision): Finding[] {
  const recipients = recipientsOf(document, decision);
  const missing = recipients.filter(({ sentAt }) => sentAt === undefined);
  const isBegun = missing.length < recipients.length;
  return [
    ...onePerPlace(recipients.filter(({ sentAt }) => isDayBefore(sentAt, decision.decidedAt))).map(
      ({ sentAt: at = "", places }) =>
        finding("sent-before-decision", "warning", places.sentAt, {
          at,
          decided: decision.decidedAt ?? "",
        }),
    ),
    ...onePerPlace(
      recipients.filter(({ sentAt, sending }) => sentAt !== undefined && sending === undefined),
    ).map(({ places }) => finding("sending-unsaid", "warning", places.sending)),
    ...(isBegun && missing.length > 0 && lawOf("decision", document.procurement)
      ? [
          finding("dispatch-incomplete", "warning", placeOfDecision(decision, "decidedAt"), {
            bids: missing.map(({ bid }) => bid),
          }),
        ]
      : []),
  ];
}

/** One date among the facts of the award is that of every recipient, and is told once. */
function onePerPlace(recipients: readonly Recipient[]): Recipient[] {
  return recipients.filter(
    ({ places }, n) => recipients.findIndex((each) => each.places.sentAt === places.sentAt) === n,
  );
}

/** A contract on a day when none may be concluded, with the provision of the standstill. */
function inContract(contract: Due | undefined, where: Place, at: string): Finding {
  const found = finding("contract-in-standstill", "warning", where, {
    at,
    first: contract?.date ?? "",
  });
  return withLaw(found, contract);
}

function withLaw(found: Finding, due: Due | undefined): Finding {
  const [chapter, section] = due?.law ?? [];
  return chapter === undefined ? found : { ...found, provision: `${chapter}:${section ?? ""}` };
}

/**
 * An exemption that the law does not have for the procedure, or that nobody has spoken of where the law
 * may have it: the standstill is counted all the same. 20 kap. 2 § is silent about call-offs without
 * renewed competition, and whether 1 § applies to them is a question for a lawyer.
 */
function exemptionFindings(document: EvaluationDocument, decision: EnteredDecision): Finding[] {
  const { procurement } = document;
  const { stage, regime, procedure, renewedCompetition } = procurement;
  if (decision.kind !== "award" || stage === "selection") return [];
  const found = (code: "exemption-unsaid" | "exemption-for-lawyer" | "exemption-not-in-law") => [
    finding(code, "warning", placeOfDecision(decision, "standstill")),
  ];
  const isPossible = lawOf("noStandstill", procurement) !== undefined;
  if (decision.standstill === undefined) {
    const isUnsaid = procedure === "call-off" && renewedCompetition === undefined;
    const isAsked = isPossible && regime === "directive" && !isUnsaid;
    const isCounted = document.award?.intentionAt !== undefined;
    return isAsked && !isCounted ? found("exemption-unsaid") : [];
  }
  if (decision.standstill !== "exempt" || isPossible) return [];
  const isSilent = procedure === "call-off" && renewedCompetition === "no";
  return found(isSilent ? "exemption-for-lawyer" : "exemption-not-in-law");
}

/**
 * LOU 12 kap. 13 §, 19 kap. 20 §: fifteen days, and where the last of them is no working day the next
 * that is one (lagen 1930:173, 2 §); a direct award has no time limit.
 */
function requestFindings({ procurement, requests = [] }: EvaluationDocument): Finding[] {
  if (lawOf("reasons", procurement) === undefined) return [];
  return requests.flatMap(({ bid, receivedAt, answeredAt }, n) => {
    const due = receivedAt === undefined ? undefined : dayOf(receivedAt);
    const last = due === undefined ? undefined : dateOf(workingDayFrom(due + 15));
    return isDayBefore(last, answeredAt)
      ? [
          finding("request-answered-late", "warning", requestAt(n, "answeredAt"), {
            bid,
            due: last ?? "",
            at: answeredAt ?? "",
          }),
        ]
      : [];
  });
}

/** Requests for secrecy that nobody has decided on: what they are about is left out, one for each bid. */
function secrecyFindings(document: EvaluationDocument): Finding[] {
  const { bids, confidential = [] } = document;
  const names = namesIn(document);
  return bids.flatMap(({ id: bid, bidder }) => {
    const open = confidential
      .map((each, n) => ({ ...each, n }))
      .filter((each) => each.bid === bid && each.decision === undefined);
    const [first] = open;
    if (!first) return [];
    const subjects = open.map(({ subject, of }) =>
      [subject, of && namedId(of, names)].filter(Boolean).join(" "),
    );
    return [
      finding("secrecy-undecided", "warning", confidentialAt(first.n, "decision"), {
        bid,
        bidder,
        subjects,
      }),
    ];
  });
}

/**
 * What a notice written now would lack: it has to say how long the standstill is (12 kap. 12 §, 19
 * kap. 19 §), and a cancellation its reasons (12 kap. 12 §, 19 kap. 21 §).
 */
export function noticeFindings(document: EvaluationDocument): Finding[] {
  const decision = decisionInForce(document);
  const { procurement } = document;
  if (decision?.kind === "cancellation") return [];
  const undecided = secrecyFindings(document);
  if (procurement.stage === "selection") return undecided;
  const { date, exempt, extended } = standstillOf(document, decision);
  if (date !== undefined || exempt || extended) return undecided;
  const place =
    decision?.id === undefined ? "award.sentAt" : placeOfDecision(decision, "decidedAt");
  return [
    ...undecided,
    ...withProvisions([finding("notice-without-standstill", "warning", place)], procurement),
  ];
}
