/**
 * Swedish organisation numbers: ten digits, of which the last is a check digit. It says whether a number
 * can be one, and nothing of who has it.
 */

/**
 * Whether a number is written as a Swedish one and cannot be one. One with a letter or a country in it
 * is foreign, and nothing is known of it.
 */
export function isOddNumber(text: string): boolean {
  const digits = text.replace(/[\s-]/g, "");
  if (!/^\d+$/.test(digits)) return false;
  // The century of a person who trades alone, or 16 before a company's.
  const number = digits.length === 12 ? digits.replace(/^(?:16|19|20)/, "") : digits;
  return number.length !== 10 || checkSum(number) % 10 !== 0;
}

/** Every other digit counts double, and a double of two digits as their sum. */
function checkSum(number: string): number {
  return Array.from(number)
    .map((digit, n) => Number(digit) * (n % 2 === 0 ? 2 : 1))
    .reduce((sum, each) => sum + (each > 9 ? each - 9 : each), 0);
}
