import { programmeFolder } from '../../../project-folder.ts';
import type { AnswersIllustration } from '../illustration.ts';
import { readIllustration } from '../read-illustration.ts';

/** The people, and the national picture of its first round, that the programme which runs where none is named makes up. */
export async function shippedIllustration() {
  const { people, answers } = await readIllustration(programmeFolder);
  const profile = answers?.rounds[0]?.profile;
  if (answers === null || profile === undefined) {
    throw new Error(`${programmeFolder} makes up no answers`);
  }
  return { people, profile };
}

/** What it makes up of one round. */
export async function illustratedRound(
  roundId: string,
): Promise<AnswersIllustration['rounds'][number] & Pick<AnswersIllustration, 'seed'>> {
  const { answers } = await readIllustration(programmeFolder);
  const found = answers?.rounds.find(({ round }) => round === roundId);
  if (answers === null || found === undefined) {
    throw new Error(`${programmeFolder} makes up no answers of ${roundId}`);
  }
  return { ...found, seed: answers.seed };
}
