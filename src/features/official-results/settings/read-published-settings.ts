import type { Connection } from '../../../platform/database/database.ts';
import { listResultsOf } from '../results-of-repository.ts';
import { type PublishedSettings, publishedSettings } from './published-settings.ts';

/** The care settings that the official results of an organisation, and of those it took over from, were for by the day; one query. */
export async function readPublishedSettings(
  connection: Connection,
  { organisationId, code }: { readonly organisationId: string; readonly code: string },
  asAt: string,
): Promise<PublishedSettings[]> {
  return publishedSettings(await listResultsOf(connection, { subject: 'organisation', organisationId, code }, asAt));
}
