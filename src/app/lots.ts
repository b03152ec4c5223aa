/**
 * The papers of a procurement in lots: one report and one notice to each supplier, made of each lot's
 * own evaluation. It evaluates nothing and registers nothing.
 */
import type { Block, Paper } from "../content/paper";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { unknownLawFindings } from "../core/procedure-findings";
import type { Lot } from "../procedure/lots";
import { lotFindings, suppliersOf } from "../procedure/lots";
import type { PaperSection } from "../report/joined-paper";
import { joinedPaper } from "../report/joined-paper";
import { lotsOverview } from "../report/lots-paper";
import type { Words } from "../words/sv/words";
import type { AwardBasis, NoticeWishes } from "./award-papers";
import { awardNoticePapers, caseFor, evaluationReportPaper } from "./award-papers";
import type { AskedPapers } from "./paper-obstacles";
import { paperObstacles } from "./paper-obstacles";

/** A lot's file and what it was evaluated to. */
export type EvaluatedLot = AwardBasis & { readonly file: string };

/** What keeps papers about several lots from being written, and which lot's cells it is about. */
export type LotObstacles<Of> = { readonly findings: readonly Finding[]; readonly lot?: Of };

/** A law or a procedure of some lot that is not known here; undefined where all are. */
export function lotsOfUnknownLaw<Of extends EvaluatedLot>(
  lots: readonly Of[],
): LotObstacles<Of> | undefined {
  return firstHeld(lots, ({ document }) => unknownLawFindings(document));
}

/** What keeps the own papers of some lot from being written; undefined where nothing does. */
export function heldLotPapers<Of extends EvaluatedLot>(
  lots: readonly Of[],
  asked: AskedPapers,
): LotObstacles<Of> | undefined {
  return firstHeld(lots, (lot) => paperObstacles(lot, asked));
}

/** The first of all obstacles to papers about the lots, among them that they are not decided together. */
export function lotObstacles<Of extends EvaluatedLot>(
  lots: readonly Of[],
  asked: AskedPapers,
): LotObstacles<Of> | undefined {
  const findings = lotFindings(lots);
  const areApart = findings.some(({ severity }) => severity === "blocking");
  return lotsOfUnknownLaw(lots) ?? (areApart ? { findings } : heldLotPapers(lots, asked));
}

/** The first lot of which something is found, after a finding that names the lot and its file. */
function firstHeld<Of extends EvaluatedLot>(
  lots: readonly Of[],
  findingsOf: (lot: Of) => readonly Finding[],
): LotObstacles<Of> | undefined {
  for (const lot of lots) {
    const findings = findingsOf(lot);
    const { file } = lot;
    const said = finding("lot-papers-held", "blocking", file, { file, lot: lotOf(lot).id });
    if (findings.length > 0) return { lot, findings: [said, ...findings] };
  }
  return undefined;
}

/** Which lot is awarded to whom, and the limits that hold for all. */
export function overviewOfLots(
  lots: readonly EvaluatedLot[],
  isRedacted: boolean,
  words: Words,
): Block[] {
  const reader = { may: isRedacted ? "public" : "all" } as const;
  return lotsOverview(
    lots.map((lot) => caseFor(lot, reader, words)),
    words,
  );
}

/** One report: which lot is awarded to whom, and then each lot's own report. */
export function lotsReport(
  lots: readonly EvaluatedLot[],
  isRedacted: boolean,
  words: Words,
): Paper {
  const sections = lots.map((lot) =>
    sectionOf(lot, evaluationReportPaper(lot, isRedacted, words), words),
  );
  return joinedPaper(sections, overviewOfLots(lots, isRedacted, words));
}

/**
 * One notice to each supplier, about the lots that it has bid for.
 * @returns each with the lot and the bid that name its file
 */
export function lotsNotices(
  lots: readonly EvaluatedLot[],
  wishes: NoticeWishes,
  words: Words,
): { readonly name: string; readonly paper: Paper }[] {
  const made = new Map(
    lots.map((lot) => [
      lot.file,
      new Map(awardNoticePapers(lot, wishes, words).map(({ bid, paper }) => [bid, paper])),
    ]),
  );
  return suppliersOf(lots).map(({ first, bids }) => {
    const sections = bids.flatMap(({ lot, bid }) => {
      const paper = made.get(lot.file)?.get(bid.id);
      return paper ? [sectionOf(lot, paper, words)] : [];
    });
    const name = `${lotOf(first.lot).id}-${first.bid.id}`;
    return { name, paper: joinedPaper(sections, []) };
  });
}

function sectionOf(lot: Lot, paper: Paper, words: Words): PaperSection {
  const { id, name } = lotOf(lot);
  return { heading: words.lots.heading(id, name), paper };
}

/** A lot has been checked to be one. */
function lotOf({ evaluation }: Lot): { readonly id: string; readonly name: string } {
  return evaluation.document.procurement.lot ?? { id: "", name: "" };
}
