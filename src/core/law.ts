/**
 * The provisions of LOU (2016:1145, as amended up to and including SFS 2025:360) that papers, dates,
 * the checklist and findings print: one row for each duty, one column for each set of rules. It knows
 * no other law: not LUF, LUK or LUFS, and not competitive dialogue, innovation partnership or dynamic
 * purchasing systems. For those, and where the law has no provision, nothing is printed.
 */
import type { Procurement } from "./document/schema";

/** Chapter and section: "12:16" is 12 kap. 16 §, "12:15–16" is 12 kap. 15–16 §§. */
export type Provision = `${string}:${string}`;
/** A provision as its two parts. */
export type Law = readonly [chapter: string, section: string];
export type Setting = Pick<
  Procurement,
  "law" | "regime" | "procedure" | "services" | "renewedCompetition" | "stage"
>;

/** Procedures of LOU 6 and 8 kap. that the table has no row for. */
const otherProcedures: ReadonlySet<Procurement["procedure"]> = new Set([
  "competitive-dialogue",
  "innovation-partnership",
  "dynamic-purchasing",
]);

/** Whether the table is about the procurement's law. */
export function isKnownLaw({ law = "LOU" }: Pick<Procurement, "law">): boolean {
  return law === "LOU";
}

export function isKnownProcedure({ procedure }: Pick<Procurement, "procedure">): boolean {
  return !otherProcedures.has(procedure);
}

/**
 * Above the thresholds; below them (19 kap.); 19 kap. for services of bilaga 2, whatever their value
 * (1 kap. 4 §); direct awards, to which 19 a kap. applies alone (19 kap. 1 §).
 */
type Row = readonly [
  above: Provision | "",
  below: Provision | "",
  services: Provision | "",
  direct: Provision | "",
];

// prettier-ignore
const rows = {
  // duty                 above        19 kap.   bilaga 2  19 a kap.
  principles:           ["4:1",       "19:2",   "19:2",   "19 a:8" ],
  // The procurement documents
  basis:                ["16:1",      "",       "",       ""       ],
  criteria:             ["16:2",      "19:9",   "19:9",   ""       ],
  weights:              ["16:6",      "19:9",   "19:9",   ""       ],
  minimum:              ["6:7",       "19:9",   "19:9",   ""       ],
  lots:                 ["4:14",      "",       "",       ""       ],
  combinedLots:         ["4:16",      "",       "",       ""       ],
  validity:             ["10:10",     "",       "",       ""       ],
  fewestInvited:        ["4:7",       "",       "",       ""       ],
  // The bids and their bidders
  unread:               ["12:10",     "",       "",       ""       ],
  opening:              ["12:10",     "",       "",       ""       ],
  checking:             ["4:10",      "",       "",       ""       ],
  reverseOrder:         ["4:12",      "",       "",       ""       ],
  exclusion:            ["13:1–3",    "19:17",  "19:17",  ""       ],
  exclusionCrime:       ["13:1",      "19:17",  "19:17",  ""       ],
  exclusionTaxes:       ["13:2",      "19:17",  "19:17",  ""       ],
  exclusionMisconduct:  ["13:3",      "19:17",  "19:17",  ""       ],
  exclusionAge:         ["13:3 a",    "",       "",       ""       ],
  exclusionHearing:     ["13:4",      "19:17",  "19:17",  ""       ],
  reliability:          ["13:5",      "",       "",       ""       ],
  publicInterest:       ["13:6",      "",       "",       ""       ],
  exclusionNotice:      ["13:7",      "",       "",       ""       ],
  reliedOn:             ["4:11",      "",       "",       ""       ],
  replacement:          ["14:7",      "",       "",       ""       ],
  winnersEvidence:      ["15:4",      "",       "",       ""       ],
  correction:           ["4:9",       "19:15",  "19:15",  ""       ],
  negotiation:          ["6:8",       "19:16",  "19:16",  ""       ],
  finalBids:            ["6:11",      "",       "",       ""       ],
  lowBid:               ["16:7",      "19:18",  "19:18",  ""       ],
  award:                ["16:1",      "",       "",       ""       ],
  // The decision and what follows
  decision:             ["12:12",     "19:19",  "19:19",  "19 a:10"],
  cancellation:         ["12:12",     "19:21",  "19:21",  ""       ],
  noticeReasons:        ["12:12",     "19:19",  "19:19",  ""       ],
  reasons:              ["12:13",     "19:20",  "19:20",  ""       ],
  standstill:           ["20:1",      "20:1",   "20:1",   ""       ],
  noStandstill:         ["",          "",       "",       "19 a:10"],
  intention:            ["",          "",       "",       "20:3"   ],
  notice:               ["10:4",      "19:7",   "19:7",   "19 a:13"],
  documentation:        ["12:14",     "19:22",  "19:22",  "19 a:11"],
  report:               ["12:15–16",  "",       "19:22",  ""       ],
  conflicts:            ["12:16",     "",       "19:22",  ""       ],
} as const satisfies { readonly [duty: string]: Row };

export type Duty = keyof typeof rows;

/** A procedure, and of a call-off whether competition was renewed, where that is said. */
type Course = Procurement["procedure"] | "call-off-renewed" | "call-off-without";
/** What holds for a call-off holds for both kinds, where they have no provision of their own. */
type Exception = { readonly [course in Course]?: Provision | "" };
const negotiatedOnly = {
  open: "",
  selective: "",
  "negotiated-without-notice": "",
  "call-off": "",
} as const;
const none = "" as const;
const neither = ["", ""] as const;

/** Above the thresholds: where the provision of a row holds in some procedures only, or another does. */
// prettier-ignore
const aboveByProcedure: { readonly [duty in Duty]?: Exception } = {
  // 6 kap. 7–11 §§ are of the negotiated procedure with prior publication.
  minimum:         negotiatedOnly,
  negotiation:     negotiatedOnly,
  finalBids:       negotiatedOnly,
  // 10 kap. 10 § names the procedures that begin with a notice; 4 kap. 12 § the open one.
  validity:        { "negotiated-without-notice": none, "call-off": none },
  reverseOrder:    { selective: none, negotiated: none, "negotiated-without-notice": none, "call-off": none },
  fewestInvited:   { open: none, "negotiated-without-notice": none, "call-off": none },
  lots:            { "call-off": none },
  // Renewed competition has its own rule about reading bids, and about who is awarded.
  unread:          { "call-off": none, "call-off-renewed": "7:9" },
  opening:         { "call-off": none },
  award:           { "call-off": none, "call-off-renewed": "7:9" },
  basis:           { "call-off": none },
  // Without competition the framework agreement's own conditions decide (7 kap. 4, 6 §§).
  criteria:        { "call-off-without": none },
  weights:         { "call-off-without": none },
  // A contract under a framework agreement needs no award notice.
  notice:          { "call-off": none },
  // 20 kap. 2 § exempts renewed competition, and says nothing of a call-off without it.
  noStandstill:    { "negotiated-without-notice": "20:2", "call-off": "20:2", "call-off-without": none },
  // 12 kap. 15 § and 15 kap. 4 §, second paragraphs: not of a call-off without renewed competition.
  report:          { "call-off-without": none },
  conflicts:       { "call-off-without": none },
  winnersEvidence: { "call-off": none, "call-off-renewed": "15:4" },
  intention:       { "negotiated-without-notice": "20:3" },
};

/** Under 19 kap., for services of bilaga 2 too. */
const belowByProcedure: { readonly [duty in Duty]?: Exception } = {
  notice: { "call-off": none },
  // 19 kap. 19 § second paragraph: the authority chooses whether to observe a standstill.
  noStandstill: { "call-off": "19:19" },
  // Only a decision after renewed competition is notified (19 kap. 19 § second paragraph).
  decision: { "call-off-without": none },
  noticeReasons: { "call-off-without": none },
  criteria: { "call-off-without": none },
  weights: { "call-off-without": none },
  // 19 kap. 22 § second paragraph applies 12 kap. 15 §, whose second paragraph exempts them.
  report: { "call-off-without": none },
  conflicts: { "call-off-without": none },
};

/**
 * The first of two stages: candidates are chosen by criteria of its own (4 kap. 6 §), and nothing that
 * follows on bids or on an award holds. A candidate has a right to the reasons (12 kap. 13 §, 19 kap.
 * 20 §).
 */
// prettier-ignore
const ofSelection: { readonly [duty in Duty]?: readonly [above: Provision | "", below: Provision | ""] } = {
  basis:           neither,
  criteria:        ["4:6", "19:9"],
  weights:         ["4:6", "19:9"],
  validity:        neither,
  opening:         neither,
  winnersEvidence: neither,
  finalBids:       neither,
  lowBid:          neither,
  award:           neither,
  decision:        neither,
  noticeReasons:   ["12:13", "19:20"],
  standstill:      neither,
  notice:          neither,
  report:          neither,
};

/** The exception of a duty for a procurement's procedure; undefined where the row itself holds. */
function exceptionOf(
  exceptions: { readonly [duty in Duty]?: Exception },
  duty: Duty,
  { procedure, renewedCompetition }: Setting,
): Provision | "" | undefined {
  const own = exceptions[duty];
  if (procedure !== "call-off" || renewedCompetition === undefined) return own?.[procedure];
  const kind = renewedCompetition === "yes" ? "call-off-renewed" : "call-off-without";
  return own?.[kind] ?? own?.[procedure];
}

/** The provision of a duty in a procurement; nothing where the law has none. */
export function provisionOf(duty: Duty, setting: Setting): Provision | undefined {
  const { regime, procedure, services, stage } = setting;
  if (!isKnownLaw(setting) || !isKnownProcedure(setting)) return undefined;
  const [above, below, ofServices, direct]: Row = rows[duty];
  const selection = stage === "selection" ? ofSelection[duty] : undefined;
  const found =
    procedure === "direct"
      ? direct
      : selection !== undefined
        ? selection[regime === "directive" ? 0 : 1]
        : regime === "directive"
          ? (exceptionOf(aboveByProcedure, duty, setting) ?? above)
          : (exceptionOf(belowByProcedure, duty, setting) ??
            (services === "annex-2" ? ofServices : below));
  return found === "" ? undefined : found;
}

export function lawOf(duty: Duty, setting: Setting): Law | undefined {
  const provision = provisionOf(duty, setting);
  return provision === undefined ? undefined : partsOf(provision);
}

export function partsOf(provision: Provision): Law {
  const [chapter = "", section = ""] = provision.split(":");
  return [chapter, section];
}

/** Amounts of the law, in kronor, with the act that they stand in. */
export const amounts = {
  /** Below it a direct award needs no award notice (19 a kap. 13 §). */
  directNotice: { kronor: "700000", act: "SFS 2021:1110" },
  /** Up to it a direct award need not be documented (19 a kap. 11 §). */
  directDocumentation: { kronor: "100000", act: "SFS 2023:815" },
} as const;
