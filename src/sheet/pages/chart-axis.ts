/**
 * Where the axis of a chart begins: at zero, or below the shortest bar where the bars differ by so little
 * that their differences could not be seen. For drawing only; no figure of a sheet is made from it.
 */

/** @param ends of the bars */
export function axisFrom(ends: readonly number[]): number {
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const range = high - low;
  if (low <= 0 || range <= 0 || range > low) return 0;
  const unit = 10 ** Math.floor(Math.log10(range));
  return Math.max(0, Math.floor((low - range / 5) / unit) * unit);
}
