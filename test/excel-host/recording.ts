/**
 * What a real Excel and the real office.js said to each other, recorded from the pane's console,
 * kept as a contract test and replayed against the simulated Excel: the same requests must get
 * answers of the same shape. It sends nothing anywhere, and never keeps the rest of the console.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openInExcel } from "./from-xlsx";
import { ExcelHost } from "./host";
import type { Action, Answer, Batch } from "./protocol";

export type Exchange = { readonly request: Batch; readonly answer: Answer };

export type Recording = {
  readonly exchanges: readonly Exchange[];
  /** Lines that cannot be read, and requests and answers that lack each other. */
  readonly faults: readonly string[];
};

/** Reads a console's text: a line that ends in "Request:" or "Response:", and its JSON on the next. */
export function readRecording(text: string): Recording {
  const exchanges: Exchange[] = [];
  const faults: string[] = [];
  const waiting: { readonly line: number; readonly request: Batch }[] = [];
  for (const { line, isRequest, json } of messages(text)) {
    try {
      if (isRequest) waiting.push({ line, request: JSON.parse(json) as Batch });
      else {
        const answer = answerIn(json);
        const at = waiting.findIndex(({ request }) => isAnswerTo(answer, request));
        const [asked] = at < 0 ? [] : waiting.splice(at, 1);
        if (asked) exchanges.push({ request: asked.request, answer });
        else faults.push(`line ${line}: an answer without its request`);
      }
    } catch {
      faults.push(`line ${line}: the JSON after it cannot be read`);
    }
  }
  faults.push(...waiting.map(({ line }) => `line ${line}: a request without its answer`));
  return { exchanges, faults };
}

function messages(text: string) {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, n) => {
    const [, kind] = /(Request|Response):\s*$/.exec(line) ?? [];
    return kind === undefined
      ? []
      : [{ line: n + 1, isRequest: kind === "Request", json: lines[n + 1] ?? "" }];
  });
}

function answerIn(json: string): Answer {
  const { value } = JSON.parse(json) as { value: { data: [number, object, string] } };
  return JSON.parse(value.data[2]) as Answer;
}

/** office.js numbers the actions of a batch, and an answer repeats the numbers. */
function isAnswerTo({ Results }: Answer, { Actions }: Batch): boolean {
  const asked = new Set(Actions.map(({ Id }) => Id));
  return Results.every(({ ActionId }) => asked.has(ActionId));
}

/** Where the simulated Excel answers otherwise than the recorded one, and what the recording lacks. */
export function replay({ exchanges, faults }: Recording, host: ExcelHost): string[] {
  if (exchanges.length === 0) return [...faults, "the recording holds no exchange"];
  // Excel names objects as it likes; an object that has two names is the same object.
  const names = new Map<string, string>();
  const differing = exchanges.flatMap(({ request, answer }, n) => {
    const answered = host.answer(
      [...names].reduce(
        (text, [theirs, ours]) => text.replaceAll(JSON.stringify(theirs), JSON.stringify(ours)),
        JSON.stringify(request),
      ),
    );
    if ("fault" in answered) return [`batch ${n}: fault ${answered.fault}`];
    const simulated = JSON.parse(answered.body) as Answer;
    match(answer, simulated, names);
    return differences(request.Actions, answer, simulated).map((line) => `batch ${n}: ${line}`);
  });
  return [...faults, ...differing];
}

function match(theirs: unknown, ours: unknown, names: Map<string, string>): void {
  if (typeof theirs !== "object" || typeof ours !== "object" || theirs === null || ours === null)
    return;
  for (const [key, value] of Object.entries(theirs)) {
    const mine: unknown = (ours as { readonly [key: string]: unknown })[key];
    if (
      (key === "Id" || key === "_ReferenceId") &&
      typeof value === "string" &&
      typeof mine === "string"
    )
      names.set(value, mine);
    else match(value, mine, names);
  }
}

function differences(actions: readonly Action[], theirs: Answer, ours: Answer): string[] {
  if (theirs.Error?.Code !== ours.Error?.Code)
    return [
      `error ${theirs.Error?.Code ?? "none"}, simulated ${ours.Error?.Code ?? "none"} (${ours.Error?.Message ?? ""})`,
    ];
  const shapeIn = ({ Results }: Answer, id: number) => {
    const result = Results.find(({ ActionId }) => ActionId === id);
    return result ? shape(result.Value) : "nothing";
  };
  const answered = new Set([...theirs.Results, ...ours.Results].map(({ ActionId }) => ActionId));
  return [...answered].flatMap((id) => {
    const action = actions.find(({ Id }) => Id === id);
    const [expected, found] = [shapeIn(theirs, id), shapeIn(ours, id)];
    return expected === found
      ? []
      : [
          `action ${action?.ActionType ?? "?"} ${action?.Name ?? ""}: ${expected}, simulated ${found}`,
        ];
  });
}

/** Names and kinds of values, without the values: cells differ, and a grid is a grid. */
function shape(value: unknown): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map(shape))].sort().join("|")}]`;
  if (value === null) return "null";
  if (typeof value !== "object") return "value";
  return `{${Object.entries(value)
    .map(
      ([name, member]) =>
        `${name}:${name === "_Items" || typeof member === "object" ? shape(member) : "value"}`,
    )
    .sort()
    .join(",")}}`;
}

/** The names of the recordings that a folder keeps. */
export function recordingsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".log"))
    .map((file) => file.slice(0, -".log".length));
}

/** Replays a kept recording on its workbook; @returns the differences, none where it holds */
export async function replayKept(folder: string, name: string): Promise<string[]> {
  const recording = readRecording(readFileSync(join(folder, `${name}.log`), "utf8"));
  return replay(recording, await hostWith(readFileSync(join(folder, `${name}.xlsx`))));
}

/**
 * Keeps the exchanges of a console's text, and the workbook as it was at their start, as
 * `NAME.log` and `NAME.xlsx`. Nothing is kept that cannot be replayed whole.
 * @param given a name, the file with the console's text, and the workbook
 * @returns what the user sees, in Swedish, and whether it was kept
 */
export async function keepRecording(
  folder: string,
  [name = "", log = "", workbook = ""]: readonly string[],
): Promise<{ readonly isKept: boolean; readonly message: string }> {
  const refusal = refusalOf(folder, name, log, workbook);
  if (refusal !== undefined) return { isKept: false, message: refusal };
  const text = exchangesOnly(readFileSync(log, "utf8"));
  const recording = readRecording(text);
  const { length: count } = recording.exchanges;
  if (count === 0 || recording.faults.length > 0)
    return {
      isKept: false,
      message:
        count === 0
          ? "Konsolens text innehåller inget samtal med Excel. Skriv OfficeExtension.CoreUtility._logEnabled = true i konsolen innan arbetet börjar."
          : `Konsolens text är inte hel, så ingenting sparades. Spara den igen när panelen har svarat:\n${recording.faults.join("\n")}`,
    };
  const bytes = readFileSync(workbook);
  const differing = replay(recording, await hostWith(bytes));
  writeFileSync(join(folder, `${name}.log`), `${text}\n`);
  writeFileSync(join(folder, `${name}.xlsx`), bytes);
  const compared =
    differing.length === 0
      ? "Den simulerade Excel svarar likadant på alla."
      : `Den simulerade Excel svarar annorlunda på ${differing.length} ställen:\n${differing.join("\n")}`;
  return {
    isKept: true,
    message: `Sparade ${count} utbyten som ${name}.log och ${name}.xlsx.\n${compared}`,
  };
}

/** The lines that carry an exchange: the mark, and the line after it. */
function exchangesOnly(text: string): string {
  const lines = text.split(/\r?\n/);
  return lines
    .flatMap((line, n) => (/(Request|Response):\s*$/.test(line) ? [line, lines[n + 1] ?? ""] : []))
    .join("\n");
}

function refusalOf(
  folder: string,
  name: string,
  log: string,
  workbook: string,
): string | undefined {
  if (!/^[\w-]+$/.test(name) || log === "" || workbook === "")
    return "Ange ett namn, konsolens text och arbetsboken som den var från början: npm run record windows-ltsc-2021 konsol.txt bok.xlsx";
  const missing = [log, workbook].find((file) => !existsSync(file));
  if (missing !== undefined) return `Filen ${missing} finns inte.`;
  if (existsSync(join(folder, `${name}.log`)))
    return `Det finns redan en inspelning som heter ${name}. Välj ett annat namn.`;
  return undefined;
}

async function hostWith(workbook: Uint8Array): Promise<ExcelHost> {
  const host = new ExcelHost();
  await openInExcel(host, new Uint8Array(workbook));
  return host;
}
