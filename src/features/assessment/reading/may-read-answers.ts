import { type Actor, can, type Role, type Subject } from '../../identity/index.ts';
import {
  type Instrument,
  type ProgrammePack,
  type ResultsDay,
  type Round,
  roundsHeldBack,
} from '../../programme/index.ts';
import type { AssessmentState } from '../assessment.ts';

/** Somebody before an assessment of which they may see how far it has come. */
interface BeforeAnswers {
  readonly state: AssessmentState;
  readonly results: Pick<ResultsDay, 'isPublic'>;
  readonly instrument: Pick<Instrument, 'draftsReadBy'>;
  readonly actor: Actor;
  /** Whose assessment it is. */
  readonly subject: Subject;
}

/**
 * Whether somebody may read what an assessment says: its answers, notes, desired levels and scores, and why it was given back. Until it is
 * authorised that is for its own organisation, and for whom its questionnaire says beside it; then also for those who look at results before they are
 * public, and from that day on for all who may read assessments of the place. What is answered once for several care settings is authorised with each of
 * them, and read there.
 */
export function mayReadAnswers({ state, results, instrument, actor, subject }: BeforeAnswers): boolean {
  if (
    state === 'submitted' &&
    can(actor, results.isPublic ? 'assessment.read' : 'assessment.read-provisional', subject)
  ) {
    return true;
  }
  const roles: readonly Role[] = instrument.draftsReadBy;
  const inThese = { ...actor, grants: actor.grants.filter(({ role }) => roles.includes(role)) };
  return can(actor, 'assessment.read-draft', subject) || can(inThese, 'assessment.read', subject);
}

interface BeforeResults extends Pick<BeforeAnswers, 'results' | 'actor' | 'subject'> {
  readonly round: Pick<Round, 'id'>;
}

/** The rounds of which somebody who reads a result sees no others' and, where they may not look before the day, no earlier one. */
export function roundsUnread(
  pack: Pick<ProgrammePack, 'resultsPublic' | 'rounds'>,
  { round, results, actor, subject }: BeforeResults,
  day: string,
): string[] {
  if (!can(actor, 'assessment.read-provisional', subject)) {
    return roundsHeldBack(pack, day);
  }
  return results.isPublic ? [] : [round.id];
}
