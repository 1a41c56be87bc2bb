import { rounded } from '../../../platform/rounding.ts';
import { listInWords } from '../../../views/format.ts';
import type { LeftOut, Sum } from '../scoring/score-tree.ts';

/**
 * A sum as somebody would write it down to check it: `(88.2 + 41.5) ÷ 2 = 64.9`, its numbers to one decimal place, with what is left
 * out of it and what holds it down.
 */
export function sumInWords(sum: Sum, labelOf: (id: string) => string): string {
  return [arithmetic(sum), ...leftOutInWords(sum, labelOf), ...heldInWords(sum)].join('. ');
}

const tenth = (value: number) => rounded(value, 1).toFixed(1);

function arithmetic({ terms, mean }: Sum): string {
  if (mean === null) {
    return 'No score yet';
  }
  const isWeighed = terms.some(({ weight }) => weight !== 1);
  const added = terms
    .map(({ score, weight }) => (isWeighed ? `${weight} × ${tenth(score)}` : tenth(score)))
    .join(' + ');
  const divisor = rounded(
    terms.reduce((total, { weight }) => total + weight, 0),
    6,
  );
  return `${terms.length === 1 && !isWeighed ? added : `(${added})`} ÷ ${divisor} = ${tenth(mean)}`;
}

const reasons: Readonly<Record<LeftOut['because'], string>> = {
  'not-applicable': 'as nothing in it applies',
  missing: 'as answers are missing',
};

function leftOutInWords({ leftOut }: Sum, labelOf: (id: string) => string): string[] {
  return (['not-applicable', 'missing'] as const).flatMap((because) => {
    const labels = leftOut.filter((each) => each.because === because).map(({ id }) => labelOf(id));
    return labels.length === 0 ? [] : [`Without ${listInWords(labels)}, ${reasons[because]}`];
  });
}

function heldInWords({ heldBy }: Sum): string[] {
  return heldBy === null ? [] : [`Held at ${tenth(heldBy.most)}: ${heldBy.because}`];
}
