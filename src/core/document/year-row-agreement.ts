/**
 * How the rows of one line by year must agree: a row for each year without a gap, one after the other,
 * named after the line, and equal in all but their year. Otherwise no sheet could show them as one
 * line. It works on JSON whose shape may be wrong.
 */
import type { Path, Problem } from "./problem";
import type { JsonObject, Located } from "./untyped";
import { isObject } from "./untyped";
import { lastLineYear, yearRowId } from "./year-rows";

/** @param rows the document's price rows, in its order */
export function yearRowProblems(rows: readonly Located[]): Problem[] {
  const ids = new Set(rows.map(({ value }) => value["id"]));
  const begun = new Set<string>();
  return rows.flatMap((row, n): Problem[] => {
    const line = row.value["byYear"];
    if (typeof line !== "string") return [];
    const before = rows[n - 1]?.value;
    const previous = before?.["byYear"] === line ? before : undefined;
    const isBegunAnew = previous === undefined && begun.has(line);
    begun.add(line);
    if (ids.has(line) || isBegunAnew) return [problemAt(row, "byYear")];
    const key = wrongKey(row.value, line, previous);
    return key === undefined ? [] : [problemAt(row, key)];
  });
}

function problemAt({ path, value }: Located, key: string): Problem {
  const at: Path = [...path, key];
  return { path: at, code: "year-row", found: value[key] };
}

/** The first key that keeps the row from standing on its line. */
function wrongKey(
  value: JsonObject,
  line: string,
  previous: JsonObject | undefined,
): string | undefined {
  const year = yearOf(value);
  const expected = previous && yearOf(previous);
  if (year === undefined || (expected !== undefined && year !== expected + 1)) return "years";
  if (value["id"] !== yearRowId(line, year)) return "id";
  if (previous === undefined) return undefined;
  return [...new Set([...Object.keys(previous), ...Object.keys(value)])].find(
    (key) =>
      key !== "id" &&
      key !== "years" &&
      JSON.stringify(value[key]) !== JSON.stringify(previous[key]),
  );
}

/** The one contract year of a row; nothing where it has none or several. */
function yearOf({ years }: JsonObject): number | undefined {
  if (!isObject(years)) return undefined;
  const { from, to } = years;
  const isOne = typeof from === "number" && from === to && from >= 1 && from <= lastLineYear;
  return isOne ? from : undefined;
}
