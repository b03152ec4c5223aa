/**
 * Files and sheets made of a case for people who do not have it open: score sheets for the
 * evaluators, forms for the bidders, the prices in a separate file, and the papers. Each is pages or
 * bytes. Nothing is written here, and nothing in the case is changed.
 */
import type { Judged } from "../app/assess";
import { makeBidderForms } from "../app/bidder-forms";
import { assessCase } from "../app/perform-act";
import type { EvaluationDocument } from "../core/document/schema";
import { finding } from "../core/finding";
import { handOutAnchor } from "../procedure/acts/anchor";
import { pricesApart } from "../procedure/price-file";
import { evaluatorFileNames } from "../scoring/evaluator-files";
import { rejectedBids, scoreSheetsOf } from "../scoring/score-sheet";
import { priceTables } from "../sheet/table-keys";
import { readableScoreSheets, scoreSheetPages } from "../sheet/pages/score-sheet";
import { sheetsWithScoreSheets } from "../sheet/pages/read-score-sheet";
import { readWorkbook } from "../sheet/read";
import { writeWorkbook } from "../sheet/write";
import type { Words } from "../words/sv/words";
import type { HandoutRequest } from "./act-requests";
import type { CaseSetting } from "./evaluate-case";
import type { Handout } from "./handout";
import type { PaperSources } from "./paper-handouts";
import { makePapers } from "./paper-handouts";
import type { ActHost } from "./perform-request";

/**
 * Makes what is asked for, of the workbook as it is now.
 * @param others the workbooks of the other lots, for papers about all of them
 * @returns only findings where the case cannot be read
 */
export async function makeHandout(
  request: HandoutRequest,
  { workbook, ...sources }: PaperSources,
  host: ActHost,
  setting: CaseSetting,
): Promise<Handout> {
  const { words, all } = setting;
  if ("isRedacted" in request) return makePapers(request, { workbook, ...sources }, host, setting);
  const reading = await workbook.read();
  const assessed = assessCase(readWorkbook(reading, all), words);
  if (!assessed.document) return { findings: assessed.findings };
  if (request.handout === "anchor") return anchorFile(assessed.document, words);
  if (request.handout === "bidder-forms") return bidderForms(assessed, request.isForEach, host);
  return request.handout === "score-sheets"
    ? scoreSheets(assessed, request.where, sheetsWithScoreSheets(reading), words)
    : priceFile(assessed.document, assessed.written);
}

/** The anchor file to be signed or time-stamped, and the codes for the diary. */
function anchorFile(document: EvaluationDocument, words: Words): Handout {
  const file = handOutAnchor(document, words);
  return file.refused
    ? { findings: file.refused }
    : {
        files: [{ name: file.name, bytes: bytesOf(file.text) }],
        message: file.lines.join("\n"),
      };
}

/**
 * The form that bidders fill in, or one for each bid, in the workbook's language. The second engine is
 * that of files: Excel calculates only its own workbook.
 */
async function bidderForms(
  { document, written }: Judged,
  isForEach: boolean,
  { files: { calculator } }: ActHost,
): Promise<Handout> {
  const made = await makeBidderForms(document, isForEach, written, calculator);
  if (made.refused) return { findings: made.refused };
  const { fileName } = written.cli.forms;
  return {
    files: made.forms.map(({ bid, pages }) => ({
      name: `${fileName}${bid ? `-${bid.id}` : ""}.xlsx`,
      pages,
    })),
  };
}

/**
 * A score sheet for each evaluator, as sheets of the workbook or as files.
 * @param handedOut the sheets of the workbook that have score sheets already
 */
function scoreSheets(
  { document, evaluation, written }: Judged,
  where: "workbook" | "files",
  handedOut: readonly string[],
  words: Words,
): Handout {
  const sheets = scoreSheetsOf(document, rejectedBids(evaluation));
  if (sheets.length === 0) return { findings: [finding("no-panel", "blocking", "evaluators")] };
  if (where === "workbook" && handedOut.length > 0)
    return { findings: [finding("ballots-handed-out", "blocking", "", { sheets: handedOut })] };
  if (where === "workbook") {
    const added = readableScoreSheets(sheets, document, written);
    return { added, message: words.cli.group.sheetsAdded(added.map(({ name }) => name)) };
  }
  const names = evaluatorFileNames(document.evaluators);
  return {
    files: sheets.map((sheet) => ({
      name: `${written.cli.group.scoreSheetName}-${names.get(sheet.evaluator) ?? ""}.xlsx`,
      pages: scoreSheetPages(sheet, document, written),
    })),
  };
}

/** The prices in a separate file. */
function priceFile(document: EvaluationDocument, written: Words): Handout {
  return {
    files: [
      {
        name: `${written.cli.group.pricesName}.xlsx`,
        pages: writeWorkbook(pricesApart(document), written, priceTables),
      },
    ],
  };
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
