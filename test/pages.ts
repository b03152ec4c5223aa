/**
 * Reads the worked examples in examples/pages: a page has a heading, its source, a calculation by
 * hand, the expected outcome as a table, the document, and the trace. Only a hand writes the
 * expected outcome; `UPDATE_TRACES=1 npx jest pages` may rewrite the traces.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(__dirname, "..", "examples", "pages");

export type Page = {
  readonly file: string;
  readonly text: string;
  readonly document: unknown;
  /** Rows of the table under "Väntat utfall", as text: bid, standing, result, rank. */
  readonly expected: readonly (readonly string[])[];
  /** Rows of the table under "Väntade kontrakt": authority, bid, standing, result, rank. */
  readonly contracts: readonly (readonly string[])[];
  /** Rows of the table under "Väntade delar": bid, authority or contract value, amount. */
  readonly parts: readonly (readonly string[])[];
  /**
   * Rows of the table under "Väntade anmärkningar": code and severity; empty when the page has
   * none.
   */
  readonly findings: readonly (readonly string[])[];
  readonly trace: string;
};

export function pages(): Page[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .map((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      return {
        file,
        text,
        document: JSON.parse(block(text, "json")) as unknown,
        expected: table(text, "Väntat utfall"),
        contracts: table(text, "Väntade kontrakt"),
        parts: table(text, "Väntade delar"),
        findings: table(text, "Väntade anmärkningar"),
        trace: block(text, "text"),
      };
    });
}

export function rewriteTrace(page: Page, trace: string): void {
  writeFileSync(
    join(folder, page.file),
    page.text.replace(/```text\n[\s\S]*?```/, `\`\`\`text\n${trace}\`\`\``),
  );
}

function block(text: string, language: string): string {
  const found = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(text)?.[1];
  if (found === undefined) throw new Error(`no ${language} block`);
  return found;
}

function table(text: string, heading: string): string[][] {
  const section = text.split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
