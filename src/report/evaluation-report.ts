/**
 * The evaluation report (utvärderingsprotokoll): everything that a decision has to rest on, in the
 * order in which the law asks for it, built from what has been recorded and nothing else. It can
 * serve as the individual report (LOU 12 kap. 15–16 §§); below the thresholds it is documentation
 * (19 kap. 22 §).
 */
import type { Block, Paper } from "../content/paper";
import { dueRow, duesOf } from "./standstill-dates";
import type { Case } from "./redacted-figures";
import type { ProtocolFacts } from "./parts/facts";
import { heading, text } from "./parts/blocks";
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
import { controlsPart, checklistPart, appendixPart, trailPart } from "./parts/controls";

export function evaluationReport(its: Case, facts: ProtocolFacts): Paper {
  const {
    evaluation: { document },
    words,
  } = its;
  const { procurement } = document;
  const say = words.protocol;
  const h = say.headings;
  const opening =
    procurement.procedure === "direct"
      ? say.direct
      : procurement.regime === "directive"
        ? say.report
        : say.documentation;
  const parts: [string, Block[]][] = [
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
    [
      h.procedure,
      reasonPart(
        document.award?.procedureReason,
        !/^(?:negotiated|negotiated-without-notice)$/.test(procurement.procedure),
        its,
      ),
    ],
    [
      h.means,
      reasonPart(
        document.award?.nonElectronicReason,
        document.award?.nonElectronicReason === undefined,
        its,
      ),
    ],
    [h.conflicts, conflictsPart(its)],
    [
      h.lots,
      reasonPart(
        document.award?.lotsReason,
        procurement.lot !== undefined || procurement.regime === "national",
        its,
      ),
    ],
    [h.secrecy, secrecyPart(its)],
    [
      h.dates,
      [
        {
          kind: "table",
          caption: words.dates.title,
          columns: words.dates.columns,
          rows: duesOf(document).map((due) => dueRow(due, words)),
        },
      ],
    ],
    [h.controls, controlsPart(its, facts)],
    [h.checklist, checklistPart(its, facts)],
    [h.appendix, appendixPart(its)],
    [
      h.trail,
      [
        ...trailPart(its, facts),
        ...(facts.trail ? [text(`${say.signed}: ______________________________`)] : []),
      ],
    ],
  ];
  return {
    title: `${say.title} – ${procurement.title}`,
    ...(facts.banner === undefined ? {} : { banner: facts.banner }),
    language: words.language,
    maker: words.maker,
    header: `${procurement.caseNumber} · ${say.title}`,
    blocks: [
      text(opening),
      ...(facts.isRedacted ? [text(words.redactedNote, "note")] : []),
      ...parts.flatMap(([title, blocks], n) => [heading(`${n + 1} ${title}`), ...blocks]),
    ],
  };
}
