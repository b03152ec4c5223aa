/**
 * The pane's words in Swedish, and what is in its templates. Loaded by themselves, so that the pane
 * opens fast.
 */
import type { Widened } from "../shape";
import { modelChanges } from "./model-changes";
import { sheetMention } from "./sheet";
import { library, template, templates } from "./templates";

const plural = (count: number, one: string, many: string): string =>
  `${count.toLocaleString("sv-SE")} ${count === 1 ? one : many}`;

export const pane = {
  title: (step: string): string => `Mervärde – ${step}`,
  sheetMention,
  language: "Språk",
  steps: {
    begin: "Start",
    model: "Modell",
    requirements: "Krav",
    scores: "Poäng",
    result: "Resultat",
    sensitivity: "Känslighet",
    review: "Granska",
  },
  product: "Mervärde",
  stepsLabel: "Arbetets steg",
  chooseFile: "Välj fil …",
  chooseFiles: "Välj filer …",
  help: {
    menu: "Hjälp",
    about: (label: string): string => `Hjälp om ${label}`,
    example: "Exempel:",
    titles: {
      glossary: "Ordlista",
      keys: "Tangenter",
      handbook: "Användarhandbok",
      troubles: "Om något inte går",
    },
    back: (step: string): string => `Tillbaka till ${step}`,
    seek: "Sök i ordlistan",
    terms: (count: number): string => plural(count, "ord", "ord"),
    tour: {
      title: "Rundtur",
      at: (at: number, of: number, title: string): string => `${at} av ${of}: ${title}`,
      leave: "Lämna rundturen",
      done: "Klar",
      stops: [
        [
          "Var upphandlingen står",
          "Överst står upphandlingens namn, vad som är gjort (publicerad, öppnad, kvalitet, priser, fastställd, beslut) och hur mycket som återstår.",
        ],
        [
          "Stegen",
          "Arbetet går från Start till Granska. En bock betyder klart, en siffra hur mycket som återstår och ett utropstecken att något är fel.",
        ],
        [
          "Steget",
          "Här görs arbetet. Det du skriver i arbetsboken syns här av sig självt, och varje anmärkning har en länk till sin cell.",
        ],
        [
          "Frågetecknet",
          "Tryck på ? för att läsa vad ett steg eller ett fält är, med ett exempel. Esc stänger.",
        ],
        [
          "Hjälp",
          "Här finns ordlistan, användarhandboken och rundturen igen. Allt läses utan nätverk.",
        ],
      ] as readonly (readonly [title: string, what: string])[],
    },
  },
  marks: {
    done: "klart",
    remaining: (count: number): string => `${count.toLocaleString("sv-SE")} återstår`,
    wrong: (count: number): string => `${count.toLocaleString("sv-SE")} fel`,
  },
  outdated: "inaktuellt",
  working: "Arbetar …",
  cancel: "Avbryt",
  keep: "Nej, låt vara",
  confirm: (what: string): string => `Ja, ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
  reading: "Läser arbetsboken …",
  readAgain: "Läs arbetsboken igen",
  secondPane:
    "Mervärde är redan öppet i en annan panel för den här arbetsboken, så den här panelen visar bara och skriver inte. Stäng en av dem.",
  askAgain:
    "Arbetsboken har lästs på nytt sedan dess. Tryck igen för ett svar om den som den är nu.",
  goToPart: "Gå till en del av steget",
  goTo: (cell: string): string => `Gå till ${cell}`,
  toForm: "Till uppgiften",
  inFile: (cell: string): string => `I filen: ${cell}`,
  noFindings: "Inga anmärkningar.",
  ofTotal: (done: number, total: number): string =>
    `${done.toLocaleString("sv-SE")} av ${total.toLocaleString("sv-SE")}`,
  sameKind: (count: number, places: string): string =>
    `${count.toLocaleString("sv-SE")} till av samma slag${places === "" ? "" : `: ${places}`}`,
  more: (count: number): string => `… och ${count.toLocaleString("sv-SE")} till`,
  showMore: (count: number): string => `Visa ${count.toLocaleString("sv-SE")} till`,
  bug: (why: string): string =>
    `Ett fel i programmet. Ingenting i arbetsboken är borttaget. Läs arbetsboken igen; om felet kommer tillbaka, skicka den här texten till den som förvaltar Mervärde: ${why}`,

  standing: {
    label: "Läget i upphandlingen",
    stale: (time: string): string => `Arbetsboken har ändrats. Det som visas lästes kl. ${time}.`,
    readingAgain: "Arbetsboken har ändrats. Räknar om …",
    short: {
      published: "Publicerad",
      "bids-opened": "Öppnad",
      "quality-fixed": "Kvalitet",
      "prices-opened": "Priser",
      finalised: "Fastställd",
      decided: "Beslut",
    },
    /** What is left at each step. */
    left: {
      model: (count: number): string => `${plural(count, "fråga", "frågor")} om modellen`,
      requirements: (count: number): string => `${plural(count, "krav", "krav")} att pröva`,
      scores: (count: number): string => `${plural(count, "poäng", "poäng")} att sätta`,
      result: (count: number): string => `${plural(count, "sak", "saker")} före tilldelning`,
    },
    remaining: "Återstår:",
    wrong: (step: string, count: number): string => `${plural(count, "fel", "fel")} i ${step}`,
    changed: (step: string, count: number): string =>
      `${step}: ${plural(count, "ändrad uppgift räknas inte än", "ändrade uppgifter räknas inte än")}`,
  },
  changes: {
    title: (count: number): string =>
      `${plural(count, "uppgift avviker", "uppgifter avviker")} från det registrerade`,
    hints: {
      requirements:
        "Det ändrade räknas inte förrän det är registrerat med ett skäl. Ett anbud som återkallats eller förkastas registreras som det, under Frågor och beslut. Är något fel ändrat: ställ tillbaka cellen.",
      scores:
        "Det ändrade räknas inte förrän det är registrerat med ett skäl. Är något fel ändrat: ställ tillbaka cellen.",
      result:
        "Det ändrade räknas inte förrän det är registrerat med ett skäl. Rättas eller förtydligas ett pris skrivs det på bladet Förtydliganden, och cellen ställs tillbaka till vad anbudet sade.",
    },
    recorded: "Registrerat",
    now: "Nu",
    nothing: "inget",
    others: (count: number): string =>
      `och ${plural(count, "uppgift till i samma anbud", "uppgifter till i samma anbud")}`,
    markAll: "Markera alla",
    markFirst: "Markera det som ska registreras först.",
    reason: "Varför det ändrats",
    record: (count: number): string =>
      count === 1
        ? "Registrera ändringen"
        : `Registrera ${count.toLocaleString("sv-SE")} ändringar`,
  },
  begin: {
    noTables: "Den här arbetsboken har ingen utvärdering än.",
    counts: (bids: number, requirements: number, criteria: number): string =>
      `${plural(bids, "anbud", "anbud")}, ${plural(requirements, "krav", "krav")}, ${plural(criteria, "huvudkriterium", "huvudkriterier")}.`,
    next: {
      model: "Fortsätt med modellen",
      requirements: "Fortsätt med kravprövningen",
      scores: "Fortsätt med poängen",
      result: "Till resultatet",
    },
    noCaseNumber: "Diarienumret saknas.",
    noBids: "Inga anbud är inlagda än.",
    unreadable: "Arbetsboken går inte att läsa än",
    unreadableHelp: "Det här behöver rättas i arbetsboken. Ingenting är ändrat.",
    create: "Ny utvärdering",
    choose: "Utvärderingsmodell",
    templates,
    createSample: "Skapa med exempeldata",
    sampleHint: {
      excel: "Bladen läggs till sist i arbetsboken, ifyllda med ett exempel som kan tas bort igen.",
      file: "En ny arbetsbok, ifylld med ett exempel som kan tas bort igen. Den sparas när du trycker på Spara.",
    },
    fromEarlier:
      "Eller börja från en tidigare utvärdering (modell, kriterier och krav följer med; anbuden och diarienumret inte)",
    sample: "Exempeldata",
    sampleUntouched: "Det här är exemplet. Pröva fritt, och töm eller ta sedan bort det.",
    sampleChanged: "Det här började som exemplet och har ändrats.",
    emptySample: "Töm exemplet",
    emptyHint:
      "Gör exemplet till en egen upphandling: alla blad finns kvar, utan anbud, priser, poäng och journal.",
    emptyFields: {
      title: "Upphandlingens namn",
      caseNumber: "Diarienummer",
      authority: "Upphandlande myndighet",
      keeps: "Vad som är kvar",
    },
    emptyKeeps: {
      requirements: "Modell, kriterier, prisrader och krav",
      criteria: "Modell, kriterier och prisrader",
    },
    emptyMissing: "Skriv upphandlingens namn, diarienummer och myndighet. Inget är ändrat.",
    emptyWarning: (bids: number, events: number, sheets: string): string =>
      `${plural(bids, "anbud", "anbud")} med svar, priser och poäng${events === 0 ? "" : ` och ${plural(events, "registrerad händelse", "registrerade händelser")} i journalen`} tas bort. De här bladen skrivs om, med allt som står på dem: ${sheets}. Det går inte att ångra.`,
    emptied: "Exemplet är tömt. Fortsätt med modellen.",
    removeSample: "Ta bort exemplet",
    removeWarning: (sheets: string): string =>
      `De här bladen tas bort ur arbetsboken, med allt som står på dem: ${sheets}. Det går inte att ångra.`,
    openTitle: "Öppna en utvärdering",
    noNetwork: "Filen läses här i webbläsaren och lämnar aldrig datorn.",
    drop: "Släpp en arbetsbok (.xlsx) eller ett dokument (.json) här, eller välj:",
    file: "Fil",
    opened: (name: string): string => `${name} är öppnad.`,
    save: "Spara",
    saveHint: "Utvärderar och sparar en kopia med resultatblad. Originalet ändras inte.",
    saveButton: "Spara utvärderad arbetsbok",
    saved: (name: string): string => `${name} är sparad.`,
    fileRefused: (names: string): string =>
      `Webbläsaren sparade inte ${names}. Tillåt hämtningar från den här sidan och försök igen.`,
    unsaved: "Det som har gjorts finns bara på den här sidan än.",
    saveFirst:
      "Det som har gjorts finns bara på den här sidan. Spara arbetsboken först, eller läs in sidan på nytt om det inte ska sparas.",
    sendFirst:
      "Det finns text i panelen som inte är införd. Inför den eller töm fältet först, eller läs in sidan på nytt om den inte ska sparas.",
  },
  details: {
    title: "Uppgifter om upphandlingen",
    hint: "Det som skrivs här hamnar på bladen Upphandling och Tilldelning när fältet lämnas.",
    other: "Annan valuta …",
    listed: "Välj i listan",
    correct: "Rätta en uppgift",
    correcting:
      "Skriv det rätta värdet. Det räknas när ändringen är registrerad med skäl, nedanför.",
    stopCorrecting: "Rätta inget",
    findings: (count: number): string => plural(count, "anmärkning", "anmärkningar"),
  },
  model: {
    findings: "Vad som behöver ses över",
    noFindings: "Inga anmärkningar på modellen.",
    form: "Modellen",
    formFixed:
      "Modellen är publicerad och ligger fast, eftersom anbudsgivarna räknar med den. Måste den ändras innan anbuden kommit in: börja en ny utvärdering från den här filen (”från en tidigare utvärdering” på Start, i en tom arbetsbok eller på sidan inläst på nytt) och publicera den.",
    formChanged:
      "Modellen är publicerad, och något är ändrat sedan dess: tilldelningen är spärrad tills det är tillbakaställt. Det som skrivs här hamnar på bladet Modell när fältet lämnas.",
    formHint: "Det som skrivs här hamnar på bladet Modell när fältet lämnas.",
    blank: "–",
    kept: (label: string): string => `${label} är infört på bladet.`,
    notKept: (value: string): string =>
      `Inte infört än; ${value === "" ? "på bladet är rutan tom" : `på bladet står ”${value}”`}. Retur i fältet inför det.`,
    trial: "Prova modellen",
    trialHint:
      "Vad modellen gör innan den publiceras: egenskaper, vad ett steg är värt och 10 000 dragna anbudstävlingar. Inget här påverkar utvärderingen.",
    /** What amounts in a currency are said to be in. */
    unitOf: (currency: string): string => (currency === "SEK" ? "kr" : currency),
    expected: "Väntat pris",
    expectedHint:
      "Tomt: lägsta anbudspris, annars takpriset, annars 1 000 000 eller mer. Priserna dras 20 % under och över, men aldrig över takpriset.",
    imagined: {
      own: "Egna tänkta anbud",
      hint: "Skriv anbud som ni tror kan komma: pris, och kvalitet i procent av full poäng. Modellen rangordnar dem när den provas. Tomma rader räknas inte.",
      price: (bid: string, unit: string): string => `Anbud ${bid}: pris, ${unit}`,
      title: "De tänkta anbuden enligt modellen",
      note: "Kvaliteten är samma andel av full poäng på varje kriterium; nivåer räknas steglöst, poäng med skalans steg. Krav, minimigränser och pristak prövas inte.",
      quality: "Kvalitet",
      moreThanTotal:
        "Modellen jämför mer än en summa för varje anbud (år, myndigheter eller en livscykel), eller ansökningar utan pris. Tänkta anbud med ett pris kan då inte rangordnas.",
    },
    tryIt: "Prova modellen",
    inWords: "Modellen på klarspråk, med räkneexempel",
    codeLine: (code: string): string => `Modellens kod: ${code}`,
    copyWords: "Kopiera texten",
    wordsCopied: "Texten är kopierad. Klistra in den i upphandlingsdokumenten.",
    wordsNotCopied: "Texten kunde inte kopieras här. Markera den nedan och tryck Ctrl+C.",
    requirementTexts: "Granska kravtexterna",
  },
  criteria: {
    title: "Kriterier",
    hint: "Fäll ut ett kriterium för att ändra det. Det som sparas hamnar på bladen Kriterier och Skalor, och raderna på bladet Poäng följer med.",
    add: "Lägg till kriterium",
    addUnder: "Lägg till delkriterium",
    findings: (count: number): string => plural(count, "anmärkning", "anmärkningar"),
    arrange: (name: string): string => `Flytta ${name}`,
    arrangements: {
      up: "Flytta upp",
      down: "Flytta ner",
      in: "Lägg in i gruppen före",
      out: "Ta ut ur gruppen",
      split: "Dela upp i delkriterier",
      remove: "Ta bort kriteriet",
    },
    moved: "Flytta",
    arranged: (name: string, how: string): string => `${name}: ${how}. Infört på bladen.`,
    cannot: (name: string, how: string): string => `${name}: ${how} går inte härifrån.`,
    placed: (position: number, count: number, group: string | undefined): string =>
      `Plats ${position} av ${count}${group === undefined ? "" : ` under ${group}`}.`,
    drag: (name: string): string => `Dra för att flytta ${name}`,
    scored: "Kriteriet är poängsatt och kan därför inte delas upp eller tas bort.",
    keys: "Dra kriteriet i handtaget. Eller på kriteriets rad: Alt och pil upp eller ner flyttar, Alt och pil höger eller vänster lägger in och tar ut.",
    removeWarning: (name: string): string =>
      `${name} tas bort från bladen, med nivåer, delkriterier och tomma poängrader. Det går att ångra tills något har registrerats.`,
  },
  modelChanges,
  pasteLevels: {
    title: "Klistra in nivåer",
    label: "Nivåer, en per rad",
    hint: "Till exempel ”3 – Läsa och skriva”, eller två kolumner ur Word eller Excel.",
    skipped: (lines: readonly string[]): string =>
      `Utan poäng, tas inte med: rad ${lines.join(", rad ")}. Skriv poängen först på raden.`,
    enter: (count: number): string => `Ersätt nivåerna med ${plural(count, "nivå", "nivåer")}`,
    entered: (count: number, name: string, sheets: string): string =>
      `${name} har nu ${plural(count, "nivå", "nivåer")}${sheets === "" ? "" : ` (${sheets})`}.`,
  },
  undo: {
    label: (sheets: string, cells: number): string =>
      `Ångra senaste (${sheets}: ${plural(cells, "cell", "celler")})`,
    labelVerdict: (said: string): string => `Ångra senaste (${said})`,
    /** A verdict that was written: whose, on what, and what it was. */
    verdict: (
      bidder: string,
      requirement: string,
      verdict: string,
      reader: "first" | "second",
    ): string =>
      `${bidder}, ${requirement}: ${verdict}${reader === "second" ? ", andra läsningen" : ""}`,
    noVerdict: "ingen bedömning",
    short: "Ångra senaste",
    done: "Det senaste är ångrat.",
    doneVerdict: (said: string): string => `Ångrat: ${said}.`,
  },
  cell: {
    title: "Markerad cell",
    show: (what: string): string => `Markerad cell: ${what}`,
    leave: "Tillbaka",
    follows: "Markera en annan cell i Excel, så visas den här.",
    unread: "Cellen visas när arbetsboken har lästs och innehåller en utvärdering.",
    value: "Står i cellen",
    blank: "Tomt. Tomt räknas aldrig som noll.",
    record: "Registrering",
    why: "Varför? Vad den gör i resultatet",
    noEffect: "Ingår inte i uträkningen av något resultat som det står nu.",
    history: "Historik",
    noHistory: "Inga händelser i journalen har rört den.",
    recorded: (signed: string): string => `Registrerad ${signed}.`,
    unrecorded: "Inte registrerad än.",
    reasonsChanged: "Värdet är registrerat, men skälet eller hänvisningen har ändrats sedan dess.",
    changed: (recorded: string, signed: string): string =>
      `Avviker från det som registrerades: ${recorded} (${signed}). Räknas inte förrän ändringen registrerats med ett skäl.`,
    published: (signed: string): string => `Hör till det som publicerades ${signed}.`,
    unpublished: "Inte publicerad än.",
    leads: {
      verdict: "Pröva kravet",
      score: "Öppna bedömningen",
      changes: "Registrera ändringen",
      act: (title: string): string => `Gå till ”${title}”`,
    },
    none: {
      outside: (cell: string): string =>
        `${cell} hör inte till utvärderingens tabeller. Markera till exempel ett pris, ett utfall eller en poäng.`,
      result: (cell: string): string =>
        `${cell} står på ett blad som panelen skriver. Dess tal förklaras under Resultat.`,
      other: (cell: string): string =>
        `${cell} är ingen uppgift: en rubrik, en egen kolumn eller en rad som inte hör till något.`,
      name: (cell: string, what: string): string =>
        `${cell} säger bara vilken rad det är: ${what}.`,
    },
  },
  prices: {
    title: "Priser",
    hint: "Det som anbuden prissätter, och det som avgör hur priset räknas. Raderna hamnar på bladet Pris när de sparas. En prisrad tas bort i sitt formulär; det som raderna namnger tas bort på sitt blad.",
    more: "Mer",
    add: "Lägg till",
    save: "Spara",
    saved: "Det som skrevs är infört på bladet.",
    notSaved: (value: string): string =>
      value === ""
        ? "Inte sparat än; på bladet är rutan tom."
        : `Inte sparat än; på bladet står ”${value}”.`,
    notEntered: "Raden är inte införd.",
    remove: "Ta bort prisraden",
    removeWarning: (row: string): string =>
      `Raden ${row} tas bort från bladen, med myndigheternas mängder. Det går att ångra tills något har registrerats.`,
    removed: (row: string): string => `Raden ${row} är borttagen från bladen.`,
  },
  bids: {
    title: "Anbud",
    add: "Lägg till anbud",
    hint: "Det som skrivs här hamnar på bladen Anbud och Pris när fältet lämnas.",
    left: (count: number): string => `${count} återstår`,
    correcting: "Skriv det rätta värdet. Det räknas när ändringen är registrerad med skäl.",
  },
  imports: {
    title: "Läs in anbudsformulär",
    hint: "Ifyllda formulär läses, jämförs med det publicerade och räknas om. Alla läses in, eller inget; det som står i arbetsboken skrivs aldrig över.",
    drop: "Släpp ifyllda formulär (.xlsx) här, eller välj:",
    files: "Formulär",
    preview: "Förhandsgranska igen",
    previewAgain: "Förhandsgranska igen när orden är avgjorda.",
    leave: "Lägg undan formulären",
    take: (count: number): string => `Läs in ${plural(count, "formulär", "formulär")}`,
    notReady: "Inget kan läsas in förrän felen ovan är rättade.",
    words: "Ord i stället för priser",
    wordsHint:
      "Avgör vad varje ord betyder, med ett skäl. Ett ord som inte avgörs lämnar priset tomt, och utvärderingen säger att det saknas.",
    undecided: "Inte avgjort",
    isPrice: "Ett pris",
    notOffered: "Erbjuds inte",
    asked: "Anbudsgivaren tillfrågas",
    price: "Priset",
    reason: "Skäl till vad orden betyder",
  },
  forms: {
    title: "Anbudsformulär",
    hint: "Det som anbudsgivare fyller i: krav, priser och summor, gjorda av det som är publicerat. Formlerna räknas om och prövas innan en fil sparas.",
    one: "Gör anbudsformulär",
    forEach: (count: number): string =>
      count === 1
        ? "Gör ett formulär för anbudet"
        : `Gör ett formulär för vart och ett av ${count.toLocaleString("sv-SE")} anbud`,
    noFileCame: "Kom ingen fil? Spara arbetsboken och öppna den på den fristående sidan.",
    elsewhere:
      "Den här versionen av Excel sparar inga filer ur panelen. Spara arbetsboken och öppna den på den fristående sidan, där formulären kan sparas.",
  },
  requirements: {
    none: "Upphandlingen har inga krav på bladet Krav.",
    hint: "Bedömningen skrivs på bladet Kravprövning. Tomt räknas aldrig som ja eller nej.",
    checked: "Prövade",
    notMet: (count: number): string => plural(count, "krav uppfylls inte", "krav uppfylls inte"),
    clarifications: (count: number): string =>
      plural(count, "förtydligande är begärt", "förtydliganden är begärda"),
    open: (count: number): string => plural(count, "krav är inte prövat", "krav är inte prövade"),
    byBid: "Anbud för anbud",
    allMet: "Alla krav är prövade och uppfyllda.",
  },
  paste: {
    title: "Klistra in krav",
    hint: "Kopiera från Word eller Excel, med rubriker, numrering och kolumner som de är. Numren blir id; krav utan nummer får ett eget.",
    label: "Inklistrad text",
    kind: "Vad det är för krav",
    kinds: {
      mandatory: "Obligatoriskt krav",
      qualification: "Kvalificeringskrav",
      exclusion: "Uteslutningsgrund",
    },
    preview: "Förhandsgranska",
    changed: "Texten är ändrad. Förhandsgranska den igen.",
    found: (rows: number, sections: number, skipped: number): string =>
      `${plural(rows, "krav", "krav")}, ${plural(sections, "rubrik", "rubriker")}, ${plural(skipped, "överhoppad rad", "överhoppade rader")}.`,
    made: (taken = ""): string => (taken === "" ? "nytt id" : `nytt id, ${taken} är upptaget`),
    verification: "Verifieras genom",
    left: (count: number): string =>
      `${plural(count, "cell", "celler")} tas inte med, eftersom kravlistan inte har någon kolumn för dem`,
    leftCell: (line: number): string => `Rad ${line}:`,
    skipped: (line: number, why: string, like = ""): string =>
      `Rad ${line}, ${why}${like === "" ? "" : ` ${like}`}:`,
    why: {
      header: "kolumnrubrik",
      should: "”bör” är inget obligatoriskt krav; gör det till ett kriterium",
      known: "finns redan som",
      twice: "samma text som",
    },
    enter: (count: number): string => `Lägg till ${plural(count, "krav", "krav")}`,
    entered: (count: number, ids: string, sheets: string): string =>
      `${plural(count, "krav har", "krav har")} lagts till: ${ids}. ${sheets === "" ? "" : `Blad: ${sheets}.`}`.trim(),
  },
  check: {
    title: "Pröva kraven ett i taget",
    area: "Område",
    allAreas: "Alla områden",
    left: (area: string, count: number): string =>
      `${area} (${count.toLocaleString("sv-SE")} kvar)`,
    show: "Visa",
    filters: {
      unchecked: "Ej prövade",
      clarification: "Förtydligande begärt",
      "not-met": "Ej uppfyllda",
      all: "Alla",
    },
    reader: "Läsning",
    readers: { first: "Första", second: "Andra, oberoende" },
    nothing: (bidder: string, area: string): string =>
      `Inget kvar att pröva ${area === "" ? "" : `i ${area} `}för ${bidder}.`,
    nothingAtAll: "Inget kvar att pröva i något anbud.",
    none: {
      clarification: "Inget krav här väntar på förtydligande.",
      "not-met": "Inget krav här är ej uppfyllt.",
      all: "Inga krav här.",
    },
    nextArea: (area: string, count: number): string =>
      `Pröva ${area === "" ? "utan område" : area}, ${count.toLocaleString("sv-SE")} kvar`,
    nextBid: (bidder: string, area: string, count: number): string =>
      `Pröva ${[bidder, area].filter(Boolean).join(" – ")}, ${count.toLocaleString("sv-SE")} kvar`,
    before: (count: number): string => `${count.toLocaleString("sv-SE")} före dessa …`,
    card: (id: string): string => `Krav ${id}`,
    verification: "Verifieras genom",
    answer: "Anbudsgivarens svar",
    checkedBy: "Prövat av",
    reference: "Var i anbudet",
    note: "Notering (vid Ej uppfyllt: varför)",
    verdicts: { met: "Uppfyllt", "not-met": "Ej uppfyllt", clarification: "Förtydligas" },
    /** The language's own key first; the other language's means the same. */
    keys: { met: ["u", "m"], "not-met": ["e", "n"], clarification: ["f", "a"] },
    keysHint:
      "Tangenterna U, E och F (eller M, N och A) bedömer när kortet är markerat; piltangenterna bläddrar. Ctrl+Retur i ett fält inför det som skrivits och går vidare. Ditt namn och dagens datum skrivs av sig själva.",
    firstHidden: "Vad den första läsaren kom fram till visas när Första är vald under Läsning.",
    secondHint:
      "Den andra läsaren ser inte vad den första kom fram till. Tangenterna U och E (eller M och N) bedömer; piltangenterna bläddrar.",
    request: "Begär förtydligandet",
    found: (id: string, verdict: string): string => `${id}: ${verdict}.`,
  },
  scores: {
    none: "Upphandlingen har inga kriterier på bladet Kriterier.",
    hint: "Poängen sätts här eller på bladet Poäng, en panels egna på bladet Bedömningar eller i bedömarnas blad. Tomt räknas aldrig som noll.",
    byBid: "Vad som är bedömt, anbud för anbud",
    scored: "Bedömda kriterier",
    missing: (count: number): string => plural(count, "bedömning saknas", "bedömningar saknas"),
    missingFrom: (name: string, count: number): string =>
      `${plural(count, "bedömning saknas", "bedömningar saknas")} från ${name}`,
    all: "Alla bedömningar finns.",
  },
  evaluators: {
    title: (count: number): string => (count === 0 ? "Bedömare" : `Bedömare (${count})`),
    none: "Ingen bedömare är inlagd.",
    hint: "De som bedömer, med sitt id. En bedömare bedömer allt som en panel bedömer.",
    lacking:
      "Ingen bedömare är inlagd, så ingen kan ge poäng på det som panelen ska enas om eller räkna fram.",
    add: "Lägg till bedömare",
  },
  moderate: {
    title: "Gemensam bedömning",
    hint: (evaluators: number): string =>
      `Varje ruta visar ${evaluators === 1 ? "bedömarens poäng" : `de ${evaluators} bedömarnas poäng i ordning`} och sedan den gemensamma. Öppna en ruta för att läsa motiveringarna och sätta nivån.`,
    agreedLevels: "Gemensamma nivåer",
    accept: (count: number): string =>
      `Godta ${plural(count, "enhällig bedömning", "enhälliga bedömningar")}`,
    withReasons: "Ta med bedömarnas motiveringar och hänvisningar, utan namn",
    next: (count: number): string => `Nästa oenighet (${count})`,
    nextUnset: (count: number): string => `Nästa utan nivå (${count})`,
    allAgreed: "Alla gemensamma nivåer är satta.",
    none: "saknas",
    agreed: "satt",
    unanimous: "eniga",
    apart: "oeniga",
    spread: (percent: string): string => `skiljer ${percent}\u00a0%`,
    missing: (count: number): string => `${count} saknas`,
    unscored: "inte satt",
    unreadable: (cells: readonly string[]): string =>
      `går inte att läsa: ${cells.join(", ")}`.replace(/: $/, ""),
    unreadableCell: (evaluator: string): string =>
      `${evaluator === "" ? "Den gemensamma poängen" : `Poängen från ${evaluator}`} går inte att läsa. Rätta cellen:`,
    unread: "går inte att läsa",
    rejected: "förkastat",
    withdrawn: "återkallat",
    open: "Öppna bedömningen",
    back: "Till alla bedömningar",
    card: (criterion: string, bidder: string): string => `${criterion}, ${bidder}`,
    others: "Satt för de andra anbuden:",
    computed: "Värdet räknas av bedömarnas egna poäng enligt modellen. Ingen gemensam nivå sätts.",
    value: "Gemensam nivå",
    noLevel: "Ingen nivå satt",
    levelMissing: "Ingen nivå är angiven. Inget är infört; det du skrivit står kvar.",
    useOwn: "Utgå från bedömarnas motiveringar",
    rationale: "Motivering",
    rationaleHint: "Anbudsgivaren får läsa den i underrättelsen.",
    reference: "Hänvisning",
    enter: "Sätt gemensam nivå",
    entered: "Infört.",
    keysHint:
      "Ctrl+Retur sätter nivån och går till nästa oenighet. Esc går tillbaka, piltangenterna bläddrar när kortet är markerat. Det som satts registreras i journalen med ”Registrera”.",
  },
  group: {
    who: "Ditt namn, som det ska stå i journalen",
    whoMissing: "Skriv ditt namn först.",
    choose: "Välj …",
    fieldMissing: "Fyll i det här fältet.",
    choiceMissing: (label: string): string => `Välj något under ”${label}” först.`,
    refused: "Inget är registrerat. Det här hindrar:",
    refusedBeside: "Inget är registrerat. Rätta det som står vid fälten.",
    byArea: "Per område",
    questions: "Frågor och beslut",
    priceFile: "Gör en egen fil för priserna",
    priceFileHint:
      "Priserna i arbetsboken står kvar där. Töm priscellerna i den sedan, innan gruppen får den.",
    bid: "Anbud",
    flags: (count: number): string =>
      count === 0
        ? "Inget utmärker sig i bedömningarna"
        : plural(count, "sak att gå igenom i gruppen", "saker att gå igenom i gruppen"),
    formalities: (count: number): string =>
      plural(count, "anmärkning om motiveringar", "anmärkningar om motiveringar"),
    flagHint: "En markering betyder att något är ovanligt, inte att det är fel.",
    history: "Historik",
    noHistory: "Inget är registrerat.",
    priceKnown: "priset känt",
    journal: "Journal",
    nothingScored: "Inga poäng är satta än.",
    toRecord: (first: number, changed: number): string =>
      first + changed === 0
        ? "Allt är registrerat."
        : [
            first > 0 &&
              plural(first, "bedömning är inte registrerad", "bedömningar är inte registrerade"),
            changed > 0 &&
              plural(
                changed,
                "registrerad uppgift är ändrad och räknas inte än",
                "registrerade uppgifter är ändrade och räknas inte än",
              ),
          ]
            .filter(Boolean)
            .join("; ") + ".",
    sheets: "Bedömarblad",
    sheetsHint:
      "Ett blad per bedömare: att fylla i utan nätverk och läsa in i vilken ordning som helst. Inget skrivs över.",
    makeInWorkbook: "Lägg till blad i arbetsboken",
    makeFiles: "Gör en fil per bedömare",
    mergeOwn: "Läs in bladen i arbetsboken",
    conflicts: (count: number): string =>
      plural(count, "konflikt; det som stod står kvar", "konflikter; det som stod står kvar"),
    code: "Modellens kod, att trycka i upphandlingsdokumenten",
    publication: "Publicering",
    notPublished: "Inte publicerad i den här filen.",
    filesSaved: (names: string): string => `Sparat: ${names}.`,
    sealed: "Priserna är förslutna tills kvaliteten är fastställd.",
  },
  result: {
    none: "Det finns ingen utvärdering att visa än. Börja med en arbetsbok som går att läsa.",
    evaluate: "Utvärdera",
    writes:
      "Utvärdera skriver resultatbladen. Det kan inte ångras, men dina egna blad ändras inte.",
    done: (status: string): string => `Utvärderat. ${status}.`,
    freshness: {
      none: "Talen nedan är räknade här i panelen och står inte i några resultatblad än. ”Utvärdera” räknar dem två gånger och skriver bladen.",
      current: "Resultatbladen stämmer med underlaget.",
      changed: "Underlaget har ändrats sedan resultatbladen skrevs. Utvärdera igen.",
    },
    ranking: "Rangordning",
    tied: "Anbud som delar plats",
    place: "Plats",
    bidder: "Anbudsgivare",
    offered: "Anbudspris",
    madeOf: "Vad resultatet är gjort av",
    compared: (price: string): string => `räknas som ${price}`,
    adjusted: "Justeringar",
    difference: (unit: string): string => (unit === "" ? "Skillnad" : `Skillnad ${unit}`),
    ahead: (amount: string, unit: string, next: string): string =>
      `${[amount.replace(/^[-−]/, ""), unit === "" ? "poäng" : unit].join(" ")} före ${next}.`,
    warnings: (count: number): string =>
      plural(count, "varning att läsa före beslutet", "varningar att läsa före beslutet"),
    waterfall: (bidder: string): string => `Så är resultatet för ${bidder} sammansatt`,
    looks: {
      price: "pris och resultat",
      deduction: "avdrag",
      surcharge: "påslag",
      gain: "poäng",
    },
    brokenAxis: (start: string): string => `Axeln är bruten och börjar vid ${start}.`,
    against: (bidder: string): string => `Jämfört med ${bidder}`,
    againstHint: (other: string, own: string): string =>
      `Åt vänster är ${other} före, åt höger ${own}.`,
    why: "Varför?",
    exactly: (value: string): string => `Exakt: ${value}`,
    show: "Visa bladet Sammanställning",
    stops: "Återstår före tilldelning",
  },
  sensitivity: {
    hint: "Vad som skulle ändra vem som är först. Det är aldrig ett råd att ändra en bedömning, och inget här påverkar utvärderingen.",
    none: "Inget att visa: det behövs minst två anbud med resultat.",
    dispute: {
      title: "Pröva en omtvistad bedömning",
      hint: "Står sig utfallet om bedömningen hade varit en annan? Det räknas på en kopia; inget i arbetsboken ändras.",
      criterion: "Kriterium",
      bid: "Anbud",
      kind: "Bedömningen tänks",
      choose: "Välj …",
      kinds: {
        strike: "struken: lägst på skalan",
        lower: "ett steg lägre",
        raise: "ett steg högre",
        any: "vara vilken som helst på skalan",
      },
    },
  },
  review: {
    check: "Kontrollera",
    checked: (count: number): string =>
      `Kontrollerat: ${plural(count, "anmärkning", "anmärkningar")}.`,
    checks: "Kontroller",
    findings: (count: number): string => `Anmärkningar (${count.toLocaleString("sv-SE")})`,
    freshness: "Resultatbladen",
    freshnessText: {
      none: "Inga resultatblad är skrivna än.",
      current: "Stämmer med underlaget.",
      changed: "Underlaget har ändrats sedan de skrevs.",
    },
    double: "Kontrollräkning",
    doubleText: (equal: number, of: number): string =>
      `${equal} av ${of} tal är lika i programmets beräkning och i bladens formler.`,
    doubleNotYet: "Görs när du trycker på ”Utvärdera”.",
    doubleBefore:
      "Gjordes när resultatbladen skrevs. Görs på nytt av ”Granska filen” och av ”Utvärdera”.",
    nothingCompared: "Det finns inga anbud att jämföra än.",
    fingerprint: "Underlagets fingeravtryck",
  },

  walk: {
    title: "Gå igenom filen",
    hint: "Modellen, prövningen, bedömningen, utfallet och ändringarna, del för del som i protokollet. Inget kan ändras här.",
    start: "Börja genomgången",
    leave: "Avsluta genomgången",
    at: (at: number, of: number, title: string): string => `${at} av ${of}: ${title}`,
    previous: "Föregående",
    next: "Nästa",
    remark: "Kommentera den här delen",
    stations: "Delarna",
  },

  award: {
    verify: "Stämmer filen?",
    verifyHint: "Räknar om allt och jämför med bladen, journalen och det som publicerats.",
    verifyNow: "Granska filen",
    since: "Registrerade ändringar sedan kvaliteten fastställdes",
    noneSince: "Inga.",
    causes: (count: number): string =>
      plural(count, "uppgift är ändrad", "uppgifter är ändrade").replace(/^1 /, "En "),
    following: (count: number): string =>
      `${plural(count, "avvikelse följer", "avvikelser följer")} av det som är ändrat, eller kan inte skiljas från det förrän det är tillbakaställt`,
    why: "Skäl:",
    effect: "Verkan på utfallet:",
    compare: "Jämför med en tidigare version",
    compareHint:
      "Vad som ändrats sedan dess, av vem, och vad varje ändring för sig gör med utfallet.",
    compareFile: "Den tidigare versionen",
    comments: "Kommentarer och intyg",
    noComments: "Inga kommentarer.",
    comment: "Kommentar",
    addComment: "Lägg till",
    decide: "Fastställ och besluta",
    anchor: "Förankra utanför filen",
    anchorHint:
      "Slutkoden binder allt i journalen. Låt den skrivas under eller för in den i diariet vid publicering, öppning, fastställande och beslut: bara det visar om journalen har gjorts om.",
    anchorFile: "Hämta förankringsfilen",
    papers: "Handlingar",
    withBlanks: "Utkast med synliga luckor där motiveringar saknas",
    needed: "Med vad som hade krävts för att anbudet skulle komma först",
    redacted: "Utan det som anbudsgivare begärt sekretess för",
    sheet: "Lägg till protokollet som blad",
    files: "Spara protokoll, underrättelser, granskningsfil och uppföljning",
    pdf: "Också som PDF för arkivet (PDF/A)",
    lotHint: (lot: string): string =>
      `Den här arbetsboken gäller ${lot}. Välj arbetsböckerna för upphandlingens övriga delar, så sparas ett protokoll och en underrättelse till varje leverantör om alla delar.`,
    lotFiles: "Arbetsböckerna för de övriga delarna",
    lotElsewhere: (lot: string): string =>
      `Den här arbetsboken gäller ${lot}. Handlingar om alla delar görs på den fristående sidan, eller med ”mervarde lots” och filen för varje del.`,
    filesElsewhere:
      "Den här versionen av Excel sparar inga filer ur panelen. Lägg till protokollet som blad, kopiera det till Word, eller spara arbetsboken och öppna den på den fristående sidan, där alla handlingar kan sparas.",
    noFileCame:
      "Kom ingen fil? Lägg till protokollet som blad, kopiera det till Word, eller spara arbetsboken och öppna den på den fristående sidan.",
    filesRefused: (names: string): string =>
      `Excel tog inte emot ${names}. Lägg till protokollet som blad, kopiera det till Word, eller spara arbetsboken och öppna den på den fristående sidan.`,
    copyReport: "Kopiera protokollet",
    reportCopied: "Protokollet är kopierat. Klistra in det i Word.",
    noClipboard:
      "Det gick inte att kopiera i den här versionen av Excel. Lägg till protokollet som blad.",
    openPage: "Öppna den fristående sidan i webbläsaren",
    copyAddress: "Kopiera sidans adress",
    copied: "Adressen är kopierad.",
    pageAt: (address: string): string => `Öppna sidan i en webbläsare: ${address}`,
  },

  template,
  library,
} as const;

export type PaneWords = Widened<typeof pane>;
