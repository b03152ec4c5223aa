/**
 * Lint of the maximum that a criterion's name and description announce, held against the one the
 * formula uses: a formula with 16 where 15 was announced annulled an award (RvS 266.216,
 * Kontich). It reads only figures that follow a word for "at most".
 */
import type { Criterion } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { Exact } from "../core/number";
import { fullPoints, largestEffect } from "./limits";
import { patternsFor } from "./text-patterns";
import { criterionAt } from "../core/place";

const patterns = patternsFor("maximum");
const worths = patternsFor("worth");

type Announced = {
  readonly number: Exact;
  readonly unit: "points" | "kronor" | "percent";
  readonly text: string;
};

/** One finding for each announced maximum that the formula does not use. */
export function announcedFindings(criterion: Criterion): Finding[] {
  const { id, name, description = "" } = criterion;
  return announcedIn(`${name}. ${description}`).flatMap(({ number, unit, text }) => {
    const used = usedBy(criterion, unit);
    if (!used || used.equals(number)) return [];
    return [
      finding("announced-maximum-differs", "blocking", criterionAt(id), {
        id,
        name,
        announced: text,
        used: used.toText(),
        unit,
      }),
    ];
  });
}

function announcedIn(text: string): Announced[] {
  const matches = text.split(/(?<=[.!?;])\s+|\n/).flatMap((sentence) => {
    // "At most 50 per cent of the staff" announces no maximum, so a sentence about kronor or per
    // cent must also be about what quality is worth.
    const isAboutWorth = worths.some((pattern) => sentence.search(pattern) >= 0);
    return patterns
      .flatMap((pattern) => [...sentence.matchAll(pattern)])
      .filter(([, , unit = ""]) => isAboutWorth || isPoints(unit));
  });
  // "max 75 000 kr" is matched by the patterns of both languages.
  const distinct = matches.filter(
    ([whole], n) => matches.findIndex(([other]) => other === whole) === n,
  );
  return distinct.flatMap(([whole, digits = "", unit = ""]) => {
    const plain = digits.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".");
    if (!/^\d{1,15}(\.\d{1,10})?$/.test(plain)) return [];
    const kind = /^(kr|sek)/i.test(unit)
      ? "kronor"
      : /^(%|pro|per)/i.test(unit)
        ? "percent"
        : "points";
    return [{ number: Exact.of(plain.replace(/^0+(?=\d)/, "")), unit: kind, text: whole.trim() }];
  });
}

function isPoints(unit: string): boolean {
  return /^p(?!ro|er)/i.test(unit);
}

/** The largest figure of the unit that the formula can use; undefined where it uses none. */
function usedBy(criterion: Criterion, unit: Announced["unit"]): Exact | undefined {
  if (unit === "points") {
    const scaled =
      criterion.scale !== undefined &&
      criterion.scale.type !== "measure" &&
      criterion.scale.type !== "yes-no";
    return scaled || criterion.aggregate === "points" ? fullPoints(criterion) : undefined;
  }
  if (unit === "kronor")
    return [criterion.deduction, criterion.addition, criterion.perPoint, criterion.bands].some(
      (worth) => worth !== undefined,
    )
      ? largestEffect(criterion)
      : undefined;
  const percent = criterion.weight ?? criterion.deductionPercent ?? criterion.additionPercent;
  return percent === undefined ? undefined : Exact.of(percent);
}
