import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnswerSave, answeringMinutes, PAUSE_MINUTES } from './answering-minutes.ts';

const begin = Date.UTC(2017, 8, 1, 9);

/** What one person of one organisation saved, so many minutes after nine. */
function saved(minute: number, questionId: string, about: Partial<AnswerSave> = {}): AnswerSave {
  const sectionId = questionId.replace(/\d+$/, '');
  const at = new Date(begin + minute * 60_000);
  return { organisationId: 'RX1', assessmentId: 'one', personId: 'sam', sectionId, questionId, at, ...about };
}

function minutesOf(saves: readonly AnswerSave[], assessmentId = 'one'): Record<string, number> {
  return Object.fromEntries(answeringMinutes(saves).get(assessmentId)?.byQuestion ?? []);
}

describe('answeringMinutes', () => {
  it('counts from one save to the next, for what the next one saved, and all saves of a question together', () => {
    const saves = [saved(4, 'A2'), saved(0, 'A1'), saved(5, 'A2'), saved(8, 'B1')];
    expect(minutesOf(saves)).toEqual({ A2: 5, B1: 3 });
  });

  it('counts nothing for a pause, and nothing for what came before a first save', () => {
    expect(minutesOf([saved(0, 'A1'), saved(PAUSE_MINUTES, 'A2')])).toEqual({ A2: PAUSE_MINUTES });
    expect(minutesOf([saved(0, 'A1'), saved(PAUSE_MINUTES + 0.1, 'A2'), saved(12, 'A3')])).toEqual({
      A3: expect.closeTo(1.9),
    });
  });

  it('shares the time of a page evenly among the questions that it saved', () => {
    expect(minutesOf([saved(0, 'A1'), saved(6, 'A2'), saved(6, 'A3'), saved(6, 'A4')])).toEqual({
      A2: 2,
      A3: 2,
      A4: 2,
    });
  });

  it('takes answers of several sections at one moment for a file, which nobody typed', () => {
    expect(minutesOf([saved(0, 'A1'), saved(5, 'A2'), saved(5, 'B1'), saved(7, 'B2')])).toEqual({ B2: 2 });
  });

  it('takes two people for two, and adds up what they took', () => {
    const other = { personId: 'kim' };
    const saves = [saved(0, 'A1'), saved(1, 'A1', other), saved(3, 'A2'), saved(5, 'A2', other)];
    expect(minutesOf(saves)).toEqual({ A2: 7 });
  });

  it('gives the time to the assessment that was saved, where somebody answers for two care settings', () => {
    const saves = [saved(0, 'A1'), saved(2, 'A1', { assessmentId: 'two' }), saved(5, 'A2')];
    expect(minutesOf(saves)).toEqual({ A2: 3 });
    expect(minutesOf(saves, 'two')).toEqual({ A1: 2 });
  });

  it('never counts more than passed between the first save and the last, and never less than nothing', () => {
    const save = fc.record({ minute: fc.integer({ min: 0, max: 300 }), question: fc.constantFrom('A1', 'A2', 'B1') });
    fc.assert(
      fc.property(fc.array(save, { maxLength: 30 }), (all) => {
        const saves = all.map(({ minute, question }) => saved(minute, question));
        const counted = Object.values(minutesOf(saves));
        const moments = all.map(({ minute }) => minute);
        const passed = Math.max(0, ...moments) - Math.min(300, ...moments);
        expect(counted.every((minutes) => minutes >= 0)).toBe(true);
        expect(counted.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(Math.max(0, passed) + 1e-9);
      }),
    );
  });
});
