/**
 * A place of a document in the reader's words: the sheet, row and column that it stands under in
 * a workbook. A place without a cell of its own is named by its sheet; one without a sheet is
 * returned as it is.
 */
import type { CaseNames } from "../core/document/names";
import { noNames } from "../core/document/names";
import type { Place } from "../core/place";
import { isPublishedPlace, publishedPlaceText, spotText } from "../words/place-text";
import type { Words } from "../words/sv/words";
import { rowText, spotOf } from "./spots";
import { ofInnermostCriterion, rootOf } from "../core/place";

/**
 * @param place also of a difference, where a criterion is named with its parents
 * @param names of the case, where the reader has it
 */
export function documentPlaceText(place: Place, words: Words, names: CaseNames = noNames): string {
  if (isPublishedPlace(place)) return publishedPlaceText(place, words, undefined, names);
  const plain = ofInnermostCriterion(place);
  const spot = spotOf(plain);
  if (spot) return spotText({ ...spot, row: rowText(spot) }, words, names);
  const sheets: { readonly [root: string]: string } = words.sheets;
  return sheets[rootOf(plain)] ?? place;
}
