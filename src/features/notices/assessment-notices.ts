import { paths } from '../../paths.ts';
import type { SigningRole } from '../programme/index.ts';
import type { Happening } from './happening.ts';
import { type Audience, type NoticeDraft, officeWith, reviewersOf } from './notice-draft.ts';

/** The assessment that something happened to. */
export interface AssessmentPlace {
  readonly organisationId: string;
  readonly regionIds: readonly string[];
  /** What stands for the organisation in addresses of working pages. */
  readonly addressKey: string;
  /** With the care setting, where it is one of several. */
  readonly name: string;
  /** One care setting of several, as addresses name it; null where the organisation has one alone. */
  readonly setting: string | null;
  /** Roles of those who sign it. */
  readonly signing: readonly SigningRole[];
  readonly roundId: string;
  readonly roundLabel: string;
  /** In words, as on every page. */
  readonly deadline: string;
}

/** Whom to tell of a step of an assessment. */
export function assessmentNotices(happening: Happening, place: AssessmentPlace): NoticeDraft[] {
  const {
    organisationId,
    addressKey,
    setting,
    signing,
    roundId,
    name: organisation,
    roundLabel: round,
    deadline,
  } = place;
  const { by, detail } = happening;
  const known = { organisation, round, by, deadline };
  switch (happening.action) {
    case 'assessment.request-authorisation': {
      const href = paths.assessmentAuthorise(addressKey, roundId, setting);
      return [{ kind: 'asked-to-authorise', to: [signersOf(organisationId, signing)], href, known }];
    }
    case 'assessment.return': {
      const href = paths.assessment(addressKey, roundId, setting);
      const reason = detail.reason ?? '';
      return [{ kind: 'assessment-returned', to: [coordinatorsOf(organisationId)], href, known: { ...known, reason } }];
    }
    case 'assessment.reopen':
    case 'assessment.correct': {
      const kind = happening.action === 'assessment.reopen' ? 'assessment-reopened' : 'correction-opened';
      const href = paths.assessment(addressKey, roundId, setting);
      const to = [coordinatorsOf(organisationId), signersOf(organisationId, signing)];
      return [{ kind, to, href, known: { ...known, reason: detail.reason ?? '' } }];
    }
    case 'assessment.withdraw-correction': {
      const href = paths.queries(addressKey, roundId, setting);
      const to = [coordinatorsOf(organisationId), signersOf(organisationId, signing)];
      return [{ kind: 'correction-withdrawn', to, href, known: { ...known, reason: detail.reason ?? '' } }];
    }
    case 'assessment.authorise': {
      const href = paths.organisationReport(addressKey, roundId, setting);
      const to = [coordinatorsOf(organisationId), signersOf(organisationId, signing)];
      return [{ kind: 'assessment-submitted', to, href, known }];
    }
    case 'assessment.validate':
    case 'assessment.take-back-validation': {
      const kind = happening.action === 'assessment.validate' ? 'return-validated' : 'validation-taken-back';
      const href = paths.queries(addressKey, roundId, setting);
      return [{ kind, to: [coordinatorsOf(organisationId), signersOf(organisationId, signing)], href, known }];
    }
    case 'assessment.challenge-finding': {
      const { question = '' } = detail;
      const href = paths.challenge(addressKey, roundId, question, setting);
      // Whoever found it does not answer, and may be the only one in the region.
      const to = [reviewersOf(place.regionIds), officeWith('programme-manager')];
      return [{ kind: 'moderation-challenged', to, href, known: { ...known, question } }];
    }
    case 'assessment.answer-challenge': {
      const { question = '' } = detail;
      const href = paths.challenge(addressKey, roundId, question, setting);
      const to = [coordinatorsOf(organisationId), signersOf(organisationId, signing)];
      return [{ kind: 'challenge-answered', to, href, known: { ...known, question } }];
    }
    case 'assessment.invite-peer':
    case 'assessment.accept-invitation':
    case 'assessment.decline-invitation':
    case 'assessment.withdraw-invitation':
      return peerNotices(happening, place, known);
    case 'assessment.finish-moderation': {
      const href = paths.moderation(addressKey, roundId, setting);
      const to = [coordinatorsOf(organisationId), signersOf(organisationId, signing)];
      return [{ kind: 'moderation-finished', to, href, known }];
    }
    default:
      return [];
  }
}

/** What a peer is told, and those who invited them. Whoever got a link to choose a password with it was told so. */
function peerNotices(
  { action, detail }: Happening,
  { addressKey, roundId, setting, regionIds }: AssessmentPlace,
  known: NoticeDraft['known'],
): NoticeDraft[] {
  const { invitation = '', person = '', organisation = '', inviter = '', isTold = false } = detail;
  const href = paths.peer(addressKey, roundId, invitation, setting);
  const peer: Audience = {
    roles: ['peer'],
    scopeKind: 'organisation',
    scopeIds: [organisation],
    personIds: [person],
  };
  switch (action) {
    case 'assessment.invite-peer':
      return isTold ? [] : [{ kind: 'asked-to-moderate', to: [peer], href, known }];
    case 'assessment.withdraw-invitation':
      return [{ kind: 'peer-withdrawn', to: [peer], href, known }];
    default: {
      const to = [reviewersOf(regionIds), { ...officeWith('programme-manager'), personIds: [inviter] }];
      return [{ kind: 'peer-answered', to, href, known }];
    }
  }
}

function coordinatorsOf(organisationId: string): Audience {
  return { roles: ['coordinator'], scopeKind: 'organisation', scopeIds: [organisationId] };
}

function signersOf(organisationId: string, roles: readonly SigningRole[]): Audience {
  return { roles, scopeKind: 'organisation', scopeIds: [organisationId] };
}
