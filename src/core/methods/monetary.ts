/**
 * Monetary deductions and additions (mervärdesmodellen):
 *
 *   evaluation price = P + constant − Σ deductions + Σ additions
 *
 * Deduction and addition forms with the same amounts give the same ranking at the same distances. The
 * result may be negative and is never clamped: a floor above 0 kr would keep a lower price from
 * winning (HFD 2022 ref. 41).
 */
import { Exact } from "../number";
import type { Bid, Band } from "../document/schema";
import type { Fulfilment } from "../criteria";
import type { Inputs } from "../inputs";
import type { Step, What } from "../step";
import { product, remainder, smallest, sum } from "../arithmetic";
import { fixed } from "../step";
import { netAdjustment, netAdjustments } from "./net-adjustments";
import type { Method } from "./method";
import { specOf } from "./method";
import { bandAt } from "../place";

export const monetary: Method = {
  type: "monetary",
  direction: () => "lowest",
  inCurrency: true,
  worth: {
    needs: ["deduction", "addition", "perPoint", "bands"],
    limits: ["cap"],
  },
  compose({ bid, price, criteria }, { model, inputs }) {
    const { constant } = specOf(model, "monetary");
    const added =
      constant === undefined
        ? []
        : [inputs.number({ what: "constant" }, "model.method.constant", constant)];
    const net = inputs.ofFulfilled(criteria, () =>
      netAdjustments(bid, criteria, (root) =>
        inputs.ofFulfilled(root, () =>
          netAdjustment(bid, root, deduction(root, bid, inputs), addition(root, bid, inputs)),
        ),
      ),
    );
    return {
      ...net,
      fromPrice: price,
      figures: [],
      unrounded: sum({ what: "result-unrounded", bid: bid.id }, [price, ...added, net.adjustments]),
    };
  },
};

/** kr, at most `cap`: deduction × share, kr per point × points, or the deduction of a band. */
function deduction(fulfilment: Fulfilment, bid: Bid, inputs: Inputs): Step | undefined {
  const { criterion } = fulfilment;
  const { id, cap } = criterion;
  const whole = uncapped(
    fulfilment,
    bid,
    inputs,
    cap === undefined ? "deduction" : "deduction-uncapped",
  );
  if (whole === undefined || cap === undefined) return whole;
  return smallest({ what: "deduction", bid: bid.id, id }, [
    whole,
    inputs.ofCriterion("cap", criterion, "cap"),
  ]);
}

function uncapped(
  { criterion, share, points }: Fulfilment,
  bid: Bid,
  inputs: Inputs,
  what: What,
): Step | undefined {
  const { id } = criterion;
  const about = { what, bid: bid.id, id };
  if (criterion.deduction !== undefined) {
    return product(about, [inputs.ofCriterion("deduction-full", criterion, "deduction"), share]);
  }
  if (criterion.perPoint === undefined && criterion.bands === undefined) return undefined;
  // A criterion without points has a blocking finding; its deduction has no value.
  if (points === undefined) return fixed(about, undefined);
  if (criterion.perPoint !== undefined) {
    return product(about, [inputs.ofCriterion("per-point", criterion, "perPoint"), points]);
  }
  if (criterion.bands !== undefined)
    return banded(about, { id, bands: criterion.bands, points }, inputs);
  return undefined;
}

/**
 * The deduction in kr of the one band that holds the points, both ends included. It has no value when
 * no band or several bands hold them.
 */
function banded(
  about: Step["about"],
  {
    id,
    bands,
    points,
  }: { readonly id: string; readonly bands: readonly Band[]; readonly points: Step },
  inputs: Inputs,
): Step {
  const limits = bands.flatMap((band, n) => {
    const of = (what: What, key: keyof Band) =>
      inputs.number({ what, id, detail: String(n + 1) }, bandAt(id, n, key), band[key]);
    return [of("band-from", "from"), of("band-to", "to"), of("band-deduction", "deduction")];
  });
  const holding = bands.filter(
    ({ from, to }) =>
      points.value &&
      points.value.compare(Exact.of(from)) >= 0 &&
      points.value.compare(Exact.of(to)) <= 0,
  );
  const [only, second] = holding;
  const value = only && !second ? Exact.of(only.deduction) : undefined;
  return { about, rule: { kind: "band" }, from: [points, ...limits], value };
}

/** kr: addition × the share that is not fulfilled. */
function addition({ criterion, share }: Fulfilment, bid: Bid, inputs: Inputs): Step | undefined {
  const { id } = criterion;
  if (criterion.addition === undefined) return undefined;
  const full = inputs.ofCriterion("addition-full", criterion, "addition");
  const shortfall = remainder({ what: "shortfall", bid: bid.id, id }, share);
  return product({ what: "addition", bid: bid.id, id }, [full, shortfall]);
}
