import { paths } from '../../paths.ts';
import { checkNumber } from '../../platform/canonical-json.ts';
import type { Happening } from './happening.ts';
import { type NoticeDraft, officeWith } from './notice-draft.ts';

/** The instrument that something happened to. */
export interface NoticedInstrument {
  readonly id: string;
  readonly title: string;
  /** Whether the proposal still waits for a second person. */
  readonly isWaiting: boolean;
}

/** Whom to tell of a step towards asking a version: who can confirm it, and once it has lapsed who can propose it anew. */
export function instrumentNotices(
  { action, by, detail }: Happening,
  { id, title, isWaiting }: NoticedInstrument,
): NoticeDraft[] {
  const version = detail.instrumentVersion ?? '';
  const href = paths.instrument(id, version);
  const known = { questionnaire: title, version };
  switch (action) {
    case 'instrument.propose': {
      const check = checkNumber(detail.digest ?? '');
      const to = [officeWith('programme-manager', 'administrator')];
      return isWaiting ? [{ kind: 'asked-to-activate', to, href, known: { ...known, check, by } }] : [];
    }
    case 'instrument.lapse': {
      const to = [officeWith('programme-manager')];
      return [{ kind: 'activation-lapsed', to, href, known: { ...known, reason: detail.reason ?? '' } }];
    }
    default:
      return [];
  }
}
