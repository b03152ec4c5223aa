/**
 * Which requirement is being checked, and what has been found and is not read back yet. Views are drawn
 * from it. It asks nothing and writes nothing.
 */
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
  const at = list.findIndex((each) => each.id === id);
  const turned = [...list.slice(at + 1), ...list.slice(0, Math.max(at, 0))];
  return turned.find((each) => verdictOf(each, reader) === "")?.id;
}
