/**
 * What a change of the model comes to, before it is written: the cells, and what a user is shown of them.
 * Types only.
 */
import type { EvaluationDocument } from "../../core/document/schema";
import type { Finding } from "../../core/finding";
import type { Amendment } from "../../sheet/workbook";
import type { ChangedRow } from "./changed-rows";

/** What is to be written and what it comes to; or why nothing is. */
export type ModelChanged =
  | {
      readonly amendment: Amendment;
      readonly rows: readonly ChangedRow[];
      /** What stays in the sheets and is not read any more. */
      readonly kept: readonly Finding[];
      /** The documents before and after; left out of a workbook that cannot be read. */
      readonly before?: EvaluationDocument;
      readonly after?: EvaluationDocument;
      readonly refused?: never;
    }
  | { readonly refused: readonly Finding[]; readonly amendment?: never };
