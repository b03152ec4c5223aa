/**
 * Answers that views look up in the case as it was last read, each by the name of its task. It asks
 * nothing itself.
 */

/** Calls that only look something up in the case as it was last read. */
export type LookUp =
  | "rowForm"
  | "previewTyped"
  | "bidForm"
  | "previewLevels"
  | "previewChange"
  | "why"
  | "discussion"
  | "sensitivity"
  | "whatIf"
  | "walk"
  | "cell"
  | "requirementTexts"
  | "checkList"
  | "fingerprint";

/** The name of the task of looking something up. */
export function lookUpName(name: LookUp, ...args: readonly unknown[]): string {
  return [
    name,
    ...args.map((each) => (typeof each === "string" ? each : JSON.stringify(each))),
  ].join(" ");
}

export class LookUps {
  private answers = new Map<string, unknown>();
  private readonly names = new Set<string>();

  /** @returns what keeps the answer; after a new reading it keeps nothing that can be seen */
  begin(name: string): (answer: unknown) => void {
    this.names.add(name);
    const { answers } = this;
    return (answer) => void answers.set(name, answer);
  }

  has(name: string): boolean {
    return this.answers.has(name);
  }

  answer(name: string): unknown {
    return this.answers.get(name);
  }

  /** Whether a task looks something up. */
  isLookUp(name: string): boolean {
    return this.names.has(name);
  }

  /** The case has been read again: no answer is about it any more. */
  forget(): void {
    this.names.clear();
    this.answers = new Map();
  }
}
