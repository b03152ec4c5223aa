/**
 * What the case answers the pane: plain data, already in the reader's words, so that it can cross
 * to another thread and be shown as it is. Types only. No value here is ever computed with again.
 */
import type { VerdictEntry } from "../app/enter-verdict";
import type { Pasted } from "../app/paste-requirements";
import type { Severity } from "../core/finding";
import type { FindingCode } from "../core/findings/catalogue";
import type { Place } from "../core/place";
import type { Block } from "../content/paper";
import type { Choice } from "../procedure/acts/act";
import type { MilestoneState } from "../procedure/milestone-line";
import type { ActForm } from "./act-requests";
import type { CriteriaAnswer } from "./criterion-tree";
import type { PanelAnswer } from "./panel-answers";
import type { Pointer } from "./pointer";
import type { PriceFormAnswer } from "./row-answers";

export type FindingAnswer = {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly word: string;
  readonly text: string;
  /** By ids: the cell is looked up anew when the link is pressed, since people sort. */
  readonly place: string;
  readonly isAboutModel: boolean;
  /** The cell as it stood when the workbook was read, to be shown. */
  readonly cell?: string;
  /** The row and column in words, where the sentence does not name the bid that it is about. */
  readonly about?: string;
  /** Where it stands in a file that was given: the file, the sheet and cell, and whose it is. */
  readonly source?: string;
  /** The field of the act's form that it is about. */
  readonly field?: string;
  /** It has one remedy, which can be shown and made. */
  readonly canMend?: true;
};

/** The steps at which work is counted. */
export type CountedStep = "model" | "requirements" | "scores" | "result";

/** Values that differ from their record, errors, and what is left to do at a step. */
export type LeftAtStep = {
  readonly changed: number;
  readonly wrong: number;
  readonly remaining: number;
};

/** Whether the result sheets are missing, made of the input as it is, or of an earlier one. */
export type Freshness = "none" | "current" | "changed";

/** Pasted requirements before they are entered; `first` is where the first of them will stand. */
export type PastedPreview = Omit<Pasted, "rows"> & {
  /** `verifiedBy` in words, empty where it is not stated. */
  readonly rows: readonly (Pasted["rows"][number] & { readonly verifiedBy: string })[];
  readonly first?: Place;
};

export type AreaLeft = { readonly area: string; readonly count: number };

export type RequirementProgress = {
  readonly bid: string;
  readonly bidder: string;
  /** How a bid stands that is out of the competition; nothing then remains to be done for it. */
  readonly out?: string;
  /** It is out by requirements whose reasons are still to be written. */
  readonly isProvisional?: true;
  readonly total: number;
  readonly met: number;
  readonly notMet: readonly Pointer[];
  readonly clarifications: readonly Pointer[];
  /** The first open requirements; `openCount` says how many there are. */
  readonly open: readonly Pointer[];
  readonly openCount: number;
  /** What each reader has no verdict on yet, by area in the order of the sheet; "" is no area. */
  readonly left: { readonly [reader in "first" | "second"]: readonly AreaLeft[] };
  /** Each stage and area, in the order of the law: how many requirements are decided. */
  readonly areas: readonly {
    readonly name: string;
    readonly done: number;
    readonly total: number;
  }[];
};

export type ScoreProgress = {
  readonly bid: string;
  readonly bidder: string;
  /** How a bid stands that is out of the competition; nothing then remains to be done for it. */
  readonly out?: string;
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
  /** An open choice takes another text too. */
  readonly kind: "text" | "number" | "choice" | "open-choice";
  /** What is written in the cell, and the reader's word for it. */
  readonly options: readonly Choice[];
};

/** A value in a cell of its own, which may be fixed by what is recorded. */
export type PlacedField = FieldAnswer & {
  readonly place: Place;
  /** Why it can be read and not typed; "" while it can be typed. */
  readonly fixed: string;
  /** It can be typed all the same, and the change is then recorded with a reason. */
  readonly canCorrect: boolean;
};

/** A value of the procurement itself, on the sheet Upphandling or Tilldelning. */
export type ProcurementField = PlacedField & {
  /** The fields that are entered with it, itself among them. */
  readonly together: readonly Place[];
};

/** The procurement itself as a form: its fields in groups, those of most procurements first, under "". */
export type ProcurementForm = {
  /** Why what is recorded when bids are opened is fixed; "" while it is not. */
  readonly fixed: string;
  readonly canCorrect: boolean;
  readonly groups: readonly {
    /** The same in every language. */
    readonly name: string;
    readonly title: string;
    readonly fields: readonly ProcurementField[];
  }[];
};

/** What was typed of the procurement: texts by the places of their values. */
export type ProcurementRequest = { readonly texts: { readonly [place: Place]: string } };

/** A figure of a bid, with the step that explains it. */
export type FigureAnswer = {
  readonly label: string;
  readonly text: string;
  readonly step: number;
  /** Why it is another figure than the one before it. */
  readonly note?: string;
};

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
  /** The price as offered, and the sum of the adjustments; "" where there is none. */
  readonly offered: string;
  /** The price that is compared, where it is not the one that was offered. */
  readonly compared?: string;
  readonly adjusted: string;
  readonly parts: readonly ResultPart[];
  /** The result for drawing, where the parts add up to it. */
  readonly sum?: number;
  /** What separates the bid from the first, or the first from the second. */
  readonly against?: AgainstAnswer;
};

/** A part of a bid's result; sizes are for drawing only. */
export type ResultPart = {
  readonly label: string;
  readonly text: string;
  readonly size: number;
  readonly isPrice: boolean;
  /** How much of the full marks the bid has, for a criterion. */
  readonly share?: string;
};

/** What separates a bid from another, part by part, the largest difference first. */
export type AgainstAnswer = {
  readonly bidder: string;
  readonly rows: readonly {
    readonly label: string;
    /** The difference without its sign. */
    readonly text: string;
    /** For drawing: above 0 where the bid itself is ahead. */
    readonly size: number;
    /** The bidder that is ahead in this part. */
    readonly ahead: string;
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
  /** Empty where the contracts are separate: their common sum ranks nothing. */
  readonly bids: readonly RankedBid[];
  /** The outcome of each separate contract, with the authority's name as title. */
  readonly contracts: readonly { readonly title: string; readonly outcome: Outcome }[];
};

/** One step of a calculation; the pane asks for its operands when the step is unfolded. */
export type StepAnswer = {
  readonly step: number;
  readonly name: string;
  /** What the sheets call the criterion or price row that the name names. */
  readonly id?: string;
  readonly rule: string;
  readonly value: string;
  /** The whole value, where the value is rounded since no decimal can write it. */
  readonly exact?: string;
  readonly place?: string;
  readonly cell?: string;
  readonly operands: number;
};

export type EntryAnswer = { readonly text: string; readonly size?: number };

/** A table with its cells as text, and the chart that can be drawn from it. */
export type SectionAnswer = {
  readonly title: string;
  readonly note?: string;
  readonly conclusion?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly EntryAnswer[])[];
  readonly chart?: {
    readonly kind: "bar" | "stacked-bar" | "line";
    readonly category: number;
    readonly series: readonly number[];
  };
};

/** A check of the evaluation; `count` is how many agree of how many. */
export type Check = {
  readonly title: string;
  readonly text: string;
  readonly state: "good" | "bad" | "open";
  readonly count?: string;
  /** Its text is the document's fingerprint, which is looked up where it is shown. */
  readonly isFingerprint?: true;
};

/** Something that a moderator should look at, with its place and the rule that flags it. */
export type FlagAnswer = Pointer & {
  readonly rule: string;
  /** About how a score is written down and not about the score itself. */
  readonly isFormality: boolean;
  /** What it is worth in the result, in words; "" where that cannot be said. */
  readonly worth: string;
  /** The one score that it is about, where it is about one. */
  readonly score?: { readonly bid: string; readonly criterion: string };
};

/** How the group's work stands. */
export type GroupAnswer = {
  readonly checks: readonly SectionAnswer[];
  readonly scores: readonly SectionAnswer[];
  readonly flags: readonly FlagAnswer[];
  readonly panel: PanelAnswer;
  /**
   * The number of figures that are not in the journal: new or with new reasons (`first`), and
   * changed since they were recorded (`changed`).
   */
  readonly unrecorded: { readonly first: number; readonly changed: number };
  /** Whether any score stands in the document, recorded or not. */
  readonly isAnyScored: boolean;
  /** The prices are kept apart, and quality, for which they wait, is not fixed yet. */
  readonly isSealed: boolean;
};

/** How far the file has come to a decision; the code is "" before publication. */
export type AwardAnswer = {
  readonly publishedCode: string;
  /** The lot that the case is about; "" where the procurement is not divided. */
  readonly lot: string;
  /** The notice that everything is secret; "" once the decision is registered. */
  readonly banner: string;
  readonly comments: readonly {
    readonly signed: string;
    readonly place: string;
    readonly text: string;
    /** Of a signed review: whether it stands, and if not, what has changed. */
    readonly review?: { readonly stands: boolean; readonly text: string };
  }[];
  /** Dates with their provisions, and the checklist with what remains. */
  readonly sections: readonly SectionAnswer[];
};

/** A part of the reviewer's walk through the file. */
export type StationAnswer = {
  readonly title: string;
  readonly blocks: readonly (Block & { readonly isCaptionSeen: boolean })[];
};

/** An event after quality was fixed; each part is empty where it has none. */
export type SinceAnswer = {
  readonly signed: string;
  readonly what: string;
  readonly change: string;
  readonly why: string;
  /** What it did to the outcome. */
  readonly effect: string;
};

/** The verification of the file, question by question. */
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
    /** What only follows from what was changed, of which the causes tell. */
    readonly following: readonly FindingAnswer[];
    readonly followingCount: number;
  }[];
  /** What someone changed, before the checks that it makes fail. */
  readonly causes: readonly (FindingAnswer & { readonly effect: string })[];
  readonly since: readonly SinceAnswer[];
  /** Since when what decides stands, what has changed, and which outcomes were replaced. */
  readonly sections: readonly SectionAnswer[];
  readonly proves: string;
};

/** What came of an act or a handout, in words, and the case as it is after it. */
export type ActAnswer = {
  readonly message: string;
  readonly conflicts: readonly string[];
  readonly findings: readonly FindingAnswer[];
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Something has been written in the workbook. */
  readonly isWritten: boolean;
  readonly known: CaseAnswer;
};

/** A milestone of the procurement, in words. */
export type MilestoneAnswer = {
  readonly name: string;
  readonly state: MilestoneState;
  readonly text: string;
  readonly isNext: boolean;
};

/** The steps of the pane where changed values are shown. */
export type ChangeStep = "requirements" | "scores" | "result";

/** A value that differs from its record. */
export type ChangeAnswer = Pointer & {
  /** What the act is given to record it. */
  readonly keys: string;
  readonly recorded: string;
  readonly now: string;
  /** When it was recorded, and by whom. */
  readonly since: string;
  /** How many other values changed with it. */
  readonly others: number;
};

export type ChangesAnswer = {
  readonly [step in ChangeStep]: {
    readonly count: number;
    readonly shown: readonly ChangeAnswer[];
  };
};

/** A verdict that was written: on which requirement of which bid, by which reader, and in words. */
export type WrittenVerdict = Pick<VerdictEntry, "bid" | "requirement" | "reader"> & {
  readonly said: string;
};

/** What was written last, while it can be taken back: where its cells stand, and of a verdict which. */
export type UndoAnswer = {
  readonly sheets: readonly string[];
  readonly cells: number;
  readonly verdict?: WrittenVerdict;
  /** The bids that it added, in words. */
  readonly added?: string;
};

/** What has been taken back, and the case without it. */
export type UndoneAnswer = { readonly undone: UndoAnswer; readonly known: CaseAnswer };

/** A bid in a list: whose it is, and how far its price has come. */
export type BidLine = { readonly bid: string; readonly name: string; readonly said: string };

/** How the case stands after a reading, without any laboratory. */
export type CaseAnswer = {
  readonly state: "empty" | "unreadable" | "read";
  readonly title: string;
  readonly caseNumber: string;
  readonly authority: string;
  /** In the order of the document. */
  readonly bids: readonly BidLine[];
  readonly counts: {
    readonly bids: number;
    readonly requirements: number;
    readonly criteria: number;
    /** Lines of the journal. */
    readonly events: number;
  };
  readonly freshness: Freshness;
  /** From publication to decision. */
  readonly milestones: readonly MilestoneAnswer[];
  /** What is left to do and what is wrong, step by step. */
  readonly left: { readonly [step in CountedStep]: LeftAtStep };
  /** Whether the case is the pane's own example, and whether the example has been changed. */
  readonly sample: "no" | "untouched" | "changed";
  /** What the input sheets are called in the workbook, by the reader's own word, where that differs. */
  readonly sheetNames: readonly (readonly [said: string, named: string])[];
  /** The names of the sheets that the case is made of. */
  readonly sheets: readonly string[];
  readonly findings: readonly FindingAnswer[];
  readonly fields: readonly FieldAnswer[];
  readonly procurement?: ProcurementForm;
  readonly priceForm?: PriceFormAnswer;
  readonly criteria?: CriteriaAnswer;
  /** What the pane wrote last and can take back. */
  readonly undo?: UndoAnswer;
  /** What the procurement's amounts are in; "" where it is not known. */
  readonly currency: string;
  readonly formula: string;
  readonly requirements: readonly RequirementProgress[];
  readonly scores: readonly ScoreProgress[];
  readonly acts: readonly ActForm[];
  readonly changes: ChangesAnswer;
  readonly group?: GroupAnswer;
  readonly award?: AwardAnswer;
  readonly outcome?: Outcome;
  readonly checks: readonly Check[];
  readonly modelText: string;
};

/** The answer to a field that was entered: kept, or the reason why not. */
export type FieldEntry =
  | {
      readonly kept: true;
      /** The case as it is with the entry; undefined where the workbook could not be read again. */
      readonly known: CaseAnswer | undefined;
    }
  | { readonly kept: false; readonly why: string };
