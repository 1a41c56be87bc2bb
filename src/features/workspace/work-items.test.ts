import { describe, expect, it } from 'vitest';
import type { AssessmentState } from '../assessment/index.ts';
import { type Actor, type Role, scopeOfRole } from '../identity/index.ts';
import type { RoadmapFact } from './roadmap-items.ts';
import type { ActivationFact, FormationFact } from './work-item.ts';
import { type AssessmentFact, type WorkFacts, workItems } from './work-items.ts';

function actor(role: Role, scopeId = ''): Actor {
  const grant = { role, scopeKind: scopeOfRole[role], scopeId, scopeName: scopeId };
  return { personId: 'p', name: 'P', jobTitle: '', grants: [grant] };
}

function assessment(state: AssessmentState): AssessmentFact {
  return {
    organisationId: 'RL4',
    addressKey: 'RL4',
    name: 'A trust',
    setting: null,
    signing: { roles: ['executive'], who: 'an executive' },
    round: { id: 'r', label: 'Self-assessment', state: 'open' },
    dueOn: '2016-01-15',
    isLongOver: false,
    state,
    isCorrected: false,
    done: state === 'not-started' ? 0 : 3,
    total: 10,
  };
}

const nothing: WorkFacts = {
  assessments: [],
  assigned: [],
  mentions: [],
  queries: [],
  toValidate: [],
  sharings: [],
  challenges: [],
  peerWork: [],
  openModerations: [],
  roadmaps: [],
  endorsements: [],
  memberRoadmaps: [],
  reviews: [],
  formations: [],
  activations: [],
  unansweredMessages: 0,
  undecidedContradictions: 0,
  missingOfSetUp: 0,
};

const roadmap: RoadmapFact = {
  footprintId: 'f',
  slug: 's',
  name: 'S',
  round: { id: 'plan-2016', label: 'Plan 2016', state: 'open' },
  dueOn: '2016-06-30',
  isTaken: true,
  number: 2,
  state: 'cleared',
  isNewest: true,
  draftBefore: null,
  isLeft: false,
  isOver: false,
  isAgreed: false,
  declinedBy: [],
};

const formation: FormationFact = {
  slug: 's',
  name: 'S',
  state: 'writing',
  isFirst: true,
  editors: { footprintIds: ['f'] },
  deciders: { regionIds: ['Y55'] },
  waitingFor: [{ organisationId: '05A', code: '05A', name: 'A CCG' }],
};

describe('workItems', () => {
  it.each<[AssessmentState, Role, boolean, string]>([
    ['not-started', 'contributor', true, '10 questions to answer'],
    ['in-progress', 'coordinator', true, '3 of 10'],
    ['awaiting-authorisation', 'executive', true, 'waiting for you'],
    ['awaiting-authorisation', 'coordinator', false, 'waiting for an executive'],
    ['submitted', 'executive', false, 'read the report'],
  ])('an assessment %s, for a %s: waits %s', (state, role, waits, hint) => {
    const [item] = workItems(actor(role, 'RL4'), { ...nothing, assessments: [assessment(state)] });
    const dueOn = state === 'submitted' ? null : '2016-01-15';
    expect(item).toMatchObject({ waits, hint: expect.stringContaining(hint), dueOn });
  });

  it.each<[Role, number, string]>([
    ['contributor', 3, 'Answer questions in the assessment of A trust for “Self-assessment”'],
    ['coordinator', 3, 'Complete the assessment of A trust for “Self-assessment”'],
    ['coordinator', 10, 'Ask an executive to sign the assessment of A trust for “Self-assessment”'],
    ['contributor', 10, 'Self-assessment: A trust'],
    ['executive', 3, 'Self-assessment: A trust'],
  ])('asks a %s, with %i of 10 answered, for their own part: %s', (role, done, text) => {
    const facts = { ...nothing, assessments: [{ ...assessment('in-progress'), done }] };
    expect(workItems(actor(role, 'RL4'), facts)[0]?.text).toBe(text);
  });

  it('tells how much is answered where all of it was elsewhere, once for all care settings or by another organisation', () => {
    const hintOf = (done: number) =>
      workItems(actor('coordinator', 'RL4'), { ...nothing, assessments: [{ ...assessment('not-started'), done }] })[0]
        ?.hint;
    expect(hintOf(0)).toContain('Nothing answered yet');
    expect(hintOf(3)).toContain('3 of 10 questions answered');
  });

  it('asks the executive to check and sign what is complete', () => {
    const facts = { ...nothing, assessments: [assessment('awaiting-authorisation')] };
    expect(workItems(actor('executive', 'RL4'), facts)[0]?.text).toBe(
      'Check and sign the assessment of A trust for “Self-assessment”',
    );
  });

  it('asks an editor to write, and a lead to take the roadmap further', () => {
    const asked = (role: Role, state: RoadmapFact['state']) =>
      workItems(actor(role, 'f'), { ...nothing, roadmaps: [{ ...roadmap, state }] }).find(({ waits }) => waits)?.text;
    expect(asked('editor', 'draft')).toBe('Write the roadmap of S');
    expect(asked('lead', 'draft')).toBe('Complete and freeze the roadmap of S');
    expect(asked('editor', 'endorsement')).toBeUndefined();
    expect(asked('lead', 'endorsement')).toBe('Gather the endorsements and submit the roadmap of S');
    const agreed = { ...roadmap, state: 'endorsement', isAgreed: true } as const;
    expect(workItems(actor('lead', 'f'), { ...nothing, roadmaps: [agreed] })[0]?.text).toBe('Submit the roadmap of S');
    expect(asked('lead', 'cleared')).toBe('Publish the roadmap of S');
  });

  it.each<[RoadmapFact['state'], string, string]>([
    [null, 'Roadmap: S', 'For “Plan 2016”. Not begun, and this round is not open'],
    [
      'draft',
      'Roadmap: S',
      'For “Plan 2016”. Version 1. Being written. It can be written on, but not frozen: its round is closed',
    ],
    [
      'endorsement',
      'Roadmap: S',
      'For “Plan 2016”. Version 1. With the members, to endorse. It cannot be submitted: its round is closed',
    ],
    ['changes-requested', 'Begin a new version of the roadmap of S', 'For “Plan 2016”. Version 1. Changes requested'],
    ['cleared', 'Publish the roadmap of S', 'For “Plan 2016”. Version 1. Cleared: ready to publish'],
  ])('asks for nothing that a closed round does not take: %s', (state, text, hint) => {
    const closed = { ...roadmap, number: state === null ? null : 1, state, isTaken: false };
    const [item] = workItems(actor('lead', 'f'), { ...nothing, roadmaps: [closed] });
    const waits = text !== 'Roadmap: S';
    expect(item).toMatchObject({ text, hint, dueOn: null, waits, heldBy: waits ? null : closed.round });
  });

  it('leads to where a version is published that has a newer one beside it', () => {
    const both = [
      { ...roadmap, number: 1, isNewest: false },
      { ...roadmap, state: 'draft' as const },
    ];
    const items = workItems(actor('lead', 'f'), { ...nothing, roadmaps: both });
    expect(items.map(({ text, href }) => [text, href])).toEqual([
      ['Publish the roadmap of S', '/workspace/roadmaps/s/publish'],
      ['Complete and freeze the roadmap of S', '/workspace/roadmaps/s'],
    ]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(2);
  });

  it('says of a roadmap to begin that a draft of an earlier round is being written', () => {
    const draftBefore = { number: 1, roundLabel: 'Plan 2016' };
    const round = { id: 'plan-2017', label: 'Plan 2017', state: 'open' as const };
    const begin = { ...roadmap, round, number: null, state: null, draftBefore };
    expect(workItems(actor('lead', 'f'), { ...nothing, roadmaps: [begin] })[0]?.hint).toBe(
      'For “Plan 2017”. Not begun. Version 1, for “Plan 2016”, is being drafted, and can only be read once this one is begun',
    );
  });

  it('names the round of each of two roadmaps of a footprint, where they are of different rounds', () => {
    const draft = { ...roadmap, number: 1, state: 'draft' as const };
    const round = { id: 'plan-2017', label: 'Plan 2017', state: 'open' as const };
    const begin = { ...roadmap, round, number: null, state: null };
    const other = { ...roadmap, footprintId: 'g', name: 'T' };
    const items = workItems(actor('lead', 'f'), { ...nothing, roadmaps: [draft, begin, other] });
    expect(items.map(({ text }) => text)).toEqual([
      'Complete and freeze the roadmap of S, for “Plan 2016”',
      'Start the roadmap of S, for “Plan 2017”',
      'Roadmap: T',
    ]);
  });

  it.each<[AssessmentState, boolean]>([
    ['not-started', true],
    ['awaiting-authorisation', true],
    ['submitted', false],
  ])('an assessment %s is held up by a round that is not open: %s', (state, isHeld) => {
    const round = { id: 'r', label: 'Self-assessment', state: 'closed' as const };
    const [item] = workItems(actor('executive', 'RL4'), { ...nothing, assessments: [{ ...assessment(state), round }] });
    expect(item).toMatchObject({ waits: false, heldBy: isHeld ? round : null });
  });

  it('asks nobody to begin what is long over, and shows it', () => {
    const over = { ...nothing, assessments: [{ ...assessment('not-started'), isLongOver: true }] };
    const [item] = workItems(actor('coordinator', 'RL4'), over);
    expect(item).toMatchObject({ waits: false, dueOn: null, heldBy: null });
    expect(item?.hint).toBe('Nothing recorded here. It was due by 15 January 2016');
    const begun = { ...nothing, assessments: [{ ...assessment('in-progress'), isLongOver: true }] };
    expect(workItems(actor('coordinator', 'RL4'), begun)[0]?.waits).toBe(true);
  });

  it('asks an executive to endorse only for their own organisation', () => {
    const ask = {
      organisationId: 'RL4',
      code: 'RL4',
      organisationName: 'A trust',
      slug: 's',
      footprintName: 'S',
      number: 1,
      dueOn: '2016-06-30',
    };
    const facts = { ...nothing, endorsements: [ask] };
    const asked = workItems(actor('executive', 'RL4'), facts);
    expect(asked).toMatchObject([{ text: 'Endorse the roadmap of S for A trust', dueOn: '2016-06-30' }]);
    expect(workItems(actor('executive', 'RX1'), facts)).toHaveLength(0);
    expect(workItems(actor('coordinator', 'RL4'), facts)).toHaveLength(0);
  });

  it('gives a lead the roadmap to act on, and a member of the region only to look at', () => {
    const over = { ...roadmap, isOver: true };
    expect(workItems(actor('lead', 'f'), { ...nothing, roadmaps: [over] })[0]?.waits).toBe(false);
    expect(workItems(actor('lead', 'f'), { ...nothing, roadmaps: [roadmap] })[0]?.waits).toBe(true);
    expect(workItems(actor('reviewer', 'r'), { ...nothing, roadmaps: [roadmap] })[0]?.waits).toBe(false);
  });

  it('names a deadline until the roadmap is submitted, and who declined it', () => {
    const itemOf = (differences: Partial<RoadmapFact>) =>
      workItems(actor('lead', 'f'), { ...nothing, roadmaps: [{ ...roadmap, ...differences }] })[0];
    expect(itemOf({ state: 'draft' })?.dueOn).toBe('2016-06-30');
    expect(itemOf({ state: 'endorsement', declinedBy: ['A trust', 'A council'] })).toMatchObject({
      dueOn: '2016-06-30',
      hint: 'For “Plan 2016”. Version 2. With the members, to endorse. Declined by A trust and A council',
    });
    for (const state of ['submitted', 'under-review', 'cleared', 'published'] as const) {
      expect([state, itemOf({ state })?.dueOn]).toEqual([state, null]);
    }
  });

  it('shows a reviewer the queue of their own region', () => {
    const review = { regionIds: ['Y55'], slug: 's', footprintName: 'S', number: 1, state: 'submitted' as const };
    expect(workItems(actor('reviewer', 'Y55'), { ...nothing, reviews: [review] })[0]?.waits).toBe(true);
    expect(workItems(actor('reviewer', 'Y56'), { ...nothing, reviews: [review] })).toHaveLength(0);
    expect(workItems(actor('analyst'), { ...nothing, reviews: [review] })[0]?.waits).toBe(false);
  });

  it('asks for a version of a questionnaire to be proposed, and a second person to confirm it', () => {
    const activation: ActivationFact = { id: 'i', version: '2', title: 'I', proposedById: null, rounds: [] };
    const found = (role: Role, differences: Partial<ActivationFact>) => {
      const [item] = workItems(actor(role), { ...nothing, activations: [{ ...activation, ...differences }] });
      return item === undefined ? null : [item.text, item.waits];
    };
    const toPropose = 'Propose that version 2 of “I” may be asked';
    expect(found('programme-manager', {})).toEqual([toPropose, false]);
    expect(found('programme-manager', { rounds: ['Round'] })).toEqual([toPropose, true]);
    expect(found('administrator', {})).toBeNull();
    const { personId } = actor('administrator');
    expect(found('administrator', { proposedById: `not ${personId}` })).toEqual([
      'Read and confirm version 2 of “I”',
      true,
    ]);
    expect(found('administrator', { proposedById: personId })).toEqual(['See version 2 of “I”', false]);
    expect(found('analyst', { proposedById: 'somebody' })).toBeNull();
  });

  it('counts messages for the national team alone', () => {
    const facts = { ...nothing, unansweredMessages: 1 };
    expect(workItems(actor('programme-manager'), facts)[0]?.text).toBe('Answer 1 message');
    expect(workItems(actor('lead', 'f'), facts)).toHaveLength(0);
  });

  it('counts contradictions for those who bring in files', () => {
    const facts = { ...nothing, undecidedContradictions: 2 };
    expect(workItems(actor('programme-manager'), facts)[0]?.text).toBe('Decide on 2 contradictions');
    expect(workItems(actor('reviewer', 'Y55'), facts)).toHaveLength(0);
  });

  it.each<[FormationFact['state'], Role, string, boolean | null]>([
    ['writing', 'lead', 'f', true],
    ['writing', 'executive', '05A', null],
    ['with-ccgs', 'executive', '05A', true],
    ['with-ccgs', 'executive', '05B', null],
    ['with-ccgs', 'lead', 'f', false],
    ['with-region', 'reviewer', 'Y55', true],
    ['with-region', 'reviewer', 'Y56', null],
    ['accepted', 'lead', 'f', null],
    [null, 'lead', 'f', false],
    [null, 'programme-manager', '', null],
  ])('a footprint form %s, for %s of “%s”: waits %s', (state, role, scopeId, waits) => {
    const [item] = workItems(actor(role, scopeId), { ...nothing, formations: [{ ...formation, state }] });
    expect(item?.waits ?? null).toBe(waits);
  });
});
