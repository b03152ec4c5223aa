/**
 * What the desk answers the pane: plain data, already in the reader's words, so that it can cross
 * to another thread and be shown as it is. Types only. No value here is ever computed with again.
 */
import type { Severity } from "../core/finding";
import type { Block } from "../content/paper";
import type { ActName, Choice, Phase } from "../procedure/acts/act";

export type FindingAnswer = {
  readonly code: string;
  readonly severity: Severity;
  readonly word: string;
  readonly text: string;
  /** By ids; the pane looks its cell up anew when it is clicked, since people sort. */
  readonly place: string;
  readonly isAboutModel: boolean;
  /** The cell as it stood when the workbook was read, to be shown. */
  readonly cell?: string;
};

/**
 * How the results in the sheets stand to the input: none yet, of this very input, or of an earlier
 * one.
 */
export type Freshness = "none" | "current" | "changed";

/** One undone or failed thing, with the way to it. */
export type Pointer = { readonly text: string; readonly place: string; readonly cell?: string };

export type RequirementProgress = {
  readonly bid: string;
  readonly bidder: string;
  readonly total: number;
  readonly met: number;
  readonly notMet: readonly Pointer[];
  readonly clarifications: readonly Pointer[];
  /** The first of them; `openCount` says how many there are. */
  readonly open: readonly Pointer[];
  readonly openCount: number;
  /** In the order of the law: what stage and area, how many are decided and how many there are. */
  readonly areas: readonly {
    readonly name: string;
    readonly done: number;
    readonly total: number;
  }[];
};

export type ScoreProgress = {
  readonly bid: string;
  readonly bidder: string;
  readonly total: number;
  readonly done: number;
  readonly missing: readonly Pointer[];
  readonly evaluators: readonly {
    readonly id: string;
    readonly name: string;
    readonly total: number;
    readonly done: number;
    readonly missing: readonly Pointer[];
  }[];
};

/** A row of the sheet Modell as a form shows it. */
export type FieldAnswer = {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly kind: "text" | "number" | "choice";
  readonly options: readonly string[];
};

/** A figure of a bid that can be asked "why?". */
export type FigureAnswer = { readonly label: string; readonly text: string; readonly step: number };

export type RankedBid = {
  readonly id: string;
  readonly bidder: string;
  readonly rank: string;
  readonly standing: "standing" | "rejected" | "undecided";
  readonly standingText: string;
  readonly result: FigureAnswer;
  readonly difference?: string;
  readonly figures: readonly FigureAnswer[];
  readonly reasons: readonly Pointer[];
  /** What the result is made of, for a bar; sizes are for drawing only. */
  readonly parts: readonly {
    readonly label: string;
    readonly text: string;
    readonly size: number;
    readonly isPrice: boolean;
  }[];
};

export type Outcome = {
  readonly unit: string;
  readonly status: "final" | "provisional" | "blocked";
  readonly statusWord: string;
  readonly statusText: string;
  readonly award: string;
  readonly awardWord: string;
  readonly ties: readonly string[];
  readonly bids: readonly RankedBid[];
};

/** One step of a calculation; its operands are asked for when it is unfolded. */
export type StepAnswer = {
  readonly step: number;
  readonly name: string;
  readonly rule: string;
  readonly value: string;
  readonly place?: string;
  readonly cell?: string;
  readonly operands: number;
};

export type EntryAnswer = { readonly text: string; readonly size?: number };

/** A table of the laboratory's. */
export type SectionAnswer = {
  readonly title: string;
  readonly note?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly EntryAnswer[])[];
  readonly chart?: {
    readonly kind: "bar" | "stacked-bar" | "line";
    readonly category: number;
    readonly series: readonly number[];
  };
};

/** `count`: how many of how many, in short. */
export type Check = {
  readonly title: string;
  readonly text: string;
  readonly state: "good" | "bad" | "open";
  readonly count?: string;
};

/** What a moderator should look at, with the way to it and the rule that raised it. */
export type FlagAnswer = Pointer & { readonly rule: string };

/**
 * One criterion that a panel scores: each evaluator's value in the order of `evaluators`, and the
 * agreed one.
 */
export type PanelCriterion = {
  readonly id: string;
  readonly name: string;
  readonly form: string;
  readonly evaluators: readonly string[];
  readonly bids: readonly (Pointer & {
    readonly id: string;
    readonly bidder: string;
    readonly values: readonly string[];
    readonly agreed: string;
  })[];
};

/** How the group's work stands. */
export type GroupAnswer = {
  readonly checks: readonly SectionAnswer[];
  readonly scores: readonly SectionAnswer[];
  readonly flags: readonly FlagAnswer[];
  readonly panel: readonly PanelCriterion[];
  /**
   * Figures that are not in the journal: new or with new reasons, and changed since they were
   * recorded.
   */
  readonly unrecorded: { readonly first: number; readonly changed: number };
  /** Whether the prices are kept apart and not opened yet. */
  readonly isSealed: boolean;
};

/** One line of the journal. */
export type HistoryLine = {
  readonly signed: string;
  readonly what: string;
  readonly change: string;
  readonly why: string;
  readonly isPriceKnown: boolean;
};

/** Where the file stands on its way to a decision; the code is "" before publication. */
export type AwardAnswer = {
  readonly publishedCode: string;
  /** That everything is secret, until the decision has been registered. */
  readonly banner: string;
  readonly comments: readonly {
    readonly signed: string;
    readonly place: string;
    readonly text: string;
    readonly isSignature: boolean;
  }[];
  /** Dates with their provisions, and the checklist with what remains. */
  readonly sections: readonly SectionAnswer[];
};

/** A part of the walk through the file, as the report has it. */
export type StationAnswer = {
  readonly title: string;
  readonly blocks: readonly (Block & { readonly isCaptionSeen: boolean })[];
};

/** Whether the file holds, question by question. */
export type VerificationAnswer = {
  readonly holds: boolean;
  readonly verdict: string;
  readonly checks: readonly {
    readonly title: string;
    readonly state: "holds" | "fails" | "unknown" | "aside";
    readonly word: string;
    readonly said: string;
    readonly findings: readonly FindingAnswer[];
    readonly count: number;
  }[];
  readonly since: readonly string[];
  readonly proves: string;
};

/** One thing that an act asks for; `begins` is what stands in it from the start. */
export type ActFormField = {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly kind: "text" | "choice" | "file" | "files";
  readonly isRequired: boolean;
  readonly begins: string;
  readonly options: readonly Choice[];
};

/** An act that can be done now, as a form; or that it has been done. */
export type ActForm = {
  readonly act: ActName;
  readonly phase: Phase;
  readonly label: string;
  readonly title: string;
  readonly hint: string;
  /** What is said before it is done, where it cannot be undone; "" otherwise. */
  readonly warning: string;
  /** That it has been done, by whom and when; "" before. */
  readonly done: string;
  readonly fields: readonly ActFormField[];
};

/** An act that someone asks for: what was written in its fields, by their names. */
export type ActRequest = {
  readonly act: ActName;
  readonly by: string;
  readonly given: { readonly [field: string]: string };
};

/** Something to be made of the case, which records nothing. */
export type HandoutRequest =
  | { readonly handout: "score-sheets"; readonly where: "workbook" | "files" }
  | { readonly handout: "price-file" }
  | { readonly handout: "report-sheet" | "award-papers"; readonly isRedacted: boolean };

/**
 * What came of it: told in words, with what was refused or conflicts, and the case as it is after.
 */
export type ActAnswer = {
  readonly told: string;
  readonly conflicts: readonly string[];
  readonly findings: readonly FindingAnswer[];
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Whether something has been written in the workbook. */
  readonly isWritten: boolean;
  readonly known: CaseAnswer;
};

/** What is known of the case after a reading, without any laboratory. */
export type CaseAnswer = {
  readonly state: "empty" | "unreadable" | "read";
  readonly title: string;
  readonly caseNumber: string;
  readonly authority: string;
  readonly counts: {
    readonly bids: number;
    readonly requirements: number;
    readonly criteria: number;
  };
  readonly freshness: Freshness;
  /** It is the example that the pane put there, untouched or with changes in it. */
  readonly sample: "no" | "untouched" | "changed";
  /** The sheets that the case is made of. */
  readonly sheets: readonly string[];
  readonly findings: readonly FindingAnswer[];
  readonly fields: readonly FieldAnswer[];
  readonly formula: string;
  readonly requirements: readonly RequirementProgress[];
  readonly scores: readonly ScoreProgress[];
  readonly acts: readonly ActForm[];
  readonly group?: GroupAnswer;
  readonly award?: AwardAnswer;
  readonly outcome?: Outcome;
  readonly checks: readonly Check[];
  readonly modelText: string;
};

/** An answer to something entered: kept, or why not. */
export type Entry =
  | {
      readonly kept: true;
      /** The case as it is with the entry; undefined where the workbook could not be read again. */
      readonly known: CaseAnswer | undefined;
    }
  | { readonly kept: false; readonly why: string };
