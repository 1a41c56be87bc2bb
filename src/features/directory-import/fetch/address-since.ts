import { daysBetween } from '../../../platform/days.ts';

/** An interface need not know what changed long ago; what is older is asked for as a whole. */
const DAYS_BACK = 180;

/**
 * The address to ask at: for all, or for what has changed since a day, that day among it. The ORD interface calls it
 * `LastChangeDate`, FHIR `_lastUpdated` (R4, section 3.1.1.4.4).
 */
export function addressSince(address: string, layout: 'ord' | 'fhir', since: string | null, today: string): URL {
  const url = new URL(address);
  if (since === null || daysBetween(since, today) > DAYS_BACK) {
    return url;
  }
  if (layout === 'ord') {
    url.searchParams.set('LastChangeDate', since);
  } else {
    url.searchParams.set('_lastUpdated', `ge${since}`);
  }
  return url;
}
