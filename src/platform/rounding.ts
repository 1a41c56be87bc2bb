/**
 * A figure to so many decimal places, halves upwards, as somebody would round it on paper. A mean can land a hair under a half
 * that it equals exactly, because computers count in twos: what lies beyond the ninth place is noise and goes first.
 */
export function rounded(value: number, decimals = 0): number {
  const shift = 10 ** decimals;
  return Math.round(Number((value * shift).toFixed(9))) / shift;
}
