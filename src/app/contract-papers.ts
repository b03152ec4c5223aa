/**
 * The papers of a joint procurement with a contract for each authority: one report and one notice to
 * each bidder, with a section for each contract. A common contract, or the one that is chosen, has its
 * papers as they are. It evaluates nothing and writes no file.
 */
import type { Paper } from "../content/paper";
import type { Authority } from "../core/document/schema";
import { joinedFindings } from "../core/evaluate";
import type { Finding } from "../core/finding";
import type { PaperSection } from "../report/joined-paper";
import { awardsTable, joinedPaper } from "../report/joined-paper";
import { text } from "../report/parts/blocks";
import type { Words } from "../words/sv/words";
import type { AwardBasis, NoticeWishes } from "./award-papers";
import {
  awardNoticePapers,
  caseFor,
  evaluationReportInParts,
  evaluationReportPaper,
} from "./award-papers";

/** One report: which contract is awarded to whom, and then each contract's own report. */
export function contractsReport(
  cases: readonly AwardBasis[],
  isRedacted: boolean,
  words: Words,
): Paper {
  const reports = cases.map((own) => ({
    own,
    paper: evaluationReportPaper(own, isRedacted, words),
  }));
  return joinedReport(reports, isRedacted, words);
}

/** A report in parts: the report itself, and each appendix with what tells its file from the others. */
export type ReportInParts = {
  readonly body: Paper;
  readonly appendices: readonly { readonly suffix: string; readonly paper: Paper }[];
};

/** The same report without its appendices, and they: each contract numbers its own. */
export function contractsReportInParts(
  cases: readonly AwardBasis[],
  isRedacted: boolean,
  words: Words,
): ReportInParts {
  const parts = cases.map((own) => ({ own, ...evaluationReportInParts(own, isRedacted, words) }));
  const bodies = parts.map(({ own, body }) => ({ own, paper: body }));
  return {
    body: joinedReport(bodies, isRedacted, words),
    appendices: parts.flatMap(({ own, appendices }) => {
      const contract = parts.length > 1 ? `${authorityOf(own).id}-` : "";
      return appendices.map((paper, n) => ({ suffix: `${contract}${n + 1}`, paper }));
    }),
  };
}

function joinedReport(
  reports: readonly { readonly own: AwardBasis; readonly paper: Paper }[],
  isRedacted: boolean,
  words: Words,
): Paper {
  const [only, ...others] = reports;
  if (only && others.length === 0) return only.paper;
  const sections = reports.map(({ own, paper }) => sectionOf(own, paper, words));
  const reader = { may: isRedacted ? "public" : "all" } as const;
  const awards = reports.map(({ own }) => ({
    name: authorityOf(own).name,
    own: caseFor(own, reader, words),
  }));
  const { title: caption, columns, guide } = words.contracts;
  return joinedPaper(sections, [awardsTable(awards, { caption, columns }, words), text(guide)]);
}

/** One notice to each bidder, about every contract, in the order of the bids. */
export function contractsNotices(
  cases: readonly AwardBasis[],
  wishes: NoticeWishes,
  words: Words,
): { readonly bid: string; readonly paper: Paper }[] {
  const made = cases.map((own) => ({ own, notices: awardNoticePapers(own, wishes, words) }));
  const [only, ...others] = made;
  if (!only || others.length === 0) return only?.notices ?? [];
  return only.own.document.bids.flatMap(({ id: bid }) => {
    const sections = made.flatMap(({ own, notices }) =>
      notices.flatMap((each) => (each.bid === bid ? [sectionOf(own, each.paper, words)] : [])),
    );
    return sections.length === 0
      ? []
      : [{ bid, paper: joinedPaper(sections, [text(words.contracts.guide)]) }];
  });
}

/** What is found for the papers of each contract; of several, what is not found alike in each names it. */
export function contractFindings<Case extends AwardBasis>(
  cases: readonly Case[],
  findingsOf: (own: Case) => Finding[],
): Finding[] {
  const [only, ...others] = cases;
  if (!only || others.length === 0) return only ? findingsOf(only) : [];
  return joinedFindings(
    cases.map((own) => ({ authority: authorityOf(own), findings: findingsOf(own) })),
  );
}

function sectionOf(own: AwardBasis, paper: Paper, words: Words): PaperSection {
  return { heading: contractHeading(own, words), paper };
}

/** Names the contract that a case is about. */
export function contractHeading(own: Pick<AwardBasis, "document">, words: Words): string {
  const { name, id } = authorityOf(own);
  return words.contracts.of(name, id);
}

/** The document of one of several contracts has only that authority. */
export function authorityOf({ document }: Pick<AwardBasis, "document">): Authority {
  const [authority] = document.model.authorities ?? [];
  if (!authority) throw new Error("a contract without an authority");
  return authority;
}
