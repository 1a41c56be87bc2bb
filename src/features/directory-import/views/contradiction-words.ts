import type { ContradictionDecision, ContradictionKind } from '../contradictions/contradiction.ts';

export const decisionLabels: Readonly<Record<ContradictionDecision, string>> = {
  keep: 'Keep what is known',
  take: 'Take what the file says',
};

/** Who decided, for reading. */
export function deciderOf({ personName }: { readonly personName: string | null }): string {
  return personName ?? 'Whoever runs the service';
}

/** The organisation by which a contradiction is known. */
export function nameOfContradiction({ code, name }: { readonly code: string; readonly name: string }): string {
  return name === '' ? code : `${code} ${name}`;
}

/** Why a file that could be taken cannot be any more. */
export const onlyKeptWords =
  'Only what is known can be kept here: the directory has newer facts than this file, and they would stand. If the organisation is open, bring in a newer file that says so.';

/** What each decision does, or why there is only one. */
export const decisionWords: Readonly<Record<ContradictionKind, string>> = {
  reopened:
    'If you keep what is known, later files that say the same change nothing. If you take what the file says, the organisation is open again at once; what else changes is below. What was taken cannot be taken back here.',
  succession:
    'Only what is known can be kept here: a succession that came with a file cannot be taken back on this service. Later files that say the same change nothing.',
  'closed-earlier':
    'Only what is known can be kept here, since a newer source found the organisation open. If it has closed, bring in a newer file that says so.',
  'closed-without-day':
    'Only what is known can be kept here, since the file does not say on which day it closed. If it has closed, bring in a file that gives the day.',
};
