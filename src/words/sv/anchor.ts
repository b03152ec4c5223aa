/** Förankringen på svenska: svaren, vad som prövats och vad som inte kan prövas. Part of the Swedish word list. */
import { list, plural } from "./numbers";
import type { FindingSentences } from "../finding-sentences";
import { momentText } from "../time";
import { swedishDay } from "../../core/swedish-time";

const milestones: { readonly [type: string]: string } = {
  published: "Publiceringen",
  "bids-opened": "Anbudsöppningen",
  "prices-opened": "Öppningen av priserna",
  finalised: "Fastställandet",
  awarded: "Tilldelningsbeslutet",
};
const codes: { readonly [part: string]: string } = {
  model: "modellens kod",
  register: "anbudsöppningens kod",
  opening: "prisöppningens kod",
  result: "utfallets kod",
  event: "händelsens nummer",
};

export const anchorFindings = {
  "anchor-without-chain": () =>
    "Journalen har ingen kedja, så det finns ingen slutkod att förankra. Registrera något först.",
  "anchor-broken-chain": () =>
    "Kedjan i journalen är bruten, så slutkoden bevisar ingenting. Granska filen med ”mervarde verify” innan den förankras.",
  "anchor-nothing-given": () =>
    "Det finns inget angivet att anteckna. Välj svaret från underskriftstjänsten, eller ange diarienummer och datum.",
  "anchor-code-unknown": (x) =>
    `Ingen händelse i journalen har koden ${x.code}. Skriv slutkoden som den står i diariet.`,
  "anchor-without-date": () =>
    "Datum för registreringen saknas. Ange dagen då koden fördes in i diariet, till exempel 2026-11-27.",
  "anchor-without-register": () =>
    "Diarienummer saknas. Ange under vilket nummer koden är registrerad, till exempel KS 2026/123.",
  "anchor-date-unreadable": (x) => `”${x.seen}” är inget datum. Skriv dagen som 2026-11-27.`,
  "anchor-date-ahead": (x) =>
    `Registreringen är daterad ${x.date}, efter i dag (${swedishDay(x.time)}). Ange dagen då koden fördes in.`,
  "anchor-date-before": (x) =>
    `Registreringen är daterad ${x.date}, men händelse ${x.number}, som koden gäller, inträffade ${momentText(x.time)}. Rätta datumet, eller ange den kod som registrerades.`,
  "reply-unreadable": (x) =>
    `${x.file === "" ? "Det bevarade svaret" : x.file} är inget svar från en underskrifts- eller tidsstämplingstjänst. Välj filen med slutet .p7s eller .tsr.`,
  "reply-too-long": (x) =>
    `${x.file} är på ${x.size} byte, men högst ${x.most} kan bevaras i filen. Begär ett svar utan spärrlistor, eller för in koden i diariet.`,
  "reply-uncheckable": () =>
    "Svaret kan inte kontrolleras på en sida som inte är säkert laddad. Öppna den över https, eller använd kommandot anchor.",
  "reply-rejected": (x) =>
    `Tjänsten avslog begäran (status ${x.status}${x.reason === "" ? "" : `: ${x.reason}`}), så svaret intygar inget. Begär en ny tidsstämpel.`,
  "reply-without-certificates": () =>
    "Svaret innehåller inga certifikat, så det går inte att se vem som undertecknat det. Begär ett svar med certifikat.",
  "reply-without-attributes": (x) =>
    `Underskriften av ${x.name} saknar undertecknade attribut, så det framgår inte vad den gäller. Begär en underskrift enligt CAdES.`,
  "reply-unsigned": () => "Svaret har ingen underskrift. Begär ett nytt.",
  "reply-signer-unknown": () =>
    "Certifikatet för den som gjort underskriften finns inte i svaret. Begär svaret med hela certifikatkedjan.",
  "reply-signature-wrong": (x) =>
    `Underskriften av ${x.name} stämmer inte med innehållet: svaret är ändrat. Hämta det på nytt från tjänsten.`,
  "reply-weak-hash": (x) =>
    `Underskriften av ${x.name} bygger på ${x.hash}, som går att förfalska. Begär ett svar med SHA-256.`,
  "reply-algorithm-unknown": (x) =>
    `Underskriften av ${x.name} använder algoritmen ${x.algorithm}, som inte kan kontrolleras här. Begär ett svar med RSA eller ECDSA och SHA-256.`,
  "reply-not-for-timestamps": (x) =>
    `Certifikatet för ${x.name} är inte utfärdat för tidsstämplar. Använd en tjänst som har ett sådant.`,
  "reply-certificate-other": (x) =>
    `Underskriften nämner ett annat certifikat för ${x.name} än det som finns i svaret. Hämta svaret på nytt från tjänsten.`,
  "reply-certificate-forged": (x) =>
    `Certifikatet för ${x.name} är inte utfärdat med det certifikat för ${x.by} som finns i svaret. Lita inte på svaret; begär ett nytt av tjänsten.`,
  "reply-issuer-not-allowed": (x) =>
    `Certifikatet för ${x.name} är utfärdat av ${x.by}, som inte får utfärda certifikat. Lita inte på svaret.`,
  "reply-certificate-not-valid": (x) =>
    `Certifikatet för ${x.name} gällde från ${momentText(x.from)} till ${momentText(x.until)}, inte när det användes ${momentText(x.time)}. Begär ett svar med ett giltigt certifikat.`,
  "reply-other-anchor": (x) =>
    `Svaret gäller inte den här filen: dess kontrollsumma är inte den för någon förankringsfil från händelse 1 till ${x.event}. Det gäller en annan fil, en omgjord kedja eller ett annat diarienummer.`,
  "reply-content-other": () =>
    "Det som är undertecknat är ingen förankringsfil. Skriv under filen som ”mervarde anchor” lämnar ut, oförändrad.",
  "reply-other-case": (x) =>
    `Förankringen gäller ${x.seen}, men det här är ${x.wanted}. Inget är antecknat.`,
  "reply-head-missing": (x) =>
    `Förankringen gäller händelse ${x.number} med koden ${x.code}, som inte finns i kedjan: journalen är omgjord, eller så är filen en annan kopia.`,
  "reply-before-event": (x) =>
    `Svaret är gjort ${momentText(x.signed)}, före händelse ${x.number} som det gäller (${momentText(x.time)}). En av klockorna går fel; reda ut vilken innan svaret används.`,
  "reply-kept-already": (x) =>
    `Svaret är redan antecknat i händelse ${x.number}, ${momentText(x.time)} av ${x.by}.`,
  "reply-root-missing": (x) =>
    `Kedjan slutar vid ${x.name}; utfärdarens certifikat (${x.by}) finns inte i svaret. Hämta det från utfärdaren om svaret ifrågasätts.`,
  "reply-self-issued": (x) =>
    `${x.name} har själv utfärdat sitt certifikat. Ingen annan intygar vem det är.`,
  "reply-certificate-weak": (x) =>
    `Certifikatet för ${x.name} är undertecknat med ${x.hash}, som går att förfalska.`,
  "reply-time-own": (x) =>
    `Tiden ${momentText(x.time)} är en uppgift av ${x.name}, inte av en tidsstämplingstjänst.`,
  "reply-time-missing": (x) =>
    `Underskriften av ${x.name} säger inte när den gjordes; certifikaten är prövade mot dagen då svaret antecknades.`,
  "reply-root-carried": (x) =>
    `Kedjan slutar vid roten ${x.name} (SHA-256 ${x.fingerprint}). Jämför fingeravtrycket med det som utfärdaren uppger.`,
  "anchor-unreadable": (x) =>
    `${x.file} är ingen förankringsfil, eller så är dess text ändrad. Välj filen som ”mervarde anchor” lämnade ut, eller svaret på den.`,
  "anchor-record-changed": (x) =>
    `Det som bevaras på bladet Förankringar av händelse ${x.number} är ändrat eller borttaget. Hämta svaret ur diariet och pröva det med ”verify --anchor”.`,
  "anchor-head-missing": (x) =>
    `Händelse ${x.number} förankrade händelse ${x.event} med koden ${x.code}, som inte längre finns i kedjan: journalen är omgjord från början eller utbytt.`,
  "anchor-codes-differ": (x) =>
    `Förankringen i händelse ${x.number} har ${list(
      x.parts.map((part) => codes[part] ?? part),
      4,
    )} som inte är journalens.`,
  "anchor-case-differs": (x) =>
    `Förankringen i händelse ${x.number} gjordes för ${x.seen}, men upphandlingen heter nu ${x.wanted}.`,
  "anchor-reply-differs": (x) =>
    `Svaret i händelse ${x.number} gäller inte den förankringsfil som bevaras med det.`,
  "anchor-in-register": (x) =>
    `Koden ${x.code} ska stå i diariet under ${x.register}, införd ${x.date}. Det kan bara diariet visa; jämför koden där.`,
  "anchor-missing": (x) =>
    `${milestones[x.milestone] ?? x.milestone} (händelse ${x.number}, ${momentText(x.time)}) har inte förankrats utanför filen. Förankra slutkoden (”Förankra utanför filen” på steget Granska, eller kommandot anchor), eller för in den i diariet.`,
} satisfies Partial<FindingSentences>;

type Counts = { readonly [name: string]: string | number };

/** What the verification says of the anchors. */
export const anchorSaid = (x: Counts): string =>
  x["count"] === 0
    ? "inget är förankrat utanför filen: en journal som gjorts om från början kan inte upptäckas här"
    : [
        `${plural(x["count"] ?? 0, "förankring", "förankringar")}, ${plural(x["replies"] ?? 0, "svar prövat", "svar prövade")}`,
        x["covers"] === 0
          ? "ingen händelse är förankrad"
          : `händelse 1 till ${x["covers"]} av ${x["total"]} är förankrade (${plural(x["covered"] ?? 0, "händelse", "händelser")}); ${plural(x["later"] ?? 0, "senare händelse", "senare händelser")} är det inte`,
        ...(x["replies"] === 0
          ? []
          : ["om certifikaten var spärrade och om roten är betrodd är inte prövat"]),
      ].join("; ");

export const anchorWords = {
  anchor: {
    milestones,
    section: "Förankring utanför filen",
    columns: ["Skede", "Händelse", "Tid", "Förankrad"],
    missing: "saknas",
    later: (count: number): string =>
      count === 0
        ? "Alla händelser är förankrade."
        : `${plural(count, "senare händelse", "senare händelser")} omfattas inte av någon förankring.`,
    none: "Inget är förankrat utanför filen: en journal som görs om från början kan inte upptäckas.",
    compare: "Koder ur filens journal, att jämföra med diariet:",
    /** What is written in the diary. */
    diary: {
      title: (caseNumber: string): string => `Förankring av ${caseNumber}`,
      head: (number: number, code: string): string => `Slutkod (händelse ${number}): ${code}`,
      model: (code: string): string => `Modellens kod: ${code}`,
      register: (code: string): string => `Anbudsöppningens kod: ${code}`,
      opening: (code: string): string => `Prisöppningens kod: ${code}`,
      result: (code: string): string => `Utfallets kod: ${code}`,
      file: (print: string): string => `Förankringsfilens SHA-256: ${print}`,
    },
    fileName: "forankring",
  },
};
