import { describe, expect, it } from 'vitest';
import { formatTrajectoryScore } from '../../../../views/format.ts';
import { freezeDocument } from '../../documents/freeze-document.ts';
import { aContent, aFreezeInput, baselines, members, pack } from '../../testing/northvale.ts';
import { documentTrajectory, liveTrajectory, printedTarget, publishedTrajectory } from './trajectory-view.ts';

const input = aFreezeInput();
const live = liveTrajectory({
  pack,
  trajectory: aContent().trajectory,
  baselines,
  members,
  source: input.baselineSource,
  latestAt: new Date('2016-01-10T10:00:00Z'),
});

describe('the trajectory as it is shown', () => {
  it('is the same while it is written and once it is frozen', () => {
    const asAt = 'The baseline is as it stood on 17 June 2016.';
    expect(documentTrajectory(freezeDocument(input))).toEqual({ ...live, asAt });
    expect(live.asAt).toBe('The latest assessment in it was submitted on 10 January 2016.');
  });

  it('is for nobody outside where the programme withholds its part', () => {
    const document = freezeDocument(input);
    expect(publishedTrajectory(document)).toEqual(documentTrajectory(document));
    const sections = document.sections.map((section) => ({ ...section, visibility: 'assured' as const }));
    expect(documentTrajectory({ ...document, sections })).not.toBeNull();
    expect(publishedTrajectory({ ...document, sections })).toBeNull();
  });

  it('names who is in the baseline and who is missing', () => {
    expect(live.rows[0]).toMatchObject({
      label: 'Records, assessments and plans',
      baseline: { mean: 52, n: 1, included: ['Northvale Acute'], missing: ['Fellside Community'], isHeldBack: false },
    });
  });

  it('has a place for every year and group, written or not', () => {
    const nothing = { trajectory: [], baselines: [], latestAt: null };
    const empty = liveTrajectory({ pack, members, source: input.baselineSource, ...nothing });
    expect(empty.asAt).toBe('');
    expect(empty.rows.map(({ targets }) => targets.map(({ target }) => target))).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(empty.rows[0]?.baseline).toEqual({ mean: null, n: 0, included: [], missing: [], isHeldBack: false });
  });
});

describe('numbers as they are printed', () => {
  it('gives means and targets one decimal place, the chart and the table alike', () => {
    expect([48.333, 50, 0].map(formatTrajectoryScore)).toEqual(['48.3', '50.0', '0.0']);
    expect([printedTarget(62.5), printedTarget(60), printedTarget(null)]).toEqual(['62.5', '60.0', '–']);
  });
});
