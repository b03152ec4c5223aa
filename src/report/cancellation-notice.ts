/**
 * The notice to a bidder that the procurement has been cancelled, with the reasons (LOU 12 kap. 12 §
 * second paragraph, 19 kap. 21 §). It tells nothing of how the bids were evaluated.
 */
import type { Block, Paper } from "../content/paper";
import type { EnteredDecision } from "../core/document/decisions";
import type { Bid } from "../core/document/schema";
import { codesPart, heading, signatureLines, text } from "./parts/blocks";
import { lawText } from "../words/law-text";
import type { ReaderCase } from "./redacted-figures";
import { lawOf } from "../core/law";
import { sentTo } from "./award-notice";
import { duesOf } from "./standstill-dates";

/** The notice to the bidder of one bid. @param codes of the chain's end and the model, a line each */
export function cancellationNotice(
  { evaluation: { document }, words }: ReaderCase,
  { id, bidder, organisationNumber = "" }: Bid,
  decision: EnteredDecision,
  codes: readonly string[],
): Paper {
  const { procurement, award = {} } = document;
  const say = words.decisionPapers.cancellation;
  const { letter } = words;
  const { decidedAt = "", decidedBy = "", designation = "", reason = "" } = decision;
  const law = lawOf("cancellation", procurement);
  const isRegistered = decision.registered !== undefined;
  return {
    title: say.title,
    language: words.language,
    maker: words.maker,
    header: `${procurement.caseNumber} · ${say.title}`,
    ...(isRegistered ? {} : { banner: words.banner }),
    blocks: [
      text(letter.dated(sentTo(document, decision, id), procurement.caseNumber)),
      text(letter.to(bidder, organisationNumber), "strong"),
      text(say.about(procurement.title, procurement.caseNumber, procurement.authority)),
      ...(procurement.lot ? [text(letter.lot(procurement.lot.id, procurement.lot.name))] : []),
      heading(letter.decision),
      isRegistered
        ? text(letter.decided(decidedAt, decidedBy, designation))
        : text(say.draft, "strong"),
      heading(letter.reasons),
      reason === "" ? text(say.noReason, "strong") : text(reason),
      ...(law ? [text(`(${lawText(law, words)})`, "note")] : []),
      ...reviewPart({ document, words }),
      ...(award.contact === undefined ? [] : [text(letter.contact(award.contact))]),
      ...signatureLines(procurement.authority, words),
      ...codesPart(codes, words),
    ],
  };
}

/** Until when a review of the cancellation can be applied for (LOU 20 kap. 12 §). */
function reviewPart({
  document,
  words,
}: Pick<ReaderCase["evaluation"], "document"> & Pick<ReaderCase, "words">): Block[] {
  const say = words.decisionPapers.cancellation;
  const due = duesOf(document).find(({ name }) => name === "review");
  if (!due) return [];
  const court = document.award?.court ?? words.letter.noCourt;
  const law = lawText(due.law, words);
  return [
    due.date === undefined
      ? text(say.reviewDays(court, words.letter.days.unsaid, law))
      : text(say.review(court, due.date, law)),
  ];
}
