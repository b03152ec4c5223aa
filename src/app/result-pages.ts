/**
 * The sheets that show an evaluation: overview, result, audit trail, the state of the work, the
 * bids' prices row by row and the sensitivity of the result. The same evaluation gives the same sheets. It writes none of them.
 */
import { journalReader } from "./event-lines";
import type { EvaluationDocument } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { signOffs } from "../journal/sign-offs";
import { signOffText } from "./sign-off-text";
import { headOf } from "../journal/hash-chain";
import { shortCode } from "../journal/short-code";
import { robustness } from "../lab/laboratory";
import { robustnessSections } from "../lab/robustness-tables";
import { checkSections } from "../procedure/check-tables";
import { scoreSections } from "../procedure/score-tables";
import { publicationOf } from "../report/result";
import { auditTrailPage } from "../sheet/pages/audit-trail";
import type { Section } from "../content/table";
import { chartedTablesPage } from "../sheet/pages/charted-tables";
import { overviewPage } from "../sheet/pages/overview";
import type { Page } from "../sheet/workbook";
import type { CallByName } from "../words/named-id";
import type { Words } from "../words/sv/words";
import type { Judged } from "./assess";
import type { Computed } from "./double-check";

/** The result sheets of an evaluation: the same from the same workbook, program and time. */
export function resultPages(
  assessed: Judged,
  { evaluation, drawn, contracts, agrees }: Computed,
  { version, time }: { readonly version: string; readonly time: string },
): Page[] {
  const { document, places, checks, basis, seal, written } = assessed;
  const shown = { ...evaluation, document };
  const head = headOf(document);
  const receipt = {
    version,
    time,
    fingerprint: basis,
    reviews: reviewLines(document, basis, written),
    ...(seal ? { published: publicationOf(seal) } : {}),
    ...(head === undefined
      ? {}
      : { trail: { head, code: shortCode(head), count: document.events?.length ?? 0 } }),
  };
  return [
    overviewPage({ evaluation: shown, checks, places, drawn, contracts, agrees, words: written }),
    drawn.page,
    ...contracts.map(({ page }) => page),
    auditTrailPage(shown, { places, results: drawn.results }, receipt, written),
  ];
}

/**
 * Signed reviews of the evaluation that the sheets show. What only the papers state may change
 * after the sheets are written, so that the papers mention it.
 */
function reviewLines(document: EvaluationDocument, basis: string, words: Words): string[] {
  const reader = journalReader(document, words);
  return signOffs(document, basis).map((each) => {
    const lapses = each.lapses.filter((lapse) => lapse !== "papers");
    const { time, by } = each.event;
    return `${words.cli.group.signed(time, by)}: ${signOffText({ ...each, lapses }, reader)}`;
  });
}

/** Marks of the sheets that {@link laboratoryPages} makes. */
export const laboratoryMarks: ReadonlySet<string> = new Set([
  "work",
  "price-comparison",
  "sensitivity",
]);

/**
 * The sheets Läge, Prisjämförelse and Känslighet.
 * @param comparison the second of them, which takes a calculator to make
 */
export function laboratoryPages(
  { written }: Pick<Judged, "written">,
  evaluation: Evaluation,
  comparison: readonly Page[],
): Page[] {
  return [
    ...workPages(evaluation, written),
    ...comparison,
    ...sensitivityPages(evaluation, written),
  ];
}

function workPages(evaluation: Evaluation, words: Words): Page[] {
  const sections = [
    ...checkSections(evaluation, words),
    ...scoreSections(evaluation.document, words),
  ];
  return sections.length === 0
    ? []
    : [chartedTablesPage("work", sections, { document: evaluation.document, words })];
}

function sensitivityPages(evaluation: Evaluation, words: Words): Page[] {
  const sections = everyRobustness(evaluation, words);
  return sections.length === 0
    ? []
    : [chartedTablesPage("sensitivity", sections, { document: evaluation.document, words })];
}

/**
 * The robustness of the outcome, or of each separate contract after its authority's name.
 * @param called how criteria and price rows are called; with their ids where left out
 */
export function everyRobustness(
  evaluation: Evaluation,
  words: Words,
  called?: CallByName,
): Section[] {
  const { contracts } = evaluation;
  if (contracts.length === 0)
    return robustnessSections(evaluation, robustness(evaluation), words, called);
  return contracts.flatMap(({ authority: { name }, evaluation: own }) =>
    robustnessSections(own, robustness(own), words, called).map((section) => ({
      ...section,
      title: `${name}: ${section.title}`,
    })),
  );
}
