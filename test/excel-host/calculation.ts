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

export class Calculation implements Calculator {
  private readonly model: Model;
  private readonly order: string[] = [];

  constructor() {
    load();
    this.model = new Model("workbook", "en", "UTC", "en");
    this.model.pauseEvaluation();
  }

  private at(sheet: Sheet): number {
    return this.order.indexOf(sheet.id);
  }

  addSheet(sheet: Sheet): void {
    if (this.order.length > 0) this.model.newSheet();
    this.order.push(sheet.id);
    this.model.renameSheet(this.order.length - 1, sheet.name);
  }

  renameSheet(sheet: Sheet): void {
    this.model.renameSheet(this.at(sheet), sheet.name);
  }

  deleteSheet(sheet: Sheet): void {
    this.model.deleteSheet(this.at(sheet));
    this.order.splice(this.at(sheet), 1);
  }

  changed(sheet: Sheet, row: number, column: number, cell: StoredCell | undefined): void {
    const at = this.at(sheet);
    if (cell?.formula?.includes("["))
      throw refusal.notImplemented(`structured reference ${cell.formula}`);
    const isError = cell && sheet.workbook.isErrorText(cell.value);
    const input =
      cell === undefined
        ? ""
        : (cell.formula ??
          (typeof cell.value === "string" && !isError
            ? `'${cell.value}`
            : String(cell.value).toUpperCase()));
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

  private read(sheet: number, row: number, column: number): CellValue {
    const shown = this.model.getFormattedCellValue(sheet, row, column);
    const type = this.model.getCellType(sheet, row, column);
    if (type === cellType.number) return Number(shown);
    return type === cellType.logical ? shown === "TRUE" : shown;
  }
}
