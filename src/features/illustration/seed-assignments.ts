import type { AppContext } from '../../context.ts';
import { today } from '../../platform/days.ts';
import { assignSections, listAssigned } from '../assessment/index.ts';
import { findWorkingOrganisation } from '../directory/index.ts';
import { getRound, organisationType } from '../programme/index.ts';
import { actingAsInvented } from './acting-as-invented.ts';
import type { AnswersIllustration, DemonstrationPersona } from './illustration.ts';

/**
 * Gives invented people their sections, once for an organisation and round. A demonstration whose clock has not come to the day of it goes on
 * without.
 */
export async function seedAssignments(
  context: AppContext,
  { assignments }: AnswersIllustration,
  people: readonly DemonstrationPersona[],
): Promise<void> {
  const assigned = assignments.filter(({ on }) => on <= today(context.clock));
  for (const places of Map.groupBy(assigned, ({ round, of }) => `${round} ${of}`).values()) {
    await seedPlace(context, places, people);
  }
}

type Assigned = AnswersIllustration['assignments'][number];

async function seedPlace(
  context: AppContext,
  assigned: readonly Assigned[],
  people: readonly DemonstrationPersona[],
): Promise<void> {
  const { database, pack, newId, clock } = context;
  for (const [index, { round: roundId, of, by, to, on, sections, helps, dueOn, message }] of assigned.entries()) {
    const round = getRound(pack, roundId);
    const found = await findWorkingOrganisation(database, of, pack.positionOn);
    const giver = people.find(({ personId }) => personId === `persona-${by}`);
    if (found === null || giver === undefined) {
      throw new Error('The illustrative assignments are of no organisation, or by none of the people');
    }
    const { organisationId, typeId } = found.organisation;
    const place = { organisationId, typeId, addressKey: found.addressKey };
    const isThere = (await listAssigned({ database, pack }, [round], [organisationId], today(clock))).length > 0;
    if (index === 0 && isThere) {
      return;
    }
    const careSetting = organisationType(pack, typeId).careSetting ?? '';
    const invented = actingAsInvented({ assign: on })('assign', giver.jobTitle);
    const outcome = await assignSections(
      database,
      {
        pack,
        round,
        place,
        newId,
        to: { kind: 'colleague', personId: `persona-${to}` },
        things: sections.map((sectionId) => ({ careSetting, sectionId, questionId: null })),
        isResponsible: !helps,
        dueOn,
        message,
      },
      { ...invented, personId: giver.personId, name: giver.name, role: giver.jobTitle },
    );
    if (outcome.kind !== 'assigned') {
      throw new Error(`The illustrative assignments could not be given: ${outcome.kind}`);
    }
  }
}
