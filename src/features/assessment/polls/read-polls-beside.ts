import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { today } from '../../../platform/days.ts';
import { can } from '../../identity/index.ts';
import { listPolls, pollBeside, pollChoices } from '../../polls/index.ts';
import { type Question, questionsFor, wholeOrganisation } from '../../programme/index.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import type { PollsBeside } from '../views/polls/polls-beside.tsx';
import type { StaffLine } from '../views/polls/staff-said.tsx';
import { questionInWords } from '../views/section-view.ts';
import { readAnswersInWords } from './read-answers-in-words.ts';

/** What colleagues said about some questions, to stand beside the answers; null for whoever may not read it. */
export async function readPollsBeside(
  { database, clock }: Pick<AppContext, 'database' | 'clock'>,
  assessed: AssessedOrganisation,
  questions: readonly Question[],
): Promise<PollsBeside | null> {
  const { actor, subject, organisation, round, careSetting, instrument, addressKey, setting } = assessed;
  if (!can(actor, 'poll.read', subject)) {
    return null;
  }
  const day = today(clock);
  const careSettings = [...new Set([careSetting, wholeOrganisation])];
  const about = { organisationId: organisation.organisationId, roundId: round.id, careSettings };
  const polls = await listPolls(database, about, day);
  return new Map(
    questions.flatMap((question) => {
      const beside = pollBeside(polls, question.id, day);
      return beside === null
        ? []
        : [
            [
              question.id,
              {
                ...beside,
                choices: pollChoices(instrument, question),
                href: paths.poll(addressKey, round.id, beside.poll.pollId, setting),
              },
            ] as const,
          ];
    }),
  );
}

/** What staff said in the survey about what is to be signed, question by question; empty where they were not asked. */
export async function readStaffSaid(
  context: AppContext,
  assessed: AssessedOrganisation,
): Promise<readonly StaffLine[]> {
  const questions = questionsFor(assessed.instrument, assessed.careSetting);
  const beside = (await readPollsBeside(context, assessed, questions)) ?? (new Map() satisfies PollsBeside);
  const surveyed = questions.flatMap((question) => {
    const polled = beside.get(question.id);
    return polled === undefined || polled.poll.openToken === null ? [] : [{ question, polled }];
  });
  if (surveyed.length === 0) {
    return [];
  }
  const agreed = await readAnswersInWords(context, assessed);
  return surveyed.map(({ question, polled }) => ({
    question: questionInWords(question),
    agreed: agreed.get(question.id) ?? 'no answer',
    polled,
  }));
}
