/**
 * Findings gathered by kind, so that one cause in a hundred rows is read once: the terminal, the pane
 * and the sheet Sammanställning show a kind as its first finding, how many more there are, and where. It drops no finding and
 * writes no sentence.
 */
import type { Finding } from "../core/finding";
import type { Place } from "../core/place";

/** What decides which kind a finding is of; its place by ids, or its cell on a result sheet. */
export type Identity = {
  readonly code: string;
  readonly severity: string;
  readonly where: Place;
};

/** Findings of one kind, in the order they were found. */
export type FindingGroup<Found> = {
  readonly first: Found;
  readonly others: readonly Found[];
};

/** Up to this many of one kind are read one by one: each has a name and an amount of its own. */
const mostApart = 3;

/**
 * Findings by kind, each kind where its first finding stands. A kind is a code with its severity in
 * one column; findings that have no row to tell them apart are never gathered.
 * @param identify gives what decides the kind of one
 */
export function groupFindings<Found>(
  list: readonly Found[],
  identify: (found: Found) => Identity,
): FindingGroup<Found>[] {
  const kinds = new Map<string, Found[]>();
  for (const [n, found] of list.entries()) {
    const kind = kindOf(identify(found)) ?? `finding ${n}`;
    const known = kinds.get(kind);
    if (known) known.push(found);
    else kinds.set(kind, [found]);
  }
  return [...kinds.values()].flatMap((found): FindingGroup<Found>[] =>
    found.length <= mostApart
      ? found.map((first) => ({ first, others: [] }))
      : found.slice(0, 1).map((first) => ({ first, others: found.slice(1) })),
  );
}

/** A finding that a decision has accepted is of another kind than one that still stops the award. */
export function identityOf({ code, severity, where, accepted }: Finding): Identity {
  return { code, severity: accepted ? "note" : severity, where };
}

/** Undefined for a finding about a whole sheet or the whole document; cells are alike by column. */
function kindOf({ code, severity, where }: Identity): string | undefined {
  if (!/[[!]/.test(where)) return undefined;
  // The same column of several given files, such as score sheets, is one kind.
  const inFile = where.replace(/^.*\.(?:xlsx|xlsm|json) (?=\S)/i, "");
  const column = inFile.replace(/\[[^\]]*\]/g, "[]").replace(/(![A-Z]+)\d+$/, "$1");
  return JSON.stringify([code, severity, column]);
}
