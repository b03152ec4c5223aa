/**
 * The procurement itself as a form: the rows of the sheet Upphandling, and those of Tilldelning that no act
 * writes, in groups, each with the value it has and why it may be read only. A milestone, and whatever
 * else an act records, is not in it. It reads no cell beyond these sheets and enters nothing.
 */
import { lastOf } from "../core/document/recorded";
import type { EvaluationDocument } from "../core/document/schema";
import { unrecordedChanges } from "../core/document/unrecorded-changes";
import type { Place } from "../core/place";
import { publishedCurrency } from "../journal/published";
import { finalisation } from "../procedure/milestones";
import { fieldOf } from "../sheet/fields";
import type { Places } from "../sheet/locate";
import type { FieldKey } from "../sheet/table-keys";
import type { ProcurementHelpName } from "../words/help-shape";
import type { Words } from "../words/sv/words";
import { momentText } from "../words/time";
import type { ProcurementField, ProcurementForm } from "./answers";
import type { FieldSheet, Languages } from "./field-form";
import { fieldAnswer } from "./field-form";

type GroupName = keyof Words["procurementForm"]["groups"];

/** The fields of each group; the first group is what every procurement has. */
const groups: readonly (readonly [GroupName | "", readonly ProcurementHelpName[]])[] = [
  [
    "",
    [
      "procurement.title",
      "procurement.caseNumber",
      "procurement.authority",
      "procurement.regime",
      "procurement.procedure",
      "procurement.currency",
      "procurement.prices",
      "award.deadline",
    ],
  ],
  [
    "procedure",
    [
      "procurement.agreement",
      "procurement.services",
      "procurement.renewedCompetition",
      "procurement.initialBids",
      "procurement.checkOrder",
      "award.bidsValidUntil",
      "procurement.stage",
      "procurement.leastInvited",
      "procurement.law",
    ],
  ],
  [
    "lots",
    [
      "procurement.lot.id",
      "procurement.lot.name",
      "procurement.lotLimits.bids",
      "procurement.lotLimits.awards",
      "procurement.lotLimits.order",
      "procurement.lotLimits.combined",
      "award.lotsReason",
    ],
  ],
  ["lowBids", ["procurement.lowBids.belowMedian", "procurement.lowBids.belowNext"]],
  [
    "papers",
    [
      "award.subject",
      "award.value",
      "award.procedureReason",
      "award.nonElectronicReason",
      "award.subcontracting",
      "award.intentionAt",
      "award.court",
      "award.contact",
    ],
  ],
];

/** Every value that the form has. */
export const procurementPlaces: readonly Place[] = groups.flatMap(([, names]) => names);

/** Values that mean nothing without each other, and are entered together. */
const together: readonly (readonly Place[])[] = [["procurement.lot.id", "procurement.lot.name"]];

/** The sheet and the key that a place is of: "award.deadline" is deadline on award. */
export function sheetKeyOf(place: Place): { readonly name: FieldKey; readonly key: string } {
  const at = place.indexOf(".");
  const name = place.slice(0, at) === "award" ? "award" : "procurement";
  return { name, key: place.slice(at + 1) };
}

/** @returns nothing where the workbook has no sheet Upphandling */
export function procurementForm(
  { tables }: Places,
  document: EvaluationDocument | undefined,
  languages: Languages,
): ProcurementForm | undefined {
  if (!tables.procurement) return undefined;
  const { words } = languages;
  const common = document && commonLock(document, words);
  const fieldAt = (place: ProcurementHelpName) => {
    const { name } = sheetKeyOf(place);
    const sheet = { name, table: tables[name], document, ...languages };
    return procurementField(place, sheet, document && lockOf(place, document, words));
  };
  return {
    fixed: common?.why ?? "",
    canCorrect: common?.isCorrectable === true,
    groups: groups.map(([name, places]) => ({
      name,
      title: name === "" ? "" : words.procurementForm.groups[name],
      fields: places.map(fieldAt),
    })),
  };
}

function procurementField(
  place: ProcurementHelpName,
  sheet: FieldSheet,
  lock: Lock | undefined,
): ProcurementField {
  const { name, key } = sheetKeyOf(place);
  const field = fieldOf(name, key);
  if (!field) throw new Error(`no field ${place}`);
  const { currencies } = sheet.words.procurementForm;
  const made = fieldAnswer(field, key, sheet);
  const open = Object.entries(currencies).map(([code, word]) => ({
    code,
    word: `${code} – ${word}`,
  }));
  return {
    ...made,
    ...(place === "procurement.currency" ? { kind: "open-choice", options: open } : {}),
    place,
    fixed: lock?.why ?? "",
    canCorrect: lock?.isCorrectable === true,
    together: together.find((each) => each.includes(place)) ?? [place],
  };
}

/** Why a value is read and not typed; one that is correctable may be changed with a recorded reason. */
export type Lock = { readonly why: string; readonly isCorrectable: boolean };

/** Whether the value is recorded when bids are opened, as the register of bids is. */
function isRegistered(place: Place): boolean {
  return place.startsWith("procurement.") || place === "award.deadline";
}

/** Why everything that is recorded with the register is fixed. */
function commonLock(document: EvaluationDocument, words: Words): Lock | undefined {
  const { fixed } = words.procurementForm;
  const final = finalisation(document);
  if (final)
    return { why: fixed.finalised(momentText(final.time), final.by), isCorrectable: false };
  const opened = lastOf(document, "bids-opened");
  return opened && { why: fixed.opened(momentText(opened.time), opened.by), isCorrectable: true };
}

export function lockOf(place: Place, document: EvaluationDocument, words: Words): Lock | undefined {
  if (!isRegistered(place)) return undefined;
  const { fixed } = words.procurementForm;
  const published = lastOf(document, "published");
  // A currency that is no longer the published one is put back where it can be typed.
  const kept = published && publishedCurrency(published);
  const isAsPublished = kept === undefined || kept === document.procurement.currency;
  if (place === "procurement.currency" && published && isAsPublished)
    return { why: fixed.published(momentText(published.time), published.by), isCorrectable: false };
  const prices = lastOf(document, "prices-opened");
  if (place === "procurement.prices" && prices)
    return { why: fixed.pricesOpened(momentText(prices.time), prices.by), isCorrectable: false };
  const lock = commonLock(document, words);
  // What has been changed since it was recorded is put back where it can be typed.
  const isChanged = unrecordedChanges(document).some((change) => change.place === place);
  return lock?.isCorrectable && isChanged ? undefined : lock;
}
