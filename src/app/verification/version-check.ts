/**
 * Whether this program knows the versions that wrote the file. An event or a receipt of a later version
 * may mean something that this one does not know, so it never holds.
 */
import type { EvaluationDocument } from "../../core/document/schema";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import type { Bundle } from "../verification-bundle";
import type { Receipt, VerifyCheck } from "./check";
import { check } from "./check";

/** "mervarde 0.10.2" as numbers, so that 0.10 comes after 0.9. */
function numbersIn(version: string): readonly number[] {
  return (/(\d+)\.(\d+)\.(\d+)/.exec(version) ?? []).slice(1).map(Number);
}

/** Whether a version, "mervarde 0.10.2", is later than the program's own; false where unreadable. */
export function isNewer(version: string, own: string): boolean {
  const [theirs, ours] = [numbersIn(version), numbersIn(own)];
  const at = theirs.findIndex((part, n) => part !== ours[n]);
  return at >= 0 && (theirs[at] ?? 0) > (ours[at] ?? 0);
}

/** Where versions are written in a file. */
type Written = {
  readonly receipt: Receipt | undefined;
  readonly bundle: Bundle | undefined;
  readonly document: EvaluationDocument;
};

/** @param version the program's own */
export function versionCheck(version: string, written: Written): VerifyCheck {
  const { receipt, bundle, document } = written;
  const used = new Set(
    [
      receipt?.version,
      bundle?.madeWith,
      ...(document.events ?? []).map((event) => event.version),
    ].filter((seen) => seen !== undefined),
  );
  const newer = [...used].filter((seen) => isNewer(seen, version));
  const unreadable = unreadableVersions(written);
  const older =
    receipt && newer.length === 0 && unreadable.length === 0 && receipt.version !== version
      ? [finding("verify-version-older", "note", "", { seen: receipt.version, own: version })]
      : [];
  return check(
    "version",
    [
      ...newer.map((seen) =>
        finding("verify-version-newer", "blocking", "", { seen, own: version }),
      ),
      ...unreadable,
      ...older,
    ],
    { version },
    used.size === 0 ? "aside" : "holds",
  );
}

function unreadableVersions({ receipt, bundle, document }: Written): Finding[] {
  const isUnknown = (version: string) => numbersIn(version).length === 0;
  return [
    ...(receipt && isUnknown(receipt.version) ? [{ seen: receipt.version, in: "sheet" }] : []),
    ...(bundle && isUnknown(bundle.madeWith) ? [{ seen: bundle.madeWith, in: "bundle" }] : []),
    ...(document.events ?? []).flatMap(({ version: seen, number }, n) =>
      seen !== undefined && isUnknown(seen) ? [{ seen, in: "event", number: number ?? n + 1 }] : [],
    ),
  ].map((details) => finding("verify-version-unknown", "blocking", "", details));
}
