/**
 * The steps Krav and Poäng: the progress of each bid and each evaluator, what is missing, and
 * links to the cells where it is entered.
 */
import type { RequirementProgress, ScoreProgress } from "../../case/answers";
import { fold, meter, pointers, section } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";
import { actViews, nameView, outcomeView } from "./acts";
import { checkView } from "./check";
import { changesView, hasChanges } from "./changes";
import { importView } from "./import";
import { isPublished } from "./publication";
import { pasteView } from "./paste";
import { groupWorkView } from "./group";
import { sectionViews } from "./section";

export function requirementsView(session: Session): Child {
  const { known, text } = session;
  if (!known) return undefined;
  const { group } = known;
  return [
    changesView(session, "requirements"),
    !hasChanges(session, "requirements") && nameView(session),
    known.counts.requirements === 0
      ? h("p", {}, text.requirements.none)
      : [
          h("p", { class: "hint" }, text.requirements.hint),
          known.requirements.length > 0 && checkView(session, known.requirements),
          known.requirements.map((each) => checkedBid(session, each)),
        ],
    !isPublished(known) && pasteView(session),
    group && sectionViews(session, group.checks),
    section(
      text.bids.title,
      known.bids.length > 0 &&
        h(
          "ul",
          {},
          known.bids.map((bid) => h("li", {}, bid)),
        ),
      !hasChanges(session, "requirements") && outcomeView(session),
      isPublished(known) && importView(session),
      actViews(session, "bids"),
    ),
    known.acts.some(({ phase }) => phase === "checks") &&
      section(text.group.questions, actViews(session, "checks")),
  ];
}

function checkedBid(
  session: Session,
  { bid, bidder, total, met, notMet, clarifications, open, openCount, areas }: RequirementProgress,
): HTMLElement {
  const { text } = session;
  const done = met + notMet.length;
  return section(
    `${bidder} (${bid})`,
    meter(text.requirements.checked, done, total, text.ofTotal(done, total)),
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
  );
}

export function scoresView(session: Session): Child {
  const { known, text } = session;
  if (!known) return undefined;
  if (known.counts.criteria === 0) return h("p", {}, text.scores.none);
  return [
    changesView(session, "scores"),
    h("p", { class: "hint" }, text.scores.hint),
    known.group && groupWorkView(session, known.group),
    fold(session, "scored", text.scores.byBid, () =>
      known.scores.map((each) => scoredBid(session, each)),
    ),
  ];
}

function scoredBid(
  session: Session,
  { bid, bidder, total, done, missing, evaluators }: ScoreProgress,
): HTMLElement {
  const { text } = session;
  const all = done === total && evaluators.every((each) => each.done === each.total);
  return section(
    `${bidder} (${bid})`,
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
  );
}
