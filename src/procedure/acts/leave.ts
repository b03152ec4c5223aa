/**
 * A bid that takes no part in the award: withdrawn by its bidder, rejected by the authority for
 * another reason than a requirement, as one that came in late, or passed over because its bidder is
 * awarded as many other lots as one supplier may be (LOU 4 kap. 15 §). Its row, its prices and its scores
 * stay where they are, and the reason why it left is shown.
 */
import type { Bid, EvaluationDocument, JournalEvent } from "../../core/document/schema";
import { finding } from "../../core/finding";
import type { Place } from "../../core/place";
import { bidAt, partsOf } from "../../core/place";
import type { Departure } from "../../core/departures";
import { hasLeft } from "../../core/departures";
import { recordOf } from "../../core/document/unrecorded-changes";
import type { Signature } from "../../scoring/record-scores";
import { pricesKnown, withEvents } from "../../scoring/record-scores";
import { changeEvent } from "../record-changes";
import type { Act, ActName, Acted } from "./act";
import { act, optional, required } from "./act";
import { bidChoices } from "./ask-low-bid";
import { swedishDay } from "../../core/swedish-time";

/** @param given the bid, the date (blank for today) and why */
export function leave(
  document: EvaluationDocument,
  key: Departure,
  given: { readonly bid: string; readonly date: string; readonly reason: string },
  by: Signature,
): Acted {
  const bid = document.bids.find(({ id }) => id === given.bid);
  if (!bid)
    return {
      refused: [
        finding("bid-unknown", "blocking", "bids", {
          bid: given.bid,
          known: document.bids.map(({ id }) => id),
        }),
      ],
    };
  if (given.reason.trim() === "")
    return { refused: [finding("departure-without-reason", "blocking", bidAt(bid.id, "reason"))] };
  if (hasLeft(bid))
    return { refused: [finding("bid-left-already", "blocking", bidAt(bid.id), { bid: bid.id })] };
  const date = given.date === "" ? swedishDay(by.time) : given.date;
  const left: Bid = { ...bid, [key]: date, reason: given.reason };
  const after = {
    ...document,
    bids: document.bids.map((each) => (each === bid ? left : each)),
  };
  return { document: withEvents(after, departureEvents(document, left, key, by)) };
}

/** The lines of the journal: the register, once recorded, changes by events only. */
function departureEvents(
  document: EvaluationDocument,
  { id, reason = "", ...bid }: Bid,
  key: Departure,
  by: Signature,
): JournalEvent[] {
  const { closed, values } = recordOf(document);
  if (!closed.has("register")) return [];
  const isKnown = pricesKnown(document);
  return (["reason", key] as const).map((name) => {
    const place = bidAt(id, name);
    const recorded = values.get(place)?.text;
    const value = name === "reason" ? reason : bid[key];
    return changeEvent(
      {
        key: place,
        ...(recorded === undefined ? {} : { recorded }),
        ...(value === undefined ? {} : { value }),
      },
      by,
      reason,
      isKnown,
    );
  });
}

const records: ReadonlySet<string> = new Set(["events", "recorded", "published", "anchors"]);

/** What a bid holds beside its line of the register. */
const handedIn: ReadonlySet<string> = new Set(["price", "prices", "answers", "scores"]);

/**
 * Whether a place is of the register or of the record, which a departure is written in. A bidder may
 * withdraw its bid while a price or a verdict cannot be read, even its own.
 */
function isAboutWhoTakesPart(place: Place): boolean {
  const [root, inner] = partsOf(place);
  if (root?.key !== "bids") return records.has(root?.key ?? "");
  return !handedIn.has(inner?.key ?? "");
}

function departureAct(
  name: Extract<ActName, "withdraw" | "reject" | "lot-limit">,
  key: Departure,
): Act {
  return act({
    name,
    phase: "bids",
    takes: {
      bid: required({
        option: "--bid <id>",
        choices: ({ document }) => bidChoices(document.bids.filter((bid) => !hasLeft(bid))),
      }),
      date: optional({ option: "--date <date>", isMoment: true }),
      reason: required({ isLong: true }),
    },
    isOffered: ({ document: { procurement } }) =>
      key !== "lotLimitAt" || procurement.lotLimits?.awards !== undefined,
    restsOn: isAboutWhoTakesPart,
    perform: ({ document }, given, by) => leave(document, key, given, by),
    tell: (_, words) => words.group.departed[key],
  });
}

export const withdrawAct = departureAct("withdraw", "withdrawnAt");
export const rejectAct = departureAct("reject", "rejectedAt");
export const lotLimitAct = departureAct("lot-limit", "lotLimitAt");
