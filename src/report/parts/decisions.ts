/**
 * The decisions of the procurement as a table: what was decided when and by whom, whether it is in
 * force, and to whom it was sent. It decides nothing.
 */
import { withId } from "../../words/named-id";
import type { Block } from "../../content/paper";
import type { Section } from "../../content/table";
import type { EnteredDecision } from "../../core/document/decisions";
import {
  correctedFrom,
  decisionInForce,
  decisionsOf,
  recipientsOf,
} from "../../core/document/decisions";
import type { EvaluationDocument } from "../../core/document/schema";
import type { Words } from "../../words/sv/words";
import { momentText } from "../../words/time";
import type { ReaderCase } from "../redacted-figures";
import { text } from "./blocks";
import { personNamed } from "./records";

export function decisionsPart({ evaluation: { document }, words }: ReaderCase): Block[] {
  const { title, columns, rows } = decisionsSection(document, words);
  return rows.length === 0
    ? [text(words.protocol.none)]
    : [{ kind: "table", caption: title, columns, rows }];
}

/** The decisions, the oldest first, a row each. */
export function decisionsSection(
  document: EvaluationDocument,
  words: Words,
): Section & { readonly rows: string[][] } {
  const say = words.decisionPapers;
  return {
    title: say.title,
    columns: say.columns,
    rows: decisionsOf(document).map((decision) => {
      const {
        id = "",
        kind,
        decidedAt,
        decidedBy,
        designation,
        awarded = "",
        reason = "",
      } = decision;
      const taken = decidedAt === undefined ? words.protocol.notEntered : momentText(decidedAt);
      return [
        id === "" ? words.decisionKinds[kind] : withId({ id, name: words.decisionKinds[kind] }),
        [taken, personNamed(decidedBy, document), designation].filter(Boolean).join(", "),
        awardedText(document, awarded),
        reason,
        [say.states[stateOf(document, decision)], ...sinceThen(decision, words)].join(". "),
        sentText(document, decision, words),
      ];
    }),
  };
}

/** The bids that a decision awards, each by its bidder and id. */
function awardedText({ bids }: EvaluationDocument, awarded: string): string {
  return awarded
    .split(/\s*,\s*/)
    .filter((id) => id !== "")
    .map((id) => {
      const bid = bids.find((each) => each.id === id);
      return bid ? `${bid.bidder} (${id})` : id;
    })
    .join(", ");
}

type State = keyof Words["decisionPapers"]["states"];

function stateOf(document: EvaluationDocument, decision: EnteredDecision): State {
  if (decision.registered === undefined) return "unregistered";
  const last = decisionInForce(document);
  if (last?.id === decision.id) return "in-force";
  const corrected = correctedFrom(document, last).some(({ id }) => id === decision.id);
  return corrected ? "corrected" : "replaced";
}

function sinceThen(
  { reviewAppliedAt, reviewEndedAt = "", contractAt }: EnteredDecision,
  words: Words,
): string[] {
  const say = words.decisionPapers;
  return [
    ...(reviewAppliedAt === undefined ? [] : [say.review(reviewAppliedAt, reviewEndedAt)]),
    ...(contractAt === undefined ? [] : [say.contract(contractAt)]),
  ];
}

function sentText(document: EvaluationDocument, decision: EnteredDecision, words: Words): string {
  const recipients = recipientsOf(document, decision);
  const sent = recipients.flatMap(({ sentAt }) => sentAt ?? []).sort();
  return words.decisionPapers.sentTo(sent.length, recipients.length, sent.at(-1) ?? "");
}

/** When and by whom it was decided, and what was corrected in it since. */
export function takenPart(
  { evaluation: { document }, words }: ReaderCase,
  decision: EnteredDecision | undefined,
): Block[] {
  const say = words.letter;
  if (decision?.registered === undefined) return [text(say.draft, "strong")];
  const [first = decision, ...corrections] = correctedFrom(document, decision).reverse();
  const { decidedAt = "", decidedBy = "", designation = "" } = first;
  return [
    text(say.decided(decidedAt, personNamed(decidedBy, document) ?? "", designation)),
    ...corrections.map((each) =>
      text(
        words.decisionPapers.corrected(
          each.decidedAt ?? "",
          each.designation ?? "",
          each.reason ?? "",
        ),
      ),
    ),
  ];
}
