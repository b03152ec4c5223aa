/**
 * Which requirement is being checked, and what has been found and is not read back yet. Views are drawn
 * from it. It asks nothing and writes nothing.
 */
import type { AreaLeft, RequirementProgress } from "../case/answers";
import type { CheckAnswer } from "../case/check-list";

export type Reader = "first" | "second";
export type Verdict = CheckAnswer["verdict"];

/** What can be listed: everything, or only what still has to be done. */
export const checkFilters = ["unchecked", "clarification", "not-met", "all"] as const;
export type CheckFilter = (typeof checkFilters)[number];

/** What has been sent to the workbook, until a later reading has it. */
type Sent = { readonly answer: CheckAnswer; isWritten: boolean };

export class Checking {
  bid: string | undefined;
  area = "";
  reader: Reader = "first";
  filter: CheckFilter = "unchecked";
  /** The requirement that is shown; undefined is the first of those listed. */
  at: string | undefined;
  private readonly lists = new Map<string, readonly CheckAnswer[]>();
  private readonly sent = new Map<string, Sent>();

  /** Keeps a list as it was read, so that the view does not empty while it is read again. */
  keep(bid: string, list: readonly CheckAnswer[]): void {
    this.lists.set(bid, list);
  }

  /** The bid's requirements as they stand with what has been sent; undefined until they are read. */
  list(bid: string): readonly CheckAnswer[] | undefined {
    return this.lists.get(bid)?.map((each) => this.sent.get(keyOf(bid, each.id))?.answer ?? each);
  }

  /** @returns what says whether it was written, or has to be taken away again */
  send(
    bid: string,
    answer: CheckAnswer,
  ): { readonly written: () => void; readonly refused: () => void } {
    const key = keyOf(bid, answer.id);
    const sent: Sent = { answer, isWritten: false };
    this.sent.set(key, sent);
    return {
      written: () => (sent.isWritten = true),
      refused: () => {
        if (this.sent.get(key) === sent) this.sent.delete(key);
      },
    };
  }

  /** The workbook has been read: what was written before is in the reading. */
  noteReading(): void {
    for (const [key, { isWritten }] of this.sent) if (isWritten) this.sent.delete(key);
  }

  /** Another evaluation has been opened. */
  clear(): void {
    this.lists.clear();
    this.sent.clear();
    this.bid = this.at = undefined;
    this.area = "";
  }
}

function keyOf(bid: string, requirement: string): string {
  return `${bid} ${requirement}`;
}

/** What a reader has found about a requirement: of the first reader's, the second sees nothing. */
export function verdictOf(answer: CheckAnswer, reader: Reader): Verdict {
  return reader === "first" ? answer.verdict : answer.secondVerdict;
}

/** The requirements that are listed for a reader, in the order of the sheet. */
export function listed(
  list: readonly CheckAnswer[],
  { area, reader, filter }: Pick<Checking, "area" | "reader" | "filter">,
): readonly CheckAnswer[] {
  return list.filter((each) => {
    if (area !== "" && each.area !== area) return false;
    if (reader === "second" && !each.isReadTwice) return false;
    const verdict = verdictOf(each, reader);
    return filter === "all" || (filter === "unchecked" ? verdict === "" : verdict === filter);
  });
}

/** The next requirement after one of them that a reader has not judged; from the start when none is. */
export function nextUnchecked(
  list: readonly CheckAnswer[],
  id: string,
  reader: Reader,
): string | undefined {
  return turned(list, (each) => each.id === id).find((each) => verdictOf(each, reader) === "")?.id;
}

/** Where there is something left to check: in an area of a bid, or in all of it. */
export type Way = { readonly bid: string; readonly area: string; readonly count: number };

type BidLeft = Pick<RequirementProgress, "bid" | "out" | "isProvisional" | "left">;

/** Whether nothing remains to be checked of a bid: it is out, with a reason. */
export function isOut({
  out,
  isProvisional,
}: Pick<RequirementProgress, "out" | "isProvisional">): boolean {
  return out !== undefined && isProvisional !== true;
}

/**
 * Where a reader who has nothing left can go on: the bid's next area and the next bid in the same
 * area, or else the next bid with anything left. Nothing remains of a bid that is out for good.
 * @param list the bid's requirements as they stand with what has been sent
 */
export function waysOn(
  bids: readonly BidLeft[],
  list: readonly CheckAnswer[],
  { bid, area, reader }: { readonly bid: string; readonly area: string; readonly reader: Reader },
): readonly Way[] {
  const own = turned(leftIn(list, reader), (each) => each.area === area).find(hasAny);
  const others = turned(bids, (each) => each.bid === bid)
    .filter((each) => each.bid !== bid && !isOut(each))
    .map((each) => ({ bid: each.bid, left: each.left[reader].filter(hasAny) }));
  const inArea = others.flatMap((each) =>
    each.left.filter((one) => one.area === area).map((one) => ({ bid: each.bid, ...one })),
  );
  const anywhere = others
    .filter(({ left }) => left.length > 0)
    .map(({ bid: to, left }) => ({
      bid: to,
      area: "",
      count: left.reduce((sum, { count }) => sum + count, 0),
    }));
  const [next] = area === "" || inArea.length === 0 ? anywhere : inArea;
  return [...(area !== "" && own ? [{ bid, ...own }] : []), ...(next ? [next] : [])];
}

/** Every area of a bid with how much a reader has left in it. */
function leftIn(list: readonly CheckAnswer[], reader: Reader): AreaLeft[] {
  const areas = [...new Set(list.map(({ area }) => area))];
  return areas.map((area) => ({
    area,
    count: listed(list, { area, reader, filter: "unchecked" }).filter((each) => each.area === area)
      .length,
  }));
}

function hasAny({ count }: AreaLeft): boolean {
  return count > 0;
}

/** The list from after one of its members round to before it. */
function turned<Each>(list: readonly Each[], isHere: (each: Each) => boolean): readonly Each[] {
  const at = list.findIndex(isHere);
  return [...list.slice(at + 1), ...list.slice(0, Math.max(at, 0))];
}
