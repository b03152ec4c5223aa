/**
 * Findings about how the requirements were checked: the order of the checks, second readings, and
 * verdicts without a signature. No verdict is judged here.
 */
import type { Answer, Bid, EvaluationDocument, Requirement } from "../../core/document/schema";
import { own } from "../../core/document/schema";
import { hasJournal } from "../../core/document/recorded";
import { MadeOf } from "../../core/made-of";
import { requirementsInForce } from "../../core/document/requirements-in-force";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import type { CodesOf } from "../../core/findings/catalogue";
import { secondReading } from "../check-progress";
import { answerAt } from "../../core/place";

/** LOU 4 kap. 12 §: in an open procedure bids may be evaluated before the supplier is checked. */
export function orderFindings(document: EvaluationDocument): Finding[] {
  const { checkOrder, procedure, regime } = document.procurement;
  if (checkOrder === "bid-first")
    return procedure === "open" || regime === "national"
      ? []
      : [finding("check-order-not-open", "blocking", "procurement.checkOrder")];
  if (checkOrder !== "supplier-first") return [];
  const ofSupplier = requirementsInForce(document).filter(({ kind }) => kind !== "mandatory");
  return document.bids.flatMap((bid) => {
    const { id, bidder } = bid;
    const unsettled = ofSupplier.filter((requirement) => !isSettled(bid, requirement));
    const [first] = unsettled;
    return first && isScored(bid)
      ? [
          finding("scored-before-check", "warning", answerAt(id, first.id, "verdict"), {
            bid: id,
            bidder,
            count: unsettled.length,
          }),
        ]
      : [];
  });
}

function isSettled({ answers }: Bid, { id }: Requirement): boolean {
  return ["met", "not-met"].includes(own(answers, id)?.verdict ?? "");
}

function isScored({ scores }: Bid): boolean {
  return Object.values(scores).some(
    ({ value, assessments }) => value !== undefined || assessments !== undefined,
  );
}

type ReadingCode = CodesOf<"second-reading" | "signatures">;

const codeOfSecondReading = {
  missing: "second-reading-missing",
  differs: "second-reading-differs",
  "same-person": "second-reading-same-person",
} as const;

const columnOfReading: { readonly [code in ReadingCode]: keyof Answer } = {
  "second-reading-missing": "secondReader",
  "second-reading-differs": "secondVerdict",
  "second-reading-same-person": "secondReader",
  "verdict-unsigned": "checkedBy",
};

const found = new MadeOf<Bid["answers"], readonly Finding[]>();

/**
 * Second readings that a requirement asks for and that are missing or differ. In a document with a
 * journal, also verdicts without a signature. One finding for each bid and code.
 */
export function readingFindings(document: EvaluationDocument): Finding[] {
  const requirements = requirementsInForce(document);
  const mustSign = hasJournal(document);
  return document.bids.flatMap((bid) =>
    found.get(bid.answers, [requirements, mustSign, bid.id, bid.bidder], () =>
      readingFindingsOf(bid, requirements, mustSign),
    ),
  );
}

function readingFindingsOf(
  { id: bid, bidder, answers }: Bid,
  requirements: readonly Requirement[],
  mustSign: boolean,
): Finding[] {
  const idsByCode = new Map<ReadingCode, string[]>();
  for (const requirement of requirements) {
    for (const code of readingCodes(requirement, own(answers, requirement.id), mustSign)) {
      const ids = idsByCode.get(code);
      if (ids) ids.push(requirement.id);
      else idsByCode.set(code, [requirement.id]);
    }
  }
  return [...idsByCode].map(([code, ids]) =>
    finding(
      code,
      code === "verdict-unsigned" ? "warning" : "open",
      answerAt(bid, ids[0] ?? "", columnOfReading[code]),
      { bid, bidder, count: ids.length, ids },
    ),
  );
}

function readingCodes(
  requirement: Requirement,
  answer: Answer | undefined,
  mustSign: boolean,
): ReadingCode[] {
  const second = secondReading(requirement, answer);
  const isUnsigned =
    mustSign &&
    answer?.verdict !== undefined &&
    answer.verdict !== "unchecked" &&
    ((answer.checkedBy ?? "") === "" || answer.checkedAt === undefined);
  return [
    ...(second ? [codeOfSecondReading[second]] : []),
    ...(isUnsigned ? (["verdict-unsigned"] as const) : []),
  ];
}
