/**
 * How far the checks have come, in the order of the law: exclusion grounds (13 kap.), qualification
 * (14 kap.), requirements on the bid, and in each for every area. It counts; what a bid's standing
 * is decided in core.
 */
import type { Answer, Bid, EvaluationDocument, Requirement } from "../core/document/schema";
import { own } from "../core/document/schema";
import { droppedRequirements, requirementsInForce } from "../core/document/requirements-in-force";
import { MadeOf } from "../core/made-of";

export const stages = [
  "exclusion",
  "qualification",
  "mandatory",
] as const satisfies readonly Requirement["kind"][];

export type Progress = {
  readonly bid: string;
  readonly stage: Requirement["kind"];
  readonly area: string;
  readonly total: number;
  readonly met: number;
  readonly notMet: number;
  readonly clarification: number;
  /** No verdict, or "not examined". */
  readonly open: number;
  /** A second reading is required, and is not there or says otherwise. */
  readonly secondReadingMissing: number;
};

/**
 * A row for each bid, stage and area that has requirements; bids in their order, stages in the
 * law's.
 */
export function progress(document: EvaluationDocument): Progress[] {
  const groups = new Map<string, Requirement[]>();
  for (const each of requirementsInForce(document)) {
    const key = `${stages.indexOf(each.kind)}|${each.area ?? ""}`;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  const ordered = [...groups.values()].sort(
    (a, b) => stages.indexOf(a[0]?.kind ?? "mandatory") - stages.indexOf(b[0]?.kind ?? "mandatory"),
  );
  const dropped = [...droppedRequirements(document)].join("|");
  return document.bids.flatMap((bid) =>
    countedOf.get(bid.answers, [document.requirements, dropped, bid.id], () =>
      ordered.map((group) => counted(bid, group)),
    ),
  );
}

const countedOf = new MadeOf<Bid["answers"], readonly Progress[]>();

function counted(bid: Bid, group: readonly Requirement[]): Progress {
  const count = { met: 0, "not-met": 0, clarification: 0, unchecked: 0, secondReadingMissing: 0 };
  for (const requirement of group) {
    const answer = own(bid.answers, requirement.id);
    count[answer?.verdict ?? "unchecked"] += 1;
    if (secondReading(requirement, answer) !== undefined) count.secondReadingMissing += 1;
  }
  const [first] = group;
  return {
    bid: bid.id,
    stage: first?.kind ?? "mandatory",
    area: first?.area ?? "",
    total: group.length,
    met: count.met,
    notMet: count["not-met"],
    clarification: count.clarification,
    open: count.unchecked,
    secondReadingMissing: count.secondReadingMissing,
  };
}

/** What a second reading lacks, where one is required and a first verdict is there. */
export function secondReading(
  { secondReader }: Requirement,
  answer: Answer | undefined,
): "missing" | "differs" | "same-person" | undefined {
  if (secondReader !== true || (answer?.verdict !== "met" && answer?.verdict !== "not-met"))
    return undefined;
  if (answer.secondVerdict === undefined || (answer.secondReader ?? "") === "") return "missing";
  if (answer.secondReader === answer.checkedBy) return "same-person";
  return answer.secondVerdict === answer.verdict ? undefined : "differs";
}
