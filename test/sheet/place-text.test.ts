/** A place of the document as a person finds it in the workbook: sheet, row as people count, column. */
import { documentPlaceText } from "../../src/sheet/place-text";
import { sv } from "../../src/words/sv/words";

// prettier-ignore
test.each([
  ["the first low bid",                 "lowBids[0].decision",                  "LågaAnbud, rad 1, Beslut"],
  ["the first adjusted requirement",    "adjustments[0].text",                  "Kravjusteringar, rad 1, Ny lydelse"],
  ["the tenth dispatch",                "dispatches[9].sentAt",                 "Utskick, rad 10, Skickat"],
  ["the first drawing of lots",         "lotteries[0].order",                   "Lottning, rad 1, Dragen ordning"],
  ["the second earlier price",          "offers[1].price",                      "TidigarePriser, rad 2, Pris"],
  ["the first event",                   "events[0].fingerprint",                "Händelser, rad 1, Fingeravtryck"],
  ["the first consultant of a bid",     "bids[2].scores[U1].value[0]",          "Konsulter, rad 2 · U1 · 1, Poäng"],
  ["the first test person's answer",    "bids[A].scores[U1].value[0][1]",       "Enkät, rad A · U1 · 1, F2"],
  ["a row with an id that is a number", "decisions[0].awarded",                 "Beslut, rad 0, Tilldelade anbud"],
  ["a bid with an id that is a number", "bids[0].bidder",                       "Anbud, rad 0, Anbudsgivare"],
  ["a whole list of the document",      "requirements",                         "Krav"],
  ["a part of no sheet",                "format",                               "format"],
])("%s", (_, place, text) => {
  expect(documentPlaceText(place, sv)).toBe(text);
});
