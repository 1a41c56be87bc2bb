import { paths } from '../../../../paths.ts';
import { sentenceStart } from '../../../../views/format.ts';
import { onBehalfOf } from '../../../identity/index.ts';
import { type ProgrammePack, sectionsFor } from '../../../programme/index.ts';
import { answersIn, askedBy, type FrozenReturn, scoreIn } from '../../../return-documents/index.ts';
import { type Benchmark, classSentence, givenAnswers, storedScores } from '../../../scoring/index.ts';
import type { AssessedOrganisation } from '../../require-assessed-organisation.ts';
import type { SecondLook } from '../../sense-checks/read-second-look.ts';
import { asSigner } from '../../signing/may-sign.ts';
import { completenessInWords, namedIn } from '../documents/document-words.ts';
import { answersToSign } from '../gaps/answers-to-sign.ts';
import { sentWithInWords } from '../group/sent-with.ts';
import { resultView } from '../result-view.ts';
import { senseChecksView } from '../sense-checks/sense-checks-view.ts';
import { byWhomAndWhen } from '../stamp-words.ts';
import { publicInWords } from '../state-words.ts';
import type { ComparisonView } from '../two-rounds/comparison-view.ts';
import type { AuthoriseView } from './authorise-page.tsx';
import { scoresToSign } from './score-to-sign.ts';
import { whatIsPublic } from './what-is-public.ts';

/** What whoever signs is told beside the document. */
export interface BesideTheDocument {
  readonly look: SecondLook | null;
  /** Since the round before; null where there is none. */
  readonly change: ComparisonView | null;
  /** Who has not said that they are done, with what. */
  readonly unfinished: readonly string[];
}

/** Everything the page to sign prints: what the organisation says is read from the document that is signed. */
export function authoriseView(
  pack: ProgrammePack,
  assessed: AssessedOrganisation,
  { digest, document, look, change, unfinished }: FrozenReturn & BesideTheDocument,
  benchmarks: readonly Benchmark[],
): AuthoriseView {
  const { addressKey, round, setting, instrument, careSetting, actor, subject } = assessed;
  const said = answersIn(document);
  const answers = givenAnswers(said);
  const score = scoreIn(document);
  const { overall } = score;
  const scores = storedScores(score);
  const result = resultView(
    pack,
    instrument,
    { organisation: assessed.heading, careSetting, submittedAt: null, scores, answers, withheld: new Set() },
    benchmarks,
  );
  return {
    organisation: assessed.heading,
    round: round.label,
    digest,
    publicWhen: publicWhenSigned(assessed),
    what: namedIn(document),
    requested: sentenceStart(byWhomAndWhen({ personName: askedBy(document), at: new Date(document.frozenAt) })),
    completeness: completenessInWords(instrument, careSetting, answers),
    claim: classSentence(overall) ?? 'None: nothing is scored',
    together: sentWithInWords(assessed),
    secondLook: look === null ? null : senseChecksView(assessed, look),
    result,
    scores: scoresToSign(result, change),
    change,
    unfinished,
    whatIsPublic: whatIsPublic(instrument, scores),
    sections: sectionsFor(instrument, careSetting).map((section) => ({
      title: `${section.number}. ${section.title}`,
      href: paths.assessmentSection(addressKey, round.id, section.id, setting),
      answers: answersToSign(instrument, section, document),
    })),
    declaration: document.declaration,
    boardApproval: instrument.signing.boardApproval,
    signer: `${actor.name}, ${onBehalfOf(asSigner(assessed), 'assessment.authorise', subject)}`,
    returnHref: paths.assessmentReturn(addressKey, round.id, setting),
  };
}

function publicWhenSigned({ isCorrected, results, assessment }: AssessedOrganisation): string {
  if (isCorrected) {
    const reason = assessment?.reopening?.reason ?? '';
    return `The scores take the place of the published ones at once. Everybody then sees both, and why they were corrected: “${reason}”`;
  }
  return results.isPublic ? 'The scores are public at once.' : `The scores ${publicInWords(results)}.`;
}
