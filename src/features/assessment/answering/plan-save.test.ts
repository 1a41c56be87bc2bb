import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerRevision } from '../../scoring/answers/saved-answer.ts';
import type { SectionFormAnswer } from './parse-section-form.ts';
import { madeFromOtherRevision, planSave, revisionsToKnow } from './plan-save.ts';

function posted(questionId: string, option: string | null, revision: number, comment = ''): SectionFormAnswer {
  const value = option === null ? null : { kind: 'option' as const, optionId: option };
  return { questionId, value, comment, desired: null, revision };
}

const stored = (questionId: string, option: string | null, revision: number, comment = ''): AnswerRevision =>
  posted(questionId, option, revision, comment);

describe('one person', () => {
  test('a first answer becomes revision 1', () => {
    expect(planSave([posted('RA1', 'high', 0)], [], [])).toMatchObject({
      kind: 'ok',
      changes: [posted('RA1', 'high', 1)],
    });
  });

  test('a changed comment is a change, and the next revision', () => {
    const plan = planSave([posted('RA1', 'high', 3, 'Audited')], [stored('RA1', 'high', 3)], []);
    expect(plan).toMatchObject({ kind: 'ok', changes: [posted('RA1', 'high', 4, 'Audited')] });
  });

  test('another desired level is a change, and none is one too', () => {
    const wanted = (desired: string | null) => ({ ...posted('WL1', '2', 3), desired });
    expect(planSave([wanted('4')], [wanted('4')], [])).toMatchObject({ kind: 'ok', changes: [] });
    expect(planSave([wanted('4')], [wanted('5')], [])).toMatchObject({ changes: [{ desired: '4', revision: 4 }] });
    expect(planSave([wanted(null)], [wanted('5')], [])).toMatchObject({ changes: [{ desired: null, revision: 4 }] });
  });

  test('an answer can be taken back', () => {
    const plan = planSave([posted('RA1', null, 1)], [stored('RA1', 'high', 1)], []);
    expect(plan).toMatchObject({ kind: 'ok', changes: [posted('RA1', null, 2)] });
  });

  test('what is not applicable is not what was never answered', () => {
    const plan = planSave(
      [{ ...posted('RA1', null, 1), value: { kind: 'not-applicable' } }],
      [stored('RA1', null, 1)],
      [],
    );
    expect(plan).toMatchObject({ kind: 'ok', changes: [{ questionId: 'RA1', revision: 2 }] });
  });

  test('one element more or less is a change, and no element is not what was never answered', () => {
    const met = (...ids: string[]) => ({ ...posted('WL1', null, 1), value: { kind: 'elements' as const, met: ids } });
    expect(planSave([met('WL1-2-1')], [met('WL1-2-1')], [])).toMatchObject({ kind: 'ok', changes: [] });
    expect(planSave([met()], [met('WL1-2-1')], [])).toMatchObject({ changes: [{ revision: 2 }] });
    expect(planSave([met()], [stored('WL1', null, 1)], [])).toMatchObject({ changes: [{ revision: 2 }] });
  });

  test('questions left empty or as they were change nothing', () => {
    const form = [posted('RA1', null, 0), posted('RA2', 'low', 2)];
    expect(planSave(form, [stored('RA2', 'low', 2)], [])).toMatchObject({ kind: 'ok', changes: [] });
  });
});

describe('two people', () => {
  test('different answers to one question stop the whole save', () => {
    const form = [posted('RA1', 'high', 1), posted('RA2', 'low', 0)];
    const plan = planSave(form, [stored('RA1', 'middle', 2)], [{ ...stored('RA1', 'low', 1), answeredBy: null }]);
    expect(plan).toEqual({ kind: 'conflict', questionIds: ['RA1'] });
  });

  test('both answering an empty question is a conflict too', () => {
    expect(planSave([posted('RA1', 'high', 0)], [stored('RA1', 'low', 1)], []).kind).toBe('conflict');
  });

  test('a question not touched keeps what the other person saved', () => {
    const form = [posted('RA1', 'low', 1), posted('RA2', 'low', 0)];
    const plan = planSave(form, [stored('RA1', 'high', 2)], [{ ...stored('RA1', 'low', 1), answeredBy: null }]);
    expect(plan).toMatchObject({ kind: 'ok', changes: [posted('RA2', 'low', 1)] });
  });

  test('the same answer twice is no conflict', () => {
    expect(planSave([posted('RA1', 'high', 0)], [stored('RA1', 'high', 1)], [])).toMatchObject({
      kind: 'ok',
      changes: [],
    });
  });

  test('a revision that never was passes for nothing', () => {
    expect(planSave([posted('RA1', 'high', 9)], [stored('RA1', 'low', 1)], []).kind).toBe('conflict');
    expect(planSave([posted('RA1', 'high', 9)], [], []).kind).toBe('conflict');
  });

  test('says which earlier revisions must be known', () => {
    const form = [posted('RA1', 'high', 1), posted('RA2', 'low', 0), posted('RA3', 'low', 0)];
    const old = madeFromOtherRevision(form, [stored('RA1', 'low', 2), stored('RA2', 'low', 1)]);
    expect(revisionsToKnow(old).map(({ questionId, revision }) => [questionId, revision])).toEqual([
      ['RA1', 1],
      ['RA1', 2],
      ['RA2', 0],
      ['RA2', 1],
    ]);
  });
});

describe('an answer that is sent again', () => {
  const before = [
    { ...stored('RA1', 'low', 1), answeredBy: 'ben' },
    { ...stored('RA1', 'high', 2), answeredBy: 'asha' },
  ];
  const again = [posted('RA1', 'high', 1)];

  test('is known where it stands, with its revision', () => {
    const plan = planSave(again, [stored('RA1', 'high', 2)], before, 'asha');
    expect(plan).toEqual({ kind: 'ok', changes: [], revisions: { RA1: 2 } });
  });

  test('is known where somebody has changed it since, and changes nothing', () => {
    const plan = planSave(again, [stored('RA1', 'middle', 3)], before, 'asha');
    expect(plan).toEqual({ kind: 'ok', changes: [], revisions: { RA1: 2 } });
  });

  test('is a clash where somebody else has said the same meanwhile, and where it is sent by a button', () => {
    expect(planSave(again, [stored('RA1', 'middle', 3)], before, 'cleo').kind).toBe('conflict');
    expect(planSave(again, [stored('RA1', 'middle', 3)], before).kind).toBe('conflict');
  });

  test('has no revision where it says what the page said, and somebody has changed that', () => {
    const plan = planSave([posted('RA1', 'low', 1)], [stored('RA1', 'high', 2)], before, 'cleo');
    expect(plan).toEqual({ kind: 'ok', changes: [], revisions: {} });
  });
});

describe('properties', () => {
  const option = fc.constantFrom('low', 'high', null);
  const comment = fc.constantFrom('', 'Audited');
  const history = fc.array(fc.tuple(option, comment), { maxLength: 4 });

  test('a change is stored only on top of what the person has seen', () => {
    fc.assert(
      fc.property(history, option, comment, fc.nat(5), (saves, choice, text, revision) => {
        const revisions = saves.map(([value, words], index) => ({
          ...stored('RA1', value, index + 1, words),
          answeredBy: 'asha',
        }));
        const plan = planSave([posted('RA1', choice, revision, text)], revisions.slice(-1), revisions);
        if (plan.kind === 'conflict') {
          expect(revision).not.toBe(revisions.length);
        } else if (plan.changes.length > 0) {
          expect(revision).toBe(revisions.length);
          expect(plan.changes).toEqual([posted('RA1', choice, revisions.length + 1, text)]);
        }
      }),
    );
  });
});
