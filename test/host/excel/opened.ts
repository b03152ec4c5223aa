/**
 * A small evaluation in the simulated Excel, what a user would see of it, and what is refused: the
 * starting point of the tests of Excel as a host.
 */
import { createHash } from "node:crypto";
import { evaluateWorkbook } from "../../../src/app/evaluate-workbook";
import { ExcelWorkbook } from "../../../src/host/excel/workbook";
import { Failure } from "../../../src/host/failure";
import type { Page } from "../../../src/sheet/workbook";
import { writeWorkbook } from "../../../src/sheet/write";
import { failureText } from "../../../src/words/sentences";
import { sv } from "../../../src/words/sv/words";
import { circumstances } from "../../calculator";
import { ExcelHost } from "../../excel-host/host";
import { connect } from "../../excel-host/transports/native";
import { document, monetary } from "../../small";

export const evaluation = document({
  criteria: [monetary("M", { deduction: "100" })],
  requirements: ["K1"],
  bids: [
    { id: "A", price: "1000.50", scores: { M: "5" }, verdicts: { K1: "met" } },
    { id: "B", price: "950", scores: { M: "0" }, verdicts: { K1: "met" } },
  ],
});

/** A workbook in Excel with the evaluation in it, not yet evaluated. */
export async function opened(
  setting: ConstructorParameters<typeof ExcelHost>[0] = {},
): Promise<{ host: ExcelHost; excel: ExcelWorkbook }> {
  const host = new ExcelHost(setting);
  connect(host);
  const excel = new ExcelWorkbook();
  await excel.addPages(writeWorkbook(evaluation, sv));
  await settled();
  return { host, excel };
}

/** The library sends a last batch of its own, in which it lets go of what it held. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}

export async function evaluated(excel: ExcelWorkbook): Promise<readonly Page[]> {
  const found = await evaluateWorkbook(excel, { ...circumstances, calculator: excel });
  if (!found.document) throw new Error(found.findings.map(({ code }) => code).join());
  return found.pages;
}

/**
 * Everything a user could see, a line for each thing: sheets, visibility, contents, formats,
 * protection, tables.
 */
export function picture({ workbook }: ExcelHost): string[] {
  const inOrder = (cells: ReadonlyMap<number, unknown>) =>
    createHash("sha256")
      .update(JSON.stringify([...cells].sort(([a], [b]) => a - b)))
      .digest("hex")
      .slice(0, 12);
  return [
    ...workbook.sheets.map(
      ({ name, visibility, cells, formats, protection, validations, merges, charts }) =>
        [
          name,
          visibility,
          inOrder(cells),
          inOrder(formats),
          protection.protected,
          validations.length,
          merges.length,
          charts.length,
        ].join(" "),
    ),
    ...workbook.tables.map(({ name, row, column, rows, columns }) =>
      [name, row, column, rows, columns].join(" "),
    ),
    ...workbook.names.map(({ name, formula }) => `${name} ${formula}`),
  ];
}

/** The refusal of work that must be refused, which must have a sentence. */
export async function refused(work: Promise<unknown>): Promise<Failure> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Failure)) throw new Error("nothing was refused", { cause: error });
  // A refusal without a sentence would leave the user with a code.
  expect(failureText(error.code, error.details, sv)).toMatch(/\.$/);
  return error;
}
