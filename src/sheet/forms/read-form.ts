/**
 * A bidder form as it came back: what the bidder filled in, by the id of each row, and everything else
 * that differs from the form that was handed out. A word stays a word and a blank stays blank; it
 * decides nothing about a bid.
 */
import { readDecimal } from "../decimal-cells";
import type { CellProblem, Money } from "../number-meaning";
import type { CellReading, WholeSheet } from "../workbook";
import type { BidderForm } from "./bidder-form";
import type { bidderKeys } from "./form-layout";
import type { FormChange, FormText } from "./found-sheet";
import { FoundSheet } from "./found-sheet";
import { textOf } from "./found-text";
import { formFormat, requirementColumn } from "./form-layout";
import type { PricedCell } from "./price-sheet";

/** What the hidden sheet of a form says, by its keys. */
export function factsOf(sheets: readonly WholeSheet[]): ReadonlyMap<string, string> | undefined {
  const sheet = sheets.find(({ rows }) => rows.some(([, cell]) => textOf(cell) === formFormat));
  return sheet && new Map(sheet.rows.map(([key, value]) => [textOf(key), textOf(value)]));
}

/** A price cell: the number in it, or the text that is none; neither where it is blank. */
export type FormPrice = {
  readonly id: string;
  readonly where: string;
  readonly number?: string;
  readonly text?: string;
  /** Why the text is no price. */
  readonly problem?: CellProblem["code"];
  /** What stands in the cell, as it stands. */
  readonly seen: string;
  /** The number is fetched from another file by a formula, and is what was shown last. */
  readonly isLinked?: true;
};

/** A change, and whether it is among the requirements, where no price can be seen. */
export type PlacedChange = FormChange & { readonly isOnRequirements: boolean };

export type ReadForm = {
  /** The fields of the front sheet, by their keys. */
  readonly bidder: string;
  readonly organisationNumber: string;
  readonly deliveryModel: string;
  readonly prices: readonly FormPrice[];
  /** Requirements whose answer is neither yes nor no, with what stands there. */
  readonly unanswered: readonly {
    readonly id: string;
    readonly where: string;
    readonly text: string;
  }[];
  /** Requirements that are answered yes or no. */
  readonly answers: readonly (FormText & { readonly isYes: boolean })[];
  readonly references: readonly FormText[];
  /** Comments on rows, where reservations may stand. */
  readonly comments: readonly (FormText & { readonly isOnPrice: boolean })[];
  /** The sum that the form itself shows; nothing where it shows none. */
  readonly stated?: string;
  /** Where the fields of the front sheet and the sum stand, by their keys. */
  readonly cells: { readonly [key in FrontKey]: string };
  readonly changes: readonly PlacedChange[];
};

type FrontKey = (typeof bidderKeys)[number] | "total";

/**
 * @param form the form as it was handed out
 * @param yesOrNo the two answers
 */
export function readForm(
  sheets: readonly WholeSheet[],
  form: BidderForm,
  money: Money,
  yesOrNo: readonly [yes: string, no: string],
): ReadForm {
  const pages = form.pages.filter(({ isHidden }) => !isHidden);
  const found = pages.map((page) => new FoundSheet(page, sheets));
  const [front, prices] = [form.front.page, form.prices.page].map((page) =>
    found.find((each) => each.page === page),
  );
  const requirements = found.find(({ page }) => page === form.requirements?.page);
  const { priced, ids, column } = form.prices;
  const comments = prices?.texts(prices.keys(ids), column("comment")) ?? [];
  // A comment on a row by year stands beside all its years, and is kept with the first of them.
  const firstOf = (key: string) => priced.find((cell) => cell.key === key)?.id ?? key;
  const onRequirements = requirementsIn(requirements, form, yesOrNo);
  const changes = found.flatMap((each) =>
    each.changes().map((change) => ({ ...change, isOnRequirements: each === requirements })),
  );
  return {
    ...frontIn(front, money),
    ...onRequirements,
    prices: prices ? priced.map((cell) => priceIn(prices, cell, money)) : [],
    comments: [
      ...comments.map((each) => ({ ...each, id: firstOf(each.id), isOnPrice: true })),
      ...onRequirements.comments.map((each) => ({ ...each, isOnPrice: false })),
    ],
    changes: [...changes, ...addedSheets(sheets, form, found)],
  };
}

/** Who the bidder is, the delivery model and the sum that the form shows. */
function frontIn(
  front: FoundSheet | undefined,
  money: Money,
): Pick<ReadForm, (typeof bidderKeys)[number] | "stated" | "cells"> {
  const [text, where] = [
    (key: FrontKey) => front?.text(key, 2) ?? "",
    (key: FrontKey) => front?.where(key, 2) ?? "",
  ];
  const total = front?.cell("total", 2);
  const stated = total?.kind === "number" ? readDecimal(total, false, money).value : undefined;
  return {
    bidder: text("bidder"),
    organisationNumber: text("organisationNumber"),
    deliveryModel: text("deliveryModel"),
    ...(stated === undefined ? {} : { stated }),
    cells: {
      bidder: where("bidder"),
      organisationNumber: where("organisationNumber"),
      deliveryModel: where("deliveryModel"),
      total: where("total"),
    },
  };
}

/** Answers, references and comments, by requirement. */
function requirementsIn(
  sheet: FoundSheet | undefined,
  { requirements }: BidderForm,
  yesOrNo: readonly [yes: string, no: string],
) {
  const asked = sheet?.keys(requirements?.ids ?? []) ?? [];
  const beside = (column: Parameters<typeof requirementColumn>[0]) =>
    sheet?.texts(asked, requirementColumn(column)) ?? [];
  const [yes, no] = yesOrNo.map((word) => word.toLowerCase());
  const answers = beside("answer").flatMap((each) => {
    const word = each.text.toLowerCase();
    return word === yes || word === no ? [{ ...each, isYes: word === yes }] : [];
  });
  const answered = new Set(answers.map(({ id }) => id));
  return {
    answers,
    references: beside("reference"),
    comments: beside("comment"),
    unanswered: asked
      .filter((id) => !answered.has(id))
      .map((id) => ({
        id,
        where: sheet?.where(id, requirementColumn("answer")) ?? "",
        text: sheet?.text(id, requirementColumn("answer")) ?? "",
      })),
  };
}

function addedSheets(
  sheets: readonly WholeSheet[],
  form: BidderForm,
  found: readonly FoundSheet[],
): PlacedChange[] {
  return sheets
    .filter(
      ({ name }) =>
        !form.pages.some((page) => page.name === name) &&
        !found.some((each) => each.sheet?.name === name),
    )
    .map(({ name }) => ({
      kind: "extra" as const,
      where: name,
      seen: name,
      wanted: "",
      isOnRequirements: false,
    }));
}

/** A formula names another file in brackets: [1]Blad1!A1, or 'C:\\[pris.xlsx]Blad1'!A1. */
function isLinked({ formula = "" }: CellReading): boolean {
  return /\[[^\][]+\][^\][!]*!/.test(formula.replace(/"[^"]*"/g, ""));
}

function priceIn(sheet: FoundSheet, { id, key, column }: PricedCell, money: Money): FormPrice {
  const cell = sheet.cell(key, column);
  const where = sheet.where(key, column);
  const seen = textOf(cell);
  if (!cell || seen === "") return { id, where, seen };
  const { value, problem } = readDecimal(cell, false, money);
  if (problem) {
    const shown = problem.seen.trim();
    return { id, where, seen: shown, text: shown, problem: problem.code };
  }
  if (value === undefined) return { id, where, seen, text: seen };
  return { id, where, seen, number: value, ...(isLinked(cell) && { isLinked: true }) };
}
