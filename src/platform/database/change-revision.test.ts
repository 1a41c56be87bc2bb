import { expect, it } from 'vitest';
import { ChangeRevision } from './change-revision.ts';

it('counts a change once, on however many connections it is heard', () => {
  const revision = new ChangeRevision();
  for (const change of ['7', '7', '8', '7', '8']) {
    revision.hear(change);
  }
  expect(revision.current).toBe(2);
  revision.raise();
  expect(revision.current).toBe(3);
});

it('never misses a new one, and remembers the latest', () => {
  const revision = new ChangeRevision();
  for (let change = 0; change < 5000; change += 1) {
    revision.hear(String(change));
    expect(revision.current).toBe(change + 1);
  }
  revision.hear('4999');
  expect(revision.current).toBe(5000);
});

it('hears a change of a database that came in place of another, whose transactions had the same numbers', () => {
  const revision = new ChangeRevision();
  revision.hear('754');
  revision.raise();
  revision.hear('754');
  expect(revision.current).toBe(3);
});
