/** Answers as people give them: what is read, with what reference or level, and what is asked about. */
import { ChoiceList, readChoice, readFigure } from "../../src/sheet/choice-cells";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";

const references = [sv.cells.references, en.cells.references];
const answers = new ChoiceList([sv.answers, en.answers]);
const flags = new ChoiceList([sv.flags, en.flags]);

test.each<[text: string, read: string]>(
  // prettier-ignore
  [
  ["Ja ",                              "yes"],
  ["Ja\u00a0",                         "yes"],
  ["Ja, se bilaga 3",                  "yes | se bilaga 3"],
  ["JA – se bilaga 3, s. 14",          "yes | se bilaga 3, s. 14"],
  ["Ja (se bilaga 3)",                 "yes | se bilaga 3"],
  ["Ja. Se avsnitt 4.2 och 4.3",       "yes | Se avsnitt 4.2 och 4.3"],
  ["Nej, se Bilaga_3.pdf",             "no | se Bilaga_3.pdf"],
  ["Yes, see appendix B",              "yes | see appendix B"],
  ["x",                                "asked"],
  ["Ja, men inte K7",                  "asked"],
  ["Nej, delvis",                      "asked"],
  ["Ja, delvis",                       "asked"],
  ["Ja, se reservation i bilaga 3",    "asked"],
  ["Ja, se bilaga 3 för undantag",     "asked"],
  ["Ja, men se bilaga 3",              "asked"],
  ["Ja?",                              "asked"],
  ["se bilaga 3",                      "asked"],
  ["Ja, se",                           "asked"],
  ["J\u0430, se bilaga 3",             "asked"],
  ["Ja/Nej",                           "asked"],
  ["Ej tillämpligt",                   "asked"],
  ],
)("%s", (value, expected) => {
  const read = readChoice({ kind: "text", value }, answers, references);
  const said = read.problem ? "asked" : [read.value, read.reference].filter(Boolean).join(" | ");
  expect(said).toBe(expected);
});

const levels = [
  { value: "0", label: "Dålig" },
  { value: "2", label: "God: de flesta behov är mötta" },
  { value: "4", label: "Mycket god: alla behov är mötta" },
  { value: "4.5", label: "Utmärkt" },
];

test.each<[text: string, read: string]>(
  // prettier-ignore
  [
  ["4",                                    "4"],
  ["4 – Mycket god",                       "4"],
  ["4 - mycket god",                       "4"],
  ["4: Mycket god",                        "4"],
  ["4 (Mycket god)",                       "4"],
  ["4,5 – Utmärkt",                        "4.5"],
  ["Mycket god",                           "4"],
  ["Mycket god: alla behov är mötta",      "4"],
  ["4 – God",                              "cell-not-level"],
  ["4 – nästan mycket god",                "cell-not-level"],
  ["4–5",                                  "cell-not-level"],
  ["bra",                                  "cell-not-level"],
  ],
)("a level: %s", (value, expected) => {
  const read = readFigure({ kind: "text", value }, flags, { levels });
  expect(read.problem?.code ?? read.value).toBe(expected);
});

test("the levels are listed where none is meant", () => {
  expect(readFigure({ kind: "text", value: "bra" }, flags, { levels }).problem?.allowed).toEqual([
    "0 – Dålig",
    "2 – God",
    "4 – Mycket god",
    "4,5 – Utmärkt",
  ]);
});

// A level's heading is its text up to the first colon, full stop or semicolon.
test("a level with a heading of more than 40 letters is listed by its value alone", () => {
  const headed = [40, 41].map((length, n) => ({ value: String(n), label: "å".repeat(length) }));
  const { problem } = readFigure({ kind: "text", value: "bra" }, flags, { levels: headed });
  expect(problem?.allowed).toEqual([`0 – ${"å".repeat(40)}`, "1"]);
});
