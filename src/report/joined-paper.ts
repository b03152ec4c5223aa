/**
 * Papers about several awards of one procurement made one: what they have in common first and once,
 * and then each paper under a heading of its own. It changes nothing in what a paper says.
 */
import type { Block, Paper } from "../content/paper";
import { isDecided } from "../core/document/decisions";
import type { Words } from "../words/sv/words";
import { awardSentence, noAwardText } from "./agreement";
import type { ReaderCase } from "./redacted-figures";

/** One paper, and what its section is called: the lot, or the authority whose contract it is about. */
export type PaperSection = { readonly heading: string; readonly paper: Paper };

/** One award, and what it is called in a list of several. */
export type NamedAward = { readonly name: string; readonly own: ReaderCase };

/**
 * @param opening what is said of all of them, before the first section
 * @throws Error where there is no paper
 */
export function joinedPaper(sections: readonly PaperSection[], opening: readonly Block[]): Paper {
  const papers = sections.map(({ paper }) => paper);
  const [first] = papers;
  if (!first) throw new Error("no paper to join");
  const shared = sharedBlocks(papers.map(({ blocks }) => blocks));
  // A draft and secrecy are said if they hold for any of them.
  const banners = papers.flatMap(({ banner }) => banner?.split(" · ") ?? []);
  // It tells of them all, so it was complete when the last of them was.
  const asOf = papers
    .flatMap((paper) => paper.asOf ?? [])
    .sort()
    .at(-1);
  return {
    ...first,
    // A notice of an award and one of a cancellation have different titles.
    title: distinctText(papers.map(({ title }) => title)),
    ...(asOf === undefined ? {} : { asOf }),
    ...(banners.length === 0 ? {} : { banner: distinctText(banners) }),
    blocks: [
      ...first.blocks.slice(0, shared),
      ...opening,
      ...sections.flatMap(({ heading, paper }): Block[] => [
        { kind: "heading", level: 1, text: heading },
        ...paper.blocks.slice(shared).map(lowered),
      ]),
    ],
  };
}

/** Each award with the number of bids and whom it goes to, or is proposed to go to. */
export function awardsTable(
  awards: readonly NamedAward[],
  { caption, columns }: { readonly caption: string; readonly columns: readonly string[] },
  words: Words,
): Block {
  const { awardTo, proposedTo } = words.protocol;
  return {
    kind: "table",
    caption,
    columns,
    rows: awards.map(({ name, own }) => {
      const { document, award, bids } = own.evaluation;
      const say = isDecided(document) ? awardTo : proposedTo;
      return [
        name,
        String(bids.length),
        award.length > 0 ? awardSentence(own, say) : noAwardText(own),
      ];
    }),
    figures: [1],
  };
}

function distinctText(texts: readonly string[]): string {
  return [...new Set(texts)].join(" · ");
}

/** How many blocks all papers begin with; parts with headings stay whole in their own papers. */
function sharedBlocks(papers: readonly (readonly Block[])[]): number {
  const [first = [], ...rest] = papers;
  if (rest.length === 0) return 0;
  const other = first.findIndex(
    (block, n) =>
      block.kind === "heading" ||
      rest.some((blocks) => JSON.stringify(blocks[n]) !== JSON.stringify(block)),
  );
  return other === -1 ? first.length : other;
}

function lowered(block: Block): Block {
  return block.kind === "heading" ? { ...block, level: block.level === 1 ? 2 : 3 } : block;
}
