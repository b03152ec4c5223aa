/**
 * What a root criterion adds to a bid's result, in floating-point numbers. Where its marks decide
 * that alone, and it is a single leaf, it is computed once for each figure and then looked up.
 */
import type { FloatBatch } from "./float-batch";
import type { Column, Doubts } from "./float-columns";
import { columns, markDoubts, multiply, noDoubts } from "./float-columns";
import type { FloatRoot, MarkSizes } from "./float-model";

/** A root's part of the results. */
export type Part = {
  /** How large the numbers are, at most, that the part is made of; 0 where it tells that itself. */
  readonly size: number;
  readonly write: (b: number, into: Column, doubts: Doubts) => void;
  /** The same for a bid with full marks on the root; read it before asking again. */
  readonly full: (b: number, doubts: Doubts) => Column;
};

/** Shares (0–1) and points on a root, as columns of the same length. */
export type Marks = { readonly share: Column; readonly points: Column };

/** What marks are worth. */
export type WorthOf = {
  /** Writes it, row by row. @param most the size of the marks */
  readonly write: (marks: Marks, into: Column, doubts: Doubts, most: MarkSizes) => void;
  /** How large the numbers are, at most, that it is made of. */
  readonly size: (most: MarkSizes) => number;
};

/** A part that is decided by the root's marks alone. */
export function partByMarks(batch: FloatBatch, r: number, worthOf: WorthOf): Part {
  const root = batch.model.roots[r] as FloatRoot;
  const [share, points, full] = columns(3) as [Column, Column, Column];
  const doubtsOfFull = noDoubts();
  worthOf.write(
    { share: share.fill(root.full.share), points: points.fill(root.full.points) },
    full,
    doubtsOfFull,
    root.most,
  );
  const isInDoubt = doubtsOfFull.includes(1);
  const write: Part["write"] = (b, into, doubts) => {
    batch.writeMarks("share", b, r, share);
    if (root.worth.isByPoints) batch.writeMarks("points", b, r, points);
    worthOf.write({ share, points }, into, doubts, root.most);
  };
  return {
    size: worthOf.size(root.most),
    write: writeByFigure(batch, root, worthOf) ?? write,
    full: (_, doubts) => {
      if (isInDoubt) markDoubts(doubtsOfFull, doubts);
      return full;
    },
  };
}

/** Looks a part up by the figure on the root's only leaf; undefined where it has more. */
function writeByFigure(
  batch: FloatBatch,
  { share: [one, ...others], points: [scored, ...rest], worth, most }: FloatRoot,
  worthOf: WorthOf,
): Part["write"] | undefined {
  if (!one || others.length > 0 || rest.length > 0) return undefined;
  if (worth.isByPoints && scored?.leaf !== one.leaf) return undefined;
  const byFigure = new Float64Array(one.by.length);
  const doubtsOf = new Uint8Array(one.by.length);
  worthOf.write({ share: one.by, points: (scored ?? one).by }, byFigure, doubtsOf, most);
  const isSure = !doubtsOf.includes(1);
  return (b, into, doubts) => {
    const figures = batch.figuresOf(b, one.leaf);
    for (let n = 0; n < into.length; n += 1) into[n] = byFigure[figures[n] as number] as number;
    if (isSure) return;
    for (let n = 0; n < into.length; n += 1) if (doubtsOf[figures[n] as number]) doubts[n] = 1;
  };
}

/** A part that is so much of the price, as its size is; @param prices by bid */
export function partOfPrice(part: Part, prices: readonly Column[]): Part {
  const [fullPart] = columns(1) as [Column];
  return {
    size: part.size,
    write: (b, into, doubts) => {
      part.write(b, into, doubts);
      multiply(prices[b] as Column, into, into);
    },
    full: (b, doubts) => {
      multiply(prices[b] as Column, part.full(b, doubts), fullPart);
      return fullPart;
    },
  };
}
