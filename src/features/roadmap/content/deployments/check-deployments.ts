import { type CheckResult, finding } from '../../../../platform/check-result.ts';
import type { ContentCheckInput } from '../content-kind.ts';
import type { Deployment } from './deployment.ts';

/** A deployment of an organisation that is no longer a member is a blocker. */
export function checkDeployments(rows: readonly Deployment[], { members }: ContentCheckInput): CheckResult {
  const isMember = (id: string) => members.some(({ organisationId }) => organisationId === id);
  const strangers = rows.filter(({ organisationIds }) => !organisationIds.every(isMember));
  const blockers = strangers.map(({ id, title: name }) => {
    const message = `Choose the organisations of the deployment “${name}” again: one is no longer a member`;
    return finding('deployment-stranger', id, message);
  });
  return { blockers, warnings: [] };
}
