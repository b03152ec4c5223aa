/**
 * Where a procurement stands: each milestone from publication to decision, when it was reached, whether
 * it still holds, and which comes next. Only what is registered counts as reached. It registers nothing
 * and refuses nothing.
 */
import type { EvaluationDocument, JournalEvent } from "../core/document/schema";
import { milestoneNames } from "../core/document/organisation-schema";
import { hasSeparateContracts, separateContracts } from "../core/document/contracts";
import { awardOf, isRegistration, registeredDecision } from "../core/document/decisions";
import { lastOf } from "../core/document/recorded";
import type { Evaluation } from "../core/evaluate";
import type { FindingCode } from "../core/findings/catalogue";
import type { Words } from "../words/sv/words";
import { finalisation } from "./milestones";
import { swedishDay } from "../core/swedish-time";

export type MilestoneName = (typeof milestoneNames)[number];

/**
 * - `reached`: registered, and it holds
 * - `corrected`: registered; what it fixed was changed with reasons, and the evaluation finalised after that
 * - `changed`: registered, and something that it fixed is another now
 * - `undone`: it was registered, and has been undone since
 * - `skipped`: not registered, although a later one is
 * - `ahead`: not registered yet
 */
export type MilestoneState = "reached" | "corrected" | "changed" | "undone" | "skipped" | "ahead";

export type Milestone = {
  readonly name: MilestoneName;
  readonly state: MilestoneState;
  /** When it took place, or was undone; undefined where it was never registered. */
  readonly time?: string;
  /** When what it fixed was last changed with a reason, where the evaluation was finalised after that. */
  readonly corrected?: string;
  /** The decision was to cancel the procurement. */
  readonly isCancelled?: boolean;
  /** Whether it is the one to reach next. */
  readonly isNext: boolean;
};

/** Findings that tell that something has changed since a milestone fixed it. */
const changesOf: { readonly [name in MilestoneName]: readonly FindingCode[] } = {
  published: ["published-changed"],
  "bids-opened": ["register-unrecorded"],
  "quality-fixed": [
    "quality-changed",
    "verdict-unrecorded",
    "score-unrecorded",
    "assessment-unrecorded",
  ],
  "prices-opened": ["price-unrecorded"],
  finalised: ["finalised-changed"],
  decided: ["decision-changed"],
};

type Reached = {
  readonly state: "reached" | "undone" | "ahead";
  readonly time?: string;
  readonly isCancelled?: boolean;
};

/** @param evaluation with the findings of the way to an award */
export function milestones({
  document,
  findings,
}: Pick<Evaluation, "document" | "findings">): Milestone[] {
  const codes = new Set(findings.map(({ code }) => code));
  const names = milestoneNames.filter((name) => belongsTo(name, document));
  const found = names.map((name) => ({ name, ...reachedIn(document, name) }));
  const corrected = findings.find(({ code }) => code === "quality-corrected")?.details["corrected"];
  const states = found.map(({ name, state, time, isCancelled = false }, n) => {
    const isPassed = found
      .slice(n + 1)
      .some((later) => later.state === "reached" && follows(later.name, name, document));
    const isChanged = changesOf[name].some((code) => codes.has(code));
    const isCorrected = name === "quality-fixed" && typeof corrected === "string";
    return {
      name,
      state: stateOf(state, { isPassed, isChanged, isCorrected }),
      ...(time === undefined ? {} : { time }),
      ...(isCorrected ? { corrected } : {}),
      isCancelled,
    };
  });
  const next = states.find(({ state }) => state === "ahead" || state === "undone")?.name;
  return states.map((each) => ({ ...each, isNext: each.name === next }));
}

/** In the first of two stages nobody is awarded anything, and there are no prices. */
function belongsTo(name: MilestoneName, { procurement }: EvaluationDocument): boolean {
  return procurement.stage !== "selection" || (name !== "prices-opened" && name !== "decided");
}

/** Prices that are not kept apart may be opened before quality is fixed. */
function follows(
  later: MilestoneName,
  name: MilestoneName,
  { procurement }: EvaluationDocument,
): boolean {
  return later !== "prices-opened" || name !== "quality-fixed" || procurement.prices === "sealed";
}

function stateOf(
  state: Reached["state"],
  is: { readonly [of in "isPassed" | "isChanged" | "isCorrected"]: boolean },
): MilestoneState {
  if (state === "ahead") return is.isPassed ? "skipped" : "ahead";
  if (state !== "reached") return state;
  if (is.isChanged) return "changed";
  return is.isCorrected ? "corrected" : state;
}

function reachedIn(document: EvaluationDocument, name: MilestoneName): Reached {
  const reached = (event: JournalEvent | undefined): Reached =>
    event ? { state: "reached", time: event.at ?? event.time } : { state: "ahead" };
  const unless = (event: JournalEvent | undefined, undoing: JournalEvent | undefined): Reached =>
    event && undoing ? { state: "undone", time: undoing.time } : reached(event);
  switch (name) {
    case "prices-opened": {
      // A new round brings new prices.
      const opened = lastOf(document, "prices-opened");
      return unless(opened, after(document, opened, "round-closed"));
    }
    case "finalised":
      return finalisation(document)
        ? reached(finalisation(document))
        : unless(lastOf(document, "finalised"), lastOf(document, "reopened"));
    case "decided":
      return (
        decidedIn(document) ??
        (hasSeparateContracts(document) && !lastOf(document, "reopened")
          ? { state: "ahead" }
          : unless(document.events?.findLast(isRegistration), lastOf(document, "reopened")))
      );
    default:
      return reached(lastOf(document, name));
  }
}

/** The decision that the procurement ended with, the last of them where each contract has its own. */
function decidedIn(document: EvaluationDocument): Reached | undefined {
  const parts = separateContracts(document).map((contract) => contract.document);
  const found = (parts.length === 0 ? [document] : parts).map((part) => {
    const last = registeredDecision(part);
    // A correction leaves the decision as old as it is.
    return awardOf(part, last) ?? last;
  });
  const decisions = found.filter((decision) => decision !== undefined);
  if (decisions.length < found.length) return undefined;
  const times = decisions.map(({ decidedAt, registered }) => decidedAt ?? registered?.time ?? "");
  return {
    state: "reached",
    time: times.sort().at(-1) ?? "",
    isCancelled: decisions.every(({ kind }) => kind === "cancellation"),
  };
}

/** The last event of a kind, where it comes after another. */
function after(
  { events = [] }: EvaluationDocument,
  earlier: JournalEvent | undefined,
  type: JournalEvent["type"],
): JournalEvent | undefined {
  return earlier && events.slice(events.lastIndexOf(earlier) + 1).findLast((e) => e.type === type);
}

/** A milestone in words: what it is, and when it was reached or what is wrong with it. */
export function milestoneText(milestone: Milestone, words: Words): string {
  const { name, state, time, corrected, isNext, isCancelled } = milestone;
  const text = words.milestones;
  const day = swedishDay(time ?? "");
  const label = isCancelled ? text.cancelled : text.names[name];
  switch (state) {
    case "reached":
      return `${label} ${day}`;
    case "corrected":
      return `${label} ${day}, ${text.corrected(swedishDay(corrected ?? ""))}`;
    case "changed":
      return `${label} ${day}, ${text.changed}`;
    case "undone":
      return [
        `${label}: ${name === "prices-opened" ? text.newRound : text.reopened} ${day}`,
        ...(isNext ? [text.next] : []),
      ].join(", ");
    case "skipped":
      return `${label}: ${text.skipped}`;
    case "ahead":
      return isNext ? `${text.notYet[name]} (${text.next})` : text.notYet[name];
  }
}

/** Every milestone on one line. */
export function milestoneLine(
  evaluation: Pick<Evaluation, "document" | "findings">,
  words: Words,
): string {
  const all = milestones(evaluation).map((each) => milestoneText(each, words));
  return `${words.milestones.title}: ${all.join(" · ")}`;
}
