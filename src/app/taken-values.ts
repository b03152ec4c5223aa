/**
 * The values of one form on their way into a bid: what is new, what stands already, what stands
 * otherwise, and the cell that each value stood in. It knows no form and no bid.
 */
import type { Source } from "../core/document/schema";
import type { Place } from "../core/place";

/** A value that the bid has otherwise. */
export type FormConflict = {
  readonly place: Place;
  readonly where: string;
  readonly stands: string;
  readonly offered: string;
};

export class TakenValues {
  readonly file: string;
  readonly sources: Source[] = [];
  readonly conflicts: FormConflict[] = [];
  /** How many values stood already. */
  same = 0;

  constructor(
    private readonly bid: string,
    file: string,
  ) {
    this.file = baseName(file);
  }

  /** Takes a value where there is none. @returns whether it is new */
  keep(
    { stands, ...value }: Omit<FormConflict, "stands"> & { readonly stands: string | undefined },
    isSame: (stands: string, offered: string) => boolean,
    put: () => unknown,
  ): boolean {
    if (stands === undefined) {
      put();
      return true;
    }
    if (isSame(stands, value.offered)) this.same += 1;
    else this.conflicts.push({ ...value, stands });
    return false;
  }

  /** Keeps what stood in a cell; a blank text is none. */
  note({
    where,
    seen = "",
    comment = "",
    ...source
  }: Omit<Source, "bid" | "cell"> & { readonly where: string }): void {
    this.sources.push({
      bid: this.bid,
      ...source,
      ...(seen === "" ? {} : { seen }),
      ...(comment === "" ? {} : { comment }),
      cell: `${this.file}!${where}`,
    });
  }
}

/** A file's name without its folders, as they are written on any computer. */
export function baseName(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}
