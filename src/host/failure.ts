/**
 * A failure of the world around us: no such file, not a workbook, no permission. Thrown by a host,
 * caught once in the door, and told in the user's words by its code. Never about bids or models;
 * those are findings.
 */
export class Failure extends Error {
  constructor(
    readonly code: string,
    readonly details: { readonly [name: string]: string | number } = {},
  ) {
    super(code);
    this.name = "Failure";
  }
}
