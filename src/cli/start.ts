/**
 * Where the built program starts: the command of the terminal is run, and its exit code becomes the
 * process's. It knows no command.
 */
import { exit } from "./program";
import { main } from "./main";

// `mervarde … | head` closes the pipe after the first lines, which is no error of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(exit.done);
});

void main(process.argv.slice(2)).then((code) => void (process.exitCode = code));
