/** Bladen på svenska: tabeller, kolumner och rader som inte är som de ska. Part of the Swedish word list. */
import { list, plural } from "./numbers";
import type { FindingSentences } from "../finding-sentences";

/** Words that name a row or a column in which others are added up. */
export const sumWords: readonly string[] = [
  "summa",
  "summor",
  "delsumma",
  "delsummor",
  "totalsumma",
  "slutsumma",
  "total",
  "totalt",
  "medel",
  "medelvärde",
  "genomsnitt",
];

/** Words in a header that say that the column is people's own. */
export const ownColumnWords: readonly string[] = ["egen", "eget", "egna"];

/** How a sentence names a sheet, and two. */
export const sheetMention = { sheet: "blad|bladet|bladen", and: "och" };

export const sheetFindings = {
  "quantities-twice": (x) =>
    `Mängder per myndighet står både i en tabell med en kolumn per myndighet och i en lista (bladen ${list(x.sheets)}). Behåll den ena, och ta bort den andra.`,
  "column-renamed": (x) =>
    `Under rubriken ”${x.header}” i ${x.sheet}!${x.cell} står värden som inte läses men kan höra till kolumnen ${x.known.map((known) => `”${known}”`).join(" eller ")}. Skriv tillbaka den rubriken om det är den kolumnen; är det en egen kolumn, börja rubriken med ”Egen”.`,
  "table-missing": (x) =>
    `Bladet ”${x.sheet}” har ingen tabell som heter ${x.table}, så inget på det läses. Ställ markören i någon av raderna, välj Infoga > Tabell (Ctrl+T) om de inte är en tabell, och skriv namnet ${x.table} under Tabelldesign.${x.own ? " Om bladet inte hör till utvärderingen: byt namn på det." : ""}`,
  "tables-ambiguous": (x) =>
    `Flera tabeller på bladet ”${x.sheet}” (${list(x.tables)}) kan vara ${x.table}, och ingen heter så. Ge den rätta tabellen det namnet.`,
  "table-twice": (x) =>
    `Två tabeller heter ${x.table} (bladet ${list(x.sheets)}), och det går inte att veta vilken som gäller. Behåll den rätta och ge den andra ett annat namn (Tabelldesign, Tabellnamn), eller ta bort den.`,
  "sheet-copied": (x) =>
    `Bladet ”${x.sheet}” ser ut som en kopia av ”${x.read}” och läses inte; det är tabellen ${x.table} på ”${x.read}” som gäller. Flytta dit det som bara står i kopian, och ta bort den.`,
  "row-below-table": (x) =>
    `Rad ${x.row} på bladet ”${x.sheet}” står under tabellen men är inte med i den. Dra i tabellens nedre högra hörn så att raden kommer med, eller flytta den.`,
  "column-beside-table": (x) =>
    `Rubriken ”${x.header}” i ${x.sheet}!${x.cell} står bredvid tabellen men är inte med i den, så inget i kolumnen läses. Dra i tabellens nedre högra hörn så att kolumnen kommer med. Är det en egen kolumn, börja rubriken med ”Egen”.`,
  "header-row-missing": (x) =>
    `Tabellen på bladet ”${x.sheet}” har ingen av de väntade rubrikerna på rad ${x.row}. Slå på Rubrikrad under Tabelldesign, eller skriv tillbaka rubrikerna.`,
  "column-twice": (x) =>
    `Kolumnerna ${list(x.columns)} på bladet ”${x.sheet}”, rad ${x.row}, har samma rubrik, ”${x.header}”. Byt rubrik på den som inte gäller, eller ta bort den.`,
  "bid-id-changed": (x) =>
    `Anbudet ${x.id} har inga kolumner på ${list(x.sheets)}, där ${list(x.others)} har kolumner men inte står på bladet Anbud. Skriv tillbaka id, eller byt det i alla rubriker och rader.`,
  "bid-without-columns": (x) =>
    `Anbudet ${x.id} har inga kolumner på ${list(x.sheets)}. Lägg till dess kolumner där, med ${x.id} först i rubriken, eller rätta id.`,
  "bid-not-listed": (x) =>
    `${list(x.sheets)} har ${plural(x.count, "ifylld rad", "ifyllda rader")} för anbudet ${x.id}, som inte står på bladet Anbud. Skriv in anbudet där, rätta id på raderna eller ta bort dem.`,
  "criterion-not-listed": (x) =>
    `Bladet ”${x.sheet}” har ${plural(x.count, "rad", "rader")} för kriteriet ${x.id}, som inte finns på bladet Kriterier. Rätta id, lägg till kriteriet eller ta bort raderna.`,
  "row-sum": (x) =>
    `Rad ${x.row} på bladet ”${x.sheet}”${x.name ? ` (${x.name})` : ""} räknar ihop andra rader och har inget eget id; den är inte med i utvärderingen. Flytta den helst ut ur tabellen.`,
  "row-sum-perhaps": (x) =>
    `Rad ${x.row} på bladet ”${x.sheet}” (${x.name}) ser ut som en summa och läses inte. Ta bort den ur tabellen, eller ge raden ett id och ett annat namn om den ska räknas.`,
  "row-without-id": (x) =>
    `Rad ${x.row} på bladet ”${x.sheet}”${x.name ? ` (${x.name})` : ""} saknar ${x.header} och läses inte. Fyll i det, eller töm raden.`,
} satisfies Partial<FindingSentences>;
