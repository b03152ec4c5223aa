/**
 * Every page in examples/pages: the engine gives what the page says, for the reasons the page
 * shows.
 */
import { evaluateWorkbook } from "../src/app/evaluate-workbook";
import type { Evaluation } from "../src/core/evaluate";
import { evaluate, withFindings } from "../src/core/evaluate";
import { parseDocument } from "../src/core/document/parse";
import { lint } from "../src/lab/lint";
import { MemoryWorkbook } from "../src/host/memory-workbook";
import { auditTrailPage } from "../src/sheet/pages/audit-trail";
import { readWorkbook } from "../src/sheet/read";
import { writeWorkbook } from "../src/sheet/write";
import { sv } from "../src/words/sv/words";
import { capital } from "../src/words/sentences";
import { circumstances } from "./calculator";
import { pages, rewriteTrace } from "./pages";

describe.each(pages().map((page) => [page.file, page] as const))("%s", (_, page) => {
  const { document, problems } = parseDocument(page.document);
  if (!document) throw new Error(JSON.stringify(problems));
  const evaluation = evaluate(document);

  const outcomeOf = ({ bids }: Evaluation) =>
    bids.map(({ bid, standing, result, rank }) => [
      bid.id,
      sv.standings[standing.value ?? "undecided"],
      result.value?.toText() ?? "",
      rank.value?.toText() ?? "–",
    ]);

  test("the outcome on the page, of the whole and of each contract", () => {
    expect(outcomeOf(evaluation)).toEqual(page.expected);
    const contracts = evaluation.contracts.flatMap(({ authority, evaluation: own }) =>
      outcomeOf(own).map((row) => [authority.id, ...row]),
    );
    expect(contracts).toEqual(page.contracts);
  });

  test("the parts of the prices on the page", () => {
    const parts = evaluation.bids.flatMap(({ bid, price }) => [
      ...(price.publishedCosts
        ? [
            [bid.id, "Anbudspris", price.offered.value?.toText()],
            [bid.id, "Publicerade egna kostnader", price.publishedCosts.value?.toText()],
          ]
        : []),
      ...[...price.byAuthority].map(([id, { value }]) => [bid.id, id, value?.toText()]),
      ...(price.contractValue
        ? [[bid.id, "Avtalsvärde", price.contractValue.value?.toText()]]
        : []),
    ]);
    expect(parts).toEqual(page.parts);
  });

  test("the findings on the page", () => {
    const all = withFindings(evaluation, lint(document, evaluation)).findings.map(
      ({ code, severity }) => [code, severity],
    );
    expect(all.sort()).toEqual([...page.findings].sort());
  });

  test("the formulas in the workbook give the same figures", async () => {
    const outcome = await evaluateWorkbook(
      new MemoryWorkbook(writeWorkbook(document, sv)),
      circumstances,
    );
    if (!outcome.document) throw new Error("unreadable");
    expect(outcome.result.doubleCheck.equal).toBe(outcome.result.doubleCheck.of);
    // Calculated by the second engine, not copied from the first; a double holds 15 digits, of
    // which 13 are compared: a sum over years is made of many divisions.
    const shown = (value: unknown) => Number(value).toPrecision(13);
    const computed = [evaluation, ...evaluation.contracts.map((each) => each.evaluation)];
    for (const [n, { bids }] of computed.entries()) {
      const sheet = outcome.pages[1 + n];
      const label = capital(document.model.label);
      const column = sheet?.rows[5]?.findIndex((cell) => cell?.value === label) ?? -1;
      const live = sheet?.rows.slice(6, 6 + bids.length) ?? [];
      expect(live.map((row) => [row[0]?.value, shown(row[column]?.value)])).toEqual(
        bids.map(({ bid, result }) => [bid.id, shown(result.value?.toDecimal(15))]),
      );
    }
  });

  test("the trace on the page", async () => {
    const read = readWorkbook(await new MemoryWorkbook(writeWorkbook(document, sv)).read(), [sv]);
    const receipt = { version: "", fingerprint: "", time: "" };
    const audit = auditTrailPage(
      evaluation,
      { places: read.places, results: new Map() },
      receipt,
      sv,
    );
    const steps = audit.rows
      .slice((audit.table?.area.top ?? 0) + 1)
      .map((row) => row.slice(0, 6).map((cell) => String(cell?.value ?? "")));
    const widths = [3, 5, 34, 44, 14];
    const trace =
      steps
        .map((cells) =>
          cells
            .map((cell, n) => cell.padEnd(widths[n] ?? 0))
            .join(" ")
            .trimEnd(),
        )
        .join("\n") + "\n";
    if (process.env["UPDATE_TRACES"]) rewriteTrace(page, trace);
    else expect(trace).toBe(page.trace);
  });
});
