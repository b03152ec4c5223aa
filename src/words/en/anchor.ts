/** The anchor in English: the replies, what was checked and what cannot be. Part of the English word list. */
import { list, plural } from "./numbers";
import type { FindingSentences } from "../finding-sentences";
import { momentText } from "../time";
import { swedishDay } from "../../core/swedish-time";

const milestones: { readonly [type: string]: string } = {
  published: "The publication",
  "bids-opened": "The opening of bids",
  "prices-opened": "The opening of prices",
  finalised: "The finalisation",
  awarded: "The award decision",
};
const codes: { readonly [part: string]: string } = {
  model: "the model's code",
  register: "the code of the opening of bids",
  opening: "the code of the opening of prices",
  result: "the result's code",
  event: "the event's number",
};

export const anchorFindings = {
  "anchor-without-chain": () =>
    "The journal has no chain, so there is no end code to anchor. Record something first.",
  "anchor-broken-chain": () =>
    "The journal's chain is broken, so its end code proves nothing. Verify the file with “mervarde verify” before it is anchored.",
  "anchor-nothing-given": () =>
    "Nothing to record was given. Choose the reply from the signature service, or state the registration number and the date.",
  "anchor-code-unknown": (x) =>
    `No event in the journal has the code ${x.code}. Enter the end code as it appears in the case register.`,
  "anchor-without-date": () =>
    "The date of registration is missing. State the day when the code was entered in the case register, for example 2026-11-27.",
  "anchor-without-register": () =>
    "The registration number is missing. State the number under which the code is registered, for example KS 2026/123.",
  "anchor-date-unreadable": (x) => `“${x.seen}” is not a date. Write the day as 2026-11-27.`,
  "anchor-date-ahead": (x) =>
    `The registration is dated ${x.date}, after today (${swedishDay(x.time)}). State the day when the code was entered.`,
  "anchor-date-before": (x) =>
    `The registration is dated ${x.date}, but event ${x.number}, to which the code belongs, took place ${momentText(x.time)}. Correct the date, or state the code that was registered.`,
  "reply-unreadable": (x) =>
    `${x.file === "" ? "The kept reply" : x.file} is not a reply from a signature or timestamp service. Choose the file that ends in .p7s or .tsr.`,
  "reply-too-long": (x) =>
    `${x.file} has ${x.size} bytes, but at most ${x.most} can be kept in the file. Ask for a reply without revocation lists, or enter the code in the case register.`,
  "reply-uncheckable": () =>
    "The reply cannot be checked on a page that was not loaded securely. Open it over https, or use the command anchor.",
  "reply-rejected": (x) =>
    `The service rejected the request (status ${x.status}${x.reason === "" ? "" : `: ${x.reason}`}), so the reply certifies nothing. Ask for a new timestamp.`,
  "reply-without-certificates": () =>
    "The reply contains no certificates, so it does not show who signed it. Ask for a reply with certificates.",
  "reply-without-attributes": (x) =>
    `The signature of ${x.name} has no signed attributes, so it does not say what it is about. Ask for a CAdES signature.`,
  "reply-unsigned": () => "The reply has no signature. Ask for a new one.",
  "reply-signer-unknown": () =>
    "The signer's certificate is not in the reply. Ask for the reply with the whole certificate chain.",
  "reply-signature-wrong": (x) =>
    `The signature of ${x.name} does not match the content: the reply has been changed. Obtain it from the service again.`,
  "reply-weak-hash": (x) =>
    `The signature of ${x.name} is based on ${x.hash}, which can be forged. Ask for a reply with SHA-256.`,
  "reply-algorithm-unknown": (x) =>
    `The signature of ${x.name} uses the algorithm ${x.algorithm}, which cannot be checked here. Ask for a reply with RSA or ECDSA and SHA-256.`,
  "reply-not-for-timestamps": (x) =>
    `The certificate of ${x.name} was not issued for timestamps. Use a service that has such a certificate.`,
  "reply-certificate-other": (x) =>
    `The signature names another certificate of ${x.name} than the one in the reply. Obtain the reply from the service again.`,
  "reply-certificate-forged": (x) =>
    `The certificate of ${x.name} was not issued with the certificate of ${x.by} in the reply. Do not rely on the reply; ask the service for a new one.`,
  "reply-issuer-not-allowed": (x) =>
    `The certificate of ${x.name} was issued by ${x.by}, which may not issue certificates. Do not rely on the reply.`,
  "reply-certificate-not-valid": (x) =>
    `The certificate of ${x.name} was valid from ${momentText(x.from)} to ${momentText(x.until)}, not when it was used ${momentText(x.time)}. Ask for a reply with a valid certificate.`,
  "reply-other-anchor": (x) =>
    `The reply is not about this file: its hash does not match any anchor file from event 1 to ${x.event}. It is about another file, a rebuilt chain or another case number.`,
  "reply-content-other": () =>
    "What was signed is not an anchor file. Sign the file that “mervarde anchor” saves, unchanged.",
  "reply-other-case": (x) =>
    `The anchor belongs to ${x.seen}, but this is ${x.wanted}. Nothing was recorded.`,
  "reply-head-missing": (x) =>
    `The anchor is for event ${x.number} with the code ${x.code}, which is not in the chain: the journal has been rebuilt, or the file is another copy.`,
  "reply-before-event": (x) =>
    `The reply was made ${momentText(x.signed)}, before event ${x.number} that it is about (${momentText(x.time)}). One of the clocks is wrong; find out which before the reply is used.`,
  "reply-kept-already": (x) =>
    `The reply is already recorded in event ${x.number}, ${momentText(x.time)} by ${x.by}.`,
  "reply-root-missing": (x) =>
    `The chain ends at ${x.name}; the certificate of its issuer (${x.by}) is not in the reply. Obtain it from the issuer if the reply is challenged.`,
  "reply-self-issued": (x) =>
    `${x.name} issued its own certificate. Nobody else certifies who that is.`,
  "reply-certificate-weak": (x) =>
    `The certificate of ${x.name} is signed with ${x.hash}, which can be forged.`,
  "reply-time-own": (x) =>
    `The time ${momentText(x.time)} is stated by ${x.name}, not by a timestamp service.`,
  "reply-time-missing": (x) =>
    `The signature of ${x.name} does not say when it was made; the certificates were checked against the day when the reply was recorded.`,
  "reply-root-carried": (x) =>
    `The chain ends at the root ${x.name} (SHA-256 ${x.fingerprint}). Compare the fingerprint with the one that the issuer states.`,
  "anchor-unreadable": (x) =>
    `${x.file} is not an anchor file, or its text has been changed. Choose the file that “mervarde anchor” saved, or the reply to it.`,
  "anchor-record-changed": (x) =>
    `The record of event ${x.number} on the sheet Anchors has been changed or removed. Obtain the reply from the case register and check it with “verify --anchor”.`,
  "anchor-head-missing": (x) =>
    `Event ${x.number} anchored event ${x.event} with the code ${x.code}, which is no longer in the chain: the journal has been rebuilt from its start, or replaced.`,
  "anchor-codes-differ": (x) =>
    `The anchor in event ${x.number} has ${list(
      x.parts.map((part) => codes[part] ?? part),
      4,
    )} that the journal does not have.`,
  "anchor-case-differs": (x) =>
    `The anchor in event ${x.number} was made for ${x.seen}, but the procurement is now ${x.wanted}.`,
  "anchor-reply-differs": (x) =>
    `The reply in event ${x.number} is not about the anchor file that is kept with it.`,
  "anchor-in-register": (x) =>
    `The code ${x.code} should be in the case register under ${x.register}, entered ${x.date}. Only the case register can show that; compare the code there.`,
  "anchor-missing": (x) =>
    `${milestones[x.milestone] ?? x.milestone} (event ${x.number}, ${momentText(x.time)}) is not anchored outside the file. Anchor the end code (“Anchor outside the file” on the step Review, or the command anchor), or enter it in the case register.`,
} satisfies Partial<FindingSentences>;

type Counts = { readonly [name: string]: string | number };

/** What the verification says of the anchors. */
export const anchorSaid = (x: Counts): string =>
  x["count"] === 0
    ? "nothing is anchored outside the file: a journal rebuilt from its start cannot be detected here"
    : [
        `${plural(x["count"] ?? 0, "anchor", "anchors")}, ${plural(x["replies"] ?? 0, "reply", "replies")} checked`,
        x["covers"] === 0
          ? "no event is anchored"
          : `events 1 to ${x["covers"]} of ${x["total"]} are anchored (${plural(x["covered"] ?? 0, "event", "events")}); ${plural(x["later"] ?? 0, "later event is", "later events are")} not`,
        ...(x["replies"] === 0
          ? []
          : [
              "whether the certificates were revoked and whether the root is trusted is not checked",
            ]),
      ].join("; ");

export const anchorWords = {
  anchor: {
    milestones,
    section: "Anchor outside the file",
    columns: ["Stage", "Event", "Time", "Anchored"],
    missing: "missing",
    later: (count: number): string =>
      count === 0
        ? "Every event is anchored."
        : `${plural(count, "later event is", "later events are")} not covered by any anchor.`,
    none: "Nothing is anchored outside the file: a journal rebuilt from its start cannot be detected.",
    compare: "Codes from the file's journal, to compare with the case register:",
    /** What is entered in the case register. */
    diary: {
      title: (caseNumber: string): string => `Anchor of ${caseNumber}`,
      head: (number: number, code: string): string => `End code (event ${number}): ${code}`,
      model: (code: string): string => `The model's code: ${code}`,
      register: (code: string): string => `The code of the opening of bids: ${code}`,
      opening: (code: string): string => `The code of the opening of prices: ${code}`,
      result: (code: string): string => `The result's code: ${code}`,
      file: (print: string): string => `The anchor file's SHA-256: ${print}`,
    },
    fileName: "anchor",
  },
};
