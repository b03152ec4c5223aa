/**
 * Registering the award decision once it has been taken. Secrecy is then no longer absolute (OSL 19
 * kap. 3 §). It decides nothing: the award is the authority's.
 */
import { hasSeparateContracts, separateContracts } from "../../core/document/contracts";
import type { Decision, EvaluationDocument, JournalEvent } from "../../core/document/schema";
import { awardOf, registeredDecision } from "../../core/document/decisions";
import type { Evaluation } from "../../core/evaluate";
import { finding } from "../../core/finding";
import type { Signature } from "../../scoring/record-scores";
import type { Words } from "../../words/sv/words";
import type { GivenDecision } from "../decisions";
import { documentOfContract, registerDecision, waitingDecision } from "../decisions";
import { finalisation } from "../milestones";
import type { Acted, TextField } from "./act";
import { act, optional } from "./act";
import { typedMoment } from "../../core/moment";

/**
 * @param awarded ids of the bids that come first, as the evaluation was finalised
 * @returns why it cannot be, also where there is no such bid and nobody has entered whom the decision awards
 */
export function registerAward(
  document: EvaluationDocument,
  by: Signature,
  given: GivenDecision,
  awarded: readonly string[],
): Acted {
  if (!finalisation(document)) return { refused: [finding("not-finalised", "blocking", "bids")] };
  const entered = waitingDecision(documentOfContract(document, given.authority), "award");
  const acted = registerDecision(document, by, "award", {
    ...given,
    ...(awarded.length === 0 ? {} : { awarded: awarded.join(", ") }),
  });
  const isToSomeone = awarded.length > 0 || (entered?.awarded ?? "") !== "";
  return acted.refused || isToSomeone
    ? acted
    : { refused: [finding("award-without-winner", "blocking", "bids")] };
}

/** Whose contract is meant; asked only where each authority has one. */
export function authorityField(kind: Decision["kind"]): TextField {
  return optional({
    option: "--authority <id>",
    choices: ({ document }, { contracts: words }: Words) => [
      { code: "", word: kind === "cancellation" ? words.all : words.choose },
      ...separateContracts(document).map(({ authority: { id, name } }) => ({
        code: id,
        word: name,
      })),
    ],
    isAsked: ({ document }) => hasSeparateContracts(document),
  });
}

/**
 * What every decision takes: when it was taken, by whom, and what it is called. A form begins with
 * what stands on the sheet already.
 */
export function decisionFields(kind: Decision["kind"]): {
  readonly [field in "authority" | "decidedAt" | "decidedBy" | "decision"]: TextField;
} {
  // Which of several contracts the form is about is not known before it is filled in.
  const waiting = (document: EvaluationDocument) =>
    hasSeparateContracts(document) ? undefined : waitingDecision(document, kind);
  return {
    authority: authorityField(kind),
    decidedAt: optional({
      option: "--decided <date>",
      isMoment: true,
      begins: (document) => waiting(document)?.decidedAt ?? "",
    }),
    decidedBy: optional({
      option: "--decided-by <name>",
      begins: (document) => waiting(document)?.decidedBy ?? "",
    }),
    decision: optional({ begins: (document) => waiting(document)?.designation ?? "" }),
  };
}

/** The given texts as keys of a decision; a text that was left out is blank. */
export function givenDecision(given: {
  readonly [field in keyof ReturnType<typeof decisionFields>]: string;
}): GivenDecision {
  const { authority, decidedAt, decidedBy, decision } = given;
  return {
    ...(authority === "" ? {} : { authority }),
    ...(decidedAt === "" ? {} : { decidedAt: typedMoment(decidedAt) }),
    ...(decidedBy === "" ? {} : { decidedBy }),
    ...(decision === "" ? {} : { designation: decision }),
  };
}

/** The bids that come first in the contract, or in the one contract for all. */
function awardedIn({ award, contracts }: Evaluation, authority: string): readonly string[] {
  const contract = contracts.find((each) => each.authority.id === authority);
  return contract ? contract.evaluation.award : award;
}

/** The registration of the award, the last one where each contract has its own. */
function registeredAward(document: EvaluationDocument): JournalEvent | undefined {
  const contracts = separateContracts(document).map((contract) => contract.document);
  const events = (contracts.length === 0 ? [document] : contracts).map(
    (part) => awardOf(part, registeredDecision(part))?.registered,
  );
  return events.every((event) => event !== undefined) ? events.at(-1) : undefined;
}

export const awardAct = act({
  name: "award",
  phase: "award",
  recordsWhatStands: true,
  takes: decisionFields("award"),
  doneBy: registeredAward,
  isOffered: ({ document }) => finalisation(document) !== undefined,
  perform: ({ document, evaluation }, given, by) =>
    registerAward(document, by, givenDecision(given), awardedIn(evaluation, given.authority)),
  tell: (_, words) => words.eventTypes.awarded,
});
