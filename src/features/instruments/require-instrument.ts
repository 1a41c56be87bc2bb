import type { FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import type { Crumb } from '../../views/page/breadcrumb.tsx';
import { type Actor, requireActor, requireCan } from '../identity/index.ts';
import type { Instrument } from '../programme/index.ts';
import { findKeptInstrument } from './kept/kept-instrument-repository.ts';

/** Parameters of every address under a version of an instrument. */
export interface InstrumentParams {
  readonly id: string;
  readonly version: string;
}

export interface RequiredInstrument {
  readonly actor: Actor;
  readonly instrument: Instrument;
  readonly digest: string;
  /** The way to the page of this version. */
  readonly crumbs: readonly Crumb[];
}

/** The version of the address, for those who may look at what is asked, or is to be. */
export async function requireInstrument(
  request: FastifyRequest,
  { database }: Pick<AppContext, 'database'>,
): Promise<RequiredInstrument> {
  requireActor(request);
  const actor = requireCan(request, 'instrument.read');
  const { id, version } = request.params as InstrumentParams;
  const kept = await findKeptInstrument(database, id, version);
  if (kept === null) {
    throw new NotFoundError('There is no such version of a questionnaire. Look for it in the list.', {
      href: paths.instruments(),
      text: 'Go to the questionnaires',
    });
  }
  const { title, version: own } = kept.instrument;
  const crumbs = [...aboveInstrument, { href: paths.instrument(id, own), text: `${title}, version ${own}` }];
  return { actor, ...kept, crumbs };
}

/** The way to the page of a version. */
export const aboveInstrument: readonly Crumb[] = [
  { href: paths.workspace(), text: 'My work' },
  { href: paths.instruments(), text: 'Questionnaires' },
];
