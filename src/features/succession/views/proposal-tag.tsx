import { Tag } from '../../../views/tag.tsx';
import { type ProposalState, proposalStateLabels } from '../proposal-state.ts';

const colours = { proposed: 'yellow', applied: 'green', withdrawn: 'grey' } as const;

export function ProposalTag({ state }: { readonly state: ProposalState }) {
  return <Tag text={proposalStateLabels[state]} colour={colours[state]} />;
}
