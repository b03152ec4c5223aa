/**
 * What remains once the figures of our pages stand: their looks, how sheets are printed, and their
 * protection. Excel may refuse any of it, and the figures stand all
 * the same; it says which sheets lack what. It writes no figure.
 */
import type { Page } from "../../sheet/workbook";
import { print, undress } from "./page";
import type { Session } from "./session";
import { isLate, refusalOf } from "./session";

/** A page whose figures stand on a sheet. */
export type Standing = { readonly page: Page; readonly sheet: Excel.Worksheet };

/** The looks of a sheet, on their way. */
export type Looks = {
  readonly name: string;
  readonly sheet: Excel.Worksheet;
  readonly bytes: number;
  lay(): void;
};

/** The names of sheets whose figures stand, by what they lack. */
export type Unfinished = {
  readonly plain: readonly string[];
  readonly unprotected: readonly string[];
};

/**
 * Lays looks in as many batches as their size asks for; of a refused batch sheet by sheet.
 * @returns the names of the sheets that may lack their looks
 */
export async function dressInParts(
  session: Session,
  looks: readonly Looks[],
  mostBytes: number,
): Promise<string[]> {
  const plain: string[] = [];
  let isWaiting = true;
  for (const batch of batches(looks, mostBytes)) {
    const lacking: Lacking = isWaiting
      ? await dressTogether(session, batch)
      : { looks: batch, isLate: true };
    plain.push(...lacking.looks.map(({ name }) => name));
    isWaiting = !lacking.isLate;
  }
  return plain;
}

/** Looks that may not have been laid, and whether Excel has ceased to answer. */
type Lacking = { readonly looks: readonly Looks[]; readonly isLate: boolean };

async function dressTogether(session: Session, batch: readonly Looks[]): Promise<Lacking> {
  const refusal = await refusalOf(layAll(session, batch));
  if (!refusal) return { looks: [], isLate: false };
  const lacking: Looks[] = [];
  let isWaiting = !isLate(refusal);
  for (const each of batch) {
    const own = isWaiting ? await refusalOf(dressAlone(session, each)) : refusal;
    if (own) lacking.push(each);
    isWaiting &&= !own || !isLate(own);
  }
  return { looks: lacking, isLate: !isWaiting };
}

async function layAll(session: Session, batch: readonly Looks[]): Promise<void> {
  session.context.application.suspendScreenUpdatingUntilNextSync();
  for (const each of batch) {
    await session.pause();
    each.lay();
  }
  await session.sendChanges();
}

/** A part of the refused batch may have been carried out, and a chart would stand there twice. */
async function dressAlone(session: Session, looks: Looks): Promise<void> {
  const charts = looks.sheet.charts.load("items/id");
  await session.send();
  undress(looks.sheet, charts.items);
  await layAll(session, [looks]);
}

function batches(looks: readonly Looks[], mostBytes: number): Looks[][] {
  const found: Looks[][] = [];
  let gathered = Infinity;
  for (const each of looks) {
    if (gathered + each.bytes > mostBytes) {
      found.push([]);
      gathered = 0;
    }
    found.at(-1)?.push(each);
    gathered += each.bytes;
  }
  return found;
}

/**
 * A computer without a printer refuses page layout, which a protected sheet refuses too; protection
 * is then set sheet by sheet.
 * @returns the names of the sheets that may lack their protection
 */
export async function printAndProtect(
  session: Session,
  standing: readonly Standing[],
): Promise<string[]> {
  const results = standing.filter(({ page }) => page.role === "result");
  for (const { page, sheet } of standing) print(sheet, page);
  for (const { sheet } of results) protect(sheet);
  const refusal = await refusalOf(session.sendChanges());
  if (!refusal) return [];
  const unprotected: string[] = [];
  let isWaiting = !isLate(refusal);
  for (const { page, sheet } of results) {
    const own = isWaiting ? await refusalOf(protectAlone(session, sheet)) : refusal;
    if (own) unprotected.push(page.name);
    isWaiting &&= !own || !isLate(own);
  }
  return unprotected;
}

/** The refused batch may have protected the sheet, and Excel refuses to do that twice. */
async function protectAlone(session: Session, sheet: Excel.Worksheet): Promise<void> {
  const { protection } = sheet;
  protection.load("protected");
  await session.send();
  if (protection.protected) return;
  protect(sheet);
  await session.sendChanges();
}

export function protect({ protection }: Excel.Worksheet): void {
  protection.protect({
    allowFormatColumns: true,
    allowFormatRows: true,
    allowAutoFilter: true,
    allowSort: true,
  });
}
