/** Dates of the award in words: what each is, why, and by which clause. It computes no date. */
import { lawText } from "../words/law-text";
import type { Words } from "../words/sv/words";
import type { Condition, Due } from "./standstill-dates";

/** A date with what it is and why, as cells of a table. */
export function dueRow(due: Due, words: Words): string[] {
  const { name, date, law, about } = due;
  const text = words.dates;
  return [
    about === undefined ? text.names[name] : `${text.names[name]} (${about})`,
    date ?? "–",
    [reckoning(due, words), ...(due.conditions ?? []).map((each) => conditionText(each, words))]
      .filter(Boolean)
      .join("; "),
    lawText(law, words) || "–",
  ];
}

/** How a date was counted, or what has to be entered first. */
function reckoning({ name, date, days, from, ...due }: Due, words: Words): string {
  const text = words.dates;
  if (due.exempt) return name === "contract" ? text.exemptContract : text.exempt;
  if (due.extended) return due.forbidden ? text.forbidden : text.extended;
  if (date === undefined) return text.waiting[name];
  if (due.waived) return text.waived(from ?? "");
  if (days === undefined) return text.given[name];
  const isMoved = due.moved === true;
  return due.stated
    ? text.stated(days, from ?? "", isMoved)
    : text.counted(days, from ?? "", isMoved);
}

function conditionText(condition: Condition, words: Words): string {
  const text = words.dates.conditions;
  if (condition.kind !== "value-from" && condition.kind !== "value-above")
    return text[condition.kind];
  const { kind, kronor, act, entered } = condition;
  return [
    text[kind](words.number(kronor), act),
    ...(entered === undefined ? [] : [text.entered(words.number(entered))]),
  ].join("; ");
}
