import { expect, it } from 'vitest';
import { levelledInstrument } from './testing/levelled-instrument.ts';
import { unaskedParts } from './unasked-parts.ts';

const instrument = levelledInstrument();

it('are those of the care setting before anything is submitted', () => {
  expect(unaskedParts(instrument, 'community', null)).toEqual({ themes: ['access'], sections: ['records', 'people'] });
  expect(unaskedParts(instrument, 'acute', null)).toEqual({ themes: [], sections: [] });
});

it('are those without a score once it is, where one that could not be scored was asked all the same', () => {
  const scores = { leadership: null, technology: 3, records: 2 };
  expect(unaskedParts(instrument, 'acute', scores)).toEqual({ themes: ['access'], sections: ['people'] });
});
