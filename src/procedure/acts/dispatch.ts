/**
 * Noting that the decision in force has been sent, to one bidder or to every one that has not been
 * sent it: the standstill runs from the last of them (LOU 20 kap. 1 §). It sends nothing.
 */
import type { Dispatch, EvaluationDocument } from "../../core/document/schema";
import { decisionInForce, recipientsOf } from "../../core/document/decisions";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { isMoment, typedMoment } from "../../core/moment";
import { awardAt, decisionAt } from "../../core/place";
import type { Signature } from "../../scoring/record-scores";
import { withEvents } from "../../scoring/record-scores";
import type { Words } from "../../words/sv/words";
import type { Acted } from "./act";
import { act, optional, required } from "./act";
import { documentOfContract, unclearContract } from "../decisions";
import { bidChoices } from "./ask-low-bid";
import { authorityField } from "./award";

/** When a decision was sent and how, to which bid, and of which contract; blank for all that lack it. */
type GivenDispatch = {
  readonly bid: string;
  readonly sentAt: string;
  readonly sending: string;
  readonly authority?: string;
};

/** Notes that the decision in force, of one contract where they are separate, has been sent. */
export function noteDispatch(
  document: EvaluationDocument,
  { authority = "", ...given }: GivenDispatch,
  by: Signature,
): Acted {
  const of = authority === "" ? undefined : authority;
  const unclear = unclearContract(document, "award", of);
  if (unclear) return { refused: [unclear] };
  const decision = decisionInForce(documentOfContract(document, of));
  if (!decision) return { refused: [finding("nothing-to-send", "blocking", "decisions")] };
  if (decision.id === undefined)
    return { refused: [finding("dispatch-among-facts", "blocking", awardAt("sentAt"))] };
  const refused = faultsOf(document, given);
  if (refused.length > 0) return { refused };
  const { id } = decision;
  const recipients =
    given.bid === ""
      ? recipientsOf(document, decision)
          .filter(({ sentAt }) => sentAt === undefined)
          .map(({ bid }) => bid)
      : [given.bid];
  if (recipients.length === 0)
    return { refused: [finding("dispatched-already", "blocking", decisionAt(id))] };
  const at = { at: given.sentAt, new: recipients.join(", "), place: decisionAt(id) };
  const changed = withRows(document, id, recipients, given);
  return {
    document: withEvents(changed, [{ type: "dispatched", ...by, ...at }]),
    counts: { sent: recipients.length },
  };
}

/** The rows of the recipients: those that wait without a date are filled in, the others added. */
function withRows(
  document: EvaluationDocument,
  decision: string,
  recipients: readonly string[],
  { sentAt, sending }: { readonly sentAt: string; readonly sending: string },
): EvaluationDocument {
  const { dispatches = [] } = document;
  const how = sending === "other" ? ("other" as const) : ("electronic" as const);
  const isWaiting = (row: Dispatch) =>
    row.decision === decision && row.sentAt === undefined && recipients.includes(row.bid);
  const waiting = new Set(dispatches.filter(isWaiting).map(({ bid }) => bid));
  return {
    ...document,
    dispatches: [
      ...dispatches.map((row) => (isWaiting(row) ? { ...row, sentAt, sending: how } : row)),
      ...recipients
        .filter((bid) => !waiting.has(bid))
        .map((bid) => ({ decision, bid, sentAt, sending: how }) as const),
    ],
  };
}

function faultsOf(
  { bids }: EvaluationDocument,
  {
    bid,
    sentAt,
    sending,
  }: { readonly bid: string; readonly sentAt: string; readonly sending: string },
): Finding[] {
  const known = bids.map(({ id }) => id);
  if (bid !== "" && !known.includes(bid))
    return [finding("bid-unknown", "blocking", "bids", { bid, known })];
  if (!isMoment(sentAt))
    return [finding("cell-not-moment", "blocking", "dispatches", { seen: sentAt })];
  return sending === "electronic" || sending === "other"
    ? []
    : [finding("sending-unknown", "blocking", "dispatches", { seen: sending })];
}

export const dispatchAct = act({
  name: "dispatch",
  phase: "award",
  takes: {
    authority: authorityField("award"),
    sentAt: required({ option: "--sent <time>", isMoment: true }),
    sending: required({
      option: "--sending <electronic|other>",
      choices: (_, words: Words) =>
        (["electronic", "other"] as const).map((code) => ({
          code,
          word: words.dispatchSendings[code],
        })),
    }),
    bid: optional({
      option: "--bid <id>",
      choices: ({ document }, words: Words) => [
        { code: "", word: words.everyRecipient },
        ...bidChoices(document.bids),
      ],
    }),
  },
  isOffered: ({ document }) => decisionInForce(document)?.id !== undefined,
  perform: ({ document }, { bid, sentAt, sending, authority }, by) =>
    noteDispatch(document, { bid, sentAt: typedMoment(sentAt), sending, authority }, by),
  tell: (_, words) => words.eventTypes.dispatched,
});
