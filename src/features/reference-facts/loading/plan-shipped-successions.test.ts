import { describe, expect, it } from 'vitest';
import { planShippedSuccessions, type RecordedSuccession, type ShippedSuccession } from './plan-shipped-successions.ts';

const merger: ShippedSuccession = {
  subject: 'organisation',
  kind: 'merge',
  effectiveOn: '2020-04-01',
  reason: '',
  sourceId: 'register',
  standing: 'official',
  links: [
    ['00A', '00C'],
    ['00B', '00C'],
  ],
};

function recorded(event: ShippedSuccession, change: Partial<RecordedSuccession> = {}): RecordedSuccession {
  return { ...event, eventId: 'event', isShipped: true, undoneBy: null, ...change };
}

describe('bringing shipped successions up to date', () => {
  it('adds what is not on record', () => {
    expect(planShippedSuccessions([merger], [])).toEqual({ added: [merger], vanished: [] });
  });

  it('leaves alone what is on record, in whatever order its members stand', () => {
    const stored = recorded({ ...merger, links: merger.links.toReversed() });
    expect(planShippedSuccessions([merger], [stored])).toEqual({ added: [], vanished: [] });
  });

  it('takes back what is told no longer, once', () => {
    const stored = recorded(merger);
    expect(planShippedSuccessions([], [stored])).toEqual({ added: [], vanished: [stored] });
    expect(planShippedSuccessions([], [{ ...stored, undoneBy: 'load' }])).toEqual({ added: [], vanished: [] });
  });

  it('takes back a corrected event and tells it anew', () => {
    const stored = recorded({ ...merger, standing: 'inferred' });
    expect(planShippedSuccessions([merger], [stored])).toEqual({ added: [merger], vanished: [stored] });
  });

  it('tells again what comes back, but not what someone on this service took back', () => {
    expect(planShippedSuccessions([merger], [recorded(merger, { undoneBy: 'load' })]).added).toEqual([merger]);
    expect(planShippedSuccessions([merger], [recorded(merger, { undoneBy: 'service' })])).toEqual({
      added: [],
      vanished: [],
    });
  });

  it('does not repeat the steps that a file has told before, and does not touch them', () => {
    const imported = recorded({ ...merger, links: [['00A', '00C']] }, { isShipped: false });
    const rest = { ...merger, links: [['00B', '00C']] as const };
    expect(planShippedSuccessions([merger], [imported])).toEqual({ added: [rest], vanished: [] });
    expect(planShippedSuccessions([merger], [imported, recorded(rest)])).toEqual({ added: [], vanished: [] });
  });
});
