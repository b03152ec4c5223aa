/**
 * What an act is: something done in a procurement by someone at a time, such as publishing the model
 * or registering the award. Every door is driven by these definitions: the command line makes a
 * command of each, the pane a form. An act knows no door, no clock and no host, and it never changes
 * or removes what someone has entered.
 */
import type { EvaluationDocument, JournalEvent } from "../../core/document/schema";
import type { Difference } from "../../core/document/diff";
import type { Evaluation } from "../../core/evaluate";
import type { Finding } from "../../core/finding";
import type { Place } from "../../core/place";
import type { ReadReply } from "../../journal/reply/reply";
import type { Conflict } from "../../scoring/merge-score-sheets";
import type { ReceivedSheet } from "../../scoring/received-sheets";
import type { Signature } from "../../scoring/record-scores";
import type { Words } from "../../words/sv/words";
import type { Recordable } from "../milestones";

/** An act's name is its command, and the key of its words. */
export type ActName = Extract<keyof Words["acts"], string>;

/** Which part of the work an act belongs to. */
export type Phase =
  | "model"
  | "bids"
  | "checks"
  | "panel"
  | "score-sheets"
  | "scores"
  | "ties"
  | "award"
  | "anchor"
  | "review";

/** What an act is done to. */
export type Subject = {
  readonly document: EvaluationDocument;
  /** With every finding of the evaluation, of the way to an award, and of the model. */
  readonly evaluation: Evaluation;
  /** What the evaluation came to, computed twice; only for an act that rests on it. */
  readonly outcome?: Recordable;
  /** The time when a form is offered: some acts ask for more once a day has passed. */
  readonly now?: string;
};

/** What can be given to an act in a file, by what the file must hold. */
export type FileContents = {
  readonly prices: EvaluationDocument;
  readonly copy: EvaluationDocument;
  readonly selection: { readonly award: readonly string[]; readonly fingerprint: string };
  /** Nothing where no reply was given. */
  readonly reply: ReadReply | undefined;
  readonly "score-sheets": {
    readonly received: readonly ReceivedSheet[];
    readonly findings: readonly Finding[];
  };
};
export type FileKind = keyof FileContents;

export type Choice = { readonly code: string; readonly word: string };

/** A text that the act is given; `option` is how the command line asks for it. */
export type TextField = {
  readonly kind: "text";
  readonly isRequired: boolean;
  readonly option?: string;
  /** A date, with or without a time of day: read as people write dates, before the act is done. */
  readonly isMoment?: true;
  /** A reason, a question or an answer: several sentences, so that a form gives it several lines. */
  readonly isLong?: true;
  /** What a text would become, a line each, to be shown before the act is done. */
  readonly becomes?: (
    text: string,
    document: EvaluationDocument,
    words: Words,
  ) => readonly string[];
  /** What the field begins with; sent unchanged, it is as good as written. */
  readonly begins?: (document: EvaluationDocument, words: Words) => string;
  /**
   * What the form lets people choose among; it is not offered where there is nothing. Undefined where
   * it is typed, since there is too much to choose among.
   */
  readonly choices?: (subject: Subject, words: Words) => readonly Choice[] | undefined;
  /** Whether the form must have it; the command line may leave it to what stands in the workbook. */
  readonly isNeeded?: (subject: Subject) => boolean;
  /** Whether the form asks for it; it can be given on the command line all the same. */
  readonly isAsked?: (subject: Subject) => boolean;
};

/** Files that the act is given: named after the file on the command line, or by an option. */
export type FileField<Kind extends FileKind = FileKind> = {
  readonly kind: "file";
  readonly isRequired: boolean;
  readonly holds: Kind;
  readonly isArgument: boolean;
  readonly isSeveral: boolean;
};
export type Field = TextField | FileField;
export type Fields = { readonly [name: string]: Field };

/** What was given for each field; a text that was left out is blank. */
export type Given<Takes extends Fields = Fields> = {
  readonly [Name in keyof Takes]: Takes[Name] extends FileField<infer Kind>
    ? FileContents[Kind]
    : string;
};

/** The document after an act, with what it left undone; or why it cannot be done yet. */
export type Done = {
  readonly document: EvaluationDocument;
  /** How much was done, by kind, for the sentence that tells it. */
  readonly counts?: { readonly [kind: string]: number };
  /** Values that stand otherwise already, and were left as they are. */
  readonly conflicts?: readonly (Conflict | Difference)[];
  /** What was not done, while the rest was. */
  readonly findings?: readonly Finding[];
  readonly refused?: never;
};
export type Refused = { readonly refused: readonly Finding[]; readonly document?: never };
export type Acted = Done | Refused;

/** A text file that an act makes for the user, and the lines that describe it. */
export type HandoutText = {
  readonly name: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly refused?: never;
};

type Definition<Takes extends Fields> = {
  readonly name: ActName;
  readonly phase: Phase;
  readonly takes: Takes;
  /** It cannot be undone, so that a form asks twice. */
  readonly isFinal?: true;
  /** It records what the evaluation came to, which is then computed anew, twice. */
  readonly restsOnOutcome?: true;
  /** It records values as they stand, so that it is done only to what its author has been shown. */
  readonly recordsWhatStands?: true;
  /**
   * Which cells it rests on, by their places: another that cannot be read does not stop it. Where it is
   * left out, no cell may be unreadable.
   */
  readonly restsOn?: (place: Place) => boolean;
  /** When it was done, where it is done once. */
  readonly doneBy?: (document: EvaluationDocument) => JournalEvent | undefined;
  /** Whether a form offers it now; the act itself refuses what cannot be done. */
  readonly isOffered?: (subject: Subject) => boolean;
  /** What it hands out where nothing is given to it; it then records nothing. */
  readonly handsOut?: (document: EvaluationDocument, words: Words) => HandoutText | Refused;
  /** Why its files may not even be read yet; findings about them would show what they hold. */
  readonly refusesToRead?: (document: EvaluationDocument) => readonly Finding[];
  readonly perform: (subject: Subject, given: Given<Takes>, by: Signature) => Acted;
  /** What it added, a line each, where that can be taken away again as long as nothing of it is recorded. */
  readonly added?: (done: Done) => readonly string[];
  /** What was done, in a sentence. */
  readonly tell: (done: Done, words: Words) => string;
};

/** An act as a door knows it: whatever it takes, by the names of its fields. */
export type Act = Definition<Fields>;

/** An act, with what it is given held to the fields that it names. */
export function act<Takes extends Fields>(definition: Definition<Takes>): Act {
  return definition as unknown as Act;
}

/** A text that must be given. */
export function required(more: Omit<TextField, "kind" | "isRequired"> = {}): TextField {
  return { kind: "text", isRequired: true, ...more };
}

/** A text that may be left out. */
export function optional(more: Omit<TextField, "kind" | "isRequired"> = {}): TextField {
  return { kind: "text", isRequired: false, ...more };
}

/** Whether the act is given a file that is read as it is, and neither as a workbook nor as JSON. */
export function takesBytes({ takes }: Act): boolean {
  return Object.values(takes).some((field) => field.kind === "file" && field.holds === "reply");
}

/** Whether the act takes several files, of which a broken one does not keep the others from being read. */
export function takesSeveral({ takes }: Act): boolean {
  return Object.values(takes).some((field) => field.kind === "file" && field.isSeveral);
}

/** Files named after the procurement's own on the command line. */
export function filesAfter<Kind extends FileKind>(
  holds: Kind,
  { isSeveral }: { readonly isSeveral: boolean },
): FileField<Kind> {
  return { kind: "file", isRequired: true, holds, isArgument: true, isSeveral };
}

/** A file named by an option on the command line. */
export function fileOption<Kind extends FileKind>(
  holds: Kind,
  { isRequired = true }: { readonly isRequired?: boolean } = {},
): FileField<Kind> {
  return { kind: "file", isRequired, holds, isArgument: false, isSeveral: false };
}
