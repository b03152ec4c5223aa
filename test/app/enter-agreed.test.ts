/**
 * Agreed scores entered by a moderator: what stands in the workbook afterwards, and what is refused
 * because the scale does not have it or because someone else was there first.
 */
import type { AgreedEntry, UnanimousEntry } from "../../src/app/enter-agreed";
import { enterAgreed, enterUnanimous } from "../../src/app/enter-agreed";
import type { JudgementEntered } from "../../src/app/enter-judgement";
import type { EvaluationDocument, Score } from "../../src/core/document/schema";
import { LooseWorkbook } from "../../src/host/xlsx/browser-workbook";
import { readWorkbook } from "../../src/sheet/read";
import type { WorkbookReading } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { calculator } from "../calculator";
import { agreed, panel, scenario } from "../scoring/panel";
import { monetary } from "../small";

/** Both evaluators gave A a 2; of B one gave a 3 and the other a 1. */
const scored = panel(
  { A: agreed("A", undefined, "2", "2.0"), B: agreed("B", undefined, "3", "1") },
  { criteria: [scenario("S1"), monetary("M"), monetary("JN", { scale: { type: "yes-no" } })] },
);
const blank = { value: "", rationale: "", reference: "" };
const ofB: AgreedEntry = {
  bid: "B",
  criterion: "S1",
  seen: blank,
  value: "2",
  rationale: " Klarade två av tre. ",
  reference: "",
};
const unanimous: UnanimousEntry = {
  shown: [{ bid: "A", criterion: "S1", value: "2" }],
  withReasons: false,
};

/** A workbook in which one entry after the other is made; a refusal is given as its codes. */
class Sheets {
  private readonly workbook: LooseWorkbook;

  constructor(value: EvaluationDocument = scored) {
    this.workbook = LooseWorkbook.ofPages("", writeWorkbook(value, sv), calculator);
  }

  agreed(more: Partial<AgreedEntry>): Promise<readonly string[]> {
    return this.write((reading) => enterAgreed(reading, { ...ofB, ...more }, [sv, en]));
  }

  unanimous(more: Partial<UnanimousEntry>): Promise<readonly string[]> {
    return this.write((reading) => enterUnanimous(reading, { ...unanimous, ...more }, [sv, en]));
  }

  async score(bid: string, criterion = "S1"): Promise<Partial<Score>> {
    const { document } = readWorkbook(await this.workbook.read(), [sv]);
    const { assessments: _own, ...score } =
      document?.bids.find((each) => each.id === bid)?.scores[criterion] ?? {};
    return score;
  }

  private async write(enter: (reading: WorkbookReading) => JudgementEntered) {
    const { amendment, refused = [] } = enter(await this.workbook.read());
    if (amendment) await this.workbook.amend(amendment);
    return refused.map(({ code }) => code);
  }
}

test("a level is written with its reason, changed, and taken back to blank cells", async () => {
  const sheets = new Sheets();
  expect(await sheets.agreed({})).toEqual([]);
  const first = { value: "2", rationale: "Klarade två av tre." };
  expect(await sheets.score("B")).toEqual(first);
  const seen = { ...blank, ...first };
  expect(await sheets.agreed({ seen, value: "3", reference: "Demo 00:40" })).toEqual([]);
  const second = { ...first, value: "3", reference: "Demo 00:40" };
  expect(await sheets.score("B")).toEqual(second);
  expect(await sheets.agreed({ seen: second, ...blank, reference: "Demo 00:40" })).toEqual([]);
  expect(await sheets.score("B")).toEqual({ reference: "Demo 00:40" });
});

// prettier-ignore
test.each<[string, string, string, string | undefined, readonly string[]]>([
  ["a decimal with a comma",           "M",  "3,5",  "3.5",     []],
  ["a word for yes",                   "JN", "Ja",   "yes",     []],
  ["no level of the scale",            "S1", "7",    undefined, ["agreed-not-level"]],
  ["above the scale",                  "M",  "5,5",  undefined, ["agreed-outside-scale"]],
  ["no number",                        "M",  "bra",  undefined, ["agreed-outside-scale"]],
  ["a number where it is yes or no",   "JN", "3",    undefined, ["agreed-not-number"]],
  ["a criterion that is not there",    "X",  "3",    undefined, ["judgement-row-gone"]],
])("typed: %s", async (_, criterion, value, stands, refused) => {
  const sheets = new Sheets();
  expect(await sheets.agreed({ criterion, value, rationale: "" })).toEqual(refused);
  expect((await sheets.score("B", criterion)).value).toBe(stands);
});

test.each<[string, Partial<AgreedEntry["seen"]>]>([
  ["level", { value: "3" }],
  ["reason", { rationale: "Enligt mötet" }],
  ["reference", { reference: "s. 4" }],
])("refused: someone has entered another %s since", async (_, entered) => {
  const sheets = new Sheets();
  await sheets.agreed({ ...blank, ...entered });
  expect(await sheets.agreed({})).toEqual(["judgement-changed"]);
  expect(await sheets.score("B")).toEqual(entered);
});

test("unanimous scores are accepted, with the evaluators' own reasons where that is asked", async () => {
  const sheets = new Sheets();
  expect(await sheets.unanimous({})).toEqual([]);
  expect(await sheets.score("A")).toEqual({ value: "2" });
  const withReasons = new Sheets();
  await withReasons.unanimous({ withReasons: true });
  expect(await withReasons.score("A")).toEqual({
    value: "2",
    rationale:
      "Uppgiften blev klar utan avbrott i första försöket. A E1. " +
      "Uppgiften blev klar utan avbrott i första försöket. A E2.",
    reference: "Demo 00:12",
  });
});

// prettier-ignore
test.each<[string, UnanimousEntry["shown"][number]]>([
  ["they differ",               { bid: "B", criterion: "S1", value: "3" }],
  ["they gave another value",   { bid: "A", criterion: "S1", value: "4" }],
  ["nobody scores it alone",    { bid: "A", criterion: "M",  value: "2" }],
])("none is accepted where one is not unanimous: %s", async (_, other) => {
  const sheets = new Sheets();
  const shown = [...unanimous.shown, other];
  expect(await sheets.unanimous({ shown })).toEqual(["judgement-changed"]);
  expect(await sheets.score("A")).toEqual({});
});

test("a reason that someone has written stays when the level is accepted", async () => {
  const sheets = new Sheets();
  await sheets.agreed({ ...blank, bid: "A", rationale: "Gruppens egna ord" });
  await sheets.unanimous({ withReasons: true });
  expect(await sheets.score("A")).toEqual({
    value: "2",
    rationale: "Gruppens egna ord",
    reference: "Demo 00:12",
  });
});
