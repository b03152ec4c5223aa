/**
 * The price comparison in a verification: it holds as it was written, a changed figure is named, and
 * a sheet that was taken away is missed where the journal recorded it.
 */
import { evaluateWorkbook } from "../../../src/app/evaluate-workbook";
import { verifyWorkbook } from "../../../src/app/verify";
import type { EvaluationDocument } from "../../../src/core/document/schema";
import { MemoryWorkbook } from "../../../src/host/memory-workbook";
import type { Page } from "../../../src/sheet/workbook";
import { writeWorkbook } from "../../../src/sheet/write";
import { en } from "../../../src/words/en/words";
import { sv } from "../../../src/words/sv/words";
import { circumstances } from "../../sealed";
import { document, licenceAndTraining } from "../../small";

const base = document({
  model: { method: { type: "lowest-price" } },
  bids: [{ id: "A" }, { id: "B" }],
});
const priced: EvaluationDocument = {
  ...base,
  priceItems: licenceAndTraining,
  bids: base.bids.map((bid, n) => ({ ...bid, prices: { P1: `${100 + n}`, P2: "20" } })),
};

/** @param by who evaluates; nobody leaves no line in the journal */
async function evaluatedBy(by: string): Promise<Page[]> {
  const found = await evaluateWorkbook(new MemoryWorkbook(writeWorkbook(priced, sv)), {
    ...circumstances,
    who: () => by,
  });
  if (!found.document) throw new Error(JSON.stringify(found.findings));
  return [...writeWorkbook(found.document, sv), ...found.pages];
}

/** What the check of the result sheets reports, by code and what it names. */
async function reported(pages: readonly Page[]): Promise<string[]> {
  const { calculator, version } = circumstances;
  const found = await verifyWorkbook(new MemoryWorkbook(pages), {
    version,
    calculator,
    words: sv,
    all: [sv, en],
  });
  if (!("checks" in found)) throw new Error("unreadable");
  const sheets = found.checks.find(({ name }) => name === "sheets");
  return (sheets?.findings ?? []).map(
    ({ code, details }) => `${code} ${String(details["cell"] ?? details["sheet"])}`,
  );
}

const name = sv.sheets["price-comparison"];

/** The page with the first figure of the sheet raised by one. */
function withOtherFigure(page: Page): Page {
  if (page.name !== name) return page;
  const at = page.rows.findIndex((row) => row.some((cell) => typeof cell?.value === "number"));
  return {
    ...page,
    rows: page.rows.map((row, n) =>
      row.map((cell) =>
        n === at && typeof cell?.value === "number" ? { ...cell, value: cell.value + 1 } : cell,
      ),
    ),
  };
}

test.each(["Eva Ek", ""])(
  "it holds as written, and a changed figure is named; by “%s”",
  async (by) => {
    const pages = await evaluatedBy(by);
    expect(pages.some((page) => page.name === name)).toBe(true);
    expect(await reported(pages)).toEqual([]);
    const [first = ""] = await reported(pages.map(withOtherFigure));
    expect(first).toContain(`verify-cell-differs ${name}!`);
  },
);

test.each([
  ["the journal recorded it: it is missed", "Eva Ek", [`verify-sheet-missing ${name}`]],
  ["no record: the file may be older than the sheet", "", []],
])("the sheet is not there; %s", async (_, by, expected) => {
  const pages = await evaluatedBy(by);
  expect(await reported(pages.filter((page) => page.name !== name))).toEqual(expected);
});
