import { paths } from '../../paths.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { Action } from '../identity/index.ts';

/** What the database holds of what a programme needs. */
export interface SetUpCounts {
  readonly administratorsWithoutFactor: number;
  /** Files that were brought into the directory. */
  readonly importedFiles: number;
  /** With a role for an organisation, a footprint or a region. */
  readonly people: number;
  readonly regions: number;
  readonly regionsWithoutReviewer: number;
  readonly footprints: number;
  readonly footprintsWithoutLead: number;
  /** Organisations that make a return. */
  readonly providers: number;
  readonly providersWithoutExecutive: number;
}

/** One thing that a programme needs before it runs. */
export interface SetUpStep {
  readonly id: string;
  readonly text: string;
  readonly isDone: boolean;
  /** Where it stands, in words, with its count. */
  readonly state: string;
  /** Where it is mended; null for what is said to the service when it is started. */
  readonly href: string | null;
  /** What somebody must be allowed to do to mend it; left out where whoever sees the list may. */
  readonly mendedBy?: Action;
}

/** What a programme needs, in the order in which it is best done, and whether it has it. */
export function setUpSteps(counts: SetUpCounts, { organisationName, smtpUrl }: Settings): SetUpStep[] {
  const { administratorsWithoutFactor, importedFiles, people } = counts;
  return [
    {
      id: 'second-factor',
      text: 'Second factor of every administrator',
      isDone: administratorsWithoutFactor === 0,
      state:
        administratorsWithoutFactor === 0
          ? 'Every administrator has one'
          : `${counted(administratorsWithoutFactor, 'administrator has', 'administrators have')} none`,
      href: paths.account(),
    },
    {
      id: 'operator',
      text: 'Who runs the service',
      isDone: organisationName !== '',
      state: organisationName === '' ? 'Nobody is named' : organisationName,
      href: paths.serviceSettings(),
      mendedBy: 'settings.change',
    },
    {
      id: 'mail',
      text: 'Mail server',
      isDone: smtpUrl !== null,
      state: smtpUrl === null ? 'None is set up, so nobody is written to' : 'Letters are sent',
      href: paths.serviceSettings(),
      mendedBy: 'settings.change',
    },
    {
      id: 'directory',
      text: 'Directory file',
      isDone: importedFiles > 0,
      state:
        importedFiles > 0 ? `${counted(importedFiles, 'file was', 'files were')} brought in` : 'None was brought in',
      href: importedFiles > 0 ? paths.imports() : paths.newImport(),
    },
    {
      id: 'people',
      text: 'People in the places',
      isDone: people > 0,
      state: `${counted(people, 'person has', 'people have')} a role in an organisation, footprint or region`,
      href: people > 0 ? paths.people() : paths.inviteMany(),
    },
    coverage('reviewers', 'A reviewer for every region', {
      ...{ all: counts.regions, without: counts.regionsWithoutReviewer },
      ...{ place: 'region', places: 'regions', holder: 'reviewer', role: 'reviewer' },
    }),
    coverage('leads', 'A lead for every footprint', {
      ...{ all: counts.footprints, without: counts.footprintsWithoutLead },
      ...{ place: 'footprint', places: 'footprints', holder: 'lead', role: 'lead' },
    }),
    coverage('executives', 'Somebody to sign for every provider', {
      ...{ all: counts.providers, without: counts.providersWithoutExecutive },
      ...{ place: 'provider', places: 'providers', holder: 'authorising executive', role: 'executive' },
    }),
  ];
}

interface Coverage {
  readonly all: number;
  readonly without: number;
  readonly place: string;
  readonly places: string;
  readonly holder: string;
  readonly role: string;
}

/** Where the register has no such place, nothing is covered: its facts or files are still to come. */
function coverage(id: string, text: string, { all, without, place, places, holder, role }: Coverage): SetUpStep {
  const isDone = all > 0 && without === 0;
  const known = all === 0 ? `The directory has no ${places}` : `Every one of ${counted(all, place, places)} has one`;
  return {
    id,
    text,
    isDone,
    state: without > 0 ? `${counted(without, 'has', 'have', all)} no ${holder}` : known,
    href: isDone ? paths.people({ role }) : paths.inviteMany(),
  };
}

function counted(count: number, one: string, several: string, of: number | null = null): string {
  const number = (value: number) => value.toLocaleString('en-GB');
  return `${number(count)}${of === null ? '' : ` of ${number(of)}`} ${count === 1 ? one : several}`;
}
