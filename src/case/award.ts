/**
 * The award file as a pane shows it: the verification, comments and signatures, dates, the checklist,
 * and the differences from an earlier version. It performs nothing and knows no host.
 */
import type { JournalReader } from "../procedure/event-text";
import { journalReader, placedValueText } from "../app/event-lines";
import type { Judged } from "../app/assess";
import type { Change, Comparison } from "../app/compare-versions";
import { signOffText } from "../app/sign-off-text";
import { signOffs } from "../journal/sign-offs";
import type { EffectiveChange } from "../app/record-history";
import { effectOf, effectOrNone, recordSections } from "../app/record-tables";
import { causesIn } from "../app/verification/causes";
import type { EvaluationDocument } from "../core/document/schema";
import { withFindings } from "../core/evaluate";
import type { Finding } from "../core/finding";
import { decisionsOf } from "../core/document/decisions";
import { isAwarded, lastOf } from "../core/document/recorded";
import { anchoredFact, anchoringSection } from "../procedure/anchoring";
import { eventText } from "../procedure/event-text";
import { checklistOf, checklistRow } from "../report/checklist";
import { dateFindings } from "../report/date-findings";
import { duesOf } from "../report/standstill-dates";
import { decisionsSection } from "../report/parts/decisions";
import { dueRow } from "../report/due-text";
import type { Section } from "../content/table";
import { stateWord, verdictText } from "../render/verification-terminal";
import type { Places } from "../sheet/locate";
import type { Words } from "../words/sv/words";
import { shortCode } from "../journal/short-code";
import type { Verification } from "../app/verify";
import type { AwardAnswer, FindingAnswer, VerificationAnswer } from "./answers";
import { findingAnswers } from "./finding-answers";
import type { DoubleChecked } from "./review-checks";
import { sectionAnswer } from "./section-answer";

/** @param checked undefined until the case has been evaluated twice */
export function awardAnswer(
  judged: Judged,
  checked: DoubleChecked | undefined,
  words: Words,
): AwardAnswer {
  const { document } = judged;
  const { lot } = document.procurement;
  const published = lastOf(document, "published");
  const anchoring = anchoringSection(document, words);
  const sections = [
    ...(decisionsOf(document).length > 0 ? [decisionsSection(document, words)] : []),
    datesSection(document, words),
    ...checklistSections(judged, checked, words),
    ...(anchoring ? [anchoring] : []),
  ];
  return {
    publishedCode: published?.fingerprint === undefined ? "" : shortCode(published.fingerprint),
    lot: lot === undefined ? "" : words.lots.heading(lot.id, lot.name),
    banner: isAwarded(document) ? "" : words.banner,
    comments: remarks(judged, words),
    sections: sections.map((section) => sectionAnswer(section, words)),
  };
}

/** Comments and signed reviews, in the order they were made. */
function remarks(judged: Judged, words: Words): AwardAnswer["comments"] {
  const { document } = judged;
  const signed = new Map(
    isSignedOff(document) ? signOffs(document, judged.basis).map((each) => [each.event, each]) : [],
  );
  const reader = journalReader(document, words);
  return (document.events ?? [])
    .filter(({ type }) => type === "comment" || type === "signed-off")
    .map((event) => {
      const signOff = signed.get(event);
      return {
        signed: words.cli.group.signed(event.time, event.by),
        place: event.place === undefined ? "" : reader.placeText(event.place),
        text: event.reason ?? words.eventTypes[event.type],
        ...(signOff
          ? { review: { stands: signOff.lapses.length === 0, text: signOffText(signOff, reader) } }
          : {}),
      };
    });
}

/** What a review is held against takes its time to hash, and nobody asks for it where there is none. */
function isSignedOff(document: EvaluationDocument): boolean {
  return lastOf(document, "signed-off") !== undefined;
}

function datesSection(document: EvaluationDocument, words: Words): Section {
  return {
    title: words.dates.title,
    columns: words.dates.columns,
    rows: duesOf(document).map((due) => dueRow(due, words)),
  };
}

/** The two checklists, each with the number of its rows that remain. */
function checklistSections(
  judged: Judged,
  checked: DoubleChecked | undefined,
  words: Words,
): Section[] {
  const { document, evaluation, checks, seal } = judged;
  const figuresAgree =
    checks.every(({ holds }) => holds) && checked?.doubleCheck.equal === checked?.doubleCheck.of;
  const rows = checklistOf(withFindings(evaluation, dateFindings(document)), {
    ...(seal ? { seal: seal.parts.length === 0 ? "same" : "changed" } : {}),
    ...anchoredFact(document),
    ...(isSignedOff(document) ? { basis: judged.basis } : {}),
    ...(checked && checked.doubleCheck.of > 0 ? { figuresAgree } : {}),
  });
  return (["documents", "evaluation"] as const).map((list) => {
    const listed = rows.filter((row) => row.list === list);
    return {
      title: words.checklistLists[list],
      note: words.checklistRemains(listed.filter(({ remains }) => remains).length),
      columns: words.checklistColumns,
      rows: listed.map((row) => checklistRow(row, document.procurement, words)),
    };
  });
}

export function verificationAnswer(
  { document, checks, since, holds, places, history }: Verification,
  words: Words,
): VerificationAnswer {
  const reader = journalReader(document, words);
  const { trail } = words;
  const { causes, follows } = causesIn(checks);
  const effect = (found: (change: EffectiveChange) => boolean) => {
    const change = history.changes.find(found);
    return change ? effectOf(change, reader) : "";
  };
  return {
    holds,
    verdict: verdictText(checks, words),
    checks: checks.map(({ name, state, counts, findings }) => {
      const own = findings.filter((each) => !follows(each));
      const following = findings.filter(follows);
      return {
        title: trail.questions[name],
        state,
        word: stateWord({ name, state, counts }, words),
        said: trail.said[name](counts),
        findings: verifiedFindings(own, places, words),
        count: own.length,
        following: verifiedFindings(following, places, words),
        followingCount: following.length,
      };
    }),
    causes: verifiedFindings(causes, places, words).map((answer, n) => ({
      ...answer,
      effect: effect((change) => isChangeOf(change, causes[n])),
    })),
    since: since.map((event) => ({
      ...eventText(event, reader),
      effect: effect(({ at, kind }) => at === event && kind !== "unrecorded"),
    })),
    sections: recordSections(history, reader).map((section) => sectionAnswer(section, words)),
    proves: trail.proves,
  };
}

/** Whether an unrecorded change is what a finding tells of; the model is changed as a whole. */
function isChangeOf({ kind, part, values }: EffectiveChange, found: Finding | undefined): boolean {
  if (kind !== "unrecorded" || found === undefined) return false;
  return found.code === "published-changed"
    ? part === "model"
    : values.some(({ key }) => key === found.where);
}

/** A cell of a result sheet has no place in the document: the finding itself names it. */
function verifiedFindings(
  findings: readonly Finding[],
  places: Places,
  words: Words,
): FindingAnswer[] {
  return findingAnswers(findings, places, words).map((answer, n) => {
    const cell = findings[n]?.details["cell"];
    return typeof cell === "string" ? { ...answer, cell, place: cell } : answer;
  });
}

/** Two versions as a table: each difference, who recorded it, and its effect by itself. */
export function comparisonSection(
  { changes, effects }: Comparison,
  reader: JournalReader,
): Section {
  const { words, placeText } = reader;
  const text = words.cli.exchange;
  const recordedBy = (by: Change["by"]) =>
    by
      ? [words.cli.group.signed(by.time, by.by), by.reason].filter(Boolean).join(" – ")
      : text.unknownWho;
  return {
    title: text.compareTitle,
    note: changes.length === 0 ? text.same : `${text.together}: ${effectOrNone(effects, reader)}`,
    columns: [text.change, text.before, text.after, text.who, text.effect],
    rows: changes.flatMap(({ differences, by, effects: changeEffects }) =>
      differences.map(({ place, before, after }) => [
        placeText(place),
        placedValueText(place, before, words),
        placedValueText(place, after, words),
        recordedBy(by),
        effectOrNone(changeEffects, reader),
      ]),
    ),
  };
}
