import type { Instrument, Question } from '../../programme/index.ts';
import type { QuestionLineage } from '../../programme/instrument.ts';
import { fixtureInstrument } from './fixture-instrument.ts';

/**
 * A made-up instrument after the fixture: most is the same; `RA12` is wider than `RA1` and `RA2`, `MM1` asks another thing on another scale,
 * `EI1` is narrower, and `NEW` is new. `RA3` is asked no more.
 */
export function followingInstrument(): Instrument {
  const before = fixtureInstrument();
  const themes = before.themes.map((theme) => ({
    ...theme,
    sections: theme.sections.map((section) => ({ ...section, questions: section.questions.flatMap(following) })),
  }));
  return {
    ...before,
    id: 'following',
    title: 'Fixture assessment again',
    follows: { instrument: before.id, drops: ['RA3', 'MM1'], standing: 'inferred' },
    themes,
  };
}

function following(question: Question): Question[] {
  const from = (kind: QuestionLineage['kind'], ...ids: string[]): QuestionLineage => ({
    kind,
    from: ids,
    isComparable: kind === 'same',
    comparableIn: [],
  });
  switch (question.id) {
    case 'RA1':
      return [{ ...question, id: 'RA12', text: 'Question RA12', lineage: from('wider', 'RA1', 'RA2') }];
    case 'RA2':
    case 'RA3':
      return [];
    case 'MM1':
      return [{ ...question, scale: 'agreement', text: 'Another question' }];
    case 'EI1':
      return [
        { ...question, lineage: from('narrower', 'EI1') },
        { ...question, id: 'NEW', text: 'Question NEW' },
      ];
    default:
      return [{ ...question, lineage: from('same', question.id) }];
  }
}
