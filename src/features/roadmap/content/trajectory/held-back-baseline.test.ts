import { describe, expect, it } from 'vitest';
import type { Round } from '../../../programme/index.ts';
import { freezeDocument } from '../../documents/freeze-document.ts';
import { documentDigest, publicCopy } from '../../documents/frozen-document.ts';
import { aFreezeInput, baselines } from '../../testing/northvale.ts';
import { baselineOnDay, heldBackFindings } from './held-back-baseline.ts';
import { documentTrajectory, printedBaseline } from './trajectory-view.ts';

const { baselineSource: source } = aFreezeInput();
const baseline = { groups: baselines, source };

const day = (resultsOn: string) => ({ kind: 'set-results-day', resultsOn });
const packWith = (...steps: readonly object[]) => ({
  resultsPublic: 'on-a-day' as const,
  rounds: [{ id: source.round.id, kind: 'assessment', steps }] as unknown as readonly Round[],
});

describe('the baseline of a round whose results are held back', () => {
  const pack = packWith(day('2016-07-01'));
  const before = baselineOnDay(pack, baseline, '2016-06-17');
  const document = freezeDocument(aFreezeInput({ baselines: before.groups, baselineSource: before.source }));

  it('is not in the document, which says so, and is the same in its public copy', () => {
    expect(document.baselineSource.heldBack).toEqual({ until: '2016-07-01' });
    const copy = publicCopy(document);
    const view = documentTrajectory(copy);
    expect(view).toEqual(documentTrajectory(document));
    expect(view?.asAt).toContain('not public on 17 June 2016, when this was frozen; their day was 1 July 2016.');
    expect(view?.rows.map(({ baseline: each }) => printedBaseline(each))).toEqual(['Not public', 'Not public']);
    expect(JSON.stringify(copy)).not.toContain('"mean":52');
    expect(documentDigest(copy)).toBe(documentDigest(document));
  });

  it('is there from the day on, as it always was', () => {
    expect(baselineOnDay(pack, baseline, '2016-07-01')).toEqual(baseline);
    expect(baselineOnDay({ ...packWith(), resultsPublic: 'when-signed' }, baseline, '2016-06-17')).toEqual(baseline);
  });

  it('is said to be missing where no day was set', () => {
    const { groups, source: held } = baselineOnDay(packWith(), baseline, '2016-06-17');
    const view = documentTrajectory(freezeDocument(aFreezeInput({ baselines: groups, baselineSource: held })));
    expect(view?.asAt).toContain('when this was frozen; no day was set for them.');
  });

  it('is warned of before it is frozen without, where there is one', () => {
    const codes = (on: string, groups = baselines) =>
      heldBackFindings(pack, { groups, source }, on).map(({ code, message }) => [code, message]);
    expect(codes('2016-06-17')).toEqual([
      ['baseline-held-back', expect.stringContaining('are public from 1 July 2016: what is frozen before that day')],
    ]);
    expect(codes('2016-07-01')).toEqual([]);
    const nobody = baselines.map((each) => ({ ...each, mean: null }));
    expect(codes('2016-06-17', nobody)).toEqual([]);
  });
});
