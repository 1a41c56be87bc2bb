import type { Connection } from '../../../platform/database/database.ts';
import { formatDate } from '../../../views/format.ts';
import { listAssignments, standingStep } from '../../assignments/index.ts';
import { sectionsFor } from '../../programme/index.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';

/** Who was asked to answer something of an assessment and has not said that they are done: `Ben Example: 3. Leadership, due on 1 May 2027`. */
export async function readUnfinished(
  { database }: { readonly database: Connection },
  { organisation: { organisationId }, round, instrument, careSetting }: AssessedOrganisation,
): Promise<string[]> {
  const sections = new Map(sectionsFor(instrument, careSetting).map((section) => [section.id, section]));
  const assigned = await listAssignments(database, { roundIds: [round.id], organisationIds: [organisationId] });
  return assigned
    .filter((assignment) => assignment.careSetting === careSetting && standingStep(assignment).state === 'open')
    .flatMap((assignment) => {
      const section = sections.get(assignment.sectionId);
      const question = assignment.questionId === null ? '' : `, question ${assignment.questionId}`;
      return section === undefined
        ? []
        : [
            `${assignment.person.name}: ${section.number}. ${section.title}${question}, due on ${formatDate(standingStep(assignment).dueOn)}`,
          ];
    });
}
