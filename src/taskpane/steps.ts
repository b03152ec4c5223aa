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
export type StepName = (typeof steps)[number];
