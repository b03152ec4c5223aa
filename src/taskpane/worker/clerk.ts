/**
 * The worker's end of the line: it picks the hosts, gives the workbook to the case service and
 * answers the pane's calls. It runs in a worker or, where a page cannot have one, beside the pane.
 * Every failure gets its sentence here.
 */
import manifest from "../../../package.json";
import type { Finding } from "../../core/finding";
import type { Act } from "../../procedure/acts/act";
import { takesBytes, takesSeveral } from "../../procedure/acts/act";
import { actNamed } from "../../procedure/acts/registry";
import type { Bundle } from "../../app/verification-bundle";
import type { FileReading } from "../../app/read-case";
import type { ActRequest, HandoutRequest } from "../../case/act-requests";
import type {
  ActAnswer,
  CaseAnswer,
  FieldEntry,
  UndoAnswer,
  UndoneAnswer,
} from "../../case/answers";
import type { VerdictEntry } from "../../app/enter-verdict";
import type { ArrangeRequest } from "../../app/arrange-criteria";
import { writesTheSame } from "../../app/unseen-changes";
import { pastedLevels } from "../../app/paste-levels";
import { addressText } from "../../sheet/cell-address";
import { libraryAnswer } from "../../case/library-answer";
import { CaseService } from "../../case/case-service";
import type { Host } from "../../case/evaluate-case";
import type { HandoutFile } from "../../case/handout";
import type { RowRequest } from "../../case/row-answers";
import type { ReadForms } from "../../case/import-forms";
import type { ActHost, ActOutcome } from "../../case/perform-request";
import { en } from "../../words/en/words";
import { Failure } from "../../host/failure";
import { LooseWorkbook } from "../../host/xlsx/browser-workbook";
import { writeWorkbookBytes } from "../../host/xlsx/write-workbook";
import type { Amendment, OpenWorkbook, WorkbookReading } from "../../sheet/workbook";
import { writeWorkbook } from "../../sheet/write";
import { sv } from "../../words/sv/words";
import { failureText } from "../../words/sentences";
import {
  all,
  calculator,
  documentIn,
  isJson,
  jsonDocument,
  readFile,
  readFiles,
  readForms,
  workbookIn,
} from "./given-files";
import { seconds } from "../../app/evaluate-workbook";
import type {
  ArrangeEntry,
  CaseHandlers,
  ExcelCalls,
  GivenFile,
  Language,
  RowEntry,
  VerdictWritten,
} from "../rpc-contract";
import type { Port } from "../rpc";
import { Rpc } from "../rpc";
import { ReceivedReadings } from "../sent-reading";
import type { WholeFile, WrittenAs } from "./last-writes";
import { LastWrites } from "./last-writes";

const languages = { sv, en };

type Prepared = { readonly amendment?: Amendment };
type Refusal = { readonly kept: false; readonly why: string };

/** Answers everything that comes in on a port. */
export function attend(port: Port): void {
  const clerk = new Clerk((name, ...args) => line.call(name, ...args));
  const line: Rpc = new Rpc(port, clerk.handlers, (failure) => clerk.tell(failure));
}

/** Asks the pane, which alone can talk to Excel. */
type Ask = <Name extends keyof ExcelCalls>(
  name: Name,
  ...args: Parameters<ExcelCalls[Name]>
) => Promise<ReturnType<ExcelCalls[Name]>>;

class Clerk {
  private language: Language = "sv";
  private caseService = this.newCaseService();
  private workbook: OpenWorkbook = LooseWorkbook.ofPages("", [], calculator);

  /** The bundle that the document was read from, if any. */
  private bundle: Bundle | undefined;

  private readonly lastWrites = new LastWrites();
  /** Something has been written that nothing has been read after. */
  private isWriteUnread = false;
  private readonly readings = new ReceivedReadings();

  constructor(private readonly ask: Ask) {}

  readonly handlers: CaseHandlers = {
    // Queued, so that an act under way ends with the case service it began with.
    begin: (language, where) =>
      this.inTurn(() => {
        this.language = language;
        this.caseService = this.newCaseService();
        if (where === "excel") this.workbook = this.excel();
      }),
    take: () => this.inTurn(() => this.take()),
    takeEdited: () => this.inTurn(() => this.take(this.edited())),
    evaluate: (by) =>
      this.inTurn(async () => {
        const isWritten = await this.caseService.evaluate(this.workbook, this.host(), by);
        if (!isWritten) return this.take();
        this.lastWrites.forget();
        return this.takeWritten();
      }),
    why: (step) => this.caseService.why(step),
    sensitivity: () => this.caseService.sensitivity(),
    whatIf: (dispute) => this.caseService.whatIf(dispute),
    models: (bids) => libraryAnswer(bids, languages[this.language], all),
    modelTest: (expected, bids) => this.inTurn(() => this.caseService.modelTest(expected, bids)),
    requirementTexts: () => this.caseService.requirementTexts(),
    goTo: (place) => this.goTo(place),
    cellName: (address) => this.caseService.cellName(address),
    cell: (address) => this.caseService.cell(address),
    showResults: () =>
      this.workbook.select({ sheet: this.caseService.overviewSheet(), row: 0, column: 0 }),
    enter: (key, text) =>
      this.inTurn(async () => {
        // The row is looked up in the workbook as it is now, or a sorted sheet would get it in
        // another's cell.
        const reading = await this.workbook.read();
        const entering = this.caseService.prepareEntry(key, text, reading);
        if ("problem" in entering) return this.refusal(entering.problem, reading);
        await this.amend(
          "cell" in entering
            ? { entries: [entering.cell], appended: [], pages: [] }
            : {
                entries: [],
                appended: [{ table: entering.table, rows: [entering.row] }],
                pages: [],
              },
          reading,
        );
        // Read in the same turn of the queue, so that later calls are answered from the case with
        // the entry. A failed reading does not undo the entry: the pane reads again and gets the
        // failure.
        return {
          kept: true,
          known: await this.takeWritten().catch(() => undefined),
        };
      }),
    rowForm: (table, id, parent) => this.caseService.rowForm(table, id, parent),
    typedWorth: (request, parent) => this.caseService.typedWorth(request, parent),
    enterRow: (request) => this.inTurn(() => this.enterRow(request)),
    enterProcurement: (request) =>
      this.inTurn(() =>
        this.enterPrepared((reading) => this.caseService.prepareProcurement(request, reading)),
      ),
    bidForm: (bid) => this.caseService.bidForm(bid),
    enterBid: (request) =>
      this.inTurn(() =>
        this.enterPrepared((reading) => this.caseService.prepareBid(request, reading)),
      ),
    previewLevels: (text) => pastedLevels(text, all),
    replaceLevels: (id, levels) =>
      this.inTurn(() => this.enterRow(this.caseService.levelsRequest(id, levels))),
    previewChange: (change) =>
      this.inTurn(async () => this.caseService.previewChange(change, await this.workbook.read())),
    changeModel: (change) =>
      this.enterAndTake((reading) => this.caseService.prepareChange(change, reading)),
    arrange: (request) => this.inTurn(() => this.arrange(request)),
    removePriceRow: (id) =>
      this.enterAndTake((reading) => this.caseService.preparePriceRowRemoval(id, reading)),
    undo: () => this.inTurn(() => this.undo()),
    previewTyped: (act, field, text) => this.caseService.previewTyped(act, field, text),
    previewRequirements: (text) => this.caseService.previewRequirements(text),
    enterRequirements: (request) =>
      this.enterAndTake((reading) => this.caseService.prepareRequirements(request, reading)),
    discussion: (bid, criterion) => this.caseService.discussion(bid, criterion),
    enterAgreed: (entry) =>
      this.enterAndTake((reading) => this.caseService.prepareAgreed(entry, reading)),
    enterUnanimous: (entry) =>
      this.enterAndTake((reading) => this.caseService.prepareUnanimous(entry, reading)),
    fingerprint: () => this.caseService.fingerprint(),
    checkList: (bid) => this.caseService.checkList(bid),
    enterVerdict: (entry, by) => this.inTurn(() => this.enterVerdict(entry, by)),
    compare: (name, bytes) =>
      this.inTurn(async () => this.caseService.compare(await documentIn(name, bytes))),
    verify: () =>
      this.inTurn(() => this.caseService.verify(this.workbook, this.workbook, this.bundle)),
    walk: () => this.caseService.walk(),
    perform: (request, files) => this.inTurn(() => this.perform(request, files)),
    previewForms: (request, files) =>
      this.inTurn(async () =>
        this.caseService.previewForms(request, this.readForms(files), await this.held()),
      ),
    takeForms: (request, files) => this.inTurn(() => this.takeForms(request, files)),
    handOut: (request, lots) => this.inTurn(() => this.handOut(request, lots)),
    create: (template) =>
      this.inTurn(async () => {
        await this.expectAsShown();
        return this.begin(this.caseService.sheetsFrom(template));
      }),
    createFrom: (name, bytes) =>
      this.inTurn(async () => {
        const pages = this.caseService.sheetsFrom(await documentIn(name, bytes));
        await this.expectAsShown();
        return this.begin(pages);
      }),
    removeSample: () =>
      this.inTurn(async () => {
        await this.expectAsShown();
        await this.workbook.removePages(this.caseService.sheets());
        this.lastWrites.forget();
        return this.takeWritten();
      }),
    emptySample: (request) =>
      this.inTurn(async () => {
        await this.expectAsShown();
        const pages = this.caseService.sheetsEmptied(request);
        return this.begin(pages, this.caseService.sheets());
      }),
    open: (name, bytes) => this.inTurn(() => this.open(name, bytes)),
    tell: (code, details) => this.tell(new Failure(code, details)),
    save: () =>
      this.inTurn(async () => {
        if (!(this.workbook instanceof LooseWorkbook))
          throw new Error("Excel saves its own workbooks");
        const { name, extension } = this.workbook;
        const stem = name.replace(/\.\w+$/, "").replace(/(?:-mervarde)+$/, "");
        return {
          name: `${stem || "utvardering"}-mervarde${extension}`,
          bytes: await this.workbook.bytes(),
        };
      }),
  };

  /** The last call in the queue, finished or not. */
  private turn: Promise<unknown> = Promise.resolve();

  /**
   * Runs calls one after the other: an act that began while another was being written would build
   * on a journal without it, and fork the chain.
   */
  private inTurn<Answer>(work: () => Answer | Promise<Answer>): Promise<Answer> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  tell({ code, details }: Failure): string {
    return failureText(code, details, languages[this.language]);
  }

  private host(): Host {
    return { calculator: this.workbook, time: new Date().toISOString() };
  }

  private actHost(): ActHost {
    return {
      ...this.host(),
      fonts: async () => (await import("./paper-fonts")).paperFonts(),
      files: { calculator, workbookOf: (pages) => LooseWorkbook.ofPages("", pages, calculator) },
    };
  }

  private async take(from: Pick<OpenWorkbook, "read"> = this.workbook): Promise<CaseAnswer> {
    const known = await this.caseService
      .take(from, new Date().toISOString())
      .catch((error: unknown) => {
        // Nobody is to think that nothing was written, and write it again.
        throw error instanceof Failure && this.isWriteUnread
          ? new Failure("written-not-read")
          : error;
      });
    this.isWriteUnread = false;
    const undo = this.nextUndo();
    return undo ? { ...known, undo } : known;
  }

  /** The case after a write. Where it cannot be read, what is shown is from before the write. */
  private async takeWritten(): Promise<CaseAnswer> {
    this.isWriteUnread = true;
    try {
      return await this.take();
    } catch (error) {
      await this.markOutdated();
      throw error;
    }
  }

  /** What would be taken back, in the reader's words. */
  private nextUndo(): UndoAnswer | undefined {
    const { next } = this.lastWrites;
    if (!next) return undefined;
    const { verdict, ...written } = next;
    return verdict ? { ...written, verdict: this.caseService.writtenVerdict(verdict) } : written;
  }

  /**
   * Writes, and remembers what was there.
   * @param reading the workbook as it was read for the write; without it nothing can be taken back
   * @param as what the write is known by where it is taken back
   */
  private async amend(
    amendment: Amendment,
    reading?: WorkbookReading,
    as?: WrittenAs,
  ): Promise<void> {
    const unseen = reading && this.caseService.unseen(amendment, reading);
    if (unseen)
      await this.outdated("changed-since-shown", {
        cell: addressText(unseen.cell),
        now: unseen.now,
      });
    const whole = await this.amendFile(amendment, as);
    if (!reading) return this.lastWrites.forget();
    this.lastWrites.note(amendment, reading, as, whole);
    this.caseService.noteWritten(amendment, reading);
  }

  /**
   * Without Excel the file is ours, and is put back whole where columns or sheets have been added, or
   * something that is known by its name.
   * @returns what puts it back, where it is
   */
  private async amendFile(
    amendment: Amendment,
    { added }: WrittenAs = {},
  ): Promise<WholeFile | undefined> {
    const { workbook } = this;
    const isWhole = added !== undefined || isGrowing(amendment);
    const putBack = workbook instanceof LooseWorkbook && isWhole ? workbook.keep() : undefined;
    await workbook.amend(amendment);
    return putBack && { putBack, after: await workbook.read() };
  }

  /** @throws Failure with what someone else has changed since it was shown, which is then marked so */
  private async outdated(code: string, details: Failure["details"] = {}): Promise<never> {
    await this.markOutdated();
    throw new Failure(code, details);
  }

  private async markOutdated(): Promise<void> {
    if (!(this.workbook instanceof LooseWorkbook)) await this.ask("markOutdated");
  }

  /** @throws Failure where anything has been changed since the case was shown */
  private async expectAsShown(): Promise<void> {
    if (!this.caseService.isAsShown(await this.workbook.read()))
      await this.outdated("workbook-not-as-shown");
  }

  /** Why something is not entered; where someone has changed the workbook, what is shown is marked so. */
  private async refusal(why: string, reading: WorkbookReading): Promise<Refusal> {
    if (!this.caseService.isAsShown(reading)) await this.markOutdated();
    return { kept: false, why };
  }

  /** @throws Failure where what would be written is no longer what would have been as it was shown */
  private async expectSameWrite(
    amendment: Amendment,
    reading: WorkbookReading,
    prepare: (reading: WorkbookReading) => Prepared | Promise<Prepared>,
  ): Promise<void> {
    if (this.caseService.isAsShown(reading)) return;
    const { amendment: shown } = await prepare(this.caseService.shownReading(reading));
    if (shown && !writesTheSame(shown, amendment)) await this.outdated("change-not-as-shown");
  }

  private newCaseService(): CaseService {
    return new CaseService(languages[this.language], all, `mervarde ${manifest.version}`);
  }

  /** The workbook in Excel after an edit that it has told of; without Excel, the file as it is now. */
  private edited(): Pick<OpenWorkbook, "read"> {
    const { ask, readings } = this;
    if (this.workbook instanceof LooseWorkbook) return this.workbook;
    return { read: async () => readings.received(await ask("readEdited", readings.number)) };
  }

  private excel(): OpenWorkbook {
    const { ask, readings } = this;
    return {
      read: async () => readings.received(await ask("read", readings.number)),
      readResults: () => ask("readResults"),
      concealed: () => ask("concealed"),
      writeResults: (pages, amendment) => ask("writeResults", pages, amendment),
      calculate: (_tables, pages) => ask("calculate", pages),
      select: (address) => ask("select", address),
      amend: (amendment) => ask("amend", amendment),
      addPages: (pages, replaced) => ask("addPages", pages, replaced),
      removePages: (names) => ask("removePages", names),
    };
  }

  /** Reads the workbook anew, so that nothing is written from an earlier reading. */
  private async perform(
    request: ActRequest,
    files: Parameters<CaseHandlers["perform"]>[1],
  ): Promise<ActAnswer> {
    const { amendment, added, unreadable, unseen, meanwhile, ...done } =
      await this.caseService.perform(
        request,
        await this.readGiven(actNamed(request.act), files),
        this.workbook,
        this.actHost(),
      );
    if (unseen) await this.outdated("act-not-as-shown", unseen);
    if (meanwhile) await this.outdated("act-done-meanwhile", meanwhile);
    if (unreadable)
      throw new Failure(
        unreadable.kind === "prices" ? "file-without-prices" : "file-without-model",
        { file: unreadable.file },
      );
    return {
      ...(await this.write(amendment, done, added)),
      findings: this.caseService.refusalAnswers(actNamed(request.act), done.findings),
    };
  }

  private readGiven(
    act: Act,
    files: Parameters<CaseHandlers["perform"]>[1],
  ): Promise<readonly FileReading[]> | readonly FileReading[] {
    if (takesBytes(act)) return files;
    return takesSeveral(act) && files.length > 1
      ? readFiles(files, (failure) => this.tell(failure))
      : Promise.all(files.map(({ name, bytes }) => readFile(name, bytes)));
  }

  private async takeForms(
    ...[request, files]: Parameters<CaseHandlers["takeForms"]>
  ): Promise<ActAnswer> {
    const held = await this.held();
    const forms = this.readForms(files);
    const { amendment, ...done } = await this.caseService.takeForms(request, forms, held);
    if (amendment)
      await this.expectSameWrite(amendment, held.reading, (reading) =>
        this.caseService.takeForms(request, forms, { ...held, reading }),
      );
    return this.write(amendment, done, { before: held.reading });
  }

  private readForms(files: Parameters<CaseHandlers["takeForms"]>[1]): ReadForms {
    return (take) => readForms(files, take, (failure) => this.tell(failure));
  }

  private async held(): Promise<{ readonly reading: WorkbookReading; readonly time: string }> {
    return { reading: await this.workbook.read(), time: this.host().time };
  }

  /**
   * Writes what an act came to, and answers with the case after it.
   * @param undo the workbook as it was before, where what is written can be taken back
   */
  private async write(
    amendment: Amendment | undefined,
    { message, conflicts, findings }: Pick<ActOutcome, "message" | "conflicts" | "findings">,
    undo?: { readonly before: WorkbookReading; readonly lines?: readonly string[] },
  ): Promise<ActAnswer> {
    const isWritten = amendment !== undefined && hasCells(amendment);
    const as = undo?.lines && { added: undo.lines.join("; ") };
    if (isWritten) await this.amend(amendment, undo?.before, as);
    return this.answer({ message, conflicts, findings, files: [], isWritten });
  }

  private enterRow(request: RowRequest): Promise<RowEntry> {
    return this.enterPrepared((reading) => this.caseService.prepareRow(request, reading));
  }

  /** Enters what a form says, and reads in the same turn of the queue, as `enter` does. */
  private async enterPrepared(
    prepare: (reading: WorkbookReading) => ReturnType<CaseService["prepareRow"]>,
  ): Promise<RowEntry> {
    const reading = await this.workbook.read();
    const { amendment, refused } = prepare(reading);
    if (refused) return { ...refused, ...(await this.refusal(refused.why, reading)) };
    await this.amend(amendment, reading);
    return { kept: true, known: await this.takeWritten().catch(() => undefined) };
  }

  /** Enters something in the workbook as it is now, and reads in the same turn of the queue. */
  private enterAndTake(
    prepare: (reading: WorkbookReading) => ReturnType<CaseService["prepareVerdict"]>,
  ): Promise<FieldEntry> {
    return this.inTurn(async () => {
      const reading = await this.workbook.read();
      const { amendment, why } = prepare(reading);
      if (!amendment) return this.refusal(why, reading);
      await this.expectSameWrite(amendment, reading, prepare);
      await this.amend(amendment, reading);
      return { kept: true, known: await this.takeWritten().catch(() => undefined) };
    });
  }

  /** Moves, divides or takes away a criterion, and says what was left out with it. */
  private async arrange(request: ArrangeRequest): Promise<ArrangeEntry> {
    const reading = await this.workbook.read();
    const prepare = (from: WorkbookReading) => this.caseService.prepareArrangement(request, from);
    const { amendment, why, said } = prepare(reading);
    if (!amendment) return this.refusal(why, reading);
    await this.expectSameWrite(amendment, reading, prepare);
    await this.amend(amendment, reading);
    return { kept: true, said, known: await this.takeWritten().catch(() => undefined) };
  }

  /**
   * @throws Failure where a cell is no longer as it was left, or something has been recorded since;
   *   that write can then not be taken back
   */
  private async undo(): Promise<UndoneAnswer> {
    const undo = this.nextUndo();
    const back = this.lastWrites.undone(await this.workbook.read());
    const refused = back && "refused" in back ? back.refused : undefined;
    if (!undo || !back || refused?.kind === "recorded") {
      this.lastWrites.forget();
      throw new Failure("undo-recorded");
    }
    if (refused) {
      this.lastWrites.drop();
      return this.outdated("undo-changed", { cell: addressText(refused.cell) });
    }
    if ("putBack" in back) back.putBack();
    else if (back.amendment) await this.workbook.amend(back.amendment);
    this.lastWrites.drop();
    return { undone: undo, known: await this.takeWritten() };
  }

  private async enterVerdict(entry: VerdictEntry, by: string): Promise<VerdictWritten> {
    const reading = await this.workbook.read();
    const signed = { time: seconds(this.host().time), by };
    const { amendment, why } = this.caseService.prepareVerdict(entry, signed, reading);
    if (!amendment) return this.refusal(why, reading);
    await this.amend(amendment, reading, { verdict: entry });
    this.isWriteUnread = true;
    return { kept: true, undo: this.nextUndo() };
  }

  private async handOut(
    request: HandoutRequest,
    lots: readonly GivenFile[] = [],
  ): Promise<ActAnswer> {
    const { workbook } = this;
    const others = lots.map(({ name, bytes }) => ({ name, workbook: workbookIn(name, bytes) }));
    const made = await this.caseService.handOut(request, { workbook, others }, this.actHost());
    const { files = [], added = [], results, message = "", findings = [] } = made;
    if (results) await workbook.writeResults(results);
    if (added.length > 0) await workbook.amend({ entries: [], appended: [], pages: added });
    return this.answer({
      message,
      conflicts: [],
      findings,
      files: await Promise.all(files.map(fileOf)),
      isWritten: results !== undefined || added.length > 0,
    });
  }

  /** The answer with the case after the act, and its findings with their cells. */
  private async answer(
    done: Omit<ActAnswer, "known" | "findings"> & { readonly findings: readonly Finding[] },
  ): Promise<ActAnswer> {
    const known = await (done.isWritten ? this.takeWritten() : this.take());
    return { ...done, findings: this.caseService.findingAnswers(done.findings), known };
  }

  /** The cell is looked up in the workbook as it is now: people sort, insert and rename. */
  private async goTo(place: string): Promise<void> {
    const address = this.caseService.locate(place, await this.workbook.read());
    if (!address) throw new Failure("place-gone", { place });
    await this.workbook.select(address);
  }

  private async begin(
    pages: Parameters<OpenWorkbook["addPages"]>[0],
    replaced: readonly string[] = [],
  ): Promise<CaseAnswer> {
    if (this.workbook instanceof LooseWorkbook)
      this.workbook = LooseWorkbook.ofPages("", pages, calculator);
    else await this.workbook.addPages(pages, replaced);
    this.lastWrites.forget();
    return this.takeWritten();
  }

  private async open(name: string, bytes: Uint8Array): Promise<CaseAnswer> {
    this.lastWrites.forget();
    if (isJson(name)) {
      const { document, bundle } = jsonDocument(name, bytes);
      const pages = writeWorkbook(document, languages[this.language]);
      this.workbook = LooseWorkbook.ofPages(name, pages, calculator);
      this.bundle = bundle;
    } else {
      this.workbook = LooseWorkbook.ofBytes(name, bytes, calculator);
      this.bundle = undefined;
    }
    return this.take();
  }
}

/** Whether something is added that more than blank cells would be left of. */
function isGrowing({ columns = [], pages }: Amendment): boolean {
  return columns.length + pages.length > 0;
}

function hasCells({ entries, appended, pages }: Amendment): boolean {
  return entries.length + appended.length + pages.length > 0;
}

async function fileOf(file: HandoutFile): Promise<ActAnswer["files"][number]> {
  return { name: file.name, bytes: file.bytes ?? (await writeWorkbookBytes(file.pages)) };
}
