/**
 * Help where it is needed: a "?" beside a step or a field, and below it what it is, what to mind and an
 * example. The words are loaded when the first "?" is pressed, so that the pane opens as fast without
 * them. One help is shown at a time.
 */
import type { HelpWords } from "../words/help-shape";
import { button } from "./controls";
import type { Child } from "./element";
import { h, newId } from "./element";
import type { HelpName } from "./help-names";
import { helpTextOf } from "./help-names";
import type { Reading } from "./help-state";
import type { Language } from "./rpc-contract";
import type { Session } from "./session";

const loading = "help";
const loaders: {
  readonly [language in Language]: () => Promise<{ readonly help: HelpWords }>;
} = {
  sv: () => import("../words/sv/help"),
  en: () => import("../words/en/help"),
};

/** The words in the chosen language; undefined until they have been loaded. */
function wordsFor(session: Session): HelpWords | undefined {
  const { language, text, help } = session;
  const found = help.words.get(language);
  if (!found && !session.tasks.of(loading))
    void session.run(loading, text.help.menu, async () => {
      help.words.set(language, (await loaders[language]()).help);
    });
  return found;
}

/** The name of what has a help, in the words on the page. */
type Helped = { readonly name: HelpName; readonly label: string };

/** The button with "?", and its help while it is shown. */
export function helpButton(session: Session, { name, label }: Helped): HTMLElement {
  const isOpen = session.help.at === name;
  return h(
    "button",
    {
      type: "button",
      class: "help",
      "data-name": buttonOf(name),
      "aria-label": session.text.help.about(label),
      "aria-expanded": isOpen ? "true" : "false",
      onclick: () => toggleHelp(session, name),
    },
    "?",
  );
}

export function buttonOf(name: HelpName): string {
  return `help ${name}`;
}

function toggleHelp(session: Session, name: HelpName): void {
  session.help.at = session.help.at === name ? undefined : name;
  session.show();
}

/** What stands below the label of a step or field whose "?" has been pressed. */
export function helpPanel(session: Session, name: HelpName): Child {
  if (session.help.at !== name) return undefined;
  const { text } = session;
  const words = wordsFor(session);
  const found = words && helpTextOf(words, name);
  return h(
    "div",
    { class: "help-text", role: "note", "data-name": `help text ${name}` },
    found
      ? [
          h("p", {}, `${found[0]} ${found[1]}`),
          h("p", {}, h("strong", {}, text.help.example), ` ${found[2]}`),
          button(
            `glossary ${name}`,
            text.help.titles.glossary,
            () => read(session, "glossary"),
            "link",
          ),
        ]
      : h("p", { class: "hint" }, text.working),
  );
}

/** A field's label with its "?", and the help below it while it is shown. */
export function labelWithHelp(
  session: Session,
  id: string,
  { name, label }: Helped,
): readonly Child[] {
  return [
    h(
      "div",
      { class: "label" },
      h("label", { for: id }, label),
      helpButton(session, { name, label }),
    ),
    helpPanel(session, name),
  ];
}

/** Shows a text in place of the step. */
export function read(session: Session, reading: Reading): void {
  Object.assign(session.help, { reading, isMenuOpen: false, sought: "" });
  session.marking.isShown = false;
  window.scrollTo(0, 0);
  session.bringTo({ name: "view", isFocused: true });
}

/** Goes back from what is read to the step, and to the "?" that led there. */
export function leaveReading(session: Session): void {
  session.help.reading = undefined;
  const { at } = session.help;
  session.bringTo({ name: at === undefined ? "view" : buttonOf(at), isFocused: true });
}

/** The terms, the keys, the handbook or the page about what may fail, with the way back. */
export function readingView(session: Session, reading: Reading): Child {
  const { text } = session;
  return [
    button("leave reading", text.help.back(text.steps[session.step]), () => leaveReading(session)),
    reading === "glossary"
      ? glossaryView(session)
      : reading === "keys"
        ? keysView(session)
        : h("iframe", {
            class: "reading",
            "data-name": `reading ${reading}`,
            src: pages[reading],
            title: text.help.titles[reading],
          }),
  ];
}

/** Pages that are shipped beside the pane. */
const pages = { handbook: "anvandarhandbok.html", troubles: "help.html" } as const;

/** Every key with what it does, in the order of how often it is used. */
function keysView(session: Session): Child {
  const words = wordsFor(session);
  if (!words) return h("p", { class: "hint" }, session.text.working);
  return h(
    "dl",
    { class: "glossary" },
    Object.values(words.keys).map(([keys, what]) => [h("dt", {}, keys), h("dd", {}, what)]),
  );
}

function glossaryView(session: Session): Child {
  const { text, help } = session;
  const words = wordsFor(session);
  if (!words) return h("p", { class: "hint" }, text.working);
  const id = newId();
  const sought = help.sought.trim().toLowerCase();
  const found = words.glossary.filter((entry) =>
    entry.some((each) => each.toLowerCase().includes(sought)),
  );
  return [
    h(
      "div",
      { class: "field", "data-name": "sought" },
      h("label", { for: id }, text.help.seek),
      h("input", {
        type: "search",
        id,
        value: help.sought,
        autocomplete: "off",
        oninput: (event: Event) => {
          help.sought = (event.currentTarget as HTMLInputElement).value;
          session.show();
        },
      }),
    ),
    h("p", { class: "hint", role: "status" }, text.help.terms(found.length)),
    h(
      "dl",
      { class: "glossary" },
      found.map(([term, meaning]) => [h("dt", {}, term), h("dd", {}, meaning)]),
    ),
  ];
}

/** Closes what Esc closes first: the tour, the menu, a help, or what is read. */
export function closeHelp(session: Session): boolean {
  const { help } = session;
  if (help.isMenuOpen) {
    help.isMenuOpen = false;
    session.bringTo({ name: "menu", isFocused: true });
    return true;
  }
  if (help.at !== undefined && help.reading === undefined) {
    const { at } = help;
    help.at = undefined;
    session.bringTo({ name: buttonOf(at), isFocused: true });
    return true;
  }
  if (help.reading !== undefined) {
    leaveReading(session);
    return true;
  }
  return false;
}
