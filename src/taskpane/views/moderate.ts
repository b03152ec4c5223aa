/**
 * Every bid on every criterion with each evaluator's value: how far apart they are in colour and words,
 * who is missing in outline. What all agree on is accepted in one act; any other is opened beside. It
 * agrees on nothing by itself.
 */
import type { PanelAnswer, PanelCriterion, PanelScore } from "../../case/panel-answers";
import { action, button, meter } from "../controls";
import type { Child } from "../element";
import { h, newId } from "../element";
import type { ScoreKey } from "../moderating";
import { isUnset, nextToAgree, scoresIn } from "../moderating";
import type { Session } from "../session";
import { discussionView } from "./discussion";
import { evaluatorsLacking } from "./evaluators";
import { enterScores, openScore, seatName } from "./open-score";

export function moderateView(session: Session, panel: PanelAnswer): Child {
  const { moderating, text } = session;
  const { criteria } = panel;
  const all = scoresIn(criteria);
  if (all.length === 0)
    return [evaluatorsLacking(session, panel), h("p", { class: "hint" }, text.begin.noBids)];
  const isThere = all.some((each) => isAt(each, moderating.at));
  return [
    evaluatorsLacking(session, panel),
    progressView(session, panel),
    h(
      "div",
      { class: isThere ? "beside instead" : "beside", "data-name": "moderation" },
      h(
        "div",
        { class: "list" },
        criteria.map((each) => criterionView(session, panel, each)),
      ),
      isThere && moderating.at && discussionView(session, panel, moderating.at),
    ),
  ];
}

/** How many levels are agreed, and the two ways on. */
function progressView(session: Session, { criteria, evaluators }: PanelAnswer): Child {
  const { text, moderating } = session;
  const toAgree = scoresIn(criteria).filter(
    ({ score: { state } }) => state !== "computed" && state !== "rejected",
  );
  const of = (state: PanelScore["state"]) => toAgree.filter(({ score }) => score.state === state);
  const [agreed, unanimous, apart] = [of("agreed").length, of("unanimous"), of("apart").length];
  const unset = toAgree.filter(({ score }) => isUnset(score)).length;
  const next = nextToAgree(criteria, moderating.at);
  return [
    toAgree.length > 0 &&
      meter(
        text.moderate.agreedLevels,
        agreed,
        toAgree.length,
        text.ofTotal(agreed, toAgree.length),
      ),
    evaluators.length > 0 && h("p", { class: "hint" }, text.moderate.hint(evaluators.length)),
    unanimous.length > 0 && acceptView(session, unanimous),
    next &&
      button(
        "next apart",
        apart > 0 ? text.moderate.next(apart) : text.moderate.nextUnset(unset),
        () => openScore(session, next),
        unanimous.length > 0 ? "plain" : "primary",
      ),
    toAgree.length > 0 &&
      agreed === toAgree.length &&
      h("p", { class: "good" }, text.moderate.allAgreed),
  ];
}

function acceptView(
  session: Session,
  unanimous: readonly (ScoreKey & { readonly score: PanelScore })[],
): Child {
  const { text, moderating } = session;
  const id = newId();
  const label = text.moderate.accept(unanimous.length);
  return [
    action(session, { name: "accept unanimous", label, kind: "primary" }, async () => {
      await enterScores(session, () =>
        session.ask("enterUnanimous", {
          shown: unanimous.map(({ bid, criterion, score }) => ({
            bid,
            criterion,
            value: score.unanimous,
          })),
          withReasons: moderating.withReasons,
        }),
      );
      // The button is gone; what is left to agree on is where the keyboard goes on.
      const { criteria = [] } = session.known?.group?.panel ?? {};
      const name = nextToAgree(criteria, undefined) ? "next apart" : "moderation";
      session.bringTo({ name, isFocused: true, block: "nearest" });
    }),
    h(
      "p",
      { class: "check" },
      h("input", {
        type: "checkbox",
        id,
        checked: moderating.withReasons,
        onchange: (event: Event) =>
          (moderating.withReasons = (event.currentTarget as HTMLInputElement).checked),
      }),
      " ",
      h("label", { for: id }, text.moderate.withReasons),
    ),
  ];
}

function criterionView(session: Session, panel: PanelAnswer, criterion: PanelCriterion): Child {
  const id = newId();
  const { name, form, bids } = criterion;
  return [
    h("h4", { id }, `${criterion.id} ${name}`, h("span", { class: "hint" }, ` ${form}`)),
    h(
      "ul",
      { class: "seats", "aria-labelledby": id },
      bids.map((score) => h("li", {}, seat(session, panel, criterion, score))),
    ),
  ];
}

/** One bid on one criterion: a button with the evaluators' values and how they stand, in words. */
function seat(
  session: Session,
  panel: PanelAnswer,
  { id: criterion, name }: PanelCriterion,
  score: PanelScore,
): HTMLElement {
  const { moderating } = session;
  const { bid, bidder, state, values, agreed, isFarApart } = score;
  const key = { bid, criterion };
  const word = stateWord(session, score);
  return h(
    "button",
    {
      type: "button",
      title: bidder,
      class: `seat ${state}${isFarApart && state === "apart" ? " far" : ""}`,
      "data-name": seatName(key),
      "aria-current": isAt(key, moderating.at) ? "true" : undefined,
      onclick: () => openScore(session, key),
      onkeydown: (event: KeyboardEvent) => moveBy(session, panel, key, event),
    },
    h("span", { class: "who" }, bid, h("span", { class: "heard" }, ` ${bidder}, ${name}: `)),
    values.length > 0 &&
      h(
        "span",
        { class: "marks" },
        values.map((value) =>
          h(
            "span",
            { class: value === "" ? "mark none" : "mark" },
            value === "" ? "– " : `${value} `,
          ),
        ),
      ),
    agreed !== "" && h("strong", {}, `= ${agreed} `),
    h("span", { class: "word" }, word),
  );
}

function stateWord(
  { text }: Session,
  { state, values, spread, agreed, unreadable, isWithdrawn }: PanelScore,
): string {
  const missing = values.filter((value) => value === "").length;
  switch (state) {
    case "agreed":
      return text.moderate.agreed;
    case "unanimous":
      return text.moderate.unanimous;
    case "missing":
      return values.length === 0 ? text.moderate.unscored : text.moderate.missing(missing);
    case "rejected":
      return isWithdrawn ? text.moderate.withdrawn : text.moderate.rejected;
    case "unreadable":
      return text.moderate.unreadable(unreadable.map(({ cell = "" }) => cell));
    default:
      return missing > 0 && agreed === ""
        ? text.moderate.missing(missing)
        : spread === "0"
          ? text.moderate.unanimous
          : spread === ""
            ? text.moderate.apart
            : text.moderate.spread(spread);
  }
}

const steps: { readonly [key: string]: readonly [down: number, right: number] } = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
};

/** The arrow keys move among the scores as in a sheet. */
function moveBy(
  session: Session,
  { criteria }: PanelAnswer,
  { bid, criterion }: ScoreKey,
  event: KeyboardEvent,
): void {
  const step = steps[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
  const row = criteria.findIndex(({ id }) => id === criterion) + step[0];
  const bids = criteria[row]?.bids ?? [];
  const column = bids.findIndex((each) => each.bid === bid) + step[1];
  const [to, of] = [bids[column], criteria[row]];
  if (!to || !of) return;
  event.preventDefault();
  session.bringTo({
    name: seatName({ bid: to.bid, criterion: of.id }),
    isFocused: true,
    block: "nearest",
  });
}

function isAt(one: ScoreKey, other: ScoreKey | undefined): boolean {
  return one.bid === other?.bid && one.criterion === other.criterion;
}
