/**
 * A cell of the workbook as someone asks about it who has it before them: what it is, what stands in it,
 * how it is recorded, what it does in the result, what has happened to it, and where it is worked with.
 * It writes nothing.
 */
import type { Assessed } from "../app/assess";
import { journalReader, placedValueText } from "../app/event-lines";
import type { EvaluationDocument } from "../core/document/schema";
import { valueOfPlace } from "../core/document/value-of-place";
import type { Place } from "../core/place";
import { partsOf } from "../core/place";
import type { ActName } from "../procedure/acts/act";
import { moderatedLeaves } from "../scoring/panel-standing";
import { addressText } from "../sheet/cell-address";
import type { CellMeaning } from "../sheet/place-at";
import { meaningAt } from "../sheet/place-at";
import type { CellAddress } from "../sheet/workbook";
import { findingText } from "../words/sentences";
import type { Words } from "../words/sv/words";
import type { CellAnswer, CellLead, NoCell, ValueCell } from "./cell-answers";
import { cellEffects } from "./cell-effects";
import type { RecordedWith } from "./cell-record";
import { cellHistory, cellRecord, figureOf, recordedWith } from "./cell-record";
import type { Steps } from "./outcome";
import { stepOf } from "./recorded-changes";

/** What a cell is looked up in. */
export type CellSetting = {
  readonly found: Assessed;
  readonly steps: Steps;
  /** The names of the sheets that hold results. */
  readonly results: readonly string[];
  readonly words: Words;
};

type Value = Extract<CellMeaning, { readonly place: Place }>;

/** What a cell is, by its names, for a line; undefined for a cell that is no value. */
export function cellName(address: CellAddress, setting: CellSetting): string | undefined {
  const meaning = meaningAt(address, setting.found.places);
  return meaning?.kind === "value" ? nameOf(meaning.place, setting) : undefined;
}

export function cellAnswer(address: CellAddress, setting: CellSetting): CellAnswer {
  const meaning = meaningAt(address, setting.found.places);
  return meaning?.kind === "value"
    ? valueCell(address, meaning, setting)
    : noCell(address, meaning, setting);
}

function noCell(
  address: CellAddress,
  meaning: CellMeaning | undefined,
  setting: CellSetting,
): NoCell {
  const { results, words } = setting;
  const { none } = words.pane.cell;
  const cell = addressText(address);
  const said = !meaning
    ? results.includes(address.sheet)
      ? none.result(cell)
      : none.outside(cell)
    : meaning.kind === "other"
      ? none.other(cell)
      : none.name(cell, nameOf(meaning.place, setting));
  return { kind: "none", cell, said };
}

/** By sheet, row and column; a price of one contract year with its year. */
function nameOf(place: Place, { found, words }: CellSetting): string {
  const name = journalReader(found.document, words).placeText(place);
  const [, price] = partsOf(place);
  const year =
    price?.key === "prices" ? found.places.tables.prices?.yearOf.get(price.id ?? "") : undefined;
  return year === undefined ? name : `${name}, ${words.yearHeader(year)}`;
}

function valueCell(address: CellAddress, meaning: Value, setting: CellSetting): ValueCell {
  const { found, steps, words } = setting;
  const { document, evaluation } = found;
  const { place } = meaning;
  const reader = journalReader(document, words);
  const record = cellRecord(document, place, words);
  return {
    kind: "value",
    cell: addressText(address),
    place,
    what: nameOf(place, setting),
    about: aboutText(document, place),
    value: shownValue(meaning, setting),
    findings: evaluation.findings
      .filter(({ where }) => where === place)
      .map((finding) => findingText(finding, words)),
    ...(record ? { record } : {}),
    effects: cellEffects(place, evaluation, steps, words),
    history: cellHistory(document, place, reader),
    leads: leadsOf(document, place, record?.state),
  };
}

/** The requirement that an answer is to. */
function aboutText({ requirements }: EvaluationDocument, place: Place): string {
  const [, answer] = partsOf(place);
  if (answer?.key !== "answers") return "";
  return requirements.find(({ id }) => id === answer.id)?.text ?? "";
}

/** What the document has, which is what counts; of what it does not take, what stands in the cell. */
function shownValue({ place, table, row, column }: Value, setting: CellSetting): string {
  const { found, words } = setting;
  const value = valueOfPlace(found.document, place);
  if (value !== undefined) return placedValueText(place, value, words);
  const cell = table.cell(row, column);
  return cell.kind === "number" ? words.number(String(cell.value)) : String(cell.value ?? "");
}

const recordingActs: { readonly [part in RecordedWith]: readonly ActName[] } = {
  register: ["open-bids"],
  prices: ["record-prices", "open-prices"],
  verdicts: ["seal-quality"],
  records: [],
  scores: ["record"],
  model: ["publish"],
};

function leadsOf(
  document: EvaluationDocument,
  place: Place,
  state: NonNullable<ValueCell["record"]>["state"] | undefined,
): CellLead[] {
  const part = recordedWith(document, place);
  const work = workOn(document, place);
  if (part === undefined || part === "model" || state !== "changed")
    return [
      ...work,
      ...(part !== undefined && state === "unrecorded"
        ? recordingActs[part].map((act): CellLead => ({ to: "act", act }))
        : []),
    ];
  return [{ to: "changes", step: stepOf({ part, place }) }, ...work];
}

/** Where a verdict or a score is given. */
function workOn({ criteria }: EvaluationDocument, place: Place): CellLead[] {
  const [bid, inner, rest] = partsOf(place);
  if (inner?.key === "answers" && bid?.id !== undefined && inner.id !== undefined) {
    const reader = rest?.key.startsWith("second") ? "second" : "first";
    return [{ to: "verdict", bid: bid.id, requirement: inner.id, reader }];
  }
  const figure = figureOf(place);
  const isModerated = moderatedLeaves(criteria).some(({ id }) => id === figure?.criterion);
  return figure && isModerated
    ? [{ to: "score", bid: figure.bid, criterion: figure.criterion }]
    : [];
}
