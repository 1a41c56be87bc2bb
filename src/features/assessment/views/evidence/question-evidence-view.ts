import { paths } from '../../../../paths.ts';
import { type Question, type Section, sectionQuestions } from '../../../programme/index.ts';
import { type EarlierAnswers, givenAnswers, questionsAsked, type SavedAnswer } from '../../../scoring/index.ts';
import type { EvidenceHere } from '../../evidence/evidence-here.ts';
import type { AssessedOrganisation } from '../../require-assessed-organisation.ts';
import { questionInWords } from '../section-view.ts';
import { daysInWords, evidenceLine, whatItIs } from './evidence-view.ts';
import type { QuestionEvidenceView } from './question-evidence-page.tsx';

interface Asked {
  readonly section: Section;
  readonly question: Question;
  /** What is answered, by which it is known what is asked. */
  readonly saved: readonly SavedAnswer[];
  /** Null where nothing was answered in an earlier round. */
  readonly earlier: EarlierAnswers | null;
  readonly locked: string | null;
  readonly mostBytes: number;
}

/** What an answer rests on, and what else the organisation has that it could. */
export function questionEvidenceView(
  assessed: AssessedOrganisation,
  here: EvidenceHere,
  { section, question, saved, earlier, locked, mostBytes }: Asked,
): QuestionEvidenceView {
  const { addressKey, round, setting, instrument, careSetting } = assessed;
  const asked = questionsAsked(instrument, careSetting, givenAnswers(saved));
  const of = { section: section.id, question: question.id };
  const uses = here.uses.filter(({ questionId }) => questionId === question.id);
  const items = new Map(here.items.map((item) => [item.evidenceId, item]));
  const before = evidenceBefore(here, question, earlier);
  const unused = here.items.filter(
    ({ evidenceId, removal }) => removal === null && !uses.some((use) => use.evidenceId === evidenceId),
  );
  const offered = [
    ...unused.filter(({ evidenceId }) => before.has(evidenceId)),
    ...unused.filter(({ evidenceId }) => !before.has(evidenceId)),
  ];
  return {
    organisation: assessed.heading,
    questionId: question.id,
    question: questionInWords(question),
    attached: uses.flatMap(({ evidenceId, version, pageReference }) => {
      const item = items.get(evidenceId);
      return item === undefined ? [] : [{ ...evidenceLine(assessed, item, here, version), page: pageReference }];
    }),
    offered: offered.map((item) => {
      const { tags } = evidenceLine(assessed, item, here);
      const parts = [
        whatItIs(item.content),
        daysInWords(item),
        ...tags.map(({ text }) => text),
        before.has(item.evidenceId) ? `Stood under this question for “${earlier?.round.label}”` : '',
      ];
      return { value: item.evidenceId, label: item.title, hint: parts.filter((part) => part !== '').join('. ') };
    }),
    others: sectionQuestions(section, careSetting)
      .filter(({ id }) => id !== question.id && asked.has(id))
      .map((other) => ({ value: other.id, label: questionInWords(other) })),
    hasEarlier: unused.some(({ evidenceId }) => before.has(evidenceId)),
    locked,
    mostBytes,
    actions: {
      uses: paths.putEvidence(addressKey, round.id, of, setting),
      section: `${paths.assessmentSection(addressKey, round.id, section.id, setting)}#question-${question.id}`,
      all: paths.evidence(addressKey, round.id, setting),
    },
  };
}

/** What the answers to the questions that one came from rested on in the earlier round. */
function evidenceBefore(
  { everywhere, assessments }: EvidenceHere,
  question: Question,
  earlier: EarlierAnswers | null,
): ReadonlySet<string> {
  if (earlier === null) {
    return new Set();
  }
  const from = earlier.lineage.pairs.find((pair) => pair.question.id === question.id)?.from ?? [];
  const then = new Set(
    assessments.filter(({ roundId }) => roundId === earlier.round.id).map(({ assessmentId }) => assessmentId),
  );
  const found = everywhere.filter(
    ({ assessmentId, questionId }) => then.has(assessmentId) && from.some(({ id }) => id === questionId),
  );
  return new Set(found.map(({ evidenceId }) => evidenceId));
}
