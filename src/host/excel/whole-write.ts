/**
 * A write that is whole or not at all. A batch of Excel's is no transaction: what is refused in its
 * middle leaves its first actions standing. So everything that changes the user's workbook goes in
 * one batch, which a lost session loses altogether; and after a refusal each part of it is put back
 * as it was when it was looked at. It knows nothing of what the parts are.
 */
import { Failure } from "../failure";
import type { Connection, Session } from "./session";
import { isLate, isUnbegun, refusalOf } from "./session";
import type { Unfinished } from "./finish-sheets";

/** Something that a write changes, and that can be put back as it was. */
export type Part = {
  /** What it writes: the sheet, and where on it, as people find it. */
  readonly spots: readonly Spot[];
  /** Makes ready what nobody sees yet, in batches of its own; the last of them waits to be sent. */
  prepare?(session: Session): Promise<void>;
  /** Asks for what stands where it is to be written; the batch waits to be sent. */
  look?(session: Session): void;
  /** @throws Failure where it cannot be written; nothing is */
  check?(): void;
  /** Writes it; the batch waits to be sent. */
  write(session: Session): void;
  /** Brings about what the batch alone may not have. @throws Failure where that cannot be */
  settle?(session: Session): Promise<void>;
  /** Gives it its looks, once it stands; what Excel refuses of them is no failure. */
  finish?(session: Session): Promise<Unfinished>;
  /** Asks for what stands there now; the batch waits to be sent. */
  lookAgain(session: Session): void;
  /** What is not as it was before, once that has been looked at again. */
  changes(session: Session): readonly Change[];
};

export type Spot = { readonly sheet: string; readonly where: string };

/** Something that is no longer as it was. */
export type Change = {
  readonly where: string;
  /** Puts it back; the batch waits to be sent. */
  putBack(): void;
};

export class WholeWrite {
  private isSent = false;

  /**
   * @param parts in the order that they are written
   * @param isUndoable the user can undo it in one step, where Excel can group what is undone
   */
  constructor(
    private readonly parts: readonly Part[],
    private readonly isUndoable: boolean,
  ) {}

  /** @throws Failure with which nothing is changed, or that says what is */
  async run(connection: Connection): Promise<Unfinished> {
    try {
      return await connection.converse((session) => this.attempt(session), this.isUndoable);
    } catch (error) {
      const failure =
        this.isSent && !isLate(error) ? await this.takenBack(connection, error) : error;
      // What the group alone had Excel refuse is written without it.
      if (this.isUndoable && connection.leavesGroups(failure)) return this.run(connection);
      throw failure;
    }
  }

  /** What is looked at is looked at last, right before it is written. */
  private async attempt(session: Session): Promise<Unfinished> {
    const { parts } = this;
    this.isSent = false;
    for (const part of parts) await part.prepare?.(session);
    for (const part of parts) part.look?.(session);
    await session.sendPart(1, 1);
    for (const part of parts) part.check?.();
    for (const part of parts) part.write(session);
    this.isSent = true;
    await session.sendChanges();
    for (const part of parts) await part.settle?.(session);
    const lacking: Unfinished[] = [];
    for (const part of parts) if (part.finish) lacking.push(await part.finish(session));
    return {
      plain: lacking.flatMap(({ plain }) => plain),
      unprotected: lacking.flatMap(({ unprotected }) => unprotected),
    };
  }

  /** @returns what is to be told: why it was refused, or that some of it still stands */
  private async takenBack(connection: Connection, refused: unknown): Promise<unknown> {
    try {
      return await connection.converse(async (session) => {
        const standing = await this.putBack(session);
        return standing.length > 0 ? halfWritten(standing) : this.explained(session, refused);
      });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      // Excel has not even begun with what it refuses before it looks at it.
      return isUnbegun(refused) ? refused : halfWritten(this.parts.flatMap(({ spots }) => spots));
    }
  }

  /** All at once, or where some of it is refused one by one. @returns what could not be put back */
  private async putBack(session: Session): Promise<readonly Change[]> {
    const together = (changes: readonly Change[]) => [changes];
    const alone = (changes: readonly Change[]) => changes.map((each) => [each]);
    for (const ways of [together, alone]) {
      const changes = await this.changed(session);
      if (changes.length === 0) return [];
      for (const batch of ways(changes)) {
        for (const change of batch) change.putBack();
        const refusal = await refusalOf(session.sendChanges());
        if (refusal && isLate(refusal)) throw refusal;
      }
    }
    return this.changed(session);
  }

  private async changed(session: Session): Promise<readonly Change[]> {
    for (const part of this.parts) part.lookAgain(session);
    await session.send();
    return this.parts.flatMap((part) => part.changes(session));
  }

  /** Says which of the sheets is protected, which Excel does not. */
  private async explained(session: Session, refused: unknown): Promise<unknown> {
    if (!(refused instanceof Failure) || refused.code !== "excel-protected") return refused;
    const names = [...new Set(this.parts.flatMap(({ spots }) => spots.map(({ sheet }) => sheet)))];
    const sheets = names.map((name) => {
      const sheet = session.context.workbook.worksheets.getItemOrNullObject(name);
      return { name, protection: sheet.protection.load("protected") };
    });
    await session.send();
    const locked = sheets.filter(
      ({ protection }) => !protection.isNullObject && protection.protected,
    );
    return new Failure("excel-protected", {
      ...refused.details,
      sheet: locked.map(({ name }) => name).join(", "),
    });
  }
}

/** The most places that a sentence names. */
const most = 6;

function halfWritten(spots: readonly { readonly where: string }[]): Failure {
  const places = [...new Set(spots.map(({ where }) => where))];
  return new Failure("excel-half-written", {
    places: places.slice(0, most).join(", "),
    more: Math.max(0, places.length - most),
  });
}
