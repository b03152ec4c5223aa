/**
 * What the evaluation report needs beside the evaluation itself: checks, history, seals. Types
 * only.
 */
import type { Difference } from "../../core/document/diff";
import type { Section } from "../../content/table";
import type { ChecklistLine } from "../checklist";
/** What the evaluation alone does not say. */
export type ReportFacts = {
  readonly banner?: string;
  readonly isRedacted: boolean;
  readonly seal?: {
    readonly code: string;
    readonly time: string;
    readonly by: string;
    readonly state: "same" | "changed";
    readonly differences: readonly Difference[];
  };
  readonly trail?: { readonly code: string; readonly head: string; readonly count: number };
  /** The codes of the chain's end, the model, the opening and the result, a line each. */
  readonly codes: readonly string[];
  /** When and who, what, what change, and why: a line for each event. */
  readonly history: readonly (readonly string[])[];
  /** Since when what decides stands, what has changed, and which outcomes were replaced. */
  readonly record: readonly Section[];
  /** When each milestone was reached that has been registered. */
  readonly reachedAt: ReadonlyMap<string, string>;
  readonly modelLines: readonly string[];
  readonly doubleCheck: { readonly equal: number; readonly of: number };
  readonly selfChecks: readonly { readonly name: string; readonly holds: boolean }[];
  readonly checklist: readonly ChecklistLine[];
};
