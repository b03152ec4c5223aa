/**
 * What real Excel refuses, and the product lives through: a workbook is evaluated in the simulated
 * Excel under each setting, and its sheets are the same.
 */
import { evaluateWorkbook } from "../../../src/app/evaluate-workbook";
import type { EvaluationDocument } from "../../../src/core/document/schema";
import { ExcelWorkbook } from "../../../src/host/excel/workbook";
import { MemoryWorkbook } from "../../../src/host/memory-workbook";
import { compareResultSheets } from "../../../src/sheet/compare-sheets";
import type { Page } from "../../../src/sheet/workbook";
import { writeWorkbook } from "../../../src/sheet/write";
import { sv } from "../../../src/words/sv/words";
import { circumstances } from "../../calculator";
import { ExcelHost } from "../../excel-host/host";
import { connect } from "../../excel-host/transports/native";
import { document } from "../../small";
import { evaluated, opened, picture } from "./opened";

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

test("the computer's list separator and currency change nothing in the sheets", async () => {
  const pictures = [];
  for (const locale of ["sv-SE", "de-DE", "en-US"]) {
    const { host, excel } = await opened({ locale });
    await excel.writeResults(await evaluated(excel));
    // One sheet is Excel's own and named in its language.
    pictures.push(picture(host).filter((line) => !/^(Blad1|Tabelle1|Sheet1) /.test(line)));
  }
  expect(pictures[1]).toEqual(pictures[0]);
  expect(pictures[2]).toEqual(pictures[0]);
});

/** More of everything than a formula takes when each thing is an argument, a level or a text. */
const models: readonly (readonly [string, EvaluationDocument])[] = [
  [
    "70 levels on a scale, each with its deduction: more than 64 functions inside each other",
    document({
      criteria: [
        {
          id: "K",
          name: "K",
          kind: "other",
          scale: {
            type: "levels",
            levels: numbers(70).map((n) => ({ value: String(n), label: `Nivå ${n}` })),
          },
          bands: numbers(70).map((n) => ({
            from: String(n),
            to: `${n}.5`,
            deduction: String(10 * n),
          })),
        },
      ],
      bids: ["A", "B"].map((id, n) => ({ id, price: "9000", scores: { K: String(7 + 60 * n) } })),
    }),
  ],
  [
    "260 minimum requirements: more than 255 arguments",
    document({
      requirements: numbers(260).map((n) => `K${n}`),
      bids: ["A", "B"].map((id) => ({
        id,
        price: id === "A" ? "1000" : "900",
        verdicts: Object.fromEntries(
          numbers(260).map((n) => [`K${n}`, id === "B" && n === 260 ? "not-met" : "met"] as const),
        ),
      })),
    }),
  ],
];

test.each(models)("%s", async (_, value) => {
  const input = writeWorkbook(value, sv);
  const own = await evaluateWorkbook(new MemoryWorkbook(input), circumstances);
  const host = new ExcelHost();
  connect(host);
  const excel = new ExcelWorkbook();
  await excel.addPages(input);
  const pages = await evaluated(excel);
  await excel.writeResults(pages);
  expect(own.document && own.result.doubleCheck.of).toBeGreaterThan(0);
  expect(pages).toEqual(own.document && own.pages);
  expect(compareResultSheets(pages, await excel.readResults()).differences).toEqual([]);
});

test.each([255, 256, 300])("a link to a cell, with a text of %i characters", async (length) => {
  const host = new ExcelHost();
  connect(host);
  const text = `"${"x".repeat(length - 2)}"`;
  const page: Page = {
    name: "Blad",
    role: "input",
    rows: [[{ value: text, link: { sheet: "Blad1", row: 1, column: 2 } }]],
    widths: [],
    hiddenColumns: [],
    freeze: { rows: 0, columns: 0 },
    choices: [],
    highlights: [],
    header: "",
  };
  await new ExcelWorkbook().addPages([page]);
  const sheet = host.workbook.sheet("Blad");
  const isFormula = sheet?.cell(0, 0)?.formula !== undefined;
  expect([isFormula, sheet?.peek(0, 0)["hyperlink"]]).toEqual(
    length === 255 ? [true, undefined] : [false, { documentReference: "Blad1!C2" }],
  );
  if (!isFormula) expect(host.value("Blad", "A1")).toBe(text);
});
