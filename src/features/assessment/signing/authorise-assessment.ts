import type { Connection, Database } from '../../../platform/database/database.ts';
import { dayOf } from '../../../platform/days.ts';
import { decideEndorsement } from '../../agreement/index.ts';
import { freezeEvidence, lockEvidenceOf } from '../../evidence/index.ts';
import type { Instrument, Round } from '../../programme/index.ts';
import {
  answersIn,
  type FrozenReturn,
  findLastDocument,
  insertCorrection,
  insertSignatures,
  lockSigned,
  scoreIn,
} from '../../return-documents/index.ts';
import { holdForStep } from '../../rounds/index.ts';
import {
  checkCompleteness,
  desiredThatCount,
  givenAnswers,
  isReadyForAuthorisation,
  levelGaps,
} from '../../scoring/index.ts';
import type { AssessmentActing } from '../assessment-acting.ts';
import { auditAssessment } from '../assessment-audit.ts';
import { type AssessmentOf, type LockedAssessment, lockAssessment, updateSubmitted } from '../assessment-repository.ts';
import { nextAssessmentState } from '../assessment-state.ts';
import { insertScore } from '../scoring/score-repository.ts';
import { refusal, type StepOutcome } from '../step-outcome.ts';

export interface AuthoriseAssessment extends AssessmentOf {
  /** As the page knew it. */
  readonly round: Round;
  readonly instrument: Instrument;
  readonly declarationAccepted: boolean;
  /** The day on which a board approved it; null where it is not said. */
  readonly boardApprovedOn: string | null;
  /** Of the document that was read; another one may wait now. */
  readonly digest: string;
}

export type AuthoriseOutcome = StepOutcome | { readonly kind: 'not-what-was-read' };

/**
 * Submits an assessment under the declaration in its frozen document: who may by its instrument signs that document and no other, and its
 * scores are stored, all in one transaction; the answers that count, to every element that is met,
 * what they rest on, and what is desired by the next round, stand in the audit trail beside them. Where it was returned and asked for again meanwhile, another
 * document waits; that is refused.
 */
export function authoriseAssessment(
  database: Database,
  request: AuthoriseAssessment,
  by: AssessmentActing,
): Promise<AuthoriseOutcome> {
  const { instrument } = request;
  return database.transaction().execute(async (transaction): Promise<AuthoriseOutcome> => {
    // What is signed on is held as it is, before anything else, as by whoever adds to it.
    await lockEvidenceOf(transaction, request.organisationId);
    const { isOpen } = await holdForStep(transaction, request.round, by.at);
    const assessment = await lockAssessment(transaction, request);
    if (assessment === null) {
      return refusal('not-from-this-state', 'This assessment has not been started');
    }
    const frozen = await findLastDocument(transaction, assessment);
    const said = frozen === null ? [] : answersIn(frozen.document);
    const answers = givenAnswers(said);
    const isComplete = isReadyForAuthorisation(checkCompleteness(instrument, assessment.careSetting, answers));
    const decision = nextAssessmentState(
      assessment.state,
      {
        kind: 'authorise-and-submit',
        declarationAccepted: request.declarationAccepted,
        signedBy: instrument.signing.roles,
      },
      { isRoundOpen: isOpen || assessment.isCorrected, isComplete, actorRoles: by.roles },
    );
    if (decision.kind === 'refused') {
      return decision;
    }
    const signed = signatureOf(frozen, request, by);
    if (frozen === null || signed.kind === 'refused') {
      return { kind: 'not-what-was-read' };
    }

    const { document, digest } = frozen;
    const score = scoreIn(document);
    const { declaration } = document;
    const { boardApprovedOn } = request;
    await keepCorrected(transaction, assessment, by.at);
    await insertScore(transaction, assessment, score, by.at);
    // Nothing of it has changed since the document was frozen, and the class of the answers is that of the day on which it was.
    const restsOn = await freezeEvidence(transaction, assessment, {
      day: dayOf(new Date(document.frozenAt)),
      at: by.at,
    });
    await updateSubmitted(transaction, assessment, { state: decision.state, declaration, boardApprovedOn, ...by });
    const { person } = signed.endorsement;
    await insertSignatures(transaction, [{ ...assessment, ...by, digest, person, declaration, boardApprovedOn }]);
    await auditAssessment(transaction, assessment.assessmentId, 'assessment.authorise', by, {
      digest,
      declaration,
      boardApprovedOn,
      score,
      ...(restsOn.length === 0 ? {} : { evidence: restsOn }),
      answers: Object.fromEntries(answers.map(({ questionId, value }) => [questionId, value])),
      ...(instrument.asksDesiredLevels
        ? { desired: desiredThatCount(levelGaps(instrument, assessment.careSetting, said)) }
        : {}),
    });
    return { kind: 'ok' };
  });
}

/** Keeps what is published of an assessment that is corrected, before the corrected takes its place. */
async function keepCorrected(transaction: Connection, assessment: LockedAssessment, at: Date): Promise<void> {
  const digest = assessment.isCorrected ? await lockSigned(transaction, assessment) : null;
  if (digest !== null) {
    await insertCorrection(transaction, { ...assessment, digest }, at);
  }
}

/** The signature, where it is of the very document that waits. */
function signatureOf(
  frozen: FrozenReturn | null,
  { digest, organisationId }: AuthoriseAssessment,
  { name, role, at }: AssessmentActing,
) {
  const command = { decision: 'endorse', conditions: '', digest } as const;
  const facts = { isOpen: true, digest: frozen?.digest ?? null, parties: [{ organisationId }], organisationId };
  const changed = 'Another document waits to be signed';
  return decideEndorsement(
    command,
    { ...facts, person: { name, role }, now: at },
    { 'not-open': changed, 'not-asked': changed, changed },
  );
}
