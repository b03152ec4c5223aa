/**
 * Many ids on few lines: those that follow each other in number are named by the first and the last.
 * It sorts nothing.
 */

/** Fewer ids in a row than this are named one by one. */
const leastInRange = 3;

/** "FUN-001–FUN-620, TEK-001, TEK-003": ids in the order they are given. */
export function idRanges(ids: readonly string[]): string {
  const runs: string[][] = [];
  for (const id of ids) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last !== undefined && isNext(last, id)) run.push(id);
    else runs.push([id]);
  }
  return runs
    .flatMap((run) => (run.length < leastInRange ? run : [`${run[0] ?? ""}–${run.at(-1) ?? ""}`]))
    .join(", ");
}

/** Whether an id ends in the number after that of the one before, written with the same digits. */
function isNext(before: string, id: string): boolean {
  const [, start, number] = /^(.*?)(\d+)$/.exec(before) ?? [];
  if (start === undefined || number === undefined || !id.startsWith(start)) return false;
  const next = String(Number(number) + 1).padStart(number.length, "0");
  return Number.isSafeInteger(Number(number)) && id === `${start}${next}`;
}
