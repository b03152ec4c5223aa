/**
 * How a page of ours is printed, the same in a file and in Excel: direction, scale, what is repeated
 * on each printed page, where pages are broken, and the header. It writes to no file and asks nothing
 * of Excel.
 */
import { columnLetters } from "../sheet/cell-address";
import type { Page } from "../sheet/workbook";

export type PrintSetup = {
  readonly orientation: "landscape" | "portrait";
  /** Per cent of the full size; missing where the sheet is fitted to one page's width. */
  readonly scale?: number;
  /** Absolute references to whole rows and columns: "$4:$4", "$A:$C". */
  readonly titleRows?: string;
  readonly titleColumns?: string;
  /** Rows, from 0, that begin a printed page. */
  readonly breaks: readonly number[];
  /** In a header "&" starts a code; here it stands for itself. */
  readonly header: string;
};

/** How many characters of columns a landscape A4 has room for in full size, with the margins. */
const landscapeWidth = 125;

/** More characters of columns than this cannot be read on one page's width. */
const widest = 230;

/**
 * One page wide where that can be read, by a scale where pages are broken by hand, which Excel does
 * not do on a sheet that is fitted to pages; a wider sheet runs over several pages, with the header row
 * and the columns that say what a row is about on each of them.
 */
export function printSetup(page: Page): PrintSetup {
  const { widths, hiddenColumns, table, freeze, repeatedRow, breaks = [] } = page;
  const width = widths.reduce(
    (total, each, n) => (hiddenColumns.includes(n) ? total : total + each),
    0,
  );
  const isWide = width > widest;
  const titleRow = table?.area.top ?? repeatedRow;
  return {
    orientation: width > 90 ? "landscape" : "portrait",
    ...(isWide || breaks.length > 0
      ? { scale: isWide ? 60 : Math.min(100, Math.floor((100 * landscapeWidth) / width)) }
      : {}),
    ...(titleRow === undefined ? {} : { titleRows: `$${titleRow + 1}:$${titleRow + 1}` }),
    ...(isWide && freeze.columns > 0
      ? { titleColumns: `$A:$${columnLetters(freeze.columns - 1)}` }
      : {}),
    breaks,
    header: headerText(page.header),
  };
}

/** Excel calls a workbook damaged whose page header has more than 255 characters, codes and all. */
const longestHeader = 120;

function headerText(text: string): string {
  const shown = text.length > longestHeader ? `${text.slice(0, longestHeader)} …` : text;
  return shown.replaceAll("&", "&&");
}
