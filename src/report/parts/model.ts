/**
 * The model as it was published, in plain sentences, and whether it is unchanged.
 */
import type { Block } from "../../content/paper";
import { publishedPlaceText } from "../../words/place-text";
import type { Words } from "../../words/sv/words";
import type { ReaderCase } from "../redacted-figures";
import type { ReportFacts } from "./facts";
import { heading, text } from "./blocks";

export function modelPart(
  { words }: ReaderCase,
  { seal, modelLines }: Pick<ReportFacts, "seal" | "modelLines">,
): Block[] {
  const say = words.protocol;
  const sealed = seal
    ? [
        text(say.sealed(seal)),
        text(
          seal.state === "same" ? say.sealSame : say.sealChanged,
          seal.state === "same" ? undefined : "strong",
        ),
        ...(seal.state === "same"
          ? []
          : [
              {
                kind: "list" as const,
                items: seal.differences.map(
                  ({ place, before = "–", after = "–" }) =>
                    `${publishedPlaceText(place, words)}: ${before} → ${after}`,
                ),
              },
            ]),
      ]
    : [text(say.unsealed)];
  return [...sealed, ...modelBlocks(modelLines, words)];
}

/**
 * The model's sentences: each criterion under its number, its sentences together and its levels as
 * a list. A line by itself that is no sentence is the title of what follows.
 */
function modelBlocks(lines: readonly string[], words: Words): Block[] {
  const [level = ""] = words.modelText.sentences.level.split("{");
  return lines
    .join("\n")
    .split(/\n{2,}/)
    .flatMap((paragraph): Block[] => {
      const own = paragraph.split("\n").filter((line) => line.trim() !== "");
      const [title, ...rest] = own;
      if (title === undefined) return [];
      if (own.length === 1 && /[^.:!?]$/.test(title)) return [heading(title, 2)];
      const isCriterion = /^\d+(?:\.\d+)* /.test(title);
      const sentences = isCriterion ? rest : own;
      const isLevel = (line: string) => line.startsWith(level);
      const [first, last] = [sentences.findIndex(isLevel), sentences.findLastIndex(isLevel)];
      const end = first < 0 ? sentences.length : first;
      const [before, after] = [sentences.slice(0, end), sentences.slice(last + 1)];
      const levels = first < 0 ? [] : sentences.slice(first, last + 1);
      return [
        ...(isCriterion ? [heading(title, 3)] : []),
        ...(before.length === 0 ? [] : [text(before.join(" "))]),
        ...(levels.length === 0
          ? []
          : [
              { kind: "list" as const, items: levels },
              ...(after.length === 0 ? [] : [text(after.join(" "))]),
            ]),
      ];
    });
}
