import { describe, expect, it } from 'vitest';
import { shareWork } from './share-work.ts';

describe('shareWork', () => {
  it('does the work once for those who ask together, and anew for who comes after', async () => {
    const share = shareWork<number>();
    let count = 0;
    const work = async () => {
      count += 1;
      return count;
    };
    expect(await Promise.all([share('a', work), share('a', work), share('b', work)])).toEqual([1, 1, 2]);
    expect(await share('a', work)).toBe(3);
  });

  it('shares a failure, and tries again after it', async () => {
    const share = shareWork<string>();
    const fail = async () => {
      throw new Error('no');
    };
    const both = await Promise.allSettled([share('a', fail), share('a', async () => 'late')]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await share('a', async () => 'well')).toBe('well');
  });
});
