/**
 * A bid as a form: who hands it in, and a field for each price that it is asked for, with the value it has
 * and why it may be read only. Prices that are kept apart have no field. It enters nothing.
 */
import { partOf } from "../core/document/deciding-values";
import type { Bid, EvaluationDocument, PriceItem } from "../core/document/schema";
import { own } from "../core/document/schema";
import { arePricesSealed } from "../core/document/sealed-prices";
import { recordOf, unrecordedChanges } from "../core/document/unrecorded-changes";
import type { Place } from "../core/place";
import { bidAt, priceAt } from "../core/place";
import { isAsked, isPercentRow } from "../core/price-form";
import { finalisation } from "../procedure/milestones";
import { columns } from "../sheet/layout";
import type { Places } from "../sheet/locate";
import type { BidHelpName } from "../words/help-shape";
import { withId } from "../words/named-id";
import type { Words } from "../words/sv/words";
import { momentText } from "../words/time";
import type { BidLine, PlacedField } from "./answers";
import type { BidForm, PriceGroup } from "./bid-answers";
import type { Languages } from "./field-form";
import { cellText } from "./field-form";
import type { Lock } from "./procurement-form";

/** The columns of the sheet of bids that the form has. */
type BidColumn = Exclude<BidHelpName, "prices" | "answers">;

/** So many price rows stand in one list; more are folded by their kind. */
const fewRows = 12;

type Setting = Languages & {
  readonly bid: Bid;
  readonly document: EvaluationDocument;
  readonly places: Places;
};

/** Every bid in a line. */
export function bidLines(document: EvaluationDocument, words: Words): BidLine[] {
  return document.bids.map((bid) => ({
    bid: bid.id,
    name: withId({ id: bid.id, name: bid.bidder }),
    said: priceSaid(bid, document, words),
  }));
}

function priceSaid(bid: Bid, document: EvaluationDocument, { bidForm, number }: Words): string {
  const { said } = bidForm;
  if (arePricesSealed(document)) return said.sealed;
  if (bid.price !== undefined) return `${number(bid.price)} ${document.procurement.currency}`;
  if (document.priceItems.length === 0) return said.noPrice;
  const asked = document.priceItems.filter((item) => isAsked(item, bid));
  const left = asked.filter((item) => isLeft(item, bid)).length;
  return left > 0 ? said.left(left, asked.length) : said.priced;
}

function isLeft({ id, required }: PriceItem, { prices = {} }: Bid): boolean {
  return required !== false && own(prices, id) === undefined;
}

/** @returns nothing for a bid that is no longer there */
export function bidForm(
  id: string,
  document: EvaluationDocument,
  places: Places,
  languages: Languages,
): BidForm | undefined {
  const bid = document.bids.find((each) => each.id === id);
  if (!bid) return undefined;
  const setting: Setting = { bid, document, places, ...languages };
  const isSealed = arePricesSealed(document);
  const hasModels = document.model.deliveryModels !== undefined || bid.deliveryModel !== undefined;
  const register: readonly BidColumn[] = ["bidder", "organisationNumber", "receivedAt"];
  return {
    bid: id,
    place: bidAt(id),
    register: [...register, ...(hasModels ? (["deliveryModel"] as const) : [])].map((column) =>
      columnField(column, setting),
    ),
    sealed: isSealed ? languages.words.bidForm.sealed : "",
    prices: isSealed ? [] : [wholePrice(setting), ...rowGroups(setting)],
  };
}

/** A column of the bid's own row. */
function columnField(column: BidColumn, setting: Setting): PlacedField {
  const { bid, document, words, written } = setting;
  const place = bidAt(bid.id, column);
  const layout = columns.bids.find(({ key }) => key === column);
  const [shown, codes] = [words, written].map((each) => Object.values(layout?.words?.(each) ?? {}));
  const options =
    column === "deliveryModel"
      ? (document.model.deliveryModels ?? []).map((each) => ({ code: each.id, word: withId(each) }))
      : (codes ?? []).map((code, n) => ({ code, word: shown?.[n] ?? code }));
  const kind = layout?.kind === "decimal" || layout?.kind === "moment" ? layout.kind : "text";
  const value = textAt(place, kind, setting);
  const isKnown = value === "" || options.some(({ code }) => code === value);
  return {
    key: column,
    label: words.headers.bids[column],
    hint: words.bidForm.hints[column](document.procurement.currency),
    value,
    kind: options.length > 0 ? "choice" : kind === "decimal" ? "number" : "text",
    options: isKnown ? options : [...options, { code: value, word: value }],
    ...placed(place, setting),
  };
}

/** What stands in the cell, which may be more than could be read. */
function textAt(
  place: Place,
  kind: "decimal" | "moment" | "text",
  { places, written }: Setting,
): string {
  const cell = places.cell(place);
  return cell ? cellText(cell, kind, written) : "";
}

/** The price in one sum, and what the bidder has added it up to. */
function wholePrice(setting: Setting): PriceGroup {
  const { bid, document } = setting;
  const hasRows = document.priceItems.length > 0;
  const isTotal = columnField("price", setting).value !== "" || saysTotal(setting);
  const names: readonly BidColumn[] = [
    ...(hasRows || bid.prices ? (["priceForm"] as const) : []),
    ...(isTotal || !hasRows ? (["price"] as const) : []),
    "statedTotal",
  ];
  const isMissing = names.includes("price") && bid.price === undefined;
  return {
    name: "",
    title: "",
    fields: names.map((column) => columnField(column, setting)),
    left: isMissing ? 1 : 0,
  };
}

function saysTotal(setting: Setting): boolean {
  const { bid, written } = setting;
  const said = textAt(bidAt(bid.id, "priceForm"), "text", setting);
  return said === written.priceForms.total;
}

/** The price rows that the bid is asked for; a bid with one sum has those that something stands in. */
function rowGroups(setting: Setting): PriceGroup[] {
  const { bid, document, words } = setting;
  const isTotal = bid.price !== undefined || saysTotal(setting);
  const items = document.priceItems.filter(
    (item) =>
      isAsked(item, bid) &&
      (!isTotal || textAt(priceAt(bid.id, item.id), "decimal", setting) !== ""),
  );
  if (items.length === 0) return [];
  if (items.length <= fewRows) return [rowGroup("rows", words.bidForm.rows, items, setting)];
  const kinds = [...new Set(items.map(({ category }) => category))];
  return kinds.map((kind) =>
    rowGroup(
      kind,
      words.categories[kind],
      items.filter(({ category }) => category === kind),
      setting,
    ),
  );
}

function rowGroup(
  name: string,
  title: string,
  items: readonly PriceItem[],
  setting: Setting,
): PriceGroup {
  const isTotal = setting.bid.price !== undefined;
  return {
    name,
    title,
    fields: items.map((item) => rowField(item, setting)),
    left: isTotal ? 0 : items.filter((item) => isLeft(item, setting.bid)).length,
  };
}

function rowField(item: PriceItem, setting: Setting): PlacedField {
  const { bid, words } = setting;
  const place = priceAt(bid.id, item.id);
  const year = item.byYear === undefined ? undefined : item.years?.from;
  const name = withId({ id: item.byYear ?? item.id, name: item.name });
  return {
    key: item.id,
    label: year === undefined ? name : words.bidForm.inYear(name, year),
    hint: rowHint(item, setting),
    value: textAt(place, "decimal", setting),
    kind: "number",
    options: [],
    ...placed(place, setting),
  };
}

/** What the price is of, and what it must keep to. */
function rowHint(item: PriceItem, { document, words }: Setting): string {
  const { hints, perCent } = words.bidForm;
  const { number } = words;
  const { currency } = document.procurement;
  return [
    isPercentRow(item) ? perCent : hints.unit(item.unit, currency),
    item.quantity === undefined ? "" : hints.quantity(number(item.quantity)),
    item.ceiling === undefined ? "" : hints.ceiling(number(item.ceiling)),
    item.floor === undefined ? "" : hints.floor(number(item.floor)),
    item.required === false ? hints.optional : "",
  ]
    .filter((each) => each !== "")
    .join(" · ");
}

/** What the bidder answers to a requirement; a word that is no answer stays among the choices. */
export function answerField(
  place: Place,
  value: string,
  document: EvaluationDocument,
  words: Words,
): PlacedField {
  const said = Object.values(words.answers);
  const all = value === "" || said.includes(value) ? said : [...said, value];
  return {
    key: "answer",
    label: words.headers.checks.answer,
    hint: "",
    value,
    kind: "choice",
    options: all.map((word) => ({ code: word, word })),
    ...placed(place, { document, words }),
  };
}

function placed(
  place: Place,
  { document, words }: Pick<Setting, "document" | "words">,
): Pick<PlacedField, "place" | "fixed" | "canCorrect"> {
  const lock = bidLock(place, document, words);
  return { place, fixed: lock?.why ?? "", canCorrect: lock?.isCorrectable === true };
}

/**
 * Why a value of a bid is read and not typed. What has been recorded can be corrected, and what was
 * changed since then is put back where it can be typed.
 */
export function bidLock(
  place: Place,
  document: EvaluationDocument,
  words: Words,
): Lock | undefined {
  const { fixed } = words.bidForm;
  const part = place.endsWith(".priceForm") ? "prices" : partOf(place);
  if (part === "prices" && arePricesSealed(document))
    return { why: words.bidForm.sealed, isCorrectable: false };
  const final = finalisation(document);
  if (final)
    return {
      why: words.procurementForm.fixed.finalised(momentText(final.time), final.by),
      isCorrectable: false,
    };
  const recorded = recordOf(document).closed.get(part);
  if (!recorded || unrecordedChanges(document).some((change) => change.place === place))
    return undefined;
  const { opened } = words.procurementForm.fixed;
  const why = part === "prices" ? fixed.prices : part === "verdicts" ? fixed.answers : opened;
  return { why: why(momentText(recorded.time), recorded.by), isCorrectable: true };
}
