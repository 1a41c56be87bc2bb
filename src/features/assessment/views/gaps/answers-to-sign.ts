import type { Instrument, Section } from '../../../programme/index.ts';
import { type ReturnDocument, signedAnswers } from '../../../return-documents/index.ts';
import { answerRead } from '../answer-words.ts';
import type { SectionToRead } from '../signing/authorise-page.tsx';
import { desiredInWords } from './desired-view.ts';

/** The answers of a section as the document has them that is signed, every one with its note. */
export function answersToSign(
  instrument: Instrument,
  section: Section,
  document: ReturnDocument,
): SectionToRead['answers'] {
  const answers = new Map(signedAnswers(document).map((each) => [each.question, each]));
  return section.questions.flatMap((question) => {
    const answer = answers.get(question.id);
    return answer === undefined
      ? []
      : [
          {
            id: question.id,
            question: `${question.id}. ${question.title ?? question.text}`,
            ...answerRead(instrument, question, answer.value),
            desired: desiredInWords(instrument, question, answer.desired),
            note: answer.note,
            from: answer.from === null ? null : (document.giver?.name ?? answer.from),
          },
        ];
  });
}
