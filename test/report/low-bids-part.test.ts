/** What a report says of low bids where nothing is recorded: never that someone has looked. */
import { evaluate } from "../../src/core/evaluate";
import { noMasks } from "../../src/core/secrecy/masks";
import { lowBidsPart } from "../../src/report/parts/records";
import { sv } from "../../src/words/sv/words";
import { document } from "../small";

const plain = document({ bids: [{ id: "A", price: "480000" }] });

// prettier-ignore
test.each([
  ["no limit is stated",             plain,                                                                              "Ingen gräns för granskning av låga anbud är angiven, och inget är antecknat om att anbuden har granskats."],
  ["a limit, and no record",         { ...plain, procurement: { ...plain.procurement, lowBids: { belowMedian: "30" } } }, "En gräns för granskning av låga anbud är angiven. Inget är antecknat om något anbud."],
])("%s", (_, value, sentence) => {
  const blocks = lowBidsPart({ evaluation: evaluate(value), secrets: noMasks, words: sv });
  expect(blocks).toEqual([{ kind: "text", text: sentence }]);
});
