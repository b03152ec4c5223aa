/**
 * One case at a time, and the questions that a pane asks about it. The service holds the last reading
 * and answers in plain data and the reader's words, so that it can run in a thread of its own. It
 * knows no DOM and no host; a door gives it the workbook and the calculator.
 */
import { walkThrough } from "../app/award-papers";
import { compareVersions } from "../app/compare-versions";
import { originsOf } from "../core/document/origins";
import type { Assessed } from "../app/assess";
import { CaseMemory } from "../app/case-memory";
import type { UnseenCell } from "../app/unseen-changes";
import { ShownWorkbook } from "../app/unseen-changes";
import { assessWorkbook, judgeWorkbook } from "../app/assess";
import { publicationOf } from "../report/result";
import type { FileReading } from "../app/read-case";
import type { EmptyRequest } from "../app/templates/emptied";
import { emptied } from "../app/templates/emptied";
import type { TemplateName } from "../app/templates/models";
import { templateDocument } from "../app/templates/template-document";
import { withoutBids } from "../app/templates/without-bids";
import type { Bundle } from "../app/verification-bundle";
import { verifyAssessed } from "../app/verify";
import { isCaptionSeen } from "../content/paper";
import type { EvaluationDocument } from "../core/document/schema";
import { everyCriterion } from "../core/document/schema";
import type { Finding } from "../core/finding";
import type { Place } from "../core/place";
import { requirementAt } from "../core/place";
import { requirementLint } from "../lab/requirement-lint";
import { addressIn } from "../sheet/cell-address";
import { keptScale } from "../sheet/kept-scale";
import { readWorkbook } from "../sheet/read";
import type { DisputeRequest } from "./disputed";
import { disputedAnswer } from "./disputed";
import type { CheckAnswer } from "./check-list";
import { checkList } from "./check-list";
import type { AgreedEntry, UnanimousEntry } from "../app/enter-agreed";
import { enterAgreed, enterUnanimous } from "../app/enter-agreed";
import type { JudgementEntered } from "../app/enter-judgement";
import type { VerdictEntry } from "../app/enter-verdict";
import { enterVerdict } from "../app/enter-verdict";
import type { PasteRequest } from "../app/enter-requirements";
import { enterRequirements } from "../app/enter-requirements";
import type { PastedLevels } from "../app/paste-levels";
import { pastedRequirements } from "../app/paste-requirements";
import type { Signature } from "../scoring/record-scores";
import { asNamedIn } from "../sheet/sheet-names";
import { nameAmong } from "../words/named-id";
import { findingTexts } from "../words/sentences";
import type {
  Amendment,
  Calculator,
  CellAddress,
  EvaluatedWorkbook,
  Page,
  Workbook,
  WorkbookReading,
} from "../sheet/workbook";
import { withUnchangedRows } from "../sheet/unchanged-rows";
import { writeWorkbook } from "../sheet/write";
import type { Act } from "../procedure/acts/act";
import type { ActName } from "../procedure/acts/act";
import { actNamed } from "../procedure/acts/registry";
import type { Words } from "../words/sv/words";
import { typedPreview } from "./act-forms";
import type { ActRequest, HandoutRequest, TypedPreview } from "./act-requests";
import type {
  CaseAnswer,
  FindingAnswer,
  PastedPreview,
  ProcurementRequest,
  SectionAnswer,
  StationAnswer,
  StepAnswer,
  VerificationAnswer,
  WrittenVerdict,
} from "./answers";
import { journalReader } from "../app/event-lines";
import { comparisonSection, verificationAnswer } from "./award";
import type { CellSetting } from "./cell-answer";
import { cellAnswer, cellName } from "./cell-answer";
import type { CellAnswer } from "./cell-answers";
import type { HeldCase } from "./case-answer";
import { caseAnswer, sheetsOf } from "./case-answer";
import type { CaseSetting, Host } from "./evaluate-case";
import { alreadyRead, evaluateCase } from "./evaluate-case";
import { withFields } from "./field-of-finding";
import { findingAnswers, pointersIn } from "./finding-answers";
import type { Handout } from "./handout";
import { makeHandout } from "./handouts";
import type { PaperSources } from "./paper-handouts";
import type { ImportAnswer, ImportRequest } from "./import-answers";
import type { ImportSetting, ReadForms } from "./import-forms";
import { importPreview, takeForms } from "./import-forms";
import type { EnteredField } from "./model-form";
import { enterField } from "./model-form";
import type { TypedBid } from "../app/templates/imagined-bid";
import { imaginedBids, imaginedPrice } from "../app/templates/imagined-bid";
import { imaginedOutcome } from "./imagined-outcome";
import { modelTestSections } from "./model-test";
import { everyContractCase } from "../app/contract-case";
import { everyRobustness } from "../app/result-pages";
import { Steps } from "./outcome";
import type { ActHost, ActOutcome } from "./perform-request";
import type { DiscussionAnswer } from "./panel-answers";
import { discussionAnswer } from "./panel-work";
import { performRequest } from "./perform-request";
import type { DoubleChecked } from "./review-checks";
import type { RowForm, RowRequest, RowTable } from "./row-answers";
import type { BidForm, BidRequest } from "./bid-answers";
import { prepareBid } from "./bid-entry";
import { bidForm } from "./bid-form";
import { prepareProcurement } from "./procurement-entry";
import type { PreparedRow } from "./row-entry";
import { prepareRow } from "./row-entry";
import type { ArrangeRequest } from "../app/arrange-criteria";
import { removePriceRow } from "../app/remove-price-row";
import type { ModelChange } from "../app/model-changes/change-model";
import type { ChangePreview } from "./model-change";
import { changePreview, prepareChange } from "./model-change";
import type { PreparedArrangement } from "./arrangement";
import { prepareArrangement } from "./arrangement";
import { levelsRequest } from "./criterion-entry";
import { criterionForm } from "./criterion-form";
import type { WorthAnswer } from "./worth-answer";
import { typedWorth } from "./criterion-tree";
import { priceRowForm } from "./row-forms";
import { sectionAnswer } from "./section-answer";
import type { TrialAnswer } from "./trial-answer";
import { refusedTrial } from "./trial-answer";
import { namesIn } from "../core/document/names";
import { writtenVerdict } from "./written-verdict";

/** The workbook as it is now, and the time. */
type Held = Pick<ImportSetting, "reading" | "time">;

/** The cells of a judgement, or why it is not entered. */
type PreparedJudgement =
  | { readonly amendment: Amendment; readonly why?: never }
  | { readonly why: string; readonly amendment?: never };

export class CaseService {
  private held: HeldCase | undefined;
  /** The workbook as what was answered last shows it. */
  private shown: ShownWorkbook | undefined;
  /** What was last evaluated twice, by the fingerprint of what it rests on. */
  private twice: { readonly basis: string; readonly result: DoubleChecked } | undefined;
  private readonly memory = new CaseMemory();
  private readonly setting: CaseSetting;

  /**
   * @param words the reader's language
   * @param all every language a workbook may be in
   * @param version the program and its version, as results and papers name it
   */
  constructor(
    private readonly words: Words,
    private readonly all: readonly Words[],
    version: string,
  ) {
    this.setting = { words, all, version };
  }

  /**
   * Reads the workbook and says how the case stands. It writes nothing.
   * @param now the time, in ISO form
   */
  async take(workbook: Pick<Workbook, "read">, now: string): Promise<CaseAnswer> {
    const reading = withUnchangedRows(this.held?.reading, await workbook.read());
    return this.hold(reading, assessWorkbook(reading, this.words, this.all, this.memory), now);
  }

  /**
   * Evaluates the workbook twice and writes the result sheets. What is shown is as it was until the
   * workbook is taken again: someone else may have changed it meanwhile.
   * @param by who evaluates, for the journal; blank leaves no line in it
   * @returns whether anything was written; nothing is where the workbook holds no document
   */
  async evaluate(workbook: Workbook, host: Host, by: string): Promise<boolean> {
    const before = withUnchangedRows(this.held?.reading, await workbook.read());
    const found = await evaluateCase(alreadyRead(workbook, before), host, this.setting, by);
    if (!found.document) return false;
    await workbook.writeResults(found.pages, found.amendment);
    this.twice = { basis: found.basis, result: found.result };
    return true;
  }

  private hold(reading: WorkbookReading, found: HeldCase["found"], now: string): CaseAnswer {
    const { document } = found;
    const steps = new Steps(
      found.places,
      this.words,
      document && originsOf(document),
      document && namesIn(document),
      found.document && found.evaluation,
    );
    const { twice } = this;
    const isTwice = twice !== undefined && document && found.basis === twice.basis;
    this.held = { reading, found, steps, now, ...(isTwice ? { checked: twice.result } : {}) };
    this.shown = new ShownWorkbook(reading, this.all);
    return caseAnswer(this.held, this.setting);
  }

  /** Whether the workbook is as it was shown, where it has been. */
  isAsShown(reading: WorkbookReading): boolean {
    return this.shown?.isSame(reading) ?? true;
  }

  /** The first cell that would be written over as nobody has been shown it. */
  unseen(amendment: Amendment, reading: WorkbookReading): UnseenCell | undefined {
    return this.shown?.unseen(amendment, reading);
  }

  /** Notes what is written and is not read before the next write. */
  noteWritten(amendment: Amendment, reading: WorkbookReading): void {
    this.shown?.note(amendment, reading);
  }

  /** The workbook as it was shown; as it is now, where it has not been. */
  shownReading(now: WorkbookReading): WorkbookReading {
    return this.shown?.reading ?? now;
  }

  /** The operands of a step that has been shown. */
  why(step: number): StepAnswer[] {
    return this.held?.steps.operands(step) ?? [];
  }

  /** What would change the outcome. */
  sensitivity(): SectionAnswer[] {
    const { evaluation, document } = this.assessed();
    const called = nameAmong([...everyCriterion(document.criteria), ...document.priceItems]);
    return everyRobustness(evaluation, this.words, called).map((table) =>
      sectionAnswer(table, this.words),
    );
  }

  /** What would be, had a score been otherwise. */
  whatIf(request: DisputeRequest): readonly SectionAnswer[] {
    return disputedAnswer(this.assessed().evaluation, request, this.words);
  }

  /**
   * What the model does, before any bid and on drawn ones.
   * @param expected the price that the user expects, as typed; blank where nothing is expected
   * @param typed bids that the user imagines; blank ones are left out
   */
  modelTest(expected = "", typed: readonly TypedBid[] = []): TrialAnswer {
    const { document, evaluation } = this.assessed();
    const { currency } = document.procurement;
    const price = imaginedPrice(expected, currency, this.all);
    const isNoPrice = expected.trim() !== "" && !price;
    const { bids, refused } = imaginedBids(typed, currency, this.all);
    if (isNoPrice || refused.length > 0)
      return refusedTrial(isNoPrice ? expected : undefined, refused, this.words);
    const tables = [
      ...(bids.length > 0 ? [imaginedOutcome(document, bids, this.words)] : []),
      ...modelTestSections(evaluation, this.words, price),
    ];
    return { sections: tables.map((table) => sectionAnswer(table, this.words)), refused: [] };
  }

  /** The file part by part, for its reviewer. */
  walk(): StationAnswer[] {
    const found = this.assessed();
    const seal = found.seal && publicationOf(found.seal);
    const stations = everyContractCase(found).flatMap(({ suffix, own }) =>
      walkThrough(own, seal, this.words).map(({ title, blocks }) => ({
        title: suffix === "" ? title : `${own.document.procurement.authority}: ${title}`,
        blocks,
      })),
    );
    return stations.map(({ title, blocks }) => ({
      title,
      blocks: blocks.map((block, n) => ({ ...block, isCaptionSeen: isCaptionSeen(blocks, n) })),
    }));
  }

  /** The linter's findings about the requirement texts. */
  requirementTexts(): FindingAnswer[] {
    const { document, places } = this.assessed();
    return findingAnswers(requirementLint(document), places, this.words);
  }

  /** The cell of a place in a reading that is newer than the one that is held. */
  locate(place: Place, reading: WorkbookReading): CellAddress | undefined {
    // A place is by ids, since people sort; a result sheet has none, and nobody sorts it.
    return addressIn(place) ?? readWorkbook(reading, this.all).places.nearest(place);
  }

  /** What a cell is called in the reading that is held; undefined for a cell that is no value. */
  cellName(address: CellAddress): string | undefined {
    const setting = this.cellSetting();
    return setting && cellName(address, setting);
  }

  /** What is known of a cell in the reading that is held; undefined where that holds no document. */
  cell(address: CellAddress): CellAnswer | undefined {
    const setting = this.cellSetting();
    return setting && cellAnswer(address, setting);
  }

  private cellSetting(): CellSetting | undefined {
    const { held, words } = this;
    if (!held?.found.document) return undefined;
    const { found, steps, reading } = held;
    return { found, steps, results: reading.results ?? [], words };
  }

  /** The cell of an entry in the model's form, in a reading newer than the one that is held. */
  prepareEntry(key: string, text: string, reading: WorkbookReading): EnteredField {
    const { findings, places, words: written = this.words } = readWorkbook(reading, this.all);
    // Someone has taken the sheet away since the form was shown.
    if (!places.tables.model)
      return {
        problem: asNamedIn(
          findingTexts(
            findings.filter(({ severity }) => severity === "blocking"),
            this.words,
          ),
          places,
          this.words,
        ),
      };
    return enterField({ key, text }, places, written, this.ownFirst());
  }

  /** The cells of what was typed of the procurement, in a reading newer than the one that is held. */
  prepareProcurement(request: ProcurementRequest, reading: WorkbookReading): PreparedRow {
    return prepareProcurement(request, reading, this.ownFirst());
  }

  /** A bid as a form; nothing for one that is not there. */
  bidForm(bid: string): BidForm | undefined {
    const { document, places, written } = this.assessed();
    return bidForm(bid, document, places, { words: this.words, written });
  }

  /** The cells of what was typed of bids, in a reading newer than the one that is held. */
  prepareBid(request: BidRequest, reading: WorkbookReading): PreparedRow {
    return prepareBid(request, reading, this.ownFirst());
  }

  /**
   * A criterion, a price row, or a row that price rows name, as a form; "" is a new one.
   * @param parent the group that a new criterion comes under; "" at the root
   */
  rowForm(table: RowTable, id: string, parent: string): RowForm {
    const { document, places } = this.assessed();
    const kept = keptScale(id, places.tables);
    const setting = { document, words: this.words, kept };
    return table === "criteria"
      ? criterionForm(id, parent, setting)
      : priceRowForm(table, id, setting);
  }

  /** The cells of a row that was typed in its form, in a reading newer than the one that is held. */
  prepareRow(request: RowRequest, reading: WorkbookReading): PreparedRow {
    return prepareRow(request, reading, this.ownFirst());
  }

  /**
   * What full marks are worth with what is typed in a criterion's form.
   * @param parent the group that a new criterion comes under; "" at the root
   */
  typedWorth(request: RowRequest, parent: string): WorthAnswer {
    return typedWorth(this.assessed().evaluation, request, parent, this.words);
  }

  /** What is entered to give a criterion these levels in the place of those that it has. */
  levelsRequest(id: string, levels: PastedLevels["levels"]): RowRequest {
    const { document, places } = this.assessed();
    return levelsRequest({ id, levels }, document, keptScale(id, places.tables), this.words);
  }

  /** What a change of the model comes to, in a reading newer than the one that is held. */
  previewChange(change: ModelChange, reading: WorkbookReading): ChangePreview {
    return changePreview(change, reading, this.ownFirst());
  }

  /** The cells of a change of the model, in a reading newer than the one that is held. */
  prepareChange(change: ModelChange, reading: WorkbookReading): PreparedJudgement {
    return prepareChange(change, reading, this.ownFirst());
  }

  /** The cells of an arranged criterion, in a reading newer than the one that is held. */
  prepareArrangement(request: ArrangeRequest, reading: WorkbookReading): PreparedArrangement {
    return prepareArrangement(request, reading, this.ownFirst());
  }

  /** The cells of a price row that is taken away, in a reading newer than the one that is held. */
  preparePriceRowRemoval(id: string, reading: WorkbookReading): PreparedJudgement {
    return this.judgement(removePriceRow(reading, id, this.ownFirst()));
  }

  /** The fingerprint of the document as it was last read. */
  fingerprint(): string {
    return this.assessed().fingerprint;
  }

  /** The requirements of a bid, to be checked one after the other. */
  checkList(bid: string): readonly CheckAnswer[] {
    const { document, places } = this.assessed();
    return checkList(document, bid, places, this.words);
  }

  /** The cells of a verdict, in a reading newer than the one that is held. */
  prepareVerdict(entry: VerdictEntry, by: Signature, reading: WorkbookReading): PreparedJudgement {
    return this.judgement(enterVerdict(reading, entry, by, this.ownFirst()));
  }

  /** A verdict that was written, in words. */
  writtenVerdict(entry: VerdictEntry): WrittenVerdict {
    return writtenVerdict(this.assessed().document, entry, this.words);
  }

  /** What a panel has said of a bid on a criterion, and what is agreed. */
  discussion(bid: string, criterion: string): DiscussionAnswer | undefined {
    const { document, places } = this.assessed();
    return discussionAnswer(document, { bid, criterion }, pointersIn(places), this.words);
  }

  /** The cells of an agreed score, in a reading newer than the one that is held. */
  prepareAgreed(entry: AgreedEntry, reading: WorkbookReading): PreparedJudgement {
    return this.judgement(enterAgreed(reading, entry, this.ownFirst()));
  }

  /** The cells of the scores on which the evaluators were unanimous. */
  prepareUnanimous(entry: UnanimousEntry, reading: WorkbookReading): PreparedJudgement {
    return this.judgement(enterUnanimous(reading, entry, this.ownFirst()));
  }

  /** What a text would become in a field of an act's form, a line each. */
  previewTyped(act: ActName, field: string, text: string): TypedPreview {
    return typedPreview({ act: actNamed(act), field }, text, this.assessed().document, this.words);
  }

  /** What each line of pasted requirements would become. */
  previewRequirements(text: string): PastedPreview {
    const pasted = pastedRequirements(text, this.assessed().document.requirements, this.all);
    const rows = pasted.rows.map((row) => ({
      ...row,
      verifiedBy: row.verification === undefined ? "" : this.words.verifications[row.verification],
    }));
    const [first] = rows;
    return { ...pasted, rows, ...(first ? { first: requirementAt(first.id) } : {}) };
  }

  /** The rows of pasted requirements, in a reading newer than the one that is held. */
  prepareRequirements(request: PasteRequest, reading: WorkbookReading): PreparedJudgement {
    return this.judgement(enterRequirements(reading, request, this.ownFirst()));
  }

  private judgement({ amendment, refused = [] }: JudgementEntered): PreparedJudgement {
    if (amendment) return { amendment };
    const { places } = this.heldCase().found;
    return { why: asNamedIn(findingTexts(refused, this.words), places, this.words) };
  }

  /** Every language, the reader's first. */
  private ownFirst(): [Words, ...Words[]] {
    return [this.words, ...this.all.filter((words) => words !== this.words)];
  }

  /**
   * Does an act to the workbook as it is now, and gives the cells to write.
   * @param files that were given with the request
   */
  perform(
    request: ActRequest,
    files: readonly FileReading[],
    workbook: Workbook,
    host: ActHost,
  ): Promise<ActOutcome> {
    const shown = this.held?.found.document;
    return performRequest(
      request,
      files,
      { workbook, host, ...(shown && { shown }) },
      this.setting,
    );
  }

  /** What would be taken of bidders' forms. */
  previewForms(request: ImportRequest, forms: ReadForms, held: Held): Promise<ImportAnswer> {
    return importPreview(request, forms, { ...held, all: this.ownFirst() });
  }

  /** Takes bidders' forms into the workbook as it is now, and gives the cells to write. */
  takeForms(request: ImportRequest, forms: ReadForms, held: Held): Promise<ActOutcome> {
    return takeForms(request, forms, { ...held, all: this.ownFirst() });
  }

  /** Makes files or sheets of the workbook as it is now. They are recorded nowhere. */
  handOut(request: HandoutRequest, sources: PaperSources, host: ActHost): Promise<Handout> {
    return makeHandout(request, sources, host, this.setting);
  }

  /** The differences between an earlier version and the case, and what each does by itself. */
  compare(earlier: EvaluationDocument): SectionAnswer {
    const { document } = this.assessed();
    const reader = journalReader(document, this.words);
    return sectionAnswer(comparisonSection(compareVersions(earlier, document), reader), this.words);
  }

  /** Computes everything anew and compares it with the sheets, the journal and the seals. */
  async verify(
    workbook: EvaluatedWorkbook,
    calculator: Calculator,
    bundle?: Bundle,
  ): Promise<VerificationAnswer> {
    const { words, all, setting } = this;
    const judged = judgeWorkbook(await workbook.read(), words, all);
    if (!judged.document)
      return {
        holds: false,
        verdict: words.trail.fails,
        checks: [],
        causes: [],
        since: [],
        sections: [],
        proves: "",
      };
    const verification = await verifyAssessed(judged, bundle ? undefined : workbook, {
      ...setting,
      calculator,
      ...(bundle ? { bundle } : {}),
    });
    return verificationAnswer(verification, words);
  }

  /** What an act refused, each with the field of its form that it is about. */
  refusalAnswers(act: Act, findings: readonly Finding[]): FindingAnswer[] {
    return withFields(act, findings, this.findingAnswers(findings), this.words);
  }

  /** Findings of an act, with the cells that the held case has now. */
  findingAnswers(findings: readonly Finding[]): FindingAnswer[] {
    return findingAnswers(findings, this.heldCase().found.places, this.words);
  }

  /** The sheets of a template, or of an earlier procurement without its bids. */
  sheetsFrom(origin: TemplateName | EvaluationDocument): Page[] {
    return writeWorkbook(
      typeof origin === "string" ? templateDocument(origin, this.words) : withoutBids(origin),
      this.words,
    );
  }

  /** The sheets of the case without its bids and its record, in the workbook's language. */
  sheetsEmptied(request: EmptyRequest): Page[] {
    const { document, written } = this.assessed();
    return writeWorkbook(emptied(document, request), written);
  }

  /** The name of the sheet with the outcome, in the workbook's language. */
  overviewSheet(): string {
    return this.assessed().written.sheets.overview;
  }

  /** The names of the sheets that hold the case's tables and results. */
  sheets(): string[] {
    return sheetsOf(this.heldCase());
  }

  private heldCase(): HeldCase {
    if (!this.held) throw new Error("nothing has been read yet");
    return this.held;
  }

  private assessed(): Assessed {
    const { found } = this.heldCase();
    if (!found.document) throw new Error("the workbook holds no document");
    return found;
  }
}
