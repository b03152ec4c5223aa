/**
 * Which duty each finding is about, so that it carries the provision that applies in its procurement.
 * It knows no provision itself: those are in the table of law.
 */
import type { Finding } from "./finding";
import type { FindingCode } from "./findings/catalogue";
import type { Duty, Setting } from "./law";
import { provisionOf } from "./law";

/** The duty that a finding is about, whose provision its sentence prints. */
const dutiesOfFindings: { readonly [code in FindingCode]?: Duty } = {
  "lots-combined": "combinedLots",
  "conflict-declared": "conflicts",
  "conflict-unhandled": "conflicts",
  "declaration-missing": "conflicts",
  "exclusion-without-decision": "exclusionHearing",
  "exclusion-without-hearing": "exclusionHearing",
  "exclusion-before-answer": "exclusionHearing",
  "exclusion-of-no-record": "exclusionHearing",
  "exclusion-without-reason": "exclusionNotice",
  "exclusion-not-notified": "exclusionNotice",
  "exclusion-ground-without-reason": "exclusionNotice",
  "exclusion-event-old": "exclusionAge",
  "exclusion-reliability-unsaid": "reliability",
  "exclusion-against-reliability": "reliability",
  "exclusion-mandatory-left": "publicInterest",
  "price-too-precise": "correction",
  "price-unrecorded": "correction",
  "stated-total-differs": "correction",
  "clarification-without-equal-treatment": "correction",
  "rejection-without-reason": "noticeReasons",
  "notice-without-standstill": "decision",
  "dispatch-incomplete": "decision",
  "decision-without-reason": "cancellation",
  "published-changed": "negotiation",
  "adjustment-of-minimum": "negotiation",
  "scored-before-check": "reverseOrder",
  "selection-too-few": "fewestInvited",
  "opened-before-deadline": "unread",
  "register-unrecorded": "opening",
  "opening-by-one": "opening",
  "low-bid-flagged": "lowBid",
  "low-bid-token-price": "lowBid",
  "low-bid-undecided": "lowBid",
  "low-bid-without-request": "lowBid",
};

/** The findings with the provision that each is about, where there is one. */
export function withProvisions(findings: readonly Finding[], setting: Setting): Finding[] {
  return findings.map((each) => {
    const duty = dutiesOfFindings[each.code];
    const provision = duty === undefined ? undefined : provisionOf(duty, setting);
    return provision === undefined ? each : { ...each, provision };
  });
}
