import type { Connection } from '../../../platform/database/database.ts';
import { digestInPack } from '../../instruments/index.ts';
import { instrumentOfRound, type ProgrammePack, type Round, wholeOrganisation } from '../../programme/index.ts';
import { holdForStep } from '../../rounds/index.ts';
import { insertCopies } from '../answering/answer-repository.ts';
import { type OpenAssessment, openAssessment } from '../answering/open-assessment.ts';
import type { AssessmentActing } from '../assessment-acting.ts';
import { questionsTaken } from './answers-in-effect.ts';
import type { OrganisationStanding } from './read-standing.ts';
import { isGivenAway } from './standing.ts';

export interface CarryAnswers extends Pick<OpenAssessment, 'organisationId' | 'illustrative' | 'newId'> {
  readonly pack: ProgrammePack;
  readonly round: Round;
  readonly before: OrganisationStanding | undefined;
  readonly after: OrganisationStanding | undefined;
}

/**
 * Where an organisation had one care setting in a round and has several now, makes its answers to what is answered once those of the
 * organisation; where it had several and one is left, makes them that one's own.
 */
export async function carryAnswers(
  transaction: Connection,
  { pack, round, before, after, organisationId, illustrative, newId }: CarryAnswers,
  by: AssessmentActing,
): Promise<void> {
  const instrument = instrumentOfRound(pack, round.id);
  const [only] = after?.settings ?? [];
  const [first] = before?.settings ?? [];
  const hadOne = before?.settings.length === 1;
  const hasOne = after?.settings.length === 1;
  const from = hadOne ? (first?.assessmentId ?? null) : (before?.answeredOnce ?? null);
  const careSetting = hasOne ? only?.careSetting : wholeOrganisation;
  const isSettled = hasOne && only !== undefined && isGivenAway(only.state);
  if (hadOne === hasOne || from === null || first === undefined || careSetting === undefined || isSettled) {
    return;
  }
  const held = await holdForStep(transaction, round, by.at);
  const digest = pack.instruments.includes(instrument) ? digestInPack(pack, instrument) : null;
  const opening = { organisationId, round, instrument, digest, careSetting, illustrative, newId };
  const outcome = await openAssessment(transaction, opening, held, by);
  if (outcome.kind === 'refused') {
    return;
  }
  const { assessment: opened } = outcome;
  const asked = { instrument, careSetting: hadOne ? first.careSetting : careSetting, apart: opened.apart };
  const questionIds = [...questionsTaken(asked)];
  await insertCopies(transaction, { organisationId, from, to: opened.assessmentId, questionIds }, by);
}
