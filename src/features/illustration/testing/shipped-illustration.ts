import { programmeFolder } from '../../../project-folder.ts';
import { readIllustration } from '../read-illustration.ts';

/** The people and the national picture that the programme which runs where none is named makes up. */
export async function shippedIllustration() {
  const { people, answers } = await readIllustration(programmeFolder);
  if (answers === null) {
    throw new Error(`${programmeFolder} makes up no answers`);
  }
  return { people, profile: answers.profile };
}
