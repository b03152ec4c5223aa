/**
 * What is shown of the help: one "?" at a time, a text in place of the step, the menu, and a stop of the
 * tour. It draws nothing and loads nothing.
 */
import type { HelpWords } from "../words/help-shape";
import type { HelpName } from "./help-names";
import type { Language } from "./rpc-contract";

/** What is read in place of the step: the terms, the keys, the handbook, or what to do when something fails. */
export type Reading = "glossary" | "keys" | "handbook" | "troubles";

export class HelpState {
  /** The step or field whose help is shown. */
  at: HelpName | undefined;
  reading: Reading | undefined;
  isMenuOpen = false;
  /** The stop of the tour, from 0; undefined outside it. */
  stop: number | undefined;
  /** What the glossary is searched for. */
  sought = "";
  /** The languages whose words have been loaded. */
  readonly words = new Map<Language, HelpWords>();
}
