/**
 * What a text with bidders would become, shown before it is added: how many bids, with their names and
 * ids. It adds nothing.
 */
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";

export function bidsToAddView(session: Session, typed: string): Child {
  if (typed === "") return undefined;
  const { text } = session;
  // The last answer stays until the next one comes, at each key.
  session.bidsToAdd = session.lookUp(text.bids.add, "previewBids", typed) ?? session.bidsToAdd;
  const bids = session.bidsToAdd;
  return h(
    "div",
    { role: "status", "data-name": "bids to add" },
    h("p", { class: "hint" }, text.bids.becomes(bids.length)),
    h(
      "ul",
      {},
      bids.map((bid) => h("li", {}, bid)),
    ),
  );
}
