/**
 * What a report says of the procurement itself: its facts, its bidders, the reasons that the law
 * asks for, interests and secrecy. It judges nothing.
 */
import { namesIn } from "../../core/document/names";
import { standingText } from "../../words/sentences";
import { namedId } from "../../words/named-id";
import { momentText } from "../../words/time";
import type { Block } from "../../content/paper";
import { awardInForce } from "../../core/document/decisions";
import type { EvaluationDocument } from "../../core/document/schema";
import type { ReaderCase } from "../redacted-figures";
import { nameOf } from "../redacted-figures";
import { text } from "./blocks";
import { personNamed, signed } from "./records";

export function procurementPart({ evaluation: { document }, words }: ReaderCase): Block[] {
  const { procurement, award = {} } = document;
  const { fields, notEntered } = words.protocol;
  const value =
    award.value === undefined ? notEntered : `${words.number(award.value)} ${procurement.currency}`;
  const rows: [string, string][] = [
    [fields.title, procurement.title],
    [fields.caseNumber, procurement.caseNumber],
    [fields.authority, procurement.authority],
    [fields.subject, award.subject ?? notEntered],
    [fields.value, value],
    ...rulesRows(procurement, words),
    ...(procurement.lot
      ? [[fields.lot, `${procurement.lot.id} ${procurement.lot.name}`] as [string, string]]
      : []),
    ...momentRows(document, words),
    [fields.subcontracting, award.subcontracting ?? notEntered],
  ];
  return [
    {
      kind: "table",
      caption: words.protocol.headings.procurement,
      columns: [fields.field, fields.content],
      rows,
    },
  ];
}

/** The last day for bids, the opening and the award decision. */
function momentRows(document: EvaluationDocument, words: ReaderCase["words"]): [string, string][] {
  const { deadline, openedAt, openedBy } = document.award ?? {};
  const { decidedAt, decidedBy, designation } = awardInForce(document) ?? {};
  const { fields, notEntered } = words.protocol;
  const at = (moment: string | undefined, ...by: readonly (string | undefined)[]) =>
    moment === undefined ? notEntered : [momentText(moment), ...by].filter(Boolean).join(", ");
  return [
    [fields.deadline, at(deadline)],
    [fields.opened, at(openedAt, openedBy)],
    [fields.decided, at(decidedAt, personNamed(decidedBy, document), designation)],
  ];
}

/** The rules and the procedure, and what else decides which provisions hold, as far as it is said. */
function rulesRows(
  {
    regime,
    procedure,
    services,
    agreement,
    renewedCompetition: renewed,
  }: EvaluationDocument["procurement"],
  words: ReaderCase["words"],
): [string, string][] {
  const { fields, notified } = words.protocol;
  const rows: [string, string | undefined][] = [
    [fields.regime, procedure === "direct" ? fields.directAward : words.regimes[regime]],
    // The present 19 kap. names no procedure: the documents say how it is carried out (9 §).
    [fields.procedure, procedure === "simplified" ? notified : words.procedures[procedure]],
    [fields.services, services && words.services[services]],
    [fields.agreement, agreement && words.agreements[agreement]],
    [fields.renewedCompetition, renewed && words.renewedCompetitions[renewed]],
  ];
  return rows.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

export function biddersPart(readerCase: ReaderCase): Block[] {
  const {
    evaluation: { bids },
    words,
  } = readerCase;
  const say = words.protocol;
  return [
    {
      kind: "table",
      caption: say.headings.bidders,
      columns: [say.bidder, say.organisation, say.standing],
      rows: bids.map((each) => [
        nameOf(each.bid.id, readerCase),
        each.bid.organisationNumber ?? "",
        standingText(each, words),
      ]),
    },
  ];
}

export function reasonPart(
  reason: string | undefined,
  isAside: boolean,
  { words }: ReaderCase,
): Block[] {
  const say = words.protocol;
  return [
    text(
      reason === undefined || reason === ""
        ? isAside
          ? say.notApplicable
          : say.notEntered
        : reason,
    ),
  ];
}

export function conflictsPart({ evaluation: { document }, words }: ReaderCase): Block[] {
  const say = words.protocol;
  if (document.evaluators.length === 0) return [text(say.noEvaluators)];
  return [
    {
      kind: "table",
      caption: say.headings.conflicts,
      columns: [say.evaluator, say.conflict, say.interests, say.measure],
      rows: document.evaluators.map(
        ({ id, name, conflictDeclared, declaredAt = "", interests = "", measure = "" }) => [
          `${name} (${id})`,
          conflictDeclared === undefined
            ? say.undeclared
            : `${conflictDeclared ? words.flags.yes : words.flags.no}${declaredAt === "" ? "" : ` (${momentText(declaredAt)})`}`,
          interests,
          measure,
        ],
      ),
    },
  ];
}

export function secrecyPart(readerCase: ReaderCase): Block[] {
  const {
    evaluation: { document },
    words,
  } = readerCase;
  const say = words.protocol;
  const { confidential = [] } = document;
  if (confidential.length === 0) return [text(say.none)];
  const names = namesIn(document);
  return [
    ...complementsPart(readerCase),
    {
      kind: "table",
      caption: say.headings.secrecy,
      columns: say.secrecyColumns,
      rows: confidential.map(
        ({ bid, subject, of = "", reason = "", decision, decidedBy, decidedAt }) => [
          nameOf(bid, readerCase),
          [words.confidentialSubjects[subject], of && namedId(of, names)].filter(Boolean).join(" "),
          reason,
          decision
            ? signed(
                words.confidentialDecisions[decision],
                personNamed(decidedBy, document),
                decidedAt,
              )
            : say.undecided,
        ],
      ),
    },
  ];
}

/** What is masked although nobody asked for it, and why; nothing where nothing is. */
export function complementsPart(readerCase: ReaderCase): Block[] {
  const { evaluation, secrets, words } = readerCase;
  const { priceItems } = evaluation.document;
  const { maskedToo, complements: say } = words.protocol;
  if (secrets.complements.length === 0) return [];
  const rowName = (id: string) =>
    [id, priceItems.find((item) => item.id === id)?.name].filter(Boolean).join(" ");
  const items = secrets.complements.map(({ bid, figure, row = "", protects }) => {
    const named = nameOf(bid, readerCase);
    if (figure === "row") return say.row(named, rowName(row));
    return figure === "total" ? say.total(named) : say.result(named, nameOf(protects, readerCase));
  });
  return [text(maskedToo, "note"), { kind: "list", items }];
}
