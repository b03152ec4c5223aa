/**
 * The calls between the pane and the worker that holds the case service, as types: the compiler
 * checks both ends against them. It sends nothing.
 */
import type { ActRequest, HandoutRequest, TypedPreview } from "../case/act-requests";
import type {
  ActAnswer,
  CaseAnswer,
  FieldEntry,
  FindingAnswer,
  PastedPreview,
  ProcurementRequest,
  SectionAnswer,
  StationAnswer,
  StepAnswer,
  UndoAnswer,
  UndoneAnswer,
  VerificationAnswer,
} from "../case/answers";
import type { BidForm, BidRequest } from "../case/bid-answers";
import type { ArrangeRequest } from "../app/arrange-criteria";
import type { ModelChange } from "../app/model-changes/change-model";
import type { ChangePreview } from "../case/model-change";
import type { WorthAnswer } from "../case/worth-answer";
import type { ImportAnswer, ImportRequest } from "../case/import-answers";
import type { DiscussionAnswer } from "../case/panel-answers";
import type { CellAnswer } from "../case/cell-answers";
import type { RowForm, RowRefused, RowRequest, RowTable } from "../case/row-answers";
import type { TypedBid } from "../app/templates/imagined-bid";
import type { EmptyRequest } from "../app/templates/emptied";
import type { TemplateName } from "../app/templates/models";
import type { DisputeRequest } from "../case/disputed";
import type { CheckAnswer } from "../case/check-list";
import type { TrialAnswer } from "../case/trial-answer";
import type { AgreedEntry, UnanimousEntry } from "../app/enter-agreed";
import type { VerdictEntry } from "../app/enter-verdict";
import type { PasteRequest } from "../app/enter-requirements";
import type { PastedLevels } from "../app/paste-levels";
import type { Failure } from "../host/failure";
import type { Amendment, CellAddress, Concealed, Page, SheetReading } from "../sheet/workbook";
import type { SentReading } from "./sent-reading";

export type Language = "sv" | "en";

/** A file that the user gives. */
export type GivenFile = { readonly name: string; readonly bytes: Uint8Array };

/** A row that was entered, with the case as it is with it; or why it was not. */
export type RowEntry = Extract<FieldEntry, { readonly kept: true }> | RowRefused;

/** A criterion that was arranged, with what was left out of it, in words; or why it was not. */
export type ArrangeEntry =
  | (Extract<FieldEntry, { readonly kept: true }> & { readonly said: string })
  | { readonly kept: false; readonly why: string };

/** A verdict that is in its cells, and how it is taken back; or why it is not entered. */
export type VerdictWritten =
  | { readonly kept: true; readonly undo: UndoAnswer | undefined }
  | { readonly kept: false; readonly why: string };

/** The calls that the pane makes and the worker answers. */
export type CaseCalls = {
  /**
   * Sets the reader's language, and whether the workbook is the one in Excel or a file that the
   * user gives.
   */
  begin(language: Language, where: "excel" | "file"): void;
  take(): CaseAnswer;
  /** The same after an edit that Excel has told of. */
  takeEdited(): CaseAnswer;
  /** @param by the name of the evaluator for the journal; blank writes no event */
  evaluate(by: string): CaseAnswer;
  why(step: number): readonly StepAnswer[];
  sensitivity(): readonly SectionAnswer[];
  /** What would be, had a disputed score been otherwise; nothing is written. */
  whatIf(dispute: DisputeRequest): readonly SectionAnswer[];
  /** @param expected the expected price as typed */
  modelTest(expected: string, bids: readonly TypedBid[]): TrialAnswer;
  requirementTexts(): readonly FindingAnswer[];
  /** Selects the cell of a place, looked up in the workbook as it is now. */
  goTo(place: string): void;
  /** What a cell is called; undefined for one that holds no value of the evaluation. */
  cellName(address: CellAddress): string | undefined;
  /** What is known of a cell; undefined where no evaluation has been read. */
  cell(address: CellAddress): CellAnswer | undefined;
  /** Shows the sheet with the outcome. */
  showResults(): void;
  enter(key: string, text: string): FieldEntry;
  /** Enters values of the procurement itself: all of them, or none. */
  enterProcurement(request: ProcurementRequest): RowEntry;
  /** A bid with its prices; undefined where it is no longer there. */
  bidForm(bid: string): BidForm | undefined;
  /** Enters values of bids: all of them, or none. */
  enterBid(request: BidRequest): RowEntry;
  /**
   * @param id "" for a new row
   * @param parent the group that a new criterion comes under; "" at the root
   */
  rowForm(table: RowTable, id: string, parent: string): RowForm;
  /** What full marks are worth with what is typed in a criterion's form; nothing is written. */
  typedWorth(request: RowRequest, parent: string): WorthAnswer;
  /** What each line of pasted levels would become; nothing is written. */
  previewLevels(text: string): PastedLevels;
  /** Gives a criterion these levels in the place of those that it has. */
  replaceLevels(id: string, levels: PastedLevels["levels"]): RowEntry;
  /** What another way to evaluate, another scale or a remedy comes to; nothing is written. */
  previewChange(change: ModelChange): ChangePreview;
  changeModel(change: ModelChange): FieldEntry;
  /** Moves, divides or takes away a criterion. */
  arrange(request: ArrangeRequest): ArrangeEntry;
  /**
   * Takes away a price row, where no bid has anything in it and nothing else names it.
   * @param id of the row as people see it, one that is priced by year with all its years
   */
  removePriceRow(id: string): FieldEntry;
  /** Takes back what the pane wrote last, of what is not recorded. */
  undo(): UndoneAnswer;
  enterRow(request: RowRequest): RowEntry;
  /** What a text would become in a field of an act's form, a line each; nothing is written. */
  previewTyped(act: ActRequest["act"], field: string, text: string): TypedPreview;
  /** What each line of pasted requirements would become; nothing is written. */
  previewRequirements(text: string): PastedPreview;
  enterRequirements(request: PasteRequest): FieldEntry;
  /** Every requirement of a bid, with what has been found about it. */
  fingerprint(): string;
  checkList(bid: string): readonly CheckAnswer[];
  /** Writes a verdict, and reads nothing again: the next one is under way. */
  enterVerdict(entry: VerdictEntry, by: string): VerdictWritten;
  verify(): VerificationAnswer;
  walk(): readonly StationAnswer[];
  /** Compares an earlier version, given as a file, with the case. */
  compare(name: string, bytes: Uint8Array): SectionAnswer;
  /** @returns undefined where the bid or the criterion is no longer there */
  discussion(bid: string, criterion: string): DiscussionAnswer | undefined;
  enterAgreed(entry: AgreedEntry): FieldEntry;
  /** All are entered, or none. */
  enterUnanimous(entry: UnanimousEntry): FieldEntry;
  /** Performs an act with its fields and files, and writes the result. */
  perform(request: ActRequest, files: readonly GivenFile[]): ActAnswer;
  /** What would be taken of bidders' forms; nothing is written. */
  previewForms(request: ImportRequest, files: readonly GivenFile[]): ImportAnswer;
  /** Takes all of the forms, or none. */
  takeForms(request: ImportRequest, files: readonly GivenFile[]): ActAnswer;
  /**
   * Makes files or sheets of the case.
   * @param lots the workbooks of the other lots, for papers about all of them
   */
  handOut(request: HandoutRequest, lots?: readonly GivenFile[]): ActAnswer;
  /** The library of models, with bids as they were typed. */
  models(bids: readonly TypedBid[]): TrialAnswer;
  create(template: TemplateName): CaseAnswer;
  createFrom(name: string, bytes: Uint8Array): CaseAnswer;
  removeSample(): CaseAnswer;
  /** Makes the example into a procurement without bids: its sheets are written anew. */
  emptySample(request: EmptyRequest): CaseAnswer;
  open(name: string, bytes: Uint8Array): CaseAnswer;
  /** The sentence, in the reader's language, of a failure that arose in the pane. */
  tell(code: string, details: Failure["details"]): string;
  save(): { readonly name: string; readonly bytes: Uint8Array };
};

/** The calls that the worker makes and the pane answers: only the pane can use office.js. */
export type ExcelCalls = {
  /** @param known the number of the reading that the worker has; 0 for none */
  read(known: number): SentReading;
  /** The same after an edit that Excel has told of, which asks it for less. */
  readEdited(known: number): SentReading;
  readResults(): SheetReading[];
  concealed(): Concealed[];
  writeResults(pages: readonly Page[], amendment?: Amendment): void;
  calculate(pages: readonly Page[]): readonly Page[];
  select(address: CellAddress): void;
  amend(amendment: Amendment): void;
  addPages(pages: readonly Page[], replaced?: readonly string[]): void;
  removePages(names: readonly string[]): void;
  /** Someone has changed the workbook since what is shown was read. */
  markOutdated(): void;
};

type Answers<Calls> = {
  readonly [name in keyof Calls]: Calls[name] extends (...args: infer Args) => infer Answer
    ? (...args: Args) => Answer | Promise<Answer>
    : never;
};

/** The handlers of the same calls; an answer may be a promise. */
export type CaseHandlers = Answers<CaseCalls>;
export type ExcelHandlers = Answers<ExcelCalls>;
