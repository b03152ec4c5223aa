/** Registret på svenska: vad som registrerats och vad som avviker. Part of the Swedish word list. */
import { plural } from "./numbers";
import type { FindingSentences } from "../finding-sentences";
import { historyWords } from "./history";
import { lawNote } from "../law-note";
import { momentText } from "../time";

type Change = {
  readonly time: string;
  readonly by: string;
  readonly recorded: string;
  readonly seen: string;
};

const seenAndRecorded = ({ recorded, seen, time, by }: Change): string =>
  `Här står ${seen === "" ? "inget värde" : `”${seen}”`}. ${recorded === "" ? "Inget var registrerat här" : `Registrerat är ”${recorded}”`} (${momentText(time)} av ${by}).`;

/** What has changed since a review was signed, as words; a finding knows them by their codes. */
const lapsed = (codes: readonly string[]): string => {
  const what: { readonly [code: string]: string } = historyWords.history.reviews.what;
  return codes.map((code) => what[code] ?? code).join("; ");
};

const stepNames: { readonly [step: string]: string } = {
  published: "Publiceringen",
  deadline: "Sista anbudsdag",
  "bids-opened": "Anbudsöppningen",
  "quality-fixed": "Att kvaliteten fastställs",
  "prices-opened": "Att priserna öppnas",
  finalised: "Att utvärderingen fastställs",
  decided: "Tilldelningsbeslutet",
  sent: "Underrättelsen",
  contract: "Avtalet",
};

export const recordFindings = {
  "register-unrecorded": (x) =>
    `${seenAndRecorded(x)} Förteckningen över anbuden ligger fast sedan de öppnades${lawNote(x.law)}, och priserna i ett anbud som uppgiften gäller räknas inte förrän ändringen är registrerad. Ställ tillbaka uppgiften, eller registrera ändringen med ett skäl; ett anbud som återkallats eller förkastats registreras som det.`,
  "price-unrecorded": (x) =>
    `${seenAndRecorded(x)} Priset räknas inte. Ställ tillbaka det som stod i anbudet; rättas eller förtydligas det skrivs det nya på bladet Förtydliganden${lawNote(x.law)}. Var det registrerade felskrivet registreras ändringen med ett skäl.`,
  "verdict-unrecorded": (x) =>
    `${seenAndRecorded(x)} Bedömningen av kravet räknas inte. Ställ tillbaka den, eller registrera ändringen med ett skäl.`,
  "record-unrecorded": (x) =>
    `${seenAndRecorded(x)} Uppgiften fanns med när anbuden senast utvärderades, och det som rör den räknas inte. Ställ tillbaka den, eller registrera ändringen med ett skäl.`,
  "more-unrecorded": (x) =>
    `Ytterligare ${plural(x.count, "uppgift", "uppgifter")} av samma slag avviker från det registrerade. Är ett helt blad inklistrat eller sorterat för sig? Ställ tillbaka det.`,
  "changes-without-reason": (x) =>
    `${x.count === 1 ? "En uppgift avviker" : `${x.count} uppgifter avviker`} från det registrerade. Skriv varför de ändrats, eller ställ tillbaka dem.`,
  "record-nothing-there": () =>
    "Det som står här avviker inte från det registrerade, så det finns inget att registrera.",
  "publication-late": (x) =>
    `Modellen kan inte publiceras nu: ${{ score: "det finns redan registrerade poäng", "bids-opened": "anbuden är öppnade", "prices-opened": "priserna är öppnade", deadline: "anbudstiden har gått ut" }[x.after] ?? ""} (${momentText(x.time)}). Publicerades den tidigare, ange när (--published) och varför det registreras först nu.`,
  "bids-opened-already": (x) =>
    `Anbudsöppningen registrerades redan ${momentText(x.time)} av ${x.by}.`,
  "bidder-missing": () =>
    "Anbudsgivarens namn saknas. Skriv namnet; flera anbud läggs till med ett namn på varje rad, eller semikolon mellan namnen.",
  "bid-id-taken": (x) =>
    `Anbudet ${x.id} finns redan (${x.bidder}). Välj ett annat id, eller lämna det tomt så väljs ett ledigt.`,
  "bids-share-id": () =>
    "Id och organisationsnummer i fälten gäller ett enda anbud. Skriv varje organisationsnummer bredvid sitt namn i stället, eller lägg till anbuden ett i taget.",
  "bidder-two-numbers": () =>
    "Organisationsnumret i fältet är ett annat än det som står bredvid namnet. Skriv det bara på ett ställe.",
  "evaluator-missing": () =>
    "Bedömarens namn saknas. Skriv namnet; flera bedömare läggs till med ett namn på varje rad.",
  "evaluator-listed": (x) =>
    `${x.name} finns redan${x.id === "" ? "" : ` (${x.id})`}. Ta bort raden, eller lägg till en annan person med samma namn för sig, med ett eget id.`,
  "evaluator-id-taken": (x) =>
    `Id ${x.id} har redan ${x.name}. Välj ett annat id, eller lämna det tomt så görs ett av initialerna.`,
  "evaluators-share-id": () =>
    "Ett id kan bara anges när en enda bedömare läggs till. Lämna det tomt så görs id av varje namns initialer.",
  "organisation-number-odd": (x) =>
    `Är ${x.seen} rätt organisationsnummer? Ett svenskt har tio siffror, och den sista är en kontrollsiffra. Ett utländskt nummer får stå; är det felskrivet, rätta cellen.`,
  "bidder-twice": (x) =>
    `${x.bidder} har redan anbudet ${x.other}; det nya har fått id ${x.id}. Behåll båda bara om upphandlingsdokumenten tillåter flera anbud från samma anbudsgivare, och ta annars bort det ena.`,
  "opening-without-time": () =>
    "När öppnades anbuden? Ange tiden, eller skriv den på bladet Tilldelning.",
  "deadline-unsaid": () =>
    "Sista anbudsdag är inte angiven, så det går inte att se om ett anbud kom in för sent eller öppnades för tidigt. Skriv den under Uppgifter om upphandlingen, på Start.",
  "opening-by-one": (x) =>
    `Anbuden öppnas av minst två personer${lawNote(x.law)}; här står ${x.seen === "" ? "inget namn" : `”${x.seen}”`}. Skriv namnen med komma emellan.`,
  "bid-unknown": (x) => `Anbud ${x.bid} finns inte. De som finns är ${x.known.join(", ")}.`,
  "bid-left-already": (x) => `Anbudet från ${x.bid} är redan återkallat eller förkastat.`,
  "departure-without-reason": () => "Skriv varför anbudet återkallats eller förkastas.",
  "bid-late": (x) =>
    `${x.bidder} (${x.bid}) kom in ${momentText(x.at)}, efter anbudstidens utgång ${momentText(x.deadline)}. Pröva om anbudet ska förkastas, och registrera beslutet.`,
  "order-of-dates": (x) =>
    `${stepNames[x.first] ?? ""} (${momentText(x.at)}) ska komma före ${(stepNames[x.second] ?? "").toLowerCase()} (${momentText(x.then)}), men gör det inte.`,
  "clock-backwards": (x) =>
    `Händelse ${x.number} är registrerad ${momentText(x.time)}, före händelsen innan (${momentText(x.before)}). Datorns klocka har ställts om, eller så är tiden inte den verkliga.`,
  "record-damaged": (x) =>
    `Det som registrerades ${momentText(x.time)} av ${x.by} finns inte längre helt på bladet Registrerat. Ta fram en tidigare kopia av filen.`,
  "prices-opened-already": (x) =>
    `Priserna registrerades redan ${momentText(x.time)} av ${x.by}. En ändring därefter registreras med ett skäl.`,
  "no-prices": () => "Det finns inga priser att registrera än. Skriv in dem först.",
  "award-too-early": (x) =>
    `Beslutet kan inte vara fattat ${momentText(x.given)}: anbudstiden gick ut först ${momentText(x.deadline)}. Rätta datumet.`,
  "reviewer-took-part": (x) =>
    `${x.by} har granskat, men också ${{ scored: "bedömt anbud", checked: "prövat krav", decided: "beslutat om tilldelning", finalised: "fastställt utvärderingen" }[x.as] ?? ""}. En granskning ska göras av någon annan.`,
  "review-lapsed": (x) =>
    `Granskningen som ${x.by} intygade ${momentText(x.time)} gäller inte längre: ${lapsed(x.what)}. Granska på nytt.`,
  "verify-basis-changed": (x) =>
    `Underlaget är ett annat än vid det senast registrerade utfallet, ${x.number ? `händelse ${x.number}` : "en händelse utan nummer"} (${momentText(x.time)} av ${x.by}). Utvärdera på nytt, så att det syns vad som nu gäller.`,
  "verify-round-changed": (x) =>
    `Priserna från omgång ${x.round} är andra än de som sparades när den avslutades ${momentText(x.time)} av ${x.by}.`,
} satisfies Partial<FindingSentences>;

export const milestoneWords = {
  milestones: {
    title: "Läget",
    names: {
      published: "Publicerad",
      "bids-opened": "Anbuden öppnade",
      "quality-fixed": "Kvaliteten fastställd",
      "prices-opened": "Priserna öppnade",
      finalised: "Utvärderingen fastställd",
      decided: "Beslutad",
    },
    cancelled: "Upphandlingen avbruten",
    changed: "ändrat sedan dess",
    corrected: (day: string): string => `ändrad ${day} med skäl`,
    reopened: "öppnad igen",
    newRound: "ny omgång",
    skipped: "inte registrerat",
    next: "nästa steg",
    notYet: {
      published: "Inte publicerad",
      "bids-opened": "Anbuden är inte öppnade",
      "quality-fixed": "Kvaliteten är inte fastställd",
      "prices-opened": "Priserna är inte öppnade",
      finalised: "Utvärderingen är inte fastställd",
      decided: "Inte beslutad",
    },
  },
};

export const recordNames = {
  withdrawal: "Anbudet återkallat",
  rejection: "Anbudet förkastat",
  "lot-limit": "Högsta antal delar",
};

export const recordReasons = {
  "price-unrecorded": (id: string) =>
    id === ""
      ? "priset avviker från det registrerade"
      : `priset på ${id} avviker från det registrerade`,
  "verdict-unrecorded": (id: string) => `bedömningen av ${id} avviker från den registrerade`,
  "bid-withdrawn": () => "anbudsgivaren har återkallat anbudet",
  "bid-rejected": () => "anbudet har förkastats genom beslut",
  "bid-at-lot-limit": () =>
    "anbudsgivaren tilldelas redan så många delar som en leverantör får tilldelas",
};

export const recordHeaders = {
  recorded: { record: "Fingeravtryck", piece: "Stycke", content: "Innehåll (JSON)" },
};

export const registerHeaders = {
  receivedAt: "Kom in",
  withdrawnAt: "Återkallat",
  rejectedAt: "Förkastat",
  lotLimitAt: "Högsta antal delar nått",
  reason: "Skäl",
};

export const recordEventTypes = {
  "bids-opened": "Anbuden öppnade",
  changed: "Ändring registrerad",
};

export const recordEventHeaders = {
  at: "Ägde rum",
  recorded: "Registrerat innehåll",
};
