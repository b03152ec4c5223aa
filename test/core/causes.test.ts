/**
 * One cause, one finding: what follows from a cell that could not be read is dropped, by its place;
 * a second true cause is always reported.
 */
import type { FindingCode } from "../../src/core/findings/catalogue";
import { withoutEffects } from "../../src/core/causes";
import { evaluate } from "../../src/core/evaluate";
import type { Finding, Severity } from "../../src/core/finding";
import { resting } from "../../src/core/finding";
import { document, monetary } from "../small";

/** A finding of which only the place matters here. */
const finding = (
  code: FindingCode,
  severity: Severity,
  where: string,
  details: Finding["details"] = {},
): Finding => ({ code, severity, where, details });
const lost = (where: string): Finding => ({
  ...finding("cell-error", "blocking", where),
  isLost: true,
});
const codesLeft = (...findings: readonly Finding[]) =>
  withoutEffects(findings).map(({ code }) => code);
const missing = (where: string) => finding("weight-missing", "blocking", where);

describe("dropped", () => {
  test("a finding at the cell that could not be read", () =>
    expect(codesLeft(lost("criteria[U1].weight"), missing("criteria[U1].weight"))).toEqual([
      "cell-error",
    ]));
  test("a finding about a list in which one entry could not be read", () =>
    expect(
      codesLeft(lost("model.ties[0]"), finding("tie-unresolved", "open", "model.ties")),
    ).toEqual(["cell-error"]));
  test("a finding that rests on the cell", () =>
    expect(
      codesLeft(
        lost("criteria[U].scale.type"),
        resting(finding("criterion-without-scale", "blocking", "criteria[U]"), "criteria[U].scale"),
      ),
    ).toEqual(["cell-error"]));
});

describe("kept", () => {
  // prettier-ignore
  test.each([
    ["the same key of another row",   "criteria[U2].weight"],
    ["another key of the same row",   "criteria[U1].cap"],
    ["the row itself",                "criteria[U1]"],
    ["an id that begins alike",       "criteria[U11].weight"],
  ])("%s", (_, where) =>
    expect(codesLeft(lost("criteria[U1].weight"), missing(where))).toEqual([
      "cell-error",
      "weight-missing",
    ]));
  test("two cells that could not be read", () =>
    expect(codesLeft(lost("bids[A].price"), lost("bids[B].price"))).toEqual([
      "cell-error",
      "cell-error",
    ]));
  test("a finding at a cell that was read with a warning", () =>
    expect(
      codesLeft(
        finding("number-as-text", "warning", "bids[A].price"),
        finding("price-negative", "warning", "bids[A].price"),
      ),
    ).toEqual(["number-as-text", "price-negative"]));
  test("a finding that gathers other places too", () =>
    expect(
      codesLeft(
        lost("model.ties[0]"),
        finding("tie-unresolved", "open", "model.ties", { ids: ["A", "B"] }),
      ),
    ).toEqual(["cell-error", "tie-unresolved"]));
});

test("of requirements that are not checked, those whose cell could not be read are not counted", () => {
  const value = document({
    requirements: ["K1", "K2", "K3"],
    criteria: [monetary("M", { deduction: "10" })],
    bids: [{ id: "A", price: "100", scores: { M: "5" } }],
  });
  const { findings } = evaluate(value, [lost("bids[A].answers[K1].verdict")]);
  expect(
    findings.map(({ code, where, details }) => [code, where, details["ids"], details["count"]]),
  ).toEqual([
    ["cell-error", "bids[A].answers[K1].verdict", undefined, undefined],
    ["requirement-unchecked", "bids[A].answers[K2].verdict", ["K2", "K3"], 2],
  ]);
});
