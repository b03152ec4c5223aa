/**
 * The acts of a procurement in Swedish, one entry for each: what its command does, what its button
 * and its fields are called, and what is told when it is done. Part of the Swedish word list.
 */
import { exclusionActs } from "./exclusion";

/** The words of one field: on its form, and of its option on the command line. */
export type FieldWords = {
  readonly label: string;
  readonly option: string;
  readonly hint?: string;
  /** Said above the lines that a text would become. */
  readonly becomes?: (count: number) => string;
  /** What usually stands in it. */
  readonly usual?: string;
};

/** The words of one act. */
export type ActWords = {
  /** What the command does, in its help. */
  readonly command: string;
  /** What the new file's name ends with. */
  readonly suffix: string;
  /** The button. */
  readonly label: string;
  /** The title of its form, where that says more than the button. */
  readonly title?: string;
  readonly hint?: string;
  /** What is said before it is done, where it cannot be undone. */
  readonly warning?: string;
  /** That it has been done, by whom and when. */
  readonly done?: (signed: string) => string;
  readonly fields: { readonly [name: string]: FieldWords };
};

const reason: FieldWords = {
  label: "Skäl till ändringen",
  option: "skäl till ändringen",
  hint: "Behövs när en registrerad uppgift har ändrats. Först när ändringen är registrerad visas vad den gör med rangordningen.",
};

const departure = {
  bid: { label: "Anbud", option: "anbudets id" },
  date: { label: "Datum", option: "datum; tomt betyder i dag", hint: "Tomt betyder i dag." },
  reason: { label: "Skäl", option: "varför" },
};

const authorityField = {
  label: "Myndighet",
  option: "myndighetens id, där var och en får ett eget kontrakt",
};

const decisionFields = {
  authority: authorityField,
  decidedAt: {
    label: "Beslutet fattades",
    option: "beslutets datum, till exempel 2026-03-02",
    hint: "Till exempel 2026-03-02",
  },
  decidedBy: { label: "Av", option: "vem som beslutade" },
  decision: { label: "Beteckning", option: "beslutets beteckning" },
};

export const acts = {
  publish: {
    command: "publicera modellen: från nu ligger minimikrav och kriterier fast",
    suffix: "publicerad",
    label: "Publicera modellen",
    warning:
      "Från nu ligger modellen, kriterierna, minimikraven och prisformuläret fast. En senare ändring spärrar tilldelningen.",
    done: (signed: string): string => `Publicerad ${signed}.`,
    fields: {
      at: {
        label: "Publicerades",
        option: "när modellen publicerades, om det var tidigare än nu",
        hint: "Bedömningen har börjat, anbuden är öppnade eller anbudstiden har gått ut. Ange när modellen verkligen publicerades, till exempel 2026-03-02.",
      },
      reason: {
        label: "Varför det registreras först nu",
        option: "varför publiceringen registreras först nu",
      },
    },
  },
  invite: {
    command: "anteckna vilka som bjöds in efter urvalet",
    suffix: "urval",
    label: "Läs in urvalet: filen där anbudssökande rangordnades",
    done: (signed: string): string => `Urvalet är antecknat ${signed}.`,
    fields: {
      selection: {
        label: "Urvalets fil",
        option: "urvalets arbetsbok eller dokument",
      },
    },
  },
  "add-bid": {
    command: "lägg till ett eller flera anbud, med kolumner och rader på alla blad",
    suffix: "anbud",
    label: "Lägg till anbud",
    hint: "Anbudet får kolumner för svar, bedömning och pris och rader för poäng. Inget av det fylls i.",
    fields: {
      name: {
        label: "Anbudsgivare",
        option: "anbudsgivarens namn; flera med semikolon emellan",
        hint: "Flera anbud på en gång: ett namn på varje rad, gärna med organisationsnumret i nästa kolumn eller efter ett semikolon.",
        becomes: (count: number): string => `Blir ${count} anbud:`,
      },
      id: {
        label: "Id",
        option: "anbudets id; tomt väljer nästa lediga bokstav",
        hint: "Tomt väljer nästa lediga bokstav.",
      },
      organisationNumber: {
        label: "Organisationsnummer",
        option: "anbudsgivarens organisationsnummer",
      },
      receivedAt: {
        label: "Anbudet kom in",
        option: "när anbudet kom in, som 2026-03-02T14:10",
        hint: "Dag och tid, till exempel 2026-03-02 14:10. Tomt betyder att tiden inte är antecknad.",
      },
    },
  },
  "add-evaluator": {
    command: "lägg till en eller flera bedömare, med rader på bladen för dem som bedömer",
    suffix: "bedomare",
    label: "Lägg till bedömare",
    hint: "Bedömaren får rader för det som en panel bedömer. Inget av det fylls i, och intressekonflikten är inte besvarad.",
    fields: {
      name: {
        label: "Namn",
        option: "bedömarens namn; flera med semikolon emellan",
        hint: "Flera på en gång: ett namn på varje rad.",
        becomes: (count: number): string => `Blir ${count} bedömare:`,
      },
      id: {
        label: "Id",
        option: "bedömarens id; tomt gör ett av initialerna",
        hint: "Tomt gör ett av initialerna.",
      },
    },
  },
  "open-bids": {
    command: "registrera anbudsöppningen: vilka som lämnat anbud, när, och vilka som öppnade",
    suffix: "oppnade",
    label: "Registrera anbudsöppningen",
    hint: "Förteckningen över anbuden, med när vart och ett kom in, ligger sedan fast.",
    warning:
      "Från nu kan inget anbud läggas till, tas bort eller byta namn utan att det registreras med ett skäl.",
    done: (signed: string): string => `Anbudsöppningen registrerad ${signed}.`,
    fields: {
      openedAt: {
        label: "Öppnades",
        option: "när anbuden öppnades, som 2026-03-03T10:00",
        hint: "Dag och tid, efter anbudstidens utgång. Till exempel 2026-03-03 10:00.",
      },
      openedBy: {
        label: "Öppnades av",
        option: "minst två namn, med komma emellan",
        hint: "Minst två personer, med komma emellan.",
      },
    },
  },
  withdraw: {
    command: "registrera att en anbudsgivare återkallat sitt anbud; det står kvar",
    suffix: "aterkallat",
    label: "Registrera återkallelsen",
    title: "Ett anbud har återkallats",
    hint: "Anbudets rad, priser och poäng står kvar.",
    fields: departure,
  },
  reject: {
    command: "registrera att ett anbud förkastats av annat skäl än ett krav; det står kvar",
    suffix: "forkastat",
    label: "Registrera att anbudet förkastats",
    title: "Ett anbud har förkastats genom beslut",
    hint: "Av annat skäl än ett krav, till exempel att det kom in för sent. Anbudets rad, priser och poäng står kvar.",
    fields: departure,
  },
  "lot-limit": {
    command:
      "registrera att anbudsgivaren redan tilldelas så många delar som får tilldelas en leverantör; anbudet står kvar",
    suffix: "hogsta-antal-delar",
    label: "Registrera att högsta antal delar är nått",
    title: "Anbudsgivaren tilldelas inte fler delar",
    hint: "När upphandlingen begränsar hur många delar en leverantör får tilldelas. Skriv i skälet vilka delar anbudsgivaren tilldelas och enligt vilken ordning. Anbudets rad, priser och poäng står kvar.",
    fields: departure,
  },
  "record-prices": {
    command: "registrera priserna som de lämnades; en ändring därefter kräver ett skäl",
    suffix: "registrerade-priser",
    label: "Registrera priserna som de lämnades",
    warning:
      "Kontrollera först att priserna är rätt inskrivna. Ett pris som ändras därefter räknas inte förrän ändringen registrerats med ett skäl.",
    done: (signed: string): string => `Priserna registrerade ${signed}.`,
    fields: {},
  },
  merge: {
    command: "läs in ifyllda bedömarblad; inget skrivs över",
    suffix: "inlast",
    label: "Läs in ifyllda filer (.xlsx, .json)",
    fields: {
      sheets: { label: "Bedömarblad", option: "ifyllda bedömarblad" },
    },
  },
  record: {
    command: "registrera bedömningar i journalen",
    suffix: "bokford",
    label: "Registrera",
    fields: {
      reason,
      only: {
        label: "Bara dessa",
        option:
          "registrera bara det som står på dessa platser, till exempel ”bids[A].prices[P1]”, flera med | emellan",
      },
    },
  },
  "seal-quality": {
    command: "fastställ kvaliteten: poängen registreras och låses mot senare ändring utan skäl",
    suffix: "kvalitet",
    label: "Fastställ kvaliteten",
    warning: "Allt som är bedömt registreras, och ändras sedan bara med ett skäl.",
    done: (signed: string): string => `Kvaliteten fastställd ${signed}.`,
    fields: { reason },
  },
  "open-prices": {
    command: "öppna priserna ur en prisfil när kvaliteten är fastställd",
    suffix: "priser",
    label: "Öppna priserna ur en prisfil",
    hint: "Finns ingen prisfil: skriv priserna under Anbud i steget Krav, och registrera dem där.",
    done: (signed: string): string => `Priserna öppnade ${signed}.`,
    fields: { prices: { label: "Prisfil", option: "prisfilen" } },
  },
  "close-round": {
    command: "avsluta en omgång: dess priser sparas bredvid",
    suffix: "omgang",
    label: "Avsluta en omgång",
    hint: "Omgångens priser sparas på bladet TidigarePriser. Sedan kan nästa omgångs priser skrivas in.",
    fields: { round: { label: "Omgång", option: "omgångens id" } },
  },
  clarify: {
    command: "begär förtydligande, rättelse eller komplettering av ett anbud",
    suffix: "fortydligande",
    label: "Lägg till raden",
    title: "Begär förtydligande, rättelse eller komplettering",
    hint: "En rad läggs till på bladet Förtydliganden, med priset som det står. Svaret och beslutet skrivs på samma rad, här eller på bladet. Priset i anbudet rörs inte.",
    fields: {
      bid: { label: "Anbud", option: "anbudets id" },
      subject: {
        label: "Gäller",
        option: "vad frågan gäller: price, price-item, requirement, criterion eller other",
      },
      of: {
        label: "Prisraden, kravet eller kriteriet",
        option: "prisradens, kravets eller kriteriets id",
      },
      question: { label: "Fråga", option: "frågan till anbudsgivaren" },
    },
  },
  "answer-clarification": {
    command: "för in svaret på ett begärt förtydligande",
    suffix: "svar",
    label: "För in svaret",
    title: "För in ett svar på ett förtydligande",
    hint: "Svaret skrivs på frågans rad på bladet Förtydliganden. Anbudet rörs inte.",
    fields: {
      clarification: { label: "Fråga", option: "frågans nummer" },
      answer: { label: "Svar", option: "svaret från anbudsgivaren" },
      answeredBy: { label: "Svarat av", option: "vem som svarade för anbudsgivaren" },
      date: { label: "Svarat den", option: "dagen då svaret kom", hint: "Tomt betyder i dag." },
      reference: {
        label: "Svaret finns i",
        option: "var svaret finns, till exempel diarienummer och sida",
      },
    },
  },
  "decide-clarification": {
    command: "för in beslutet om ett förtydligande",
    suffix: "beslut",
    label: "För in beslutet",
    title: "Besluta om ett förtydligande",
    hint: "Beslutet skrivs på frågans rad, med ditt namn och dagens datum. Ett nytt värde räknas från och med då.",
    fields: {
      clarification: { label: "Fråga", option: "frågans nummer" },
      rule: {
        label: "Regel",
        option:
          "grunden: clerical-error, miscalculation, other-error, clarification eller supplement",
      },
      value: {
        label: "Nytt värde",
        option: "det som gäller i stället",
        hint: "Tomt om inget i anbudet ändras.",
      },
      reason: { label: "Skäl", option: "varför det är tillåtet" },
      equalTreatment: {
        label: "Likabehandling",
        option: "hur de andra anbuden har behandlats i samma läge",
      },
    },
  },
  "decide-low-bid": {
    command: "för in förklaringen av ett lågt pris, och beslutet om det",
    suffix: "lagt-pris-beslut",
    label: "För in beslutet om priset",
    title: "Besluta om ett lågt pris",
    hint: "Förklaringen och beslutet skrivs på begärans rad, med ditt namn och dagens datum. Ett lågt pris är aldrig i sig skäl att förkasta.",
    fields: {
      bid: { label: "Anbud", option: "anbudets id" },
      answer: {
        label: "Anbudsgivarens förklaring",
        option: "förklaringen, om den inte redan är införd",
        hint: "Tomt om den redan står på bladet, eller om ingen har kommit.",
      },
      date: {
        label: "Förklaringen kom in",
        option: "datum; tomt betyder i dag",
        hint: "Tomt betyder i dag.",
      },
      decision: { label: "Beslut", option: "not-abnormal, explained eller rejected" },
      reason: { label: "Skäl", option: "varför" },
    },
  },
  "ask-low-bid": {
    command: "begär förklaring av ett lågt pris",
    suffix: "lagt-pris",
    label: "Lägg till raden",
    title: "Begär förklaring av ett lågt pris",
    hint: "En rad läggs till på bladet LågaAnbud. Svaret och beslutet skrivs på samma rad, här eller på bladet. Ett lågt pris är aldrig i sig skäl att förkasta.",
    fields: {
      bid: { label: "Anbud", option: "anbudets id" },
      question: { label: "Fråga", option: "frågan till anbudsgivaren" },
    },
  },
  ...exclusionActs,
  "record-lottery": {
    command: "registrera en lottning mellan anbud som delar plats",
    suffix: "lottad",
    label: "Registrera lottning",
    hint: "Programmet lottar aldrig. Lotta enligt upphandlingsdokumenten och för in utfallet här; bladet Lottning läggs till.",
    fields: {
      order: {
        label: "Ordningen som drogs",
        option: "anbudens id i dragen ordning, med semikolon emellan",
        hint: "Den som drogs först får den bättre platsen. Är fler än fyra lika skriver du anbudens id i dragen ordning, med semikolon emellan: C; A; E; B; D.",
      },
      time: {
        label: "När lotterna drogs",
        option: "när lotterna drogs, som 2026-03-02T10:00",
        hint: "Dag och tid, till exempel 2026-03-02 10:00.",
      },
      witnesses: {
        label: "Vittnen",
        option: "två till fyra namn med komma emellan",
        hint: "Två till fyra namn med komma emellan.",
      },
      method: { label: "Hur det gick till", option: "hur lottningen gick till" },
      authority: authorityField,
    },
  },
  finalise: {
    command: "fastställ utvärderingen; sedan ändras den bara om den öppnas igen",
    suffix: "faststalld",
    label: "Fastställ utvärderingen",
    warning:
      "Sedan ändras inget som utfallet vilar på, om inte utvärderingen öppnas igen med ett skäl.",
    done: (signed: string): string => `Fastställd ${signed}.`,
    fields: {},
  },
  reopen: {
    command: "öppna en fastställd utvärdering igen",
    suffix: "oppnad",
    label: "Öppna igen",
    fields: { reason: { label: "Skäl", option: "varför" } },
  },
  award: {
    command: "registrera tilldelningsbeslutet",
    suffix: "beslutad",
    label: "Registrera tilldelningsbeslutet",
    hint: "När beslutet är fattat. Det som redan står på bladet Beslut skrivs inte över.",
    done: (signed: string): string => `Tilldelningsbeslutet registrerat ${signed}.`,
    fields: decisionFields,
  },
  dispatch: {
    command: "anteckna att beslutet skickats till anbudsgivarna; inget skickas härifrån",
    suffix: "skickat",
    label: "Anteckna utskicket",
    title: "Beslutet har skickats",
    hint: "Avtalsspärren räknas från det sista utskicket. Ange dagen innan underrättelserna skrivs ut, eftersom spärrens sista dag ska stå i dem.",
    fields: {
      authority: authorityField,
      sentAt: {
        label: "Skickat",
        option: "när det skickades, till exempel 2026-03-02T10:00",
        hint: "Till exempel 2026-03-02 10:00",
      },
      sending: { label: "Hur", option: "electronic (elektroniskt) eller other (på annat sätt)" },
      bid: { label: "Till", option: "bara till den här anbudsgivaren" },
    },
  },
  "correct-award": {
    command: "registrera en rättelse av beslutet; det rättade beslutet står kvar",
    suffix: "rattat",
    label: "Registrera rättelsen",
    title: "Beslutet har rättats",
    hint: "För skrivfel och liknande. Ska någon annan tilldelas öppnas utvärderingen igen och ett nytt beslut fattas.",
    fields: {
      reason: { label: "Vad som rättas, och varför", option: "vad som rättas, och varför" },
      ...decisionFields,
    },
  },
  cancel: {
    command: "registrera beslutet att avbryta upphandlingen, med skälen",
    suffix: "avbruten",
    label: "Registrera avbrytandet",
    title: "Upphandlingen har avbrutits",
    warning:
      "Inget anbud kan tilldelas efter avbrytandet. Skälen ska stå i underrättelsen till anbudsgivarna.",
    fields: {
      reason: { label: "Skäl", option: "skälen för att avbryta" },
      ...decisionFields,
    },
  },
  comment: {
    command: "skriv en kommentar i filen",
    suffix: "kommenterad",
    label: "Lägg till",
    title: "Skriv en kommentar",
    fields: {
      text: { label: "Kommentar", option: "kommentaren" },
      place: {
        label: "Gäller",
        option: "vad den gäller, till exempel bids[A].scores[U1].value",
        hint: "Till exempel anbud B, krav K4; tomt för hela filen.",
      },
    },
  },
  "sign-off": {
    command: "intyga att filen är granskad som den är nu",
    suffix: "granskad",
    label: "Intyga granskning",
    hint: "Intyget binds till underlaget och utfallet som de är nu.",
    fields: {
      text: { label: "Intyg", option: "vad som intygas", usual: "Granskad utan anmärkning." },
    },
  },
  anchor: {
    command:
      "förankra journalens slutkod utanför filen: lämna ut förankringsfilen, eller anteckna svaret eller diarienumret",
    suffix: "forankrad",
    label: "Anteckna förankringen",
    title: "Anteckna svaret eller diarienumret",
    hint: "Låt e-underskriften eller tidsstämplingen skriva under förankringsfilen, och välj svaret här. Utan tjänst: för in slutkoden i diariet och ange nummer och dag.",
    fields: {
      reply: {
        label: "Svaret från tjänsten (.p7s, .tsr)",
        option: "svaret från underskrifts- eller tidsstämplingstjänsten (.p7s eller .tsr)",
      },
      registered: {
        label: "Diarienummer",
        option: "diarienumret som koden är registrerad under, till exempel ”KS 2026/123”",
        hint: "Till exempel KS 2026/123",
      },
      date: {
        label: "Registrerad",
        option: "dagen då koden registrerades, till exempel 2026-11-27",
        hint: "Till exempel 2026-11-27",
      },
      code: {
        label: "Slutkod som registrerades",
        option: "slutkoden som registrerades, om journalen har vuxit sedan dess",
        hint: "Den som gäller nu. Har journalen vuxit sedan dess: skriv den som står i diariet.",
      },
    },
  },
  join: {
    command: "sammanfoga med en kopia som någon arbetat i",
    suffix: "ihopfogad",
    label: "Sammanfoga med en kopia som någon arbetat i",
    fields: { copy: { label: "Kopian", option: "kopian" } },
  },
} satisfies { readonly [name: string]: ActWords };
