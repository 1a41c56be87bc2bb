import { daysBetween, timeAt } from '../../platform/days.ts';
import type { AssessmentState, WholeAssessment } from '../assessment/index.ts';
import { type Instrument, type Round, sectionsFor } from '../programme/index.ts';
import type { Answer } from '../scoring/index.ts';
import type { IllustratedProvider } from './draft-answers.ts';
import type { UnderWay } from './illustration.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

type Progress = Pick<WholeAssessment, 'state' | 'answers' | 'answeredAt' | 'requestedAt' | 'submittedAt'>;

/** Answered on the first day of a round, and sent to be signed and submitted on its last. */
export function submittedInTime({ opensOn, dueOn }: Round, answers: readonly Answer[]): Progress {
  const [answeredAt, requestedAt, submittedAt] = [timeAt(opensOn, 9), timeAt(dueOn, 9), timeAt(dueOn, 12)];
  return { state: 'submitted', answers, answeredAt, requestedAt, submittedAt };
}

/**
 * How far one provider has come in a round that is not over, and since when; null where it has not begun. Drawn by seed, instrument and
 * organisation unless it is placed. One that still answers has answered its first section and some others, and never its last.
 */
export function progressUnderWay(
  instrument: Instrument,
  provider: IllustratedProvider,
  answers: readonly Answer[],
  { seed, underWay }: { readonly seed: number; readonly underWay: UnderWay },
): Progress | null {
  const { organisationId, careSetting } = provider;
  const draw = seededRandom(seed, 'progress', instrument.id, organisationId);
  const drawn = stateAt(draw.uniform(), underWay.shares);
  const state = underWay.placed[organisationId] ?? drawn;
  const whole = { state, answers, submittedAt: null };
  switch (state) {
    case 'submitted': {
      const signed = wholeDays(draw, daysBetween(underWay.from, underWay.to) - LONGEST_BEFORE_SIGNING);
      const asked = signed + 1 + wholeDays(draw, LONGEST_BEFORE_SIGNING);
      const [answeredAt, requestedAt] = [ago(underWay.to, asked + 1), ago(underWay.to, asked)];
      return { ...whole, answeredAt, requestedAt, submittedAt: ago(underWay.to, signed) };
    }
    case 'awaiting-authorisation': {
      const daysAgo = wholeDays(draw, LONGEST_WAIT);
      return { ...whole, answeredAt: ago(underWay.to, daysAgo + 1), requestedAt: ago(underWay.to, daysAgo) };
    }
    case 'in-progress': {
      const answered = answeredSections(instrument, careSetting, draw);
      const some = answers.filter(({ questionId }) => answered.has(questionId));
      return { ...whole, answers: some, answeredAt: ago(underWay.to, wholeDays(draw, LONGEST_PAUSE)) };
    }
    case 'not-started':
      return null;
  }
}

/** In days. */
const LONGEST_BEFORE_SIGNING = 7;
const LONGEST_WAIT = 6;
const LONGEST_PAUSE = 12;

const DAY = 86_400_000;

/** In the afternoon of the day that lies so many days before another. */
function ago(day: string, days: number): Date {
  return new Date(timeAt(day, 15).getTime() - days * DAY);
}

/** From 0 up to and without `most`. */
function wholeDays(draw: SeededRandom, most: number): number {
  return Math.floor(draw.uniform() * most);
}

function stateAt(draw: number, shares: UnderWay['shares']): AssessmentState {
  const submitted = shares.submitted;
  const waiting = submitted + shares['awaiting-authorisation'];
  const begun = waiting + shares['in-progress'];
  return draw < submitted
    ? 'submitted'
    : draw < waiting
      ? 'awaiting-authorisation'
      : draw < begun
        ? 'in-progress'
        : 'not-started';
}

/** Ids of the questions in the sections that are done. */
function answeredSections(instrument: Instrument, careSetting: string, draw: SeededRandom): ReadonlySet<string> {
  const done = sectionsFor(instrument, careSetting)
    .slice(0, -1)
    .filter((_section, index) => draw.uniform() < 0.5 || index === 0);
  return new Set(done.flatMap(({ questions }) => questions.map(({ id }) => id)));
}
