/**
 * What the pane knows while it is open: the language, where the workbook is, the case as it was
 * last read, what is written and not sent, what is under way and what came of it. Views are drawn
 * from it and change it; nothing that takes time holds on to an element, since any of them may be
 * another, or gone, when it ends.
 */
import type { ActAnswer, CaseAnswer, SectionAnswer, VerificationAnswer } from "../case/answers";
import type { TemplateName } from "../app/templates";
import type { Watch } from "../host/excel/session";
import { Failure } from "../host/failure";
import { pane as en } from "../words/en/pane";
import { pane as sv } from "../words/sv/pane";
import type { PaneWords } from "../words/sv/pane";
import { Drafts } from "./drafts";
import { canHandOutFiles } from "./hand-out";
import type { Panes } from "./panes";
import type { CaseCalls, Language } from "./rpc-contract";
import type { Rpc } from "./rpc";
import { RpcFailure } from "./rpc";
import { Tasks } from "./tasks";

export const steps = [
  "begin",
  "model",
  "requirements",
  "scores",
  "result",
  "sensitivity",
  "review",
] as const;
export type StepName = (typeof steps)[number];

/** Anything that takes longer than this shows a progress bar, in milliseconds. */
const patience = 500;

const languageKey = "mervarde.language";
const whoKey = "mervarde.who";

/** What came of a button that was pressed for an answer, by the name of its task. */
export type Results = {
  verify?: VerificationAnswer;
  compare?: SectionAnswer;
  modelTest?: readonly SectionAnswer[];
};

/** Calls that only look something up in the case as it was last read. */
export type LookUp = "why" | "history" | "sensitivity" | "walk" | "requirementTexts";

/** Where the reader is to be brought when the view has been drawn. */
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
  /** What is on its way from a field of the model to its cell. */
  readonly sending = new Map<string, string>();
  /** Buttons that have been pressed once of the two times they ask for. */
  readonly armed = new Set<string>();
  /** Someone has changed an input sheet since it was read. */
  isStale = false;
  /** Who is at work, for the journal. */
  who = remembered(whoKey) ?? "";
  /** Which template a new evaluation begins from. */
  template: TemplateName = "monetary";
  /** Whether papers leave out what bidders have asked to be kept secret. */
  isRedacted = false;
  /** Which part of the walk through the file is shown, from 0; undefined outside the walk. */
  station: number | undefined;
  /** Of the case as it was last read; each is asked for again when the case has been read again. */
  results: Results = {};
  /** Whether files may reach the user from here; not any more once Excel has refused one. */
  handsOutFiles = canHandOutFiles();
  /** Without Excel around it: whether the workbook has something that no saved copy has. */
  isUnsaved = false;
  /** What came of the last act of the group. */
  outcome: (Omit<ActAnswer, "known"> & { readonly areFilesRefused?: boolean }) | undefined;
  /** Opens the workbook for the first time; tried again where that failed. */
  open: () => Promise<void> = () => Promise.resolve();
  /** The other panes on this workbook, in Excel. */
  panes: Panes | undefined;
  /** Marks the workbook as one that the pane opens with; one that is only looked at is not marked. */
  claim: () => void = () => undefined;
  /** The line to the desk, once it is open. */
  line: Rpc | undefined;
  /** Whether the progress bar is shown, and how far the work has come, as a share 0–1. */
  isBusyShown = false;
  progress: number | undefined;
  aim: Aim | undefined;
  /** Tasks whose telling has been drawn in its place in the view. */
  readonly toldInView = new Set<string>();
  private answers = new Map<string, unknown>();
  private lookUps = new Set<string>();
  private isDrawingDue = false;

  /**
   * @param where the workbook is
   * @param draw draws the whole pane from the session
   */
  constructor(
    readonly where: "excel" | "file",
    spoken: string,
    private readonly draw: (session: Session) => void,
  ) {
    const language = remembered(languageKey);
    this.language =
      language === "sv" || language === "en"
        ? language
        : spoken.toLowerCase().startsWith("sv")
          ? "sv"
          : "en";
  }

  get text(): PaneWords {
    return words[this.language];
  }

  /** For the conversation with Excel, which reports and asks between its batches. */
  readonly watch: Watch = {
    progress: (share) => {
      this.progress = share;
      this.show();
    },
    isCancelled: () => this.tasks.isCancelled,
    warn: (failure) => void this.warn(failure),
  };

  /** Tells beside what is being done now what Excel refused of it. */
  private async warn(failure: Failure): Promise<void> {
    const { current } = this.tasks;
    const text = await this.sentence(failure);
    if (current) this.tasks.warn(current, text);
    this.show();
  }

  ask<Name extends keyof CaseCalls>(
    name: Name,
    ...args: Parameters<CaseCalls[Name]>
  ): Promise<ReturnType<CaseCalls[Name]>> {
    if (!this.line) throw new Error("the line to the desk is not open yet");
    return this.line.call<ReturnType<CaseCalls[Name]>>(name, ...args);
  }

  /**
   * An answer about the case as it was last read: asked for when it is first drawn, undefined until
   * it is here. What comes after the case has been read again is about another case and is not
   * kept.
   * @param label what the user knows it by, for its failure
   */
  lookUp<Name extends LookUp>(
    label: string,
    name: Name,
    ...args: Parameters<CaseCalls[Name]>
  ): ReturnType<CaseCalls[Name]> | undefined {
    const [task, { answers }] = [lookUpName(name, ...args), this];
    if (!answers.has(task) && !this.tasks.of(task)) {
      this.lookUps.add(task);
      void this.run(task, label, async () => {
        answers.set(task, await this.ask(name, ...args));
      });
    }
    return answers.get(task) as ReturnType<CaseCalls[Name]> | undefined;
  }

  /** Sets the language, remembers it, and reads the case again in it. */
  async speak(language: Language): Promise<void> {
    this.language = language;
    remember(languageKey, language);
    document.documentElement.lang = language;
    this.show();
    await this.ask("begin", language, this.where);
    if (this.known && (this.where === "excel" || this.known.state !== "empty"))
      await this.refresh();
  }

  /** Remembers who is at work on this computer. */
  name(who: string): void {
    this.who = who;
    remember(whoKey, who);
  }

  go(step: StepName): void {
    this.outcome = undefined;
    this.armed.clear();
    this.leaveTellings();
    this.step = step;
    window.scrollTo(0, 0);
    this.bringTo({ name: "view", isFocused: true });
  }

  /**
   * What failed has been read, in its place or above the view. A draft that was refused keeps its
   * reason for as long as it stands.
   */
  private leaveTellings(): void {
    this.tasks.forget(({ name, isUnderWay }) => !isUnderWay && !name.startsWith("model."));
  }

  unfold(fold: string, isOpen: boolean): void {
    this.drafts.unfold(fold, isOpen);
    // What could not be looked up is asked for again by folding and unfolding.
    if (isOpen) this.tasks.forget((task) => !task.isUnderWay && this.lookUps.has(task.name));
    this.show();
  }

  /** Brings the reader to a named element once it is drawn. */
  bringTo(aim: Aim): void {
    this.aim = aim;
    this.show();
  }

  /** Draws the pane, once for all that has changed by then. */
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

  /** Evaluates the workbook and writes the result sheets. */
  async evaluate(): Promise<void> {
    await this.renew(() => this.ask("evaluate", this.who.trim()));
    this.claim();
  }

  /** Reads anew. What a co-author changes while it goes on is not in the answer, and stays told. */
  async renew(asked: () => Promise<CaseAnswer>): Promise<void> {
    const wasStale = this.isStale;
    this.isStale = false;
    try {
      this.take(await asked());
    } catch (error) {
      this.isStale ||= wasStale;
      throw error;
    }
  }

  take(known: CaseAnswer): void {
    this.known = known;
    this.forgetAnswers();
    this.show();
  }

  /** Answers were about the case as it was; one that someone pressed for says why it is gone. */
  private forgetAnswers(): void {
    const { tasks, text, lookUps } = this;
    tasks.forget(({ name }) => lookUps.has(name));
    lookUps.clear();
    this.answers = new Map();
    const labels: { readonly [name in keyof Required<Results>]: string } = {
      verify: text.award.verifyNow,
      compare: text.award.compareFile,
      modelTest: text.model.tryIt,
    };
    for (const name of Object.keys(this.results) as (keyof Results)[])
      tasks.note(name, labels[name], text.askAgain);
    this.results = {};
  }

  /**
   * What a button is pressed for: the last answer is gone at once, so that it is not taken for the
   * new one.
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
   * Something has been written in the workbook; Excel keeps it, and without Excel it must be saved.
   */
  written(): void {
    this.isUnsaved = this.where === "file";
    this.claim();
  }

  /**
   * Does something that may take time and may fail. Its failure is told where the task's name is
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
      this.tasks.end(task, { kind: "failure", text: await this.sentence(error) });
    } finally {
      clearTimeout(timer);
      this.progress = undefined;
      this.isBusyShown &&= this.tasks.isWorking;
      this.show();
    }
  }

  /** Presses a button: pressed again while it works, it does nothing. */
  press(name: string, label: string, work: () => Promise<void>): void {
    if (!this.tasks.isUnderWay(name)) void this.run(name, label, work);
  }

  /** A failure as its sentence; a bug of ours with what is needed to mend it. */
  private async sentence(error: unknown): Promise<string> {
    if (error instanceof RpcFailure) return error.text;
    const told =
      error instanceof Failure
        ? await this.ask("tell", error.code, error.details).catch(() => undefined)
        : undefined;
    return (
      told ?? this.text.bug(error instanceof Error ? (error.stack ?? error.message) : String(error))
    );
  }

  /** Says something to those who do not see it happen. */
  announce(sentence: string): void {
    const status = document.getElementById("status");
    if (status) status.textContent = sentence;
  }
}

/** The name of the task of looking something up. */
export function lookUpName(name: LookUp, ...args: readonly unknown[]): string {
  return [name, ...args].join(" ");
}

function remembered(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing forgets this too; it is said anew next time.
  }
}
