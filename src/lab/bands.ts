/**
 * Lint of a criterion's point bands and minimums against the points it can have: gaps, overlaps,
 * points beyond the first or last band, and minimums that can be read in two ways. It changes no
 * figure.
 */
import type { Band, Criterion } from "../core/document/schema";
import { everyCriterion } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { Exact } from "../core/number";
import { fullPoints, lowestPoints } from "./limits";
import { criterionAt } from "../core/place";

/**
 * The step between the points that a criterion can have; undefined where any value is possible.
 * `unstated` when the scales name no step, so whole points are usual and decimals possible.
 */
type Grain = { readonly step: Exact | undefined; readonly unstated: boolean };

/** Finds gaps, which block, overlaps, and points beyond the first or last band. */
export function bandFindings(root: Criterion): Finding[] {
  if (!root.bands) return [];
  const { id, name } = root;
  const place = criterionAt(id, "bands");
  const grain = grainOf(root);
  const rising = [...root.bands].sort((a, b) => Exact.of(a.from).compare(Exact.of(b.from)));
  const turned = rising.filter(({ from, to }) => Exact.of(from).compare(Exact.of(to)) > 0);
  const holes = [...ends(root, rising, grain), ...between(rising, grain)];
  const overlaps = rising.slice(1).flatMap((band, n) => {
    const before = rising[n];
    return before && Exact.of(band.from).compare(Exact.of(before.to)) <= 0
      ? [`${band.from}–${before.to}`]
      : [];
  });
  const fractions =
    grain.unstated &&
    rising.some(
      (band, n) => n > 0 && !Exact.of(band.from).equals(Exact.of(rising[n - 1]?.to ?? band.from)),
    );
  return [
    ...(holes.length > 0 || turned.length > 0
      ? [
          finding("bands-have-gap", "blocking", place, {
            id,
            name,
            gaps: [...holes, ...turned.map(({ from, to }) => `${from}–${to}`)],
            averaged: grain.step === undefined ? "yes" : "no",
          }),
        ]
      : []),
    ...(overlaps.length > 0
      ? [finding("bands-overlap", "blocking", place, { id, name, overlaps })]
      : []),
    ...(fractions && holes.length === 0
      ? [finding("bands-between-points", "warning", place, { id, name })]
      : []),
    ...unreachable(root, rising),
  ];
}

/** Gaps between two bands in which a value can lie. */
function between(rising: readonly Band[], { step }: Grain): string[] {
  return rising.slice(1).flatMap(({ from }, n) => {
    const to = rising[n]?.to ?? from;
    const hole = Exact.of(from).minus(Exact.of(to));
    const isGap = step ? hole.compare(step) > 0 : hole.compare(Exact.zero) > 0;
    return isGap ? [`${to}–${from}`] : [];
  });
}

/** Points below the first band and above the last. */
function ends(root: Criterion, rising: readonly Band[], { step }: Grain): string[] {
  const [low, high] = [lowestPoints(root), fullPoints(root)];
  const [first, last] = [Exact.of(rising[0]?.from ?? "0"), Exact.of(rising.at(-1)?.to ?? "0")];
  const slack = step ?? Exact.zero;
  return [
    ...(first.compare(low) > 0 && first.minus(slack).compare(low) >= 0
      ? [`${low.toText()}–${first.toText()}`]
      : []),
    ...(last.compare(high) < 0 ? [`${last.toText()}–${high.toText()}`] : []),
  ];
}

/** A band below the lowest points a bid may have announces a deduction that no bid can get. */
function unreachable(root: Criterion, rising: readonly Band[]): Finding[] {
  const low = lowestPoints(root);
  const idle = rising
    .filter(({ to }) => Exact.of(to).compare(low) < 0)
    .map(({ from, to }) => `${from}–${to}`);
  if (idle.length === 0) return [];
  return [
    finding("minimum-contradicts-bands", "warning", criterionAt(root.id, "bands"), {
      id: root.id,
      name: root.name,
      bands: idle,
      least: low.toText(),
    }),
  ];
}

/** A mean can be any value; a step scale or levels only their own points. */
function grainOf(root: Criterion): Grain {
  const scored = [...everyCriterion([root])].filter(({ children }) => !children);
  const averaged = scored.some(
    ({ panel, perConsultant, perParticipant, scale }) =>
      panel === "mean" ||
      panel === "median" ||
      perConsultant === true ||
      perParticipant === true ||
      scale?.type === "sus" ||
      scale?.type === "measure",
  );
  if (averaged) return { step: undefined, unstated: false };
  const steps = scored.flatMap(({ scale }) =>
    scale?.type === "points" && scale.step !== undefined ? [Exact.of(scale.step)] : [],
  );
  const levels = scored.flatMap(({ scale }) =>
    scale?.type === "levels" ? scale.levels.map(({ value }) => Exact.of(value)) : [],
  );
  const isFraction = [...steps, ...levels].some((value) => !value.equals(value.rounded(0, "down")));
  const unstated = scored.some(({ scale }) => scale?.type === "points" && scale.step === undefined);
  const [first, ...rest] = steps;
  return {
    step: isFraction ? (first ? Exact.smallest(first, ...rest) : undefined) : Exact.one,
    unstated,
  };
}

/** Minimums that can be read in two ways: "4 points, at least 1 per ground, or lower". */
export function minimumFindings(criterion: Criterion): Finding[] {
  const { id, name, minimumPoints, minimumShare, children } = criterion;
  if (!children || (minimumPoints === undefined && minimumShare === undefined)) return [];
  const place = criterionAt(id, minimumPoints === undefined ? "minimumShare" : "minimumPoints");
  const inner = [...everyCriterion(children)].filter(
    ({ minimum, minimumShare: share, minimumPoints: points }) =>
      minimum !== undefined || share !== undefined || points !== undefined,
  );
  const whole = minimumPoints ?? `${minimumShare} %`;
  const both =
    inner.length > 0
      ? [
          finding("minimum-in-two-ways", "warning", place, {
            id,
            name,
            whole,
            ids: inner.map((part) => part.id),
          }),
        ]
      : [];
  const grain = grainOf(criterion);
  const isBetween =
    minimumPoints !== undefined && (grain.step === undefined || !grain.step.equals(Exact.one));
  return [
    ...both,
    ...(isBetween
      ? [finding("minimum-between-points", "warning", place, { id, name, whole })]
      : []),
  ];
}
