/** Dates of the award in words: what each is, why, and by which clause. It computes no date. */
import type { Words } from "../words/sv/words";
import type { Due, Law } from "./standstill-dates";

/** "12 kap. 12 § LOU" in the reader's language. */
export function lawText([chapter, section]: Law, words: Words): string {
  return words.law(chapter, section);
}

/** A date with what it is and why, as cells of a table. */
export function dueRow(
  { name, date, law, days, from, about, moved, exempt, extended }: Due,
  words: Words,
): string[] {
  const text = words.dates;
  const why = exempt
    ? text.exempt
    : extended
      ? text.extended
      : date === undefined
        ? text.waiting[name]
        : days === undefined
          ? text.given[name]
          : text.counted(days, from ?? "", moved === true);
  return [
    about === undefined ? text.names[name] : `${text.names[name]} (${about})`,
    date ?? "–",
    why,
    lawText(law, words),
  ];
}
