/** The help that each kind of field has, by the name it is drawn by; in both languages. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import type { HelpName } from "../../src/taskpane/help-names";
import { helpTextOf } from "../../src/taskpane/help-names";
import type { HelpWords } from "../../src/words/help-shape";
import { help as en } from "../../src/words/en/help";
import { help as sv } from "../../src/words/sv/help";

// prettier-ignore
const names: readonly (readonly [name: HelpName, found: (help: HelpWords) => unknown])[] = [
  ["step model",                       (help) => help.steps.model],
  ["model.ties[0]",                    (help) => help.model["ties[]"]],
  ["model.method.price.scale.type",    (help) => help.model["method.price.scale.type"]],
  ["add-bid.name",                     (help) => help.acts["add-bid"].name],
  ["anchor.reply",                     (help) => help.acts.anchor.reply],
  ["row prices P1.2.name",             (help) => help.rows.prices.name],
  ["row prices .tier.upTo",            (help) => help.rows.prices["tier.upTo"]],
  ["row prices P1.quantities.M1.upTo", (help) => help.rows.prices.quantities],
  ["row indexes I1.values.3.year",     (help) => help.rows.indexes["values.year"]],
  ["row contractPeriods T1.to",        (help) => help.rows.contractPeriods.to],
  ["changes scores.reason",            (help) => help.fields["changes.reason"]],
  ["check.note A K1.2",                (help) => help.fields["check.note"]],
  ["agreed.rationale A U1.2",          (help) => help.fields["agreed.rationale"]],
  ["import.price bid one.xlsx P1",     (help) => help.fields["import.price"]],
  ["open file",                        (help) => help.fields["open file"]],
];

test.each(names)("%s", (name, found) => {
  for (const help of [sv, en]) {
    const text = found(help);
    expect(text).toBeDefined();
    expect(helpTextOf(help, name)).toBe(text);
  }
});

test.each(["model.of-another-version", "row prices P1.colour"] as const)(
  "%s, which has no help, is said to have none",
  (name) => expect(helpTextOf(sv, name)).toBeUndefined(),
);

test("every text of both languages is a sentence or an example, and the glossaries are in order", () => {
  const texts = (value: unknown): string[] =>
    typeof value === "string" ? [value] : Object.values(value as object).flatMap(texts);
  for (const [language, { glossary, ...help }] of [
    ["sv", sv],
    ["en", en],
  ] as const) {
    expect(texts(help).filter((each) => each.trim() === "")).toEqual([]);
    const terms = glossary.map(([term]) => term);
    expect(terms).toEqual([...terms].sort(new Intl.Collator(language).compare));
    expect(glossary.filter(([, meaning]) => !meaning.endsWith("."))).toEqual([]);
  }
});

test("the help page lists the keys as the pane does, in both languages", () => {
  const file = join(__dirname, "../../src/taskpane/help.html");
  const { document } = new JSDOM(readFileSync(file, "utf8")).window;
  const listed = [...document.querySelectorAll("dl.glossary")].map((list) =>
    [...list.querySelectorAll("dt")].map((term) => [
      term.textContent,
      term.nextElementSibling?.textContent,
    ]),
  );
  expect(listed).toEqual([Object.values(sv.keys), Object.values(en.keys)]);
});
