/**
 * What a bidder's form says, taken into the bid that it is of: prices, answers, references, the
 * delivery model, the stated total and who the bidder is, each with the cell that it stood in. What
 * stands already is never written over: a value that differs keeps the whole form out.
 */
import type { Bid, EvaluationDocument, Source } from "../core/document/schema";
import { own } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { Exact } from "../core/number";
import { answerAt, bidAt, priceAt } from "../core/place";
import { clarify } from "../procedure/acts/clarify";
import type { Signature } from "../scoring/record-scores";
import { totalId } from "../sheet/forms/form-rows";
import type { FormPrice } from "../sheet/forms/read-form";
import type { Words } from "../words/sv/words";
import type { CheckedForm } from "./check-forms";
import type { FormConflict } from "./taken-values";
import { baseName, TakenValues } from "./taken-values";
import { swedishDay } from "../core/swedish-time";

/** What was decided that a word means where a price belongs. */
export type WordDecision = {
  /** The name of the form's file; nothing for every form with a word on the row. */
  readonly file?: string;
  /** The id of the price row. */
  readonly item: string;
  /** The price it stands for, or that the row is not offered, or that the bidder is asked. */
  readonly meaning: "not-offered" | "asked" | { readonly price: string };
};

/** Who imports, what was decided of words, and why. */
export type ImportGiven = {
  readonly by: Signature;
  readonly words: readonly WordDecision[];
  readonly reason: string;
};

/** What was decided of the word on a row of one form, or else of every form's. */
export function decisionOn(
  words: readonly WordDecision[],
  file: string,
  item: string,
): WordDecision | undefined {
  const onRow = words.filter((each) => each.item === item);
  return (
    onRow.find((each) => each.file !== undefined && baseName(each.file) === baseName(file)) ??
    onRow.find((each) => each.file === undefined)
  );
}

/** How much of a form was taken, and how much stood already. */
export type FormCounts = {
  readonly prices: number;
  readonly answers: number;
  readonly references: number;
  readonly comments: number;
  readonly same: number;
};

export type Taking = {
  readonly document: EvaluationDocument;
  readonly counts: FormCounts;
  readonly conflicts: readonly FormConflict[];
  readonly findings: readonly Finding[];
  /** The decisions that were used. */
  readonly used: readonly WordDecision[];
};

/** What of the form is taken: before prices are opened all but them, and then only them. */
export type Extent = { readonly takesPrices: boolean; readonly takesQuality: boolean };

/**
 * @param bid the bid as it stands
 * @param words the language of questions to bidders
 */
export function takeForm(
  document: EvaluationDocument,
  bid: Bid,
  form: CheckedForm,
  {
    extent,
    given,
    words,
  }: { readonly extent: Extent; readonly given: ImportGiven; readonly words: Words },
): Taking {
  const work = new FormTaking(document, bid, form, given);
  if (extent.takesQuality) work.takeQuality();
  if (extent.takesPrices) work.takePrices();
  return work.finish(words);
}

/** A bid on its way, value by value. */
class FormTaking {
  private bid: Bid;
  private readonly values: TakenValues;
  private readonly findings: Finding[] = [];
  private readonly used = new Set<WordDecision>();
  private readonly asked: { readonly item: string; readonly word: string }[] = [];
  private counts = { prices: 0, answers: 0, references: 0, comments: 0 };

  constructor(
    private readonly document: EvaluationDocument,
    bid: Bid,
    private readonly form: CheckedForm,
    private readonly given: ImportGiven,
  ) {
    this.bid = bid;
    this.values = new TakenValues(bid.id, form.file);
  }

  takeQuality(): void {
    this.takeBidder();
    this.takeDeliveryModel();
    this.takeAnswers();
    const { read } = this.form;
    for (const { where, seen, wanted } of read.changes.filter((each) => each.isOnRequirements))
      this.values.note({ subject: "other", where, seen, comment: wanted });
    for (const { id, where, text } of read.unanswered)
      if (text !== "") this.values.note({ subject: "answer", of: id, where, seen: text });
  }

  /** Who the bidder is. */
  private takeBidder(): void {
    const { bidder, cells, organisationNumber } = this.form.read;
    const isNewBid = !this.document.bids.some(({ id }) => id === this.bid.id);
    if (isNewBid) this.values.note({ subject: "bidder", where: cells.bidder, seen: bidder });
    if (organisationNumber === "") return;
    const plain = (text: string) => text.replace(/\D/g, "");
    const where = cells.organisationNumber;
    const isNew = this.values.keep(
      {
        place: bidAt(this.bid.id, "organisationNumber"),
        where,
        stands: this.bid.organisationNumber,
        offered: organisationNumber,
      },
      (a, b) => plain(a) === plain(b),
      () => (this.bid = { ...this.bid, organisationNumber }),
    );
    if (isNew) this.values.note({ subject: "bidder", where, seen: organisationNumber });
  }

  /** The delivery model, which decides what is priced. */
  private takeDeliveryModel(): void {
    const { cells, deliveryModel } = this.form.read;
    if (deliveryModel === "") return;
    const where = cells.deliveryModel;
    const model = this.document.model.deliveryModels?.find(({ name }) => name === deliveryModel);
    if (!model) {
      this.values.note({ subject: "delivery-model", where, seen: deliveryModel });
      this.findings.push(
        finding("form-delivery-unknown", "open", `${this.form.file} ${where}`, {
          seen: deliveryModel.slice(0, 80),
        }),
      );
      return;
    }
    const isNew = this.values.keep(
      {
        place: bidAt(this.bid.id, "deliveryModel"),
        where,
        stands: this.bid.deliveryModel,
        offered: model.id,
      },
      (a, b) => a === b,
      () => (this.bid = { ...this.bid, deliveryModel: model.id }),
    );
    if (isNew) this.values.note({ subject: "delivery-model", where, seen: deliveryModel });
  }

  private takeAnswers(): void {
    const { answers, references, comments } = this.form.read;
    const entries: { [id: string]: Bid["answers"][string] } = { ...this.bid.answers };
    const entry = (id: string) => own(entries, id) ?? {};
    const isSame = (a: string, b: string) => a === b;
    for (const { id, where, text, isYes } of answers) {
      const answer = isYes ? "yes" : "no";
      const stands = entry(id).answer ?? undefined;
      const place = answerAt(this.bid.id, id, "answer");
      const put = () => (entries[id] = { ...entry(id), answer });
      if (!this.values.keep({ place, where, stands, offered: answer }, isSame, put)) continue;
      this.counts.answers += 1;
      this.values.note({ subject: "answer", of: id, where, seen: text });
    }
    for (const { id, where, text } of references) {
      const place = answerAt(this.bid.id, id, "reference");
      const put = () => (entries[id] = { ...entry(id), reference: text });
      const value = { place, where, stands: entry(id).reference, offered: text };
      if (!this.values.keep(value, isSame, put)) continue;
      this.counts.references += 1;
      this.values.note({ subject: "reference", of: id, where, seen: text });
    }
    for (const { id, where, text } of comments.filter(({ isOnPrice }) => !isOnPrice)) {
      this.counts.comments += 1;
      // A note of the authority's own stays; the comment is among the sources all the same.
      if (entry(id).note === undefined) entries[id] = { ...entry(id), note: text };
      this.values.note({ subject: "requirement", of: id, where, comment: text });
    }
    this.bid = { ...this.bid, answers: entries };
  }

  takePrices(): void {
    const { read } = this.form;
    const comments = new Map(
      read.comments.filter(({ isOnPrice }) => isOnPrice).map(({ id, text }) => [id, text]),
    );
    for (const price of read.prices) this.takePrice(price, comments.get(price.id));
    if (read.stated !== undefined) this.takeStated(read.stated);
    for (const { where, seen, wanted } of read.changes.filter((each) => !each.isOnRequirements))
      this.values.note({ subject: "other", where, seen, comment: wanted });
  }

  private takePrice(price: FormPrice, comment: string | undefined): void {
    const { id, where, seen, text, number } = price;
    const decision =
      text === undefined ? undefined : decisionOn(this.given.words, this.values.file, id);
    if (decision) this.used.add(decision);
    const meaning = decision?.meaning;
    const value = number ?? (typeof meaning === "object" ? meaning.price : undefined);
    const isNew = value !== undefined && this.keepPrice(id, where, value);
    if (isNew) this.counts.prices += 1;
    if (comment !== undefined) this.counts.comments += 1;
    if (meaning === "asked") this.asked.push({ item: id, word: seen });
    if (!isNew && text === undefined && comment === undefined) return;
    this.values.note({
      subject: id === totalId ? "price" : "price-item",
      ...(id === totalId ? {} : { of: id }),
      where,
      ...(seen === "" ? {} : { seen }),
      ...(comment === undefined ? {} : { comment }),
      ...(meaning === undefined ? {} : this.decided(meaning)),
    });
  }

  private decided(meaning: WordDecision["meaning"]): Partial<Source> {
    const { by, reason } = this.given;
    return {
      meaning: typeof meaning === "object" ? "amount" : meaning,
      reason,
      decidedBy: by.by,
      decidedAt: swedishDay(by.time),
    };
  }

  private keepPrice(id: string, where: string, offered: string): boolean {
    const isSame = (a: string, b: string) => Exact.of(a).equals(Exact.of(b));
    if (id === totalId && this.document.priceItems.length === 0)
      return this.values.keep(
        { place: priceAt(this.bid.id), where, stands: this.bid.price, offered },
        isSame,
        () => (this.bid = { ...this.bid, price: offered }),
      );
    const { prices = {}, price, ...rest } = this.bid;
    return this.values.keep(
      { place: priceAt(this.bid.id, id), where, stands: price ?? own(prices, id), offered },
      (a, b) => price === undefined && isSame(a, b),
      () => (this.bid = { ...rest, prices: { ...prices, [id]: offered } }),
    );
  }

  private takeStated(stated: string): void {
    const where = this.form.read.cells.total;
    const isNew = this.values.keep(
      {
        place: bidAt(this.bid.id, "statedTotal"),
        where,
        stands: this.bid.statedTotal,
        offered: stated,
      },
      (a, b) => Exact.of(a).equals(Exact.of(b)),
      () => (this.bid = { ...this.bid, statedTotal: stated }),
    );
    if (isNew) this.values.note({ subject: "stated-total", where, seen: stated });
  }

  finish(words: Words): Taking {
    const { bid } = this;
    const { sources, conflicts, same } = this.values;
    const isThere = this.document.bids.some(({ id }) => id === bid.id);
    const bids = isThere
      ? this.document.bids.map((each) => (each.id === bid.id ? bid : each))
      : [...this.document.bids, bid];
    const all = [...(this.document.sources ?? []), ...sources];
    const taken = { ...this.document, bids, ...(all.length > 0 && { sources: all }) };
    return {
      document: this.asked.reduce((after, each) => this.withQuestion(after, each, words), taken),
      counts: { ...this.counts, same },
      conflicts,
      findings: this.findings,
      used: [...this.used],
    };
  }

  private withQuestion(
    document: EvaluationDocument,
    { item, word }: { readonly item: string; readonly word: string },
    words: Words,
  ): EvaluationDocument {
    const isTotal = item === totalId;
    const question = words.forms.wordQuestion(item, word);
    const subject = isTotal ? "price" : "price-item";
    const of = isTotal ? "" : item;
    const asked = clarify(document, { bid: this.bid.id, subject, of, question }, this.given.by);
    return asked.document ?? document;
  }
}
