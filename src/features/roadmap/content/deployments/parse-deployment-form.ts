import { type FormOutcome, readForm } from '../../../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../../../platform/forms/posted-form.ts';
import type { RoadmapMember, RoadmapPack } from '../../roadmap.ts';
import { type Deployment, deploymentStatuses, fundingStates } from './deployment.ts';
import { parseCost } from './parse-cost.ts';

export interface DeploymentForm extends Omit<Deployment, 'id'> {
  readonly revision: number;
}

/**
 * Reads one row of the deployment schedule: `title`, `group`, `organisations` (ids of members; none means the whole
 * footprint), `year`, `status`, `owner`, `supplier`, `cost`, `funding-source`, `funding-state`, `supports` and `revision`.
 */
export function parseDeploymentForm(
  form: PostedForm,
  pack: RoadmapPack,
  members: readonly Pick<RoadmapMember, 'organisationId'>[],
): FormOutcome<DeploymentForm> {
  const reader = readForm(form);
  const line = (field: string, label: string) => reader.line(field, { label, limit: 200 });
  const required = 'Enter what is being deployed, like “Electronic prescribing on all wards”';
  const memberIds = [...new Set(members.map(({ organisationId }) => organisationId))];

  const value = {
    title: reader.line('title', { label: 'The title', limit: 200, required }),
    groupId: reader.requiredChoice('group', ids(pack.capabilityGroups), 'Select a capability group'),
    organisationIds: reader.choices('organisations', memberIds, 'Select organisations from the list of members'),
    yearId: reader.requiredChoice(
      'year',
      ids(pack.roadmapTemplate.deploymentYears),
      'Select the year in which it will be live',
    ),
    status: reader.requiredChoice('status', deploymentStatuses, 'Select how far the deployment has come'),
    owner: line('owner', 'The owner'),
    supplier: line('supplier', 'The supplier'),
    costPounds: readCost(reader),
    fundingSource: line('funding-source', 'The source of funding'),
    fundingState: reader.choice(
      'funding-state',
      fundingStates,
      'Select whether the money is secured, bid for or missing',
    ),
    supports: reader.choices(
      'supports',
      ids(pack.universalCapabilities),
      'Select universal capabilities from the list',
    ),
    revision: reader.revision(),
  };
  return reader.outcome(value);
}

function ids(items: readonly { readonly id: string }[]): string[] {
  return items.map(({ id }) => id);
}

function readCost(reader: ReturnType<typeof readForm>): number | null {
  const parsed = parseCost(reader.line('cost', { label: 'The cost', limit: 100 }));
  if (parsed.kind === 'ok') {
    return parsed.pounds;
  }
  reader.fail('cost', parsed.message);
  return null;
}
