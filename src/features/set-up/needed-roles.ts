import { paths } from '../../paths.ts';
import { countOf, formatNumber, listInWords } from '../../views/format.ts';
import type { SetUpStep } from './set-up-steps.ts';

/** What somebody must hold in every place of a kind before the programme runs. */
export type NeededRole = 'reviewer' | 'lead' | 'coordinator' | 'executive' | 'signatory';

interface Words {
  readonly step: string;
  readonly holder: string;
  /** The same after its article. */
  readonly oneHolder: string;
  /** One place and several. */
  readonly places: readonly [string, string];
  /** What the list of places without one is called. */
  readonly list: string;
}

const roleWords: Readonly<Record<NeededRole, Words>> = {
  reviewer: {
    step: 'A reviewer for every region',
    holder: 'reviewer',
    oneHolder: 'a reviewer',
    places: ['region', 'regions'],
    list: 'Regions without a reviewer',
  },
  lead: {
    step: 'A lead for every footprint',
    holder: 'lead',
    oneHolder: 'a lead',
    places: ['footprint', 'footprints'],
    list: 'Footprints without a lead',
  },
  coordinator: {
    step: 'A coordinator for every provider',
    holder: 'coordinator',
    oneHolder: 'a coordinator',
    places: ['provider', 'providers'],
    list: 'Providers without a coordinator',
  },
  executive: {
    step: 'Somebody to sign for every provider',
    holder: 'authorising executive',
    oneHolder: 'an authorising executive',
    places: ['provider', 'providers'],
    list: 'Providers that nobody can sign for',
  },
  signatory: {
    step: 'Somebody to sign the assessment of every provider',
    holder: 'assessment signatory',
    oneHolder: 'an assessment signatory',
    places: ['provider', 'providers'],
    list: 'Providers whose assessment nobody can sign',
  },
};

export { roleWords as neededRoleWords };

export const neededRoles = Object.keys(roleWords) as NeededRole[];

/** How many of the places that need a role have nobody in it. */
export interface RoleCoverage {
  readonly role: NeededRole;
  readonly all: number;
  readonly without: number;
  /** The first of those without, by name. */
  readonly named: readonly string[];
}

export interface PlaceWithout {
  readonly id: string;
  readonly name: string;
  /** As an invitation names the place. */
  readonly code: string;
}

/** Where the register has no such place, nothing is covered: its facts or files are still to come. */
export function roleStep(coverage: RoleCoverage): SetUpStep {
  const { role, all, without } = coverage;
  const isDone = all > 0 && without === 0;
  return {
    id: `${role}s`,
    text: roleWords[role].step,
    isDone,
    state: stateOf(coverage),
    href: all === 0 ? paths.newImport() : isDone ? paths.people({ role }) : paths.placesWithout(role),
  };
}

function stateOf({ role, all, without, named }: RoleCoverage): string {
  const { holder, places } = roleWords[role];
  const several = countOf(all, ...places);
  if (all === 0) {
    return `The directory has no ${places[1]}`;
  }
  if (without === 0) {
    return `Every one of ${several} has one`;
  }
  const more = without - named.length;
  const which = listInWords(more === 0 ? named : [...named, `${formatNumber(more)} more`]);
  return `${formatNumber(without)} of ${several} ${without === 1 ? 'has' : 'have'} no ${holder}: ${which}`;
}
