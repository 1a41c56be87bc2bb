import { type Section, wholeOrganisation } from '../../programme/index.ts';
import type { ThreadScope, ThreadSubject, ThreadsAbout } from '../../threads/index.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import { takeOf } from '../settings/section-taken.ts';

/** Whose the private notes of a page are: its own organisation’s, also where answers are taken from another. */
export function notesScope({ organisation }: Pick<AssessedOrganisation, 'organisation'>): ThreadScope {
  return { scopeKind: 'organisation', scopeId: organisation.organisationId };
}

/**
 * Which threads stand on the pages of an assessment: one of several care settings shows those of what is answered once beside its own, so that they
 * stay in sight when that is signed with it or answered apart; where it is answered once, those of every care setting that is answered for are shown.
 */
export function notesAbout(assessed: AssessedOrganisation): ThreadsAbout {
  const { round, careSetting, settings } = assessed;
  const shown = careSetting === wholeOrganisation ? settings : [careSetting];
  return { kind: 'answer', roundId: round.id, parts: [...shown, wholeOrganisation] };
}

/** What a thread is about that begins on the page of a question: the answer where it is given, if that is in the own organisation. */
export function noteSubject(assessed: AssessedOrganisation, section: Section, questionId: string): ThreadSubject {
  const isOnce = takeOf(assessed, section.id)?.giver === null;
  const part = isOnce ? wholeOrganisation : assessed.careSetting;
  return { kind: 'answer', roundId: assessed.round.id, part, key: questionId };
}
