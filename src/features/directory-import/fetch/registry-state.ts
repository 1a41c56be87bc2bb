import { countOf, formatTime } from '../../../views/format.ts';
import { uploadStateLabels } from '../uploads/upload-state.ts';
import type { RegistryFetch } from './registry-fetch.ts';

/** Where the registry is asked, and what came of the last time. */
export interface RegistryState {
  /** Null where the configuration names no registry. */
  readonly registry: { readonly address: string; readonly everyHours: number } | null;
  readonly last: RegistryFetch | null;
  /** The fetched file on which nobody has decided; nothing is fetched meanwhile. */
  readonly undecided: string | null;
}

/** What came of the last time, in words. */
export function outcomeWords({ registry, last }: RegistryState): string {
  if (last === null) {
    return registry === null ? 'Not set up' : 'It has not been asked yet';
  }
  const asked = `Asked on ${formatTime(last.askedAt)}${last.askedByName === null ? '' : ` by ${last.askedByName}`}`;
  return `${asked}: ${cameOf(last)}`;
}

function cameOf({ outcome, problem, organisationCount, file }: RegistryFetch): string {
  switch (outcome) {
    case '':
      return problem === '' ? 'under way' : `tried again soon, because ${problem}`;
    case 'fetched': {
      const state = file === null ? '' : `; the file: ${uploadStateLabels[file.state]}`;
      return `${countOf(organisationCount ?? 0, 'organisation')}${state}`;
    }
    case 'unchanged':
      return 'the same answer as before';
    case 'nothing':
      return 'nothing has changed there';
    case 'failed':
      return `failed, because ${problem}`;
  }
}

/** Whether whoever runs the service has nothing to do about it. */
export function isRegistryWell({ last }: RegistryState): boolean {
  return last === null || (last.outcome !== 'failed' && last.file?.state !== 'refused');
}
