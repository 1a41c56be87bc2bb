import type { AppContext } from '../../../context.ts';
import { today } from '../../../platform/days.ts';
import { readModeration, recordFindings, settleModeration } from '../../moderation/index.ts';
import { instrumentOfRound } from '../../programme/index.ts';
import { answersIn, listSignedDocuments } from '../../return-documents/index.ts';
import { givenAnswers } from '../../scoring/index.ts';
import type { SignedReturn } from '../../validation/index.ts';
import type { AnswersIllustration, DemonstrationPersona } from '../illustration.ts';
import { actingAsPersona } from '../invented-people.ts';
import { findSignedReturn } from './find-signed-return.ts';
import { seedChallenge } from './seed-challenge.ts';

type Made = AnswersIllustration['moderations'][number];

/**
 * Lets invented people from outside check single answers that were signed, each return once. Where a visitor has taken any step about one, or
 * the clock has not come to its day, it stays as it is.
 */
export async function seedModerations(
  context: AppContext,
  { moderations }: AnswersIllustration,
  people: readonly DemonstrationPersona[],
): Promise<void> {
  const { clock } = context;
  for (const made of moderations.filter(({ on }) => on <= today(clock))) {
    const signed = await findSignedReturn(context, made);
    if (signed !== null) {
      await seedModeration(context, made, signed, people);
    }
  }
}

async function seedModeration(
  context: AppContext,
  { round, by, on, finds, challenges }: Made,
  { organisationId, assessmentId, digest, careSetting }: SignedReturn,
  people: readonly DemonstrationPersona[],
): Promise<void> {
  const { database, pack, clock } = context;
  const key = { organisationId, assessmentId, digest };
  const { saves, isFinished } = await readModeration(database, key);
  const [document] = await listSignedDocuments(database, key);
  if (saves.length > 0 || isFinished || document === undefined) {
    return;
  }
  const acting = actingAsPersona(by, on, people);
  const posted = finds.map(({ question: questionId, answer, says: reason }) => ({
    questionId,
    revision: 0,
    finding:
      answer === undefined
        ? ({ verdict: 'same', value: null, reason } as const)
        : ({ verdict: 'other', value: { kind: 'option', optionId: answer }, reason } as const),
  }));
  const recorded = await recordFindings(database, { signed: key, posted }, acting);
  if (recorded.kind === 'done') {
    const instrument = instrumentOfRound(pack, round);
    const signed = givenAnswers(answersIn(document.document));
    await settleModeration(database, { key, lastRead: posted.length, instrument, careSetting, signed }, acting);
    for (const challenge of challenges.filter((each) => each.on <= today(clock))) {
      await seedChallenge(context, challenge, { key, roundId: round, instrument, careSetting, signed }, people);
    }
  }
}
