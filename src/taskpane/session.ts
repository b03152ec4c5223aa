/**
 * What the pane knows while it is open: the language, the case as it was last read, drafts, and
 * tasks with their results. Views are drawn from the session and change it. Nothing that takes time
 * holds an element, since the element may have been replaced when the work ends.
 */
import type {
  ActAnswer,
  CaseAnswer,
  PastedPreview,
  SectionAnswer,
  UndoAnswer,
  VerificationAnswer,
} from "../case/answers";
import type { TypedPreview } from "../case/act-requests";
import type { BidForm } from "../case/bid-answers";
import type { ImportAnswer } from "../case/import-answers";
import type { TemplateName } from "../app/templates/models";
import { visibleInPaper } from "../content/visible-text";
import { pane as en } from "../words/en/pane";
import { pane as sv } from "../words/sv/pane";
import { wordsWithSheetNames } from "../words/sheet-names";
import type { PaneWords } from "../words/sv/pane";
import { Checking } from "./checking";
import type { FormName } from "./drafts";
import { Drafts } from "./drafts";
import { failureSentence } from "./failures";
import { HelpState } from "./help-state";
import { canHandOutFiles } from "./hand-out";
import type { Panes } from "./panes";
import type { CaseCalls, GivenFile, Language } from "./rpc-contract";
import type { Rpc } from "./rpc";
import type { LookUp } from "./look-ups";
import { LookUps, lookUpName } from "./look-ups";
import { Marking } from "./marking";
import { Moderating } from "./moderating";
import { rememberedLanguage, rememberedName, rememberLanguage, rememberName } from "./preferences";
import type { StepName } from "./steps";
import { partsOf } from "./steps";
import { Tasks } from "./tasks";
import { TypedWorth } from "./typed-worth";

/** Anything that takes longer than this shows a progress bar, in milliseconds. */
const patience = 500;

/** The answers that buttons were pressed for, by the names of their tasks. */
export type Results = {
  verify?: VerificationAnswer;
  compare?: SectionAnswer;
  modelTest?: readonly SectionAnswer[];
  models?: readonly SectionAnswer[];
  importForms?: ImportAnswer;
  pasted?: PastedPreview & { readonly text: string };
};

type Outcome = Omit<ActAnswer, "known"> & {
  /** The form that was refused, in which the reasons are shown. */
  readonly refusedForm?: FormName;
  readonly areFilesRefused?: boolean;
  /** The workbook has been read since, so that the reasons of a refusal may be gone. */
  readonly isEarlier?: boolean;
};

/** The element that the reader is brought to when the view has been drawn. */
type Aim = {
  readonly name: string;
  readonly isFocused: boolean;
  readonly block?: ScrollLogicalPosition;
};

const words: { readonly [language in Language]: PaneWords } = { sv, en };

export class Session {
  language: Language;
  step: StepName = "begin";
  known: CaseAnswer | undefined;
  readonly drafts = new Drafts();
  readonly tasks = new Tasks();
  /** Texts that are being written from fields of the model to their cells. */
  readonly sending = new Map<string, string>();
  /** Buttons that wait for the second press. */
  readonly armed = new Set<string>();
  /** What is shown of each list of which one thing is shown at a time, by the name of the list. */
  readonly chosen = new Map<string, string>();
  /** Folds of which one is open at a time, by the name of their list. */
  readonly oneAtATime = new Map<string, readonly string[]>();
  /** The part of the step that was shown first, since the reader came to it. */
  firstShown: string | undefined;
  readonly checking = new Checking();
  /** The forms of bids as they were last read. */
  readonly bidForms = new Map<string, BidForm>();
  readonly help = new HelpState();
  readonly moderating = new Moderating();
  readonly marking = new Marking();
  readonly typedWorth = new TypedWorth();
  /** Tells that the workbook has been changed, and has it read soon. */
  noteChange: () => void = () => undefined;
  /** Changes that are marked to be recorded, by what the act is given for each. */
  readonly marked = new Set<string>();
  /** How many changes of input sheets have been noted, and how many of them what is shown has. */
  private changes = { noted: 0, read: 0 };
  /** When what is shown was read. */
  readAt: Date | undefined;
  /** The name of the user, for the journal. */
  who = rememberedName();
  /** The template that a new evaluation begins from. */
  template: TemplateName = "monetary";
  /** Papers leave out what bidders have asked to be kept secret. */
  isRedacted = false;
  /** Whether notices say what would have taken a bid to the first place. */
  saysNeeded = false;
  withBlanks = false;
  /** Papers are made as PDF too. */
  withPdf = false;
  /** The part of the walk through the file that is shown, from 0; undefined outside the walk. */
  station: number | undefined;
  /** Answers about the case as it was last read; a new reading removes them. */
  results: Results = {};
  /** What is typed in a field of an act would become, as last looked up, by the field's name. */
  readonly toAdd = new Map<string, TypedPreview>();
  /** Bidders' forms that were chosen and are not taken yet. */
  forms: readonly GivenFile[] = [];
  /** Files may reach the user from here; false once Excel has refused one. */
  handsOutFiles = canHandOutFiles();
  /** Without Excel: the workbook has something that no saved copy has. */
  isUnsaved = false;
  /** The criterion that is being dragged; "" while none is. */
  dragged = "";
  /** The outcome of the last act or handout. */
  outcome: Outcome | undefined;
  /** Opens the workbook for the first time; called again where that failed. */
  open: () => Promise<void> = () => Promise.resolve();
  /** In Excel: the other panes on this workbook. */
  panes: Panes | undefined;
  /** Makes the pane open with the workbook from now on; reading alone does not. */
  claim: () => void = () => undefined;
  /** The connection to the worker, once it is open. */
  line: Rpc | undefined;
  /** Whether the progress bar is shown, and how far the work has come, as a share 0–1. */
  isBusyShown = false;
  progress: number | undefined;
  aim: Aim | undefined;
  /** The place whose field is looked for in a row's form, until the form is drawn. */
  sought: string | undefined;
  /** The way to the form that a place is typed in; undefined where there is none. */
  wayToForm: (place: string) => (() => void) | undefined = () => undefined;
  /** Tasks whose message has been drawn in its place in the view. */
  readonly shownInView = new Set<string>();
  private readonly lookUps = new LookUps();
  private isDrawingDue = false;
  private named: { readonly key: string; readonly text: PaneWords } | undefined;

  /**
   * @param where the workbook is
   * @param draw draws the whole pane from the session
   */
  constructor(
    readonly where: "excel" | "file",
    spoken: string,
    private readonly draw: (session: Session) => void,
  ) {
    this.language = rememberedLanguage() ?? (spoken.toLowerCase().startsWith("sv") ? "sv" : "en");
  }

  /** An input sheet has been changed since what is shown was read. */
  get isStale(): boolean {
    return this.changes.noted > this.changes.read;
  }

  noteStale(): void {
    this.changes.noted += 1;
  }

  /** The words of the pane, which name the sheets of a workbook in another language as it does. */
  get text(): PaneWords {
    const own = words[this.language];
    const names = this.known?.sheetNames ?? [];
    if (names.length === 0) return own;
    const key = JSON.stringify([this.language, names]);
    if (this.named?.key !== key)
      this.named = { key, text: wordsWithSheetNames(own, new Map(names), own.sheetMention) };
    return this.named.text;
  }

  ask<Name extends keyof CaseCalls>(
    name: Name,
    ...args: Parameters<CaseCalls[Name]>
  ): Promise<ReturnType<CaseCalls[Name]>> {
    if (!this.line) throw new Error("the line to the worker is not open yet");
    return this.line.call<ReturnType<CaseCalls[Name]>>(name, ...args);
  }

  /**
   * An answer about the case as it was last read. It is asked for when it is first drawn, and
   * undefined until it comes. An answer that comes after a new reading is not kept.
   * @param label the words that the user knows it by, for its failure
   */
  lookUp<Name extends LookUp>(
    label: string,
    name: Name,
    ...args: Parameters<CaseCalls[Name]>
  ): ReturnType<CaseCalls[Name]> | undefined {
    const [task, { lookUps }] = [lookUpName(name, ...args), this];
    if (!lookUps.has(task) && !this.tasks.of(task)) {
      const keep = lookUps.begin(task);
      void this.run(task, label, async () => keep(await this.ask(name, ...args)));
    }
    return lookUps.answer(task) as ReturnType<CaseCalls[Name]> | undefined;
  }

  /** Sets the language, remembers it, and reads the case again in it. */
  async setLanguage(language: Language): Promise<void> {
    this.language = language;
    rememberLanguage(language);
    document.documentElement.lang = language;
    this.show();
    await this.ask("begin", language, this.where);
    if (this.known && (this.where === "excel" || this.known.state !== "empty"))
      await this.refresh();
  }

  /** Remembers the name of the user on this computer. */
  rememberWho(who: string): void {
    this.who = who;
    rememberName(who);
  }

  /** @param part which part of the step is shown where one is shown at a time */
  go(step: StepName, part?: string): void {
    if (part !== undefined) this.chosen.set(partsOf(step), part);
    this.outcome = undefined;
    this.firstShown = this.sought = undefined;
    this.armed.clear();
    Object.assign(this.help, { at: undefined, reading: undefined, isMenuOpen: false });
    this.marking.isShown = false;
    this.dropMessages();
    this.step = step;
    window.scrollTo(0, 0);
    this.bringTo({ name: "view", isFocused: true });
  }

  /**
   * Removes messages that have been read, in their places or above the view. A draft that was
   * refused keeps its reason until it is changed.
   */
  private dropMessages(): void {
    this.tasks.forget(
      ({ name, isUnderWay }) =>
        !isUnderWay && !/^(?:model\.|details |offered |row [^.]+\.)/.test(name),
    );
  }

  /** What was refused in a field has been changed. */
  forgetRefusal(name: string): void {
    const task = this.tasks.of(name);
    if (task?.message?.kind !== "failure" || task.isUnderWay) return;
    this.tasks.forget((each) => each === task);
    this.show();
  }

  unfold(fold: string, isOpen: boolean): void {
    this.drafts.unfold(fold, isOpen);
    if (isOpen) this.closeBeside(fold);
    // Folding and unfolding asks again for an answer that could not be looked up.
    if (isOpen) this.tasks.forget((task) => !task.isUnderWay && this.lookUps.isLookUp(task.name));
    this.show();
  }

  /** What is above closes, so that what was opened is brought back to where it is seen. */
  private closeBeside(fold: string): void {
    for (const folds of this.oneAtATime.values()) {
      if (!folds.includes(fold)) continue;
      for (const each of folds) if (each !== fold) this.drafts.unfold(each, false);
      this.aim = { name: fold, isFocused: false, block: "start" };
    }
  }

  /** Shows a thing of a list of which one is shown at a time. */
  choose(list: string, name: string): void {
    this.chosen.set(list, name);
    this.show();
  }

  /** Brings the reader to a named element once it is drawn. */
  bringTo(aim: Aim): void {
    this.aim = aim;
    this.show();
  }

  /** Draws the pane soon, once for all changes until then. */
  show(): void {
    if (this.isDrawingDue) return;
    this.isDrawingDue = true;
    queueMicrotask(() => {
      this.isDrawingDue = false;
      this.draw(this);
    });
  }

  /** Reads the workbook again. */
  refresh(): Promise<void> {
    return this.renew(() => this.ask("take"));
  }

  /** The same after an edit that Excel has told of. */
  follow(): Promise<void> {
    return this.renew(() => this.ask("takeEdited"));
  }

  /** Evaluates the workbook and writes the result sheets. */
  async evaluate(): Promise<void> {
    await this.renew(() => this.ask("evaluate", this.who.trim()));
    this.claim();
  }

  /**
   * Reads anew; until the answer comes, what is shown stays marked. A change by a co-author meanwhile
   * is not in the answer.
   */
  async renew(asked: () => Promise<CaseAnswer>): Promise<void> {
    const { noted } = this.changes;
    const known = await asked();
    this.changes.read = noted;
    this.take(known);
  }

  take(known: CaseAnswer): void {
    this.known = known;
    this.readAt = new Date();
    if (this.outcome?.refusedForm !== undefined)
      this.outcome = { ...this.outcome, isEarlier: true };
    this.checking.noteReading();
    this.typedWorth.forget();
    const waiting = new Set(
      Object.values(known.changes).flatMap(({ shown }) => shown.map(({ keys }) => keys)),
    );
    for (const keys of this.marked) if (!waiting.has(keys)) this.marked.delete(keys);
    this.forgetAnswers();
    this.marking.noteReading();
    this.show();
  }

  /** Something was written that nothing has been read after: it is what can be taken back now. */
  noteUndo(undo: UndoAnswer | undefined): void {
    if (this.known && undo) this.known = { ...this.known, undo };
    this.show();
  }

  /** Removes answers about the earlier reading; a button says why its answer is gone. */
  private forgetAnswers(): void {
    const { tasks, text, lookUps } = this;
    tasks.forget(({ name }) => lookUps.isLookUp(name));
    lookUps.forget();
    const labels: { readonly [name in keyof Required<Results>]: string } = {
      verify: text.award.verifyNow,
      compare: text.award.compareFile,
      modelTest: text.model.tryIt,
      models: text.library.compare,
      importForms: text.imports.preview,
      pasted: text.paste.preview,
    };
    for (const name of Object.keys(this.results) as (keyof Results)[])
      tasks.note(name, labels[name], text.askAgain);
    this.results = {};
  }

  /**
   * The answer that a button is pressed for. The last answer is removed at once, so that nobody
   * takes it for the new one.
   */
  async obtain<Name extends keyof Results>(
    name: Name,
    asked: () => Promise<Required<Results>[Name]>,
  ): Promise<Required<Results>[Name]> {
    const { [name]: _, ...others } = this.results;
    this.results = others;
    const result = await asked();
    this.results = { ...this.results, [name]: result };
    return result;
  }

  /**
   * Notes that the workbook has been written in. Excel keeps it; without Excel it must be saved.
   */
  noteWritten(): void {
    this.isUnsaved = this.where === "file";
    this.claim();
  }

  /**
   * Does work that may take time and may fail. Its failure is shown where the task's name is
   * drawn, or above the view where it is not.
   */
  async run(name: string, label: string, work: () => Promise<void>): Promise<void> {
    const task = this.tasks.begin(name, label);
    this.show();
    const timer = setTimeout(() => {
      this.isBusyShown = true;
      this.show();
    }, patience);
    try {
      await work();
      this.tasks.end(task);
    } catch (error) {
      this.tasks.end(task, { kind: "failure", text: await failureSentence(this, error) });
    } finally {
      clearTimeout(timer);
      this.progress = undefined;
      this.isBusyShown &&= this.tasks.isWorking;
      this.show();
    }
  }

  /** Presses a button; pressed again while its work goes on, it does nothing. */
  press(name: string, label: string, work: () => Promise<void>): void {
    if (!this.tasks.isUnderWay(name)) void this.run(name, label, work);
  }

  /** Reads a sentence to users of a screen reader. */
  announce(sentence: string): void {
    const status = document.getElementById("status");
    if (status) status.textContent = visibleInPaper(sentence);
  }
}
