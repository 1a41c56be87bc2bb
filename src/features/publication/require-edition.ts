import { z } from 'zod';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import type { AreaRef } from '../directory/index.ts';
import { findAreaNear } from '../history/index.ts';
import { type Edition, findEdition } from './find-edition.ts';
import { findLatestPublication } from './publication-repository.ts';

type Reading = Pick<AppContext, 'database' | 'pack'>;

/** What a footprint published stays readable after it merged or was renamed, so the day does not matter. */
export async function requireFootprint(slug: string, { database, pack }: Reading): Promise<AreaRef> {
  const footprint = await findAreaNear(database, { kind: 'footprint', slug }, pack.positionOn);
  if (footprint === null) {
    throw new NotFoundError('There is no footprint at this address. Look for it in the list of footprints.', {
      href: paths.footprints(),
      text: 'Go to the footprints',
    });
  }
  return footprint;
}

export async function requireLatest({ database }: Reading, footprint: AreaRef): Promise<number> {
  const latest = await findLatestPublication(database, footprint.areaId);
  if (latest === null) {
    throw new NotFoundError(`${footprint.name} has not published its roadmap yet. Its page says how far it has come.`, {
      href: paths.footprint(footprint.slug),
      text: 'Go to the footprint',
    });
  }
  return latest.versionNumber;
}

/** The public edition of the version with this number. */
export async function requireEdition({ database }: Reading, footprint: AreaRef, number: number): Promise<Edition> {
  const edition = await findEdition(database, footprint, number);
  if (edition === null) {
    throw noSuchVersion(footprint);
  }
  return edition;
}

/** The public edition that an address names by its footprint and number. */
export async function requireEditionAt(
  { slug, number }: { readonly slug: string; readonly number: string },
  reading: Reading,
): Promise<Edition> {
  return requireEdition(reading, await requireFootprint(slug, reading), versionNumber(number));
}

const positive = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number);

/** A number from an address; 0, which no version has, for anything else. */
export function versionNumber(text: string): number {
  const parsed = positive.safeParse(text);
  return parsed.success ? parsed.data : 0;
}

export function noSuchVersion({ name, slug }: AreaRef): NotFoundError {
  return new NotFoundError(`${name} has not published a version of its roadmap with this number.`, {
    href: paths.footprint(slug),
    text: `Go to ${name}`,
  });
}
