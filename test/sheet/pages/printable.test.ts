/**
 * A paper as a worksheet to print: every table has its columns within the 39 narrow ones of the page, wider
 * where the texts are longer, and each cell in the first of the columns that are joined for it.
 */
import { paperPage } from "../../../src/sheet/pages/printable";

const grid = 39;

/** The first and last narrow column of each of a table's columns, as they are joined in its header. */
function columnsOf(columns: readonly string[], rows: readonly (readonly string[])[]): number[][] {
  const { rows: cells, merges = [] } = paperPage(
    {
      title: "Protokoll",
      language: "sv",
      maker: "prov",
      header: "1/26",
      blocks: [{ kind: "table", caption: "Anbud", columns, rows }],
    },
    "Protokoll",
    "report",
  );
  const top = cells.findIndex((row) => row[0]?.value === columns[0]);
  return columns.map((title) => {
    const left = cells[top]?.findIndex((cell) => cell?.value === title) ?? -1;
    const joined = merges.find((each) => each.left === left && each.top === top);
    return [left, joined?.right ?? left];
  });
}

/** Each column begins where the one before it ends, the first at the left edge, the last at the right. */
function expectFilled(places: readonly number[][]): void {
  const first = places.map(([left]) => left);
  const after = places.map(([, right = -1]) => right + 1);
  expect([...first, grid]).toEqual([0, ...after]);
}

// prettier-ignore
test.each([
  ["short texts alike",             ["Id", "Pris", "Plats"],        [["A", "100", "1"]]],
  ["one long text",                 ["Id", "Skäl", "Plats"],        [["A", "Kravet på svarstider är inte uppfyllt enligt bilaga 3, sidan 14, andra stycket", "–"]]],
  ["a long text first",             ["Skäl", "Id"],                 [["Priset är onormalt lågt och har inte förklarats på ett tillfredsställande sätt", "A"]]],
  ["a single column",               ["Anmärkning"],                 [["Inga"]]],
])("the columns fill the page: %s", (_, columns, rows) => {
  expectFilled(columnsOf(columns, rows));
});

test("a longer text has the wider column", () => {
  const [id = [], reason = []] = columnsOf(
    ["Id", "Skäl"],
    [["A", "Kravet är inte uppfyllt. ".repeat(5)]],
  );
  const width = ([left = 0, right = 0]: number[]) => right - left + 1;
  expect(width(reason)).toBeGreaterThan(width(id));
});
