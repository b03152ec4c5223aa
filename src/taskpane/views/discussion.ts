/**
 * One score with all that was said about it: each evaluator's level, reason and reference, the level that
 * is agreed, and its history. What is typed is a draft until it is entered.
 */
import type { DiscussionAnswer, OwnScore, PanelAnswer } from "../../case/panel-answers";
import { action, button, cellLink, taskMessage } from "../controls";
import type { FieldName } from "../drafts";
import type { Child } from "../element";
import { h } from "../element";
import { noteDraft, textField } from "../fields";
import { helpButton, helpPanel } from "../help";
import { lookUpName } from "../look-ups";
import type { ScoreKey } from "../moderating";
import { nextToAgree, scoresIn } from "../moderating";
import type { Session } from "../session";
import { historyView } from "./history";
import { closeScore, enterScores, openScore } from "./open-score";

export function discussionView(session: Session, panel: PanelAnswer, key: ScoreKey): Child {
  const { text, moderating } = session;
  const answer = session.lookUp(text.moderate.title, "discussion", key.bid, key.criterion);
  if (answer) moderating.keep(answer);
  const shown = moderating.discussion;
  return h(
    "div",
    {
      class: "detail discussion",
      role: "group",
      tabindex: "0",
      "aria-label": text.moderate.card(key.criterion, shown?.bidder ?? key.bid),
      "data-name": "discussion",
      "data-enter": taskName(key),
      onkeydown: (event: KeyboardEvent) => pressKey(session, panel, key, event),
    },
    button("all scores", text.moderate.back, () => closeScore(session, key), "link"),
    taskMessage(session, lookUpName("discussion", key.bid, key.criterion)),
    shown ? said(session, panel, shown) : h("p", { class: "hint" }, text.working),
  );
}

function said(session: Session, panel: PanelAnswer, shown: DiscussionAnswer): Child {
  const { text } = session;
  const { criterion, name, bidder, bid, form, description, scale, levels } = shown;
  const { unreadable = [] } =
    scoresIn(panel.criteria).find((each) => each.bid === bid && each.criterion === criterion)
      ?.score ?? {};
  return [
    h("h4", {}, `${criterion} ${name}`),
    h("p", {}, `${bidder} (${bid}) `, cellLink(session, shown, `${criterion} ${bidder}`)),
    description !== "" && h("p", { class: "hint" }, description),
    h("p", { class: "hint" }, [form, levels.length === 0 && scale].filter(Boolean).join(" · ")),
    unreadable.map((each) =>
      h(
        "p",
        { class: "bad" },
        text.moderate.unreadableCell(each.text),
        " ",
        cellLink(session, each, `${criterion} ${bidder} ${each.text}`),
      ),
    ),
    shown.scores.map((each) =>
      ownScore(
        session,
        each,
        unreadable.some(({ text: evaluator }) => evaluator === each.name),
      ),
    ),
    shown.others.length > 0 &&
      h(
        "p",
        { class: "hint" },
        text.moderate.others,
        " ",
        shown.others.map(({ bidder: other, agreed }) => `${other} ${agreed}`).join(", "),
      ),
    shown.isAgreedOn
      ? agreedForm(session, panel, shown)
      : h("p", { class: "hint" }, text.moderate.computed),
    h("h5", {}, text.group.history),
    historyView(session, shown.history, text.group.noHistory),
  ];
}

function ownScore(
  { text }: Session,
  { name, value, level, ...reasons }: OwnScore,
  isUnreadable: boolean,
): HTMLElement {
  const none = isUnreadable ? text.moderate.unread : text.moderate.none;
  return h(
    "div",
    { class: value === "" ? "own none" : "own" },
    h(
      "p",
      {},
      h("strong", {}, `${name}: `),
      value === "" ? none : [value, level].filter(Boolean).join(" – "),
    ),
    reasons.rationale !== "" && h("p", {}, reasons.rationale),
    reasons.reference !== "" && h("p", { class: "hint" }, reasons.reference),
  );
}

function fieldName(
  key: "value" | "rationale" | "reference",
  { bid, criterion }: ScoreKey,
): FieldName {
  return `agreed.${key} ${bid} ${criterion}`;
}

function agreedForm(session: Session, panel: PanelAnswer, shown: DiscussionAnswer): Child {
  const { text, drafts } = session;
  const { own, agreed } = shown;
  const rationale = fieldName("rationale", shown);
  const isOwnUsed = drafts.entry(rationale, agreed.rationale) !== "" || own.rationale === "";
  return [
    shown.levels.length > 0
      ? levelsView(session, shown)
      : textField(session, fieldName("value", shown), text.moderate.value, {
          begins: agreed.value,
          inputMode: "decimal",
        }).view,
    !isOwnUsed &&
      button(
        "use own reasons",
        text.moderate.useOwn,
        () => {
          drafts.enter(rationale, own.rationale, agreed.rationale);
          if (drafts.entry(fieldName("reference", shown), agreed.reference) === "")
            drafts.enter(fieldName("reference", shown), own.reference, agreed.reference);
          session.bringTo({ name: rationale, isFocused: true });
        },
        "subtle",
      ),
    textField(session, rationale, text.moderate.rationale, {
      begins: agreed.rationale,
      hint: text.moderate.rationaleHint,
      rows: 4,
    }).view,
    textField(session, fieldName("reference", shown), text.moderate.reference, {
      begins: agreed.reference,
    }).view,
    action(session, { name: taskName(shown), label: text.moderate.enter, kind: "primary" }, () =>
      save(session, panel, shown),
    ),
    h("p", { class: "hint" }, text.moderate.keysHint),
  ];
}

/** The levels to choose among, each with the evaluators who gave it. None is chosen beforehand. */
function levelsView(session: Session, shown: DiscussionAnswer): HTMLElement {
  const { text, drafts } = session;
  const { levels, scores, agreed } = shown;
  const name = fieldName("value", shown);
  const chosen = drafts.entry(name, agreed.value);
  const option = (code: string, word: string, by: string, n: number) => {
    const id = `level-${n}`;
    return h(
      "div",
      { class: "radio", "data-name": `${name} ${code}` },
      h("input", {
        type: "radio",
        id,
        name: "agreed-level",
        value: code,
        checked: code === chosen,
        onchange: noteDraft(session, name, agreed.value),
      }),
      h("label", { for: id }, word, by !== "" && h("span", { class: "hint" }, ` ${by}`)),
    );
  };
  return h(
    "fieldset",
    { "data-name": name },
    h("legend", {}, text.moderate.value),
    helpButton(session, { name, label: text.moderate.value }),
    helpPanel(session, name),
    levels.map(({ code, word }, n) => {
      const by = scores.filter((each) => each.code === code).map((each) => each.name);
      return option(code, word, by.join(", "), n);
    }),
    agreed.value !== "" && option("", text.moderate.noLevel, "", levels.length),
    taskMessage(session, name),
  );
}

function taskName({ bid, criterion }: ScoreKey): string {
  return `agree ${bid} ${criterion}`;
}

/** Enters what was typed, and goes on to the next score that the evaluators are not agreed on. */
async function save(session: Session, panel: PanelAnswer, shown: DiscussionAnswer): Promise<void> {
  const { drafts, moderating } = session;
  const { bid, criterion, seen, agreed } = shown;
  const key = { bid, criterion };
  const fields = (["value", "rationale", "reference"] as const).map((of) => fieldName(of, shown));
  const [value = "", rationale = "", reference = ""] = (
    ["value", "rationale", "reference"] as const
  ).map((of) => drafts.entry(fieldName(of, shown), agreed[of]));
  const typed = { value, rationale, reference };
  // A reason without a level would leave the score as if it were done.
  if (value.trim() === "" && agreed.value === "") return missLevel(session, key);
  const before = fields.map((field) => [field, drafts.entry(field, "")] as const);
  await enterScores(session, () => session.ask("enterAgreed", { ...key, seen, ...typed }));
  // What has been typed since then is not sent yet.
  for (const [field, text] of before) drafts.sent(field, text);
  const next = nextToAgree(session.known?.group?.panel.criteria ?? panel.criteria, key);
  if (moderating.at?.bid !== bid || moderating.at.criterion !== criterion) return;
  if (next) openScore(session, next);
  else session.bringTo({ name: "discussion", isFocused: true, block: "nearest" });
}

/** Says beside the level that it is missing; nothing is sent. */
function missLevel(session: Session, key: ScoreKey): void {
  const name = fieldName("value", key);
  const { value: label, levelMissing } = session.text.moderate;
  session.tasks.refuse(name, label, levelMissing);
  session.bringTo({ name, isFocused: true, block: "nearest" });
}

/** The arrows turn the pages outside the fields. */
function pressKey(session: Session, panel: PanelAnswer, key: ScoreKey, event: KeyboardEvent): void {
  if (event.target !== event.currentTarget || event.altKey) return;
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const all = scoresIn(panel.criteria);
  const at = all.findIndex((each) => each.bid === key.bid && each.criterion === key.criterion);
  const to = by === undefined ? undefined : all[at + by];
  if (!to) return;
  openScore(session, { bid: to.bid, criterion: to.criterion });
  event.preventDefault();
}
