import type { TestService } from '../../../../test/database/test-service.ts';
import type { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';
import { by } from '../../../platform/compare.ts';
import { type Instrument, sectionsOf } from '../../programme/index.ts';
import { listSavedAnswers } from '../answering/answer-repository.ts';
import { findAssessment } from '../assessment-repository.ts';
import { completeForm, roundId } from './real-instrument.ts';

/** The choice a page shows as made for a question. */
export function chosenIn(page: string, questionId: string): string | undefined {
  return new RegExp(`name="answer-${questionId}" checked="" value="([^"]*)"`).exec(page)?.[1];
}

export function sectionOf(trust: string, section: string, round = roundId): string {
  return paths.assessmentSection(trust, round, section);
}

/** Every working page of an assessment. */
export function addressesOf(trust: string): string[] {
  return [
    paths.assessment(trust, roundId),
    sectionOf(trust, 'records'),
    paths.assessmentRequest(trust, roundId),
    paths.assessmentAuthorise(trust, roundId),
    paths.assessmentReturn(trust, roundId),
    paths.assessmentResult(trust, roundId),
  ];
}

/** What is stored, in order of question. */
export async function savedOf(service: Pick<TestService, 'database'>, trust: string) {
  const assessment = await findAssessment(service.database, trust, roundId);
  const saved = assessment === null ? [] : await listSavedAnswers(service.database, assessment);
  return saved.toSorted(by(({ questionId }) => questionId));
}

/** Answers every question but some, section by section as a person would. */
export async function answerAll(
  visitor: Visitor,
  instrument: Instrument,
  trust: string,
  { except = [], round = roundId }: { readonly except?: readonly string[]; readonly round?: string } = {},
): Promise<void> {
  const answers = new Map(completeForm(instrument).map(({ questionId, value }) => [questionId, value]));
  for (const section of sectionsOf(instrument)) {
    const fields = section.questions.flatMap(({ id }) => {
      const value = answers.get(id);
      return except.includes(id) || value?.kind !== 'option'
        ? []
        : [[`answer-${id}`, value.optionId] as const, [`revision-${id}`, '0'] as const];
    });
    await visitor.submit(sectionOf(trust, section.id, round), Object.fromEntries(fields));
  }
}
