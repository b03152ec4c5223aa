/**
 * Formulas in input cells, by their text: what makes a calculated value one that cannot be trusted.
 * A sum or a product of cells in the same workbook is fine. It calculates nothing.
 */

import type { DefinedName } from "./workbook";

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

/** Gravest first. */
const gravity: readonly FormulaDoubt[] = [
  "formula-external",
  "formula-broken-reference",
  "formula-volatile",
  "formula-hides-errors",
];

/** A doubt, and the defined name that brings it in where the formula itself does not. */
export type JudgedFormula = { readonly doubt: FormulaDoubt; readonly through?: DefinedName };

/** More names behind one formula than anyone can follow are not followed. */
const mostNames = 200;

/** A workbook's defined names, by which a formula can hide what it is about. */
export class DefinedNames {
  private readonly byName = new Map<string, DefinedName[]>();

  constructor(names: readonly DefinedName[]) {
    for (const each of names) {
      const key = each.name.toLowerCase();
      const known = this.byName.get(key);
      if (known) known.push(each);
      else this.byName.set(key, [each]);
    }
  }

  /** The names that a formula uses, and those that they use in turn; each once. */
  usedBy(formula: string): DefinedName[] {
    const used = new Set<DefinedName>();
    const texts = [formula];
    for (const text of texts)
      for (const [word] of withoutQuoted(text).matchAll(nameInFormula))
        for (const name of this.byName.get(word.toLowerCase()) ?? []) {
          if (used.has(name) || used.size >= mostNames) continue;
          used.add(name);
          texts.push(name.formula);
        }
    return [...used];
  }
}

/** A word that no bracket or exclamation mark follows: no function and no sheet. */
const nameInFormula = /(?<![\p{L}\p{N}_.\\])[\p{L}_\\][\p{L}\p{N}_.\\?]*(?![\p{L}\p{N}_.\\?(!])/gu;

/** The formula without its texts, quoted sheet names and the columns of tables. */
function withoutQuoted(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^[\]]*\])*\]/g, "~");
}

/**
 * @param formula without its equals sign, with English names, as files and Excel's own interface
 *   give it
 * @returns the gravest doubt of the formula and of the names it uses, or nothing
 */
export function judgedFormula(formula: string, names: DefinedNames): JudgedFormula | undefined {
  const doubts = [
    { formula, through: undefined },
    ...names.usedBy(formula).map((through) => ({ formula: through.formula, through })),
  ].flatMap(({ formula: text, through }): JudgedFormula[] => {
    const doubt = formulaDoubt(text.replace(/^=/, ""));
    return doubt ? [{ doubt, ...(through ? { through } : {}) }] : [];
  });
  return doubts.sort((a, b) => gravity.indexOf(a.doubt) - gravity.indexOf(b.doubt))[0];
}

/** The gravest doubt of a formula's own text, or nothing. */
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
