import { describe, expect, it, test } from 'vitest';
import { isExpired, KEPT_DAYS, ontoPage, saysTheSame, standingOf, type Typed, type TypedValues } from './typed.ts';

const none: ReadonlySet<string> = new Set();
const empty: TypedValues = [
  ['digest', 'a'],
  ['id', '1'],
  ['reason', ''],
];
const filledIn: TypedValues = [
  ['digest', 'a'],
  ['id', '1'],
  ['decision', 'decline'],
  ['reason', 'Not yet'],
];
const typed: Typed = {
  values: filledIn,
  served: empty,
  texts: [['Reason', 'Not yet']],
  page: '/workspace',
  target: '/workspace',
  at: Date.UTC(2026, 0, 1),
  state: 'typed',
};
const put = (values: TypedValues, name: string, value: string): TypedValues =>
  values.map(([each, before]) => [each, each === name ? value : before]);

describe('what becomes of what was typed when its page comes again', () => {
  const page = { served: empty, madeAnew: none };

  test.each([
    ['in the tab it was typed in, the form as it was', typed, page, true, 'put back'],
    ['in another tab', typed, page, false, 'offered'],
    ['the form made from something else', typed, { ...page, served: put(empty, 'digest', 'b') }, true, 'offered'],
    ['a field changed', typed, { ...page, served: put(empty, 'reason', 'Of somebody else') }, true, 'offered'],
    ['saved since', typed, { ...page, served: filledIn }, true, 'forgotten'],
    ['saved since, in another tab', typed, { ...page, served: filledIn }, false, 'forgotten'],
    ['choices alone, in another tab', { ...typed, texts: [] }, page, false, 'left'],
  ] as const)('%s', (_case, before, now, isOfThisTab, standing) => {
    expect(standingOf(before, now, isOfThisTab)).toBe(standing);
  });

  it('does not go by what every page makes anew', () => {
    const anew = { served: put(empty, 'id', '2'), madeAnew: new Set(['id']) };
    expect(standingOf(typed, anew, true)).toBe('put back');
    expect(standingOf(typed, { ...anew, madeAnew: none }, true)).toBe('offered');
  });
});

test('the ends of lines and space around a text make no difference', () => {
  expect(saysTheSame([['body', 'one\r\ntwo\n']], [['body', 'one\ntwo']], none)).toBe(true);
  expect(saysTheSame([['body', 'one two']], [['body', 'one\ntwo']], none)).toBe(false);
});

test('what is used on a page that says something else carries the stamps of that page', () => {
  const now = put(empty, 'digest', 'b');
  const used = ontoPage({ ...typed, state: 'uncertain' }, now, new Set(['digest']));
  expect(Object.fromEntries(used.values)).toEqual({ digest: 'b', id: '1', decision: 'decline', reason: 'Not yet' });
  expect(used).toMatchObject({ served: now, state: 'typed' });
  expect(Object.fromEntries(ontoPage(typed, now, none).values)).toMatchObject({ digest: 'a' });
});

test('what was typed long ago is forgotten', () => {
  const days = (count: number) => typed.at + count * 24 * 60 * 60 * 1000;
  expect(isExpired(typed, days(KEPT_DAYS))).toBe(false);
  expect(isExpired(typed, days(KEPT_DAYS) + 1)).toBe(true);
});
