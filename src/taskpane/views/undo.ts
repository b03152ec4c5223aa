/**
 * Taking back what the pane wrote last: a button that says where, and the keys that everyone knows.
 * What has been recorded is never taken back.
 */
import { action } from "../controls";
import type { Child } from "../element";
import type { Session } from "../session";

const name = "undo";

export function undoView(session: Session): Child {
  const { known, text } = session;
  if (!known?.undo) return undefined;
  const { sheets, cells } = known.undo;
  const label = text.undo.label(sheets.join(", "), cells);
  return action(session, { name, label, kind: "subtle" }, () => undo(session));
}

/** Ctrl+Z takes back what was written; in a field it is the browser's own, and takes back typing. */
export function undoByKey(session: Session, event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, shiftKey, altKey, target } = event;
  const isUndo = (ctrlKey || metaKey) && !shiftKey && !altKey && key.toLowerCase() === "z";
  const isField = target instanceof Element && target.matches("input, textarea, select");
  if (!isUndo || isField || !session.known?.undo) return;
  event.preventDefault();
  session.press(name, session.text.undo.short, () => undo(session));
}

async function undo(session: Session): Promise<void> {
  await session.renew(() => session.ask("undo")).finally(() => session.noteChange());
  session.noteWritten();
  session.announce(session.text.undo.done);
}
