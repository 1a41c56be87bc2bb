import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { today } from '../../../platform/days.ts';
import { can } from '../../identity/index.ts';
import { listPolls, pollBeside, pollChoices } from '../../polls/index.ts';
import { type Section, sectionQuestions, wholeOrganisation } from '../../programme/index.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import type { PollsBeside } from '../views/polls/polls-beside.tsx';

/** What colleagues said about the questions of a section, to stand beside the answers; null for whoever may not read it. */
export async function readPollsBeside(
  { database, clock }: Pick<AppContext, 'database' | 'clock'>,
  assessed: AssessedOrganisation,
  section: Section,
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
    sectionQuestions(section, careSetting).flatMap((question) => {
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
