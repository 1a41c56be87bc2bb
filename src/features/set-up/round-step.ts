import { paths } from '../../paths.ts';
import { formatDate } from '../../views/format.ts';
import {
  currentAssessmentRound,
  deadlineInWords,
  dueOnFor,
  type ProgrammePack,
  planningRound,
  type Round,
  roundState,
} from '../programme/index.ts';
import type { SetUpStep } from './set-up-steps.ts';

const stepOfKind = {
  assessment: { id: 'round', text: 'Round of assessment' },
  roadmap: { id: 'planning-round', text: 'Planning round' },
} as const satisfies Record<Round['kind'], Pick<SetUpStep, 'id' | 'text'>>;

/** Whether there is a round in which organisations can assess themselves, or footprints plan, and time left in it, on a day. */
export function roundStep(pack: ProgrammePack, kind: Round['kind'], today: string): SetUpStep {
  const round = kind === 'assessment' ? currentAssessmentRound(pack, today) : planningRound(pack, today);
  return {
    ...stepOfKind[kind],
    isDone: round !== undefined && roundState(round, today) === 'open' && dueOnFor(round) >= today,
    state: round === undefined ? 'There is none' : stateOf(round, today),
    href: round?.waitsForActivation === true ? paths.instruments() : paths.rounds(),
    mendedBy: 'round.manage',
  };
}

function stateOf(round: Round, today: string): string {
  const name = `“${round.label}”`;
  switch (roundState(round, today)) {
    case 'planned':
      return round.waitsForActivation
        ? `${name} waits: its questionnaire has not been activated`
        : `${name} opens on ${formatDate(round.opensOn)}`;
    case 'closed':
      return `${name} is closed, and no other has time left`;
    case 'open':
      return dueOnFor(round) < today
        ? `${name} was due on ${formatDate(dueOnFor(round))}, so whatever is sent now counts as late: plan a new round, or extend this one`
        : `${name} is open until ${deadlineInWords(dueOnFor(round), today)}`;
  }
}
