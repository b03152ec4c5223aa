/**
 * Parts of the document that no longer may change: what was published, and what the evaluation was
 * finalised on. Each change is a finding at its place. Nothing is changed back.
 */
import { everyCriterion } from "../../core/document/schema";
import type { EvaluationDocument, JournalEvent } from "../../core/document/schema";
import { recordOf } from "../../core/document/unrecorded-changes";
import type { Finding } from "../../core/finding";
import type { Place } from "../../core/place";
import { finding } from "../../core/finding";
import { basisFingerprint } from "../../journal/fingerprint";
import { publishedCurrency, sealOf } from "../../journal/published";
import { changesToRecord } from "../changes-to-record";
import { finalisation } from "../milestones";
import { eventAt, ofInnermostCriterion, rootOf } from "../../core/place";

/** Where a part of the published model stands when no single difference in it is known. */
const placeOfPart = {
  model: "model.method.type",
  criteria: "criteria",
  requirements: "requirements",
  negotiable: "requirements",
  priceItems: "priceItems",
} as const;

/** Minimum requirements and criteria cannot change once they are published (LOU 6 kap. 8 §). */
export function publicationFindings(document: EvaluationDocument): Finding[] {
  const seal = sealOf(document);
  if (!seal) return [];
  const { at, parts, differences = [] } = seal;
  const names = namesById(document);
  const changed = parts.map((part) => {
    const changes = differences.filter(({ place }) => rootOf(place) === part);
    const first = changes[0]?.place.replace(/^negotiable/, "requirements");
    const where = first === undefined ? placeOfPart[part] : ofInnermostCriterion(first);
    return finding("published-changed", "blocking", where, {
      part,
      time: at.time,
      by: at.by,
      places: changes.map(({ place }) => place),
      names: changes.map(({ place }) => names.get(innermostId(place)) ?? ""),
      values: changes.map(({ before = "–", after = "–" }) => `${before} → ${after}`),
    });
  });
  return [...changed, ...currencyFindings(document, at), ...secondPublications(document)];
}

/**
 * Another currency than bidders were told to price in. Once bids are opened the register has it, and a
 * change that its record tells of is told there.
 */
function currencyFindings(document: EvaluationDocument, at: JournalEvent): Finding[] {
  const published = publishedCurrency(at);
  const { currency } = document.procurement;
  const recorded = recordOf(document).values.get("procurement.currency")?.text ?? currency;
  if (published === undefined || published === currency || recorded !== currency) return [];
  return [
    finding("published-changed", "blocking", "procurement.currency", {
      part: "currency",
      time: at.time,
      by: at.by,
      places: ["procurement.currency"],
      names: [""],
      values: [`${published} → ${currency}`],
    }),
  ];
}

/**
 * Publications of something else than the first one. No act records a second publication, and the model
 * would be held against the last one.
 */
function secondPublications({ events = [] }: EvaluationDocument): Finding[] {
  const first = events.find(({ type }) => type === "published");
  return events.flatMap(({ type, fingerprint: of, number, time, by }, n) =>
    first && type === "published" && of !== first.fingerprint
      ? [
          finding("published-twice", "blocking", eventAt(n, "type"), {
            number: number ?? n + 1,
            time,
            by,
            first: first.time,
          }),
        ]
      : [],
  );
}

function namesById({ criteria, priceItems }: EvaluationDocument): ReadonlyMap<string, string> {
  return new Map([...everyCriterion(criteria), ...priceItems].map(({ id, name }) => [id, name]));
}

/** The id of the innermost criterion, or of the price row, that holds a place. */
function innermostId(place: Place): string {
  return /.*(?:criteria|children|priceItems)\[([^\]]*)\]/.exec(place)?.[1] ?? "";
}

/** A finalised evaluation keeps its input until it is reopened with a reason. */
export function finalisedFindings(document: EvaluationDocument): Finding[] {
  const at = finalisation(document);
  if (!at || at.fingerprint === basisFingerprint(document)) return [];
  // What has changed, where the file can say; otherwise the event that it differs from.
  const where =
    publicationFindings(document)[0]?.where ??
    changesToRecord(document)[0]?.place ??
    eventAt(document.events?.indexOf(at) ?? 0, "fingerprint");
  return [finding("finalised-changed", "blocking", where, { time: at.time, by: at.by })];
}
