/**
 * Conversations with Excel: each is one run of batches with a time limit, progress and a way to
 * stop between them, and every error code of Excel's becomes a failure that has a sentence. It
 * knows nothing of what is read or written. Excel's own messages are never shown: they come in
 * whatever language Excel happens to speak, and say nothing about what to do.
 */
import { Failure } from "../failure";

/** Who waits: told how far the work has come (share 0–1), and asked whether to go on. */
export type Watch = {
  progress(share: number): void;
  isCancelled(): boolean;
  /** Told of what Excel refused although what matters has been done. */
  warn?(failure: Failure): void;
  /** What tells that an answer is overdue, where it is not a minute. */
  readonly alarm?: Alarm;
};

/** Rings when an answer is overdue. @returns calls the alarm off */
export type Alarm = (ring: () => void) => () => void;

export const unwatched: Watch = { progress: () => undefined, isCancelled: () => false };

/** A host that has not answered after a minute is busy, or is not going to. */
function afterAMinute(ring: () => void): () => void {
  const timer = setTimeout(ring, 60_000);
  return () => clearTimeout(timer);
}

/** Excel's codes, by the failure that has a sentence for what to do about them. */
const failures: { readonly [code: string]: string } = {
  InvalidOperationInCellEditMode: "excel-cell-edit",
  InvalidOrTimedOutSession: "excel-session-lost",
  InvalidOrTimedOutSessionMessage: "excel-session-lost",
  HostRestartNeeded: "excel-session-lost",
  ActivityLimitReached: "excel-busy",
  ServiceNotAvailable: "excel-busy",
  ServiceUnavailable: "excel-busy",
  RequestPayloadSizeLimitExceeded: "excel-too-large",
  ResponsePayloadSizeLimitExceeded: "excel-too-large",
  AccessDenied: "excel-protected",
  ItemNotFound: "excel-gone",
  InvalidReference: "excel-gone",
  InvalidObjectPath: "excel-gone",
  ItemAlreadyExists: "excel-name-taken",
  InsertDeleteConflict: "excel-conflict",
  Conflict: "excel-conflict",
  ApiNotFound: "excel-old",
  NotImplemented: "excel-old",
  UnsupportedOperation: "excel-old",
};

/** Refusals that say nothing about their cause, so that grouping what is undone may be the cause. */
const unexplained: ReadonlySet<string> = new Set(["excel-refused", "excel-old"]);

/** Faults of ours in talking to Excel, not of the world: these stop the program. */
const bugs = new Set([
  "PropertyNotLoaded",
  "ValueNotLoaded",
  "InvalidRequestContext",
  "RunMustReturnPromise",
]);

/** What a batch does to the workbook, which decides what a missing answer means. */
type Purpose = "prepares" | "changes";

/**
 * One turn of talking with Excel; between its batches it tells how far it is, and can be stopped.
 */
export class Session {
  constructor(
    readonly context: Excel.RequestContext,
    private readonly connection: Connection,
  ) {}

  /** Sends a batch that reads, or prepares hidden sheets. @throws Failure when no answer comes */
  send(): Promise<void> {
    return this.connection.answered(this.context.sync(), "prepares");
  }

  /**
   * Sends a batch that changes what the user sees.
   * @throws Failure "excel-unanswered" when no answer comes, since Excel may still carry it out
   */
  sendChanges(): Promise<void> {
    return this.connection.answered(this.context.sync(), "changes");
  }

  /**
   * Lets the page draw and be clicked before more is prepared: five seconds of script in a row
   * restart every add-in.
   */
  pause(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, 0));
  }

  /** Sends one of many parts. @throws Failure "cancelled" when whoever waits has had enough */
  async sendPart(done: number, of: number): Promise<void> {
    const { watch } = this.connection;
    if (watch.isCancelled()) throw new Failure("cancelled");
    await this.send();
    watch.progress(done / of);
  }
}

/** How one pane talks with Excel, and what is known of its habits and of what it still owes. */
export class Connection {
  /** A change that was sent and had no answer in time. */
  private isOwedAnswer = false;
  private groupsUndo = true;

  constructor(readonly watch: Watch) {}

  /**
   * Runs a conversation.
   * @throws Failure for everything that Excel refuses
   */
  async converse<Answer>(work: (session: Session) => Promise<Answer>): Promise<Answer> {
    try {
      return await Excel.run((context) => work(new Session(context, this)));
    } catch (error) {
      throw failureOf(error);
    }
  }

  /**
   * Runs a conversation whose changes are undone in one step where Excel can do that. Excel may
   * refuse in the middle of a batch because of the grouping alone, having carried out some of it
   * (UndoNotSupported for more than some hundred formulas, internal errors on the web): the work is
   * then run again without grouping.
   * @param work must be safe to run again after a part of it has been carried out
   */
  async converseUndoably<Answer>(work: (session: Session) => Promise<Answer>): Promise<Answer> {
    // Older hosts know no groups of undo and refuse the option.
    if (!this.groupsUndo || !Office.context.requirements.isSetSupported("ExcelApi", "1.20"))
      return this.converse(work);
    try {
      return await Excel.run({ mergeUndoGroup: true }, (context) =>
        work(new Session(context, this)),
      );
    } catch (error) {
      const failure = failureOf(error);
      if (!(failure instanceof Failure) || !unexplained.has(failure.code)) throw failure;
      this.groupsUndo = false;
      return this.converse(work);
    }
  }

  /**
   * Waits for an answer. Excel answers in order, so that any answer settles what was owed before.
   * @throws Failure that says whether Excel may still be changing the workbook
   */
  async answered(answer: Promise<unknown>, purpose: Purpose): Promise<void> {
    let callOff = (): void => undefined;
    const late = new Promise<never>((_, reject) => {
      callOff = (this.watch.alarm ?? afterAMinute)(() => reject(this.lateness(purpose)));
    });
    try {
      await Promise.race([answer, late]);
      this.isOwedAnswer = false;
    } finally {
      callOff();
    }
  }

  private lateness(purpose: Purpose): Failure {
    const wasOwed = this.isOwedAnswer;
    if (purpose === "changes") this.isOwedAnswer = true;
    return new Failure(
      purpose === "changes" ? "excel-unanswered" : wasOwed ? "excel-still-going" : "excel-timeout",
    );
  }
}

/** Whether Excel does not answer now, so that it need not be asked for more either. */
export function isLate(error: unknown): boolean {
  return (
    error instanceof Failure &&
    ["excel-timeout", "excel-still-going", "excel-unanswered"].includes(error.code)
  );
}

/**
 * @returns a failure for what Excel refused; anything else as it was, because it is a bug of ours
 */
export function failureOf(error: unknown): unknown {
  if (error instanceof Failure || !(error instanceof Error) || !("code" in error)) return error;
  const code = String(error.code);
  if (bugs.has(code)) return error;
  const location =
    "debugInfo" in error
      ? ((error.debugInfo as { errorLocation?: string } | undefined)?.errorLocation ?? "")
      : "";
  // A wrong password is to Excel an invalid argument like any other.
  if (location.startsWith("WorksheetProtection"))
    return new Failure("excel-protected", { code, location });
  return new Failure(failures[code] ?? "excel-refused", { code, location });
}
