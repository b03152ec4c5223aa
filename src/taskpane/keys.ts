/**
 * The keys that mean the same in every view. Esc leaves what was opened last and gives the focus back
 * to what opened it; Enter in a field of one line, and Ctrl+Enter in any, presses the button of the
 * field's form. What was typed stays a draft. An act that is asked about twice has no such form, so that
 * no key alone performs it. Keys of one view alone are in that view.
 */
import { closeHelp } from "./help";
import type { Session } from "./session";
import { leaveCell, showCellByKey } from "./views/cell";
import { closeScore } from "./views/open-score";
import { leaveTour } from "./views/tour";
import { undoByKey } from "./views/undo";

export function listenForKeys(session: Session): void {
  document.addEventListener("keydown", (event) => {
    // A key that ends the composing of a character is not meant for the page.
    if (event.defaultPrevented || event.isComposing) return;
    const at = event.target instanceof Element ? event.target : undefined;
    if (event.key === "Escape" && leave(session, at)) event.preventDefault();
    else if (showCellByKey(session, event)) event.preventDefault();
    else if (event.key === "Enter" && pressForm(event, at)) event.preventDefault();
    else undoByKey(session, event);
  });
}

/** @returns whether there was anything to leave */
function leave(session: Session, at: Element | undefined): boolean {
  if (session.dragged !== "") {
    session.dragged = "";
    return true;
  }
  if (session.help.stop !== undefined) {
    leaveTour(session);
    return true;
  }
  return (
    closeHelp(session) || leaveOpened(session, at) || leaveCell(session) || leavePart(session, at)
  );
}

const question = "[data-name^='twice ']:has([data-name^='keep '])";

/** Leaves the innermost thing that is open around the focus. */
function leaveOpened(session: Session, at: Element | undefined): boolean {
  const opened = at?.closest<HTMLElement>(`#view :is(${question}, details[open], .detail)`);
  const name = opened?.dataset["name"] ?? "";
  if (!opened) return false;
  if (opened.matches(question)) {
    const asked = name.replace(/^twice /, "");
    session.armed.delete(asked);
    session.bringTo({ name: `ask ${asked}`, isFocused: true });
  } else if (opened.matches("details")) {
    session.drafts.unfold(name, false);
    session.bringTo({ name, isFocused: true, block: "nearest" });
  } else if (session.moderating.at && opened.matches(".discussion")) {
    closeScore(session, session.moderating.at);
  } else return focusChoice(opened);
  return true;
}

/** In a wide view: from a part of a step back to its button at the side. */
function leavePart(session: Session, at: Element | undefined): boolean {
  const part = at?.closest<HTMLElement>("#view section[data-name^='part ']");
  if (!part) return false;
  session.bringTo({ name: `show ${part.dataset["name"] ?? ""}`, isFocused: true });
  return true;
}

/** In a wide view: from the detail back to the line in the list that it is the detail of. */
function focusChoice(detail: Element): boolean {
  const chosen = detail.parentElement?.querySelector<HTMLElement>(".list .choice[aria-current]");
  chosen?.focus();
  return chosen != null;
}

/** @returns whether the key belongs to a form whose button can be pressed */
function pressForm(
  { ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent,
  at: Element | undefined,
): boolean {
  const isField = at?.matches("input[type=text]");
  if (shiftKey || altKey || !(isField || ctrlKey || metaKey)) return false;
  const form = at?.closest<HTMLElement>("[data-enter]");
  const name = CSS.escape(form?.dataset["enter"] ?? "");
  const submit = form?.querySelector<HTMLElement>(`[data-name="${name}"] > button`);
  submit?.click();
  return submit != null;
}
