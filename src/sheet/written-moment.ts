/**
 * Dates as people write them, read as the one form that a document has: "14 oktober 2026 kl. 9.00"
 * is 2026-10-14T09:00, and so is 14/10 2026, since no year has a fourteenth month. A date whose day and
 * month could change places, such as 3/4 2026, is no date here; the reader asks.
 */
import { isMoment } from "../core/moment";

/** Words of the product's languages that stand in dates, in lower case. */
export type DateWords = {
  /** The twelve months, each with its spellings. */
  readonly months: readonly (readonly string[])[];
  /** Words before a date: "den". */
  readonly before: readonly string[];
  /** Words before a time of day: "kl", "klockan". */
  readonly clock: readonly string[];
};

/** A moment, or whether the text can be read as two dates. */
export type WrittenMoment = { readonly moment?: string; readonly isAmbiguous?: true };

const exact =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?))?$/;

/** @param all the words of every language that a date may be written in */
export function readWrittenMoment(text: string, all: readonly DateWords[]): WrittenMoment {
  const bare = text.normalize("NFKC").replace(/\s+/gu, " ").trim();
  const [, day, time] = exact.exec(bare) ?? [];
  if (day !== undefined) return checked(day, time);
  const lower = bare.toLowerCase().replace(/[,.]$/, "");
  const clock = all.flatMap((words) => words.clock).join("|");
  // "kl 14" is a whole hour; without the word a number alone is no time of day.
  const [, date = lower, hour, minute = "00"] =
    new RegExp(`^(.*?)[, ]+(?:${clock})\\.? ?(\\d{1,2})$`, "u").exec(lower) ??
    new RegExp(`^(.*?)[, ]*(?:\\b(?:${clock})\\.?)? ?\\b(\\d{1,2})[:.](\\d{2})$`, "u").exec(
      lower,
    ) ??
    [];
  const hasClock = hour !== undefined && /[ ,]/.test(lower.charAt(date.length));
  const found = writtenDate(hasClock ? date.trim() : lower, all);
  if (found === undefined) return isTwofold(hasClock ? date : lower) ? { isAmbiguous: true } : {};
  return checked(found, hasClock ? `${hour.padStart(2, "0")}:${minute}` : undefined);
}

/** A time of midnight without a zone says no more than the day, in a cell that Excel keeps as a date. */
export function dayOrMoment(moment: string): string {
  return moment
    .replace(/T00:00(?::00(?:\.0+)?)?$/, "")
    .replace(/(T\d{2}:\d{2}):00(?:\.0+)?$/, "$1");
}

function checked(day: string, time: string | undefined): WrittenMoment {
  const moment = time === undefined ? day : `${day}T${time}`;
  return isMoment(moment) ? { moment } : {};
}

/** Year first, a month in words, or figures that leave no choice: dates that can be read in one way. */
function writtenDate(text: string, all: readonly DateWords[]): string | undefined {
  const [, year, month, day] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    [];
  if (year !== undefined) return isoDate(year, month, day);
  const inFigures = dayFirst.exec(text)?.slice(1);
  if (inFigures) return onlyDate(inFigures.map(Number));
  const before = all.flatMap((words) => words.before).join("|");
  const bare = text.replace(new RegExp(`^(?:${before}) `, "u"), "");
  const [, number, name, yearAfter] =
    /^(\d{1,2})(?:st|nd|rd|th|[:.][ae]|\.)? (\p{L}+)\.?,? (\d{4})$/u.exec(bare) ?? [];
  if (name !== undefined) return named(yearAfter, name, number, all);
  const [, first, second, last] =
    /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u.exec(bare) ?? [];
  return first === undefined ? undefined : named(last, first, second, all);
}

/** Two figures and a whole year; a year of two figures may itself be a day. */
const dayFirst = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})$/;

/** The day and the month in whichever order gives a month; none where both orders do. */
function onlyDate([first = 0, second = 0, year]: readonly number[]): string | undefined {
  if (first <= 12 && second <= 12 && first !== second) return undefined;
  const [day, month] = second <= 12 ? [first, second] : [second, first];
  return isoDate(String(year), String(month), String(day));
}

function named(
  year: string | undefined,
  name: string,
  day: string | undefined,
  all: readonly DateWords[],
): string | undefined {
  for (const { months } of all) {
    const month = months.findIndex((spellings) => spellings.includes(name));
    if (month >= 0) return isoDate(year, String(month + 1), day);
  }
  return undefined;
}

function isoDate(year = "", month = "", day = ""): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** Figures that make a date with an unknown order: 3/4 2026, 3.4.2026, 261014. */
function isTwofold(text: string): boolean {
  return /^\d{1,2}[-/. ]\d{1,2}[-/. ]+(?:\d{2}|\d{4})$/.test(text.trim()) || /^\d{6}$/.test(text);
}
