/**
 * Whether an evaluation holds: recomputed from its inputs, held against the sheets, the journal and
 * the seals of the file, check by check and each fault with its place. It changes nothing, and it
 * says "holds" of nothing that it has not been able to look at.
 */
import type { Assessed, Computed, Judged, Unreadable } from "./evaluate-workbook";
import {
  assessDocument,
  calculateAgain,
  judgeWorkbook,
  laboratoryPages,
  resultPages,
} from "./evaluate-workbook";
import type { Bundle } from "./verification-bundle";
import { bundleFindings, redactedEvents } from "./verification-bundle";
import type { EvaluationDocument, JournalEvent } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { topicOf } from "../core/findings/catalogue";
import { payloadOf } from "../core/document/recorded";
import { decisionOf } from "../procedure/milestones";
import { equalTreatment } from "./equal-treatment";
import type { Result } from "../report/result";
import { recordableOutcome, publicResult } from "../report/result";
import { receiptPlaces } from "../sheet/pages/audit-trail";
import { compareResultSheets, contentsOf } from "../sheet/compare-sheets";
import { hiddenCellFindings } from "../sheet/hidden-cells";
import type { Places } from "../sheet/locate";
import { changedRows, rowFingerprintsPage } from "../sheet/pages/row-fingerprints";
import type {
  Calculator,
  Concealed,
  EvaluatedWorkbook,
  Page,
  SheetReading,
} from "../sheet/workbook";
import { addressText } from "../sheet/workbook";
import { readWorkbook } from "../sheet/read";
import { writeWorkbook } from "../sheet/write";
import type { Words } from "../words/sv/words";
import type { Chain, ChainFault } from "../journal/hash-chain";
import { hashOf, readChain } from "../journal/hash-chain";
import { isCodeOf, shortCode } from "../journal/short-code";
import { fingerprint, fingerprintOf } from "../journal/fingerprint";
import type { Seal } from "../journal/published";

export const checkNames = [
  "model",
  "treatment",
  "arithmetic",
  "inputs",
  "seen",
  "sheets",
  "trail",
  "records",
  "version",
  "bundle",
] as const;
export type CheckName = (typeof checkNames)[number];

/**
 * - `holds`, `fails`: it has been looked at
 * - `unknown`: there was nothing to look at, so nothing is verified
 * - `aside`: it does not apply here, or is told for its own sake
 */
export type CheckVerdict = "holds" | "fails" | "unknown" | "aside";
export type VerifyCheck = {
  readonly name: CheckName;
  readonly state: CheckVerdict;
  readonly findings: readonly Finding[];
  readonly counts: { readonly [name: string]: string | number };
};

export type Verification = Pick<Assessed, "document" | "evaluation" | "places"> & {
  readonly holds: boolean;
  readonly checks: readonly VerifyCheck[];
  /** What was recorded after quality was fixed, and after the evaluation was finalised. */
  readonly since: readonly JournalEvent[];
  readonly chain: Chain;
  readonly result: Result;
};

export type Verifying = {
  readonly version: string;
  readonly words: Words;
  readonly all: readonly Words[];
  readonly calculator: Calculator;
  /** A code from a printed report, if there is one. */ readonly head?: string;
  /** The bundle that the document came in. */ readonly bundle?: Bundle;
};

/** What stands on the sheet Spår about the results: absent cells are empty texts. */
type Receipt = {
  readonly version: string;
  readonly fingerprint: string;
  readonly time: string;
  readonly head: string;
};

export async function verifyWorkbook(
  workbook: EvaluatedWorkbook,
  verifying: Verifying,
): Promise<Verification | Unreadable> {
  const assessed = judgeWorkbook(await workbook.read(), verifying.words, verifying.all);
  if (!assessed.document) return assessed;
  return verifyAssessed(assessed, workbook, verifying);
}

/**
 * A document that is in no workbook, with the sheets that its live formulas need: those that no
 * formula looks in, a long journal among them, are not made.
 * @param workbookOf pages as a workbook that can be read
 */
export async function assessedAlone(
  document: EvaluationDocument,
  words: Words,
  all: readonly Words[],
  workbookOf: (pages: readonly Page[]) => Pick<EvaluatedWorkbook, "read">,
): Promise<Judged> {
  const { events: _events, published: _published, ...rest } = document;
  const { places } = readWorkbook(await workbookOf(writeWorkbook(rest, words)).read(), all);
  return assessDocument(document, [], places, words, words);
}

/**
 * @param workbook with the result sheets as they stand; none where a document is verified by itself
 */
export async function verifyAssessed(
  assessed: Judged,
  workbook: Omit<EvaluatedWorkbook, "read"> | undefined,
  { version, words, calculator, head, bundle }: Verifying,
): Promise<Verification> {
  const { document, places, checks: selfChecks } = assessed;
  const found = await workbook?.readResults();
  const concealed = await workbook?.concealed();
  const computed = await calculateAgain(assessed, calculator);
  const { evaluation, doubleCheck } = computed;
  const nowhere = { finding: () => undefined, result: () => undefined };
  const result = publicResult(
    evaluation,
    { fingerprint: "", basis: assessed.basis },
    nowhere,
    words,
    { doubleCheck, selfChecks },
  );
  const receipt = found && receiptIn(found);
  const chain = readChain(document.events ?? []);
  const { seal } = assessed;
  const imprint = found && rowFingerprintsPage(places, document, fingerprintOf, assessed.written);
  const checks = [
    modelCheck(evaluation.findings, seal),
    { name: "treatment", ...equalTreatment(evaluation) } as const,
    arithmeticCheck(evaluation, result),
    inputsCheck(receipt, found, imprint, assessed),
    seenCheck(concealed, found, places),
    sheetsCheck(found, receipt, imprint, assessed, computed, isNewer(receipt, version)),
    trailCheck(
      bundle ? withoutRedacted(chain, document, bundle) : chain,
      document,
      places,
      receipt,
      head,
    ),
    recordsCheck(assessed, recordableOutcome(result, version, fingerprint), evaluation.findings),
    versionCheck(receipt, version, document, bundle),
    ...(bundle ? [bundleCheck(bundle, document, assessed.basis, result, evaluation)] : []),
  ];
  return {
    document,
    evaluation,
    places,
    checks,
    holds: checks.every(({ state }) => state === "holds" || state === "aside"),
    since: changesSince(document),
    chain,
    result,
  };
}

function receiptIn(found: readonly SheetReading[]): Receipt | undefined {
  const audit = found.find(({ mark }) => mark === "audit");
  const at = (row: number) => String(audit?.rows[row]?.[receiptPlaces.column]?.value ?? "");
  return (
    audit && {
      version: at(receiptPlaces.version),
      fingerprint: at(receiptPlaces.fingerprint),
      time: at(receiptPlaces.time),
      head: at(receiptPlaces.head),
    }
  );
}

function check(
  name: CheckName,
  findings: readonly Finding[],
  counts: VerifyCheck["counts"] = {},
  otherwise: CheckVerdict = "holds",
): VerifyCheck {
  const isFault = ({ severity }: Finding) => severity === "blocking" || severity === "open";
  return { name, state: findings.some(isFault) ? "fails" : otherwise, findings, counts };
}

/** Whether this runs on what was published (LOU 4 kap. 1 §, 6 kap. 8 §). */
function modelCheck(findings: readonly Finding[], seal: Seal | undefined): VerifyCheck {
  if (!seal)
    return check("model", [finding("verify-unpublished", "warning", "model")], {}, "aside");
  const kept = seal.differences
    ? []
    : [finding("verify-published-not-kept", "blocking", "published")];
  return check("model", [...findings.filter(({ code }) => code === "published-changed"), ...kept], {
    code: shortCode(seal.at.fingerprint ?? ""),
    time: seal.at.time,
    by: seal.at.by,
  });
}

/** A figure that is computed twice is no proof where there is no figure, or where no cell was read. */
function arithmeticCheck(
  { findings, bids }: Evaluation,
  { doubleCheck: { equal, of }, selfChecks: { passed, of: checks } }: Result,
): VerifyCheck {
  const own = findings.filter(({ code }) => topicOf(code) === "arithmetic");
  const hasFigure = bids.some(({ price, result }) => price.price.value ?? result.value);
  // A difference that follows from an unreadable cell has no finding of its own.
  const isWhole = equal === of && passed === checks;
  const counts = { equal, of, passed, checks, figures: hasFigure ? 1 : 0 };
  return check("arithmetic", own, counts, hasFigure ? (isWhole ? "holds" : "unknown") : "aside");
}

/**
 * Whether the results in the sheets are of the input as it is now, and if not, which rows have
 * changed.
 */
function inputsCheck(
  receipt: Receipt | undefined,
  found: readonly SheetReading[] | undefined,
  now: Page | undefined,
  { basis, places, document }: Judged,
): VerifyCheck {
  if (!found) return check("inputs", [], {}, "aside");
  if (!receipt)
    return check("inputs", [finding("verify-never-evaluated", "warning", "bids")], {}, "unknown");
  const imprint = found.find(({ mark }) => mark === "imprint");
  const changed = imprint && now ? changedRows(imprint, now, places) : [];
  const isSame = receipt.fingerprint === basis;
  const rows = changed.map(({ table, id, address }) =>
    finding("verify-row-changed", "blocking", table, {
      table,
      id: id.replace("/", " · ").replaceAll("|", " · "),
      ...(address ? { cell: addressText(address) } : {}),
    }),
  );
  const whole = isSame
    ? []
    : [
        finding("verify-input-changed", "blocking", "bids", {
          time: receipt.time,
          rows: changed.length,
        }),
      ];
  return check("inputs", [...whole, ...rows], {
    rows: document.requirements.length,
    fingerprint: basis,
  });
}

/** Whether whoever reviews can see everything that counts. */
function seenCheck(
  concealed: readonly Concealed[] | undefined,
  found: readonly SheetReading[] | undefined,
  places: Places,
): VerifyCheck {
  if (!concealed) return check("seen", [], {}, "aside");
  const tables = Object.values(places.tables);
  return check("seen", hiddenCellFindings(concealed, places, found ?? []), {
    sheets: new Set([
      ...tables.map(({ reading }) => reading.sheet),
      ...(found ?? []).map(({ name }) => name),
    ]).size,
  });
}

function sheetsCheck(
  found: readonly SheetReading[] | undefined,
  receipt: Receipt | undefined,
  imprint: Page | undefined,
  assessed: Judged,
  computed: Computed,
  isFromNewer: boolean,
): VerifyCheck {
  if (!found) return check("sheets", [], {}, "aside");
  if (!receipt || isFromNewer) return check("sheets", [], {}, "unknown");
  const { document } = assessed;
  const slow = found.filter(({ mark }) => mark === "work" || mark === "sensitivity");
  const pages = [
    ...resultPages({ ...assessed, document: asEvaluated(document, receipt) }, computed, receipt),
    ...(isRecorded(slow, document) ? [] : laboratoryPages(assessed, computed.evaluation)),
    ...(imprint ? [imprint] : []),
  ];
  const { differences, missing, cells } = compareResultSheets(pages, found);
  return check(
    "sheets",
    [
      ...missing.map((sheet) => finding("verify-sheet-missing", "blocking", "", { sheet })),
      ...differences.map(({ address, kind, seen, wanted }) =>
        finding("verify-cell-differs", "blocking", "", {
          cell: addressText(address),
          kind,
          seen: seen.slice(0, 120),
          wanted: wanted.slice(0, 120),
        }),
      ),
    ],
    { cells, sheets: found.length },
  );
}

/**
 * The document with its journal as it ended when the results were written: what was recorded since
 * is not on them.
 */
function asEvaluated(document: EvaluationDocument, { head }: Receipt): EvaluationDocument {
  const { events = [] } = document;
  const last = events.findIndex(({ hash }) => hash === head);
  return last < 0 ? document : { ...document, events: events.slice(0, last + 1) };
}

/**
 * Whether the sheets that take hundreds of evaluations are those that the journal says were
 * written: it is bound by its chain.
 */
function isRecorded(slow: readonly SheetReading[], { events = [] }: EvaluationDocument): boolean {
  const last = events.filter(({ type }) => type === "evaluated").at(-1);
  return (
    last !== undefined &&
    last.hash === hashOf(last) &&
    last.sheets === fingerprintOf(contentsOf(slow))
  );
}

const faultCodes = {
  changed: "trail-event-changed",
  unbound: "trail-event-unbound",
  gap: "trail-gap",
  fork: "trail-fork",
  foreign: "trail-event-foreign",
  twice: "trail-event-twice",
  misnumbered: "trail-misnumbered",
  disordered: "trail-disordered",
} as const satisfies { readonly [kind in ChainFault["kind"]]: string };

function trailCheck(
  chain: Chain,
  document: EvaluationDocument,
  places: Places,
  receipt: Receipt | undefined,
  typed: string | undefined,
): VerifyCheck {
  const { events = [] } = document;
  const counts = {
    count: chain.count,
    ...(chain.head === undefined ? {} : { code: shortCode(chain.head), head: chain.head }),
  };
  if (chain.state === "none" || chain.state === "unbound") {
    const asked =
      typed === undefined
        ? []
        : [finding("trail-code-unknown", "blocking", "events", { code: typed })];
    return check(
      "trail",
      [
        finding(chain.state === "none" ? "trail-none" : "trail-unbound", "warning", "events"),
        ...asked,
      ],
      counts,
      "unknown",
    );
  }
  const faults = chain.faults.map(({ kind, at, missing }) =>
    finding(faultCodes[kind], "blocking", `events[${at}].type`, {
      number: events[at]?.number ?? "",
      line: at + 1,
      time: events[at]?.time ?? "",
      by: events[at]?.by ?? "",
      missing: missing ?? "",
    }),
  );
  const hashes = new Set(events.map(({ hash }) => hash));
  const isHash = /^[0-9a-f]{64}$/.test(receipt?.head ?? "");
  // The results name the end of the journal as it was: where that event is gone, the end has been
  // cut off.
  const cut =
    isHash && !hashes.has(receipt?.head)
      ? [
          finding("trail-end-missing", "blocking", "events", {
            code: shortCode(receipt?.head ?? ""),
          }),
        ]
      : [];
  const unknown =
    typed !== undefined && !events.some(({ hash = "" }) => isCodeOf(typed, hash))
      ? [finding("trail-code-unknown", "blocking", "events", { code: typed })]
      : [];
  return check(
    "trail",
    [...faults, ...payloadFindings(events, places), ...cut, ...unknown],
    counts,
  );
}

/**
 * Of a redacted bundle, events that are shown otherwise than they were hashed are not for that
 * reason changed.
 */
function withoutRedacted(chain: Chain, { events = [] }: EvaluationDocument, bundle: Bundle): Chain {
  const hidden = redactedEvents(bundle);
  const faults = chain.faults.filter(
    ({ kind, at }) => kind !== "changed" || !hidden.has(events[at]?.number),
  );
  return {
    ...chain,
    faults,
    state: chain.state === "broken" && faults.length === 0 ? "whole" : chain.state,
  };
}

/** What was taken out cannot be verified, and then neither can the whole. */
function bundleCheck(
  bundle: Bundle,
  document: EvaluationDocument,
  basis: string,
  result: Result,
  evaluation: Evaluation,
): VerifyCheck {
  const hidden = bundle.redacted;
  const aside = hidden
    ? [
        finding("bundle-redacted", "warning", "redacted", {
          count: hidden.of.length,
          events: hidden.events.length,
        }),
      ]
    : [];
  return check(
    "bundle",
    [...bundleFindings(bundle, document, basis, result, evaluation), ...aside],
    { steps: bundle.computation.length, made: bundle.made, madeWith: bundle.madeWith },
    hidden ? "unknown" : "holds",
  );
}

/**
 * The cell that shows what was hashed must show that, and the hidden one that keeps the order its
 * place.
 */
function payloadFindings(events: readonly JournalEvent[], places: Places): Finding[] {
  const table = places.tables.events;
  if (!table) return [];
  return events.flatMap((event, n) => {
    const row = table.rowOf.get(String(n));
    if (row === undefined) return [];
    return (["payload", "order"] as const).flatMap((column) => {
      const { value } = table.cell(row, column);
      if (value === null || value === { payload: payloadOf(event), order: n + 1 }[column])
        return [];
      const address = table.address(row, column);
      return [
        finding("trail-shown-differs", "blocking", `events[${n}].${column}`, {
          number: event.number ?? n + 1,
          ...(address ? { cell: addressText(address) } : {}),
        }),
      ];
    });
  });
}

/** Whether what was recorded of outcomes is what comes out now, of the very same input. */
function recordsCheck(
  { document, basis }: Judged,
  outcome: { readonly fingerprint: string; readonly text: string },
  findings: readonly Finding[],
): VerifyCheck {
  const { events = [] } = document;
  const told = events.flatMap((each, n) => {
    const isOfThis = each.result !== undefined && each.fingerprint === basis;
    return isOfThis && each.result !== outcome.fingerprint
      ? [
          finding("verify-outcome-differs", "blocking", `events[${n}].new`, {
            number: each.number ?? n + 1,
            time: each.time,
            by: each.by,
            then: each.new ?? "",
            now: outcome.text,
          }),
        ]
      : [];
  });
  const decided = events.filter(({ type }) => type === "awarded").at(-1);
  const award =
    decided && decided.fingerprint !== fingerprint(decisionOf(document))
      ? [
          finding("verify-award-changed", "blocking", "award.decidedAt", {
            time: decided.time,
            by: decided.by,
          }),
        ]
      : [];
  const own = findings.filter(({ code }) =>
    ["changed-since", "unrecorded"].includes(topicOf(code)),
  );
  const outcomes = events.filter(({ result }) => result !== undefined);
  const compared = outcomes.filter((each) => each.fingerprint === basis).length;
  const scores = events.filter(({ type }) => type === "score").length;
  const decisions = events.filter(({ type }) => /^(?:awarded|finalised|quality-fixed)$/.test(type));
  return check(
    "records",
    [...told, ...award, ...own],
    { count: outcomes.length, compared, scores },
    compared + scores + decisions.length === 0 ? "aside" : "holds",
  );
}

/** "mervarde 0.10.2" as numbers, so that 0.10 comes after 0.9. */
function numbersIn(version: string): readonly number[] {
  return (/(\d+)\.(\d+)\.(\d+)/.exec(version) ?? []).slice(1).map(Number);
}

function isNewer(receipt: Receipt | undefined, version: string): boolean {
  const [theirs, own] = [numbersIn(receipt?.version ?? ""), numbersIn(version)];
  const at = theirs.findIndex((each, n) => each !== own[n]);
  return at >= 0 && (theirs[at] ?? 0) > (own[at] ?? 0);
}

/** An event or a receipt from a later program may mean things that this one does not know. */
function versionCheck(
  receipt: Receipt | undefined,
  version: string,
  { events = [] }: EvaluationDocument,
  bundle: Bundle | undefined,
): VerifyCheck {
  const used = [
    ...new Set(
      [receipt?.version, bundle?.madeWith, ...events.map((each) => each.version)].filter(
        (each) => each !== undefined,
      ),
    ),
  ];
  const newer = used.filter((each) =>
    isNewer({ version: each, fingerprint: "", time: "", head: "" }, version),
  );
  const isUnknown = (each: string) => numbersIn(each).length === 0;
  const unreadable = [
    ...(receipt && isUnknown(receipt.version) ? [{ seen: receipt.version, in: "sheet" }] : []),
    ...(bundle && isUnknown(bundle.madeWith) ? [{ seen: bundle.madeWith, in: "bundle" }] : []),
    ...events.flatMap(({ version: seen, number }, n) =>
      seen !== undefined && isUnknown(seen) ? [{ seen, in: "event", number: number ?? n + 1 }] : [],
    ),
  ].map((details) => finding("verify-version-unknown", "blocking", "bids", details));
  const older =
    receipt && newer.length === 0 && unreadable.length === 0 && receipt.version !== version
      ? [finding("verify-version-older", "note", "bids", { seen: receipt.version, own: version })]
      : [];
  return check(
    "version",
    [
      ...newer.map((seen) =>
        finding("verify-version-newer", "blocking", "bids", { seen, own: version }),
      ),
      ...unreadable,
      ...older,
    ],
    { version },
    used.length === 0 ? "aside" : "holds",
  );
}

/** What was scored anew after quality was fixed, and every reopening: who, when and why. */
function changesSince({ events = [] }: EvaluationDocument): JournalEvent[] {
  const fixed = events.findIndex(({ type }) => type === "quality-fixed");
  return events.filter(
    ({ type, old }, n) =>
      type === "reopened" || (type === "score" && fixed >= 0 && n > fixed && old !== undefined),
  );
}
