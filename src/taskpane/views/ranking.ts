/**
 * The ranking as a table, the rejected bids in a line each, and the bid that is chosen in it: what its
 * result is made of, what separates it from the first or the second, and "varför?" for each figure.
 */
import type { AgainstAnswer, Outcome, RankedBid } from "../../case/answers";
import { pointers } from "../controls";
import type { Child } from "../element";
import { h, svg } from "../element";
import type { Session } from "../session";
import { beside } from "./parts";
import { waterfallView } from "./waterfall";
import { whyView } from "./why";

/** The most reasons that are listed for a bid. */
const mostReasons = 20;

/**
 * @param name what the names of its controls begin with
 * @param above what stands above the ranking
 */
export function rankingView(
  session: Session,
  outcome: Outcome,
  name: string,
  above?: Child,
): Child {
  const { bids } = outcome;
  const rejected = bids.filter(({ standing }) => standing === "rejected");
  const placed = bids.filter((bid) => !rejected.includes(bid));
  const chosen = bids.find(({ id }) => id === session.chosen.get(rankingName(name))) ?? bids[0];
  const list = [
    above,
    placed.length > 0 && tableView(session, outcome, { name, placed, chosen }),
    rejected.length > 0 &&
      h(
        "ul",
        { class: "rejected" },
        rejected.map((bid) => rejectedView(session, bid, name, chosen)),
      ),
  ];
  if (!chosen) return list;
  const detail = h("div", { class: "chosen" }, bidView(session, chosen, outcome, name));
  return beside(list, detail, `${chosen.bidder} (${chosen.id})`);
}

function rankingName(name: string): string {
  return `${name}ranking`;
}

type Shown = {
  readonly name: string;
  readonly placed: readonly RankedBid[];
  readonly chosen: RankedBid | undefined;
};

function tableView(session: Session, { unit }: Outcome, shown: Shown): HTMLElement {
  const { text } = session;
  const { name, placed, chosen } = shown;
  const more = { scope: "col", class: "number more" };
  return h(
    "table",
    { class: "ranking" },
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        h("th", { scope: "col" }, text.result.place),
        h("th", { scope: "col" }, text.result.bidder),
        h("th", more, text.result.offered),
        h("th", more, text.result.adjusted),
        h("th", { scope: "col", class: "number" }, placed[0]?.result.label),
        h("th", more, text.result.difference(unit)),
        h("th", { class: "heard less", scope: "col" }, text.result.madeOf),
      ),
    ),
    h(
      "tbody",
      {},
      placed.map((bid) => rowView(session, bid, name, bid === chosen)),
    ),
  );
}

function rowView(session: Session, bid: RankedBid, name: string, isChosen: boolean): HTMLElement {
  const { rank, standing, standingText, offered, compared, adjusted, result, difference } = bid;
  return h(
    "tr",
    { "data-name": `${name}bid ${bid.id}`, class: isChosen ? "is-chosen" : undefined },
    h("td", {}, h("span", { class: "rank" }, rank)),
    h(
      "th",
      { scope: "row" },
      choose(session, bid, name, isChosen),
      standing === "undecided" && [" ", h("span", { class: "open whole" }, standingText)],
    ),
    h(
      "td",
      { class: "number more" },
      offered,
      compared !== undefined &&
        h("span", { class: "whole hint" }, session.text.result.compared(compared)),
    ),
    h("td", { class: "number more" }, adjusted),
    h(
      "td",
      { class: "number" },
      h("strong", {}, result.text),
      difference !== undefined && h("span", { class: "less hint" }, signed(difference)),
    ),
    h("td", { class: "number more" }, difference === undefined ? "–" : signed(difference)),
    h("td", { class: "hint made less" }, madeOf(session, bid)),
  );
}

/** In a narrow pane: what the columns say that it has no room for. */
function madeOf({ text }: Session, { offered, compared, adjusted }: RankedBid): string {
  return [
    `${text.result.offered} ${offered}`,
    compared !== undefined && text.result.compared(compared),
    adjusted !== "" && `${text.result.adjusted} ${adjusted}`,
  ]
    .filter(Boolean)
    .join(" · ");
}

function signed(difference: string): string {
  return /^[-−]/.test(difference) ? difference : `+${difference}`;
}

/** The bidder's name, which shows the bid when it is pressed. */
function choose(session: Session, bid: RankedBid, name: string, isChosen: boolean): HTMLElement {
  return h(
    "button",
    {
      type: "button",
      class: "link",
      "data-name": `${name}choose ${bid.id}`,
      "aria-pressed": isChosen ? "true" : "false",
      onclick: () => session.choose(rankingName(name), bid.id),
    },
    bid.bidder,
  );
}

function rejectedView(
  session: Session,
  bid: RankedBid,
  name: string,
  chosen: RankedBid | undefined,
): HTMLElement {
  const [first] = bid.reasons;
  return h(
    "li",
    { "data-name": `${name}bid ${bid.id}` },
    h("strong", { class: "badge bad-word" }, bid.standingText),
    " ",
    choose(session, bid, name, bid === chosen),
    first && h("span", {}, `: ${first.text}`),
  );
}

function bidView(session: Session, bid: RankedBid, { unit }: Outcome, name: string): Child {
  const { text } = session;
  const looks = { rejected: "bad", undecided: "open", standing: undefined };
  return [
    h("h4", {}, `${bid.bidder} (${bid.id})`),
    bid.standing !== "standing" && h("p", { class: looks[bid.standing] }, bid.standingText),
    bid.reasons.length > 0 && pointers(session, bid.reasons.slice(0, mostReasons)),
    bid.reasons.length > mostReasons && h("p", {}, text.more(bid.reasons.length - mostReasons)),
    waterfallView(session, bid, unit),
    bid.against && bid.against.rows.length > 0 && againstView(session, bid.against, bid),
    h("h5", {}, text.result.why),
    whyView(session, `${name}why ${bid.id}`, bid.result),
    bid.figures.map((figure, n) => [
      whyView(session, `${name}why ${bid.id} figure ${n}`, figure),
      figure.note !== undefined && h("p", { class: "hint" }, figure.note),
    ]),
  ];
}

/** Criterion by criterion who is ahead and by how much: to the right the bid itself. */
function againstView({ text }: Session, { bidder, rows }: AgainstAnswer, own: RankedBid): Child {
  const longest = Math.max(...rows.map(({ size }) => Math.abs(size)));
  return [
    h("h5", {}, text.result.against(bidder)),
    h(
      "ul",
      { class: "against" },
      rows.map(({ label, text: amount, size, ahead }) =>
        h(
          "li",
          {},
          h(
            "span",
            { class: "figure" },
            h("span", {}, label),
            h("span", { class: "value" }, `${amount} `, h("span", { class: "hint" }, ahead)),
          ),
          difference(size / longest),
        ),
      ),
    ),
    h("p", { class: "hint" }, text.result.againstHint(bidder, own.bidder)),
  ];
}

function difference(share: number): SVGElement {
  const length = Math.max(Math.abs(share) * 150, 0.8);
  return svg(
    "svg",
    { viewBox: "0 0 300 10", "aria-hidden": "true", preserveAspectRatio: "none" },
    svg("rect", {
      x: (share < 0 ? 150 - length : 150).toFixed(2),
      y: 1,
      width: length.toFixed(2),
      height: 8,
      class: share < 0 ? "part5" : "part0",
    }),
    svg("path", { d: "M150 0 v10", class: "middle" }),
  );
}
