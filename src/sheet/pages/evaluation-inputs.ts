/**
 * The last block of the sheet Utvärdering: the inputs and the figures on the way that the formulas
 * asked a cell for, a row each. It decides neither which cells are asked for nor their formulas.
 */
import type { Names } from "../../core/document/names";
import type { Words } from "../../words/sv/words";
import { stepName } from "../../words/sentences";
import type { Places } from "../locate";
import { addressText, onRow } from "../cell-address";
import type { AddedCell, InputRow } from "../formulas/input-lookups";
import type { CellContent } from "../workbook";
import { liveFormat } from "./evaluation-figures";
import { leftmost } from "./evaluation-plan";

/** The headers of the block. */
export function inputHeaders(words: Words): CellContent[] {
  return [
    words.inputFigure,
    words.overview.bid,
    words.value,
    words.source,
    words.inputKey,
    words.inputPosition,
    words.inputText,
    words.inputFound,
  ].map((value) => ({ value, style: "header" }));
}

/**
 * Where the inputs have the key of their row, its position in the table, the input as text, and the
 * position at which the row was found when the sheet was made.
 */
const [keyColumn, positionColumn, textColumn, foundColumn] = [2, 3, 4, 5].map(
  (after) => leftmost + after,
) as [number, number, number, number];

/** A text constant or a sheet's name, which are left as they are; or a cell on a row that is not fixed. */
const rowReference = /"(?:[^"]|"")*"|'(?:[^']|'')*'!|\$([A-Z]{1,3})(\d+)/g;

/** The cells below the figures: the inputs, and what the formulas asked a cell for. */
export class InputBlock {
  readonly rows: CellContent[][] = [];
  /** The row that has the position of a key, by the column of keys and the key. */
  private readonly positions = new Map<string, number>();
  /** The rows, from 1, of what all bids share. */
  private readonly shared = new Set<number>();

  constructor(
    private readonly top: number,
    private readonly places: Places,
    private readonly names: Names,
    private readonly words: Words,
  ) {}

  /** Adds a row; the cell with its value. */
  add({ step: { about, rule, value }, formula, row, text }: AddedCell): string {
    const { places, words } = this;
    const at = this.top + this.rows.length;
    const first = row && this.firstWith(row, at);
    const beside = {
      position: first === undefined ? "" : onRow(first, positionColumn),
      text: onRow(at, textColumn),
    };
    const address = rule.kind === "input" ? places.address(rule.place) : undefined;
    this.rows.push([
      { value: stepName(about, words, this.names), style: "text" },
      { value: about.bid ?? words.receipt.common, style: "text" },
      {
        formula: formula(beside),
        style: "number",
        format: liveFormat(value),
      },
      address ? { value: addressText(address), style: "link", link: address } : {},
      ...besideCells(row && first === at ? row : undefined, at, text?.(beside)),
    ]);
    if (about.bid === undefined) this.shared.add(at + 1);
    return onRow(at, leftmost);
  }

  /**
   * A formula that stands once for each bid: what all bids share is read from a fixed row, and what is
   * the bid's own from as many rows below as for the next bid, so that they have the same formula.
   */
  withSharedRows(formula: string): string {
    return formula.replace(rowReference, (reference, letters?: string, row?: string) =>
      this.shared.has(Number(row)) ? `$${letters}$${row}` : reference,
    );
  }

  /** The cell with the position of an input's row; nothing where no input of the row is here. */
  positionOf(row: InputRow): string | undefined {
    const known = this.positions.get(nameOf(row));
    return known === undefined ? undefined : onRow(known, positionColumn);
  }

  private firstWith(row: InputRow, at: number): number {
    const known = this.positions.get(nameOf(row));
    if (known === undefined) this.positions.set(nameOf(row), at);
    return known ?? at;
  }
}

function nameOf({ key, among }: InputRow): string {
  return `${among} ${key.toLowerCase()}`;
}

/** The cells to the right of an input's: none where its row is another input's and it is no text. */
function besideCells(
  row: InputRow | undefined,
  at: number,
  text: string | undefined,
): readonly CellContent[] {
  const textCell: CellContent = text === undefined ? {} : { formula: text, style: "note" };
  if (!row) return text === undefined ? [] : [{}, {}, textCell];
  return [
    { value: row.key, style: "note" },
    { formula: positionFormula(row, at), style: "number", format: "0" },
    textCell,
    { value: row.found, style: "note" },
  ];
}

/**
 * The row is where it was found while its key stands there, and is searched for once the table has
 * been sorted: to search for each key of a table takes time by the square of its rows.
 */
function positionFormula({ among }: InputRow, at: number): string {
  const [key, found] = [onRow(at, keyColumn), onRow(at, foundColumn)];
  return `IF(IFERROR(INDEX(${among},${found})=${key},FALSE),${found},MATCH(${key},${among},0))`;
}
