import type { Connection } from '../../../platform/database/database.ts';
import {
  getRound,
  instrumentOfRound,
  lineageOf,
  type ProgrammePack,
  wholeOrganisation,
} from '../../programme/index.ts';
import { answersIn, listDocumentsBehind } from '../../return-documents/index.ts';
import {
  answersThatCount,
  desiredThatCount,
  type EarlierAnswers,
  givenAnswers,
  levelGaps,
} from '../../scoring/index.ts';
import { listSubmittedOf } from '../assessment-repository.ts';
import { givenBefore } from '../given-before.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import { listRevisions } from './answer-repository.ts';

/** Who is asked, and what now. */
interface EarlierAsked extends Pick<AssessedOrganisation, 'round' | 'instrument' | 'careSetting' | 'settings'> {
  readonly organisation: Pick<AssessedOrganisation['organisation'], 'organisationId'>;
}

/**
 * What the organisation answered in the last round that opened before this one and that it submitted in; null where there is none, or where
 * its questions are not those that this instrument goes back to.
 */
export async function readEarlierAnswers(
  { database, pack }: { readonly database: Connection; readonly pack: ProgrammePack },
  { organisation, round, instrument, careSetting, settings }: EarlierAsked,
): Promise<EarlierAnswers | null> {
  const submitted = await listSubmittedOf(database, organisation.organisationId);
  // What is answered once now may have been answered for any setting then.
  const askedFor = careSetting === wholeOrganisation ? settings : [careSetting];
  const last = askedFor
    .map((each) => givenBefore(pack, submitted, { roundId: round.id, careSetting: each }))
    .find((each) => each !== undefined);
  if (last === undefined) {
    return null;
  }
  const asked = instrumentOfRound(pack, last.roundId);
  const lineage = lineageOf(pack, instrument, asked);
  if (lineage === null) {
    return null;
  }
  const document = last.isAsSigned ? undefined : (await listDocumentsBehind(database, [last])).get(last.assessmentId);
  const saved = document === undefined ? await listRevisions(database, last) : answersIn(document);
  return {
    round: getRound(pack, last.roundId),
    instrument: asked,
    careSetting: last.careSetting,
    lineage,
    answers: answersThatCount(asked, last.careSetting, givenAnswers(saved)),
    desired: new Map(Object.entries(desiredThatCount(levelGaps(asked, last.careSetting, saved)))),
  };
}
