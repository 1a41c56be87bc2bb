interface Fraction {
  readonly share: number;
  readonly words: string;
}

const fractions: readonly Fraction[] = [
  { share: 1 / 20, words: 'a twentieth' },
  { share: 1 / 10, words: 'a tenth' },
  { share: 1 / 8, words: 'an eighth' },
  { share: 1 / 6, words: 'a sixth' },
  { share: 1 / 5, words: 'a fifth' },
  { share: 1 / 4, words: 'a quarter' },
  { share: 1 / 3, words: 'a third' },
  { share: 2 / 5, words: 'two fifths' },
  { share: 1 / 2, words: 'half' },
  { share: 3 / 5, words: 'three fifths' },
  { share: 2 / 3, words: 'two thirds' },
  { share: 3 / 4, words: 'three quarters' },
  { share: 4 / 5, words: 'four fifths' },
  { share: 9 / 10, words: 'nine tenths' },
];

const SMALLEST = 0.04;
const AS_MANY = 0.95;

/** A share from 0 to 1 as the plain fraction next to it: 0.17 -> `about a sixth of`, 0.97 -> `about as many as`. */
export function shareInWords(share: number): string {
  if (share < SMALLEST) {
    return 'less than a twentieth of';
  }
  if (share >= AS_MANY) {
    return 'about as many as';
  }
  const [nearest] = fractions.toSorted((a, b) => Math.abs(a.share - share) - Math.abs(b.share - share));
  return `about ${nearest?.words ?? 'part'} of`;
}
