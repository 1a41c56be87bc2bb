/**
 * Unweighted mean; null when there is nothing to average, because an absent score is not a score of zero.
 * Adds in the order given: sort first where the same values may arrive in different orders.
 */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) {
    return null;
  }
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
