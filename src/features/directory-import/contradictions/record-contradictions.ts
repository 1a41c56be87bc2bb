import { dayOf } from '../../../platform/days.ts';
import type { Difference, RegisterTransaction } from '../../register/index.ts';
import { type Contradiction, differenceOnceKept, digestOfContradiction } from './contradiction.ts';
import { insertContradictions, listLastDecisions, type Meeting } from './contradiction-repository.ts';

/**
 * Puts what a file says against the directory beside what others said, to be decided; what is there already is not put there again,
 * unless it was taken since. Gives back, for the differences of those that somebody decided to leave, what is to be told instead.
 */
export async function recordContradictions(
  transaction: RegisterTransaction,
  contradictions: readonly Contradiction[],
  meeting: Meeting,
  takenBefore = 0,
): Promise<ReadonlyMap<Difference, Difference>> {
  if (contradictions.length === 0) {
    return new Map();
  }
  const met = contradictions.map((contradiction) => ({
    contradiction,
    digest: digestOfContradiction(contradiction, takenBefore),
  }));
  await insertContradictions(transaction, met, meeting);
  const decisions = await listLastDecisions(
    transaction,
    met.map(({ digest }) => digest),
  );
  const takenSince = met.filter(({ digest }) => decisions.get(digest)?.decision === 'take');
  const again = takenSince.map(({ contradiction }) => contradiction);
  return new Map([
    ...met.flatMap(({ contradiction: { difference }, digest }) => {
      const last = decisions.get(digest);
      return last?.decision === 'keep' ? [[difference, differenceOnceKept(difference, dayOf(last.at))] as const] : [];
    }),
    ...(await recordContradictions(transaction, again, meeting, takenBefore + 1)),
  ]);
}
