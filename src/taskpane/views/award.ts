/**
 * The award file in the pane: the verification, comments and signatures, the decision and the
 * papers. It decides nothing about them.
 */
import type { AwardAnswer, VerificationAnswer } from "../../case/answers";
import { action, cellLink, fold } from "../controls";
import { findings, ofFirstKinds } from "./finding-list";
import type { Child } from "../element";
import { h, newId } from "../element";
import { bytesOf, fileInput } from "../fields";
import { helpButton, helpPanel } from "../help";
import type { Session } from "../session";
import { actViews, make } from "./acts";
import { elsewhereView } from "./elsewhere";
import type { Parts } from "./parts";
import { sectionView, sectionViews } from "./section";

/** A button, and below it the verification: one line for each question. */
export function verifyView(session: Session): Child {
  const {
    text,
    results: { verify },
  } = session;
  return [
    h("p", { class: "hint" }, text.award.verifyHint),
    action(session, { name: "verify", label: text.award.verifyNow, kind: "primary" }, async () => {
      const found = await session.obtain("verify", () => session.ask("verify"));
      session.announce(found.verdict);
    }),
    verify && verdict(session, verify),
  ];
}

/** The most kinds of findings that are listed under a check. */
const mostKinds = 20;

const looks = { holds: "good", fails: "bad", unknown: "open", aside: undefined } as const;

function verdict(
  session: Session,
  { holds, verdict: said, checks, causes, since, sections, proves }: VerificationAnswer,
): HTMLElement {
  const { text } = session;
  return h(
    "div",
    { class: "verdict" },
    h("p", { class: holds ? "good" : "bad", role: "status" }, h("strong", {}, said)),
    causesView(session, causes),
    h(
      "ul",
      { class: "checks" },
      checks.map((check) => {
        const { title, state, word, said: how, findings: own, count } = check;
        const shown = ofFirstKinds(own, mostKinds);
        return h(
          "li",
          { class: looks[state] },
          h("strong", {}, `${title}: ${word}`),
          h("span", {}, how),
          own.length > 0 && findings(session, shown),
          count > shown.length && h("p", {}, text.more(count - shown.length)),
          followingView(session, check),
        );
      }),
    ),
    h("h4", {}, text.award.since),
    since.length === 0
      ? h("p", {}, text.award.noneSince)
      : h(
          "ul",
          { class: "history" },
          since.map((each) => sinceView(session, each)),
        ),
    sections.map((each, n) =>
      fold(session, `history ${n}`, each.title, sectionViews(session, [each])),
    ),
    proves !== "" && h("p", { class: "hint" }, proves),
  );
}

/** What someone changed: the cell, what was recorded and stands there, what it would do, and the remedy. */
function causesView(session: Session, causes: VerificationAnswer["causes"]): Child {
  const { award } = session.text;
  if (causes.length === 0) return undefined;
  return [
    h("h4", {}, award.causes(causes.length)),
    h(
      "ul",
      { class: "findings" },
      causes
        .slice(0, mostKinds)
        .map((each) =>
          h(
            "li",
            { class: each.severity },
            cellLink(session, each, each.text),
            " ",
            h("span", {}, each.text),
            each.effect !== "" && h("p", {}, h("strong", {}, award.effect), ` ${each.effect}`),
          ),
        ),
    ),
    causes.length > mostKinds && h("p", {}, session.text.more(causes.length - mostKinds)),
  ];
}

/** What only follows from what was changed, folded. */
function followingView(
  session: Session,
  { title, following, followingCount: count }: VerificationAnswer["checks"][number],
): Child {
  if (count === 0) return undefined;
  const shown = ofFirstKinds(following, mostKinds);
  return fold(session, `following ${title}`, session.text.award.following(count), () => [
    findings(session, shown),
    count > shown.length && h("p", {}, session.text.more(count - shown.length)),
  ]);
}

/** A change after quality was fixed: what, from what to what, why, by whom and what it did. */
function sinceView(
  session: Session,
  { signed, what, change, why, effect }: VerificationAnswer["since"][number],
): HTMLElement {
  const { award } = session.text;
  return h(
    "li",
    {},
    h("strong", {}, what),
    change !== "" && ` ${change}`,
    why !== "" && h("p", {}, h("strong", {}, award.why), ` ${why}`),
    effect !== "" && h("p", {}, h("strong", {}, award.effect), ` ${effect}`),
    h("p", { class: "hint" }, signed),
  );
}

/** Versions, comments, dates, the decision and the papers. */
export function awardParts(session: Session, award: AwardAnswer): Parts {
  const { text } = session;
  return [
    { name: "compare", title: text.award.compare, body: () => compareView(session) },
    { name: "comments", title: text.award.comments, body: () => commentsView(session, award) },
    ...award.sections.map((each, n) => ({
      name: `award ${n}`,
      title: each.title,
      note: each.note,
      narrow: "folded" as const,
      body: () => sectionView(session, each),
    })),
    { name: "decide", title: text.award.decide, body: () => actViews(session, "award") },
    { name: "anchor", title: text.award.anchor, body: () => anchorView(session) },
    { name: "papers", title: text.award.papers, body: () => papersView(session, award) },
  ];
}

/**
 * Saves the anchor file to be signed or time-stamped outside the program, and records the reply.
 */
function anchorView(session: Session): Child {
  return [
    h("p", { class: "hint" }, session.text.award.anchorHint),
    action(session, { name: "anchor-file", label: session.text.award.anchorFile }, () =>
      make(session, { handout: "anchor" }),
    ),
    actViews(session, "anchor"),
  ];
}

function compareView(session: Session): Child {
  const {
    text,
    results: { compare },
  } = session;
  return [
    h("p", { class: "hint" }, text.award.compareHint),
    fileInput(session, "compare", { label: text.award.compareFile }, async (file) => {
      const bytes = await bytesOf(file);
      await session.obtain("compare", () => session.ask("compare", file.name, bytes));
    }),
    compare && sectionViews(session, [compare]),
  ];
}

function commentsView(session: Session, { comments }: AwardAnswer): Child {
  const { text } = session;
  return [
    comments.length === 0
      ? h("p", { class: "hint" }, text.award.noComments)
      : h(
          "ol",
          { class: "history" },
          comments.map(({ signed, place, text: what, review }) =>
            h(
              "li",
              {},
              review ? h("strong", { class: review.stands ? "good" : "bad" }, what) : what,
              review && h("span", { class: review.stands ? "good" : "bad" }, ` (${review.text})`),
              place !== "" && h("span", { class: "cell" }, ` ${place}`),
              h("p", { class: "hint" }, signed),
            ),
          ),
        ),
    actViews(session, "review"),
  ];
}

/** A box to tick before the papers are made. */
function choice(
  session: Session,
  key: "isRedacted" | "saysNeeded" | "withBlanks" | "withPdf",
  label: string,
): Child {
  const id = newId();
  const box = h("input", {
    type: "checkbox",
    id,
    checked: session[key],
    onchange: (event: Event) => (session[key] = (event.currentTarget as HTMLInputElement).checked),
  });
  return [
    h(
      "div",
      { class: "check" },
      box,
      " ",
      h("label", { for: id }, label),
      " ",
      helpButton(session, { name: key, label }),
    ),
    helpPanel(session, key),
  ];
}

function papersView(session: Session, award: AwardAnswer): Child {
  const { text, where } = session;
  return [
    choice(session, "isRedacted", text.award.redacted),
    session.handsOutFiles && choice(session, "saysNeeded", text.award.needed),
    choice(session, "withBlanks", text.award.withBlanks),
    session.handsOutFiles && choice(session, "withPdf", text.award.pdf),
    action(session, { name: "report-sheet", label: text.award.sheet }, () =>
      make(session, { handout: "report-sheet", ...wishes(session) }),
    ),
    session.handsOutFiles &&
      action(session, { name: "award-papers", label: text.award.files }, () =>
        make(session, { handout: "award-papers", ...wishes(session) }),
      ),
    award.lot !== "" && lotsView(session, award.lot),
    where === "excel" && elsewhereView(session),
  ];
}

/** How the papers are asked for. */
function wishes({ isRedacted, saysNeeded, withBlanks, withPdf }: Session) {
  return { isRedacted, saysNeeded, withBlanks, withPdf };
}

/** The papers about all lots of the procurement: the files of the other lots are chosen. */
function lotsView(session: Session, lot: string): Child {
  const { text, handsOutFiles } = session;
  if (!handsOutFiles) return h("p", { class: "hint" }, text.award.lotElsewhere(lot));
  return [
    h("p", { class: "hint" }, text.award.lotHint(lot)),
    fileInput(session, "lot-papers", { label: text.award.lotFiles, isSeveral: true }, (...files) =>
      make(session, { handout: "lot-papers", ...wishes(session) }, files),
    ),
  ];
}
