/**
 * What every check of a verification is made of: its name, its verdict, and the receipt that the result
 * sheets carry. It looks at nothing itself.
 */
import type { Finding } from "../../core/finding";
import { receiptPlaces } from "../../sheet/pages/audit-trail";
import type { SheetReading } from "../../sheet/workbook";

export const checkNames = [
  "model",
  "treatment",
  "arithmetic",
  "inputs",
  "seen",
  "sheets",
  "trail",
  "anchor",
  "records",
  "chronology",
  "version",
  "bundle",
] as const;
export type CheckName = (typeof checkNames)[number];

/**
 * - `holds`, `fails`: it has been looked at
 * - `unknown`: there was nothing to look at, so nothing is verified
 * - `aside`: it does not apply here, or is information only
 */
export type CheckVerdict = "holds" | "fails" | "unknown" | "aside";
export type VerifyCheck = {
  readonly name: CheckName;
  readonly state: CheckVerdict;
  readonly findings: readonly Finding[];
  readonly counts: { readonly [name: string]: string | number };
};

/** What the sheet Spår says about the results: the text of an absent cell is empty. */
export type Receipt = {
  readonly version: string;
  readonly fingerprint: string;
  readonly time: string;
  readonly head: string;
};

/** @returns nothing where the results have no audit trail */
export function receiptIn(found: readonly SheetReading[]): Receipt | undefined {
  const audit = found.find(({ mark }) => mark === "audit");
  const at = (row: number) => String(audit?.rows[row]?.[receiptPlaces.column]?.value ?? "");
  return (
    audit && {
      version: at(receiptPlaces.version),
      fingerprint: at(receiptPlaces.fingerprint),
      time: at(receiptPlaces.time),
      head: at(receiptPlaces.head),
    }
  );
}

/** Builds a check: it fails by a blocking or open finding, and has the verdict `otherwise` if none. */
export function check(
  name: CheckName,
  findings: readonly Finding[],
  counts: VerifyCheck["counts"] = {},
  otherwise: CheckVerdict = "holds",
): VerifyCheck {
  const isFault = ({ severity }: Finding) => severity === "blocking" || severity === "open";
  return { name, state: findings.some(isFault) ? "fails" : otherwise, findings, counts };
}
