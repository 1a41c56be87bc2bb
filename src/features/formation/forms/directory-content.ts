import { type AreaRef, type Footprint, isCommissionerType, type Member } from '../../directory/index.ts';
import { type AreaMention, type Capacity, type FormContent, type FormOrganisation, noPeople } from '../formation.ts';

/** The type of organisation that stands among the councils of a form. */
const COUNCIL_TYPE = 'council';

export function areaMention({ areaId, code, name }: Pick<AreaRef, 'areaId' | 'code' | 'name'>): AreaMention {
  return { areaId, code, name };
}

/**
 * What the directory says of a footprint, as a form: what a first form of a footprint that formed earlier begins with, and what
 * a request for change starts from. Whether a member is provider or council, and who holds which office, is taken from the form
 * accepted before, if there is one.
 */
export function directoryContent(
  footprint: Pick<Footprint, 'name' | 'regions' | 'stps'>,
  parent: AreaRef | null,
  members: readonly Member[],
  accepted: FormContent | null,
): FormContent {
  return {
    area: {
      name: footprint.name,
      startsOn: null,
      regions: footprint.regions.map(areaMention),
      stps: footprint.stps.map(areaMention),
      parent: parent === null ? null : areaMention(parent),
      reason: '',
    },
    organisations: eachOnce(members).map((member) => formOrganisation(member, accepted?.organisations ?? [])),
    people: accepted?.people ?? noPeople,
  };
}

/** An organisation in two roles stands once, in the first of them: members come in the order of their roles. */
function eachOnce(members: readonly Member[]): Member[] {
  return members.filter(
    (member, index) => members.findIndex(({ organisationId }) => organisationId === member.organisationId) === index,
  );
}

function formOrganisation(member: Member, earlier: readonly FormOrganisation[]): FormOrganisation {
  const { organisationId, code, name, role, typeId } = member;
  const before = earlier.find((one) => one.organisationId === organisationId);
  const isKept = before !== undefined && role === 'core' && ['provider', 'council'].includes(before.capacity);
  return { organisationId, code, name, capacity: isKept ? before.capacity : capacityOf(role, typeId) };
}

function capacityOf(role: Member['role'], typeId: string): Capacity {
  switch (role) {
    case 'lead':
    case 'associate':
    case 'support':
      return role;
    case 'core':
      return capacityOfType(typeId);
  }
}

/** What an organisation of a type usually is in a footprint. */
export function capacityOfType(typeId: string): Capacity {
  if (isCommissionerType(typeId)) {
    return 'partner';
  }
  return typeId === COUNCIL_TYPE ? 'council' : 'provider';
}
