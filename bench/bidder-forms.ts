/**
 * Bidders' forms read back from their bytes and previewed, five of 1,500 price rows and two hundred of
 * sixty with three broken ones among them: processor time, and the memory of the process after it.
 */
import { document } from "../examples/verksamhetssystem/document";
import { FormChecks } from "../src/app/check-forms";
import { previewChecked, previewImport } from "../src/app/import-forms";
import type { EvaluationDocument } from "../src/core/document/schema";
import { Failure } from "../src/host/failure";
import { openPackage } from "../src/host/xlsx/package-check";
import { openParts } from "../src/host/xlsx/read-workbook";
import { writeWorkbookBytes } from "../src/host/xlsx/write-workbook";
import { publishedFingerprint } from "../src/journal/published";
import { shortCode } from "../src/journal/short-code";
import { bidderForm } from "../src/sheet/forms/bidder-form";
import { priceColumn } from "../src/sheet/forms/form-layout";
import type { Page } from "../src/sheet/workbook";
import { en } from "../src/words/en/words";
import { sv } from "../src/words/sv/words";
import { median, report } from "./measure";

function priced(rows: number): EvaluationDocument {
  const { events: _events, published: _published, recorded: _recorded, ...base } = document();
  const { prices: _kept, ...procurement } = base.procurement;
  const priceItems = Array.from({ length: rows }, (_, n) => ({
    id: `P${n}`,
    name: `Artikel ${n}`,
    category: "other" as const,
    unit: "st",
    quantity: String(n + 1),
  }));
  return { ...base, procurement, priceItems, requirements: [], bids: [], award: {} };
}

/** The form with the bidder's name and a price in each row. */
function filledIn(empty: readonly Page[], prices: Page, bidder: string): Page[] {
  const column = priceColumn("price");
  return empty.map((page) => ({
    ...page,
    rows: page.rows.map((cells, row) =>
      cells.map((cell, c) => {
        if (cells[0]?.value === "bidder" && c === 2) return { ...cell, value: bidder };
        return page === prices && c === column && cell?.style === "input"
          ? { ...cell, value: 100 + ((row * 13) % 997) + 0.25 }
          : cell;
      }),
    ),
  }));
}

/** Reports what it takes to read five forms back, the middle of several. */
export async function bidderForms(): Promise<void> {
  const rows = 1500;
  const plain = priced(rows);
  const fingerprint = publishedFingerprint(plain);
  const form = bidderForm(plain, { fingerprint, code: shortCode(fingerprint) }, sv);
  const bytes = await Promise.all(
    Array.from({ length: 5 }, (_, n) =>
      writeWorkbookBytes(filledIn(form.pages, form.prices.page, `Bolaget ${n}`)),
    ),
  );
  const by = { time: "2027-03-02T09:00:00Z", by: "Eva Ek" };
  const times: number[] = [];
  for (let run = 0; run < 4; run += 1) {
    const before = process.cpuUsage();
    const files = [];
    for (const [n, each] of bytes.entries()) {
      const { everySheet, hasMacros } = await openParts(openPackage(each));
      files.push({ name: `${n}.xlsx`, bytes: each, sheets: everySheet(), hasMacros });
    }
    const { previewed } = previewImport(plain, files, { by, words: [], reason: "" }, [sv, en]);
    if (previewed.some(({ counts }) => counts?.prices !== rows)) throw new Error("not read back");
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  report(
    `5 forms × ${rows} price rows, read back and previewed`,
    `${median(times.slice(1)).toFixed(0)} ms`,
    `first ${(times[0] ?? 0).toFixed(0)} ms; processor time; ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`,
  );
}

/** Reports what it takes to check and preview two hundred forms, one by one, three of them broken. */
export async function manyForms(): Promise<void> {
  const [count, rows] = [200, 60];
  const plain = priced(rows);
  const fingerprint = publishedFingerprint(plain);
  const form = bidderForm(plain, { fingerprint, code: shortCode(fingerprint) }, sv);
  const bytes: Uint8Array[] = [];
  for (let n = 0; n < count; n += 1) {
    const made = await writeWorkbookBytes(filledIn(form.pages, form.prices.page, `Bolaget ${n}`));
    bytes.push(n % 70 === 50 ? made.subarray(0, 4000) : made);
  }
  const before = process.cpuUsage();
  const checks = new FormChecks(plain, [sv, en]);
  let broken = 0;
  for (const [n, each] of bytes.entries())
    try {
      const { everySheet, hasMacros } = await openParts(openPackage(each));
      checks.take({ name: `${n}.xlsx`, bytes: each, sheets: everySheet(), hasMacros });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      broken += 1;
    }
  const given = { by: { time: "2027-03-02T09:00:00Z", by: "Eva Ek" }, words: [], reason: "" };
  const { previewed } = previewChecked(plain, checks.checked(), given, sv);
  if (broken !== 3 || previewed.length !== count - 3) throw new Error("not read back");
  const { user, system } = process.cpuUsage(before);
  report(
    `${count} forms × ${rows} price rows, ${broken} broken, checked and previewed`,
    `${((user + system) / 1000).toFixed(0)} ms`,
    `processor time; ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`,
  );
}
