/** What a text is about, as plain data that can cross to another thread. Types only. */

/** Something that is missing or has failed, with its place. */
export type Pointer = {
  readonly text: string;
  /** By ids: the cell is looked up anew when the link is pressed, since people sort. */
  readonly place: string;
  /** The cell as it stood when the workbook was read, to be shown. */
  readonly cell?: string;
  /** Where it stands in a file that was given: the file, the sheet and cell, and whose it is. */
  readonly source?: string;
};
