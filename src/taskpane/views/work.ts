/**
 * The steps Krav and Poäng: the progress of each bid and each evaluator, what is missing, and
 * links to the cells where it is entered.
 */
import type { CaseAnswer, RequirementProgress, ScoreProgress } from "../../case/answers";
import { fold, meter, pointers, section } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";
import { actViews, nameView } from "./acts";
import { bidsListView } from "./bid";
import { checkView } from "./check";
import { changesView, hasChanges } from "./changes";
import { importView } from "./import";
import { isPublished } from "./publication";
import { pasteView } from "./paste";
import { groupParts } from "./group";
import type { Parts } from "./parts";
import { chooser, partsView } from "./parts";
import { sectionView } from "./section";

export function requirementsView(session: Session): Child {
  const { known, text } = session;
  if (!known) return undefined;
  return [
    changesView(session, "requirements"),
    !hasChanges(session, "requirements") && nameView(session),
    h(
      "p",
      known.counts.requirements === 0 ? {} : { class: "hint" },
      known.counts.requirements === 0 ? text.requirements.none : text.requirements.hint,
    ),
    partsView(session, requirementParts(session, known)),
  ];
}

export function requirementParts(session: Session, known: CaseAnswer): Parts {
  const { text } = session;
  const { counts, requirements, group } = known;
  const isChecked = counts.requirements > 0 && requirements.length > 0;
  return [
    isChecked && {
      name: "check requirements",
      title: text.check.title,
      narrow: "folded",
      body: () => checkView(session, requirements),
    },
    isChecked && {
      name: "checked bids",
      title: text.requirements.byBid,
      isMain: true,
      narrow: "bare",
      body: () => checkedBids(session, requirements),
    },
    !isPublished(known) && {
      name: "paste",
      title: text.paste.title,
      narrow: "folded",
      body: () => pasteView(session),
    },
    ...(group?.checks ?? []).map((each, n) => ({
      name: `checks ${n}`,
      title: each.title,
      body: () => sectionView(session, each),
    })),
    { name: "bids", title: text.bids.title, body: () => bidsView(session, known) },
    known.acts.some(({ phase }) => phase === "checks") && {
      name: "questions",
      title: text.group.questions,
      body: () => actViews(session, "checks"),
    },
  ];
}

function bidsView(session: Session, known: CaseAnswer): Child {
  return [
    bidsListView(session, known.bids),
    isPublished(known) && importView(session),
    actViews(session, "bids"),
  ];
}

function checkedBids(session: Session, bids: readonly RequirementProgress[]): Child {
  const items = bids.map((each) => ({
    name: `checked ${each.bid}`,
    label: `${each.bidder} (${each.bid})`,
    title: [
      h("span", { class: "folded" }, `${each.bidder} (${each.bid})`),
      h("span", { class: classOfConclusion(session, each) }, conclusionOf(session, each)),
    ],
    inside: () => checkedBid(session, each),
  }));
  return chooser(session, "checked bids", items, ({ label, inside }) => section(label, inside()));
}

function classOfConclusion(session: Session, each: RequirementProgress): string {
  if (isBad(session, each)) return "conclusion bad-word";
  return conclusionOf(session, each) === session.text.requirements.allMet
    ? "conclusion settled"
    : "conclusion";
}

/** A second reader sees nothing of what the first found. */
function isBad({ checking }: Session, { notMet }: RequirementProgress): boolean {
  return checking.reader !== "second" && notMet.length > 0;
}

/** How the checking of a bid stands, in one line: what is wrong before what remains. */
function conclusionOf(
  { text, checking }: Session,
  { out, notMet, clarifications, openCount, met, total }: RequirementProgress,
): string {
  if (checking.reader === "second") return text.ofTotal(met + notMet.length, total);
  if (out !== undefined) return out;
  return notMet.length > 0
    ? text.requirements.notMet(notMet.length)
    : clarifications.length > 0
      ? text.requirements.clarifications(clarifications.length)
      : openCount > 0
        ? text.requirements.open(openCount)
        : text.requirements.allMet;
}

function checkedBid(
  session: Session,
  { bid, out, total, met, notMet, clarifications, open, openCount, areas }: RequirementProgress,
): Child {
  const { text } = session;
  const done = met + notMet.length;
  const progress = meter(text.requirements.checked, done, total, text.ofTotal(done, total));
  if (session.checking.reader === "second")
    return [progress, h("p", { class: "hint" }, text.check.firstHidden)];
  return [
    out !== undefined && h("p", { class: "hint" }, out),
    progress,
    areas.length > 1 &&
      fold(
        session,
        `areas ${bid}`,
        text.group.byArea,
        areas.map((each) =>
          meter(each.name, each.done, each.total, text.ofTotal(each.done, each.total)),
        ),
      ),
    notMet.length > 0 &&
      fold(
        session,
        `not met ${bid}`,
        h("span", { class: "bad" }, text.requirements.notMet(notMet.length)),
        [pointers(session, notMet)],
      ),
    clarifications.length > 0 &&
      fold(
        session,
        `clarifications ${bid}`,
        h("span", { class: "open" }, text.requirements.clarifications(clarifications.length)),
        [pointers(session, clarifications)],
      ),
    openCount > 0 &&
      fold(session, `open ${bid}`, text.requirements.open(openCount), [
        pointers(session, open),
        openCount > open.length && h("p", {}, text.more(openCount - open.length)),
      ]),
    done === total && notMet.length === 0 && h("p", { class: "good" }, text.requirements.allMet),
  ];
}

export function scoresView(session: Session): Child {
  const { known, text } = session;
  if (!known) return undefined;
  if (known.counts.criteria === 0) return h("p", {}, text.scores.none);
  return [
    changesView(session, "scores"),
    !hasChanges(session, "scores") && nameView(session),
    h("p", { class: "hint" }, text.scores.hint),
    partsView(session, scoreParts(session, known)),
  ];
}

export function scoreParts(session: Session, known: CaseAnswer): Parts {
  if (known.counts.criteria === 0) return [];
  return [
    ...(known.group ? groupParts(session, known.group) : []),
    {
      name: "scored",
      title: session.text.scores.byBid,
      narrow: "folded",
      body: () => scoredBids(session, known.scores),
    },
  ];
}

function scoredBids(session: Session, bids: readonly ScoreProgress[]): Child {
  const { text } = session;
  const items = bids.map((each) => ({
    name: `scored ${each.bid}`,
    label: `${each.bidder} (${each.bid})`,
    title: [
      h("span", { class: "folded" }, `${each.bidder} (${each.bid})`),
      h("span", { class: "conclusion" }, each.out ?? text.ofTotal(each.done, each.total)),
    ],
    inside: () => scoredBid(session, each),
  }));
  return chooser(session, "scored bids", items, ({ label, inside }) => section(label, inside()));
}

function scoredBid(
  session: Session,
  { bid, out, total, done, missing, evaluators }: ScoreProgress,
): Child {
  const { text } = session;
  const all = done === total && evaluators.every((each) => each.done === each.total);
  return [
    out !== undefined && h("p", { class: "hint" }, out),
    total > 0 && meter(text.scores.scored, done, total, text.ofTotal(done, total)),
    missing.length > 0 &&
      fold(session, `missing ${bid}`, text.scores.missing(missing.length), [
        pointers(session, missing),
      ]),
    evaluators.map((each) => [
      meter(each.name, each.done, each.total, text.ofTotal(each.done, each.total)),
      each.missing.length > 0 &&
        fold(
          session,
          `missing ${bid} ${each.id}`,
          text.scores.missingFrom(each.name, each.missing.length),
          [pointers(session, each.missing)],
        ),
    ]),
    all && h("p", { class: "good" }, text.scores.all),
  ];
}
