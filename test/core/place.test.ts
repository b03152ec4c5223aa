/** Places: made by ids, and read back into their parts. */
import {
  answerAt,
  assessmentAt,
  awardAt,
  bandAt,
  bidAt,
  bidOf,
  criterionAt,
  eventAt,
  isAboutModel,
  keyOfBid,
  levelAt,
  modelAt,
  ofInnermostCriterion,
  partsOf,
  priceAt,
  priceBandAt,
  rootOf,
  scoreAt,
} from "../../src/core/place";

// prettier-ignore
test.each([
  [bidAt("A"),                                 "bids[A]"],
  [bidAt("A", "bidder"),                       "bids[A].bidder"],
  [priceAt("A"),                               "bids[A].price"],
  [priceAt("A", "P1"),                         "bids[A].prices[P1]"],
  [answerAt("A", "K1"),                        "bids[A].answers[K1]"],
  [answerAt("A", "K1", "verdict"),             "bids[A].answers[K1].verdict"],
  [scoreAt("A", "U1"),                         "bids[A].scores[U1]"],
  [scoreAt("A", "U1", "value"),                "bids[A].scores[U1].value"],
  [assessmentAt("A", "U1", "EA", "rationale"), "bids[A].scores[U1].assessments[EA].rationale"],
  [criterionAt("U1"),                          "criteria[U1]"],
  [criterionAt("U1", "scale", "zero"),         "criteria[U1].scale.zero"],
  [levelAt("U1", 2, "value"),                  "criteria[U1].scale.levels[2].value"],
  [bandAt("U1", 0),                            "criteria[U1].bands[0]"],
  [eventAt(12, "new"),                         "events[12].new"],
  [modelAt("method", "price", "weight"),       "model.method.price.weight"],
  [priceBandAt(1, "upTo"),                     "model.method.price.scale.bands[1].upTo"],
  [awardAt("decidedAt"),                       "award.decidedAt"],
])("%s", (made, written) => expect(made).toBe(written));

test("a place is read into its keys, with the id of each row", () => {
  expect(partsOf("bids[A.1].scores[U1].value")).toEqual([
    { key: "bids", id: "A.1" },
    { key: "scores", id: "U1" },
    { key: "value" },
  ]);
  expect([partsOf(""), partsOf("model.ties")]).toEqual([[], [{ key: "model" }, { key: "ties" }]]);
});

// prettier-ignore
test.each([
  ["bids[A].price",                  "bids",     "A",       false],
  ["bids",                           "bids",     undefined, false],
  ["criteria[U1].weight",            "criteria", undefined, true],
  ["model.method.type",              "model",    undefined, true],
  ["",                               "",         undefined, false],
])("%s is in %s, of bid %s, about the model: %s", (place, root, bid, isModel) => {
  expect([rootOf(place), bidOf(place), isAboutModel(place)]).toEqual([root, bid, isModel]);
});

// prettier-ignore
test.each([
  ["bids[A]",                        undefined],
  ["bids[A].price",                  "price"],
  ["bids[A.1].prices[P1]",           "prices"],
  ["bids[A].answers[K1].verdict",    "answers"],
  ["criteria[U1].weight",            undefined],
])("%s is in the bid's key %s", (place, key) => expect(keyOfBid(place)).toBe(key));

test("a criterion in the forest is named by its own id", () => {
  expect(ofInnermostCriterion("criteria[U].children[U1].children[U12].weight")).toBe(
    "criteria[U12].weight",
  );
  expect(ofInnermostCriterion("criteria[U].weight")).toBe("criteria[U].weight");
});
