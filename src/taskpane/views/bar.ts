/**
 * One bar of parts: what adds to it side by side, what takes from it as an outline at its end, so
 * that the solid length is what remains. Drawn with attributes alone, since the page's policy
 * allows no inline styles; everything it shows is also said in words.
 */
import { svg } from "../element";

export type Part = {
  readonly label: string;
  readonly text: string;
  readonly size: number;
  readonly isPrice?: boolean;
};

const width = 300;

/** How long the bar of these parts is: all that adds to it. */
export function lengthOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { size }) => sum + Math.max(0, size), 0);
}

/** @param longest the length of the longest of the bars that are compared */
export function bar(name: string, parts: readonly Part[], longest: number): SVGElement {
  const scale = width / longest;
  const words = parts.map(({ label, text }) => `${label} ${text}`).join("; ");
  let [end, colour] = [0, 0];
  const rects = parts
    .filter(({ size }) => size > 0)
    .map((part) => {
      const x = end;
      end += part.size * scale;
      return rect(part, x, end - x, part.isPrice ? "price" : `part${1 + (colour++ % 6)}`);
    });
  const outlines = parts
    .filter(({ size }) => size < 0)
    .map((part) => {
      const x = Math.max(0, end + part.size * scale);
      const made = rect(part, x, end - x, "deduction");
      end = x;
      return made;
    });
  return svg(
    "svg",
    {
      viewBox: `0 0 ${width} 18`,
      role: "img",
      "aria-label": `${name}: ${words}`,
      preserveAspectRatio: "none",
    },
    rects,
    outlines,
  );
}

function rect({ label, text }: Part, x: number, length: number, look: string): SVGElement {
  const inset = look === "deduction" ? 1 : 0;
  return svg(
    "rect",
    {
      x: (x + inset).toFixed(2),
      y: inset,
      width: Math.max(length - 2 * inset, 0.5).toFixed(2),
      height: 18 - 2 * inset,
      class: look,
    },
    svg("title", {}, `${label} ${text}`),
  );
}
