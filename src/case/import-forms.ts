/**
 * Bidders' forms for the pane: what would be taken of them, and the cells that taking them writes. All
 * of them are taken, or none. It opens no file and writes nothing.
 */
import type { CheckedForms, FormFile } from "../app/check-forms";
import { checkedSection, FormChecks } from "../app/check-forms";
import { seconds } from "../app/evaluate-workbook";
import type { ImportPreview } from "../app/import-forms";
import { importSection, previewChecked } from "../app/import-forms";
import { prepareWrite } from "../app/prepare-write";
import type { ReadCase } from "../app/read-case";
import { withoutFaults } from "../app/read-case";
import type { WordDecision } from "../app/take-form";
import type { EvaluationDocument } from "../core/document/schema";
import { CellDecoder } from "../sheet/decode-cell";
import { readWorkbook } from "../sheet/read";
import type { WorkbookReading } from "../sheet/workbook";
import type { Words } from "../words/sv/words";
import { findingAnswers } from "./finding-answers";
import type { ImportAnswer, ImportRequest, WordAnswer, WordGiven } from "./import-answers";
import type { ActOutcome } from "./perform-request";
import { sectionAnswer } from "./section-answer";

/** Gives each form that can be read, one by one. @returns a sentence for each file that cannot */
export type ReadForms = (take: (form: FormFile) => void) => Promise<readonly string[]>;

/** The workbook as it is now, the time, and the languages, the reader's first. */
export type ImportSetting = {
  readonly reading: WorkbookReading;
  readonly time: string;
  readonly all: readonly [Words, ...Words[]];
};

/** What would be taken of the forms. */
export async function importPreview(
  request: ImportRequest,
  readForms: ReadForms,
  setting: ImportSetting,
): Promise<ImportAnswer> {
  const [words] = setting.all;
  const { read, checked, broken } = await checkedForms(readForms, setting);
  const preview = previewOf(request, { read, checked }, setting);
  const findings = findingAnswers(preview?.findings ?? read.findings, read.places, words);
  if (!preview || !read.document) return { sections: [], findings, broken, words: [], ready: 0 };
  const isReady = preview.document !== undefined && broken.length === 0;
  // Decisions that are refused hide the forms that they are about; those are shown all the same.
  const isRefusedEarly = preview.forms.length === 0 && request.words.length > 0;
  const undecided = { ...request, words: [] };
  const shown =
    (isRefusedEarly ? previewOf(undecided, { read, checked }, setting) : undefined) ?? preview;
  return {
    sections: [checkedSection(shown, words), importSection(shown, words)].map((each) =>
      sectionAnswer(each, words),
    ),
    findings,
    broken,
    words: shown.arePricesHidden ? [] : wordsIn(shown, read.document),
    ready: isReady ? preview.previewed.length : 0,
  };
}

/** The cells that taking all of the forms writes; or why none of them is taken. */
export async function takeForms(
  request: ImportRequest,
  readForms: ReadForms,
  setting: ImportSetting,
): Promise<ActOutcome> {
  const [words] = setting.all;
  const { read, checked, broken } = await checkedForms(readForms, setting);
  const preview = previewOf(request, { read, checked }, setting);
  const nothing = { message: "", conflicts: broken };
  if (!preview?.document || !read.document || broken.length > 0)
    return { ...nothing, findings: preview?.findings ?? read.findings };
  const write = prepareWrite(read.document, preview.document, read.places, read.words ?? words);
  if (write.refused) return { ...nothing, findings: write.refused };
  return {
    amendment: write.amendment,
    message: words.cli.forms.importDone(preview.previewed.length),
    conflicts: [],
    findings: preview.findings,
  };
}

/** The case as it is now, and the forms held against it; they are not opened where there is no case. */
type Checked = { readonly read: ReadCase; readonly checked: CheckedForms | undefined };

async function checkedForms(
  readForms: ReadForms,
  { reading, all }: ImportSetting,
): Promise<Checked & { readonly broken: readonly string[] }> {
  const read = withoutFaults(readWorkbook(reading, all));
  if (!read.document) return { read, checked: undefined, broken: [] };
  const checks = new FormChecks(read.document, all);
  const broken = await readForms((form) => checks.take(form));
  return { read, checked: checks.checked(), broken };
}

function previewOf(
  { by, words, reason }: ImportRequest,
  { read: { document }, checked }: Checked,
  { time, all }: ImportSetting,
): ImportPreview | undefined {
  if (!document || !checked) return undefined;
  const decoder = new CellDecoder(all, document.procurement.currency);
  const decisions = words.map((each) => decisionOf(each, decoder));
  const given = { by: { time: seconds(time), by }, words: decisions, reason };
  return previewChecked(document, checked, given, all[0]);
}

/** A decision as it was typed; a price that is none in the procurement's currency is refused as it stands. */
function decisionOf({ file, item, meaning, price }: WordGiven, decoder: CellDecoder): WordDecision {
  if (meaning !== "price") return { file, item, meaning };
  const { value } = decoder.decode({ kind: "decimal" }, { kind: "text", value: price }, {});
  return { file, item, meaning: { price: typeof value === "string" ? value : price } };
}

/** Every word that stands where a price belongs, in the order of the forms. */
function wordsIn({ forms }: ImportPreview, { priceItems }: EvaluationDocument): WordAnswer[] {
  const names = new Map(priceItems.map(({ id, name }) => [id, name]));
  return forms.flatMap(({ file, read: { bidder, prices } }) =>
    prices.flatMap(({ id, text }) =>
      text === undefined
        ? []
        : [{ file, item: id, text: `${bidder}, ${names.get(id) ?? id} (${id}): ”${text}”` }],
    ),
  );
}
