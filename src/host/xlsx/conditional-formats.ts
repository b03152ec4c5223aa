/**
 * Number formats that a cell has under a condition: a rule of conditional formatting can show an
 * amount in euro or in thousands. A rule says where it holds and for which numbers it may; a
 * condition that is not a comparison with plain numbers may hold for any number. It calculates no
 * formula.
 */
import type { Area } from "../../sheet/workbook";
import { Failure } from "../failure";
import { areaIn } from "./sheet-rows";
import { attributeIn, resolvedEntities, scanXml } from "./xml-scan";

export type ConditionalFormat = {
  readonly areas: readonly Area[];
  /** A number format in its en-US form. */
  readonly format: string;
  /** Whether the condition may hold for a cell with this number. */
  readonly mayHold: (value: number) => boolean;
};

/** The number formats of the differential styles, by position; blank where one has none. */
export function differentialFormats(xml: string, part: string): string[] {
  if (!xml.includes("dxf")) return [];
  const formats: string[] = [];
  let isInside = false;
  scanXml(xml, part, {
    open: ({ name, depth, attributes }) => {
      if (depth === 1) isInside = name === "dxfs";
      if (isInside && depth === 2) formats.push("");
      if (isInside && depth === 3 && name === "numFmt")
        formats[formats.length - 1] = attributeIn(attributes, "formatCode") ?? "";
    },
  });
  return formats;
}

/** @param formats of the differential styles */
export function conditionalFormats(
  xml: string,
  part: string,
  formats: readonly string[],
): ConditionalFormat[] {
  const mayHave = formats.some((format) => format !== "") || xml.includes("numFmt");
  if (!mayHave || !xml.includes("conditionalFormatting")) return [];
  const rules = new Rules(xml, formats);
  scanXml(xml, part, rules);
  return rules.found;
}

type Rule = { format: string; type: string; operator: string; readonly bounds: string[] };

class Rules {
  readonly found: ConditionalFormat[] = [];
  private areas: readonly Area[] = [];
  /** The rules of one element, whose cells come before them or, in Excel's extension, after. */
  private pending: Rule[] = [];
  private rule: Rule | undefined;
  private isText = false;
  private textNow = "";

  constructor(
    private readonly xml: string,
    private readonly formats: readonly string[],
  ) {}

  open({ name, attributes }: { readonly name: string; readonly attributes: string }): void {
    const value = (key: string) => attributeIn(attributes, key) ?? "";
    if (name === "conditionalFormatting") {
      this.areas = areasIn(value("sqref"));
      this.pending = [];
    } else if (name === "cfRule") {
      const format = this.formats[Number(value("dxfId") || "-1")] ?? "";
      this.rule = { format, type: value("type"), operator: value("operator"), bounds: [] };
    } else if (name === "numFmt" && this.rule) this.rule.format = value("formatCode");
    this.isText = ["formula", "f", "sqref"].includes(name);
    this.textNow = "";
  }

  text(start: number, end: number): void {
    if (this.isText) this.textNow += resolvedEntities(this.xml.slice(start, end));
  }

  close(name: string): void {
    if (this.isText && this.rule && (name === "formula" || name === "f"))
      this.rule.bounds.push(this.textNow);
    if (this.isText && name === "sqref") this.areas = areasIn(this.textNow);
    if (name === "cfRule" && this.rule) {
      if (this.rule.format !== "") this.pending.push(this.rule);
      this.rule = undefined;
    }
    if (name === "conditionalFormatting")
      for (const rule of this.pending)
        this.found.push({
          areas: this.areas,
          format: rule.format,
          mayHold: (value) => mayHold(rule, value),
        });
    this.isText = false;
  }
}

function areasIn(text: string): Area[] {
  return text.split(/\s+/).flatMap((reference) => areaIn(reference) ?? []);
}

function mayHold({ type, operator, bounds }: Rule, value: number): boolean {
  const [first = NaN, second = NaN] = bounds.map((text) =>
    /^-?\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : NaN,
  );
  if (type !== "cellIs" || Number.isNaN(first)) return true;
  const [low, high] = [Math.min(first, second), Math.max(first, second)];
  switch (operator) {
    case "lessThan":
      return value < first;
    case "lessThanOrEqual":
      return value <= first;
    case "greaterThan":
      return value > first;
    case "greaterThanOrEqual":
      return value >= first;
    case "equal":
      return value === first;
    case "notEqual":
      return value !== first;
    case "between":
      return Number.isNaN(second) || (value >= low && value <= high);
    case "notBetween":
      return Number.isNaN(second) || value < low || value > high;
    default:
      return true;
  }
}

/** Comparisons of cells with areas that are made of one table. */
const mostComparisons = 1e9;

/**
 * The rules that reach into an area, ready to be asked cell by cell.
 * @throws Failure when there are so many that asking would not end
 */
export function rulesWithin(
  rules: readonly ConditionalFormat[],
  area: Area,
  sheet: string,
): ConditionalFormat[] {
  const reaching = rules.flatMap((rule) => {
    const areas = rule.areas.filter((each) => overlaps(each, area));
    return areas.length > 0 ? [{ ...rule, areas }] : [];
  });
  const cells = (area.bottom - area.top + 1) * (area.right - area.left + 1);
  const count = reaching.reduce((total, { areas }) => total + areas.length, 0);
  if (cells * count > mostComparisons)
    throw new Failure("file-hostile", { hostile: "cells", sheet });
  return reaching;
}

function overlaps(one: Area, other: Area): boolean {
  return (
    one.top <= other.bottom &&
    one.bottom >= other.top &&
    one.left <= other.right &&
    one.right >= other.left
  );
}
