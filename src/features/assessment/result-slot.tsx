import type { ReactNode } from 'react';
import type { AppContext } from '../../context.ts';
import { Details } from '../../views/details.tsx';
import { formatDate } from '../../views/format.ts';
import type { ReadDay } from '../directory/index.ts';
import { getRound, instrumentOfRound } from '../programme/index.ts';
import { readResult } from './read-result.ts';
import { AssessmentResult } from './views/assessment-result.tsx';

/** The newest result of an organisation for its public page, to stand under a heading of level 2; null when it has none. */
export async function latestResultSlot(
  { database, pack }: Pick<AppContext, 'database' | 'pack'>,
  organisationId: string,
  { recordedBy }: Pick<ReadDay, 'recordedBy'>,
): Promise<{ readonly content: ReactNode; readonly illustrative: boolean } | null> {
  const found = await readResult(database, pack, organisationId, { recordedBy });
  if (found === null) {
    return null;
  }
  const { roundId, submittedAt, illustrative } = found.result;
  const content = (
    <>
      <p>
        {getRound(pack, roundId).label}, authorised by the organisation and submitted on {formatDate(submittedAt)}. It
        says how the organisation saw itself then.
      </p>
      <AssessmentResult view={found.view} />
      <Details summary="About these questions">
        <p>{instrumentOfRound(pack, roundId).provenance}</p>
      </Details>
    </>
  );
  return { content, illustrative };
}
