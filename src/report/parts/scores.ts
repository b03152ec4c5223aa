/**
 * Every score with its rationale and reference, and what each evaluator gave before.
 */
import { everyFulfilment } from "../../core/criteria";
import type { Criterion } from "../../core/document/schema";
import { leaves, own } from "../../core/document/schema";
import { valueText } from "../../core/document/recorded";
import type { Block } from "../../content/paper";
import { amountText } from "../../words/sentences";
import { withId } from "../../words/named-id";
import { isJudged, rationaleOf } from "../reason-gaps";
import type { ReaderCase } from "../redacted-figures";
import { heading, text } from "./blocks";

/** Every score with its rationale: the agreed one, and what each evaluator gave before. */
export function scoresPart({ evaluation: { document, bids }, words }: ReaderCase): Block[] {
  const say = words.protocol;
  const people = new Map(document.evaluators.map(({ id, name }) => [id, name]));
  return leaves(document.criteria).flatMap((criterion): Block[] => [
    heading(withId(criterion), 2),
    ...(criterion.description ? [text(criterion.description, "note")] : []),
    {
      kind: "table",
      caption: say.scoreTable(criterion.name),
      columns: [say.bidder, say.points, say.rationale, say.reference],
      figures: [1],
      rows: bids.map(({ bid, criteria }) => {
        const score = own(bid.scores, criterion.id);
        const given = (score?.assessments ?? []).map(
          ({ evaluator, value }) =>
            `${people.get(evaluator) ?? evaluator} ${value === undefined ? "–" : figure(value, criterion, words)}`,
        );
        const node = [...everyFulfilment(criteria)].find(
          (each) => each.criterion.id === criterion.id,
        );
        const value = valueText(score?.value);
        const shown =
          value !== undefined
            ? figure(value, criterion, words)
            : node?.share.value
              ? `${say.share} ${amountText(node.share.value, undefined, words)}`
              : "–";
        return [
          `${bid.bidder} (${bid.id})`,
          shown,
          [
            rationaleOf(score) === "" && isJudged(criterion) && score !== undefined
              ? say.blanks.rationale
              : score?.rationale,
            given.length > 0 ? say.panel(given.join(", ")) : "",
          ]
            .filter(Boolean)
            .join(" "),
          score?.reference ?? "",
        ];
      }),
    },
  ]);
}

/** "3", "Ja": a value on its scale as it was given. */
export function figure(value: string, { scale }: Criterion, words: ReaderCase["words"]): string {
  if (value === "yes" || value === "no") return words.answers[value];
  return scale?.type === "sus" ? value : words.number(value);
}
