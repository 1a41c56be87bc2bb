import type { CsvTable } from '../../../platform/csv-table.ts';
import type { Difference, DifferenceKind } from '../../register/index.ts';

/** What a release of results that others publish says otherwise than the one before it, or than anybody knows. */
export type ResultDifferenceKind = 'code-unknown' | 'result-absent' | 'score-changed' | 'result-added';
export type FileDifferenceKind = DifferenceKind | ResultDifferenceKind;

/** What a file would change, of the directory or of what is on record beside it. */
export interface FileDifference extends Omit<Difference, 'kind'> {
  readonly kind: FileDifferenceKind;
}

/** Every kind of difference, in the order in which a person wants to know of it, with what it is called. */
export const differenceWords: Readonly<Record<FileDifferenceKind, string>> = {
  'code-unknown': 'Of a code that the directory does not know, kept as published',
  'result-absent': 'In the version before, and not in this one',
  'score-changed': 'Other than in the version before',
  'result-added': 'New results',
  contradicted: 'Contradicts what is known, which was kept',
  'not-added': 'Left out: said to be closed, without a day, and never seen open',
  'not-taken': 'Left out, and what is known was kept',
  reissued: 'Code given to another organisation',
  retyped: 'Became another type of organisation',
  added: 'New to the directory',
  closed: 'Closed',
  reopened: 'Opened again',
  renamed: 'Renamed',
  'opening-changed': 'Opening day corrected',
  'end-changed': 'Closing day corrected',
  'status-changed': 'Status changed',
  'relation-changed': 'Relation to another organisation changed',
  'succession-added': 'Succeeded by another organisation',
  moved: 'Moved',
  'region-changed': 'In another region',
  'geography-changed': 'In another health geography',
  'phone-changed': 'New telephone number',
  'standing-changed': 'Standing corrected',
  'note-changed': 'Note corrected',
};

export const differenceKinds = Object.keys(differenceWords).filter(isDifferenceKind);

export function isDifferenceKind(text: string): text is FileDifferenceKind {
  return text in differenceWords;
}

/** Differences as a file for a person to read through. */
export const differencesTable: CsvTable<FileDifference> = {
  columns: ['row', 'code', 'name', 'difference', 'before', 'after', 'fills_in_the_past'],
  rowsOf: ({ row, code, name, kind, before, after, isPast }) => [[row, code, name, kind, before, after, isPast]],
};

/**
 * A difference in a line: `A81001 The Densham Surgery: “1 High Street” becomes “2 High Street”`. Where what is known was kept, nothing
 * becomes anything: both statements are told.
 */
export function describeDifference({ kind, code, name, before, after, isPast }: FileDifference): string {
  const who = name === '' ? code : `${code} ${name}`;
  if (kind === 'contradicted' || kind === 'not-taken') {
    return before === ''
      ? `${who}: the file says “${after}”`
      : `${who}: known is “${before}”; the file says “${after}”`;
  }
  if (before === '') {
    return `${who}: ${after}`;
  }
  return isPast ? `${who}: “${after}” before it was “${before}”` : `${who}: “${before}” becomes “${after}”`;
}
