/**
 * `npm run record NAME CONSOLE.txt WORKBOOK.xlsx`: keeps what a real Excel and the pane said to
 * each other as a contract test. It takes the text of the pane's console and the workbook as it was
 * at the start, replays the exchanges against the simulated Excel and lists where that answers
 * otherwise. It sends nothing anywhere.
 */
import { resolve } from "node:path";
import { keepRecording } from "../test/excel-host/recording";

async function main(): Promise<void> {
  const folder = resolve(__dirname, "..", "test", "excel-host", "recorded");
  const { isKept, message } = await keepRecording(folder, process.argv.slice(2));
  if (isKept) console.log(message);
  else {
    console.error(message);
    process.exitCode = 2;
  }
}

void main();
