/**
 * The model in plain words with its worked example, and its code once it is published, to be copied into
 * the procurement documents. It changes nothing in the workbook, and says so where the clipboard is
 * refused.
 */
import { action } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import { RpcFailure } from "../rpc";
import type { Session } from "../session";
import { tell } from "./elsewhere";

export function modelWordsView(session: Session, modelText: string): Child {
  const { text, known } = session;
  const code = known?.award?.publishedCode ?? "";
  const whole = code === "" ? modelText : `${modelText}\n${text.model.codeLine(code)}`;
  return [
    action(session, { name: "copy words", label: text.model.copyWords }, () =>
      copyWords(session, whole),
    ),
    h("pre", { class: "words" }, whole),
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
