/**
 * `npm run record NAME CONSOLE.txt WORKBOOK.xlsx`: keeps what a real Excel and the pane said to
 * each other as a contract test. It takes the text of the pane's console and the workbook as it was
 * at the start, keeps the exchanges and nothing else of the console, replays them against the
 * simulated Excel and lists where that answers otherwise. It sends nothing anywhere.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { openInExcel } from "../test/excel-host/from-xlsx";
import { ExcelHost } from "../test/excel-host/host";
import { readRecording, replay } from "../test/excel-host/recording";

const folder = resolve(__dirname, "..", "test", "excel-host", "recorded");

/** The lines that carry an exchange: the mark, and the line after it. */
function exchangesOnly(text: string): string {
  const lines = text.split(/\r?\n/);
  return lines
    .flatMap((line, n) => (/(Request|Response):\s*$/.test(line) ? [line, lines[n + 1] ?? ""] : []))
    .join("\n");
}

/** @returns why nothing can be kept, as a sentence; nothing where it can */
function refusal(name = "", log = "", workbook = ""): string | undefined {
  if (!/^[\w-]+$/.test(name) || log === "" || workbook === "")
    return "Ange ett namn, konsolens text och arbetsboken som den var från början: npm run record windows-ltsc-2021 konsol.txt bok.xlsx";
  const missing = [log, workbook].find((file) => !existsSync(file));
  if (missing !== undefined) return `Filen ${missing} finns inte.`;
  if (existsSync(join(folder, `${name}.log`)))
    return `Det finns redan en inspelning som heter ${name}. Välj ett annat namn.`;
  return undefined;
}

async function main(): Promise<void> {
  const [name = "", log = "", workbook = ""] = process.argv.slice(2);
  const why = refusal(name, log, workbook);
  const text = why === undefined ? exchangesOnly(readFileSync(log, "utf8")) : "";
  const recording = readRecording(text);
  if (why !== undefined || recording.length === 0) {
    console.error(
      why ??
        "Konsolens text innehåller inget samtal med Excel. Skriv OfficeExtension.CoreUtility._logEnabled = true i konsolen innan arbetet börjar.",
    );
    process.exitCode = 2;
    return;
  }
  const bytes = new Uint8Array(readFileSync(workbook));
  const host = new ExcelHost();
  await openInExcel(host, bytes);
  const differences = replay(recording, host);
  writeFileSync(join(folder, `${name}.log`), `${text}\n`);
  writeFileSync(join(folder, `${name}.xlsx`), bytes);
  console.log(`Sparade ${recording.length} utbyten som ${name}.log och ${name}.xlsx.`);
  console.log(
    differences.length === 0
      ? "Den simulerade Excel svarar likadant på alla."
      : `Den simulerade Excel svarar annorlunda på ${differences.length} ställen:\n${differences.join("\n")}`,
  );
}

void main();
