import { expect, test } from 'vitest';
import { scoresByOrganisation } from './scores-by-organisation.ts';

function scored(organisationId: string, records: number | null, overall: number | null, illustrative = false) {
  return { organisationId, sections: { records }, themes: { use: overall }, overall, illustrative };
}

test('an organisation with several care settings counts once, with the mean of those that have a score', () => {
  const alone = scored('one', 40, 40);
  const scores = scoresByOrganisation([
    alone,
    scored('two', 20, 30),
    scored('two', 60, 40, true),
    scored('two', null, 80),
    scored('none', null, null),
    scored('none', null, null),
  ]);
  expect([...scores.keys()]).toEqual(['one', 'two', 'none']);
  expect(scores.get('one')).toBe(alone);
  expect(scores.get('two')).toEqual({
    organisationId: 'two',
    sections: { records: 40 },
    themes: { use: 50 },
    overall: 50,
    illustrative: true,
  });
  expect(scores.get('none')).toMatchObject({ sections: { records: null }, overall: null });
});
