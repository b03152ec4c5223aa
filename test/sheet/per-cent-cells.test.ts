/**
 * A percentage means the same to the engine and to the formulas however its cell was typed: 60, 60
 * % in a cell shown as per cent (which holds 0.6), or 60 % as text. Every percentage of the layout
 * is tried, in a model where it decides a figure.
 */
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import type {
  EvaluationDocument,
  Model,
  PriceIndex,
  PriceItem,
} from "../../src/core/document/schema";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { columns } from "../../src/sheet/layout";
import { spotOf } from "../../src/sheet/spots";
import { fields } from "../../src/sheet/fields";
import { isFields, tableKeys } from "../../src/sheet/table-keys";
import type { CellContent, Page } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import { circumstances } from "../calculator";
import { document, monetary } from "../small";

const bids = [
  { id: "A", price: "100", scores: { K: "3", L: "1" } },
  { id: "B", price: "130", scores: { K: "5", L: "4" } },
];
const points = (scale: object, weight = "60") =>
  document({
    model: {
      method: {
        type: "points",
        quality: "as-is",
        price: { weight, scale: scale as { type: "relative-lowest" } },
      },
    },
    criteria: [monetary("K", { weight: "40" })],
    bids: bids.map(({ scores: { K }, ...bid }) => ({ ...bid, scores: { K } })),
  });
const growing: PriceIndex = { id: "I", name: "I", type: "rate", rate: "60", firstYear: 2 };
/** A rise by exactly the threshold counts. */
const valued: PriceIndex = {
  id: "I",
  name: "I",
  type: "values",
  base: "100",
  values: [{ year: 1, value: "160" }],
};
const percentage = (criterion: object) =>
  document({
    model: { method: { type: "percentage" } },
    criteria: [monetary("K", criterion)],
    bids: bids.map(({ scores: { K }, ...bid }) => ({ ...bid, scores: { K } })),
  });

/** Each percentage, a document in which it is 60 (or, a share, 0.6), and its place. */
const percentages: readonly (readonly [place: string, EvaluationDocument])[] = [
  [
    "criteria[K].weight",
    document({
      criteria: [
        {
          id: "G",
          name: "G",
          kind: "other",
          deduction: "50",
          children: [monetary("K", { weight: "60" }), monetary("L", { weight: "40" })],
        },
      ],
      bids,
    }),
  ],
  ["criteria[K].deductionPercent", percentage({ deductionPercent: "60" })],
  ["criteria[K].additionPercent", percentage({ additionPercent: "60" })],
  // A reaches exactly the share that is asked for.
  ["criteria[K].minimumShare", percentage({ deductionPercent: "10", minimumShare: "60" })],
  ["model.method.price.weight", points({ type: "relative-lowest" })],
  ["model.method.price.scale.perPercent", points({ type: "relative-mean", perPercent: "60" })],
  ["model.method.price.scale.zeroAt", points({ type: "relative-slope", zeroAt: "60" })],
  ["model.method.price.scale.wider", points({ type: "relative-slope", zeroAt: "20", wider: "60" })],
  [
    "model.method.price.scale.bands[0].share",
    points({
      type: "bands",
      bands: [
        { upTo: "120", share: "0.6" },
        { upTo: "140", share: "0.2" },
      ],
    }),
  ],
  ["model.indexes[I].rate", inRows({ index: "I" }, { indexes: [growing] })],
  ["model.indexes[I].share", inRows({ index: "I" }, { indexes: [{ ...valued, share: "60" }] })],
  [
    "model.indexes[I].threshold",
    inRows({ index: "I" }, { indexes: [{ ...valued, threshold: "60" }] }),
  ],
  ["model.lifeCycle.rate", inRows({}, { lifeCycle: { rate: "60", convention: "end" } })],
  ["priceItems[P].share.percent", inRows({ share: { group: "G", percent: "60" } })],
  ["priceItems[P].surcharge.percent", inRows({ surcharge: { percent: "60", factor: "1.5" } })],
  ["procurement.lowBids.belowMedian", screened({ belowMedian: "60" })],
  ["procurement.lowBids.belowNext", screened({ belowNext: "60" })],
];

/** One row a year for two years, at 100 and 130 kr. */
function inRows(row: Partial<PriceItem>, model: Partial<Model> = {}): EvaluationDocument {
  const plain = document({ model, bids: bids.map(({ id }) => ({ id })) });
  const years = { from: 1, to: 2 };
  return {
    ...plain,
    priceItems: [
      { id: "P", name: "P", category: "other", unit: "kr/år", quantity: "1", years, ...row },
    ],
    bids: plain.bids.map((bid, n) => ({ ...bid, prices: { P: bids[n]?.price ?? "" } })),
  };
}

function screened(lowBids: object): EvaluationDocument {
  const plain = document({ bids: bids.map(({ id, price }) => ({ id, price })) });
  return { ...plain, procurement: { ...plain.procurement, lowBids } };
}

test("every percentage of the layout is tried here", () => {
  const ofColumns = tableKeys.flatMap((table) =>
    isFields(table)
      ? fields[table]
          .filter(({ kind }) => ["percent", "weight", "share"].includes(kind))
          .map(({ key }) => `${table}.${key}`)
      : columns[table]
          .filter(({ kind }) => kind === "percent" || kind === "weight")
          .map(({ key }) => `${table}.${key}`),
  );
  const tried = percentages.map(([place]) =>
    place
      .replace("[0]", "[]")
      .replace("criteria[K]", "criteria")
      .replace("model.indexes[I]", "indexes")
      .replace("priceItems[P]", "prices"),
  );
  expect(tried.sort()).toEqual(ofColumns.sort());
});

// A share is the part itself, so what others write as 60 it has as 0,6.
const cells: readonly (readonly [typed: string, part: CellContent, share: CellContent])[] = [
  ["a number", { value: 60 }, { value: 0.6 }],
  ["a per cent cell", { value: 0.6, format: "0%" }, { value: 0.6, format: "0%" }],
  [
    "a per cent cell with decimals",
    { value: 0.6, format: "0.00 %" },
    { value: 0.6, format: "0.00 %" },
  ],
  ["text with a sign", { value: "60 %" }, { value: "60 %" }],
  ["text with a sign and decimals", { value: "60,0\u00a0%" }, { value: "60,0\u00a0%" }],
  ["text", { value: "60" }, { value: "0,6" }],
];

describe.each(percentages)("%s", (place, value) => {
  const expected = evaluated(writeWorkbook(value, sv));
  test.each(cells)("as %s", async (_, part, share) => {
    const content = place.endsWith("bands[0].share") ? share : part;
    const { figures, lowBids, doubleCheck } = await evaluated(
      writeWorkbook(value, sv).map((page) => withCell(page, place, content)),
    );
    expect(figures).toEqual((await expected).figures);
    expect(lowBids).toEqual((await expected).lowBids);
    expect(doubleCheck.equal).toBe(doubleCheck.of);
  });
});

test("a fraction without the per cent format is less than one per cent, to both", async () => {
  const [, value] = percentages[0] as (typeof percentages)[number];
  const { weight, doubleCheck } = await evaluated(
    writeWorkbook(value, sv).map((page) => withCell(page, "criteria[K].weight", { value: 0.6 })),
  );
  expect(weight).toBe("0.6");
  expect(doubleCheck.equal).toBe(doubleCheck.of);
});

test("seven per cent is seven, without the noise of 100 × 0.07", async () => {
  const value = percentage({ deductionPercent: "10", minimumShare: "7" });
  value.bids[0] = {
    ...(value.bids[0] as (typeof value.bids)[0]),
    scores: { K: { value: "0.35" } },
  };
  const { figures, doubleCheck } = await evaluated(
    writeWorkbook(value, sv).map((page) =>
      withCell(page, "criteria[K].minimumShare", { value: 0.07, format: "0%" }),
    ),
  );
  // 0.35 of 5 is exactly 7 %.
  expect(figures.map(([standing]) => standing)).toEqual(["standing", "standing"]);
  expect(doubleCheck.equal).toBe(doubleCheck.of);
});

async function evaluated(pages: readonly Page[]) {
  const outcome = await evaluateWorkbook(new MemoryWorkbook(pages), {
    ...circumstances,
    getsResultSheets: false,
  });
  if (!outcome.document) throw new Error(JSON.stringify(outcome.findings));
  const [root] = outcome.document.criteria;
  return {
    figures: outcome.evaluation.bids.map(({ standing, result }) => [
      standing.value,
      result.value?.toText(),
    ]),
    lowBids: Object.values(outcome.document.procurement.lowBids ?? {}).map(Number),
    weight: root?.children?.[0]?.weight,
    doubleCheck: outcome.result.doubleCheck,
  };
}

/** The page with this content at a place of the document, if the place is on it. */
function withCell(page: Page, place: string, content: CellContent): Page {
  const spot = spotOf(place);
  if (!spot || !page.table || page.name !== sv.sheets[spot.table]) return page;
  const { top } = page.table.area;
  const headers: { readonly [key: string]: string } = sv.headers[spot.table];
  const column = page.rows[top]?.findIndex((cell) => cell?.value === headers[spot.column]);
  return {
    ...page,
    rows: page.rows.map((row, r) =>
      r > top && row.some((cell) => cell?.value === spot.row)
        ? row.map((cell, c) => (c === column ? { style: "input" as const, ...content } : cell))
        : row,
    ),
  };
}
