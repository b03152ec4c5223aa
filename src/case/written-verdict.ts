/**
 * A verdict that was written, in words by which it is known again: whose bid, which requirement and what
 * was found. It writes nothing.
 */
import type { VerdictEntry } from "../app/enter-verdict";
import { biddersIn } from "../core/document/names";
import type { EvaluationDocument } from "../core/document/schema";
import { namedId, withId } from "../words/named-id";
import type { Words } from "../words/sv/words";
import type { WrittenVerdict } from "./answers";

/** A requirement has no shorter name than its text; so many signs of it are enough to know it by. */
const longestText = 50;

export function writtenVerdict(
  document: EvaluationDocument,
  { bid, requirement, reader, verdict }: VerdictEntry,
  words: Words,
): WrittenVerdict {
  const { undo, check } = words.pane;
  const found = document.requirements.find(({ id }) => id === requirement);
  const name = withId({ id: requirement, name: shortText(found?.text ?? requirement) });
  const said = verdict === "" ? undo.noVerdict : check.verdicts[verdict];
  return {
    bid,
    requirement,
    reader,
    said: undo.verdict(namedId(bid, biddersIn(document)), name, said, reader),
  };
}

/** Without the full stop that would stand in the middle of the sentence. */
function shortText(text: string): string {
  return text.length > longestText
    ? `${text.slice(0, longestText).trimEnd()} …`
    : text.replace(/\.$/, "");
}
