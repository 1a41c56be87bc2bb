import { paths } from '../../paths.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { countOf } from '../../views/format.ts';
import type { Action } from '../identity/index.ts';

/** What the database holds of what a programme needs, beside somebody in each place. */
export interface SetUpCounts {
  readonly administratorsWithoutFactor: number;
  /** Whether the mail server has taken a test letter that was sent with the settings in force. */
  readonly mailIsTried: boolean;
  /** Files that were brought into the directory. */
  readonly importedFiles: number;
  /** What files said against the directory, on which nobody has decided. */
  readonly contradictions: number;
  /** With a role for an organisation, a footprint or a region. */
  readonly people: number;
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

/** What a programme needs before each place is looked at, in the order in which it is best done, and whether it has it. */
export function setUpSteps(counts: SetUpCounts, { organisationName, smtpUrl }: Settings): SetUpStep[] {
  const { administratorsWithoutFactor, mailIsTried, importedFiles, contradictions, people } = counts;
  return [
    {
      id: 'second-factor',
      text: 'Second factor of every administrator',
      isDone: administratorsWithoutFactor === 0,
      state:
        administratorsWithoutFactor === 0
          ? 'Every administrator has one'
          : `${countOf(administratorsWithoutFactor, 'administrator has', 'administrators have')} none`,
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
      isDone: smtpUrl !== null && mailIsTried,
      state: mailState(smtpUrl, mailIsTried),
      href: paths.serviceSettings(),
      mendedBy: 'settings.change',
    },
    {
      id: 'directory',
      text: 'Directory files',
      isDone: importedFiles > 0,
      state: directoryState(importedFiles, contradictions),
      href: directoryHref(importedFiles, contradictions),
    },
    {
      id: 'people',
      text: 'People with roles',
      isDone: people > 0,
      state: `${people === 0 ? 'Nobody has' : countOf(people, 'person has', 'people have')} a role in an organisation, footprint or region`,
      href: people > 0 ? paths.people() : paths.inviteMany(),
    },
  ];
}

/** A contradiction keeps no programme from running, so it is said and does not count as missing. */
function directoryState(importedFiles: number, contradictions: number): string {
  const files = importedFiles === 0 ? 'None was' : countOf(importedFiles, 'file was', 'files were');
  const waiting = countOf(contradictions, 'contradiction waits', 'contradictions wait');
  return contradictions === 0 ? `${files} brought in` : `${files} brought in; ${waiting} for a decision`;
}

function directoryHref(importedFiles: number, contradictions: number): string {
  if (contradictions > 0) {
    return paths.contradictions();
  }
  return importedFiles > 0 ? paths.imports() : paths.newImport();
}

function mailState(smtpUrl: string | null, isTried: boolean): string {
  if (smtpUrl === null) {
    return 'None is set up, so nobody is written to';
  }
  return isTried ? 'E-mails are sent' : 'Set up and not tried yet: send a test e-mail';
}
