/**
 * Evaluators are added by name: each gets the next free initials, nobody is added twice unseen, and the
 * sheets of a panel have their rows at once.
 */
import type { EvaluationDocument } from "../../../src/core/document/schema";
import { MemoryWorkbook } from "../../../src/host/memory-workbook";
import type { Subject } from "../../../src/procedure/acts/act";
import { addEvaluatorAct } from "../../../src/procedure/acts/add-evaluator";
import { amendment } from "../../../src/sheet/amend";
import { readWorkbook } from "../../../src/sheet/read";
import { writeWorkbook } from "../../../src/sheet/write";
import { sv } from "../../../src/words/sv/words";
import { document as evaluationOf, monetary } from "../../small";

const signed = { time: "2026-03-02T10:00:00Z", by: "Eva Ek" };

const panel: EvaluationDocument = {
  ...evaluationOf({
    criteria: [{ ...monetary("M", { deduction: "100" }), panel: "consensus" }],
    bids: [
      { id: "A", price: "1000" },
      { id: "B", price: "900" },
    ],
  }),
  evaluators: [{ id: "EE", name: "Eva Ek" }],
};

const added = (name: string, id = "", document = panel) =>
  addEvaluatorAct.perform({ document } as Subject, { name, id }, signed);

// prettier-ignore
test.each([
  ["one name a line",                             "Karim Holm\r\nLena Sol\n",        "KH LS"],
  ["semicolons between",                          "Karim Holm; Lena Sol",            "KH LS"],
  ["every name of a double one",                  "Anna-Karin af Berg",              "AKAB"],
  ["initials that someone has get a number",      "Erik Ebb\nEli Ed",                "EE2 EE3"],
  ["Å, Ä and Ö are letters of their own",         "Åsa Öberg",                       "ÅÖ"],
  ["a mark that no id has is left out",           "Édith Ünsal",                     "EU"],
  ["letters that no id has",                      "Ольга Иванова\n山田",             "E E2"],
  ["a very long name",                            "A B C D E F G H I J",             "ABCDEFGH"],
])("ids: %s", (_, name, ids) => {
  expect(added(name).document?.evaluators.slice(1).map(({ id }) => id).join(" ")).toBe(ids);
});

// prettier-ignore
test.each([
  ["nobody",                              " ;\n ",                  "",   "evaluator-missing"],
  ["someone who is there already",        "eva  ek",                "",   "evaluator-listed"],
  ["the same name on two lines",          "Lena Sol\nLena Sol",     "",   "evaluator-listed"],
  ["an id that someone has",              "Erik Ebb",               "ee", "evaluator-id-taken"],
  ["one id for two people",               "Erik Ebb\nLena Sol",     "X",  "evaluators-share-id"],
])("refused: %s", (_, name, id, code) => {
  expect(added(name, id).refused?.map((each) => each.code)).toEqual([code]);
});

test("another person of the same name is added with an id of her own", () => {
  expect(added("Eva Ek", "EEk").document?.evaluators.slice(1)).toEqual([
    { id: "EEk", name: "Eva Ek" },
  ]);
});

test("what is typed is shown with the ids that it would get", () => {
  const { name } = addEvaluatorAct.takes;
  const lines = name?.kind === "text" ? name.becomes?.("Erik Ebb\nLena Sol", panel, sv) : [];
  expect(lines).toEqual(["Erik Ebb (EE2)", "Lena Sol (LS)"]);
});

test("the workbook reads as the document does, with a row for each bid that the panel scores", async () => {
  const workbook = new MemoryWorkbook(writeWorkbook(panel, sv));
  const { document: before, places } = readWorkbook(await workbook.read(), [sv]);
  if (!before) throw new Error("unreadable");
  const { document: after } = added("Karim Holm\nLena Sol", "", before);
  if (!after) throw new Error("refused");
  const { appended, entries, pages, columns } = amendment(before, after, places, sv);
  expect([entries, pages, columns]).toEqual([[], [], []]);
  expect(appended.map(({ table, rows }) => [table, rows.length])).toEqual([
    ["Mervarde_evaluators", 2],
    ["Mervarde_assessments", 4],
  ]);
});
