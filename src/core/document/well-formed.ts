/**
 * The lists of a document, and each bid's answers, scores and prices, need be looked at once by who
 * reads the same document again and again: the same object is well-formed still. It judges no shape
 * itself; the schema does. Whoever gives it values must never change them in place.
 */
import { withSameParts } from "../same-parts";
import type { Bid, EvaluationDocument } from "./schema";
import { isObject, valueAt } from "./untyped";

/** What of a bid is long. */
const longInBid = ["answers", "scores", "prices"] as const satisfies readonly (keyof Bid)[];

/** What was found well-formed, with what the schema made of it. */
export class WellFormed {
  private readonly parts = new WeakMap<object, unknown>();
  private value: unknown;
  private document: EvaluationDocument | undefined;

  /** The value with the objects of the last one wherever they say the same. */
  likeTheLast<Value>(value: Value): Value {
    const shared = withSameParts(this.value, value);
    this.value = shared;
    return shared;
  }

  /** The value with little in the place of what is known to be well-formed. */
  leftOutOf(value: unknown): unknown {
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => {
        if (!Array.isArray(part)) return [key, part];
        if (key === "bids") return [key, part.map((bid: unknown) => this.shortened(bid))];
        // Some lists may not be empty.
        return [key, this.isKnown(part) ? part.slice(0, 1) : part];
      }),
    );
  }

  private shortened(bid: unknown): unknown {
    if (!isObject(bid)) return bid;
    const known = longInBid.filter((key) => this.isKnown(bid[key]));
    return { ...bid, ...Object.fromEntries(known.map((key) => [key, {}])) };
  }

  private isKnown(value: unknown): boolean {
    return typeof value === "object" && value !== null && this.parts.has(value);
  }

  /**
   * The document with what was left out; what it has of these is known from now on. What says the same
   * as in the last document is the same object.
   * @param value what the document was read from
   * @param parsed what the schema made of it without what was known
   */
  putBack(value: unknown, parsed: EvaluationDocument): EvaluationDocument {
    const rawBids = valueAt(value, "bids");
    const bids = parsed.bids.map((bid, n) => ({
      ...bid,
      ...this.ofKeys(longInBid, Array.isArray(rawBids) ? rawBids[n] : undefined, bid),
    }));
    const lists = Object.keys(parsed).filter(
      (key) => key !== "bids" && Array.isArray(valueAt(parsed, key)),
    );
    const whole = { ...parsed, ...this.ofKeys(lists, value, parsed), bids } as EvaluationDocument;
    this.document = withSameParts(this.document, whole);
    return this.document;
  }

  /** The parts under these keys as they were parsed now, or when they were found well-formed. */
  private ofKeys(keys: readonly string[], raw: unknown, parsed: object): object {
    return Object.fromEntries(
      keys.flatMap((key) => {
        const part = valueAt(parsed, key);
        if (part === undefined) return [];
        const from = valueAt(raw, key);
        const isKept = typeof from === "object" && from !== null;
        const found = (isKept ? this.parts.get(from) : undefined) ?? part;
        if (isKept) this.parts.set(from, found);
        return [[key, found]];
      }),
    );
  }
}
