import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEndorsementForm } from './parse-endorsement-form.ts';
import { hostileForm } from './testing/arbitraries.ts';
import { aDigest } from './testing/northvale.ts';

const digest = aDigest();

describe('parseEndorsementForm', () => {
  it.each([
    [{ decision: 'endorse' }, ''],
    [{ decision: 'endorse', conditions: 'typed, then not chosen' }, ''],
    [{ decision: 'endorse-with-conditions', conditions: 'Fund the viewer', reason: 'x' }, 'Fund the viewer'],
    [{ decision: 'decline', reason: 'No money', conditions: 'x' }, 'No money'],
  ])('reads %j', (form, conditions) => {
    const value = { decision: form.decision, conditions, digest };
    expect(parseEndorsementForm({ ...form, digest })).toEqual({ kind: 'ok', value });
  });

  it.each([
    [{}, 'decision'],
    [{ decision: 'perhaps' }, 'decision'],
    [{ decision: 'endorse-with-conditions', conditions: ' ' }, 'conditions'],
    [{ decision: 'decline' }, 'reason'],
    [{ decision: 'endorse', digest: 'abc' }, 'digest'],
  ])('refuses %j beside %s', (form, field) => {
    expect(parseEndorsementForm({ digest, ...form })).toMatchObject({ kind: 'errors', errors: [{ field }] });
  });

  it('never lets conditions or a refusal through without words', () => {
    fc.assert(
      fc.property(hostileForm(['decision', 'conditions', 'reason']), (form) => {
        const outcome = parseEndorsementForm({ ...form, digest });
        if (outcome.kind === 'ok') {
          expect(outcome.value.decision === 'endorse').toBe(outcome.value.conditions === '');
        }
      }),
    );
  });
});
