/** Ordlistan: fackord som panelen, bladen och handlingarna använder. Part of the Swedish word list. */

/** In alphabetical order. */
export const glossary: readonly (readonly [term: string, meaning: string])[] = [
  ["À-pris", "Pris för en enhet, till exempel per timme eller per invånare."],
  ["Anbud", "Det som en leverantör erbjuder sig att leverera, och till vilket pris."],
  [
    "Anbudsformulär",
    "Den fil som anbudsgivaren fyller i: svar på krav och priser. Kallas också prisbilaga eller svarsbilaga.",
  ],
  ["Anbudspris", "Priset som det står i anbudet, före avdrag och påslag."],
  ["Anbudsöppning", "När anbuden öppnas, av minst två personer och inte före anbudstidens utgång."],
  [
    "Avtalsspärr",
    "De dagar efter beslutet då avtal inte får ingås: 10 vid elektroniskt utskick, annars 15.",
  ],
  [
    "Bedömarblad",
    "Den fil där en bedömare skriver sina egna poäng och motiveringar, utan nätverk.",
  ],
  [
    "Egenkontroll",
    "Prövning att resultatet inte ändras av sådant som inte ska påverka det, till exempel anbudens ordning.",
  ],
  [
    "Fastställd utvärdering",
    "Utvärderingen är avslutad. Den ändras bara om den öppnas igen med ett skäl.",
  ],
  ["Fingeravtryck", "En kod som räknas fram ur innehållet och ändras om något enda tecken ändras."],
  [
    "Förankring",
    "Att journalens slutkod finns utanför filen, undertecknad, tidsstämplad eller diarieförd.",
  ],
  [
    "Förkastat anbud",
    "Ett anbud som inte är med i rangordningen, för att ett krav inte är uppfyllt eller genom ett beslut.",
  ],
  [
    "Förtydligande",
    "En fråga till anbudsgivaren om något oklart, med svar och beslut. Anbudet får inte förbättras på det sättet.",
  ],
  [
    "Gemensam poäng",
    "Den poäng som gruppen har enats om, eller medelvärdet eller medianen om det är publicerat.",
  ],
  [
    "Grund för utvärdering",
    "Pris, kostnad eller bästa förhållandet mellan pris och kvalitet. Kallades tidigare tilldelningsgrund.",
  ],
  [
    "Intressekonflikt (jäv)",
    "En omständighet som kan rubba förtroendet för en bedömares opartiskhet. Bedömaren tar ställning till det på bedömarbladet.",
  ],
  [
    "Journal",
    "Listan över vad som har hänt: vem, när, vad och varför. Raderna hänger ihop, så att en borttagen eller ändrad rad märks.",
  ],
  ["Komplett", "Allt är prövat och bedömt. Utvärderingen fastställs i en åtgärd för sig."],
  [
    "Kontrollräkning",
    "Samma resultat räknat en gång till, med bladens egna formler. En skillnad spärrar tilldelningen.",
  ],
  [
    "Kravprövning",
    "Prövningen av om anbudet uppfyller kraven: uppfyllt, ej uppfyllt eller förtydligas.",
  ],
  ["Kvalificeringskrav", "Krav på leverantören, till exempel på erfarenhet."],
  ["Livscykelkostnad", "Alla kostnader under avtalets tid, om det behövs omräknade till nuvärde."],
  [
    "Lottning",
    "Det sista sättet att skilja lika anbud åt, i närvaro av vittnen och registrerat med ordningen.",
  ],
  ["Mervärde", "Kvalitet utöver kraven, som ger ett avdrag i kronor, procent eller poäng."],
  [
    "Motivering",
    "Varför poängen är den den är. Motiveringen återges i underrättelsen till anbudsgivaren.",
  ],
  ["Nivå", "Ett steg på en skala, med en text som säger vad som krävs för att nå det."],
  [
    "Obligatoriskt krav",
    "Krav som alla anbud måste uppfylla. Kallas också ska-krav eller minimikrav.",
  ],
  [
    "Onormalt lågt anbud",
    "Ett anbud med så lågt pris att anbudsgivaren ska få förklara det. Det förkastas aldrig utan förklaring och beslut.",
  ],
  ["Preliminärt", "Resultatet kan ändras, för att något återstår. Det sägs vad."],
  [
    "Prisavdrag",
    "Ett belopp som dras från priset för kvalitet. Ett högre avdrag ger ett lägre utvärderingspris.",
  ],
  ["Påslag", "Ett belopp som läggs på priset för det som fattas i kvalitet."],
  ["Rangordning", "Anbudens ordning efter resultatet, med det bästa först."],
  [
    "Relativ modell",
    "En modell där ett anbuds poäng beror av de andra anbuden. Ett anbud som inte kan vinna kan då ändra vem som vinner.",
  ],
  [
    "Sekretess",
    "Uppgifter om anbud omfattas av absolut sekretess tills beslut om tilldelning har meddelats. Därefter kan en anbudsgivares uppgifter skyddas efter begäran och beslut.",
  ],
  ["Skala", "De värden en poäng kan ha: nivåer med texter, eller ett mått som räknas om."],
  ["Särskiljning", "De regler som avgör när två anbud får samma resultat."],
  ["Takpris", "Det högsta pris som godtas. Ett anbud med högre pris förkastas."],
  [
    "Tilldelningskriterium",
    "Det som kvaliteten bedöms efter. Kallas också utvärderingskriterium eller bör-krav.",
  ],
  ["Underrättelse", "Brevet till varje anbudsgivare med beslutet och skälen för det."],
  [
    "Upphandlingsdokument",
    "De dokument som beskriver upphandlingen. Kallades tidigare förfrågningsunderlag.",
  ],
  [
    "Urval",
    "Den första av två etapper, där anbudssökande rangordnas och några bjuds in att lämna anbud.",
  ],
  [
    "Uteslutningsgrund",
    "Omständighet hos leverantören som ska eller får leda till att den utesluts.",
  ],
  [
    "Utvärderingspris",
    "Anbudspriset efter avdrag och påslag: det tal som anbuden rangordnas efter. Kallas också jämförelsepris eller jämförelsetal.",
  ],
  [
    "Öppnade priser",
    "Priserna är lästa. Fram till dess hålls de skilda från kvaliteten, om upphandlingen är upplagd så.",
  ],
];
