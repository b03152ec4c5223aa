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

/** Does the work; a failure inside a file gets the file's name. */
export function naming<Value>(file: string, work: () => Value): Value {
  const named = (error: unknown): never => {
    throw error instanceof Failure ? new Failure(error.code, { file, ...error.details }) : error;
  };
  try {
    const done = work();
    return done instanceof Promise ? (done.catch(named) as Value) : done;
  } catch (error) {
    return named(error);
  }
}
