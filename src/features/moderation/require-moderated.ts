import type { FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { today } from '../../platform/days.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import { type AssessedOrganisation, listOf } from '../assessment/index.ts';
import { can, mayAnywhere } from '../identity/index.ts';
import type { Section } from '../programme/index.ts';
import {
  answersIn,
  challengedBefore,
  listSignedDocuments,
  type PutToSign,
  type SignedKey,
} from '../return-documents/index.ts';
import { type Answer, givenAnswers } from '../scoring/index.ts';
import { type Moderation, readModeration } from './hold-moderation.ts';
import { answersToCheck } from './moderated-answers.ts';
import { peerStateOf } from './peers/invitation.ts';
import { mayInvitePeers } from './peers/may-invite-peers.ts';
import { readConflict } from './peers/read-conflict.ts';
import { requireInvited } from './peers/require-invited.ts';
import { sectionsToCheck } from './sections-to-check.ts';

/** The last document that was signed of an assessment, with what was found of it, for somebody who may read both. */
export interface ModeratedReturn {
  readonly assessed: AssessedOrganisation;
  readonly document: PutToSign;
  /** What else was signed of it that they may read. */
  readonly others: readonly PutToSign[];
  readonly key: SignedKey;
  /** As they were signed. */
  readonly signed: readonly Answer[];
  /** Those of them that can be checked. */
  readonly toCheck: readonly string[];
  readonly moderation: Moderation;
  /** Whether the person before the page may check answers, while that can be done at all. */
  readonly mayModerate: boolean;
  /** Whether they may answer challenges of what others found. */
  readonly mayAnswer: boolean;
  /** Whether they invite people of other organisations to check it. */
  readonly mayInvite: boolean;
  /** Whether they read it because they are invited to check it, and for nothing else. */
  readonly isPeer: boolean;
  /** The invitation by which they check it; null where they are not invited to. */
  readonly invitationId: string | null;
  /** Whether they check the returns of others, and have no such right here because they hold a role for the organisation. */
  readonly isBound: boolean;
  /** Why whoever checks returns may not check this one; empty otherwise. */
  readonly whyNot: string;
  /** Whether it is what is signed now; another one was opened again or corrected. */
  readonly isStanding: boolean;
  /** Whether they speak for the organisation, and what was found can be challenged still. */
  readonly mayChallenge: boolean;
  /** The day from which nothing of it can be challenged; null while it is not finished. */
  readonly challengedBefore: string | null;
  /** For how many days at least it can be challenged once it is finished. */
  readonly challengeDays: number;
}

/** What is signed of the assessment of an address, for those who read it before its results are public. */
export async function requireModerated(request: FastifyRequest, context: AppContext): Promise<ModeratedReturn> {
  const { assessed, isPeer, invitations } = await requireInvited(
    request,
    context,
    'assessment.read-provisional',
    (invitation) => peerStateOf(invitation) === 'accepted',
  );
  const { assessment, instrument, careSetting, actor, subject, organisation, round } = assessed;
  const signedOnes = assessment === null ? [] : await listSignedDocuments(context.database, assessment);
  // A peer reads what they are invited to check, and nothing else that was signed.
  const documents = signedOnes.filter(({ digest }) => !isPeer || invitations.some((each) => each.digest === digest));
  const { document: wanted } = request.query as { readonly document?: unknown };
  // An earlier one is named by its digest; the last one is meant otherwise.
  const document = documents.find(({ digest }) => digest === wanted) ?? documents[0];
  if (assessment === null || document === undefined) {
    throw new NotFoundError(
      `Of ${organisation.name} no signed document is kept here. Its answers can be checked once it has signed.`,
      { href: listOf(assessed), text: 'Go to the assessment' },
    );
  }
  const { organisationId, assessmentId } = assessment;
  const key = { organisationId, assessmentId, digest: document.digest };
  const signed = givenAnswers(answersIn(document.document));
  const isModerator = can(actor, 'assessment.moderate', subject);
  const answersChallenges = can(actor, 'assessment.answer-challenge', subject);
  const isStanding = document.reopening === null && document.correction === null;
  const moderation = await readModeration(context.database, key);
  const { finished } = moderation;
  const before = finished === null ? null : challengedBefore(context.pack, round.id, finished);
  const whyNot = isModerator ? await readWhyNot(context, assessed, key) : '';
  return {
    assessed,
    document,
    others: documents.filter((each) => each !== document),
    key,
    signed,
    toCheck: answersToCheck({ instrument, careSetting, signed }),
    moderation,
    mayModerate: isModerator && whyNot === '' && isStanding,
    mayAnswer: answersChallenges && whyNot === '' && isStanding,
    mayInvite: mayInvitePeers(context.pack, assessed),
    isPeer,
    invitationId: invitations.find(({ digest }) => digest === document.digest)?.invitationId ?? null,
    isBound:
      !isModerator && mayAnywhere(actor, 'assessment.answer-challenge') && can(actor, 'assessment.read-draft', subject),
    whyNot,
    isStanding,
    mayChallenge:
      isStanding && before !== null && today(context.clock) < before && can(actor, 'assessment.challenge', subject),
    challengedBefore: before,
    challengeDays: context.pack.challengeDays,
  };
}

function readWhyNot(
  { database }: AppContext,
  { actor, organisation, round }: AssessedOrganisation,
  signed: SignedKey,
): Promise<string> {
  return readConflict(database, {
    ...{ signed, roundId: round.id, name: organisation.name, personId: actor.personId, who: 'you' },
    scopeIds: actor.grants.map(({ scopeId }) => scopeId),
  });
}

/** The section of an address, one with answers that can be checked. */
export function requireSection(request: FastifyRequest, { assessed, toCheck }: ModeratedReturn): Section {
  const { section: id } = request.params as { readonly section: string };
  const section = sectionsToCheck(assessed, toCheck).find((each) => each.id === id);
  if (section === undefined) {
    throw new NotFoundError('There is no such section with answers to check.', {
      href: listOf(assessed),
      text: 'Go to the assessment',
    });
  }
  return section;
}
