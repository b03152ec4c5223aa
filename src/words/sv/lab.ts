/**
 * The laboratory's words in Swedish: what the linters ask, what a model's properties rest on, and
 * what the linters look for in a procurement's own texts. Part of the Swedish word list;
 * ../en/lab.ts is checked against it by the compiler.
 */
import { list, number, plural } from "./numbers";
import type { FindingSentences } from "../finding-sentences";
import type { Finding } from "../../core/finding";

type Details = Finding["details"];

const d = (details: Details, key: string): string => String(details[key] ?? "");
const n = (details: Details, key: string): string => number(d(details, key));

/** Why a claim about the model holds, or does not. */
export const claims = {
  "monotone-lowest-price": "Resultatet är priset.",
  "monotone-monetary": "Resultatet är priset plus belopp som inte beror på priset.",
  "monotone-percentage": "Priset multipliceras med en faktor som alltid är större än noll.",
  "monotone-price-per-quality": "Priset delas med en kvalitet som är större än noll.",
  "monotone-quality-per-price":
    "Kvaliteten delas med priset; med kvalitet över noll ger lägre pris alltid större kvot.",
  "monotone-fixed-price": "Priset är fastställt och utvärderas inte.",
  "monotone-priority-order":
    "Priset är en av grunderna; där anbud är lika på det som står före avgör varje skillnad i pris.",
  "monotone-relative-lowest":
    "Kvoten lägsta pris ÷ pris minskar för varje krona, så länge lägsta pris är över noll.",
  "monotone-relative-linear": "Andelen minskar linjärt med priset och begränsas aldrig.",
  "monotone-relative-range": "Andelen minskar linjärt med priset och begränsas aldrig.",
  "monotone-relative-mean":
    "Andelen minskar när priset stiger, även med hänsyn till att det egna priset påverkar medelvärdet.",
  "monotone-relative-slope":
    "Av två anbud med samma kvalitet får det med lägre pris alltid den högre andelen, vilken lutning som än gäller.",
  "monotone-absolute-linear": "Andelen minskar linjärt med priset och begränsas aldrig.",
  "monotone-absolute-ratio": "Kvoten referenspris ÷ pris minskar för varje krona.",
  "irrelevant-percentage":
    "Avdragen når 100 % vid full kvalitet; då är resultatet noll vid varje pris.",
  "reversed-percentage":
    "Avdragen överstiger 100 % vid full kvalitet; då är ett högre pris bättre.",
  "reversed-quotient": "Kvaliteten kan bli negativ; då blir ett högre pris bättre.",
  "price-never-read": "Priset finns inte i prioritetsordningen.",
  "price-without-weight": "Priset, eller högsta betyg, har vikten noll.",
  "price-steps":
    "Priset ger poäng efter intervall; inom ett intervall är ett lägre pris inte värt något.",
  "reversed-scale": "Prisskalan är vänd: ett högre pris ger mer, eller lika.",
  "independent-own": "Varje anbuds resultat beräknas enbart ur det egna anbudet och modellen.",
  "dependent-price": "Prisbetyget beräknas i förhållande till de andra anbudens priser.",
  "dependent-quality": "Kvaliteten beräknas i förhållande till det bästa anbudets.",
  "defined-at-zero": "Ingenting delas med priset.",
  "zero-forbidden": "Metoden delar med priset, men priset noll får inte offereras.",
  "divides-by-price": "Metoden delar med priset, som får vara noll.",
};

const because = (x: Details): string =>
  (claims as { readonly [key: string]: string })[d(x, "because")] ?? "";

const pair = (x: Details): string =>
  x["low"] === undefined
    ? ""
    : ` Exempel: två anbud med ${n(x, "quality")} % av kvaliteten, ${n(x, "low")} och ${n(x, "high")} i pris, får resultaten ${n(x, "first")} och ${n(x, "second")}.`;

const bid = (x: Details, key: string): string => {
  const [price = "", quality = ""] = (x[key] ?? []) as readonly string[];
  return `${number(price)} i pris, ${quality} % kvalitet`;
};

const reversal = (x: Details): string =>
  x["a"] === undefined
    ? ""
    : ` Exempel med tänkta anbud: A (${bid(x, "a")}) och B (${bid(x, "b")}) ger ${list(x["before"])} först. Tillkommer C (${bid(x, "c")}), som inte vinner, står ${list(x["after"])} först.`;

export const labFindings = {
  // What the laboratory is asked
  "simulate-too-few": (x) =>
    `En simulering behöver minst två anbud i varje dragning; nu är det ${x.count}. Öka --bids.`,
  "simulate-too-many": (x) =>
    `${x.count} anbud i varje dragning är fler än ${x.most}. Minska --bids.`,
  "simulate-negative-price": (x) =>
    `Prisintervallet börjar på ${number(x.from)}; ett pris kan inte vara negativt. Ange från noll.`,
  "simulate-unknown-criterion": (x) =>
    `${x.id} är inget kriterium som bedöms. De som finns är ${list(x.known, 20)}.`,
  "simulate-not-a-range": (x) =>
    `”${x.from}..${x.to}” för ${x.field} är inget intervall av tal. Skriv till exempel 1000000..2500000.`,
  "simulate-range-turned": (x) =>
    `Intervallet för ${x.field} går från ${x.from} ned till ${x.to}. Skriv det lägsta först.`,
  "simulate-off-scale": (x) =>
    `Intervallet ${x.from}..${x.to} för ${x.id} ryms inte på skalan ${x.lowest}–${x.highest}. Ange värden som finns på skalan.`,
  "simulate-models-differ": (x) =>
    `Modellerna bedömer inte samma kriterier på samma skalor (${list(x.ids)}), så samma dragningar kan inte prövas i båda.`,
  "whatif-unknown-bid": (x) => `Anbud ${x.id} finns inte. De som finns är ${list(x.known, 20)}.`,
  "whatif-unknown-criterion": (x) =>
    `${x.id} är inget kriterium i modellen. De som bedöms är ${list(x.known, 20)}.`,
  "whatif-unknown-requirement": (x) => `Krav ${x.id} finns inte i kravlistan.`,
  "whatif-off-scale": (x) =>
    `Värdet ${x.value} finns inte på skalan för ${x.id} (${x.lowest}–${x.highest}).`,
  // The price
  "price-not-strictly-monotone": (x) =>
    `Ett lägre pris är inte alltid bättre i modellen. ${because(x)}${pair(x)} ${x.because === "price-steps" ? "Prisintervall underkändes i HFD 2022 ref. 41." : "Jämför HFD 2022 ref. 41, där en modell underkändes bland annat för att ett lägre pris inte alltid gav en fördel."} Välj en annan prisskala, eller godta anmärkningen med skäl.`,
  "price-irrelevant-at-full-quality": (x) =>
    `Procentavdragen når 100 %, så vid full kvalitet saknar priset betydelse.${pair(x)} Sänk avdragen, eller uttryck dem i kronor.`,
  "price-bands-not-rising": () =>
    "Prisintervallen står inte i stigande ordning, eller överlappar. Ordna dem från lägsta till högsta ”till och med”.",
  "price-bands-end": (x) =>
    `Ett pris över ${number(x.last)} ligger utanför prisintervallen och ger inget resultat. Ange ett takpris, eller ett sista intervall som räcker.`,
  "price-zero-undefined": () =>
    "Prisskalan delar med priset, och 0 kr får offereras; då kan inget resultat beräknas. Skriv i upphandlingsdokumenten hur ett nollpris hanteras, och ange det i fältet Nollpris.",
  "price-undefined-when-equal": () =>
    "Prisskalan delar med skillnaden mellan högsta och lägsta pris. Är priserna lika, eller finns bara ett anbud, kan inget resultat beräknas. Välj en skala mot fasta priser.",
  "quotient-zero-possible": (x) =>
    x.divisor === "price"
      ? "Kvoten delar med priset, och 0 kr får offereras; då kan inget resultat beräknas. Skriv i upphandlingsdokumenten att priset noll inte får offereras, och ange det i fältet Nollpris."
      : "Kvoten delar med kvaliteten, och kvaliteten kan bli noll; då kan inget resultat beräknas. Ange ett lägsta värde på minst ett kriterium.",
  // Other bids
  "rank-depends-on-other-bids": (x) =>
    `Rangordningen mellan två anbud kan ändras av ett tredje som inte vinner. ${because(x)}${reversal(x)} Lunander (Konkurrensverket 2009:12) avråder från relativa prispoäng. Välj en skala mot fasta priser, eller var beredd att motivera valet.`,
  "slope-rewards-higher-price": (x) =>
    `Ett anbud strax över lägsta pris + ${number(x.zeroAt)} % får ${number(x.share)} % av högsta betyg på den bredare lutningen, men noll om det sänker priset till gränsen. Ett sänkt pris kan alltså ge färre poäng (jämför HFD 2022 ref. 41). Välj en enda lutning eller en skala mot fasta priser, eller var beredd att motivera valet.`,
  "anchor-equals-lowest-bid": (x) =>
    `Prisskalans fasta värde ${number(x.value)} är lika med det lägsta anbudspriset. Är det inskrivet efter öppningen? Jämför med upphandlingsdokumenten, och rätta värdet om det inte är det som publicerades.`,
  // Rules that are missing
  "optional-row-rule-missing": (x) =>
    `${Array.isArray(x.ids) && x.ids.length === 1 ? `Prisraden ${list(x.ids)} är frivillig` : `Prisraderna ${list(x.ids)} är frivilliga`}, men modellen säger inte vad som gäller när ett anbud lämnar en sådan rad tom. Skriv det i upphandlingsdokumenten och ange det i raden ”Tom frivillig prisrad”, eller gör ${Array.isArray(x.ids) && x.ids.length === 1 ? "raden obligatorisk" : "raderna obligatoriska"}.`,
  "tie-rule-missing": () =>
    "Modellen säger inte vad som gäller om två anbud får samma resultat. LOU har ingen regel om det. Skriv särskiljningen i upphandlingsdokumenten, till exempel högst avdrag och därefter lottning.",
  "tie-rule-without-effect": () =>
    "Särskiljning genom högst avdrag har ingen verkan i den här metoden, som inte har några avdrag i kronor. Välj ett kriterium, lägst pris eller lottning.",
  "tie-chain-may-end": () =>
    "Särskiljningsreglerna kan ta slut utan att skilja anbuden åt. Lägg till lottning sist, om det är vad dokumenten säger.",
  "rounding-rule-missing": () =>
    "Modellen säger inte om resultatet avrundas. Här räknas exakt. Skriv en avrundning, eller ”Exakt”, så att dokumenten och beräkningen säger samma sak.",
  "rounding-hides-price": (x) =>
    `Avrundningen döljer prisskillnader: vid ${number(x.price)} måste priset sänkas med ${number(x.cut)} innan resultatet ändras. Avrunda finare, eller inte alls.`,
  // Criteria
  "bands-have-gap": (x) =>
    `Poängintervallen för ${x.name} (${x.id}) lämnar luckor: ${list(x.gaps)}. ${x.averaged === "yes" ? "Poängen är ett medelvärde och kan hamna mellan hela poäng. " : ""}För sådana poäng är avdraget inte bestämt. Låt intervallen täcka hela skalan utan luckor.`,
  "bands-overlap": (x) =>
    `Poängintervallen för ${x.name} (${x.id}) överlappar (${list(x.overlaps)}); båda gränserna ingår. För sådana poäng finns två avdrag. Skilj intervallen åt.`,
  "bands-between-points": (x) =>
    `Intervallen för ${x.name} (${x.id}) går mellan hela poäng, men skalan tillåter decimaler. Ange steget 1 på skalan om bara hela poäng ges.`,
  "minimum-contradicts-bands": (x) =>
    `Intervallen ${list(x.bands)} för ${x.name} (${x.id}) ligger under de lägsta poäng ett anbud får ha (${number(x.least)}); ett sådant anbud förkastas. Rätta gränsen eller intervallen.`,
  "minimum-in-two-ways": (x) =>
    `${x.name} (${x.id}) har både en lägsta summa (${number(x.whole)}) och lägsta värden på ${list(x.ids)}. Här måste båda hållas. Säger dokumenten ”och” eller ”eller”? Skriv regeln så att den bara kan läsas på ett sätt.`,
  "minimum-between-points": (x) =>
    `Lägsta summa för ${x.name} (${x.id}) är ${number(x.whole)}, men poängen kan vara decimaler. ”Minst ${number(x.whole)}” och ”högre än ${number(x.whole)} minus ett” är då olika regler. Kontrollera ordalydelsen i dokumenten.`,
  "announced-maximum-differs": (x) =>
    `Texten till ${x.name} (${x.id}) säger ”${x.announced}”, men formeln räknar med högst ${number(x.used)}. En formel med 16 där 15 var utlovat har lett till upphävt beslut (Kontich, RvS 266.216). Rätta texten eller modellen.`,
  "cap-without-effect": (x) =>
    `Högsta avdrag för ${x.name} (${x.id}) är ${number(x.cap)}, men avdraget kan som mest bli ${number(x.most)}. Taket har ingen verkan; ta bort det eller rätta beloppen.`,
  "criterion-cannot-matter": (x) =>
    `Kriteriet ${x.name} (${x.id}) är värt noll och kan inte påverka rangordningen. Ge det ett värde, eller ta bort det.`,
  "criterion-same-for-all": (x) =>
    `Alla ${x.count} anbud får lika mycket på ${x.name} (${x.id}), så kriteriet skiljer inte anbuden åt. Kontrollera att bedömningen är gjord anbud för anbud.`,
  "many-small-deductions": (x) =>
    `Modellen har ${plural(x.count, "kriterium", "kriterier")} med egna avdrag. Många små avdrag är svåra att överblicka; samla dem som poäng under några få kriterier och ange belopp för dessa.`,
  "deductions-exceed-price": (x) =>
    `Mervärdena är tillsammans värda ${number(x.total)}, mer än ${x.from === "ceiling" ? "takpriset" : "lägsta pris"} ${number(x.price)}. Kvaliteten avgör då nästan ensam. Är det avsikten?`,
  "deductions-below-price-gap": (x) =>
    `Mervärdena är tillsammans värda ${number(x.total)}, mindre än ${number(x.gap)} som skiljer de två lägsta priserna. Kvaliteten kan då inte ändra vem som vinner.`,
  "deductions-too-small": (x) =>
    `Mervärdena är tillsammans värda ${number(x.total)}, mindre än en procent av ${x.from === "ceiling" ? "takpriset" : "lägsta pris"} ${number(x.price)}. De avgör troligen aldrig. Är det avsikten?`,
  "self-check-fails": (x) =>
    `Egenkontrollen ”${x.name}” håller inte. Det är ett fel i programmet, inte i anbuden. Använd inte resultatet; rapportera felet.`,
  // Requirement texts
  "requirement-absolute": (x) =>
    `”${x.word}” i krav ${x.id}: gäller det verkligen utan undantag, och hur visas det? Ett enda fall som inte uppfylls gör att anbudet måste förkastas.`,
  "requirement-near-duplicate": (x) =>
    x.ids.length === 2
      ? `Krav ${x.ids.join(" och ")} är nästan lika (${x.share} % samma ord). Behövs båda?`
      : `${x.ids.length} krav är nästan lika (minst ${x.share} % samma ord): ${list(x.ids)}. Behövs alla?`,
  "requirement-contradiction": (x) =>
    `${x.ids.length === 2 ? `Krav ${x.ids.join(" och ")} har` : `${x.ids.length} krav (${list(x.ids)}) har`} nästan samma lydelse men ${[
      ...(x.figures.length === 0 ? [] : [`olika tal (${list(x.figures)})`]),
      ...(x.negation === "differs" ? ["olika svar på om något ska eller inte ska gälla"] : []),
    ].join(" och ")}. Vilket gäller?`,
  "requirement-detail": (x) =>
    `”${x.word}” i krav ${x.id} beskriver hur lösningen ser ut, inte vad den ska åstadkomma. Räcker det att beskriva funktionen?`,
  "requirement-twice": (x) =>
    `Krav ${x.id} innehåller flera krav i en mening (”${x.words}”). Dela upp det, så att vart och ett kan prövas för sig.`,
  "requirement-without-verification": (x) =>
    `${plural(x.count, "krav säger inte hur det verifieras", "krav säger inte hur de verifieras")} (${list(x.ids)}). Ange beskrivning, demonstration, dokument, referens eller egen försäkran.`,
  "requirements-per-area": (x) =>
    `Kraven per område: ${list(x.areas, 30)}. Varje obligatoriskt krav kan leda till att ett anbud förkastas; behövs alla?`,
} satisfies Partial<FindingSentences>;

/**
 * What is looked for in the procurement's own texts, as regular expressions; every language's are
 * tried on every text.
 */
export const looksFor = {
  /** "högst 15 poäng", "max 75 000 kr": the figure and its unit. */
  maximum:
    "(?:max(?:imalt|imum)?|högst|som mest|upp till)\\.?\\s+(\\d[\\d \\u00a0\\u202f]*(?:,\\d+)?)\\s*(poäng|p\\b|kr\\b|kronor|sek\\b|%|procent)",
  /** What a sentence about a criterion's worth speaks of. */
  worth: "\\b(\\p{L}*avdrag\\p{L}*|påslag\\p{L}*|mervärde\\p{L}*|värd|värt|vikt\\p{L}*|väger)\\b",
  absolute:
    "\\b(all|alla|allt|samtliga|full|fullt|fullständig|fullständigt|alltid|aldrig|inga|ingen|helt)\\b",
  detail:
    "\\b(knapp(?:en|ar)?|klick(?:a|ar|ning)?|högerklick\\p{L}*|dubbelklick\\p{L}*|rullist\\p{L}*|rullgardin\\p{L}*|kryssrut\\p{L}*|flik(?:en|ar)?|ikon(?:en|er)?|menyrad\\p{L}*|popup\\p{L}*|teckensnitt\\p{L}*|färg(?:en|er)?)\\b",
  obligation: "\\b(ska|skall|måste)\\b",
  and: "\\b(och|samt)\\b",
  negation: "\\b(inte|ej|aldrig|utan)\\b",
  /** Words that say nothing of what a text is about. */
  common:
    "\\b(och|att|i|på|av|för|med|som|den|det|de|en|ett|ska|skall|måste|kan|vara|är|till|från|vid|om|eller|systemet|leverantören|anbudsgivaren|samt|så|via|per)\\b",
};

/** What the laboratory says on its sheets and in a terminal. */
export const lab = {
  yes: "Ja",
  no: "Nej",
  any: "vilket pris som helst",
  none: "inget pris",
  everyone: "alla",
  percent: (part: string): string => `${part} %`,
  robustness:
    "Visar hur robust utfallet är. Det är aldrig ett råd att ändra en bedömning, och inget av det skrivs in i utvärderingen.",
  properties: {
    title: "Modellens egenskaper",
    property: "Egenskap",
    answer: "Svar",
    why: "Varför",
    monotone: "Lägre pris är alltid bättre",
    independent: "Andra anbud kan inte ändra ordningen mellan två",
    definedAtZero: "Resultatet kan beräknas vid priset noll",
    direction: "Bäst resultat är",
    lowest: "lägst",
    highest: "högst",
  },
  worth: {
    title: "Vad ett steg är värt",
    criterion: "Kriterium",
    least: (currency: string): string => `Minst (${currency})`,
    most: (currency: string): string => `Mest (${currency})`,
    share: "Mest, % av priset",
    note: (price: string, from: string): string =>
      `Vad priset får stiga för ett steg bättre, räknat vid ${from} ${number(price)}.`,
    from: {
      stated: "det väntade priset",
      "lowest-bid": "lägsta anbudspris",
      ceiling: "takpriset",
      scale: "prisskalans pris",
      assumed: "ett antaget pris av",
    },
    sentence: (name: string, amount: string, share: string, from: string): string =>
      `Ett steg på ${name} är värt ${amount}, ${number(share)} % av ${from}.`,
  },
  weights: {
    title: "Vikter",
    price: "Pris",
    nominal: "Nominell vikt %",
    effective: "Verklig vikt %",
    note: "Nominell vikt är den publicerade. Verklig vikt är den del av skillnaderna mellan anbudens resultat som kriteriet orsakar (största minus minsta bidrag); den finns först när anbuden är bedömda.",
  },
  rivals: {
    title: "Pris för att slå ett perfekt anbud",
    quality: "Konkurrentens kvalitet",
    highest: (currency: string): string => `Högsta pris som vinner (${currency})`,
    note: (price: string): string =>
      `Ett anbud med full kvalitet till ${number(price)}. Finns inget pris kan ingen prissänkning vinna.`,
  },
  simulation: {
    title: "Simulering",
    measure: "Mått",
    model: (count: number): string => `Modell ${count}`,
    draws: "Antal dragningar",
    seed: "Slumpfrö",
    bids: "Anbud per dragning",
    imagined: (id: string): string => `Tänkt anbud (${id})`,
    prices: "Priser",
    drawn: "Pris som dras",
    drawnTotals: "ett totalpris för varje tänkt anbud, inte rad för rad",
    lowest: "Lägsta pris vinner",
    quality: "Kvalitet slår lägsta pris",
    ties: "Delad förstaplats",
    nobody: "Inget anbud kan vinna",
    confirmed: "Avgjorda med exakt beräkning",
    stopped: "avbruten",
    wins: "Vem som vinner",
    bid: "Anbud",
    won: "Vinner",
    rejected: "Förkastas",
    decides: "Hur ofta varje kriterium avgör",
    decidesNote:
      "Andel av dragningarna där någon annan hade vunnit om alla fått full poäng på kriteriet.",
    note: "Tänkta anbud, dragna slumpmässigt och lika ofta inom de angivna gränserna. Samma frö ger samma tal på varje dator. Det är en prövning av modellen, inte en prognos.",
    progress: (bar: string, percent: string): string => `Simulerar ${bar} ${percent} %`,
  },
  questions: {
    title: "Frågor om modellen",
    severity: "Grad",
    question: "Anmärkning",
    none: "Inga anmärkningar på modellen.",
  },
  outcome: {
    title: "Resultatets delar",
    bid: "Anbud",
    result: "Resultat",
    conclusion: (first: string, second: string): string => `${first} är först, ${second} därnäst.`,
  },
  scoreTips: {
    title: "Ett steg som ändrar vem som är först",
    bid: "Anbud",
    criterion: "Kriterium",
    by: "Bedömare",
    from: "Från",
    to: "Till",
    leader: "Först blir",
    none: "Inget enskilt steg på någon bedömning ändrar vem som är först.",
    conclusion: (count: number): string =>
      count === 1
        ? "1 enskilt steg på en bedömning ändrar vem som är först."
        : `${count} enskilda steg på bedömningar ändrar vem som är först.`,
  },
  rowTips: {
    title: "Prisrader där minst ändring avgör vem som är först",
    note: "Allt annat lika är anbudet ensamt först till och med gränsen. Den som är först kan höja sitt pris dit; den som inte är det måste sänka det dit. Ligger radens takpris närmare är det gränsen, eftersom ett anbud över det förkastas. Rader där anbudet inte kan bli först ens vid noll visas inte.",
    bid: "Anbud",
    row: "Prisrad",
    from: "À-pris",
    to: "Gräns",
    change: "Ändring %",
  },
  priceTips: {
    title: "Högsta pris för att vara ensam först",
    bid: "Anbud",
    highest: "Högsta pris",
    change: "Ändring",
    conclusion: (bid: string, cut: string): string =>
      `Närmast är anbud ${bid}, som skulle ha behövt vara ${number(cut)} lägre.`,
  },
  reversals: {
    title: "Om ett anbud inte fanns, eller tillkom",
    third: "Anbud",
    before: "Först utan det",
    after: "Först med det",
    absent: "lämnas utanför",
    added: "tänkt anbud",
    none: "Inget anbud som inte vinner ändrar vem som är först.",
    conclusion: (count: number): string =>
      `${count} anbud som inte vinner skulle ändra vem som är först.`,
  },
  sensitivity: {
    title: "Om ett kriterium hade varit värt mer eller mindre",
    criterion: "Kriterium",
    low: "Ned till (× publicerat värde)",
    lowBid: "Lika med vid undre gränsen",
    high: "Upp till (× publicerat värde)",
    highBid: "Lika med vid övre gränsen",
    line: (name: string): string => `Resultat när värdet av ${name} ändras`,
    times: "× publicerat värde",
    noBound: "ingen gräns",
    conclusion: (names: readonly string[]): string =>
      names.length === 0
        ? "Samma anbud är först vilket värde kriterierna än har."
        : `Ett annat värde på ${list(names, 4)} kan ändra vem som är först.`,
  },
  outlook: {
    title: "Kan fortfarande vinna",
    bid: "Anbud",
    can: "Kan vinna",
    best: "Bästa plats",
    worst: "Sämsta plats",
    rejected: "kan förkastas",
    conclusion: (bids: readonly string[]): string =>
      bids.length === 0 ? "Inget anbud kan vinna." : `Kan vinna: ${list(bids)}.`,
    relative:
      "Modellen räknar anbuden mot varandra. Vilka som ännu kan vinna går inte att avgöra förrän allt är bedömt.",
  },
  whatIf: {
    title: "Om det som är tvistigt hade varit annorlunda",
    bid: "Anbud",
    before: "Resultat nu",
    after: "Resultat då",
    rankBefore: "Plats nu",
    rankAfter: "Plats då",
    changes: "Utfallet ändras.",
    stands: "Utfallet står sig.",
    none: "Det finns inget utfall att pröva än: inget anbud har något resultat.",
    canLead: (bids: string): string =>
      `Med någon tillåten bedömning på de tvistiga punkterna kan ${bids} komma först.`,
    cannot: "Ingen tillåten bedömning på de tvistiga punkterna ändrar vem som är först.",
    law: "Rätten prövar om felet har medfört att leverantören lidit eller kan komma att lida skada (20 kap. 6 § LOU).",
  },
};

/**
 * The model in plain words, one sentence a fact. What stands in braces is filled in when the text
 * is written and read back when it is compared, so each sentence must be told from every other.
 */
export const modelText = {
  title: "Så utvärderas anbuden",
  criteria: "Kriterier",
  example: "Räkneexempel",
  exampleNote: "Tänkta anbud, räknade av samma program som utvärderar.",
  priceKey: "priset",
  sentences: {
    basis: "Grund för utvärdering: {basis}.",
    "lowest-price": "Anbudets {label} är dess pris. Lägst {label} vinner.",
    monetary:
      "Anbudets {label} är dess pris minus avdragen och plus påslagen nedan, i {currency}. Lägst {label} vinner.",
    constant: "Till varje anbud läggs {decimal} {currency}.",
    percentage:
      "Anbudets {label} är dess pris minus avdragen och plus påslagen nedan, i procent av det egna priset. Lägst {label} vinner.",
    "price-per-quality":
      "Anbudets {label} är dess pris delat med dess kvalitet. Lägst {label} vinner. Kvaliteten är summan av vikt gånger uppfyllnadsandel.",
    "quality-per-price":
      "Anbudets {label} är dess kvalitet delad med dess pris. Högst {label} vinner. Kvaliteten är summan av vikt gånger uppfyllnadsandel.",
    multiplier: "Kvoten multipliceras med {decimal}.",
    points:
      "Anbudets {label} är summan av vikt gånger betyg för priset och kriterierna. Högst {label} vinner. Högsta betyg är {decimal}.",
    priceWeight: "Priset väger {decimal} %.",
    "relative-lowest": "Priset får högsta betyg gånger lägsta pris delat med priset.",
    "relative-linear":
      "Priset får högsta betyg gånger ett minus skillnaden till lägsta pris delad med lägsta pris.",
    "relative-range":
      "Priset får högsta betyg gånger ett minus skillnaden till lägsta pris delad med skillnaden mellan högsta och lägsta pris.",
    "relative-mean":
      "Priset får halva högsta betyget vid medelpriset, och {decimal} procentenheter mindre för varje procent över det.",
    "relative-slope":
      "Priset får högsta betyg vid lägsta pris och noll vid lägsta pris plus {decimal} %, rätlinjigt däremellan och utanför.",
    "wider-slope":
      "Ligger något anbud mer än {decimal} % över lägsta pris ges för alla anbud noll vid lägsta pris plus {second} % i stället.",
    "absolute-linear":
      "Priset får högsta betyg vid {decimal} {currency} och noll vid {second} {currency}, rätlinjigt däremellan och utanför.",
    "absolute-ratio": "Priset får högsta betyg gånger {decimal} {currency} delat med priset.",
    bands: "Priset får betyg efter intervall.",
    priceBand: "Ett pris till och med {decimal} {currency} får {second} gånger högsta betyg.",
    "as-is": "Kriteriernas betyg är högsta betyg gånger uppfyllnadsandelen.",
    rescaled:
      "Kriteriernas betyg är högsta betyg gånger uppfyllnadsandelen delad med bästa anbudets.",
    "fixed-price":
      "Priset är fastställt till {decimal} {currency} och utvärderas inte. Anbudets {label} är summan av vikt gånger betyg 0–100 för kriterierna. Högst {label} vinner.",
    "priority-order":
      "Resultatet ({label}) är platsen vid jämförelse i denna ordning, där första skillnaden avgör: {ids}. En högre uppfyllnadsandel är bättre.",
    lowerPriceFirst: "Ett lägre pris är bättre.",
    ceiling: "Ett anbud med högre pris än {decimal} {currency} förkastas.",
    "contracts-common": "Myndigheterna tilldelar ett gemensamt kontrakt på sin gemensamma summa.",
    "contracts-separate":
      "Varje myndighet tilldelar ett eget kontrakt på sin egen summa. Beloppen i {currency} gäller varje kontrakt för sig.",
    "blank-highest":
      "En frivillig prisrad som ett anbud lämnar tom räknas med det högsta priset bland de andra jämförda anbuden.",
    "blank-left-out":
      "En frivillig prisrad som något jämfört anbud lämnar tom räknas bort för alla anbud.",
    "blank-rejected":
      "Ett anbud som lämnar en frivillig prisrad tom förkastas om något annat anbud prissätter den.",
    priceDecimals: "Priserna lämnas med högst {count} decimaler.",
    zeroAllowed: "Priset noll får offereras.",
    zeroForbidden: "Ett anbud med priset noll eller lägre förkastas.",
    roundedPrice: "Priset avrundas till {count} decimaler, {mode}.",
    exactPrice: "Priset avrundas inte.",
    roundedGrades: "Betygen avrundas till {count} decimaler, {mode}.",
    exactGrades: "Betygen avrundas inte.",
    roundedResult: "Resultatet avrundas till {count} decimaler, {mode}.",
    exactResult: "Resultatet avrundas inte.",
    ties: "Får anbud samma resultat gäller i tur och ordning: {ties}.",
    noTies: "Modellen säger inte vad som gäller om anbud får samma resultat.",
    winners: "Antal anbud som antas: {count}.",
    invited: "Antal anbudssökande som bjuds in: {count}.",
    criterion: "{outline} {name} ({id})",
    description: "Beskrivning: {name}",
    weight: "Vikt: {decimal} %.",
    deduction: "Avdrag vid full uppfyllnad: {decimal} {currency}.",
    addition: "Påslag vid ingen uppfyllnad: {decimal} {currency}.",
    perPoint: "Avdrag per poäng: {decimal} {currency}.",
    band: "Från och med {decimal} till och med {second} poäng: avdrag {third} {currency}.",
    cap: "Avdraget är högst {decimal} {currency}.",
    deductionPercent: "Avdrag vid full uppfyllnad: {decimal} % av priset.",
    additionPercent: "Påslag vid ingen uppfyllnad: {decimal} % av priset.",
    aggregateWeights: "Delarna vägs samman efter sina vikter.",
    aggregatePoints: "Delarnas poäng läggs ihop.",
    "yes-no": "Bedöms med ja eller nej; ja är full uppfyllnad.",
    levels: "Bedöms i nivåer; högsta nivån är full uppfyllnad:",
    level: "Nivå {decimal}: {name}",
    pointsScale: "Bedöms med poäng från {decimal} till {second}; högsta poäng är full uppfyllnad.",
    step: "Poängen ges i steg om {decimal}.",
    measure:
      "Mäts i {name}; {decimal} är ingen och {second} full uppfyllnad, rätlinjigt däremellan.",
    sus: "Mäts med SUS-enkät; 100 är full uppfyllnad.",
    minimum: "Lägsta godtagna värde: {figure}. Ett anbud under det förkastas.",
    minimumShare: "Lägsta godtagna uppfyllnad: {decimal} %. Ett anbud under det förkastas.",
    minimumPoints: "Lägsta godtagna poäng: {decimal}. Ett anbud under det förkastas.",
    consensus: "Bedömarna enas om ett värde.",
    mean: "Värdet är medelvärdet av bedömarnas.",
    median: "Värdet är medianen av bedömarnas.",
    perParticipant: "Varje testperson ger ett värde; värdet är medelvärdet över testpersonerna.",
    perConsultant:
      "Varje erbjuden konsult bedöms; värdet är medelvärdet, och den svagaste ska nå lägsta godtagna värde.",
  },
  differs: (place: string, text: string, model: string): string =>
    `${place}: texten säger ”${text}”, modellen ”${model}”`,
  exampleDiffers: "Räkneexemplet i texten är inte det som modellen ger. Skriv ut det på nytt.",
  unknownLine: (line: number, text: string): string =>
    `Rad ${line} är ingen mening i modellens text och lästes inte: ”${text}”`,
  agrees: "Texten och modellen säger samma sak.",
};
