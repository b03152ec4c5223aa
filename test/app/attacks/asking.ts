/**
 * What the program and the verifier in Python answer about a document that someone has changed. Each
 * answer is a few words that a table can hold.
 */
import { evaluateWorkbook } from "../../../src/app/evaluate-workbook";
import { assessedAlone, verifyAssessed, verifyWorkbook } from "../../../src/app/verify";
import { anchorCheck } from "../../../src/app/verification/anchor-check";
import type { VerifyCheck } from "../../../src/app/verification/check";
import type { EvaluationDocument } from "../../../src/core/document/schema";
import type { Evaluation } from "../../../src/core/evaluate";
import { evaluate, withFindings } from "../../../src/core/evaluate";
import { topicOf } from "../../../src/core/findings/catalogue";
import { MemoryWorkbook } from "../../../src/host/memory-workbook";
import { anchorText, currentAnchor } from "../../../src/journal/anchor";
import { awardReadiness } from "../../../src/procedure/award-readiness";
import type { Page } from "../../../src/sheet/workbook";
import { writeWorkbook } from "../../../src/sheet/write";
import { en } from "../../../src/words/en/words";
import { sv } from "../../../src/words/sv/words";
import { calculator } from "../../calculator";
import { circumstances } from "../../sealed";

const verifying = { version: circumstances.version, words: sv, all: [sv, en], calculator };
const workbookOf = (pages: readonly Page[]) => new MemoryWorkbook(pages);

/** The engine and the way to an award, without the second computation. */
function assessed(document: EvaluationDocument): Evaluation {
  const evaluation = evaluate(document);
  return withFindings(evaluation, awardReadiness(evaluation));
}

/**
 * What keeps the document from an award, in a letter: `w` a value is withheld or named since it
 * differs from its record, `p` the model is not the published one, `f` it is not what was finalised,
 * `?` something else is open; `q` fixed quality has changed, which only warns; `·` nothing.
 */
export function obstacle(document: EvaluationDocument): string {
  const { findings, award } = assessed(document);
  const has = (topic: string, severity: string) =>
    findings.some((each) => topicOf(each.code) === topic && each.severity === severity);
  const isBlocking = (code: string) =>
    findings.some((each) => each.code === code && each.severity === "blocking");
  const unrecorded = findings.some(
    ({ code, severity }) => /unrecorded|record-damaged/.test(code) && severity === "blocking",
  );
  const found = unrecorded
    ? "w"
    : isBlocking("published-changed") || isBlocking("published-twice")
      ? "p"
      : isBlocking("finalised-changed")
        ? "f"
        : isBlocking("decision-changed")
          ? "d"
          : undefined;
  if (found !== undefined) return award.length === 0 ? found : `${found} but awarded`;
  if (award.length === 0) return "?";
  return has("changed-since", "warning") ? "q" : "·";
}

const failing = (checks: readonly VerifyCheck[]) =>
  checks
    .filter(({ state }) => state === "fails")
    .map(({ name }) => name)
    .join(" ");

/**
 * Of the document by itself: the sheets on which its blocking findings have their cells, and the
 * questions of `verify` that fail.
 */
export async function verifiedAlone(
  document: EvaluationDocument,
): Promise<{ readonly sheets: string; readonly fails: string }> {
  const alone = await assessedAlone(document, sv, [sv, en], workbookOf);
  const { checks, evaluation, places } = await verifyAssessed(alone, undefined, verifying);
  const sheets = evaluation.findings
    .filter(({ severity }) => severity === "blocking")
    .map(({ where }) => places.nearest(where)?.sheet ?? "nowhere");
  return { sheets: [...new Set(sheets)].join(" "), fails: failing(checks) };
}

/** The result sheets that the program writes for a document, and the document with its new event. */
export async function evaluatedSheets(
  document: EvaluationDocument,
): Promise<{ readonly document: EvaluationDocument; readonly results: readonly Page[] }> {
  const found = await evaluateWorkbook(workbookOf(writeWorkbook(document, sv)), circumstances);
  if (!found.document) throw new Error(JSON.stringify(found.findings));
  return { document: found.document, results: found.pages };
}

/** The questions of `verify` that fail, of a workbook with these inputs and these result sheets. */
export async function verifiedWithSheets(
  document: EvaluationDocument,
  results: readonly Page[],
): Promise<string> {
  const workbook = workbookOf([...writeWorkbook(document, sv), ...results]);
  const found = await verifyWorkbook(workbook, verifying);
  return "checks" in found ? failing(found.checks) : "unreadable";
}

/** Whether the document still has the end that was anchored outside it: `holds` or `fails`. */
export async function anchoredAs(
  before: EvaluationDocument,
  after: EvaluationDocument,
): Promise<string> {
  const anchor = currentAnchor(before);
  if (!anchor) throw new Error("nothing to anchor");
  const bytes = new TextEncoder().encode(anchorText(anchor));
  return (await anchorCheck(after, { name: "anchor.json", bytes })).state;
}
