/**
 * Shows the progress and the warnings that the Excel host reports between the batches of a task.
 * It decides nothing about the task.
 */
import type { Watch } from "../host/excel/session";
import type { Failure } from "../host/failure";
import { failureSentence } from "./failures";
import type { Session } from "./session";

/** What the conversation with Excel reports and asks between its batches. */
export function watchExcel(session: Session): Watch {
  return {
    progress: (share) => {
      session.progress = share;
      // The bar comes when the work takes time; until then nothing has changed on the page.
      if (session.isBusyShown) session.show();
    },
    isCancelled: () => session.tasks.isCancelled,
    warn: (failure) => void warn(session, failure),
  };
}

/** Shows beside the current task what Excel refused. */
async function warn(session: Session, failure: Failure): Promise<void> {
  const { current } = session.tasks;
  const sentence = await failureSentence(session, failure);
  if (current) session.tasks.warn(current, sentence);
  session.show();
}
