/**
 * How the product's cells look in a workbook: the port's style names as fonts, fills and borders.
 * Input cells are unlocked and tinted, results are locked. Colours are Fluent 2's, dark enough on
 * their tints for WCAG AA.
 */
import type { CellStyle } from "hucre/xlsx";
import type { Chart, Highlight, StyleName } from "../../sheet/workbook";

const font = (more: NonNullable<CellStyle["font"]> = {}) => ({
  name: "Calibri",
  size: 11,
  ...more,
});
const fill = (rgb: string) => ({ type: "pattern", pattern: "solid", fgColor: { rgb } }) as const;
const line = { style: "thin", color: { rgb: "D1D1D1" } } as const;
const box = { top: line, right: line, bottom: line, left: line };
const top = { vertical: "top" } as const;
const wrapped = { vertical: "top", wrapText: true } as const;

export const styles: { readonly [name in StyleName]: CellStyle } = {
  title: { font: font({ bold: true, size: 16, color: { rgb: "0F548C" } }) },
  guide: { font: font({ italic: true, color: { rgb: "616161" } }) },
  bidder: { font: font({ bold: true, color: { rgb: "0F548C" } }) },
  "bidder-column": {
    font: font({ bold: true, color: { rgb: "0F548C" } }),
    alignment: { wrapText: true },
  },
  header: {
    font: font({ bold: true, color: { rgb: "FFFFFF" } }),
    fill: fill("0F548C"),
    alignment: wrapped,
    border: box,
  },
  input: {
    font: font(),
    fill: fill("FFF9E5"),
    border: box,
    alignment: top,
    protection: { locked: false },
  },
  // The indent keeps a word from touching the number in the column before it.
  "input-word": {
    font: font(),
    fill: fill("FFF9E5"),
    border: box,
    alignment: { ...top, horizontal: "left", indent: 1 },
    protection: { locked: false },
  },
  "input-text": {
    font: font(),
    fill: fill("FFF9E5"),
    border: box,
    alignment: wrapped,
    protection: { locked: false },
  },
  display: {
    font: font({ color: { rgb: "424242" } }),
    fill: fill("F5F5F5"),
    border: box,
    alignment: wrapped,
  },
  text: { font: font(), alignment: top },
  note: { font: font(), alignment: wrapped },
  number: { font: font(), border: box, alignment: { ...top, horizontal: "right" } },
  label: { font: font({ bold: true }), alignment: top },
  "key-figure": { font: font({ bold: true }), fill: fill("EBF3FC"), border: box, alignment: top },
  link: { font: font({ underline: true, color: { rgb: "0F6CBD" } }), alignment: top },
  good: {
    font: font({ bold: true, color: { rgb: "0E700E" } }),
    fill: fill("F1FAF1"),
    alignment: top,
  },
  bad: {
    font: font({ bold: true, color: { rgb: "960B18" } }),
    fill: fill("FDF3F4"),
    alignment: top,
  },
  open: {
    font: font({ bold: true, color: { rgb: "8A3707" } }),
    fill: fill("FFF9F5"),
    alignment: top,
  },
};

/**
 * The same signals as conditional formats, which paint with a background colour, and the line over a
 * section of rows.
 */
export const signals: { readonly [name in Highlight["style"]]: CellStyle } = {
  good: {
    font: { color: { rgb: "0E700E" } },
    fill: { type: "pattern", pattern: "solid", bgColor: { rgb: "F1FAF1" } },
  },
  bad: {
    font: { color: { rgb: "960B18" } },
    fill: { type: "pattern", pattern: "solid", bgColor: { rgb: "FDE7E9" } },
  },
  open: {
    font: { color: { rgb: "8A3707" } },
    fill: { type: "pattern", pattern: "solid", bgColor: { rgb: "FFF4CE" } },
  },
  section: { border: { top: { style: "thin", color: { rgb: "0F548C" } } } },
};

/**
 * Colours that stay apart for those who see colours otherwise (Okabe and Ito), the price first in a
 * quiet grey.
 */
const chartColours = [
  "8C8C8C",
  "0072B2",
  "E69F00",
  "009E73",
  "CC79A7",
  "56B4E9",
  "D55E00",
  "F0E442",
];

/** A fill that is written for a series that is not drawn, and taken away again. */
export const undrawn = "FFFFFE";

/** A waterfall's series: what the bars stand on, whole bars, deductions and additions. */
const waterfallColours = [undrawn, "8C8C8C", "009E73", "E69F00"];

/** The colours of a chart's series, in their order. */
export function coloursOf(kind: Chart["kind"]): readonly string[] {
  if (kind === "waterfall") return waterfallColours;
  return kind === "stacked-bar" ? chartColours : chartColours.slice(1);
}
