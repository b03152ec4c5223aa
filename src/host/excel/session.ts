/**
 * Conversations with Excel: each is one run of batches with a time limit, progress and a way to
 * stop between them, and every error code of Excel's becomes a failure that has a sentence. It
 * knows nothing of what is read or written. Excel's own messages are never shown: they come in
 * whatever language Excel happens to speak, and say nothing about what to do.
 */
import { Failure } from "../failure";

/**
 * The caller's view of a conversation: receives the progress (share 0–1) and says whether to
 * cancel.
 */
export type Watch = {
  progress(share: number): void;
  isCancelled(): boolean;
  /** Called for a refusal that does not undo the essential work. */
  warn?(failure: Failure): void;
  /** Decides when an answer is overdue; the default is one minute. */
  readonly alarm?: Alarm;
};

/**
 * Calls `ring` when an answer is overdue.
 * @returns a function that cancels the alarm
 */
export type Alarm = (ring: () => void) => () => void;

export const unwatched: Watch = { progress: () => undefined, isCancelled: () => false };

/** After a minute without an answer, the host is busy or will not answer. */
function afterAMinute(ring: () => void): () => void {
  const timer = setTimeout(ring, 60_000);
  return () => clearTimeout(timer);
}

/** The failure for each of Excel's error codes. */
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

/** Refusals without a stated cause, which the undo group may have caused. */
const unexplained: ReadonlySet<string> = new Set(["excel-refused", "excel-old"]);

/** What Excel says of a batch that it has not begun with. */
const unbegun: ReadonlySet<string> = new Set([
  "excel-cell-edit",
  "excel-session-lost",
  "excel-busy",
  "excel-too-large",
]);

/** Error codes that show a bug of this program; they stop it. */
const bugs = new Set([
  "PropertyNotLoaded",
  "ValueNotLoaded",
  "InvalidRequestContext",
  "RunMustReturnPromise",
]);

/** Whether a batch changes the workbook, which decides what a missing answer means. */
type Purpose = "prepares" | "changes";

/**
 * One conversation with Excel, in batches. Between them it reports progress and can be cancelled.
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
   * Yields to the page before more is prepared: Office restarts all add-ins after five seconds of
   * uninterrupted script.
   */
  pause(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, 0));
  }

  /**
   * Sends one of many parts.
   * @throws Failure "cancelled" when the caller has cancelled
   */
  async sendPart(done: number, of: number): Promise<void> {
    const { watch } = this.connection;
    if (watch.isCancelled()) throw new Failure("cancelled");
    await this.send();
    watch.progress(done / of);
  }
}

/**
 * One pane's connection to Excel: whether undo groups work, and whether an answer is still
 * outstanding.
 */
export class Connection {
  /** Whether a change was sent and has had no answer yet. */
  private isOwedAnswer = false;
  private isWithoutGroups = false;

  constructor(readonly watch: Watch) {}

  /**
   * Runs a conversation.
   * @param isUndoable its changes are to be undone in one step, where Excel can do that
   * @throws Failure for everything that Excel refuses
   */
  async converse<Answer>(
    work: (session: Session) => Promise<Answer>,
    isUndoable = false,
  ): Promise<Answer> {
    const run = (context: Excel.RequestContext) => work(new Session(context, this));
    try {
      // Older hosts refuse the option.
      return isUndoable && this.groupsUndo
        ? await Excel.run({ mergeUndoGroup: true }, run)
        : await Excel.run(run);
    } catch (error) {
      throw failureOf(error);
    }
  }

  private get groupsUndo(): boolean {
    return !this.isWithoutGroups && Office.context.requirements.isSetSupported("ExcelApi", "1.20");
  }

  /**
   * The undo group alone can make Excel refuse in the middle of a batch (UndoNotSupported for some
   * hundred formulas, internal errors on the web); the pane then does without it.
   * @returns whether what was refused is worth another try, without the group
   */
  leavesGroups(failure: unknown): boolean {
    if (!this.groupsUndo || !(failure instanceof Failure) || !unexplained.has(failure.code))
      return false;
    this.isWithoutGroups = true;
    return true;
  }

  /**
   * Waits for an answer. Excel answers in order, so any answer means that earlier ones have come.
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

/** Whether the failure means that Excel does not answer, so that nothing more should be sent. */
export function isLate(error: unknown): boolean {
  return (
    error instanceof Failure &&
    ["excel-timeout", "excel-still-going", "excel-unanswered"].includes(error.code)
  );
}

/** Whether Excel refused a batch before it carried out any of it. */
export function isUnbegun(error: unknown): boolean {
  return error instanceof Failure && unbegun.has(error.code);
}

/**
 * What Excel refused, if anything.
 * @throws what is no refusal
 */
export async function refusalOf(work: Promise<void>): Promise<Failure | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    const failure = failureOf(error);
    if (!(failure instanceof Failure)) throw failure;
    return failure;
  }
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
