/**
 * Levels of a scale pasted from Word or Excel, read into points and texts: "3 – Läsa och skriva", two
 * columns in either order, "Nivå 3: …". A line without points is skipped and named. It writes nothing.
 */
import type { Words } from "../words/sv/words";

export type PastedLevels = {
  /** The points as they were pasted, and what the level means. */
  readonly levels: readonly { readonly value: string; readonly label: string }[];
  readonly skipped: readonly { readonly line: number; readonly text: string }[];
};

/** @param all every language that the lines may be in */
export function pastedLevels(pasted: string, all: readonly Words[]): PastedLevels {
  const marks = all.flatMap(({ pasting }) => pasting.levels).join("|");
  const units = all.flatMap(({ pasting }) => pasting.points).join("|");
  const number = "-?\\d+(?:[.,]\\d+)?";
  const first = new RegExp(
    `^(?:(?:${marks})\\s+)?(${number})(?:\\s*(?:${units})(?!\\p{L}))?\\s*[:=.)–—\\t-]*\\s+(\\S.*)$`,
    "iu",
  );
  const last = new RegExp(`^(\\S.*?)\\t\\s*(${number})(?:\\s*(?:${units}))?$`, "iu");
  const levels: PastedLevels["levels"][number][] = [];
  const skipped: PastedLevels["skipped"][number][] = [];
  for (const [n, line] of pasted.split(/\r\n?|\n/).entries()) {
    const text = line.replace(/^\s*[•●▪·◦‣]\s+/u, "").trim();
    if (text === "") continue;
    const [, value, label] = first.exec(text) ?? [];
    const [, labelFirst, valueLast] = value === undefined ? (last.exec(text) ?? []) : [];
    const found = { value: value ?? valueLast, label: label ?? labelFirst };
    if (found.value !== undefined && found.label !== undefined)
      levels.push({ value: found.value, label: found.label.replace(/\s+/g, " ").trim() });
    else skipped.push({ line: n + 1, text });
  }
  return { levels, skipped };
}
