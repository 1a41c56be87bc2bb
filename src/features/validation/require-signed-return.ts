import type { FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import type { Crumb } from '../../views/page/breadcrumb.tsx';
import { type AssessedOrganisation, listOf, requireSignable } from '../assessment/index.ts';
import { type Action, can } from '../identity/index.ts';
import { listSignedDocuments, type PutToSign } from '../return-documents/index.ts';
import { type AboutReturn, everythingIn } from './about-return.ts';
import type { SignedReturn } from './hold-return.ts';
import type { OpeningKind } from './parse-query-forms.ts';

/** What was signed of an assessment, and what the person before it may do about it: nothing, once it was opened again. */
export interface AskedReturn {
  readonly assessed: AssessedOrganisation;
  readonly document: PutToSign;
  /** What else was signed of it, the last one first. */
  readonly others: readonly PutToSign[];
  readonly signed: SignedReturn;
  readonly mayAsk: boolean;
  readonly mayReply: boolean;
  readonly mayValidate: boolean;
  /** How whoever may opens it again: to be signed anew, or once its results are public for a correction, which can be taken back; null for everybody else. */
  readonly opens: OpeningKind | null;
  /** Why whoever opens returns again may not open this one; empty otherwise. */
  readonly whyNotReopened: string;
  /** Whether they may read the document by itself, with the answers of today beside it. */
  readonly mayReadDocument: boolean;
  /** Whether they may read the result, and it is of this document. */
  readonly mayReadResult: boolean;
}

/** What is signed of the assessment of an address, for somebody who may take this action there. */
export async function requireSignedReturn(
  request: FastifyRequest,
  context: AppContext,
  action: Action,
): Promise<AskedReturn> {
  const { assessed, asked } = await requireSubmitted(request, context, action);
  if (asked === null) {
    throw new NotFoundError(signedBefore(assessed), { href: listOf(assessed), text: 'Go to the assessment' });
  }
  return asked;
}

/** The same where it may have been signed before documents were kept: then there is nothing that a query could be about. */
export async function requireSubmitted(
  request: FastifyRequest,
  context: AppContext,
  action: Action,
): Promise<{ readonly assessed: AssessedOrganisation; readonly asked: AskedReturn | null }> {
  const assessed = await requireSignable(request, context, action);
  const { assessment, state } = assessed;
  const documents = assessment === null ? [] : await listSignedDocuments(context.database, assessment);
  const { document: wanted } = request.query as { readonly document?: unknown };
  // An earlier one is named by its digest; the last one is meant otherwise.
  const document = documents.find(({ digest }) => digest === wanted) ?? documents[0] ?? null;
  if (assessment === null || (state !== 'submitted' && document === null)) {
    throw new NotFoundError(
      `${assessed.organisation.name} has not signed this yet. It can be asked about once it has.`,
      { href: listOf(assessed), text: 'Go to the assessment' },
    );
  }
  return {
    assessed,
    asked:
      document === null
        ? null
        : askedOf(assessed, assessment, { document, others: documents.filter((each) => each !== document) }),
  };
}

/** Said where there is no document that a query could be about. */
export function signedBefore({ organisation }: Pick<AssessedOrganisation, 'organisation'>): string {
  return `${organisation.name} signed this before documents were kept, so nothing can be asked about it here.`;
}

function askedOf(
  assessed: AssessedOrganisation,
  assessment: NonNullable<AssessedOrganisation['assessment']>,
  { document, others }: Pick<AskedReturn, 'document' | 'others'>,
): AskedReturn {
  const { actor, subject, round, careSetting, isRoundOpen, results, state } = assessed;
  const { organisationId, assessmentId } = assessment;
  const isStanding = document.reopening === null && document.correction === null;
  const mayReadDocument = state === 'submitted' || can(actor, 'assessment.read-draft', subject);
  const may = (action: Action) => isStanding && can(actor, action, subject);
  return {
    assessed,
    document,
    others,
    signed: { organisationId, assessmentId, digest: document.digest, roundId: round.id, careSetting },
    mayAsk: may('assessment.query'),
    mayReply: may('assessment.reply'),
    mayValidate: may('assessment.validate'),
    mayReadDocument,
    mayReadResult: isStanding && mayReadDocument,
    opens: may('assessment.reopen') ? howOpened(assessed) : null,
    whyNotReopened:
      may('assessment.reopen') && !isRoundOpen && !results.isPublic
        ? 'The round is closed, so the return cannot be opened again before its results are public.'
        : '',
  };
}

/** The way back from what is asked about a return: for whoever asks, over the list of those that are signed. */
export function crumbsTo({ assessed, mayAsk }: Pick<AskedReturn, 'assessed' | 'mayAsk'>): Crumb[] {
  const { round, label } = assessed;
  return [
    { href: paths.workspace(), text: 'My work' },
    ...(mayAsk ? [{ href: paths.signedReturns({ round: round.id }), text: 'Signed returns' }] : []),
    { href: listOf(assessed), text: label },
  ];
}

function howOpened({ state, isRoundOpen, results, isCorrected }: AssessedOrganisation): AskedReturn['opens'] {
  if (isCorrected) {
    return 'withdraw-correction';
  }
  if (state !== 'submitted') {
    return null;
  }
  if (results.isPublic) {
    return 'correct';
  }
  return isRoundOpen ? 'reopen' : null;
}

/** What of it an address is about. */
export function requireAbout(request: FastifyRequest, { assessed }: AskedReturn): AboutReturn {
  const { about } = request.params as { readonly about: string };
  const found = everythingIn(assessed.instrument, assessed.careSetting).find(({ key }) => key === about);
  if (found === undefined) {
    throw new NotFoundError('The return has no such part. Go back to the list of sections.', {
      href: listOf(assessed),
      text: 'Go to the assessment',
    });
  }
  return found;
}
