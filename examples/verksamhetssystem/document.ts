/**
 * The example: three made-up municipalities buy a business system for their social services
 * together, for four years with an option on two more. Five made-up bidders, four of whom offer the
 * system as a service and one as software that the municipalities run; 1,300 requirements, prices
 * per inhabitant and year, added value in kronor, usability by demonstrated scenarios that five
 * people score. One bid is rejected on a minimum requirement after a clarification; one price is
 * corrected; one misses the award by little. Everything here is input; no result is written down.
 */
import type {
  Answer,
  Bid,
  Confidential,
  Criterion,
  EvaluationDocument,
  PriceItem,
  Score,
} from "../../src/core/document/schema";
import { clarifications, demonstrated, evaluators, panelScore, sessions, worked } from "./panel";
import { requirements } from "./requirements";
import { Exact } from "../../src/core/number";

/** The municipalities, and the share that each pays of what is bought for all. */
const municipalities = [
  { id: "EXK", name: "Exempelköpings kommun", inhabitants: "24750", share: "0.6" },
  { id: "GRA", name: "Granviks kommun", inhabitants: "9900", share: "0.24" },
  { id: "SOR", name: "Sörånga kommun", inhabitants: "6600", share: "0.16" },
] as const;

const inhabitants: Pick<PriceItem, "quantity" | "quantities"> = {
  quantity: "41250",
  quantities: Object.fromEntries(
    municipalities.map((each): [string, string] => [each.id, each.inhabitants]),
  ),
};

/** A quantity that the municipalities share by their published shares. */
function shared(quantity: string): Pick<PriceItem, "quantity" | "quantities"> {
  const parts = municipalities.map(({ id, share }): [string, string] => [
    id,
    Exact.of(quantity).times(Exact.of(share)).toDecimal(2),
  ]);
  return { quantity, quantities: Object.fromEntries(parts) };
}

/** The four years of the contract and the two of the option, which counts in the evaluation. */
const everyYear = { from: 1, to: 6 };

const priceItems: PriceItem[] = [
  {
    id: "P1",
    name: "Grundlicens",
    category: "licence",
    unit: "kr/invånare/år",
    ...inhabitants,
    years: everyYear,
    ceiling: "60",
    required: true,
  },
  {
    id: "P2",
    name: "Modul e-tjänster och medborgarmeddelanden",
    category: "module",
    unit: "kr/invånare/år",
    ...inhabitants,
    years: everyYear,
    required: true,
  },
  {
    id: "P3",
    name: "Införande, fast pris",
    category: "implementation",
    unit: "kr",
    ...shared("1"),
    required: true,
  },
  {
    id: "P4",
    name: "Migrering av data från nuvarande system",
    category: "migration",
    unit: "kr",
    ...shared("1"),
    required: true,
  },
  {
    id: "P5",
    name: "Utbildning på plats",
    category: "training",
    unit: "kr/dag",
    quantity: "48",
    quantities: { EXK: "28", GRA: "12", SOR: "8" },
    required: true,
  },
  {
    id: "P6",
    name: "Konsult, senior",
    category: "consulting",
    unit: "kr/timme",
    ...shared("900"),
    required: true,
  },
  {
    id: "P7",
    name: "Konsult, tekniker",
    category: "consulting",
    unit: "kr/timme",
    ...shared("600"),
    required: true,
  },
  {
    id: "P8",
    name: "Utökad support kvällar och helger",
    category: "support",
    unit: "kr/månad",
    ...shared("12"),
    years: everyYear,
    required: true,
  },
  {
    id: "P9",
    name: "Servrar och lagring vid egen drift",
    category: "other",
    unit: "kr",
    ...shared("1"),
    deliveryModels: ["egen"],
    amount: "310000",
    source: "Kommunernas gemensamma it-enhet, kalkyl 2025-11-28",
  },
  {
    id: "P10",
    name: "Driftpersonal vid egen drift",
    category: "other",
    unit: "kr/år",
    ...shared("1"),
    years: everyYear,
    deliveryModels: ["egen"],
    amount: "145000",
    source: "Kommunernas gemensamma it-enhet, kalkyl 2025-11-28",
  },
];

const shown: Criterion["scale"] = {
  type: "levels",
  levels: [
    { value: "0", label: "Ej visat, eller uppgiften kunde inte slutföras" },
    {
      value: "1",
      label: "Slutfördes med omvägar eller hjälp som en ny användare inte hittar själv",
    },
    { value: "2", label: "Slutfördes, men med moment som stör arbetsflödet" },
    { value: "3", label: "Slutfördes utan störningar; systemet leder användaren rätt" },
    { value: "4", label: "Slutfördes utan störningar och sparar tydligt tid jämfört med i dag" },
  ],
};

const scenarios: readonly (readonly [weight: string, name: string, description: string])[] = [
  [
    "20",
    "Ta emot och bedöma en orosanmälan",
    "Från inkommen anmälan till beslut om att inleda utredning.",
  ],
  ["15", "Utreda behov hos äldre enligt IBIC", "Dokumentera livsområden och föreslå insats."],
  ["15", "Fatta och verkställa beslut", "Signera beslut och skicka beställning till utförare."],
  ["12.5", "Återansöka om ekonomiskt bistånd", "Från e-tjänst till utbetalning."],
  ["12.5", "Planera och följa upp hemtjänst", "Genomförandeplan, avvikelse och uppföljning."],
  [
    "10",
    "Hitta rätt i en lång journal",
    "Återfinna en uppgift ur ett ärende med flera års anteckningar.",
  ],
  [
    "10",
    "Följa upp verksamheten som chef",
    "Ta fram antal, tider och väntande ärenden för en enhet.",
  ],
  [
    "5",
    "Byta behörighet vid ny roll",
    "Flytta en medarbetare mellan enheter utan glapp i åtkomst.",
  ],
];

const criteria: Criterion[] = [
  {
    id: "U",
    name: "Användbarhet",
    description:
      "Åtta scenarier demonstreras med samma manus, data och ordning för alla anbudsgivare.",
    kind: "usability",
    deduction: "3000000",
    minimumShare: "50",
    children: scenarios.map(([weight, name, description], n) => ({
      id: `U${n + 1}`,
      name,
      description,
      kind: "usability",
      weight,
      scale: shown,
      ...demonstrated(n),
    })),
  },
  {
    id: "M1",
    name: "Färdig koppling till sammansatt bastjänst för ekonomiskt bistånd",
    kind: "added-value",
    deduction: "350000",
    scale: { type: "yes-no" },
  },
  {
    id: "M2",
    name: "Mobilt arbetssätt utan uppkoppling",
    kind: "added-value",
    deduction: "450000",
    scale: {
      type: "levels",
      levels: [
        { value: "0", label: "Stöds inte" },
        { value: "1", label: "Läsa utan uppkoppling" },
        { value: "2", label: "Läsa och skriva anteckning utan uppkoppling" },
        {
          value: "3",
          label: "Hela hembesöket kan dokumenteras utan uppkoppling och synkas utan handpåläggning",
        },
      ],
    },
  },
  {
    id: "M3",
    name: "Simulering av avgift före beslut",
    kind: "added-value",
    deduction: "150000",
    scale: { type: "yes-no" },
  },
  {
    id: "M4",
    name: "Tid till åtgärd av kritiskt fel",
    description: "Utfäst tid i timmar, dygnet runt.",
    kind: "added-value",
    deduction: "240000",
    scale: { type: "measure", worst: "8", best: "2", unit: "timmar" },
  },
  {
    id: "PL",
    name: "Projektplan",
    kind: "plan",
    aggregate: "points",
    perPoint: "25000",
    cap: "300000",
    minimumPoints: "6",
    children: [
      {
        id: "PL1",
        name: "Aktiviteter och beroenden",
        kind: "plan",
        scale: { type: "points", max: "5", zero: "0", step: "1" },
      },
      {
        id: "PL2",
        name: "Bemanning och beställarens insats",
        kind: "plan",
        scale: { type: "points", max: "5", zero: "0", step: "1" },
      },
      {
        id: "PL3",
        name: "Risker och hur de hanteras",
        kind: "plan",
        scale: { type: "points", max: "5", zero: "0", step: "1" },
      },
    ],
  },
];

type Offer = {
  readonly id: string;
  readonly bidder: string;
  readonly organisationNumber: string;
  readonly deliveryModel: "tjanst" | "egen";
  /** Unit prices P1–P8. */
  readonly prices: readonly string[];
  readonly statedTotal?: string;
  /** Levels on the eight scenarios, then M1–M4 and PL1–PL3. */
  readonly scenarios: readonly string[];
  readonly others: readonly string[];
  readonly fails?: {
    readonly requirement: string;
    readonly reference: string;
    readonly note: string;
  };
};

const offers: readonly Offer[] = [
  {
    id: "A",
    bidder: "Norrvik Verksamhetssystem AB",
    organisationNumber: "559000-0011",
    deliveryModel: "tjanst",
    prices: ["31.50", "4.20", "1290000", "480000", "14500", "1195", "1050", "9500"],
    scenarios: ["3", "3", "4", "3", "2", "3", "3", "4"],
    others: ["yes", "2", "yes", "4", "4", "3", "4"],
  },
  {
    id: "B",
    bidder: "Lindö & Berg Systemhus AB",
    organisationNumber: "559000-0029",
    deliveryModel: "tjanst",
    prices: ["29.75", "3.90", "1610000", "520000", "13900", "1250", "995", "8900"],
    scenarios: ["3", "2", "3", "3", "3", "2", "3", "3"],
    others: ["yes", "3", "no", "4", "4", "4", "3"],
  },
  {
    id: "C",
    bidder: "Omsorgsdata i Mälardalen AB",
    organisationNumber: "559000-0037",
    deliveryModel: "tjanst",
    prices: ["30.10", "3.10", "1120000", "390000", "12500", "1080", "940", "78000"],
    statedTotal: "11863000",
    scenarios: ["2", "2", "2", "2", "2", "2", "2", "2"],
    others: ["no", "1", "no", "6", "3", "3", "3"],
  },
  {
    id: "D",
    bidder: "Vårdflöde Sverige AB",
    organisationNumber: "559000-0045",
    deliveryModel: "egen",
    prices: ["24.90", "2.95", "980000", "350000", "11900", "1040", "910", "7200"],
    scenarios: ["4", "3", "3", "4", "3", "3", "4", "3"],
    others: ["yes", "3", "yes", "3", "5", "4", "4"],
    fails: {
      requirement: "TEK-008",
      reference: "Anbud, bilaga 3, s. 14",
      note: "Supportloggar med personuppgifter behandlas i ett land utanför EU/EES. Förtydligande begärt och besvarat; svaret bekräftar uppgiften.",
    },
  },
  {
    id: "E",
    bidder: "Kajplats Digital AB",
    organisationNumber: "559000-0052",
    deliveryModel: "tjanst",
    prices: ["34.25", "5.60", "1480000", "610000", "15500", "1290", "1120", "11200"],
    scenarios: ["4", "4", "4", "4", "3", "4", "4", "4"],
    others: ["yes", "3", "yes", "2", "5", "5", "4"],
  },
];

/** Who takes part beside those who score, as the joint procurement was organised. */
const roles: NonNullable<EvaluationDocument["roles"]> = [
  {
    group: "steering",
    name: "Karin Lind",
    role: "Ordförande, socialchef",
    organisation: "Exempelköpings kommun",
  },
  { group: "steering", name: "Petra Sund", role: "Socialchef", organisation: "Granviks kommun" },
  { group: "steering", name: "Tage Hult", role: "Socialchef", organisation: "Sörånga kommun" },
  {
    group: "project",
    name: "Ellen Ask",
    role: "Upphandlare",
    organisation: "Exempelköpings kommun",
  },
  {
    group: "project",
    name: "Jonas Björk",
    role: "Projektledare",
    organisation: "Exempelköpings kommun",
  },
  {
    group: "reference",
    name: "Vera Holm",
    role: "Socialsekreterare",
    organisation: "Granviks kommun",
  },
  {
    group: "reference",
    name: "Ali Nouri",
    role: "Biståndshandläggare",
    organisation: "Sörånga kommun",
  },
];

const timePlan: NonNullable<EvaluationDocument["timePlan"]> = [
  {
    step: "Upphandlingsdokumenten annonseras",
    plannedAt: "2026-01-12",
    milestone: "published",
    responsible: "Ellen Ask",
  },
  {
    step: "Anbuden öppnas",
    plannedAt: "2026-02-23",
    milestone: "bids-opened",
    responsible: "Ellen Ask",
  },
  {
    step: "Demonstrationerna är genomförda",
    plannedAt: "2026-03-06",
    responsible: "Jonas Björk",
  },
  {
    step: "Utvärderingen är fastställd",
    plannedAt: "2026-03-18",
    milestone: "finalised",
    responsible: "Ellen Ask",
  },
  {
    step: "Socialnämnden beslutar om tilldelning",
    plannedAt: "2026-03-24",
    milestone: "decided",
    responsible: "Karin Lind",
  },
];

/** The example document; the same at every call. */
export function document(): EvaluationDocument {
  return worked(offered());
}

/** The procurement, the bids and what the group came to, without a journal. */
export function offered(): EvaluationDocument {
  const required = requirements();
  return {
    format: "mervarde/1",
    procurement: {
      title: "Verksamhetssystem för socialtjänsten",
      caseNumber: "SN 2026/118",
      authority: "Exempelköpings kommun",
      regime: "directive",
      procedure: "open",
      currency: "SEK",
      checkOrder: "supplier-first",
      prices: "sealed",
      lowBids: { belowMedian: "30", belowNext: "20" },
    },
    model: {
      basis: "best-price-quality",
      label: "utvärderingspris",
      method: { type: "monetary" },
      priceCeiling: "16000000",
      rounding: { result: { decimals: 2, mode: "half-up" } },
      ties: ["highest-deduction", "criterion:U", "lowest-price", "lottery"],
      winners: 1,
      contracts: "common",
      authorities: municipalities.map(({ id, name }) => ({ id, name })),
      contractPeriods: [
        { id: "G", name: "Grundavtal", from: 1, to: 4 },
        { id: "O", name: "Option", from: 5, to: 6 },
      ],
      deliveryModels: [
        { id: "tjanst", name: "Tjänst" },
        { id: "egen", name: "Egen drift" },
      ],
    },
    evaluators,
    requirements: required,
    criteria,
    priceItems,
    bids: offers.map((offer, n) =>
      bid(
        offer,
        n,
        required.map(({ id }) => id),
      ),
    ),
    clarifications,
    sessions: sessions(
      offers.map(({ id }) => id),
      scenarios.length,
    ),
    award: {
      subject:
        "Verksamhetssystem för socialtjänsten med införande, migrering, utbildning och support, för tre kommuner i fyra år med option på två år",
      value: "13691250",
      subcontracting: "Drift av servrar",
      deadline: "2026-02-20",
      openedAt: "2026-02-23T09:00",
      openedBy: "Ellen Ask och Jonas Björk",
      bidsValidUntil: "2026-08-31",
      lotsReason:
        "Systemets delar delar register, behörighet och journal; två leverantörer skulle inte kunna hållas ansvariga för helheten.",
      court: "Förvaltningsrätten i Exempelköping",
      contact: "Ellen Ask, upphandling@exempelkoping.example",
    },
    roles,
    timePlan,
    confidential: confidential(),
  };
}

/**
 * What two bidders have asked to be kept secret: unit prices of consultants, and how a requirement
 * is met.
 */
function confidential(): Confidential[] {
  return [
    {
      bid: "B",
      subject: "price-item",
      of: "P6",
      reason: "Timpriser mot andra kunder kan räknas ut.",
      requestedAt: "2026-02-19",
      decision: "granted",
      decidedBy: "Ellen Ask",
      decidedAt: "2026-03-16",
    },
    {
      bid: "B",
      subject: "criterion",
      of: "M1",
      reason: "Beskriver en teknisk lösning som inte är allmänt känd.",
      requestedAt: "2026-02-19",
    },
    {
      bid: "E",
      subject: "price",
      reason: "Hela priset är en affärshemlighet.",
      requestedAt: "2026-02-20",
      decision: "denied",
      decidedBy: "Ellen Ask",
      decidedAt: "2026-03-16",
    },
  ];
}

function bid(offer: Offer, n: number, required: readonly string[]): Bid {
  const { id, bidder, organisationNumber, deliveryModel, statedTotal } = offer;
  return {
    id,
    bidder,
    organisationNumber,
    deliveryModel,
    prices: Object.fromEntries(offer.prices.map((price, n) => [`P${n + 1}`, price])),
    ...(statedTotal ? { statedTotal } : {}),
    answers: Object.fromEntries(
      required.map((requirement, r) => [requirement, answer(offer, requirement, r, n)]),
    ),
    scores: Object.fromEntries([...scenarioScores(offer), ...otherScores(offer)]),
  };
}

function answer({ fails }: Offer, requirement: string, r: number, n: number): Answer {
  const signed = {
    checkedBy: r % 2 === 0 ? "EA" : "JB",
    checkedAt: `2026-02-${String(24 + (r % 4)).padStart(2, "0")}`,
  };
  const isFailed = fails?.requirement === requirement;
  if (isFailed)
    return {
      answer: "yes",
      verdict: "not-met",
      reference: fails.reference,
      ...signed,
      note: fails.note,
    };
  return {
    answer: "yes",
    verdict: "met",
    reference: `Anbud s. ${12 + Math.floor((r * (7 + n)) / 90)}`,
    ...signed,
  };
}

function scenarioScores({ id, scenarios: levels }: Offer): [string, Score][] {
  return levels.map((value, n) => [`U${n + 1}`, panelScore(value, id, n)]);
}

function otherScores({ bidder, others }: Offer): [string, Score][] {
  const ids = ["M1", "M2", "M3", "M4", "PL1", "PL2", "PL3"];
  return ids.map((id, n) => {
    const value = others[n] ?? "";
    const isPlan = id.startsWith("PL");
    const rationale = isPlan
      ? `${bidder} beskriver området i projektplanen ${Number(value) >= 4 ? "konkret, med ansvar och datum för varje del" : "i stort, men utan datum för alla delar"}.`
      : value === "no"
        ? `${bidder} utfäster det inte i anbudet.`
        : `${bidder} utfäster det i anbudet; utfästelsen stämmer med prisbilagans beskrivning.`;
    return [
      id,
      { value, rationale, reference: isPlan ? "Bilaga 5 Projektplan" : "Bilaga 4 Mervärden" },
    ];
  });
}
