import { paths } from '../../paths.ts';
import { rolesFor } from '../identity/index.ts';
import { type Poll, standingStep } from '../polls/index.ts';
import type { Happening } from './happening.ts';
import type { NoticeDraft } from './notice-draft.ts';

/** Where a poll is that something happened to. */
export interface NoticedPoll {
  readonly poll: Pick<Poll, 'organisationId' | 'pollId' | 'steps'>;
  /** What stands for the organisation in addresses of working pages. */
  readonly addressKey: string;
  readonly name: string;
  readonly round: { readonly id: string; readonly label: string };
  /** The one of several care settings that it is about; null where there is one alone, and where it is about all. */
  readonly setting: string | null;
  /** The section, or what a survey of staff is called. */
  readonly about: string;
}

/** Whoever opened a poll is told that it is closed, by its day or by a colleague. What was answered never stands in a letter. */
export function pollNotices({ action }: Happening, { poll, ...place }: NoticedPoll): NoticeDraft[] {
  const opener = poll.steps[0].by?.personId;
  if (action !== 'poll.close' || opener === undefined || standingStep(poll).state !== 'closed') {
    return [];
  }
  const { addressKey, name, round, setting, about } = place;
  return [
    {
      kind: 'poll-closed',
      to: [
        {
          roles: rolesFor('poll.manage'),
          scopeKind: 'organisation',
          scopeIds: [poll.organisationId],
          personIds: [opener],
        },
      ],
      href: paths.poll(addressKey, round.id, poll.pollId, setting),
      known: { organisation: name, round: round.label, sections: about },
    },
  ];
}
