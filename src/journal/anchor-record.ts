/**
 * An anchor and the reply to it as they are kept in the file: in pieces that a cell can hold, bound by
 * the fingerprint that their event carries. It checks no signature.
 */
import type { AnchoredRecord, EvaluationDocument, JournalEvent } from "../core/document/schema";
import { fingerprint } from "./fingerprint";

/** What an event of the type `anchored` recorded: the anchor file's text, and a reply in base 64. */
export type KeptAnchor = { readonly anchor: string; readonly reply?: string };

/** Somewhat less than a cell holds. */
const pieces = /[\s\S]{1,30000}/gu;

/** The fingerprint that the event carries. */
export function keptFingerprint(kept: KeptAnchor): string {
  return fingerprint(kept);
}

/** The rows that keep it. */
export function anchorRecords(kept: KeptAnchor): AnchoredRecord[] {
  const of = keptFingerprint(kept);
  return (["anchor", "reply"] as const).flatMap((part) =>
    (kept[part]?.match(pieces) ?? []).map((content, n) => ({ of, part, piece: n + 1, content })),
  );
}

/** What an event recorded, put together again; nothing where it is not what was recorded. */
export function keptBy(
  { fingerprint: of }: JournalEvent,
  { anchors = [] }: Pick<EvaluationDocument, "anchors">,
): KeptAnchor | undefined {
  const partOf = (wanted: AnchoredRecord["part"]) =>
    anchors
      .filter((each) => each.of === of && each.part === wanted)
      .sort((a, b) => a.piece - b.piece)
      .map(({ content }) => content)
      .join("");
  const [anchor, reply] = [partOf("anchor"), partOf("reply")];
  const kept = { anchor, ...(reply === "" ? {} : { reply }) };
  return keptFingerprint(kept) === of ? kept : undefined;
}
