/**
 * Failures as the user reads them: the sentence of each, and what Excel refuses between the batches
 * of a task. It decides nothing about the task.
 */
import type { Watch } from "../host/excel/session";
import { Failure } from "../host/failure";
import { RpcFailure } from "./rpc";
import type { Session } from "./session";

/** The sentence of a failure; a bug of ours with its stack. */
export async function failureSentence(
  session: Pick<Session, "ask" | "text">,
  error: unknown,
): Promise<string> {
  if (error instanceof RpcFailure) return error.text;
  const sentence =
    error instanceof Failure
      ? await session.ask("tell", error.code, error.details).catch(() => undefined)
      : undefined;
  return (
    sentence ??
    session.text.bug(error instanceof Error ? (error.stack ?? error.message) : String(error))
  );
}

/** What the conversation with Excel reports and asks between its batches. */
export function watchExcel(session: Session): Watch {
  return {
    progress: (share) => {
      session.progress = share;
      session.show();
    },
    isCancelled: () => session.tasks.isCancelled,
    warn: (failure) => void warn(session, failure),
  };
}

/** Shows beside the current task what Excel refused of it. */
async function warn(session: Session, failure: Failure): Promise<void> {
  const { current } = session.tasks;
  const sentence = await failureSentence(session, failure);
  if (current) session.tasks.warn(current, sentence);
  session.show();
}
