import { paths } from '../../../paths.ts';
import { countOf, sentenceStart } from '../../../views/format.ts';
import { onBehalfOf } from '../../identity/index.ts';
import { type ProgrammePack, sectionsFor } from '../../programme/index.ts';
import { checkCompleteness } from '../answering/completeness.ts';
import { questionsAsked } from '../answering/questions-asked.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import type { Benchmark } from '../scoring/benchmark.ts';
import { scoreAssessment } from '../scoring/score-assessment.ts';
import { storedScores } from '../scoring/stored-score.ts';
import { asSigner } from '../signing/may-sign.ts';
import { givenAnswers, type SavedAnswer } from '../stored-assessment.ts';
import type { AuthoriseView } from './authorise-page.tsx';
import { classSentence } from './claims/claim-words.ts';
import { answersToSign } from './gaps/answers-to-sign.ts';
import { sentWithInWords } from './group/sent-with.ts';
import { resultView } from './result-view.ts';
import { byWhomAndWhen } from './stamp-words.ts';

/** Everything the page to sign prints. The scores are reckoned from the answers as they stand, as submission will. */
export function authoriseView(
  pack: ProgrammePack,
  assessed: AssessedOrganisation,
  saved: readonly SavedAnswer[],
  benchmarks: readonly Benchmark[],
): AuthoriseView {
  const { addressKey, round, setting, instrument, careSetting, assessment, actor, subject } = assessed;
  const asked = questionsAsked(instrument, careSetting, givenAnswers(saved));
  const answers = givenAnswers(saved).filter(({ questionId }) => asked.has(questionId));
  const completeness = checkCompleteness(instrument, careSetting, answers);
  const score = scoreAssessment(instrument, careSetting, answers);
  const { overall } = score;
  const scores = storedScores(score);
  const request = assessment?.authorisationRequest ?? null;
  const notApplicable = answers.filter(({ value }) => value.kind === 'not-applicable').length;
  return {
    organisation: assessed.heading,
    round: round.label,
    requested: request === null ? '' : sentenceStart(byWhomAndWhen(request)),
    completeness: `${completeness.done} of ${countOf(completeness.total, 'question')} answered, ${notApplicable} of them “not applicable”`,
    claim: classSentence(overall) ?? 'None: nothing is scored',
    together: sentWithInWords(assessed),
    warnings: completeness.warnings.map(({ message }) => message),
    result: resultView(
      pack,
      instrument,
      { organisation: assessed.heading, careSetting, submittedAt: null, scores, answers, withheld: new Set() },
      benchmarks,
    ),
    sections: sectionsFor(instrument, careSetting).map((section) => ({
      title: `${section.number}. ${section.title}`,
      href: paths.assessmentSection(addressKey, round.id, section.id, setting),
      answers: answersToSign(instrument, section, careSetting, saved),
    })),
    declaration: instrument.declaration,
    boardApproval: instrument.signing.boardApproval,
    signer: `${actor.name}, ${onBehalfOf(asSigner(assessed), 'assessment.authorise', subject)}`,
    requestedAt: request?.at.toISOString() ?? '',
    returnHref: paths.assessmentReturn(addressKey, round.id, setting),
  };
}
