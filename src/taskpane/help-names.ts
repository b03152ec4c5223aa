/**
 * Which help a step or a field has, by the name that it is drawn by. That there is one for each is
 * checked by the compiler, in words/help-shape.
 */
import type { HelpText, HelpWords, OwnField } from "../words/help-shape";
import type { FieldName, FileName } from "./drafts";
import type { StepName } from "./steps";

export type HelpName = `step ${StepName}` | FieldName | FileName;

type Lists = { readonly [list: string]: { readonly [name: string]: HelpText } };

/** @returns undefined for a field that a later version of a file has and this program does not know */
export function helpTextOf(help: HelpWords, name: HelpName): HelpText | undefined {
  const [kind, rest] = split(name, " ");
  if (kind === "step") return help.steps[rest as StepName];
  if (kind === "row") return rowHelp(help.rows, rest);
  if (kind === "details") return lookUp({ details: help.procurement }, kind, rest);
  if (kind === "offered")
    return lookUp({ bid: help.bid }, "bid", /^bids\[[^\]]*\]\.(\w+)/.exec(rest)?.[1] ?? "");
  const own = ownField(help, name);
  if (own) return help.fields[own];
  const [form, field] = split(name, ".");
  if (form === "model") return lookUp({ model: help.model }, form, field.replace(/\[\d+\]/g, "[]"));
  return lookUp(help.acts, form, field);
}

function lookUp(lists: Lists, list: string, name: string): HelpText | undefined {
  return lists[list]?.[name];
}

/** A field of the pane's own; what stands after the space tells it from its likes. */
function ownField(help: HelpWords, name: string): OwnField | undefined {
  const plain = name.replace(/^changes \w+\./, "changes.");
  const names = Object.keys(help.fields) as OwnField[];
  return names.find((each) => plain === each || plain.startsWith(`${each} `));
}

/** Ids may have dots in them, as column names do: the column is what the name ends with. */
function rowHelp(lists: Lists, rest: string): HelpText | undefined {
  const [table, row] = split(rest, " ");
  const plain = row
    .replace(/\.quantities\..*$/, ".quantities")
    .replace(/\.(values|levels|bands)\.\d+\.(\w+)$/, ".$1.$2");
  const [column = ""] = Object.keys(lists[table] ?? {})
    .filter((each) => plain.endsWith(`.${each}`))
    .sort((a, b) => b.length - a.length);
  return lookUp(lists, table, column);
}

function split(text: string, at: string): [before: string, after: string] {
  const n = text.indexOf(at);
  return n < 0 ? [text, ""] : [text.slice(0, n), text.slice(n + at.length)];
}
