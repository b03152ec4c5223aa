/**
 * What the pane knows while it is open: the language, where the workbook is, the case as it was
 * last
 * read, and what is going on. Every action goes through `run`, which shows that it is under way,
 * lets it be stopped, and puts its failure beside what was pressed.
 */
import type {
  ActAnswer,
  CaseAnswer,
  FindingAnswer,
  SectionAnswer,
  StationAnswer,
  VerificationAnswer,
} from "../case/answers";
import type { Watch } from "../host/excel/session";
import { Failure } from "../host/failure";
import { pane as en } from "../words/en/pane";
import { pane as sv } from "../words/sv/pane";
import type { PaneWords } from "../words/sv/pane";
import { Begun } from "./drafts";
import type { DeskCalls, Language } from "./rpc-contract";
import type { Line } from "./rpc";
import { ToldFailure } from "./rpc";

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
/** What was found when the desk was asked about the case. */
type Found = {
  verification?: VerificationAnswer;
  comparison?: SectionAnswer;
  walk?: readonly StationAnswer[];
  sensitivity?: readonly SectionAnswer[];
  modelTest?: readonly SectionAnswer[];
  requirementTexts?: readonly FindingAnswer[];
};

const words: { readonly [language in Language]: PaneWords } = { sv, en };

export class Session {
  language: Language;
  step: StepName = "begin";
  known: CaseAnswer | undefined;
  /** What she has begun and not sent. */
  readonly begun = new Begun();
  /** Someone has changed an input sheet since it was read. */
  isStale = false;
  /** Who is at work, for the journal. */
  who = kept(whoKey) ?? "";
  /** How far she has come in the walk through the file, from 0; nothing while she is not on it. */
  station: number | undefined;
  /** Answers about the case as it was last read; asked anew when it is read anew. */
  found: Found = {};
  /** Without Excel around it: whether the workbook has something that no saved copy has. */
  isUnsaved = false;
  /** What came of the last thing that the group did. */
  outcome: Omit<ActAnswer, "known"> | undefined;
  /** Opens the workbook for the first time; asked again where that failed. */
  open: () => Promise<void> = () => Promise.resolve();
  /** The line to the desk, once it is open. */
  line: Line | undefined;
  private cancelled = false;
  private working = 0;

  /**
   * @param where the workbook is
   * @param render shows the current step anew
   */
  constructor(
    readonly where: "excel" | "file",
    spoken: string,
    private readonly render: (session: Session) => void,
  ) {
    this.language = remembered() ?? (spoken.toLowerCase().startsWith("sv") ? "sv" : "en");
  }

  get text(): PaneWords {
    return words[this.language];
  }

  /** Told by whoever talks to Excel; asked between its batches. */
  readonly watch: Watch = {
    progress: (share) => progressBar()?.setAttribute("value", String(share)),
    isCancelled: () => this.cancelled,
  };

  ask<Name extends keyof DeskCalls>(
    name: Name,
    ...args: Parameters<DeskCalls[Name]>
  ): Promise<ReturnType<DeskCalls[Name]>> {
    if (!this.line) throw new Error("the line to the desk is not open yet");
    return this.line.call<ReturnType<DeskCalls[Name]>>(name, ...args);
  }

  /** Sets the language, remembers it, and reads the case again in it. */
  async speak(language: Language): Promise<void> {
    this.language = language;
    keep(languageKey, language);
    document.documentElement.lang = language;
    await this.ask("begin", language, this.where);
    if (this.known && (this.where === "excel" || this.known.state !== "empty"))
      await this.refresh();
    this.show();
  }

  /** Remembers who is at work on this computer. */
  name(who: string): void {
    this.who = who;
    keep(whoKey, who);
  }

  go(step: StepName): void {
    this.outcome = undefined;
    this.step = step;
    this.show();
    window.scrollTo(0, 0);
    document.getElementById("view")?.focus({ preventScroll: true });
  }

  show(): void {
    this.render(this);
  }

  /** Reads the workbook again. */
  refresh(): Promise<void> {
    return this.renew("take");
  }

  /** Reads anew. What a co-author changes while it goes on is not in the answer, and stays told. */
  async renew(how: "take" | "evaluate"): Promise<void> {
    const wasStale = this.isStale;
    this.isStale = false;
    try {
      this.take(
        how === "take" ? await this.ask("take") : await this.ask("evaluate", this.who.trim()),
      );
    } catch (error) {
      this.isStale ||= wasStale;
      throw error;
    }
  }

  take(known: CaseAnswer): void {
    this.known = known;
    this.found = {};
    this.show();
  }

  /**
   * Something has been written in the workbook; Excel keeps it, and without Excel it must be saved.
   */
  written(): void {
    this.isUnsaved = this.where === "file";
  }

  /**
   * Does something that may take time and may fail.
   * @param beside where its failure is told
   */
  async run(beside: HTMLElement, work: () => Promise<void>): Promise<void> {
    beside.replaceChildren();
    this.cancelled = false;
    this.working += 1;
    const timer = setTimeout(() => showWork(true), patience);
    try {
      await work();
    } catch (error) {
      beside.replaceChildren(failureBox(await this.sentence(error)));
    } finally {
      this.working -= 1;
      clearTimeout(timer);
      if (this.working === 0) showWork(false);
    }
  }

  cancel(): void {
    this.cancelled = true;
  }

  /** A failure as its sentence; a bug of ours with what is needed to mend it. */
  private async sentence(error: unknown): Promise<string> {
    if (error instanceof ToldFailure) return error.text;
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

function failureBox(sentence: string): HTMLElement {
  const box = document.createElement("div");
  box.className = "failure";
  box.setAttribute("role", "alert");
  box.textContent = sentence;
  return box;
}

function remembered(): Language | undefined {
  const language = kept(languageKey);
  return language === "sv" || language === "en" ? language : undefined;
}

function kept(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing forgets this too; it is said anew next time.
  }
}

function progressBar(): Element | null {
  return document.querySelector("#work progress");
}

function showWork(isWorking: boolean): void {
  document.getElementById("work")?.toggleAttribute("hidden", !isWorking);
  if (!isWorking) progressBar()?.removeAttribute("value");
}
