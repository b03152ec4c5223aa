/**
 * The model in plain words with its worked example, to be copied into the procurement documents. It
 * changes nothing in the workbook, and says so where the clipboard is refused.
 */
import { action } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import { RpcFailure } from "../rpc";
import type { Session } from "../session";
import { tell } from "./elsewhere";

export function modelWordsView(session: Session, modelText: string): Child {
  const { text } = session;
  return [
    action(session, { name: "copy words", label: text.model.copyWords }, () =>
      copyWords(session, modelText),
    ),
    h("pre", { class: "words" }, modelText),
  ];
}

async function copyWords(session: Session, modelText: string): Promise<void> {
  const { text } = session;
  try {
    await navigator.clipboard.writeText(modelText);
  } catch {
    throw new RpcFailure("no-clipboard", {}, text.model.wordsNotCopied);
  }
  tell(session, text.model.wordsCopied);
}
