/**
 * Formulas in input cells, by their text: what makes a calculated value one that cannot be trusted.
 * A sum or a product of cells in the same workbook is fine. It calculates nothing.
 */

/** Why a formula's value is not taken without asking. */
export type FormulaDoubt =
  "formula-external" | "formula-broken-reference" | "formula-volatile" | "formula-hides-errors";

/** A quoted or plain reference into another workbook, or into another program. */
const external =
  /\[[^[\]]+\][\p{L}\p{N}_.]*!|'(?:[^']|'')*\[[^[\]]+\](?:[^']|'')*'!|^[^!(]+\|[^!(]+!/u;
const fetching =
  /(?:^|[^\w.])(?:RTD|WEBSERVICE|STOCKHISTORY|CUBE[A-Z]+|_xll\.[\w.]+|CALL|REGISTER\.ID)\(/i;
const volatile =
  /(?:^|[^\w.])(?:NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|OFFSET|INDIRECT|INFO|CELL)\(/i;

/**
 * @param formula without its equals sign, with English names, as files and Excel's own interface
 *   give it
 * @returns the gravest doubt, or nothing
 */
export function formulaDoubt(formula: string): FormulaDoubt | undefined {
  const code = formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/_xlfn\.(?:_xlws\.)?/g, "");
  if (external.test(code) || fetching.test(code)) return "formula-external";
  if (code.includes("#REF!")) return "formula-broken-reference";
  if (volatile.test(code)) return "formula-volatile";
  return hidesErrors(code) ? "formula-hides-errors" : undefined;
}

/**
 * An error turned into something else than a blank text: a lookup that finds nothing becomes 0.
 * With "" the cell shows nothing and is read as nothing.
 */
function hidesErrors(code: string): boolean {
  if (/(?:^|[^\w.])(?:ISERROR|ISERR|ISNA|AGGREGATE)\(/i.test(code)) return true;
  for (const { index } of code.matchAll(/(?:^|(?<=[^\w.]))(?:IFERROR|IFNA)\(/gi)) {
    const last = lastArgument(code.slice(code.indexOf("(", index) + 1));
    if (last.trim() !== '""') return true;
  }
  return false;
}

/** The last argument of a call whose opening bracket has been passed. */
function lastArgument(rest: string): string {
  let depth = 0;
  let start = 0;
  for (let n = 0; n < rest.length; n++) {
    const sign = rest.charAt(n);
    if (sign === "(" || sign === "{") depth++;
    else if (sign === "}") depth--;
    else if (sign === ")" && depth-- === 0) return rest.slice(start, n);
    else if ((sign === "," || sign === ";") && depth === 0) start = n + 1;
  }
  return rest.slice(start);
}
