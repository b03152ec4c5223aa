/** The steps of the pane, in the order of the work. */
export const steps = [
  "begin",
  "model",
  "requirements",
  "scores",
  "result",
  "sensitivity",
  "review",
] as const;

/** The name of the list of a step's parts, of which one may be shown at a time. */
export function partsOf(step: StepName): string {
  return `part of ${step}`;
}

export type StepName = (typeof steps)[number];
