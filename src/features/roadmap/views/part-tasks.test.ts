import { describe, expect, it } from 'vitest';
import { aContent, pack } from '../testing/northvale.ts';
import { partTasks } from './part-tasks.ts';

const stamp = { subject: 'part:vision', revision: 2, savedBy: 'Eve Editor', savedAt: new Date('2016-06-06T10:00:00Z') };
const input = { slug: 'northvale', pack, content: aContent(), stamps: new Map([[stamp.subject, stamp]]), isOpen: true };
const nothing = { parts: [], trajectory: [], universalPlans: [], deployments: [], flows: [], risks: [] };

const statuses = (content: typeof input.content) =>
  Object.fromEntries(partTasks({ ...input, content }).map(({ id, status }) => [id, status]));

describe('partTasks', () => {
  it('lists the parts in order, each table after the part it belongs to', () => {
    expect(partTasks(input).map(({ text }) => text)).toEqual([
      '0. Key information',
      '1. Vision',
      'Information flows',
      '2. Capabilities',
      'Capability trajectory',
      'Capability deployment schedule',
      '3. Universal capabilities',
      'Universal capability plans',
      '4. Minimising risk',
      'Risk register',
      '5. Notes',
    ]);
  });

  it('says what is required and empty, and what may stay empty', () => {
    expect(statuses(nothing)).toEqual({
      'part-key': 'Optional text',
      'part-vision': 'To write',
      'information-flows': 'None yet',
      'part-capabilities': 'Optional text',
      trajectory: 'To write',
      deployments: 'None yet',
      'part-universal': 'Optional text',
      'universal-plans': 'To write',
      'part-risk': 'To write',
      risks: 'None yet',
      'part-notes': 'Optional text',
    });
  });

  it('says what is written, and what is half done', () => {
    const half = { ...aContent(), universalPlans: aContent().universalPlans.slice(0, 1) };
    expect(statuses(half)).toMatchObject({
      'part-vision': 'Written',
      trajectory: 'Written',
      'universal-plans': 'Begun',
    });
  });

  it('lets nothing wait once the version is frozen', () => {
    const tasks = partTasks({ ...input, content: { ...aContent(), ...nothing, trajectory: [] }, isOpen: false });
    expect(tasks.find(({ id }) => id === 'part-notes')?.status).toBe('Not written');
  });

  it('says who saved it and when', () => {
    expect(partTasks(input)[1]?.hint).toBe('Saved by Eve Editor on 6 June 2016');
    expect(partTasks(input)[4]?.hint).toBe('4 of 4 targets set');
  });
});
