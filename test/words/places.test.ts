/** A place as a person reads it: sheet, row and column by their own names, never by a key. */
import { publishedPlaceText, spotText } from "../../src/words/place-text";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";

// prettier-ignore
test.each([
  ["a price row's quantity",      { table: "prices", row: "P1", column: "quantity", name: "Licens" }, "Pris, rad Licens (P1), Mängd",  "Prices, row Licens (P1), Quantity"],
  ["a row of the model's form",   { table: "model", row: "winners", column: "value" },                "Modell, Antal vinnare", "Model, Number of winners"],
  ["one step of the tie chain",   { table: "model", row: "ties[1]", column: "value" },                "Modell, Särskiljning",          "Model, Tie rule"],
  ["the whole tie chain",         { table: "model", row: "ties", column: "value" },                   "Modell, Särskiljning",          "Model, Tie rule"],
])("%s", (_, spot, swedish, english) => {
  expect([spotText(spot, sv), spotText(spot, en)]).toEqual([swedish, english]);
});

// prettier-ignore
test.each([
  ["a deduction",                  "criteria[M1].deduction",                           "Kriterier, rad M1, Avdrag kr"],
  ["of a criterion under another", "criteria[G].children[U1].weight",                  "Kriterier, rad U1, Vikt %"],
  ["the words of a level",         "criteria[U1].scale.levels[0].label",               "Skalor, rad U1 · 1, Beskrivning"],
  ["a whole criterion",            "criteria[M1]",                                     "Kriterier, rad M1"],
  ["the order of the criteria",    "criteria",                                         "Kriterier"],
  ["a requirement's words",        "requirements[K1].text",                            "Krav, rad K1, Krav"],
  ["a negotiable one's words",     "negotiable[K2].text",                              "Krav, rad K2, Krav"],
  ["a quantity",                   "priceItems[P1].quantity",                          "Pris, rad P1, Mängd"],
  ["a field of the model",         "model.winners",                                    "Modell, Antal vinnare"],
  ["a step of the tie chain",      "model.ties[1]",                                    "Modell, Särskiljning"],
])("%s that differs from what was published is reported by sheet, row and column", (_, place, swedish) => {
  expect(publishedPlaceText(place, sv)).toBe(swedish);
});
