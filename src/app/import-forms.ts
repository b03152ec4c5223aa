/**
 * Bidders' forms taken into the procurement, all or none: first a preview of what would be taken,
 * what stands already and what is in the way; then the document after. A form is refused where it is
 * of another procurement or model, has been taken before, or says something else than what stands. It
 * reads no file and writes none.
 */
import type { Section } from "../content/table";
import { lastOf } from "../core/document/recorded";
import type { Bid, EvaluationDocument, JournalEvent } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { withNames } from "../core/names-of-findings";
import { isBefore } from "../core/moment";
import { isSameBidder } from "../core/same-bidder";
import { decimalPattern } from "../core/number";
import type { Acted } from "../procedure/acts/act";
import { freeBidId } from "../procedure/acts/add-bid";
import { withEvents } from "../scoring/record-scores";
import type { Words } from "../words/sv/words";
import type { CheckedForm, CheckedForms, FormFile } from "./check-forms";
import { checkForms } from "./check-forms";
import type { Extent, FormCounts, ImportGiven, WordDecision } from "./take-form";
import { decisionOn, takeForm } from "./take-form";
import { baseName } from "./taken-values";

/** What of one form would be taken, or that it would not. */
export type PreviewedForm = {
  readonly form: CheckedForm;
  /** The bid that it is taken into; nothing for a form that is refused. */
  readonly bid?: Pick<Bid, "id" | "bidder">;
  readonly isNewBid: boolean;
  readonly counts?: FormCounts;
};

export type ImportPreview = CheckedForms & {
  readonly previewed: readonly PreviewedForm[];
  /** The document after, with its events; nothing while any form is refused. */
  readonly document?: EvaluationDocument;
};

/**
 * What would be taken. Nothing is changed.
 * @param files forms as they were read
 * @param all every language that a form may be in; the reader's first
 */
export function previewImport(
  document: EvaluationDocument,
  files: readonly FormFile[],
  given: ImportGiven,
  all: readonly [Words, ...Words[]],
): ImportPreview {
  return previewChecked(document, checkForms(document, files, all), given, all[0]);
}

/** What would be taken of forms that have been checked. Nothing is changed. */
export function previewChecked(
  document: EvaluationDocument,
  checked: CheckedForms,
  given: ImportGiven,
  words: Words,
): ImportPreview {
  const early = earlyFindings(document, given);
  if (early.length > 0) return { forms: [], findings: early, arePricesHidden: true, previewed: [] };
  const work = new Importing(document, checked, given, words);
  for (const form of checked.forms) work.take(form);
  const asked = questionsLeft(checked, given.words);
  const findings = withNames([...asked, ...work.findings, ...work.unusedWords()], document);
  const isRefused = findings.some(({ severity }) => severity === "blocking");
  return {
    ...checked,
    findings,
    previewed: work.previewed,
    ...(isRefused || work.previewed.length === 0 ? {} : { document: work.document }),
  };
}

/**
 * What was found in the forms, but for the words that someone has given a meaning, and for the name
 * that a form lacks: the import says that itself, since such a form is refused.
 */
function questionsLeft(
  { forms, findings }: CheckedForms,
  words: readonly WordDecision[],
): readonly Finding[] {
  const decided = new Set(
    forms.flatMap(({ file, read }) =>
      read.prices
        .filter(({ id, text }) => text !== undefined && decisionOn(words, file, id))
        .map(({ where }) => `${file} ${where}`),
    ),
  );
  return findings.filter(
    ({ code, where }) =>
      code !== "form-unnamed" && (code !== "form-price-word" || !decided.has(where)),
  );
}

/** All of the forms taken, or why none is. */
export function importForms(...given: Parameters<typeof previewImport>): Acted {
  const { document, findings, previewed } = previewImport(...given);
  const blocking = findings.filter(({ severity }) => severity === "blocking");
  if (!document)
    return {
      refused:
        blocking.length > 0 ? blocking : [finding("forms-nothing-to-take", "blocking", "bids")],
    };
  return { document, counts: { forms: previewed.length }, findings };
}

/** What keeps every form out. */
function earlyFindings(
  { award: { deadline } = {} }: EvaluationDocument,
  { by, words, reason }: ImportGiven,
): Finding[] {
  if (deadline !== undefined && isBefore(by.time, deadline))
    return [finding("forms-before-deadline", "blocking", "award.deadline", { deadline })];
  const unreadable = words.filter(
    ({ meaning }) => typeof meaning === "object" && !decimalPattern.test(meaning.price),
  );
  return [
    ...unreadable.map(({ item, meaning }) =>
      finding("word-decision-unreadable", "blocking", "priceItems", {
        id: item,
        seen: typeof meaning === "object" ? meaning.price : meaning,
      }),
    ),
    ...(words.length > 0 && reason.trim() === ""
      ? [finding("word-decision-without-reason", "blocking", "priceItems")]
      : []),
  ];
}

/** The document, form by form. */
class Importing {
  readonly findings: Finding[] = [];
  readonly previewed: PreviewedForm[] = [];
  private readonly used = new Set<WordDecision>();

  constructor(
    public document: EvaluationDocument,
    private readonly checked: CheckedForms,
    private readonly given: ImportGiven,
    private readonly words: Words,
  ) {}

  take(form: CheckedForm): void {
    const found = this.bidOf(form);
    const extent = this.extentFor(form, found);
    if (!found || !extent) {
      this.previewed.push({ form, isNewBid: false });
      return;
    }
    const isNewBid = !this.document.bids.includes(found);
    const taking = takeForm(this.document, found, form, {
      extent,
      given: this.given,
      words: this.words,
    });
    for (const each of taking.used) this.used.add(each);
    this.findings.push(...taking.findings);
    const [first] = taking.conflicts;
    if (first) {
      this.findings.push(
        finding("form-differs", "blocking", first.place, {
          file: form.file,
          bid: found.id,
          bidder: found.bidder,
          count: taking.conflicts.length,
          where: first.where,
          stands: first.stands,
          offered: first.offered,
        }),
      );
      this.previewed.push({ form, isNewBid: false });
      return;
    }
    this.previewed.push({ form, bid: found, isNewBid, counts: taking.counts });
    const event = this.eventOf(form, found, extent, taking.counts);
    this.document = withEvents(taking.document, [event]);
  }

  /** The decisions about rows where no form has a word. */
  unusedWords(): Finding[] {
    if (this.checked.arePricesHidden) return [];
    return this.given.words
      .filter((each) => !this.used.has(each))
      .map(({ item, file = "" }) =>
        finding("word-decision-unused", "blocking", "priceItems", { id: item, file }),
      );
  }

  /** The bid that a form is of, a new one where the bidder has none; nothing where it cannot be told. */
  private bidOf({ file, read, invited }: CheckedForm): Bid | undefined {
    const { bidder } = read;
    const named = this.document.bids.find(({ id }) => id === invited);
    if (named) return named;
    const same = this.document.bids.filter((bid) => isSameBidder(bid, read));
    if (bidder === "" || same.length > 1) {
      this.findings.push(
        bidder === ""
          ? finding("form-without-bidder", "blocking", file, { file })
          : finding("form-of-several-bids", "blocking", file, {
              file,
              bidder,
              ids: same.map(({ id }) => id),
            }),
      );
      return undefined;
    }
    return (
      same[0] ?? {
        id: freeBidId(this.document.bids.map(({ id }) => id)),
        bidder,
        answers: {},
        scores: {},
      }
    );
  }

  /**
   * What of the form is to be taken now. A form is taken once; one whose prices were kept apart is
   * taken a second time, for its prices alone.
   */
  private extentFor(form: CheckedForm, bid: Bid | undefined): Extent | undefined {
    const takesPrices = !this.checked.arePricesHidden;
    const earlier = importsOf(this.document);
    const [same, ofBid] = [
      earlier.find(({ fingerprint }) => fingerprint === form.fingerprint),
      earlier.find((event) => event.bid === bid?.id),
    ];
    const known = same ?? ofBid;
    if (!known) return { takesPrices, takesQuality: true };
    const isForPrices =
      same !== undefined &&
      takesPrices &&
      earlier
        .filter(({ fingerprint }) => fingerprint === form.fingerprint)
        .every(({ priceKnown }) => priceKnown === false);
    if (isForPrices) return { takesPrices, takesQuality: false };
    const details = { file: form.file, bid: known.bid ?? "", time: known.time, by: known.by };
    this.findings.push(
      same
        ? finding("form-imported", "blocking", form.file, details)
        : finding("form-later", "blocking", form.file, {
            ...details,
            bidder: bid?.bidder ?? "",
            other: known.reference ?? "",
          }),
    );
    return undefined;
  }

  private eventOf(
    { file, fingerprint }: CheckedForm,
    bid: Bid,
    { takesPrices }: Extent,
    counts: FormCounts,
  ): JournalEvent {
    const { by, reason } = this.given;
    return {
      type: "imported",
      ...by,
      bid: bid.id,
      new: this.words.cli.forms.counts(counts),
      reference: baseName(file),
      fingerprint,
      priceKnown: takesPrices,
      ...(reason === "" ? {} : { reason }),
    };
  }
}

/** The forms that were taken in the round that is going on. */
function importsOf(document: EvaluationDocument): JournalEvent[] {
  const { events = [] } = document;
  const closed = lastOf(document, "round-closed");
  const since = closed ? events.slice(events.lastIndexOf(closed) + 1) : events;
  return since.filter(({ type }) => type === "imported");
}

/** A line for each form: the bid that it is taken into, and how much of it is new. */
export function importSection(
  { previewed, arePricesHidden }: ImportPreview,
  { cli: { forms: text } }: Words,
): Section {
  return {
    title: text.imported,
    columns: text.importColumns,
    rows: previewed.map(({ form, bid, isNewBid, counts }) => [
      baseName(form.file),
      bid ? `${bid.id} ${bid.bidder}${isNewBid ? ` (${text.newBid})` : ""}` : text.refused,
      ...(counts
        ? [
            arePricesHidden ? "–" : String(counts.prices),
            String(counts.answers),
            String(counts.references),
            String(counts.comments),
            String(counts.same),
          ]
        : ["–", "–", "–", "–", "–"]),
    ]),
  };
}
