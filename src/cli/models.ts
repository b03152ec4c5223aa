/**
 * `models`: the library of models from a terminal, by itself and on bids that the user imagines. It
 * opens no file.
 */
import { libraryCurrency, libraryTables } from "../app/templates/library-tables";
import { imaginedBids } from "../app/templates/imagined-bid";
import type { ModelBeside } from "../app/templates/side-by-side";
import { modelsBeside } from "../app/templates/side-by-side";
import { Failure } from "../host/failure";
import { findingText } from "../words/sentences";
import type { Words } from "../words/sv/words";
import type { Registration } from "./program";
import { all, exit } from "./program";
import { print, printJson, printSections } from "./terminal";

type Options = { readonly bid?: readonly string[]; readonly json?: true };

/** Adds the command to the program. */
export function addModels({ command, guard, words }: Registration): void {
  const text = words.pane.library;
  command("models", text.command)
    .option("--bid <price:quality>", text.bidOption, (each: string, before?: string[]) => [
      ...(before ?? []),
      each,
    ])
    .option("--json", words.cli.json)
    .action(guard((options: Options) => Promise.resolve(showModels(options, words))));
}

function showModels({ bid = [], json }: Options, words: Words): number {
  const { bids, refused } = imaginedBids(
    bid.map((text) => {
      const [price = "", quality = ""] = text.split(":");
      return { price, quality };
    }),
    libraryCurrency,
    all,
  );
  const [first] = refused;
  if (first) throw new Failure("bid-not-imagined", first);
  const models = modelsBeside(bids, words);
  if (json) {
    printJson(
      models.map(({ name, test, findings, ranked }) => ({
        template: name,
        ...test,
        findings: findings.map((each) => ({ ...each, text: findingText(each, words) })),
        ranked: ranked?.bids.map(({ bid: { id }, rank, result }, n) => ({
          bid: bids[n]?.name ?? id,
          rank: rank.value,
          result: result.value,
        })),
      })),
    );
    return exit.done;
  }
  for (const model of models) print(paragraph(model, words));
  print("");
  printSections(libraryTables(models, bids, words), words);
  return exit.done;
}

/** A model's name, how it works, when it fits, and what the linter asks about it. */
function paragraph({ name, findings }: ModelBeside, words: Words): string {
  const [title, how, fits] = words.pane.begin.templates[name];
  const asks = findings.map((each) => words.pane.library.asks(findingText(each, words)));
  return [`${title} (${name})`, how, fits, ...asks].join("\n  ");
}
