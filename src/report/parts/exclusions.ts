/**
 * The exclusion of suppliers in papers, apart from the requirements on bids (LOU 13 kap., 19 kap.
 * 17 §): which grounds were examined and found, the hearing, what was decided and why. It excludes
 * nobody, and says of no supplier what nobody has recorded.
 */
import type { Duty } from "../../core/law";
import type { Bid, Exclusion } from "../../core/document/schema";
import { own } from "../../core/document/schema";
import { requirementsInForce } from "../../core/document/requirements-in-force";
import { exclusionRecord, groundsFound } from "../../core/exclusion";
import type { Block } from "../../content/paper";
import { lawIn } from "../../words/law-text";
import type { Words } from "../../words/sv/words";
import { heading, text } from "./blocks";
import type { ReaderCase } from "../redacted-figures";
import { nameOf } from "../redacted-figures";
import { personNamed, signed } from "./records";

/** The codes of the reasons that are about the supplier and not about its bid. */
const ownReasons: ReadonlySet<string> = new Set(["exclusion-ground", "supplier-excluded"]);

/** Whether a reason for a bid's standing is about excluding its supplier. */
export function isExclusion({ code }: { readonly code: string }): boolean {
  return ownReasons.has(code);
}

/** Which grounds were examined on whom, and each record of an exclusion. */
export function exclusionsPart(readerCase: ReaderCase): Block[] {
  const { evaluation, words } = readerCase;
  const { exclusions = [] } = evaluation.document;
  const say = words.exclusion;
  const summary = examinedTable(readerCase);
  if (summary.length === 0 && exclusions.length === 0) return [text(say.none)];
  return [
    ...summary,
    ...(exclusions.length === 0
      ? []
      : [
          heading(say.records, 2),
          {
            kind: "table" as const,
            caption: say.records,
            columns: say.columns,
            rows: exclusions.map((each) => recordRow(each, readerCase)),
          },
        ]),
  ];
}

/** Of each bid, how many published grounds were examined and which were found; nothing without grounds. */
function examinedTable(readerCase: ReaderCase): Block[] {
  const { document } = readerCase.evaluation;
  const say = readerCase.words.exclusion;
  const grounds = requirementsInForce(document).filter(({ kind }) => kind === "exclusion");
  if (grounds.length === 0 || document.bids.length === 0) return [];
  const rowOf = (bid: Bid) => {
    const examined = grounds.filter(({ id }) =>
      ["met", "not-met"].includes(own(bid.answers, id)?.verdict ?? ""),
    );
    const found = groundsFound(document, bid).map((ground) => foundText(ground, bid));
    return [
      nameOf(bid.id, readerCase),
      say.examined(examined.length, grounds.length),
      found.length > 0 ? found.join(" ") : say.noGround(examined.length === grounds.length),
    ];
  };
  return [
    {
      kind: "table",
      caption: say.summary,
      columns: say.summaryColumns,
      rows: document.bids.map(rowOf),
    },
  ];
}

/** "U1: Skatter (s. 3): Skuld hos Kronofogden." */
function foundText(
  ground: { readonly id: string; readonly text: string },
  { answers }: Bid,
): string {
  const { reference = "", note = "" } = own(answers, ground.id) ?? {};
  const where = reference === "" ? "" : ` (${reference})`;
  return `${ground.id}: ${ground.text}${where}${note === "" ? "." : `. ${note}`}`;
}

function recordRow(record: Exclusion, readerCase: ReaderCase): string[] {
  const { words } = readerCase;
  const say = words.exclusion;
  const { decision, reason, decidedBy, decidedAt, notifiedAt } = record;
  return [
    nameOf(record.bid, readerCase),
    groundText(record, readerCase),
    record.circumstances ?? "",
    [
      record.heardAt === undefined
        ? say.notHeard
        : say.heard(record.heardAt, record.answerBy ?? ""),
      answerText(record, say),
    ].join(" "),
    record.reliability === undefined ? "" : words.reliabilities[record.reliability],
    decision === undefined
      ? say.undecided
      : [
          `${words.exclusionDecisions[decision]}.`,
          signed(reason, personNamed(decidedBy, readerCase.evaluation.document), decidedAt),
          notifiedAt === undefined ? "" : say.notified(notifiedAt),
        ]
          .filter(Boolean)
          .join(" "),
  ];
}

function answerText(
  { answer = "", answeredAt = "" }: Exclusion,
  say: Pick<Words["exclusion"], "answered" | "unanswered">,
): string {
  return answer === "" && answeredAt === "" ? say.unanswered : say.answered(answeredAt, answer);
}

const dutyOfGround: { readonly [ground in NonNullable<Exclusion["ground"]>]: Duty } = {
  crime: "exclusionCrime",
  "taxes-established": "exclusionTaxes",
  "taxes-shown": "exclusionTaxes",
  misconduct: "exclusionMisconduct",
  stated: "exclusion",
};

/** The provision of a kind of ground, or of them all where no kind is chosen. */
function lawOfGround({ ground }: Exclusion, { evaluation, words }: ReaderCase): string {
  const duty = ground === undefined ? "exclusion" : dutyOfGround[ground];
  return lawIn(duty, evaluation.document.procurement, words);
}

function groundText(record: Exclusion, readerCase: ReaderCase): string {
  const { words } = readerCase;
  const { ground, requirement = "" } = record;
  if (ground === undefined && requirement === "") return words.protocol.notEntered;
  return words.exclusion.ground(
    ground === undefined ? "" : words.exclusionGrounds[ground],
    requirement,
    lawOfGround(record, readerCase),
  );
}

/**
 * Why a supplier is excluded, for its own notice: the ground, the circumstances, the hearing, whether
 * it has shown that it is reliable, and the reasons. A visible gap stands where nothing was decided.
 */
export function exclusionReasonsPart(readerCase: ReaderCase, bid: Bid): Block[] {
  const { evaluation, words } = readerCase;
  const { document } = evaluation;
  const say = words.exclusion.letter;
  const record = exclusionRecord(document, bid.id)?.record;
  const grounds = groundsFound(document, bid).map((ground) =>
    text(
      say.ground(ground.id, ground.text, lawOfGround(record ?? { bid: bid.id }, readerCase)),
      "strong",
    ),
  );
  if (!record) return [...grounds, text(say.open, "strong")];
  const named = record.ground === undefined ? "" : words.exclusionGrounds[record.ground];
  return [
    ...(grounds.length > 0
      ? grounds
      : [text(say.ground(named, "", lawOfGround(record, readerCase)), "strong")]),
    ...(record.circumstances ? [text(say.circumstances(record.circumstances))] : []),
    ...hearingPart(record, readerCase),
    ...reliabilityPart(record, readerCase),
    ...(record.decision === "excluded"
      ? [
          ...(record.reason ? [text(say.reason(record.reason))] : []),
          text(say.decided(record.decidedAt ?? "", personNamed(record.decidedBy, document) ?? "")),
        ]
      : [text(say.open, "strong")]),
  ];
}

/**
 * Whether the supplier showed that it is reliable (LOU 13 kap. 5 § first paragraph); of taxes and fees,
 * whether they are paid or are to be (third paragraph).
 */
function reliabilityPart(
  { ground, reliability }: Exclusion,
  { evaluation, words }: ReaderCase,
): Block[] {
  if (reliability === undefined) return [];
  const law = lawIn("reliability", evaluation.document.procurement, words);
  const isOfTaxes = ground === "taxes-established" || ground === "taxes-shown";
  const say = words.exclusion.letter;
  return [text(say[isOfTaxes ? "payment" : "reliability"][reliability](law))];
}

function hearingPart(record: Exclusion, { evaluation, words }: ReaderCase): Block[] {
  const say = words.exclusion.letter;
  const { heardAt, answerBy = "" } = record;
  if (heardAt === undefined) return [];
  const law = lawIn("exclusionHearing", evaluation.document.procurement, words);
  return [text([say.heard(heardAt, answerBy, law), answerText(record, say)].join(" "))];
}
