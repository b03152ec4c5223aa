/**
 * What shows that the report can be trusted: checks of the arithmetic, the checklist, the
 * requirements one by one, the journal.
 */
import { hasLeft } from "../../core/departures";
import type { Finding } from "../../core/finding";
import { decimalPattern } from "../../core/number";
import type { Bid, Requirement } from "../../core/document/schema";
import { own } from "../../core/document/schema";
import { requirementsInForce } from "../../core/document/requirements-in-force";
import type { Block } from "../../content/paper";
import { acceptedText } from "../../words/sentences";
import { withId } from "../../words/named-id";
import type { Words } from "../../words/sv/words";
import { checklistRow } from "../checklist";
import type { ReaderCase } from "../redacted-figures";
import { nameOf } from "../redacted-figures";
import { idRanges } from "../id-ranges";
import type { ReportFacts } from "./facts";
import { heading, text } from "./blocks";
import { bidOf, rootOf } from "../../core/place";

export function controlsPart(
  readerCase: ReaderCase,
  { doubleCheck, selfChecks }: ReportFacts,
): Block[] {
  const { evaluation, secrets, words } = readerCase;
  const say = words.protocol;
  const rows = [
    [say.doubleCheck, say.equalOf(doubleCheck.equal, doubleCheck.of)],
    ...selfChecks.map(({ name, holds }) => [name, words.limits[holds ? "met" : "not-met"]]),
  ];
  const shown = evaluation.findings.filter((each) => !mayTell(each, secrets));
  const left = evaluation.findings.length - shown.length;
  return [
    { kind: "table", caption: say.controls, columns: [say.control, say.outcome], rows },
    heading(say.openFindings, 2),
    shown.length === 0
      ? text(say.none)
      : {
          kind: "list",
          items: shown.map(
            (each) => `${words.severities[each.severity]}: ${acceptedText(each, words)}`,
          ),
        },
    ...(left === 0 ? [] : [text(say.findingsLeftOut(left), "note")]),
  ];
}

/**
 * Whether a finding's sentence may tell a secret: it is about a bid or a record that has one, or tells
 * a figure, which a masked price may be part of, as a median of the other bids is.
 */
function mayTell({ where, details }: Finding, { bids, amounts }: ReaderCase["secrets"]): boolean {
  if (bids.size === 0) return false;
  const isOfSecret = bids.has(String(details["bid"] ?? bidOf(where) ?? ""));
  const isOfRecord = ["clarifications", "exclusions", "lowBids", "offers"].includes(rootOf(where));
  const hasFigure = Object.values(details).some(
    (detail) => typeof detail === "string" && decimalPattern.test(detail),
  );
  return isOfSecret || isOfRecord || (amounts.size > 0 && hasFigure);
}

export function checklistPart(
  { evaluation: { document }, words }: ReaderCase,
  { checklist }: ReportFacts,
): Block[] {
  return [
    text(words.checklistRemains(checklist.filter(({ remains }) => remains).length)),
    ...(["documents", "evaluation"] as const).map((list): Block => ({
      kind: "table",
      caption: words.checklistLists[list],
      columns: words.checklistColumns,
      rows: checklist
        .filter((each) => each.list === list)
        .map((each) => checklistRow(each, document.procurement, words)),
    })),
  ];
}

/**
 * The verdict on every requirement: those that every examined bid meets by area, the others each with
 * its text. A bid that has been withdrawn, or rejected by a decision, is not examined. Grounds for
 * exclusion are nothing that a bid meets, and have a part of their own.
 */
export function appendixPart(readerCase: ReaderCase): Block[] {
  const {
    evaluation: { document },
    words,
  } = readerCase;
  const say = words.protocol;
  const bids = document.bids.filter((bid) => !hasLeft(bid));
  const inForce = requirementsInForce(document).filter(({ kind }) => kind !== "exclusion");
  if (inForce.length === 0 || bids.length === 0) return [text(say.none)];
  const isMetByAll = ({ id }: Requirement) =>
    bids.every(({ answers }) => own(answers, id)?.verdict === "met");
  const metByAll = inForce.filter(isMetByAll);
  const others = inForce.filter((requirement) => !isMetByAll(requirement));
  return [
    text(
      say.requirementNote(
        bids.map(({ id }) => nameOf(id, readerCase)).join(", "),
        metByAll.length,
        inForce.length,
      ),
    ),
    ...(metByAll.length === 0 ? [] : [metByArea(metByAll, words)]),
    ...(others.length === 0
      ? []
      : [
          {
            kind: "table",
            caption: say.requirementTable,
            columns: [words.headers.requirements.id, say.requirement, say.verdict],
            rows: others.map(({ id, text: what }) => [id, what, verdictsText(id, bids, words)]),
          } as const,
        ]),
  ];
}

/** The requirements that every examined bid meets: how many in each area, and which. */
function metByArea(requirements: readonly Requirement[], words: Words): Block {
  const areas = new Map<string, string[]>();
  for (const { area = "", id } of requirements) areas.set(area, [...(areas.get(area) ?? []), id]);
  const say = words.protocol;
  return {
    kind: "table",
    caption: say.metByAll,
    columns: [words.headers.requirements.area, say.count, words.headers.requirements.id],
    figures: [1],
    rows: [...areas].map(([area, ids]) => [area, words.number(String(ids.length)), idRanges(ids)]),
  };
}

/** One verdict where it is the same for all, otherwise each verdict with its bids. */
function verdictsText(requirement: string, bids: readonly Bid[], words: Words): string {
  const given = bids.map(({ id, bidder, answers }) => ({
    name: withId({ id, name: bidder }),
    verdict: words.verdicts[own(answers, requirement)?.verdict ?? "unchecked"],
  }));
  const different = [...new Set(given.map(({ verdict }) => verdict))];
  if (different.length === 1) return different.join("");
  const bidsWith = (verdict: string) =>
    given.filter((each) => each.verdict === verdict).map(({ name }) => name);
  return different.map((each) => `${each}: ${bidsWith(each).join(", ")}`).join("; ");
}

/** The history of what decides, a table each; of a longer one the last rows. */
export function recordPart(
  { words }: ReaderCase,
  { record }: Pick<ReportFacts, "record">,
): Block[] {
  const say = words.protocol;
  return record.flatMap(({ title, note, columns, rows }) => {
    const printed = rows.slice(-mostEvents).map((row) => row.map(String));
    return [
      heading(title, 2),
      ...(note === undefined ? [] : [text(note, "note")]),
      ...(printed.length < rows.length ? [text(say.shownOf(printed.length, rows.length))] : []),
      ...(printed.length > 0
        ? [{ kind: "table", caption: title, columns, rows: printed } as const]
        : []),
    ];
  });
}

/** So many events are printed; all of them are in the workbook, and the end code binds them. */
const mostEvents = 400;

export function trailPart(
  { words }: ReaderCase,
  { trail, history }: Pick<ReportFacts, "trail" | "history">,
): Block[] {
  const say = words.protocol;
  if (!trail) return [text(say.noTrail)];
  const printed = history.slice(-mostEvents);
  return [
    text(say.trailNote(trail.count, trail.code), "strong"),
    text(say.headHash(trail.head)),
    text(words.trail.proves, "note"),
    ...(printed.length < history.length ? [text(say.shownOf(printed.length, history.length))] : []),
    {
      kind: "table",
      caption: say.headings.trail,
      columns: [say.number, say.time, say.what, say.change, say.reason],
      rows: printed,
    },
  ];
}
