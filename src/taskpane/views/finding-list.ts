/**
 * Findings as a list, the gravest first and those of one kind together, each with its cell; one that has a
 * single remedy has it beside it, shown before it is made.
 */
import type { FindingAnswer } from "../../case/answers";
import type { FindingGroup } from "../../content/finding-groups";
import { groupFindings } from "../../content/finding-groups";
import { button, placeLink, fold } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";
import { previewedChange } from "./change-model";

/** Findings, the gravest first, each with its cell. */
export function findings(
  session: Session,
  list: readonly FindingAnswer[],
  empty = session.text.noFindings,
): HTMLElement {
  if (list.length === 0) return h("p", { class: "good" }, empty);
  return h(
    "ul",
    { class: "findings" },
    kindsOf(list).map((group) => findingGroup(session, group)),
  );
}

/** The findings of the first few kinds, for a place that has no room for all. */
export function ofFirstKinds(list: readonly FindingAnswer[], most: number): FindingAnswer[] {
  return kindsOf(list)
    .slice(0, most)
    .flatMap(({ first, others }) => [first, ...others]);
}

export function kindsOf(list: readonly FindingAnswer[]): FindingGroup<FindingAnswer>[] {
  return groupFindings(list, ({ code, severity, place }) => ({ code, severity, where: place }));
}

/** The most findings of one kind that are drawn before the reader asks for the rest. */
const firstOfKind = 30;

/** The first finding of a kind; the others are listed in a fold that names the first few places. */
function findingGroup(
  session: Session,
  { first, others }: FindingGroup<FindingAnswer>,
): HTMLElement {
  const name = `kind ${first.code} ${first.place}`;
  const isWhole = others.length <= firstOfKind || session.drafts.isUnfolded(`whole ${name}`);
  const shown = isWhole ? others : others.slice(0, firstOfKind);
  const inside = () => [
    h(
      "ul",
      { class: "pointers" },
      shown.map((each) =>
        h(
          "li",
          {},
          h("span", {}, each.text),
          aboutView(each),
          " ",
          placeLink(session, each, each.text),
          remedyView(session, each),
        ),
      ),
    ),
    !isWhole &&
      button(`more ${name}`, session.text.showMore(others.length - firstOfKind), () =>
        session.unfold(`whole ${name}`, true),
      ),
  ];
  return h(
    "li",
    { class: first.severity },
    h("strong", { class: "badge" }, first.word),
    " ",
    h("span", {}, first.text),
    aboutView(first),
    " ",
    placeLink(session, first, first.text),
    remedyView(session, first),
    others.length > 0 &&
      fold(session, name, session.text.sameKind(others.length, placesOf(others)), inside),
  );
}

/** Whose cell it is, where the sentence does not say. */
function aboutView({ about }: FindingAnswer): Child {
  return about !== undefined && h("span", { class: "hint" }, ` ${about}`);
}

/** The cells of the first few, where they have any; in a file that was given, where in it. */
function placesOf(list: readonly FindingAnswer[]): string {
  const cells = list.flatMap(({ cell, source }) => cell ?? source ?? []);
  return cells.length > 4 ? `${cells.slice(0, 4).join(", ")} …` : cells.join(", ");
}

/** Findings beside the field that they are about, each with its severity and its remedy. */
export function findingsBeside(session: Session, list: readonly FindingAnswer[]): Child {
  if (list.length === 0) return undefined;
  return h(
    "ul",
    { class: "findings" },
    list.map((each) =>
      h(
        "li",
        { class: each.severity },
        h("strong", { class: "badge" }, each.word),
        " ",
        h("span", {}, each.text),
        remedyView(session, each),
      ),
    ),
  );
}

/** The remedy of a finding that has one: what it writes, and the button that does it. */
function remedyView(session: Session, { code, place, text, canMend }: FindingAnswer): Child {
  if (!canMend) return undefined;
  const { modelChanges: say } = session.text;
  const name = `fix ${code} ${place}`;
  return fold(session, name, h("span", { title: say.fixOf(text) }, say.fix), () =>
    previewedChange(
      session,
      { name, label: say.fix, change: { kind: "remedy", code, place } },
      () => session.drafts.unfold(name, false),
    ),
  );
}
