import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedReminderOf, openingOf, reminderOf, reminderOn } from './reminder.ts';

const day = (offset: number) => new Date(Date.UTC(2016, 0, 15) + offset * 86_400_000).toISOString().slice(0, 10);
const DUE = day(0);

const unsubmitted = {
  roundId: 'r',
  roundLabel: 'Assessment',
  placeId: 'RL4',
  name: 'A trust',
  dueOn: DUE,
  openedOn: null,
  href: '/x',
  to: [],
};

it('says in the first days of a round that it has opened, where nobody has opened it', () => {
  const opened = { ...unsubmitted, openedOn: day(-40) };
  const kinds = [-41, -40, -38, -37].map((offset) => openingOf(opened, 'soon', day(offset))?.kind ?? null);
  expect(kinds).toEqual([null, 'round-opened', 'round-opened', null]);
  const [first, second] = [-40, -39].map((offset) => openingOf(opened, 'soon', day(offset))?.once);
  expect(second).toBe(first);
  expect(openingOf(unsubmitted, 'soon', day(-40))).toBeNull();
});

describe('the reminder of a day', () => {
  it.each([
    [-15, null],
    [-14, '14 days before'],
    [-4, '14 days before'],
    [-3, '3 days before'],
    [-2, '3 days before'],
    [-1, '1 days before'],
    [0, '1 days before'],
    [1, 'overdue'],
    [14, 'overdue'],
    [15, null],
    [3000, null],
  ])('%i days from the deadline: %s', (offset, expected) => {
    expect(reminderOn(DUE, day(offset))).toBe(expected);
  });

  it('is one of four, each of which has a time of its own, in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), fc.nat(10), (offset, later) => {
        const order = [null, '14 days before', '3 days before', '1 days before', 'overdue'];
        const [now, then] = [reminderOn(DUE, day(offset)), reminderOn(DUE, day(offset + later))];
        expect(then === null || order.indexOf(then) >= order.indexOf(now)).toBe(true);
      }),
    );
  });

  it('goes out when somebody asks for it, whenever that is, but once a day', () => {
    const early = askedReminderOf(unsubmitted, 'soon', day(-60));
    expect(early).toMatchObject({ kind: 'deadline-near', known: { when: 'in 60 days' } });
    expect(askedReminderOf(unsubmitted, 'soon', day(40)).kind).toBe('deadline-passed');
    expect(askedReminderOf(unsubmitted, 'soon', day(-60)).once).toBe(early.once);
    expect(askedReminderOf(unsubmitted, 'soon', day(-59)).once).not.toBe(early.once);
    expect(askedReminderOf(unsubmitted, 'soon', day(-3)).once).not.toBe(reminderOf(unsubmitted, 'soon', day(-3))?.once);
  });

  it('says how far off the deadline is, and is another one when that is extended', () => {
    const near = reminderOf(unsubmitted, 'soon', day(-3));
    expect(near).toMatchObject({
      kind: 'deadline-near',
      known: { when: 'in 3 days', organisation: 'A trust' },
    });
    expect(reminderOf(unsubmitted, 'soon', day(-1))?.known.when).toBe('tomorrow');
    expect(reminderOf(unsubmitted, 'soon', day(0))?.known.when).toBe('today');
    expect(reminderOf(unsubmitted, 'soon', day(2))?.kind).toBe('deadline-passed');
    expect(reminderOf({ ...unsubmitted, dueOn: day(1) }, 'soon', day(-2))?.once).not.toBe(near?.once);
    expect(reminderOf(unsubmitted, 'soon', day(-2))?.once).toBe(near?.once);
  });
});
