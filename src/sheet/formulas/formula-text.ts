/**
 * Parts of formulas that are text alone: float noise, a quotient that never divides by zero, and the
 * declared roundings. They know no cells and no steps.
 */

/**
 * Float noise as a share: how far two doubles of one decimal can lie apart after some hundred
 * operations.
 */
export const noise = "1E-12";

/**
 * The engine has no answer to a division by zero; the formula then says "missing" and not #DIV/0!.
 * @param isFixed the divisor is fixed by the definition of a scale, and never zero
 */
export function quotientText(
  [dividend = "", divisor = ""]: readonly string[],
  isFixed: boolean,
  missing: string,
): string {
  const plain = `${dividend}/${divisor}`;
  return isFixed ? plain : `IF(${divisor}=0,"${missing}",${plain})`;
}

/**
 * Rounds the scaled value after wiping float noise from it: 1.005 is 1.00499999999999989 as a
 * double, and engines disagree on ROUND(1.005,2).
 */
export function rounding(value: string, decimals: number, mode: string): string {
  const unit = `10^${decimals}`;
  const scaled = `ROUND(${value}*${unit},6)`;
  const half = `MOD(ABS(${scaled}),${mode === "half-even" ? "2" : "1"})=0.5`;
  switch (mode) {
    case "up":
      return `ROUNDUP(${scaled},0)/${unit}`;
    case "down":
      return `ROUNDDOWN(${scaled},0)/${unit}`;
    case "half-even":
    case "half-down":
      return `IF(${half},ROUNDDOWN(${scaled},0),ROUND(${scaled},0))/${unit}`;
    default:
      return `ROUND(${scaled},0)/${unit}`;
  }
}
