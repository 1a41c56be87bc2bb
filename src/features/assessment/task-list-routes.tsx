import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { today } from '../../platform/days.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { readSavedAnswers } from './answering/read-saved-answers.ts';
import { listRoundsUnderWay } from './assessment-repository.ts';
import { assessmentsBeside } from './assessments-beside.ts';
import { aboveList, framing, listOf } from './page-frame.ts';
import { type AssessedOrganisation, requireAssessedOrganisation } from './require-assessed-organisation.ts';
import { readResult } from './scoring/read-result.ts';
import { ResultPage } from './views/result-page.tsx';
import { careSettingName } from './views/result-view.ts';
import { byWhomAndWhen } from './views/stamp-words.ts';
import { stateWords } from './views/state-words.ts';
import { TaskListPage } from './views/task-list-page.tsx';
import { taskListView } from './views/task-list-view.ts';

/** Where an assessment stands, and its result. */
export function taskListRoutes(app: FastifyInstance, context: AppContext): void {
  const { database, pack, clock } = context;

  app.get('/workspace/assessments/:code/:round', async (request, reply) => {
    const assessed = await requireAssessedOrganisation(request, context, 'assessment.read');
    const [saved, underWay] = await Promise.all([
      readSavedAnswers(context, assessed),
      listRoundsUnderWay(database, assessed.organisation.organisationId),
    ]);
    const settingName = careSettingName(pack, assessed.careSetting);
    return sendPage(request, reply, {
      ...framing(assessed, assessed.round.label),
      breadcrumbs: aboveList,
      body: (
        <TaskListPage
          view={taskListView(assessed, saved, settingName, today(clock))}
          beside={assessmentsBeside(assessed, pack.rounds, underWay, today(clock))}
        />
      ),
    });
  });

  app.get('/workspace/assessments/:code/:round/result', async (request, reply) => {
    const assessed = await requireAssessedOrganisation(request, context, 'assessment.read');
    const { organisation, round, instrument } = assessed;
    const found = await readResult(database, pack, organisation.organisationId, {
      roundId: round.id,
      withAnswers: true,
    });
    if (found === null) {
      throw new NotFoundError(
        'There is no result yet. It is shown here once an executive has authorised the assessment.',
        { href: listOf(assessed), text: 'Go to the assessment' },
      );
    }
    return sendPage(request, reply, {
      ...framing(assessed, 'Result'),
      body: (
        <ResultPage
          view={found.view}
          comparison={found.comparison}
          round={round.label}
          standing={standingOf(assessed)}
          publicPage={paths.organisation(organisation.code)}
          provenance={instrument.provenance}
        />
      ),
    });
  });
}

/** `Submitted by Carol Example on 15 January 2016 at 12:00.`, with what has happened since. */
function standingOf({ assessment, state }: AssessedOrganisation): string {
  const submission = assessment?.submission ?? null;
  const submitted = submission === null ? '' : `Submitted ${byWhomAndWhen(submission)}.`;
  return state === 'submitted' ? submitted : `${stateWords[state].label}. ${submitted}`;
}
