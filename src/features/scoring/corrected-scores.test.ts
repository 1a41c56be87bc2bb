import { expect, it } from 'vitest';
import { correctedScores, type PublishedScore } from './corrected-scores.ts';
import { fixtureInstrument } from './testing/fixture-instrument.ts';

const instrument = fixtureInstrument();
const sections = instrument.themes.flatMap((theme) => theme.sections);

/** All of it at 50 on five answers each, but for what is said. */
function published(said: Readonly<Record<string, Partial<PublishedScore>>> = {}): PublishedScore[] {
  const at = (level: PublishedScore['level'], key: string): PublishedScore => ({
    ...{ level, key, score: 50, answered: 5 },
    ...said[key],
  });
  return [
    at('overall', 'overall'),
    ...instrument.themes.map(({ id }) => at('theme', id)),
    ...sections.map(({ id }) => at('section', id)),
  ];
}

function changed(before: readonly PublishedScore[], after: readonly PublishedScore[]): string[] {
  return correctedScores(instrument, before, after)
    .filter((each) => each.before !== each.after)
    .map(({ key, before: was, after: is }) => `${key}: ${was}, ${is}`);
}

it('has overall, then each theme with its sections, before and after', () => {
  const after = published({ overall: { score: 60 }, records: { score: null } });
  expect(changed(published(), after)).toEqual(['overall: 50, 60', 'records: 50, null']);
  const keys = correctedScores(instrument, published(), after).map(({ key }) => key);
  const all = instrument.themes.flatMap((theme) => [theme.id, ...theme.sections.map(({ id }) => id)]);
  expect(keys).toEqual(['overall', ...all]);
});

it('changes nothing where nothing was corrected', () => {
  expect(changed(published(), published())).toEqual([]);
});

it('leaves out a section that is withheld in one of the two', () => {
  const few = published({ records: { answered: 1 } });
  const other = published({ records: { score: 70 }, medicines: { score: 70 } });
  expect(changed(published(), other)).toContain('records: 50, 70');
  expect(changed(few, other)).not.toContain('records: 50, 70');
  expect(changed(other, few)).not.toContain('records: 70, 50');
});
