import { paths } from '../../paths.ts';
import { can } from '../identity/index.ts';
import type { AssessedOrganisation } from './require-assessed-organisation.ts';

/** Where stands what is asked about a signed assessment, also while it is open again; null before it is signed, and for whoever may not read it. */
export function queriesHref({
  state,
  assessment,
  actor,
  subject,
  addressKey,
  round,
  setting,
}: AssessedOrganisation): string | null {
  const isOpenAgain = (assessment?.reopening ?? null) !== null;
  return (state === 'submitted' || isOpenAgain) && can(actor, 'assessment.read-provisional', subject)
    ? paths.queries(addressKey, round.id, setting)
    : null;
}
