/**
 * What is said in the place of a requirement when there is none to show: of which bid and area nothing
 * is left, and the ways on to where something is. It checks nothing.
 */
import type { RequirementProgress } from "../../case/answers";
import type { CheckAnswer } from "../../case/check-list";
import type { Way } from "../checking";
import { waysOn } from "../checking";
import { button } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";

export function nothingLeftView(
  session: Session,
  bids: readonly RequirementProgress[],
  { bid, list }: { readonly bid: string; readonly list: readonly CheckAnswer[] },
): HTMLElement {
  const { checking, text } = session;
  const { area, reader, filter } = checking;
  const ways = filter === "unchecked" ? waysOn(bids, list, { bid, area, reader }) : [];
  const bidder = bidderIn(bids, bid);
  const said =
    filter !== "unchecked"
      ? text.check.none[filter]
      : ways.length === 0
        ? text.check.nothingAtAll
        : text.check.nothing(bidder, area);
  return h(
    "div",
    // The keyboard goes on from here, as from a requirement.
    { role: "group", tabindex: "-1", "aria-label": said, "data-name": "check card" },
    h("p", { class: ways.length === 0 && filter === "unchecked" ? "good" : "hint" }, said),
    h("div", { class: "ways" }, wayButtons(session, bids, { bid, ways })),
  );
}

function bidderIn(bids: readonly RequirementProgress[], bid: string): string {
  return `${bids.find((each) => each.bid === bid)?.bidder ?? ""} (${bid})`;
}

function wayButtons(
  session: Session,
  bids: readonly RequirementProgress[],
  { bid, ways }: { readonly bid: string; readonly ways: readonly Way[] },
): Child {
  const { text, checking } = session;
  return ways.map((way) => {
    const isOwn = way.bid === bid;
    const label = isOwn
      ? text.check.nextArea(way.area, way.count)
      : text.check.nextBid(bidderIn(bids, way.bid), way.area, way.count);
    return button(isOwn ? "check next area" : "check next bid", label, () => {
      Object.assign(checking, { bid: way.bid, area: way.area, at: undefined });
      session.bringTo({ name: "check card", isFocused: true });
    });
  });
}
