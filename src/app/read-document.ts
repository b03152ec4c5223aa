/**
 * An evaluation document that has been read as JSON, by itself or in a verification bundle. It reads
 * no file and says everything that keeps a value from being a document.
 */
import type { EvaluationDocument } from "../core/document/schema";
import { parseDocument } from "../core/document/parse";
import { parseWithoutSealedPrices } from "../core/document/sealed-prices";
import type { Problem } from "../core/document/problem";
import type { Finding } from "../core/finding";
import { problemFindings } from "../sheet/document-findings";
import type { Bundle } from "./verification-bundle";
import { readBundle } from "./verification-bundle";

export type ReadDocument = {
  readonly document?: EvaluationDocument;
  /** What the document came in, if it was a bundle. */
  readonly bundle?: Bundle;
  readonly findings: readonly Finding[];
  /** What keeps the value from being a document, before it is put as findings. */
  readonly problems?: readonly Problem[];
};

/**
 * @param value what a JSON text says
 * @param isPriceFile whether it was kept apart for its prices, which the act that it is given to opens
 */
export function readDocument(value: unknown, isPriceFile = false): ReadDocument {
  const bundled = readBundle(value);
  if (bundled?.problem) return { findings: [bundled.problem] };
  const given = bundled ? bundled.document : value;
  const { document, problems = [] } = isPriceFile
    ? parseDocument(given)
    : parseWithoutSealedPrices(given);
  return document
    ? { document, findings: [], ...(bundled ? { bundle: bundled.bundle } : {}) }
    : { findings: problemFindings(problems, given), problems };
}
