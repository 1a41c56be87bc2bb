import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { forEverybody } from '../../platform/answers/public-answers.ts';
import { recordedUntil, today } from '../../platform/days.ts';
import { postedForm } from '../../platform/forms/posted-form.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { RoundComparisons } from '../assessment/index.ts';
import { listFootprints, listSources, type ReadDay, readDay } from '../directory/index.ts';
import { listFootprintStages } from '../footprint-stage/index.ts';
import { readOfficialPictures } from '../official-results/index.ts';
import { type ProgrammePack, programmeRecordedBy, resultsDay, resultsRound } from '../programme/index.ts';
import { loadNationalChange, type NationalChange } from './load-national-change.ts';
import { loadNationalPicture, type NationalPicture } from './load-national-picture.ts';
import { orderCommitments } from './order-commitments.ts';
import { parseInsightQuery } from './parse-insight-query.ts';
import { tallyStages } from './tally-stages.ts';
import { assessmentModel } from './views/insights-model.ts';
import { type InsightsModel, InsightsPage } from './views/insights-page.tsx';
import { NationalResultsPage } from './views/national-results-page.tsx';

const nothingToExplore = { themes: [], sections: [], careSettings: [], regions: [] };

/** The national page: the newest round of assessment whose deadline has passed, and what others have published. */
export function insightRoutes(app: FastifyInstance, context: AppContext): void {
  const { database, pack, clock } = context;
  const comparisons = new RoundComparisons();

  app.get('/insights', forEverybody('as-at', 'care-setting', 'region', 'score'), async (request, reply) => {
    const day = readDay(request.query, context);
    const recordedOn = day.recordedBy ?? today(clock);
    const programme = programmeRecordedBy(pack, day.recordedBy);
    const [{ picture, change, heldBack }, official, footprints, stages] = await Promise.all([
      loadAssessed(context, programme, { day, recordedOn: recordedUntil(day.recordedBy, clock), comparisons }),
      readOfficialPictures(database, day.asAt),
      listFootprints(database, day.asAt),
      listFootprintStages(context, day),
    ]);
    const query = parseInsightQuery(postedForm(request.query), picture ?? nothingToExplore);
    const counts = tallyStages(
      footprints.map(({ areaId }) => areaId),
      stages,
    );
    // A draft may have been begun before a round that is asked for is on record.
    const isPlanned =
      programme.rounds.some(({ kind }) => kind === 'roadmap') ||
      counts.some(({ id, count }) => id !== 'not-recorded' && count > 0);
    return sendPage(request, reply, {
      title: 'Insights',
      section: 'insights',
      illustrative: [picture, change, ...stages.values()].some((shown) => shown?.illustrative === true),
      body: (
        <InsightsPage
          day={day}
          query={query}
          model={{
            assessment: picture === null ? null : assessmentModel(programme, { picture, change }, query, recordedOn),
            heldBack,
            official,
            stages: isPlanned ? counts : [],
            commitments: orderCommitments(pack.commitments, day.asAt),
            today: day.asAt,
          }}
        />
      ),
    });
  });

  app.get('/insights/official-results', forEverybody('as-at'), async (request, reply) => {
    const day = readDay(request.query, context);
    const pictures = await readOfficialPictures(database, day.asAt);
    const sources = await listSources(
      database,
      pictures.map(({ release }) => release.sourceId),
    );
    return sendPage(request, reply, {
      title: 'Official results across England',
      section: 'insights',
      breadcrumbs: [{ href: day.link(paths.insights()), text: 'Insights' }],
      body: <NationalResultsPage {...{ day, pictures, sources }} />,
    });
  });
}

interface ReadPage {
  readonly day: ReadDay;
  /** The day up to which assessments are counted. */
  readonly recordedOn: string;
  readonly comparisons: RoundComparisons;
}

interface Assessed extends Pick<InsightsModel, 'heldBack'> {
  readonly picture: NationalPicture | null;
  readonly change: NationalChange | null;
}

/** What the round whose results are shown has come to; of one whose results are not public, that it is so. */
async function loadAssessed(
  { database }: AppContext,
  programme: ProgrammePack,
  { day, recordedOn, comparisons }: ReadPage,
): Promise<Assessed> {
  const round = resultsRound(programme, recordedOn);
  if (round === undefined) {
    return { picture: null, change: null, heldBack: null };
  }
  const { isPublic, on } = resultsDay(programme, round, recordedOn);
  if (!isPublic) {
    return { picture: null, change: null, heldBack: { label: round.label, on } };
  }
  const [picture, change] = await Promise.all([
    loadNationalPicture(database, programme, round, day),
    loadNationalChange(database, programme, { shown: round, today: recordedOn, comparisons }, day),
  ]);
  return { picture, change, heldBack: null };
}
