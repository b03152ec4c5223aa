/**
 * What is made of a case for people who do not have it open: files, sheets to add, or why there is
 * nothing. Types only.
 */
import type { Finding } from "../core/finding";
import type { Page } from "../sheet/workbook";

/** A file to hand out: a workbook's pages, or its bytes. */
export type HandoutFile = { readonly name: string } & (
  | { readonly pages: readonly Page[]; readonly bytes?: never }
  | { readonly bytes: Uint8Array; readonly pages?: never }
);

/** What was made: files, input sheets to add, or result sheets to put in the workbook. */
export type Handout = {
  readonly files?: readonly HandoutFile[];
  readonly added?: readonly Page[];
  readonly results?: readonly Page[];
  readonly message?: string;
  readonly findings?: readonly Finding[];
};
