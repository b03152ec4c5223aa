/**
 * Forms that bidders have filled in, held against what was published: what each says, what the bidder
 * changed, and the sum as stated and as recomputed. A form that cannot be read becomes a finding and
 * does not stop the others. It changes no document.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Section } from "../content/table";
import type { Bid, EvaluationDocument } from "../core/document/schema";
import { arePricesSealed } from "../core/document/sealed-prices";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { withNames } from "../core/names-of-findings";
import { Exact } from "../core/number";
import { priceInRows } from "../core/price";
import { isSameBidder } from "../core/same-bidder";
import { publishedFingerprint } from "../journal/published";
import { shortCode } from "../journal/short-code";
import type { BidderForm } from "../sheet/forms/bidder-form";
import { bidderForm } from "../sheet/forms/bidder-form";
import { formRows } from "../sheet/forms/form-rows";
import type { ReadForm } from "../sheet/forms/read-form";
import { factsOf, readForm } from "../sheet/forms/read-form";
import type { WholeSheet } from "../sheet/workbook";
import type { Words } from "../words/sv/words";

/** A form's file: its name, its bytes, its sheets as they were read, and whether it carries macros. */
export type FormFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sheets: readonly WholeSheet[];
  readonly hasMacros: boolean;
};

export type CheckedForm = {
  readonly file: string;
  /** SHA-256 of the file. */
  readonly fingerprint: string;
  /** The bid that the form was made for; nothing in a form that was published for all. */
  readonly invited?: string;
  readonly hasMacros: boolean;
  readonly read: ReadForm;
  /** What the prices come to, where every one that is needed is a number. */
  readonly recomputed?: Exact;
};

export type CheckedForms = {
  readonly forms: readonly CheckedForm[];
  readonly findings: readonly Finding[];
  /** Prices are to be kept apart until quality is fixed, so that none of them is told. */
  readonly arePricesHidden: boolean;
};

/**
 * Checks forms one by one and keeps only what was read in each, so that hundreds of files are never in
 * memory at once.
 */
export class FormChecks {
  private readonly forms: CheckedForm[] = [];
  private readonly findings: Finding[];
  private readonly arePricesHidden: boolean;
  private readonly published: string;
  private readonly empty: EmptyForm;

  /** @param all every language that a form may be in */
  constructor(
    private readonly document: EvaluationDocument,
    all: readonly [Words, ...Words[]],
  ) {
    this.arePricesHidden = arePricesSealed(document);
    this.findings = this.arePricesHidden
      ? [finding("forms-prices-hidden", "note", "procurement.prices")]
      : [];
    this.published = publishedFingerprint(document);
    this.empty = formsOf(document, this.published, all);
  }

  take(file: FormFile): void {
    const { document, forms, findings } = this;
    const fingerprint = bytesToHex(sha256(file.bytes));
    const earlier = forms.find((each) => each.fingerprint === fingerprint);
    const facts = factsOf(file.sheets);
    const refused = earlier
      ? finding("form-twice", "blocking", file.name, { file: file.name, other: earlier.file })
      : refusal(document, this.published, file.name, facts);
    if (refused) {
      findings.push(refused);
      return;
    }
    const whole = checkedForm(document, file, fingerprint, this.empty);
    const form = this.arePricesHidden ? withoutPrices(whole) : whole;
    const same = forms.find(({ read }) => isSameBidder(read, form.read));
    if (same)
      findings.push(
        finding("form-second", "blocking", file.name, {
          file: file.name,
          other: same.file,
          bidder: form.read.bidder,
        }),
      );
    else {
      forms.push(form);
      findings.push(...findingsOf(form));
    }
  }

  checked(): CheckedForms {
    const { forms, findings, arePricesHidden: isHidden } = this;
    return { forms, findings: withNames(findings, this.document), arePricesHidden: isHidden };
  }
}

/** @param all every language that a form may be in */
export function checkForms(
  document: EvaluationDocument,
  files: readonly FormFile[],
  all: readonly [Words, ...Words[]],
): CheckedForms {
  const checks = new FormChecks(document, all);
  for (const file of files) checks.take(file);
  return checks.checked();
}

/** What may be known of a form while its prices are kept apart. */
function withoutPrices({ recomputed: _sum, read, ...form }: CheckedForm): CheckedForm {
  const { stated: _stated, ...rest } = read;
  return {
    ...form,
    read: {
      ...rest,
      prices: [],
      comments: read.comments.filter(({ isOnPrice }) => !isOnPrice),
      changes: read.changes.filter(({ isOnRequirements }) => isOnRequirements),
    },
  };
}

type EmptyForm = (sheets: readonly WholeSheet[]) => {
  readonly form: BidderForm;
  readonly words: Words;
  readonly invited?: string;
};

/** The form as it was handed out, in the language and to the bidder that a file is of; made once each. */
function formsOf(
  document: EvaluationDocument,
  fingerprint: string,
  all: readonly [Words, ...Words[]],
): EmptyForm {
  const made = new Map<string, BidderForm>();
  const model = { fingerprint, code: shortCode(fingerprint) };
  return (sheets) => {
    const names = new Set(sheets.map((sheet) => sheet.name));
    const [first] = all;
    const words =
      all.find(({ forms }) => names.has(forms.sheets.prices) && names.has(forms.sheets.front)) ??
      first;
    const bid = document.bids.find(({ id }) => id === factsOf(sheets)?.get("bid"));
    const key = `${words.forms.sheets.front}|${bid?.id ?? ""}`;
    const form = made.get(key) ?? bidderForm(document, model, words, bid);
    made.set(key, form);
    return { form, words, ...(bid && { invited: bid.id }) };
  };
}

function refusal(
  document: EvaluationDocument,
  wanted: string,
  file: string,
  facts: ReadonlyMap<string, string> | undefined,
): Finding | undefined {
  const { caseNumber, lot } = document.procurement;
  if (!facts) return finding("form-missing", "blocking", file, { file });
  const seen = facts.get("caseNumber") ?? "";
  if (seen !== caseNumber || (facts.get("lot") ?? "") !== (lot?.id ?? ""))
    return finding("form-other-case", "blocking", file, { file, seen, wanted: caseNumber });
  const model = facts.get("model") ?? "";
  return model === wanted
    ? undefined
    : finding("form-other-model", "blocking", file, {
        file,
        seen: shortCode(model).slice(0, 9),
        wanted: shortCode(wanted).slice(0, 9),
      });
}

function checkedForm(
  document: EvaluationDocument,
  { name, sheets, hasMacros }: FormFile,
  fingerprint: string,
  empty: EmptyForm,
): CheckedForm {
  const { form, words, invited } = empty(sheets);
  const { currency } = document.procurement;
  const { yes, no } = words.answers;
  const read = readForm(sheets, form, { currency, words: words.cells.money }, [yes, no]);
  const recomputed = recomputedSum(document, read, words);
  return {
    file: name,
    fingerprint,
    ...(invited === undefined ? {} : { invited }),
    hasMacros,
    read,
    ...(recomputed ? { recomputed } : {}),
  };
}

/** What the numbers of the form come to; nothing while a price that is needed is blank or a word. */
function recomputedSum(
  document: EvaluationDocument,
  { prices, deliveryModel }: ReadForm,
  words: Words,
): Exact | undefined {
  const model = document.model.deliveryModels?.find(({ name }) => name === deliveryModel);
  const isWorded = prices.some(({ text }) => text !== undefined);
  const bid: Bid = {
    id: "form",
    bidder: "form",
    answers: {},
    scores: {},
    ...(model ? { deliveryModel: model.id } : {}),
    prices: Object.fromEntries(
      prices.flatMap(({ id, number }) => (number === undefined ? [] : [[id, number] as const])),
    ),
  };
  const form = { model: document.model, priceItems: [...formRows(document, words)] };
  return isWorded ? undefined : priceInRows(form, bid).value;
}

function findingsOf({ file, invited, hasMacros, read, recomputed }: CheckedForm): Finding[] {
  const at = (where: string) => `${file} ${where}`;
  const { prices, unanswered, comments, changes, stated, bidder } = read;
  const priced = prices.filter(({ number }) => number !== undefined);
  const isZero = priced.length > 0 && priced.every(({ number = "1" }) => Exact.of(number).isZero());
  const difference =
    stated !== undefined &&
    recomputed &&
    !Exact.of(stated).equals(Exact.of(recomputed.toDecimal(10)));
  return [
    ...(bidder === "" && invited === undefined
      ? [finding("form-unnamed", "open", file, { file })]
      : []),
    ...changes.map(({ kind, where, seen, wanted }) =>
      finding("form-changed", "open", at(where), {
        kind,
        seen: seen.slice(0, 120),
        wanted: wanted.slice(0, 120),
      }),
    ),
    ...wordsIn(file, read),
    ...prices.flatMap(({ id, where, isLinked, seen }) =>
      isLinked ? [finding("form-price-linked", "open", at(where), { id, seen })] : [],
    ),
    ...(hasMacros || /\.xlsm$/i.test(file)
      ? [finding("form-with-macros", "warning", file, { file })]
      : []),
    ...(isZero ? [finding("form-all-zero", "open", file, { file })] : []),
    ...(difference
      ? [
          finding("form-stated-differs", "warning", file, {
            stated,
            sum: recomputed.toDecimal(2),
          }),
        ]
      : []),
    ...unanswered.flatMap(({ where, id, text }) =>
      text === ""
        ? []
        : [finding("form-answer-other", "open", at(where), { id, seen: text.slice(0, 80) })],
    ),
    ...comments.map(({ where, text }) =>
      finding("form-comment", "warning", at(where), { text: text.slice(0, 200) }),
    ),
  ];
}

/** Prices that are words, which nobody has given a meaning yet. */
function wordsIn(file: string, { prices }: ReadForm): Finding[] {
  return prices.flatMap(({ where, id, text, problem = "" }) =>
    text === undefined
      ? []
      : [
          finding("form-price-word", "open", `${file} ${where}`, {
            id,
            seen: text.slice(0, 80),
            problem,
          }),
        ],
  );
}

/** A line for each form: who it is from, what is missing, and what its prices come to. */
export function checkedSection(
  { forms, arePricesHidden: isHidden }: CheckedForms,
  { cli: { forms: text } }: Words,
): Section {
  return {
    title: text.checked,
    columns: text.checkedColumns,
    rows: forms.map(({ file, read, recomputed }) => {
      const stated = read.stated === undefined ? undefined : Exact.of(read.stated);
      const amount = (exact: Exact | undefined) => (exact ? { exact, decimals: 2 } : "–");
      const blank = read.prices.filter(({ number, text: word }) => (number ?? word) === undefined);
      return [
        file,
        read.bidder === "" ? "–" : read.bidder,
        read.organisationNumber === "" ? "–" : read.organisationNumber,
        isHidden ? "–" : String(blank.length),
        String(read.unanswered.length),
        String(read.changes.length),
        amount(stated),
        amount(recomputed),
        amount(stated && recomputed && stated.minus(recomputed)),
      ];
    }),
  };
}
