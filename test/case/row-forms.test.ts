/**
 * The price rows and what they name, typed in forms: what is entered lands in the sheets as if it had
 * been typed there, and what cannot be entered is answered beside its field with nothing written.
 */
import { templateDocument } from "../../src/app/templates/template-document";
import type { RowRequest, RowTable } from "../../src/case/row-answers";
import { prepareRow } from "../../src/case/row-entry";
import { priceFormAnswer, priceRowForm } from "../../src/case/row-forms";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { LooseWorkbook } from "../../src/host/xlsx/browser-workbook";
import { publish } from "../../src/procedure/acts/publish";
import { readWorkbook } from "../../src/sheet/read";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { calculator } from "../calculator";

/** Three municipalities, years with options, two delivery models: rows P1 to P4. */
const joint = templateDocument("joint", sv);
const priced: EvaluationDocument = {
  ...joint,
  model: {
    ...joint.model,
    indexes: [{ id: "I1", name: "KPI", type: "rate", rate: "2", firstYear: 2 }],
  },
  priceItems: joint.priceItems.map((item) =>
    item.id === "P3"
      ? { ...item, ceiling: "1400", floor: "0" }
      : item.id === "P2"
        ? { ...item, index: "I1" }
        : item,
  ),
};
const by = { time: "2026-03-02T10:00:00Z", by: "Eva Ek" };

/** The document after the row was entered in its workbook, or what was answered. */
async function entered(value: EvaluationDocument, request: RowRequest) {
  const workbook = LooseWorkbook.ofPages("case.xlsx", writeWorkbook(value, sv), calculator);
  const { amendment, refused } = prepareRow(request, await workbook.read(), [sv, en]);
  if (amendment) await workbook.amend(amendment);
  const reading = await workbook.read();
  return { refused, reading, document: readWorkbook(reading, [sv, en]).document };
}

const row =
  (id: string) =>
  ({ priceItems }: EvaluationDocument) =>
    priceItems.find((item) => item.id === id);
const named =
  (table: Exclude<RowTable, "prices" | "criteria">, id: string) =>
  ({ model }: EvaluationDocument) =>
    model[table]?.find((each) => each.id === id);

// prettier-ignore
test.each<[string, RowTable, string, { [column: string]: string }, (value: EvaluationDocument) => unknown, unknown]>([
  ["a quantity as people write it",     "prices",          "P3", { quantity: "1 200,50" },                                                    row("P3"), { quantity: "1200.50", ceiling: "1400" }],
  ["a limit that is taken away",        "prices",          "P3", { ceiling: "" },                                                             row("P3"), { floor: "0" }],
  ["one municipality's quantity",       "prices",          "P3", { "quantities.K1": "151", quantity: "301" },                                 row("P3"), { quantity: "301", quantities: { K1: "151", K2: "100", K3: "50" } }],
  ["a word as the reader's language",   "prices",          "P1", { category: "Training", required: "No" },                                   row("P1"), { category: "training", required: false }],
  ["a row of its own",                  "prices",          "",   { id: "P5", name: "Utbildning", category: "Utbildning", unit: "dag", quantity: "4", index: "I1", "years.from": "1", "years.to": "2" },
                                                                                                                                                row("P5"), { id: "P5", name: "Utbildning", category: "training", unit: "dag", quantity: "4", index: "I1", years: { from: 1, to: 2 } }],
  ["a fourth municipality",             "authorities",     "",   { id: "K4", name: "Fjärde kommunen" },                                         named("authorities", "K4"), { id: "K4", name: "Fjärde kommunen" }],
  ["its inhabitants",                   "authorities",     "K2", { inhabitants: "8 250" },                                                    named("authorities", "K2"), { id: "K2", inhabitants: "8250" }],
  ["a row bought by inhabitant",        "prices",          "P2", { per: "Invånare", quantity: "1", "quantities.K1": "", "quantities.K2": "", "quantities.K3": "" }, row("P2"), { per: "inhabitant", quantity: "1" }],
  ["an option year outside the price",  "contractPeriods", "O2", { to: "9", name: "Option 2 och 3" },                                           named("contractPeriods", "O2"), { id: "O2", name: "Option 2 och 3", from: 7, to: 9, counted: false }],
  ["an index with its values at once",  "indexes",         "",   { id: "I2", name: "AKI", type: "Publicerade värden", base: "100", "values.0.year": "2", "values.0.value": "103,5" },
                                                                                                                                                named("indexes", "I2"), { id: "I2", name: "AKI", type: "values", base: "100", values: [{ year: 2, value: "103.5" }] }],
])("%s", async (_, table, id, texts, seen, wanted) => {
  const { document, refused } = await entered(priced, { table, id, texts });
  expect(refused).toBeUndefined();
  expect(document && seen(document)).toMatchObject(wanted as object);
  expect(document?.bids).toEqual(priced.bids);
});

test("a limit that is taken away is gone, and not nought", async () => {
  const { document } = await entered(priced, {
    table: "prices",
    id: "P3",
    texts: { ceiling: " " },
  });
  expect(document && row("P3")(document)).not.toHaveProperty("ceiling");
});

test("the first delivery model brings the column in which each bid says its own", async () => {
  const headers = async (value: EvaluationDocument, request: RowRequest) =>
    (await entered(value, request)).reading.tables.find(({ sheet }) => sheet === "Anbud")?.headers;
  const monetary = templateDocument("monetary", sv);
  const add = (table: RowTable) => ({ table, id: "", texts: { id: "L1", name: "Tjänst" } });
  expect(await headers(monetary, add("deliveryModels"))).toContain("Leveransform");
  expect(await headers(monetary, add("authorities"))).not.toContain("Leveransform");
});

const published = publish(priced, by).document ?? priced;
// prettier-ignore
test.each<[string, EvaluationDocument, RowRequest, string[], RegExp]>([
  ["words in a number",             priced,    { table: "prices",  id: "P3", texts: { quantity: "trehundra" } },                          ["quantity"],                      /^$/],
  ["an index that is not there",    priced,    { table: "prices",  id: "P2", texts: { index: "I9" } },                                    ["index"],                         /^$/],
  ["an id that another row has",    priced,    { table: "prices",  id: "",   texts: { id: "P1", name: "x", category: "Annat", unit: "st", quantity: "1" } }, ["id"],           /^$/],
  ["a new row with half of it",     priced,    { table: "prices",  id: "",   texts: { id: "P5", name: "Utbildning", unit: "dag" } },      ["category", "quantity"],          /^$/],
  ["a price by year without its kind", priced, { table: "prices", id: "",  texts: { id: "P5", name: "Beredskap", unit: "säsong", quantity: "1", "years.from": "1", "years.to": "3", byYear: "Ja" } }, ["category"], /^$/],
  ["values without their year",     priced,    { table: "indexes", id: "",   texts: { id: "I2", name: "AKI", type: "Publicerade värden", base: "100", "values.0.value": "103" } }, ["values.0.year"], /^$/],
  ["years that run backwards",      priced,    { table: "contractPeriods", id: "O1", texts: { to: "4" } },                                ["to"],                            /^$/],
  ["anything, once it is published", published, { table: "prices", id: "P3", texts: { quantity: "1" } },                                  [],                                /publicerades 2026-03-02 .* av Eva Ek/],
])("%s is answered where it was typed, and nothing is written", async (_, value, request, columns, why) => {
  const { document, refused } = await entered(value, request);
  expect(refused?.problems.map(({ column }) => column).sort()).toEqual(columns);
  expect(refused?.why).toMatch(why);
  expect(document).toEqual(value);
});

test("what a price by year lacks is told once, by the id that was typed", async () => {
  const texts = { id: "P5", name: "Beredskap", unit: "säsong", quantity: "1", byYear: "Ja" };
  const { refused } = await entered(priced, {
    table: "prices",
    id: "",
    texts: { ...texts, "years.from": "1", "years.to": "3" },
  });
  expect(refused?.problems.map(({ text }) => text)).toEqual([
    "Pris, rad Beredskap (P5), Slag: värdet saknas. Fyll i det.",
  ]);
});

test("the form has the common fields first, words as choices, and only what the model can name", () => {
  const form = (value: EvaluationDocument, id: string) =>
    priceRowForm("prices", id, { document: value, words: sv });
  const [common, ...others] = form(priced, "P2").groups;
  expect(common?.fields.map(({ label, value }) => [label, value])).toEqual([
    ["Prisrad", "Licens per invånare"],
    ["Slag", "Licens eller abonnemang"],
    ["Enhet", "per invånare och år"],
    ["Mängd", "25 000"],
    ["Från år", "1"],
    ["Till och med år", "8"],
    ["Pris per år", ""],
  ]);
  expect(
    others.flatMap(({ fields }) => fields).find(({ column }) => column === "index"),
  ).toMatchObject({
    kind: "choice",
    options: [{ code: "I1", word: "KPI (I1)" }],
  });
  const plain = { ...templateDocument("monetary", sv) };
  const columns = form(plain, "").groups.flatMap(({ fields }) =>
    fields.map(({ column }) => column),
  );
  expect(columns).toEqual(expect.not.arrayContaining(["index", "authority", "deliveryModels"]));
  expect(
    form(plain, "")
      .groups.flatMap(({ fields }) => fields)
      .find(({ column }) => column === "id")?.value,
  ).toBe("P3");
});

test("each row is one line, with its years, how often it is counted and whether it counts", () => {
  const linesOf = (value: EvaluationDocument) =>
    priceFormAnswer(value, sv).lists.flatMap(({ rows }) => rows.map(({ text }) => text));
  expect(linesOf(templateDocument("monetary", sv))).toContain(
    "Licens per månad · 12 per månad · 4 perioder",
  );
  expect(linesOf(priced)).toEqual(
    expect.arrayContaining([
      "Licens per invånare · 25 000 per invånare och år · år 1–8",
      "Option 2 · år 7–8 · räknas inte",
      "Grannkommunen",
    ]),
  );
});
