/**
 * The bulk of a large document, its requirements and each bid's answers, need be looked at once by who
 * reads the same document again and again: the same object is well-formed still. It judges no shape
 * itself; the schema does. Whoever gives it values must never change them in place.
 */
import type { EvaluationDocument } from "./schema";
import { isObject, valueAt } from "./untyped";

type Requirements = EvaluationDocument["requirements"];
type Answers = EvaluationDocument["bids"][number]["answers"];

/** What was found well-formed, with what the schema made of it. */
export class WellFormed {
  private readonly requirements = new WeakMap<object, Requirements>();
  private readonly answers = new WeakMap<object, Answers>();

  /** The value with nothing in the place of what is known to be well-formed. */
  leftOutOf(value: unknown): unknown {
    if (!isObject(value)) return value;
    const { requirements, bids } = value;
    return {
      ...value,
      ...(isKnown(this.requirements, requirements) ? { requirements: [] } : {}),
      ...(Array.isArray(bids)
        ? { bids: bids.map((bid: unknown) => this.withoutAnswers(bid)) }
        : {}),
    };
  }

  private withoutAnswers(bid: unknown): unknown {
    return isObject(bid) && isKnown(this.answers, bid["answers"]) ? { ...bid, answers: {} } : bid;
  }

  /**
   * The document with what was left out; what it has of these is known from now on.
   * @param value what the document was read from
   * @param parsed what the schema made of it without what was known
   */
  putBack(value: unknown, parsed: EvaluationDocument): EvaluationDocument {
    const bids = valueAt(value, "bids");
    const rawAnswers = (n: number) =>
      Array.isArray(bids) ? valueAt(bids[n], "answers") : undefined;
    return {
      ...parsed,
      requirements: remembered(
        this.requirements,
        valueAt(value, "requirements"),
        parsed.requirements,
      ),
      bids: parsed.bids.map((bid, n) => ({
        ...bid,
        answers: remembered(this.answers, rawAnswers(n), bid.answers),
      })),
    };
  }
}

function isKnown(known: WeakMap<object, unknown>, value: unknown): boolean {
  return typeof value === "object" && value !== null && known.has(value);
}

function remembered<Part>(known: WeakMap<object, Part>, raw: unknown, parsed: Part): Part {
  if (typeof raw !== "object" || raw === null) return parsed;
  const found = known.get(raw) ?? parsed;
  known.set(raw, found);
  return found;
}
