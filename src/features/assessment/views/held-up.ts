import { formatDate } from '../../../views/format.ts';
import { type Round, roundState } from '../../programme/index.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';

/** Whether an assessment would go on, were its round open. */
export function isHeldUp({ state, takesAnswers }: Pick<AssessedOrganisation, 'state' | 'takesAnswers'>): boolean {
  return !takesAnswers && state !== 'submitted';
}

/** Why nothing can be entered, in a sentence or two; to somebody who reads its sections, that they can. */
export function whyHeldUp(round: Round, today: string, mayRead = true): string {
  const said = (why: string, read: string, then = '') => [why, ...(mayRead ? [read] : []), then].join(' ').trim();
  if (round.waitsForActivation) {
    return said('This round opens once its questions have been activated.', 'Until then you can read them.');
  }
  return roundState(round, today) === 'planned'
    ? said(`This round opens on ${formatDate(round.opensOn)}.`, 'Until then you can read the questions.')
    : said(
        'This round is closed: nothing more can be answered, signed or submitted.',
        'What was saved can be read.',
        'Ask the programme office if you need it opened again.',
      );
}
