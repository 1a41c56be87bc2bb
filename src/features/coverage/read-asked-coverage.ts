import type { FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { today } from '../../platform/days.ts';
import { postedForm } from '../../platform/forms/posted-form.ts';
import { ForbiddenError, NotFoundError } from '../../platform/http/problem.ts';
import { mayAnywhere, requireActor } from '../identity/index.ts';
import { assessmentRounds, currentAssessmentRound, type Round } from '../programme/index.ts';
import { type CoverageRow, inPlaces } from './coverage.ts';
import { type CoverageQuery, readCoverageQuery } from './coverage-query.ts';
import { readCoverage } from './read-coverage.ts';

export interface AskedCoverage {
  readonly query: CoverageQuery;
  readonly round: Round;
  /** Of all places that the person may look after. */
  readonly all: readonly CoverageRow[];
  /** Of the places asked for, whatever they wait for. */
  readonly rows: readonly CoverageRow[];
}

/** The round, places and state that an address asks for, with the providers of them that the person may look after. */
export async function readAskedCoverage(request: FastifyRequest, context: AppContext): Promise<AskedCoverage> {
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
