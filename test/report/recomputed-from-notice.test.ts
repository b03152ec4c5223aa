/**
 * A losing bidder computes both results again from the notice's own text: prices, what each criterion
 * is worth and what each bid was given. Nothing but the table of the notice is read.
 */
import { document as example } from "../../examples/verksamhetssystem/document";
import { awardNoticePapers } from "../../src/app/award-papers";
import type { Block } from "../../src/content/paper";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { Exact } from "../../src/core/number";
import { sv } from "../../src/words/sv/words";
import { document } from "../small";

type Table = Extract<Block, { kind: "table" }>;

/** The table of the notice to a bid, with plain spaces. */
function tableOf(value: EvaluationDocument, bid: string): string[][] {
  const evaluation = evaluate(value);
  const [made] = awardNoticePapers(
    { evaluation, document: value, result: {}, checks: [] } as never,
    { isRedacted: false, isInformation: false, only: bid },
    sv,
  );
  const table = made?.paper.blocks.find(
    (block): block is Table => block.kind === "table" && block.caption === sv.letter.computed.title,
  );
  return [table?.columns ?? [], ...(table?.rows ?? [])].map((row) =>
    row.map((cell) => cell.replace(/[\u00a0\u202f]/g, " ")),
  );
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

describe("the example's notice to B", () => {
  const rows = tableOf(example(), "B");
  const [columns = [], ...lines] = rows;
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
