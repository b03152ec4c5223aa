/**
 * Findings and places as the pane shows them: each with the name of its cell where the workbook has
 * one. It finds nothing itself.
 */
import type { CaseNames } from "../core/document/names";
import { noNames } from "../core/document/names";
import type { Finding } from "../core/finding";
import type { Place } from "../core/place";
import { bidOf, isAboutModel } from "../core/place";
import { addressIn, addressText } from "../sheet/cell-address";
import type { Places } from "../sheet/locate";
import { documentPlaceText } from "../sheet/place-text";
import { sheetNamesIn } from "../sheet/sheet-names";
import { acceptedText } from "../words/sentences";
import { withSheetNames } from "../words/sheet-names";
import type { Words } from "../words/sv/words";
import type { FindingAnswer } from "./answers";
import type { Pointer } from "./pointer";

/** The most findings that are handed to the pane, which shows them by kind. */
const mostFindings = 2000;

/** Makes a pointer of a text and a place. */
export type PointTo = (text: string, place: string) => Pointer;

/** @param canMend whether a finding has one remedy, which the pane offers */
export function findingAnswers(
  findings: readonly Finding[],
  places: Places,
  words: Words,
  canMend: (finding: Finding) => boolean = () => false,
  names: CaseNames = noNames,
): FindingAnswer[] {
  const sheets = sheetNamesIn(places, words);
  return findings.slice(0, mostFindings).map((finding) => {
    const text = withSheetNames(acceptedText(finding, words), sheets, words.sheetMention);
    return {
      code: finding.code,
      severity: finding.accepted ? "note" : finding.severity,
      word: words.severities[finding.severity],
      text,
      place: finding.where,
      isAboutModel: isAboutModel(finding.where),
      ...aboutBid(finding.where, text, names, words),
      ...placeAt(places, finding),
      ...(canMend(finding) ? { canMend: true as const } : {}),
    };
  });
}

/** The cell alone does not say whose bid it is to a reader without the workbook before her. */
function aboutBid(
  where: Place,
  text: string,
  names: CaseNames,
  words: Words,
): Pick<FindingAnswer, "about"> {
  const bidder = names.bids.get(bidOf(where) ?? "");
  return bidder === undefined || text.includes(bidder)
    ? {}
    : { about: documentPlaceText(where, words, names) };
}

/** A place that begins with the name of a file, as no place of a document does. */
const inFile = /\.(?:xlsx|xlsm|json)(?:\s|$)/i;

function placeAt(places: Places, finding: Finding): Pick<FindingAnswer, "cell" | "source"> {
  const source = sourceOf(finding);
  return source === undefined ? cellAt(places, finding.where) : { source };
}

/** Where a finding about a file that was given stands, which no cell of the workbook can say. */
function sourceOf({ where, details: { file, whose } }: Finding): string | undefined {
  // A score sheet of the workbook itself is named by its cell alone.
  const isOwnCell = addressIn(where) !== undefined && !inFile.test(where);
  if (isOwnCell || (typeof file !== "string" && !inFile.test(where))) return undefined;
  return typeof whose === "string" ? `${where} · ${whose}` : where;
}

/** Makes pointers with the cells that a workbook's places have. */
export function pointersIn(places: Places): PointTo {
  return (text, place) => ({ text, place, ...cellAt(places, place) });
}

function cellAt(places: Places, place: Place): { readonly cell?: string } {
  const address = addressIn(place) ?? places.nearest(place);
  return address ? { cell: addressText(address) } : {};
}
