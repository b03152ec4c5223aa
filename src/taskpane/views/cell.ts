/**
 * The cell that is marked in Excel, in place of the step: what it is and holds, how it is recorded, what
 * it does in the result, its history, and the way to where it is worked with. It follows the marking
 * until it is left, and writes nothing.
 */
import type { CellAnswer, CellLead, ValueCell } from "../../case/cell-answers";
import { button, fold, lookUpView, section } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";
import { goToAct, offeredAct } from "./go-to-act";
import { historyView } from "./history";
import { openScore } from "./open-score";
import { whyView } from "./why";

const showName = "show cell";

/** A line that says which value is marked, and leads to what is known of it. */
export function markedView(session: Session): Child {
  const { marking, text } = session;
  if (marking.name === undefined || marking.isShown) return undefined;
  return button(showName, text.cell.show(marking.name), () => showCell(session), "subtle");
}

/** Ctrl+M shows the marked cell, from a field too. @returns whether the key was meant for it */
export function showCellByKey(
  session: Session,
  { key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent,
): boolean {
  const isMeant = ctrlKey && !metaKey && !shiftKey && !altKey && key.toLowerCase() === "m";
  if (!isMeant || session.where !== "excel") return false;
  if (!session.marking.isShown) showCell(session);
  return true;
}

function showCell(session: Session): void {
  const { marking } = session;
  const opener = document.activeElement?.closest<HTMLElement>("[data-name]");
  Object.assign(marking, { isShown: true, openedFrom: opener?.dataset["name"] });
  marking.look();
  window.scrollTo(0, 0);
  session.bringTo({ name: "view", isFocused: true });
}

/** Goes back to the step, and to what led to the cell. @returns whether the cell was shown */
export function leaveCell(session: Session): boolean {
  const { marking } = session;
  if (!marking.isShown) return false;
  marking.isShown = false;
  session.bringTo({ name: marking.openedFrom ?? "view", isFocused: true });
  return true;
}

export function cellView(session: Session): Child {
  const { marking, text, known } = session;
  const { address } = marking;
  return [
    h(
      "div",
      { class: "action" },
      button("leave cell", text.cell.leave, () => leaveCell(session)),
    ),
    known?.state !== "read" || !address
      ? h("p", {}, text.cell.unread)
      : lookUpView(session, text.cell.title, ["cell", address], (cell) => shown(session, cell)),
    h("p", { class: "hint" }, text.cell.follows),
  ];
}

function shown(session: Session, cell: CellAnswer | undefined): Child {
  if (cell?.kind !== "value")
    return h("p", { role: "status" }, cell?.said ?? session.text.cell.unread);
  const { text } = session;
  return [
    section(
      cell.what,
      cell.about !== "" && h("p", { class: "asked" }, cell.about),
      facts(session, cell),
      cell.findings.length > 0 &&
        h(
          "ul",
          { class: "findings" },
          cell.findings.map((each) => h("li", {}, each)),
        ),
      h(
        "div",
        { class: "ways" },
        cell.leads.map((lead) => leadButton(session, lead)),
      ),
    ),
    section(text.cell.why, effects(session, cell)),
    section(text.cell.history, historyView(session, cell.history, text.cell.noHistory)),
  ];
}

const recordClasses = { recorded: "good", unrecorded: "open", changed: "bad" } as const;

function facts({ text }: Session, { cell, value, record }: ValueCell): HTMLElement {
  return h(
    "dl",
    {},
    h("dt", {}, text.cell.value),
    h("dd", {}, value === "" ? text.cell.blank : value, h("span", { class: "hint" }, ` (${cell})`)),
    record && [
      h("dt", {}, text.cell.record),
      h("dd", { class: recordClasses[record.state] }, record.text),
    ],
  );
}

function effects(session: Session, { effects: all, place }: ValueCell): Child {
  if (all.length === 0) return h("p", { class: "hint" }, session.text.cell.noEffect);
  const figures = (of: (typeof all)[number]) =>
    of.figures.map((figure, n) => whyView(session, `cell ${place} ${of.bid} ${n}`, figure));
  const [first] = all;
  if (all.length === 1 && first) return figures(first);
  return all.map((of) =>
    fold(session, `cell ${place} ${of.bid}`, `${of.bidder} (${of.bid})`, () => figures(of)),
  );
}

function leadButton(session: Session, lead: CellLead): Child {
  const { leads } = session.text.cell;
  switch (lead.to) {
    case "verdict":
      return button("cell verdict", leads.verdict, () => goToVerdict(session, lead), "primary");
    case "score":
      return button("cell score", leads.score, () => goToScore(session, lead), "primary");
    case "changes":
      return button(
        "cell changes",
        leads.changes,
        () => {
          session.go(lead.step);
          session.bringTo({
            name: `changes ${lead.step}.reason`,
            isFocused: true,
            block: "center",
          });
        },
        "primary",
      );
    case "act":
      return actLead(session, lead.act);
  }
}

function goToVerdict(
  session: Session,
  { bid, requirement, reader }: Extract<CellLead, { readonly to: "verdict" }>,
): void {
  const { checking, drafts } = session;
  session.go("requirements", "check requirements");
  drafts.unfold("check requirements", true);
  Object.assign(checking, { bid, at: requirement, reader });
  session.bringTo({ name: "check card", isFocused: true });
}

function goToScore(
  session: Session,
  { bid, criterion }: Extract<CellLead, { readonly to: "score" }>,
): void {
  session.go("scores", "moderation");
  openScore(session, { bid, criterion });
}

/** The way to an act that has not been done; none to one that the case does not offer. */
function actLead(session: Session, act: Extract<CellLead, { readonly to: "act" }>["act"]): Child {
  const form = offeredAct(session, [act]);
  const { leads } = session.text.cell;
  return form && button(`cell act ${act}`, leads.act(form.title), () => goToAct(session, form));
}
