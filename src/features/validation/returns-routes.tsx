import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { today } from '../../platform/days.ts';
import { postedForm, textOf } from '../../platform/forms/posted-form.ts';
import { ForbiddenError, NotFoundError } from '../../platform/http/problem.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { numberedPage, pageNumber } from '../../views/pagination/pagination.ts';
import { mayAnywhere, requireActor } from '../identity/index.ts';
import { assessmentRounds, currentAssessmentRound, roundState } from '../programme/index.ts';
import { listReturns, nameReturns } from './list-returns.ts';
import { returnWaits } from './returns-list.ts';
import { ReturnsPage } from './views/returns-page.tsx';

const PAGE_SIZE = 50;

/** The signed returns of a region, and what each waits for. */
export function returnsRoutes(app: FastifyInstance, context: AppContext): void {
  app.get('/workspace/returns', async (request, reply) => {
    const { pack, clock } = context;
    const actor = requireActor(request);
    if (!mayAnywhere(actor, 'assessment.query')) {
      throw new ForbiddenError(
        'Signed returns are listed for those who look after a region, and for the national team.',
      );
    }
    const query = postedForm(request.query);
    const rounds = assessmentRounds(pack).filter((round) => roundState(round, today(clock)) !== 'planned');
    const asked = textOf(query, 'round');
    const present = currentAssessmentRound(pack, today(clock));
    const round = asked === '' ? present : rounds.find(({ id }) => id === asked);
    if (round === undefined) {
      throw new NotFoundError('There is no such round of assessment.', {
        href: paths.workspace(),
        text: 'Go to My work',
      });
    }
    const returns = await listReturns(context, actor, round);
    const wait = returnWaits.find((each) => each === textOf(query, 'wait')) ?? null;
    const shown = returns.filter((each) => (wait === null ? each.wait !== 'validated' : each.wait === wait));
    const page = numberedPage(shown, pageNumber(textOf(query, 'page')), PAGE_SIZE);
    return sendPage(request, reply, {
      title: 'Signed returns',
      section: 'workspace',
      breadcrumbs: [{ href: paths.workspace(), text: 'My work' }],
      illustrative: returns.some(({ illustrative }) => illustrative),
      body: (
        <ReturnsPage
          round={round}
          others={rounds.filter((each) => each !== round).toReversed()}
          wait={wait}
          counts={returnWaits.map((each) => ({
            wait: each,
            count: returns.filter((one) => one.wait === each).length,
          }))}
          rows={await nameReturns(context, round, page.rows)}
          current={page.current}
          last={page.last}
        />
      ),
    });
  });
}
