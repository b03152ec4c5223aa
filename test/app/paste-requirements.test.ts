/**
 * Requirements pasted from Word or Excel: what each line becomes. Every case is a paste as it comes from
 * the clipboard.
 */
import { enterRequirements } from "../../src/app/enter-requirements";
import { pastedRequirements } from "../../src/app/paste-requirements";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { LooseWorkbook } from "../../src/host/xlsx/browser-workbook";
import { publish } from "../../src/procedure/acts/publish";
import { readWorkbook } from "../../src/sheet/read";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { calculator } from "../calculator";
import { done } from "../sealed";
import { document } from "../small";

const known = [{ id: "K1", text: "Systemet ska ha inloggning med två faktorer." }];

/**
 * Kept rows as "id (area): text [how it is verified]", an id that was made with *; then sections; then what
 * is skipped; then the cells that are left out.
 */
function told(paste: string): readonly string[] {
  const { rows, sections, skipped, left } = pastedRequirements(paste, known, [sv, en]);
  return [
    ...rows.map(
      ({ id, isIdMade, takenNumber: taken, area, text, verification: way }) =>
        `${id}${isIdMade ? "*" : ""}${taken === undefined ? "" : ` not ${taken}`} (${area}): ${text}${way === undefined ? "" : ` [${way}]`}`,
    ),
    ...sections.map((section) => `# ${section}`),
    ...skipped.map(({ line, reason, like }) => `${line} ${reason} ${like ?? ""}`.trim()),
    ...left.map(({ line, text }) => `${line} left out: ${text}`),
  ];
}

// prettier-ignore
test.each<[string, string, readonly string[]]>([
  ["numbered headings and requirements, 1.1 and 1.10 apart",
    "1 Drift\n1.1 Systemet ska vara tillgängligt.\n1.10 Loggar ska sparas.\n\n2 Stöd\n2.1 Supporten ska svara på svenska.",
    ["1.1 (Drift): Systemet ska vara tillgängligt.", "1.10 (Drift): Loggar ska sparas.", "2.1 (Stöd): Supporten ska svara på svenska.", "# Drift", "# Stöd"]],
  ["columns with a header, an area and Ska",
    "Nr\tOmråde\tKravtext\tTyp\nA-1\tDrift\tSystemet ska övervakas.\tSka\nA-2\tDrift\tSystemet ska säkerhetskopieras.\tSka",
    ["A-1 (Drift): Systemet ska övervakas.", "A-2 (Drift): Systemet ska säkerhetskopieras.", "1 header"]],
  ["a merged heading row, a cell with a line break and a quotation",
    "Säkerhet\t\t\nS1\t\"Leverantören ska ha\nen \"\"rutin\"\" för incidenter.\"\n\"Öppna\" format ska stödjas.",
    ["S1 (Säkerhet): Leverantören ska ha en \"rutin\" för incidenter.", "K2* (Säkerhet): \"Öppna\" format ska stödjas.", "# Säkerhet"]],
  ["bullets without numbers get ids that nobody has",
    "Krav:\n• Systemet ska exportera.\n– Systemet ska importera.",
    ["K2* (Krav): Systemet ska exportera.", "K3* (Krav): Systemet ska importera.", "# Krav"]],
  ["an id that is taken, in whatever case, is made anew",
    "k1 Systemet ska larma.\nk2 Systemet ska logga.",
    ["K3* not k1 (): Systemet ska larma.", "k2 (): Systemet ska logga."]],
  ["known, repeated and bör",
    "9 Systemet ska ha inloggning med två faktorer\n10. Systemet ska larma.\n11. Systemet  ska larma\n12. Systemet bör vara snabbt.",
    ["10 (): Systemet ska larma.", "1 known K1", "3 twice 10", "4 should"]],
  ["the header again on the next page, a dash in a cell of its own, and wishes by their column",
    "Punkt\tKrav\tTyp\n1.1\tFordonen ska ha bälte.\tSka\nPunkt\tKrav\tTyp\n-\t1.2 Fordonen ska ha alkolås.\tSka\n1.3\tFordonen ska ha wifi.\tBör",
    ["1.1 (): Fordonen ska ha bälte.", "1.2 (): Fordonen ska ha alkolås.", "1 header", "3 header", "5 should"]],
  ["a list inside a requirement belongs to it; an item with a demand of its own does not",
    "4.2\tDrivmedel ska redovisas\na)\tper fordon\nb)\tper linje\n4.3 Förare ska ha\n• tjänstekort\n• Förare ska tala svenska.",
    ["4.2 (): Drivmedel ska redovisas\na) per fordon\nb) per linje", "4.3 (): Förare ska ha\n• tjänstekort", "K2* (): Förare ska tala svenska."]],
  ["a header with a column of their own",
    "Område\tNr\tKravtext\tTyp\tHur det visas\nTextil\t1.1\tPlagg ska märkas.\tSka\tBeskrivning",
    ["1.1 (Textil): Plagg ska märkas. [description]", "1 header"]],
  ["how each requirement is verified, and a column that the list has no place for",
    "Nr\tKrav\tVerifieras genom\tAnm\n1.1\tPlagg ska märkas.\tDokument\tny\n1.2\tPlagg ska lagas.\tPlatsbesök\t\n1.3\tFordon ska vara rena.\tegen försäkran\t",
    ["1.1 (): Plagg ska märkas. [document]", "1.2 (): Plagg ska lagas.", "1.3 (): Fordon ska vara rena. [self-declaration]", "1 header", "2 left out: ny", "3 left out: Platsbesök"]],
  ["words of a header in the rows too, without numbers",
    "Plagg ska märkas.\tSka\tBeskrivning\nPlagg ska lagas.\tSka\tVerification",
    ["K2* (): Plagg ska märkas. [description]", "K3* (): Plagg ska lagas.", "2 left out: Verification"]],
  ["an area in a merged cell reaches down to the next one",
    "Textil\t1.1\tPlagg ska märkas.\n\t1.2\tPlagg ska lagas.\nLeverans\t2.1\tTvätt ska hämtas.\n\t2.2\tFordon ska vara rena.",
    ["1.1 (Textil): Plagg ska märkas.", "1.2 (Textil): Plagg ska lagas.", "2.1 (Leverans): Tvätt ska hämtas.", "2.2 (Leverans): Fordon ska vara rena."]],
  ["a numbered heading that is shorter than the name of its area",
    "Leverans av tvätt\t2\tTvätt\n\t2.1\tTvätt ska hämtas.",
    ["2.1 (Tvätt): Tvätt ska hämtas.", "# Tvätt"]],
  ["nothing", "\n \t \n", []],
])("%s", (_, paste, expected) => {
  expect(told(paste)).toEqual(expected);
});

const held = document({ requirements: ["K1"], bids: [{ id: "A", price: "1000" }] });
const by = { time: "2026-03-02T10:00:00Z", by: "Eva Ek" };
const entered = async (value: EvaluationDocument, text: string) => {
  const workbook = LooseWorkbook.ofPages("", writeWorkbook(value, sv), calculator);
  const { amendment, refused = [] } = enterRequirements(
    await workbook.read(),
    { text, kind: "qualification" },
    [sv, en],
  );
  if (amendment) await workbook.amend(amendment);
  const { document: read } = readWorkbook(await workbook.read(), [sv]);
  return { read, refused: refused.map(({ code }) => code) };
};

test("the rows stand on the sheet of requirements and can be checked for the bid", async () => {
  const { read, refused } = await entered(held, "Drift\n2 Systemet ska larma.");
  expect(refused).toEqual([]);
  expect(read?.requirements).toEqual([
    ...held.requirements,
    { id: "2", area: "Drift", text: "Systemet ska larma.", kind: "qualification" },
  ]);
});

test("how a requirement is verified stands on the sheet", async () => {
  const { read } = await entered(held, "2\tSystemet ska larma.\tDemonstration");
  expect(read?.requirements.at(-1)).toEqual({
    id: "2",
    text: "Systemet ska larma.",
    kind: "qualification",
    verification: "demonstration",
  });
});

test("a published list takes none", async () => {
  const published = done(publish(held, by));
  const { read, refused } = await entered(published, "2 Systemet ska larma.");
  expect(refused).toEqual(["requirements-published"]);
  expect(read?.requirements).toEqual(held.requirements);
});
