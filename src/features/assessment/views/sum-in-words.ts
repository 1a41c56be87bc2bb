import { rounded } from '../../../platform/rounding.ts';
import { listInWords } from '../../../views/format.ts';
import type { OutsideSum, Sum } from '../../scoring/index.ts';

/**
 * A sum as somebody would write it down to check it: `(88.2 + 41.5) ÷ 2 = 64.9`, its numbers to so many decimal places, with what is left
 * out of it and what holds it down.
 */
export function sumInWords(sum: Sum, labelOf: (id: string) => string, decimals: number): string {
  const print = (value: number) => rounded(value, decimals).toFixed(decimals);
  return [arithmetic(sum, print), ...leftOutInWords(sum, labelOf), ...heldInWords(sum, print)].join('. ');
}

type Print = (value: number) => string;

function arithmetic({ terms, mean }: Sum, print: Print): string {
  if (mean === null) {
    return 'No score yet';
  }
  const isWeighed = terms.some(({ weight }) => weight !== 1);
  const added = terms
    .map(({ score, weight }) => (isWeighed ? `${weight} × ${print(score)}` : print(score)))
    .join(' + ');
  const divisor = rounded(
    terms.reduce((total, { weight }) => total + weight, 0),
    6,
  );
  return `${terms.length === 1 && !isWeighed ? added : `(${added})`} ÷ ${divisor} = ${print(mean)}`;
}

const reasons: Readonly<Record<OutsideSum['because'], string>> = {
  'not-applicable': 'not applicable',
  missing: 'not answered yet',
};

function leftOutInWords({ leftOut }: Sum, labelOf: (id: string) => string): string[] {
  return (['not-applicable', 'missing'] as const).flatMap((because) => {
    const labels = leftOut.filter((each) => each.because === because).map(({ id }) => labelOf(id));
    return labels.length === 0 ? [] : [`Without ${listInWords(labels)}, ${reasons[because]}`];
  });
}

function heldInWords({ heldBy }: Sum, print: Print): string[] {
  return heldBy === null ? [] : [`Held at ${print(heldBy.most)}: ${heldBy.because}`];
}
