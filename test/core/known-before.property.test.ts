/**
 * A case that is evaluated again after an edit comes to what it would come to had it never been
 * evaluated before: every figure with all that it was made from, every finding and every self-check,
 * whatever figure, person, row or bid was changed.
 */
import fc from "fast-check";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { parseDocument } from "../../src/core/document/parse";
import type { Evaluation } from "../../src/core/evaluate";
import { evaluate } from "../../src/core/evaluate";
import { Exact } from "../../src/core/number";
import { withSameParts } from "../../src/core/same-parts";
import type { Step, Value } from "../../src/core/step";
import { EvaluatedCopies } from "../../src/lab/evaluated-copies";
import { nativeHash } from "../../src/host/native-hash";
import { selfChecks } from "../../src/lab/self-checks";
import { ofEachAuthority } from "../price-forms";
import { documents, runs } from "../documents";
import type { Edit } from "../edited-documents";
import { edited, edits } from "../edited-documents";
import { monetary, document as small } from "../small";

const valueOf = (value: Value | undefined) =>
  value instanceof Exact ? value.toRatio() : (value ?? null);

const digests = new WeakMap<Step<Value>, string>();

/** A step with everything that it was made from, as a digest: figures enter many others. */
function told(step: Step<Value>): string {
  const { about, rule, value } = step;
  const found =
    digests.get(step) ??
    nativeHash(JSON.stringify([about, rule, valueOf(value), step.from.map(told)]));
  digests.set(step, found);
  return found;
}

function everything({ bids, contracts, findings, order, award, status }: Evaluation): unknown {
  return JSON.stringify([
    bids.map(({ bid, rank, price, reasons, compliance, ...of }) => [
      bid,
      [rank, price.price, price.offered, of.adjustments, of.result].map(told),
      [...price.byAuthority].map(([id, step]) => [id, told(step)]),
      of.criteria.map(({ criterion, share, limits }) => [
        criterion,
        [share, ...limits.map(({ check }) => check)].map(told),
      ]),
      [reasons, told(compliance.notMet), compliance.openReasons],
    ]),
    contracts.map(({ evaluation }) => evaluation.bids.map(({ rank }) => told(rank))),
    findings.map(({ details, ...each }) => [each, JSON.stringify(details)]),
    [order, award, status],
  ]);
}

function expectTheSame(first: EvaluationDocument, all: readonly Edit[]): void {
  const copies = new EvaluatedCopies();
  let last = evaluate(first);
  selfChecks(last, copies);
  for (const edit of all) {
    const document = withSameParts(last.document, edited(last.document, edit));
    if (!parseDocument(document).document) continue;
    const whole = evaluate(structuredClone(document));
    last = evaluate(document, [], last);
    expect(everything(last)).toBe(everything(whole));
    expect(selfChecks(last, copies)).toEqual(selfChecks(whole));
  }
}

const several = fc.array(edits, { minLength: 1, maxLength: 6 });

test("any procurement, after any changes", () =>
  fc.assert(fc.property(documents, several, expectTheSame), runs(60)));

const panel = {
  panel: "mean",
  scale: { type: "points", max: "5", zero: "0", step: "0.5" },
} as const;
const given = (...values: string[]) => ({
  assessments: values.map((value, n) => ({ evaluator: `E${n}`, value })),
});

/** A panel of three, a minimum, rows and a rule for ties. */
const scored = small({
  criteria: [
    { ...monetary("K", { deduction: "100" }), ...panel, minimum: "2" },
    monetary("L", { deduction: "50" }),
  ],
  bids: [
    { id: "A", price: "900", scores: {} },
    { id: "B", price: "1000", scores: {} },
    { id: "C", price: "1000", scores: {} },
  ],
});

test.each<[string, EvaluationDocument]>([
  [
    "a panel's scores",
    {
      ...scored,
      evaluators: [0, 1, 2].map((n) => ({ id: `E${n}`, name: `Namn ${n}` })),
      bids: scored.bids.map((bid, n) => ({
        ...bid,
        scores: { K: given("3", "4", `${n + 1}`), L: { value: "3" } },
      })),
    },
  ],
  ["separate contracts of several authorities", ofEachAuthority],
])("%s, after any changes", (_, document) =>
  fc.assert(
    fc.property(several, (all) => {
      expectTheSame(document, all);
    }),
    runs(15),
  ),
);
