/**
 * What remains once the figures of our pages stand: looks that did not fit in the same batch, how
 * sheets are printed, and their protection. Excel may refuse any of it, and the figures stand all
 * the same; it says which sheets lack what. It writes no figure.
 */
import type { Page } from "../../sheet/workbook";
import { Failure } from "../failure";
import { print } from "./page";
import { leastBytes } from "./payload";
import { isTooLarge } from "./read-tables";
import type { Session } from "./session";
import { failureOf, isLate } from "./session";

/** A page whose figures stand on a sheet. */
export type Standing = { readonly page: Page; readonly sheet: Excel.Worksheet };

/** The looks of a sheet, on their way. */
export type Looks = { readonly name: string; readonly bytes: number; lay(): void };

/** The names of sheets whose figures stand, by what they lack. */
export type Unfinished = {
  readonly plain: readonly string[];
  readonly unprotected: readonly string[];
};

/**
 * Lays looks in as many batches as their size asks for. A refused batch is not laid again, since a
 * part of it may have been carried out, and a chart would stand there twice.
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
    const names = batch.map(({ name }) => name);
    if (!isWaiting) {
      plain.push(...names);
      continue;
    }
    for (const each of batch) {
      await session.pause();
      each.lay();
    }
    const refusal = await refusalOf(session.sendChanges(), mostBytes);
    if (refusal) plain.push(...names);
    isWaiting = !refusal || !isLate(refusal);
  }
  return plain;
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

function protect({ protection }: Excel.Worksheet): void {
  protection.protect({
    allowFormatColumns: true,
    allowFormatRows: true,
    allowAutoFilter: true,
    allowSort: true,
  });
}

/**
 * What Excel refused, if anything.
 * @param mostBytes given where a batch that is too large is to be done again in halves
 * @throws what is no refusal, or a refusal that halves may mend
 */
async function refusalOf(work: Promise<void>, mostBytes = 0): Promise<Failure | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    const failure = failureOf(error);
    if (!(failure instanceof Failure)) throw failure;
    if (isTooLarge(failure) && mostBytes >= leastBytes) throw failure;
    return failure;
  }
}
