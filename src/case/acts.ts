/**
 * The group's work as a pane asks for it: how it stands, and the acts that can be done. An act is
 * worked out here as a change of the document; whoever holds the workbook writes it. It knows no
 * host and no clock.
 */
import type {
  Award,
  Clarification,
  EvaluationDocument,
  JournalEvent,
} from "../core/document/schema";
import { own } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { evaluate, withFindings } from "../core/evaluate";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { decimalPattern } from "../core/number";
import { figurePlace } from "../core/document/recorded";
import type { Acted } from "../procedure/acts";
import {
  closeRound,
  fixQuality,
  invite,
  openPrices,
  pricesApart,
  publish,
  qualityOpen,
} from "../procedure/acts";
import { scoreSheetsOf, panelLeaves, rejectedBids } from "../scoring/score-sheet";
import { flags } from "../scoring/flags";
import { awardReadiness } from "../procedure/award-readiness";
import type { Act } from "../scoring/record-scores";
import { history, recordFigures, unrecorded } from "../scoring/record-scores";
import { screenAbnormallyLow } from "../procedure/abnormally-low-screen";
import { mergeScoreSheets } from "../scoring/merge-score-sheets";
import { comment, registerAward, reopen } from "../procedure/milestones";
import { checkSections, conflictText, eventText, scoreSections } from "../procedure/tables";
import { prepareWrite } from "../app/prepare-write";
import type { Section } from "../content/table";
import { scoreSheetPages, readableScoreSheets } from "../sheet/pages/score-sheet";
import type { Amendment, Page, WorkbookReading } from "../sheet/workbook";
import { priceTables } from "../sheet/layout";
import { readWorkbook } from "../sheet/read";
import { writeWorkbook } from "../sheet/write";
import type { Words } from "../words/sv/words";
import type {
  ActRequest,
  ConcludingRequest,
  GroupAnswer,
  HistoryLine,
  PanelCriterion,
} from "./answers";
import type { Sheet } from "./received-files";
import { readReceivedFiles } from "./received-files";
import type { Point } from "./progress";
import { lastOf } from "../core/document/recorded";
import { publishedFingerprint } from "../journal/published";

/** How the group's work stands, beside the progress of each bid. */
export function groupAnswer(
  evaluation: Evaluation,
  point: Point,
  section: (each: Section) => GroupAnswer["checks"][number],
  words: Words,
): GroupAnswer {
  const { document } = evaluation;
  const waiting = unrecorded(document);
  // What the views draw in ways of their own: meters, flags with their cells, the panel's table.
  const shown = new Set([words.group.progress, words.group.panel, words.group.flags]);
  const said = (type: JournalEvent["type"]) => {
    const event = lastOf(document, type);
    return event ? words.cli.group.signed(event.time, event.by) : "";
  };
  return {
    checks: checkSections(evaluation, words)
      .filter(({ title }) => !shown.has(title))
      .map(section),
    scores: scoreSections(document, words)
      .filter(({ title }) => !shown.has(title))
      .map(section),
    flags: flags(document).map(({ name, criterion = "", evaluator = "", bids, where }) => ({
      ...point(
        `${words.group.flagNames[name]}: ${[criterion, evaluator, bids.join(", ")].filter(Boolean).join(" · ")}`,
        where,
      ),
      rule: words.group.flagRules[name],
    })),
    panel: panelLeaves(document.criteria).map((leaf): PanelCriterion => ({
      id: leaf.id,
      name: leaf.name,
      form: words.panels[leaf.panel ?? "single"],
      evaluators: document.evaluators.map(({ id }) => id),
      bids: document.bids.map(({ id, bidder, scores }) => {
        const score = own(scores, leaf.id);
        return {
          id,
          bidder,
          values: document.evaluators.map(
            ({ id: evaluator }) =>
              score?.assessments?.find((each) => each.evaluator === evaluator)?.value ?? "",
          ),
          agreed: typeof score?.value === "string" ? score.value : "",
          ...point("", figurePlace({ bid: id, criterion: leaf.id })),
        };
      }),
    })),
    unrecorded: {
      first: waiting.filter(({ kind }) => kind !== "changed").length,
      changed: waiting.filter(({ kind }) => kind === "changed").length,
    },
    published: said("published"),
    qualityFixed: said("quality-fixed"),
    pricesOpened: said("prices-opened"),
    isSealed: document.procurement.prices === "sealed",
    openRounds: (document.rounds ?? [])
      .filter(({ id }) => !document.offers?.some(({ round }) => round === id))
      .map(({ id, name, kind }) => ({ code: id, word: name ?? words.roundKinds[kind] })),
    lowBids: screenAbnormallyLow(evaluation)
      .filter(({ isFlagged, record: its }) => isFlagged && !its)
      .map(({ bid }) => ({
        code: bid,
        word: `${document.bids.find(({ id }) => id === bid)?.bidder ?? ""} (${bid})`,
      })),
    hasSelection:
      document.procurement.stage !== "selection" &&
      (document.procurement.procedure === "selective" ||
        document.procurement.procedure === "negotiated"),
    invited: said("invited"),
    bids: document.bids.map(({ id, bidder }) => ({ id, bidder })),
    subjects: Object.entries(words.clarificationSubjects).map(([code, word]) => ({ code, word })),
  };
}

/** What the journal says of one criterion of one bid, oldest first. */
export function historyLines(
  document: EvaluationDocument,
  bid: string,
  criterion: string,
  words: Words,
): HistoryLine[] {
  return history(document, { bid, criterion }).map((event) => ({
    ...eventText(event, words),
    isPriceKnown: event.priceKnown === true,
  }));
}

/**
 * Files that came with a request, as they were read: scoring sheets, a price file, or the outcome
 * of a selection.
 */
export type Received = Sheet & {
  readonly prices?: EvaluationDocument;
  readonly selection?: { readonly award: readonly string[]; readonly fingerprint: string };
};

/** What an act comes to: cells to write, files to hand out, and what to tell. */
export type ActOutcome = {
  readonly amendment?: Amendment;
  readonly files: readonly ({ readonly name: string } & (
    { readonly pages: readonly Page[] } | { readonly bytes: Uint8Array }
  ))[];
  /** Result sheets to put in the workbook. */
  readonly results?: readonly Page[];
  readonly told: string;
  readonly conflicts: readonly string[];
  readonly findings: readonly Finding[];
};

/** @param reading the workbook as it is now, which may be later than what the pane shows */
export function performAct(
  request: Exclude<ActRequest, ConcludingRequest>,
  received: readonly Received[],
  act: Act,
  reading: WorkbookReading,
  all: readonly Words[],
  words: Words,
): ActOutcome {
  const { document, findings, places, words: written = words } = readWorkbook(reading, all);
  const nothing: ActOutcome = { files: [], told: "", conflicts: [], findings: [] };
  const faults = findings.filter(({ severity }) => severity === "blocking");
  if (!document || faults.length > 0) return { ...nothing, findings: faults };
  const computed = evaluate(document, findings);
  const evaluation = withFindings(computed, awardReadiness(computed));
  const keep = (
    done: EvaluationDocument,
    told: string,
    more: Partial<ActOutcome> = {},
  ): ActOutcome => {
    const made = prepareWrite(document, done, places, written);
    return made.refused
      ? { ...nothing, findings: made.refused }
      : { ...nothing, amendment: made.amendment, told, ...more };
  };
  const acted = ({ document: after, refused }: Acted, told: string): ActOutcome =>
    after ? keep(after, told) : { ...nothing, findings: refused };
  const text = words.cli.group;
  switch (request.act) {
    case "record": {
      const { document: after, count, refused } = recordFigures(document, act, request.reason);
      return keep(
        after,
        count > 0 ? text.recorded(count) : refused.length > 0 ? "" : text.nothingToRecord,
        { findings: refused },
      );
    }
    case "publish":
      return acted(publish(document, act), words.eventTypes.published);
    case "seal-quality":
      return acted(
        fixQuality(document, act, qualityOpen(evaluation.findings), request.reason),
        words.eventTypes["quality-fixed"],
      );
    case "open-prices": {
      const prices = received[0]?.prices;
      return prices
        ? acted(openPrices(document, prices, act), words.eventTypes["prices-opened"])
        : nothing;
    }
    case "close-round":
      return acted(closeRound(document, request.round, act), words.eventTypes["round-closed"]);
    case "invite": {
      const [chosen] = received;
      return chosen?.selection
        ? acted(
            invite(document, chosen.selection.award, chosen.selection.fingerprint, act),
            words.eventTypes.invited,
          )
        : nothing;
    }
    case "reopen":
      return acted(reopen(document, act, request.reason), words.eventTypes.reopened);
    case "award":
      return acted(registerAward(document, act, entered(request)), words.eventTypes.awarded);
    case "comment":
      return acted(comment(document, act, request.text, request.place), words.eventTypes.comment);
    case "price-file":
      return {
        ...nothing,
        files: [
          {
            name: `${written.cli.group.pricesName}.xlsx`,
            pages: writeWorkbook(pricesApart(document), written, priceTables),
          },
        ],
      };
    case "ask-low-bid":
      return keep(
        {
          ...document,
          lowBids: [
            ...(document.lowBids ?? []),
            {
              bid: request.bid,
              requestedBy: act.by,
              requestedAt: act.time.slice(0, 10),
              request: request.question,
            },
          ],
        },
        words.group.lowBids,
      );
    case "clarify":
      return keep(withClarification(document, request, act), words.sheets.clarifications);
    case "ballots":
      return ballots(document, evaluation, request.where, written, nothing);
    case "merge": {
      const { caseNumber, lot } = document.procurement;
      const model = publishedFingerprint(document);
      const own = { caseNumber, ...(lot ? { lot: lot.id } : {}), model };
      const { handed: sheets, unread } =
        received.length > 0
          ? readReceivedFiles(received, document, all)
          : readReceivedFiles([{ name: words.sheets.ballot, reading }], document, all, own);
      const merged = mergeScoreSheets(document, sheets, act, model, rejectedBids(evaluation));
      return keep(
        merged.document,
        text.merged(merged.taken, merged.same, merged.conflicts.length),
        {
          conflicts: merged.conflicts.map((each) => conflictText(each, words)),
          findings: [...unread, ...merged.findings],
        },
      );
    }
  }
}

/** A field that was left blank says nothing. */
function entered({ decidedAt, decidedBy, decision }: Extract<ActRequest, { act: "award" }>): Award {
  return {
    ...(decidedAt === "" ? {} : { decidedAt }),
    ...(decidedBy === "" ? {} : { decidedBy }),
    ...(decision === "" ? {} : { decision }),
  };
}

/** A new row with what is known: the rest is filled in on the sheet. */
function withClarification(
  document: EvaluationDocument,
  { bid, subject, of, question }: Extract<ActRequest, { act: "clarify" }>,
  { time, by }: Act,
): EvaluationDocument {
  const earlier = document.clarifications ?? [];
  const taken = new Set(earlier.map(({ id }) => id.toLowerCase()));
  const number =
    Array.from({ length: earlier.length + 1 }, (_, n) => n + 1).find((n) => !taken.has(`f${n}`)) ??
    earlier.length + 1;
  const its = document.bids.find(({ id }) => id === bid);
  const price =
    subject === "price"
      ? its?.price
      : subject === "price-item"
        ? its?.prices && own(its.prices, of)
        : undefined;
  const made: Clarification = {
    id: `F${number}`,
    bid,
    subject,
    ...(of === "" ? {} : { of }),
    question,
    askedBy: by,
    askedAt: time.slice(0, 10),
    ...(price !== undefined && decimalPattern.test(price) ? { original: price } : {}),
  };
  return { ...document, clarifications: [...earlier, made] };
}

function ballots(
  document: EvaluationDocument,
  evaluation: Evaluation,
  where: "workbook" | "files",
  written: Words,
  nothing: ActOutcome,
): ActOutcome {
  const made = scoreSheetsOf(document, rejectedBids(evaluation));
  if (made.length === 0)
    return { ...nothing, findings: [finding("no-panel", "blocking", "evaluators")] };
  if (where === "workbook")
    return {
      ...nothing,
      amendment: { entries: [], appended: [], pages: readableScoreSheets(made, document, written) },
      told: written.sheets.ballot,
    };
  return {
    ...nothing,
    files: made.map((ballot) => ({
      name: `${written.cli.group.ballotName}-${ballot.evaluator}.xlsx`,
      pages: scoreSheetPages(ballot, document, written),
    })),
  };
}
