/**
 * The start in Excel, in the user's language: the real office.js with its own words, then the pane
 * with ours.
 */
import { writeWorkbookBytes } from "../../src/host/xlsx/write-workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import { openInExcel } from "../excel-host/from-xlsx";
import { ExcelHost } from "../excel-host/host";
import { startInJsdom } from "../excel-host/transports/jsdom";
import { document } from "../small";

const value = document({
  model: { method: { type: "lowest-price" }, ties: ["lottery"] },
  bids: [{ id: "A", price: "100" }],
});

test.each([
  ["sv-SE", ["Start", "Modell", "Krav", "Poäng", "Resultat", "Känslighet", "Granska"], "1 anbud"],
  [
    "en-US",
    ["Start", "Model", "Requirements", "Scores", "Result", "Sensitivity", "Review"],
    "1 bid",
  ],
])("%s", async (language, steps, counts) => {
  const host = new ExcelHost({ locale: language });
  await openInExcel(host, await writeWorkbookBytes(writeWorkbook(value, sv)));
  const { window, requested, errors, close } = await startInJsdom(host, language);
  const { body, documentElement } = window.document;
  expect(
    [...window.document.querySelectorAll("#steps button")].map(({ textContent }) => textContent),
  ).toEqual(steps);
  expect(body.textContent).toContain(counts);
  expect(documentElement.lang).toBe(language.slice(0, 2));
  // The library's own words, and nothing from anywhere else.
  expect(requested).toContain(
    `https://appsforoffice.microsoft.com/lib/1/hosted/${language.toLowerCase()}/office_strings.js`,
  );
  expect(
    requested.filter(
      (address) =>
        !address.startsWith("https://appsforoffice.microsoft.com/lib/1/hosted/") &&
        !address.startsWith("https://localhost:3000/"),
    ),
  ).toEqual([]);
  expect(errors).toEqual([]);
  close();
});
