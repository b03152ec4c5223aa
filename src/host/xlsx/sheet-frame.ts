/**
 * What a sheet's XML says beside its cells, for columns that are added to a table: how wide they
 * are, and what is offered in them. Everything else stays as it is.
 */
import type { AddedColumn, Area, Choice } from "../../sheet/workbook";
import type { Span } from "./sheet-rows";
import { areaIn, areaText, sheetElements, withAttribute } from "./sheet-rows";
import type { Edit } from "./trim-sheet";
import { applyEdits } from "./trim-sheet";
import { attributeIn } from "./xml-scan";

/** A new column, and where on the sheet it stands, from 0. */
export type PlacedColumn = { readonly column: number; readonly added: AddedColumn };

/** The sheet with the widths and the drop-downs of new columns. */
export function withColumnFrame(
  xml: string,
  part: string,
  columns: readonly PlacedColumn[],
): string {
  const elements = sheetElements(xml, part);
  const prefix = elements.find(({ name }) => name === "sheetData")?.prefix ?? "";
  const frame = { xml, elements, prefix };
  return applyEdits(xml, [...widthEdits(frame, columns), ...choiceEdits(frame, columns)]);
}

type Frame = { readonly xml: string; readonly elements: readonly Span[]; readonly prefix: string };

/** A run of columns that look alike, from 1; the text of its tag. */
type Width = { readonly min: number; readonly max: number; readonly tag: string };

function widthEdits({ xml, elements, prefix }: Frame, columns: readonly PlacedColumn[]): Edit[] {
  const known = elements
    .filter(({ name }) => name === "col")
    .map((span): Width => {
      const bound = (name: string) => Number(attributeIn(span.attributes, name) ?? 0);
      return { min: bound("min"), max: bound("max"), tag: xml.slice(span.start, span.end) };
    });
  const widths = columns.reduce((all, { column, added }) => {
    const at = column + 1;
    const tag = `<${prefix}col min="${at}" max="${at}" width="${added.width}" customWidth="1"/>`;
    return [...all.flatMap((each) => without(each, at)), { min: at, max: at, tag }];
  }, known);
  const tags = widths.sort((a, b) => a.min - b.min).map(({ tag }) => tag);
  const text = `<${prefix}cols>${tags.join("")}</${prefix}cols>`;
  const own = elements.find(({ name }) => name === "cols");
  const data = elements.find(({ name }) => name === "sheetData");
  const start = own?.start ?? data?.start ?? 0;
  return [{ from: start, to: own?.end ?? start, text }];
}

/** A run without one of its columns, as the runs on either side of it. */
function without({ min, max, tag }: Width, at: number): Width[] {
  if (at < min || at > max) return [{ min, max, tag }];
  const part = (from: number, to: number): Width[] =>
    from > to
      ? []
      : [
          {
            min: from,
            max: to,
            tag: withAttribute(withAttribute(tag, "min", String(from)), "max", String(to)),
          },
        ];
  return [...part(min, at - 1), ...part(at + 1, max)];
}

/** What may stand before the rules of validation (ECMA-376 part 1, 18.3.1.99). */
const beforeValidations = [
  "sheetData",
  "sheetCalcPr",
  "sheetProtection",
  "protectedRanges",
  "scenarios",
  "autoFilter",
  "sortState",
  "dataConsolidate",
  "customSheetViews",
  "mergeCells",
  "phoneticPr",
  "conditionalFormatting",
];

/** A rule of the user's own for the same cells stands. */
function choiceEdits(frame: Frame, columns: readonly PlacedColumn[]): Edit[] {
  const { xml, elements, prefix } = frame;
  const taken = elements
    .filter(({ name }) => name === "dataValidation")
    .flatMap(({ attributes }) => (attributeIn(attributes, "sqref") ?? "").split(/\s+/))
    .flatMap((text) => areaIn(text) ?? []);
  const added = columns
    .flatMap(({ added: { choices } }) => choices)
    .filter(({ area }) => !taken.some((each) => overlap(each, area)))
    .map((choice) => validationXml(choice, prefix));
  if (added.length === 0) return [];
  const own = elements.find(({ name }) => name === "dataValidations");
  if (!own) {
    const last = elements.findLast(({ name }) => beforeValidations.includes(name));
    const at = last?.end ?? 0;
    const tag = `${prefix}dataValidations`;
    return [
      { from: at, to: at, text: `<${tag} count="${added.length}">${added.join("")}</${tag}>` },
    ];
  }
  const count = String(own.children.length + added.length);
  const opening = xml.slice(own.start, own.inside.start);
  return [
    { from: own.start, to: own.inside.start, text: withAttribute(opening, "count", count) },
    { from: own.inside.end, to: own.inside.end, text: added.join("") },
  ];
}

function overlap(one: Area, other: Area): boolean {
  return (
    one.top <= other.bottom &&
    one.bottom >= other.top &&
    one.left <= other.right &&
    one.right >= other.left
  );
}

/** A message without a list stands on a rule that always holds, and stops nobody. */
function validationXml({ area, values, source, message }: Choice, prefix: string): string {
  const isList = values !== undefined || source !== undefined;
  const formula = values ? `"${values.join(",")}"` : (source ?? "TRUE");
  const attributes = [
    `type="${isList ? "list" : "custom"}"`,
    'allowBlank="1"',
    ...(message === undefined ? [] : ['showInputMessage="1"']),
    ...(isList ? ['showErrorMessage="1"'] : []),
    ...(message === undefined ? [] : [`prompt="${escaped(message)}"`]),
    `sqref="${areaText(area)}"`,
  ];
  const tag = `${prefix}dataValidation`;
  const inside = `<${prefix}formula1>${escaped(formula)}</${prefix}formula1>`;
  return `<${tag} ${attributes.join(" ")}>${inside}</${tag}>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;");
}
