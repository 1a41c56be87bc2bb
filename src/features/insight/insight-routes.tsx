import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { forEverybody } from '../../platform/answers/public-answers.ts';
import { today } from '../../platform/days.ts';
import { postedForm } from '../../platform/forms/posted-form.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { listFootprints, readDay } from '../directory/index.ts';
import { listFootprintStages } from '../footprint-stage/index.ts';
import { programmeRecordedBy, resultsRound } from '../programme/index.ts';
import { loadNationalChange } from './load-national-change.ts';
import { loadNationalPicture } from './load-national-picture.ts';
import { parseInsightQuery } from './parse-insight-query.ts';
import { tallyStages } from './tally-stages.ts';
import { insightsModel } from './views/insights-model.ts';
import { InsightsPage } from './views/insights-page.tsx';

/** The national page, over the newest round of assessment whose deadline has passed. */
export function insightRoutes(app: FastifyInstance, context: AppContext): void {
  const { database, pack, clock } = context;

  app.get('/insights', forEverybody('as-at', 'care-setting', 'region', 'score'), async (request, reply) => {
    const day = readDay(request.query, pack);
    const recordedOn = day.recordedBy ?? today(clock);
    const programme = programmeRecordedBy(pack, day.recordedBy);
    const round = resultsRound(programme, recordedOn);
    if (round === undefined) {
      throw new NotFoundError('This programme has no assessment, so there is nothing to show here.');
    }
    const [picture, change, footprints, stages] = await Promise.all([
      loadNationalPicture(database, programme, round, day),
      loadNationalChange(database, programme, round, day),
      listFootprints(database, day.asAt),
      listFootprintStages(context, day),
    ]);
    const query = parseInsightQuery(postedForm(request.query), picture);
    const counts = tallyStages(
      footprints.map(({ areaId }) => areaId),
      stages,
    );
    return sendPage(request, reply, {
      title: 'Insights',
      section: 'insights',
      illustrative: picture.illustrative || [...stages.values()].some((stage) => stage.illustrative),
      body: (
        <InsightsPage
          day={day}
          query={query}
          model={insightsModel(programme, picture, query, { stages: counts, change }, { asAt: day.asAt, recordedOn })}
        />
      ),
    });
  });
}
