/**
 * Whether what was anchored outside the file is what the journal still holds: each anchor against the
 * chain, and each reply against its anchor and the certificates that it carries. It fetches nothing,
 * trusts no root, and says so.
 */
import type { EvaluationDocument, JournalEvent } from "../../core/document/schema";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { eventAt } from "../../core/place";
import type { Place } from "../../core/place";
import type { Anchor } from "../../journal/anchor";
import { anchorsOf, readAnchor } from "../../journal/anchor";
import type { KeptAnchor } from "../../journal/anchor-record";
import { keptBy } from "../../journal/anchor-record";
import { isAbout, replyRemarks, validityFaults } from "../../journal/reply/judge-reply";
import { readKeptReply, readReply } from "../../journal/reply/read-reply";
import { shortCode } from "../../journal/short-code";
import { anchorFault, anchorOfReply } from "../../procedure/acts/anchor";
import { anchoringOf, missingAnchors } from "../../procedure/anchoring";
import type { VerifyCheck } from "./check";
import { check } from "./check";

/** An anchor file, or a reply to one, that lay outside the file. */
export type OutsideAnchor = { readonly name: string; readonly bytes: Uint8Array };

/** @param outside what was kept elsewhere, to be held against this file */
export async function anchorCheck(
  document: EvaluationDocument,
  outside: OutsideAnchor | undefined,
): Promise<VerifyCheck> {
  const { events = [] } = document;
  const anchors = new Map(anchorsOf(document).map((each) => [each.head, each]));
  const looked = await Promise.all(
    events.flatMap((event, at) =>
      event.type === "anchored" ? [lookAt({ event, at, document, anchors })] : [],
    ),
  );
  const isFaulty = ({ severity }: Finding) => severity === "blocking";
  const bad = looked.filter(({ findings }) => findings.some(isFaulty));
  const anchoring = anchoringOf(document, new Set(bad.map(({ at }) => at)));
  const findings = [
    ...(outside ? await outsideFaults(document, outside) : []),
    ...looked.flatMap((each) => each.findings),
    ...missingAnchors(anchoring),
  ];
  const replies = looked.filter(({ isReply }) => isReply).length;
  const counts = {
    count: looked.length,
    replies,
    total: events.length,
    covers: anchoring.covers,
    covered: events.length - anchoring.later,
    later: anchoring.later,
  };
  const isChecked = replies > 0 || outside !== undefined;
  return check("anchor", findings, counts, isChecked ? "holds" : "aside");
}

type Looked = {
  readonly at: number;
  readonly isReply: boolean;
  readonly findings: readonly Finding[];
};
type Sight = {
  readonly event: JournalEvent;
  readonly at: number;
  readonly document: EvaluationDocument;
  /** What an anchor of each event says, by its hash. */
  readonly anchors: ReadonlyMap<string, Anchor>;
};

async function lookAt({ event, at, document, anchors }: Sight): Promise<Looked> {
  const where = eventAt(at, "type");
  const number = event.number ?? at + 1;
  const kept = keptBy(event, document);
  const anchor = kept && readAnchor(kept.anchor);
  if (!kept || !anchor)
    return {
      at,
      isReply: false,
      findings: [finding("anchor-record-changed", "blocking", where, { number })],
    };
  return {
    at,
    isReply: kept.reply !== undefined,
    findings: [
      ...chainFaults(anchor, { number, where, anchors }),
      ...(kept.reply === undefined
        ? [registerRemark(event, anchor, where)]
        : await replyFindings(kept.reply, anchor, event, where)),
    ],
  };
}

/** The anchored event must still be in the chain, with the codes that it had. */
function chainFaults(
  anchor: Anchor,
  {
    number,
    where,
    anchors,
  }: { readonly number: number; readonly where: Place } & Pick<Sight, "anchors">,
): Finding[] {
  const now = anchors.get(anchor.head);
  if (!now)
    return [
      finding("anchor-head-missing", "blocking", where, {
        number,
        code: shortCode(anchor.head),
        event: anchor.event,
      }),
    ];
  // A code that an anchor does not name was not among those of the version that made it.
  const parts = (["event", "model", "register", "opening", "result"] as const).filter(
    (part) => anchor[part] !== undefined && now[part] !== anchor[part],
  );
  return [
    ...(parts.length > 0
      ? [finding("anchor-codes-differ", "blocking", where, { number, parts })]
      : []),
    ...(now.caseNumber === anchor.caseNumber
      ? []
      : [
          finding("anchor-case-differs", "warning", where, {
            number,
            seen: anchor.caseNumber,
            wanted: now.caseNumber,
          }),
        ]),
  ];
}

function registerRemark(
  { reference = "", new: date = "" }: JournalEvent,
  { head }: Anchor,
  where: Place,
): Finding {
  const code = shortCode(head);
  return finding("anchor-in-register", "warning", where, { code, register: reference, date });
}

async function replyFindings(
  base64: NonNullable<KeptAnchor["reply"]>,
  anchor: Anchor,
  { number = 0, time }: JournalEvent,
  where: Place,
): Promise<Finding[]> {
  const { reply, faults } = await readKeptReply(base64);
  if (faults) return faults.map((each) => ({ ...each, where }));
  return [
    ...(isAbout(reply, anchor)
      ? []
      : [finding("anchor-reply-differs", "blocking", where, { number })]),
    ...validityFaults(reply, time).map((each) => ({ ...each, where })),
    ...replyRemarks(reply, where),
  ];
}

/** Whether what lay outside is about an event that this chain still has. */
async function outsideFaults(
  document: EvaluationDocument,
  { name, bytes }: OutsideAnchor,
): Promise<readonly Finding[]> {
  const opening = 0x7b;
  if (bytes[0] === opening) return fileFaults(document, name, new TextDecoder().decode(bytes));
  const { reply, faults } = await readReply(bytes, name);
  if (faults) return faults;
  const found = anchorOfReply(reply, document);
  return "code" in found
    ? [found]
    : [...validityFaults(reply, reply.time ?? ""), ...replyRemarks(reply, "events")];
}

function fileFaults(document: EvaluationDocument, file: string, text: string): Finding[] {
  const anchor = readAnchor(text);
  const fault = anchor
    ? anchorFault(anchor, document)
    : finding("anchor-unreadable", "blocking", "events", { file });
  return fault ? [fault] : [];
}
