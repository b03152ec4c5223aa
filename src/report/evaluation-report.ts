/**
 * The evaluation report (utvärderingsprotokoll): everything that a decision has to rest on, in the
 * order in which the law asks for it, built from what has been recorded and nothing else. It can
 * serve as the individual report (LOU 12 kap. 15–16 §§); below the thresholds it is documentation
 * (19 kap. 22 §).
 */
import type { Block, Paper } from "../content/paper";
import { duesOf } from "./standstill-dates";
import { dueRow } from "./due-text";
import type { Case } from "./redacted-figures";
import type { ProtocolFacts } from "./parts/facts";
import { codesPart, heading, text } from "./parts/blocks";
import {
  procurementPart,
  biddersPart,
  reasonPart,
  conflictsPart,
  secrecyPart,
} from "./parts/procurement";
import { checksPart } from "./parts/checks";
import { modelPart } from "./parts/model";
import { pricesPart } from "./parts/prices";
import { scoresPart } from "./parts/scores";
import { computationPart, rankingPart, losersPart } from "./parts/ranking";
import { clarificationsPart, lowBidsPart } from "./parts/records";
import { controlsPart, checklistPart, appendixPart, recordPart, trailPart } from "./parts/controls";

/** The report as a paper; its parts are numbered in the order of the law. */
export function evaluationReport(its: Case, facts: ProtocolFacts): Paper {
  const {
    evaluation: { document },
    words,
  } = its;
  const { procurement } = document;
  const say = words.protocol;
  return {
    title: `${say.title} – ${procurement.title}`,
    ...(facts.banner === undefined ? {} : { banner: facts.banner }),
    language: words.language,
    maker: words.maker,
    header: `${procurement.caseNumber} · ${say.title}`,
    blocks: [
      text(openingText(its)),
      ...codesPart(facts.codes, words),
      ...(facts.isRedacted ? [text(words.redactedNote, "note")] : []),
      ...partsOf(its, facts).flatMap(([title, blocks], n) => [
        heading(`${n + 1} ${title}`),
        ...blocks,
      ]),
    ],
  };
}

/** Which duty to document the report fulfils. */
function openingText({ evaluation: { document }, words }: Case): string {
  const { procedure, regime } = document.procurement;
  const say = words.protocol;
  if (procedure === "direct") return say.direct;
  return regime === "directive" ? say.report : say.documentation;
}

/** A table of contents: one line for each part. */
function partsOf(its: Case, facts: ProtocolFacts): [title: string, blocks: Block[]][] {
  const { headings: h } = its.words.protocol;
  return [
    [h.procurement, procurementPart(its)],
    [h.bidders, biddersPart(its)],
    [h.checks, checksPart(its)],
    [h.model, modelPart(its, facts)],
    [h.prices, pricesPart(its)],
    [h.scores, scoresPart(its)],
    [h.computation, computationPart(its)],
    [h.ranking, rankingPart(its)],
    [h.clarifications, clarificationsPart(its)],
    [h.lowBids, lowBidsPart(its)],
    [h.losers, losersPart(its)],
    [h.procedure, procedurePart(its)],
    [h.means, meansPart(its)],
    [h.conflicts, conflictsPart(its)],
    [h.lots, lotsPart(its)],
    [h.secrecy, secrecyPart(its)],
    [h.dates, datesPart(its)],
    [h.controls, controlsPart(its, facts)],
    [h.checklist, checklistPart(its, facts)],
    [h.appendix, appendixPart(its)],
    [h.record, recordPart(its, facts)],
    [h.trail, [...trailPart(its, facts), ...signaturePart(its, facts)]],
  ];
}

/** Reasons for a negotiated procedure. */
function procedurePart(its: Case): Block[] {
  const { award, procurement } = its.evaluation.document;
  const isNegotiated = /^(?:negotiated|negotiated-without-notice)$/.test(procurement.procedure);
  return reasonPart(award?.procedureReason, !isNegotiated, its);
}

/** Reasons for other means than electronic ones; without a reason nothing else was used. */
function meansPart(its: Case): Block[] {
  const reason = its.evaluation.document.award?.nonElectronicReason;
  return reasonPart(reason, reason === undefined, its);
}

/** Reasons for not dividing into lots, which only the directive's regime asks for. */
function lotsPart(its: Case): Block[] {
  const { award, procurement } = its.evaluation.document;
  const isAside = procurement.lot !== undefined || procurement.regime === "national";
  return reasonPart(award?.lotsReason, isAside, its);
}

function datesPart({ evaluation: { document }, words }: Case): Block[] {
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
function signaturePart({ words }: Case, { trail }: ProtocolFacts): Block[] {
  return trail ? [text(`${words.protocol.signed}: ______________________________`)] : [];
}
