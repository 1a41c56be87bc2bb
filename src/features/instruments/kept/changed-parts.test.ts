import { expect, it } from 'vitest';
import type { Instrument } from '../../programme/index.ts';
import { fixtureInstrument } from '../../scoring/testing/fixture-instrument.ts';
import { changedParts } from './changed-parts.ts';

const kept = fixtureInstrument();
const changed = (text: (json: string) => string): Instrument => JSON.parse(text(JSON.stringify(kept)));

it('finds nothing where only what is known about it is otherwise', () => {
  expect(changedParts(kept, kept)).toEqual([]);
  const known = changed((json) =>
    json
      .replaceAll('"inferred"', '"stated"')
      .replace('"Made up for tests."', '"Made up."')
      .replace('"follows":null', '"follows":{}'),
  );
  expect(changedParts(kept, known)).toEqual([]);
});

it.each([
  ['"Question RA1"', '"Another question"', ['question RA1']],
  ['"when":null', '"when":{"question":"SA1","is":["agree"]}', ['question SA1']],
  ['"id":"RA1"', '"id":"RA9"', ['section records', 'question RA1', 'question RA9']],
  ['"mostly-disagree","score":25', '"mostly-disagree","score":30', ['scale agreement']],
  ['"theme":"mean-of-sections"', '"theme":"mean-of-answers"', ['scoring']],
  ['"The answers are right."', '"The answers are mine."', ['declaration']],
  ['"title":"Readiness"', '"title":"Ready"', ['theme readiness']],
])('names what is otherwise: %s as %s', (from, to, parts) => {
  expect(
    changedParts(
      kept,
      changed((json) => json.replace(from, to)),
    ),
  ).toEqual(parts);
});
