/**
 * Forms as bidders fill them in: the form of a small published procurement, what is typed in it by
 * the key of each row, and the file that is handed in, calculated as by the bidder's own program.
 */
import { makeBidderForms } from "../src/app/bidder-forms";
import type { FormFile } from "../src/app/check-forms";
import type { EvaluationDocument } from "../src/core/document/schema";
import { openPackage } from "../src/host/xlsx/package-check";
import { openParts } from "../src/host/xlsx/read-workbook";
import { writeWorkbookBytes } from "../src/host/xlsx/write-workbook";
import { publish } from "../src/procedure/acts/publish";
import type { CellContent, Page } from "../src/sheet/workbook";
import { sv } from "../src/words/sv/words";
import { calculator } from "./calculator";
import { document } from "./small";

export const by = { time: "2027-01-10T09:00:00Z", by: "Eva Ek" };
export const published = (plain: EvaluationDocument): EvaluationDocument => {
  const done = publish(plain, by, { at: "", reason: "" });
  if (!done.document) throw new Error("not published");
  return done.document;
};
export const licences = published({
  ...document({ requirements: ["K1", "K2"], bids: [{ id: "A" }] }),
  // prettier-ignore
  priceItems: [
    { id: "P1", name: "Införande", category: "implementation", unit: "st",       quantity: "1" },
    { id: "P2", name: "Licens",    category: "licence",        unit: "kr/månad", quantity: "12", periods: "4" },
  ],
});

/** A cell to type in: the sheet, the key of the row, the column from 0, and what is typed. */
export type Typed = readonly [sheet: string, key: string, column: number, content: CellContent];
export const well = (name: string, number: string, ...prices: readonly CellContent[]): Typed[] => [
  ["Formulär", "bidder", 2, { value: name }],
  ["Formulär", "organisationNumber", 2, { value: number }],
  ["Krav", "K1", 5, { value: "Ja" }],
  ["Krav", "K2", 5, { value: "Nej" }],
  ...prices.map((content, n): Typed => ["Priser", `P${n + 1}`, 7, content]),
];

/** The empty form of a procurement, made once each. */
const empty = new Map<EvaluationDocument, Promise<readonly Page[]>>();

export function emptyForm(plain: EvaluationDocument): Promise<readonly Page[]> {
  const made =
    empty.get(plain) ??
    makeBidderForms(plain, false, sv, calculator).then(({ forms }) => forms?.[0]?.pages ?? []);
  empty.set(plain, made);
  return made;
}

/** @param change what the bidder, or the bidder's program, does to the pages besides */
export async function handedIn(
  name: string,
  typed: readonly Typed[],
  change = (pages: Page[]) => pages,
  plain = licences,
): Promise<FormFile> {
  const pages = (await emptyForm(plain)).map((page) => ({
    ...page,
    rows: page.rows.map((row) =>
      row.map((cell, c) => {
        const content = typed.find(
          ([sheet, key, column]) => sheet === page.name && key === row[0]?.value && column === c,
        )?.[3];
        return content ? { ...cell, ...content } : cell;
      }),
    ),
  }));
  const bytes = await writeWorkbookBytes(await calculator.calculate([], change(pages)));
  return readBack(name, bytes);
}

/** The file as it is read from its bytes. */
export async function readBack(name: string, bytes: Uint8Array): Promise<FormFile> {
  const { everySheet, hasMacros } = await openParts(openPackage(bytes));
  return { name, bytes, sheets: everySheet(), hasMacros };
}
