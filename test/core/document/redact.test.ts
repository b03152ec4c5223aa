/**
 * A document without its secrets: what is asked to be kept secret is gone wherever it was copied,
 * and nothing else is.
 */
import { noSecrets, redactDocument, secretsOf } from "../../../src/core/document/redact";
import type { Confidential, EvaluationDocument, Source } from "../../../src/core/document/schema";
import { document, monetary } from "../../small";

const secretText = "Vår krypteringsmodul Argus i version fyra";
const base = document({
  criteria: [monetary("M", { deduction: "100" })],
  requirements: ["K1"],
  bids: [
    { id: "A", price: "1000", scores: { M: "3" } },
    { id: "B", price: "1100", scores: { M: "4" } },
  ],
});
const withRationale = (text: string): EvaluationDocument => ({
  ...base,
  bids: base.bids.map((bid) =>
    bid.id === "A" ? { ...bid, scores: { M: { value: "3", rationale: text } } } : bid,
  ),
  events: [
    { type: "comment", time: "2026-03-01", by: "Jurist", reason: `Jämför: ${text}.` },
    { type: "comment", time: "2026-03-01", by: "Jurist", reason: "Inget att anmärka." },
  ],
});
const asked = (record: Confidential, text = secretText): EvaluationDocument => ({
  ...withRationale(text),
  confidential: [record],
});
const without = (value: EvaluationDocument, reader?: string) =>
  redactDocument(value, secretsOf(value, reader), "[sekretess]");

describe("a secret criterion", () => {
  const request: Confidential = { bid: "A", subject: "criterion", of: "M" };

  test("its reasons are gone, and so is a copy of them in a comment", () => {
    const text = JSON.stringify(without(asked(request)));
    expect(text).not.toContain("Argus");
    expect(text).toContain("Jämför: [sekretess].");
    expect(text).toContain("Inget att anmärka.");
  });

  test("a text that is the marker already is left as it is", () => {
    const once = without(asked(request));
    expect(without(once)).toEqual(once);
  });

  test("a short word is taken away where it stood, and not from other sentences", () => {
    const text = JSON.stringify(without(asked(request, "Inget")));
    expect(text).toContain("Inget att anmärka.");
    expect(text).toContain('"rationale":"[sekretess]"');
  });

  test("another bid's reference and reason in the same words are its own", () => {
    const same = { value: "3", rationale: secretText, reference: "Bilaga 4 Mervärden" };
    const value: EvaluationDocument = {
      ...base,
      bids: base.bids.map((bid) => ({ ...bid, scores: { M: same } })),
      events: [
        {
          type: "comment",
          time: "2026-03-01",
          by: "Jurist",
          place: "bids[B].scores[M]",
          reason: secretText,
        },
      ],
      confidential: [request],
    };
    const shown = without(value);
    expect(
      shown.bids.map(({ scores }) => [scores["M"]?.rationale, scores["M"]?.reference]),
    ).toEqual([
      ["[sekretess]", "[sekretess]"],
      [secretText, "Bilaga 4 Mervärden"],
    ]);
    expect(shown.events?.[0]?.reason).toBe(secretText);
  });

  test("what was published is nobody's secret, whatever a bidder quotes of it", () => {
    const value = asked(request, "Leverantören ska ha en process för ändringar");
    const quoted = {
      ...value,
      requirements: [
        {
          id: "K1",
          text: "Leverantören ska ha en process för ändringar",
          kind: "mandatory" as const,
        },
      ],
    };
    expect(without(quoted).requirements[0]?.text).toBe(
      "Leverantören ska ha en process för ändringar",
    );
  });

  test("a secret amount is gone from sentences, however it is written; dates and other amounts stay", () => {
    const secrets = { ...secretsOf(asked(request)), amounts: new Set(["1437.25", "1293525"]) };
    const reason =
      "Timpriset 1 437,25 kr ger 1\u00a0293\u00a0525 kr, den 2026-03-18, mot 1 293 526 kr.";
    const value = {
      ...asked(request),
      events: [{ type: "comment" as const, time: "2026-03-01", by: "Jurist", reason }],
    };
    expect(redactDocument(value, secrets, "[x]").events?.[0]?.reason).toBe(
      "Timpriset [x] kr ger [x] kr, den 2026-03-18, mot 1 293 526 kr.",
    );
  });

  test("an empty text stays empty", () =>
    expect(without(asked(request, "")).bids[0]?.scores["M"]?.rationale).toBe(""));
});

// prettier-ignore
test.each<[string, Partial<Confidential>, string | undefined, boolean]>([
  ["a request that waits",         {},                      undefined, true],
  ["a request that was granted",   { decision: "granted" }, undefined, true],
  ["a request that was denied",    { decision: "denied" },  undefined, false],
  ["the bidder's own reading",     {},                      "A",       false],
  ["another bidder's reading",     {},                      "B",       true],
])("%s hides the text: %s", (_, more, reader, isHidden) => {
  const text = JSON.stringify(without(asked({ bid: "A", subject: "criterion", of: "M", ...more }), reader));
  expect(!text.includes("Argus")).toBe(isHidden);
});

test("a document without secrets is the same document", () =>
  expect(redactDocument(base, noSecrets, "[sekretess]")).toBe(base));

// prettier-ignore
test.each<[string, Confidential]>([
  ["a price row", { bid: "A", subject: "price-item", of: "P1" }],
  ["the price",   { bid: "A", subject: "price" }],
  ["a requirement", { bid: "A", subject: "requirement", of: "K1" }],
])("where a value was taken from is as secret as the value: %s", (_, request) => {
  const source = (subject: Source["subject"], of?: string): Source => ({
    bid: "A", subject, ...(of === undefined ? {} : { of }), cell: "a.xlsx!Priser!H6", seen: `seen ${subject ?? ""}`,
  });
  const sources = [source("price-item", "P1"), source("stated-total"), source("requirement", "K1"), source("other"), { ...source("price-item", "P1"), bid: "B" }, source("answer", "K1"), source("reference", "K1"), source("bidder")];
  const hidden = without({ ...base, sources, confidential: [request] }).sources?.map(({ seen }) => seen === "[sekretess]");
  const wanted = { "price-item": [true, false, false, true, false, false, false, false], price: [true, true, false, true, false, false, false, false], requirement: [false, false, true, true, false, true, true, false] };
  expect(hidden).toEqual(wanted[request.subject as keyof typeof wanted]);
});
