/**
 * The test of a model before any bid, as tables: its properties, the worth of steps and criteria,
 * the price that beats a perfect bid, and the linter's findings. It computes nothing but
 * percentages.
 */
import type { Section } from "../content/table";
import type { Finding } from "../core/finding";
import type { Words } from "../words/sv/words";
import { findingText } from "../words/sentences";
import type { CallByName } from "../words/named-id";
import { withId } from "../words/named-id";
import type { StepWorth, Weight } from "./criterion-value";
import type { ModelTest } from "./laboratory";
import type { Properties } from "./properties";
import type { Rival } from "./rivals-of-perfect";
import { figure, percentage, priceEntry } from "./table-figures";

/**
 * The tables of a model test; a table without rows is left out.
 * @param called how criteria are called
 */
export function modelSections(
  properties: Properties,
  { worths, weights, rivals }: Pick<ModelTest, "worths" | "weights" | "rivals">,
  words: Words,
  called: CallByName = withId,
): Section[] {
  return [
    propertySection(properties, words),
    worthSection(properties, worths, { words, called }),
    weightSection(weights, { words, called }),
    rivalSection(properties, rivals, words),
  ].filter(({ rows }) => rows.length > 0);
}

type Reader = { readonly words: Words; readonly called: CallByName };

function propertySection(
  { monotone, independent, definedAtZero, direction }: Properties,
  words: Words,
): Section {
  const text = words.lab.properties;
  const claims: { readonly [key: string]: string } = words.claims;
  const row = (
    name: string,
    { holds, because }: { readonly holds: boolean; readonly because: string },
  ) => [name, holds ? words.lab.yes : words.lab.no, claims[because] ?? because];
  return {
    title: text.title,
    columns: [text.property, text.answer, text.why],
    rows: [
      row(text.monotone, monotone),
      row(text.independent, independent),
      row(text.definedAtZero, definedAtZero),
      [text.direction, text[direction], ""],
    ],
  };
}

function worthSection(
  { reference, currency }: Properties,
  worths: readonly StepWorth[],
  { words, called }: Reader,
): Section {
  const text = words.lab.worth;
  return {
    title: text.title,
    note: text.note(reference.price.toDecimal(2), text.from[reference.from]),
    columns: [text.criterion, text.least(currency), text.most(currency), text.share],
    rows: worths.map(({ id, name, least, most }) => [
      called({ id, name }),
      figure(least, 2),
      figure(most, 2),
      percentage(most, reference.price),
    ]),
  };
}

function weightSection(weights: readonly Weight[], { words, called }: Reader): Section {
  const text = words.lab.weights;
  const isScored = weights.some(({ effective }) => effective !== undefined);
  return {
    title: text.title,
    note: text.note,
    columns: [words.lab.worth.criterion, text.nominal, ...(isScored ? [text.effective] : [])],
    rows: weights.map(({ id, name, nominal, effective }) => [
      id === "price" ? text.price : called({ id, name }),
      figure(nominal, 2),
      ...(isScored ? [effective ? figure(effective, 2) : ""] : []),
    ]),
    chart: { kind: "bar", title: text.title, category: 0, series: isScored ? [1, 2] : [1] },
  };
}

function rivalSection(
  { reference, currency }: Properties,
  rivals: readonly Rival[],
  words: Words,
): Section {
  const text = words.lab.rivals;
  return {
    title: text.title,
    note: text.note(reference.price.toDecimal(2)),
    columns: [text.quality, text.highest(currency)],
    rows: rivals.map(({ quality, price }) => [
      words.lab.percent(String(quality * 100)),
      priceEntry(price, words),
    ]),
  };
}

/** The linter's findings, for the sheet that tests the model; one row says so if there are none. */
export function questionSection(findings: readonly Finding[], words: Words): Section {
  const text = words.lab.questions;
  const rows = findings.map((item) => [words.severities[item.severity], findingText(item, words)]);
  return {
    title: text.title,
    columns: [text.severity, text.question],
    rows: rows.length === 0 ? [["", text.none]] : rows,
  };
}

/** A sentence a criterion: "Ett steg på Scenario 2 är värt 75 000 SEK, 0,9 % av lägsta anbudspris." */
export function worthSentences(
  { reference, currency }: Properties,
  worths: readonly StepWorth[],
  words: Words,
): string[] {
  const text = words.lab.worth;
  return worths.map(({ name, most }) =>
    text.sentence(
      name,
      `${words.number(most.toDecimal(2))} ${currency}`,
      percentage(most, reference.price).exact.toDecimal(1),
      text.from[reference.from],
    ),
  );
}
