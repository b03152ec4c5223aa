/**
 * Documents drawn at random for property tests: every method, scale, panel form and optional key
 * that format.md has, with texts and amounts that are hard on spreadsheets. Always valid; what the
 * parser refuses is tested row by row elsewhere.
 */
import fc from "fast-check";
import type {
  Answer,
  Bid,
  Criterion,
  EvaluationDocument,
  MethodSpec,
  PriceItem,
  Requirement,
  Rounding,
  Scale,
  Score,
} from "../src/core/document/schema";
import { leaves } from "../src/core/document/schema";
import { appendToChain } from "../src/journal/hash-chain";

type Arb<T> = fc.Arbitrary<T>;

/**
 * How many documents a property is tried on: as said, or that many times more under `npm run
 * properties`.
 */
export const runs = (count: number) => ({ numRuns: count * Number(process.env["MORE"] ?? "1") });

/** Optional keys are absent, never undefined. */
const record = <T extends object>(
  required: { [K in keyof T]?: Arb<T[K]> },
  optional: { [K in keyof T]?: Arb<NonNullable<T[K]>> } = {},
): Arb<T> =>
  fc.record({ ...required, ...optional } as { [K in keyof T]: Arb<T[K]> }, {
    requiredKeys: Object.keys(required) as (keyof T)[],
  });

const hardTexts = [
  "=1+1",
  "+46 8 123",
  "-5",
  "@namn",
  "\ttab",
  " inledande",
  "rad 1\nrad 2",
  "rad 1\r\nrad 2",
  '"',
  '""',
  "_x000D_",
  "Åäö 𝄞",
  "1-2",
  "001",
  "<&>'",
  "Ja",
  "\u0001",
];
export const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom("", ...hardTexts),
);
const name = text.filter((each) => each.length > 0);

/** At most 15 digits before the point and 10 after, with trailing zeros now and then. */
const decimalOf = (whole: number, decimals: number): Arb<string> =>
  fc
    .tuple(
      fc.nat(whole),
      fc.option(fc.tuple(fc.nat(decimals), fc.integer({ min: decimals, max: decimals + 2 }))),
      fc.boolean(),
    )
    .map(([n, part]) =>
      part
        ? `${n}.${String(part[0]).padStart(String(part[1]).length > 3 ? 3 : 2, "0")}`
        : String(n),
    );
export const amount = fc.oneof(
  decimalOf(20_000_000, 99),
  fc.constantFrom(
    "0",
    "0.10",
    "31.50",
    "123456789012345.1234567891",
    "0.0000000001",
    "99999999999999",
    "0.30",
  ),
);
const signed = fc
  .tuple(fc.boolean(), amount)
  .map(([minus, value]) => (minus && /[1-9]/.test(value) ? `-${value}` : value));
const rounding: Arb<Rounding> = record<Rounding>({
  decimals: fc.nat(10),
  mode: fc.constantFrom("half-up", "half-even", "half-down", "up", "down"),
});

const ids = (prefix: string, least: number, most: number): Arb<string[]> =>
  fc
    .integer({ min: least, max: most })
    .map((count) =>
      Array.from(
        { length: count },
        (_, n) => `${prefix}${["", "-", ".", "_"][n % 4] ?? ""}${n + 1}`,
      ),
    );

const flatScale: Arb<Scale> = fc.oneof(
  fc.constant<Scale>({ type: "yes-no" }),
  fc.uniqueArray(fc.integer({ min: -2, max: 9 }), { minLength: 1, maxLength: 5 }).chain((values) =>
    fc.array(text, { minLength: values.length, maxLength: values.length }).map((labels): Scale => ({
      type: "levels",
      levels: values.map((value, n) => ({ value: String(value), label: labels[n] ?? "" })),
    })),
  ),
  fc
    .tuple(
      fc.constantFrom("0", "1", "0.00"),
      fc.constantFrom("5", "10", "7", "100"),
      fc.option(fc.constantFrom("0.5", "1")),
    )
    .map(([zero, max, step]): Scale => ({ type: "points", zero, max, ...(step ? { step } : {}) })),
  fc
    .tuple(fc.constantFrom("30", "0"), fc.constantFrom("5", "12.5"), text)
    .map(([worst, best, unit]): Scale => ({ type: "measure", worst, best, unit })),
);
const scale = fc.oneof(
  { weight: 8, arbitrary: flatScale },
  { weight: 1, arbitrary: fc.constant<Scale>({ type: "sus" }) },
);

const figureOn = (of: Scale): Arb<string> => {
  switch (of.type) {
    case "yes-no":
      return fc.constantFrom("yes", "no");
    case "levels":
      return fc.constantFrom(...of.levels.map(({ value }) => value));
    case "points":
      return fc.integer({ min: Math.ceil(Number(of.zero)), max: Number(of.max) }).map(String);
    default:
      return decimalOf(40, 9);
  }
};

const kinds = fc.constantFrom<Criterion["kind"]>(
  "added-value",
  "usability",
  "plan",
  "experience",
  "environment",
  "other",
);

/** How a criterion is tried, where it is. */
const shown: Arb<Partial<Criterion>> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Partial<Criterion>>({}) },
  {
    weight: 1,
    arbitrary: fc.tuple(text, text).map(([story, script]): Partial<Criterion> => ({
      story,
      script,
      minutes: 15,
      examined: "demonstration",
    })),
  },
);

function leaf(id: string, more: Partial<Criterion>): Arb<Criterion> {
  return fc
    .tuple(
      scale,
      name,
      kinds,
      fc.option(text),
      fc.constantFrom<Criterion["panel"][]>(
        undefined,
        undefined,
        "single",
        "consensus",
        "mean",
        "median",
      ),
      fc.constantFrom("", "", "perConsultant", "perParticipant"),
      fc.boolean(),
      shown,
    )
    .chain(([its, title, kind, description, panel, listed, minimum, demonstrated]) =>
      (minimum && its.type !== "sus" ? figureOn(its) : fc.constant(undefined)).map(
        (least): Criterion => ({
          id,
          name: title,
          kind,
          ...(description === null ? {} : { description }),
          ...(its.type === "sus"
            ? {}
            : listed !== "" && panel === undefined
              ? { [listed]: true }
              : panel
                ? { panel }
                : {}),
          ...demonstrated,
          ...(least === undefined ? {} : { minimum: least }),
          scale: its,
          ...more,
        }),
      ),
    );
}

function group(id: string, more: Partial<Criterion>): Arb<Criterion> {
  const shared = fc.constantFrom(["62.5", "37.50"], ["100/3", "400/6"], ["150/4", "62.5"]);
  return fc
    .tuple(fc.constantFrom("weights", "points", undefined), shared)
    .chain(([aggregate, split]) => {
      const weights = aggregate === "points" ? [undefined, undefined] : split;
      return fc
        .tuple(...weights.map((weight, n) => leaf(`${id}.${n + 1}`, weight ? { weight } : {})))
        .chain((children) =>
          fc
            .tuple(name, kinds, fc.option(fc.constantFrom("10", "50.0")))
            .map(([title, kind, share]): Criterion => ({
              id,
              name: title,
              kind,
              ...(aggregate ? { aggregate } : {}),
              ...(aggregate === "points" && share
                ? { minimumPoints: "1" }
                : share
                  ? { minimumShare: share }
                  : {}),
              children,
              ...more,
            })),
        );
    });
}

const kronor: Arb<Partial<Criterion>> = fc.oneof(
  amount.map((deduction) => ({ deduction })),
  amount.map((addition) => ({ addition })),
  fc.tuple(amount, amount).map(([deduction, addition]) => ({ deduction, addition })),
  fc.tuple(amount, amount).map(([perPoint, cap]) => ({ perPoint, cap })),
  fc.constant<Partial<Criterion>>({
    bands: [
      { from: "-100", to: "4", deduction: "0" },
      { from: "5", to: "200", deduction: "250000.50" },
    ],
  }),
);
const percent = fc.constantFrom("0", "5", "12.5", "33.33");
const percents: Arb<Partial<Criterion>> = fc.oneof(
  percent.map((deductionPercent) => ({ deductionPercent })),
  percent.map((additionPercent) => ({ additionPercent })),
  fc
    .tuple(percent, percent)
    .map(([deductionPercent, additionPercent]) => ({ deductionPercent, additionPercent })),
);

/**
 * What root criterion number `n` of `count` is worth in this method; weights come to 100 with the
 * price's.
 */
function worth(its: MethodSpec, n: number, count: number): Arb<Partial<Criterion>> {
  if (its.type === "percentage") return percents;
  if (its.type === "monetary" || its.type === "lowest-price" || its.type === "priority-order")
    return kronor;
  const left = 100 - (its.type === "points" ? Number(its.price.weight) : 0);
  const weights =
    [[String(left)], ["12.5", String(left - 12.5)], ["10", "20.25", String(left - 30.25)]][
      count - 1
    ] ?? [];
  return fc.constant({ weight: weights[n] ?? "0" });
}

const criteriaOf = (its: MethodSpec): Arb<Criterion[]> =>
  ids("K", 0, 3).chain((list) =>
    fc.tuple(
      ...list.map((id, n) =>
        fc
          .tuple(worth(its, n, list.length), fc.boolean())
          .chain(([more, isGroup]) => (isGroup ? group(id, more) : leaf(id, more))),
      ),
    ),
  );

type PriceScale = Extract<MethodSpec, { type: "points" }>["price"]["scale"];
const priceScale = fc.constantFrom<PriceScale>(
  { type: "relative-lowest" },
  { type: "relative-linear" },
  { type: "relative-range" },
  { type: "relative-mean", perPercent: "1.5" },
  { type: "relative-slope", zeroAt: "35" },
  { type: "relative-slope", zeroAt: "35", wider: "75.5" },
  { type: "absolute-linear", best: "100", worst: "9000000" },
  { type: "absolute-ratio", reference: "5000000" },
  {
    type: "bands",
    bands: [
      { upTo: "700000", share: "1" },
      { upTo: "9000000", share: "0.5" },
    ],
  },
);

const method: Arb<MethodSpec> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.option(signed).map((constant): MethodSpec => ({
      type: "monetary",
      ...(constant === null ? {} : { constant }),
    })),
  },
  { weight: 1, arbitrary: fc.constant<MethodSpec>({ type: "lowest-price" }) },
  { weight: 2, arbitrary: fc.constant<MethodSpec>({ type: "percentage" }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom("price-per-quality", "quality-per-price"),
        fc.option(fc.constantFrom("1000", "0.5")),
      )
      .map(([form, multiplier]): MethodSpec => ({
        type: "quotient",
        form,
        ...(multiplier === null ? {} : { multiplier }),
      })),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        priceScale,
        fc.option(fc.constantFrom("5", "100")),
        fc.constantFrom("as-is", "rescaled"),
      )
      .map(([its, maximum, quality]): MethodSpec => ({
        type: "points",
        ...(maximum === null ? {} : { maximum }),
        price: { weight: "40", scale: its },
        quality,
      })),
  },
  { weight: 1, arbitrary: fc.constant<MethodSpec>({ type: "fixed-price", price: "1000000" }) },
  { weight: 2, arbitrary: fc.constant<MethodSpec>({ type: "priority-order", order: ["price"] }) },
);

/** The order of priority names the criteria, the price among them. */
function ordered(its: MethodSpec, tree: readonly Criterion[]): MethodSpec {
  return its.type === "priority-order"
    ? {
        ...its,
        order: [
          ...tree.slice(0, 2).map(({ id }) => id),
          "price",
          ...tree.slice(2).map(({ id }) => id),
        ],
      }
    : its;
}

const requirement = (id: string): Arb<Requirement> =>
  record<Requirement>(
    {
      id: fc.constant(id),
      text: name,
      kind: fc.constantFrom("exclusion", "qualification", "mandatory"),
    },
    {
      area: text,
      negotiable: fc.boolean(),
      verification: fc.constantFrom(
        "description",
        "demonstration",
        "document",
        "reference",
        "self-declaration",
        "none",
      ),
      secondReader: fc.boolean(),
    },
  );

const priceItem = (id: string): Arb<PriceItem> =>
  record<PriceItem>(
    {
      id: fc.constant(id),
      name,
      category: fc.constantFrom("licence", "consulting", "option", "other"),
      unit: text,
      quantity: amount,
    },
    { periods: amount, ceiling: amount, required: fc.boolean() },
  );

const moment = fc.constantFrom(
  "2026-03-02",
  "2026-03-02T10:00",
  "2026-12-31T23:59:59Z",
  "2026-03-02T10:00:00.123+01:00",
);

const answer: Arb<Answer> = record<Answer>(
  {},
  {
    answer: fc.constantFrom("yes", "no", null) as Arb<"yes">,
    verdict: fc.constantFrom("met", "met", "met", "not-met", "clarification", "unchecked"),
    reference: text,
    checkedBy: text,
    checkedAt: moment,
    secondReader: text,
    secondVerdict: fc.constantFrom("met", "not-met"),
    note: text,
  },
).filter((each) => Object.keys(each).length > 0);

const some = <T>(values: readonly T[]): Arb<T[]> =>
  values.length === 0 ? fc.constant([]) : fc.subarray([...values]);

function score(of: Criterion, evaluators: readonly string[]): Arb<Score> {
  const its = of.scale as Scale;
  const value =
    its.type === "sus"
      ? fc.array(
          fc.array(fc.constantFrom("1", "2", "3", "4", "5"), { minLength: 10, maxLength: 10 }),
          { minLength: 1, maxLength: 3 },
        )
      : of.perConsultant || of.perParticipant
        ? fc.array(figureOn(its), { minLength: 1, maxLength: 3 })
        : figureOn(its);
  const assessed = fc.subarray([...evaluators], { minLength: Math.min(1, evaluators.length) });
  const assessments = assessed.chain((who) =>
    fc.tuple(
      ...who.map((evaluator) =>
        record<NonNullable<Score["assessments"]>[number]>(
          {
            evaluator: fc.constant(evaluator),
            value: its.type === "sus" ? fc.constant("3") : figureOn(its),
          },
          { rationale: text, reference: text },
        ),
      ),
    ),
  );
  const rest = {
    rationale: text,
    reference: text,
    ...(evaluators.length === 0 ? {} : { assessments }),
  };
  return fc.oneof(
    {
      weight: 6,
      arbitrary: record<Score>({ value: value as Arb<NonNullable<Score["value"]>> }, rest),
    },
    { weight: 1, arbitrary: record<Score>({ rationale: text }) },
  );
}

function bid(id: string, document: Omit<EvaluationDocument, "bids">): Arb<Bid> {
  const evaluators = document.evaluators.map((each) => each.id);
  const entries = <T>(
    keys: readonly string[],
    make: (key: string) => Arb<T>,
  ): Arb<{ [key: string]: T }> =>
    some(keys).chain((chosen) =>
      fc
        .tuple(...chosen.map(make))
        .map((values) => Object.fromEntries(chosen.map((key, n) => [key, values[n] as T]))),
    );
  const scored = leaves(document.criteria).filter((each) => each.scale);
  const priced = fc.oneof(
    amount.map((price): Partial<Bid> => ({ price })),
    entries(
      document.priceItems.map((item) => item.id),
      () => amount,
    ).map((prices): Partial<Bid> => ({ prices })),
    fc.constant<Partial<Bid>>({}),
  );
  return fc
    .tuple(
      name,
      priced,
      fc.option(text),
      fc.option(signed),
      entries(
        document.requirements.map((each) => each.id),
        () => answer,
      ),
      entries(
        scored.map((each) => each.id),
        (key) => score(scored.find((each) => each.id === key) as Criterion, evaluators),
      ),
    )
    .map(([bidder, price, organisationNumber, statedTotal, answers, scores]) => ({
      id,
      bidder,
      ...(organisationNumber === null ? {} : { organisationNumber }),
      ...price,
      ...(statedTotal === null ? {} : { statedTotal }),
      answers,
      scores,
    }));
}

export const documents: Arb<EvaluationDocument> = fc
  .tuple(
    method.chain((its) => criteriaOf(its).map((tree) => ({ tree, its: ordered(its, tree) }))),
    ids("R", 0, 5).chain((list) => fc.tuple(...list.map(requirement))),
    ids("P", 0, 4).chain((list) => fc.tuple(...list.map(priceItem))),
    ids("E", 0, 3).chain((list) =>
      fc.tuple(
        ...list.map((id) =>
          record<EvaluationDocument["evaluators"][number]>(
            { id: fc.constant(id), name },
            { conflictDeclared: fc.boolean(), declaredAt: moment, interests: text, measure: text },
          ),
        ),
      ),
    ),
    fc.tuple(
      fc.option(fc.constantFrom("allowed", "forbidden")),
      text,
      text,
      fc.option(rounding, { nil: null }),
      fc.option(fc.option(rounding, { nil: null }), { nil: undefined }),
      fc.option(amount),
      fc.subarray(["highest-deduction", "lowest-price", "lottery"]),
    ),
  )
  .chain(
    ([
      { tree, its },
      requirements,
      priceItems,
      evaluators,
      [zeroPrice, title, area, result, price, ceiling, ties],
    ]) => {
      const rest: Omit<EvaluationDocument, "bids"> = {
        format: "mervarde/1",
        procurement: {
          title,
          caseNumber: area,
          authority: title,
          regime: "directive",
          procedure: "open",
          currency: "SEK",
        },
        model: {
          basis: "best-price-quality",
          label: "utvärderingspris",
          method: its,
          ...(ceiling === null ? {} : { priceCeiling: ceiling }),
          ...(zeroPrice === null ? {} : { zeroPrice }),
          ...(zeroPrice === "forbidden" ? { priceDecimals: 0 } : {}),
          ...(zeroPrice === "allowed" ? { blankOptional: "highest" as const } : {}),
          rounding: {
            result,
            ...(price === undefined ? {} : { price }),
            ...(its.type === "points" && price
              ? { grades: { decimals: price.decimals % 5, mode: price.mode } }
              : {}),
          },
          ties: [...ties, ...(tree[0] ? [`criterion:${tree[0].id}`] : [])],
          winners: 1,
        },
        evaluators,
        requirements,
        criteria: tree,
        priceItems,
      };
      return ids("B", 0, 4).chain((list) =>
        fc
          .tuple(...list.map((id) => bid(id, rest)))
          .chain((bids) => withRecords({ ...rest, bids })),
      );
    },
  );

const few = <T>(one: Arb<T>): Arb<T[]> => fc.array(one, { minLength: 1, maxLength: 3 });

/** Records of every kind about what there is: mostly half filled in, as people leave them. */
function withRecords(document: EvaluationDocument): Arb<EvaluationDocument> {
  const one = (list: readonly { readonly id: string }[]) =>
    fc.constantFrom(...list.map(({ id }) => id), ...(list.length === 0 ? ["-"] : []));
  const [bid, item, requirement, criterion] = [
    one(document.bids),
    one(document.priceItems),
    one(document.requirements),
    one(leaves(document.criteria)),
  ];
  const round = fc.constantFrom("R0", "R1");
  const value = fc.oneof(text, amount);
  type Records = Pick<
    EvaluationDocument,
    | "rounds"
    | "offers"
    | "adjustments"
    | "clarifications"
    | "exclusions"
    | "lowBids"
    | "sessions"
    | "published"
    | "confidential"
    | "requests"
    | "checklist"
    | "award"
    | "decisions"
    | "dispatches"
    | "roles"
    | "timePlan"
    | "events"
  >;
  const lists: { [K in keyof Records]?: Arb<NonNullable<Records[K]>> } = {
    rounds: fc.constant([
      { id: "R0", kind: "initial" as const },
      { id: "R1", kind: "final" as const, name: "Slutligt", deadline: "2026-03-02" },
    ]),
    events: few(
      record<NonNullable<EvaluationDocument["events"]>[number]>(
        {
          type: fc.constantFrom(
            "score",
            "published",
            "quality-fixed",
            "prices-opened",
            "round-closed",
            "invited",
            "evaluated",
            "finalised",
            "reopened",
            "awarded",
            "comment",
            "signed-off",
          ),
          time: moment,
          by: name,
        },
        {
          bid: fc.constant("X"),
          criterion: fc.constant("Y"),
          evaluator: fc.constant("Z"),
          old: value,
          new: value,
          rationale: text,
          reference: text,
          reason: text,
          priceKnown: fc.boolean(),
          place: text,
          fingerprint: text,
          result: text,
          sheets: text,
          version: text,
        },
      ),
    ).chain((events) =>
      fc.constantFrom(events, appendToChain({}, { ...document, events }).events ?? events),
    ),
    published: few(
      record<NonNullable<EvaluationDocument["published"]>[number]>({
        part: fc.constantFrom("model", "requirements"),
        piece: fc.integer({ min: 1, max: 9 }),
        content: name,
      }),
    ),
    roles: few(
      record<NonNullable<EvaluationDocument["roles"]>[number]>(
        { group: fc.constantFrom("steering", "reference", "other"), name },
        { role: text, organisation: text },
      ),
    ),
    timePlan: few(
      record<NonNullable<EvaluationDocument["timePlan"]>[number]>(
        { step: name },
        {
          plannedAt: moment,
          milestone: fc.constantFrom("published", "decided"),
          doneAt: moment,
          responsible: text,
        },
      ),
    ),
    checklist: few(
      fc.oneof(
        record<NonNullable<EvaluationDocument["checklist"]>[number]>(
          {
            item: fc.constantFrom("reviewed", "tie-rule", "other"),
            answer: fc.constantFrom("yes", "no", "not-applicable"),
          },
          { responsible: text, note: text },
        ),
        record<NonNullable<EvaluationDocument["checklist"]>[number]>(
          { item: fc.constant("own-1"), question: name },
          { list: fc.constantFrom("documents", "evaluation"), responsible: text },
        ),
      ),
    ),
    award: record<NonNullable<EvaluationDocument["award"]>>(
      { subject: name },
      {
        value: fc.constantFrom("1", "12.50"),
        deadline: moment,
        openedAt: moment,
        openedBy: text,
        procedureReason: text,
        decidedAt: moment,
        sending: fc.constantFrom("electronic", "other"),
        standstill: fc.constantFrom("applies", "exempt"),
        court: text,
      },
    ),
  };
  if (document.bids.length > 0) {
    lists.confidential = few(
      record<NonNullable<EvaluationDocument["confidential"]>[number]>(
        { bid, subject: fc.constantFrom("price", "requirement", "file") },
        {
          of: text,
          reason: text,
          requestedAt: moment,
          decision: fc.constantFrom("granted", "denied"),
          decidedBy: text,
          decidedAt: moment,
        },
      ),
    );
    lists.decisions = fc.constantFrom(
      [{ id: "B1", kind: "award" as const, decidedAt: "2026-03-02", awarded: "A" }],
      [
        {
          id: "B1",
          kind: "award" as const,
          contractAt: "2026-04-02",
          standstill: "exempt" as const,
        },
        { id: "B2", kind: "correction" as const, of: "B1", reason: "Skrivfel" },
      ],
    );
    lists.dispatches = few(
      record<NonNullable<EvaluationDocument["dispatches"]>[number]>(
        { bid, decision: fc.constant("B1") },
        { sentAt: moment, sending: fc.constantFrom("electronic", "other") },
      ),
    );
    lists.requests = few(
      record<NonNullable<EvaluationDocument["requests"]>[number]>(
        { bid },
        { receivedAt: moment, question: text, answeredAt: moment },
      ),
    );
    lists.exclusions = few(
      record<NonNullable<EvaluationDocument["exclusions"]>[number]>(
        { bid },
        {
          ground: fc.constantFrom(
            "crime",
            "taxes-established",
            "taxes-shown",
            "misconduct",
            "stated",
          ),
          circumstances: text,
          occurredAt: moment,
          heardAt: moment,
          answerBy: moment,
          answeredAt: moment,
          answer: text,
          reliability: fc.constantFrom("not-claimed", "not-shown", "shown"),
          decision: fc.constantFrom("excluded", "not-excluded"),
          reason: text,
          decidedBy: text,
          decidedAt: moment,
          notifiedAt: moment,
        },
      ),
    );
    lists.lowBids = few(
      record<NonNullable<EvaluationDocument["lowBids"]>[number]>(
        { bid },
        {
          requestedBy: text,
          requestedAt: moment,
          request: text,
          answeredAt: moment,
          answer: text,
          decision: fc.constantFrom("not-abnormal", "explained", "rejected"),
          reason: text,
          decidedBy: text,
          decidedAt: moment,
        },
      ),
    );
    lists.offers = few(
      record<NonNullable<EvaluationDocument["offers"]>[number]>(
        { bid, round },
        { price: amount, ...(document.priceItems.length > 0 ? { item } : {}) },
      ),
    );
    lists.sessions = few(
      record<NonNullable<EvaluationDocument["sessions"]>[number]>(
        { bid, ...(document.criteria.length > 0 ? { criterion } : {}) },
        {
          number: fc.integer({ min: 1, max: 99 }),
          at: moment,
          minutes: fc.nat(90),
          testers: text,
          deviation: text,
        },
      ),
    );
    lists.clarifications = fc
      .uniqueArray(fc.nat(99), { minLength: 1, maxLength: 3 })
      .chain((numbers) =>
        fc.tuple(
          ...numbers.map((n) =>
            record<NonNullable<EvaluationDocument["clarifications"]>[number]>(
              { id: fc.constant(`F${n}`), bid },
              {
                rule: fc.constantFrom(
                  "clerical-error",
                  "miscalculation",
                  "other-error",
                  "clarification",
                  "supplement",
                ),
                subject: fc.constantFrom("price", "other"),
                question: text,
                askedBy: text,
                askedAt: moment,
                answer: text,
                answeredAt: moment,
                original: value,
                new: value,
                reason: text,
                decidedBy: text,
                decidedAt: moment,
                equalTreatment: text,
              },
            ),
          ),
        ),
      );
  }
  if (document.requirements.length > 0)
    lists.adjustments = few(
      record<NonNullable<EvaluationDocument["adjustments"]>[number]>(
        { requirement },
        { round, text: name, dropped: fc.boolean(), reason: text, date: moment, by: text },
      ),
    );
  return fc.record(lists, { requiredKeys: [] }).map((records) => {
    const isNegotiated = records.rounds !== undefined;
    // What names a round needs the rounds, and a dispatch its decision.
    const { offers, adjustments, dispatches, ...rest } = records;
    return {
      ...document,
      ...rest,
      ...(rest.decisions && dispatches ? { dispatches } : {}),
      ...(isNegotiated && offers ? { offers } : {}),
      ...(isNegotiated && adjustments ? { adjustments } : {}),
    };
  });
}

/** Ready to evaluate: everything priced, scored and met. */
export const ready: Arb<EvaluationDocument> = documents
  .filter(({ bids }) => bids.length > 1)
  .map(withoutRecords)
  .chain((document) =>
    fc
      .tuple(
        ...document.bids.map((each) =>
          fc
            .tuple(
              amount,
              ...leaves(document.criteria).map((of) =>
                score({ ...of, panel: "single" }, []).filter(({ value }) => value !== undefined),
              ),
            )
            .map(([price, ...scores]): Bid => ({
              id: each.id,
              bidder: each.bidder,
              price,
              answers: Object.fromEntries(
                document.requirements.map(({ id }) => [id, { verdict: "met" as const }]),
              ),
              scores: Object.fromEntries(
                leaves(document.criteria).map((of, n) => [of.id, scores[n] as Score]),
              ),
            })),
        ),
      )
      .map((bids) => ({
        ...document,
        model: withoutZeroRule(document.model),
        criteria: document.criteria.map(plainPanel),
        bids,
      })),
  );

/** The same in kronor, a model that can always be computed. */
export const complete: Arb<EvaluationDocument> = ready.filter(
  ({ model }) => model.method.type === "monetary",
);

/** Nothing asked, corrected, recorded or decided: what stands in the bids is what counts. */
function withoutRecords({
  rounds: _rounds,
  offers: _offers,
  adjustments: _adjustments,
  clarifications: _clarifications,
  exclusions: _exclusions,
  lowBids: _low,
  sessions: _sessions,
  published: _published,
  events: _events,
  ...document
}: EvaluationDocument): EvaluationDocument {
  return document;
}

function withoutZeroRule({
  zeroPrice: _zero,
  ...model
}: EvaluationDocument["model"]): EvaluationDocument["model"] {
  return model;
}

function plainPanel({
  panel: _panel,
  minimum: _minimum,
  minimumPoints: _points,
  minimumShare: _share,
  ...criterion
}: Criterion): Criterion {
  return criterion.children
    ? { ...criterion, children: criterion.children.map(plainPanel) }
    : criterion;
}
