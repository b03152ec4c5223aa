/**
 * The program of the command line: its commands, its language, and the exit codes that they end
 * with. It sends nothing anywhere and logs nothing.
 */
import { Command, CommanderError, Help } from "commander";
import * as z from "zod";
import { documentSchema } from "../core/document/schema";
import { nativeHash } from "../host/native-hash";
import { checksumWith } from "../host/xlsx/checksum";
import { nativeChecksum, nativeDeflate, nativeInflate } from "../host/xlsx/native-zlib";
import { packWith } from "../host/xlsx/pack-parts";
import { hashWith } from "../journal/fingerprint";
import type { Words } from "../words/sv/words";
import { sv } from "../words/sv/words";
import { addActs } from "./acts";
import { addEvaluation } from "./evaluate";
import { addExchange } from "./exchange";
import { addForms } from "./forms";
import { addLots } from "./lots";
import { addGroup } from "./group";
import { addLaboratory } from "./laboratory";
import { addChangeModel } from "./change-model";
import { addEmpty } from "./empty";
import { addModels } from "./models";
import { addPapers } from "./papers";
import type { Guard } from "./program";
import { exit, languages, version } from "./program";
import {
  complain,
  printFailure,
  printJson,
  refuseUsage,
  usageText,
  withPlaceholders,
} from "./terminal";
import { addVerify } from "./verify";

hashWith(nativeHash);
packWith({ inflate: nativeInflate, deflate: nativeDeflate });
if (nativeChecksum) checksumWith(nativeChecksum);

/** Runs one command. @returns the exit code; never throws */
export async function main(args: readonly string[]): Promise<number> {
  const words = languages[languageIn(args)];
  if (!words) return refuseUsage(sv.cli.badLanguage(languageIn(args)), sv);
  let code = exit.done;
  const program = makeProgram(words, (run) => async (...given) => {
    code = await runGuarded(() => run(...given), words);
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) return printFailure(error, words);
    return error.exitCode === 0 ? exit.done : refuseUsage(usageText(error, words), words);
  }
}

function languageIn(args: readonly string[]): string {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  return at < 0 ? "sv" : (args[at]?.split("=")[1] ?? args[at + 1] ?? "");
}

/** Says that what was printed could not be written, and ends the process with that. */
export function reportLostOutput(args: readonly string[], code: string): void {
  const words = languages[languageIn(args)] ?? sv;
  complain(words.cli.outputLost(code));
  process.exitCode = exit.unreadable;
}

async function runGuarded(run: () => Promise<number>, words: Words): Promise<number> {
  try {
    return await run();
  } catch (error) {
    return printFailure(error, words);
  }
}

function makeProgram(words: Words, guard: Guard): Command {
  const text = words.cli;
  const program = describeProgram(words);
  const command = (name: string, description: string) =>
    program.command(name).description(description).option("--lang <sv|en>", text.lang);
  const registration = { command, guard, words };
  // The help lists the commands in this order.
  addEvaluation(registration);
  addGroup(registration);
  addForms(registration);
  addLots(registration);
  addActs(registration);
  addVerify(registration);
  addPapers(registration);
  addExchange(registration);
  addEmpty(registration);
  addModels(registration);
  addChangeModel(registration);
  addLaboratory(registration);
  command("schema", text.schema).action(guard(() => Promise.resolve(printSchema())));
  for (const part of [program, ...program.commands])
    part
      .helpOption("-h, --help", text.showHelp)
      .exitOverride()
      .configureOutput({ writeErr: () => undefined });
  return program;
}

function describeProgram(words: Words): Command {
  const { cli: text } = words;
  const titles: { readonly [title: string]: string } = text.help;
  const own = new Help();
  return new Command("mervarde")
    .description(text.description)
    .usage(text.usageLine)
    .version(version, "-V, --version", text.showVersion)
    .option("--lang <sv|en>", text.lang)
    .helpCommand(false)
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      commandUsage: (command) => withPlaceholders(own.commandUsage(command), words),
      subcommandTerm: (command) => withPlaceholders(own.subcommandTerm(command), words),
      optionTerm: (option) => withPlaceholders(own.optionTerm(option), words),
      optionDescription: ({ description, defaultValue }) =>
        defaultValue === undefined
          ? description
          : `${description} (${text.unsaid} ${String(defaultValue)})`,
    });
}

function printSchema(): number {
  const title = { $id: "https://mervarde.example/schemas/mervarde-1.json", title: "mervarde/1" };
  printJson({ ...title, ...z.toJSONSchema(documentSchema) });
  return exit.done;
}
