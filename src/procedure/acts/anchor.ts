/**
 * Anchoring the journal outside the file: keeps the reply of an e-signature or timestamp service, or
 * the diary number under which the code was registered. With nothing to keep, the anchor file is
 * handed out. It signs nothing, asks no service and trusts no root.
 */
import type { EvaluationDocument, JournalEvent } from "../../core/document/schema";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { isMoment } from "../../core/moment";
import type { Anchor } from "../../journal/anchor";
import {
  anchorFingerprint,
  anchorOfCode,
  anchorsOf,
  anchorText,
  currentAnchor,
  readAnchor,
} from "../../journal/anchor";
import type { KeptAnchor } from "../../journal/anchor-record";
import { anchorRecords, keptFingerprint } from "../../journal/anchor-record";
import { readChain } from "../../journal/hash-chain";
import { isAbout, validityFaults } from "../../journal/reply/judge-reply";
import type { ReadReply, Reply } from "../../journal/reply/reply";
import { shortCode } from "../../journal/short-code";
import { codeLines } from "../anchoring";
import type { Signature } from "../../scoring/record-scores";
import { withEvents } from "../../scoring/record-scores";
import type { Words } from "../../words/sv/words";
import type { Acted, Given, HandoutText, Refused } from "./act";
import { act, fileOption, optional } from "./act";
import { swedishDay } from "../../core/swedish-time";

const takes = {
  reply: fileOption("reply", { isRequired: false }),
  registered: optional({ option: "--registered <number>" }),
  date: optional({ option: "--date <date>", isMoment: true }),
  // The code that is shown is the one that was registered: the journal may grow before it is noted.
  code: optional({ option: "--code <code>", begins: endCode }),
};

function endCode(document: EvaluationDocument): string {
  const end = currentAnchor(document);
  return end ? shortCode(end.head) : "";
}

/** @param given with neither a reply nor a diary number, nothing is recorded */
export function recordAnchor(
  document: EvaluationDocument,
  { reply, registered, date, code }: Given<typeof takes>,
  by: Signature,
): Acted {
  const unbound = chainFault(document);
  if (unbound) return { refused: [unbound] };
  if (reply) return keepReply(document, reply, by);
  if (registered === "")
    return {
      refused: [
        finding(
          date === "" && code === "" ? "anchor-nothing-given" : "anchor-without-register",
          "blocking",
          "events",
        ),
      ],
    };
  const anchor = anchorOfCode(document, code);
  if (!anchor) return { refused: [finding("anchor-code-unknown", "blocking", "events", { code })] };
  const fault = dateFault(document, anchor, date, by);
  if (fault) return { refused: [fault] };
  return kept(
    document,
    { anchor: anchorText(anchor) },
    { ...by, new: date, reference: registered },
  );
}

/** Only a chain that holds has an end that is worth anchoring. */
export function chainFault({ events = [] }: EvaluationDocument): Finding | undefined {
  const { state } = readChain(events);
  if (state === "whole") return undefined;
  return finding(
    state === "broken" ? "anchor-broken-chain" : "anchor-without-chain",
    "blocking",
    "events",
  );
}

/** The day of registration lies between the event that it anchors and today. */
function dateFault(
  { events = [] }: EvaluationDocument,
  { head, event: number }: Anchor,
  date: string,
  by: Signature,
): Finding | undefined {
  if (date === "") return finding("anchor-without-date", "blocking", "events");
  if (!isMoment(date))
    return finding("anchor-date-unreadable", "blocking", "events", { seen: date });
  const { time } = events.find(({ hash }) => hash === head) ?? by;
  if (swedishDay(date) > swedishDay(by.time))
    return finding("anchor-date-ahead", "blocking", "events", { date, time: by.time });
  return swedishDay(date) < swedishDay(time)
    ? finding("anchor-date-before", "blocking", "events", { date, number, time })
    : undefined;
}

function keepReply(document: EvaluationDocument, read: ReadReply, by: Signature): Acted {
  if (read.faults) return { refused: read.faults };
  const { reply } = read;
  const anchor = anchorOfReply(reply, document);
  if ("code" in anchor) return { refused: [anchor] };
  const faults = [
    ...validityFaults(reply, by.time),
    ...earlyFaults(document, anchor, reply),
    ...keptAlready(document, { anchor: anchorText(anchor), reply: reply.base64 }),
  ];
  if (faults.length > 0) return { refused: faults };
  return kept(
    document,
    { anchor: anchorText(anchor), reply: reply.base64 },
    {
      ...by,
      ...(reply.time === undefined ? {} : { new: reply.time }),
      reference: reply.signers.map(({ chain: [own] }) => own.name).join("; "),
    },
  );
}

/** The anchor that a reply is about; the newest first, since a reply comes soon. */
export function anchorOfReply(reply: Reply, document: EvaluationDocument): Anchor | Finding {
  const anchors = anchorsOf(document);
  const found = anchors.findLast((each) => isAbout(reply, each));
  if (found) return found;
  const { content } = reply;
  if (content === undefined)
    return finding("reply-other-anchor", "blocking", "events", {
      event: String(anchors.at(-1)?.event ?? ""),
    });
  const signed = readAnchor(content);
  const fault = signed && anchorFault(signed, document);
  return fault ?? finding("reply-content-other", "blocking", "events");
}

/** Why an anchor is not of this case: it names another, or an event that the chain has not. */
export function anchorFault(
  { caseNumber, lot, event: number, head }: Anchor,
  { procurement, events = [] }: EvaluationDocument,
): Finding | undefined {
  const named = (of: string, id = "") => (id === "" ? of : `${of} (${id})`);
  if (caseNumber !== procurement.caseNumber || lot !== procurement.lot?.id)
    return finding("reply-other-case", "blocking", "events", {
      seen: named(caseNumber, lot),
      wanted: named(procurement.caseNumber, procurement.lot?.id),
    });
  return events.some(({ hash }) => hash === head)
    ? undefined
    : finding("reply-head-missing", "blocking", "events", { number, code: shortCode(head) });
}

/** Nobody signs an event on a day before it happened: one of the clocks is wrong, or one of the files. */
function earlyFaults(
  { events = [] }: EvaluationDocument,
  { head, event: number }: Anchor,
  { time: signed }: Reply,
): Finding[] {
  const { time = "" } = events.find(({ hash }) => hash === head) ?? {};
  return signed !== undefined && swedishDay(signed) < swedishDay(time)
    ? [finding("reply-before-event", "blocking", "events", { number, time, signed })]
    : [];
}

function keptAlready({ events = [] }: EvaluationDocument, anchored: KeptAnchor): Finding[] {
  const print = keptFingerprint(anchored);
  const earlier = events.find(
    ({ type, fingerprint }) => type === "anchored" && fingerprint === print,
  );
  return earlier
    ? [
        finding("reply-kept-already", "blocking", "events", {
          number: earlier.number ?? 0,
          time: earlier.time,
          by: earlier.by,
        }),
      ]
    : [];
}

function kept(
  document: EvaluationDocument,
  anchored: KeptAnchor,
  event: Omit<JournalEvent, "type" | "fingerprint">,
): Acted {
  const { anchors = [] } = document;
  const fingerprint = keptFingerprint(anchored);
  // A code that is registered in two places is kept once.
  const records = anchors.some(({ of }) => of === fingerprint) ? [] : anchorRecords(anchored);
  return {
    document: withEvents({ ...document, anchors: [...anchors, ...records] }, [
      { ...event, type: "anchored", fingerprint },
    ]),
  };
}

/** The anchor file of the chain as it ends now, and what is written in the diary. */
export function handOutAnchor(document: EvaluationDocument, words: Words): HandoutText | Refused {
  const unbound = chainFault(document);
  const anchor = currentAnchor(document);
  if (unbound || !anchor)
    return { refused: [unbound ?? finding("anchor-without-chain", "blocking", "events")] };
  const { caseNumber, lot, event } = anchor;
  const say = words.anchor.diary;
  return {
    name: `${words.anchor.fileName}-${event}.json`,
    text: anchorText(anchor),
    lines: [
      say.title(lot === undefined ? caseNumber : `${caseNumber} (${lot})`),
      ...codeLines(document, words),
      say.file(anchorFingerprint(anchor)),
    ],
  };
}

export const anchorAct = act({
  name: "anchor",
  phase: "anchor",
  takes,
  isOffered: ({ document: { events = [] } }) => events.some(({ hash }) => hash !== undefined),
  handsOut: handOutAnchor,
  perform: ({ document }, given, by) => recordAnchor(document, given, by),
  tell: (_, words) => words.eventTypes.anchored,
});
