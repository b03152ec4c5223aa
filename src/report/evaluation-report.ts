/**
 * The evaluation report (utvärderingsprotokoll): first what was decided and why, then what an
 * individual report must show in the order of LOU 12 kap. 16 §, then all else that the decision rests
 * on; long tables are appendices. It is built from what has been recorded and nothing else. Below the
 * thresholds it is documentation (19 kap. 22 §).
 */
import type { Block, Paper } from "../content/paper";
import { provisionOf } from "../core/law";
import { lawIn } from "../words/law-text";
import { wordsOfStage } from "../words/words-of-stage";
import { duesOf } from "./standstill-dates";
import { dueRow } from "./due-text";
import { isPriced } from "./price-as-used";
import type { ReaderCase } from "./redacted-figures";
import type { ReportFacts } from "./parts/facts";
import { codesPart, heading, text } from "./parts/blocks";
import {
  procurementPart,
  biddersPart,
  reasonPart,
  conflictsPart,
  secrecyPart,
} from "./parts/procurement";
import { checksPart } from "./parts/checks";
import { exclusionsPart } from "./parts/exclusions";
import { modelPart } from "./parts/model";
import { pricesPart, priceRowsPart } from "./parts/prices";
import { scoresPart } from "./parts/scores";
import { computationPart, rankingPart, losersPart } from "./parts/ranking";
import { summaryPart } from "./parts/summary";
import { decisionsPart } from "./parts/decisions";
import { organisationPart } from "./parts/organisation";
import { clarificationsPart, lowBidsPart } from "./parts/records";
import { controlsPart, checklistPart, appendixPart, recordPart, trailPart } from "./parts/controls";

/** A report, and the appendices that its reader may want apart. */
export type Report = {
  readonly body: Paper;
  readonly appendices: readonly Paper[];
};

/** The report with its appendices after it, each on a page of its own. */
export function evaluationReport(readerCase: ReaderCase, facts: ReportFacts): Paper {
  const { body, appendices } = reportInParts(readerCase, facts);
  return {
    ...body,
    blocks: [
      ...body.blocks,
      ...appendices.flatMap(({ title, blocks }) => [
        { ...heading(title), startsPage: true } as const,
        ...blocks,
      ]),
    ],
  };
}

/** The report and each appendix as a paper of its own; the report names them. */
export function reportInParts(given: ReaderCase, facts: ReportFacts): Report {
  const { procurement } = given.evaluation.document;
  const words = wordsOfStage(procurement, given.words);
  const readerCase: ReaderCase = { ...given, words };
  const say = words.protocol;
  const paper = (title: string, blocks: readonly Block[], part?: string): Paper => ({
    title,
    ...(facts.banner === undefined ? {} : { banner: facts.banner }),
    language: words.language,
    maker: words.maker,
    header: [procurement.caseNumber, say.title, part].filter(Boolean).join(" · "),
    blocks,
  });
  const appendices = appendicesOf(readerCase, facts).map(([title, blocks], n) =>
    paper(say.appendix(n + 1, title), blocks, say.appendix(n + 1, title)),
  );
  const parts = partsOf(readerCase, facts).flatMap(([title, blocks], n) => [
    heading(`${n + 1} ${title}`),
    ...blocks,
  ]);
  const body = paper(`${say.title} – ${procurement.title}`, [
    text(openingText(readerCase)),
    ...summaryPart(readerCase),
    ...codesPart(facts.codes, words),
    ...(facts.isRedacted ? [text(words.redactedNote, "note")] : []),
    ...parts,
    heading(say.appendices, 2),
    { kind: "list", items: appendices.map(({ title }) => title) },
    ...signaturePart(readerCase, facts),
  ]);
  return { body, appendices };
}

/** Which duty to document the report fulfils. */
function openingText({ evaluation: { document }, words }: ReaderCase): string {
  const { procurement } = document;
  const say = words.protocol;
  const report = lawIn("report", procurement, words);
  if (report !== "" && procurement.stage !== "selection") return say.report(report);
  const law = lawIn("documentation", procurement, words);
  return procurement.procedure === "direct" ? say.direct(law) : say.documentation(law);
}

type Part = [title: string, blocks: Block[]];

/** A table of contents: one line for each part. */
function partsOf(readerCase: ReaderCase, facts: ReportFacts): Part[] {
  const { words } = readerCase;
  const { headings: h } = words.protocol;
  return [
    ...reasonsInOrder(readerCase),
    [h.procurement, procurementPart(readerCase)],
    [words.organisation.title, organisationPart(readerCase, facts)],
    [h.bidders, biddersPart(readerCase)],
    [words.exclusion.heading, exclusionsPart(readerCase)],
    [h.checks, checksPart(readerCase)],
    [h.model, modelPart(readerCase, facts)],
    ...(isPriced(readerCase.evaluation) ? [[h.prices, pricesPart(readerCase)] satisfies Part] : []),
    [h.computation, computationPart(readerCase)],
    [h.ranking, rankingPart(readerCase)],
    [words.decisionPapers.title, decisionsPart(readerCase)],
    [h.clarifications, clarificationsPart(readerCase)],
    [h.lots, lotsPart(readerCase)],
    [h.secrecy, secrecyPart(readerCase)],
    [h.dates, datesPart(readerCase)],
    [h.controls, controlsPart(readerCase, facts)],
    [h.checklist, checklistPart(readerCase, facts)],
  ];
}

/** What 12 kap. 16 § asks for, in its order; where no individual report is due, what is entered of it. */
function reasonsInOrder(readerCase: ReaderCase): Part[] {
  const { document } = readerCase.evaluation;
  const { headings: h } = readerCase.words.protocol;
  const { procedureReason, nonElectronicReason } = document.award ?? {};
  const isReport = provisionOf("report", document.procurement) !== undefined;
  return [
    ...(document.procurement.stage === "selection"
      ? []
      : [[h.lowBids, lowBidsPart(readerCase)] satisfies Part]),
    [h.losers, losersPart(readerCase)],
    ...(isReport || procedureReason !== undefined
      ? [[h.procedure, procedurePart(readerCase)] satisfies Part]
      : []),
    ...(isReport || nonElectronicReason !== undefined
      ? [[h.means, meansPart(readerCase)] satisfies Part]
      : []),
    [h.conflicts, conflictsPart(readerCase)],
  ];
}

/** Long tables, which few read from beginning to end; prices by row only where bids have rows. */
function appendicesOf(readerCase: ReaderCase, facts: ReportFacts): Part[] {
  const { headings: h } = readerCase.words.protocol;
  const rows = priceRowsPart(readerCase);
  return [
    ...(rows.length > 0 ? [[h.priceRows, rows] satisfies Part] : []),
    [h.scores, scoresPart(readerCase)],
    [h.appendix, appendixPart(readerCase)],
    [h.record, recordPart(readerCase, facts)],
    [h.trail, trailPart(readerCase, facts)],
  ];
}

/** Reasons for a negotiated procedure. */
function procedurePart(readerCase: ReaderCase): Block[] {
  const { award, procurement } = readerCase.evaluation.document;
  const { procedure, regime } = procurement;
  const isReasoned = regime === "directive" && procedure.startsWith("negotiated");
  return reasonPart(award?.procedureReason, !isReasoned, readerCase);
}

/** Reasons for other means than electronic ones; without a reason nothing else was used. */
function meansPart(readerCase: ReaderCase): Block[] {
  const reason = readerCase.evaluation.document.award?.nonElectronicReason;
  return reasonPart(reason, reason === undefined, readerCase);
}

/** Reasons for not dividing into lots, which only the directive's regime asks for. */
function lotsPart(readerCase: ReaderCase): Block[] {
  const { award, procurement } = readerCase.evaluation.document;
  const isAside = procurement.lot !== undefined || provisionOf("lots", procurement) === undefined;
  return reasonPart(award?.lotsReason, isAside, readerCase);
}

function datesPart({ evaluation: { document }, words }: ReaderCase): Block[] {
  return [
    {
      kind: "table",
      caption: words.dates.title,
      columns: words.dates.columns,
      rows: duesOf(document).map((due) => dueRow(due, words)),
    },
  ];
}

/** The line to sign a report on that has a journal behind it. */
function signaturePart({ words }: ReaderCase, { trail }: ReportFacts): Block[] {
  return trail ? [text(`${words.protocol.signed}: ______________________________`)] : [];
}
