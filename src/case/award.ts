/**
 * The award file as a pane shows it: whether the file holds, what has been said and signed about it,
 * and what differs from an earlier version. It performs nothing and knows no host.
 */
import type { Judged } from "../app/evaluate-workbook";
import type { Change, Comparison, Effect } from "../app/compare-versions";
import { withFindings } from "../core/evaluate";
import { isAwarded } from "../core/document/recorded";
import { eventText } from "../procedure/tables";
import { checklistOf, checklistRow } from "../report/checklist";
import { dateFindings, dueRow, duesOf } from "../report/standstill-dates";
import type { Result } from "../report/result";
import type { Section } from "../content/table";
import { verdictText } from "../render/verification-terminal";
import { documentPlaceText } from "../sheet/place-text";
import type { Words } from "../words/sv/words";
import { shortCode } from "../journal/short-code";
import type { Verification } from "../app/verify";
import type { AwardAnswer, FindingAnswer, SectionAnswer, VerificationAnswer } from "./answers";
import { lastOf } from "../core/document/recorded";

/** Where the file stands on its way to a decision. */
export function awardAnswer(
  its: Judged,
  checked: Pick<Result, "doubleCheck"> | undefined,
  section: (each: Section) => SectionAnswer,
  words: Words,
): AwardAnswer {
  const { document, evaluation, checks, seal } = its;
  const figuresAgree =
    checks.every(({ holds }) => holds) && checked?.doubleCheck.equal === checked?.doubleCheck.of;
  const lines = checklistOf(withFindings(evaluation, dateFindings(document)), {
    ...(seal ? { seal: seal.parts.length === 0 ? "same" : "changed" } : {}),
    basis: its.basis,
    ...(checked && checked.doubleCheck.of > 0 ? { figuresAgree } : {}),
  });
  const sections = [
    {
      title: words.dates.title,
      columns: words.dates.columns,
      rows: duesOf(document).map((due) => dueRow(due, words)),
    },
    ...(["documents", "evaluation"] as const).map((list) => ({
      title: words.checklistLists[list],
      note: words.checklistRemains(
        lines.filter((each) => each.list === list && each.remains).length,
      ),
      columns: words.checklistColumns,
      rows: lines
        .filter((each) => each.list === list)
        .map((each) => checklistRow(each, document.procurement.regime, words)),
    })),
  ];
  const published = lastOf(document, "published");
  return {
    publishedCode: published?.fingerprint === undefined ? "" : shortCode(published.fingerprint),
    banner: isAwarded(document) ? "" : words.banner,
    comments: (document.events ?? [])
      .filter(({ type }) => type === "comment" || type === "signed-off")
      .map((each) => ({
        signed: eventText(each, words).signed,
        place: each.place === undefined ? "" : documentPlaceText(each.place, words),
        text: each.reason ?? words.eventTypes[each.type],
        isSignature: each.type === "signed-off",
      })),
    sections: sections.map(section),
  };
}

export function verificationAnswer(
  { checks, since, holds }: Verification,
  findings: (of: Verification["checks"][number]["findings"]) => FindingAnswer[],
  words: Words,
): VerificationAnswer {
  const { trail } = words;
  return {
    holds,
    verdict: verdictText(checks, words),
    checks: checks.map(({ name, state, counts, findings: own }) => ({
      title: trail.questions[name],
      state,
      word: trail.states[state],
      said: trail.said[name](counts),
      findings: findings(own),
      count: own.length,
    })),
    since: since.map((each) =>
      Object.values(eventText(each, words))
        .filter((part) => part !== "")
        .join("  "),
    ),
    proves: trail.proves,
  };
}

/** What a difference does to results and ranks; nothing is given where that has not been tried. */
export function effectText(effects: readonly Effect[] | undefined, words: Words): string {
  const text = words.cli.exchange;
  if (effects === undefined) return text.unasked;
  return effects.length === 0
    ? text.none
    : effects
        .map(({ bid, before, after, rankBefore, rankAfter }) =>
          text.effectOf(bid, words.number(before), words.number(after), rankBefore, rankAfter),
        )
        .join("; ");
}

/** Two versions as a table: what differs, who recorded it, and what it does by itself. */
export function comparisonSection({ changes, effects }: Comparison, words: Words): Section {
  const text = words.cli.exchange;
  const who = (by: Change["by"]) =>
    by
      ? [words.cli.group.signed(by.time, by.by), by.reason].filter(Boolean).join(" – ")
      : text.unknownWho;
  return {
    title: text.compareTitle,
    note: changes.length === 0 ? text.same : `${text.together}: ${effectText(effects, words)}`,
    columns: [text.change, text.before, text.after, text.who, text.effect],
    rows: changes.flatMap(({ differences, by, effects: own }) =>
      differences.map(({ place, before = "–", after = "–" }) => [
        documentPlaceText(place, words),
        before,
        after,
        who(by),
        effectText(own, words),
      ]),
    ),
  };
}
