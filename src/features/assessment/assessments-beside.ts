import { paths } from '../../paths.ts';
import { type Round, roundState } from '../programme/index.ts';
import type { AssessedOrganisation } from './require-assessed-organisation.ts';

/** An assessment of the same organisation in another round, which was begun and not submitted. */
export interface AssessmentBeside {
  readonly label: string;
  readonly href: string;
  /** What becomes of it, to follow its name. */
  readonly follows: string;
}

/**
 * What an organisation has under way in other rounds, for the page on which one is begun: nothing is taken over, and nothing is lost. Of what is
 * submitted here the other rounds are said no more.
 *
 * @param underWay ids of the rounds in which the organisation has begun an assessment and not submitted it
 */
export function assessmentsBeside(
  { state, round, addressKey }: Pick<AssessedOrganisation, 'state' | 'round' | 'addressKey'>,
  rounds: readonly Round[],
  underWay: readonly string[],
  today: string,
): AssessmentBeside[] {
  if (state === 'submitted') {
    return [];
  }
  return rounds
    .filter(({ id }) => id !== round.id && underWay.includes(id))
    .map((other) => ({
      label: other.label,
      href: paths.assessment(addressKey, other.id),
      follows:
        roundState(other, today) === 'open'
          ? 'is under way here too. Each has answers of its own: what is answered in one changes nothing in the other. That one can be submitted until its round is closed.'
          : 'was begun and not submitted, and its round is not open. Its answers can be read, and are not taken over.',
    }));
}
