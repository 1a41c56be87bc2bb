import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { forEverybody } from '../../../platform/answers/public-answers.ts';
import { recordedUntil, today } from '../../../platform/days.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { listSubmissions } from '../../assessment/index.ts';
import {
  type Footprint,
  isRecordedBy,
  listFootprints,
  listOrganisationsOfTypes,
  listSources,
  readDay,
} from '../../directory/index.ts';
import { readFootprintRecord, stagesByRecord, stagesOnMap } from '../../footprint-stage/index.ts';
import { listMappedAreas, type MappedArea, stageLegend, stpMap } from '../../map/index.ts';
import { countWithOfficialResults, type OfficialPicture } from '../../official-results/index.ts';
import {
  askedOn,
  getRound,
  type ProgrammePack,
  programmeRecordedBy,
  type Round,
  resultsDay,
  resultsRound,
  runningRounds,
} from '../../programme/index.ts';
import { publishedBy } from '../../publication/index.ts';
import { countedBy } from '../facts/footprint-count.ts';
import { HomePage } from './home-page.tsx';
import { homeFigures, runningRound, upcomingDates } from './home-view.ts';
import { countOrganisations } from './organisation-count-repository.ts';
import { readOfficialAtHome } from './read-official-at-home.ts';

const PUBLICATIONS_SHOWN = 5;
const DATES_SHOWN = 4;

export function homeRoute(app: FastifyInstance, context: AppContext): void {
  const { database, pack, clock, story } = context;

  app.get('/', forEverybody('as-at'), async (request, reply) => {
    const day = readDay(request.query, context);
    const programme = programmeRecordedBy(pack, day.recordedBy);
    const recordedOn = day.recordedBy ?? today(clock);
    // A round that has just opened does not hide what the last one came to.
    const countedUntil = recordedUntil(day.recordedBy, clock);
    const round = resultsRound(programme, countedUntil);
    const types = pack.organisationTypes.filter((type) => type.assessed).map(({ id }) => id);
    const [areas, footprints, counts, withOfficialResults, asked, submissions, record] = await Promise.all([
      listMappedAreas(database, day.asAt),
      listFootprints(database, day.asAt),
      countOrganisations(database, day.asAt),
      countWithOfficialResults(database, day.asAt),
      round === undefined ? [] : listOrganisationsOfTypes(database, types, askedOn(round, day.asAt)),
      round === undefined ? [] : listSubmissions(database, pack, round.id),
      readFootprintRecord(context, day),
    ]);
    const stages = stagesByRecord(context, record, day);
    const published = publishedBy(record.publications, day);
    const submitted = submissions.filter(({ submittedAt }) => isRecordedBy(submittedAt, day));
    const isPlanned = programme.rounds.some(({ kind }) => kind === 'roadmap');
    const isAnswered =
      submitted.length > 0 && (round === undefined || resultsDay(programme, round, countedUntil).isPublic);
    const onMap = stagesOnMap(stages);
    const official = await readOfficialAtHome(context, { day, footprints, stages: onMap, isAnswered, isPlanned });
    const sources = await listSources(database, sourceIdsOf(areas, footprints, official.pictures));
    const counted = { footprintsCounted: countedBy(pack, day)?.count ?? null };
    const assessed = round === undefined ? null : { round, submitted, asked, recordedOn };
    const words = pack.assessed;
    const { serviceName, isDemonstration } = request.server.identity;
    const running = runningRounds(programme, recordedOn);
    return sendPage(request, reply, {
      title: serviceName,
      illustrative: [...stages.values(), ...submitted, ...published].some(({ illustrative }) => illustrative),
      body: (
        <HomePage
          serviceName={serviceName}
          summary={pack.summary}
          day={day}
          now={clock()}
          figures={homeFigures(
            { ...counted, footprints: footprints.length, organisations: total(counts), withOfficialResults },
            { assessed, words, published, isPlanned },
            day,
          )}
          footprintCount={footprints.length}
          counted={pack}
          stps={stpMap(areas, footprints, onMap, day)}
          legend={stageLegend(onMap)}
          boardMap={official.map}
          isPlanned={isPlanned}
          official={official.pictures}
          publications={published.slice(0, PUBLICATIONS_SHOWN)}
          running={running.map((each) => runningRound(each, baselineOf(programme, each), words, recordedOn))}
          hasCommitments={pack.commitments.length > 0}
          dates={upcomingDates(pack, running, recordedOn, DATES_SHOWN)}
          sources={sources}
          trial={isDemonstration ? trialOf(story) : null}
        />
      ),
    });
  });
}

function sourceIdsOf(
  areas: readonly MappedArea[],
  footprints: readonly Footprint[],
  pictures: readonly OfficialPicture[],
): string[] {
  return [
    ...areas.map((area) => area.sourceId),
    ...footprints.map((footprint) => footprint.source.sourceId),
    ...pictures.map(({ release }) => release.sourceId),
  ];
}

/** A demonstration of today has no story to take part in. */
function trialOf(story: AppContext['story']): 'story' | 'present' {
  return story === null ? 'present' : 'story';
}

/** The round of assessment that the roadmaps of a round rest on. */
function baselineOf(pack: ProgrammePack, { baselineRound }: Round): Round | null {
  return baselineRound === null ? null : getRound(pack, baselineRound);
}

function total(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}
