/**
 * Registering a decision: an award, the correction of a decision, or a cancellation. It is entered
 * where it is not entered already, and recorded with every decision before it, so that none can be
 * changed afterwards without a trace. It takes no decision, and writes over nothing.
 */
import type { Award, Decision, EvaluationDocument } from "../core/document/schema";
import type { EnteredDecision } from "../core/document/decisions";
import {
  documentOfAuthority,
  hasSeparateContracts,
  separateContracts,
} from "../core/document/contracts";
import {
  contractDate,
  decisionsOf,
  placeOfDecision,
  registeredBy,
  registeredDecision,
} from "../core/document/decisions";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { withProvisions } from "../core/provisions-of-findings";
import { isBefore, isMoment } from "../core/moment";
import type { Place } from "../core/place";
import { decisionAt } from "../core/place";
import { fingerprint } from "../journal/fingerprint";
import type { Signature } from "../scoring/record-scores";
import { withEvents } from "../scoring/record-scores";
import type { Acted } from "./acts/act";

/** What is given of a decision when it is registered; what is left out is blank. */
export type GivenDecision = Omit<Decision, "id" | "kind">;

/** What happens after a decision has been taken, and is entered later. */
const afterwards = [
  "standstill",
  "standstillUntil",
  "reviewAppliedAt",
  "reviewEndedAt",
  "contractAt",
] as const satisfies readonly (keyof Decision)[];

/** The facts of the award without what happens after the decision. */
function reasonsOf({ award = {} }: Pick<EvaluationDocument, "award">): Award {
  const {
    sentAt: _sentAt,
    sending: _sending,
    standstill: _standstill,
    standstillUntil: _until,
    contractAt: _contract,
    court: _court,
    contact: _contact,
    ...reasons
  } = award;
  return reasons;
}

/**
 * What is registered of a decision: the reasons that it refers to, and every decision up to it. A
 * decision that stands among the facts of the award is registered with them alone.
 */
export function registeredContent(
  document: Pick<EvaluationDocument, "award" | "decisions">,
  decision: Pick<EnteredDecision, "id">,
): object {
  const reasons = reasonsOf(document);
  if (decision.id === undefined) return reasons;
  const { decisions = [] } = document;
  const at = decisions.findIndex(({ id }) => id === decision.id);
  return { reasons, decisions: decisions.slice(0, at + 1).map(withoutAfterwards) };
}

function withoutAfterwards(decision: Decision): object {
  return Object.fromEntries(
    Object.entries(decision).filter(([key]) => !(afterwards as readonly string[]).includes(key)),
  );
}

/**
 * Enters and records a decision.
 * @param given what is said of it; a decision of the kind that waits on the sheet is registered
 * @returns why it cannot be, where dates or what stands on the sheet forbid it
 */
export function registerDecision(
  document: EvaluationDocument,
  by: Signature,
  kind: Decision["kind"],
  given: GivenDecision,
): Acted {
  const unclear = unclearContract(document, kind, given.authority);
  const [earlier] = unclear
    ? [unclear]
    : contractsOf(document, given.authority).flatMap((part) => forbiddenBy(part, kind));
  if (earlier) return { refused: [earlier] };
  const waiting = waitingDecision(documentOfContract(document, given.authority), kind);
  const decision = { ...given, ...waiting, kind, ...(waiting ? {} : { id: nextId(document) }) };
  const refused = [
    ...(waiting
      ? enteredOtherwise(waiting, given, (key: keyof GivenDecision) =>
          placeOfDecision(waiting, key),
        )
      : []),
    ...withProvisions(faultsOf(document, decision), document.procurement),
  ];
  if (refused.length > 0) return { refused };
  return record(entered(document, decision), decision, by);
}

/** A decision of the kind that is entered on the sheet, and not registered. */
export function waitingDecision(
  document: EvaluationDocument,
  kind: Decision["kind"],
): EnteredDecision | undefined {
  return decisionsOf(document).findLast(
    (each) => each.kind === kind && each.registered === undefined,
  );
}

/** The row of the decision, made or filled in; nothing that stands there is written over. */
function entered(
  document: EvaluationDocument,
  { registered: _event, ...decision }: EnteredDecision,
): EvaluationDocument {
  const { id } = decision;
  if (id === undefined) {
    const { decidedAt, decidedBy, designation } = decision;
    const award: Award = {
      ...(decidedAt === undefined ? {} : { decidedAt }),
      ...(decidedBy === undefined ? {} : { decidedBy }),
      ...(designation === undefined ? {} : { decision: designation }),
      ...document.award,
    };
    return { ...document, award };
  }
  const { decisions = [] } = document;
  const row: Decision = { ...decision, id };
  return {
    ...document,
    decisions: decisions.some((each) => each.id === id)
      ? decisions.map((each) => (each.id === id ? row : each))
      : [...decisions, row],
  };
}

function record(document: EvaluationDocument, decision: EnteredDecision, by: Signature): Acted {
  const { id, kind, decidedAt = "", awarded = "", reason } = decision;
  return {
    document: withEvents(document, [
      {
        type: registeredBy[kind],
        ...by,
        new: [decidedAt, awarded].filter(Boolean).join(": "),
        ...(reason === undefined ? {} : { reason }),
        ...(id === undefined ? {} : { place: decisionAt(id) }),
        fingerprint: fingerprint(registeredContent(document, decision)),
      },
    ]),
  };
}

/** An id that no decision has, whatever the case of its letters. */
function nextId({ decisions = [] }: EvaluationDocument): string {
  const taken = new Set(decisions.map(({ id }) => id.toUpperCase()));
  let number = decisions.length + 1;
  while (taken.has(`B${number}`)) number += 1;
  return `B${number}`;
}

/** The document of the contract that a decision is about; the whole where it is about all of them. */
export function documentOfContract(
  document: EvaluationDocument,
  authority: string | undefined,
): EvaluationDocument {
  return authority === undefined
    ? document
    : (documentOfAuthority(document, authority) ?? document);
}

/** The documents of the contracts that a decision ends: one, or each. */
function contractsOf(
  document: EvaluationDocument,
  authority: string | undefined,
): EvaluationDocument[] {
  return authority === undefined && hasSeparateContracts(document)
    ? separateContracts(document).map((contract) => contract.document)
    : [documentOfContract(document, authority)];
}

/** Of separate contracts each has its own award; only a cancellation can be of all of them. */
export function unclearContract(
  document: EvaluationDocument,
  kind: Decision["kind"],
  authority: string | undefined,
): Finding | undefined {
  const known = separateContracts(document).map((contract) => contract.authority.id);
  if (authority === undefined)
    return known.length > 0 && kind !== "cancellation"
      ? finding("award-without-authority", "blocking", "decisions", { known })
      : undefined;
  return known.includes(authority)
    ? undefined
    : finding("award-of-unknown-authority", "blocking", "decisions", { id: authority, known });
}

/** A decision that holds keeps another from being registered, unless that corrects or cancels it. */
function forbiddenBy(document: EvaluationDocument, kind: Decision["kind"]): Finding[] {
  const last = registeredDecision(document);
  const event = last?.registered;
  if (kind === "correction" && !event)
    return [finding("nothing-to-correct", "blocking", "decisions")];
  if (!last || !event) return [];
  const { time, by } = event;
  const where = placeOfDecision(last, "decidedAt");
  if (last.kind === "cancellation")
    return [finding("cancelled-already", "blocking", where, { time, by })];
  if (kind === "award") return [finding("decided-already", "blocking", where, { time, by })];
  const at = contractDate(document, last);
  return kind === "cancellation" && at !== undefined
    ? [finding("contract-signed", "blocking", where, { at })]
    : [];
}

/**
 * What is given to an act and stands otherwise on the sheet; nothing is written over.
 * @param placeOf the cell of a key
 */
export function enteredOtherwise<Key extends string>(
  entered: { readonly [key in Key]?: string | undefined },
  given: { readonly [key in Key]?: string | undefined },
  placeOf: (key: Key) => Place,
): Finding[] {
  return (Object.keys(given) as Key[]).flatMap((key) => {
    const [seen, wanted] = [entered[key], given[key]];
    return seen === undefined || wanted === undefined || seen === wanted
      ? []
      : [finding("award-entered-otherwise", "blocking", placeOf(key), { seen, given: wanted })];
  });
}

/** A date that is missing or no date, or that comes before the bids could have come in. */
function faultsOf({ award = {} }: EvaluationDocument, decision: EnteredDecision): Finding[] {
  const { decidedAt: given, kind, reason = "" } = decision;
  const where = placeOfDecision(decision, "decidedAt");
  if (kind !== "award" && reason.trim() === "")
    return [finding("decision-without-reason", "blocking", placeOfDecision(decision, "reason"))];
  if (given === undefined) return [finding("award-without-date", "blocking", where)];
  if (!isMoment(given)) return [finding("cell-not-moment", "blocking", where, { seen: given })];
  const { deadline } = award;
  return kind === "award" && deadline !== undefined && isBefore(given, deadline)
    ? [finding("award-too-early", "blocking", where, { given, deadline })]
    : [];
}
