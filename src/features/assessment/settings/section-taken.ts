import { paths } from '../../../paths.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import type { Takes } from './answers-in-effect.ts';

/** From where a section is taken, so that it is not answered here; undefined where it is answered here. */
export function takeOf({ takes }: Pick<AssessedOrganisation, 'takes'>, sectionId: string): Takes | undefined {
  return takes.find(({ sectionIds }) => sectionIds.includes(sectionId));
}

/** Where a section is answered, or what else can be done about it: with the care setting, or once for all of them. */
export function answeringHref(assessed: AssessedOrganisation, sectionId: string): string {
  const { addressKey, round, setting } = assessed;
  const isOnce = takeOf(assessed, sectionId)?.giver === null;
  return paths.assessmentSection(addressKey, round.id, sectionId, isOnce ? null : setting);
}
