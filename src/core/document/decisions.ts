/**
 * The decisions of a procurement, which of them is in force, and to whom each has been sent. A
 * document may hold its first decision among the facts of the award, as one decision was written
 * before there could be several; it is read as the first of the list. It takes no decision.
 */
import type { Place } from "../place";
import { awardAt, decisionAt, dispatchAt } from "../place";
import type { Award, Decision, EvaluationDocument, JournalEvent } from "./schema";

/** A decision with where it stands; the one among the facts of the award has no id. */
export type EnteredDecision = Omit<Decision, "id"> & {
  readonly id?: string;
  /** The event that registered it. */
  readonly registered?: JournalEvent;
};

/** The parts of a document that decisions stand in. */
type Deciding = Pick<EvaluationDocument, "award" | "decisions" | "events">;

/** The event that registers a decision of each kind. */
export const registeredBy = {
  award: "awarded",
  correction: "award-corrected",
  cancellation: "cancelled",
} as const satisfies { readonly [kind in Decision["kind"]]: JournalEvent["type"] };

const registrations: ReadonlySet<JournalEvent["type"]> = new Set(Object.values(registeredBy));

/** Whether an event registers a decision. */
export function isRegistration({ type }: JournalEvent): boolean {
  return registrations.has(type);
}

/** Every decision, the oldest first, as it is entered. */
export function decisionsOf(document: Deciding): EnteredDecision[] {
  const { award = {}, decisions = [], events = [] } = document;
  const registered = new Map(
    events.filter(isRegistration).map((event) => [event.place ?? "", event]),
  );
  const withEvent = (decision: Omit<EnteredDecision, "registered">): EnteredDecision => {
    const place = decision.id === undefined ? "" : decisionAt(decision.id);
    const event = registered.get(place);
    return { ...decision, ...(event && { registered: event }) };
  };
  return [
    ...(factsOfDecision.some((key) => award[key] !== undefined)
      ? [withEvent(amongFacts(award))]
      : []),
    ...decisions.map(withEvent),
  ];
}

/** What is said of the one decision that stands among the facts of the award. */
const factsOfDecision = [
  "decidedAt",
  "decidedBy",
  "decision",
  "sentAt",
  "sending",
  "standstill",
  "standstillUntil",
  "contractAt",
] as const satisfies readonly (keyof Award)[];

function amongFacts(award: Award): EnteredDecision {
  const { decidedAt, decidedBy, decision, standstill, standstillUntil, contractAt } = award;
  return {
    kind: "award",
    ...(decidedAt === undefined ? {} : { decidedAt }),
    ...(decidedBy === undefined ? {} : { decidedBy }),
    ...(decision === undefined ? {} : { designation: decision }),
    ...(standstill === undefined ? {} : { standstill }),
    ...(standstillUntil === undefined ? {} : { standstillUntil }),
    ...(contractAt === undefined ? {} : { contractAt }),
  };
}

/** The cell of a decision's key, or of its row. */
export function placeOfDecision(
  { id }: Pick<EnteredDecision, "id">,
  key: Exclude<keyof Decision, "id">,
): Place {
  if (id !== undefined) return decisionAt(id, key);
  switch (key) {
    case "decidedAt":
    case "decidedBy":
    case "standstill":
    case "standstillUntil":
    case "contractAt":
      return awardAt(key);
    default:
      return awardAt("decision");
  }
}

/**
 * The decision that papers and dates are about: the last one that is entered, registered or not, but
 * none that a reopening has undone.
 */
export function decisionInForce(document: Deciding): EnteredDecision | undefined {
  return notReopened(document).at(-1);
}

/** The last registered decision that no reopening has undone, whatever is entered after it. */
export function registeredDecision(document: Deciding): EnteredDecision | undefined {
  return notReopened(document).findLast(({ registered }) => registered !== undefined);
}

/** The decisions without those that were registered before the last reopening. */
function notReopened(document: Deciding): EnteredDecision[] {
  const { events = [] } = document;
  const reopened = events.findLastIndex(({ type }) => type === "reopened");
  return decisionsOf(document).filter(
    ({ registered }) => registered === undefined || events.indexOf(registered) > reopened,
  );
}

/**
 * Whether a registered award stands: until then, and after the evaluation has been reopened, an award
 * is only proposed.
 */
export function isDecided(document: Deciding): boolean {
  const decision = registeredDecision(document);
  return decision !== undefined && decision.kind !== "cancellation";
}

/** The award that is in force, whatever has been corrected in it; none once it is cancelled. */
export function awardInForce(document: Deciding): EnteredDecision | undefined {
  return awardOf(document, decisionInForce(document));
}

/** The award that a decision is, or that it corrects; none of a cancellation. */
export function awardOf(
  document: Deciding,
  decision: EnteredDecision | undefined,
): EnteredDecision | undefined {
  return correctedFrom(document, decision).find(({ kind }) => kind === "award");
}

/**
 * A decision and those that it corrects, the newest first: a correction may correct another. Each
 * corrects the one that it names, else the decision before it that is no correction.
 */
export function correctedFrom(
  document: Deciding,
  decision: EnteredDecision | undefined,
): EnteredDecision[] {
  if (decision?.kind !== "correction") return decision ? [decision] : [];
  const all = decisionsOf(document);
  const before = all.slice(
    0,
    all.findIndex(({ id }) => id === decision.id),
  );
  const corrected =
    before.find(({ id }) => id !== undefined && id === decision.of) ??
    before.findLast(({ kind }) => kind !== "correction");
  return [decision, ...correctedFrom(document, corrected)];
}

/** When the contract was signed: it stands on the decision, or on one that it corrects. */
export function contractDate(
  document: Deciding,
  decision: EnteredDecision | undefined,
): string | undefined {
  return correctedFrom(document, decision).find(({ contractAt }) => contractAt !== undefined)
    ?.contractAt;
}

/** One recipient of a decision: when and how it was sent; both are blank until it has been. */
export type Recipient = {
  readonly bid: string;
  readonly sentAt?: string;
  readonly sending?: "electronic" | "other";
  /** Where it stands when it was sent, and how. */
  readonly places: { readonly sentAt: Place; readonly sending: Place };
};

/**
 * To whom a decision has been sent, and to whom it has not: everyone who has handed in a bid (LOU
 * 12 kap. 12 §, 19 kap. 19 §). A bid that its bidder withdrew before the decision is left out unless
 * it has a row of its own.
 */
export function recipientsOf(document: EvaluationDocument, decision: EnteredDecision): Recipient[] {
  const { bids, award = {}, dispatches = [] } = document;
  if (decision.id === undefined)
    return bids.map(({ id }) => ({
      bid: id,
      ...(award.sentAt === undefined ? {} : { sentAt: award.sentAt }),
      ...(award.sending === undefined ? {} : { sending: award.sending }),
      places: { sentAt: awardAt("sentAt"), sending: awardAt("sending") },
    }));
  const rows = dispatches.flatMap((row, n) =>
    row.decision === decision.id ? [{ ...row, n }] : [],
  );
  return bids.flatMap(({ id, withdrawnAt }): Recipient[] => {
    const own = rows.filter(({ bid }) => bid === id);
    if (own.length === 0)
      return withdrawnAt === undefined ? [{ bid: id, places: placesOfDispatch(undefined) }] : [];
    return own.map(({ bid, sentAt, sending, n }) => ({
      bid,
      ...(sentAt === undefined ? {} : { sentAt }),
      ...(sending === undefined ? {} : { sending }),
      places: placesOfDispatch(n),
    }));
  });
}

function placesOfDispatch(at: number | undefined): Recipient["places"] {
  return at === undefined
    ? { sentAt: "dispatches", sending: "dispatches" }
    : { sentAt: dispatchAt(at, "sentAt"), sending: dispatchAt(at, "sending") };
}

/**
 * When and how a decision has been sent to all: the last dispatch, and by other means if any was.
 * Undefined until everyone has been sent it and it is said how.
 */
export function dispatchOf(
  document: EvaluationDocument,
  decision: EnteredDecision,
): { readonly sentAt: string; readonly sending: "electronic" | "other" } | undefined {
  const recipients = recipientsOf(document, decision);
  const times = recipients.map(({ sentAt }) => sentAt);
  const last = lastOf(times);
  if (last === undefined || recipients.some(({ sending }) => sending === undefined))
    return undefined;
  return {
    sentAt: last,
    sending: recipients.some(({ sending }) => sending === "other") ? "other" : "electronic",
  };
}

/** The latest of several moments; undefined where one is missing or there is none. */
function lastOf(times: readonly (string | undefined)[]): string | undefined {
  const known = times.filter((time) => time !== undefined).sort();
  return known.length === times.length ? known.at(-1) : undefined;
}
