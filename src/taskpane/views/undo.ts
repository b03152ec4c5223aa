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

function labelOf({ text }: Session, { sheets, cells, verdict, added }: UndoAnswer): string {
  const said = verdict?.said ?? added;
  return said === undefined
    ? text.undo.label(sheets.join(", "), cells)
    : text.undo.labelVerdict(said);
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
  let added: string | undefined;
  await session
    .renew(async () => {
      const { undone, known } = await session.ask("undo");
      ({ verdict, added } = undone);
      return known;
    })
    .finally(() => session.noteChange());
  session.noteWritten();
  // What it says may be just what was taken back.
  session.outcome = undefined;
  const said = verdict?.said ?? added;
  session.announce(said === undefined ? text.undo.done : text.undo.doneVerdict(said));
  if (!verdict) return;
  const { bid, requirement, reader } = verdict;
  Object.assign(checking, { bid, at: requirement, reader });
  if (session.step === "requirements") session.bringTo({ name: "check card", isFocused: true });
}
