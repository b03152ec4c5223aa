/**
 * Where the built program starts: the command of the terminal is run, and its exit code becomes the
 * process's. The version is told without loading any command. It knows no command.
 */
import manifest from "../../package.json";

const args = process.argv.slice(2);
const [option = ""] = args;
const program = () => import(/* webpackChunkName: "mervarde" */ "./main");

// `mervarde … | head` closes the pipe after the first lines, which is no error of ours; files that
// the command still has to write are written. A full disk is one that the reader must know of.
process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => {
  if (code !== "EPIPE")
    void program().then(({ reportLostOutput }) => reportLostOutput(args, code ?? ""));
});
process.stderr.on("error", () => undefined);

if (args.length === 1 && (option === "--version" || option === "-V"))
  process.stdout.write(`${manifest.version}\n`);
else
  void program()
    .then(({ main }) => main(args))
    .then((code) => void (process.exitCode ??= code));
