/**
 * Recording the prices as they came, where they stand with the bids and not in a file of their own.
 * From then on a price that is typed over does not count. It changes no price.
 */
import type { EvaluationDocument } from "../../core/document/schema";
import { arePricesSealed } from "../../core/document/sealed-prices";
import { finding } from "../../core/finding";
import { recordOf } from "../../core/document/unrecorded-changes";
import { fingerprint } from "../../journal/fingerprint";
import { recordParts } from "../../journal/recorded-content";
import type { Signature } from "../../scoring/record-scores";
import { pricesKnown, withEvents } from "../../scoring/record-scores";
import { pricesOf } from "../price-file";
import type { Acted } from "./act";
import { act } from "./act";

export function recordPrices(document: EvaluationDocument, by: Signature): Acted {
  const earlier = recordOf(document).closed.get("prices");
  if (earlier)
    return {
      refused: [
        finding("prices-opened-already", "blocking", "bids", {
          time: earlier.time,
          by: earlier.by,
        }),
      ],
    };
  if (arePricesSealed(document))
    return { refused: [finding("quality-not-fixed", "blocking", "bids")] };
  if (!pricesKnown(document)) return { refused: [finding("no-prices", "blocking", "bids")] };
  const opened = recordParts(document, ["prices"]);
  return {
    document: withEvents(opened.document, [
      {
        type: "prices-opened",
        ...by,
        ...opened.event,
        fingerprint: fingerprint({ bids: document.bids.map(pricesOf) }),
      },
    ]),
  };
}

/** Whether prices stand with the bids and are read; kept apart, they are once quality is fixed. */
function canBeRecorded(document: EvaluationDocument): boolean {
  if (document.procurement.prices !== "sealed") return pricesKnown(document);
  return (
    !arePricesSealed(document) &&
    !recordOf(document).closed.has("prices") &&
    document.bids.some(({ price, prices = {} }) => price ?? Object.keys(prices)[0])
  );
}

export const recordPricesAct = act({
  name: "record-prices",
  phase: "checks",
  recordsWhatStands: true,
  takes: {},
  isFinal: true,
  // Prices in a file of their own are opened by another act.
  doneBy: (document) =>
    document.procurement.prices === "sealed" ? undefined : recordOf(document).closed.get("prices"),
  isOffered: ({ document }) => canBeRecorded(document),
  perform: ({ document }, _, by) => recordPrices(document, by),
  tell: (_, words) => words.eventTypes["prices-opened"],
});
