import { describe, expect, it } from 'vitest';
import { nextInStory } from './next-in-story.ts';
import type { Step } from './story.ts';

const task = (place: string, step: Step) => ({
  text: `${step} ${place}`,
  href: `/tasks/${step}/${place}`,
  part: { place, step },
});
type Waiting = readonly (readonly [place: string, step: Step])[];

/** The people of Northvale, whose trust is T1, in the order in which it needs them; a reviewer has other footprints too. */
function storyOf(waiting: Readonly<Record<string, Waiting>>, held: Waiting = []) {
  const places: Readonly<Record<string, readonly string[]>> = {
    contributor: ['T1'],
    coordinator: ['T1'],
    executive: ['T1'],
    editor: ['f'],
    lead: ['f'],
    reviewer: ['region'],
    stranger: ['g'],
    analyst: [''],
  };
  return {
    personas: Object.entries(places).map(([personId, own]) => ({
      personId,
      places: own,
      tasks: (waiting[personId] ?? []).map(([place, step]) => task(place, step)),
    })),
    held: held.map(([place, step]) => task(place, step)),
    footprintsOf: new Map([
      ['T1', ['northvale']],
      ['f', ['northvale']],
      ['g', ['southvale']],
    ]),
  };
}

const turn = (waiting: Readonly<Record<string, Waiting>>, personId: string, path = '/workspace') => {
  const { own, next } = nextInStory(storyOf(waiting), personId, path);
  return { own: own?.text ?? null, next: next === null ? null : `${next.personId}: ${next.task.text}` };
};

const atTheStart = {
  contributor: [['T1', 'answer']],
  coordinator: [['T1', 'complete']],
  editor: [['northvale', 'write']],
  lead: [['northvale', 'freeze']],
  reviewer: [['southvale', 'decide-form']],
  stranger: [['southvale', 'write']],
} as const satisfies Readonly<Record<string, Waiting>>;

describe('who comes next in the demonstration', () => {
  it('is led on from one to the other of one footprint, and stops before another', () => {
    expect(turn(atTheStart, 'contributor')).toEqual({ own: 'answer T1', next: 'coordinator: complete T1' });
    expect(turn(atTheStart, 'coordinator')).toEqual({ own: 'complete T1', next: 'editor: write northvale' });
    expect(turn(atTheStart, 'editor')).toEqual({ own: 'write northvale', next: 'lead: freeze northvale' });
    expect(turn(atTheStart, 'lead')).toEqual({ own: 'freeze northvale', next: null });
  });

  it('says that the story of a footprint ends where nobody has anything to do in it', () => {
    const endsFor = (waiting: Parameters<typeof storyOf>[0], personId: string) =>
      nextInStory(storyOf(waiting), personId, '/workspace').endsHere;
    expect(endsFor({ stranger: [['southvale', 'write']] }, 'contributor')).toBe(true);
    expect(endsFor(atTheStart, 'contributor')).toBe(false);
    expect(endsFor({ lead: [['northvale', 'freeze']] }, 'contributor')).toBe(false);
    expect(endsFor({}, 'analyst')).toBe(false);
  });

  it('says what would come next where nobody can go on with it for now', () => {
    const held = [
      ['southvale', 'write'],
      ['northvale', 'freeze'],
      ['T1', 'complete'],
    ] as const;
    const heldFor = (waiting: Parameters<typeof storyOf>[0], personId: string) =>
      nextInStory(storyOf(waiting, held), personId, '/workspace').held?.text ?? null;
    expect(heldFor({}, 'contributor')).toBe('complete T1');
    expect(heldFor({}, 'stranger')).toBe('write southvale');
    expect(heldFor(atTheStart, 'contributor')).toBeNull();
    expect(heldFor({}, 'analyst')).toBeNull();
  });

  it('leads nobody back and forth while something waits for both', () => {
    const people = ['contributor', 'coordinator', 'editor', 'lead', 'reviewer', 'stranger'];
    const nextOf = (personId: string) => turn(atTheStart, personId).next?.split(':')[0] ?? '';
    expect(people.filter((person) => nextOf(nextOf(person)) === person)).toEqual([]);
  });

  it('is another step than the own one, whoever else has that too', () => {
    const forms = { contributor: [['northvale', 'write-form']], editor: [['northvale', 'write-form']] } as const;
    expect(turn(forms, 'contributor').next).toBeNull();
    const withDecision = { ...forms, reviewer: [['northvale', 'decide-form']] } as const;
    expect(turn(withDecision, 'contributor').next).toBe('reviewer: decide-form northvale');
    expect(turn({ ...forms, contributor: [] }, 'contributor').next).toBe('editor: write-form northvale');
  });

  it('is whoever takes over what was done', () => {
    const asked = { ...atTheStart, coordinator: [], executive: [['T1', 'sign']] } as const;
    expect(turn(asked, 'coordinator')).toEqual({ own: null, next: 'executive: sign T1' });
    const frozen = { lead: [['northvale', 'gather']], executive: [['northvale', 'endorse']] } as const;
    expect(turn(frozen, 'lead')).toEqual({ own: 'gather northvale', next: 'executive: endorse northvale' });
    expect(turn({ ...frozen, executive: [] }, 'executive')).toEqual({ own: null, next: 'lead: gather northvale' });
  });

  it('stays with the footprint of the page, for whoever has several', () => {
    const submitted = {
      reviewer: [
        ['southvale', 'decide-form'],
        ['northvale', 'review'],
      ],
      stranger: [['southvale', 'write']],
    } as const;
    expect(turn(submitted, 'reviewer', '/tasks/review/northvale/decision')).toEqual({
      own: 'review northvale',
      next: null,
    });
    const cleared = {
      ...submitted,
      reviewer: [['southvale', 'decide-form']],
      lead: [['northvale', 'publish']],
    } as const;
    expect(turn(cleared, 'reviewer', '/workspace/reviews/northvale')).toEqual({
      own: 'decide-form southvale',
      next: 'lead: publish northvale',
    });
  });

  it('is anybody with something to do, for whoever has nothing and no footprint of their own', () => {
    expect(turn(atTheStart, 'analyst')).toEqual({ own: null, next: 'contributor: answer T1' });
    expect(turn({}, 'analyst')).toEqual({ own: null, next: null });
    expect(turn(atTheStart, 'nobody')).toEqual({ own: null, next: null });
  });
});
