/**
 * Papers about several lots made one: what they have in common first and once, and then each lot
 * under its own heading. It changes nothing in what a lot's paper says.
 */
import type { Block, Paper } from "../content/paper";
import type { Lot as LotName } from "../core/document/schema";
import type { Words } from "../words/sv/words";
import { awardSentence } from "./agreement";
import { isDecided } from "../core/document/decisions";
import { text } from "./parts/blocks";
import type { ReaderCase } from "./redacted-figures";

export type LotPaper = { readonly lot: LotName; readonly paper: Paper };

/**
 * @param opening what is said of all the lots, before the first of them
 * @throws Error where there is no paper
 */
export function lotsPaper(
  papers: readonly LotPaper[],
  opening: readonly Block[],
  words: Words,
): Paper {
  const [first] = papers;
  if (!first) throw new Error("no lots");
  const shared = sharedBlocks(papers.map(({ paper }) => paper.blocks));
  const banner = papers.find(({ paper }) => paper.banner !== undefined)?.paper.banner;
  return {
    ...first.paper,
    ...(banner === undefined ? {} : { banner }),
    blocks: [
      ...first.paper.blocks.slice(0, shared),
      ...opening,
      ...papers.flatMap(({ lot, paper }): Block[] => [
        { kind: "heading", level: 1, text: words.lots.heading(lot.id, lot.name) },
        ...paper.blocks.slice(shared).map(lowered),
      ]),
    ],
  };
}

/** Each lot with whom it is awarded to, and the limits that hold for all. */
export function lotsOverview(cases: readonly ReaderCase[], words: Words): Block[] {
  const { lotLimits } = cases[0]?.evaluation.document.procurement ?? {};
  return [
    {
      kind: "table",
      caption: words.lots.title,
      columns: words.lots.columns,
      rows: cases.map((each) => {
        const { document, award, bids } = each.evaluation;
        const { awardTo, proposedTo, noAward } = words.protocol;
        const { id = "", name = "" } = document.procurement.lot ?? {};
        return [
          `${id} ${name}`,
          String(bids.length),
          award.length > 0
            ? awardSentence(each, isDecided(document) ? awardTo : proposedTo)
            : noAward,
        ];
      }),
      figures: [1],
    },
    ...(lotLimits?.bids === undefined ? [] : [text(words.lots.mostBids(lotLimits.bids))]),
    ...(lotLimits?.awards === undefined
      ? []
      : [text(words.lots.mostAwards(lotLimits.awards, lotLimits.order ?? ""))]),
  ];
}

/** How many blocks all papers begin with. */
function sharedBlocks(papers: readonly (readonly Block[])[]): number {
  const [first = [], ...rest] = papers;
  if (rest.length === 0) return 0;
  const other = first.findIndex((block, n) =>
    rest.some((blocks) => JSON.stringify(blocks[n]) !== JSON.stringify(block)),
  );
  return other === -1 ? first.length : other;
}

function lowered(block: Block): Block {
  return block.kind === "heading" ? { ...block, level: block.level === 1 ? 2 : 3 } : block;
}
