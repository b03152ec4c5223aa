/**
 * Weighted points for price and criteria:
 *
 *   result = Σ weight/100 × grade, over price and root criteria; grade = maximum × share
 *
 * A grade is rounded only when `rounding.grades` says so. `rescaled` gives the best compared bid the
 * full grade of each criterion, which makes a result depend on the other bids.
 */
import type { Fulfilment } from "../criteria";
import { MadeOf } from "../made-of";
import { Exact } from "../number";
import type { Bid, Rounding } from "../document/schema";
import type { About, Step } from "../step";
import { product, quotient, rounded, sum, weighted } from "../arithmetic";
import { fixed } from "../step";
import type { Entrant, ComparedBids } from "./compared-bids";
import type { Composition, Method } from "./method";
import { specOf } from "./method";
import { isRelative, priceShare } from "./price-scale";

export const points: Method = {
  type: "points",
  direction: () => "highest",
  inCurrency: false,
  worth: { needs: ["weight"] },
  compose(entrant, field) {
    const { bid } = entrant;
    const { price, maximum, quality } = specOf(field.model, "points");
    const full =
      maximum === undefined
        ? hundred
        : field.inputs.number({ what: "maximum" }, "model.method.maximum", maximum);
    const rounding = field.model.rounding.grades;
    const share = priceShare(price.scale, entrant, field);
    const priceGrade = grade({ what: "price-grade", bid: bid.id }, full, share, rounding);
    const weight = field.inputs.number(
      { what: "price-weight" },
      "model.method.price.weight",
      price.weight,
    );
    const fromPrice = weighted({ what: "price-points", bid: bid.id }, [[weight, priceGrade]]);
    const graded = gradedRoots(entrant, field, full, quality === "rescaled");
    const compared = isRelative(price.scale) ? [field.comparedPrice(entrant)] : [];
    return {
      ...graded,
      fromPrice,
      figures: [...compared, share, priceGrade, fromPrice, ...graded.figures],
      unrounded: sum({ what: "result-unrounded", bid: bid.id }, [fromPrice, graded.adjustments]),
    };
  },
};

/** The highest grade when the model names none. */
export const hundred = fixed({ what: "maximum" }, Exact.of("100"));

/** maximum × share, rounded when a rounding of grades is published. */
function grade(
  about: About,
  maximum: Step,
  share: Step,
  rounding: Rounding | null | undefined,
): Step {
  if (!rounding) return product(about, [maximum, share]);
  const what = about.what === "price-grade" ? "price-grade-unrounded" : "grade-unrounded";
  return rounded(about, product({ ...about, what }, [maximum, share]), rounding);
}

type Graded = Pick<Composition, "adjustmentOf" | "adjustments" | "figures">;

/**
 * Every root criterion's weighted grade, and their sum.
 * @param full the highest grade
 * @param isRescaled whether the best compared bid gets the full grade
 */
export function gradedRoots(
  entrant: Entrant,
  field: ComparedBids,
  full: Step,
  isRescaled: boolean,
): Graded {
  const { criteria, bid } = entrant;
  const add = () =>
    added(
      bid,
      criteria.map((root) => gradeRoot(root, { entrant, field, full, isRescaled })),
    );
  return isRescaled ? add() : field.inputs.ofFulfilled(criteria, add);
}

function added({ id: bid }: Bid, roots: readonly Root[]): Graded {
  const adjustmentOf = new Map(roots.map(({ id, adjustment }) => [id, adjustment]));
  const adjustments = sum({ what: "adjustments", bid }, [...adjustmentOf.values()]);
  return { adjustmentOf, adjustments, figures: roots.flatMap(({ figures }) => figures) };
}

type Root = { readonly id: string; readonly adjustment: Step; readonly figures: readonly Step[] };

type Grading = {
  readonly entrant: Entrant;
  readonly field: ComparedBids;
  readonly full: Step;
  readonly isRescaled: boolean;
};

const gradedOnce = new MadeOf<
  Fulfilment,
  { readonly reached: Step; readonly graded: Step; readonly adjustment: Step }
>();

/** One root criterion's grade, times its weight in per cent. */
function gradeRoot(root: Fulfilment, { entrant, field, full, isRescaled }: Grading): Root {
  const { criterion, share } = root;
  const { id } = criterion;
  const of = { bid: entrant.bid.id, id };
  const { grades } = field.model.rounding;
  const best = isRescaled ? field.bestShare(id) : undefined;
  const percent = field.inputs.ofCriterion("weight", criterion, "weight");
  const { reached, graded, adjustment } = gradedOnce.get(
    root,
    [full, best, percent, grades],
    () => {
      const reached = best ? quotient({ what: "rescaled-share", ...of }, share, best) : share;
      const graded = grade({ what: "grade", ...of }, full, reached, grades);
      const adjustment = weighted({ what: "adjustment", ...of }, [[percent, graded]]);
      return { reached, graded, adjustment };
    },
  );
  return {
    id,
    adjustment,
    figures: best ? [field.comparedShare(entrant, id), reached, graded] : [graded],
  };
}
