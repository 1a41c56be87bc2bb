import type { Connection, Database } from '../../../platform/database/database.ts';
import { dayOf } from '../../../platform/days.ts';
import type { IdSource } from '../../../platform/ids.ts';
import { listOrganisationsById } from '../../directory/index.ts';
import { lockEvidenceOf, readEvidencedNow } from '../../evidence/index.ts';
import type { Round } from '../../programme/index.ts';
import { insertDocuments, returnDigest } from '../../return-documents/index.ts';
import { holdForStep } from '../../rounds/index.ts';
import { checkCompleteness, givenAnswers, isReadyForAuthorisation, withEvidence } from '../../scoring/index.ts';
import { insertSenseChecks } from '../../sense-checks/index.ts';
import type { AssessmentActing } from '../assessment-acting.ts';
import { auditAssessment } from '../assessment-audit.ts';
import { type LockedAssessment, lockAnswersGiven, lockAssessment, updateRequested } from '../assessment-repository.ts';
import { nextAssessmentState } from '../assessment-state.ts';
import { documentOf, type ToFreeze } from '../documents/document-of.ts';
import { spreadsSeenBy } from '../scoring/read-spreads.ts';
import { readSenseChecks } from '../sense-checks/read-sense-checks.ts';
import type { Takes } from '../settings/answers-in-effect.ts';
import { listAnswersInEffect } from '../settings/list-answers-in-effect.ts';
import { readTakes, type TakesAsked } from '../settings/read-takes.ts';
import { takeAnswersOver } from '../settings/take-answers-over.ts';
import { refusal, type StepOutcome } from '../step-outcome.ts';
import type { StoredAssessment } from '../stored-assessment.ts';

export interface RequestAuthorisation extends TakesAsked {
  /** As the page knew it. */
  readonly round: Round;
  /** As it is called today. */
  readonly organisation: ToFreeze['organisation'];
  /** Of the text of the instrument; null where nothing is kept of it. */
  readonly instrumentDigest: string | null;
  readonly newId: IdSource;
}

/**
 * Asks the executive to authorise: every question must be answered, and from here on the answers are locked. Those that it takes
 * from elsewhere become its own with it, so that what is signed stays however the others go on. All that is to be signed is frozen
 * as one document, which a signature names by its digest.
 */
export function requestAuthorisation(
  database: Database,
  request: RequestAuthorisation,
  by: AssessmentActing,
): Promise<StepOutcome> {
  return database.transaction().execute(async (transaction) => {
    // What is signed on is held as it is, before anything else, as by whoever adds to it.
    await lockEvidenceOf(transaction, request.organisationId);
    const { isOpen } = await holdForStep(transaction, request.round, by.at);
    const assessment = await lockAssessment(transaction, request);
    if (assessment === null) {
      return refusal('complete', 'No question has been answered yet');
    }
    const takes = await holdTakes(transaction, request, assessment);
    const answers = await listAnswersInEffect(transaction, request, takes, assessment);
    const completeness = checkCompleteness(request.instrument, assessment.careSetting, givenAnswers(answers));
    const facts = {
      isRoundOpen: isOpen || assessment.isCorrected,
      isComplete: isReadyForAuthorisation(completeness),
      actorRoles: by.roles,
    };
    const decision = nextAssessmentState(assessment.state, { kind: 'request-authorisation' }, facts);
    if (decision.kind === 'refused') {
      return decision;
    }

    await takeAnswersOver(transaction, request, takes, assessment, by);
    const day = dayOf(by.at);
    const evidenced = await readEvidencedNow(transaction, [assessment], day);
    const sent = withEvidence(answers, evidenced.get(assessment.assessmentId));
    // As they stand now: what is asked about an answer hangs on others' results too.
    const checks = await readSenseChecks(
      transaction,
      { ...request, day },
      givenAnswers(sent),
      spreadsSeenBy(transaction),
    );
    await insertSenseChecks(transaction, assessment, by.at, checks);
    const taken = takenFrom(takes);
    await updateRequested(transaction, assessment, { state: decision.state, taken, ...by });
    const document = documentOf({
      ...request,
      illustrative: assessment.illustrative,
      asked: { at: by.at, by: by.name },
      answers: sent,
      giver: await findGiver(transaction, request, taken),
    });
    await insertDocuments(transaction, [{ ...assessment, document, frozenAt: by.at, frozenBy: by.personId }]);
    await auditAssessment(transaction, assessment.assessmentId, 'assessment.request-authorisation', by, {
      answered: completeness.done,
      digest: returnDigest(document),
      ...(taken === null ? {} : { taken }),
    });
    return { kind: 'ok' };
  });
}

/** What an assessment takes, with the answers held as they are: what is found complete is what becomes its own. */
async function holdTakes(transaction: Connection, asked: TakesAsked, assessment: LockedAssessment): Promise<Takes[]> {
  const takes = await readTakes(transaction, asked, assessment);
  await lockAnswersGiven(
    transaction,
    takes.flatMap(({ from }) => (from === null ? [] : [from])),
  );
  return takes;
}

/** What of it comes from another organisation. */
function takenFrom(takes: readonly Takes[]): StoredAssessment['taken'] {
  const given = takes.filter(({ giver }) => giver !== null);
  const giverId = given[0]?.giver?.organisationId;
  return giverId === undefined ? null : { giverId, sectionIds: given.flatMap(({ sectionIds }) => sectionIds) };
}

/** Who gave some of the answers, as it is called where it is working. */
async function findGiver(
  connection: Connection,
  { pack }: RequestAuthorisation,
  taken: StoredAssessment['taken'],
): Promise<ToFreeze['giver']> {
  if (taken === null) {
    return null;
  }
  const organisations = await listOrganisationsById(connection, [taken.giverId], pack.positionOn);
  const { code, name } = organisations.get(taken.giverId) ?? { code: taken.giverId, name: taken.giverId };
  return { code, name, sectionIds: taken.sectionIds };
}
