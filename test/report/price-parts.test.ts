/**
 * What papers say of a price that is made of parts: each authority's own part, published costs that
 * the bidder is not paid, and the contract's value; and nothing of them where a price is secret.
 */
import { authorityValues } from "../../src/core/contract-values";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { masksOf, noMasks } from "../../src/core/secrecy/masks";
import { evaluate } from "../../src/core/evaluate";
import { awardNoticePapers } from "../../src/app/award-papers";
import { separateContracts } from "../../src/core/document/contracts";
import { templateDocument } from "../../src/app/templates/template-document";
import type { Block } from "../../src/content/paper";
import {
  contractValues,
  pricesPart,
  priceParts,
  priceRowsPart,
} from "../../src/report/parts/prices";
import { sv } from "../../src/words/sv/words";
import { document } from "../small";

// Six of eight years count. Bid A: 3 × 200 000 + 25 000 × 12 × 6 + 300 × 1 100 = 2 730 000.
const joint = templateDocument("joint", sv);
const evaluation = evaluate(joint);
const rowsOf = (blocks: readonly Block[]) =>
  blocks
    .flatMap((block) => (block.kind === "table" ? block.rows : []))
    .map((cells) => cells.map((cell) => cell.replace(/\s/g, " ")));

test("each part of every price", () => {
  expect(rowsOf(priceParts(evaluation.bids, { evaluation, secrets: noMasks, words: sv }))).toEqual([
    // 200 000 + 12 × 12 000 × 6 + 150 × 1 100; eight years of licences: 600 000 + 2 400 000 + 330 000
    ["Exempelbolaget Alfa AB (A)", "1 229 000", "886 000", "615 000", "0", "3 330 000"],
    // Own operation is 90 000 a year for each of three, in six years, and is no part of the contract.
    ["Exempelbolaget Beta AB (B)", "1 272 000", "1 078 000", "920 000", "1 620 000", "1 950 000"],
    ["Exempelbolaget Gamma AB (C)", "1 186 000", "874 000", "625 000", "0", "3 210 000"],
  ]);
});

test("what a bidder asks is told apart from the costs that are added to it", () => {
  const [totals] = pricesPart({ evaluation, secrets: noMasks, words: sv });
  // 3 270 000 of which own operation is 3 × 90 000 × 6; the bidder asks for the rest.
  expect(rowsOf(totals ? [totals] : [])[1]).toEqual([
    "Exempelbolaget Beta AB (B)",
    "1 650 000 SEK",
    "3 270 000 SEK",
    "myndighetens publicerade egna kostnader 1 620 000 SEK tillagda",
  ]);
});

test("the rows of a bid, with what each is counted as", () => {
  const reader = { evaluation, secrets: noMasks, words: sv };
  const blocks = [...pricesPart(reader), ...priceRowsPart(reader)];
  const rows = rowsOf(blocks).map((cells) => cells.join(" | "));
  expect(rows).toContain(
    "P2 | Licens per invånare (per invånare och år) | 6 | 25 000 | 1 | 900 000 | Antal avtalsår som räknas 6",
  );
  expect(rows).toContain(
    "P4 | Egen drift (per kommun och år) | 90 000 | 3 | 1 | 1 620 000 | Publicerat belopp; Kommunernas budget; Antal avtalsår som räknas 6",
  );
});

// Three authorities with quantities of their own are three equations, whichever other row is masked.
test("a secret row keeps every sum of its bid out, and not what the authority has published", () => {
  const secrets = masksOf(evaluation, {
    ...joint,
    confidential: [{ bid: "A", subject: "price-item", of: "P3", reason: "Affärshemlighet" }],
  });
  const [first, second] = rowsOf(priceParts(evaluation.bids, { evaluation, secrets, words: sv }));
  expect(first?.slice(1)).toEqual([sv.masked, sv.masked, sv.masked, "0", sv.masked]);
  expect(second?.[1]).toBe("1 272 000");
});

// C is lowest. In K1: 250 000 + 12 000 × 10,50 × 6 + 150 × 1 200, and eight years with the last option.
test("what the proposed bid's contract is worth to each authority, with and without the uncounted option", () => {
  const open = { evaluation, secrets: noMasks, words: sv };
  expect(rowsOf(contractValues(open)).map((cells) => cells.slice(1))).toEqual([
    ["1 186 000", "1 438 000"],
    ["874 000", "1 042 000"],
    ["625 000", "730 000"],
    ["2 685 000", "3 210 000"],
  ]);
  const { model } = joint;
  const contractPeriods = model.contractPeriods?.map((each) => ({ ...each, counted: true }));
  const all = evaluate({ ...joint, model: { ...model, contractPeriods } });
  const [table] = contractValues({ ...open, evaluation: all });
  // Every option counts, so that there is one value.
  expect(table?.kind === "table" && table.columns).toEqual([
    sv.contracts.authority,
    sv.contracts.value,
  ]);
});

test("a life-cycle cost is worth what is paid, undiscounted and without the authority's own costs", () => {
  const row = {
    category: "other",
    unit: "kr",
    quantity: "3",
    quantities: { X: "1", Y: "2" },
  } as const;
  const years = { from: 1, to: 2 };
  const of: EvaluationDocument = {
    ...document({
      model: {
        method: { type: "lowest-price" },
        lifeCycle: { rate: "10", convention: "end" },
        authorities: [
          { id: "X", name: "Xby" },
          { id: "Y", name: "Yby" },
        ],
      },
      bids: [],
    }),
    priceItems: [
      { id: "P", name: "Drift", ...row, years },
      { id: "E", name: "Egen personal", ...row, years, amount: "900", source: "Budget" },
      { id: "M", name: "Modul", ...row, years, counted: false },
    ],
    bids: [{ id: "A", bidder: "A", answers: {}, scores: {}, prices: { P: "100", M: "7" } }],
  };
  const values = authorityValues(of, "A").map(({ authority, counted, whole }) =>
    [authority.name, counted?.toText(), whole?.toText()].join(" "),
  );
  // 100 × 2 years and 7 × 2 years for X, and twice as much for Y.
  expect(values).toEqual(["Xby 200 214", "Yby 400 428"]);
  expect(
    authorityValues(
      { ...of, bids: [{ id: "A", bidder: "A", answers: {}, scores: {}, price: "5" }] },
      "A",
    ),
  ).toEqual([]);
});

test("a secret row keeps every value of its bid's contract out", () => {
  const secrets = masksOf(evaluation, {
    ...joint,
    confidential: [{ bid: "C", subject: "price-item", of: "P3", reason: "Affärshemlighet" }],
  });
  const cells = rowsOf(contractValues({ evaluation, secrets, words: sv })).flatMap((row) =>
    row.slice(1),
  );
  expect(new Set(cells)).toEqual(new Set([sv.secret]));
});

describe("the notices of a joint procurement", () => {
  // The winner C has its price of row P3 kept secret.
  const secret: EvaluationDocument = {
    ...joint,
    confidential: [{ bid: "C", subject: "price-item", of: "P3", reason: "Affärshemlighet" }],
  };
  const valuesIn = (value: EvaluationDocument, only: string) => {
    const basis = { evaluation: evaluate(value), document: value, result: {}, checks: [] } as never;
    const [made] = awardNoticePapers(basis, { isRedacted: false, isInformation: false, only }, sv);
    const blocks = made?.paper.blocks ?? [];
    return rowsOf(
      blocks.filter(
        (block) => block.kind === "table" && block.columns[0] === sv.contracts.authority,
      ),
    ).map((cells) => cells.slice(1).join(" | "));
  };

  test("tell every bidder what the chosen bid's contract is worth to each authority", () => {
    const worth = [
      "1 186 000 | 1 438 000",
      "874 000 | 1 042 000",
      "625 000 | 730 000",
      "2 685 000 | 3 210 000",
    ];
    expect([valuesIn(joint, "A"), valuesIn(joint, "C")]).toEqual([worth, worth]);
  });

  test("of separate contracts tell of the contract that is awarded", () => {
    const apart: EvaluationDocument = {
      ...joint,
      model: { ...joint.model, contracts: "separate" },
    };
    const [first] = separateContracts(apart);
    expect(first && valuesIn(first.document, "A")).toEqual(["1 186 000 | 1 438 000"]);
  });

  test("do not tell other bidders what the winner keeps secret", () => {
    expect(new Set(valuesIn(secret, "A"))).toEqual(new Set([`${sv.secret} | ${sv.secret}`]));
    expect(valuesIn(secret, "C").at(-1)).toBe("2 685 000 | 3 210 000");
  });
});

test("a price without parts has no such table", () => {
  const plain = evaluate(document({ bids: [{ id: "A", price: "1" }] }));
  expect(priceParts(plain.bids, { evaluation: plain, secrets: noMasks, words: sv })).toEqual([]);
});
