/**
 * The forms that bidders fill in, made of what is published and tried before they are handed out: a
 * second engine fills in every price and must come to the engine's sums. It writes no file.
 */
import type { Bid, EvaluationDocument, PriceItem } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { Inputs } from "../core/inputs";
import { Exact } from "../core/number";
import { evaluated, isAsked, isPercentRow, priceFormOf } from "../core/price-form";
import { publishedFingerprint, sealOf } from "../journal/published";
import { shortCode } from "../journal/short-code";
import type { BidderForm } from "../sheet/forms/bidder-form";
import { bidderForm } from "../sheet/forms/bidder-form";
import type { FormSheet } from "../sheet/forms/form-layout";
import { formRows } from "../sheet/forms/form-rows";
import type { Calculator, CellContent, Page } from "../sheet/workbook";
import type { Words } from "../words/sv/words";

/** A form, and the bid that it is for where it is for one. */
export type MadeForm = { readonly bid?: Bid; readonly pages: readonly Page[] };

export type MadeForms =
  | { readonly forms: readonly MadeForm[]; readonly refused?: never }
  | { readonly refused: readonly Finding[]; readonly forms?: never };

/**
 * @param document as it is published
 * @param isForEach a form for each bid of the document, and not one for all
 * @param words the language of the form
 */
export async function makeBidderForms(
  document: EvaluationDocument,
  isForEach: boolean,
  words: Words,
  calculator: Calculator,
): Promise<MadeForms> {
  const refused = refusals(document, isForEach);
  if (refused.length > 0) return { refused };
  const fingerprint = publishedFingerprint(document);
  const model = { fingerprint, code: shortCode(fingerprint) };
  const invited = isForEach ? document.bids : [undefined];
  const forms = invited.map((bid) => ({ bid, form: bidderForm(document, model, words, bid) }));
  const [first] = forms;
  const wrong = first ? await wrongSums(document, first.form, words, calculator) : [];
  if (wrong.length > 0) return { refused: wrong };
  return {
    forms: await Promise.all(
      forms.map(async ({ bid, form }) => ({
        ...(bid ? { bid } : {}),
        pages: await calculator.calculate([], form.pages),
      })),
    ),
  };
}

function refusals(document: EvaluationDocument, isForEach: boolean): Finding[] {
  const seal = sealOf(document);
  if (!seal) return [finding("form-unpublished", "blocking", "model")];
  if (seal.parts.length > 0)
    return [finding("form-model-changed", "blocking", "model", { parts: seal.parts })];
  return isForEach && document.bids.length === 0
    ? [finding("form-without-bids", "blocking", "bids")]
    : [];
}

/** The rows whose formulas do not come to what the engine makes of the same prices. */
async function wrongSums(
  document: EvaluationDocument,
  form: BidderForm,
  words: Words,
  calculator: Calculator,
): Promise<Finding[]> {
  const items = formRows(document, words);
  const models = document.model.deliveryModels ?? [undefined];
  for (const model of models) {
    const bid = triedBid(items, model?.id);
    const pages = filledIn(form, bid, model?.name);
    const wrong = differing(document, { form, items, bid }, await calculator.calculate([], pages));
    if (wrong.length > 0) return wrong;
  }
  return [];
}

/** A bid with another price in each row, none of them even. */
function triedBid(items: readonly PriceItem[], deliveryModel: string | undefined): Bid {
  const bid = {
    id: "form",
    bidder: "form",
    answers: {},
    scores: {},
    ...(deliveryModel === undefined ? {} : { deliveryModel }),
  };
  const priced = items.filter((item) => isAsked(item, bid));
  const prices = Object.fromEntries(
    priced.map((item, n) => [
      item.id,
      isPercentRow(item) ? `${2 + (n % 7)}.5` : `${1009 + 37 * n}.37`,
    ]),
  );
  return { ...bid, prices };
}

/** The form as the bidder would have filled it in. */
function filledIn({ pages, prices, front }: BidderForm, bid: Bid, model: string | undefined) {
  const choice = new Map(model === undefined ? [] : [["deliveryModel|2", model]]);
  const priced = new Map(
    prices.priced.flatMap(({ id, key, column }) => {
      const text = bid.prices?.[id];
      return text === undefined ? [] : [[`${key}|${column}`, Number(text)] as const];
    }),
  );
  const filled = (
    page: Page,
    ids: FormSheet["ids"],
    values: ReadonlyMap<string, string | number>,
  ) => ({
    ...page,
    rows: page.rows.map((cells, row) =>
      cells.map((cell, c) => {
        const value = values.get(`${ids[row] ?? ""}|${c}`);
        return value === undefined ? cell : { value };
      }),
    ),
  });
  return pages.map((page): Page => {
    if (page === front.page) return filled(page, front.ids, choice);
    return page === prices.page ? filled(page, prices.ids, priced) : page;
  });
}

type Tried = {
  readonly form: BidderForm;
  readonly items: readonly PriceItem[];
  readonly bid: Bid;
};

function differing(
  { model }: EvaluationDocument,
  { form: { prices, front }, items, bid }: Tried,
  calculated: readonly Page[],
): Finding[] {
  const priceForm = priceFormOf({ model, priceItems: [...items] }, new Inputs(undefined));
  const steps = priceForm.rows(bid, evaluated);
  const valueOf = new Map(steps.map(({ about: { id = "" }, value }) => [id, value]));
  const at = (sheet: Page, row: number, column: number) =>
    calculated.find(({ name }) => name === sheet.name)?.rows[row]?.[column]?.value;
  const wrong = prices.lines.flatMap(({ id, item: { name }, years }) => {
    const rows = years.length === 0 ? [id] : years.map((year) => year.id);
    const counted = rows.filter((row) => valueOf.has(row));
    const values = counted.flatMap((row) => valueOf.get(row) ?? []);
    if (counted.length === 0) return [];
    const details = { id, name };
    if (values.length < counted.length)
      return [finding("form-price-unknown", "blocking", "priceItems", details)];
    const live = at(prices.page, prices.ids.indexOf(id), prices.column("sum"));
    return isSame(live, Exact.sum(values))
      ? []
      : [finding("form-sum-differs", "blocking", "priceItems", details)];
  });
  if (wrong.length > 0) return wrong;
  const asked = steps.filter((step) => !priceForm.isPublished(step.about.id ?? ""));
  const total = Exact.sum(asked.flatMap(({ value }) => value ?? []));
  const [key, label] = (front.page.rows[front.totalRow] ?? []).map((cell) => String(cell?.value));
  return isSame(at(front.page, front.totalRow, 2), total)
    ? []
    : [
        finding("form-sum-differs", "blocking", "priceItems", {
          id: key ?? "",
          name: label ?? "",
        }),
      ];
}

/** Two doubles of one amount differ after many operations by no more than this share. */
const noise = 1e-12;

function isSame(live: CellContent["value"], exact: Exact): boolean {
  const wanted = Number(exact.toDecimal(12));
  return (
    typeof live === "number" && Math.abs(live - wanted) <= noise * Math.max(1, Math.abs(wanted))
  );
}
