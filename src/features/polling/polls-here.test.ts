import { describe, expect, test } from 'vitest';
import type { Takes } from '../assessment/settings/answers-in-effect.ts';
import { wholeOrganisation } from '../programme/index.ts';
import { isAnsweredHere, placesHere, whyNoPoll } from './polls-here.ts';

const here = { careSetting: 'acute', setting: 'acute', settings: ['acute', 'mental-health'], takes: [] };

describe('where polls stand', () => {
  test('on the pages of a care setting those of its own, and what is asked once for all', () => {
    expect(placesHere(here)).toEqual(['acute', wholeOrganisation]);
    expect(placesHere({ ...here, careSetting: wholeOrganisation, setting: null })).toEqual([wholeOrganisation]);
  });

  test('not where a section is taken from another organisation of the group, or is answered once for all settings', () => {
    const take: Takes = { giver: null, sectionIds: ['leadership'], from: null };
    expect(isAnsweredHere({ ...here, takes: [take] }, { id: 'leadership' })).toBe(false);
    expect(isAnsweredHere({ ...here, takes: [take] }, { id: 'records' })).toBe(true);
  });
});

test('a poll is opened while answers can be given, also when they were sent back or opened again', () => {
  expect(whyNoPoll({ isRoundOpen: true, state: 'in-progress' })).toBeNull();
  expect(whyNoPoll({ isRoundOpen: true, state: 'awaiting-authorisation' })).toContain('sent to be signed');
  expect(whyNoPoll({ isRoundOpen: false, state: 'in-progress' })).toContain('not open');
});
