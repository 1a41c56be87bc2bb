import type { GroupedChoice } from '../../../../views/forms/fields.tsx';
import { type AreaRef, planningWordsOf } from '../../../directory/index.ts';

/** An organisation with which another could answer together. */
export interface Partner {
  readonly organisationId: string;
  readonly code: string;
  readonly name: string;
  readonly footprints: readonly AreaRef[];
  readonly stps: readonly AreaRef[];
}

/** The near ones first: those that plan together with it are mostly those that are led together. */
export function partnerChoices(
  own: Pick<Partner, 'footprints' | 'stps'>,
  partners: readonly Partner[],
  agreeing: ReadonlySet<string>,
): GroupedChoice[] {
  const area = planningWordsOf(own.stps).area;
  const groups = ['In the same footprint', `In the same ${area}`, 'Elsewhere'] as const;
  const groupOf = ({ footprints, stps }: Partner) => {
    if (shareOne(footprints, own.footprints)) {
      return groups[0];
    }
    return shareOne(stps, own.stps) ? groups[1] : groups[2];
  };
  const byGroup = Map.groupBy(partners, groupOf);
  return groups.flatMap((group) =>
    (byGroup.get(group) ?? []).map(({ organisationId, name, code }) => ({
      value: organisationId,
      label: `${name} (${code})${agreeing.has(organisationId) ? '' : ', nobody there to agree yet'}`,
      group,
    })),
  );
}

function shareOne(one: readonly AreaRef[], other: readonly AreaRef[]): boolean {
  return one.some(({ areaId }) => other.some((each) => each.areaId === areaId));
}
