/**
 * Where the built program starts: the command of the terminal is run, and its exit code becomes the
 * process's. It knows no command.
 */
import { exit } from "./program";
import { main, wordsFor } from "./main";
import { complain } from "./terminal";

// `mervarde … | head` closes the pipe after the first lines, which is no error of ours; files that
// the command still has to write are written. A full disk is one that the reader must know of.
process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => {
  if (code === "EPIPE") return;
  complain(wordsFor(process.argv).cli.outputLost(code ?? ""));
  process.exitCode = exit.unreadable;
});
process.stderr.on("error", () => undefined);

void main(process.argv.slice(2)).then((code) => void (process.exitCode ??= code));
