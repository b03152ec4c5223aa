/**
 * The award file as a pane asks for it: whether the file holds, what has been said and signed about
 * it, the acts around the decision, and the papers. It knows no host and no clock.
 */
import type { Evaluated, Judged } from "../app/evaluate-workbook";
import { openTo, awardNoticePapers, evaluationReportPaper } from "../app/award-papers";
import { makeBundle } from "../app/verification-bundle";
import type { Change, Comparison, Effect } from "../app/compare-versions";
import { withFindings } from "../core/evaluate";
import { isAwarded } from "../core/document/recorded";
import type { Act } from "../scoring/record-scores";
import { finalisation, finalise, signOff } from "../procedure/milestones";
import { eventText } from "../procedure/tables";
import { prepareWrite } from "../app/prepare-write";
import { checklistOf, checklistRow } from "../report/checklist";
import { dateFindings, dueRow, duesOf, noticeFindings } from "../report/standstill-dates";
import type { Result } from "../report/result";
import { recordableOutcome } from "../report/result";
import type { Section } from "../content/table";
import { docx } from "../render/docx";
import { html } from "../render/html";
import { verdictText } from "../render/verification-terminal";
import { followUpPages } from "../sheet/pages/follow-up";
import { paperPage } from "../sheet/pages/printable";
import type { Words } from "../words/sv/words";
import { shortCode } from "../journal/short-code";
import { fingerprint } from "../journal/fingerprint";
import type { Verification } from "../app/verify";
import type {
  AwardAnswer,
  ConcludingRequest,
  FindingAnswer,
  SectionAnswer,
  VerificationAnswer,
} from "./answers";
import type { ActOutcome } from "./acts";
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
  const finalised = finalisation(document);
  const awarded = lastOf(document, "awarded");
  const published = lastOf(document, "published");
  const signed = (event: { readonly time: string; readonly by: string } | undefined) =>
    event ? words.cli.group.signed(event.time, event.by) : "";
  return {
    publishedCode: published?.fingerprint === undefined ? "" : shortCode(published.fingerprint),
    finalised: signed(finalised),
    awarded: signed(awarded),
    banner: isAwarded(document) ? "" : words.banner,
    comments: (document.events ?? [])
      .filter(({ type }) => type === "comment" || type === "signed-off")
      .map((each) => ({
        signed: eventText(each, words).signed,
        place: each.place ?? "",
        text: each.reason ?? words.eventTypes[each.type],
        isSignature: each.type === "signed-off",
      })),
    sections: sections.map(section),
    decision: {
      decidedAt: document.award?.decidedAt ?? "",
      decidedBy: document.award?.decidedBy ?? "",
      decision: document.award?.decision ?? "",
    },
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

/** An act, or papers, that rest on the whole evaluation computed anew, twice. */
export async function concludeAct(
  request: ConcludingRequest,
  its: Evaluated,
  act: Act,
  version: string,
  words: Words,
): Promise<ActOutcome> {
  const { document, places, written } = its;
  const outcome = recordableOutcome(its.result, version, fingerprint);
  const nothing: ActOutcome = { files: [], told: "", conflicts: [], findings: [] };
  switch (request.act) {
    case "finalise":
    case "sign-off": {
      const done =
        request.act === "finalise"
          ? finalise(document, act, outcome, its.evaluation.findings)
          : signOff(document, act, outcome, request.text);
      if (!done.document) return { ...nothing, findings: done.refused };
      const made = prepareWrite(document, done.document, places, written);
      return made.refused
        ? { ...nothing, findings: made.refused }
        : {
            ...nothing,
            amendment: made.amendment,
            told: words.eventTypes[request.act === "finalise" ? "finalised" : "signed-off"],
          };
    }
    case "protocol-sheet":
      return {
        ...nothing,
        results: [
          paperPage(
            evaluationReportPaper(its, request.isRedacted, written),
            written.sheets.protocol,
            "protocol",
          ),
        ],
        told: written.sheets.protocol,
      };
    case "papers":
      return {
        ...nothing,
        findings: noticeFindings(document),
        files: await papers(request.isRedacted, its, act.time, version, words),
      };
  }
}

/** Everything that is written about the case, each as a file of its own. */
async function papers(
  isRedacted: boolean,
  its: Evaluated,
  time: string,
  version: string,
  words: Words,
): Promise<ActOutcome["files"]> {
  const report = evaluationReportPaper(its, isRedacted, words);
  const letters = awardNoticePapers(its, { isRedacted, isInformation: false }, words);
  const followUp = followUpPages(openTo(its, isRedacted, words), words);
  const text = (value: string) => new TextEncoder().encode(value);
  const bundle = makeBundle(its, { madeWith: version, made: time, isRedacted }, words);
  return [
    { name: `${words.sheets.protocol}.docx`, bytes: await docx(report) },
    { name: `${words.sheets.protocol}.html`, bytes: text(html(report)) },
    ...(await Promise.all(
      letters.map(async ({ bid, paper }) => ({
        name: `${words.letter.file}-${bid}.docx`,
        bytes: await docx(paper),
      })),
    )),
    { name: "bundle.json", bytes: text(JSON.stringify(bundle, null, 2)) },
    ...(followUp.length > 0 ? [{ name: `${words.followUp.sheet}.xlsx`, pages: followUp }] : []),
  ];
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
        place,
        before,
        after,
        who(by),
        effectText(own, words),
      ]),
    ),
  };
}
