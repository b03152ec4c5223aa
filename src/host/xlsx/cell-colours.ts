/**
 * The colours of cells, as far as a file states them: by their own code, by the theme or by the old
 * palette. It says when text has the colour of its background; a colour that it cannot resolve it
 * never calls hidden.
 */
import type { CellStyle } from "hucre/xlsx";
import { attributeIn, scanXml } from "./xml-scan";

type Colour = NonNullable<NonNullable<CellStyle["font"]>["color"]>;
/** Red, green and blue, 0–255. */
type Rgb = readonly [number, number, number];

/** The theme's colours by the index that a cell uses for them. */
export type ThemeColours = readonly (string | undefined)[];

/** A cell names light before dark, though the theme lists dark first (ECMA-376 part 1, 18.8.3). */
const themeOrder = [
  "lt1",
  "dk1",
  "lt2",
  "dk2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
];

export function themeColours(xml: string, part: string): ThemeColours {
  const found = new Map<string, string>();
  let name = "";
  scanXml(xml, part, {
    open: (tag) => {
      if (themeOrder.includes(tag.name)) name = tag.name;
      const value =
        tag.name === "srgbClr"
          ? attributeIn(tag.attributes, "val")
          : tag.name === "sysClr"
            ? attributeIn(tag.attributes, "lastClr")
            : undefined;
      if (value !== undefined && name !== "" && !found.has(name)) found.set(name, value);
    },
  });
  return themeOrder.map((each) => found.get(each));
}

/** Of a workbook without a theme: the light and the dark colour that every theme begins with. */
export const plainColours: ThemeColours = ["FFFFFF", "000000"];

/** The first colours of the palette; 64 and 65 are the system's text and background. */
const palette = ["000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF"];

function rgbOf({ rgb, theme, tint = 0, indexed }: Colour, themed: ThemeColours): Rgb | undefined {
  const old =
    indexed === 64
      ? "000000"
      : indexed === 65
        ? "FFFFFF"
        : indexed === undefined
          ? undefined
          : palette[indexed % 8];
  const isOld = indexed !== undefined && (indexed < 16 || indexed === 64 || indexed === 65);
  const code = rgb ?? (theme === undefined ? (isOld ? old : undefined) : themed[theme]);
  if (code === undefined || !/^(?:[0-9a-f]{2})?[0-9a-f]{6}$/i.test(code)) return undefined;
  const parts = [0, 2, 4].map((at) => parseInt(code.slice(-6).slice(at, at + 2), 16));
  // A tint lightens towards white or darkens towards black.
  const tinted = parts.map((part) => (tint < 0 ? part * (1 + tint) : part + (255 - part) * tint));
  return tinted as unknown as Rgb;
}

/** Relative luminance, 0–1 (WCAG 2.2). */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Below this contrast no eye tells text from its background; WCAG asks for 4.5. */
const leastContrast = 1.15;

/** The colour behind a cell's text; white without a fill, and unknown behind a pattern. */
function backgroundOf(fill: CellStyle["fill"], themed: ThemeColours): Rgb | undefined {
  if (fill === undefined || (fill.type === "pattern" && fill.pattern === "none"))
    return [255, 255, 255];
  if (fill.type !== "pattern" || fill.pattern !== "solid" || !fill.fgColor) return undefined;
  return rgbOf(fill.fgColor, themed);
}

/** Whether text cannot be told from its background. Text without a colour of its own is black. */
export function isTextUnseen({ font, fill }: CellStyle, themed: ThemeColours): boolean {
  const text = font?.color ? rgbOf(font.color, themed) : ([0, 0, 0] as const);
  const behind = backgroundOf(fill, themed);
  if (!text || !behind) return false;
  const [a, b] = [luminance(text), luminance(behind)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < leastContrast;
}
