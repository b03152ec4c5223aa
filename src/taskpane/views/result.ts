/** Resultat: the ranking, what each result is made of, and "varför?" for every figure of it. */
import type { Outcome, RankedBid } from "../../desk/answers";
import { action, findings, pointers, section } from "../controls";
import type { Child } from "../element";
import { h, svg } from "../element";
import type { Session } from "../session";
import { whyView } from "./why";

export function resultView(session: Session): Child {
  const { known, text } = session;
  if (!known?.outcome) return h("p", {}, text.result.none);
  const { outcome } = known;
  const stops = known.findings.filter(({ severity }) => severity === "blocking" || severity === "open");
  return [
    freshness(session, known.freshness),
    action(session, text.result.evaluate, () => evaluate(session), "primary"),
    h("p", { class: { final: "good", provisional: "open", blocked: "bad" }[outcome.status] }, h("strong", {}, outcome.statusWord), `. ${outcome.statusText}`),
    outcome.award !== "" && h("p", { class: "award" }, `${text.result.award}: `, h("strong", {}, outcome.award)),
    outcome.ties.map((tie) => h("p", {}, tie)),
    bars(session, outcome),
    section(text.result.ranking, h("ol", { class: "ranking" }, outcome.bids.map((bid) => h("li", {}, bidView(session, bid, outcome))))),
    stops.length > 0 && section(text.result.stops, findings(session, stops)),
  ];
}

/** Evaluates, writes the sheets and shows what came of it. */
export async function evaluate(session: Session): Promise<void> {
  session.take(await session.ask("evaluate"));
  session.announce(session.text.result.done(session.known?.outcome?.statusWord ?? ""));
}

/** Whether the figures in the sheets are of the input as it is. */
function freshness(session: Session, state: "none" | "current" | "changed"): HTMLElement {
  const { text, isStale } = session;
  const shown = isStale && state === "current" ? "changed" : state;
  return h("p", { class: shown === "current" ? "good" : shown === "changed" ? "bad" : "hint", "data-freshness": shown }, text.result.freshness[shown]);
}

function bidView(session: Session, bid: RankedBid, { unit }: Outcome): Child {
  const { text } = session;
  return [
    h("h4", {}, h("span", { class: "rank" }, bid.rank), ` ${bid.bidder} (${bid.id})`),
    h("p", { class: bid.standing === "rejected" ? "bad" : bid.standing === "undecided" ? "open" : "hint" }, bid.standingText, bid.difference === undefined ? "" : ` · ${text.result.behind(bid.difference, unit)}`),
    bid.reasons.length > 0 && pointers(session, bid.reasons.slice(0, 20)),
    bid.reasons.length > 20 && h("p", {}, text.more(bid.reasons.length - 20)),
    whyView(session, bid.result),
    bid.figures.map((figure) => whyView(session, figure)),
  ];
}

/** Price and adjustments of each bid, stacked: what is added to the right, what is deducted as an open outline. */
function bars(session: Session, { bids, label }: Outcome): Child {
  const { text } = session;
  const shown = bids.filter(({ parts }) => parts.length > 0);
  const length = ({ parts }: RankedBid) => parts.filter(({ kind }) => kind !== "deduction").reduce((sum, { size }) => sum + size, 0);
  const longest = Math.max(...shown.map(length), 0);
  if (longest === 0) return undefined;
  return section(text.result.made(label), shown.map((bid) => {
    const words = bid.parts.map((part) => `${part.label} ${part.text}`).join("; ");
    return h("figure", { class: "bar" },
      h("figcaption", {}, `${bid.bidder}: ${bid.result.text}`),
      svg("svg", { viewBox: "0 0 300 18", role: "img", "aria-label": `${bid.bidder}: ${words}`, preserveAspectRatio: "none" }, stacked(bid, longest)),
      h("p", { class: "hint" }, words));
  }));
}

function stacked({ parts }: RankedBid, longest: number): SVGElement[] {
  const scale = 300 / longest;
  let [end, number] = [0, 0];
  return parts.map(({ kind, size, label, text }) => {
    const width = Math.min(size * scale, 300);
    const isDeduction = kind === "deduction";
    const x = isDeduction ? Math.max(0, end - width) : end;
    end = isDeduction ? x : end + width;
    const look = kind === "price" ? "price" : isDeduction ? "deduction" : `part${number++ % 7}`;
    return svg("rect", { x: x.toFixed(2), y: isDeduction ? 1 : 0, width: Math.max(width, 0.5).toFixed(2), height: isDeduction ? 16 : 18, class: look }, svg("title", {}, `${label} ${text}`));
  });
}
