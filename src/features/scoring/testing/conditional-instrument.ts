import type { Instrument } from '../../programme/index.ts';
import type { Condition } from '../../programme/instrument.ts';
import { fixtureInstrument } from './fixture-instrument.ts';
import { levelledInstrument } from './levelled-instrument.ts';

/**
 * The fixture with questions that hang on answers: `MM1` on what `RA5` says for context, `MM2` on `MM1`, so that of `medicines` everything
 * does; and `EI1` on `SA1`.
 */
export function conditionalInstrument(): Instrument {
  return hanging(fixtureInstrument(), {
    MM1: { question: 'RA5', is: ['yes'] },
    MM2: { question: 'MM1', is: ['61-80', '81-100'] },
    EI1: { question: 'SA1', is: ['mostly-agree', 'agree'] },
  });
}

/** The instrument with levels, of which `WL2` and `SF1` hang on level 3 of `WL1`. */
export function conditionalLevels(): Instrument {
  const condition = { question: 'WL1', is: ['3', '4', '5'] };
  return hanging(levelledInstrument(), { WL2: condition, SF1: condition });
}

/** The same instrument with some of its questions hanging on answers. */
export function hanging(instrument: Instrument, conditions: Readonly<Record<string, Condition>>): Instrument {
  const themes = instrument.themes.map((theme) => ({
    ...theme,
    sections: theme.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) => ({ ...question, when: conditions[question.id] ?? null })),
    })),
  }));
  return { ...instrument, themes };
}
