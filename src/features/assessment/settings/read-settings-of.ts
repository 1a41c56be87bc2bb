import type { AppContext } from '../../../context.ts';
import { type AssessedOrganisation, readAssessedPart, withPart } from '../require-assessed-organisation.ts';

/** The care settings of an organisation that answers for several, each as its own pages are about it. */
export async function readSettingsOf(
  { database, pack }: Pick<AppContext, 'database' | 'pack'>,
  assessed: AssessedOrganisation,
): Promise<AssessedOrganisation[]> {
  const { organisation, addressKey, round, settings } = assessed;
  const parts: AssessedOrganisation[] = [];
  for (const setting of settings) {
    const part = await readAssessedPart({ database, pack }, { ...organisation, addressKey }, round, setting);
    parts.push(withPart(pack, assessed, part));
  }
  return parts;
}
