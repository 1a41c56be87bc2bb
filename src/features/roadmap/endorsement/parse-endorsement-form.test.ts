import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lettersOf } from '../../../views/testing/visible-text.ts';
import { hostileForm } from '../testing/arbitraries.ts';
import { aDigest } from '../testing/northvale.ts';
import { parseEndorsementForm } from './parse-endorsement-form.ts';

const digest = aDigest();

describe('parseEndorsementForm', () => {
  it.each([
    [{ decision: 'endorse' }, ''],
    [{ decision: 'endorse-with-conditions', conditions: 'Fund the viewer' }, 'Fund the viewer'],
    [{ decision: 'decline', reason: 'No money', conditions: ' ' }, 'No money'],
  ])('reads %j', (form, conditions) => {
    const value = { decision: form.decision, conditions, digest };
    expect(parseEndorsementForm({ ...form, digest })).toEqual({ kind: 'ok', typed: expect.anything(), value });
  });

  it.each([
    [{ decision: 'endorse', conditions: 'Only if the county pays half' }, 'conditions'],
    [{ decision: 'endorse', reason: 'No money' }, 'reason'],
    [{ decision: 'endorse-with-conditions', conditions: 'Fund the viewer', reason: 'x' }, 'reason'],
    [{ decision: 'decline', reason: 'No money', conditions: 'Only if the county pays half' }, 'conditions'],
  ])('asks which is meant of %j, and keeps all of it', (form, field) => {
    expect(parseEndorsementForm({ ...form, digest })).toMatchObject({
      kind: 'errors',
      errors: [{ field, message: expect.stringContaining('You chose') }],
      typed: form,
    });
  });

  it.each([
    [{}, 'decision'],
    [{ conditions: 'Only if the county pays half' }, 'decision'],
    [{ decision: 'perhaps' }, 'decision'],
    [{ decision: 'endorse-with-conditions', conditions: ' ' }, 'conditions'],
    [{ decision: 'decline' }, 'reason'],
    [{ decision: 'endorse', digest: 'abc' }, 'digest'],
  ])('refuses %j beside %s', (form, field) => {
    expect(parseEndorsementForm({ digest, ...form })).toMatchObject({ kind: 'errors', errors: [{ field }] });
  });

  it('never lets conditions or a refusal through without words, nor drops any', () => {
    fc.assert(
      fc.property(hostileForm(['decision', 'conditions', 'reason']), (form) => {
        const outcome = parseEndorsementForm({ ...form, digest });
        if (outcome.kind === 'ok') {
          expect(outcome.value.decision === 'endorse').toBe(outcome.value.conditions === '');
          const typed = [form.conditions, form.reason].filter(
            (text) => typeof text === 'string' && lettersOf(text) !== '',
          );
          expect(typed.every((text) => lettersOf(outcome.value.conditions).includes(lettersOf(`${text}`)))).toBe(true);
        }
      }),
    );
  });
});
