/**
 * What every part of an OCDS release is made from, and the standard's rules for texts and dates
 * that the parts share.
 */
import { withSwedishZone } from "../core/swedish-time";
import type { Secrets } from "../core/document/redact";
import type { Evaluation } from "../core/evaluate";

/** One release: the bids as offered or, with `isFinal`, as corrected and with the outcome. */
export type Release = {
  readonly evaluation: Evaluation;
  readonly secrets: Secrets;
  readonly isFinal: boolean;
  /** The id of the procurement's lot, "1" where it has none. */
  readonly lot: string;
};

/** Leaves out missing and blank texts, since the standard allows no blank text. */
export function nonEmpty(texts: { readonly [key: string]: string | undefined }): {
  readonly [key: string]: string;
} {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]) =>
      text === undefined || text === "" ? [] : [[key, text]],
    ),
  );
}

/**
 * A date in the format of OCDS, with time and zone. A date without a time gets the beginning of
 * the day; a time that was typed is by the Swedish clock.
 */
export function ocdsDate(moment: string): string {
  const [date = "", time = "00:00:00Z"] = withSwedishZone(moment).split("T");
  return `${date}T${time.replace(/^(\d\d:\d\d)(?=[Z+-])/, "$1:00")}`;
}
