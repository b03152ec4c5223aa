/**
 * Deductions and additions in per cent of the bid's own price:
 *
 *   evaluation price = P × (1 − Σ deductionPercent/100 × share + Σ additionPercent/100 × (1 −
 * share))
 *
 * Each adjustment is computed in kronor, so that it can be read; the sum is the same. Deduction and
 * addition forms are not equivalent here (e-Avrop, Förklaring procentuellt påslag och avdrag).
 * Deductions that reach 100 % make the price irrelevant, which the laboratory blocks.
 */
import type { Fulfilment } from "../criteria";
import type { Criterion } from "../document/schema";
import type { Inputs } from "../inputs";
import { Exact } from "../number";
import type { Step } from "../step";
import { product, quotient, remainder, sum } from "../arithmetic";
import { fixed } from "../step";
import { netAdjustment, netAdjustments } from "./net-adjustments";
import type { Entrant } from "./compared-bids";
import type { Method } from "./method";

export const percentage: Method = {
  type: "percentage",
  direction: () => "lowest",
  inCurrency: true,
  worth: { needs: ["deductionPercent", "additionPercent"] },
  compose(entrant, { inputs }) {
    const { bid, price, criteria } = entrant;
    const net = netAdjustments(bid, criteria, (root) =>
      netAdjustment(bid, root, deduction(root, entrant, inputs), addition(root, entrant, inputs)),
    );
    return {
      ...net,
      fromPrice: price,
      figures: [],
      unrounded: sum({ what: "result-unrounded", bid: bid.id }, [price, net.adjustments]),
    };
  },
};

/** kr: the published part of the bid's own price × the share that is fulfilled. */
function deduction(
  { criterion, share }: Fulfilment,
  { bid, price }: Entrant,
  inputs: Inputs,
): Step | undefined {
  const part = partOf("deduction", criterion, inputs);
  return (
    part && product({ what: "deduction", bid: bid.id, id: criterion.id }, [part, share, price])
  );
}

/** kr: the published part of the bid's own price × the share that is not fulfilled. */
function addition(
  { criterion, share }: Fulfilment,
  { bid, price }: Entrant,
  inputs: Inputs,
): Step | undefined {
  const { id } = criterion;
  const part = partOf("addition", criterion, inputs);
  return (
    part &&
    product({ what: "addition", bid: bid.id, id }, [
      part,
      remainder({ what: "shortfall", bid: bid.id, id }, share),
      price,
    ])
  );
}

function partOf(
  form: "deduction" | "addition",
  criterion: Criterion,
  inputs: Inputs,
): Step | undefined {
  if (criterion[`${form}Percent`] === undefined) return undefined;
  const given = inputs.ofCriterion(`${form}-per-cent`, criterion, `${form}Percent`);
  return quotient(
    { what: `${form}-part`, id: criterion.id },
    given,
    fixed({ what: "per-cent" }, Exact.of("100")),
  );
}
