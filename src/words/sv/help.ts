/**
 * Hjälpen i panelen: vad varje steg och varje fält är, vad man ska tänka på, och ett exempel. Part of
 * the Swedish word list, loaded when it is first asked for. It holds no rule of its own: what is refused,
 * and why, is said by the findings.
 */
import { criterionHelp } from "./criterion-help";
import type { HelpText, HelpWords } from "../help-shape";
import { glossary } from "./glossary";
import { bidHelp } from "./bid-help";
import { procurementHelp } from "./procurement-help";

const bid: HelpText = [
  "Det anbud som uppgiften gäller.",
  "Anbudet står kvar i arbetsboken med rad, priser och poäng, vad som än registreras om det.",
  "Norrvik Verksamhetssystem AB (A)",
];
const authority: HelpText = [
  "Den myndighet som beslutet gäller, när flera köper tillsammans och var och en får ett eget kontrakt.",
  "Varje myndighet fattar sitt eget beslut, med egen dag och egen beteckning.",
  "Lindö kommun",
];
const decision = {
  authority,
  decidedAt: [
    "Den dag då beslutet fattades.",
    "Skriv år, månad och dag; dagen får inte ligga före det som beslutet vilar på.",
    "2026-03-02",
  ],
  decidedBy: [
    "Den som fattade beslutet enligt delegationsordningen.",
    "Skriv namn och befattning, som de ska stå i protokollet.",
    "Anna Berg, socialchef",
  ],
  decision: [
    "Beslutets nummer eller paragraf i er diarieföring.",
    "Beteckningen återges i protokollet och i underrättelserna.",
    "SN 2026/118-42",
  ],
} as const satisfies { readonly [field: string]: HelpText };
const changeReason: HelpText = [
  "Varför en uppgift som redan är registrerad har ändrats.",
  "Skälet står kvar i journalen bredvid den gamla och den nya uppgiften, och förrän det är skrivet räknas ändringen inte.",
  "Poängen var förd på fel rad; minnesanteckningen från demonstrationen 4 mars säger 3.",
];
const departure = {
  bid,
  date: ["Den dag då det skedde.", "Tomt betyder i dag.", "2026-03-05"],
  reason: [
    "Vad som har hänt, så att en utomstående förstår det.",
    "Skälet återges i protokollet och i underrättelsen till anbudsgivaren.",
    "Anbudsgivaren återkallade anbudet med e-brev 5 mars 2026.",
  ],
} as const satisfies { readonly [field: string]: HelpText };
const exclusionDate: HelpText = [
  "Den dag då beslutet fattades.",
  "Tomt betyder i dag.",
  "2026-03-12",
];
const rowId: HelpText = [
  "Radens korta beteckning, som andra blad, formulär och beslut hänvisar till.",
  "Den skrivs utan mellanslag och ändras inte när raden väl används.",
  "P7",
];
export const help: HelpWords = {
  steps: {
    begin: [
      "Här öppnar du en utvärdering, gör en ny och ser vad som är nästa sak att göra.",
      "Ingenting skickas någonstans: arbetsboken läses på din egen dator.",
      "Välj en modell, tryck på Skapa med exempeldata och pröva fritt; exemplet går att ta bort igen.",
    ],
    model: [
      "Här bestämmer du hur pris och kvalitet vägs samman, och modellen prövas innan den publiceras.",
      "När modellen är publicerad ligger den fast, och en senare ändring spärrar tilldelningen.",
      "Prova modellen visar hur ofta varje kriterium skulle avgöra i 10 000 dragna anbudstävlingar.",
    ],
    requirements: [
      "Här prövas varje anbud mot kraven, och här läggs anbud till.",
      "Ett krav utan bedömning räknas varken som uppfyllt eller som ej uppfyllt; utfallet är preliminärt så länge.",
      "Öppna Pröva kraven ett i taget och tryck U, E eller F för varje krav.",
    ],
    scores: [
      "Här samlas bedömarnas poäng, gruppen enas om den gemensamma poängen, och kvaliteten fastställs innan priserna öppnas.",
      "Den som ändrar en registrerad poäng skriver varför, och den gamla poängen står kvar i historiken.",
      "Fyra bedömare har gett 3, 3, 3 och 1: gruppen läser motiveringarna och enas om 3.",
    ],
    result: [
      "Här räknas utvärderingspriserna ut, anbuden rangordnas och varje tal kan förklaras ned till den cell där det skrevs.",
      "Resultatet är preliminärt så länge något återstår, och det sägs vad.",
      "Tryck på Varför? vid 10 150 000 och läs dig ned till à-priset 31,50.",
    ],
    sensitivity: [
      "Här står vad som skulle ändra vem som är först: en poäng, ett pris eller en vikt.",
      "Det är en upplysning om hur säkert utfallet är, aldrig ett skäl att ändra en bedömning.",
      "B skulle komma först bara om A hade fått ett steg lägre på Scenario 2.",
    ],
    review: [
      "Här prövas om filen håller, utvärderingen fastställs, beslutet registreras och handlingarna skrivs ut.",
      "Granska filen räknar om allt och jämför med det som publicerats och registrerats; inget ändras av det.",
      "Juristen släpper filen på sidan, trycker på Granska filen och går igenom den del för del.",
    ],
  },

  acts: {
    publish: {
      at: [
        "När modellen verkligen publicerades, om det var tidigare än nu.",
        "Dagen kan inte ligga efter anbudstidens utgång.",
        "2026-01-15",
      ],
      reason: [
        "Varför publiceringen registreras först nu, när anbuden redan är öppnade eller bedömda.",
        "Skälet står kvar i journalen och läses av den som granskar filen.",
        "Modellen publicerades i annonsen 15 januari; arbetsboken lades upp i efterhand.",
      ],
    },
    invite: {
      selection: [
        "Arbetsboken från urvalet, där anbudssökandena rangordnades.",
        "Vilka som bjuds in läses ur den filen och antecknas här; ingenting i den ändras.",
        "urval-verksamhetssystem.xlsx",
      ],
    },
    "add-bid": {
      name: [
        "Anbudsgivarens namn, som i anbudet.",
        "Flera anbud läggs till på en gång med ett namn på varje rad, till exempel kopierade från Excel, eller med semikolon mellan namnen. Organisationsnumret får stå i nästa kolumn.",
        "Norrvik Verksamhetssystem AB; Lindö & Berg AB",
      ],
      id: [
        "Den bokstav eller beteckning som anbudet har på bladen.",
        "Tomt väljer nästa lediga bokstav.",
        "D",
      ],
      organisationNumber: [
        "Anbudsgivarens organisationsnummer.",
        "Det används i handlingarna och för att känna igen anbudsgivarens formulär.",
        "556677-8899",
      ],
      receivedAt: [
        "När anbudet kom in.",
        "Tomt betyder att tiden inte är antecknad, inte att anbudet kom in i tid.",
        "2026-03-02 14:10",
      ],
    },
    "add-evaluator": {
      name: [
        "Namnet på den som bedömer.",
        "Flera läggs till på en gång med ett namn på varje rad, till exempel kopierade från Excel.",
        "Anna Berg; Karim Holm",
      ],
      id: [
        "Det som bedömaren heter på bladen med poäng.",
        "Tomt gör ett av initialerna; har någon annan dem får det en siffra efter sig.",
        "AB",
      ],
    },
    "open-bids": {
      openedAt: [
        "Dag och klockslag för anbudsöppningen.",
        "Anbud får inte öppnas före anbudstidens utgång.",
        "2026-03-03 10:00",
      ],
      openedBy: [
        "De som öppnade anbuden tillsammans.",
        "Skriv minst två namn, med komma emellan.",
        "Eva Alm, Jonas Björk",
      ],
    },
    withdraw: departure,
    reject: {
      ...departure,
      reason: [
        "Varför anbudet förkastas, så att anbudsgivaren förstår det.",
        "Ett krav som inte är uppfyllt skrivs i stället på bladet Kravprövning och förkastar anbudet av sig självt.",
        "Anbudet kom in 3 mars kl. 08.12, efter anbudstidens utgång 2 mars kl. 23.59.",
      ],
    },
    "lot-limit": {
      ...departure,
      reason: [
        "Vilka delar anbudsgivaren tilldelas i stället, och enligt vilken ordning.",
        "Ordningen ska vara den som upphandlingsdokumenten anger.",
        "Tilldelas del 1 och 3 enligt avsnitt 4.2; högst två delar per leverantör.",
      ],
    },
    "record-prices": {},
    merge: {
      sheets: [
        "De bedömarblad som bedömarna har fyllt i, en fil per bedömare.",
        "Välj flera på en gång; det som redan står skrivs aldrig över, och skillnader listas.",
        "bedomarblad-Eva-Ek.xlsx och bedomarblad-Jon-Berg.xlsx",
      ],
    },
    record: {
      reason: changeReason,
      only: [
        "De platser som ska registreras; tomt betyder alla.",
        "Flera skrivs med | emellan.",
        "bids[A].scores[U1]",
      ],
    },
    "seal-quality": { reason: changeReason },
    "open-prices": {
      prices: [
        "Den fil som priserna har legat i tills kvaliteten fastställts.",
        "Inget pris visas förrän kvaliteten är fastställd, och filen måste höra till samma upphandling.",
        "verksamhetssystem-priser.xlsx",
      ],
    },
    "close-round": {
      round: [
        "Den förhandlingsomgång som är slut.",
        "Omgångens priser sparas bredvid, så att de slutliga anbuden kan skrivas in.",
        "Omgång 1",
      ],
    },
    clarify: {
      bid,
      subject: [
        "Vad i anbudet som frågan gäller.",
        "Valet avgör vilken cell det nya värdet räknas i när frågan är besvarad och beslutad.",
        "Prisrad",
      ],
      of: [
        "Den prisrad, det krav eller det kriterium som frågan gäller.",
        "Inget särskilt när frågan gäller hela priset eller något annat. Krav som förtydligas står först. Är det för mycket att välja bland skrivs id.",
        "Prisrad: Konsulttimmar (P3)",
      ],
      question: [
        "Frågan, ordagrant som den ställs till anbudsgivaren.",
        "Fråga om det som är oklart; ett anbud får förtydligas, inte förbättras.",
        "På rad P3 står 3 150 kr per timme. Avses 31,50 kr per invånare?",
      ],
    },
    "answer-clarification": {
      clarification: [
        "Den fråga som svaret hör till.",
        "Här står de frågor som inget svar har kommit på. Frågor om priser som är förslutna väntar tills de är öppnade.",
        "F1 · Norrvik Verksamhetssystem AB (A) · Avses 31,50 kr per invånare?",
      ],
      answer: [
        "Svaret, ordagrant som anbudsgivaren gav det.",
        "Det ändrar inget i anbudet; vad som gäller avgörs av beslutet på samma rad.",
        "Ja, 31,50 kr per invånare och år.",
      ],
      answeredBy: [
        "Den som svarade för anbudsgivaren.",
        "Lämna tomt om det framgår av svaret.",
        "Karin Holm, försäljningschef",
      ],
      date: ["Dagen då svaret kom in.", "Tomt betyder i dag.", "2026-03-12"],
      reference: [
        "Var svaret finns, så att det kan hittas igen.",
        "Diarienummer och sida räcker.",
        "SN 2026/118-43, s. 2",
      ],
    },
    "decide-clarification": {
      clarification: [
        "Den fråga som beslutet gäller.",
        "Här står de frågor som inget beslut är påbörjat på; ett påbörjat beslut görs färdigt på bladet Förtydliganden.",
        "F1 · Norrvik Verksamhetssystem AB (A) · Avses 31,50 kr per invånare?",
      ],
      rule: [
        "Den grund som beslutet vilar på (LOU 4 kap. 9 §).",
        "Ett anbud får rättas, förtydligas eller kompletteras, aldrig förbättras.",
        "Felskrivning",
      ],
      value: [
        "Det som gäller i stället för det som anbudet säger.",
        "Tomt om inget ändras. Det som anbudet sade står kvar bredvid.",
        "31,50",
      ],
      reason: [
        "Varför det är tillåtet.",
        "Skälet återges i protokollet.",
        "Beloppet är uppenbart felskrivet; rätt belopp framgår av bilaga 2.",
      ],
      equalTreatment: [
        "Hur de andra anbuden har behandlats i samma läge (LOU 4 kap. 1 §).",
        "Skriv det så att den som inte fick en fråga förstår varför.",
        "Inget annat anbud har ett belopp som avviker på samma sätt.",
      ],
    },
    "decide-low-bid": {
      bid,
      answer: [
        "Anbudsgivarens förklaring av priset, så som den lämnades.",
        "En förklaring som redan står på bladet skrivs inte över.",
        "Utbildningen ingår i införandepriset, se bilaga 3.",
      ],
      date: [
        "Dagen då förklaringen kom in.",
        "Tomt betyder i dag. Utan förklaring används den inte.",
        "2026-03-05",
      ],
      decision: [
        "Om priset är onormalt lågt, och om förklaringen godtas.",
        "Bara ett beslut förkastar, och bara efter en begäran om förklaring (LOU 16 kap. 7 §).",
        "Godtagen förklaring",
      ],
      reason: [
        "Varför det beslutades så.",
        "Skälet återges i protokollet, och i underrättelsen om anbudet förkastas.",
        "Förklaringen visar vilka kostnader priset täcker.",
      ],
    },
    "ask-low-bid": {
      bid,
      question: [
        "Begäran om förklaring, ordagrant som den skickas.",
        "Ett lågt pris är aldrig i sig skäl att förkasta ett anbud: anbudsgivaren ska först få förklara det.",
        "Förklara hur timpriset 310 kr täcker lön enligt kollektivavtal.",
      ],
    },
    "hear-supplier": {
      bid,
      ground: [
        "Vilket slags grund för uteslutning som kan finnas.",
        "Grunden avgör om leverantören ska eller får uteslutas, och vilken bestämmelse som återges.",
        "Skuld för skatt eller avgifter visad på annat sätt",
      ],
      circumstances: [
        "Omständigheterna, som leverantören ska få ta ställning till.",
        "De återges i begäran om yttrande och i ett beslut om uteslutning.",
        "Skuld hos Kronofogden på 412 000 kr per 3 mars 2026.",
      ],
      answerBy: [
        "Sista dag för leverantören att yttra sig.",
        "Ett beslut före den dagen, utan yttrande, ger en anmärkning.",
        "2026-03-12",
      ],
    },
    exclude: {
      bid,
      reason: [
        "Varför leverantören utesluts, med hänsyn till yttrandet.",
        "Skälet återges i protokollet och i underrättelsen.",
        "Skulden är obetald vid beslutet och yttrandet visar ingen avbetalningsplan.",
      ],
      date: exclusionDate,
    },
    "do-not-exclude": {
      bid,
      reason: [
        "Varför leverantören inte utesluts fast en grund har prövats.",
        "Skälet återges i protokollet.",
        "Skulden är betald i sin helhet 6 mars 2026.",
      ],
      date: exclusionDate,
    },
    "record-lottery": {
      order: [
        "I vilken ordning anbuden drogs.",
        "Det som drogs först får den bättre platsen. Inget är valt förrän du väljer det.",
        "1. Lindö & Berg AB (B), 2. Norrvik AB (A)",
      ],
      time: ["När lotterna drogs.", "Skriv dag och tid.", "2026-03-02 10:00"],
      witnesses: [
        "De som såg lottningen.",
        "Två till fyra namn, med komma emellan.",
        "Eva Ek, Per Pil",
      ],
      method: [
        "Hur lottningen gick till, så att den kan granskas.",
        "Följ det som står i upphandlingsdokumenten.",
        "Två lika lappar i en urna; Eva Ek drog.",
      ],
      authority: [
        "Vilken myndighets kontrakt lottningen gäller.",
        "Tomt betyder alla kontrakt där anbuden delar plats.",
        "Sjövik kommun",
      ],
    },
    finalise: {},
    reopen: {
      reason: [
        "Varför en fastställd utvärdering öppnas igen.",
        "Skälet, tiden och ditt namn står kvar i journalen.",
        "Ett räknefel i anbud B upptäcktes vid granskningen 9 mars.",
      ],
    },
    award: decision,
    dispatch: {
      authority,
      sentAt: [
        "När underrättelserna skickades.",
        "Avtalsspärren räknas från dagen efter det sista utskicket.",
        "2026-03-10 15:30",
      ],
      sending: [
        "Hur underrättelserna skickades.",
        "Spärren är 10 dagar vid elektroniskt utskick till alla, annars 15.",
        "Elektroniskt",
      ],
      bid: ["Den anbudsgivare som utskicket gäller.", "Tomt betyder alla.", "Lindö & Berg AB (B)"],
    },
    "correct-award": {
      reason: [
        "Vad i beslutet som rättas, och varför.",
        "Bara skrivfel och liknande: ska någon annan tilldelas öppnas utvärderingen igen.",
        "Diarienumret var SN 2026/181 och ska vara SN 2026/118.",
      ],
      ...decision,
    },
    cancel: {
      reason: [
        "De sakliga skälen för att avbryta upphandlingen.",
        "De ska stå i underrättelsen till anbudsgivarna.",
        "Inget anbud ryms inom den budget som angavs i upphandlingsdokumenten.",
      ],
      ...decision,
    },
    comment: {
      text: [
        "En kommentar till den som arbetar vidare med filen.",
        "Kommentaren ändrar inget, och den står kvar i journalen med namn och tid.",
        "Motiveringen på U3 för B nämner inte scenariots andra del.",
      ],
      place: ["Vad kommentaren gäller.", "Tomt betyder hela filen.", "anbud B, krav K4"],
    },
    "sign-off": {
      text: [
        "Vad du intygar om filen som den är nu.",
        "Intyget förfaller om underlaget, utfallet eller skälen ändras efteråt.",
        "Granskad utan anmärkning.",
      ],
    },
    anchor: {
      reply: [
        "Filen som underskrifts- eller tidsstämplingstjänsten lämnade tillbaka.",
        "Spara den också utanför arbetsboken, i diariet: bara det visar om journalen har gjorts om.",
        "forankring.p7s",
      ],
      registered: [
        "Det diarienummer som slutkoden är registrerad under.",
        "Används när ni för in koden i diariet i stället för att låta den skrivas under.",
        "KS 2026/123",
      ],
      date: ["Den dag då koden registrerades.", "Skriv år, månad och dag.", "2026-11-27"],
      code: [
        "Den slutkod som registrerades.",
        "Fältet börjar med den som gäller nu. Har journalen vuxit sedan dess: skriv den som står i diariet.",
        "den kod som stod i panelen när den diariefördes",
      ],
    },
    join: {
      copy: [
        "En kopia av arbetsboken som någon annan har arbetat i.",
        "Det nya i kopian läggs till här, och det som skiljer sig listas i stället för att skrivas över.",
        "verksamhetssystem-kravgranskning.xlsx",
      ],
    },
  },

  procurement: procurementHelp,
  bid: bidHelp,

  model: {
    contracts: [
      "Om myndigheter som köper tillsammans får ett gemensamt kontrakt eller var sitt.",
      "Med var sitt kontrakt tilldelar var och en på sin egen summa, och belopp i kronor gäller varje kontrakt för sig.",
      "Gemensamt",
    ],
    "lifeCycle.rate": [
      "Räntan som framtida betalningar räknas om till nuvärde med.",
      "Tomt betyder att betalningar olika år väger lika.",
      "3,5",
    ],
    "lifeCycle.factors[].year": [
      "Det avtalsår som diskonteringsfaktorn gäller.",
      "Faktorer används i stället för kalkylränta, aldrig tillsammans med den.",
      "2",
    ],
    "lifeCycle.factors[].factor": [
      "Det tal som årets betalningar multipliceras med.",
      "Ett år som inte diskonteras har faktorn 1.",
      "0,9335",
    ],
    "lifeCycle.convention": [
      "Om årets betalningar räknas som gjorda vid årets början eller slut.",
      "År 0 diskonteras inte.",
      "Slut",
    ],
    basis: [
      "Grunden för utvärderingen enligt lagen: pris, kostnad eller bästa förhållandet mellan pris och kvalitet.",
      "Den ska vara densamma som i upphandlingsdokumenten.",
      "Bästa förhållandet mellan pris och kvalitet",
    ],
    label: [
      "Det ord som upphandlingsdokumenten använder för resultatet.",
      "Ordet används sedan på alla blad och i alla handlingar.",
      "Utvärderingspris",
    ],
    "method.type": [
      "Hur pris och kvalitet vägs samman.",
      "Byter du metod visas de fält som den nya metoden behöver; det som redan står på bladet tas inte bort.",
      "Mervärden i kronor",
    ],
    "method.constant": [
      "Ett belopp som läggs till varje anbuds utvärderingspris.",
      "Det ändrar inte ordningen mellan anbuden.",
      "2 000 000",
    ],
    "method.form": [
      "Om priset delas med kvaliteten eller kvaliteten med priset.",
      "I det första fallet vinner lägst tal, i det andra högst.",
      "Pris per kvalitet",
    ],
    "method.multiplier": [
      "Ett tal som kvoten multipliceras med, så att den blir lätt att läsa.",
      "Tomt betyder 1; ordningen mellan anbuden påverkas inte.",
      "1 000 000",
    ],
    "method.maximum": ["Det betyg som motsvarar full kvalitet.", "Tomt betyder 100.", "100"],
    "method.price.weight": [
      "Hur stor del av betyget som är pris.",
      "Priset och huvudkriterierna ska tillsammans bli exakt 100 procent.",
      "60",
    ],
    "method.price.scale.type": [
      "Hur ett pris blir ett betyg.",
      "I en relativ skala kan ett anbud som inte själv kan vinna ändra ordningen mellan de andra; en absolut skala har fasta priser.",
      "Linjär mellan fasta priser",
    ],
    "method.price.scale.perPercent": [
      "Hur många procentenheter av betyget som en procents prisskillnad är värd.",
      "Ju högre tal, desto mer avgör priset.",
      "2",
    ],
    "method.price.scale.zeroAt": [
      "Hur många procent över lägsta pris som ger noll poäng.",
      "Skalan fortsätter under noll för ännu högre priser.",
      "50",
    ],
    "method.price.scale.wider": [
      "En flackare skala som gäller alla anbud om något är dyrare än den första skalan räcker till.",
      "Tomt betyder att den inte används.",
      "100",
    ],
    "method.price.scale.best": [
      "Det pris som ger fullt betyg.",
      "Skalan fortsätter utanför, så ett ännu lägre pris ger mer.",
      "8 000 000",
    ],
    "method.price.scale.worst": [
      "Det pris som ger betyget noll.",
      "Skalan fortsätter utanför, så ett ännu högre pris ger mindre än noll.",
      "16 000 000",
    ],
    "method.price.scale.reference": [
      "Ett publicerat pris som anbudens priser jämförs med.",
      "Betyget är referenspriset delat med anbudets pris.",
      "10 000 000",
    ],
    "method.price.scale.bands[].upTo": [
      "Det högsta pris som hör till intervallet.",
      "Inom ett intervall ger ett lägre pris ingen fördel, vilket anmärkningarna frågar om.",
      "9 000 000",
    ],
    "method.price.scale.bands[].share": [
      "Hur stor del av fullt betyg som intervallet ger, mellan 0 och 1.",
      "Ett dyrare intervall kan inte ge mer än ett billigare.",
      "0,75",
    ],
    "method.quality": [
      "Om kvaliteten räknas som den är, eller i förhållande till det bästa anbudet.",
      "I förhållande till det bästa kan ett anbud ändra ordningen mellan andra.",
      "Som de är",
    ],
    "method.price": [
      "Det pris som ni har fastställt och som anbuden inte konkurrerar om.",
      "Alla anbud får samma pris, och den högsta kvaliteten vinner.",
      "1 200 000",
    ],
    "method.order[]": [
      "Vilket kriterium som avgör i tur och ordning.",
      "Nästa kriterium får betydelse bara när anbuden är lika på de tidigare.",
      "M1",
    ],
    blankOptional: [
      "Vad det betyder när ett anbud lämnar en frivillig prisrad tom och andra har prissatt den.",
      "Tomt och 0 är olika saker: 0 är ett pris.",
      "Räknas med högsta priset bland de andra",
    ],
    priceDecimals: [
      "Hur många decimaler ett pris högst får ha.",
      "Ett pris med fler ger en anmärkning, men avrundas inte och förkastar inte anbudet.",
      "2",
    ],
    zeroPrice: [
      "Om ett anbud på 0 kronor får lämnas.",
      "Tomt betyder att det är tillåtet.",
      "Inte tillåtet",
    ],
    priceCeiling: [
      "Det högsta pris som godtas.",
      "Ett anbud med högre pris förkastas; tomt betyder att inget takpris gäller.",
      "15 000 000",
    ],
    "rounding.price": [
      "Hur priset avrundas innan det används.",
      "Säg samma sak här som i upphandlingsdokumenten; inget annat avrundas på vägen.",
      "Exakt",
    ],
    "rounding.grades": [
      "Hur betygen avrundas, i modeller med poäng.",
      "En grov avrundning kan dölja en prisskillnad, vilket anmärkningarna frågar om.",
      "2 decimaler – halva uppåt",
    ],
    "rounding.result": [
      "Hur resultatet avrundas.",
      "Rangordning och likhet avgörs efter den här avrundningen.",
      "0 decimaler – halva uppåt",
    ],
    "ties[]": [
      "Vad som avgör om två anbud får samma resultat.",
      "Reglerna prövas i tur och ordning; saknas de står anbuden lika tills en lottning har registrerats.",
      "Lägst pris",
    ],
    winners: ["Hur många som kan tilldelas.", "Fler än 1 ger ett rangordnat ramavtal.", "3"],
    "accepted[].code": [
      "Koden på en spärrande anmärkning om modellen som ni har tagit ställning till och godtar.",
      "En anmärkning om ett anbud kan inte godtas på det sättet: det vore att behandla anbuden olika.",
      "cap-without-effect",
    ],
    "accepted[].reason": [
      "Varför anmärkningen godtas.",
      "Skälet återges i protokollet.",
      "Taket nås inte med de publicerade nivåerna, men är annonserat.",
    ],
    "accepted[].by": ["Den som har godtagit anmärkningen.", "Skriv namnet.", "Eva Alm"],
  },

  rows: {
    criteria: criterionHelp,
    prices: {
      name: [
        "Det som prissätts, med de ord som står i anbudsformuläret.",
        "Skriv så att alla anbudsgivare förstår samma sak.",
        "Drift och support",
      ],
      id: rowId,
      category: [
        "Vilket slags pris raden är.",
        "Slaget samlar rader i sammanställningen och påverkar inte beräkningen.",
        "Tjänst eller arbete",
      ],
      unit: [
        "Vad ett pris avser.",
        "Enheten står bredvid priset i anbudsformuläret.",
        "kr per invånare och år",
      ],
      quantity: [
        "Det som priset multipliceras med.",
        "0 betyder att raden inte påverkar summan; tomt betyder att mängden saknas, eller räknas fram ur bladet Mängder.",
        "38 500",
      ],
      quantities: [
        "Den myndighetens del av mängden.",
        "Delarna blir tillsammans radens mängd; skriv 0 om myndigheten inte köper raden.",
        "12 400",
      ],
      "years.from": [
        "Det första avtalsår som raden betalas.",
        "Tomt betyder en gång; 0 är före avtalets början.",
        "1",
      ],
      "years.to": [
        "Det sista avtalsår som raden betalas, det räknat med.",
        "Från 1 till 4 betyder fyra betalningar.",
        "4",
      ],
      byYear: [
        "Om varje avtalsår har ett eget pris.",
        "Ja ger en kolumn per år för varje anbud, från radens första till dess sista år.",
        "Ja",
      ],
      periods: [
        "Hur många gånger mängd gånger pris räknas.",
        "Tomt betyder en gång; används i stället för år.",
        "48",
      ],
      ceiling: [
        "Det högsta pris som godtas på raden.",
        "Ett högre pris förkastar anbudet; tomt betyder inget tak.",
        "1 200",
      ],
      floor: [
        "Det lägsta pris som godtas på raden.",
        "Bara 0 är tillåtet, för att hindra negativa priser: ett golv över noll gör att ett lägre pris inte ger någon fördel.",
        "0",
      ],
      required: [
        "Om raden måste prissättas.",
        "Säg Nej bara om modellen anger vad en tom frivillig rad betyder.",
        "Ja",
      ],
      counted: [
        "Om raden ingår i det utvärderade priset.",
        "Med Nej prissätts raden och ingår i avtalsvärdet, men påverkar inte rangordningen.",
        "Nej, för en option",
      ],
      index: [
        "Det index som priset räknas upp med, år för år.",
        "Raden behöver då första och sista år; tomt betyder att priset inte räknas upp.",
        "LCI tjänstemän",
      ],
      "tier.group": [
        "Namnet på den trappa som raden är ett steg i.",
        "Alla steg i trappan har samma namn och samma mängd.",
        "Användare",
      ],
      "tier.counts": [
        "Vad steget räknar: den del av mängden som faller i steget, hela mängden, eller ett enda pris.",
        "Alla steg i en trappa räknar på samma sätt.",
        "Delen i steget",
      ],
      "tier.over": [
        "Den mängd som steget börjar över.",
        "Steget börjar där det förra slutar; tomt betyder från noll.",
        "1 000",
      ],
      "tier.upTo": [
        "Den mängd som steget räcker till, den räknad med.",
        "Tomt betyder ingen övre gräns, och hör hemma på det sista steget.",
        "5 000",
      ],
      "share.group": [
        "Namnet på de rader som delar en mängd mellan sig.",
        "Alla rader i gruppen har samma namn.",
        "Roller",
      ],
      "share.percent": [
        "Radens del av gruppens mängd, i procent.",
        "Andelarna i en grupp blir tillsammans exakt 100; en tredjedel skrivs =100/3.",
        "40",
      ],
      "surcharge.percent": [
        "Den del av mängden som betalas med tillägg, i procent.",
        "Resten av mängden betalas med priset som det är.",
        "15",
      ],
      "surcharge.factor": [
        "Det tal som priset multipliceras med på den delen.",
        "1,6 betyder 60 procent mer än priset.",
        "1,6",
      ],
      effect: [
        "Om raden är ett pris som läggs till, dras av, eller en rabatt eller avgift i procent.",
        "Tomt betyder ett pris som läggs till.",
        "Rabatt %",
      ],
      on: [
        "Den rad som procenten räknas på.",
        "Tomt betyder summan av raderna så långt.",
        "Drift och support (P2)",
      ],
      amount: [
        "Ett belopp som ni själva har publicerat, lika för alla anbud.",
        "Anbuden prissätter då inte raden.",
        "350 000",
      ],
      source: [
        "Varifrån det publicerade beloppet kommer.",
        "Källan läses av den som granskar filen.",
        "Budget 2026, egen drift",
      ],
      deliveryModels: [
        "Den leveransform som raden hör till.",
        "Tomt betyder alla; flera skrivs på bladet Pris med semikolon emellan.",
        "Egen drift (L2)",
      ],
      authority: [
        "Den enda myndighet som köper raden.",
        "Tomt betyder att alla köper den.",
        "Lindö kommun (M2)",
      ],
      per: [
        "Vad mängden gäller: raden själv, eller varje invånare.",
        "Per invånare räknas mängden upp med myndighetens antal invånare på bladet Myndigheter.",
        "Invånare",
      ],
    },
    authorities: {
      id: rowId,
      name: [
        "Myndighetens namn, som i upphandlingsdokumenten.",
        "Namnet blir rubrik på kolumnen på bladet Mängder.",
        "Lindö kommun",
      ],
      inhabitants: [
        "Myndighetens antal invånare.",
        "Behövs bara när någon rad köps per invånare.",
        "12 400",
      ],
    },
    contractPeriods: {
      id: rowId,
      name: ["Vad perioden kallas.", "Namnet används i sammanställningen.", "Option år 5–6"],
      from: ["Periodens första avtalsår.", "Avtalsåren räknas från 1.", "5"],
      to: [
        "Periodens sista avtalsår, det räknat med.",
        "Ett år får bara höra till en period.",
        "6",
      ],
      counted: [
        "Om åren ingår i det utvärderade priset.",
        "Med Nej ingår de i avtalsvärdet men inte i rangordningen.",
        "Nej",
      ],
    },
    deliveryModels: {
      id: rowId,
      name: [
        "Ett sätt att leverera som anbuden väljer mellan.",
        "Anbudets val står på bladet Anbud.",
        "Molntjänst",
      ],
    },
    indexes: {
      id: rowId,
      name: [
        "Indexets namn, som i avtalet.",
        "Skriv serien så att den går att slå upp.",
        "LCI tjänstemän",
      ],
      type: [
        "Om priset räknas upp med en fast procentsats eller med publicerade värden.",
        "Valet avgör vilka av fälten nedan som används.",
        "Fast procentsats",
      ],
      baseDate: [
        "Den dag som anbudens priser gäller för.",
        "Uppräkningen räknas från den dagen.",
        "2026-01-01",
      ],
      rate: ["Uppräkningen i procent per år.", "Används bara vid fast procentsats.", "2"],
      firstYear: [
        "Det första avtalsår då priset är uppräknat.",
        "Året före har anbudets pris.",
        "2",
      ],
      base: ["Indexets värde vid basdatumet.", "Används bara vid publicerade värden.", "112,4"],
      share: ["Den del av priset som följer index.", "Tomt betyder hela priset.", "80"],
      threshold: [
        "Den minsta ändring i index som ändrar priset.",
        "Tomt betyder ingen tröskel.",
        "3",
      ],
      rounding: [
        "Hur varje års à-pris avrundas, före nästa års.",
        "Tomt betyder exakt.",
        "2 decimaler – halva uppåt",
      ],
      "values.year": [
        "Det avtalsår som värdet gäller från.",
        "Värdet gäller till nästa år i listan.",
        "2",
      ],
      "values.value": ["Indexets publicerade värde.", "Skriv det som det är publicerat.", "115,1"],
    },
  },

  fields: {
    who: [
      "Ditt namn, som det ska stå i journalen bredvid det du gör.",
      "Namnet sparas bara i den här datorn och är ingen inloggning.",
      "Eva Alm",
    ],
    "open file": [
      "En arbetsbok med en utvärdering, eller ett dokument som programmet har gjort.",
      "Filen läses på din dator, lämnar den aldrig och ändras inte; det du gör sparas som en ny fil.",
      "verksamhetssystem.xlsx",
    ],
    createFrom: [
      "En tidigare utvärdering att börja från.",
      "Modell, kriterier och krav följer med; anbudens innehåll gör det inte.",
      "forra-upphandlingen.xlsx",
    ],
    "choose forms": [
      "De anbudsformulär som anbudsgivarna har fyllt i.",
      "Välj flera på en gång: de visas först, och sedan läses alla in, eller inget.",
      "norrvik-anbud.xlsx och lindo-berg-anbud.xlsx",
    ],
    compare: [
      "En tidigare version av samma arbetsbok.",
      "Du ser vad som har ändrats sedan dess, av vem, och vad varje ändring för sig gör med utfallet.",
      "verksamhetssystem-2026-03-04.xlsx",
    ],
    "empty.title": [
      "Vad upphandlingen heter.",
      "Namnet står överst i panelen, på bladen och i alla handlingar.",
      "Verksamhetssystem för socialtjänsten",
    ],
    "empty.caseNumber": [
      "Upphandlingens diarienummer.",
      "Bedömarblad och formulär känns igen på det, så det ska vara ärendets eget.",
      "SN 2026/118",
    ],
    "empty.authority": [
      "Den myndighet som upphandlar.",
      "Namnet står i underrättelserna.",
      "Sjövik kommun",
    ],
    "empty.keeps": [
      "Vad av exemplet som är kvar att arbeta vidare med.",
      "Anbud, priser och poäng tas alltid bort.",
      "Modell, kriterier, prisrader och krav",
    ],
    "trial.price": [
      "Det pris som ni väntar er, för att se vad modellen gör vid den prisnivån.",
      "Vad ett steg är värt i procent, och hur ofta kvaliteten avgör, beror på prisnivån. Det sparas inte.",
      "38 000 000",
    ],
    "models.price": [
      "Ett pris som du själv hittar på, för att se vad modellerna gör med det.",
      "Det sparas inte och påverkar ingen utvärdering.",
      "9 500 000",
    ],
    "models.quality": [
      "Hur mycket av full kvalitet som det påhittade anbudet når, i procent.",
      "100 är full kvalitet på alla kriterier.",
      "75",
    ],
    "import.meaning": [
      "Vad anbudsgivaren menar med ett ord i stället för ett pris.",
      "Så länge det inte är avgjort är priset tomt, och utvärderingen säger att det saknas.",
      "”Ingår” betyder priset 0",
    ],
    "import.price": [
      "Det pris som ordet betyder.",
      "Skriv 0 bara om priset verkligen är noll.",
      "0",
    ],
    "import.reason": [
      "Varför orden betyder det du har valt.",
      "Skälet står kvar i journalen.",
      "Anbudets bilaga 3 säger att införandet ingår i driftpriset.",
    ],
    "change way": [
      "Hur poängen blir ett resultat: kronor efter nivå, per poäng eller intervall, påslag, procent eller vikter.",
      "Bladen kompletteras överallt där det behövs. Det nya sättet räknar inte det förra sättets värden, men de står kvar.",
      "Kronor per poäng",
    ],
    "change scale": [
      "Den skala som kriteriet poängsätts på.",
      "Den förra skalans nivåer och värden står kvar i bladen och är där igen om du byter tillbaka.",
      "Poäng 0–10 i stället för nivåer",
    ],
    "dispute.criterion": [
      "Det kriterium som bedömningen ifrågasätts på.",
      "En grupp ändras med alla sina delkriterier.",
      "Scenario 2",
    ],
    "dispute.bid": [
      "Det anbud vars bedömning ifrågasätts.",
      "Övriga anbud räknas som de är.",
      "Norrvik (A)",
    ],
    "dispute.kind": [
      "Hur bedömningen tänks ha varit.",
      "Inget skrivs: det räknas på en kopia.",
      "Struken: lägst på skalan",
    ],
    "measure.worst": [
      "Det mätvärde som är värt noll.",
      "Det får vara större än det bästa, när mindre är bättre.",
      "8",
    ],
    "measure.best": [
      "Det mätvärde som ger full uppfyllnad.",
      "Bättre mätvärden ger inte mer.",
      "2",
    ],
    "measure.unit": ["Vad som mäts.", "Enheten står bredvid värdet i poängbladet.", "timmar"],
    "paste.text": [
      "Kraven, kopierade ur Word eller Excel med numrering och rubriker som de är.",
      "Inget förs in förrän du har sett vad varje rad blir.",
      "1.1 Systemet ska kunna ta emot en orosanmälan.",
    ],
    "paste.kind": [
      "Vilket slags krav det är.",
      "Ett krav på leverantören prövas som kvalificering, ett krav på det som köps som obligatoriskt krav.",
      "Obligatoriskt krav",
    ],
    "check.bid": ["Det anbud som prövas.", "Varje anbud prövas för sig.", "Norrvik (A)"],
    "check.area": [
      "Det område vars krav visas.",
      "Bredvid varje område står hur många krav som är kvar.",
      "Ärendehantering (12 kvar)",
    ],
    "check.filter": [
      "Vilka krav som visas.",
      "Ej prövade visar det som återstår.",
      "Förtydligande begärt",
    ],
    "check.reader": [
      "Om du prövar först, eller läser oberoende som den andra.",
      "Den andra läsaren ser inte vad den första kom fram till.",
      "Andra, oberoende",
    ],
    "check.reference": [
      "Var i anbudet svaret finns.",
      "Skriv så att en annan läsare hittar dit.",
      "Bilaga 2, s. 14",
    ],
    "check.note": [
      "Vad du kom fram till, när det behöver sägas.",
      "Vid Ej uppfyllt ska det stå varför: det är skälet som anbudsgivaren får.",
      "Loggen sparas i 12 månader, och kravet är 24.",
    ],
    "agreed.value": [
      "Den poäng som gruppen enats om för anbudet på det här kriteriet.",
      "Bedömarnas egna poäng står kvar bredvid. Ingen nivå är vald förrän du väljer den.",
      "Tre bedömare gav 3, 3 och 1, och gruppen enades om 3.",
    ],
    "agreed.rationale": [
      "Varför anbudet får just den nivån, med det som skiljer det från nivån över.",
      "Anbudsgivaren får läsa motiveringen i underrättelsen, så inga namn på bedömare.",
      "Uppgiften blev klar i första försöket, men systemet varnade inte för felet.",
    ],
    "agreed.reference": [
      "Var det syns: sida i anbudet eller minut i inspelningen.",
      "Den som granskar ska kunna hitta stället själv.",
      "Demonstration 2, 00:41",
    ],
    "changes.reason": changeReason,
    "remark.text": [
      "Din kommentar till den del av filen som visas.",
      "Den står kvar i journalen med namn och tid, och ändrar inget annat.",
      "Skälet för att förkasta C saknar sidhänvisning.",
    ],
    isRedacted: [
      "Handlingarna skrivs utan det som anbudsgivare har begärt sekretess för.",
      "Det som ett hemligt tal kan räknas ut ur maskas också.",
      "Kryssa i när handlingarna ska lämnas ut till en annan anbudsgivare.",
    ],
    saysNeeded: [
      "Underrättelserna säger vad som hade krävts för att anbudet skulle komma först.",
      "Uppgiften kan avslöja andras priser och är därför ett val.",
      "”Ert pris hade behövt vara 40 876 kronor lägre.”",
    ],
    withBlanks: [
      "Handlingarna skrivs fast motiveringar saknas, med synliga luckor.",
      "De är utkast och ska inte skickas.",
      "[Motivering saknas]",
    ],
    withPdf: [
      "Protokollet och underrättelserna sparas också som PDF för arkivet (PDF/A).",
      "PDF:en kan läsas av en skärmläsare och innehåller sina typsnitt. Word-filen är den att arbeta vidare i.",
      "Protokoll.docx och Protokoll.pdf",
    ],
    "lot-papers": [
      "Arbetsböckerna för de delar av upphandlingen som inte är öppna här.",
      "Välj alla på en gång: ett protokoll och en underrättelse till varje leverantör skrivs om alla delar.",
      "del-2.xlsx och del-3.xlsx",
    ],
  },

  keys: {
    leave: [
      "Esc",
      "Lämnar det som öppnades senast: rundturen, menyn, hjälpen, en fråga som ställs två gånger, ett formulär, en bedömning. Det skrivna står kvar, och markören går tillbaka till det som öppnade det.",
    ],
    enter: [
      "Retur",
      "I ett fält med en rad: trycker på formulärets knapp. En åtgärd som frågar två gånger utförs bara med sin knapp.",
    ],
    enterAnywhere: ["Ctrl + Retur", "Det samma från vilket fält som helst i formuläret."],
    undo: [
      "Ctrl + Z",
      "Utanför ett fält: ångrar det senaste som panelen skrev i arbetsboken, tills något registreras.",
    ],
    cell: [
      "Ctrl + M",
      "I Excel: visar den markerade cellen, vad den gör i resultatet, dess historik och var den registreras. Esc går tillbaka.",
    ],
    verdicts: [
      "U, E, F eller M, N, A",
      "På kortet för ett krav: uppfyllt, ej uppfyllt, förtydligas. Den andra raden är den engelska panelens; båda gäller i båda språken.",
    ],
    turn: [
      "Pil vänster, pil höger",
      "På kortet för ett krav eller en bedömning: den föregående och den nästa.",
    ],
    seats: [
      "Piltangenterna",
      "Bland rutorna i Gemensam bedömning: rutan bredvid, över eller under.",
    ],
    arrange: [
      "Alt + piltangenterna",
      "På ett kriteriums rad: flyttar upp och ner, lägger in och tar ut.",
    ],
  },
  glossary,
};
