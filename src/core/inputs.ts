/**
 * The document's figures as steps: one step for each place, however many results it enters, so that
 * the audit trail has one row and the workbook one cell for it. A corrected price is a step of two:
 * what was offered and what holds now. A price or score that differs from its record is withheld.
 * Reads the document, computes nothing.
 */
import { corrections } from "./document/corrections";
import type { Bid, Criterion, EvaluationDocument } from "./document/schema";
import { own } from "./document/schema";
import type { Place } from "./place";
import { decimalPattern, Exact } from "./number";
import type { Figure } from "./document/recorded";
import { changedSince, figureKey } from "./document/recorded";
import type { About, Step, Value, What } from "./step";
import { corrected, input, withheld } from "./step";
import { clarificationAt, criterionAt, priceAt } from "./place";
import type { ValueChange } from "./document/unrecorded-changes";
import { withheldPrices } from "./document/withheld";

/** One evaluation's inputs, so far as they have been asked for. */
export class Inputs {
  private readonly ofBids = new Map<Place, Step>();
  private readonly published: Map<Place, Step>;
  /** By bid and row: a large form asks for each figure often, and a place is long to make. */
  private readonly unitPrices = new Map<string, Map<string, Step>>();
  private readonly ofParts: Map<object, Map<string, unknown>>;
  private made: WeakMap<object, unknown> | undefined;
  private readonly corrections: ReturnType<typeof corrections>;
  private readonly changed: ReturnType<typeof changedSince>;

  /** Prices that differ from their record, by place. */
  private readonly withheld: ReadonlyMap<Place, ValueChange>;

  /**
   * @param document none where a figure is read that stands in no document
   * @param whole the inputs of the procurement that the document is one contract of: the prices in
   *   the bids are the same
   * @param like the inputs of the same document with other bids, and without records and events: what is
   *   published is the same
   */
  constructor(
    document: EvaluationDocument | undefined,
    private readonly whole?: Inputs,
    like?: Inputs,
  ) {
    this.published = like?.published ?? new Map<Place, Step>();
    this.ofParts = like?.ofParts ?? new Map<object, Map<string, unknown>>();
    this.made = like?.made;
    this.corrections = like?.corrections ?? corrections(document ?? {});
    this.changed = like?.changed ?? changedSince(document ?? { bids: [] });
    this.withheld = like?.withheld ?? (document ? withheldPrices(document) : new Map());
  }

  /** @param text the document's decimal at `place`, or nothing when it is not given */
  number(about: About, place: Place, text: string | undefined): Step {
    const made = about.bid === undefined ? this.published : this.ofBids;
    const known = made.get(place);
    if (known) return known;
    const step = this.heldAgainst(about, place, input(about, place, exact(text)));
    made.set(place, step);
    return step;
  }

  /**
   * What is read of a part of the model, the same for every bid: the part and a key find it quicker
   * than its place, which is long to make.
   */
  once<Read>(part: object, key: string, make: () => Read): Read {
    const ofPart = this.ofParts.get(part) ?? new Map<string, unknown>();
    this.ofParts.set(part, ofPart);
    const known = ofPart.get(key);
    if (known !== undefined) return known as Read;
    const read = make();
    ofPart.set(key, read);
    return read;
  }

  /** What is made of how bids fulfil criteria is kept, for other bids of the same document. */
  keepingFulfilled(): this {
    this.made ??= new WeakMap<object, unknown>();
    return this;
  }

  /** What the method makes of how a bid fulfils one criterion or all, where nothing else enters it. */
  ofFulfilled<Made>(part: object, make: () => Made): Made {
    const known = this.made?.get(part);
    if (known !== undefined) return known as Made;
    const made = make();
    this.made?.set(part, made);
    return made;
  }

  /** A criterion's own figure. */
  ofCriterion(
    what: What,
    criterion: Criterion,
    key:
      | "weight"
      | "deduction"
      | "addition"
      | "perPoint"
      | "cap"
      | "deductionPercent"
      | "additionPercent",
  ): Step {
    const { id } = criterion;
    return this.once(criterion, key, () =>
      this.number({ what, id }, criterionAt(id, key), criterion[key]),
    );
  }

  /** A bid's own figure in a price row; one step in the procurement and in each separate contract. */
  unitPrice(bid: Bid, row: string): Step {
    if (this.whole) return this.whole.unitPrice(bid, row);
    const ofBid = this.unitPrices.get(bid.id) ?? new Map<string, Step>();
    this.unitPrices.set(bid.id, ofBid);
    const known = ofBid.get(row);
    if (known) return known;
    const about = { what: "unit-price", bid: bid.id, id: row } as const;
    const place = priceAt(bid.id, row);
    const step = this.heldAgainst(about, place, input(about, place, unitPriceIn(bid, row)));
    ofBid.set(row, step);
    return step;
  }

  /** The value of that step, which is not made for it unless something is held against the price. */
  unitPriceValue(bid: Bid, row: string): Exact | undefined {
    if (this.whole) return this.whole.unitPriceValue(bid, row);
    if (this.withheld.size > 0 || this.corrections.size > 0) return this.unitPrice(bid, row).value;
    return unitPriceIn(bid, row);
  }

  /** What was decided under LOU 4 kap. 9 § holds; what the bid said is the step it came from. */
  private heldAgainst(about: About, place: Place, offered: Step): Step {
    const change = this.withheld.size === 0 ? undefined : this.withheld.get(place);
    if (change) return withheld(about, offered, exact(figureText(change))) as Step;
    const decision = this.corrections.size === 0 ? undefined : this.corrections.get(place);
    if (!decision) return offered;
    const now = input(
      { ...about, what: "clarified", detail: decision.id },
      clarificationAt(decision.id, "new"),
      exact(decision.new),
    );
    return corrected(about, { ...offered, about: { ...about, what: "as-offered" } }, now);
  }

  /** Whether a price is there to be counted: offered, supplemented, or recorded and now gone. */
  has(place: Place, text: string | undefined): boolean {
    return text !== undefined || this.corrections.has(place) || this.withheld.has(place);
  }

  /** Whether any value was corrected. */
  get hasCorrections(): boolean {
    return this.corrections.size > 0;
  }

  /** Whether a price was corrected, and is the one that counts now. */
  isCorrected(place: Place): boolean {
    return this.corrections.has(place);
  }

  /** A figure of a score, as it was given; without value while it is another than the journal's. */
  score(about: About, place: Place, value: Value | undefined, of: Figure): Step<Value> {
    const given = input<Value>(about, place, value);
    const change = this.changed.size === 0 ? undefined : this.changed.get(figureKey(of));
    return change ? withheld(about, given, figureOf(change.recorded)) : given;
  }
}

function unitPriceIn({ prices }: Bid, row: string): Exact | undefined {
  return exact(prices && own(prices, row));
}

/** The recorded price itself; none where a record about the price has changed, not the price. */
function figureText({ part, recorded }: ValueChange): string | undefined {
  return part === "prices" && recorded !== undefined && decimalPattern.test(recorded)
    ? recorded
    : undefined;
}

function exact(text: string | undefined): Exact | undefined {
  return text === undefined ? undefined : Exact.of(text);
}

/** A recorded text as the value it stands for; a list has none, nor what was emptied. */
function figureOf(text: string | undefined): Value | undefined {
  if (text === undefined || text.startsWith("[")) return undefined;
  return decimalPattern.test(text) ? Exact.of(text) : text;
}
