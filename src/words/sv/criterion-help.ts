/** The help on the fields of a criterion's form. Part of the Swedish help. */
import type { HelpWords } from "../help-shape";

export const criterionHelp: HelpWords["rows"]["criteria"] = {
  name: [
    "Kriteriets namn, med de ord som står i upphandlingsdokumenten.",
    "Namnet följer med till poängblad, resultat och beslut.",
    "Mobilt arbete utan uppkoppling",
  ],
  id: [
    "En kort beteckning för kriteriet.",
    "Den används i poängblad och beslut och kan inte ändras här sedan den sparats.",
    "M1",
  ],
  description: [
    "Vad som bedöms, med ord.",
    "Beskrivningen bör vara densamma som i upphandlingsdokumenten.",
    "Hembesök dokumenteras på plats utan uppkoppling.",
  ],
  kind: [
    "Vilket slags kriterium det är.",
    "Slaget samlar kriterier i sammanställningar och påverkar inte beräkningen.",
    "Mervärde",
  ],
  weight: [
    "Hur mycket kriteriet väger bland sina syskon, i procent.",
    "Syskonens vikter blir tillsammans exakt 100; tre lika vikter skrivs som bråk.",
    "100/3",
  ],
  deduction: [
    "Det som dras av från priset vid full uppfyllnad.",
    "Lägre uppfyllnad ger samma andel av avdraget.",
    "450 000",
  ],
  addition: [
    "Det som läggs på priset när inget är uppfyllt.",
    "Full uppfyllnad ger inget påslag.",
    "200 000",
  ],
  perPoint: [
    "Det som dras av för varje poäng.",
    "Används i stället för ett avdrag vid full uppfyllnad.",
    "25 000",
  ],
  cap: [
    "Det största avdrag som kriteriet kan ge.",
    "Tomt betyder inget tak; ett tak som aldrig nås ger en anmärkning.",
    "300 000",
  ],
  deductionPercent: [
    "Den procent av anbudets pris som dras av vid full uppfyllnad.",
    "Används när mervärden anges i procent.",
    "5",
  ],
  additionPercent: [
    "Den procent av anbudets pris som läggs på när inget är uppfyllt.",
    "Används när mervärden anges i procent.",
    "5",
  ],
  aggregate: [
    "Hur delkriterierna vägs ihop till gruppens uppfyllnad.",
    "Tomt betyder med vikter; med poäng räknas summan av poängen.",
    "Vikter",
  ],
  minimum: [
    "Det lägsta värde på skalan som godtas.",
    "Ett anbud under det förkastas; tomt betyder inget lägsta.",
    "2",
  ],
  minimumShare: [
    "Den lägsta uppfyllnad som godtas, i procent.",
    "Ett anbud under den förkastas; tomt betyder ingen gräns.",
    "50",
  ],
  minimumPoints: [
    "Den lägsta poängsumma som godtas i gruppen.",
    "Ett anbud under den förkastas; tomt betyder ingen gräns.",
    "6",
  ],
  panel: [
    "Hur flera bedömares värden blir ett.",
    "Tomt betyder en gemensam bedömning.",
    "Konsensus",
  ],
  perConsultant: [
    "Om varje erbjuden person bedöms för sig.",
    "Värdet är medelvärdet, och lägsta godtagna gäller för var och en.",
    "Ja",
  ],
  perParticipant: ["Om varje testperson bedöms för sig.", "Värdet är medelvärdet av dem.", "Nej"],
  "scale.type": [
    "Hur kriteriet poängsätts.",
    "Byts skalan står den förras nivåer och värden kvar i bladen, och räknas inte.",
    "Nivåer",
  ],
  "scale.zero": ["Den poäng som är värd noll.", "Uppfyllnaden räknas från den poängen.", "0"],
  "scale.max": ["Den poäng som ger full uppfyllnad.", "Den ska vara större än noll-poängen.", "10"],
  "scale.step": [
    "Den minsta skillnaden mellan två poäng.",
    "Tomt betyder att vilken poäng som helst kan ges.",
    "1",
  ],
  "scale.worst": ["Det mätvärde som är värt noll.", "Sämre mätvärden är också värda noll.", "8"],
  "scale.best": ["Det mätvärde som ger full uppfyllnad.", "Bättre mätvärden ger inte mer.", "2"],
  "scale.unit": ["Vad som mäts.", "Enheten står bredvid värdet i poängbladet.", "timmar"],
  examined: [
    "Hur kriteriet prövas.",
    "Demonstrationer och användartester får ett eget blad för tillfällena.",
    "Demonstration",
  ],
  story: [
    "Det användaren ska kunna göra, berättat kort.",
    "Berättelsen står i poängbladet.",
    "Handläggaren ser ärendets alla beslut.",
  ],
  script: [
    "De steg som varje anbudsgivare följer.",
    "Stegen är desamma för alla, så att bedömningarna kan jämföras.",
    "1. Öppna ärendet. 2. Visa besluten.",
  ],
  minutes: ["Tiden för scenariot, i minuter.", "Tiden är densamma för alla anbudsgivare.", "20"],
  "levels.value": [
    "Nivåns poäng.",
    "Den högsta nivån ger full uppfyllnad; två nivåer har aldrig samma poäng.",
    "3",
  ],
  "levels.label": [
    "Vad som krävs för nivån.",
    "Texten står bredvid rutan när bedömarna poängsätter.",
    "Läsa och skriva utan uppkoppling",
  ],
  "bands.from": [
    "Intervallets lägsta poäng, den räknad med.",
    "Intervallen får inte överlappa.",
    "5",
  ],
  "bands.to": [
    "Intervallets högsta poäng, den räknad med.",
    "Poäng utanför alla intervall ger en anmärkning.",
    "7",
  ],
  "bands.deduction": [
    "Det som dras av i intervallet.",
    "Alla anbud i intervallet får samma avdrag.",
    "100 000",
  ],
  pasted: [
    "Nivåerna som de står i Word eller Excel.",
    "Varje rad har poängen först, eller sist i en egen kolumn; inget förs in förrän du har sett raderna.",
    "3 – Läsa och skriva",
  ],
};
