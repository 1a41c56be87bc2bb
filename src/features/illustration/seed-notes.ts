import type { AppContext } from '../../context.ts';
import { today } from '../../platform/days.ts';
import { findWorkingOrganisation } from '../directory/index.ts';
import { organisationType } from '../programme/index.ts';
import { listThreads, openThread, type ThreadScope, writeInThread } from '../threads/index.ts';
import type { AnswersIllustration, DemonstrationPersona } from './illustration.ts';
import { actingAsPersona } from './invented-people.ts';

type Talk = AnswersIllustration['notes'][number];

/**
 * Lets invented people write private notes about answers of their organisations, once for an organisation and round. A demonstration whose clock has
 * not come to the day of a note goes on without.
 */
export async function seedNotes(
  context: AppContext,
  { notes }: AnswersIllustration,
  people: readonly DemonstrationPersona[],
): Promise<void> {
  const { database, pack } = context;
  for (const talks of Map.groupBy(notes, ({ round, of }) => `${round} ${of}`).values()) {
    const { of = '', round: roundId = '' } = talks[0] ?? {};
    const found = await findWorkingOrganisation(database, of, pack.positionOn);
    if (found === null) {
      throw new Error('The illustrative private notes are of no organisation');
    }
    const { organisationId, typeId } = found.organisation;
    const scope = { scopeKind: 'organisation', scopeId: organisationId } as const;
    const part = organisationType(pack, typeId).careSetting ?? '';
    if ((await listThreads(database, scope, { kind: 'answer', roundId, parts: null })).length === 0) {
      for (const talk of talks) {
        await seedThread(context, talk, { scope, part }, people);
      }
    }
  }
}

async function seedThread(
  { database, newId, clock }: AppContext,
  { round: roundId, question: key, steps }: Talk,
  { scope, part }: { readonly scope: ThreadScope; readonly part: string },
  people: readonly DemonstrationPersona[],
): Promise<void> {
  const subject = { kind: 'answer', roundId, part, key } as const;
  const threadId = newId();
  for (const [index, { by, on, to, says, does }] of steps.filter((step) => step.on <= today(clock)).entries()) {
    const acting = actingAsPersona(by, on, people);
    const words = { scope, text: says, mentioned: to.map((id) => `persona-${id}`) };
    const outcome =
      index === 0
        ? await openThread(database, { ...words, subject, sendingId: threadId }, acting)
        : await writeInThread(
            database,
            { ...words, threadId, about: subject, action: does, lastRead: index, sendingId: newId() },
            acting,
          );
    if (outcome.kind !== 'added') {
      throw new Error(`The illustrative private notes could not be written: ${outcome.kind}`);
    }
  }
}
