/**
 * A conversation with Excel: one run of batches with a time limit of its own, progress and a way to
 * stop between them, and every error code of Excel's turned into a failure that has a sentence. It
 * knows nothing of what is read or written. Excel's own messages are never shown: they come in
 * whatever language Excel happens to speak, and say nothing about what to do.
 */
import { Failure } from "../failure";

/** Who waits: told how far the work has come (share 0–1), and asked whether to go on. */
export type Watch = {
  progress(share: number): void;
  isCancelled(): boolean;
  /** How long to wait for an answer, in milliseconds, where it is not the usual. */
  readonly patience?: number;
};

export const unwatched: Watch = { progress: () => undefined, isCancelled: () => false };

/** A host that has not answered after this long, in milliseconds, is not going to. */
const usualPatience = 60_000;

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

/** Faults of ours in talking to Excel, not of the world: these stop the program. */
const bugs = new Set([
  "PropertyNotLoaded",
  "ValueNotLoaded",
  "InvalidRequestContext",
  "RunMustReturnPromise",
]);

/**
 * One turn of talking with Excel; between its batches it tells how far it is, and can be stopped.
 */
export class Session {
  constructor(
    readonly context: Excel.RequestContext,
    private readonly watch: Watch,
  ) {}

  /** Sends what has been gathered. @throws Failure "excel-timeout" when no answer comes */
  async send(): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Failure("excel-timeout")),
        this.watch.patience ?? usualPatience,
      );
    });
    try {
      await Promise.race([this.context.sync(), late]);
    } finally {
      clearTimeout(timer);
    }
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
    if (this.watch.isCancelled()) throw new Failure("cancelled");
    await this.send();
    this.watch.progress(done / of);
  }
}

/**
 * Runs a conversation.
 * @param undoable whether what it changes is the user's own and should be undone in one step
 * @throws Failure for everything that Excel refuses
 */
export async function conversation<Answer>(
  watch: Watch,
  work: (session: Session) => Promise<Answer>,
  undoable = false,
): Promise<Answer> {
  try {
    // Older hosts know no groups of undo and refuse the option.
    const canGroup = undoable && Office.context.requirements.isSetSupported("ExcelApi", "1.20");
    const batch = (context: Excel.RequestContext) => work(new Session(context, watch));
    return await (canGroup ? Excel.run({ mergeUndoGroup: true }, batch) : Excel.run(batch));
  } catch (error) {
    throw failureOf(error);
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
