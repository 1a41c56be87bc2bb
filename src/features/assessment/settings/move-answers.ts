import type { Connection } from '../../../platform/database/database.ts';
import { insertUseCopies } from '../../evidence/index.ts';
import { digestInPack } from '../../instruments/index.ts';
import {
  instrumentOfRound,
  type ProgrammePack,
  type Round,
  sectionsAnsweredOnce,
  wholeOrganisation,
} from '../../programme/index.ts';
import { holdForStep } from '../../rounds/index.ts';
import type { AssessmentKey } from '../../scoring/index.ts';
import { insertCopies } from '../answering/answer-repository.ts';
import { type OpenAssessment, openAssessment } from '../answering/open-assessment.ts';
import type { AssessmentActing } from '../assessment-acting.ts';
import { type LockedAssessment, updateApart } from '../assessment-repository.ts';
import { readGroupAnswers } from '../group/read-group-answers.ts';
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
  const from = hadOne ? (first?.assessmentId ?? null) : (before?.answeredOnce?.assessmentId ?? null);
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
  const asked = { instrument, careSetting: hadOne ? first.careSetting : careSetting };
  const onceIds = sectionsAnsweredOnce(instrument).map(({ id }) => id);
  // What the one that is left answers by itself stays its own.
  const sectionIds = onceIds.filter((id) => hadOne || !opened.apart.includes(id));
  const questionIds = questionsTaken(asked, { sectionIds });
  const copies = { from: { organisationId, assessmentId: from }, to: opened, questionIds };
  await insertCopies(transaction, copies, by);
  await insertUseCopies(transaction, copies, by);

  const apart = hadOne ? first.apart : (before?.answeredOnce?.apart ?? []);
  await carryApart(
    transaction,
    { pack, round, organisationId },
    { from: { organisationId, assessmentId: from }, to: opened, apart, isFromSetting: hadOne },
  );
}

/** What an organisation does not take from its group goes along with the answers; with several settings it is the organisation that does not take it. */
async function carryApart(
  transaction: Connection,
  { pack, round, organisationId }: Pick<CarryAnswers, 'pack' | 'round' | 'organisationId'>,
  {
    from,
    to,
    apart,
    isFromSetting,
  }: {
    readonly from: AssessmentKey;
    readonly to: LockedAssessment;
    /** What is answered apart in the one that the answers come from. */
    readonly apart: readonly string[];
    readonly isFromSetting: boolean;
  },
): Promise<void> {
  const group = (await readGroupAnswers(transaction, pack, round.id, [organisationId])).get(organisationId);
  const onceIds = sectionsAnsweredOnce(instrumentOfRound(pack, round.id)).map(({ id }) => id);
  const moved = apart.filter((id) => onceIds.includes(id) && group?.sectionIds.includes(id) === true);
  if (moved.length > 0) {
    await updateApart(transaction, to, [...new Set([...to.apart, ...moved])]);
    await updateApart(transaction, from, isFromSetting ? apart.filter((id) => !moved.includes(id)) : []);
  }
}
