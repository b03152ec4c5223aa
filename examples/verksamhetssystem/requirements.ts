/**
 * The 1,300 requirements of the example, from compact sources: for each area the things that are
 * required something of, and what is required of each. Areas follow the national guidance for
 * business systems (SKR/Adda). Texts are made up; no procurement's own text is used.
 */
import type { Requirement } from "../../src/core/document/schema";

type Verification = NonNullable<Requirement["verification"]>;

/** `{}` in a pattern is replaced by each subject in turn. */
type Source = {
  readonly code: string;
  readonly area: string;
  readonly subjects: readonly string[];
  readonly patterns: readonly (readonly [Verification, string])[];
};

const sources: readonly Source[] = [
  {
    code: "INL",
    area: "Inledning och övergripande",
    subjects: [
      "leveransen",
      "samarbetet under avtalstiden",
      "leverantörens organisation",
      "systemets vidareutveckling",
      "hanteringen av personuppgifter",
      "de underleverantörer som anlitas",
    ],
    patterns: [
      [
        "description",
        "Anbudsgivaren ska beskriva hur {} leds och vem som ansvarar gentemot beställaren.",
      ],
      [
        "document",
        "För {} ska det finnas en dokumenterad rutin som revideras minst en gång om året.",
      ],
      ["description", "Beställaren ska få insyn i {} genom skriftlig rapport varje kvartal."],
      [
        "self-declaration",
        "Avvikelser som rör {} ska meddelas beställaren utan dröjsmål och senast inom fem arbetsdagar.",
      ],
      [
        "document",
        "Kvaliteten i {} ska följas upp enligt ett ledningssystem som motsvarar ISO 9001.",
      ],
      [
        "description",
        "Miljöpåverkan av {} ska redovisas årligen med de mått som parterna kommit överens om.",
      ],
      ["self-declaration", "Kommunikationen om {} ska ske på svenska i tal och skrift."],
      [
        "reference",
        "Anbudsgivaren ska ha erfarenhet av {} från minst ett uppdrag åt en kommun under de senaste tre åren.",
      ],
      [
        "self-declaration",
        "Byte av nyckelperson som rör {} ska godkännas skriftligen av beställaren.",
      ],
      [
        "description",
        "Risker som rör {} ska finnas i en gemensam risklista som gås igenom vid varje styrgruppsmöte.",
      ],
    ],
  },
  {
    code: "INF",
    area: "Införande",
    subjects: [
      "projektplaneringen",
      "konfigureringen",
      "utbildningen av superanvändare",
      "utbildningen av handläggare",
      "acceptanstestet",
      "datamigreringen",
      "driftsättningen",
      "stödet efter driftstart",
      "integrationsarbetet",
      "rollsättningen",
      "mallproduktionen",
      "avvecklingen av nuvarande system",
      "informationen till verksamheten",
    ],
    patterns: [
      [
        "description",
        "Anbudsgivaren ska beskriva hur {} genomförs, med aktiviteter, ordning och ansvar.",
      ],
      [
        "document",
        "En tidplan för {} ska lämnas senast tre veckor efter avtalsstart och godkännas av beställaren.",
      ],
      ["description", "Resurser för {} ska anges i timmar för både leverantör och beställare."],
      [
        "self-declaration",
        "Leverantören ska bemanna {} med personer som har genomfört minst två motsvarande uppdrag.",
      ],
      [
        "document",
        "Resultatet av {} ska dokumenteras så att beställaren kan upprepa arbetet utan leverantören.",
      ],
      [
        "description",
        "Före {} ska risker bedömas gemensamt och åtgärder beslutas av projektets styrgrupp.",
      ],
      ["document", "Godkännandekriterier för {} ska vara skriftliga och mätbara."],
      [
        "self-declaration",
        "Om {} försenas ska leverantören inom två arbetsdagar lämna en åtgärdsplan.",
      ],
      [
        "description",
        "Arbetet med {} ska kunna ske parallellt med ordinarie verksamhet utan att handläggningen stoppas.",
      ],
      ["self-declaration", "Kostnaden för {} ska ingå i det fasta priset för införande."],
    ],
  },
  {
    code: "FUN",
    area: "Funktionella och processmässiga krav",
    subjects: [
      "orosanmälan",
      "förhandsbedömning",
      "ansökan om ekonomiskt bistånd",
      "utredning enligt BBIC",
      "utredning enligt IBIC",
      "beslut om insats",
      "beställning till utförare",
      "genomförandeplan",
      "uppföljning av insats",
      "placering i familjehem",
      "placering i jourhem",
      "hemtjänst",
      "särskilt boende",
      "boendestöd",
      "personlig assistans",
      "korttidsvistelse",
      "daglig verksamhet",
      "kontaktperson",
      "avgiftsbeslut",
      "social dokumentation",
      "rapport enligt lex Sarah",
      "missbruksvård",
      "skydd vid våld i nära relation",
      "familjerättsligt yttrande",
      "faderskapsärende",
      "medgivandeutredning",
      "budget- och skuldrådgivning",
      "dödsboanmälan",
      "mottagande av ensamkommande barn",
      "öppen insats",
      "ekonomisk återansökan",
    ],
    patterns: [
      [
        "demonstration",
        "Systemet ska stödja hela handläggningen av {} från aktualisering till avslut och visa vem som ansvarar i varje steg.",
      ],
      [
        "demonstration",
        "Vid registrering av {} ska systemet kontrollera att de uppgifter som lagen kräver är ifyllda innan ärendet går vidare.",
      ],
      [
        "description",
        "Tidsfrister som gäller {} ska bevakas av systemet, och handläggaren ska påminnas innan fristen löper ut.",
      ],
      [
        "demonstration",
        "Handlingar i ärenden om {} ska kunna skapas ur mallar som beställaren själv förvaltar.",
      ],
      [
        "demonstration",
        "Beslut som rör {} ska kunna signeras digitalt av behörig beslutsfattare enligt delegationsordningen.",
      ],
      [
        "description",
        "Uppgifter om {} ska kunna följas upp per enhet, handläggare och tidsperiod utan att exporteras.",
      ],
      [
        "demonstration",
        "Vid {} ska relevanta tidigare ärenden för samma person visas för den som har behörighet.",
      ],
      ["description", "Den enskilde ska kunna följa sitt ärende om {} genom kommunens e-tjänst."],
      [
        "demonstration",
        "Det ska gå att överföra ett ärende om {} till en annan handläggare utan att historiken bryts.",
      ],
      [
        "description",
        "Statistik som Socialstyrelsen begär om {} ska kunna lämnas i föreskrivet format.",
      ],
      [
        "demonstration",
        "En påbörjad journalanteckning om {} ska sparas automatiskt och kunna återupptas senare.",
      ],
      [
        "description",
        "Skyddade personuppgifter i ärenden om {} ska döljas för den som inte har särskild behörighet.",
      ],
      [
        "demonstration",
        "Handläggaren ska kunna söka fram ärenden om {} på personnummer, namn, status och ansvarig enhet.",
      ],
      [
        "description",
        "Rättelse av en uppgift i ett ärende om {} ska ske så att den ursprungliga uppgiften finns kvar och kan läsas.",
      ],
      [
        "demonstration",
        "Systemet ska ge en samlad bild av pågående insatser när ett ärende om {} öppnas.",
      ],
      [
        "description",
        "Kommunicering med den enskilde i ärenden om {} ska dokumenteras med datum, sätt och innehåll.",
      ],
      [
        "demonstration",
        "Checklistor för {} ska kunna anpassas av beställaren utan medverkan av leverantören.",
      ],
      [
        "description",
        "Gallring av uppgifter om {} ska kunna ske enligt beställarens dokumenthanteringsplan.",
      ],
      [
        "demonstration",
        "Bilagor i vanliga filformat ska kunna knytas till ett ärende om {} och läsas direkt i systemet.",
      ],
      [
        "description",
        "Behörighet att läsa och ändra uppgifter om {} ska kunna styras per roll och organisatorisk enhet.",
      ],
    ],
  },
  {
    code: "TEK",
    area: "Teknik och säkerhet",
    subjects: [
      "inloggning med e-legitimation",
      "behörighetsstyrning",
      "loggning av åtkomst",
      "kryptering av lagrad information",
      "kryptering av kommunikation",
      "säkerhetskopiering",
      "återställning efter avbrott",
      "integrationer mot andra system",
      "det öppna gränssnittet (API)",
      "export av data",
      "webbklienten",
      "mobil åtkomst",
      "testmiljön",
      "uppgraderingar",
      "övervakningen av driften",
      "hanteringen av sårbarheter",
      "driftmiljön",
      "prestandan",
      "arkivuttaget",
      "incidenthanteringen",
      "skyddet mot skadlig kod",
      "administrationen av konton",
      "meddelandehanteringen",
      "tillgängligheten för personer med funktionsnedsättning",
    ],
    patterns: [
      [
        "description",
        "Anbudsgivaren ska beskriva hur {} är utformad och vilka standarder som följs.",
      ],
      [
        "document",
        "Dokumentation om {} ska vara aktuell, på svenska eller engelska, och lämnas ut på begäran.",
      ],
      [
        "self-declaration",
        "Lösningen för {} ska ingå i licensen utan särskild avgift under hela avtalstiden.",
      ],
      [
        "description",
        "Förändringar som rör {} ska meddelas beställaren minst 30 dagar innan de införs.",
      ],
      [
        "document",
        "Oberoende granskning av {} ska göras minst vartannat år, och resultatet ska delges beställaren.",
      ],
      [
        "demonstration",
        "Beställarens systemförvaltare ska kunna se status för {} utan hjälp av leverantören.",
      ],
      ["description", "Fel som påverkar {} ska kunna spåras till tidpunkt, användare och ändring."],
      ["self-declaration", "Behandlingen av personuppgifter i {} ska ske inom EU/EES."],
      [
        "description",
        "Leverantören ska beskriva hur {} påverkas vid ett längre avbrott och vilka reservrutiner som gäller.",
      ],
      [
        "reference",
        "Lösningen för {} ska vara i drift hos minst en annan kommun när anbudet lämnas.",
      ],
    ],
  },
  {
    code: "SUP",
    area: "Support och servicenivåer",
    subjects: [
      "kundtjänsten",
      "felanmälan via webben",
      "hanteringen av kritiska fel",
      "hanteringen av mindre fel",
      "tillgänglighetsmätningen",
      "planerade servicefönster",
      "användarforumet",
      "versionsinformationen",
      "eskaleringen till specialist",
    ],
    patterns: [
      ["self-declaration", "Tider för {} ska minst omfatta helgfri vardag klockan 8–17."],
      [
        "description",
        "Anbudsgivaren ska beskriva arbetssättet för {} och hur beställaren hålls underrättad.",
      ],
      ["document", "Utfallet av {} ska redovisas månadsvis mot de avtalade nivåerna."],
      ["self-declaration", "Språket i {} ska vara svenska."],
      [
        "description",
        "Vid upprepade brister i {} ska leverantören lämna en skriftlig orsaksanalys inom tio arbetsdagar.",
      ],
      [
        "self-declaration",
        "Nyttjandet av {} ska inte vara begränsat till ett visst antal ärenden.",
      ],
      ["description", "Beställaren ska kunna prioritera mellan ärenden som rör {}."],
      [
        "document",
        "Rutinen för {} ska vara känd av samtliga som arbetar i leverantörens supportorganisation.",
      ],
      [
        "self-declaration",
        "Ärenden i {} ska ha ett nummer som beställaren kan följa från anmälan till lösning.",
      ],
      [
        "description",
        "Förslag till förbättring av {} ska behandlas vid de årliga uppföljningsmötena.",
      ],
    ],
  },
  {
    code: "OVR",
    area: "Övriga och kringliggande tjänster",
    subjects: [
      "konsulttjänster",
      "kompletterande utbildning",
      "rapportutveckling",
      "framtagning av nya mallar",
      "nya integrationer",
      "stöd vid organisationsförändring",
      "förvaltningsstöd",
      "juridisk rådgivning om informationshantering",
      "användarundersökningar",
    ],
    patterns: [
      [
        "self-declaration",
        "Avrop av {} ska kunna ske skriftligen med tio arbetsdagars framförhållning.",
      ],
      ["description", "Anbudsgivaren ska beskriva vilken kompetens som finns för {}."],
      ["document", "Tidsuppskattning för {} ska lämnas skriftligen och vara bindande som tak."],
      [
        "self-declaration",
        "Beställaren ska utan kostnad kunna avboka {} fram till fem arbetsdagar före start.",
      ],
      [
        "description",
        "Resultatet av {} ska överlämnas så att beställaren fritt kan använda och ändra det.",
      ],
      ["reference", "Den som utför {} ska ha minst två års erfarenhet av kommunal socialtjänst."],
      ["self-declaration", "Resekostnader för {} ska ingå i timpriset."],
      ["document", "Utförda {} ska redovisas på faktura med person, datum och antal timmar."],
      ["description", "Beställaren ska ha rätt att begära byte av person som utför {}."],
    ],
  },
  {
    code: "AVV",
    area: "Avveckling",
    subjects: [
      "överlämningen av data",
      "stödet till ny leverantör",
      "raderingen av uppgifter",
      "läsåtkomsten efter avtalets slut",
      "avvecklingsplanen",
      "arkivleveransen",
      "återlämnandet av dokumentation",
    ],
    patterns: [
      [
        "description",
        "Anbudsgivaren ska beskriva hur {} går till och vad som krävs av beställaren.",
      ],
      ["self-declaration", "Priset för {} ska framgå av prisbilagan eller ingå i licensen."],
      ["document", "En plan för {} ska finnas senast sex månader före avtalets slut."],
      [
        "self-declaration",
        "Öppna format ska användas vid {}, så att informationen kan läsas utan leverantörens program.",
      ],
      ["document", "Utförd åtgärd i fråga om {} ska bekräftas skriftligen."],
      ["description", "Informationens samband och historik ska bevaras vid {}."],
      ["self-declaration", "Medverkan vid {} ska ges även om avtalet sägs upp i förtid."],
      ["description", "Ansvar och kontaktpersoner för {} ska utses av båda parter."],
      ["self-declaration", "Sekretess ska gälla för dem som deltar i {} även efter avtalets slut."],
      ["document", "Tidplan för {} ska kunna ändras av beställaren med tre månaders varsel."],
    ],
  },
];

/** How many requirements each area has; together 1,300. */
export const counts: { readonly [code: string]: number } = {
  INL: 60,
  INF: 130,
  FUN: 620,
  TEK: 240,
  SUP: 90,
  OVR: 81,
  AVV: 70,
};

export function requirements(): Requirement[] {
  const made = sources.flatMap(({ code, area, subjects, patterns }) =>
    subjects
      .flatMap((subject) =>
        patterns.map(([verification, pattern]) => ({
          verification,
          text: pattern.replace("{}", subject),
        })),
      )
      .slice(0, counts[code])
      .map(({ verification, text }, n): Requirement => ({
        id: `${code}-${String(n + 1).padStart(3, "0")}`,
        area,
        text,
        kind: "mandatory",
        verification,
      })),
  );
  return [...suppliers, ...made];
}

/** Grounds for exclusion and qualification, which come before the requirements on the system. */
const suppliers: readonly Requirement[] = [
  [
    "LEV-001",
    "exclusion",
    "Anbudsgivaren ska inte omfattas av någon grund för uteslutning enligt 13 kap. 1 § lagen om offentlig upphandling.",
    "self-declaration",
  ],
  [
    "LEV-002",
    "exclusion",
    "Anbudsgivaren ska ha fullgjort sina skyldigheter att betala skatter och socialförsäkringsavgifter.",
    "document",
  ],
  [
    "LEV-003",
    "exclusion",
    "Anbudsgivaren ska inte vara i konkurs eller likvidation.",
    "self-declaration",
  ],
  [
    "LEV-004",
    "qualification",
    "Anbudsgivaren ska vara registrerad i aktiebolags- eller handelsregister i det land där verksamheten är etablerad.",
    "document",
  ],
  [
    "LEV-005",
    "qualification",
    "Anbudsgivaren ska ha en genomsnittlig omsättning om minst 15 miljoner kronor under de två senaste räkenskapsåren.",
    "document",
  ],
  [
    "LEV-006",
    "qualification",
    "Anbudsgivaren ska ha en kreditvärdighet som motsvarar en låg till måttlig risk enligt ett allmänt kreditupplysningsföretag.",
    "document",
  ],
  [
    "LEV-007",
    "qualification",
    "Anbudsgivaren ska under de senaste tre åren ha infört verksamhetssystem för socialtjänst i minst två kommuner med fler än 20 000 invånare.",
    "reference",
  ],
  [
    "LEV-008",
    "qualification",
    "Anbudsgivaren ska tillämpa ett ledningssystem för informationssäkerhet som motsvarar ISO/IEC 27001.",
    "document",
  ],
  [
    "LEV-009",
    "qualification",
    "Den erbjudna projektledaren ska ha lett minst två införanden av verksamhetssystem inom offentlig sektor.",
    "reference",
  ],
].map(([id = "", kind, text = "", verification]) => ({
  id,
  area: "Inledning och övergripande",
  text,
  kind: kind as Requirement["kind"],
  verification: verification as Verification,
}));
