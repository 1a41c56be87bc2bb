import { describe, expect, it } from 'vitest';
import { consequencesOf as consequencesFor, type WholeStep } from './round-consequences.ts';
import type { AssessmentWork, PlanningWork, WorkInRound } from './work-in-round.ts';

const consequencesOf = (step: WholeStep, work: WorkInRound) =>
  consequencesFor(step, work, { one: 'provider', many: 'providers' });

const nobody = { beingWritten: 0, toAnswer: 0, toPublish: 0 };
const assessment: AssessmentWork = {
  kind: 'assessment',
  notBegun: 40,
  beingAnswered: 12,
  toSign: 1,
  submitted: 190,
  ended: 0,
};
const planning: PlanningWork = {
  kind: 'roadmap',
  notBegun: 30,
  elsewhere: 0,
  goneOn: 0,
  beingWritten: 1,
  beingEndorsed: 4,
  submitted: 9,
  before: nobody,
  next: [],
};

describe('what follows for those asked in a round', () => {
  it('names each group with what it can do no longer', () => {
    expect(consequencesOf('close', assessment)).toEqual([
      '40 providers have not begun, and cannot any more.',
      '12 providers are still answering, and can save nothing more.',
      '1 provider is waiting for a signature: what is complete can be sent back, but not signed.',
      '190 providers have submitted: nothing changes there.',
    ]);
    expect(consequencesOf('close', planning)).toEqual([
      '30 footprints have not begun, and cannot any more.',
      '1 footprint is writing a first version: it can be written on, but not frozen or submitted.',
      '4 footprints have a first version with the members: they can endorse it, but it cannot be submitted.',
      '9 footprints have submitted: nothing changes there.',
    ]);
    const open = consequencesOf('close', {
      ...planning,
      beingEndorsed: 0,
      submitted: 0,
      next: [{ label: 'Plan 2018', count: 3 }],
    });
    expect(open.at(-1)).toBe('3 footprints can work on a roadmap in “Plan 2018” instead, which is open.');
  });

  it('says of opening what becomes of roadmaps of earlier rounds', () => {
    const before = { beingWritten: 2, toAnswer: 1, toPublish: 3 };
    const opened = consequencesOf('open', { ...planning, beingWritten: 0, beingEndorsed: 0, submitted: 0, before });
    expect(opened).toEqual([
      '30 footprints can begin the roadmap of this round.',
      expect.stringMatching(/^2 of them are writing .* that draft can only be read\.$/),
      expect.stringMatching(/^1 of them has changes to make .* they can no longer be made\.$/),
      expect.stringMatching(/^3 of them can publish .* until this one is submitted there\.$/),
    ]);
  });

  it('leaves out nobody who is asked, though nothing changes for them', () => {
    const idle = {
      ...planning,
      notBegun: 0,
      beingWritten: 0,
      beingEndorsed: 0,
      submitted: 0,
      elsewhere: 36,
      goneOn: 1,
    };
    const sentences = [
      '36 footprints have not begun in it, and work in another round: nothing changes there.',
      '1 footprint that began in it has gone on to another round, or has ended: nothing changes there.',
    ];
    expect([consequencesOf('close', idle), consequencesOf('open', idle)]).toEqual([sentences, sentences]);
    expect(consequencesOf('withdraw', { ...idle, goneOn: 0 })).toEqual([
      '36 footprints will not be asked in it. None has begun.',
    ]);
  });

  it.each<[WholeStep, AssessmentWork | PlanningWork, readonly string[]]>([
    ['withdraw', assessment, ['40 providers will not be asked in it. None has begun.']],
    ['withdraw', { ...planning, notBegun: 1 }, ['1 footprint will not be asked in it. None has begun.']],
    ['close', { ...assessment, notBegun: 0, beingAnswered: 0, toSign: 0, submitted: 0 }, []],
    [
      'close',
      { ...assessment, notBegun: 0, beingAnswered: 0, toSign: 0, submitted: 0, ended: 2 },
      ['2 providers that began are no longer asked, because they have ended or changed kind.'],
    ],
  ])('%s: a group without anybody has no sentence', (step, work, sentences) => {
    expect(consequencesOf(step, work)).toEqual(sentences);
  });
});
