import { paths } from '../../paths.ts';
import type { Role } from '../identity/index.ts';
import type { Happening } from './happening.ts';
import type { Audience, NoticeDraft } from './notice-draft.ts';

/** One of two organisations that answer an assessment together, or are to. */
export interface NoticedSide {
  readonly organisationId: string;
  /** What stands for the organisation in addresses of working pages. */
  readonly addressKey: string;
  readonly name: string;
}

export interface NoticedSharing {
  /** The one that proposed it, and the one that was asked. */
  readonly proposer: NoticedSide;
  readonly asked: NoticedSide;
  readonly roundId: string;
  readonly roundLabel: string;
}

/** Whom to tell of a step of answering together: who can agree, and then the coordinators of both. */
export function sharingNotices(
  { action, by, detail }: Happening,
  { proposer, asked, roundId, roundLabel: round }: NoticedSharing,
): NoticeDraft[] {
  const draft = (kind: NoticeDraft['kind'], side: NoticedSide, roles: readonly Role[], more = {}): NoticeDraft => ({
    kind,
    to: [peopleOf(side, roles)],
    href: paths.answeringTogether(side.addressKey, roundId),
    known: { organisation: side.name, other: (side === asked ? proposer : asked).name, round, by, ...more },
  });
  switch (action) {
    case 'sharing.propose':
      return [draft('asked-to-answer-together', asked, ['coordinator', 'executive', 'signatory'])];
    case 'sharing.agree':
      return [proposer, asked].map((side) => draft('answering-together', side, ['coordinator']));
    case 'sharing.end': {
      const reason = detail.reason ?? '';
      return [proposer, asked].map((side) => draft('answering-together-ended', side, ['coordinator'], { reason }));
    }
    default:
      return [];
  }
}

function peopleOf({ organisationId }: NoticedSide, roles: readonly Role[]): Audience {
  return { roles, scopeKind: 'organisation', scopeIds: [organisationId] };
}
