/**
 * A table as content, with an optional chart, which is shown on a sheet, in a terminal and in the
 * pane. Types only: it decides nothing about appearance.
 */
import type { Exact } from "../core/number";
import type { Step } from "../core/step";

/**
 * A figure with the decimals to show; `exact` is the whole value. With the step that it is the value
 * of, a sheet can compute it again by a formula; without, it is a value there.
 */
export type Figure = { readonly exact: Exact; readonly decimals: number; readonly step?: Step };

export type Entry = string | Figure;

export type Section = {
  readonly title: string;
  /** What the figures are and are not, in a sentence or two. */
  readonly note?: string;
  /** What the figures come to, in a line, for a reader who does not unfold the table. */
  readonly conclusion?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Entry[])[];
  readonly chart?: SectionChart;
};

/** `category` and `series` are columns of the section. */
export type SectionChart = {
  readonly kind: "bar" | "stacked-bar" | "line";
  readonly title: string;
  readonly category: number;
  readonly series: readonly number[];
};
