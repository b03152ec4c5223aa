/**
 * Open data, against the published schemas of OCDS 1.1.5 (test/exchange/schemas, Apache-2.0), and
 * the result notice.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import mergePatch from "json-merge-patch";
import { document as example } from "../../examples/verksamhetssystem/document";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { noSecrets, secretsOf } from "../../src/core/document/redact";
import type { OcdsFacts } from "../../src/exchange/ocds";
import { releasePackage } from "../../src/exchange/ocds";
import { resultNotice } from "../../src/exchange/result-notice";
import { complete, runs } from "../documents";
import { document, monetary } from "../small";
import fc from "fast-check";

const schema = (name: string) =>
  JSON.parse(readFileSync(join(__dirname, "schemas", name), "utf8")) as { definitions: object };
const extensions = ["bid", "awardCriteria", "contractBuyer"].map(
  (name) => `${name}-extension.json`,
);
const release = extensions.reduce<{
  definitions: object;
}>((merged, name) => mergePatch.apply(merged, schema(name)), schema("release-schema.json"));
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
const isRelease = ajv.compile(release);
// The extension puts award criteria on lots, which 1.1 has by an extension of its own.
const isLot = ajv.compile({ definitions: release.definitions, $ref: "#/definitions/Lot" });

const facts: OcdsFacts = {
  prefix: "ocds-000000",
  time: "2026-03-24T10:00:00Z",
  language: "sv",
  formula: "Pris minus avdrag",
  fingerprint: "0".repeat(64),
};
const open = noSecrets;
type Bid = {
  readonly id: string;
  readonly status: string;
  readonly value?: { readonly amount: number };
  readonly rank?: number;
  readonly items?: readonly Item[];
};
type Item = {
  readonly id: string;
  readonly unit: { readonly value?: { readonly amount: number } };
};
type Release = {
  readonly tag: readonly string[];
  readonly bids: {
    readonly details: readonly Bid[];
    readonly statistics?: readonly { readonly measure: string; readonly value: number }[];
  };
  readonly tender: {
    readonly items?: readonly Item[];
    readonly lots: readonly { readonly awardCriteria: unknown }[];
  };
  readonly awards?: readonly {
    readonly id: string;
    readonly relatedBids: readonly string[];
    readonly value?: { readonly amount: number };
    readonly buyers?: readonly { readonly id: string }[];
  }[];
  readonly contracts?: readonly {
    readonly id: string;
    readonly awardID: string;
    readonly buyer: { readonly id: string };
    readonly value?: { readonly amount: number };
  }[];
  readonly buyer: { readonly id: string };
  readonly parties: readonly { readonly id: string; readonly roles: readonly string[] }[];
};
const releasesOf = (value: EvaluationDocument) =>
  (releasePackage(evaluate(value), open, facts) as { releases: Release[] }).releases;
const faults = (value: EvaluationDocument) =>
  releasesOf(value).flatMap((each) => [
    ...(isRelease(each) ? [] : (isRelease.errors ?? [])),
    ...each.tender.lots.flatMap((lot) => (isLot(lot) ? [] : (isLot.errors ?? []))),
  ]);

test("the schema can be broken, so that these tests can fail", () =>
  expect(
    isRelease({ ocid: 1, id: "x", date: "igår", tag: ["award"], initiationType: "tender" }),
  ).toBe(false));

describe("the example", () => {
  const releases = releasesOf(example());
  test("is valid", () => expect(faults(example())).toEqual([]));
  // 78 000 kr a month in 72 months was offered; 7 800 was meant: 5 054 400 kr less.
  test("a corrected price is published as offered, and then as it is", () =>
    expect(
      releases.map(({ tag, bids }) => [
        tag.join(),
        bids.details.find(({ id }) => id === "C")?.value?.amount,
      ]),
    ).toEqual([
      ["tender", 17_479_000],
      ["award,contract", 12_424_600],
    ]));
  test("each bid's price rows with quantity, unit and unit price, as offered and as corrected", () => {
    const itemOf = (release: Release | undefined, bid: string, item: string) =>
      release?.bids.details.find(({ id }) => id === bid)?.items?.find(({ id }) => id === item);
    const [offered, final] = releases;
    expect(itemOf(final, "A", "P1")).toEqual({
      id: "P1",
      description: "Grundlicens",
      quantity: 41250,
      unit: { name: "kr/invånare/år", value: { amount: 31.5, currency: "SEK" } },
    });
    expect([offered, final].map((each) => itemOf(each, "C", "P8")?.unit.value?.amount)).toEqual([
      78000, 7800,
    ]);
    // Own operation is the authority's published cost: nothing that is procured or offered.
    expect(itemOf(final, "D", "P10")).toBeUndefined();
    expect(final?.tender.items?.map(({ id }) => id)).toEqual([
      "P1",
      "P2",
      "P3",
      "P4",
      "P5",
      "P6",
      "P7",
      "P8",
    ]);
  });
  test("bids with status and rank, the award, and the counts", () => {
    const [, final] = releases;
    expect(
      final?.bids.details.map(({ id, status, rank }) => `${id} ${status} ${rank ?? "–"}`),
    ).toEqual(["A valid 1", "B valid 2", "C valid 3", "D disqualified –", "E valid 4"]);
    expect(final?.awards?.map(({ relatedBids }) => relatedBids)).toEqual([["A"]]);
    expect(final?.bids.statistics?.map(({ measure, value }) => `${measure} ${value}`)).toEqual([
      "bids 5",
      "validBids 4",
      "disqualifiedBids 1",
      "bidders 5",
      "tendersAbnormallyLow 0",
      "lowestValidBidValue 12424600",
      "highestValidBidValue 15336275",
    ]);
  });
});

test("an evaluation that awards nothing is no award", () => {
  const rejected = document({
    criteria: [monetary("M", { deduction: "10" })],
    requirements: ["K"],
    bids: [{ id: "A", price: "100", scores: { M: "5" }, verdicts: { K: "not-met" } }],
  });
  expect(releasesOf(rejected).map(({ tag, awards }) => [tag.join(), awards])).toEqual([
    ["tenderUpdate", undefined],
  ]);
});

describe("models", () => {
  const points = document({
    model: {
      method: {
        type: "points",
        price: { weight: "60", scale: { type: "relative-lowest" } },
        quality: "as-is",
      },
    },
    criteria: [monetary("Q", { weight: "40", minimumPoints: "2" })],
    bids: [{ id: "A", price: "100", scores: { Q: "4" } }],
  });
  test("weights that sum to 100 are percentages, a threshold is a least score", () => {
    expect(releasesOf(points)[0]?.tender.lots[0]?.awardCriteria).toEqual({
      weightingDescription: "Pris minus avdrag",
      criteria: [
        {
          type: "price",
          name: "utvärderingspris",
          numbers: [{ number: 60, weight: "percentageExact" }],
        },
        {
          type: "quality",
          id: "Q",
          name: "Q",
          numbers: [
            { number: 40, weight: "percentageExact" },
            { number: 2, threshold: "minimumScore" },
          ],
        },
      ],
    });
    expect(faults(points)).toEqual([]);
  });
  test("kronor are no weights", () =>
    expect(
      JSON.stringify(
        releasesOf(
          document({
            criteria: [monetary("M", { deduction: "500", weight: "50" })],
            bids: [{ id: "A", price: "1" }],
          }),
        )[0]?.tender.lots,
      ),
    ).not.toContain("percentageExact"));
  test("every complete evaluation gives a valid package", () =>
    fc.assert(
      fc.property(complete, (value) => expect(faults(value)).toEqual([])),
      runs(40),
    ));
});

describe("the result notice of eForms", () => {
  const notice = (value: EvaluationDocument) =>
    resultNotice(evaluate(value), open) as { [key: string]: unknown };
  test.each<[string, EvaluationDocument, object]>(
    // prettier-ignore
    [
    ["a winner",          document({ bids: [{ id: "A", price: "10" }, { id: "B", price: "20" }] }),                                     { "BT-142": "selec-w" }],
    ["nothing decided",   document({ bids: [{ id: "A" }] }),                                                                            { "BT-142": "open-nw" }],
    ["no bids",           document({ bids: [] }),                                                                                       { "BT-142": "clos-nw", "BT-144": "no-rece" }],
    ["all rejected",      document({ requirements: ["K"], bids: [{ id: "A", price: "1", verdicts: { K: "not-met" } }] }),               { "BT-142": "clos-nw", "BT-144": "all-rej" }],
  ],
  )("%s", (_, value, expected) => expect(notice(value)).toMatchObject(expected));
  test("ranks and values", () =>
    expect(
      notice(
        document({
          bids: [
            { id: "A", price: "10.50" },
            { id: "B", price: "20" },
          ],
        }),
      )["tenders"],
    ).toEqual([
      { bid: "A", "BT-720": "10.5", currency: "SEK", "BT-1711": true, "BT-171": 1 },
      { bid: "B", "BT-720": "20", currency: "SEK", "BT-1711": true, "BT-171": 2 },
    ]));
});

test("one secret row keeps every unit price of its bid out, and no other bid's", () => {
  const value: EvaluationDocument = {
    ...example(),
    confidential: [{ bid: "A", subject: "price-item", of: "P2", reason: "Affärshemlighet" }],
  };
  const { releases } = releasePackage(evaluate(value), secretsOf(value), facts) as {
    releases: Release[];
  };
  const unitPrices = (bid: string) =>
    releases
      .at(-1)
      ?.bids.details.find(({ id }) => id === bid)
      ?.items?.flatMap(({ unit }) => unit.value ?? []).length;
  expect([unitPrices("A"), unitPrices("B")]).toEqual([0, 8]);
});

test("a secret total is in no release, and neither are the statistics that it could be worked out from", () => {
  const value = { ...example(), confidential: [{ bid: "B", subject: "price" as const }] };
  const text = JSON.stringify(releasePackage(evaluate(value), secretsOf(value), facts));
  expect([
    text.includes("13488375"),
    text.includes("10190875"),
    text.includes("lowestValidBidValue"),
  ]).toEqual([false, false, false]);
});

describe("several who buy", () => {
  const row = { category: "licence", unit: "kr" } as const;
  // Xby buys one licence and Yby two; the module is asked for and not counted. Support is Yby's alone.
  const joint: EvaluationDocument = {
    ...document({
      model: {
        method: { type: "lowest-price" },
        authorities: [
          { id: "X", name: "Xby" },
          { id: "Y", name: "Yby" },
        ],
      },
      bids: [],
    }),
    priceItems: [
      { id: "P1", name: "Licens", ...row, quantity: "3", quantities: { X: "1", Y: "2" } },
      {
        id: "P2",
        name: "Modul",
        ...row,
        quantity: "2",
        quantities: { X: "1", Y: "1" },
        counted: false,
      },
      { id: "P3", name: "Stöd", ...row, quantity: "1", authority: "Y" },
    ],
    bids: [
      {
        id: "A",
        bidder: "Bolaget A",
        answers: {},
        scores: {},
        prices: { P1: "100", P2: "10", P3: "900" },
      },
      {
        id: "B",
        bidder: "Bolaget B",
        answers: {},
        scores: {},
        prices: { P1: "150", P2: "20", P3: "700" },
      },
    ],
  };
  const separate: EvaluationDocument = {
    ...joint,
    model: { ...joint.model, contracts: "separate" },
    decisions: [
      {
        id: "D1",
        kind: "award",
        authority: "X",
        designation: "§ 7",
        decidedAt: "2026-03-09",
        contractAt: "2026-04-01",
      },
    ],
  };
  const said = (value: EvaluationDocument, secrets = open) => {
    const made = releasePackage(evaluate(value), secrets, facts) as { releases: Release[] };
    const { awards = [], contracts = [] } = made.releases.at(-1) as Release;
    return [
      ...awards.map(({ id, relatedBids, value: worth, buyers }) =>
        [id, relatedBids.join(), worth?.amount, ...(buyers ?? []).map((each) => each.id)]
          .flat()
          .join(" "),
      ),
      ...contracts.map(({ id, awardID, value: worth, buyer }) =>
        [`${id} under ${awardID}`, worth?.amount ?? "–", buyer.id].join(" "),
      ),
    ];
  };

  test("are each a party, and the one that runs the procedure buys only where it is one of them", () => {
    const parties = (value: EvaluationDocument) => {
      const [made] = releasesOf(value);
      return [
        made?.buyer.id,
        ...(made?.parties ?? []).map(({ id, roles }) => `${id} ${roles.join()}`),
      ];
    };
    // In one contract A costs 300 + 900 and B 450 + 700.
    expect(parties(joint)).toEqual([
      "buyer-X",
      "buyer procuringEntity",
      "buyer-X buyer",
      "buyer-Y buyer",
      "A tenderer",
      "B tenderer,supplier",
    ]);
    const led = { ...joint, procurement: { ...joint.procurement, authority: "Yby" } };
    expect(parties(led).slice(0, 3)).toEqual([
      "buyer",
      "buyer buyer,procuringEntity",
      "buyer-X buyer",
    ]);
    const [first, second] = parties(separate).slice(-2);
    expect([first, second]).toEqual(["A tenderer,supplier", "B tenderer,supplier"]);
  });

  test("have a contract each under one award, worth what is paid with every option", () => {
    // B: Xby 150 + 20; Yby 2 × 150 + 20 + 700.
    expect(said(joint)).toEqual([
      "1/26 B 1190",
      "1/26-X under 1/26 170 buyer-X",
      "1/26-Y under 1/26 1020 buyer-Y",
    ]);
  });

  test("have an award each where contracts are separate, in one release", () => {
    // A is lowest in Xby, 100 against 150; B in Yby, 300 + 700 against 200 + 900.
    expect(said(separate)).toEqual([
      "§ 7-X A 110 buyer-X",
      "1/26-Y B 1020 buyer-Y",
      "§ 7-X under § 7-X 110 buyer-X",
      "1/26-Y under 1/26-Y 1020 buyer-Y",
    ]);
    expect([joint, separate].flatMap(faults)).toEqual([]);
  });

  test("sign each a contract in the result notice, and its value is of all of them", () => {
    const notice = resultNotice(evaluate(joint), open);
    expect(notice).toMatchObject({ "BT-161": "1190", currency: "SEK" });
    expect("contracts" in notice && notice.contracts).toEqual([
      { "OPT-300": "Xby", value: "170", currency: "SEK" },
      { "OPT-300": "Yby", value: "1020", currency: "SEK" },
    ]);
    const secret = secretsOf({
      ...joint,
      confidential: [{ bid: "B", subject: "price-item", of: "P1" }],
    });
    expect(JSON.stringify(resultNotice(evaluate(joint), secret))).not.toMatch(/BT-161|1190|1020/);
  });

  test("tell no value of a contract whose bid has a secret row", () => {
    const secret = (value: EvaluationDocument): EvaluationDocument => ({
      ...value,
      confidential: [{ bid: "B", subject: "price-item", of: "P3", reason: "Affärshemlighet" }],
    });
    const values = [joint, separate].map((value) => said(secret(value), secretsOf(secret(value))));
    expect(values.flat().filter((text) => / (1190|1020|170)\b/.test(text))).toEqual([]);
    const text = JSON.stringify(
      releasePackage(evaluate(secret(separate)), secretsOf(secret(separate)), facts),
    );
    expect([text.includes('"result":"1000"'), text.includes('"result":"100"')]).toEqual([
      false,
      true,
    ]);
  });
});
