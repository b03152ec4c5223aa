/**
 * The step Resultat: the award in a sentence with what bears on it, then the ranking. It decides nothing
 * about them.
 */
import type { CaseAnswer, FindingAnswer, Outcome } from "../../case/answers";
import { action, button, fold, section } from "../controls";
import { findings, ofFirstKinds } from "./finding-list";
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";
import { actViews, nameView } from "./acts";
import { changesView, hasChanges } from "./changes";
import { rankingView } from "./ranking";

/** The most kinds of findings that are listed beside the award. */
const mostKinds = 10;

export function resultView(session: Session): Child {
  const { known, text } = session;
  if (!known?.outcome) return h("p", {}, text.result.none);
  const { outcome } = known;
  const { contracts } = outcome;
  if (contracts.length === 0)
    return rankingView(session, outcome, "", [
      aboveRanking(session, known, outcome),
      h("h3", {}, text.result.ranking),
    ]);
  return [
    aboveRanking(session, known, outcome),
    contracts.map(({ title, outcome: own }, n) =>
      section(title, rankingView(session, own, `contract ${n + 1} `, awardView(session, own))),
    ),
  ];
}

/** The award with what bears on it, and the button that evaluates. */
function aboveRanking(session: Session, known: CaseAnswer, outcome: Outcome): Child {
  const { text, where } = session;
  return [
    changesView(session, "result"),
    statusView(session, outcome),
    tiesView(session, known),
    aboutAward(session, known),
    freshness(session, known.freshness),
    action(session, { name: "evaluate", label: text.result.evaluate, kind: "primary" }, () =>
      evaluateAndWrite(session),
    ),
    where === "excel" && h("p", { class: "hint" }, text.result.writes),
    where === "excel" &&
      known.freshness !== "none" &&
      action(session, { name: "showResults", label: text.result.show, kind: "subtle" }, () =>
        session.ask("showResults"),
      ),
    checksView(known.checks),
  ];
}

/** Where lots decide between bids: what was drawn can be recorded. */
function tiesView(session: Session, { acts }: CaseAnswer): Child {
  return (
    acts.some(({ phase }) => phase === "ties") &&
    section(
      session.text.result.tied,
      !hasChanges(session, "result") && nameView(session),
      actViews(session, "ties"),
    )
  );
}

/** What stands in the way of the award, and the warnings to read before it. */
function aboutAward(session: Session, { findings: all }: CaseAnswer): Child {
  const { text } = session;
  const stops = all.filter(({ severity }) => severity === "blocking" || severity === "open");
  const warnings = all.filter(
    ({ severity, isAboutModel }) => severity === "warning" && !isAboutModel,
  );
  return [
    stops.length > 0 && section(text.result.stops, firstFindings(session, stops)),
    warnings.length > 0 &&
      fold(session, "result warnings", text.result.warnings(warnings.length), () =>
        firstFindings(session, warnings),
      ),
  ];
}

function firstFindings(session: Session, list: readonly FindingAnswer[]): Child {
  const shown = ofFirstKinds(list, mostKinds);
  const more = list.length - shown.length;
  return [
    findings(session, shown),
    more > 0 &&
      button(
        "more findings",
        session.text.more(more),
        () => session.go("review", "findings"),
        "link",
      ),
  ];
}

/** The award in a sentence, with how far ahead it is, and whether it is final. */
function statusView(session: Session, outcome: Outcome): Child {
  return [
    awardView(session, outcome),
    h(
      "p",
      { class: { final: "good", provisional: "open", blocked: "bad" }[outcome.status] },
      h("strong", {}, outcome.statusWord),
      `. ${outcome.statusText}`,
    ),
  ];
}

/** The checks of the computation, a word each. */
function checksView(checks: CaseAnswer["checks"]): HTMLElement {
  return h(
    "ul",
    { class: "counts" },
    checks.map(
      ({ title, count, state }) =>
        count !== undefined && h("li", { class: state }, `${title} ${count}`),
    ),
  );
}

/** The proposed award, how far it is ahead, and the ties. */
function awardView({ text }: Session, { award, awardWord, ties, bids, unit }: Outcome): Child {
  const [first, second] = bids;
  const isSole = first && second && award === `${first.bidder} (${first.id})`;
  return [
    award !== "" && h("p", { class: "award" }, `${awardWord}: `, h("strong", {}, award)),
    isSole &&
      second.difference !== undefined &&
      h("p", { class: "settled" }, text.result.ahead(second.difference, unit, second.bidder)),
    ties.map((tie) => h("p", {}, tie)),
  ];
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
