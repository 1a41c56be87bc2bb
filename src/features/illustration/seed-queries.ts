import type { AppContext } from '../../context.ts';
import { today } from '../../platform/days.ts';
import { idOfSending } from '../../platform/ids.ts';
import { freezeWaiting } from '../assessment/index.ts';
import { findWorkingOrganisation } from '../directory/index.ts';
import { listSignedReturns, openQuery, type SignedReturn, writeInQuery } from '../validation/index.ts';
import type { AnswersIllustration, DemonstrationPersona } from './illustration.ts';
import { actingAsPersona } from './invented-people.ts';

type Asked = AnswersIllustration['queries'][number];

/**
 * Lets invented people of a region ask about what was signed, and others reply, each once. A demonstration whose clock has not come to the day of a
 * step, or in which nothing is signed yet, goes on without.
 */
export async function seedQueries(
  context: AppContext,
  { queries }: AnswersIllustration,
  people: readonly DemonstrationPersona[],
): Promise<void> {
  const { database, pack } = context;
  // Only of documents can anything be asked.
  await freezeWaiting(database, context);
  for (const [roundId, asked] of Map.groupBy(queries, ({ round }) => round)) {
    const returns = await listSignedReturns(database, roundId);
    for (const query of asked) {
      const found = await findWorkingOrganisation(database, query.of, pack.positionOn);
      const row = returns.find(({ organisationId }) => organisationId === found?.organisation.organisationId);
      if (row !== undefined) {
        await seedQuery(context, query, { ...row, roundId }, people);
      }
    }
  }
}

async function seedQuery(
  { database, clock }: AppContext,
  { of, about, steps }: Asked,
  signed: SignedReturn,
  people: readonly DemonstrationPersona[],
): Promise<void> {
  const said = steps.filter(({ on }) => on <= today(clock));
  const idOf = (index: number) => idOfStep([signed.digest, of, about], index);
  for (const [index, { by, on, says: text, does }] of said.entries()) {
    const acting = actingAsPersona(by, on, people);
    const sendingId = idOf(index);
    const outcome =
      index === 0
        ? await openQuery(database, { signed, about, text, sendingId }, acting)
        : await writeInQuery(
            database,
            {
              ...{ signed, about, text, sendingId, threadId: idOf(0), action: 'reply' as const, lastRead: index },
              side: does === 'reply' ? 'place' : 'asker',
            },
            acting,
          );
    // A visitor may have validated it, or closed the query, by now.
    if (outcome.kind !== 'added') {
      return;
    }
  }
}

/** The same each time, so that what is there already is recognised. */
function idOfStep(query: readonly string[], index: number): string {
  return idOfSending('illustration', [...query, String(index)]);
}
