import { formatNumber } from '../../../views/format.ts';
import {
  type AreaRef,
  COMMISSIONER_TYPE,
  commissionerWords,
  isCommissionerType,
  isPlanningKind,
} from '../../directory/index.ts';
import type { OrganisationType, ProgrammePack } from '../../programme/index.ts';
import { groupByType, type TypeGroup } from '../facts/group-by-type.ts';
import type { OrganisationInArea } from './area-organisations-repository.ts';

/** The organisations of an area as its page shows them. */
export interface AreaOrganisations {
  readonly ccgs: readonly OrganisationInArea[];
  readonly unrecordedCcgCount: number;
  /** Integrated care boards, which plan for areas in the place of CCGs. */
  readonly boards: readonly TypeGroup<OrganisationInArea>[];
  /** The places that boards report by. */
  readonly locations: readonly TypeGroup<OrganisationInArea>[];
  /** Those that give care and complete the self-assessment, by type in the programme's order. */
  readonly providers: readonly TypeGroup<OrganisationInArea>[];
  /** Everyone else, likewise. */
  readonly others: readonly TypeGroup<OrganisationInArea>[];
}

/** Those that commission apart, because they form the footprints; then the providers that assess themselves, and everyone else. */
export function areaOrganisations(
  pack: Pick<ProgrammePack, 'organisationTypes'>,
  organisations: readonly OrganisationInArea[],
  asAt: string,
): AreaOrganisations {
  const { typeIds } = commissionerWords(asAt);
  const isLocation = ({ id }: OrganisationType) => typeIds.includes(id) && !isCommissionerType(id);
  const ccgs = organisations.filter(({ typeId }) => typeId === COMMISSIONER_TYPE);
  const groups = groupByType(
    pack,
    organisations.filter(({ typeId }) => typeId !== COMMISSIONER_TYPE),
  );
  return {
    ccgs,
    unrecordedCcgCount: ccgs.filter(({ footprints }) => footprints.length === 0).length,
    boards: groups.filter(({ type }) => isCommissionerType(type.id)),
    locations: groups.filter(({ type }) => isLocation(type)),
    providers: groups.filter(({ type }) => isProvider(type)),
    others: groups.filter(({ type }) => !isProvider(type) && !isCommissionerType(type.id) && !isLocation(type)),
  };
}

/** A board that assesses itself gives no care. */
function isProvider({ id, assessed }: OrganisationType): boolean {
  return assessed && !isCommissionerType(id);
}

/** The STPs an organisation is in beside the one shown: its people count there too. */
export function otherStps(organisation: OrganisationInArea, area: AreaRef): AreaRef[] {
  return isPlanningKind(area.kind) ? organisation.stps.filter(({ areaId }) => areaId !== area.areaId) : [];
}

/** What is known of the footprints of an area's CCGs, in a sentence. */
export function coverageWords({ ccgs, unrecordedCcgCount }: AreaOrganisations): string {
  if (ccgs.length === 0) {
    return 'No CCG is recorded here.';
  }
  if (unrecordedCcgCount === 0) {
    return 'The footprint of every CCG here is recorded.';
  }
  if (unrecordedCcgCount === ccgs.length) {
    return 'The footprint of none of the CCGs here is recorded.';
  }
  return `The footprint of ${formatNumber(ccgs.length - unrecordedCcgCount)} of ${formatNumber(ccgs.length)} CCGs here is recorded.`;
}
