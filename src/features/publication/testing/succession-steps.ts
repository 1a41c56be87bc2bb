import type { ActingPerson } from '../../identity/index.ts';
import { confirmSuccession, type ProposedEvent, proposeSuccession } from '../../succession/index.ts';
import { withdrawSuccession } from '../../succession/withdraw-succession.ts';
import type { ActedWorld, Outcome, Steps } from './acted-world.ts';
import { GUEST } from './register-steps.ts';

type Two = readonly [ActingPerson, ActingPerson];

/** Events of succession about the guest, each proposed by one person and confirmed by another, with whatever happens between. */
export function successionSteps(world: ActedWorld, [first, second]: Two): Steps {
  const { context, today } = world;
  let waiting: { readonly proposalId: string; readonly digest: string; readonly event: ProposedEvent } | null = null;
  let merger: string | null = null;

  const propose = async (event: ProposedEvent): Promise<Outcome> => {
    const proposed = await proposeSuccession(context, event, { ...first, at: world.by().at });
    if (proposed.kind === 'ok') {
      waiting = { proposalId: proposed.proposalId, digest: proposed.plan.digest, event };
    }
    return proposed;
  };
  const move = (from: string, to: string) => () =>
    propose({ kind: 'boundary-change', from, to, organisations: [GUEST], ...when(today()) });
  const confirm = async (): Promise<Outcome> => {
    if (waiting === null) {
      return null;
    }
    const { proposalId, digest, event } = waiting;
    const by = { ...second, at: world.by().at };
    const confirmed = await confirmSuccession(context, { proposalId, digest }, by);
    waiting = null;
    if (confirmed.kind !== 'ok') {
      await withdrawSuccession(context, { proposalId, reason: 'It would do something else now' }, by);
      return confirmed;
    }
    merger = event.kind === 'organisation-merge' ? confirmed.eventId : event.kind === 'undo' ? null : merger;
    return confirmed;
  };
  return {
    'is to merge': () =>
      propose({
        kind: 'organisation-merge',
        predecessors: [GUEST],
        successor: { code: 'RL4', name: 'The Royal Wolverhampton NHS Trust' },
        ...when(today()),
      }),
    'is to be by itself again': async () =>
      merger === null ? null : propose({ kind: 'undo', eventId: merger, ...when(today()) }),
    'is to move away': move('wolverhampton', 'sheffield'),
    'is to move here': move('sheffield', 'wolverhampton'),
    'has its event confirmed': confirm,
  };
}

function when(effectiveOn: string) {
  return { effectiveOn, reason: 'Agreed by the boards' };
}
