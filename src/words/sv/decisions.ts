/** Besluten på svenska: tilldelning, rättelse, avbrytande och utskick. Part of the Swedish word list. */
import type { FindingSentences } from "../finding-sentences";
import { lawNote } from "../law-note";
import { momentText } from "../time";

export const decisionLists = {
  decisionKinds: {
    award: "Tilldelning",
    correction: "Rättelse av beslut",
    cancellation: "Avbrytande",
  },
  dispatchSendings: { electronic: "Elektroniskt", other: "På annat sätt" },
  courtOrders: {
    "no-extension": "Ingen förlängd avtalsspärr (20 kap. 8 §)",
    "no-contract": "Avtal får inte ingås (20 kap. 9 §)",
    "no-ten-days": "Ingen tiodagarsfrist (20 kap. 10 §)",
  },
  everyRecipient: "Alla som inte fått det",
};

export const decisionSheets = { decisions: "Beslut", dispatches: "Utskick" };

export const decisionGuides = {
  decisions:
    "Upphandlingens beslut, ett på varje rad: tilldelning, rättelse av ett beslut, avbrytande. Ett senare beslut ändrar inte raden för det tidigare. Registrerade uppgifter ändras inte; det som händer efteråt (överprövning, avtal) fylls i till höger.",
  dispatches:
    "När och hur varje anbudsgivare underrättats om ett beslut. Avtalsspärren räknas från det sista utskicket (20 kap. 1 § LOU).",
};

export const decisionHeaders = {
  decisions: {
    order: "Ordning",
    id: "Id",
    kind: "Beslut om",
    of: "Rättar beslut",
    authority: "Gäller myndighet",
    awarded: "Tilldelade anbud",
    decidedAt: "Beslutat den",
    decidedBy: "Beslutat av",
    designation: "Beteckning",
    reason: "Skäl",
    standstill: "Avtalsspärr gäller",
    standstillUntil: "Längre spärr till och med",
    reviewAppliedAt: "Överprövning begärd den",
    reviewEndedAt: "Målet avgjort den",
    courtOrder: "Rättens beslut under målet",
    contractAt: "Avtal ingånget den",
  },
  dispatches: {
    order: "Ordning",
    decision: "Beslut",
    bid: "Anbud",
    sentAt: "Skickat",
    sending: "Hur",
  },
};

export const decisionEventTypes = {
  "award-corrected": "Rättelse av beslut registrerad",
  cancelled: "Upphandlingen avbruten",
  dispatched: "Beslutet skickat",
};

const when = ({ time, by }: { readonly time: string; readonly by: string }): string =>
  `${momentText(time)} av ${by}`;

export const decisionFindings = {
  "document-unknown-decision": (x) =>
    `Beslut ${x.found} finns inte. Rätta id eller lägg till beslutet.`,
  "decided-already": (x) =>
    `Ett tilldelningsbeslut registrerades redan ${when(x)} och gäller. Rätta det, eller öppna utvärderingen igen innan ett nytt fattas.`,
  "cancelled-already": (x) =>
    `Upphandlingen avbröts ${when(x)}. Om beslutet har upphävts: öppna upphandlingen igen med det som skäl.`,
  "nothing-to-correct": () => "Det finns inget registrerat beslut att rätta.",
  "contract-signed": (x) =>
    `Avtal är ingånget ${momentText(x.at)}, så upphandlingen kan inte avbrytas. Stämmer datumet på bladet Beslut?`,
  "decision-without-reason": (x) => `Skriv skälen. De ska stå i underrättelsen${lawNote(x.law)}.`,
  "decision-changed": (x) =>
    `Uppgifterna om besluten är ändrade sedan det senaste registrerades ${when(x)}. Ställ tillbaka dem; en rättelse registreras som ett eget beslut.`,
  "decision-unregistered": (x) =>
    `Beslutet den ${momentText(x.date)} är ifyllt här men inte registrerat. Registrera det när det är fattat.`,
  "procurement-cancelled": (x) =>
    `Upphandlingen är avbruten ${when(x)}. Inget anbud kan tilldelas.`,
  "nobody-to-award": () =>
    "Alla anbud är förkastade, så det finns inget att tilldela. Kontrollera skälen, eller besluta att avbryta upphandlingen.",
  "nothing-to-send": () => "Det finns inget beslut att skicka. Registrera beslutet först.",
  "dispatch-among-facts": () =>
    "Beslutet står på bladet Tilldelning, där utskicket anges med ett datum för alla. Fyll i det där.",
  "dispatched-already": () => "Beslutet är redan skickat till alla anbudsgivare.",
  "sending-unknown": (x) => `”${x.seen}” är inget sätt att skicka. Välj electronic eller other.`,
  "dispatch-changed": (x) =>
    `Här står ${x.seen === "" ? "ingen tid" : `”${momentText(x.seen)}”`} för ${x.bid}. Utskicket antecknades som ${momentText(x.at)} (registrerat ${when(x)}), och avtalsspärren räknas från det. Ställ tillbaka tiden.`,
  "dispatch-incomplete": (x) =>
    `Beslutet är inte skickat till ${x.bids.join(", ")}. Alla anbudsgivare ska underrättas${lawNote(x.law)}. Där avtalsspärr gäller räknas den från det sista utskicket.`,
  "contract-during-review": (x) =>
    `Avtalet är angivet som ingånget ${momentText(x.at)}, medan en ansökan om överprövning handläggs. Då gäller förlängd avtalsspärr, om inte rätten beslutat annat (20 kap. 8 § LOU).`,
  "correction-standstill-unsaid": () =>
    "Löper en ny avtalsspärr från rättelsen? Svara på bladet Beslut; utan svar räknas den från det rättade beslutet.",
} satisfies Partial<FindingSentences>;

export const decisionPapers = {
  title: "Beslut",
  columns: ["Beslut", "Fattat", "Tilldelat", "Skäl", "Läge", "Skickat"],
  states: {
    unregistered: "inte registrerat",
    "in-force": "gäller",
    corrected: "gäller, med rättelse",
    replaced: "ersatt",
  },
  sentTo: (count: number, of: number, last: string): string =>
    count === 0
      ? "inte skickat"
      : `till ${count} av ${of}${last === "" ? "" : `, senast ${momentText(last)}`}`,
  review: (applied: string, ended: string): string =>
    `Överprövning begärd ${momentText(applied)}${ended === "" ? "" : `, avgjord ${momentText(ended)}`}.`,
  contract: (at: string): string => `Avtal ingånget ${momentText(at)}.`,
  cancellation: {
    title: "Underrättelse om beslut att avbryta upphandlingen",
    about: (title: string, caseNumber: string, authority: string): string =>
      `${authority} har beslutat att avbryta upphandlingen ${title}, ${caseNumber}.`,
    draft: "Utkast: beslutet är inte registrerat.",
    noReason: "[Skriv skälen på bladet Beslut, så står de här.]",
    review: (court: string, date: string, law: string): string =>
      `En ansökan om överprövning av beslutet ska ha kommit in till ${court} senast ${date} (${law}).`,
    reviewDays: (court: string, days: string, law: string): string =>
      `En ansökan om överprövning av beslutet ska ha kommit in till ${court} inom ${days} från det att underrättelsen skickades (${law}).`,
  },
  corrected: (date: string, designation: string, reason: string): string =>
    `Beslutet rättades ${momentText(date)}${designation === "" ? "" : ` (${designation})`}: ${reason}`,
};
