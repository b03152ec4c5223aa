/**
 * The document as the evaluation takes it, with nothing left to take into account: corrected
 * prices in their places, figures that the journal does not know left blank, dropped requirements
 * gone, and no records. It gives the same results as the document it was made from; a question of
 * the form "what if" begins here, so that no question can show the effect of a score that has not
 * been recorded.
 */
import { corrections } from "./corrections";
import type { Bid, EvaluationDocument, Score } from "./schema";
import { own } from "./schema";
import { droppedRequirements, requirementsInForce } from "./requirements-in-force";
import { changedSince, figureKey } from "./recorded";
import type { Place } from "../place";
import { bidAt, bidOf, priceAt } from "../place";
import { withheldPrices, withheldVerdicts, withoutChangedRecords } from "./withheld";

/** @returns the same object where there is nothing to settle */
export function effectiveDocument(document: EvaluationDocument): EvaluationDocument {
  const inForce = withoutChangedRecords(document);
  const {
    events: _events,
    clarifications: _clarifications,
    adjustments: _adjustments,
    offers: _offers,
    sessions: _sessions,
    recorded: _recorded,
    ...rest
  } = inForce;
  if (Object.keys(rest).length === Object.keys(document).length) return document;
  const dropped = droppedRequirements(inForce);
  const prices = withheldPrices(document);
  const verdicts = withheldVerdicts(document);
  const fixed = corrections(document);
  const changed = changedSince(document);
  return {
    ...rest,
    requirements: [...requirementsInForce(inForce)],
    bids: rest.bids.map((bid) => ({
      ...withoutPrices(withPrices(bid, fixed), prices),
      answers: withoutVerdicts(without(bid.answers, dropped), verdicts.get(bid.id)),
      scores: withScores(bid, changed),
    })),
  };
}

function without<Value>(
  record: { readonly [id: string]: Value },
  ids: ReadonlySet<string>,
): { readonly [id: string]: Value } {
  if (ids.size === 0) return record;
  return Object.fromEntries(Object.entries(record).filter(([id]) => !ids.has(id)));
}

function withPrices(bid: Bid, fixed: ReturnType<typeof corrections>): Bid {
  const total = fixed.get(priceAt(bid.id));
  const rows = [...fixed.values()].filter(
    ({ bid: of, subject }) => of === bid.id && subject === "price-item",
  );
  const { price, prices, ...rest } = bid;
  if (prices === undefined)
    return { ...rest, ...(total ? { price: total.new } : price === undefined ? {} : { price }) };
  return {
    ...rest,
    prices: { ...prices, ...Object.fromEntries(rows.map((each) => [each.of ?? "", each.new])) },
  };
}

/** A bid with a price that differs from its record is left without prices: a blank row can be one. */
function withoutPrices(bid: Bid, withheld: ReadonlyMap<Place, unknown>): Bid {
  if (withheld.size === 0) return bid;
  const { price, prices, ...rest } = bid;
  if (prices === undefined)
    return price === undefined || withheld.has(priceAt(bid.id)) ? rest : { ...rest, price };
  const isWithheld = [...withheld.keys()].some(
    (place) => bidOf(place) === bid.id && place !== bidAt(bid.id, "statedTotal"),
  );
  return isWithheld ? { ...rest, prices: {} } : bid;
}

/** Answers without the verdicts that differ from their record. */
function withoutVerdicts(
  answers: Bid["answers"],
  withheld: ReadonlySet<string> | undefined,
): Bid["answers"] {
  if (withheld === undefined) return answers;
  return Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => {
      if (!withheld.has(id)) return [id, answer];
      const { verdict: _verdict, secondVerdict: _second, ...rest } = answer;
      return [id, Object.keys(rest).length > 0 ? rest : { answer: null }];
    }),
  );
}

function withScores(
  { id: bid, scores }: Bid,
  changed: ReturnType<typeof changedSince>,
): { [id: string]: Score } {
  if (changed.size === 0) return scores;
  return Object.fromEntries(
    Object.keys(scores).map((criterion) => {
      const { value, assessments, ...score } = own(scores, criterion) ?? {};
      const kept = assessments?.map(({ value: figure, ...each }) => ({
        ...each,
        ...(figure === undefined ||
        changed.has(figureKey({ bid, criterion, evaluator: each.evaluator }))
          ? {}
          : { value: figure }),
      }));
      return [
        criterion,
        {
          ...score,
          ...(value === undefined || changed.has(figureKey({ bid, criterion })) ? {} : { value }),
          ...(kept ? { assessments: kept } : {}),
        },
      ];
    }),
  );
}
