/**
 * Drafts: text that the user has written in the pane and not sent, and which parts are unfolded.
 * Views are drawn from it, so a draft survives a colleague's change of a cell, a change of step
 * and a change of language.
 *
 * In Excel, drafts also survive a reload of the pane. They are then kept in the browser's session
 * storage, which belongs to this pane on this computer, where the workbook with the same bids is
 * already open. It is emptied when the pane is closed, when the last draft is sent and when the
 * pane opens in another workbook. No other storage is used: it would leave text about a bid
 * behind on a shared computer.
 */
import type { ActRequest } from "../case/act-requests";
import type { ChangeStep } from "../case/answers";
import type { RowTable } from "../case/row-answers";
import type { OwnField } from "../words/help-shape";

/**
 * The name of a form: that of its act, `remark` for a remark on a part of the review walkthrough,
 * `import` for bidders' forms, `models` for imagined bids, `check` for requirements that are checked,
 * `paste` for those that are pasted, `agreed` for agreed scores, `empty` for an example that is emptied, that of the changed values of a step, or that of a row by its
 * sheet and id.
 */
export type FormName =
  | ActRequest["act"]
  | "remark"
  | "import"
  | "models"
  | "check"
  | "paste"
  | "agreed"
  | "empty"
  | `changes ${ChangeStep}`
  | RowFormName;
export type RowFormName = `row ${RowTable} ${string}`;

type Act = ActRequest["act"];

/**
 * The name of a field: within its form, as a row of the sheet Modell, or, after "details", as a value of
 * the procurement itself, and after "offered" of a bid. One that belongs to no act and
 * no row is listed with its help; what stands after a space tells it from its likes.
 */
export type FieldName =
  | OwnField
  | `${OwnField} ${string}`
  | `changes ${ChangeStep}.reason`
  | `${Act}.${string}`
  | `${RowFormName}.${string}`
  | `model.${string}`
  | `details ${string}`
  | `offered ${string}`;

/** The name of a field for files, which may be all that an act asks for. */
export type FileName = OwnField | Act | `${Act}.${string}`;

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
   * Restores the drafts that a workbook's pane had before a reload, and stores later ones.
   * @param workbook its address; drafts for another workbook are removed
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

  /** The text of a field: the draft, or the text that the field begins with. */
  entry(field: FieldName, otherwise: string): string {
    return this.entries.get(field) ?? otherwise;
  }

  /** @param otherwise the text that the field begins with; entering it removes the draft */
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

  /**
   * Removes the draft of a model field whose text has been written to its cell, unless the user
   * has typed since.
   */
  sent(field: FieldName, text: string): void {
    if (this.entries.get(field) === text) this.entries.delete(field);
    this.keep();
  }

  /** Clears and folds a form whose act has been performed. */
  done(form: FormName): void {
    this.unfolded.delete(form);
    for (const field of this.entries.keys())
      if (field.startsWith(`${form}.`)) this.entries.delete(field);
    this.keep();
  }

  /** Removes every draft, when another evaluation is opened. */
  clear(): void {
    this.entries.clear();
    this.unfolded.clear();
    this.keep();
  }

  /** Whether there is any draft. */
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
      // A browser may refuse storage: drafts are then lost by a reload, and kept until then.
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
