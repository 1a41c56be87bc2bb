/** One field of something written, in words: what a person reads when two texts are held side by side. */
export interface Wording {
  readonly label: string;
  readonly text: string;
}

export interface WordingDifference {
  readonly label: string;
  readonly saved: string;
  readonly typed: string;
}

/** The fields in which two wordings of the same thing differ. */
export function wordingDifferences(saved: readonly Wording[], typed: readonly Wording[]): WordingDifference[] {
  const labels = [...new Set([...typed, ...saved].map(({ label }) => label))];
  const textOf = (wordings: readonly Wording[], label: string) =>
    wordings.find((one) => one.label === label)?.text ?? '';
  return labels
    .map((label) => ({ label, saved: textOf(saved, label), typed: textOf(typed, label) }))
    .filter((difference) => difference.saved !== difference.typed);
}
