/**
 * The calls between the pane and the desk's thread. Types only: both ends are checked against them.
 */
import type { ActRequest, HandoutRequest } from "../case/act-requests";
import type {
  ActAnswer,
  CaseAnswer,
  FieldEntry,
  FindingAnswer,
  HistoryLine,
  SectionAnswer,
  StationAnswer,
  StepAnswer,
  VerificationAnswer,
} from "../case/answers";
import type { TemplateName } from "../app/templates";
import type { Failure } from "../host/failure";
import type {
  Amendment,
  CellAddress,
  Concealed,
  Page,
  SheetReading,
  WorkbookReading,
} from "../sheet/workbook";

export type Language = "sv" | "en";

/** What the pane asks of the desk. */
export type CaseCalls = {
  /**
   * Sets the reader's language and says where the workbook is: in Excel, or a file given to the
   * desk.
   */
  begin(language: Language, where: "excel" | "file"): void;
  take(): CaseAnswer;
  /** @param by who evaluates, for the journal; blank leaves no line in it */
  evaluate(by: string): CaseAnswer;
  why(step: number): readonly StepAnswer[];
  sensitivity(): readonly SectionAnswer[];
  modelTest(): readonly SectionAnswer[];
  requirementTexts(): readonly FindingAnswer[];
  /** Shows the cell of a place to the user, wherever it is by now. */
  goTo(place: string): void;
  /** Shows the sheet with the outcome. */
  showResults(): void;
  enter(key: string, text: string): FieldEntry;
  verify(): VerificationAnswer;
  walk(): readonly StationAnswer[];
  /** An earlier version, given as a file, against the case. */
  compare(name: string, bytes: Uint8Array): SectionAnswer;
  history(bid: string, criterion: string): readonly HistoryLine[];
  /** Does an act with what was given, and writes what came of it. */
  perform(
    request: ActRequest,
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  ): ActAnswer;
  /** Makes files or sheets of the case. */
  handOut(request: HandoutRequest): ActAnswer;
  create(template: TemplateName): CaseAnswer;
  createFrom(name: string, bytes: Uint8Array): CaseAnswer;
  removeSample(): CaseAnswer;
  open(name: string, bytes: Uint8Array): CaseAnswer;
  /** A failure of the pane's own end in the reader's words. */
  tell(code: string, details: Failure["details"]): string;
  save(): { readonly name: string; readonly bytes: Uint8Array };
};

/** What the desk asks of the pane, which alone can talk to Excel. */
export type ExcelCalls = {
  read(): WorkbookReading;
  readResults(): SheetReading[];
  concealed(): Concealed[];
  writeResults(pages: readonly Page[], amendment?: Amendment): void;
  calculate(pages: readonly Page[]): readonly Page[];
  select(address: CellAddress): void;
  amend(amendment: Amendment): void;
  addPages(pages: readonly Page[]): void;
  removePages(names: readonly string[]): void;
};

type Answers<Calls> = {
  readonly [name in keyof Calls]: Calls[name] extends (...args: infer Args) => infer Answer
    ? (...args: Args) => Answer | Promise<Answer>
    : never;
};

/** The same calls as one end answers them: at once or later. */
export type CaseHandlers = Answers<CaseCalls>;
export type ExcelHandlers = Answers<ExcelCalls>;
