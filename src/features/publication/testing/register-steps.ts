import { newId } from '../../../platform/ids.ts';
import { importFile } from '../../directory-import/index.ts';
import { sparseRow } from '../../directory-import/read/testing/files.ts';
import { organisationTypes } from '../../register/index.ts';
import { importMembers, letLeave } from '../../roadmap/testing/members.ts';
import { type ActedWorld, membersOf, type Outcome, type Steps } from './acted-world.ts';

/** The trust that comes and goes; the footprint can do without it. */
export const GUEST = 'RKB';

/** Files that change who is a member, and an end of a membership that no file says. */
export function registerSteps(world: ActedWorld): Steps {
  const { context, place, today } = world;
  const say = (role: string) =>
    importMembers(context, [`wol,${GUEST},${role},List of ${today()},${today()},,stated,`], today());
  return {
    joins: () => say('core'),
    'is in support': () => say('support'),
    'is an associate': () => say('associate'),
    leaves: async () => {
      const guest = (await membersOf(world)).find(({ code, role }) => code === GUEST && role === 'core');
      if (guest === undefined || guest.validFrom === today()) {
        return null;
      }
      await letLeave(context, { areaId: place.footprint.areaId, organisationId: guest.organisationId }, today());
      return { kind: 'ok' };
    },
    'is closed by a file': () => importTrust(world, today()),
    'is opened again by a file': () => importTrust(world, null),
  };
}

/** A file of trusts of today, of one row: the guest, with the day it closed. */
function importTrust({ context, today }: ActedWorld, closedOn: string | null): Promise<Outcome> {
  const row = sparseRow({
    1: GUEST,
    2: 'UNIVERSITY HOSPITALS COVENTRY AND WARWICKSHIRE NHS TRUST',
    3: 'Y55',
    4: 'Q76',
    5: 'WALSGRAVE GENERAL HOSPITAL',
    8: 'COVENTRY',
    10: 'CV2 2DX',
    11: '19930401',
    12: closedOn?.replaceAll('-', '') ?? '',
    22: '0',
    24: 'E',
  });
  return importFile(context.database, organisationTypes(context.pack.organisationTypes), {
    fileName: 'etr.csv',
    layout: 'ods-trusts',
    datedOn: today(),
    open: async function* () {
      yield new TextEncoder().encode(`${row}\n`);
    },
    importId: newId(),
    personId: null,
    onBehalfOf: 'a test',
    now: new Date('2016-11-01T12:00:00Z'),
    register: context.register,
    isWanted: () => true,
  });
}
