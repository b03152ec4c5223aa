/** A place as a person reads it: sheet, row and column by their own names, never by a key. */
import { spotText } from "../../src/words/sentences";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";

// prettier-ignore
test.each([
  ["a price row's quantity",      { table: "prices", row: "P1", column: "quantity", name: "Licens" }, "Pris, rad P1 (Licens), Mängd",  "Prices, row P1 (Licens), Quantity"],
  ["a row of the model's form",   { table: "model", row: "winners", column: "value" },                "Modell, Antal vinnare", "Model, Number of winners"],
  ["one step of the tie chain",   { table: "model", row: "ties[1]", column: "value" },                "Modell, Särskiljning",          "Model, Tie rule"],
  ["the whole tie chain",         { table: "model", row: "ties", column: "value" },                   "Modell, Särskiljning",          "Model, Tie rule"],
])("%s", (_, spot, swedish, english) => {
  expect([spotText(spot, sv), spotText(spot, en)]).toEqual([swedish, english]);
});
