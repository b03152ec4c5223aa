/**
 * The evaluation group's work in the pane: the journal, score sheets to make and merge, flags for
 * a moderator, and the panel's scores. The forms of the acts are drawn by ./acts.
 */
import type { GroupAnswer, HistoryLine, PanelCriterion } from "../../case/answers";
import { action, fold, lookUpView, pointers, section } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";
import { actViews, make, perform, whoView } from "./acts";
import { hasChanges } from "./changes";
import { sectionViews } from "./section";

export function groupWorkView(session: Session, group: GroupAnswer): Child {
  const { text } = session;
  return [
    section(
      text.group.journal,
      !hasChanges(session, "scores") && whoView(session),
      journalView(session, group),
    ),
    group.panel.length > 0 && section(text.group.sheets, scoreSheetsView(session)),
    group.flags.length > 0 &&
      fold(session, "flags", h("span", { class: "open" }, text.group.flags(group.flags.length)), [
        h("p", { class: "hint" }, text.group.flagHint),
        pointers(
          session,
          group.flags.map(({ rule, text: what, ...each }) => ({
            ...each,
            text: `${what} – ${rule}`,
          })),
        ),
      ]),
    group.panel.length > 0 &&
      section(
        text.group.panel,
        group.panel.map((each) => criterionView(session, each)),
      ),
    group.scores.map((each, n) =>
      fold(session, `scores ${n}`, each.title, sectionViews(session, [each])),
    ),
  ];
}

/** Score sheets for the evaluators: in the workbook where that is Excel's, or as files. */
function scoreSheetsView(session: Session): Child {
  const { text, where } = session;
  return [
    h("p", { class: "hint" }, text.group.sheetsHint),
    where === "excel"
      ? [
          action(session, { name: "score-sheets workbook", label: text.group.makeInWorkbook }, () =>
            make(session, { handout: "score-sheets", where: "workbook" }),
          ),
          action(session, { name: "merge own", label: text.group.mergeOwn }, () =>
            perform(session, { act: "merge" }),
          ),
        ]
      : action(session, { name: "score-sheets files", label: text.group.makeFiles }, () =>
          make(session, { handout: "score-sheets", where: "files" }),
        ),
    actViews(session, "score-sheets"),
  ];
}

function journalView(session: Session, { unrecorded, isSealed }: GroupAnswer): Child {
  const { text } = session;
  const all = unrecorded.first + unrecorded.changed;
  return [
    h(
      "p",
      { class: unrecorded.changed > 0 ? "bad" : all > 0 ? "open" : "good" },
      text.group.toRecord(unrecorded.first, unrecorded.changed),
    ),
    isSealed && [
      h("p", { class: "hint" }, text.group.sealed),
      session.where === "file" &&
        action(session, { name: "price-file", label: text.group.priceFile }, () =>
          make(session, { handout: "price-file" }),
        ),
    ],
    actViews(session, "scores"),
  ];
}

/** Every evaluator's value beside the agreed one, and the history of each bid's figure. */
function criterionView(
  session: Session,
  { id, name, form, evaluators, bids }: PanelCriterion,
): HTMLElement {
  const { text } = session;
  return fold(session, `panel ${id}`, `${id} ${name}`, [
    h("p", { class: "hint" }, form),
    scoresTable(session, evaluators, bids),
    bids.map(({ id: bid, bidder }) =>
      fold(session, `history ${id} ${bid}`, `${text.group.history}: ${bidder} (${bid})`, () =>
        lookUpView(session, text.group.history, ["history", bid, id], (lines) =>
          historyView(session, lines),
        ),
      ),
    ),
  ]);
}

/** A row for each bid: the evaluators' values, then the agreed one. */
function scoresTable(
  { text }: Session,
  evaluators: PanelCriterion["evaluators"],
  bids: PanelCriterion["bids"],
): HTMLElement {
  return h(
    "div",
    { class: "wide" },
    h(
      "table",
      {},
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col" }, text.group.bid),
          evaluators.map((evaluator) => h("th", { scope: "col" }, evaluator)),
          h("th", { scope: "col" }, text.group.agreed),
        ),
      ),
      h(
        "tbody",
        {},
        bids.map(({ id, values, agreed }) =>
          h(
            "tr",
            {},
            h("th", { scope: "row" }, id),
            values.map((value) => h("td", { class: "number" }, value)),
            h("td", { class: "number" }, h("strong", {}, agreed)),
          ),
        ),
      ),
    ),
  );
}

function historyView(session: Session, lines: readonly HistoryLine[]): HTMLElement {
  const { text } = session;
  if (lines.length === 0) return h("p", { class: "hint" }, text.group.noHistory);
  return h(
    "ol",
    { class: "history" },
    lines.map(({ signed, what, change, why, isPriceKnown }) =>
      h(
        "li",
        {},
        h("strong", {}, change),
        ` ${what}`,
        isPriceKnown && h("span", { class: "open" }, ` (${text.group.priceKnown})`),
        h("p", { class: "hint" }, signed),
        h("p", {}, why),
      ),
    ),
  );
}
