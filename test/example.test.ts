/**
 * The example: made by its script, of the size it claims, and with the outcome worked out by hand.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { document } from "../examples/verksamhetssystem/document";
import { evaluateWorkbook } from "../src/app/evaluate-workbook";
import { FileWorkbook } from "../src/host/xlsx/file-workbook";
import { circumstances } from "./calculator";

const folder = join(__dirname, "..", "examples");

async function evaluatedNow() {
  const outcome = await evaluateWorkbook(
    await FileWorkbook.open(join(folder, "verksamhetssystem.xlsx")),
    circumstances,
  );
  if (!outcome.document) throw new Error(JSON.stringify(outcome.findings));
  return outcome;
}
/** Evaluated once for all the tests; none of them changes it. */
let once: ReturnType<typeof evaluatedNow> | undefined;
const evaluated = () => (once ??= evaluatedNow());

test("the committed document and workbook are what the script makes", async () => {
  expect(JSON.parse(readFileSync(join(folder, "verksamhetssystem.json"), "utf8"))).toEqual(
    document(),
  );
  const {
    document: { events = [], recorded = [], ...rest },
  } = await evaluated();
  // The last line of the journal tells of this very evaluation, and what it recorded is beside.
  const last = events.at(-1);
  const earlier = recorded.filter(({ record }) => record !== last?.recorded);
  expect([{ ...rest, recorded: earlier, events: events.slice(0, -1) }, last?.type]).toEqual([
    document(),
    "evaluated",
  ]);
});

test("1,300 different requirements in the guidance's seven areas, 5 bids", () => {
  const { requirements, bids } = document();
  expect([
    requirements.length,
    new Set(requirements.map(({ text }) => text)).size,
    bids.length,
  ]).toEqual([1300, 1300, 5]);
  expect([...new Set(requirements.map(({ area }) => area))]).toEqual([
    "Inledning och övergripande",
    "Införande",
    "Funktionella och processmässiga krav",
    "Teknik och säkerhet",
    "Support och servicenivåer",
    "Övriga och kringliggande tjänster",
    "Avveckling",
  ]);
});

/*
 * By hand, for A (Norrvik). Prices:
 *   licence 31.50 × 41 250 × 6 = 7 796 250 · module 4.20 × 41 250 × 6 = 1 039 500
 *   implementation 1 290 000 · migration 480 000 · training 14 500 × 48 = 696 000
 *   consultants 1 195 × 900 = 1 075 500 and 1 050 × 600 = 630 000 · support 9 500 × 72 = 684 000
 *   in all 13 691 250
 * Added value:
 *   usability (20×3 + 15×3 + 15×4 + 12.5×3 + 12.5×2 + 10×3 + 10×3 + 5×4)/4 = 76.875 % of 3 000 000
 * = 2 306 250
 *   M1 yes 350 000 · M2 level 2 of 3 of 450 000 = 300 000 · M3 yes 150 000
 *   M4 4 hours: (4 − 8)/(2 − 8) = 2/3 of 240 000 = 160 000
 *   plan 4 + 3 + 4 = 11 points × 25 000 = 275 000 (the cap is 300 000)
 *   in all 3 541 250; 13 691 250 − 3 541 250 = 10 150 000
 * The others in the same way: B 13 488 375 − 3 297 500, C 12 424 600 − 1 955 000,
 * E 15 336 275 − 4 396 250. D offers software that the municipalities run themselves, which costs
 * them 310 000 + 145 000 × 6 = 1 180 000: 10 794 475 + 1 180 000 − 4 018 750. D is rejected on
 * TEK-008, so A wins; B misses by 40 875 kr.
 */
test("the outcome worked out by hand", async () => {
  const { evaluation, result } = await evaluated();
  expect(
    evaluation.bids.map(({ bid, standing, result: its, rank }) => [
      bid.id,
      standing.value,
      its.value?.toFixed(2),
      rank.value?.toText(),
    ]),
  ).toEqual([
    ["A", "standing", "10150000.00", "1"],
    ["B", "standing", "10190875.00", "2"],
    ["C", "standing", "10469600.00", "3"],
    ["D", "rejected", "7955725.00", undefined],
    ["E", "standing", "10940025.00", "4"],
  ]);
  expect([evaluation.status, evaluation.award]).toEqual(["final", ["A"]]);
  expect(result.doubleCheck.equal).toBe(result.doubleCheck.of);
  // C left the support out of its own sum: 12 424 600 − 7 800 × 72 = 11 863 000
  expect(result.findings).toEqual([
    expect.objectContaining({ code: "stated-total-differs", cell: "Anbud!G7" }),
  ]);
});

/*
 * By hand, for A. Inhabitants 24 750, 9 900 and 6 600; the rest is shared 60, 24 and 16 per cent, but
 * training 28, 12 and 8 days:
 *   licence and module (31.50 + 4.20) × 6      5 301 450   2 120 580   1 413 720
 *   implementation and migration 1 770 000     1 062 000     424 800     283 200
 *   training 14 500                              406 000     174 000     116 000
 *   consultants 1 075 500 and 630 000          1 023 300     409 320     272 880
 *   support 684 000                              410 400     164 160     109 440
 */
test("each municipality's own part of the price", async () => {
  const { evaluation } = await evaluated();
  const [{ price } = {}] = evaluation.bids;
  expect([...(price?.byAuthority ?? [])].map(([id, { value }]) => [id, value?.toText()])).toEqual([
    ["EXK", "8203150"],
    ["GRA", "3292860"],
    ["SOR", "2195240"],
  ]);
});

test("C's usability is exactly at the minimum, and stands", async () => {
  const { evaluation } = await evaluated();
  expect(evaluation.bids[2]?.criteria[0]?.share.value?.toText()).toBe("0.5");
});
