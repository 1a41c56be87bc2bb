import { randomBytes } from 'node:crypto';
import type { AppContext } from '../../../context.ts';
import { today } from '../../../platform/days.ts';
import { findWorkingOrganisation } from '../../directory/index.ts';
import { digestInPack } from '../../instruments/index.ts';
import {
  endPoll,
  listPolls,
  openPoll,
  pollChoices,
  receiveSurveyVote,
  receiveVote,
  tokenDigest,
} from '../../polls/index.ts';
import { getRound, instrumentOfRound, organisationType, questionsFor } from '../../programme/index.ts';
import type { AnswersIllustration, DemonstrationPersona } from '../illustration.ts';
import { actingAsPersona } from '../invented-people.ts';

type Asked = AnswersIllustration['polls'][number];

/** Lets invented people ask their colleagues, and colleagues answer. An organisation that has polled anything in the round is left as it is. */
export async function seedPolls(
  context: AppContext,
  { polls }: AnswersIllustration,
  people: readonly DemonstrationPersona[],
): Promise<void> {
  const { database, pack, clock } = context;
  const due = polls.filter(({ on }) => on <= today(clock));
  for (const asked of Map.groupBy(due, ({ round, of }) => `${round} ${of}`).values()) {
    const { of = '', round: roundId = '' } = asked[0] ?? {};
    const found = await findWorkingOrganisation(database, of, pack.positionOn);
    if (found === null) {
      throw new Error('The illustrative polls are of no organisation');
    }
    const { organisationId, typeId } = found.organisation;
    const careSetting = organisationType(pack, typeId).careSetting ?? '';
    if ((await listPolls(database, { organisationId, roundId }, today(clock))).length === 0) {
      for (const poll of asked) {
        await seedPoll(context, poll, { organisationId, careSetting }, people);
      }
    }
  }
}

async function seedPoll(
  { database, pack, newId }: AppContext,
  asked: Asked,
  place: { readonly organisationId: string; readonly careSetting: string },
  people: readonly DemonstrationPersona[],
): Promise<void> {
  const { round: roundId, by, on, section: sectionId, runsUntil, message, links, closedOn } = asked;
  const [round, instrument, pollId] = [getRound(pack, roundId), instrumentOfRound(pack, roundId), newId()];
  const questions = questionsFor(instrument, place.careSetting).filter(({ id }) => asked.questions.includes(id));
  const tokens = Array.from({ length: links }, () => randomBytes(15).toString('base64url'));
  const openToken = sectionId === '' ? randomBytes(15).toString('base64url') : null;
  const acting = actingAsPersona(by, on, people);
  const opened = await openPoll(
    { database, letters: null },
    {
      ...{ ...place, roundId, round, sectionId, pollId, runsUntil, message, openToken, letters: [] },
      text: { id: instrument.id, version: instrument.version, digest: digestInPack(pack, instrument) },
      questions: questions.map((question) => ({
        questionId: question.id,
        choices: pollChoices(instrument, question).map(({ value }) => value),
      })),
      invitations: tokens.map((token) => ({ tokenDigest: tokenDigest(token), recipient: null })),
    },
    acting,
  );
  if (opened.kind !== 'opened') {
    throw new Error(`The illustrative poll of ${place.organisationId} could not be opened: ${opened.kind}`);
  }
  for (const [index, choices] of asked.votes.entries()) {
    const votes = questions.map(({ id: questionId }, at) => ({
      questionId,
      choice: choices[at] ?? '',
      comment: at === 0 ? (asked.comments[index] ?? '') : '',
    }));
    const cast =
      openToken === null
        ? await receiveVote({ database, pack }, { token: tokens[index] ?? '', votes }, acting.at)
        : await receiveSurveyVote({ database, pack }, { openToken, votes }, acting.at);
    if (cast.kind !== 'counted') {
      throw new Error(`An illustrative vote of ${place.organisationId} could not be cast: ${cast.kind}`);
    }
  }
  if (closedOn !== undefined) {
    const key = { organisationId: place.organisationId, pollId, round, action: 'close', reason: '' } as const;
    await endPoll(database, key, actingAsPersona(by, closedOn, people));
  }
}
