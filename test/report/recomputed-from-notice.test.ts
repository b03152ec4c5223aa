/**
 * A losing bidder computes both results again from the notice's own text: prices, what each criterion
 * is worth and what each bid was given. Nothing but the sentences and the table of the notice is read.
 */
import { document as example } from "../../examples/verksamhetssystem/document";
import { awardNoticePapers } from "../../src/app/award-papers";
import type { Block } from "../../src/content/paper";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { Exact } from "../../src/core/number";
import { sv } from "../../src/words/sv/words";
import { pages } from "../pages";
import { document } from "../small";

type Table = Extract<Block, { kind: "table" }>;

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

/** The sentences of the notice to a bid, and its table, with plain spaces. */
function noticeOf(value: EvaluationDocument, bid: string): [sentences: string, table: string[][]] {
  const evaluation = evaluate(value);
  const [made] = awardNoticePapers(
    { evaluation, document: value, result: {}, checks: [] } as never,
    { isRedacted: false, isInformation: false, only: bid },
    sv,
  );
  const blocks = made?.paper.blocks ?? [];
  const table = blocks.find(
    (block): block is Table => block.kind === "table" && block.caption === sv.letter.computed.title,
  );
  const sentences = blocks.flatMap((block) => (block.kind === "list" ? block.items : []));
  return [
    plain(sentences.join("\n")),
    [table?.columns ?? [], ...(table?.rows ?? [])].map((row) => row.map(plain)),
  ];
}

function tableOf(value: EvaluationDocument, bid: string): string[][] {
  return noticeOf(value, bid)[1];
}

/** "−2 062 500" or "12,5 %" as a number. */
const number = (text = "") =>
  Exact.of(
    text
      .replace(/ /g, "")
      .replace("−", "-")
      .replace(",", ".")
      .replace(/[^\d.-]/g, ""),
  );

/** "3 av 4" as a share. */
function share(given: string): Exact {
  const [value, highest] = given.split(" av ").map(number);
  return value && highest ? value.over(highest) : Exact.zero;
}

const toB = tableOf(example(), "B");

describe("the example's notice to B", () => {
  const [columns = [], ...lines] = toB;
  const named = (start: string) => lines.find(([name = ""]) => name.startsWith(start)) ?? [];
  const at = (bid: "B" | "A") => (bid === "B" ? 2 : 3);

  test("names the chosen bid beside its own", () =>
    expect(columns).toEqual(["", "Värt", "Ert anbud", "Norrvik Verksamhetssystem AB (A)"]));

  test.each(["B", "A"] as const)("price + every adjustment is the result of %s", (bid) => {
    const amounts = lines
      .filter(([, worth = ""]) => worth.startsWith("avdrag"))
      .map((row) => number((row[at(bid)] ?? "").split(": ")[1]));
    expect(amounts).toHaveLength(6);
    const sum = Exact.sum(amounts);
    expect(sum.equals(number(named("Summa justeringar")[at(bid)]))).toBe(true);
    const price = number((named("Anbudspris")[at(bid)] ?? "").replace(" SEK", ""));
    const result = number((named("Utvärderingspris")[at(bid)] ?? "").replace(" SEK", ""));
    expect(price.plus(sum).equals(result)).toBe(true);
  });

  test.each(["B", "A"] as const)("weights × levels are the share of usability of %s", (bid) => {
    const parts = lines
      .filter(([name = "", worth = ""]) => name.startsWith("– ") && worth.startsWith("vikt"))
      .map((row) => number(row[1]).times(share(row[at(bid)] ?? "")));
    const [percent = "", amount = ""] = (named("Användbarhet")[at(bid)] ?? "").split(": ");
    expect(Exact.sum(parts).equals(number(percent))).toBe(true);
    const most = number(named("Användbarhet")[1]);
    expect(
      Exact.of("0")
        .minus(most.times(number(percent)).over(Exact.of("100")))
        .equals(number(amount)),
    ).toBe(true);
  });
});

/** The kronor of a criterion in the example, by its scale: the share of its span, or points. */
// prettier-ignore
const ofCriterion: readonly (readonly [id: string, amount: (given: string, worth: string) => Exact])[] = [
  ["M1", (given, worth) => (given === "Ja" ? number(worth) : Exact.zero)],
  ["M2", (given, worth) => number(worth).times(share(given))],
  ["M3", (given, worth) => (given === "Ja" ? number(worth) : Exact.zero)],
  ["M4", (given, worth) => {
    // "avdrag högst 240 000 SEK, 0 % vid 8 timmar, 100 % vid 2 timmar"
    const [, most = "", none = "", all = ""] = /högst ([\d ]+) SEK, 0 % vid (\d+) timmar, 100 % vid (\d+)/.exec(worth) ?? [];
    return number(most).times(number(none).minus(number(given)).over(number(none).minus(number(all))));
  }],
  ["PL", (given, worth) => {
    // "avdrag 25 000 SEK per poäng, högst 300 000 SEK"
    const [, each = "", most = ""] = /avdrag ([\d ]+) SEK per poäng, högst ([\d ]+)/.exec(worth) ?? [];
    const sum = number(given).times(number(each));
    return sum.compare(number(most)) > 0 ? number(most) : sum;
  }],
];
test.each(ofCriterion)(
  "what the example's notice gives on %s is its worth by its scale",
  (id, amount) => {
    const [, ...lines] = toB;
    const [, worth = "", ...cells] = lines.find(([name = ""]) => name.endsWith(`(${id})`)) ?? [];
    for (const cell of cells) {
      const [given = "", kronor = ""] = cell.split(": ");
      expect(amount(given, worth).negated().toDecimal(2)).toBe(number(kronor).toDecimal(2));
    }
    expect(cells).toHaveLength(2);
  },
);

function worked(file: string): EvaluationDocument {
  return pages().find((each) => each.file === `${file}.md`)?.document as EvaluationDocument;
}

/** What a losing bidder reads in its notice: the sentences and the table. */
class Notice {
  readonly sentences: string;
  private readonly rows: readonly string[][];
  readonly columns: number;

  constructor(value: EvaluationDocument) {
    const { award, bids } = evaluate(value);
    const loser = bids.find(({ bid, rank }) => rank.value && !award.includes(bid.id));
    [this.sentences, [, ...this.rows]] = noticeOf(value, loser?.bid.id ?? "");
    this.columns = (this.rows[0]?.length ?? 2) - 2;
  }

  /** The cell of a bid, 0 for the reader's own, in the row of that name. */
  cell(name: string, of: number): string {
    return this.rows.find(([first]) => first === name)?.[of + 2] ?? "?";
  }
  /** The cells below a criterion in the table, "5 av 5", one for each part of it. */
  parts(of: number): string[] {
    return this.rows.filter(([name = ""]) => name.startsWith("– ")).map((row) => row[of + 2] ?? "");
  }
  worth(name: string): string {
    return this.rows.find(([first = ""]) => first.startsWith(name))?.[1] ?? "";
  }
  said(pattern: RegExp): Exact {
    return number(pattern.exec(this.sentences)?.[1]);
  }
  price(of: number): Exact {
    return number(this.cell("Anbudspris", of).replace(" SEK", ""));
  }
  /** Each criterion's share with its weight, or its per cent of the price. */
  criteria(of: number): { readonly id: string; readonly share: Exact; readonly weight: Exact }[] {
    return this.rows.flatMap(([name = "", worth = "", ...cells]) => {
      const [, id] = /\((\w+)\)$/.exec(name) ?? [];
      const cell = cells[of]?.split(": ")[0] ?? "";
      // A row of the computation names a criterion too, and has no weight of its own.
      const isCriterion = id !== undefined && worth !== "";
      return isCriterion ? [{ id, share: share(cell), weight: number(worth) }] : [];
    });
  }
}

const hundred = Exact.of("100");
/** Rounded half up to two decimals, as the sentence about grades says; every grade is above zero. */
const toCents = (value: Exact) => Exact.of(value.toDecimal(2));
type Share = (notice: Notice, of: number) => Exact;
/** Σ weight × grade of the criteria and of the price, where the price has one. */
const weighed =
  (
    ofPrice: Share | undefined,
    ofCriterion = (share: Exact, _: string, __: Notice) => share,
  ): Share =>
  (notice, of) => {
    const most = notice.sentences.includes("betyg 0–100")
      ? hundred
      : notice.said(/Högsta betyg är (\d+)/);
    const grade = (share: Exact) => {
      const given = most.times(share);
      return notice.sentences.includes("Betygen avrundas till 2 decimaler")
        ? toCents(given)
        : given;
    };
    const parts = notice
      .criteria(of)
      .map(({ id, share, weight }) =>
        weight.over(hundred).times(grade(ofCriterion(share, id, notice))),
      );
    const own =
      ofPrice &&
      notice
        .said(/Priset väger ([\d,]+) %/)
        .over(hundred)
        .times(grade(ofPrice(notice, of)));
    return Exact.sum(own ? [own, ...parts] : parts);
  };
const quality: Share = (notice, of) =>
  Exact.sum(notice.criteria(of).map(({ share, weight }) => weight.over(hundred).times(share)));
const lowest: Share = (notice, of) => number(notice.cell("Lägsta jämförda pris", of));
const linear: Share = (notice, of) => {
  const none = notice.said(/noll vid ([\d ]+) SEK/);
  return none
    .minus(notice.price(of))
    .over(none.minus(notice.said(/högsta betyg vid ([\d ]+) SEK/)));
};
const slope =
  (percent: RegExp): Share =>
  (notice, of) => {
    const least = lowest(notice, of);
    const span = least.times(notice.said(percent)).over(hundred);
    return Exact.one.minus(notice.price(of).minus(least).over(span));
  };
const ofOwnPrice: Share = (notice, of) =>
  notice
    .price(of)
    .times(
      Exact.one.minus(
        Exact.sum(
          notice.criteria(of).map(({ share, weight }) => share.times(weight).over(hundred)),
        ),
      ),
    );

// prettier-ignore
test.each<[page: string, label: string, computed: Share]>([
  ["fast-pris",               "Jämförelsetal",    weighed(undefined)],
  ["kvot-kvalitet-per-pris",  "Jämförelsetal",    (notice, of) => quality(notice, of).over(notice.price(of)).times(notice.said(/multipliceras med ([\d ]+)/))],
  ["kvot-pris-per-kvalitet",  "Jämförelsetal",    (notice, of) => notice.price(of).over(quality(notice, of))],
  ["poang-absolut-kvot",      "Jämförelsetal",    weighed((notice, of) => notice.said(/gånger ([\d ]+) SEK/).over(notice.price(of)))],
  ["poang-absolut-linjar",    "Jämförelsetal",    weighed(linear)],
  ["poang-basta-far-full",    "Jämförelsetal",    weighed(linear, (share, id, notice) => share.over(number(notice.cell(`Bästa jämförda andel ${id}`, 0))))],
  ["poang-lutning",           "Poäng",            weighed(slope(/lägsta pris plus (\d+) %/))],
  ["poang-bredare-lutning",   "Poäng",            weighed(slope(/lägsta pris plus (\d+) % i stället/))],
  ["poang-relativ-linjar",    "Jämförelsetal",    weighed((notice, of) => Exact.one.minus(notice.price(of).minus(lowest(notice, of)).over(lowest(notice, of))))],
  ["poang-relativ-spann",     "Jämförelsetal",    weighed((notice, of) => {
    const [least, most] = [lowest(notice, of), number(notice.cell("Högsta jämförda pris", of))];
    return Exact.one.minus(notice.price(of).minus(least).over(most.minus(least)));
  })],
  ["poang-relativ-medel",     "Jämförelsetal",    weighed((notice, of) => {
    const mean = number(notice.cell("Medelvärde av jämförda priser", of));
    const above = notice.price(of).minus(mean).over(mean);
    return Exact.of("0.5").minus(above.times(notice.said(/betyget vid medelpriset, och (\d+) procentenhet/)));
  })],
  ["raa-93-points",           "Utvärderingspris", weighed((notice, of) => lowest(notice, of).over(notice.price(of)))],
  ["raa-93-percentage",       "Utvärderingspris", ofOwnPrice],
  ["eavrop-deduction",        "Utvärderingspris", ofOwnPrice],
])("%s: the reader computes its own result and the winner's again", (page, label, computed) => {
  const notice = new Notice(worked(page));
  const results = Array.from({ length: notice.columns }, (_, of) => [
    computed(notice, of).toDecimal(12),
    notice.cell(label, of).replace(/ SEK| /g, "").replace(",", "."),
  ]);
  expect(results.map(([made]) => made)).toEqual(results.map(([, told]) => told));
  expect(results).toHaveLength(2);
});

/** The result as it stands in the table, without its currency. */
const told = (notice: Notice, label: string, of: number) =>
  notice
    .cell(label, of)
    .replace(/ SEK| /g, "")
    .replace("−", "-")
    .replace(",", ".");

test("the lowest price: what was offered, rounded as the sentence says, is the result", () => {
  const notice = new Notice(
    document({
      model: {
        basis: "price",
        method: { type: "lowest-price" },
        rounding: { price: { decimals: 1, mode: "half-up" }, result: null },
      },
      bids: [
        { id: "A", price: "1000.44" },
        { id: "B", price: "1000.45" },
      ],
    }),
  );
  const decimals = notice.said(/Priset avrundas till (\d+) decimal\S*, halva uppåt/);
  const rounded = [0, 1].map((of) => notice.price(of).toDecimal(Number(decimals.toText())));
  expect(rounded).toEqual(["1000.5", "1000.4"]);
  expect(rounded).toEqual([0, 1].map((of) => told(notice, "Utvärderingspris", of)));
  // Prices in one column have as many decimals.
  expect([0, 1].map((of) => told(notice, "Pris i utvärderingen", of))).toEqual(
    rounded.map((price) => `${price}0`),
  );
});

/** The figures of the order that the sentence gives, of a bid; a lower price is better. */
function inOrder(notice: Notice, of: number): Exact[] {
  const [, named = ""] = /första skillnaden avgör: (.*?)\. En högre/.exec(notice.sentences) ?? [];
  return named.split(", ").map((name) => {
    const isPrice = name === "priset";
    const figure = number(notice.cell(isPrice ? "Jämfört pris" : `Jämförd andel ${name}`, of));
    return isPrice ? figure.negated() : figure;
  });
}

test.each<[decides: string, value: EvaluationDocument, differsAt: number]>([
  ["the price, after a criterion on which both are alike", worked("prioritetsordning"), 1],
  [
    "the first criterion, by its name",
    document({
      model: {
        method: { type: "priority-order", order: ["K", "price"] },
        rounding: { result: null },
      },
      criteria: [
        {
          id: "K",
          name: "Kvalitet",
          kind: "other",
          scale: { type: "points", max: "5", zero: "0" },
        },
      ],
      bids: [
        { id: "A", price: "900", scores: { K: "4" } },
        { id: "B", price: "800", scores: { K: "3" } },
      ],
    }),
    0,
  ],
])("an order of priority, where what decides is %s", (_, value, differsAt) => {
  const notice = new Notice(value);
  const [own, chosen] = [inOrder(notice, 0), inOrder(notice, 1)];
  const first = chosen.findIndex((figure, n) => !figure.equals(own[n] ?? Exact.zero));
  expect(first).toBe(differsAt);
  expect(chosen[first]?.compare(own[first] ?? Exact.zero)).toBe(1);
});

test("deductions by interval: the points below are summed, and their interval is in the table", () => {
  const part = (id: string) => ({
    ...{ id, name: id, kind: "other" as const },
    scale: { type: "points" as const, max: "10", zero: "0" },
  });
  const notice = new Notice(
    document({
      model: { method: { type: "monetary", constant: "1000" }, rounding: { result: null } },
      criteria: [
        {
          ...{ id: "B", name: "Bemanning", kind: "added-value", aggregate: "points" },
          children: [part("B1"), part("B2")],
          bands: [
            { from: "0", to: "5", deduction: "0" },
            { from: "6", to: "12", deduction: "150" },
            { from: "13", to: "20", deduction: "350" },
          ],
        },
      ],
      bids: [
        { id: "A", price: "2000", scores: { B1: "9", B2: "4" } },
        { id: "B", price: "1900", scores: { B1: "8", B2: "4" } },
      ],
    }),
  );
  const bands = [...notice.worth("Bemanning").matchAll(/([\d ]+)–([\d ]+) poäng ([\d ]+) SEK/g)];
  const deducted = [0, 1].map((of) => {
    const sum = Exact.sum(notice.parts(of).map((cell) => number(cell.split(" av ")[0])));
    const [, , , amount = ""] =
      bands.find(
        ([, from, to]) => sum.compare(number(from)) >= 0 && sum.compare(number(to)) <= 0,
      ) ?? [];
    return number(amount);
  });
  expect(deducted.map((amount) => amount.toText())).toEqual(["150", "350"]);
  const added = notice.said(/Till varje anbud läggs ([\d ]+) SEK/);
  const results = deducted.map((amount, of) => notice.price(of).plus(added).minus(amount).toText());
  expect(results).toEqual([0, 1].map((of) => told(notice, "Utvärderingspris", of)));
});

test("where points decide, the price's grade and weight stand there too", () => {
  const value = document({
    model: {
      method: {
        type: "points",
        price: { weight: "40", scale: { type: "relative-lowest" } },
        quality: "as-is",
      },
    },
    criteria: [
      {
        id: "K",
        name: "Kvalitet",
        kind: "other",
        weight: "60",
        scale: { type: "points", max: "5", zero: "0" },
      },
    ],
    bids: [
      { id: "A", price: "100", scores: { K: "4" } },
      { id: "B", price: "80", scores: { K: "2" } },
    ],
  });
  // A: 40 % × 100 × 80/100 = 32, 60 % × 100 × 4/5 = 48; B: 40 and 24.
  expect(tableOf(value, "B").slice(1)).toEqual(
    expect.arrayContaining([
      ["Från priset", "vikt 40 %", "40", "32"],
      ["Kvalitet (K)", "vikt 60 %", "2 av 5: 24", "4 av 5: 48"],
    ]),
  );
});
