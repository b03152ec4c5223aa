/**
 * What someone has begun in the pane and not finished: what stands in fields that have not been
 * sent,
 * and what she has unfolded. A view is made anew when a colleague changes a cell, an act is done or
 * the language is switched; what she had begun is found here and is as she left it, in other steps
 * too. It lasts as long as the pane is open and is stored nowhere, since it may tell of a bid.
 */
import type { ActRequest } from "../case/answers";

/** A form by the act it is for; a remark on a part of the walk has one of its own. */
export type FormName = ActRequest["act"] | "remark";

/** A field by the form it is in, or as a row of the sheet Modell. */
export type FieldName = `${FormName}.${string}` | `model.${string}`;

export class Begun {
  private readonly entries = new Map<FieldName, string>();
  private readonly unfolded = new Set<string>();

  /** What she had entered, or what the field begins with. */
  entry(field: FieldName, otherwise: string): string {
    return this.entries.get(field) ?? otherwise;
  }

  enter(field: FieldName, text: string): void {
    this.entries.set(field, text);
  }

  isUnfolded(fold: string): boolean {
    return this.unfolded.has(fold);
  }

  unfold(fold: string, isOpen: boolean): void {
    if (isOpen) this.unfolded.add(fold);
    else this.unfolded.delete(fold);
  }

  /** A field of the model stands in its cell; what has been typed in it since has not been sent. */
  kept(field: FieldName, text: string): void {
    if (this.entries.get(field) === text) this.entries.delete(field);
  }

  /** What the form was for is done: it is blank again, and folded. */
  done(form: FormName): void {
    this.unfolded.delete(form);
    for (const field of this.entries.keys())
      if (field.startsWith(`${form}.`)) this.entries.delete(field);
  }

  /** Whether something is written that has not been sent. */
  get isUnsent(): boolean {
    return this.entries.size > 0;
  }
}
