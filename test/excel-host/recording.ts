/**
 * What a real Excel and the real office.js said to each other, recorded from the pane's console,
 * and replayed against the simulated Excel: the same questions must get answers of the same shape.
 * So a person with Excel turns an afternoon's work into a contract test.
 */
import type { Action, Answer, Batch } from "./protocol";
import type { ExcelHost } from "./host";

export type Exchange = { readonly request: Batch; readonly answer: Answer };

/**
 * The exchanges in a console's text: a line "Request:" with the batch on the next, a line
 * "Response:" with the answer. Whatever else a console says is passed over.
 */
export function readRecording(text: string): Exchange[] {
  const lines = text.split(/\r?\n/);
  const after = (word: string) =>
    lines.flatMap((line, n) => (line.trim().endsWith(word) ? [lines[n + 1] ?? ""] : []));
  const requests = after("Request:").map((line) => JSON.parse(line) as Batch);
  const answers = after("Response:").map(
    (line) =>
      JSON.parse(
        (JSON.parse(line) as { value: { data: [number, object, string] } }).value.data[2],
      ) as Answer,
  );
  return requests.flatMap((request, n) => (answers[n] ? [{ request, answer: answers[n] }] : []));
}

/** Where the simulated Excel answers otherwise than the recorded one, a line for each. */
export function replay(recording: readonly Exchange[], host: ExcelHost): string[] {
  // Excel names objects as it likes; what it called one thing and we another is the same thing.
  const names = new Map<string, string>();
  return recording.flatMap(({ request, answer }, n) => {
    const told = host.answer(
      [...names].reduce(
        (text, [theirs, own]) => text.replaceAll(JSON.stringify(theirs), JSON.stringify(own)),
        JSON.stringify(request),
      ),
    );
    if ("fault" in told) return [`batch ${n}: fault ${told.fault}`];
    const own = JSON.parse(told.body) as Answer;
    match(answer, own, names);
    return differences(request.Actions, answer, own).map((line) => `batch ${n}: ${line}`);
  });
}

function match(theirs: unknown, own: unknown, names: Map<string, string>): void {
  if (typeof theirs !== "object" || typeof own !== "object" || theirs === null || own === null)
    return;
  for (const [key, value] of Object.entries(theirs)) {
    const mine: unknown = (own as { readonly [key: string]: unknown })[key];
    if (
      (key === "Id" || key === "_ReferenceId") &&
      typeof value === "string" &&
      typeof mine === "string"
    )
      names.set(value, mine);
    else match(value, mine, names);
  }
}

function differences(actions: readonly Action[], theirs: Answer, own: Answer): string[] {
  if (theirs.Error?.Code !== own.Error?.Code)
    return [
      `error ${theirs.Error?.Code ?? "none"}, simulated ${own.Error?.Code ?? "none"} (${own.Error?.Message ?? ""})`,
    ];
  return theirs.Results.flatMap(({ ActionId, Value }) => {
    const mine = own.Results.find((result) => result.ActionId === ActionId);
    const action = actions.find(({ Id }) => Id === ActionId);
    const [expected, found] = [shape(Value), mine ? shape(mine.Value) : "nothing"];
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
      ([name, each]) =>
        `${name}:${name === "_Items" || typeof each === "object" ? shape(each) : "value"}`,
    )
    .sort()
    .join(",")}}`;
}
