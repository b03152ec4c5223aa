/**
 * Number formats that a file names by number: the currency is that of the computer that shows the
 * cell, and says nothing of another currency. A format that is written out is what it says.
 */
import { strFromU8, strToU8 } from "fflate";
import { readParts } from "../../../src/host/xlsx/read-workbook";
import { writeWorkbookParts } from "../../../src/host/xlsx/write-workbook";
import { readWorkbook } from "../../../src/sheet/read";
import { writeWorkbook } from "../../../src/sheet/write";
import { findingText } from "../../../src/words/sentences";
import { sv } from "../../../src/words/sv/words";
import { document } from "../../small";

/** What a price of 1250.5 is read as where its cell has a format by number. */
async function priceWith(id: number, currency: string, value: string, written = "") {
  const small = document({ bids: [{ id: "A", price: "1" }] });
  const pages = writeWorkbook({ ...small, procurement: { ...small.procurement, currency } }, sv);
  const parts = await writeWorkbookParts(pages);
  const edit = (name: string, change: (xml: string) => string) => {
    parts[name] = strToU8(change(strFromU8(parts[name] ?? new Uint8Array())));
  };
  let style = 0;
  edit("xl/styles.xml", (xml) => {
    style = Number(/<cellXfs count="(\d+)"/.exec(xml)?.[1]);
    return xml
      .replace("</cellXfs>", `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0"/></cellXfs>`)
      .replace("</numFmts>", (end) =>
        written === "" ? end : `<numFmt numFmtId="${id}" formatCode="${written}"/></numFmts>`,
      );
  });
  const number = pages.findIndex(({ name }) => name === "Anbud") + 1;
  edit(`xl/worksheets/sheet${number}.xml`, (xml) =>
    xml.replace(/<c r="F5"[^>]*>.*?<\/c>/, `<c r="F5" s="${style}"><v>${value}</v></c>`),
  );
  const read = readWorkbook(await readParts(new Map(Object.entries(parts))), [sv]);
  return read.findings.length > 0
    ? read.findings.map((each) => findingText(each, sv).replace(/\. Formatera.*/, ""))
    : [read.document?.bids[0]?.price];
}

const other = (seen: string) => [
  `Cellen visar ${seen} med den valuta som är inställd på den dator som öppnar filen: kronor på en, dollar på en annan`,
];

test.each<[id: number, value: string, inKronor: string, inEuro: string[]]>(
  // prettier-ignore
  [
  [5,  "1250.5",  "1250.5",  other("1 250,5 ¤")],
  [6,  "1250.5",  "1250.5",  other("1 250,5 ¤")],
  [7,  "1250.5",  "1250.50", other("1 250,50 ¤")],
  [8,  "-1250.5", "-1250.50", other("-1 250,50 ¤")],
  [37, "1250.5",  "1250.5",  ["1250.5"]],
  [38, "-1250.5", "-1250.5", ["-1250.5"]],
  [39, "1250.5",  "1250.50", ["1250.50"]],
  [40, "-1250.5", "-1250.50", ["-1250.50"]],
  [41, "1250.5",  "1250.5",  ["1250.5"]],
  [42, "1250.5",  "1250.5",  other("1 250,5 ¤")],
  [43, "-1250.5", "-1250.50", ["-1250.50"]],
  [44, "1250.5",  "1250.50", other("1 250,50 ¤")],
  ],
)("format number %d of %s", async (id, value, inKronor, inEuro) => {
  expect([await priceWith(id, "SEK", value), await priceWith(id, "EUR", value)]).toEqual([
    [inKronor],
    inEuro,
  ]);
});

test("a zero in accounting shows as a dash, and is a zero", async () => {
  expect([await priceWith(42, "SEK", "0"), await priceWith(43, "SEK", "0")]).toEqual([
    ["0"],
    ["0"],
  ]);
});

test.each<[what: string, written: string, expected: (string | undefined)[]]>(
  // prettier-ignore
  [
  ["kronor", "#,##0.00\\ &quot;kr&quot;",       ["1250.50"]],
  ["euro",   "_-* #,##0.00\\ [$€-2]_-",         ["Cellen visar 1 250,50 €, och upphandlingen räknar i SEK. Räkna om beloppet till SEK, eller formatera cellen som Tal om beloppet redan är i SEK."]],
  ["dollar", "_(&quot;$&quot;* #,##0.00_)",     ["Cellen visar $1 250,50, och upphandlingen räknar i SEK. Räkna om beloppet till SEK, eller formatera cellen som Tal om beloppet redan är i SEK."]],
  ],
)("format number 44 that the file itself writes out in %s", async (_, written, expected) => {
  expect(await priceWith(44, "SEK", "1250.5", written)).toEqual(expected);
});
