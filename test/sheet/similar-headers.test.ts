/** How like one header is another: a slip, one inside the other, one stem, or nothing. */
import { likeness } from "../../src/sheet/similar-headers";

const none = new Set<string>();

// prettier-ignore
test.each([
  ["Totalpris",           "Totalpris",        "slip"],
  ["Totlapris",           "Totalpris",        "slip"],
  ["Totalprs",            "Totalpris",        "slip"],
  ["Total pris",          "Totalpris",        "slip"],
  ["Toaltpirs",           "Totalpris",        undefined],
  ["Indx",                "Index",            "slip"],
  ["Inx",                 "Index",            undefined],
  ["Åt",                  "År",               undefined],
  ["Index (serie)",       "Index",            "contained"],
  ["Lägsta",              "Lägsta pris",      "contained"],
  ["Medräknad",           "Räknas",           "stem"],
  ["Startår",             "Från år",          "stem"],
  ["Anteckning",          "Index",            undefined],
  ["",                    "Index",            undefined],
  ["–",                   "Index",            undefined],
])("%j beside %j: %s", (seen, known, expected) => {
  expect(likeness(seen, known, none)).toBe(expected);
});

test("a word that every table's header has tells nothing", () => {
  expect(likeness("Pris i fjol", "Pris", none)).toBe("contained");
  expect(likeness("Pris i fjol", "Pris", new Set(["pris"]))).toBeUndefined();
});
