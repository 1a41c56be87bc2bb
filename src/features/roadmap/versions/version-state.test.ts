import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acceptsEdits,
  mayBeginVersion,
  nextVersionState,
  type VersionAction,
  type VersionFacts,
  type VersionState,
  versionStates,
  versionTransitions,
} from './version-state.ts';

const clear: VersionFacts = { blockerCount: 0, newerVersion: null };

const action: fc.Arbitrary<VersionAction> = fc.oneof(
  fc.constantFrom<VersionAction[]>(
    { kind: 'freeze' },
    { kind: 'submit' },
    { kind: 'start-review' },
    { kind: 'request-changes' },
    { kind: 'clear' },
    { kind: 'publish' },
    { kind: 'supersede' },
  ),
  fc.constantFrom('', '  ', 'A part is missing').map((reason): VersionAction => ({ kind: 'withdraw', reason })),
);

const facts = fc.record({
  blockerCount: fc.nat({ max: 3 }),
  newerVersion: fc.constantFrom(null, ...versionStates),
});

/** The states a version passes through when actions are tried one after another, refusals and all. */
function walk(steps: readonly [VersionAction, VersionFacts][]): VersionState[] {
  const states: VersionState[] = ['draft'];
  for (const [step, known] of steps) {
    const decision = nextVersionState(states.at(-1) ?? 'draft', step, known);
    if (decision.kind === 'ok') {
      states.push(decision.state);
    }
  }
  return states;
}

describe('the way of a version', () => {
  it('leads from draft to superseded', () => {
    const steps: [VersionAction, VersionFacts][] = [
      [{ kind: 'freeze' }, clear],
      [{ kind: 'submit' }, clear],
      [{ kind: 'start-review' }, clear],
      [{ kind: 'clear' }, clear],
      [{ kind: 'publish' }, clear],
      [{ kind: 'supersede' }, { ...clear, newerVersion: 'published' }],
    ];
    const path = ['draft', 'endorsement', 'submitted', 'under-review', 'cleared', 'published', 'superseded'];
    expect(walk(steps)).toEqual(path);
  });

  it('goes back to draft from endorsement, with a reason, and the endorsements lapse', () => {
    const withdraw = (reason: string) => nextVersionState('endorsement', { kind: 'withdraw', reason }, clear);
    expect(withdraw('The council joined')).toEqual({ kind: 'ok', state: 'draft', endorsementsLapse: true });
    expect(withdraw(' ')).toMatchObject({ kind: 'refused', code: 'reason' });
  });

  it('does not go on while something must be put right', () => {
    expect(nextVersionState('endorsement', { kind: 'submit' }, { ...clear, blockerCount: 2 })).toEqual({
      kind: 'refused',
      code: 'no-blockers',
      reason: '2 things must be put right first',
    });
  });

  it('says where a version stands when a step is not open to it', () => {
    expect(nextVersionState('draft', { kind: 'publish' }, clear)).toEqual({
      kind: 'refused',
      code: 'not-from-this-state',
      reason: 'This version cannot be published: it stands at “Draft”, not at “Cleared for publication”',
    });
  });

  it('keeps a version until a newer one has come far enough', () => {
    const supersede = (state: VersionState, newerVersion: VersionState | null) =>
      nextVersionState(state, { kind: 'supersede' }, { blockerCount: 0, newerVersion }).kind;
    expect(supersede('published', 'cleared')).toBe('refused');
    expect(supersede('published', 'published')).toBe('ok');
    expect(supersede('changes-requested', null)).toBe('refused');
    expect(supersede('changes-requested', 'endorsement')).toBe('refused');
    expect(supersede('changes-requested', 'submitted')).toBe('ok');
    expect(supersede('cleared', 'endorsement')).toBe('refused');
    expect(supersede('cleared', 'submitted')).toBe('ok');
  });
});

describe('every state and action', () => {
  it('gives what the table says or a refusal in words', () => {
    fc.assert(
      fc.property(fc.constantFrom(...versionStates), action, facts, (state, step, known) => {
        const decision = nextVersionState(state, step, known);
        const row = versionTransitions.find((listed) => listed.action === step.kind && listed.from.includes(state));
        if (decision.kind === 'ok') {
          expect(decision.state).toBe(row?.to);
        } else {
          expect(decision.reason).not.toBe('');
        }
        if (row === undefined) {
          expect(decision).toMatchObject({ code: 'not-from-this-state' });
        }
      }),
    );
  });

  it('reaches publication only through endorsement, submission, review and clearance', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(action, facts), { maxLength: 60 }), (steps) => {
        const states = walk(steps);
        const published = states.indexOf('published');
        if (published === -1) {
          return;
        }
        const before = ['endorsement', 'submitted', 'under-review', 'cleared'];
        expect(states.slice(published - 4, published)).toEqual(before);
      }),
    );
  });

  it('never changes text once submitted, and never leaves superseded', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(action, facts), { maxLength: 60 }), (steps) => {
        const states = walk(steps);
        const submitted = states.indexOf('submitted');
        if (submitted !== -1) {
          expect(states.slice(submitted).some(acceptsEdits)).toBe(false);
        }
        const superseded = states.indexOf('superseded');
        if (superseded !== -1) {
          expect(superseded).toBe(states.length - 1);
        }
      }),
    );
  });

  it('can be reached from draft', () => {
    const reached = new Set<VersionState>(['draft']);
    for (let round = 0; round < versionStates.length; round += 1) {
      for (const { from, to } of versionTransitions) {
        if (from.some((state) => reached.has(state))) {
          reached.add(to);
        }
      }
    }
    expect([...reached].toSorted()).toEqual(versionStates.toSorted());
  });

  it('has one version at work at a time', () => {
    const atWork = versionStates.filter((state) => !mayBeginVersion(state));
    expect(atWork).toEqual(['draft', 'endorsement', 'submitted', 'under-review']);
    expect(mayBeginVersion(null)).toBe(true);
  });
});
