import { dayOf } from '../../../platform/days.ts';
import type { ReleaseDetails } from '../../directory-import/index.ts';
import type { ReleaseOutcome } from '../import-release.ts';

/** Why a release cannot be taken in although its file is sound. */
export function refusalInWords(
  outcome: Extract<ReleaseOutcome, { readonly kind: 'differs' | 'out-of-order' }>,
  { series, version, publishedOn }: Pick<ReleaseDetails, 'series' | 'version' | 'publishedOn'>,
): string {
  const release = `Version ${version} of ${series}`;
  return outcome.kind === 'differs'
    ? `${release} was brought in on ${dayOf(outcome.recordedAt)} with another content, and what was published does not change. ` +
        'If this is a correction, give it the next version.'
    : `${release} cannot be of ${publishedOn}: version ${outcome.other.version} was published on ${outcome.other.publishedOn}.`;
}

/** What was said of a release when its file was sent, row by row. */
export function releaseRows({ series, version, title, publisher, url, licence, standing, note }: ReleaseDetails) {
  const rows = [
    ['Publication', `${title}, version ${version} of ${series}`],
    ['Published by', publisher],
    ['Address', url ?? ''],
    ['Licence', licence],
    ['Standing', standing],
    ['Note', note],
  ] as const;
  return rows.filter(([, value]) => value !== '').map(([key, value]) => ({ key, value }));
}
