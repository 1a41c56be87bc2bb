import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { today } from '../../platform/days.ts';
import { postedForm, textOf } from '../../platform/forms/posted-form.ts';
import { sendListDownload } from '../../platform/http/list-download.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { requireCan } from '../identity/index.ts';
import { assessmentRounds, currentAssessmentRound, type Round } from '../programme/index.ts';
import { answeringTimeTable } from './answering-time-table.ts';
import { readAnsweringTimes } from './read-answering-times.ts';
import { AnsweringTimePage } from './views/answering-time-page.tsx';

/** How long the questions of a round take, for those who decide what is asked. */
export function answeringTimeRoutes(app: FastifyInstance, context: AppContext): void {
  app.get('/workspace/programme/answering-time', async (request, reply) => {
    const round = requireRound(request, context);
    return sendPage(request, reply, {
      title: 'How long answering takes',
      section: 'workspace',
      breadcrumbs: [{ href: paths.workspace(), text: 'My work' }],
      illustrative: context.config.isDemonstration,
      body: (
        <AnsweringTimePage
          round={round}
          rounds={assessmentRounds(context.pack)}
          times={await readAnsweringTimes(context, round)}
        />
      ),
    });
  });
  app.get('/workspace/programme/answering-time.csv', async (request, reply) => {
    const round = requireRound(request, context);
    return sendListDownload(reply, {
      format: 'csv',
      fileName: `answering-time-${round.id}`,
      batches: [await readAnsweringTimes(context, round)],
      table: answeringTimeTable,
      head: {},
      foot: () => ({}),
    });
  });
}

/** The round that is asked for, or the present one. */
function requireRound(request: FastifyRequest, { pack, clock }: AppContext): Round {
  requireCan(request, 'answering-time.read');
  const asked = textOf(postedForm(request.query), 'round');
  const round =
    asked === '' ? currentAssessmentRound(pack, today(clock)) : assessmentRounds(pack).find(({ id }) => id === asked);
  if (round === undefined) {
    throw new NotFoundError('There is no such round of assessment.', {
      href: paths.workspace(),
      text: 'Go to My work',
    });
  }
  return round;
}
