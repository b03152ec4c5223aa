/**
 * What calculates behind the simulated Excel: IronCalc, given the same inputs and formulas as the
 * sheets hold. Formats stay with the sheets; structured references are refused, since the product
 * writes none.
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { initSync, Model } from "@ironcalc/wasm";
import { refusal } from "./protocol";
import { most } from "./reference";
import type { Calculator, CellValue, Sheet, StoredCell, Workbook } from "./workbook";

/** Fifteen significant digits, as Excel keeps them. */
const everyDigit = "0.00000000000000E+00";
const cellType = { number: 1, logical: 4, error: 16 };

let isLoaded = false;
function load(): void {
  if (!isLoaded)
    initSync({
      module: readFileSync(join(dirname(require.resolve("@ironcalc/wasm")), "wasm_bg.wasm")),
    });
  isLoaded = true;
}

function emptyModel(): Model {
  load();
  const model = new Model("workbook", "en", "UTC", "en");
  model.pauseEvaluation();
  return model;
}

/**
 * One value for each formula, hence the "@": otherwise the engine looks for room for an array around
 * each INDEX, over every cell of the sheet. To a lone reference it gives an error with the "@".
 */
function inputOf({ formula, value }: StoredCell, isError: boolean): string {
  if (formula !== undefined) return formula.includes("(") ? `=@(${formula.slice(1)})` : formula;
  return typeof value === "string" && !isError ? `'${value}` : String(value).toUpperCase();
}

export class Calculation implements Calculator {
  private model = emptyModel();
  private order: string[] = [];
  /**
   * A sheet has been renamed since the last calculation. The engine reads every formula again for
   * each renamed sheet; filling it anew once takes a tenth of that for an evaluated workbook.
   */
  private isRenamed = false;

  private at(sheet: Sheet): number {
    return this.order.indexOf(sheet.id);
  }

  addSheet(sheet: Sheet): void {
    if (this.isRenamed) return;
    if (this.order.length > 0) this.model.newSheet();
    this.order.push(sheet.id);
    this.model.renameSheet(this.order.length - 1, sheet.name);
  }

  renameSheet(): void {
    this.isRenamed = true;
  }

  deleteSheet(sheet: Sheet): void {
    if (this.isRenamed) return;
    this.model.deleteSheet(this.at(sheet));
    this.order.splice(this.at(sheet), 1);
  }

  changed(sheet: Sheet, row: number, column: number, cell: StoredCell | undefined): void {
    if (cell?.formula?.includes("["))
      throw refusal.notImplemented(`structured reference ${cell.formula}`);
    if (this.isRenamed) return;
    const at = this.at(sheet);
    const isError = cell && sheet.workbook.isErrorText(cell.value);
    const input = cell === undefined ? "" : inputOf(cell, isError === true);
    this.model.setUserInput(at, row + 1, column + 1, input);
    if (cell?.formula !== undefined)
      this.model.updateRangeStyle(
        { sheet: at, row: row + 1, column: column + 1, width: 1, height: 1 },
        "num_fmt",
        everyDigit,
      );
  }

  /** Gives every formula cell the value it has now. */
  evaluate({ sheets }: Workbook): void {
    if (this.isRenamed) this.fillAnew(sheets);
    this.model.resumeEvaluation();
    this.model.evaluate();
    this.model.pauseEvaluation();
    for (const sheet of sheets) {
      for (const [key, cell] of sheet.cells) {
        if (cell.formula === undefined) continue;
        const [row, column] = [Math.floor(key / most.columns) + 1, (key % most.columns) + 1];
        cell.value = this.read(this.at(sheet), row, column);
      }
    }
  }

  private fillAnew(sheets: readonly Sheet[]): void {
    this.model.free();
    this.model = emptyModel();
    this.order = [];
    this.isRenamed = false;
    for (const sheet of sheets) this.addSheet(sheet);
    for (const sheet of sheets)
      for (const [key, cell] of sheet.cells)
        this.changed(sheet, Math.floor(key / most.columns), key % most.columns, cell);
  }

  private read(sheet: number, row: number, column: number): CellValue {
    const shown = this.model.getFormattedCellValue(sheet, row, column);
    const type = this.model.getCellType(sheet, row, column);
    if (type === cellType.number) return Number(shown);
    return type === cellType.logical ? shown === "TRUE" : shown;
  }
}
