import { describe, expect, it } from 'vitest';
import { rememberCounts } from './remember-counts.ts';

function counter() {
  const remembered = rememberCounts();
  let counted = 0;
  const ask = (revision: number, key: string, answer = 1) =>
    remembered({
      revision,
      key,
      count: async () => {
        counted += 1;
        return answer;
      },
    });
  return { remembered, ask, counted: () => counted };
}

describe('rememberCounts', () => {
  it('counts once, and anew after a change', async () => {
    const { ask, counted } = counter();
    expect([await ask(1, 'all', 5), await ask(1, 'all', 6), await ask(1, 'few', 2)]).toEqual([5, 5, 2]);
    expect([await ask(2, 'all', 6), await ask(2, 'all', 7)]).toEqual([6, 6]);
    expect(counted()).toBe(3);
  });

  it('does not keep a count that was overtaken by a change', async () => {
    const { remembered, ask } = counter();
    const slow = Promise.withResolvers<number>();
    const overtaken = remembered({ revision: 1, key: 'all', count: () => slow.promise });
    expect(await ask(2, 'all', 9)).toBe(9);
    slow.resolve(5);
    expect(await overtaken).toBe(5);
    expect(await ask(2, 'all', 0)).toBe(9);
  });

  it('forgets rather than grow without end', async () => {
    const { ask, counted } = counter();
    for (let key = 0; key < 501; key += 1) {
      await ask(1, String(key));
    }
    await ask(1, '0');
    expect(counted()).toBe(502);
  });
});
