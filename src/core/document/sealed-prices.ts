/**
 * When prices are kept apart, and reading a document without them while they are. The record of an
 * act opens them, never a cell that is typed over. It takes no price out of a file.
 */
import type { Parsed } from "./parse";
import { parseDocument } from "./parse";
import type { EvaluationDocument } from "./schema";
import { recordOf } from "./unrecorded-changes";
import { carryingUnread, withoutPrices } from "./unread-prices";
import type { JsonObject } from "./untyped";
import { isObject, valueAt } from "./untyped";
import type { WellFormed } from "./well-formed";

/**
 * Whether prices are to stay unread until quality is fixed, and it is not. They were to when it was
 * recorded last, whatever the cell says now.
 */
export function arePricesSealed(document: EvaluationDocument): boolean {
  const { procurement, events = [] } = document;
  const isSealed = procurement.prices === "sealed" || wasSealed(document);
  return isSealed && !events.some(({ type }) => opening.has(type));
}

/** Whether prices are said to be sealed, and no act has told that they were opened. */
export function areSealedPricesUnopened({ procurement, events = [] }: EvaluationDocument): boolean {
  return procurement.prices === "sealed" && !events.some(({ type }) => type === "prices-opened");
}

/** The acts after which prices are read. */
const opening: ReadonlySet<unknown> = new Set(["quality-fixed", "prices-opened"]);

function wasSealed(document: EvaluationDocument): boolean {
  return recordOf(document).values.get("procurement.prices")?.text === "sealed";
}

type ParsedApart = Parsed & { readonly areSealed: boolean };

/**
 * Parses a document without the prices that are kept apart in it. Whether they are is looked up before
 * anything is checked, so that no problem tells of a price.
 * @param isUnknown whether the place that says it cannot be read; unknown prices stay unread
 * @param known what was found well-formed before, for a document that is read again and again
 */
export function parseWithoutSealedPrices(
  value: unknown,
  isUnknown = false,
  known?: WellFormed,
): ParsedApart {
  if (isObject(value) && (isUnknown || saysSealed(value))) {
    const parsed = parseDocument(withoutPrices(value), known);
    const areSealed = true;
    return parsed.document
      ? { document: carryingUnread(parsed.document, value), areSealed }
      : { ...parsed, areSealed };
  }
  const parsed = parseDocument(value, known);
  if (!parsed.document || !arePricesSealed(parsed.document)) return { ...parsed, areSealed: false };
  return {
    areSealed: true,
    document: carryingUnread(withoutPrices(parsed.document) as EvaluationDocument, parsed.document),
  };
}

/** The same of a value that may have faults: a word that is not known keeps prices apart too. */
function saysSealed(value: JsonObject): boolean {
  const said = valueAt(value, "procurement", "prices");
  if (said === undefined || said === "open") return false;
  const events = value["events"];
  return !(
    Array.isArray(events) &&
    events.some((event: unknown) => isObject(event) && opening.has(event["type"]))
  );
}
