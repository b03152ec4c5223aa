/**
 * `change-model`: another way to evaluate, another scale, or the remedies of findings that have one, from a
 * terminal. It shows what would change, and writes a new file only when that is asked for; the file that it
 * was read from is left as it is.
 */
import type { ModelChange } from "../app/model-changes/change-model";
import { hasRemedy } from "../app/model-changes/mend-finding";
import type { TypedMeasure } from "../app/model-changes/proposed-scale";
import { measureKeys, scaleWays } from "../app/model-changes/proposed-scale";
import { ways } from "../app/model-changes/ways";
import type { ChangePreview } from "../case/model-change";
import { changePreview, prepareChange } from "../case/model-change";
import { evaluate } from "../core/evaluate";
import type { Finding } from "../core/finding";
import { readBytes, writeBytes, writeText } from "../host/disk-files";
import { LooseWorkbook } from "../host/xlsx/browser-workbook";
import { readWorkbook } from "../sheet/read";
import type { WorkbookReading } from "../sheet/workbook";
import { writeWorkbook } from "../sheet/write";
import type { Words } from "../words/sv/words";
import { badTarget, targetBeside } from "./acts";
import { calculator, isJson, readDocumentFile } from "./files";
import type { Registration } from "./program";
import { all, exit } from "./program";
import { complain, print, printJson, refuse, refuseUsage } from "./terminal";
import { nowhere } from "../sheet/locate";

type Options = {
  readonly way?: string;
  readonly scale?: string;
  readonly criterion?: string;
  readonly worst?: string;
  readonly best?: string;
  readonly unit?: string;
  readonly fix?: true;
  readonly write?: true;
  readonly out?: string;
  readonly json?: true;
};

type Previewed = Extract<ChangePreview, { readonly why?: never }>;

/** Adds the command to the program. */
export function addChangeModel({ command, guard, words }: Registration): void {
  const text = words.pane.modelChanges.cli;
  command("change-model <file>", text.command)
    .option("--way <way>", text.way(ways.join(", ")))
    .option("--scale <scale>", text.scale(scaleWays.join(", ")))
    .option("--criterion <id>", text.criterion)
    .option("--worst <value>", text.measure.worst)
    .option("--best <value>", text.measure.best)
    .option("--unit <unit>", text.measure.unit)
    .option("--fix", text.fix)
    .option("--write", text.write)
    .option("--out <file>", text.to)
    .option("--json", words.cli.json)
    .action(guard((file: string, options: Options) => changeFile(file, options, words)));
}

async function changeFile(file: string, options: Options, words: Words): Promise<number> {
  const asked = changeAsked(options, words);
  if (typeof asked === "string") return refuseUsage(asked, words);
  const target = targetBeside(file, options.out, words.pane.modelChanges.cli.suffix);
  const bad = options.write ? badTarget(file, target, words) : undefined;
  if (bad !== undefined) return refuseUsage(bad, words);
  const workbook = await openLoose(file, words);
  if (typeof workbook === "number") return workbook;
  const made: Previewed[] = [];
  for await (const preview of steps(workbook, asked, words)) {
    if (preview.why !== undefined) {
      complain(preview.why);
      return exit.blocked;
    }
    made.push(preview);
  }
  tell(made, options, words);
  if (made.every(({ rows }) => rows.length === 0)) return exit.done;
  if (!options.write) {
    complain(words.pane.modelChanges.cli.noWrite);
    return exit.done;
  }
  await writeChanged(workbook, file, target);
  complain(words.cli.wrote(target));
  return exit.done;
}

/** The change, "fix" for every remedy that there is, or what is wrong with the options. */
function changeAsked(
  { way, scale, criterion, fix, ...options }: Options,
  words: Words,
): ModelChange | { readonly kind: "fix" } | string {
  const text = words.pane.modelChanges.cli;
  if ([way, scale, fix].filter((each) => each !== undefined).length !== 1) return text.one;
  if (fix) return { kind: "fix" };
  const of = criterion === undefined ? {} : { criterion };
  const knownWay = ways.find((each) => each === way);
  if (knownWay) return { kind: "way", way: knownWay, ...of };
  const knownScale = scaleWays.find((each) => each === scale);
  if (knownScale) return { kind: "scale", scale: knownScale, measure: measureOf(options), ...of };
  return way === undefined
    ? text.unknown(scale ?? "", scaleWays.join(", "))
    : text.unknown(way, ways.join(", "));
}

function measureOf(options: Options): TypedMeasure {
  return Object.fromEntries(
    measureKeys.flatMap((key) => (options[key] === undefined ? [] : [[key, options[key]]])),
  );
}

/** The workbook, or the sheets of a JSON document; or the exit code after what is wrong was told. */
async function openLoose(file: string, words: Words): Promise<LooseWorkbook | number> {
  if (!isJson(file)) return LooseWorkbook.ofBytes(file, await readBytes(file), calculator);
  const { document, findings } = await readDocumentFile(file);
  return document
    ? LooseWorkbook.ofPages(file, writeWorkbook(document, words), calculator)
    : refuse(file, { findings, places: nowhere }, {}, words);
}

/** What each change comes to, made in the workbook that is open; remedies until none is left. */
async function* steps(
  workbook: LooseWorkbook,
  asked: ModelChange | { readonly kind: "fix" },
  words: Words,
): AsyncGenerator<ChangePreview> {
  const languages: [Words, ...Words[]] = [words, ...all.filter((each) => each !== words)];
  const tried = new Set<string>();
  for (;;) {
    const reading = await workbook.read();
    const change = asked.kind === "fix" ? nextRemedy(reading, languages, tried) : asked;
    if (!change) return;
    const preview = changePreview(change, reading, languages);
    yield preview;
    const { amendment } = prepareChange(change, reading, languages);
    if (amendment) await workbook.amend(amendment);
    if (asked.kind !== "fix") return;
  }
}

/** The first finding with a remedy that has not been tried: a remedy that does not take is not tried again. */
function nextRemedy(
  reading: WorkbookReading,
  languages: readonly [Words, ...Words[]],
  tried: Set<string>,
): ModelChange | undefined {
  const read = readWorkbook(reading, languages);
  const isNew = ({ code, where }: Finding) => !tried.has(`${code} ${where}`);
  const found = [...read.findings, ...(read.document ? evaluate(read.document).findings : [])];
  const next = found.find((each) => isNew(each) && hasRemedy(each, read, languages));
  if (!next) return undefined;
  tried.add(`${next.code} ${next.where}`);
  return { kind: "remedy", code: next.code, place: next.where };
}

function tell(made: readonly Previewed[], { json }: Options, words: Words): void {
  if (json) {
    printJson(made);
    return;
  }
  const { cli, nothing } = words.pane.modelChanges;
  if (made.length === 0) print(cli.nothingToFix);
  for (const preview of made)
    print(preview.rows.length === 0 ? nothing : linesOf(preview, words).join("\n"));
}

/** What is written, what full marks are worth then, and what stays unread. */
function linesOf({ rows, worths, kept }: Previewed, words: Words): string[] {
  const text = words.pane.modelChanges;
  const become = (before: string, after: string) =>
    text.becomes(before || text.blank, after || text.blank);
  const listed = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`)];
  return [
    ...listed(
      text.inSheets,
      rows.map(({ sheet, name, isNew, cells }) => {
        const said = cells.map(({ header, before, after }) =>
          `${header} ${isNew ? after : become(before, after)}`.trim(),
        );
        return `${sheet}, ${name}: ${[...(isNew ? [text.newRow] : []), ...said].join("; ")}`;
      }),
    ),
    ...listed(
      text.worths,
      worths.map(({ name, before, after }) => `${name}: ${become(before, after)}`),
    ),
    ...listed(text.kept, kept),
  ];
}

async function writeChanged(workbook: LooseWorkbook, file: string, target: string): Promise<void> {
  if (!isJson(file)) return writeBytes(target, await workbook.bytes());
  const { document } = readWorkbook(await workbook.read(), all);
  return writeText(target, `${JSON.stringify(document, null, 2)}\n`);
}
