import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { today } from '../../platform/days.ts';
import { postedForm } from '../../platform/forms/posted-form.ts';
import { sendListDownload } from '../../platform/http/list-download.ts';
import { ForbiddenError, NotFoundError } from '../../platform/http/problem.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { mayAnywhere, requireActor } from '../identity/index.ts';
import { assessmentRounds, currentAssessmentRound, type Round } from '../programme/index.ts';
import { type CoverageRow, inPlaces, isWaitingAs } from './coverage.ts';
import { type CoverageQuery, readCoverageQuery } from './coverage-query.ts';
import { coverageTable } from './coverage-table.ts';
import { readCoverage } from './read-coverage.ts';
import { CoveragePage } from './views/coverage-page.tsx';

/** How far the providers of a round have come, for those who see that they get there. */
export function coverageRoutes(app: FastifyInstance, context: AppContext): void {
  app.get('/workspace/programme/coverage', async (request, reply) => {
    const { query, round, all, rows } = await readAsked(request, context);
    return sendPage(request, reply, {
      title: 'Coverage',
      section: 'workspace',
      illustrative: context.config.isDemonstration,
      breadcrumbs: [{ href: paths.workspace(), text: 'My work' }],
      body: (
        <CoveragePage
          pack={context.pack}
          query={query}
          round={round}
          today={today(context.clock)}
          all={all}
          rows={rows}
        />
      ),
    });
  });

  app.get('/workspace/programme/coverage.csv', async (request, reply) => {
    const { query, round, rows } = await readAsked(request, context);
    const shown = rows.filter((row) => isWaitingAs(row, query));
    const fileName = `coverage-${round.id}`;
    return sendListDownload(reply, {
      format: 'csv',
      fileName,
      batches: [shown],
      table: coverageTable,
      head: {},
      foot: () => ({}),
    });
  });
}

interface Asked {
  readonly query: CoverageQuery;
  readonly round: Round;
  /** Of all places that the person may look after. */
  readonly all: readonly CoverageRow[];
  /** Of the places asked for, whatever they wait for. */
  readonly rows: readonly CoverageRow[];
}

async function readAsked(request: FastifyRequest, context: AppContext): Promise<Asked> {
  const actor = requireActor(request);
  if (!mayAnywhere(actor, 'coverage.read')) {
    throw new ForbiddenError('How far every provider has come is read by regional reviewers and the national team.');
  }
  const query = readCoverageQuery(postedForm(request.query));
  const round = roundOf(context, query.round);
  const all = await readCoverage(context, actor, round);
  return { query, round, all, rows: inPlaces(all, query) };
}

function roundOf({ pack, clock }: AppContext, id: string): Round {
  const round =
    id === '' ? currentAssessmentRound(pack, today(clock)) : assessmentRounds(pack).find((each) => each.id === id);
  if (round === undefined) {
    throw new NotFoundError('There is no such round of assessment.', { href: paths.coverage(), text: 'Coverage' });
  }
  return round;
}
