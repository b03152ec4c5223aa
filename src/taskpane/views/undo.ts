/**
 * Taking back what the pane wrote last: one button that says what and where, and the keys that everyone
 * knows. What has been recorded is never taken back.
 */
import type { UndoAnswer } from "../../case/answers";
import { action } from "../controls";
import type { Child } from "../element";
import type { Session } from "../session";

const name = "undo";

export function undoView(session: Session): Child {
  const { known } = session;
  if (!known?.undo) return undefined;
  const label = labelOf(session, known.undo);
  return action(session, { name, label, kind: "subtle" }, () => undo(session));
}

function labelOf({ text }: Session, { sheets, cells, verdict }: UndoAnswer): string {
  return verdict ? text.undo.labelVerdict(verdict.said) : text.undo.label(sheets.join(", "), cells);
}

/**
 * Ctrl+Z takes back what was written. In a field it is the browser's own, and takes back typing; a
 * question that waits for its answer is answered first.
 */
export function undoByKey(session: Session, event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, shiftKey, altKey, target } = event;
  const isUndo = (ctrlKey || metaKey) && !shiftKey && !altKey && key.toLowerCase() === "z";
  const isField = target instanceof Element && target.matches("input, textarea, select");
  if (!isUndo || isField || session.armed.size > 0 || !session.known?.undo) return;
  event.preventDefault();
  session.press(name, session.text.undo.short, () => undo(session));
}

async function undo(session: Session): Promise<void> {
  const { text, checking } = session;
  let verdict: UndoAnswer["verdict"];
  await session
    .renew(async () => {
      const { undone, known } = await session.ask("undo");
      ({ verdict } = undone);
      return known;
    })
    .finally(() => session.noteChange());
  session.noteWritten();
  // What it says may be just what was taken back.
  session.outcome = undefined;
  session.announce(verdict ? text.undo.doneVerdict(verdict.said) : text.undo.done);
  if (!verdict) return;
  const { bid, requirement, reader } = verdict;
  Object.assign(checking, { bid, at: requirement, reader });
  if (session.step === "requirements") session.bringTo({ name: "check card", isFocused: true });
}
