/**
 * The award file in the pane: the checklist's rows as they stand, the number that remain, and
 * whether the model is the one that was published.
 */
import { assessWorkbook } from "../../src/app/assess";
import type { SectionAnswer } from "../../src/case/answers";
import { awardAnswer } from "../../src/case/award";
import type { DoubleChecked } from "../../src/case/review-checks";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { partsText, publishedFingerprint, publishedRecords } from "../../src/journal/published";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import { agreed, panel } from "../scoring/panel";

const whole = panel({ A: agreed("A", "2", "2", "2"), B: agreed("B", "1", "1", "1") });
const published: EvaluationDocument = {
  ...whole,
  events: [
    {
      type: "published",
      time: "2026-02-01T10:00:00Z",
      by: "Eva Ek",
      new: partsText(whole),
      fingerprint: publishedFingerprint(whole),
    },
  ],
  published: publishedRecords(whole),
};

/** A checklist of the pane, "Upphandlingsdokumenten" or "Utvärderingen". */
async function checklist(
  title: string,
  value: EvaluationDocument,
  doubleCheck?: DoubleChecked["doubleCheck"],
): Promise<SectionAnswer> {
  const found = assessWorkbook(await new MemoryWorkbook(writeWorkbook(value, sv)).read(), sv, [sv]);
  if (!found.document) throw new Error(JSON.stringify(found.findings));
  const checked = doubleCheck && {
    doubleCheck,
    selfChecks: { passed: 1, of: 1, failed: [] },
  };
  const section = awardAnswer(found, checked, sv).sections.find((each) => each.title === title);
  if (!section) throw new Error(`no list ${title}`);
  return section;
}

const said = ({ rows }: SectionAnswer, item: string) =>
  rows.find(([question]) => question?.text === sv.checklist[item]?.text)?.[1]?.text;

// prettier-ignore
test.each<[string, EvaluationDocument, string]>([
  ["never published",     whole,     "Ingen uppgift"],
  ["as it was published", published, "Ja"],
  ["a worth changed",     { ...published, criteria: whole.criteria.map((each) => ({ ...each, deduction: "2000" })) }, "Nej"],
])("the model is unchanged, %s", async (_, value, answer) => {
  expect(said(await checklist("Utvärderingen", value), "model-unchanged")).toBe(answer);
});

// prettier-ignore
test.each<[string, DoubleChecked["doubleCheck"] | undefined, string]>([
  ["not computed twice",    undefined,            "Ingen uppgift"],
  ["nothing to compare",    { equal: 0, of: 0 },  "Ingen uppgift"],
  ["all figures equal",     { equal: 9, of: 9 },  "Ja"],
  ["one figure differs",    { equal: 8, of: 9 },  "Nej"],
])("the figures are checked, %s", async (_, doubleCheck, answer) => {
  expect(said(await checklist("Utvärderingen", whole, doubleCheck), "figures-checked")).toBe(answer);
});

/** Rows that say "Nej", or that neither the file nor a person has answered. */
const remaining = ({ rows }: SectionAnswer) =>
  rows.filter(([, known, answer]) => {
    const answers = [known?.text ?? "", answer?.text ?? ""];
    return answers.includes("Nej") || (answers[0] === "Ingen uppgift" && answers[1] === "");
  }).length;

test.each(["Upphandlingsdokumenten", "Utvärderingen"])(
  "%s: says how many of its rows remain, which an answer makes one fewer",
  async (title) => {
    const before = await checklist(title, whole);
    const count = remaining(before);
    expect(count).toBeGreaterThan(1);
    expect(count).toBeLessThan(before.rows.length);
    expect(before.note).toBe(`${count} frågor återstår att besvara eller åtgärda.`);
    const open = before.rows.findIndex(([, known]) => known?.text === "Ingen uppgift");
    const item = Object.keys(sv.checklist).find(
      (each) => sv.checklist[each]?.text === before.rows[open]?.[0]?.text,
    );
    const after = await checklist(title, {
      ...whole,
      checklist: [{ item: item ?? "", answer: "yes", responsible: "Eva Ek" }],
    });
    expect(after.note).toBe(`${count - 1} frågor återstår att besvara eller åtgärda.`);
  },
);
