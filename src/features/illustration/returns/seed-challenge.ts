import type { AppContext } from '../../../context.ts';
import { readModeration, recordChallenge, settleChallenge } from '../../moderation/index.ts';
import type { AnswersIllustration, DemonstrationPersona } from '../illustration.ts';
import { actingAsPersona } from '../invented-people.ts';

type Made = AnswersIllustration['moderations'][number]['challenges'][number];

type OfReturn = Omit<Parameters<typeof settleChallenge>[1], 'questionId' | 'found'> & { readonly roundId: string };

/** Lets an invented person challenge what was found of one answer, and, where that is made up too, another answer it: it stands. */
export async function seedChallenge(
  { database, pack }: AppContext,
  { question: questionId, by, on, says: reason, answered }: Made,
  { roundId, ...of }: OfReturn,
  people: readonly DemonstrationPersona[],
): Promise<void> {
  const { key } = of;
  const challenge = { key, roundId, questionId, reason, pack };
  const recorded = await recordChallenge(database, challenge, actingAsPersona(by, on, people));
  if (recorded.kind !== 'done') {
    throw new Error(`The illustrative challenge about ${questionId} could not be made: ${recorded.kind}`);
  }
  const { saves } = await readModeration(database, key);
  const found = saves.find((each) => each.questionId === questionId)?.finding;
  if (answered !== undefined && found !== undefined) {
    const stands = { ...of, questionId, found: { ...found, reason: answered.says } };
    const settled = await settleChallenge(database, stands, actingAsPersona(answered.by, answered.on, people));
    if (settled.kind !== 'done') {
      throw new Error(`The illustrative challenge about ${questionId} could not be answered: ${settled.kind}`);
    }
  }
}
