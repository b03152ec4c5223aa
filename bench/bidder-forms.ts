/**
 * Five bidders' forms of 1,500 price rows read back from their bytes and previewed: processor time,
 * and the memory of the process after it.
 */
import { document } from "../examples/verksamhetssystem/document";
import { previewImport } from "../src/app/import-forms";
import type { EvaluationDocument } from "../src/core/document/schema";
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

const rows = 1500;

function priced(): EvaluationDocument {
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
  const plain = priced();
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
