/**
 * The award file: the papers that follow from an evaluation, each built from what has been
 * recorded. Secrets are removed from the document before a paper is made from it, so that no
 * paper can show them. It writes no file.
 */
import { withId } from "../words/named-id";
import { journalReader } from "./event-lines";
import type { Evaluated } from "./evaluate-workbook";
import type { JournalEvent } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { byRank, withFindings } from "../core/evaluate";
import { decisionInForce } from "../core/document/decisions";
import { isAwarded, lastOf } from "../core/document/recorded";
import type { Secrets } from "../core/document/redact";
import { redactDocument } from "../core/document/redact";
import type { Masks } from "../core/secrecy/masks";
import { masksOf, noMasks } from "../core/secrecy/masks";
import { effectiveDocument } from "../core/document/effective";
import { eventText } from "../procedure/event-text";
import { anchoredFact, codeLines } from "../procedure/anchoring";
import { factSentence, modelFacts } from "../lab/model-facts";
import { modelText } from "../lab/model-text";
import type { TippingPoints } from "../lab/tipping-points";
import { tippingPoints } from "../lab/tipping-points";
import type { Paper } from "../content/paper";
import type { Section } from "../content/table";
import { withoutHiddenFigures } from "../core/secrecy/hidden-figures";
import { basisFingerprint } from "../journal/fingerprint";
import { signOffs } from "../journal/sign-offs";
import { signOffBrief, signOffText } from "./sign-off-text";
import { valueHistory } from "../journal/value-history";
import { recordHistory } from "./record-history";
import { recordSections, standingSection } from "./record-tables";
import type { ChecklistLine } from "../report/checklist";
import { checklistOf } from "../report/checklist";
import { dateFindings } from "../report/date-findings";
import type { Needed } from "../report/notice-reasons";
import { reasonGaps } from "../report/reason-gaps";
import { requestedInformation, awardNotice } from "../report/award-notice";
import { cancellationNotice } from "../report/cancellation-notice";
import type { Report } from "../report/evaluation-report";
import { evaluationReport, reportInParts } from "../report/evaluation-report";
import type { ReportFacts } from "../report/parts/facts";
import type { Result } from "../report/result";
import type { ReaderCase } from "../report/redacted-figures";
import type { Station, WalkFacts } from "../report/review-walkthrough";
import { stations } from "../report/review-walkthrough";
import { milestones } from "../procedure/milestone-line";
import type { Words } from "../words/sv/words";
import { headOf } from "../journal/hash-chain";
import { shortCode } from "../journal/short-code";
import { capital } from "../words/sentences";

/** The parts of an evaluated case that the papers need. */
export type AwardBasis = Pick<Evaluated, "evaluation" | "document" | "result" | "checks">;

/** The evaluation with the secrets removed from its document; its figures are unchanged. */
function withoutSecrets(
  { evaluation, document }: Pick<AwardBasis, "evaluation" | "document">,
  secrets: Secrets,
  words: Words,
): Evaluation {
  const dated = withFindings({ ...evaluation, document }, dateFindings(document));
  if (!secrets.any) return dated;
  const open = redactDocument(document, secrets, words.secret);
  const bids = new Map(open.bids.map((bid) => [bid.id, bid]));
  return {
    ...dated,
    document: open,
    bids: evaluation.bids.map((each) => ({ ...each, bid: bids.get(each.bid.id) ?? each.bid })),
  };
}

/**
 * The reader of a paper: the authority (`all`), the public, who sees no secrets, or a bidder, who
 * sees no secrets of other bidders.
 */
type Reader = { readonly may: "all" | "public" } | { readonly bid: string };

/** The case with what this reader may not see removed. */
export function caseFor(
  evaluated: Pick<AwardBasis, "evaluation" | "document">,
  reader: Reader,
  words: Words,
): ReaderCase {
  const isWhole = "may" in reader && reader.may === "all";
  const secrets: Masks = isWhole
    ? noMasks
    : masksOf(evaluated.evaluation, evaluated.document, "bid" in reader ? reader.bid : undefined);
  return { evaluation: withoutSecrets(evaluated, secrets, words), secrets, words };
}

/** The evaluation for the authority or, redacted, for the public: masked figures have no value. */
export function evaluationFor(
  evaluated: AwardBasis,
  isRedacted: boolean,
  words: Words,
): Evaluation {
  const { evaluation, secrets } = caseFor(evaluated, { may: isRedacted ? "public" : "all" }, words);
  return withoutHiddenFigures(evaluation, secrets);
}

export function awardChecklist(evaluated: AwardBasis): ChecklistLine[] {
  const {
    evaluation,
    result: { published, doubleCheck, selfChecks, basis },
  } = evaluated;
  const figuresAgree = doubleCheck.equal === doubleCheck.of && selfChecks.passed === selfChecks.of;
  return checklistOf(
    withFindings({ ...evaluation, document: evaluated.document }, dateFindings(evaluated.document)),
    {
      ...(published ? { seal: published.state } : {}),
      ...anchoredFact(evaluated.document),
      basis,
      ...(doubleCheck.of === 0 ? {} : { figuresAgree }),
    },
  );
}

/** The facts of the case file: the published model, the journal and the end of its chain. */
function factsOf(
  { document: whole }: Pick<AwardBasis, "document">,
  { evaluation: { document }, secrets }: ReaderCase,
  published: Result["published"],
  words: Words,
): WalkFacts {
  const { events = [] } = document;
  const head = headOf(whole);
  const reviews = reviewTexts(whole, secrets, words);
  const reader = journalReader(document, words);
  const line = (event: JournalEvent, n: number) => {
    const { signed, what, change, why } = eventText(event, reader);
    const number = String(event.number ?? n + 1);
    return [number, signed, what, change, [why, reviews.get(n)].filter(Boolean).join(" – ")];
  };
  return {
    ...(published ? { seal: published } : {}),
    ...(head === undefined ? {} : { trail: { head, code: shortCode(head), count: events.length } }),
    history: events.map(line),
    record: recordedFacts(whole, secrets, words),
    modelLines: modelText(document, words).split("\n"),
  };
}

/**
 * Whether each signed review stands, by its event's position. It is asked of the whole document: what
 * is kept secret is part of what was reviewed.
 */
function reviewTexts(
  document: AwardBasis["document"],
  { any: isRedacted }: Secrets,
  words: Words,
): Map<number, string> {
  const { events = [] } = document;
  if (lastOf(document, "signed-off") === undefined) return new Map();
  const reviews = signOffs(document, basisFingerprint(document));
  const reader = journalReader(document, words);
  return new Map(
    reviews.map((each) => [
      events.indexOf(each.event),
      isRedacted ? signOffBrief(each, words) : signOffText(each, reader),
    ]),
  );
}

/**
 * The history of what decides. Its changes repeat the values of every bid, so a paper without secrets
 * has only the parts and when they were recorded.
 */
function recordedFacts(
  document: AwardBasis["document"],
  { any: isRedacted }: Secrets,
  words: Words,
): Section[] {
  return isRedacted
    ? [standingSection(valueHistory(document), words)]
    : recordSections(recordHistory(document), journalReader(document, words));
}

/** The walkthrough of the whole case for its reviewer, nothing removed. */
export function walkThrough(
  evaluated: Pick<AwardBasis, "evaluation" | "document">,
  published: Result["published"],
  words: Words,
): Station[] {
  const own = caseFor(evaluated, { may: "all" }, words);
  return stations(own, factsOf(evaluated, own, published, words));
}

/** The evaluation report with its appendices, whole or without secrets. */
export function evaluationReportPaper(
  evaluated: AwardBasis,
  isRedacted: boolean,
  words: Words,
): Paper {
  const report = evaluationReport(...reportInput(evaluated, isRedacted, words));
  return finishedPaper(report, evaluated, words);
}

/** The same report, and each of its appendices as a paper of its own. */
export function evaluationReportInParts(
  evaluated: AwardBasis,
  isRedacted: boolean,
  words: Words,
): Report {
  const { body, appendices } = reportInParts(...reportInput(evaluated, isRedacted, words));
  const finished = (paper: Paper) => finishedPaper(paper, evaluated, words);
  return { body: finished(body), appendices: appendices.map(finished) };
}

function reportInput(
  evaluated: AwardBasis,
  isRedacted: boolean,
  words: Words,
): [ReaderCase, ReportFacts] {
  const own = caseFor(evaluated, { may: isRedacted ? "public" : "all" }, words);
  const { published, doubleCheck } = evaluated.result;
  const facts: ReportFacts = {
    ...(isAwarded(evaluated.document) ? {} : { banner: words.banner }),
    isRedacted: own.secrets.any,
    ...factsOf(evaluated, own, published, words),
    doubleCheck,
    selfChecks: evaluated.checks.map(({ name, holds }) => ({
      name: capital(words.selfChecks[name]),
      holds,
    })),
    codes: codeLines(evaluated.document, words),
    checklist: awardChecklist(evaluated),
    reachedAt: new Map(
      milestones(evaluated.evaluation).flatMap(({ name, state, time }) =>
        time !== undefined && ["reached", "corrected", "changed"].includes(state)
          ? [[name, time]]
          : [],
      ),
    ),
  };
  return [own, facts];
}

function finishedPaper(paper: Paper, evaluated: AwardBasis, words: Words): Paper {
  return asDraft(dated(paper, evaluated), evaluated, words);
}

/** A paper with the time of the last event that it can tell of. */
function dated(paper: Paper, { document: { events } }: AwardBasis): Paper {
  const asOf = events?.at(-1)?.time;
  return asOf === undefined ? paper : { ...paper, asOf };
}

/** A paper in which reasons are missing says so at its head; the blanks are visible in it. */
function asDraft(paper: Paper, { evaluation, document }: AwardBasis, words: Words): Paper {
  if (reasonGaps({ ...evaluation, document }).length === 0) return paper;
  const { draftWithBlanks } = words.protocol;
  return { ...paper, banner: [draftWithBlanks, paper.banner].filter(Boolean).join(" · ") };
}

/** How notices are made. */
export type NoticeWishes = {
  readonly isRedacted: boolean;
  readonly isInformation: boolean;
  /** Whether the notices say what would have taken the bid to the first place. */
  readonly saysNeeded?: boolean;
  readonly only?: string;
};

/**
 * A notice to each bidder, the winners first. It leaves out the other bidders' secrets and, where
 * the public may read it, also the bidder's own.
 */
export function awardNoticePapers(
  evaluated: AwardBasis,
  how: NoticeWishes,
  words: Words,
): { readonly bid: string; readonly paper: Paper }[] {
  const { evaluation, document } = evaluated;
  const decision = decisionInForce(document);
  const caseOf = (id: string) =>
    caseFor(evaluated, how.isRedacted ? { may: "public" } : { bid: id }, words);
  const recipients = byRank(evaluation).filter(
    ({ bid }) => how.only === undefined || bid.id === how.only,
  );
  const codes = codeLines(document, words);
  if (decision?.kind === "cancellation")
    return recipients.map(({ bid }) => ({
      bid: bid.id,
      paper: dated(cancellationNotice(caseOf(bid.id), bid, decision, codes), evaluated),
    }));
  const found = how.saysNeeded
    ? tippingPoints({ ...evaluation, document: effectiveDocument(document) })
    : undefined;
  const make = how.isInformation ? requestedInformation : awardNotice;
  const modelLines = modelSentences(document, words);
  return recipients.map(({ bid: { id } }) => ({
    bid: id,
    paper: finishedPaper(
      make(caseOf(id), id, {
        needed: found && neededBy(id, found, evaluation),
        isSecret: !isAwarded(document),
        decision,
        codes,
        modelLines,
      }),
      evaluated,
      words,
    ),
  }));
}

/** The sentences about the model; those about a criterion are shown with that criterion. */
function modelSentences(document: AwardBasis["document"], words: Words): string[] {
  return modelFacts(document, words).map((fact) => factSentence(fact, words));
}

/**
 * The price or score steps that would have put a bid first; undefined where there are several
 * winners.
 */
function neededBy(
  id: string,
  { prices, scores }: TippingPoints,
  { document: { criteria, model } }: Evaluation,
): Needed | undefined {
  if (model.winners > 1) return undefined;
  const tip = prices.find(({ bid }) => bid === id);
  const names = new Map(criteria.map((each) => [each.id, each.name]));
  const steps = scores
    .filter(({ bid, leaders }) => bid === id && leaders.join() === id)
    .map(({ criterion, name }) => withId({ id: criterion, name: names.get(criterion) ?? name }));
  return {
    ...(tip && tip.highest !== "any"
      ? { price: { offered: tip.offered, highest: tip.highest } }
      : {}),
    steps: [...new Set(steps)],
  };
}
