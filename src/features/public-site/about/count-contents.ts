import type { Connection } from '../../../platform/database/database.ts';
import { countSubmitted } from '../../assessment/index.ts';
import { listFootprints } from '../../directory/index.ts';
import { listExemplars } from '../../exemplar/index.ts';
import { countHoldings, listed } from '../../mode/index.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import { listPublishedBy } from '../../publication/index.ts';
import { countOrganisationLines, organisationsListing } from '../../search/index.ts';
import type { StatusContents } from './status-page.tsx';

/** How much the service holds, as each feature counts its own, and what of it is invented; fails where the database cannot be asked. */
export async function countContents(connection: Connection, pack: ProgrammePack): Promise<StatusContents> {
  const asAt = pack.positionOn;
  const day = { asAt, recordedBy: null };
  const live = { search: '', groupId: '', typeIds: null, states: ['designated'] as const };
  const [footprints, organisations, submitted, published, exemplars, holdings] = await Promise.all([
    listFootprints(connection, asAt),
    countOrganisationLines(connection, organisationsListing(asAt)),
    countSubmitted(connection),
    listPublishedBy(connection, day),
    listExemplars(connection, live, day),
    countHoldings(connection),
  ]);
  const counts = [
    { key: 'Footprints', count: footprints.length },
    { key: 'Organisations', count: organisations },
    { key: 'Submitted assessments', count: submitted },
    { key: 'Footprints with a published roadmap', count: published.length },
    { key: 'Exemplars', count: exemplars.length },
  ];
  return { counts, invented: listed(holdings, 'invented') };
}
