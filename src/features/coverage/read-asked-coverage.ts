import type { FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { today } from '../../platform/days.ts';
import { postedForm } from '../../platform/forms/posted-form.ts';
import { ForbiddenError, NotFoundError } from '../../platform/http/problem.ts';
import { type Actor, mayAnywhere, requireActor } from '../identity/index.ts';
import { assessmentRounds, currentAssessmentRound, planningRound, type Round } from '../programme/index.ts';
import { type CoverageRow, inPlaces, isWaitingAs } from './coverage.ts';
import {
  type CoverageQuery,
  type PlanCoverageQuery,
  readCoverageQuery,
  readPlanCoverageQuery,
} from './coverage-query.ts';
import { isPlanWaitingAs, type PlanCoverageRow, plansIn } from './plan-coverage.ts';
import { readCoverage } from './read-coverage.ts';
import { readPlanCoverage } from './read-plan-coverage.ts';
import { type RoundShown, roundShown } from './round-shown.ts';

/** What an address asks for: a round, places and what is waited for there. */
export interface AskedList<Row, Query> extends RoundShown {
  readonly query: Query;
  /** Of all places that the person may look after. */
  readonly all: readonly Row[];
  /** Of the places asked for, whatever they wait for. */
  readonly rows: readonly Row[];
  /** Of these the ones that wait for what is asked for. */
  readonly waiting: readonly Row[];
}

export type AskedCoverage = AskedList<CoverageRow, CoverageQuery>;

export type AskedPlans = AskedList<PlanCoverageRow, PlanCoverageQuery>;

/** The providers. */
export async function readAskedCoverage(request: FastifyRequest, context: AppContext): Promise<AskedCoverage> {
  const actor = requireReader(request, 'assessment');
  const query = readCoverageQuery(postedForm(request.query));
  const { pack, clock } = context;
  const asked = { id: query.round, today: today(clock) };
  const shown = roundShown(assessmentRounds(pack), currentAssessmentRound(pack, asked.today), asked);
  if (shown === null) {
    throw new NotFoundError('There is no such round of assessment.', { href: paths.coverage(), text: 'Coverage' });
  }
  const all = await readCoverage(context, actor, shown.round);
  const rows = inPlaces(all, query);
  return { ...shown, query, all, rows, waiting: rows.filter((row) => isWaitingAs(row, query)) };
}

/** The footprints. */
export async function readAskedPlans(request: FastifyRequest, context: AppContext): Promise<AskedPlans> {
  const actor = requireReader(request, 'roadmap');
  const query = readPlanCoverageQuery(postedForm(request.query));
  const { pack, clock } = context;
  const asked = { id: query.round, today: today(clock) };
  const rounds = pack.rounds.filter(({ kind }) => kind === 'roadmap');
  const shown = roundShown(rounds, planningRound(pack, asked.today), asked);
  if (shown === null) {
    const toCoverage = { href: paths.planCoverage(), text: 'Coverage of roadmaps' };
    throw new NotFoundError('There is no such round of planning.', toCoverage);
  }
  const all = await readPlanCoverage(context, actor, shown);
  const rows = plansIn(all, query);
  return { ...shown, query, all, rows, waiting: rows.filter((row) => isPlanWaitingAs(row, query)) };
}

/** How far every provider or footprint has come is not for everybody. */
export function requireReader(request: FastifyRequest, kind: Round['kind']): Actor {
  const actor = requireActor(request);
  if (!mayAnywhere(actor, 'coverage.read')) {
    throw new ForbiddenError(`How far every ${kind} has come is read by regional reviewers and the national team.`);
  }
  return actor;
}
