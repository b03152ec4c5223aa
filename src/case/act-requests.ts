/**
 * An act as the pane shows it, and what the pane sends to ask for one, or for something to be made of
 * the case. Types only: plain data that can cross to another thread.
 */
import type { ActName, Choice, Phase } from "../procedure/acts/act";

/** One thing that an act asks for. */
export type ActFormField = {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly kind: "text" | "long" | "choice" | "file" | "files";
  readonly isRequired: boolean;
  /** It cannot be left blank as the case stands. */
  readonly isNeeded: boolean;
  /** The kinds of files that can be chosen, as an `accept` attribute; "" for a text. */
  readonly accept: string;
  /** What is typed is shown as what it would become. */
  readonly isPreviewed: boolean;
  /** The text that the field begins with. */
  readonly begins: string;
  readonly options: readonly Choice[];
};

/** What a text would become, a line each, and how many they are in words. */
export type TypedPreview = { readonly said: string; readonly lines: readonly string[] };

/** An act that can be done now, as a form; or that it has been done. */
export type ActForm = {
  readonly act: ActName;
  readonly phase: Phase;
  readonly label: string;
  readonly title: string;
  readonly hint: string;
  /** The warning before an act that cannot be undone; "" for any other. */
  readonly warning: string;
  /** That it has been done, by whom and when; "" before. */
  readonly done: string;
  readonly fields: readonly ActFormField[];
};

/** A request for an act: the texts of its fields, by their names. */
export type ActRequest = {
  readonly act: ActName;
  readonly by: string;
  readonly given: { readonly [field: string]: string };
};

/** The papers of the award file, of all lots together, or the report as a sheet. */
export type PapersRequest = {
  readonly handout: "report-sheet" | "award-papers" | "lot-papers";
  readonly isRedacted: boolean;
  /** Whether the notices say what would have taken a bid to the first place. */
  readonly saysNeeded?: boolean;
  /** Whether they are made although reasons are missing, as drafts with visible blanks. */
  readonly withBlanks?: boolean;
  /** Whether they are made as PDF too. */
  readonly withPdf?: boolean;
};

/** Something to be made of the case, which records nothing. */
export type HandoutRequest =
  | { readonly handout: "score-sheets"; readonly where: "workbook" | "files" }
  | { readonly handout: "price-file" | "anchor" }
  | { readonly handout: "bidder-forms"; readonly isForEach: boolean }
  | PapersRequest;
