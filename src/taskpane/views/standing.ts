/**
 * Where the procurement stands, above every step: its milestones, how much remains, and that the
 * workbook has been changed since it was read. It judges nothing.
 */
import type { ActForm } from "../../case/act-requests";
import type { CaseAnswer, ChangeStep, CountedStep, MilestoneAnswer } from "../../case/answers";
import { action, button } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import { following } from "../follow-changes";
import type { Session } from "../session";
import { countedSteps } from "../step-marks";
import type { StepName } from "../steps";
import { goToAct, offeredAct } from "./go-to-act";

/** Nothing where no case could be read: no milestone is then known. */
export function standingView(session: Session): Child {
  const { known } = session;
  if (known?.state === "unreadable") return session.isStale ? stale(session) : unreadable(session);
  if (known?.state !== "read") return undefined;
  return [
    h(
      "ol",
      { class: "milestones" },
      known.milestones.map((each) => milestoneView(session, each)),
    ),
    session.isStale ? stale(session) : left(session, known),
    changeSteps.map((step) => changed(session, step, known.changes[step].count)),
  ];
}

/** A milestone; the one to reach next leads to where that is done. */
function milestoneView(session: Session, milestone: MilestoneAnswer): HTMLElement {
  const { name, state, text: said, isNext } = milestone;
  const words = [
    h("span", { class: "short", "aria-hidden": "true" }, shortOf(session, name)),
    h("span", { class: "long" }, said),
  ];
  const lead = () => goToMilestone(session, name);
  return h(
    "li",
    {
      class: state,
      "data-name": `milestone ${name}`,
      "aria-current": isNext ? "step" : undefined,
      title: said,
    },
    isNext
      ? h("button", { type: "button", "data-name": `reach ${name}`, onclick: lead }, words)
      : words,
  );
}

/** The acts that reach a milestone, and the step where what they wait for is done. */
const ways: {
  readonly [name: string]:
    { readonly acts: readonly ActForm["act"][]; readonly step: StepName } | undefined;
} = {
  published: { acts: ["publish"], step: "model" },
  "bids-opened": { acts: ["open-bids"], step: "requirements" },
  "quality-fixed": { acts: ["seal-quality"], step: "scores" },
  "prices-opened": { acts: ["open-prices", "record-prices"], step: "result" },
  finalised: { acts: ["finalise"], step: "result" },
  decided: { acts: ["award"], step: "review" },
};

function goToMilestone(session: Session, name: string): void {
  const { acts = [], step = session.step } = ways[name] ?? {};
  const form = offeredAct(session, acts);
  if (form) goToAct(session, form);
  else session.go(step);
}

/** The milestone in a word, for a narrow pane; its sentence is read out and shown on hovering. */
function shortOf({ text }: Session, name: string): string {
  const words: { readonly [name: string]: string } = text.standing.short;
  return words[name] ?? name;
}

const changeSteps = ["requirements", "scores", "result"] as const;

/** The way to a step where recorded values have been changed. */
function changed(session: Session, step: ChangeStep, count: number): Child {
  if (count === 0) return undefined;
  const label = session.text.standing.changed(session.text.steps[step], count);
  return button(`changed ${step}`, label, () => session.go(step), "link");
}

/** The way to what keeps the workbook from being read. */
function unreadable(session: Session): Child {
  const label = session.text.begin.unreadable;
  return session.step === "begin"
    ? undefined
    : button("unreadable", label, () => session.go("begin"), "link");
}

/** What is shown is from before a change. It is read again by itself; a press does it at once. */
function stale(session: Session): HTMLElement {
  const { text, tasks, language, readAt } = session;
  const time = readAt?.toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" }) ?? "";
  const isReading = tasks.isUnderWay(following);
  return h(
    "div",
    { class: "open", role: "status", "data-name": "standing stale" },
    h("span", {}, isReading ? text.standing.readingAgain : text.standing.stale(time)),
    !isReading &&
      action(session, { name: "refresh standing", label: text.readAgain, kind: "link" }, () =>
        session.refresh(),
      ),
  );
}

/** What is wrong and what is left at each step, with the numbers that the marks of the steps have. */
function left(session: Session, { left: at }: CaseAnswer): Child {
  const { text } = session;
  const way = (step: CountedStep, kind: "wrong" | "remaining", label: string) =>
    button(`${kind} ${step}`, label, () => session.go(step), "link");
  const wrong = countedSteps
    .filter((step) => at[step].wrong > 0)
    .map((step) => way(step, "wrong", text.standing.wrong(text.steps[step], at[step].wrong)));
  const remaining = countedSteps
    .filter((step) => at[step].remaining > 0)
    .map((step) => way(step, "remaining", text.standing.left[step](at[step].remaining)));
  return [
    wrong.length > 0 && h("p", { class: "left bad-word" }, wrong),
    remaining.length > 0 && h("p", { class: "left" }, text.standing.remaining, " ", remaining),
  ];
}
