/**
 * Unweighted mean; null when there is nothing to average, because an absent score is not a score of zero.
 * Adds in the order given: sort first where the same values may arrive in different orders.
 */
export function mean(values: readonly number[] | Float64Array): number | null {
  if (values.length === 0) {
    return null;
  }
  let sum = 0;
  for (const value of values) {
    sum += value;
  }
  return sum / values.length;
}
