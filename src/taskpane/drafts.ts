/**
 * What someone has written in the pane and not sent, and what is unfolded. Views are drawn from it,
 * so that a draft is as it was left when a colleague changes a cell, in other steps and in the
 * other language.
 *
 * In Excel it also survives that the pane is loaded again, in the browser's session storage and
 * nowhere else: that storage belongs to this pane of this program on this computer, where the
 * workbook with the same bids is already open, and it is emptied when the pane is closed, when the
 * last draft is sent and when the pane opens in another workbook. Storage that outlives the pane
 * would leave words about a bid behind on a shared computer, so it is never used for drafts.
 */
import type { ActRequest } from "../case/act-requests";
import type { ChangeStep } from "../case/answers";

/**
 * A form by the act it is for; a remark on a part of the walk has one of its own, and so have the changed
 * values of each step.
 */
export type FormName = ActRequest["act"] | "remark" | `changes ${ChangeStep}`;

/** A field by the form it is in, or as a row of the sheet Modell. */
export type FieldName = `${FormName}.${string}` | `model.${string}`;

const storageKey = "mervarde.drafts";

type Stored = {
  readonly workbook: string;
  readonly entries: readonly (readonly [FieldName, string])[];
  readonly unfolded: readonly string[];
};

export class Drafts {
  private readonly entries = new Map<FieldName, string>();
  private readonly unfolded = new Set<string>();
  private workbook: string | undefined;

  /**
   * Takes up what was written in a workbook's pane before it was loaded again, and keeps what is
   * written from now on.
   * @param workbook its address; drafts of another are removed
   */
  keepFor(workbook: string): void {
    const stored = read();
    if (stored?.workbook === workbook) {
      for (const [field, text] of stored.entries) this.entries.set(field, text);
      for (const name of stored.unfolded) this.unfolded.add(name);
    }
    this.workbook = workbook;
    this.keep();
  }

  /** What stands in a field: what was last written there, or what the field begins with. */
  entry(field: FieldName, otherwise: string): string {
    return this.entries.get(field) ?? otherwise;
  }

  /** @param otherwise what the field begins with; written again, it is no draft */
  enter(field: FieldName, text: string, otherwise: string): void {
    if (text === otherwise) this.entries.delete(field);
    else this.entries.set(field, text);
    this.keep();
  }

  isUnfolded(fold: string): boolean {
    return this.unfolded.has(fold);
  }

  unfold(fold: string, isOpen: boolean): void {
    if (isOpen) this.unfolded.add(fold);
    else this.unfolded.delete(fold);
    this.keep();
  }

  /** A field of the model has been entered in its cell; what was typed in it since has not. */
  sent(field: FieldName, text: string): void {
    if (this.entries.get(field) === text) this.entries.delete(field);
    this.keep();
  }

  /** What the form was for is done: it is blank again, and folded. */
  done(form: FormName): void {
    this.unfolded.delete(form);
    for (const field of this.entries.keys())
      if (field.startsWith(`${form}.`)) this.entries.delete(field);
    this.keep();
  }

  /** Another evaluation is in the pane. */
  clear(): void {
    this.entries.clear();
    this.unfolded.clear();
    this.keep();
  }

  /** Whether something is written that has not been sent. */
  get isUnsent(): boolean {
    return this.entries.size > 0;
  }

  private keep(): void {
    if (this.workbook === undefined) return;
    const { workbook, entries, unfolded } = this;
    const stored: Stored = { workbook, entries: [...entries], unfolded: [...unfolded] };
    try {
      if (entries.size === 0) sessionStorage.removeItem(storageKey);
      else sessionStorage.setItem(storageKey, JSON.stringify(stored));
    } catch {
      // A browser that keeps nothing has no drafts after a reload; while the pane is open they
      // stay.
    }
  }
}

function read(): Stored | undefined {
  try {
    const text = sessionStorage.getItem(storageKey);
    return text === null ? undefined : (JSON.parse(text) as Stored);
  } catch {
    return undefined;
  }
}
