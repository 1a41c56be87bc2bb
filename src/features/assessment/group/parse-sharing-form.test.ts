import { describe, expect, it } from 'vitest';
import { directions, parseEndForm, parseSharingForm } from './parse-sharing-form.ts';

const offered = { organisationIds: ['RA1', 'RA2'], directions, sectionIds: ['leadership', 'people'] };
const read = (form: Record<string, string | string[]>) => parseSharingForm(form, offered);

describe('the form by which answering together is proposed', () => {
  it('says with whom, which way and in what', () => {
    expect(read({ other: 'RA2', direction: 'give', sections: ['people', 'leadership'] })).toMatchObject({
      kind: 'ok',
      value: { otherId: 'RA2', direction: 'give', sectionIds: ['leadership', 'people'] },
    });
  });

  it('has every fault told at once', () => {
    const outcome = read({ other: 'XX', direction: '', sections: 'nothing' });
    expect(outcome.kind === 'errors' && outcome.errors.map(({ field }) => field)).toEqual([
      'other',
      'direction',
      'sections',
      'sections',
    ]);
  });
});

describe('the form by which it is ended', () => {
  it('needs a reason', () => {
    expect(parseEndForm({ reason: ' ' })).toMatchObject({ kind: 'errors', errors: [{ message: 'Say why' }] });
    expect(parseEndForm({ reason: 'We part.' })).toMatchObject({ kind: 'ok', value: { reason: 'We part.' } });
  });
});
