/**
 * The evaluation report (utvärderingsprotokoll): everything that a decision has to rest on, in the
 * order in which the law asks for it, built from what has been recorded and nothing else. It can
 * serve as the individual report (LOU 12 kap. 15–16 §§); below the thresholds it is documentation
 * (19 kap. 22 §).
 */
import type { Block, Paper } from "../content/paper";
import { provisionOf } from "../core/law";
import { lawIn } from "../words/law-text";
import { duesOf } from "./standstill-dates";
import { dueRow } from "./due-text";
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
import { pricesPart } from "./parts/prices";
import { scoresPart } from "./parts/scores";
import { computationPart, rankingPart, losersPart } from "./parts/ranking";
import { summaryPart } from "./parts/summary";
import { decisionsPart } from "./parts/decisions";
import { organisationPart } from "./parts/organisation";
import { clarificationsPart, lowBidsPart } from "./parts/records";
import { controlsPart, checklistPart, appendixPart, recordPart, trailPart } from "./parts/controls";

/** The report as a paper; its parts are numbered in the order of the law. */
export function evaluationReport(readerCase: ReaderCase, facts: ReportFacts): Paper {
  const {
    evaluation: { document },
    words,
  } = readerCase;
  const { procurement } = document;
  const say = words.protocol;
  return {
    title: `${say.title} – ${procurement.title}`,
    ...(facts.banner === undefined ? {} : { banner: facts.banner }),
    language: words.language,
    maker: words.maker,
    header: `${procurement.caseNumber} · ${say.title}`,
    blocks: [
      text(openingText(readerCase)),
      ...summaryPart(readerCase),
      ...codesPart(facts.codes, words),
      ...(facts.isRedacted ? [text(words.redactedNote, "note")] : []),
      ...partsOf(readerCase, facts).flatMap(([title, blocks], n) => [
        heading(`${n + 1} ${title}`),
        ...blocks,
      ]),
    ],
  };
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

/** A table of contents: one line for each part. */
function partsOf(readerCase: ReaderCase, facts: ReportFacts): [title: string, blocks: Block[]][] {
  const { headings: h } = readerCase.words.protocol;
  return [
    [h.procurement, procurementPart(readerCase)],
    [readerCase.words.organisation.title, organisationPart(readerCase, facts)],
    [h.bidders, biddersPart(readerCase)],
    [readerCase.words.exclusion.heading, exclusionsPart(readerCase)],
    [h.checks, checksPart(readerCase)],
    [h.model, modelPart(readerCase, facts)],
    [h.prices, pricesPart(readerCase)],
    [h.scores, scoresPart(readerCase)],
    [h.computation, computationPart(readerCase)],
    [h.ranking, rankingPart(readerCase)],
    [readerCase.words.decisionPapers.title, decisionsPart(readerCase)],
    [h.clarifications, clarificationsPart(readerCase)],
    [h.lowBids, lowBidsPart(readerCase)],
    [h.losers, losersPart(readerCase)],
    [h.procedure, procedurePart(readerCase)],
    [h.means, meansPart(readerCase)],
    [h.conflicts, conflictsPart(readerCase)],
    [h.lots, lotsPart(readerCase)],
    [h.secrecy, secrecyPart(readerCase)],
    [h.dates, datesPart(readerCase)],
    [h.controls, controlsPart(readerCase, facts)],
    [h.checklist, checklistPart(readerCase, facts)],
    [h.appendix, appendixPart(readerCase)],
    [h.record, recordPart(readerCase, facts)],
    [h.trail, [...trailPart(readerCase, facts), ...signaturePart(readerCase, facts)]],
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
