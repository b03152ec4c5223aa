/** Spåret på svenska: kedja, förseglingar, granskning. Part of the Swedish word list. */
import { list, plural } from "./numbers";
import type { FindingSentences } from "../finding-sentences";
import type { Finding } from "../../core/finding";
import { momentText } from "../time";
import type { Publication } from "../publication";
import { countedPublication } from "../publication";
import { anchorSaid } from "./anchor";

type Details = Finding["details"];

const d = (details: Details, key: string): string => String(details[key] ?? "");
const when = (details: Details): string =>
  `${momentText(d(details, "time"))} av ${d(details, "by")}`;
const event = (details: Details): string =>
  `händelse ${d(details, "number") || `på rad ${d(details, "line")}`} (${when(details)})`;

/** What a cell of the journal holds. */
const quoted = (text: string): string => (text === "" ? "ingenting" : `”${text}”`);

/** When a model was published and by whom; where that was registered on a later day, both days. */
export const publishedText = ({ time, by, at }: Publication): string =>
  at === undefined
    ? `${momentText(time)} av ${by}`
    : `${momentText(at)}, registrerat ${momentText(time)} av ${by}`;

export const trailFindings = {
  "finalised-changed": (x) =>
    `Något som utfallet vilar på är ändrat sedan utvärderingen fastställdes ${when(x)}. Ställ tillbaka det, eller öppna utvärderingen igen med ett skäl och fastställ den på nytt.`,
  "finalised-already": (x) =>
    `Utvärderingen fastställdes ${when(x)}. Öppna den igen med ett skäl om något ska ändras.`,
  "award-without-winner": () =>
    "Utvärderingen föreslår inget anbud för tilldelning. Lös det som hindrar och fastställ igen, eller skriv på bladet Beslut vilka anbud som tilldelas, om beslutet är ett annat.",
  "not-finalised": () => "Utvärderingen är inte fastställd. Fastställ den först.",
  "reopen-without-reason": () => "En fastställd utvärdering öppnas bara igen med ett skäl.",
  "award-without-date": () =>
    "Tilldelningsbeslutet saknar datum. Ange när beslutet fattades, eller skriv det på bladet Beslut.",
  "award-entered-otherwise": (x) =>
    `Här står redan ”${x.seen}”, inte ”${x.given}”. Inget är skrivet över; avgör vilket som gäller.`,
  "given-not-moment": (x) =>
    `${x.field}: ”${x.seen}” är inget datum. Skriv till exempel 2026-03-02, eller 2026-03-02 10:00.`,
  "given-moment-ambiguous": (x) =>
    `${x.field}: ”${x.seen}” kan läsas som olika datum. Skriv år, månad och dag, till exempel 2026-10-14.`,
  "question-missing": () => "Frågan är tom. Skriv vad anbudsgivaren ska svara på.",
  "comment-empty": () => "Kommentaren är tom.",
  "copy-other-case": (x) =>
    `Kopian hör till ”${x.seen}”, men det här är ”${x.wanted}”. Inget är sammanfogat.`,
  "copy-unbound": () =>
    "Journalen i en av filerna har ingen kedja, så det går inte att se vad de har gemensamt. Registrera något i båda, och försök igen. Inget är sammanfogat.",
  "copy-unrelated": () =>
    "Filernas journaler har ingen gemensam början; de är inte kopior av samma fil. Inget är sammanfogat.",
  "copy-prices-unread": (x) =>
    `Priserna för ${list(x.ids, 12)} står i kopian och inte här. De är förslutna, så de är inte lästa och inte förda hit. Öppna dem ur kopian, eller ur en egen fil med priserna, med open-prices när kvaliteten är fastställd.`,
  "copy-broken": () =>
    "Kedjan i en av filerna är bruten. Granska den med ”mervarde verify” innan något sammanfogas.",
  "verify-unpublished": () =>
    "Ingen modell är publicerad i filen, så det går inte att avgöra om modellen är den publicerade.",
  "verify-published-not-kept": () =>
    "Bladet Publicerat är inte längre vad publiceringens fingeravtryck gäller. Vad som publicerades kan inte visas ur filen; jämför med upphandlingsdokumenten.",
  "verify-never-evaluated": () => "Filen har inga resultatblad att granska. Utvärdera den först.",
  "verify-input-changed": (x) =>
    `Underlaget är ändrat sedan utvärderingen ${momentText(x.time)}${x.rows === 0 ? "" : `, på ${plural(x.rows, "ställe", "ställen")}`}. Resultaten på bladen är beräknade ur ett annat underlag.`,
  "verify-row-changed": (x) => `Raden ${x.id} är ändrad sedan utvärderingen.`,
  "verify-concealed": (x) =>
    ({
      sheet: `Bladet ${x.sheet} är dolt, men räknas med. Resultatet är detsamma som om allt syntes. Högerklicka på en bladflik och välj Ta fram.`,
      rows: `${x.count === 1 ? `Rad ${x.first} på bladet ${x.sheet} är dold` : `Rader på bladet ${x.sheet} är dolda, från ${x.first} till ${x.last}`}, men räknas med. Resultatet är detsamma som om allt syntes. Rensa filtret, eller markera raderna omkring och välj Ta fram.`,
      columns: `${x.count === 1 ? `Kolumn ${x.first} på bladet ${x.sheet} är dold` : `Kolumner på bladet ${x.sheet} är dolda, från ${x.first} till ${x.last}`}, men räknas med. Resultatet är detsamma som om allt syntes. Markera kolumnerna omkring och välj Ta fram.`,
    })[x.kind] ?? "",
  "verify-unseen-cells": (x) => {
    const cells = `${x.area} på bladet ${x.sheet}`;
    return (
      {
        "tiny-text": `Texten i ${cells} är högst 2 punkter stor och syns inte, men räknas med. Resultatet är detsamma som om allt syntes. Ge den vanlig storlek.`,
        "same-colour": `Texten i ${cells} har samma färg som bakgrunden och syns inte, men räknas med. Resultatet är detsamma som om allt syntes. Ge den en annan färg.`,
        "blank-format": `Talformatet i ${cells} visar ingenting, men det som står där räknas med. Resultatet är detsamma som om allt syntes. Välj formatet Allmänt.`,
        merge: `Det som står i ${cells} syns inte, eftersom cellen är sammanfogad med en annan, men räknas med. Resultatet är detsamma som om allt syntes. Dela cellerna.`,
        drawing: `En bild, form eller ruta ligger över ${cells}, som räknas med. Resultatet är detsamma som om allt syntes. Flytta den.`,
      }[x.how] ?? ""
    );
  },
  "verify-sheet-missing": (x) =>
    `Resultatbladet ”${x.sheet}” finns inte i filen. Hämta det ur en kopia av filen, eller utvärdera igen så skrivs det.`,
  "verify-results-unread": (x) =>
    `På ${x.sheets.join(", ")} står annat än vad underlaget ger nu, i ${plural(x.count, "cell", "celler")}. Det visas inte, eftersom priserna är förslutna. Utvärdera igen: bladen skrivs då om utan priser, och journalen får en rad om det.`,
  "verify-cell-differs": (x) =>
    ({
      formula: `Formeln är en annan: här står ${x.seen === "" ? "ingen formel" : `”${x.seen}”`}, det ska vara ”${x.wanted}”.`,
      value: `Här står ${x.seen === "" ? "inget värde" : `”${x.seen}”`}, det ska vara ”${x.wanted}”.`,
      extra: `Här står ”${x.seen}”, det ska vara tomt.`,
    })[x.kind] ?? "",
  "verify-outcome-differs": (x) =>
    `Vid ${event(x)} registrerades ett annat utfall ur samma underlag: ”${x.then}”. Nu blir utfallet ”${x.now}”.`,
  "verify-award-changed": (x) =>
    `Uppgifterna om tilldelningsbeslutet är ändrade sedan det registrerades ${when(x)}.`,
  "verify-version-newer": (x) =>
    `Filen är gjord med ${x.seen}, som är nyare än ${x.own}. Den kan innehålla något som det här programmet inte känner till; granska med den versionen.`,
  "verify-version-older": (x) =>
    `Resultaten är gjorda med ${x.seen} och granskade med ${x.own}. Bladens utformning kan skilja sig; talen ska vara desamma.`,
  "verify-version-unknown": (x) =>
    `${{ event: `Vid händelse ${x.number} i journalen`, bundle: "I granskningsfilen" }[x.in] ?? "På bladet Spår"} står ”${x.seen}” som program. Det är inget versionsnamn från Mervärde.`,
  "bundle-newer": (x) =>
    `Granskningsfilen har formatet ${x.seen}, men det här programmet läser bara ${x.known}. Granska den med en nyare version.`,
  "bundle-incomplete": (x) =>
    `Granskningsfilen är inte fullständig: ${list(x.where, 8)} saknas eller är av fel slag. Hämta den på nytt.`,
  "bundle-hash-differs": (x) =>
    `Kontrollsumman ${x.where} i granskningsfilen stämmer inte med innehållet: där står ${x.seen}…, innehållet ger ${x.wanted}….`,
  "bundle-result-differs": (x) =>
    `I granskningsfilen står ”${x.seen}”, men ur dess underlag beräknas ”${x.now}”.`,
  "bundle-computation-differs": () =>
    "Beräkningsstegen i granskningsfilen är andra än de som dess underlag ger.",
  "bundle-redacted": (x) =>
    `Granskningsfilen är maskad på ${plural(x.count, "punkt", "punkter")}, och ${plural(x.events, "händelse", "händelser")} visas utan sitt innehåll. Det som är borttaget kan inte granskas; be myndigheten om hela granskningsfilen.`,
  "paper-rationale-missing": (x) =>
    `Handlingarna skrivs inte: bedömningen på ${x.name} (${x.criterion}) saknar motivering för ${list(x.who, 8)}. Skriv den, eller välj utkast med luckor.`,
  "paper-verdict-unreasoned": (x) =>
    `Handlingarna skrivs inte: krav ${x.id} är ej uppfyllt av ${x.bidder}, men ${x.missing === "note" ? "skälet" : "hänvisningen"} saknas. Skriv det, eller välj utkast med luckor.`,
  "paper-exclusion-undecided": (x) =>
    `Handlingarna skrivs inte: ${x.bidder} är utesluten eller kan komma att uteslutas, men beslutet eller skälen saknas på bladet Uteslutning. Skriv dem, eller välj utkast med luckor.`,
  "paper-rejection-unreasoned": (x) =>
    `Handlingarna skrivs inte: det framgår inte varför anbudet från ${x.bidder} förkastas. Skriv skälet, eller välj utkast med luckor.`,
  "notices-under-seal": () =>
    "Inga underrättelser är gjorda: priserna är förslutna, så det finns inget utfall och inget beslut att underrätta om. Fastställ kvaliteten, öppna priserna och registrera beslutet först.",
  "notices-while-blocked": () =>
    "Inga underrättelser är gjorda: beslutet är registrerat, men tilldelningen är spärrad, så utfallet är inte det som beslutades. Rätta det som spärrar (under Granska) först.",
  "secret-price-given-away": (x) =>
    `Priset i anbudet från ${x.bid} ska hållas hemligt men kan räknas ut${x.by.length > 0 ? `, eftersom anbudet har samma resultat som ${list(x.by, 8)}` : " ur det som handlingarna visar"}. Därför skrivs ingen handling som ska vara maskad. Pröva begäran på nytt på bladet Sekretess.`,
  "secret-row-given-away": (x) =>
    `Prisraden ${x.row} i anbudet från ${x.bid} ska hållas hemlig men kan räknas ut${x.by.length > 0 ? `, eftersom anbudet har samma resultat som ${list(x.by, 8)}` : " ur det som handlingarna visar"}. Därför skrivs ingen handling som ska vara maskad. Pröva begäran på nytt på bladet Sekretess.`,
  "secret-of-unknown": (x) =>
    `Begäran om sekretess för anbudet från ${x.bid} gäller ”${x.of}”, som inte finns bland ${{ "price-item": "prisraderna", requirement: "kraven", criterion: "kriterierna", clarification: "förtydligandena" }[x.subject] ?? x.subject}. Därför skrivs ingen handling som ska vara maskad. Rätta kolumnen Id eller namn på bladet Sekretess, eller lämna den tom om begäran gäller alla.`,
  "trail-none": () => "Filen har ingen journal. Ingenting i dess historik kan granskas.",
  "trail-unbound": () =>
    "Journalen har ingen kedja. Ändringar i den kan inte upptäckas; kedjan börjar när något nästa gång registreras.",
  "trail-event-changed": (x) =>
    `Innehållet i ${event(x)} är ett annat än det som registrerades, eller dess kontrollsumma är ändrad. Vad som stod går inte att visa ur filen: jämför med en kopia från före ändringen, och ställ tillbaka raden.`,
  "trail-cell-changed": (x) =>
    `${event(x)}, ${x.key}: här står ${quoted(x.seen)}. Registrerat är ${quoted(x.recorded)}. Ställ tillbaka det: journalen rättas inte i efterhand. Det som ska ändras registreras som en ny händelse.`.replace(
      /^h/,
      "H",
    ),
  "trail-event-unbound": (x) =>
    `Rad ${x.line} i journalen (${when(x)}) har ingen kontrollsumma: den är inskriven för hand. Ta bort raden, och registrera med programmet det som ska stå där.`,
  "trail-gap": (x) =>
    `Före ${event(x)} saknas ${x.missing ? plural(x.missing, "händelse", "händelser") : "en eller flera händelser"}. Hämta tillbaka journalen från en kopia av filen där de finns kvar.`,
  "trail-fork": (x) =>
    `Vid ${event(x)} delar sig journalen: den kommer från en kopia som har ändrats för sig och aldrig sammanfogats med den här filen.`,
  "trail-event-foreign": (x) =>
    `Med ${event(x)} börjar en annan journal: händelsen hör inte till den här filen.`,
  "trail-event-twice": (x) => `${event(x)} står två gånger.`.replace(/^h/, "H"),
  "trail-misnumbered": (x) => `${event(x)} har fel nummer.`.replace(/^h/, "H"),
  "trail-disordered": (x) =>
    `${event(x)} står före en händelse som den kom efter.`.replace(/^h/, "H"),
  "trail-end-missing": (x) =>
    `Resultatbladen gjordes när journalen slutade med koden ${x.code}. Den händelsen finns inte längre: slutet är borttaget eller utbytt.`,
  "trail-code-unknown": (x) =>
    `Ingen händelse i filen har koden ${x.code}. Journalen är inte den som koden registrerades för.`,
  "trail-shown-differs": (x) =>
    `Cellen visar något annat än händelse ${x.number}: dess kanoniska innehåll, eller den dolda plats som håller ordningen, är ändrad.`,
} satisfies Partial<FindingSentences>;

/** What a difference from the published model is told with, at most so many. */
export const publishedChanges = (x: Details): string =>
  Array.isArray(x["changes"]) && x["changes"].length > 0
    ? ` Skillnaden: ${list(x["changes"], 8)}.`
    : "";

type Counts = { readonly [name: string]: string | number };

/** What is not finished of the work on the bids. */
function openText(x: Counts): string {
  const points = x["open"] === 1 ? "1 fråga återstår" : `${x["open"]} frågor återstår`;
  return [
    ...(x["undecided"] === 0
      ? []
      : [`${x["undecided"]} av ${x["bids"]} anbud är inte färdigprövade`]),
    ...(x["open"] === 0 ? [] : [`${points}, se nedan`]),
  ].join("; ");
}

/** What the check of equal treatment compared, what is not finished, and what to judge. */
function treatmentText(x: Counts): string {
  const isFinished = x["open"] === 0 && x["undecided"] === 0;
  if (isFinished && x["compared"] === 0)
    return x["bids"] === 0
      ? "inget är jämfört: filen har inga anbud"
      : x["bids"] === 1
        ? "inget är jämfört: filen har bara ett anbud"
        : "inget är jämfört: prövade krav, poäng eller pris finns inte i mer än ett anbud";
  const compared = `prövade krav i ${x["checked"]} av ${x["bids"]} anbud, poäng i ${x["scored"]}, pris i ${x["priced"]}; förtydliganden och rättelser: ${x["clarifications"]}`;
  return [
    ...(isFinished ? [] : [`inte klart: ${openText(x)}`]),
    compared,
    ...(x["remarks"] === 0 ? [] : ["bedöm det som står nedan"]),
  ].join("; ");
}

export const trailWords = {
  trail: {
    imprint: {
      guide:
        "Ett kort avtryck av varje rad i underlaget, som den var när resultaten beräknades. Granskningen pekar med dem ut vad som har ändrats. Ändra inte bladet.",
      sheet: "Blad",
      table: "Tabell",
      rows: "Rad = avtryck",
    },
    title: "Granskning",
    holds: "Inga avvikelser hittades i det som granskats.",
    fails: "Avvikelser hittades: se nedan.",
    unknown: "KAN INTE GRANSKAS HELT: något saknas eller är inte klart; se nedan.",
    states: {
      holds: "Ingen avvikelse",
      fails: "Avviker",
      unknown: "Går inte att granska",
      aside: "–",
    },
    unfinished: "Inte klart",
    questions: {
      model: "Den publicerade modellen",
      treatment: "Alla anbud lika behandlade",
      arithmetic: "Räkningen",
      inputs: "Underlaget sedan utvärderingen",
      seen: "Inget som räknas är dolt",
      sheets: "Resultatbladen",
      trail: "Journalens kedja",
      anchor: "Förankringen utanför filen",
      records: "Det som registrerats om utfallet",
      chronology: "Tidsföljden",
      version: "Programmet",
      bundle: "Granskningsfilen",
    },
    whenPublished: publishedText,
    said: {
      model: (x: { readonly [name: string]: string | number }) =>
        x["code"] === undefined
          ? "ingen modell är publicerad i filen"
          : `kod ${x["code"]}, publicerad ${publishedText(countedPublication(x))}`,
      treatment: treatmentText,
      arithmetic: (x: { readonly [name: string]: string | number }) =>
        x["figures"] === 0
          ? "inget anbud har något pris eller resultat att räkna om"
          : `kontrollräkning ${x["equal"]} av ${x["of"]}, egenkontroll ${x["passed"]} av ${x["checks"]}`,
      inputs: (x: { readonly [name: string]: string | number }) =>
        x["fingerprint"] === undefined
          ? x["sheets"] === undefined
            ? "ett dokument utan resultatblad"
            : "en arbetsbok utan resultatblad"
          : `fingeravtryck ${String(x["fingerprint"]).slice(0, 16)}…`,
      seen: (x: { readonly [name: string]: string | number }) =>
        x["sheets"] === undefined
          ? "ett dokument utan blad"
          : `${x["sheets"]} blad genomsökta efter dolda blad, rader, kolumner och celler`,
      sheets: (x: { readonly [name: string]: string | number }) =>
        x["cells"] === undefined
          ? "inga resultatblad att jämföra med"
          : `${x["cells"]} celler på ${x["sheets"]} blad, formler och värden`,
      trail: (x: { readonly [name: string]: string | number }) =>
        x["code"] === undefined
          ? plural(x["count"] ?? 0, "händelse", "händelser")
          : `${plural(x["count"] ?? 0, "händelse", "händelser")}, slutkod ${x["code"]}`,
      anchor: anchorSaid,
      records: (x: { readonly [name: string]: string | number }) =>
        x["count"] === 0 && x["scores"] === 0
          ? "varken utfall eller poäng är registrerade"
          : `${x["compared"]} av ${x["count"]} registrerade utfall gäller det här underlaget och är omräknade, ${x["scores"]} registrerade poäng`,
      chronology: (x: { readonly [name: string]: string | number }) =>
        x["count"] === 0
          ? "inga tider är angivna"
          : `${x["count"]} steg med tid, från publicering till avtal`,
      version: (x: { readonly [name: string]: string | number }) => `granskat med ${x["version"]}`,
      bundle: (x: { readonly [name: string]: string | number }) =>
        `${x["steps"]} räknesteg, gjord ${momentText(String(x["made"]))} med ${x["madeWith"]}`,
    },
    printCode: (code: string): string =>
      `Modellens kod, att trycka i upphandlingsdokumenten: ${code}`,
    since: "Ändrat sedan kvaliteten fastställdes, och öppnat igen",
    noneSince: "inget",
    proves:
      "Kedjan visar om något inne i journalen är ändrat eller borttaget. Att inget har tagits bort i slutet visar bara en slutkod som registrerats någon annanstans: skriv ut den i protokollet och för in den i diariet.",
    joined: (count: number) =>
      `${plural(count, "händelse från kopian är inlagd", "händelser från kopian är inlagda")}. Poäng som skiljer sig räknas inte förrän de registrerats med ett skäl.`,
    nothingToJoin: "Kopian har inget som inte redan finns här.",
    copyFields: (count: number) =>
      `${plural(count, "uppgift", "uppgifter")} skiljer sig mellan filerna och är ${count === 1 ? "inte ändrad" : "inte ändrade"} här:`,
  },
};

/** The commands around the award, for a terminal. */
export const cliTrail = {
  verify: "granska: räkna om allt och jämför med blad, journal och det som publicerats",
  anchor:
    "förankringsfil, eller svaret på den (.p7s, .tsr), som förvarats utanför filen och ska gälla dess journal",
  head: "slutkod från ett utskrivet protokoll, som ska finnas i journalen",
};
