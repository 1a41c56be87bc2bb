import type { FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { NotFoundError } from '../../../platform/http/problem.ts';
import { type Actor, requireCan } from '../../identity/index.ts';
import { withStates } from './release-state.ts';
import { listReleasesOnRecord, type ReleaseOnRecord } from './releases-repository.ts';

/** Whoever may bring files in may bring these in too. */
export function mayBringIn(request: FastifyRequest): Actor {
  return requireCan(request, 'directory.import');
}

/** The way to the list of releases. */
export const releaseCrumbs = [
  { href: paths.workspace(), text: 'My work' },
  { href: paths.officialReleases(), text: 'Official results' },
] as const;

export interface ReleaseAddress {
  readonly Params: { readonly series: string; readonly version: string };
}

/** A release that pages show, which alone can be withdrawn. */
export async function requireShownRelease(
  { database }: AppContext,
  { series, version }: ReleaseAddress['Params'],
): Promise<ReleaseOnRecord> {
  const release = withStates(await listReleasesOnRecord(database)).find(
    (each) => each.series === series && String(each.version) === version && each.state.kind === 'shown',
  );
  if (release === undefined) {
    throw new NotFoundError('There is no such release that is shown. Look for it in the list.', {
      href: paths.officialReleases(),
      text: 'Go to the official results',
    });
  }
  return release;
}
