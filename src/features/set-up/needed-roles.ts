import { paths } from '../../paths.ts';
import { countOf, formatNumber, listInWords, sentenceStart } from '../../views/format.ts';
import type { AssessedWords } from '../programme/index.ts';
import type { SetUpStep } from './set-up-steps.ts';

/** What somebody must hold in every place of a kind before the programme runs. */
export type NeededRole = 'reviewer' | 'lead' | 'coordinator' | 'executive' | 'signatory';

export interface RoleWords {
  readonly step: string;
  readonly holder: string;
  /** The same after its article. */
  readonly oneHolder: string;
  /** One place and several. */
  readonly places: readonly [string, string];
  /** What the list of places without one is called. */
  readonly list: string;
}

/** `assessed`: what those are called who assess themselves. */
export function neededRoleWords(role: NeededRole, { one, many }: AssessedWords): RoleWords {
  const words: Readonly<Record<NeededRole, RoleWords>> = {
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
      step: `A coordinator for every ${one}`,
      holder: 'coordinator',
      oneHolder: 'a coordinator',
      places: [one, many],
      list: `${sentenceStart(many)} without a coordinator`,
    },
    executive: {
      step: 'Somebody to sign for every organisation',
      holder: 'authorising executive',
      oneHolder: 'an authorising executive',
      places: ['organisation', 'organisations'],
      list: 'Organisations that nobody can sign for',
    },
    signatory: {
      step: `Somebody to sign the assessment of every ${one}`,
      holder: 'assessment signatory',
      oneHolder: 'an assessment signatory',
      places: [one, many],
      list: `${sentenceStart(many)} whose assessment nobody can sign`,
    },
  };
  return words[role];
}

export const neededRoles: readonly NeededRole[] = ['reviewer', 'lead', 'coordinator', 'executive', 'signatory'];

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
export function roleStep(coverage: RoleCoverage, assessed: AssessedWords): SetUpStep {
  const { role, all, without } = coverage;
  const words = neededRoleWords(role, assessed);
  const isDone = all > 0 && without === 0;
  return {
    id: `${role}s`,
    text: words.step,
    isDone,
    state: stateOf(coverage, words),
    href: all === 0 ? paths.newImport() : isDone ? paths.people({ role }) : paths.placesWithout(role),
  };
}

function stateOf({ all, without, named }: RoleCoverage, { holder, places }: RoleWords): string {
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
