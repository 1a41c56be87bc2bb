import { listInWords } from '../../../../views/format.ts';
import type { TagColour } from '../../../../views/tag.tsx';
import { type Instrument, sectionsOf } from '../../../programme/index.ts';
import { type Sharing, type SharingState, stateOfSharing } from '../../group/sharing.ts';

export const sharingStateWords: Readonly<Record<SharingState, { readonly label: string; readonly colour: TagColour }>> =
  {
    proposed: { label: 'Proposed', colour: 'yellow' },
    agreed: { label: 'Agreed', colour: 'green' },
    ended: { label: 'Ended', colour: 'grey' },
  };

/** `“1. Leadership and strategy” and “6. Cyber security”`, in the order of the questionnaire: titles may have commas in them. */
export function sectionsInWords(instrument: Instrument, sectionIds: readonly string[]): string {
  const named = sectionsOf(instrument).filter(({ id }) => sectionIds.includes(id));
  return listInWords(named.map(({ number, title }) => `“${number}. ${title}”`));
}

export interface EndWords {
  readonly title: string;
  readonly text: string;
  /** Said once it is done. */
  readonly done: string;
}

/** What ending does to it, as one of the two organisations says it. */
export function endInWords(sharing: Sharing, organisationId: string): EndWords {
  if (stateOfSharing(sharing) === 'agreed') {
    return {
      title: 'Stop answering together',
      text: 'What was answered by now stays with the organisation that took it, as its own answers. Each goes on by itself.',
      done: 'Each organisation answers by itself now',
    };
  }
  return sharing.proposedFor === organisationId
    ? {
        title: 'Take the proposal back',
        text: 'The other organisation is asked no more. You can propose again.',
        done: 'The proposal is taken back',
      }
    : {
        title: 'Decline the proposal',
        text: 'Each organisation answers by itself. Either can propose again.',
        done: 'The proposal is declined',
      };
}
