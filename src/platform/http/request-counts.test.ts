import { describe, expect, it } from 'vitest';
import { RequestCounts } from './request-counts.ts';

describe('RequestCounts', () => {
  it('counts each network for itself until the minute is over', () => {
    let now = 1234;
    const counts = new RequestCounts(2, () => now);
    expect(counts.add('10.0.0.1')).toEqual({ left: 1, secondsToNext: 60 });
    now += 59_500;
    expect(counts.add('10.0.0.1')).toEqual({ left: 0, secondsToNext: 1 });
    expect(counts.add('10.0.0.1').left).toBe(-1);
    expect(counts.add('10.0.0.2').left).toBe(1);
    now += 500;
    expect(counts.add('10.0.0.1')).toEqual({ left: 1, secondsToNext: 60 });
  });

  it('counts what one household has of the newer addresses as one network', () => {
    const counts = new RequestCounts(5, () => 0);
    counts.add('2001:db8:1:2::1');
    expect(counts.add('2001:db8:1:2:ffff::9').left).toBe(3);
    expect(counts.add('2001:db8:1:3::1').left).toBe(4);
  });

  it('forgets the network that came first where there is a crowd', () => {
    const counts = new RequestCounts(5, () => 0);
    const crowd = Array.from(
      { length: 50_000 },
      (_, index) => `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`,
    );
    crowd.forEach((address) => {
      counts.add(address);
    });
    counts.add('192.0.2.1');
    expect(counts.add('10.0.0.1').left).toBe(3);
    expect(counts.add('10.0.0.0').left).toBe(4);
  });
});
