/**
 * Every word a user sees, in Swedish, once. This file is the glossary: ../en is checked against it
 * by the compiler. It holds no logic beyond putting words and values together.
 */
import { momentText } from "../time";
import { list, number, plural } from "./numbers";
import type { FindingSentences } from "../finding-sentences";
import type { Finding } from "../../core/finding";
import type { Rule, What } from "../../core/step";
import { lawNote } from "../law-note";
import type { Publication } from "../publication";
import { acts } from "./acts";
import { alsoIn, cellFindings, cellWords, typedFindings } from "./cells";
import { pasting } from "./pasting";
import { pane } from "./pane";
import type { Widened } from "../shape";
import { claims, lab, labFindings, looksFor, modelText } from "./lab";
import {
  cliGroup,
  scoreSheetFields,
  group,
  groupFailures,
  groupFields,
  groupFindings,
  groupGuides,
  groupHeaders,
  groupLists,
  groupNames,
  groupReasons,
  groupRules,
  groupSheets,
} from "./group";
import { cliForms, formFindings, formWords } from "./forms";
import { lotFindings, lotWords } from "./lots";
import { historyWords } from "./history";
import {
  awardFields,
  awardGuides,
  awardHeaders,
  awardLists,
  awardSheets,
  checklist,
} from "./award";
import { cliExchange, cliPapers, followUp, paperFindings, paperWords } from "./papers";
import { comparisonWords } from "./price-comparison";
import { ownColumnWords, sheetFindings, sheetMention, sumWords } from "./sheet";
import {
  priceFields,
  priceFindings,
  priceGuides,
  priceHeaders,
  priceLists,
  priceNames,
  priceReasons,
  priceRowHeaders,
  priceRules,
  priceSheets,
  yearHeader,
  yearHeaders,
} from "./prices";
import { contractFindings, contractWords } from "./contracts";
import { anchorFindings, anchorWords } from "./anchor";
import {
  decisionFindings,
  decisionGuides,
  decisionHeaders,
  decisionLists,
  decisionPapers,
  decisionSheets,
} from "./decisions";
import {
  organisationGuides,
  organisationHeaders,
  organisationSheets,
  organisationWords,
} from "./organisation";
import {
  exclusionFindings,
  exclusionGuides,
  exclusionHeaders,
  exclusionLimit,
  exclusionLists,
  exclusionName,
  exclusionPapers,
  exclusionReasons,
  exclusionSheets,
} from "./exclusion";
import {
  milestoneWords,
  recordFindings,
  recordHeaders,
  recordNames,
  recordReasons,
} from "./record";
import { withId } from "../named-id";
import { bidForm } from "./bid-form";
import { procurementForm } from "./procurement-form";
import { rowForms } from "./row-forms";
import { cliTrail, publishedText, trailFindings, trailWords } from "./trail";

/** What a blank optional row does, by the model's rule. */
const blankEffects: { readonly [rule: string]: string } = {
  highest: "räknas den med det högsta priset bland de andra",
  "left-out": "räknas raden bort för alla",
  rejected: "förkastas anbudet",
};

/** A field's label and what belongs in it. */
type FieldTexts = { readonly [key: string]: readonly [label: string, hint: string] };

type Details = Finding["details"];
type Sentence = (details: Details) => string;

const d = (details: Details, key: string): string => String(details[key] ?? "");

const names: { readonly [what in What]: string } = {
  ...groupNames,
  "exclusion-decision": exclusionName,
  ...recordNames,
  ...priceNames,
  "unit-price": "À-pris",
  quantity: "Mängd",
  periods: "Antal perioder",
  "price-with-blank-rows": "Pris med frivilliga rader",
  "compared-unit-price": "Jämfört à-pris",
  "highest-unit-price": "Högsta jämförda à-pris",
  "filled-row": "Tillägg för tom rad",
  "blank-row": "Raden är tom (1) eller prissatt (0)",
  "row-is-blank": "Jämförd: raden är tom (1) eller prissatt (0)",
  "row-left-out": "Raden räknas bort för alla (1)",
  "left-out-row": "Borträknad rad",
  "bids-pricing-row": "Antal anbud som prissatt raden",
  "row-total": "Radsumma",
  "unit-price-ceiling": "Takpris för raden",
  "offered-price": "Anbudspris",
  "corrected-price": "Pris efter rättelser",
  price: "Pris i utvärderingen",
  "price-ceiling": "Takpris",
  "given-score": "Angiven bedömning",
  "given-assessment": "Angiven individuell bedömning",
  "given-consultant-score": "Angiven bedömning av konsult",
  score: "Bedömning",
  assessment: "Individuell bedömning",
  "consultant-score": "Bedömning av konsult",
  "answer-1-to-5": "Enkätsvar",
  "agreed-score": "Sammanvägd bedömning",
  "worst-consultant": "Lägst bedömda konsult",
  level: "Nivå",
  "scale-maximum": "Skalans högsta värde",
  "scale-zero": "Skalans nollpunkt",
  "scale-step": "Skalans steg",
  "scale-worst": "Sämsta mätvärde",
  "scale-best": "Bästa mätvärde",
  share: "Uppfyllnadsandel",
  "unclipped-share": "Andel före avgränsning till 0–1",
  "scale-span": "Skalans omfång",
  "above-zero": "Värde över nollpunkten",
  weight: "Vikt (%)",
  points: "Poäng",
  "full-points": "Högsta poäng",
  minimum: "Lägsta godtagna värde",
  "minimum-per-cent": "Lägsta godtagna andel (%)",
  "minimum-share": "Lägsta godtagna andel",
  "minimum-points": "Lägsta godtagna poäng",
  "per-cent": "Hundra procent",
  "limit-check": "Gränsen hålls",
  "deduction-full": "Prisavdrag vid full uppfyllnad",
  "addition-full": "Påslag vid ingen uppfyllnad",
  "per-point": "Kronor per poäng",
  cap: "Högsta avdrag",
  "band-from": "Intervall från",
  "band-to": "Intervall till",
  "band-deduction": "Intervallets avdrag",
  "deduction-uncapped": "Prisavdrag före tak",
  deduction: "Prisavdrag",
  shortfall: "Ej uppfylld andel",
  addition: "Påslag",
  adjustment: "Justering",
  adjustments: "Summa justeringar",
  constant: "Konstant",
  "deduction-per-cent": "Avdrag vid full uppfyllnad (% av priset)",
  "deduction-part": "Avdrag vid full uppfyllnad (andel av priset)",
  "addition-per-cent": "Påslag vid ingen uppfyllnad (% av priset)",
  "addition-part": "Påslag vid ingen uppfyllnad (andel av priset)",
  "lowest-price": "Lägsta jämförda pris",
  "highest-price": "Högsta jämförda pris",
  "mean-price": "Medelvärde av jämförda priser",
  "compared-price": "Jämfört pris",
  "compared-share": "Jämförd andel",
  "best-share": "Bästa jämförda andel",
  "rescaled-share": "Andel av bästa anbud",
  "price-weight": "Prisets vikt (%)",
  "price-share": "Prisets andel av högsta betyg",
  "price-grade-unrounded": "Prisbetyg före avrundning",
  "price-grade": "Prisbetyg",
  "price-points": "Pris, vägd poäng",
  "grade-unrounded": "Betyg före avrundning",
  grade: "Betyg",
  maximum: "Högsta betyg",
  "price-difference": "Prisskillnad",
  "price-span": "Spann mellan högsta och lägsta pris",
  "price-anchor-span": "Spann mellan sämsta och bästa pris",
  "price-per-cent-off": "Prisskillnad som andel",
  "price-zero-at": "Noll poäng vid % över lägsta pris",
  "price-zero-at-wider": "Bredare lutning, % över lägsta",
  "price-slope": "Lutning som gäller (%)",
  "price-slope-part": "Lutningen som andel",
  "price-slope-span": "Spann från lägsta till noll poäng",
  "price-best": "Pris som ger fullt betyg",
  "price-worst": "Pris som ger betyget noll",
  "price-reference": "Referenspris",
  "price-per-cent-points": "Ändring för prisskillnaden",
  "per-per-cent": "Poäng per procent",
  half: "Halva betyget",
  one: "Hela betyget",
  unchanged: "Utan omräkning",
  "price-band-to": "Prisintervall till och med",
  "price-band-share": "Prisintervallets andel",
  quality: "Kvalitet",
  ratio: "Kvot",
  multiplier: "Multiplikator",
  "zero-kronor": "Noll kronor",
  "result-unrounded": "Resultat före avrundning",
  result: "Resultat",
  requirements: "Antal krav",
  verdict: "Bedömning av krav",
  "not-met": "Krav som inte uppfylls",
  open: "Krav som inte är avgjorda",
  standing: "Ställning",
  "drawn-place": "Plats vid lottning",
  rank: "Plats",
};

const roundingModes = {
  "half-up": "halva uppåt",
  "half-even": "halva till jämnt",
  "half-down": "halva nedåt",
  up: "alltid uppåt",
  down: "alltid nedåt",
};

const rules: { readonly [kind in Rule["kind"]]: string } = {
  ...groupRules,
  ...priceRules,
  input: "inmatat värde",
  fixed: "ges av definitionen",
  sum: "summan av",
  product: "produkten av",
  difference: "skillnaden mellan",
  quotient: "kvoten av",
  weighted: "summan av vikt/100 × andel",
  mean: "medelvärdet av",
  median: "medianen av",
  smallest: "det minsta av",
  largest: "det största av",
  negated: "med omvänt tecken (dras av)",
  remainder: "1 minus",
  clipped: "inte under 0 och inte över 1",
  "yes-is-one": "ja är 1, nej är 0",
  same: "samma värde som",
  rounded: "avrundat",
  "price-rows": "summan av radsummorna",
  sus: "SUS: udda frågor − 1, jämna 5 −, summan × 2,5; medelvärde över svarande",
  band: "avdraget för det intervall poängen ligger i",
  "on-scale": "värdet finns på skalan",
  "at-least": "värdet är minst gränsen",
  "at-most": "värdet är högst gränsen",
  "price-band": "andelen för det första prisintervall som priset ryms i",
  "filled-row":
    "noll om anbudet prissätter raden; annars högsta jämförda à-pris × radens mängd och faktorer, eller noll om inget anbud prissätter den",
  "left-out-row":
    "minus à-pris × radens mängd och faktorer om något jämfört anbud lämnar raden tom; annars noll",
  "blank-row": "1 om priset saknas, annars 0",
  count: "antal som har ett värde",
  priced: "anbudet prissätter raden, eller inget anbud gör det",
  "wider-slope":
    "den bredare lutningen om det högsta priset ligger längre över det lägsta än den vanliga lutningen anger; annars den vanliga",
  compared: "samma värde, om anbudet inte är förkastat",
  "lowest-compared": "det lägsta bland jämförda anbud",
  "highest-compared": "det högsta bland jämförda anbud",
  "mean-compared": "medelvärdet över jämförda anbud",
  place: "1 + antal jämförda anbud som kommer före i prioritetsordningen",
  above: "värdet är större än gränsen",
  verdicts: "antal krav enligt kravprövningen",
  standing:
    "förkastat om ett krav inte uppfylls eller en gräns bryts; ej avgjort om något saknas; annars kvarstår anbudet",
  rank: "1 + antal anbud med bättre resultat",
};

/** The names of what a rule is applied to, in their order. */
type Operands = readonly string[];

/** The rules that say which operand is which, with the names of the operands. */
const expressions = {
  difference: ([a, b]: Operands) => `${a} − ${b}`,
  quotient: ([a, b]: Operands) => `${a} ÷ ${b}`,
  "at-least": ([a, b]: Operands) => `${a} är minst ${b}`,
  "at-most": ([a, b]: Operands) => `${a} är högst ${b}`,
  above: ([a, b]: Operands) => `${a} är större än ${b}`,
  remainder: ([a]: Operands) => `1 − ${a}`,
  partly: ([a, b]: Operands) => `1 + ${a}/100 × (${b} − 1)`,
  product: (all: Operands) => all.join(" × "),
  chained: (all: Operands) => all.join(" × "),
};

const tieRules = {
  "highest-deduction": "högst avdrag",
  "lowest-price": "lägst pris",
  lottery: "lottning",
  criterion: "kriterium",
};

const verdicts = {
  met: "Uppfyllt",
  "not-met": "Ej uppfyllt",
  clarification: "Förtydligande begärt",
  unchecked: "Ej prövat",
};
const standings = { standing: "Kvarstår", rejected: "Förkastat", undecided: "Ej avgjort" };

const reasons = {
  ...groupReasons,
  ...exclusionReasons,
  ...recordReasons,
  ...priceReasons,
  "requirement-not-met": (id) => `krav ${id} uppfylls inte`,
  "requirement-unchecked": (id) => `krav ${id} är inte prövat`,
  "requirement-clarification": (id) => `förtydligande av krav ${id} väntar på svar`,
  "below-minimum": (id) => `når inte lägsta godtagna värde på ${id}`,
  "below-minimum-share": (id) => `når inte lägsta godtagna andel på ${id}`,
  "below-minimum-points": (id) => `når inte lägsta godtagna poäng på ${id}`,
  "price-above-ceiling": () => "priset överstiger takpriset",
  "unit-price-above-ceiling": (id) => `à-priset på ${id} överstiger radens takpris`,
  "optional-row-blank": (id) =>
    `den frivilliga raden ${id} är tom, vilket modellen säger förkastar anbudet när andra prissatt den`,
  "price-zero-forbidden": () => "priset är noll eller lägre, vilket upphandlingen inte tillåter",
  "price-outside-bands": () => "priset ligger över det sista prisintervallet",
  "price-zero": () => "priset är noll, och metoden delar med det",
  "quality-zero": () => "kvaliteten är noll, och metoden delar med den",
  "lowest-price-zero": () => "det lägsta priset är noll, och metoden delar med det",
  "mean-price-zero": () => "medelpriset är noll, och metoden delar med det",
  "prices-equal": () => "alla jämförda priser är lika, och metoden delar med skillnaden",
  "best-share-zero": (id) =>
    `inget anbud har mer än noll på ${id}, och metoden delar med det bästa`,
  "price-scale-without-span": () => "prisskalan saknar omfång",
  "price-missing": () => "pris saknas",
  "price-sealed": () => "priset är inte läst; det är förslutet tills kvaliteten är fastställd",
  "unit-price-missing": (id) => `à-pris saknas på ${id}`,
  "score-missing": (id) => `bedömning saknas på ${id}`,
  "assessment-missing": (id) => `individuell bedömning saknas på ${id}`,
  "score-outside-scale": (id) => `bedömningen på ${id} finns inte på skalan`,
  "points-outside-bands": (id) => `poängen på ${id} ligger i inget eller i flera intervall`,
  "scale-without-span": (id) => `skalan för ${id} saknar omfång`,
  "model-incomplete": (id) =>
    id ? `modellen är ofullständig vid ${id}` : "modellen går inte att räkna",
} satisfies { readonly [code: string]: (id: string) => string };

/** One sentence a finding: what is seen, and what to do about it. */
const findings = {
  // Reading a workbook
  "sheet-missing": (x) =>
    `Bladet ”${x.sheet}” finns inte, och ingen tabell heter ${x.table}. Lägg tillbaka bladet, eller börja en ny utvärdering.`,
  "only-prices": () =>
    "Filen har bara priserna. Den läses tillsammans med upphandlingens egen fil, när kvaliteten är fastställd: öppna den filen, och sedan priserna ur den här (open-prices).",
  "table-renamed": (x) =>
    `Tabellen ${x.expected} heter nu ${x.table}; den hittades på bladet ”${x.sheet}” och lästes.`,
  "column-missing": (x) =>
    `Kolumnen ”${x.header}” saknas i tabellen på bladet ”${x.sheet}”, rad ${x.row}. Där finns: ${list(x.seen, 12)}. Lägg tillbaka kolumnen eller rätta rubriken.`,
  "check-row-missing": (x) =>
    `Kraven ${list(x.ids)} har ingen rad på bladet ”${x.sheet}”. Lägg till en rad där för vart och ett, med kravets id.`,
  "header-merged": (x) =>
    `Rubrikraden på bladet ”${x.sheet}”, rad ${x.row}, har sammanfogade celler. Dela upp dem så att varje kolumn har sin egen rubrik.`,
  "row-twice": (x) =>
    `${x.id} står på flera rader på bladet ”${x.sheet}” (rad ${list(x.rows)}). Ta bort eller byt id på den ena.`,
  "parent-unknown": (x) =>
    `Kriteriet ${x.id} ligger under ”${x.parent}”, som inte finns eller själv ligger under ${x.id}. Skriv id på ett annat kriterium, eller lämna tomt för ett huvudkriterium.`,
  "requirement-text-differs": (x) =>
    `Texten till krav ${x.id} på bladet ”${x.sheet}” är inte densamma som i kravlistan. Kontrollera vilken text kravet prövades mot.`,
  "price-form-total-with-rows": (x) =>
    `Anbudet från ${x.bid} har prisform ”Totalpris” men också à-priser. Välj ”Prisrader” eller töm à-priserna.`,
  "price-form-rows-with-total": (x) =>
    `Anbudet från ${x.bid} har prisform ”Prisrader” men också ett totalpris. Flytta beloppet till ”Anbudsgivarens egen summa”, eller välj ”Totalpris”.`,
  "formula-without-value": (x) =>
    `Formeln ${x.seen} har inget beräknat värde. Öppna filen i Excel, låt den räkna om och spara.`,
  "formula-not-calculated": (x) =>
    `Formeln ${x.seen} är inte omräknad sedan filen ändrades${alsoIn(x)}; det senast sparade värdet används. Öppna och spara filen i Excel.`,
  "number-as-text": (x) =>
    `”${x.seen}” är sparat som text${alsoIn(x)}. Det är läst som ett tal, men Excels egna summor hoppar över det; ${x.count > 1 ? "markera kolumnen och gör om den" : "gör om cellen"} till Tal.`,
  "word-inexact": (x) =>
    `”${x.seen}” har mellanslag eller tecken som inte syns${alsoIn(x)}. Det är läst som ordet; välj ordet i listan, så att filter och egna formler också hittar det.`,
  "cell-date": (x) =>
    `Här står ett datum (${x.seen}) där ett tal väntades. Excel gör om text som ”1-2” till datum; formatera cellen som Tal och skriv talet igen.`,
  "cell-error": (x) => `Cellen visar felet ${x.seen}. Rätta formeln eller skriv värdet.`,
  "cell-not-number": (x) =>
    `”${x.seen}” är inget tal. Skriv ett tal, till exempel 1 249,50. Lämna tomt om värdet saknas; skriv 0 om det verkligen är noll.`,
  "cell-ambiguous": (x) =>
    `”${x.seen}” kan läsas som tusental eller som decimaler. Skriv talet utan punkt, med mellanslag mellan tusental och komma före decimaler.`,
  "cell-percent": (x) =>
    `${x.seen} är en procentsats där ett tal utan procent väntades. Skriv talet utan procenttecken och formatera cellen som Tal.`,
  "cell-too-many-decimals": (x) =>
    `${x.seen} har fler än 10 decimaler. Avrunda i cellen, till exempel =AVRUNDA(…;2), så att det syns vad som räknas.`,
  "weight-unending": (x) =>
    `${x.seen} har fler än 10 decimaler, och vikterna ska bli exakt 100. Skriv vikten som ett bråk av två heltal, till exempel =100/3 för en tredjedel, eller avrunda den.`,
  "weight-date": (x) =>
    `${x.seen} är ett datum. Excel gör om ett bråk till datum; skriv det med likhetstecken, till exempel =100/3.`,
  "cell-too-large": (x) =>
    `${x.seen} har fler än 15 siffror före decimaltecknet; Excel kan inte hålla det exakt. Kontrollera talet.`,
  "cell-not-whole": (x) => `”${x.seen}” är inget heltal. Skriv ett heltal, till exempel 1.`,
  "cell-not-choice": (x) =>
    `”${x.seen}” är inget av de ord som gäller här. Välj ${list(x.allowed, 12)}.`,
  "cell-foreign-letter": (x) =>
    `”${x.seen}” innehåller ett tecken ur ett annat alfabet, fast det ser rätt ut. Skriv om ordet: ${list(x.allowed, 12)}.`,
  "scale-laid-aside": (x) =>
    `”${x.header}” på ${x.id} (${x.seen}) används inte av skalan som kriteriet har. Värdet står kvar och räknas inte; töm cellen, eller byt skala.`,
  "levels-laid-aside": (x) =>
    `${plural(x.count, "nivå", "nivåer")} för ${x.id} på bladet ”${x.sheet}” används inte, eftersom kriteriet har en annan skala. De står kvar; töm raderna, eller byt skala till Nivåer.`,
  "field-laid-aside": (x) =>
    `Raden ”${x.label}” på bladet ”${x.sheet}” används inte av den valda metoden. ${x.seen} står kvar och räknas inte; töm cellen, eller byt metod.`,
  // The document's shape
  "document-unknown-key": (x) =>
    x.cell === undefined
      ? `Nyckeln ”${x.key}” finns inte i formatet mervarde/1. Ta bort den eller rätta stavningen.`
      : `${x.cell} hör inte till det som är valt där. Töm cellen, eller ändra valet.`,
  "document-missing": (x) =>
    x.cell === undefined
      ? `Nyckeln ”${x.place}” saknas. Fyll i den.`
      : `${x.cell}: värdet saknas. Fyll i det.`,
  "document-decimal": (x) =>
    x.foundType === "number"
      ? `${x.found} är ett JSON-tal, och ett sådant lagras binärt och kan ändra ett belopp. Skriv det som text: "${x.found}".`
      : `”${x.found}” är inget decimaltal. Skriv till exempel "1249.50": punkt före decimaler, inga mellanslag, högst 15 siffror före och 10 efter.`,
  "document-weight": (x) =>
    `”${x.found}” är ingen vikt. Skriv ett decimaltal, till exempel "12.5", eller ett bråk av två heltal, till exempel "100/3".`,
  "document-decimal-negative": (x) =>
    `${x.found} är negativt, och här väntades ett tal som är noll eller större.`,
  "document-figure": (x) =>
    `”${x.found}” är varken ett decimaltal (som text, "3.5"), "yes" eller "no".`,
  "document-score": () =>
    'Värdet ska vara ett decimaltal, "yes" eller "no", en lista av sådana (en per konsult) eller listor om tio enkätsvar 1–5.',
  "document-score-figure": () =>
    "Kriteriet har ett värde per anbud, men här står en lista. Skriv ett värde.",
  "document-score-list": () =>
    "Kriteriet bedöms per konsult, så värdet ska vara en lista med ett värde per person.",
  "document-score-sus": () =>
    "Kriteriet är en SUS-enkät, så värdet ska vara en lista med tio svar 1–5 per svarande.",
  "document-sus": () => 'En svarande ska ha precis tio svar, vart och ett "1" till "5".',
  "document-id": (x) =>
    `”${x.found}” är inget giltigt id. Ett id har 1–40 tecken: bokstäver, siffror, punkt, bindestreck och understreck.`,
  "document-id-duplicate": (x) =>
    `Id ${x.found} finns flera gånger i samma lista. Ge varje rad sitt eget id.`,
  "document-id-case": (x) =>
    `Id ${x.found} skiljer sig bara i stora och små bokstäver från ett annat, och Excel ser ingen skillnad. Byt det ena.`,
  "document-text": (x) => `Här väntades text, men det står ${x.found || x.foundType}.`,
  "document-text-empty": (x) =>
    x.cell === undefined
      ? `”${x.key}” är tomt. Fyll i det.`
      : `${x.cell}: cellen är tom. Fyll i den.`,
  "document-text-too-long": () =>
    "Texten är längre än 32 767 tecken, som är det mesta en cell i Excel kan hålla. Korta den.",
  "document-text-broken": () =>
    "Texten innehåller ett trasigt tecken (en ensam surrogat). Skriv om den.",
  "document-boolean": (x) => `Här väntades true eller false, men det står ${x.found}.`,
  "document-whole": (x) =>
    `Här väntades ett heltal inom tillåtna gränser, men det står ${x.found}.`,
  "document-choice": (x) =>
    `”${x.found}” är inget av de värden som gäller här${x.allowed ? `: ${list(x.allowed, 20)}` : ""}.`,
  "document-currency": (x) =>
    `”${x.found}” är ingen valutakod. Skriv tre versaler, till exempel SEK.`,
  "document-format": (x) => `Formatet är ”${x.found}”, men det här programmet läser ”mervarde/1”.`,
  "document-list": () => "Här väntades en lista.",
  "document-list-empty": (x) =>
    `${x.cell ?? x.place}: listan är tom. Fyll i den, eller ta bort valet.`,
  "document-levels-missing": (x) =>
    `${x.name === undefined ? "Kriteriet" : `Kriteriet ${x.name} (${x.row ?? ""})`} har skalan Nivåer, men inga nivåer är angivna. Skriv en rad för varje nivå på bladet Skalor.`,
  "document-object": (x) => `Här väntades ett objekt med nycklar, men det står ${x.foundType}.`,
  "document-object-empty": () => "Här finns ingenting. Utelämna nyckeln eller fyll i den.",
  "document-price-twice": () => "Anbudet har både ett totalpris och à-priser. Behåll det ena.",
  "document-time": (x) => `”${x.found}” är ingen tidpunkt. Skriv till exempel 2026-03-02 10:00.`,
  "document-tie-rule": (x) =>
    `”${x.found}” är ingen särskiljningsregel. Skriv highest-deduction, lowest-price, lottery eller criterion:ID.`,
  "document-tie-rule-duplicate": (x) =>
    `Särskiljningsregeln ${x.found} står två gånger. Ta bort den ena.`,
  "document-lottery-order": () =>
    "En lottning gäller minst två anbud. Skriv deras id i den ordning de drogs.",
  "document-lottery-witnesses": () => "En lottning ska ha två till fyra namngivna vittnen.",
  "document-unknown-requirement": (x) =>
    `Krav ${x.found} finns inte i kravlistan. Rätta id eller lägg till kravet.`,
  "document-unknown-price-item": (x) =>
    `Prisrad ${x.found} finns inte i prisformuläret. Rätta id eller lägg till raden.`,
  "document-unknown-leaf": (x) =>
    `${x.found} är inget kriterium som bedöms (det saknas, eller har underkriterier). Rätta id.`,
  "document-unknown-criterion": (x) =>
    `Kriterium ${x.found} finns inte. Rätta id eller lägg till kriteriet.`,
  "document-unknown-evaluator": (x) =>
    `Bedömaren ${x.found} finns inte i listan över bedömare. Rätta id eller lägg till bedömaren.`,
  "document-unknown-bid": (x) => `Anbud ${x.found} finns inte. Rätta id.`,
  "document-root-only": (x) =>
    `”${x.header || x.key}” hör bara hemma på ett huvudkriterium. Flytta det dit; under det finns bara vikter eller poäng.`,
  "document-leaf-only": (x) =>
    `”${x.header || x.key}” hör bara hemma på ett kriterium utan underkriterier.`,
  "document-group-only": (x) =>
    `”${x.header || x.key}” hör bara hemma på ett kriterium med underkriterier.`,
  "document-worth-twice": () =>
    "Kriteriet har mer än ett av avdrag, kronor per poäng och intervall. Behåll ett av dem.",
  "document-level-duplicate": (x) =>
    `Nivån ${x.found} finns två gånger på skalan. Ge varje nivå sitt eget värde.`,
  "document-minimum-figure": (x) =>
    `Minimivärdet ”${x.found}” finns inte på kriteriets skala. Skriv ja eller nej på en ja/nej-skala, annars ett tal.`,
  "document-too-deep": () =>
    "Dokumentet är nästlat djupare än någon utvärdering behöver. Kontrollera filen.",
  // The model
  "criterion-without-worth": (x) =>
    `Kriteriet ${x.name} (${x.id}) är inte värt något i modellen. Ange avdrag, påslag, kronor per poäng eller intervall; ett annonserat kriterium måste utvärderas.`,
  "criterion-without-scale": (x) =>
    `Kriteriet ${x.name} (${x.id}) har ingen skala. Välj en skala, eller lägg underkriterier under det.`,
  "criterion-without-points": (x) =>
    `Kriteriet ${x.name} (${x.id}) har ingen poäng att räkna med. Byt skala till nivåer eller poäng.`,
  "scale-without-span": (x) =>
    `Skalan för ${x.name} (${x.id}) har inget omfång: högsta värdet måste vara större än nollpunkten.`,
  "weight-missing": (x) => `Kriteriet ${x.name} (${x.id}) saknar vikt.`,
  "weights-not-100": (x) =>
    `Vikterna ${x.id === undefined ? `för ${list(x.ids)}` : `under ${withId({ id: x.id, name: x.name ?? x.id })} – ${list(x.ids)} –`}${x.price === undefined ? "" : ` och priset (${number(x.price)} %)`} blir ${number(x.sum)} %, inte exakt 100 %. ${x.fractions === undefined ? "Rätta vikterna." : `Skriv vikterna som bråk, som räknas exakt: ${(x.fractions as string[]).map((each) => `=${each}`).join(", ")}.`}`,
  "price-scale-without-span": () =>
    "Bästa och sämsta pris är lika, så prisskalan har inget omfång. Skilj dem åt.",
  "price-slope-unusable": (x) =>
    x.wider === ""
      ? "Prisskalan ska ge noll poäng mer än 0 % över lägsta pris. Ange procentsatsen i raden ”Noll poäng vid % över lägsta pris”."
      : `Den bredare lutningen (${number(x.wider)} %) är inte större än den vanliga (${number(x.zeroAt)} %). Ange en större procentsats, eller lämna raden ”Bredare lutning” tom.`,
  "criterion-not-in-order": (x) =>
    `Kriteriet ${x.name} (${x.id}) finns inte i prioritetsordningen. Lägg till det; ett annonserat kriterium måste utvärderas.`,
  "price-not-in-order": () =>
    "Priset finns inte i prioritetsordningen, så det avgör aldrig. Lägg till ”price”, eller välj metoden Fast pris.",
  "price-not-the-fixed": (x) =>
    `${x.bidder} (${x.bid}) anger priset ${number(x.price)}, men upphandlingen har det fasta priset ${number(x.fixed)}. Priset utvärderas inte; klarlägg om anbudet godtar det fasta priset.`,
  "panel-not-computable": (x) =>
    `Kriteriet ${x.name} (${x.id}) kan inte vägas samman av bedömare: det bedöms per konsult eller med enkät.`,
  "panel-without-evaluators": (x) =>
    `Kriteriet ${x.name} (${x.id}) ska vägas samman av bedömare, men inga bedömare finns. Lägg till dem.`,
  "key-without-effect": (x) =>
    `”${x.header}” på ${x.name} (${x.id}) används inte i metoden ${x.methodName}. Ta bort det, eller byt metod.`,
  "rounding-without-effect": () =>
    "Avrundning av betyg har ingen verkan i den här metoden. Ta bort den.",
  "negotiable-outside-negotiation": (x) =>
    `Krav ${x.id} är märkt som förhandlingsbart, men förfarandet är inte ett förhandlat förfarande.`,
  "conflict-declared": (x) =>
    `${x.name} (${x.id}) har anmält intressekonflikt. Dokumentera åtgärden${lawNote(x.law)}.`,
  // The bids
  "price-missing": (x) =>
    x.id !== undefined
      ? `${x.bidder} (${x.bid}) har inget pris. Skriv priset på varje rad i anbudets kolumn på bladet Pris, först ${x.id}; 0 om det verkligen är noll.`
      : x.sealed
        ? `Priset för ${x.bidder} (${x.bid}) är inte läst: priserna är förslutna tills kvaliteten är fastställd.`
        : x.unopened
          ? `${x.bidder} (${x.bid}) har inget pris än. Öppna prisfilen, eller skriv priset; 0 om det verkligen är noll.`
          : `${x.bidder} (${x.bid}) har inget pris. Skriv priset; 0 om det verkligen är noll.`,
  "unit-price-missing": (x) =>
    x.sealed
      ? `À-priset på rad ${x.id} för ${x.bidder} (${x.bid}) är inte läst: priserna är förslutna tills kvaliteten är fastställd.`
      : x.unopened
        ? `${x.bidder} (${x.bid}) har inget à-pris på rad ${x.id} än. Öppna prisfilen, eller skriv priset; 0 om det verkligen är noll.`
        : `${x.bidder} (${x.bid}) har inget à-pris på rad ${x.id}. Skriv priset; 0 om det verkligen är noll.`,
  "price-negative": (x) =>
    `${x.bidder} (${x.bid}) har ett negativt pris${x.row === undefined ? "" : ` på rad ${x.row}`}: ${number(x.price)}. Kontrollera att det ska vara så.`,
  "price-negative-allowed": (x) =>
    `${x.bidder} (${x.bid}) har ett negativt pris på rad ${x.id}: ${number(x.price)}. Prisformuläret tillåter det, och priset drar ned summan.`,
  "published-costs-not-added": (x) =>
    `${x.bidder} (${x.bid}) anger bara ett totalpris, så myndighetens publicerade egna kostnader (${list(x.ids)}) är inte tillagda. Anbudet jämförs utan dem. Fyll i radpriserna på bladet Pris i stället för totalpriset.`,
  "price-too-precise": (x) =>
    `${x.bidder} (${x.bid}) anger priset ${number(x.price)}${x.row === undefined ? "" : ` på rad ${x.row}`}, men priser ska lämnas ${x.most === 0 ? "i hela kronor" : `med högst ${plural(x.most, "decimal", "decimaler")}`}. Priset räknas som det står; avgör om det ska förtydligas${lawNote(x.law)} eller om anbudet ska förkastas.`,
  "optional-row-unpriced": (x) =>
    `Inget anbud har prissatt den frivilliga raden ${x.name} (${x.item}); den ingår inte i jämförelsen.`,
  "optional-row-blank": (x) =>
    `Den frivilliga raden ${x.name} (${x.item}) är tom hos ${list(x.ids)}. Enligt modellen ${blankEffects[x.rule] ?? ""}.`,
  "optional-rows-compare-unlike": (x) =>
    `Frivilliga prisrader (${list(x.rows)}) är prissatta i några anbud men tomma hos ${list(x.bids)}. Då jämförs olika saker. Ange i raden ”Tom frivillig prisrad” på bladet Modell vad upphandlingsdokumenten säger att en tom rad betyder.`,
  "total-hides-optional-rows": (x) =>
    `${x.bidder} (${x.bid}) anger bara ett totalpris, medan andra anbud prissätter rad för rad. Det syns inte om de frivilliga raderna ${list(x.rows)} ingår i totalpriset, så olika saker kan jämföras. Be om ett förtydligande och fyll i anbudets radpriser på bladet Pris i stället för totalpriset.`,
  "total-beside-rows": (x) =>
    `${x.bidder} (${x.bid}) anger bara ett totalpris, medan andra anbud prissätter rad för rad. Totalpriset jämförs med deras summor, men om alla rader är prissatta och håller sina takpriser syns inte. Fyll i radpriserna på bladet Pris om upphandlingsdokumenten begär dem.`,
  "stated-total-differs": (x) =>
    `${x.bidder} (${x.bid}) anger summan ${number(x.stated)}, men raderna ger ${number(x.sum)}. Radernas summa används; en felräkning är inte i sig skäl att förkasta${lawNote(x.law)}.`,
  "score-missing": (x) =>
    `${x.bidder} (${x.bid}) är inte bedömd på ${x.id}. Skriv bedömningen; tomt räknas aldrig som noll.`,
  "assessment-missing": (x) =>
    `Bedömare ${x.evaluator} har inte bedömt ${x.bidder} (${x.bid}) på ${x.id}. Alla bedömare måste ha bedömt alla anbud.`,
  "score-outside-scale": (x) =>
    `Bedömningen av ${x.bidder} (${x.bid}) på ${x.id} finns inte på skalan. Välj ett värde som står i skalan.`,
  "points-outside-bands": (x) =>
    `Poängen för ${x.bidder} (${x.bid}) på ${x.id} ligger i inget intervall, eller i flera. Rätta intervallen.`,
  "price-outside-bands": (x) =>
    `Priset från ${x.bidder} (${x.bid}) ligger över det sista prisintervallet, så modellen ger inget resultat. Rätta intervallen, eller ange ett takpris.`,
  "price-zero": (x) =>
    `${x.bidder} (${x.bid}) har priset 0, och metoden delar med priset. Då kan inget resultat beräknas. Pröva vad upphandlingsdokumenten säger om nollpriser.`,
  "quality-zero": (x) =>
    `${x.bidder} (${x.bid}) har kvaliteten 0, och metoden delar med kvaliteten. Då kan inget resultat beräknas.`,
  "lowest-price-zero": (x) =>
    `Det lägsta priset är 0, och metoden delar med det; ${x.bidder} (${x.bid}) kan inte få något prisbetyg.`,
  "mean-price-zero": (x) =>
    `Medelpriset är 0, och metoden delar med det; ${x.bidder} (${x.bid}) kan inte få något prisbetyg.`,
  "prices-equal": (x) =>
    `Högsta och lägsta pris är lika, och metoden delar med skillnaden; ${x.bidder} (${x.bid}) kan inte få något prisbetyg. Modellen ger inget resultat när priserna är lika eller anbudet är det enda.`,
  "best-share-zero": (x) =>
    `Inget jämfört anbud har mer än noll på ${x.id}, och metoden delar med det bästa; ${x.bidder} (${x.bid}) kan inte få något betyg där.`,
  "requirement-unchecked": (x) =>
    `${x.bidder} (${x.bid}): ${plural(x.count, "krav är inte prövat", "krav är inte prövade")} (${list(x.ids)}). Skriv Uppfyllt eller Ej uppfyllt.`,
  "requirement-clarification": (x) =>
    `${x.bidder} (${x.bid}): förtydligande väntar på svar om ${x.count} krav (${list(x.ids)}).`,
  "met-against-answer": (x) =>
    `${x.bidder} (${x.bid}) svarar nej på krav ${x.id}, men det är bedömt som uppfyllt. Kontrollera, och skriv skälet i anteckningen.`,
  "rejection-without-reason": (x) =>
    `Krav ${x.id} är bedömt som ej uppfyllt för ${x.bidder} (${x.bid}) utan hänvisning eller anteckning. Skriv skälet; det behövs i underrättelsen${lawNote(x.law)}.`,
  "tie-unresolved": (x) =>
    `${list(x.ids)} delar plats ${x.rank}. ${
      {
        none: "Modellen har ingen regel för särskiljning.",
        lottery:
          "Särskiljningsreglerna räcker inte: lotta, och för in utfallet med ”Registrera lottning” eller på bladet Lottning, med tid och minst två vittnen.",
      }[x.next] ?? "Särskiljningsreglerna räcker inte."
    }`,
  "lottery-not-published": () =>
    "Modellen säger inte att lottning avgör när anbud delar plats, så en lottning räknas inte. Den publicerade särskiljningen står på bladet Modell.",
  "lottery-bid-twice": (x) =>
    `Ordningen ${list(x.order)} nämner samma anbud två gånger. Skriv varje anbud en gång, i den ordning de drogs.`,
  "lottery-order-missing": (x) =>
    `Ange i vilken ordning anbuden drogs. Anbud som delar plats är ${x.ties.join(" samt ")}.`,
  "lottery-without-tie": (x) =>
    x.ties.length === 0
      ? "Inga anbud delar plats, så det finns inget att lotta om. Inget är infört."
      : `Ordningen ${list(x.order)} avgör inget: anbud som delar plats är ${x.ties.join(" samt ")}. Alla som delar plats ska vara med i lottningen.`,
  "lotteries-contradict": (x) =>
    `Lottning ${x.first} (${list(x.firstOrder)}) och lottning ${x.second} (${list(x.secondOrder)}) ger samma anbud olika ordning, så ingen av dem räknas. Ta bort den som inte gäller från bladet Lottning.`,
  "no-bids": () => "Det finns inga anbud att utvärdera.",
  "all-bids-rejected": (x) =>
    x.count === 1
      ? "Det enda anbudet är förkastat; det finns inget anbud att tilldela."
      : `Alla ${x.count} anbud är förkastade; det finns inget anbud att tilldela.`,
  "double-check-differs": (x) =>
    `Kontrollräkningen stämmer inte: ${x.equal} av ${x.of} tal är lika i kalkylbladets formler och i programmets beräkning. Det första som skiljer sig står i ${x.cell} på bladet ${x.sheet ?? "Utvärdering"}${
      x.input === ""
        ? "."
        : `; det kommer från ${x.input} (rad ”${x.row}”, kolumn ”${x.column}”), där programmet läser ${x.engine || "inget tal"} och formlerna ${x.formulas}. Skriv om värdet i den cellen.`
    }`,
} satisfies Partial<FindingSentences>;

/** Where a workbook is damaged, as close as can be told. */
const damagedPlace = (x: Details): string =>
  d(x, "cell") !== ""
    ? `i cell ${d(x, "cell")} på bladet ”${d(x, "sheet")}”`
    : d(x, "table") !== ""
      ? `i tabellen ”${d(x, "table")}” på bladet ”${d(x, "sheet")}”`
      : d(x, "sheet") !== ""
        ? `på bladet ”${d(x, "sheet")}”`
        : `i delen ”${d(x, "part")}”`;

/** "Pris!K5", or the sheet or table alone where there is no cell yet. */
const cellIn = (x: Details): string =>
  [d(x, "sheet"), d(x, "cell")].filter((part) => part !== "").join("!");

/** Failures of the world around us: files that cannot be read or written. */
const failures = {
  ...groupFailures,
  "beyond-excel": (x) =>
    ({
      text: `Texten i ${cellIn(x)} blir ${d(x, "found")} tecken, och en cell i Excel rymmer ${d(x, "most")}. Korta den text som den hämtas från; ingenting är skrivet.`,
      sheetName: `Ett blad i Excel kan inte heta ”${d(x, "sheet")}”. Välj ett namn på högst ${d(x, "most")} tecken utan [ ] : * ? / \\ och utan apostrof först eller sist; ingenting är skrivet.`,
      links: `Bladet ”${d(x, "sheet")}” skulle få ${d(x, "found")} länkar, och Excel tillåter högst ${d(x, "most")}. Dela upp utvärderingen; ingenting är skrivet.`,
    })[d(x, "limit")] ??
    `Modellen är för stor för Excel: formeln i ${cellIn(x)} skulle bryta gränsen ${d(x, "most")} (${d(x, "limit")} ${d(x, "found")}). Dela upp modellen och anmäl felet; ingenting är skrivet.`,
  "second-pane": () =>
    "Mervärde är redan öppet i en annan panel för den här arbetsboken, och bara den panelen kan skriva i den. Stäng en av panelerna och försök igen.",
  "file-missing": (x) => `Filen ${d(x, "file")} finns inte. Kontrollera sökvägen.`,
  "file-empty": (x) => `Filen ${d(x, "file")} är tom.`,
  "file-directory": (x) => `${d(x, "file")} är en mapp, inte en fil.`,
  "file-no-permission": (x) => `Det går inte att läsa ${d(x, "file")}: behörighet saknas.`,
  "file-too-large": (x) =>
    `Filen ${d(x, "file")} är större än ${d(x, "megabytes")} MB och öppnas inte. Ta bort bilder och blad som inte behövs, och spara den på nytt.`,
  "file-not-regular": (x) =>
    `${d(x, "file")} är ingen vanlig fil. Spara innehållet som en fil och ange den filen.`,
  "file-unreachable": (x) =>
    `Det går inte att läsa ${d(x, "file")} (${d(x, "system")}). Kontrollera sökvägen och anslutningen.`,
  "text-not-utf8": (x) =>
    `Filen ${d(x, "file")} är inte sparad som UTF-8. Spara den med den kodningen.`,
  "file-open-elsewhere": (x) =>
    `Filen ${d(x, "file")} är öppen i ett annat program. Stäng den där och försök igen.`,
  "sheet-name-taken": (x) =>
    `Arbetsboken ${d(x, "file")} har ett eget blad som heter ”${d(x, "sheet")}”, och resultatet behöver det namnet. Byt namn på ditt blad och kör igen.`,
  "table-name-taken": (x) =>
    `Arbetsboken ${d(x, "file")} har en egen tabell som heter ”${d(x, "table")}” på bladet ”${d(x, "sheet")}”, och resultatet behöver det namnet. Byt namn på tabellen (Tabelldesign → Tabellnamn) och kör igen.`,
  "defined-name-taken": (x) =>
    `Arbetsboken ${d(x, "file")} har ett eget definierat namn ”${d(x, "table")}”, och resultatet behöver det. Byt namn på det (Formler → Namnhanteraren) och kör igen.`,
  "workbook-strict": (x) =>
    `Arbetsboken ${d(x, "file")} är sparad som Strict Open XML och kan läsas men inte skrivas i. Öppna den i Excel, välj Spara som → Excel-arbetsbok (.xlsx) och använd den filen; ingenting är ändrat.`,
  "target-needs-xlsm": (x) =>
    `Arbetsboken ${d(x, "file")} har makron, som bara ryms i en .xlsm-fil. Ge den nya filen ändelsen .xlsm i stället för ${d(x, "target")}; ingenting är skrivet.`,
  "target-needs-xlsx": (x) =>
    `Arbetsboken ${d(x, "file")} är ingen makroarbetsbok. Ge den nya filen ändelsen .xlsx i stället för ${d(x, "target")}, annars öppnar Excel den inte; ingenting är skrivet.`,
  "file-unwritable": (x) =>
    `Det går inte att skriva ${d(x, "file")} (${d(x, "system")}). Kontrollera mappen och behörigheten; ingenting är ändrat.`,
  "price-not-expected": (x) =>
    `”${String(x["price"])}” är inget pris som bara kan läsas på ett sätt. Skriv det väntade priset i upphandlingens valuta med mellanslag mellan tusental, till exempel 38 000 000, eller lämna fältet tomt.`,
  "bid-not-imagined": (x) =>
    d(x, "part") === "price"
      ? `Anbud ${d(x, "bid")}: ${d(x, "typed").trim() === "" ? "priset saknas" : `”${d(x, "typed")}” är inget pris i ${d(x, "currency") === "SEK" ? "kronor" : d(x, "currency")} som bara kan läsas på ett sätt`}. Skriv det med mellanslag mellan tusental, till exempel 12 500 000.`
      : `Anbud ${d(x, "bid")}: ${d(x, "typed").trim() === "" ? "kvaliteten saknas" : `”${d(x, "typed")}” är ingen kvalitet i procent`}. Skriv ett heltal från 0 till 100, till exempel 80.`,
  "file-being-written": (x) =>
    `En annan körning skriver ${d(x, "file")} just nu. Vänta en minut och kör igen; ingenting är skrivet.`,
  "file-written-meanwhile": (x) =>
    `${d(x, "file")} skrevs av någon annan medan kommandot kördes och skrivs inte över. Se efter vad som står i den, och kör igen eller välj ett annat namn.`,
  "disk-full": (x) =>
    `Disken är full, och ${d(x, "file")} gick inte att skriva. Frigör utrymme och kör igen; ingenting är ändrat.`,
  "file-exists": (x) => `${d(x, "file")} finns redan och skrivs inte över. Välj ett annat namn.`,
  "file-encrypted": (x) =>
    `Filen ${d(x, "file")} är lösenordsskyddad eller i det gamla formatet .xls. Spara den som .xlsx utan lösenord.`,
  "file-not-zip": (x) => `Filen ${d(x, "file")} är ingen Excel-arbetsbok (.xlsx).`,
  "file-truncated": (x) => `Filen ${d(x, "file")} är ofullständig eller skadad. Hämta den på nytt.`,
  "file-zip64": (x) =>
    `Filen ${d(x, "file")} är packad för mycket stora filer (zip64) och öppnas inte. Öppna den i Excel och spara den på nytt som .xlsx.`,
  "file-hostile": (x) => `Filen ${d(x, "file")} öppnas inte: ${d(x, "why")}.`,
  "file-unreadable": (x) =>
    `Filen ${d(x, "file")} går inte att läsa som arbetsbok${d(x, "why") === "" ? "" : ` (${d(x, "why")})`}. Öppna den i Excel och spara den på nytt.`,
  "file-damaged": (x) =>
    `Filen ${d(x, "file")} är skadad ${damagedPlace(x)}. Hämta den på nytt, eller öppna den i Excel, kontrollera innehållet och spara den på nytt.`,
  "sheet-twice": (x) =>
    `Filen ${d(x, "file")} har två blad som heter ”${d(x, "sheet")}”. Öppna den i Excel, byt namn på det ena och spara.`,
  "file-unknown-kind": (x) =>
    `${d(x, "file")} är varken .xlsx eller .json. Öppna den i ett kalkylprogram, spara den som Excel-arbetsbok (.xlsx) och försök igen.`,
  "json-no-document": (x) =>
    `Filen ${d(x, "file")} är inget utvärderingsdokument: ${d(x, "count")} fel, det första vid ${d(x, "path") || "början"}. ”mervarde check” listar alla.`,
  "file-without-model": (x) =>
    `Filen ${d(x, "file")} har ingen utvärdering som går att läsa. Öppna den och rätta det som Granska visar först.`,
  "place-gone": (x) =>
    `Platsen finns inte längre i arbetsboken (${d(x, "place")}). Tryck Kontrollera för att läsa den igen.`,
  "json-invalid": (x) =>
    `Filen ${d(x, "file")} är inte giltig JSON: felet står på rad ${d(x, "line")}, tecken ${d(x, "column")}.`,
  "json-key-twice": (x) =>
    `Filen ${d(x, "file")} har nyckeln ”${d(x, "key")}” två gånger (${d(x, "place")}, rad ${d(x, "line")}), och olika program läser då olika värden. Ta bort den ena.`,
  "json-too-deep": (x) =>
    `Filen ${d(x, "file")} är nästlad djupare än någon utvärdering behöver (rad ${d(x, "line")}) och läses inte.`,
  "json-number-too-large": (x) =>
    `Talet ${d(x, "seen")} i filen ${d(x, "file")} (${d(x, "place")}, rad ${d(x, "line")}) är för stort. Rätta talet.`,
  cancelled: () => "Avbrutet. Ingenting är ändrat i arbetsboken.",
  "excel-cell-edit": () =>
    "En cell redigeras just nu. Tryck Retur i cellen (eller Esc) och försök igen; ingenting är ändrat.",
  "excel-session-lost": () =>
    "Excel har tappat kontakten med arbetsboken. Ladda om arbetsboken och försök igen; ingenting är ändrat.",
  "excel-busy": () =>
    "Excel är upptaget och tog inte emot arbetet. Vänta en stund och försök igen; ingenting är ändrat.",
  "excel-timeout": () =>
    "Excel har inte svarat på en minut; ingenting är ändrat. Stäng eventuella dialogrutor i Excel och försök igen.",
  "excel-unanswered": () =>
    "Excel har inte svarat på en minut men kan ändå skriva det som skickades. Vänta tills Excel svarar, tryck Kontrollera och gör om det som då saknas.",
  "excel-still-going": () =>
    "Excel arbetar fortfarande med det som skickades förut; inget nytt är skickat. Stäng eventuella dialogrutor i Excel, vänta och försök igen.",
  "excel-unfinished": (x) =>
    `${d(x, "isRemade") ? "Talen är på plats och rätta" : "Det är gjort och allt står på plats"}, men Excel tog inte emot allt: ${[
      d(x, "plain") && `formatering saknas på ${d(x, "plain")}`,
      d(x, "unprotected") && `skydd mot ändringar saknas på ${d(x, "unprotected")}`,
    ]
      .filter(Boolean)
      .join("; ")}. ${
      d(x, "isRemade")
        ? "Tryck på samma knapp igen, så läggs det till."
        : "Tryck inte igen, för då görs det en gång till. Formatera eller skydda bladet i Excel om det behövs."
    }`,
  "undo-changed": (x) =>
    `${d(x, "cell")} är inte längre som panelen lämnade den, så det senaste kan inte ångras. Inget är ändrat. Rätta cellen på bladet.`,
  "undo-recorded": () =>
    "Det senaste kan inte ångras: sedan det skrevs har något registrerats eller utvärderats. Inget är ändrat. Rätta cellen på bladet och registrera ändringen med skäl.",
  "changed-since-shown": (x) =>
    `${d(x, "cell")} har ändrats av någon annan sedan den visades: ${
      d(x, "now") === "" ? "den är nu tom" : `där står nu ”${d(x, "now")}”`
    }. Inget är infört, och det du har skrivit står kvar. Avgör vilket som gäller och tryck igen.`,
  "change-not-as-shown": () =>
    "Arbetsboken har ändrats av någon annan sedan ändringen visades, och nu skulle något annat skrivas. Inget är infört. Se vad som visas nu och tryck igen.",
  "act-not-as-shown": (x) =>
    `${d(x, "first")}${Number(d(x, "count")) > 1 ? ` och ${Number(d(x, "count")) - 1} till` : ""} har ändrats av någon annan sedan det som visas lästes. Inget är registrerat. Se vad som står där nu och tryck igen.`,
  "act-done-meanwhile": (x) =>
    `Det har redan gjorts av ${d(x, "by") === "" ? "någon annan" : d(x, "by")} sedan det som visas lästes${
      d(x, "time") === "" ? "" : ` (${momentText(d(x, "time"))})`
    }. Inget är infört en gång till. Se vad som står där nu; ska det ändå göras igen, tryck en gång till.`,
  "workbook-not-as-shown": () =>
    "Arbetsboken har ändrats av någon annan sedan den visades. Ingenting är ändrat. Se vad som står där nu och tryck igen.",
  "excel-changed": (x) =>
    `Någon ändrade bladet ”${d(x, "sheet")}” efter att det lästes; ingenting är ändrat. Kontrollera arbetsboken och försök igen när ingen annan skriver i den: bara en person i taget kan arbeta med utvärderingen.`,
  "excel-table-short": (x) =>
    `Excel lät inte tabellen ${d(x, "table")} växa; ingenting är ändrat. Gör plats under tabellen, ta bort bladets skydd och försök igen.`,
  "excel-too-large": () =>
    "Excel tog inte emot så mycket på en gång; ingenting är ändrat. Öppna arbetsboken i Excel på datorn, eller utvärdera filen på den fristående sidan.",
  "excel-protected": (x) =>
    `${
      d(x, "sheet") === ""
        ? `Bladet eller arbetsboken är skyddad (${d(x, "location")})`
        : `Skyddat mot ändringar: ${d(x, "sheet")}`
    }. Ta bort skyddet under Granska i menyfliksområdet och försök igen; ingenting är ändrat.`,
  "written-not-read": () =>
    "Det är infört i arbetsboken, men den kunde inte läsas efteråt. Gör inte om det: tryck Kontrollera, så visas hur det står.",
  "excel-half-written": (x) =>
    `Excel tog inte emot hela ändringen, och inte heller att det som redan skrivits togs tillbaka. Detta kan stå ändrat: ${d(x, "places")}${
      d(x, "more") === "0" ? "" : ` och ${d(x, "more")} till`
    }. Ta bort bladens skydd under Granska i menyfliksområdet, tryck Kontrollera och se efter vad som står där.`,
  "excel-gone": (x) =>
    `Något som skulle användas finns inte längre i arbetsboken (${d(x, "location")}): ett blad eller en tabell kan ha tagits bort av någon annan. Ångra borttagningen eller kontrollera arbetsboken, och försök igen; ingenting är ändrat.`,
  "excel-name-taken": (x) =>
    `Namnet finns redan i arbetsboken (${d(x, "location")}). Byt namn på det som är ditt och försök igen; ingenting är ändrat.`,
  "excel-sheet-taken": (x) =>
    `Arbetsboken har redan ett blad som heter ”${d(x, "sheet")}”. Byt namn på det, eller börja i en tom arbetsbok; ingenting är ändrat.`,
  "excel-table-taken": (x) =>
    `Arbetsboken har redan en utvärdering: tabellen finns på bladet ”${d(x, "sheet")}”. Fortsätt med den, eller börja i en tom arbetsbok; ingenting är ändrat.`,
  "excel-conflict": () =>
    "Någon annan ändrade samma celler samtidigt. Försök igen; ingenting är ändrat.",
  "excel-no-room": (x) =>
    `Det står något direkt under tabellen ${d(x, "table")}, så den kan inte växa. Flytta det och försök igen; ingenting är ändrat.`,
  "excel-cannot-shrink": (x) =>
    `Det kan inte ångras här: den här versionen av Excel kan inte göra en tabell mindre utan att flytta det som står bredvid eller under den på bladet ”${d(x, "sheet")}”. Flytta det och försök igen, eller uppdatera Excel till 2021 eller senare; ingenting är ändrat.`,
  "excel-sheet-hidden": (x) =>
    `Bladet ”${d(x, "sheet")}” är dolt. Högerklicka på en bladflik, välj Ta fram och försök igen.`,
  "excel-old": (x) =>
    `Den här versionen av Excel saknar en funktion som behövs (${d(x, "location")}). Uppdatera Excel till 2021 eller senare, eller använd den fristående sidan; ingenting är ändrat.`,
  "excel-refused": (x) =>
    `Excel utförde inte åtgärden (${[d(x, "code"), d(x, "location")].filter(Boolean).join(", ")}). Ladda om arbetsboken och försök igen; ingenting är ändrat.`,
} satisfies { readonly [code: string]: Sentence };

const hostile = {
  entries: (x) => `den har ${d(x, "count")} delar, och en arbetsbok har högst 10 000`,
  name: (x) => `delen ”${d(x, "part")}” har ett otillåtet namn`,
  twice: (x) => `delen ”${d(x, "part")}” finns två gånger`,
  method: (x) => `delen ”${d(x, "part")}” är packad på ett sätt som Excel inte använder`,
  size: (x) =>
    `delen ”${d(x, "part")}” packas upp till mer än filen uppger eller mer än en arbetsbok behöver`,
  doctype: (x) => `delen ”${d(x, "part")}” innehåller en DOCTYPE`,
  area: (x) =>
    `bladet ”${d(x, "sheet")}” är ifyllt ända till cell ${d(x, "area")}; ta bort det som står utanför tabellerna och spara den på nytt`,
  cells: (x) =>
    `bladet ”${d(x, "sheet")}” har fler celler än som kan läsas; ta bort tomma rader och kolumner utanför tabellerna och spara den på nytt`,
} satisfies { readonly [why: string]: Sentence };

export const sv = {
  language: "sv",
  sheetMention,
  number,
  names,
  rules,
  expressions,
  roundedTo: (decimals: number, mode: keyof typeof roundingModes): string =>
    `avrundat till ${plural(decimals, "decimal", "decimaler")}, ${roundingModes[mode]}`,
  rankedAmong: (direction: "lowest" | "highest", among: number): string =>
    `1 + antal anbud med bättre resultat (${direction === "lowest" ? "lägst" : "högst"} vinner), bland ${among}`,
  tiesBrokenBy: (ties: string): string => `lika resultat särskilda genom ${ties}`,
  limits: { met: "hålls", "not-met": "hålls inte" },
  reasons,
  ownColumnWords,
  sumWords,
  pageNumber: { page: "Sida ", of: " av " },
  nameInYear: (name: string, year: number): string => `${name}, år ${year}`,
  placeOf: (sheet: string, column?: string, row?: string): string =>
    [
      sheet,
      ...(row === undefined ? [] : [`rad ${row}`]),
      ...(column === undefined ? [] : [column]),
    ].join(", "),
  findings: {
    ...findings,
    ...cellFindings,
    ...sheetFindings,
    ...labFindings,
    ...groupFindings,
    ...trailFindings,
    ...anchorFindings,
    ...decisionFindings,
    ...exclusionFindings,
    ...recordFindings,
    ...priceFindings,
    ...contractFindings,
    ...formFindings,
    ...lotFindings,
    ...paperFindings,
  },
  typedFindings,
  claims,
  pane,
  pasting,
  looksFor,
  lab,
  modelText,
  failures,
  hostile,
  formulas: {
    "lowest-price": (label: string): string => `${label} = anbudspris`,
    monetary: (label: string): string =>
      `${label} = anbudspris + konstant − Σ avdrag × uppfyllnadsandel + Σ påslag × (1 − uppfyllnadsandel)`,
    percentage: (label: string): string =>
      `${label} = anbudspris × (1 − Σ avdragsprocent/100 × uppfyllnadsandel + Σ påslagsprocent/100 × (1 − uppfyllnadsandel))`,
    quotient: (label: string): string =>
      `${label} = anbudspris ÷ kvalitet, eller kvalitet ÷ anbudspris, gånger multiplikatorn; kvalitet = Σ vikt/100 × uppfyllnadsandel`,
    points: (label: string): string =>
      `${label} = Σ vikt/100 × betyg för pris och kriterier; betyg = högsta betyg × andel`,
    "fixed-price": (label: string): string =>
      `${label} = Σ vikt/100 × betyg för kriterierna; betyg = 100 × uppfyllnadsandel`,
    "priority-order": (label: string): string =>
      `${label} = plats i prioritetsordningen; första skillnaden avgör`,
  },

  /** How a price becomes a share of the maximum grade. */
  scaleFormulas: {
    "relative-lowest": "prisets andel = lägsta pris / pris",
    "relative-linear": "prisets andel = 1 − (pris − lägsta pris) / lägsta pris",
    "relative-range": "prisets andel = 1 − (pris − lägsta pris) / (högsta pris − lägsta pris)",
    "relative-mean": "prisets andel = 0,5 − poäng per procent × (pris − medelpris) / medelpris",
    "relative-slope":
      "prisets andel = 1 − (pris − lägsta pris) / (lägsta pris × procent som ger noll poäng / 100)",
    "absolute-linear": "prisets andel = (sämsta pris − pris) / (sämsta pris − bästa pris)",
    "absolute-ratio": "prisets andel = referenspris / pris",
    bands: "prisets andel efter prisintervall",
  },

  sheets: {
    ...groupSheets,
    ...awardSheets,
    ...priceSheets,
    ...decisionSheets,
    ...organisationSheets,
    ...exclusionSheets,
    procurement: "Upphandling",
    model: "Modell",
    evaluators: "Bedömare",
    criteria: "Kriterier",
    levels: "Skalor",
    bands: "Intervall",
    requirements: "Krav",
    bids: "Anbud",
    prices: "Pris",
    checks: "Kravprövning",
    scores: "Poäng",
    assessments: "Bedömningar",
    consultants: "Konsulter",
    survey: "Enkät",
    lotteries: "Lottning",
    overview: "Sammanställning",
    evaluation: "Utvärdering",
    audit: "Spår",
    "model-test": "Modellprov",
    sensitivity: "Känslighet",
    "price-comparison": comparisonWords.sheet,
    imprint: "Avtryck",
  },
  guides: {
    ...groupGuides,
    ...awardGuides,
    ...priceGuides,
    ...decisionGuides,
    ...organisationGuides,
    ...exclusionGuides,
    procurement: "Upphandlingen som utvärderas. Ett dokument utvärderar en del.",
    model:
      "Utvärderingsmodellen som den är publicerad. Fältet längst till höger säger vad som hör hemma på varje rad.",
    evaluators: "De som bedömer. Id används på bladet Bedömningar.",
    criteria:
      "Ett kriterium per rad. ”Under” är id på kriteriet ovanför; tomt för ett huvudkriterium. Belopp i kronor, vikter och andelar i procent.",
    levels: "Nivåerna på kriterier med skalan Nivåer, en rad per nivå.",
    bands: "Prisavdrag per poängintervall, båda gränserna ingår.",
    requirements: "Kraven som de är publicerade, ett per rad.",
    bids: "Ett anbud per rad. Välj prisform: ett totalpris här, eller à-priser på bladet Pris.",
    prices:
      "Prisformuläret: radsumma = à-pris × mängd × perioder. En tom ruta är ett pris som saknas; skriv 0 om det verkligen är noll.",
    checks:
      "Ett krav per rad, fem kolumner per anbud. Bedömning är myndighetens; svar är anbudsgivarens eget.",
    scores:
      "En bedömning per kriterium och anbud. Skalan står bredvid. Tomt räknas aldrig som noll.",
    assessments:
      "Varje bedömares egen bedömning. De bevaras bredvid den gemensamma. En rad läses efter de id som står sist på den; namnen är till för läsaren.",
    consultants: "En bedömning per erbjuden konsult.",
    survey: "SUS-enkäten: tio svar 1–5 per svarande.",
    lotteries: "Genomförda lottningar: anbudens id i dragen ordning, tid och minst två vittnen.",
    evaluation:
      "Varje tal är beräknat två gånger: överst med kalkylbladets formler och därunder exakt av programmet, med en jämförelse tal för tal. Sedan följer gränser och rangordning steg för steg, och sist de tal som formlerna räknar med.",
    audit:
      "Hur varje resultat är beräknat, ett steg per rad. Filtrera på anbud. Operander är radnummer i den här tabellen.",
    overview: "Utfallet. Talen hämtas från bladet Utvärdering.",
    "model-test":
      "Vad modellen gör innan några anbud finns: egenskaper, vad ett steg är värt, simulering. Inget här påverkar utvärderingen.",
    "price-comparison": comparisonWords.guide,
    sensitivity:
      "Hur robust utfallet är: vad som skulle ändra vem som är först. Det är aldrig ett råd att ändra en bedömning, och inget här påverkar utvärderingen.",
  },
  headers: {
    ...priceHeaders,
    procurement: { key: "Nyckel", label: "Fält", value: "Värde", hint: "Vad som hör hemma här" },
    model: { key: "Nyckel", label: "Fält", value: "Värde", hint: "Vad som hör hemma här" },
    evaluators: {
      ...groupHeaders.evaluators,
      order: "Ordning",
      id: "Id",
      name: "Namn",
      conflictDeclared: "Intressekonflikt",
    },
    criteria: {
      ...groupHeaders.criteria,
      order: "Ordning",
      id: "Id",
      parent: "Under",
      name: "Kriterium",
      description: "Beskrivning",
      kind: "Slag",
      weight: "Vikt %",
      deduction: "Avdrag kr",
      addition: "Påslag kr",
      perPoint: "Kr per poäng",
      cap: "Högst kr",
      deductionPercent: "Avdrag %",
      additionPercent: "Påslag %",
      aggregate: "Vägs samman",
      minimum: "Lägst värde",
      minimumShare: "Lägst andel %",
      minimumPoints: "Lägst poäng",
      panel: "Panel",
      perConsultant: "Per konsult",
      "scale.type": "Skala",
      "scale.zero": "Noll vid",
      "scale.max": "Full vid",
      "scale.step": "Steg",
      "scale.worst": "Sämst",
      "scale.best": "Bäst",
      "scale.unit": "Enhet",
    },
    levels: {
      key: "Nyckel",
      criterion: "Kriterium-id",
      name: "Kriterium",
      value: "Nivå",
      label: "Beskrivning",
    },
    bands: {
      key: "Nyckel",
      criterion: "Kriterium-id",
      name: "Kriterium",
      from: "Från poäng",
      to: "Till poäng",
      deduction: "Avdrag kr",
    },
    requirements: {
      ...groupHeaders.requirements,
      order: "Ordning",
      id: "Id",
      area: "Område",
      text: "Krav",
      kind: "Slag",
      negotiable: "Förhandlingsbart",
      verification: "Verifieras genom",
    },
    bids: {
      ...groupHeaders.bids,
      order: "Ordning",
      id: "Id",
      bidder: "Anbudsgivare",
      organisationNumber: "Organisationsnummer",
      deliveryModel: "Leveransform",
      priceForm: "Prisform",
      price: "Totalpris",
      statedTotal: "Anbudsgivarens egen summa",
    },
    prices: {
      order: "Ordning",
      id: "Id",
      name: "Prisrad",
      category: "Slag",
      unit: "Enhet",
      quantity: "Mängd",
      periods: "Perioder",
      ceiling: "Takpris",
      required: "Måste prissättas",
      ...priceRowHeaders,
      unitPrice: "à-pris",
      ...yearHeaders,
    },
    checks: {
      ...groupHeaders.checks,
      id: "Id",
      area: "Område",
      text: "Krav",
      answer: "Svar",
      verdict: "Bedömning",
      reference: "Hänvisning",
      checkedBy: "Prövad av",
      note: "Anteckning",
    },
    scores: {
      key: "Nyckel",
      criterion: "Kriterium-id",
      name: "Kriterium",
      bid: "Anbud",
      bidder: "Anbudsgivare",
      levels: "Skala",
      value: "Poäng",
      rationale: "Motivering",
      reference: "Hänvisning",
    },
    assessments: {
      ...groupHeaders.assessments,
      order: "Ordning",
      key: "Nyckel",
      criterion: "Kriterium-id",
      name: "Kriterium",
      bid: "Anbud",
      bidder: "Anbudsgivare",
      evaluator: "Bedömare",
      evaluatorName: "Bedömarens namn",
      levels: "Skala",
      value: "Poäng",
      rationale: "Motivering",
    },
    consultants: {
      key: "Nyckel",
      criterion: "Kriterium-id",
      name: "Kriterium",
      bid: "Anbud",
      number: "Konsult nr",
      levels: "Skala",
      value: "Poäng",
    },
    survey: {
      key: "Nyckel",
      criterion: "Kriterium-id",
      name: "Kriterium",
      bid: "Anbud",
      number: "Svarande nr",
      q1: "F1",
      q2: "F2",
      q3: "F3",
      q4: "F4",
      q5: "F5",
      q6: "F6",
      q7: "F7",
      q8: "F8",
      q9: "F9",
      q10: "F10",
    },
    lotteries: {
      key: "Nyckel",
      order: "Dragen ordning",
      time: "Tid",
      witness1: "Vittne 1",
      witness2: "Vittne 2",
      witness3: "Vittne 3",
      witness4: "Vittne 4",
      method: "Tillvägagångssätt",
      authority: "Gäller myndighet",
    },
    participants: groupHeaders.participants,
    rounds: groupHeaders.rounds,
    offers: groupHeaders.offers,
    adjustments: groupHeaders.adjustments,
    clarifications: groupHeaders.clarifications,
    lowBids: groupHeaders.lowBids,
    sessions: groupHeaders.sessions,
    events: groupHeaders.events,
    ...awardHeaders,
    ...decisionHeaders,
    ...organisationHeaders,
    ...exclusionHeaders,
    ...recordHeaders,
    audit: {
      row: "Rad",
      bid: "Anbud",
      what: "Vad",
      rule: "Regel",
      operands: "Operander",
      value: "Värde (exakt)",
      source: "Källa",
    },
  },
  fields: {
    award: awardFields,
    procurement: {
      title: ["Upphandling", "Upphandlingens namn"],
      caseNumber: ["Diarienummer", "Till exempel SN 2026/118"],
      authority: ["Upphandlande myndighet", ""],
      regime: [
        "Regelverk",
        "LOU (2016:1145) till och med SFS 2025:360: över tröskelvärdena, eller 19 kap. LUF, LUK, LUFS, konkurrenspräglad dialog, innovationspartnerskap och dynamiska inköpssystem stöds inte",
      ],
      procedure: ["Förfarande", ""],
      currency: ["Valuta", "Tre versaler, till exempel SEK"],
      "lot.id": ["Del, id", "Bara om upphandlingen är delad"],
      "lot.name": ["Del, namn", ""],
      "lotLimits.bids": ["Delar, högst att lämna anbud på", "Tomt betyder alla delar"],
      "lotLimits.awards": ["Delar, högst att tilldelas en leverantör", "Tomt betyder ingen gräns"],
      "lotLimits.order": [
        "Delar, ordning",
        "Den ordning som avgör vilka delar den tilldelas som vinner fler än högsta antalet",
      ],
      "lotLimits.combined": [
        "Delar, får tilldelas kombinerade",
        "Programmet räknar varje del för sig; tomt är nej",
      ],
      ...groupFields,
    } as FieldTexts,
    model: {
      ...priceFields,
      basis: ["Grund för utvärdering", "Som upphandlingsdokumenten anger den"],
      label: [
        "Resultatet kallas",
        "Det ord upphandlingsdokumenten använder: utvärderingspris, jämförelsetal, …",
      ],
      "method.type": ["Metod", "Hur pris och kvalitet vägs samman"],
      "method.constant": ["Konstant", "Läggs till varje anbud, i kronor"],
      "method.form": [
        "Kvotens form",
        "Pris delat med kvalitet (lägst vinner) eller kvalitet delad med pris (högst vinner)",
      ],
      "method.multiplier": ["Multiplikator", "Kvoten multipliceras med detta tal; tomt betyder 1"],
      "method.maximum": ["Högsta betyg", "Tomt betyder 100"],
      "method.price.weight": [
        "Prisets vikt %",
        "Priset och huvudkriterierna ska bli exakt 100 %; en tredjedel skrivs =100/3",
      ],
      "method.price.scale.type": ["Prisskala", "Hur ett pris blir ett betyg"],
      "method.price.scale.perPercent": [
        "Poäng per procent",
        "Hur många procentenheter av betyget en procents prisskillnad är värd",
      ],
      "method.price.scale.zeroAt": [
        "Noll poäng vid % över lägsta pris",
        "Så många procent över lägsta pris ligger priset som ger noll poäng; skalan fortsätter utanför",
      ],
      "method.price.scale.wider": [
        "Bredare lutning, % över lägsta pris",
        "Gäller alla anbud i stället, om något anbud ligger över den första; tomt betyder att den inte används",
      ],
      "method.price.scale.best": [
        "Bästa pris",
        "Priset som ger fullt betyg; skalan fortsätter utanför",
      ],
      "method.price.scale.worst": [
        "Sämsta pris",
        "Priset som ger betyget noll; skalan fortsätter utanför",
      ],
      "method.price.scale.reference": [
        "Referenspris",
        "Betyget är referenspriset delat med priset",
      ],
      "method.price.scale.bands[].upTo": ["Prisintervall till och med, nr", ""],
      "method.price.scale.bands[].share": ["Prisintervallets andel, nr", "0–1"],
      "method.quality": ["Kvalitetspoäng", "Andelarna som de är, eller delade med bästa anbudets"],
      "method.price": ["Fast pris", "Priset som myndigheten har fastställt"],
      "method.order[]": ["Prioritetsordning", "Kriteriets id, eller price"],
      blankOptional: [
        "Tom frivillig prisrad",
        "Vad det betyder när ett anbud lämnar en frivillig prisrad tom och andra prissätter den; 0 är ett pris och ingen tom rad",
      ],
      priceDecimals: [
        "Högst antal decimaler i ett pris",
        "0 om priserna ska lämnas i hela kronor; tomt om inget sägs. Ett pris med fler decimaler ger en anmärkning, men avrundas inte och förkastar inte anbudet",
      ],
      zeroPrice: ["Nollpris", "Om ett anbud på 0 kr får lämnas; tomt betyder tillåtet"],
      priceCeiling: ["Takpris", "Ett anbud med högre pris förkastas. Tomt om inget takpris gäller"],
      "rounding.price": [
        "Avrundning av pris",
        "Exakt, eller till exempel 2 decimaler – halva uppåt",
      ],
      "rounding.grades": ["Avrundning av betyg", "Bara i poängmodeller"],
      "rounding.result": [
        "Avrundning av resultat",
        "Rangordning och likhet avgörs efter den här avrundningen",
      ],
      "ties[]": [
        "Särskiljning",
        "I tur och ordning: högst avdrag, lägst pris, kriterium: ID, lottning",
      ],
      winners: ["Antal vinnare", "Fler än 1 = rangordnat ramavtal"],
      "accepted[].code": ["Godtagen anmärkning", "Kod på en anmärkning om modellen som godtagits"],
      "accepted[].reason": ["Skäl till godtagandet", ""],
      "accepted[].by": ["Godtagen av", ""],
    } satisfies FieldTexts,
  },

  bases: {
    "best-price-quality": "Bästa förhållandet mellan pris och kvalitet",
    cost: "Kostnad",
    price: "Pris",
  },
  methodTypes: {
    "lowest-price": "Lägsta pris",
    monetary: "Mervärden i kronor",
    percentage: "Mervärden i procent",
    quotient: "Kvot",
    points: "Poäng",
    "fixed-price": "Fast pris",
    "priority-order": "Prioritetsordning",
  },
  blankOptionals: {
    highest: "Räknas med högsta priset bland de andra",
    "left-out": "Raden räknas bort för alla",
    rejected: "Anbudet förkastas",
  },
  zeroPrices: { allowed: "Tillåtet", forbidden: "Inte tillåtet" },
  quotientForms: {
    "price-per-quality": "Pris per kvalitet",
    "quality-per-price": "Kvalitet per pris",
  },
  qualityForms: { "as-is": "Som de är", rescaled: "Bästa anbud ger full poäng" },
  priceScales: {
    "relative-lowest": "Lägsta pris / pris",
    "relative-linear": "Linjär från lägsta pris",
    "relative-range": "Linjär mellan lägsta och högsta",
    "relative-mean": "Avvikelse från medelpris",
    "relative-slope": "Linjär från lägsta pris till lägsta pris + X %",
    "absolute-linear": "Linjär mellan fasta priser",
    "absolute-ratio": "Referenspris / pris",
    bands: "Prisintervall",
  },
  regimes: { directive: "Direktivstyrd", national: "Nationell (19 kap.)" },
  services: { other: "Nej", "annex-2": "Ja" },
  laws: { LOU: "LOU", LUF: "LUF", LUK: "LUK", LUFS: "LUFS" },
  renewedCompetitions: { yes: "Ja", no: "Nej" },
  combinedLots: { yes: "Ja", no: "Nej" },
  agreements: { contract: "Kontrakt", framework: "Ramavtal" },
  procedures: {
    open: "Öppet förfarande",
    selective: "Selektivt förfarande",
    negotiated: "Förhandlat förfarande",
    "negotiated-without-notice": "Förhandlat förfarande utan föregående annonsering",
    simplified: "Förenklat förfarande",
    direct: "Direktupphandling",
    "call-off": "Avrop",
    "competitive-dialogue": "Konkurrenspräglad dialog",
    "innovation-partnership": "Innovationspartnerskap",
    "dynamic-purchasing": "Dynamiskt inköpssystem",
  },
  criterionKinds: {
    "added-value": "Mervärde",
    usability: "Användbarhet",
    plan: "Plan",
    experience: "Erfarenhet",
    environment: "Miljö",
    other: "Annat",
  },
  aggregates: { weights: "Vikter", points: "Poäng" },
  panels: { single: "En bedömning", consensus: "Konsensus", mean: "Medelvärde", median: "Median" },
  scaleTypes: {
    "yes-no": "Ja/nej",
    levels: "Nivåer",
    points: "Poäng",
    measure: "Mätvärde",
    sus: "SUS-enkät",
  },
  requirementKinds: {
    exclusion: "Uteslutningsgrund",
    qualification: "Kvalificeringskrav",
    mandatory: "Obligatoriskt krav",
  },
  verifications: {
    description: "Beskrivning",
    demonstration: "Demonstration",
    document: "Dokument",
    reference: "Referens",
    "self-declaration": "Egen försäkran",
    none: "Verifieras inte",
  },
  ...priceLists,
  yearHeader,
  ...contractWords,
  priceComparison: comparisonWords,
  categories: {
    licence: "Licens eller abonnemang",
    module: "Vara eller modul",
    implementation: "Införande eller etablering",
    migration: "Flytt eller migrering",
    training: "Utbildning",
    consulting: "Tjänst eller arbete",
    support: "Support eller underhåll",
    option: "Option",
    other: "Annat",
  },
  /** Read as the choice they stand for, and never written: short forms, and names from before. */
  otherWords: {
    categories: {
      licence: ["Licens", "Abonnemang"],
      module: ["Modul", "Vara", "Varor"],
      implementation: ["Införande", "Etablering"],
      migration: ["Migrering", "Flytt"],
      consulting: ["Konsult", "Tjänst", "Arbete"],
      support: ["Support", "Underhåll"],
    },
    priceVisibilities: { open: ["Synliga"], sealed: ["Förslutna"] },
  },
  priceForms: { total: "Totalpris", rows: "Prisrader" },
  /** Shown at a cell by Excel when it is selected. */
  prompts: {
    id: "Ett kort id utan mellanslag, till exempel K1. Samma id överallt.",
    decimal:
      "Ett tal, till exempel 1 249,50. Tomt betyder att värdet saknas; skriv 0 bara om det verkligen är noll.",
    percent: "Procent, till exempel 12,5. Tomt betyder att värdet saknas.",
    weight:
      "Procent, till exempel 12,5. En tredjedel av 100 skrivs =100/3. Tomt betyder att värdet saknas.",
    whole: "Ett heltal.",
    moment: "Ett datum, till exempel 2026-03-02, eller 2026-03-02 10:00.",
  },
  cells: cellWords,
  flags: { yes: "Ja", no: "Nej" },
  declarations: {
    none: "har inte svarat om intressekonflikt",
    clear: "ingen intressekonflikt",
    declared: "intressekonflikt utan åtgärd",
    handled: "intressekonflikt, med åtgärd",
  },
  answers: { yes: "Ja", no: "Nej", null: "Inget svar" },
  verdicts,
  standings,
  awaitsReason: "Inte uppfyllt: motivering återstår",
  withdrawn: "Återkallat",
  atLotLimit: "Högsta antal delar",
  roundingModes,
  tieRules,
  exact: "Exakt",
  decimals: (count: number): string => plural(count, "decimal", "decimaler"),
  pointsScale: (zero: string, max: string, step?: string): string =>
    `${number(zero)}–${number(max)} poäng${step ? `, steg om ${number(step)}` : ""}`,
  measureScale: (worst: string, best: string, unit: string): string =>
    `${number(worst)} (sämst) – ${number(best)} (bäst) ${unit}`,
  susScale: "Se bladet Enkät",

  figures: {
    value: "värde",
    points: "poäng",
    share: "andel",
    notMet: "Ej uppfyllda krav",
    open: "Ej avgjorda krav",
    price: "Pris i utvärderingen",
    adjustments: "Summa justeringar",
    unrounded: "Före avrundning",
    standing: "Ställning",
    rank: "Plats",
  },
  missing: "saknas",
  offScale: "utanför skalan",
  noRank: "–",
  noBids: "Inga anbud",
  doubleCheck: "Kontrollräkning:",
  selfCheck: "Egenkontroll",
  selfChecks: {
    permuted: "anbuden i annan ordning ger samma resultat",
    renamed: "anbudsgivarnas namn saknar betydelse",
    shifted: "alla priser höjda lika mycket höjer alla resultat lika mycket",
    scaled: "alla priser fördubblade ändrar ingen ordning",
    split: "kriterier delade i två ger samma resultat",
    forms: "avdrag skrivna som påslag ger samma ordning",
    alone: "varje anbud för sig ger samma resultat",
    rows: "prisradernas ordning saknar betydelse",
    halves: "en prisrad delad i två med halva mängden kostar lika mycket",
    parts: "myndigheternas delar blir tillsammans priset",
  },
  of: "av",
  alike: "lika",
  liveBlock: "Kalkylbladets formler",
  engineBlock: "Programmets exakta värden",
  checkBlock: "Jämförelse (1 = lika)",
  limitBlock: "Gränser (1 = hålls, 0 = bruten)",
  limitHeaders: {
    value: "gräns för värdet",
    share: "gräns för andelen",
    points: "gräns för poängen",
    price: "Takpris",
    zero: "Priset är över 0",
    "unit-price": "Takpris på rader",
    "unit-price-floor": "Lägsta pris på rader",
    "blank-row": "är prissatt",
    "low-bid": "Onormalt lågt anbud",
    exclusion: exclusionLimit,
  },
  rejections: "Skäl att förkasta",
  orderBlock: "Rangordning steg för steg",
  drawingsDiffer: "Lottningarna skiljer sig",
  allDrawings: "alla lottningar",
  placeAfter: (key: string): string => `Plats efter ${key}`,
  priorityFigures: "Alla tal finns",
  inputBlock: "Tal som formlerna ovan räknar med",
  inputKey: "Nyckel",
  inputPosition: "Rad i tabellen",
  inputText: "Text i cellen",
  inputFound: "Rad när arket gjordes",
  inputFigure: "Tal",
  value: "Värde",
  source: "Källa",

  status: { final: "Komplett", provisional: "Preliminär", blocked: "Spärrad" },
  statusText: {
    final: "Allt är prövat och bedömt.",
    provisional:
      "Något är inte prövat eller bedömt, eller så är lika resultat inte särskilda; se nedan. Tilldelning är inte möjlig än.",
    blocked: "En anmärkning hindrar tilldelning; se nedan. Talen visas ändå.",
  },
  overview: {
    status: "Status",
    award: "Tilldelas",
    proposed: "Föreslås tilldelas",
    invited: "Bjuds in",
    noAward: "Ingen än",
    tie: "Delad plats",
    tieBreak: "Särskilt genom",
    correctedPrices: "Rättade priser",
    publishedCostPrices: "Med egna kostnader",
    blankRowPrices: "Pris med tomma rader",
    roundedPrices: "Avrundade priser",
    reasons: "Skäl",
    findings: "Anmärkningar",
    none: "Inga anmärkningar.",
    difference: "Skillnad till bästa",
    rank: "Plats",
    bid: "Anbud",
    bidder: "Anbudsgivare",
    standing: "Ställning",
    price: "Anbudspris",
    adjustments: "Justeringar",
    place: "Plats i arbetsboken",
    severity: "Grad",
    text: "Anmärkning",
    accepted: "Godtagen",
    reference: "Hänvisning",
    note: "Anteckning",
    ranking: "Rangordning",
    rankingChart: (price: string, result: string) => `${price} och ${result}`,
    rejected: "Förkastade och ej avgjorda anbud",
    waterfall: {
      title: (bidder: string, result: string) => `${bidder}: från pris till ${result}`,
      from: (amount: string) => `(axeln börjar vid ${amount})`,
      part: "Del",
      amount: "Belopp",
      points: "Poäng",
      foot: {
        fall: "Efter avdraget",
        rise: "Före tillägget",
        both: "Stapeln står på",
      },
      whole: "Pris och resultat",
      fall: "Avdrag",
      rise: "Tillägg",
    },
    against: {
      title: (first: string, second: string) =>
        `${first} mot ${second}: vad som skiljer, störst först`,
      part: "Del",
      ahead: "Försprång",
      who: "Bättre i delen",
    },
    freshness: {
      label: "Underlag",
      same: "Talen stämmer med underlaget.",
      changed: "Underlaget har ändrats sedan utvärderingen. Utvärdera igen.",
    },
  },
  severities: { blocking: "Fel", open: "Återstår", warning: "Varning", note: "Upplysning" },
  receipt: {
    version: "Beräknat med",
    fingerprint: "Underlagets fingeravtryck (SHA-256)",
    time: "Tid",
    method: "Metod",
    formula: "Formel",
    status: "Status",
    common: "alla",
    published: "Publicerad modell",
    unpublished: "Ingen modell är publicerad i filen",
    publishedState: {
      same: (x: Publication & { readonly code: string }) =>
        `${x.code}, oförändrad sedan den publicerades ${publishedText(x)}`,
      changed: (x: Publication & { readonly code: string }) =>
        `${x.code}, ÄNDRAD sedan den publicerades ${publishedText(x)}; se Sammanställning`,
    },
    head: "Journalens slut (SHA-256)",
    code: "Journalens kod",
    noTrail: "Ingen kedjad journal",
    trailCode: (code: string, count: number) =>
      `${code} efter ${plural(count, "händelse", "händelser")}`,
  },
  ...groupLists,
  ...awardLists,
  ...decisionLists,
  ...exclusionLists,
  exclusion: exclusionPapers,
  decisionPapers,
  ...trailWords,
  ...historyWords,
  ...milestoneWords,
  ...organisationWords,
  ...lotWords,
  ...anchorWords,
  ...paperWords,
  followUp,
  checklist,
  group,
  scoreSheetFields,
  forms: formWords,
  bidForm,
  procurementForm,
  rowForms,
  acts,
  cli: {
    group: cliGroup,
    forms: cliForms,
    trail: cliTrail,
    papers: cliPapers,
    exchange: cliExchange,
    help: {
      "Usage:": "Användning:",
      "Options:": "Flaggor:",
      "Commands:": "Kommandon:",
      "Arguments:": "Argument:",
    },
    showVersion: "visa programmets version",
    showHelp: "visa hjälp",
    usageLine: "[flaggor] <kommando>",
    /** What stands for a value in the help, by its name in the code. */
    placeholders: {
      options: "flaggor",
      after: "efter",
      before: "före",
      bid: "anbud",
      code: "kod",
      copy: "kopia",
      criterion: "kriterium",
      date: "datum",
      decision: "beslut",
      document: "dokument",
      file: "fil",
      files: "filer",
      folder: "mapp",
      forms: "formulär",
      from: "från",
      kind: "slag",
      name: "namn",
      names: "namn",
      number: "tal",
      places: "platser",
      price: "pris",
      quality: "kvalitet",
      requirement: "krav",
      scale: "skala",
      sheets: "blad",
      time: "tid",
      to: "till",
      unit: "enhet",
      value: "värde",
      way: "sätt",
    } as { readonly [name: string]: string },
    description: "Mervärde – utvärdering av anbud",
    evaluate: "utvärdera en arbetsbok (.xlsx) eller ett dokument (.json)",
    check: "lista allt som behöver åtgärdas, med cell",
    create: "skapa en arbetsbok från en mall eller ett dokument",
    empty: {
      command:
        "töm ett exempel eller en tidigare upphandling till en egen: uppbyggnaden är kvar, anbud och journal inte",
      to: "den nya arbetsboken",
      keeps: "vad som är kvar: modell, kriterier och prisrader, och med requirements även kraven",
      badKeeps: (given: string): string =>
        `--keeps kan inte vara ”${given}”. Skriv requirements eller criteria.`,
    },
    export: "skriv ärendet i annan form: dokument, granskningsfil, öppna data, uppföljning",
    schema: "skriv formatets JSON Schema",
    lang: "språk: sv eller en",
    json: "skriv resultatet som JSON på standard ut",
    out: "skriv arbetsboken med resultat till en ny fil",
    from: "dokumentet (.json) att börja från",
    to: "filen att skriva dokumentet till",
    wrote: (file: string) => `Skrev ${file}`,
    usage: (message: string) => `${message} Skriv ”mervarde --help” för hjälp.`,
    simulate: "pröva modellen på tänkta anbud innan den publiceras",
    whatif: "visa om utfallet skulle ändras om tvistiga bedömningar vore annorlunda",
    sensitivity: "visa hur robust utfallet är: vad som skulle ändra vem som är först",
    model: "visa modellen på klarspråk, dess egenskaper och vad ett steg är värt",
    draws: "antal dragningar",
    bids: "antal dragna anbud, utöver dokumentets egna",
    seed: "slumpfrö: samma frö ger samma tal",
    price: "prisintervall att dra ur, till exempel 8000000..12000000",
    score: "värden att dra ur på ett kriterium, till exempel U1=2..5 (flera gånger)",
    with: "en modell till på samma dragningar (flera gånger)",
    outSimulation: "skriv en kopia med bladet Modellprov",
    set: "ge ett värde, till exempel A:U1=3 (flera gånger)",
    raise: "ett steg bättre (flera gånger)",
    lower: "ett steg sämre (flera gånger)",
    strike: "bortse från poängen; utan anbud från hela kriteriet (flera gånger)",
    any: "vilket tillåtet värde som helst (flera gånger)",
    verdict: "bedömning av ett krav, till exempel A:K7=not-met (flera gånger)",
    compare: "läs en text och visa var den skiljer sig från modellen",
    eforms: "tilldelningskriterierna som eForms har dem (BT-539–BT-543)",
    toText: "skriv till en fil",
    stopped: "Avbruten: talen gäller de dragningar som hann göras.",
    notWhole: (option: string, given: string) =>
      `${option} ska vara ett heltal större än noll, men är ”${given}”.`,
    badScore: (given: string) =>
      `”${given}” är inget intervall för ett kriterium. Skriv till exempel --score U1=2..5.`,
    badDispute: (given: string) =>
      `”${given}” går inte att tyda. Skriv anbud:kriterium, till exempel A:U1, med =värde efter där ett värde ska anges.`,
    noDispute:
      "Ange vad som är tvistigt med --set, --raise, --lower, --strike, --any eller --verdict.",
    unsaid: "annars",
    outNeedsOneFile: "--out tar en fil i taget.",
    outIsInput: "--out måste vara en annan fil än den som utvärderas.",
    outNotXlsx: "Arbetsboken måste ha ändelsen .xlsx.",
    manyNeedJson: "Flera filer på en gång kräver --json.",
    badLanguage: (given: string) => `Språket ”${given}” finns inte; välj sv eller en.`,
    usageErrors: {
      "commander.unknownCommand": (given: string) => `Kommandot ”${given}” finns inte.`,
      "commander.unknownOption": (given: string) => `Flaggan ”${given}” finns inte.`,
      "commander.missingArgument": (given: string) => `Argumentet ”${given}” saknas.`,
      "commander.missingMandatoryOptionValue": (given: string) => `Flaggan ”${given}” måste anges.`,
      "commander.optionMissingArgument": (given: string) => `Flaggan ”${given}” saknar värde.`,
      "commander.excessArguments": () => "För många argument.",
      "commander.help": () => "Inget kommando angavs.",
    },
    nothingFound: (file: string) => `${file}: inga anmärkningar.`,
    counts: (file: string, count: number) =>
      `${file}: ${count} ${count === 1 ? "anmärkning" : "anmärkningar"}`,
    internal: (message: string) => `Internt fel i Mervärde: ${message}`,
    unreadable: (file: string) => `${file} går inte att utvärdera:`,
    unreadableFor: (file: string, act: string) => `${file} går inte att läsa för ”${act}”:`,
    outputLost: (system: string) =>
      `Det som skulle skrivas ut kom inte fram (${system}): disken eller mottagaren tar inte emot mer. Frigör utrymme eller skriv ut till en annan plats, och kör igen.`,
    maybeOpen: (file: string) =>
      `Obs: ${file} verkar vara öppen i Excel. Det som inte är sparat är inte med.`,
    more: (count: number) => `… och ${count} till`,
    sameKind: (count: number) => `${count} till av samma slag`,
    allShows: "Kommandot check med --all visar var och en.",
    all: "visa varje anmärkning för sig",
  },
};

/** What every language must say. */
export type Words = Widened<typeof sv>;
