/**
 * Cells of the model that hold a rule in words: a rounding, and a rule for equal results. What is no
 * such rule is a problem that lists what may stand there.
 */
import type { Words } from "../words/sv/words";
import type { Read } from "./cell-value";
import { readTrimmedText } from "./cells";
import type { CellReading } from "./workbook";

/** How something is rounded: a number of decimals with its mode, or exactly. */
export function readRounding(cell: CellReading, all: readonly Words[]): Read<object | null> {
  const { value: text, problem } = readTrimmedText(cell);
  if (problem) return { problem };
  if (text === undefined) return {};
  if (all.some(({ exact }) => exact.toLowerCase() === text.toLowerCase())) return { value: null };
  const [, decimals, word = ""] = /^(\d{1,2}) \p{L}+ [–-] (.+)$/u.exec(text) ?? [];
  const modes = all.flatMap((words) => Object.entries(words.roundingModes));
  const mode = modes.find(([, name]) => name.toLowerCase() === word.toLowerCase())?.[0];
  if (decimals === undefined || mode === undefined) {
    const allowed = [
      all[0]?.exact ?? "",
      ...Object.values(all[0]?.roundingModes ?? {}).map(
        (name) => `${all[0]?.decimals(2)} – ${name}`,
      ),
    ];
    return { problem: { code: "cell-not-choice", seen: text, allowed } };
  }
  return { value: { decimals: Number(decimals), mode } };
}

/** A rule that separates equal results, and the criterion that it names, where it names one. */
export function readTie(cell: CellReading, all: readonly Words[]): Read<string> {
  const { value: text, problem } = readTrimmedText(cell);
  if (problem) return { problem };
  if (text === undefined) return {};
  const [name = "", criterion] = text.split(/:\s*/);
  const rule = all
    .flatMap((words) => Object.entries(words.tieRules))
    .find(([code, word]) => [code, word.toLowerCase()].includes(name.trim().toLowerCase()))?.[0];
  if (rule === undefined || (rule === "criterion") !== (criterion !== undefined)) {
    return {
      problem: {
        code: "cell-not-choice",
        seen: text,
        allowed: Object.values(all[0]?.tieRules ?? {}),
      },
    };
  }
  return { value: criterion === undefined ? rule : `criterion:${criterion.trim()}` };
}
