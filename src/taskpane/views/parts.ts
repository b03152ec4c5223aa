/**
 * How a view uses the width it has. A step is made of parts: one below the other in a narrow pane; in a
 * wide one they are listed under the step at the side, and the chosen one is shown. A list of things
 * with a detail each is folded in a narrow pane, and stands beside the chosen detail in a wide one.
 */
import { button, fold, section } from "../controls";
import type { Child } from "../element";
import { h, newId } from "../element";
import type { Session } from "../session";
import { partsOf } from "../steps";

/** From this width there is a column at the side for the steps and their parts (as in pane.css). */
export const wideView = "(min-width: 900px)";

export function isWide(): boolean {
  return matchMedia(wideView).matches;
}

export type Part = {
  /** The same in every language. */
  readonly name: string;
  readonly title: string;
  /** Said with the title, where there is room. */
  readonly note?: string | undefined;
  /** Shown first in a wide view, where nothing has been chosen; otherwise the first part is. */
  readonly isMain?: boolean;
  /** In a narrow pane: folded, or without its title where the body says what it is. */
  readonly narrow?: "folded" | "bare";
  readonly body: () => Child;
};

/** Parts as a step lists them; those that the case has no use for are left out. */
export type Parts = readonly (Part | false | undefined)[];

function present(parts: Parts): Part[] {
  return parts.filter((part): part is Part => part !== undefined && part !== false);
}

/**
 * The part that the reader has chosen. Where she has chosen none it is the main one, which stays what
 * is shown also when a finding makes another the main one: she may be typing in it.
 */
function chosenPart(session: Session, parts: readonly Part[]): Part | undefined {
  const { chosen, firstShown, step } = session;
  const named = (name: string | undefined) => parts.find((part) => part.name === name);
  const own = named(chosen.get(partsOf(step))) ?? named(firstShown);
  const shown = own ?? parts.find(isMain) ?? parts[0];
  session.firstShown ??= shown?.name;
  return shown;
}

function isMain({ isMain }: Part): boolean {
  return isMain === true;
}

export function partsView(session: Session, all: Parts): Child {
  const parts = present(all);
  if (!isWide())
    return [
      parts.length >= manyParts && contents(session, parts),
      parts.map((part) => {
        const { name, narrow, body } = part;
        if (narrow === "bare") return body();
        return narrow === "folded"
          ? fold(session, name, wholeTitle(part), body)
          : section(wholeTitle(part), body());
      }),
    ];
  const chosen = chosenPart(session, parts);
  if (!chosen) return undefined;
  const id = newId();
  return h(
    "section",
    { "aria-labelledby": id, "data-name": `part ${chosen.name}` },
    h("h3", { id }, wholeTitle(chosen)),
    chosen.body(),
  );
}

/** From so many parts on the last of them are screens away in a narrow pane. */
const manyParts = 8;

/** The parts of a long step, folded: pressing one leads to it. */
function contents(session: Session, parts: readonly Part[]): HTMLElement {
  const to = (part: Part) => {
    session.drafts.unfold("contents", false);
    const name = part.narrow === "folded" ? part.name : `section ${wholeTitle(part)}`;
    session.bringTo({ name, isFocused: true, block: "start" });
  };
  return fold(session, "contents", session.text.goToPart, () =>
    h(
      "ul",
      { class: "contents" },
      parts.map((part) =>
        h(
          "li",
          {},
          button(`contents ${part.name}`, part.title, () => to(part), "link"),
        ),
      ),
    ),
  );
}

function wholeTitle({ title, note }: Part): string {
  return note === undefined ? title : `${title} – ${note}`;
}

/** The parts of the step under its name, where there is room for them. */
export function partsList(session: Session, all: Parts): Child {
  const parts = present(all);
  if (!isWide() || parts.length < 2) return undefined;
  const chosen = chosenPart(session, parts);
  return h(
    "ul",
    { class: "parts", "data-name": `parts ${session.step}` },
    parts.map((part) =>
      h(
        "li",
        { "data-name": `choose part ${part.name}` },
        h(
          "button",
          {
            type: "button",
            "data-name": `show part ${part.name}`,
            "aria-current": part === chosen ? "true" : undefined,
            onclick: () => session.go(session.step, part.name),
          },
          part.title,
        ),
      ),
    ),
  );
}

/** A list beside the detail of what is chosen in it, where the view has room; otherwise below it. */
export function beside(list: Child, detail: Child, label: string): HTMLElement {
  // What scrolls by itself is reached by the keyboard.
  const region = isWide() ? { role: "group", "aria-label": label, tabindex: "0" } : {};
  return h(
    "div",
    { class: "beside" },
    h("div", { class: "list" }, list),
    h("div", { class: "detail", ...region }, detail),
  );
}

export type Item = {
  /** The same in every language. */
  readonly name: string;
  readonly title: Child;
  /** The title in words alone. */
  readonly label: string;
  readonly inside: () => Child;
};

/**
 * Things of which one is read at a time: folded in a narrow pane, listed beside the chosen one in a
 * wide one.
 * @param list the name by which the session remembers the chosen one
 * @param narrow how one is drawn in a narrow pane; folded where left out
 */
export function chooser(
  session: Session,
  list: string,
  items: readonly Item[],
  narrow?: (item: Item) => Child,
): Child {
  if (!isWide()) return items.map(narrow ?? ((item) => opener(session, list, items, item)));
  const openers = items.map((item) => h("li", {}, opener(session, list, items, item)));
  return besideChosen(session, list, items, h("ul", { class: "choices" }, openers));
}

/** What is listed, and in a wide view the chosen one beside it. */
export function besideChosen(
  session: Session,
  list: string,
  items: readonly Item[],
  listed: Child,
): Child {
  const chosen = chosenItem(session, list, items);
  if (!isWide() || !chosen) return listed;
  return beside(
    listed,
    h(
      "div",
      { "data-name": `chosen ${list} ${chosen.name}` },
      h("h3", {}, chosen.label),
      chosen.inside(),
    ),
    chosen.label,
  );
}

function chosenItem({ chosen }: Session, list: string, items: readonly Item[]): Item | undefined {
  return items.find(({ name }) => name === chosen.get(list)) ?? items[0];
}

/** One of the listed things: what unfolds it in a narrow pane, and chooses it in a wide one. */
export function opener(
  session: Session,
  list: string,
  items: readonly Item[],
  item: Item,
): HTMLElement {
  const { name, title, inside } = item;
  if (!isWide()) return fold(session, name, title, inside);
  return h(
    "div",
    { "data-name": name },
    h(
      "button",
      {
        type: "button",
        class: "choice",
        "aria-current": chosenItem(session, list, items) === item ? "true" : undefined,
        onclick: () => session.choose(list, name),
      },
      title,
    ),
  );
}
