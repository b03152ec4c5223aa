/**
 * What a moderator is shown of a panel's work, and what is asked of one bid on one criterion. Types
 * only: plain data in the reader's words, so that it can cross to another thread.
 */
import type { AgreedTexts } from "../app/enter-agreed";
import type { Choice } from "../procedure/acts/act";
import type { PanelState } from "../scoring/panel-standing";
import type { Pointer } from "./pointer";

/** One bid on one criterion, with the evaluators' values in the order of `evaluators`. */
export type PanelScore = Pointer & {
  readonly bid: string;
  readonly bidder: string;
  /** In the reader's words; "" for an evaluator who has not scored. */
  readonly values: readonly string[];
  /** The agreed value in the reader's words; "" where there is none. */
  readonly agreed: string;
  /** The value that all have given, to be sent where it is accepted; "" where they have not. */
  readonly unanimous: string;
  readonly state: PanelState | "rejected" | "unreadable";
  /** The bidder has withdrawn the bid, which nobody calls rejected. */
  readonly isWithdrawn?: true;
  /** The cells of it that cannot be read, each with the evaluator's name; "" for the agreed value. */
  readonly unreadable: readonly Pointer[];
  /** How far apart the evaluators are, in per cent of the scale; "" where that cannot be said. */
  readonly spread: string;
  /** Further apart than the limit from which a moderator looks. */
  readonly isFarApart: boolean;
};

/** A criterion that a panel scores. */
export type PanelCriterion = {
  readonly id: string;
  readonly name: string;
  readonly form: string;
  readonly bids: readonly PanelScore[];
};

/** Someone who scores, and what is answered about a conflict of interest, in words; it points at that. */
export type PanelEvaluator = Pointer & {
  readonly id: string;
  readonly name: string;
  /** Nothing is answered, or what was done about a conflict is not said. */
  readonly isOpen: boolean;
};

export type PanelAnswer = {
  readonly evaluators: readonly PanelEvaluator[];
  readonly criteria: readonly PanelCriterion[];
};

/** What one evaluator has said of a bid on a criterion; "" for what is not there. */
export type OwnScore = {
  readonly name: string;
  /** As the document has it. */
  readonly code: string;
  readonly value: string;
  /** What the level means. */
  readonly level: string;
  readonly rationale: string;
  readonly reference: string;
};

/** One line of the journal. */
export type HistoryLine = {
  readonly signed: string;
  readonly what: string;
  readonly change: string;
  readonly why: string;
  readonly isPriceKnown: boolean;
};

/** Everything that a panel needs to agree on one score. */
export type DiscussionAnswer = {
  readonly bid: string;
  readonly bidder: string;
  readonly criterion: string;
  readonly name: string;
  readonly description: string;
  readonly form: string;
  /** The levels to choose among; none where the value is a number. */
  readonly levels: readonly Choice[];
  readonly scale: string;
  readonly scores: readonly OwnScore[];
  /** Whether a value is agreed on; otherwise the published rule makes it. */
  readonly isAgreedOn: boolean;
  /** What stands in the cells, to be compared when something is entered. */
  readonly seen: AgreedTexts;
  /** The same, as a form begins with it. */
  readonly agreed: AgreedTexts;
  /** The evaluators' own reasons, each once and without names. */
  readonly own: Pick<AgreedTexts, "rationale" | "reference">;
  /** What has been agreed for the other bids on the same criterion. */
  readonly others: readonly { readonly bidder: string; readonly agreed: string }[];
  readonly history: readonly HistoryLine[];
} & Pick<Pointer, "place" | "cell">;
