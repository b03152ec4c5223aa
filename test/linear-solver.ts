/**
 * A small exact solver of linear equations for tests that attack a redacted paper. It shares no code
 * with the program: whole numbers, and elimination without fractions.
 */
export type Equation = { readonly terms: ReadonlyMap<string, bigint>; readonly value: bigint };

/** The unknowns that the equations determine, each with the only value it can have. */
export function solved(equations: readonly Equation[]): Map<string, number> {
  const rows: { terms: Map<string, bigint>; value: bigint }[] = [];
  const pivots: string[] = [];
  for (const equation of equations) {
    let row = { terms: new Map(equation.terms), value: equation.value };
    rows.forEach((known, n) => (row = without(row, known, pivots[n] ?? "")));
    const [pivot] = row.terms.keys();
    if (pivot === undefined) continue;
    rows.forEach((known, n) => (rows[n] = without(known, row, pivot)));
    rows.push(row);
    pivots.push(pivot);
  }
  return new Map(
    rows.flatMap(({ terms, value }, n) =>
      terms.size === 1
        ? [[pivots[n] ?? "", Number(value) / Number(terms.get(pivots[n] ?? ""))] as const]
        : [],
    ),
  );
}

type Row = { terms: Map<string, bigint>; value: bigint };

/** `row` times a whole number, less `other` times another, so that `unknown` is gone. */
function without(row: Row, other: Row, unknown: string): Row {
  const [mine, theirs] = [row.terms.get(unknown) ?? 0n, other.terms.get(unknown) ?? 0n];
  if (mine === 0n) return row;
  const names = new Set([...row.terms.keys(), ...other.terms.keys()]);
  const terms = new Map(
    [...names]
      .map(
        (name) =>
          [
            name,
            (row.terms.get(name) ?? 0n) * theirs - (other.terms.get(name) ?? 0n) * mine,
          ] as const,
      )
      .filter(([, times]) => times !== 0n),
  );
  return { terms, value: row.value * theirs - other.value * mine };
}
