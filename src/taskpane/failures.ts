/** Failures as the user reads them: the sentence of each. It decides nothing about the task. */
import { Failure } from "../host/failure";
import type { PaneWords } from "../words/sv/pane";
import { RpcFailure } from "./rpc";

/** What a sentence needs: the pane's own words, and the case's words for a failure. */
export type FailureTeller = {
  readonly text: Pick<PaneWords, "bug">;
  readonly ask: (
    call: "tell",
    code: Failure["code"],
    details: Failure["details"],
  ) => Promise<string>;
};

/** The sentence of a failure; a bug of ours with its stack. */
export async function failureSentence(teller: FailureTeller, error: unknown): Promise<string> {
  if (error instanceof RpcFailure) return error.text;
  const sentence =
    error instanceof Failure
      ? await teller.ask("tell", error.code, error.details).catch(() => undefined)
      : undefined;
  return (
    sentence ??
    teller.text.bug(error instanceof Error ? (error.stack ?? error.message) : String(error))
  );
}
