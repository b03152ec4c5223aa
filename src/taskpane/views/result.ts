/** The step Resultat: the ranking, the parts of each result, and "varför?" for every figure. */
import type { CaseAnswer, Outcome, RankedBid } from "../../case/answers";
import { action, findings, pointers, section } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";
import { outcomeView } from "./acts";
import { bar, lengthOf } from "./bar";
import { changesView, hasChanges } from "./changes";
import { whyView } from "./why";

export function resultView(session: Session): Child {
  const { known, text } = session;
  if (!known?.outcome) return h("p", {}, text.result.none);
  const { outcome } = known;
  const stops = known.findings.filter(
    ({ severity }) => severity === "blocking" || severity === "open",
  );
  return [
    hasChanges(session, "result") ? changesView(session, "result") : outcomeView(session),
    freshness(session, known.freshness),
    action(session, { name: "evaluate", label: text.result.evaluate, kind: "primary" }, () =>
      evaluateAndWrite(session),
    ),
    session.where === "excel" && h("p", { class: "hint" }, text.result.writes),
    session.where === "excel" &&
      known.freshness !== "none" &&
      action(session, { name: "showResults", label: text.result.show, kind: "subtle" }, () =>
        session.ask("showResults"),
      ),
    statusView(outcome, known.checks),
    outcome.contracts.length === 0
      ? [bars(session, outcome), section(text.result.ranking, rankingView(session, outcome, ""))]
      : outcome.contracts.map(({ title, outcome: own }, n) =>
          section(title, [awardView(own), rankingView(session, own, `contract ${n + 1} `)]),
        ),
    stops.length > 0 && section(text.result.stops, findings(session, stops)),
  ];
}

/** The status of the outcome, the checks of it, the proposed award and the ties. */
function statusView(outcome: Outcome, checks: CaseAnswer["checks"]): Child {
  return [
    h(
      "p",
      { class: { final: "good", provisional: "open", blocked: "bad" }[outcome.status] },
      h("strong", {}, outcome.statusWord),
      `. ${outcome.statusText}`,
    ),
    h(
      "ul",
      { class: "counts" },
      checks.map(
        ({ title, count, state }) =>
          count !== undefined && h("li", { class: state }, `${title} ${count}`),
      ),
    ),
    awardView(outcome),
  ];
}

/** The proposed award and the ties. */
function awardView({ award, awardWord, ties }: Outcome): Child {
  return [
    award !== "" && h("p", { class: "award" }, `${awardWord}: `, h("strong", {}, award)),
    ties.map((tie) => h("p", {}, tie)),
  ];
}

/** The bids by rank. @param name what the names of its controls begin with */
function rankingView(session: Session, outcome: Outcome, name: string): HTMLElement {
  return h(
    "ol",
    { class: "ranking" },
    outcome.bids.map((bid) =>
      h("li", { "data-name": `${name}bid ${bid.id}` }, bidView(session, bid, outcome, name)),
    ),
  );
}

/** Evaluates the workbook, writes the result sheets and reads the status to a screen reader. */
export async function evaluateAndWrite(session: Session): Promise<void> {
  await session.evaluate();
  session.announce(session.text.result.done(session.known?.outcome?.statusWord ?? ""));
}

/** Whether the result sheets were computed from the current input. */
function freshness(session: Session, state: "none" | "current" | "changed"): HTMLElement {
  const { text, isStale } = session;
  const shown = isStale && state === "current" ? "changed" : state;
  return h(
    "p",
    {
      class: shown === "current" ? "good" : shown === "changed" ? "bad" : "hint",
      "data-freshness": shown,
    },
    text.result.freshness[shown],
  );
}

function bidView(session: Session, bid: RankedBid, { unit }: Outcome, name: string): Child {
  const { text } = session;
  return [
    h("h4", {}, h("span", { class: "rank" }, bid.rank), ` ${bid.bidder} (${bid.id})`),
    h(
      "p",
      {
        class: bid.standing === "rejected" ? "bad" : bid.standing === "undecided" ? "open" : "hint",
      },
      bid.standingText,
      bid.difference === undefined ? "" : ` · ${text.result.behind(bid.difference, unit)}`,
    ),
    bid.reasons.length > 0 && pointers(session, bid.reasons.slice(0, 20)),
    bid.reasons.length > 20 && h("p", {}, text.more(bid.reasons.length - 20)),
    whyView(session, `${name}why ${bid.id}`, bid.result),
    bid.figures.map((figure, n) => [
      whyView(session, `${name}why ${bid.id} figure ${n}`, figure),
      figure.note !== undefined && h("p", { class: "hint" }, figure.note),
    ]),
  ];
}

/**
 * Price and adjustments of each bid that is compared, as a bar; the figures themselves are unfolded
 * below.
 */
function bars(session: Session, { bids }: Outcome): Child {
  const { text } = session;
  const shown = bids.filter(({ parts, standing }) => parts.length > 0 && standing !== "rejected");
  const longest = Math.max(...shown.map(({ parts }) => lengthOf(parts)), 0);
  if (longest === 0) return undefined;
  return section(
    text.result.made,
    shown.map(({ bidder, parts, result, made }) =>
      h(
        "figure",
        { class: "bar" },
        h(
          "figcaption",
          {},
          h(
            "span",
            { class: "figure" },
            h("span", {}, bidder),
            h("span", { class: "value" }, result.text),
          ),
        ),
        bar(bidder, parts, longest),
        h("p", { class: "hint" }, made),
      ),
    ),
  );
}
