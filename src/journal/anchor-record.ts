/**
 * An anchor and the reply to it as they are kept in the file: in pieces that a cell can hold, bound by
 * the fingerprint that their event carries. It checks no signature.
 */
import type { AnchoredRecord, EvaluationDocument, JournalEvent } from "../core/document/schema";
import { piecesOf, textOf } from "../core/document/pieces";
import { fingerprint } from "./fingerprint";

/** What an event of the type `anchored` recorded: the anchor file's text, and a reply in base 64. */
export type KeptAnchor = { readonly anchor: string; readonly reply?: string };

/** Characters in a piece: somewhat less than a cell holds. */
const longest = 30_000;

/** The fingerprint that the event carries. */
export function keptFingerprint(kept: KeptAnchor): string {
  return fingerprint(kept);
}

/** The rows that keep it. */
export function anchorRecords(kept: KeptAnchor): AnchoredRecord[] {
  const of = keptFingerprint(kept);
  return (["anchor", "reply"] as const).flatMap((part) =>
    piecesOf(kept[part] ?? "", longest).map((piece) => ({ of, part, ...piece })),
  );
}

/** What an event recorded, put together again; nothing where it is not what was recorded. */
export function keptBy(
  { fingerprint: of }: JournalEvent,
  { anchors = [] }: Pick<EvaluationDocument, "anchors">,
): KeptAnchor | undefined {
  const partOf = (wanted: AnchoredRecord["part"]) =>
    textOf(anchors.filter((each) => each.of === of && each.part === wanted));
  const [anchor, reply] = [partOf("anchor"), partOf("reply")];
  const kept = { anchor, ...(reply === "" ? {} : { reply }) };
  return keptFingerprint(kept) === of ? kept : undefined;
}
