/**
 * What the help must hold: an entry for every step of the pane and for every field of a form. The
 * lists of names are those of the other words, so that a step or a field that is added without its help
 * does not compile. Types only.
 */
import type { acts } from "./sv/acts";
import type { pane } from "./sv/pane";
import type { rowForms } from "./sv/row-forms";
import type { sv } from "./sv/words";

/** What it is, what to mind, and an example. */
export type HelpText = readonly [what: string, mind: string, example: string];

type ForEach<Names extends string> = { readonly [name in Names]: HelpText };

type Acts = typeof acts;
type Headers = typeof sv.headers;
type RowTable = keyof typeof rowForms.titles;

/** The columns of a sheet that a form has no field for. */
type WithoutField = "key" | "order" | "unitPrice" | "yearSum" | "parent";

/**
 * Fields of a row that stand on sheets of their own: one for each authority, for each value, for each
 * level and each interval.
 */
type FurtherFields = {
  readonly prices: "quantities";
  readonly indexes: "values.year" | "values.value";
  readonly criteria:
    "pasted" | "levels.value" | "levels.label" | "bands.from" | "bands.to" | "bands.deduction";
};

/** What the keys of the pane do; each is one of its own mechanisms. */
export type KeysName =
  "leave" | "enter" | "enterAnywhere" | "undo" | "cell" | "verdicts" | "turn" | "seats" | "arrange";

/** The fields of the procurement's own form; one that is added there without its help does not compile. */
export type ProcurementHelpName =
  | "procurement.title"
  | "procurement.caseNumber"
  | "procurement.authority"
  | "procurement.regime"
  | "procurement.procedure"
  | "procurement.currency"
  | "procurement.prices"
  | "award.deadline"
  | "procurement.agreement"
  | "procurement.services"
  | "procurement.renewedCompetition"
  | "procurement.initialBids"
  | "procurement.checkOrder"
  | "award.bidsValidUntil"
  | "procurement.stage"
  | "procurement.leastInvited"
  | "procurement.law"
  | "procurement.lot.id"
  | "procurement.lot.name"
  | "procurement.lotLimits.bids"
  | "procurement.lotLimits.awards"
  | "procurement.lotLimits.order"
  | "procurement.lotLimits.combined"
  | "award.lotsReason"
  | "procurement.lowBids.belowMedian"
  | "procurement.lowBids.belowNext"
  | "award.subject"
  | "award.value"
  | "award.procedureReason"
  | "award.nonElectronicReason"
  | "award.subcontracting"
  | "award.intentionAt"
  | "award.court"
  | "award.contact";

/** The fields of a bid's own form; those of its price rows have one help. */
export type BidHelpName =
  | "bidder"
  | "organisationNumber"
  | "receivedAt"
  | "deliveryModel"
  | "priceForm"
  | "price"
  | "prices"
  | "statedTotal"
  | "answers";

export type HelpWords = {
  readonly keys: { readonly [name in KeysName]: readonly [keys: string, what: string] };
  readonly steps: ForEach<keyof typeof pane.steps>;
  readonly acts: {
    readonly [act in keyof Acts]: ForEach<Extract<keyof Acts[act]["fields"], string>>;
  };
  readonly model: ForEach<keyof typeof sv.fields.model>;
  readonly procurement: ForEach<ProcurementHelpName>;
  readonly bid: ForEach<BidHelpName>;
  readonly rows: {
    readonly [table in RowTable]: ForEach<
      | Exclude<Extract<keyof Headers[table], string>, WithoutField>
      | (table extends keyof FurtherFields ? FurtherFields[table] : never)
    >;
  };
  /** Fields that belong to no act and no row. */
  readonly fields: ForEach<OwnField>;
  readonly glossary: readonly (readonly [term: string, meaning: string])[];
};

/** The fields of the pane's own forms; a form that names another does not compile. */
export type OwnField =
  | "who"
  | "open file"
  | "createFrom"
  | "choose forms"
  | "compare"
  | "empty.title"
  | "empty.caseNumber"
  | "empty.authority"
  | "empty.keeps"
  | "trial.price"
  | "models.price"
  | "models.quality"
  | "import.meaning"
  | "import.price"
  | "import.reason"
  | "change way"
  | "change scale"
  | "dispute.criterion"
  | "dispute.bid"
  | "dispute.kind"
  | "measure.worst"
  | "measure.best"
  | "measure.unit"
  | "paste.text"
  | "paste.kind"
  | "check.bid"
  | "check.area"
  | "check.filter"
  | "check.reader"
  | "check.reference"
  | "check.note"
  | "agreed.value"
  | "agreed.rationale"
  | "agreed.reference"
  | "changes.reason"
  | "remark.text"
  | "isRedacted"
  | "saysNeeded"
  | "withBlanks"
  | "withPdf"
  | "lot-papers";
