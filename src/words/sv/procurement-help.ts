/** The help on the fields of the procurement's own form. Part of the Swedish help. */
import type { HelpWords } from "../help-shape";

export const procurementHelp: HelpWords["procurement"] = {
  "procurement.title": [
    "Upphandlingens namn.",
    "Namnet står på resultatbladen, i protokollet och i underrättelserna.",
    "Verksamhetssystem för socialtjänsten",
  ],
  "procurement.caseNumber": [
    "Ärendets nummer i diariet.",
    "Poängblad och prisfiler bär numret, så att de aldrig läses in i fel upphandling.",
    "SN 2026/118",
  ],
  "procurement.authority": [
    "Den myndighet som upphandlar, med sitt fulla namn.",
    "När flera köper tillsammans: den som genomför upphandlingen; de andra skrivs under Priser, Myndigheter.",
    "Lindö kommun",
  ],
  "procurement.regime": [
    "Om upphandlingen ligger över tröskelvärdena eller följer 19 kap. LOU.",
    "Det avgör vilka lagrum, frister och rubriker som handlingarna får.",
    "Direktivstyrd",
  ],
  "procurement.procedure": [
    "Vilket förfarande som används, som det står i annonsen eller inbjudan.",
    "Förfarandet styr vilka uppgifter som handlingarna och checklistan frågar efter.",
    "Öppet förfarande",
  ],
  "procurement.currency": [
    "Den valuta som alla belopp är i.",
    "Välj i listan eller skriv en annan kod på tre bokstäver; inget belopp räknas om.",
    "SEK",
  ],
  "procurement.prices": [
    "Om priserna läses genast eller hålls förslutna tills kvaliteten är fastställd.",
    "Förslutna priser visas inte och räknas inte förrän de öppnas i en registrerad handling; tomt betyder öppna.",
    "Förslutna tills kvaliteten är fastställd",
  ],
  "award.deadline": [
    "Sista dagen för anbud, gärna med klockslag.",
    "Anbuden öppnas inte före den, och ett anbud som kom in senare får en anmärkning.",
    "2026-03-02 23:59",
  ],
  "procurement.agreement": [
    "Om det som ingås är ett kontrakt eller ett ramavtal.",
    "Ett ramavtal kan ingås med flera: då är Antal vinnare i modellen fler än 1.",
    "Kontrakt",
  ],
  "procurement.services": [
    "Om upphandlingen avser tjänster i bilaga 2 till LOU.",
    "De följer 19 kap. oavsett värde; tomt betyder att det inte är sagt.",
    "Nej",
  ],
  "procurement.renewedCompetition": [
    "Om ett avrop föregås av en förnyad konkurrensutsättning.",
    "Fyll bara i det vid avrop från ett ramavtal.",
    "Ja",
  ],
  "procurement.initialBids": [
    "Om annonsen förbehåller rätten att tilldela på ursprungliga anbud.",
    "Utan förbehållet följer en förhandling i ett förhandlat förfarande.",
    "Ja",
  ],
  "procurement.checkOrder": [
    "Om leverantörerna prövas före eller efter anbuden.",
    "Anbuden får prövas först bara i ett öppet förfarande.",
    "Leverantören först",
  ],
  "award.bidsValidUntil": [
    "Den sista dag som anbuden binder anbudsgivarna, som det står i annonsen eller inbjudan.",
    "Går tiden ut före avtalsspärren får du en varning.",
    "2026-09-30",
  ],
  "procurement.stage": [
    "Om filen gäller urvalet av dem som bjuds in, eller tilldelningen.",
    "Vid urval är anbuden ansökningar; tomt betyder tilldelning.",
    "Anbud",
  ],
  "procurement.leastInvited": [
    "Det minsta antal som ska bjudas in, som det annonserats.",
    "Fyll bara i det vid urval.",
    "5",
  ],
  "procurement.law": [
    "Vilken lag upphandlingen följer.",
    "LOU är den enda som programmet känner; med en annan säger det till, och tomt betyder LOU.",
    "LOU",
  ],
  "procurement.lot.id": [
    "Delens korta beteckning, när upphandlingen är delad.",
    "Varje del är en egen fil. Fyll i beteckning och namn: de införs tillsammans.",
    "D1",
  ],
  "procurement.lot.name": [
    "Delens namn, när upphandlingen är delad.",
    "Fyll i beteckning och namn: de införs tillsammans.",
    "Norra distriktet",
  ],
  "procurement.lotLimits.bids": [
    "Det högsta antal delar som en leverantör får lämna anbud på.",
    "Tomt betyder alla delar.",
    "3",
  ],
  "procurement.lotLimits.awards": [
    "Det högsta antal delar som en leverantör får tilldelas.",
    "Tomt betyder ingen gräns.",
    "2",
  ],
  "procurement.lotLimits.order": [
    "Ordningen som avgör vilka delar den tilldelas som är först i fler än gränsen.",
    "Skriv den som den är publicerad; den tillämpas av er, inte av programmet.",
    "Den del som har det högsta uppskattade värdet först.",
  ],
  "procurement.lotLimits.combined": [
    "Om delar får tilldelas kombinerade.",
    "Programmet räknar varje del för sig; tomt betyder nej.",
    "Nej",
  ],
  "award.lotsReason": [
    "Varför kontraktet inte är uppdelat i delar.",
    "Behövs över tröskelvärdena när skälen inte står i upphandlingsdokumenten; de återges i protokollet.",
    "Systemet är en sammanhållen leverans som inte kan delas.",
  ],
  "procurement.lowBids.belowMedian": [
    "Hur många procent under medianpriset ett anbud ska ligga för att granskas som lågt.",
    "Det är er egen gräns och förkastar inget anbud; tomt betyder ingen gräns.",
    "40",
  ],
  "procurement.lowBids.belowNext": [
    "Hur många procent under det närmast högre priset ett anbud ska ligga för att granskas som lågt.",
    "Det är er egen gräns och förkastar inget anbud; tomt betyder ingen gräns.",
    "25",
  ],
  "award.subject": [
    "Vad kontraktet gäller, i en mening.",
    "Meningen står i protokollet.",
    "Verksamhetssystem med införande, drift och support i åtta år.",
  ],
  "award.value": [
    "Kontraktets värde utan moms, i upphandlingens valuta.",
    "Det är inte utvärderingspriset; tomt betyder att värdet inte är känt.",
    "13 691 250",
  ],
  "award.procedureReason": [
    "Varför ett förhandlat förfarande valdes.",
    "Behövs bara vid förhandlat förfarande över tröskelvärdena.",
    "Behovet kan inte tillgodoses utan anpassning av lösningar på marknaden.",
  ],
  "award.nonElectronicReason": [
    "Varför anbud fick lämnas på annat sätt än elektroniskt.",
    "Fyll bara i det om anbud fick lämnas så.",
    "Fysiska prover skulle lämnas med anbudet.",
  ],
  "award.subcontracting": [
    "Den del av kontraktet som läggs ut på underleverantörer.",
    "Fyll i det om delen är känd.",
    "Drift, omkring 20 procent av värdet.",
  ],
  "award.intentionAt": [
    "Dagen då en annons om avsikten att tilldela publicerades.",
    "Bara vid direktupphandling eller förhandlat förfarande utan föregående annonsering.",
    "2026-02-10",
  ],
  "award.court": [
    "Den förvaltningsrätt som en ansökan om överprövning ställs till.",
    "Namnet står i underrättelserna.",
    "Förvaltningsrätten i Linköping",
  ],
  "award.contact": [
    "Vem som svarar på frågor om beslutet.",
    "Namn, e-post eller telefon; det står i underrättelserna.",
    "Eva Alm, eva.alm@lindo.example",
  ],
};
