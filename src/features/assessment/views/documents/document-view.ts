import { formatTime, sentenceStart } from '../../../../views/format.ts';
import type { SummaryRow } from '../../../../views/summary-list.tsx';
import { type ProgrammePack, sectionsFor } from '../../../programme/index.ts';
import { answersIn, type PutToSign, scoreIn } from '../../../return-documents/index.ts';
import { classSentence, givenAnswers, storedScores } from '../../../scoring/index.ts';
import type { AssessedOrganisation } from '../../require-assessed-organisation.ts';
import { answersToSign } from '../gaps/answers-to-sign.ts';
import { type ResultRow, resultView } from '../result-view.ts';
import { byWhomAndWhen } from '../stamp-words.ts';
import { completenessInWords, namedIn } from './document-words.ts';
import type { AnswerToRead } from './signed-answers.tsx';

export interface DocumentView {
  readonly organisation: string;
  readonly facts: readonly SummaryRow[];
  readonly scores: readonly ResultRow[];
  readonly sections: readonly { readonly title: string; readonly answers: readonly AnswerToRead[] }[];
  readonly declaration: string;
  readonly digest: string;
}

/** What became of a document that was put to be signed. */
export function whatBecameOf(
  { signature, reopening, correction, leftBehindAt }: PutToSign,
  isWaiting: boolean,
): string {
  if (signature === null && leftBehindAt !== null) {
    return `Not signed. The correction that it was for was taken back on ${formatTime(leftBehindAt)}`;
  }
  if (signature === null) {
    return isWaiting ? 'Waits to be signed' : 'Returned';
  }
  const { person, at } = signature;
  const by = person === null || person.name === '' ? '' : ` by ${person.name}, ${person.role}`;
  const signed = `Signed${by} on ${formatTime(new Date(at))}`;
  if (correction !== null) {
    return `${signed}. It stood until it was corrected on ${formatTime(correction.at)}`;
  }
  return reopening === null
    ? signed
    : `${signed}. Opened again by ${reopening.by.name} (${reopening.by.onBehalfOf}) on ${formatTime(reopening.at)}`;
}

/** Everything that the page of one document prints: all of it is read from the document, not from the answers of today. */
export function documentView(
  pack: ProgrammePack,
  { heading, instrument, careSetting }: AssessedOrganisation,
  put: PutToSign,
  isWaiting: boolean,
): DocumentView {
  const { document, digest } = put;
  const answers = givenAnswers(answersIn(document));
  const score = scoreIn(document);
  const scores = storedScores(score);
  const result = {
    organisation: heading,
    careSetting,
    submittedAt: null,
    scores,
    answers,
    withheld: new Set<string>(),
  };
  const asked = sentenceStart(byWhomAndWhen({ personName: put.frozenBy, at: put.frozenAt }));
  return {
    organisation: heading,
    digest,
    facts: [
      ...namedIn(document),
      { key: 'Asked for', value: asked },
      { key: 'What became of it', value: whatBecameOf(put, isWaiting) },
      { key: 'Completeness', value: completenessInWords(instrument, careSetting, answers) },
      { key: 'Class of the scores', value: classSentence(score.overall) ?? 'None: nothing is scored' },
    ],
    scores: resultView(pack, instrument, result, []).rows,
    sections: sectionsFor(instrument, careSetting).map((section) => ({
      title: `${section.number}. ${section.title}`,
      answers: answersToSign(instrument, section, document),
    })),
    declaration: document.declaration,
  };
}
