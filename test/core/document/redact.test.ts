/**
 * A document without its secrets: what is asked to be kept secret is gone wherever it was copied,
 * and nothing else is.
 */
import { noSecrets, redactDocument, secretsOf } from "../../../src/core/document/redact";
import type { Confidential, EvaluationDocument } from "../../../src/core/document/schema";
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
