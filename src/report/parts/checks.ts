/**
 * How the bids were checked against the requirements, and why some were rejected. Whether a supplier is
 * excluded is another question, with its own part.
 */
import type { BidEvaluation } from "../../core/evaluate";
import type { Bid } from "../../core/document/schema";
import { own } from "../../core/document/schema";
import { requirementsInForce } from "../../core/document/requirements-in-force";
import type { Block } from "../../content/paper";
import { reasonText } from "../../words/sentences";
import type { ReaderCase } from "../redacted-figures";
import { lawIn } from "../../words/law-text";
import { heading, text } from "./blocks";
import { isExclusion } from "./exclusions";
import { orBlank } from "../reason-gaps";
import { namesIn } from "../../core/document/names";

export function checksPart(readerCase: ReaderCase): Block[] {
  const { bids } = readerCase.evaluation;
  const say = readerCase.words.protocol;
  // A bid that its bidder has withdrawn is not rejected.
  const rejections = bids
    .filter(({ bid, standing }) => standing.value === "rejected" && bid.withdrawnAt === undefined)
    .flatMap((bid) => rejectionRows(bid, readerCase));
  return [
    ...checkSummary(readerCase),
    heading(say.rejections, 2),
    ...(rejections.length === 0
      ? [text(say.none)]
      : [
          {
            kind: "table" as const,
            caption: say.rejections,
            columns: [say.bidder, say.reason, say.requirement, say.reference, say.found],
            rows: rejections,
          },
        ]),
  ];
}

/** For each bid and kind of requirement, how many are met and how many there are. */
function checkSummary({ evaluation: { document, bids }, words }: ReaderCase): Block[] {
  const say = words.protocol;
  const inForce = requirementsInForce(document);
  const kinds = (["qualification", "mandatory"] as const).filter((kind) =>
    inForce.some((requirement) => requirement.kind === kind),
  );
  const metOf = (answers: Bid["answers"], kind: (typeof kinds)[number]) => {
    const asked = inForce.filter((requirement) => requirement.kind === kind);
    const verdicts = asked.map(({ id }) => own(answers, id)?.verdict ?? "unchecked");
    if (verdicts.every((verdict) => verdict === "unchecked")) return say.noneChecked;
    return say.checked(verdicts.filter((verdict) => verdict === "met").length, asked.length);
  };
  if (kinds.length === 0) return [];
  return [
    {
      kind: "table",
      caption: say.checkSummary,
      columns: [say.bidder, ...kinds.map((kind) => words.requirementKinds[kind])],
      rows: bids.map(({ bid }) => [
        `${bid.bidder} (${bid.id})`,
        ...kinds.map((kind) => metOf(bid.answers, kind)),
      ]),
    },
  ];
}

/** A row for each reason: the requirement in full, where it was looked at, and what was found. */
function rejectionRows({ bid, reasons }: BidEvaluation, readerCase: ReaderCase): string[][] {
  const {
    evaluation: { document },
    words,
  } = readerCase;
  const { blanks } = words.protocol;
  const names = namesIn(document);
  return reasons
    .filter((each) => !isExclusion(each))
    .map(({ code, id = "" }) => {
      const answer = own(bid.answers, id);
      const requirement = document.requirements.find((each) => each.id === id);
      const asked = (document.clarifications ?? [])
        .filter((each) => each.bid === bid.id && each.of === id)
        .map((each) => each.id);
      const considered =
        code !== "requirement-not-met"
          ? ""
          : asked.length > 0
            ? words.protocol.clarified(
                asked.join(", "),
                lawIn("correction", document.procurement, words),
              )
            : words.protocol.notClarified;
      return [
        `${bid.bidder} (${bid.id})`,
        reasonText({ code, id }, words, names),
        requirement?.text ?? "",
        requirement ? orBlank(answer?.reference, blanks.reference) : "",
        [
          requirement
            ? orBlank(answer?.note, blanks.reason)
            : // A decision to reject has its reasons in the register of bids.
              code === "bid-rejected"
              ? orBlank(bid.reason, blanks.reason)
              : "",
          considered,
        ]
          .filter(Boolean)
          .join(" "),
      ];
    });
}
