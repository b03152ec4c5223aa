/** What the pane is answered about a cell of the workbook: plain data in the reader's words. Types only. */
import type { ActName } from "../procedure/acts/act";
import type { ChangeStep, FigureAnswer } from "./answers";
import type { HistoryLine } from "./panel-answers";

/** How a value stands to what has been recorded. */
export type RecordState = "recorded" | "unrecorded" | "changed";

/** Where a value is worked with or recorded. */
export type CellLead =
  | {
      readonly to: "verdict";
      readonly bid: string;
      readonly requirement: string;
      readonly reader: "first" | "second";
    }
  | { readonly to: "score"; readonly bid: string; readonly criterion: string }
  | { readonly to: "changes"; readonly step: ChangeStep }
  /** The act that records it. */
  | { readonly to: "act"; readonly act: ActName };

/** What a value does to one bid, from the figure that uses it to the bid's result. */
export type CellEffect = {
  readonly bid: string;
  readonly bidder: string;
  readonly figures: readonly FigureAnswer[];
};

/** A value of the evaluation, or the place for one. */
export type ValueCell = {
  readonly kind: "value";
  /** "Kravprövning!F12". */
  readonly cell: string;
  readonly place: string;
  /** Which value it is: sheet, row and column by their names. */
  readonly what: string;
  /** What a verdict is about, in full. */
  readonly about: string;
  /** "" for a blank cell. */
  readonly value: string;
  /** What is wrong with it, in sentences. */
  readonly findings: readonly string[];
  /** Undefined for what is never recorded. */
  readonly record?: { readonly state: RecordState; readonly text: string };
  readonly effects: readonly CellEffect[];
  /** Oldest first. */
  readonly history: readonly HistoryLine[];
  readonly leads: readonly CellLead[];
};

/** A cell that holds no value of the evaluation, and why, in a sentence. */
export type NoCell = { readonly kind: "none"; readonly cell: string; readonly said: string };

export type CellAnswer = ValueCell | NoCell;
